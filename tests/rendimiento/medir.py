"""Las medidas de Minuta, en una corrida: `make medir`. No son pruebas.

Los tiempos valen como razones: cada uno se da junto al del intérprete desnudo de la misma corrida.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from generador.citas.lectura import leer
from generador.copias.sello import DatosSello, sellar
from generador.expedir import expedir
from generador.obra import Pedido
from generador.pdf.motores import elegir
from tests.citas.sopa import sopa
from tests.documento.cuerpo import muestra
from tests.documento.cuerpo.taller import hacer

RAIZ = Path(__file__).resolve().parents[2]
CASO = RAIZ / "datos_ejemplo" / "plan_bienes_2025.yaml"
COPIAS = 200
CORPUS = RAIZ / "tests" / "citas" / "corpus"
MEGA = 1_000_000


def medir(tarea: Callable[[], object], veces: int = 7) -> float:
    """Segundos de la mediana de `veces` corridas."""
    tiempos = []
    for _ in range(veces):
        inicio = time.perf_counter()
        tarea()
        tiempos.append(time.perf_counter() - inicio)
    return statistics.median(tiempos)


def orden(*argumentos: str | Path) -> Callable[[], object]:
    """Una orden en su propio proceso."""
    return lambda: subprocess.run(
        [sys.executable, *map(str, argumentos)], cwd=RAIZ, check=True, capture_output=True
    )


def copias_por_segundo(acto: bytes) -> float:
    """Copias selladas por segundo, contando la preparación del lote."""
    sellos = [
        DatosSello("Dirección de Gestión de Aduanas", n, COPIAS, "Resolución 0412")
        for n in range(1, COPIAS + 1)
    ]
    inicio = time.perf_counter()
    hechas = sum(1 for _ in sellar(acto, sellos))
    return hechas / (time.perf_counter() - inicio)


def corrido() -> str:
    """Un millón de caracteres de los textos del corpus, repetidos."""
    textos = "\n\n".join(x.read_text(encoding="utf-8") for x in sorted(CORPUS.glob("*.txt")))
    return (textos * (MEGA // len(textos) + 1))[:MEGA]


def principal() -> None:
    """Imprime la tabla."""
    desnudo = medir(orden("-c", "pass"))
    ayuda = medir(orden("cli.py", "--help"))
    print(f"intérprete desnudo                     {desnudo:7.3f} s")
    print(f"minuta --help                          {ayuda:7.3f} s  (+{ayuda - desnudo:.3f})")
    for nombre, texto in (("actos", corrido()), ("sopa de palabras", sopa(MEGA))):
        rotulo = f"citas de 1 MB de {nombre}"
        print(f"{rotulo:38} {medir(partial(leer, texto, tolerante=True), 3):7.3f} s  (meta: 2)")
    with tempfile.TemporaryDirectory() as temporal:
        carpeta = Path(temporal)
        generar = ("cli.py", "generar", CASO, "-o", carpeta / "a", "--pdf", "embebido")
        entero = medir(orden(*generar), 5)
        print(f"caso de ejemplo, proceso entero        {entero:7.3f} s")
        pedido = Pedido(elegir("embebido"), reemplazar=True)
        caliente = medir(lambda: expedir(CASO, carpeta / "b", pedido), 5)
        print(f"caso de ejemplo, proceso ya caliente   {caliente:7.3f} s")
        largo = medir(lambda: hacer(*muestra.largo(1500)), 5)
        print(f"1.500 párrafos con 300 notas           {largo:7.3f} s")
        acto = (carpeta / "b" / CASO.stem / "acto.pdf").read_bytes()
        ritmo = copias_por_segundo(acto)
        print(f"copias selladas de un acto de 4 páginas {ritmo:6.0f} por segundo")
        iguales = all(
            a.read_bytes() == (carpeta / "b" / a.relative_to(carpeta / "a")).read_bytes()
            for a in (carpeta / "a").rglob("*")
            if a.is_file()
        )
        print(f"segunda corrida, byte a byte           {'igual' if iguales else 'DISTINTA'}")


if __name__ == "__main__":
    principal()
