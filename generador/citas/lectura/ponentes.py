"""Quién fue ponente de una providencia, y de qué sala o sección salió."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.lectura.piezas import CORTE
from generador.citas.lectura.vocabulario import VOZ

if TYPE_CHECKING:
    from generador.citas.lectura.piezas import Piezas

_TRECHO = 14
_LARGO_NOMBRE = 7
_CUANTOS = 9
_SIGLAS = (("m", ".", "p"), ("c", ".", "p"), ("mm", ".", "pp"), ("cc", ".", "pp"))
_PALABRAS = (("magistrado", "ponente"), ("magistrada", "ponente"), ("consejero", "ponente"),
             ("consejera", "ponente"), ("magistrados", "ponentes"), ("magistradas", "ponentes"),
             ("mp",), ("cp",))  # fmt: skip
_SALAS = frozenset(("sala", "seccion", "subseccion"))


def leer_ponentes(p: Piezas, desde: int, hasta: int) -> tuple[str, ...]:
    """Los ponentes que se nombran entre las piezas `desde` y `hasta`, o poco después."""
    for i in range(desde, min(hasta + _TRECHO, len(p.voz) - _LARGO_NOMBRE)):
        if p.voz[i] == CORTE:
            break
        if i >= hasta and (p.voz[i] in VOZ.cabezas or p.voz[i] in VOZ.niveles):
            break
        inicio = _rotulo(p, i)
        if inicio is not None:
            return _nombres(p, inicio)
    return ()


def _rotulo(p: Piezas, i: int) -> int | None:
    """La pieza que sigue a «M.P.» o «Consejera ponente:», si en `i` hay uno."""
    for voces in (*_SIGLAS, *_PALABRAS):
        fin = i + len(voces)
        if tuple(p.voz[i:fin]) == voces and p.mayuscula(i):
            while p.voz[fin] in {".", ":", "dr", "dra", "doctor", "doctora"}:
                fin += 1
            return fin
    return None


def _nombres(p: Piezas, i: int) -> tuple[str, ...]:
    hallados: list[str] = []
    while len(hallados) < _CUANTOS:
        fin = i
        while fin < i + _LARGO_NOMBRE and _de_nombre(p, fin):
            fin += 1
        if fin == i:
            break
        hallados.append(" ".join(p.escrito(i, fin).split()))
        if p.voz[fin] not in {",", "y", "e"}:
            break
        i = fin + 1
        if p.voz[i] in {"y", "e"}:
            i += 1
    return tuple(hallados)


def _de_nombre(p: Piezas, i: int) -> bool:
    voz = p.voz[i]
    if voz in VOZ.cabezas or voz in VOZ.niveles or voz in {"rad", "exp", "sentencia", "av", "sv"}:
        return False
    if voz in {"de", "la", "del", "las", "los"}:
        return p.mayuscula(i + 1) or (p.voz[i + 1] == "la" and p.mayuscula(i + 2))
    return voz.isalpha() and p.mayuscula(i)


def leer_seccion(p: Piezas, desde: int, hasta: int) -> str | None:
    """La sala o sección nombrada entre esas piezas: «Sección Tercera, Subsección C»."""
    for i in range(desde, hasta):
        if p.voz[i] in _SALAS and p.mayuscula(i):
            fin = i + 1
            while fin < hasta and (
                (p.voz[fin].isalpha() and p.mayuscula(fin) and p.voz[fin] not in VOZ.cabezas)
                or p.voz[fin] in VOZ.enlaces
                or (p.voz[fin] in {",", "."} and p.voz[fin + 1] in _SALAS)
            ):
                fin += 1
            while p.voz[fin - 1] in VOZ.enlaces:
                fin -= 1
            return " ".join(p.escrito(i, fin).split())
    return None
