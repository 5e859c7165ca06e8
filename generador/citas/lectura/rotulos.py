"""Los rótulos de un nivel: «28 a 37, 83 y 87», «2.2.1.1.», «a) y b)», «primero», «II»."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.citas.lectura.vocabulario import VOZ

if TYPE_CHECKING:
    from generador.citas.lectura.piezas import Piezas

_ROMANO = re.compile(r"[ivxlcdm]+")
_CON_ROMANOS = frozenset(("libro", "parte", "titulo", "capitulo", "seccion", "anexo", "numeral"))
_DIVISIONES = frozenset(("libro", "parte", "titulo", "capitulo"))
_SUFIJOS = frozenset(("bis", "ter", "quater", "quinquies"))
_DE_ORDINAL = frozenset(("o", "a", "ro", "er", "do", "to", "mo", "vo"))
_TRAS_ORDINAL = frozenset(("de", "del", "y", "e", ",", "al", "a", "ibidem"))
_LETRAS = frozenset("abcdef")
_LETRA_SUELTA = frozenset(("de", "del", ",", ".", "y", ")", "ibidem"))
_Y = frozenset(("y", "e", "o", "u"))
_HASTA = frozenset(("a", "al", "hasta"))
_UNIDADES = frozenset(
    ("%", "dias", "dia", "meses", "mes", "años", "año", "horas", "salarios", "pesos", "millones",
     "de", "smlmv", "smmlv")
)  # fmt: skip
_TOPE_RANGO = 500
_CIFRAS = 4


def es_numero(voz: str) -> bool:
    """Si la pieza empieza por cifra."""
    return "0" <= voz[0] <= "9"


def leer_rotulo(p: Piezas, i: int, nivel: str) -> tuple[str, int] | None:
    """El rótulo que empieza en la pieza `i` y la pieza siguiente, o `None`."""
    if nivel == "paragrafo":
        return _de_paragrafo(p, i)
    return _sencillo(p, i, nivel)


def _sencillo(p: Piezas, i: int, nivel: str) -> tuple[str, int] | None:
    voz = p.voz[i]
    if es_numero(voz):
        return _numerico(p, i)
    if voz in VOZ.ordinales and (nivel not in _DIVISIONES or p.voz[i + 1] in {"de", "del"}):
        return p.escrito(i, i + 1).lower(), i + 1
    if nivel in _CON_ROMANOS and p.mayuscula(i) and _ROMANO.fullmatch(voz):
        return p.escrito(i, i + 1), i + 1
    if nivel in {"numeral", "literal"} and p.voz[i + 1] == ")" and _ROMANO.fullmatch(voz):
        return p.escrito(i, i + 1), i + 2
    if len(voz) == 1 and voz.isalpha() and nivel in {"literal", "anexo", "numeral", "seccion"}:
        return _letra(p, i, nivel)
    if voz == "(" and p.voz[i + 2] == ")" and nivel in {"literal", "numeral", "inciso"}:
        dentro = _sencillo(p, i + 1, nivel)
        return (dentro[0], i + 3) if dentro is not None else None
    entre = voz in {'"', "“", "«", "'", "‘"} and p.voz[i + 2] in {'"', "”", "»", "'", "’"}
    if entre and nivel == "literal" and len(p.voz[i + 1]) == 1 and p.voz[i + 1].isalpha():
        return p.escrito(i + 1, i + 2), i + 3
    return None


def _letra(p: Piezas, i: int, nivel: str) -> tuple[str, int] | None:
    if nivel != "literal" and not p.mayuscula(i):
        return None
    if p.pegada(i + 1) and p.voz[i + 1].isalnum():
        return None
    j = i + 1
    if p.voz[j] == ")" and p.pegada(j):
        j += 1
    return p.escrito(i, i + 1), j


def _numerico(p: Piezas, i: int) -> tuple[str, int] | None:
    rotulo, j = p.voz[i], i + 1
    if "/" in rotulo or any(len(c) > _CIFRAS for c in re.split(r"[.\-]", rotulo)):
        return None
    if p.voz[j] == "°":
        j += 1
    elif p.voz[j] == "." and p.voz[j + 1] == "°":
        j += 2
    elif p.pegada(j) and p.voz[j] in _DE_ORDINAL and not p.mayuscula(j):
        j += 1
    elif p.pegada(j) and _es_letra(p.voz[j]):
        rotulo, j = rotulo + p.voz[j].upper(), j + 1
    elif p.voz[j] in _LETRAS and p.mayuscula(j) and p.voz[j + 1] in _LETRA_SUELTA:
        # «artículo 47 A de la Ley».
        rotulo, j = rotulo + p.voz[j].upper(), j + 1
    elif p.voz[j] == "-" and p.pegada(j) and p.pegada(j + 1) and _es_letra(p.voz[j + 1]):
        rotulo, j = f"{rotulo}-{p.voz[j + 1].upper()}", j + 2
    if p.voz[j] == "." and p.voz[j - 1] in _DE_ORDINAL and p.voz[j + 1] in _TRAS_ORDINAL:
        j += 1
    if p.voz[j] in _SUFIJOS:
        rotulo, j = f"{rotulo} {p.voz[j]}", j + 1
    return None if p.voz[j] in {"%", "$"} else (rotulo, j)


def _es_letra(voz: str) -> bool:
    return len(voz) == 1 and voz.isalpha()


def _de_paragrafo(p: Piezas, i: int) -> tuple[str, int]:
    """Un parágrafo puede ir sin rótulo: es el único."""
    transitorio = p.voz[i] == "transitorio"
    if transitorio:
        numero = _sencillo(p, i + 1, "paragrafo") if p.voz[i + 1] != "y" else None
        if numero and numero[0] != "transitorio":
            return f"transitorio {numero[0]}", numero[1]
        return "transitorio", i + 1
    hallado = _sencillo(p, i, "paragrafo")
    if hallado is None:
        return "único", i
    rotulo, j = hallado
    if p.voz[i] in {"unico", "unica"}:
        return "único", j
    if p.voz[j] == "transitorio":
        return f"{rotulo} transitorio", j + 1
    return rotulo, j


def leer_marca(p: Piezas, i: int) -> int:
    """Salta «No.», «N°», «número» entre el nivel y su rótulo."""
    if p.voz[i] in {"no", "n", "nro", "num", "numero"}:
        j = i + 1
        while p.voz[j] in {".", "°"}:
            j += 1
        return j if es_numero(p.voz[j]) else i
    return i


def sigue_lista(p: Piezas, i: int, nivel: str, *, plural: bool) -> tuple[str, int] | None:
    """Si en `i` hay un separador y tras él otro rótulo: el separador y la pieza del rótulo."""
    j, coma = i, False
    if p.voz[j] == "." and es_numero(p.voz[i - 1]) and p.voz[j + 1] in _Y | {",", ";"}:
        j += 1
    if p.voz[j] in {",", ";"}:
        coma, j = True, j + 1
    signo = p.voz[j]
    if signo in _Y:
        if signo == "y" and p.voz[j + 1] == "/" and p.voz[j + 2] == "o":
            j += 2
        j += 1
        if p.voz[j] in {"el", "la"} and es_numero(p.voz[j + 1]):
            j += 1
    elif signo in _HASTA and (plural or signo != "a") and not coma:
        if p.voz[j + 1] == "el":
            j += 1
        return ("a", j + 1) if _es_otro(p, j + 1, nivel, suelto=False) else None
    elif not coma or not plural:
        return None
    return (",", j) if _es_otro(p, j, nivel, suelto=not plural) else None


def _es_otro(p: Piezas, i: int, nivel: str, *, suelto: bool) -> bool:
    """Si en `i` hay otro rótulo y no una fecha, un plazo ni otra cosa."""
    hallado = _sencillo(p, i, nivel)
    if hallado is None:
        return False
    _, j = hallado
    if not es_numero(p.voz[i]) and p.voz[i] != "(":
        # «y a», «o e»: una letra suelta solo cuenta entre literales.
        return nivel in {"literal", "anexo"} or len(p.voz[i]) > 1 or p.mayuscula(i)
    if p.voz[j] in _UNIDADES and p.voz[j] != "de":
        return False
    if p.voz[j] == "de" and p.voz[j + 1] in VOZ.meses:
        return False
    if p.voz[j] == "del" and VOZ.niveles.get(p.voz[j + 1]) == nivel:
        # «del artículo 2 y el 6 del artículo 6»: ese 6 no es otro artículo.
        return False
    return not suelto or p.mayuscula(j) or p.voz[j] in {"de", "del", ",", ")", "ibidem", ".", ";"}


def expandir(desde: str, hasta: str) -> list[str] | None:
    """Los rótulos de un rango, con los dos extremos; `None` si no es un rango.

    >>> expandir("28", "31"), expandir("a", "c"), expandir("2.2.1", "2.2.3")
    (['28', '29', '30', '31'], ['a', 'b', 'c'], ['2.2.1', '2.2.2', '2.2.3'])
    >>> expandir("37", "28") is None
    True
    """
    if len(desde) == len(hasta) == 1 and desde.isalpha() and hasta.isalpha():
        a, b = ord(desde), ord(hasta)
        return [chr(x) for x in range(a, b + 1)] if a < b else None
    cabeza, _, cola = desde.rpartition(".")
    cabeza_b, _, cola_b = hasta.rpartition(".")
    if cabeza != cabeza_b or not (cola.isdigit() and cola_b.isdigit()):
        return None
    a, b = int(cola), int(cola_b)
    if not a < b <= a + _TOPE_RANGO:
        return None
    punto = f"{cabeza}." if cabeza else ""
    return [f"{punto}{x}" for x in range(a, b + 1)]
