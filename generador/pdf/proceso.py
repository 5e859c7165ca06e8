"""Correr un programa de fuera con tiempo límite y sin que deje hijos vivos.

LibreOffice se reparte en varios procesos: matar solo al primero deja a los demás trabajando. Por
eso nace en un grupo propio y se mata el grupo entero, también si el asesor interrumpe la orden.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def correr(
    orden: Sequence[str], ambiente: Mapping[str, str], carpeta: Path, segundos: float
) -> tuple[str, bool]:
    """Corre `orden` en `carpeta` y devuelve lo que escribió y si terminó a tiempo.

    El código de salida no se devuelve porque con LibreOffice no prueba nada: quien llama mira
    los archivos. Al volver no queda vivo ningún proceso del grupo. Da `OSError` si el programa
    no se puede arrancar.
    """
    bitacora = carpeta / "salida.txt"
    # A un archivo y no a una tubería: un hijo que la heredara nos dejaría esperando por él.
    with bitacora.open("wb") as destino:
        proceso = _arrancar(orden, ambiente, carpeta, destino.fileno())
        try:
            proceso.wait(timeout=segundos)
            a_tiempo = True
        except subprocess.TimeoutExpired:
            a_tiempo = False
        finally:
            _matar_grupo(proceso)
    return bitacora.read_text(encoding="utf-8", errors="replace"), a_tiempo


def _arrancar(
    orden: Sequence[str], ambiente: Mapping[str, str], carpeta: Path, destino: int
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 — la orden se arma aquí, sin texto del usuario
        orden,
        env=dict(ambiente),
        cwd=carpeta,
        stdin=subprocess.DEVNULL,
        stdout=destino,
        stderr=subprocess.STDOUT,
        creationflags=_BANDERAS,
        start_new_session=True,
    )


if sys.platform == "win32":
    _BANDERAS = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW

    def _matar_grupo(proceso: subprocess.Popen[bytes]) -> None:
        # taskkill recorre el árbol por padre: solo sirve mientras el padre siga vivo.
        if proceso.poll() is None:
            sistema = os.environ.get("SYSTEMROOT", r"C:\Windows")
            subprocess.run(  # noqa: S603 — orden fija
                [rf"{sistema}\System32\taskkill.exe", "/F", "/T", "/PID", str(proceso.pid)],
                check=False,
                capture_output=True,
            )
        proceso.wait()

else:
    _BANDERAS = 0

    def _matar_grupo(proceso: subprocess.Popen[bytes]) -> None:
        # Aunque el padre haya terminado, pudo dejar hijos; si no dejó, el grupo ya no existe.
        # macOS responde PermissionError cuando en el grupo solo quedan procesos ya muertos.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(proceso.pid, signal.SIGKILL)
        proceso.wait()
