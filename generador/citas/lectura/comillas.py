"""Qué partes del texto son transcripción: lo que va entre comillas, con sus anidadas."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, NamedTuple

from generador.citas.lectura.piezas import CORTE

if TYPE_CHECKING:
    from generador.citas.lectura.piezas import Piezas

_ABREN = {"“": "”", "«": "»"}
_CIERRAN = {"”": "“", "»": "«"}
# Una comilla que abre y no cierra en este trecho es una errata, no una transcripción.
_LARGO = 60_000
_HONDURA = 5
# Más comillas abiertas a la vez no las hay: son erratas, y recordarlas todas saldría caro.
_ABIERTAS = 40


class _Abierta(NamedTuple):
    pieza: int
    parrafo: int
    larga: bool


def transcripciones(p: Piezas) -> dict[int, int]:
    """Las comillas que abren (por número de pieza) con la pieza en que cierran.

    No abren las que repiten la comilla al comienzo de cada párrafo de una misma transcripción,
    ni las que no cierran. Una que abre en mitad de una frase cierra en su párrafo o en el
    siguiente: solo las que abren renglón o van tras «:» encierran varios.
    """
    pares: dict[int, int] = {}
    abiertas: deque[_Abierta] = deque(maxlen=_ABIERTAS)
    recta: int | None = None
    parrafo = 0
    for i, voz in enumerate(p.voz):
        if voz == CORTE:
            recta, parrafo = None, parrafo + 1
        elif voz == '"':
            recta = _recta(p, i, recta, abiertas, pares)
        elif voz in _ABREN and not _cierra_mal(p, i):
            al_margen = p.abre_renglon(i)
            if not (abiertas and al_margen and p.voz[abiertas[-1].pieza] == voz):
                abiertas.append(_Abierta(i, parrafo, al_margen or p.voz[i - 1] == ":"))
        elif voz in _CIERRAN and _sigue(p, i, abiertas):
            continue
        elif voz in _CIERRAN or voz in _ABREN:
            _cerrar(p, i, parrafo, abiertas, pares)
    return pares


def _cierra_mal(p: Piezas, i: int) -> bool:
    """«(…) “»: una comilla de abrir puesta donde cierra."""
    fin = p.fin[i]
    return p.texto[fin : fin + 1] in {" ", "\n", "", ".", ","} and p.texto[fin : fin + 2] != " «"


def _sigue(p: Piezas, i: int, abiertas: deque[_Abierta]) -> bool:
    """«»» al comienzo del párrafo y pegada a lo que sigue: la transcripción continúa."""
    return bool(abiertas) and p.pegada(i + 1) and p.voz[i + 1].isalnum() and p.abre_renglon(i)


def _cerrar(
    p: Piezas, i: int, parrafo: int, abiertas: deque[_Abierta], pares: dict[int, int]
) -> None:
    while abiertas and p.ini[i] - p.ini[abiertas[0].pieza] > _LARGO:
        abiertas.popleft()
    while abiertas and not abiertas[-1].larga and parrafo - abiertas[-1].parrafo > 1:
        abiertas.pop()
    signo = _CIERRAN.get(p.voz[i], p.voz[i])
    for n in range(len(abiertas) - 1, max(-1, len(abiertas) - 1 - _HONDURA), -1):
        if p.voz[abiertas[n].pieza] == signo:
            pares[abiertas[n].pieza] = i
            while len(abiertas) > n:
                abiertas.pop()
            return
    if abiertas:
        pares[abiertas.pop().pieza] = i


def _recta(
    p: Piezas, i: int, recta: int | None, abiertas: deque[_Abierta], pares: dict[int, int]
) -> int | None:
    """La comilla recta abre o cierra según lo que la rodea."""
    if recta is not None:
        pares[recta] = i
        return None
    antes = p.texto[p.ini[i] - 1 : p.ini[i]]
    if antes and not antes.isspace() and antes not in "([*_":
        if abiertas:
            pares[abiertas.pop().pieza] = i
        return None
    return i
