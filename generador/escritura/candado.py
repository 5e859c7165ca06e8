"""Una sola corrida escribe a la vez en un sitio.

El candado lo guarda el sistema operativo y no el contenido de un archivo: si el proceso muere, se
suelta solo. Un archivo con el número del proceso no serviría: los números se reutilizan, y en una
carpeta compartida el de otro equipo no dice nada.

Fuentes: `flock(2)` de Linux y macOS; `LockFile` de Windows, por `msvcrt.locking`.
"""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from generador.errores import ErrorDeEscritura

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACIENCIA = 10.0
"""Segundos que se espera a otra corrida: escribir un caso toma menos de uno."""

_PAUSA = 0.05
# Hay discos en red que no tienen candados: allí se escribe igual, sin esa protección.
_SIN_CANDADOS = {errno.ENOLCK, errno.ENOSYS, getattr(errno, "ENOTSUP", errno.ENOSYS)}


@contextmanager
def candado(archivo: Path) -> Iterator[None]:
    """Toma el candado `archivo` mientras dure el bloque, y al final lo borra.

    Raises:
        ErrorDeEscritura: otra corrida lo tiene y no lo soltó en `PACIENCIA` segundos.
        OSError: no se puede crear el archivo.
    """
    descriptor = _esperar(archivo)
    try:
        yield
    finally:
        _soltar(archivo, descriptor)


def _esperar(archivo: Path) -> int:
    limite = time.monotonic() + PACIENCIA
    while (descriptor := _intentar(archivo)) is None:
        if time.monotonic() > limite:
            raise ErrorDeEscritura(
                f"Otra corrida de Minuta está escribiendo en «{archivo.parent}».",
                "Espere a que termine y repita.",
            )
        time.sleep(_PAUSA)
    return descriptor


def _intentar(archivo: Path) -> int | None:
    descriptor = os.open(archivo, os.O_RDWR | os.O_CREAT, 0o666)
    tomado = False
    try:
        tomado = _tomar(descriptor, archivo)
    except OSError as error:
        if error.errno not in _SIN_CANDADOS:
            raise
        tomado = True
    finally:
        if not tomado:
            os.close(descriptor)
    return descriptor if tomado else None


if sys.platform == "win32":
    import msvcrt

    def _tomar(descriptor: int, _archivo: Path) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _soltar(archivo: Path, descriptor: int) -> None:
        os.close(descriptor)
        # Windows no borra lo que otra corrida ya abrió: entonces lo borra ella.
        with suppress(PermissionError, FileNotFoundError):
            archivo.unlink()

else:
    import fcntl

    def _tomar(descriptor: int, archivo: Path) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # Quien lo soltó pudo borrarlo entre que se abrió y se tomó: ese ya no es el candado.
            return os.path.samestat(os.fstat(descriptor), archivo.stat())
        except (BlockingIOError, FileNotFoundError):
            return False

    def _soltar(archivo: Path, descriptor: int) -> None:
        try:
            archivo.unlink(missing_ok=True)
        finally:
            os.close(descriptor)
