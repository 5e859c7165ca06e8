"""Cuánto vale cada bien: Pᵢ = (Participaciónᵢ ÷ Σ Participación) × Pmáx, en aritmética exacta.

Al redondear, las unidades que faltan para sumar el máximo se dan por mayor residuo (método de
Hamilton); a igual residuo, al que va primero en el caso.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

from generador.errores import DatoInvalido
from generador.modelo.falta import exigir

if TYPE_CHECKING:
    from generador.modelo.puntaje import Puntaje

MEDIO = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Reparto:
    """Los puntos de cada bien, en el orden del caso, con los decimales que se pidieron.

    `usuales` son los que daría el redondeo corriente (la mitad, hacia arriba), que pueden no sumar
    el máximo.
    """

    puntos: tuple[Decimal, ...]
    usuales: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Calculado:
    """Los puntos de un puntaje: los de cada bien y los de cada proponente, en su orden."""

    bienes: Reparto
    proponentes: tuple[Decimal, ...]


def impedimentos(
    participaciones: Sequence[Decimal], maximo: Decimal, decimales: int
) -> Iterator[tuple[str, str, str]]:
    """Por qué no se puede repartir: el campo del caso, qué pasa y cómo se arregla.

    >>> [campo for campo, _, _ in impedimentos([Decimal(0)], Decimal("2.5"), 0)]
    ['bienes', 'maximo']
    """
    if not sum(participaciones):
        yield (
            "bienes",
            "Las participaciones suman cero: no hay cómo repartir los puntos.",
            "Escriba la participación de cada bien.",
        )
    if maximo.scaleb(decimales) % 1:
        yield (
            "maximo",
            f"El máximo tiene más decimales que los {decimales} que llevan los puntajes.",
            "Suba «decimales», o redondee el máximo.",
        )


def repartir(participaciones: Sequence[Decimal], maximo: Decimal, decimales: int) -> Reparto:
    """Reparte `maximo` en proporción: los puntos suman exactamente `maximo`.

    Raises:
        DatoInvalido: no hay cómo repartir; los motivos de `impedimentos`.

    >>> repartir([Decimal(1), Decimal(1), Decimal(1)], Decimal(20), 2).puntos
    (Decimal('6.67'), Decimal('6.67'), Decimal('6.66'))
    >>> repartir([Decimal(0)], Decimal(20), 2)
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: Las participaciones suman cero: no hay cómo repartir los ...
    """
    for _, mensaje, remedio in impedimentos(participaciones, maximo, decimales):
        raise DatoInvalido(mensaje, remedio)
    suma = sum(map(Fraction, participaciones))
    unidades = int(maximo.scaleb(decimales))
    exactos = [Fraction(p) / suma * unidades for p in participaciones]
    enteros = [floor(exacto) for exacto in exactos]
    # `sorted` conserva el orden del caso entre residuos iguales.
    por_residuo = sorted(range(len(exactos)), key=lambda i: enteros[i] - exactos[i])
    for i in por_residuo[: unidades - sum(enteros)]:
        enteros[i] += 1
    usuales = [floor(exacto + MEDIO) for exacto in exactos]
    return Reparto(_puntos(enteros, decimales), _puntos(usuales, decimales))


def _puntos(unidades: Sequence[int], decimales: int) -> tuple[Decimal, ...]:
    return tuple(Decimal(n).scaleb(-decimales) for n in unidades)


def calcular(puntaje: Puntaje) -> Calculado:
    """Los puntos de cada bien y, por proponente, la suma de los que ofreció.

    Raises:
        DatoInvalido: no hay cómo repartir; los de `repartir`.
        DatoFaltante: el borrador no tiene todavía un dato.
    """
    bienes = exigir(puntaje.bienes)
    participaciones = [exigir(bien.participacion) for bien in bienes]
    reparto = repartir(participaciones, exigir(puntaje.maximo), exigir(puntaje.decimales))
    nombres = [exigir(bien.nombre) for bien in bienes]
    proponentes = []
    for proponente in puntaje.proponentes:
        ofrecidos = {exigir(nombre) for nombre in proponente.ofrece}
        valen = (p for n, p in zip(nombres, reparto.puntos, strict=True) if n in ofrecidos)
        proponentes.append(sum(valen, start=Decimal(0).scaleb(-puntaje.decimales)))
    return Calculado(reparto, tuple(proponentes))
