"""Qué norma quiso citar quien escribió un número y un año que no concuerdan.

Los errores de dedo que se buscan, del más probable al menos: dos cifras vecinas del número
cambiadas de lugar («1430» por «1340»), el año equivocado («Ley 1150 de 2017» por 2007), otra
clase de norma («Ley 1082 de 2015» por el decreto) y, solo si la ley no puede ser de ese año, una
cifra de más, de menos o distinta. Solo entre normas de numeración nacional: que haya otra
resolución u otra sentencia de número parecido no dice nada.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.norma import Norma, Tipo

if TYPE_CHECKING:
    from collections.abc import Iterable

_LEYES_CONTINUAS = 1992
"""Desde este año las leyes llevan una sola numeración, que no recomienza cada enero."""
_DE_NUMERACION_NACIONAL = frozenset(
    (Tipo.LEY, Tipo.DECRETO, Tipo.DECRETO_LEY, Tipo.DECRETO_UNICO, Tipo.CONPES)
)


def anios_posibles(numero: str, leyes: Iterable[Norma]) -> tuple[int, int] | None:
    """Entre qué años pudo expedirse la ley `numero`, por las leyes vecinas que se conocen.

    Las leyes se numeran seguidas desde 1992, de modo que la de número mayor es posterior. Da
    `None` si no hay vecinas a los dos lados.

    >>> conocidas = [Norma(Tipo.LEY, "1340", 2009), Norma(Tipo.LEY, "1437", 2011)]
    >>> anios_posibles("1400", conocidas), anios_posibles("2500", conocidas)
    ((2009, 2011), None)
    """
    anios = sorted(
        (int(x.numero), x.anio)
        for x in leyes
        if x.tipo is Tipo.LEY
        and x.numero
        and x.numero.isdecimal()
        and x.anio
        and x.anio >= _LEYES_CONTINUAS
    )
    antes = [anio for n, anio in anios if n <= int(numero)]
    despues = [anio for n, anio in anios if n >= int(numero)]
    return (antes[-1], despues[0]) if antes and despues else None


def anio_imposible(norma: Norma, conocidas: Iterable[Norma]) -> bool:
    """Dice si es una ley cuyo número no pudo darse ese año.

    >>> conocidas = [Norma(Tipo.LEY, "1430", 2010), Norma(Tipo.LEY, "1437", 2011)]
    >>> anio_imposible(Norma(Tipo.LEY, "1430", 2009), conocidas)
    True
    >>> anio_imposible(Norma(Tipo.LEY, "1435", 2010), conocidas)
    False
    """
    if norma.tipo is not Tipo.LEY or norma.anio is None or norma.anio < _LEYES_CONTINUAS:
        return False
    if norma.numero is None or not norma.numero.isdecimal():
        return False
    posibles = anios_posibles(norma.numero, conocidas)
    return posibles is not None and not posibles[0] <= norma.anio <= posibles[1]


def probables(norma: Norma, conocidas: Iterable[Norma], cuantas: int) -> tuple[Norma, ...]:
    """Las normas conocidas que pudo querer citar `norma`, la más probable primero; nunca ella.

    >>> conocidas = [
    ...     Norma(Tipo.LEY, "1430", 2010),
    ...     Norma(Tipo.LEY, "1340", 2009),
    ...     Norma(Tipo.LEY, "80", 1993),
    ... ]
    >>> [x.canonica for x in probables(Norma(Tipo.LEY, "1430", 2009), conocidas, 3)]
    ['Ley 1340 de 2009', 'Ley 1430 de 2010']
    >>> probables(Norma(Tipo.LEY, "80", 1993), conocidas, 3)
    ()
    """
    if norma.tipo not in _DE_NUMERACION_NACIONAL or norma.numero is None:
        return ()
    candidatas = [
        x for x in conocidas if x.tipo in _DE_NUMERACION_NACIONAL and x.numero and x != norma
    ]
    imposible = anio_imposible(norma, candidatas)
    notas = [
        (nota, x.canonica, x)
        for x in candidatas
        if (nota := _nota(norma, x, imposible=imposible)) is not None
    ]
    return tuple(x for _, _, x in sorted(notas, key=lambda trio: trio[:2])[:cuantas])


def _nota(norma: Norma, otra: Norma, *, imposible: bool) -> tuple[int, int] | None:
    """Qué tan probable es que `norma` sea `otra` mal escrita: menos es más; `None`, que no."""
    lejos = abs((otra.anio or 0) - (norma.anio or 0))
    misma_clase = _familia(norma) == _familia(otra)
    numero, otro = norma.numero or "", otra.numero or ""
    if misma_clase and lejos == 0 and _transpuestas(numero, otro):
        return 1, 0
    if numero == otro and misma_clase:
        seguro = _numeracion_seguida(norma) and _numeracion_seguida(otra)
        return (2, lejos) if seguro or _una_cifra(str(norma.anio), str(otra.anio)) else None
    if numero == otro:
        return (3, 0) if lejos == 0 and Tipo.CONPES not in (norma.tipo, otra.tipo) else None
    if imposible and misma_clase and lejos == 0 and _una_cifra(numero, otro):
        return 4, 0
    return None


def _numeracion_seguida(norma: Norma) -> bool:
    """Dice si su número no se repite en otro año; el de los decretos recomienza cada enero."""
    return norma.tipo is Tipo.CONPES or (
        norma.tipo is Tipo.LEY and (norma.anio or 0) >= _LEYES_CONTINUAS
    )


def _familia(norma: Norma) -> str:
    """La clase con la que comparte numeración: «ley», «decreto»…"""
    return norma.clave.partition(":")[0]


def _transpuestas(uno: str, otro: str) -> bool:
    """Dice si difieren solo en dos caracteres vecinos cambiados de lugar.

    >>> _transpuestas("1430", "1340"), _transpuestas("1430", "1403"), _transpuestas("1", "2")
    (True, True, False)
    """
    distintos = [i for i, (a, b) in enumerate(zip(uno, otro, strict=False)) if a != b]
    if len(uno) != len(otro) or len(distintos) != 2:  # noqa: PLR2004 - dos vecinos
        return False
    i, j = distintos
    return j == i + 1 and uno[i] == otro[j] and uno[j] == otro[i]


def _una_cifra(uno: str, otro: str) -> bool:
    """Dice si se pasa de uno a otro quitando, poniendo o cambiando un carácter.

    >>> _una_cifra("143", "1437"), _una_cifra("1438", "1437"), _una_cifra("80", "1437")
    (True, True, False)
    """
    corto, largo = sorted((uno, otro), key=len)
    if len(corto) == len(largo):
        return sum(a != b for a, b in zip(corto, largo, strict=True)) == 1
    return any(largo[:i] + largo[i + 1 :] == corto for i in range(len(largo)))
