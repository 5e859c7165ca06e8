"""Repartir unidades enteras sin perder ni inventar ninguna: el mayor residuo.

A cada uno le toca la parte entera de lo suyo; las unidades que faltan para completar el total van,
de a una, a los de mayor residuo. Entre residuos iguales, primero el código menor.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Redondeada(NamedTuple):
    """Unidades que recibe, numerador del residuo, y cuántas recibió por él (0 o 1)."""

    unidades: int
    residuo: int
    por_residuo: int


def mayor_residuo(partes: Mapping[str, int], denominador: int) -> dict[str, Redondeada]:
    """Redondea cada `parte / denominador` de modo que sumen lo mismo que sin redondear.

    Las claves son los códigos y deciden los empates; la suma de las partes debe ser un múltiplo
    del denominador.

    >>> [r.unidades for r in mayor_residuo({"05001": 5, "05002": 5, "08001": 5}, 3).values()]
    [2, 2, 1]
    """
    enteras = {codigo: divmod(parte, denominador) for codigo, parte in partes.items()}
    faltan = sum(residuo for _, residuo in enteras.values()) // denominador
    por_residuo = sorted(enteras, key=lambda codigo: (-enteras[codigo][1], codigo))
    premiados = frozenset(por_residuo[:faltan])
    return {
        codigo: Redondeada(entera + (codigo in premiados), residuo, int(codigo in premiados))
        for codigo, (entera, residuo) in enteras.items()
    }
