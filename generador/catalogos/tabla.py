"""Leer las tablas CSV que acompañan a los catálogos."""

from __future__ import annotations

import csv
from pathlib import Path


def leer(nombre: str) -> tuple[dict[str, str], ...]:
    """Filas de la tabla `nombre` de esta carpeta, cada una con su encabezado; todo es texto.

    >>> leer("divipola.csv")[0]["codigo"]
    '05001'
    """
    with (Path(__file__).parent / nombre).open(encoding="utf-8", newline="") as archivo:
        return tuple(csv.DictReader(archivo))
