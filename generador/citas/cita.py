"""La cita: una norma y los lugares de ella; y la cita hallada en un texto."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generador.citas.localizador import Localizador
    from generador.citas.norma import Norma, Tipo


@dataclass(frozen=True, slots=True)
class Cita:
    """Una norma y los lugares que de ella se citan, en orden; sin lugares, es toda la norma."""

    norma: Norma
    localizadores: tuple[Localizador, ...] = ()

    @property
    def articulos(self) -> tuple[str, ...]:
        """Los artículos citados, sin repetir, en el orden de la cita."""
        return tuple(dict.fromkeys(x.articulo for x in self.localizadores if x.articulo))

    @property
    def partes(self) -> dict[str, tuple[str, ...]]:
        """Los demás niveles citados (numeral, literal, título…) con sus rótulos, sin repetir."""
        partes: dict[str, dict[str, None]] = {}
        for localizador in self.localizadores:
            for nivel, rotulo in localizador.camino:
                if nivel != "articulo":
                    partes.setdefault(nivel, {})[rotulo] = None
        return {nivel: tuple(rotulos) for nivel, rotulos in partes.items()}


class Modo(StrEnum):
    """Cómo nombra el texto a la norma.

    `plena`: con su nombre; `elidida`: sin nombrarla, por seguir a otra cita; `remision`: «la
    citada ley»; `presente`: «del presente decreto»; `ibidem`.
    """

    PLENA = "plena"
    ELIDIDA = "elidida"
    REMISION = "remision"
    PRESENTE = "presente"
    IBIDEM = "ibidem"


@dataclass(frozen=True, slots=True)
class CitaHallada:
    """Una cita en un texto: `texto_original[inicio:fin] == texto`.

    `cita` es `None` si no se pudo saber a qué norma se refiere: `tipo` dice entonces qué clase
    nombra y `numero`/`anio` lo que alcanza a leerse. `numero` va como está escrito. `linea`
    cuenta desde 1. `transcrita` dice si está dentro de comillas. `defectos`, lo que se leyó con
    tolerancia («párrafo» por «parágrafo», una llamada de nota pegada al año). `ponentes` y
    `seccion` son de las providencias.
    """

    tipo: Tipo
    modo: Modo
    inicio: int
    fin: int
    linea: int
    texto: str
    cita: Cita | None
    numero: str | None = None
    anio: int | None = None
    transcrita: bool = False
    ponentes: tuple[str, ...] = ()
    seccion: str | None = None
    defectos: tuple[str, ...] = ()
