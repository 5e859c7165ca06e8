"""Una celda del banco en su propio proceso: un motor de Python y un tamaño; imprime un JSON.

`python -m tests.rendimiento.banco.celda MOTOR PLANTILLA DATOS SALIDAS`, donde DATOS es un JSON
con la lista de documentos y SALIDAS la carpeta donde queda cada uno, para comprobarlos después.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from itertools import cycle
from pathlib import Path
from typing import TypeVar

from tests.rendimiento.banco.motores import MOTORES

CALENTAR, MEDIR, MINIMO = 1.0, 2.5, 15

T = TypeVar("T")


def milisegundos(tarea: Callable[[], object]) -> float:
    """Cuánto tarda una vez."""
    inicio = time.perf_counter()
    tarea()
    return (time.perf_counter() - inicio) * 1000


def medianas(tarea: Callable[[T], object], documentos: Sequence[T]) -> dict[str, float]:
    """La mediana en ms de muchas veces, ya caliente, turnando los documentos; y cuántas fueron."""
    turno = cycle(documentos)
    _repetir(lambda: tarea(next(turno)), CALENTAR, 3)
    tiempos = _repetir(lambda: tarea(next(turno)), MEDIR, MINIMO)
    return {"ms": statistics.median(tiempos), "n": len(tiempos)}


def _repetir(tarea: Callable[[], object], segundos: float, minimo: int) -> list[float]:
    tiempos: list[float] = []
    gastado = 0.0
    while gastado < segundos * 1000 or len(tiempos) < minimo:
        tiempos.append(milisegundos(tarea))
        gastado += tiempos[-1]
    return tiempos


def pico_mb() -> float | None:
    """El pico de memoria de este proceso, o `None` donde el sistema no lo dice."""
    # No sirve `ru_maxrss`: en Linux el hijo hereda el pico de quien lo lanzó.
    estado = Path("/proc/self/status")
    if not estado.exists():
        return None
    campos = dict(linea.split(":", 1) for linea in estado.read_text().splitlines())
    return int(campos["VmHWM"].split()[0]) / 1024


def principal(nombre: str, plantilla: Path, datos: Path, salidas: Path) -> None:
    """Mide la celda, guarda sus documentos e imprime el resultado."""
    importar = MOTORES[nombre].importar
    assert importar is not None
    preparar = importar()
    fuente = plantilla.read_bytes()
    documentos = json.loads(datos.read_text(encoding="utf-8"))
    # Una sola vez y en frío: es lo que paga cada proceso.
    inicio = time.perf_counter()
    rendir = preparar(fuente)
    compilar = (time.perf_counter() - inicio) * 1000
    medido = {**medianas(rendir, documentos), "compilar": compilar, "pico": pico_mb()}
    for n, documento in enumerate(documentos):
        (salidas / f"{n}.docx").write_bytes(rendir(documento))
    print(json.dumps(medido))


if __name__ == "__main__":
    principal(sys.argv[1], *map(Path, sys.argv[2:]))
