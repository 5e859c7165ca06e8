"""Lo que se le entrega a una plantilla para componer un documento."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from generador.errores import DatoFaltante
from generador.modelo.falta import Falta

if TYPE_CHECKING:
    from generador.documento.bloques import Parrafo
    from generador.documento.metadatos import Metadatos
    from generador.marcado.bloques import Bloque

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Redaccion:
    """Un documento por componer: la plantilla, sus datos planos, sus bloques y sus metadatos.

    `imagenes` va de la ruta que dice cada figura de los bloques a su contenido.
    """

    plantilla: str
    contexto: Mapping[str, object]
    metadatos: Metadatos
    bloques: Mapping[str, Sequence[Bloque | Parrafo]] = field(default_factory=dict)
    imagenes: Mapping[str, bytes] = field(default_factory=dict)


def si_hay(formar: Callable[[T], R], valor: T | Falta) -> R | Falta:
    """Aplica `formar` a un dato, o devuelve la `Falta` tal cual si el borrador no lo tiene."""
    return valor if isinstance(valor, Falta) else formar(valor)


def si_se_puede(calcular: Callable[[], R]) -> R | Falta:
    """El resultado de un cálculo, o la `Falta` del dato que necesitaba y el borrador no tiene."""
    try:
        return calcular()
    except DatoFaltante as falta:
        return Falta(falta.ruta)


def o_espacio(formar: Callable[[T], str], valor: T | Falta | None, espacio: str) -> str | Falta:
    """El dato formado, o el espacio de ley mientras el acto es proyecto."""
    return espacio if valor is None else si_hay(formar, valor)


def o_falta(valor: T | None, ruta: str) -> T | Any:
    """El dato, o la `Falta` de `ruta` si es opcional, no está y el documento lo iba a decir."""
    return Falta(ruta) if valor is None else valor
