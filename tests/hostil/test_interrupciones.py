"""Matar o interrumpir `minuta generar` en cualquier momento no daña ni duplica nada."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import EJEMPLO, RAIZ

SEMILLA = 20261120
NORMAL, CAMPANA = 12, 200

# Arranca `cli.py` y avisa cuando empieza a cargar Typer: lo anterior es arranque de Python, no
# de Minuta, y allí una interrupción no la puede atender nadie.
AVISAR = f"""
import os, runpy, signal, sys
# Quien lanza las pruebas con «&» las deja sordas a SIGINT, y los hijos lo heredan.
signal.signal(signal.SIGINT, signal.default_int_handler)
class Aviso:
    def find_spec(self, nombre, *_):
        if nombre == "typer":
            sys.meta_path.remove(self)
            os.write(1, b"!\\n")
sys.meta_path.insert(0, Aviso())
sys.path.insert(0, {str(RAIZ)!r})
sys.argv[0] = "cli.py"
runpy.run_path({str(RAIZ / "cli.py")!r}, run_name="__main__")
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows no tiene estas señales")


@dataclass(frozen=True)
class Escena:
    """Un caso, lo que su carpeta tenía antes y lo que debe tener después."""

    caso: Path
    antes: Path | None
    viejos: dict[str, bytes]
    nuevos: dict[str, bytes]
    segundos: float
    # Solo quien cambia copias ya hechas por otras pide reemplazarlas: las demás corridas no.
    opciones: tuple[str, ...] = ()


def leer(carpeta: Path) -> dict[str, bytes]:
    return {
        a.relative_to(carpeta).as_posix(): a.read_bytes() for a in carpeta.rglob("*") if a.is_file()
    }


def arrancar(caso: Path, salida: Path, *opciones: str) -> subprocess.Popen[str]:
    """`minuta generar`, ya pasado el arranque de Python."""
    proceso = subprocess.Popen(
        [
            sys.executable,
            "-c",
            AVISAR,
            "generar",
            caso,
            "-o",
            salida,
            "--pdf",
            "embebido",
            *opciones,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    assert proceso.stdout is not None
    assert proceso.stdout.readline() == "!\n"
    return proceso


def generar(caso: Path, salida: Path, *opciones: str) -> float:
    """Genera sin interrupciones y devuelve los segundos que tomó desde el aviso."""
    with arrancar(caso, salida, *opciones) as proceso:
        inicio = time.monotonic()
        _, errores = proceso.communicate()
    assert proceso.returncode == 0, errores
    return time.monotonic() - inicio


@pytest.fixture(scope="module")
def escenas(tmp_path_factory: pytest.TempPathFactory) -> list[Escena]:
    """Carpeta nueva; de proyecto a acto (crece); de acto a proyecto (se retiran archivos)."""
    raiz = tmp_path_factory.mktemp("escenas")
    acto = EJEMPLO.read_text(encoding="utf-8")
    proyecto = acto.replace("  numero: 0412\n", "").replace("  fecha: 2024-10-18\n", "", 1)
    limpias: dict[str, tuple[Path, Path, float]] = {}
    for nombre, texto in (("acto", acto), ("proyecto", proyecto)):
        caso = raiz / nombre / "caso.yaml"
        caso.parent.mkdir()
        caso.write_text(texto, encoding="utf-8")
        segundos = generar(caso, raiz / nombre / "salida")
        limpias[nombre] = caso, raiz / nombre / "salida" / "caso", segundos
    (caso_acto, dir_acto, t_acto), (caso_proy, dir_proy, t_proy) = limpias.values()
    assert leer(dir_acto).keys() > leer(dir_proy).keys()
    return [
        Escena(caso_acto, None, {}, leer(dir_acto), t_acto),
        Escena(caso_acto, dir_proy, leer(dir_proy), leer(dir_acto), t_acto),
        Escena(caso_proy, dir_acto, leer(dir_acto), leer(dir_proy), t_proy, ("--reemplazar",)),
    ]


def esperar(momento: random.Random, escena: Escena, salida: Path, proceso: object) -> None:
    """La mitad de las veces, un instante cualquiera; la otra mitad, cuando empieza a escribir."""
    assert isinstance(proceso, subprocess.Popen)
    if momento.random() < 0.5:
        time.sleep(momento.uniform(0, escena.segundos))
        return
    preparada, pendiente = salida / ".caso.preparando", salida / ".caso.pendiente"
    testigo = momento.choice([preparada, pendiente] if escena.antes else [preparada])
    while proceso.poll() is None and not testigo.exists():
        time.sleep(0.0002)
    time.sleep(momento.uniform(0, 0.02))


def interrumpir(escena: Escena, salida: Path, senal: int, momento: random.Random) -> int:
    """Interrumpe una corrida; comprueba lo que dijo y lo que dejó. Devuelve su código."""
    carpeta = salida / "caso"
    if escena.antes:
        shutil.copytree(escena.antes, carpeta)
    with arrancar(escena.caso, salida, *escena.opciones) as proceso:
        esperar(momento, escena, salida, proceso)
        proceso.send_signal(senal)
        _, errores = proceso.communicate()
    if senal == signal.SIGINT:
        assert proceso.returncode in (0, 130), errores
        assert "Traceback" not in errores
        assert "KeyboardInterrupt" not in errores
        assert ("Interrumpido." in errores) is (proceso.returncode == 130)
    for ruta, datos in leer(carpeta).items():
        assert datos in (escena.viejos.get(ruta), escena.nuevos.get(ruta)), f"{ruta} a medias"
    if proceso.returncode == 0:
        assert leer(carpeta) == escena.nuevos
    return proceso.returncode


def campana(escenas: list[Escena], raiz: Path, senal: int, veces: int) -> None:
    momento = random.Random(SEMILLA + senal)  # noqa: S311 -- momentos, no secretos
    codigos = []
    for vez in range(veces):
        escena = escenas[vez % len(escenas)]
        salida = raiz / str(vez)
        salida.mkdir()
        codigos.append(interrumpir(escena, salida, senal, momento))
        generar(escena.caso, salida, *escena.opciones)
        assert leer(salida / "caso") == escena.nuevos
        assert [p.name for p in salida.iterdir()] == ["caso"]
        assert not [p for p in (salida / "caso").rglob("*") if p.is_dir() and not any(p.iterdir())]
        shutil.rmtree(salida)
    # Casi todas deben haber llegado a tiempo: si no, la prueba no interrumpió nada.
    assert sum(codigo != 0 for codigo in codigos) > veces / 3


@pytest.mark.parametrize("senal", [signal.SIGKILL, signal.SIGINT], ids=lambda s: s.name)
@pytest.mark.parametrize("veces", [NORMAL, pytest.param(CAMPANA, marks=pytest.mark.lenta)])
def test_interrumpida_y_repetida_da_lo_mismo_que_una_corrida_limpia(
    escenas: list[Escena], tmp_path: Path, senal: signal.Signals, veces: int
) -> None:
    campana(escenas, tmp_path, senal, veces)
