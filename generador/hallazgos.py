"""El hallazgo: algo que se encontró en un caso o en un documento, con su lugar exacto.

Es un valor: quien lo produce no lo imprime, y la terminal, la página y el lote lo muestran
cada uno a su modo. La forma en `jsonl` es el contrato de `docs/terminal.md`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Gravedad(StrEnum):
    """`error` impide el acto; `aviso` pide una decisión del asesor; `nota` informa."""

    ERROR = "error"
    AVISO = "aviso"
    NOTA = "nota"


@dataclass(frozen=True, slots=True)
class Lugar:
    """Dónde está algo en un archivo: línea y columna cuentan desde 1."""

    archivo: str
    linea: int
    columna: int

    def __str__(self) -> str:
        return f"{self.archivo}:{self.linea}:{self.columna}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hallazgo:
    """Qué se encontró, dónde, y qué puede hacer el asesor.

    `ruta` es el camino del campo en el caso (`usuario_industrial.nit`), para que la terminal,
    la página y el lote muestren el hallazgo junto a él. Lo que no aplica queda en `None`.
    """

    codigo: str
    gravedad: Gravedad
    mensaje: str
    remedio: str = ""
    ruta: str = ""
    archivo: str | None = None
    linea: int | None = None
    columna: int | None = None
    pagina: int | None = None
    parrafo: int | None = None
    inicio: int | None = None
    fin: int | None = None
    texto: str | None = None

    def en(self, lugar: Lugar) -> Hallazgo:
        """Devuelve el mismo hallazgo puesto en `lugar`."""
        return replace(self, archivo=lugar.archivo, linea=lugar.linea, columna=lugar.columna)

    def como_jsonl(self) -> str:
        """Devuelve el hallazgo como una línea JSON, con las tildes a la vista."""
        return json.dumps(asdict(self), ensure_ascii=False)

    def como_texto(self) -> str:
        """Devuelve el hallazgo en dos líneas legibles: qué y dónde; y cómo se arregla."""
        lugar = ":".join(str(p) for p in (self.archivo, self.linea, self.columna) if p is not None)
        cabeza = " ".join(p for p in (lugar, self.ruta and f"[{self.ruta}]") if p)
        lineas = [
            f"{self.gravedad.value}: {cabeza}: {self.mensaje}"
            if cabeza
            else f"{self.gravedad.value}: {self.mensaje}"
        ]
        if self.remedio:
            lineas.append(f"       {self.remedio}")
        return "\n".join(lineas)


def hay_errores(hallazgos: Iterable[Hallazgo]) -> bool:
    """Dice si alguno de los hallazgos impide el acto."""
    return any(h.gravedad is Gravedad.ERROR for h in hallazgos)


def en_orden(hallazgos: Iterable[Hallazgo]) -> list[Hallazgo]:
    """Ordena los hallazgos como se leen: por archivo, línea y columna; sin lugar, al final."""
    return sorted(
        hallazgos,
        key=lambda h: (h.archivo or "", h.linea or 10**9, h.columna or 0, h.codigo, h.mensaje),
    )
