"""Cómo se anota lo que estas reglas encuentran: en el campo o en su lugar dentro del texto."""

from __future__ import annotations

from generador.caso.arbol import TextoCrudo
from generador.hallazgos import Gravedad, Hallazgo


def hallado(codigo: str, gravedad: Gravedad, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    """Un hallazgo en un campo del caso."""
    return Hallazgo(codigo=codigo, gravedad=gravedad, ruta=ruta, mensaje=mensaje, remedio=remedio)


def en_texto(hallazgo: Hallazgo, texto: str, posicion: int) -> Hallazgo:
    """El mismo hallazgo, en su línea y columna si el texto sabe de qué archivo salió."""
    lugar = texto.lugar(posicion) if isinstance(texto, TextoCrudo) else None
    return hallazgo if lugar is None else hallazgo.en(lugar)
