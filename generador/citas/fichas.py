"""La ficha de una norma: lo que el catálogo sabe de ella."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generador.citas.norma import Norma, Tipo

if TYPE_CHECKING:
    from datetime import date


class Estado(StrEnum):
    """En qué estado está la norma, según la fuente que lo dice."""

    VIGENTE = "vigente"
    MODIFICADA = "modificada"
    DEROGADA = "derogada"
    INEXEQUIBLE = "inexequible"


@dataclass(frozen=True, slots=True)
class Modificacion:
    """Un cambio que conviene advertir a quien cita la norma: cuál norma lo hizo, cuándo y qué."""

    norma: str
    que: str
    fecha: date | None = None


@dataclass(frozen=True, slots=True)
class Ficha:
    """Lo que el catálogo sabe de una norma; lo que no consta queda vacío o en `None`.

    `estado` es `None` si no consta. `equivale` es la clave de la ley o el decreto que adoptó el
    código («ley:1437:2011»). `ponentes` y `seccion` son de las providencias. `fuente` dice de
    dónde salieron los datos.
    """

    norma: Norma
    fuente: str
    alias: tuple[str, ...] = ()
    estado: Estado | None = None
    estado_desde: date | None = None
    estado_fuente: str = ""
    diario_oficial: str | None = None
    modificaciones: tuple[Modificacion, ...] = ()
    equivale: str | None = None
    ponentes: tuple[str, ...] = ()
    seccion: str | None = None


CON_NOMBRE = frozenset(
    (Tipo.CONSTITUCION, Tipo.CODIGO, Tipo.ESTATUTO, Tipo.TRATADO, Tipo.ACUERDO_UNICO, Tipo.DOCTRINA)
)
"""Se llaman por su nombre y no por un número."""


def nombres_de(ficha: Ficha) -> tuple[str, ...]:
    """Cómo se nombra la norma sin número: su nombre, si no es un epígrafe, y sus alias."""
    propio = (ficha.norma.nombre,) if ficha.norma.tipo in CON_NOMBRE and ficha.norma.nombre else ()
    return (*propio, *ficha.alias)
