"""Comparar textos como los compara una persona: sin tildes, sin mayúsculas, con tolerancia."""

from __future__ import annotations

import difflib
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def sin_tildes(texto: str) -> str:
    """Quita las tildes y la diéresis, y conserva todo lo demás.

    >>> sin_tildes("Cúcuta, Ibagüé")
    'Cucuta, Ibague'
    """
    descompuesto = unicodedata.normalize("NFD", texto)
    return unicodedata.normalize("NFC", "".join(c for c in descompuesto if c not in "\u0301\u0308"))


@lru_cache(maxsize=4096)  # en una hoja de miles de filas se pregunta una y otra vez por lo mismo
def clave(texto: str) -> str:
    """Forma para comparar: minúsculas, sin tildes, sin puntuación, con un solo espacio.

    >>> clave("  Bogotá,  D. C. ")
    'bogota d c'
    """
    plano = "".join(c if c.isalnum() else " " for c in sin_tildes(texto).casefold())
    return " ".join(plano.split())


def parecido(texto: str, opciones: Iterable[str]) -> str | None:
    """La opción más parecida a `texto`, o `None` si ninguna se parece lo bastante.

    >>> parecido("razon_socal", ["nit", "razon_social"])
    'razon_social'
    >>> parecido("xyz", ["nit", "razon_social"]) is None
    True
    """
    por_clave = {clave(o): o for o in opciones}
    cercanas = difflib.get_close_matches(clave(texto), por_clave, n=1, cutoff=0.6)
    return por_clave[cercanas[0]] if cercanas else None


def sugerencia(texto: str, opciones: Iterable[str]) -> str:
    """«¿Quiso decir «…»?» con la opción más parecida, o cadena vacía si no hay ninguna."""
    opcion = parecido(texto, opciones)
    return f"¿Quiso decir «{opcion}»?" if opcion else ""
