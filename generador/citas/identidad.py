"""Cuándo dos citas de un documento son de la misma norma, aunque la nombren distinto.

El CPACA es la Ley 1437 de 2011; la «Resolución 40326 de 2025» es la que arriba se citó con su
ministerio; y una sentencia sin año es la que antes se citó con él.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generador.citas.catalogo import catalogo
from generador.citas.norma import Norma, Tipo

if TYPE_CHECKING:
    from collections.abc import Iterable

CODIGOS = (Tipo.CODIGO, Tipo.ESTATUTO)
_DECRETOS = (Tipo.DECRETO_LEY, Tipo.DECRETO_UNICO)


class Identidades:
    """Las normas de un documento, para reconocer la que se nombra de varias maneras."""

    def __init__(self, normas: Iterable[Norma]) -> None:
        self._mejores: dict[Norma, Norma] = {}
        for norma in map(catalogo().completar, normas):
            self._mejores[norma] = max(self._mejores.get(norma, norma), norma, key=_datos)
        self._por_recorte: dict[Norma, set[Norma]] = {}
        for norma in self._mejores.values():
            for corta in _recortes(norma):
                self._por_recorte.setdefault(corta, set()).add(norma)

    def de(self, norma: Norma) -> Norma:
        """La norma que representa a `norma`: con sus datos y, si es un código, la que lo adoptó.

        >>> cpaca = catalogo().nombres["CPACA"]
        >>> Identidades([cpaca]).de(cpaca).canonica
        'Ley 1437 de 2011'
        >>> ministerio = Norma(Tipo.RESOLUCION, "99999", 2025, entidad="Ministerio Imaginario")
        >>> Identidades([ministerio]).de(Norma(Tipo.RESOLUCION, "99999", 2025)).entidad
        'Ministerio Imaginario'
        """
        completa = catalogo().completar(norma)
        posibles = self._por_recorte.get(completa, set())
        if len(posibles) == 1:
            (completa,) = posibles
        ficha = catalogo().ficha_de(completa)
        if completa.tipo in CODIGOS and ficha is not None and ficha.equivale is not None:
            adoptante = catalogo().de_clave(ficha.equivale)
            return adoptante.norma if adoptante else completa
        return ficha.norma if ficha is not None else self._mejores.get(completa, completa)


def _datos(norma: Norma) -> tuple[bool, bool, bool]:
    """Cuánto dice: «Decreto Ley» dice más que «Decreto», y con fecha, más que sin ella."""
    return norma.tipo in _DECRETOS, norma.fecha is not None, norma.nombre is not None


def _recortes(norma: Norma) -> list[Norma]:
    """Las formas de nombrarla con menos datos, que no sean ella misma."""
    if norma.numero is None:
        return []
    cortas = {
        replace(norma, entidad=None),
        replace(norma, anio=None, fecha=None),
        replace(norma, entidad=None, anio=None, fecha=None),
    }
    return [corta for corta in cortas if corta != norma]
