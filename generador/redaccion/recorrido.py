"""Hallar en los bloques de un texto los de una clase, aunque estén dentro de otros."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any


def hallar(valor: object, *clases: type) -> Iterator[Any]:
    """Lo que hay de esas clases en un bloque o en una tupla de ellos, en el orden en que se lee.

    >>> from generador.marcado.bloques import Parrafo, Texto
    >>> [t.texto for t in hallar((Parrafo((Texto("a"), Texto("b"))),), Texto)]
    ['a', 'b']
    """
    if isinstance(valor, tuple):
        for elemento in valor:
            yield from hallar(elemento, *clases)
    elif is_dataclass(valor):
        if isinstance(valor, clases):
            yield valor
        for campo in fields(valor):
            yield from hallar(getattr(valor, campo.name), *clases)
