"""El número que un artículo lleva escrito («3», «3º», «TERCERO»): cuál es y cuál le sigue.

Fuente: RAE, *Diccionario panhispánico de dudas*, «ordinales».
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from generador.lengua.numeros import ORDINAL_MAXIMO, Genero, ordinal
from generador.texto import clave

if TYPE_CHECKING:
    from collections.abc import Mapping

EN_CIFRA = re.compile(r"([0-9]{1,9})((?:\.?[°º]|o)?)")
_UNIDADES = range(1, 10)


def leer_numero(escrito: str) -> int | None:
    """El número de un artículo o parágrafo; `None` si no es de los que se cuentan de uno en uno.

    >>> [leer_numero(n) for n in ("3", "3.º", "TERCERO", "Décimo primero", "undécimo")]
    [3, 3, 3, 11, 11]
    >>> [leer_numero(n) for n in ("12A", "2.2.1.3", "único")]
    [None, None, None]
    """
    en_cifra = EN_CIFRA.fullmatch(escrito)
    return int(en_cifra[1]) if en_cifra else _en_palabras().get(clave(escrito))


def siguiente(escrito: str) -> str | None:
    """El número que sigue, escrito en la misma forma; `None` si no se sabe cuál es.

    >>> [siguiente(n) for n in ("2", "2°", "Segundo", "SEGUNDO", "segunda", "12A")]
    ['3', '3°', 'Tercero', 'TERCERO', 'tercera', None]
    """
    n = leer_numero(escrito)
    en_cifra = EN_CIFRA.fullmatch(escrito)
    if n is None or (en_cifra is None and n >= ORDINAL_MAXIMO):
        return None
    if en_cifra:
        return f"{n + 1}{en_cifra[2]}"
    genero = Genero.FEMENINO if clave(escrito).endswith("a") else Genero.MASCULINO
    palabra = ordinal(n + 1, genero=genero)
    if escrito.isupper():
        return palabra.upper()
    return palabra.capitalize() if escrito[0].isupper() else palabra


@cache
def _en_palabras() -> Mapping[str, int]:
    """Las formas de cada ordinal, sin tildes; de 11 a 29 también las de dos palabras."""
    formas = {
        clave(ordinal(n, genero=genero)): n
        for genero in Genero
        for n in range(1, ORDINAL_MAXIMO + 1)
    }
    for genero in Genero:
        for decena in (10, 20):
            for unidad in _UNIDADES:
                prefijo, suelta = (clave(ordinal(x, genero=genero)) for x in (decena, unidad))
                formas[f"{prefijo} {suelta}"] = decena + unidad
                formas[f"{prefijo[:-1]}o{suelta}"] = decena + unidad
    return MappingProxyType(formas)
