"""Los textos fijos y los términos de los conceptos, leídos de su archivo con fuente y fecha."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

ARCHIVO = Path(__file__).resolve().parent.parent / "parametros" / "concepto.toml"


@dataclass(frozen=True, slots=True)
class TextoFijo:
    """Un texto de la entidad: desde cuándo se usa, en qué se apoya y qué dice, en Markdown."""

    desde: date
    fuente: str
    texto: str


@dataclass(frozen=True, slots=True)
class Ampliacion:
    """Un término de respuesta que rigió entre dos días, según cuándo se radicó la petición."""

    desde: date
    hasta: date
    respuesta_dias_habiles: int
    fuente: str


@dataclass(frozen=True, slots=True)
class Parametros:
    """`textos` van por formato y nombre: `textos["2025"]["alcance"]`. Los términos, en hábiles."""

    fuente: str
    respuesta_dias_habiles: int
    traslado_dias_habiles: int
    ampliaciones: tuple[Ampliacion, ...]
    textos: dict[str, dict[str, TextoFijo]]

    def para_responder(self, radicada: date) -> tuple[int, str]:
        """Los días hábiles para responder lo que se radicó ese día, y la norma que lo dice."""
        for ampliacion in self.ampliaciones:
            if ampliacion.desde <= radicada <= ampliacion.hasta:
                return ampliacion.respuesta_dias_habiles, ampliacion.fuente
        return self.respuesta_dias_habiles, self.fuente


@cache
def parametros() -> Parametros:
    """Lee los parámetros vigentes.

    >>> parametros().para_responder(date(2025, 10, 15))[0]
    30
    >>> parametros().para_responder(date(2021, 10, 15))[0]
    35
    """
    datos = tomllib.loads(ARCHIVO.read_text(encoding="utf-8"))
    terminos = datos["terminos"]
    return Parametros(
        fuente=terminos["fuente"],
        respuesta_dias_habiles=terminos["respuesta_dias_habiles"],
        traslado_dias_habiles=terminos["traslado_dias_habiles"],
        ampliaciones=tuple(Ampliacion(**a) for a in terminos["ampliaciones"]),
        textos={
            formato: {nombre: TextoFijo(**texto) for nombre, texto in textos.items()}
            for formato, textos in datos["textos"].items()
        },
    )
