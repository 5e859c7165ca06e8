"""Quién expidió la norma: «del Ministerio de Transporte», «CREG», a la izquierda o a la derecha."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.lectura.piezas import CORTE
from generador.citas.lectura.vocabulario import VOZ

if TYPE_CHECKING:
    from generador.citas.lectura.piezas import Piezas

_PIEZAS_DE_ENTIDAD = 14
_EXPEDIDA = frozenset(("expedida", "expedido", "proferida", "proferido", "emitida", "emitido"))


def puede_ser_de_entidad(p: Piezas, j: int) -> bool:
    """Si la pieza puede ser del nombre de quien expide: palabra con mayúscula, o «.» de sigla."""
    voz = p.voz[j]
    if voz in VOZ.cabezas or voz in VOZ.niveles or voz in VOZ.largas or voz == CORTE:
        return False
    if voz == ".":
        return p.mayuscula(j - 1) and p.pegada(j)
    if voz in {",", "-"}:
        return p.voz[j + 1].isalpha() and (p.mayuscula(j + 1) or p.voz[j + 1] in VOZ.enlaces)
    return voz.isalpha() and p.mayuscula(j)


def nombre_de_entidad(p: Piezas, j: int) -> str | None:
    """El nombre de la entidad que empieza en `j`, o `None` si ahí no empieza ninguna."""
    if p.voz[j] not in VOZ.entidades and p.voz[j] not in VOZ.siglas:
        return None
    fin = j + 1
    while fin < j + _PIEZAS_DE_ENTIDAD and (
        (p.voz[fin].isalpha() and p.mayuscula(fin) and p.voz[fin] not in VOZ.marcas)
        or ((p.voz[fin] in VOZ.enlaces or p.voz[fin] == "-") and _sigue_nombre(p, fin))
    ):
        fin += 1
    if fin == j + 1 and p.voz[j] not in VOZ.siglas:
        # «de la Agencia», «de esta Dirección»: no dice cuál.
        return None
    return " ".join(p.escrito(j, fin).split())


def _sigue_nombre(p: Piezas, k: int) -> bool:
    """Si tras «de», «y», «la»… sigue otra palabra con mayúscula del nombre."""
    for j in (k + 1, k + 2):
        if p.voz[j].isalpha() and p.mayuscula(j):
            return p.voz[j] not in VOZ.cabezas and p.voz[j] not in VOZ.niveles
        if p.voz[j] not in VOZ.enlaces:
            return False
    return False


def entidad_detras(p: Piezas, i: int) -> str | None:
    """«… de 2015 del Ministerio de Transporte», «, expedida por la CREG»: quién la expidió."""
    j = i + (p.voz[i] == "," and p.voz[i + 1] in {*_EXPEDIDA, "del", "de"})
    if p.voz[j] in _EXPEDIDA:
        j += 1
        j += p.voz[j] == "por"
    while p.voz[j] in {"de", "del", "la", "el"}:
        j += 1
    return nombre_de_entidad(p, j) if j > i and p.mayuscula(j) else None
