"""La hoja de cálculo como una rejilla de celdas: lo igual en un libro de Excel y en un CSV."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import TypeAlias

from generador.hallazgos import Lugar

TOPE_FILAS, TOPE_COLUMNAS = 9_999, 702
"""Hasta la celda ZZ9999: con holgura para 5.000 proyectos, y lejos de llenar la memoria."""

Valor: TypeAlias = str | int | float | bool | date | time | timedelta
Celda: TypeAlias = tuple[int, int]
Defecto: TypeAlias = tuple[str, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Rejilla:
    """Las celdas de una hoja desde A1, con "" en las vacías.

    `hoja` es "" si el archivo no tiene hojas. Fila y columna cuentan desde 1 en las `Celda` y en
    los lugares. `defectos` dice qué celdas no valen lo que hay en `filas`, y por qué: el código
    del hallazgo y los datos de su texto.
    """

    archivo: str
    hoja: str
    filas: Sequence[Sequence[Valor]]
    defectos: Mapping[Celda, Defecto] = field(default_factory=dict)

    def lugar(self, fila: int, columna: int) -> Lugar:
        """El lugar de una celda."""
        return Lugar(self.archivo, fila, columna, self.hoja)
