"""Cómo se anota lo que estas reglas encuentran: en el campo o en su lugar dentro del texto."""

from __future__ import annotations

from generador.hallazgos import Gravedad, Hallazgo
from generador.reglas.textos import en_texto

__all__ = ["en_texto", "hallado"]


def hallado(codigo: str, gravedad: Gravedad, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    """Un hallazgo en un campo del caso."""
    return Hallazgo(codigo=codigo, gravedad=gravedad, ruta=ruta, mensaje=mensaje, remedio=remedio)
