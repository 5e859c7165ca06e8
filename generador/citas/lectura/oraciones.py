"""Dónde acaba una oración, y qué anuncia lo que va entre comillas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.lectura.piezas import CORTE
from generador.citas.lectura.rotulos import es_numero
from generador.citas.lectura.vocabulario import VOZ

if TYPE_CHECKING:
    from generador.citas.lectura.piezas import Piezas

_ABREVIADAS = frozenset(
    ("no", "nos", "art", "arts", "rad", "exp", "num", "nums", "lit", "lits", "par", "inc", "dr",
     "dra", "sr", "sra", "pp", "p", "pag", "pags", "vol", "ed", "cfr", "cf", "ob", "cit", "op",
     "ss", "n", "nro", "cap", "tit", "sent", "res", "dec", "dto", "ibid", "mp", "cp", "etc", "ej")
)  # fmt: skip
_TITULO = frozenset(("por", "sobre", "mediante"))
_TRAS_POR = frozenset(("la", "el", "medio", "cual", "los", "las"))
_ATRAS = 40
TRECHO = 80
"""Cuántas piezas se mira atrás en busca del comienzo de la oración."""


def acaba_oracion(p: Piezas, i: int) -> bool:
    """Si el punto de la pieza `i` cierra una oración y no una abreviatura ni una sigla."""
    if i == 0:
        return False
    antes = p.voz[i - 1]
    if antes in _ABREVIADAS or (len(antes) == 1 and antes.isalpha()):
        return False
    sigue = p.voz[i + 1]
    if sigue == CORTE:
        return True
    if es_numero(antes) and "." in antes and not p.mayuscula(i + 1):
        return False
    if not sigue.isalnum():
        return sigue in {"“", "«", '"', "(", "-", "[", "•"}
    return p.mayuscula(i + 1) or es_numero(sigue)


def es_titulo_de_norma(p: Piezas, i: int) -> bool:
    """Si la comilla de la pieza `i` abre un título de norma: «Por la cual se…»."""
    return p.voz[i + 1] in _TITULO and p.voz[i + 2] in _TRAS_POR


def es_texto_propio(p: Piezas, i: int) -> bool:
    """Si la comilla `i` abre texto nuevo que este acto da a otra norma: «quedará así:»."""
    for j in range(i - 1, max(-1, i - _ATRAS), -1):
        voz = p.voz[j]
        if voz in {"quedara", "quedaran"}:
            return True
        if voz == "." and acaba_oracion(p, j):
            return False
    return False


def empieza_oracion(p: Piezas, i: int) -> int:
    """La pieza en que empieza la oración de la pieza `i`, sin mirar atrás más de un trecho."""
    for j in range(i - 1, max(-1, i - TRECHO), -1):
        voz = p.voz[j]
        if voz == CORTE or (voz == "." and acaba_oracion(p, j)):
            return j + 1
    return max(0, i - TRECHO)


def expide(voz: str) -> bool:
    """Si la palabra es un verbo con que se expide un acto."""
    return voz.startswith(VOZ.expedir)
