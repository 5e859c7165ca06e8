"""Lo que un párrafo anuncia va con él: el que termina en dos puntos no queda solo al pie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from generador.marcado.bloques import CitaTextual, EnLinea, Lista, LlamadaDeNota, Parrafo, Texto

T = TypeVar("T")


def con_lo_anunciado(partes: Mapping[str, Sequence[T]]) -> dict[str, tuple[T, ...]]:
    """Las partes de un documento, con cada párrafo que anuncia unido a lo que lo sigue.

    No entra en los cuadros ni en los recuadros: ahí Word uniría las filas, no los párrafos.
    """
    return {nombre: _seguidos(tuple(bloques)) for nombre, bloques in partes.items()}


def _seguidos(bloques: tuple[Any, ...]) -> tuple[Any, ...]:
    ultimo = len(bloques) - 1
    return tuple(_unido(b, ultimo=n == ultimo) for n, b in enumerate(bloques))


def _unido(bloque: Any, *, ultimo: bool) -> Any:
    if isinstance(bloque, Parrafo):
        anuncia = not ultimo and _letras(bloque.contenido).endswith(":")
        return replace(bloque, con_lo_que_sigue=True) if anuncia else bloque
    if isinstance(bloque, CitaTextual):
        return replace(bloque, bloques=_seguidos(bloque.bloques))
    if isinstance(bloque, Lista):
        return replace(bloque, elementos=tuple(map(_seguidos, bloque.elementos)))
    return bloque


def _letras(contenido: Sequence[EnLinea]) -> str:
    """El final de un párrafo, sin la llamada de nota que lo cierre."""
    for pieza in reversed(contenido):
        if isinstance(pieza, Texto):
            return pieza.texto.rstrip()
        if not isinstance(pieza, LlamadaDeNota):
            return ""
    return ""
