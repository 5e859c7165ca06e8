"""Lo que va junto a un lugar y no lo cambia: su nombre, «(parcial)», «y siguientes»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.lectura.vocabulario import VOZ

if TYPE_CHECKING:
    from generador.citas.lectura.piezas import Piezas

_CON_NOMBRE = frozenset(("libro", "parte", "titulo", "capitulo", "seccion", "anexo"))
_LARGO_NOMBRE = 14
_LARGO_GLOSA = 8


def saltar_nombre(p: Piezas, i: int, nivel: str) -> int:
    """«Capítulo 30, Abogacía de la Competencia, del Decreto»: salta el nombre entre comas."""
    if nivel not in _CON_NOMBRE or p.voz[i] != "," or not p.mayuscula(i + 1):
        return i
    for j in range(i + 2, i + _LARGO_NOMBRE):
        voz = p.voz[j]
        if voz == ",":
            return j if p.voz[j + 1] in {"del", "de"} else i
        if not voz.isalpha() or voz in VOZ.niveles or voz in VOZ.cabezas:
            return i
    return i


def saltar_acotacion(p: Piezas, i: int) -> int:
    """«artículo 2 (parcial)», «artículos 13 y siguientes»: lo que no cambia el lugar."""
    if p.voz[i] == "(":
        i = _saltar_glosa(p, i)
    if p.voz[i] in {"y", "e"} and p.voz[i + 1] in {"ss", "siguientes", "sgtes", "concordantes"}:
        i += 2
        if p.voz[i] == "." and p.voz[i + 1] in {"de", "del"}:
            i += 1
        if p.voz[i] == "y" and p.voz[i + 1] == "concordantes":
            i += 2
    return i


def _saltar_glosa(p: Piezas, i: int) -> int:
    """«artículo 2 (parcial)», «29 (debido proceso)»: palabras que explican el lugar."""
    for j in range(i + 1, i + _LARGO_GLOSA):
        voz = p.voz[j]
        if voz == ")" and j > i + 1:
            return j + 1
        if not voz.isalpha() or voz in VOZ.niveles or voz in VOZ.cabezas:
            return i
    return i
