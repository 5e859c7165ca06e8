"""Los empates que nadie resolvió: si cambian el resultado, se dice; si no, no molestan.

Donde el orden de unos empatados podría importar, se prueban los órdenes posibles y se comparan los
montos. Si son demasiados para probarlos todos, se pide el desempate.
"""

from __future__ import annotations

from itertools import permutations, product
from math import factorial, prod
from typing import TYPE_CHECKING

from generador.reglas.asignacion.ciclo import Bloque, Corrida, correr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generador.reglas.asignacion.limites import Reglas

ORDENES_MAXIMOS = 24


def sin_resolver(
    listas: Sequence[Sequence[Bloque]], reglas: Reglas, bolsa: int, primera: Corrida
) -> list[Bloque]:
    """Los bloques empatados cuyo orden cambia lo que recibe alguien, en el orden de las listas."""
    dudosos = _enteros(listas, primera)
    while dudosos:
        if prod(factorial(len(bloque)) for bloque in dudosos) > ORDENES_MAXIMOS:
            return dudosos
        corridas = [correr(_con(listas, orden), reglas, bolsa) for orden in _ordenes(dudosos)]
        if any(corrida.asignado != primera.asignado for corrida in corridas):
            return dudosos
        # Otro orden puede poner en duda un empate que en el primero no lo estaba.
        todos = [b for corrida in corridas for b in _enteros(listas, corrida)]
        if set(todos) <= set(dudosos):
            return []
        dudosos = list(dict.fromkeys([*dudosos, *todos]))
    return []


def _enteros(listas: Sequence[Sequence[Bloque]], corrida: Corrida) -> list[Bloque]:
    """Los bloques completos en disputa: en una ronda posterior les pueden faltar los decididos."""
    disputados = {c.codigo for bloque in corrida.disputas for c in bloque}
    return [
        bloque
        for lista in listas
        for bloque in lista
        if len(bloque) > 1 and disputados & {c.codigo for c in bloque}
    ]


def _ordenes(dudosos: Sequence[Bloque]) -> list[Mapping[frozenset[str], Bloque]]:
    """Todas las maneras de ordenar por dentro los bloques dudosos."""
    return [
        {_quienes(bloque): bloque for bloque in elegidos}
        for elegidos in product(*(permutations(bloque) for bloque in dudosos))
    ]


def _con(
    listas: Sequence[Sequence[Bloque]], orden: Mapping[frozenset[str], Bloque]
) -> list[list[Bloque]]:
    return [[orden.get(_quienes(bloque), bloque) for bloque in lista] for lista in listas]


def _quienes(bloque: Bloque) -> frozenset[str]:
    return frozenset(c.codigo for c in bloque)
