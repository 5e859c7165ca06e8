"""Los números que un texto dice en letras y en cifra, cuando no concuerdan.

«VEINTE MILLONES DE PESOS ($2.000.000)», «$20.000.000 (DOS MILLONES DE PESOS)», «treinta (20) días».
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generador.errores import DatoInvalido
from generador.lengua.numeros import leer_cardinal
from generador.lengua.pesos import cifra, leer_monto

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

_CIFRA = r"(?:COP|COL)?\s*\$?\s*(?P<cifra>\d[\d.,'’´]*)"
# «… PESOS CON … CENTAVOS MONEDA LEGAL ($1.000,00)»: lo que va desde la moneda.
MONEDA = re.compile(
    r"\bpesos?\b(?:\s+con\s+(?P<centavos>\w+(?:\s+\w+){0,4}?)\s+centavos?\b)?"
    r"(?:\s+(?:moneda\s+(?:legal|corriente)|colombian[oa]s?|m\s*/?\s*cte|m\s*/?\s*l)\b\.?)*"
    rf"[\s*,]*[(\[][\s*]*{_CIFRA}",
    re.IGNORECASE,
)
# «VEINTE MILLONES ($20.000.000) DE PESOS»
SIN_MONEDA = re.compile(r"(?<=\w)[\s*]*\([\s*]*\$\s*(?P<cifra>\d[\d.,'’´]*)")
# «$20.000.000 (VEINTE MILLONES DE PESOS)»
AL_REVES = re.compile(
    r"\$\s*(?P<cifra>\d[\d.,'’´]*\d)[\s*]*\((?P<letras>[^()$\d]{3,200}?)\s+(?:de\s+)?pesos\b",
    re.IGNORECASE,
)
# «treinta (30) días», «quince por ciento (15 %)»
NUMERO = re.compile(
    r"(?<=[a-záéíóúñ])(?P<por>\s+por\s+ciento)?\*{0,2}\s+\(\*{0,2}(?P<cifra>\d{1,3}(?:\.\d{3})*|\d{4,9})\s*%?\*{0,2}\)",
    re.IGNORECASE,
)
SIN_TILDE = {
    "millon": "millón",
    "billon": "billón",
    "dieciseis": "dieciséis",
    "veintiun": "veintiún",
    "veintidos": "veintidós",
    "veintitres": "veintitrés",
    "veintiseis": "veintiséis",
}
PALABRAS, ANTES, LISTA = 30, 400, 400


class Discordia(NamedTuple):
    """Un número que no dice lo mismo en letras y en cifra: dónde está y qué dice cada uno."""

    posicion: int
    letras: str
    cifra: str
    es_monto: bool


def discordias(texto: str) -> Iterator[Discordia]:
    """Lo que no concuerda, en el orden en que se busca: montos y luego los demás números.

    >>> [(d.letras, d.cifra) for d in discordias("DOS MILLONES DE PESOS ($20'000.000)")]
    [('$2.000.000', '$20.000.000')]
    >>> [(d.letras, d.cifra) for d in discordias("$2.000 (TRES MIL PESOS), en treinta (20) días")]
    [('$3.000', '$2.000'), ('30', '20')]
    >>> list(discordias("DOS MIL PESOS ($2.000), en dos (2) días: tres (1) uno y (2) dos"))
    []
    """
    for hallada in MONEDA.finditer(texto):
        antes = texto[max(0, hallada.start() - ANTES) : hallada.start()]
        yield from _de_monto(hallada, enteros(antes), hallada["centavos"])
    for hallada in SIN_MONEDA.finditer(texto):
        antes = texto[max(0, hallada.start() - ANTES) : hallada.start()]
        yield from _de_monto(hallada, enteros(antes), None)
    for hallada in AL_REVES.finditer(texto):
        yield from _de_monto(hallada, enteros(hallada["letras"]), None)
    for hallada in NUMERO.finditer(texto):
        letras = enteros(texto[max(0, hallada.start() - ANTES) : hallada.start()])
        n = int(hallada["cifra"].replace(".", ""))
        # «son tres (1) la carta y (2) el anexo»: ese número abre una lista.
        en_lista = n == 1 and "(2)" in texto[hallada.end() : hallada.end() + LISTA]
        if letras is not None and letras != n and not en_lista:
            yield Discordia(hallada.start(), str(letras), str(n), es_monto=False)


def _de_monto(
    hallada: re.Match[str], letras: int | None, dichos: str | None
) -> Iterator[Discordia]:
    try:
        escrito = re.sub("['’´]", ".", hallada["cifra"]).rstrip(".,")
        en_cifra = leer_monto(escrito)
        centavos = leer_cardinal(dichos) if dichos else 0
    except DatoInvalido:
        return  # no se entiende como monto: no hay con qué comparar
    if letras is None:
        return
    en_letras: Decimal = leer_monto(f"{letras},{centavos:02d}")
    if en_letras != en_cifra:
        dicho = en_letras if centavos else leer_monto(str(letras))
        yield Discordia(hallada.start(), cifra(dicho), cifra(en_cifra), es_monto=True)


def enteros(antes: str) -> int | None:
    """El número con que termina un texto; `None` si no termina en uno bien escrito.

    >>> enteros("hasta por VEINTE MILLONES DE "), enteros("trenta y dos mil "), enteros("los ")
    (20000000, None, None)
    >>> enteros("la suma de VEINTIUN MILLONES")
    21000000
    """
    palabras = re.split(r"[^\w\s*]", antes)[-1].replace("*", " ").split()[-PALABRAS:]
    palabras = [SIN_TILDE.get(p.lower(), p) for p in palabras]
    if palabras[-1:] and palabras[-1].lower() == "de":
        palabras.pop()
    for i in range(len(palabras)):
        try:
            n = leer_cardinal(" ".join(palabras[i:]))
        except DatoInvalido:
            continue
        # Tras una «y» es el final de un número que no se entendió: no se sabe cuál es.
        return None if i and palabras[i - 1].lower() == "y" else n
    return None
