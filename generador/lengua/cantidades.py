"""Cantidades contadas en letras y cifras, concordadas con su sustantivo: «quince (15) días».

Fuente: RAE, *Diccionario panhispánico de dudas*, «uno» (apócope y femenino ante /a/ tónica) y
«millón» (se construye con «de»).
"""

from __future__ import annotations

import re

from generador.lengua.numeros import MILLON, Genero, cardinal

_VOCALES_CON_TILDE = frozenset("áéíóú")
_NUCLEO = re.compile(r"[iuü]?[aeo][iu]?|[iuü]+")
_BISILABA = 2


def cantidad(n: int, singular: str, plural: str, genero: Genero = Genero.MASCULINO) -> str:
    """La cantidad en letras, su cifra entre paréntesis y el sustantivo que le toca.

    `singular` y `plural` van enteros («día hábil», «días hábiles»). Con millones exactos lleva
    «de», y el femenino que empieza por /a/ tónica lleva «un» en singular («un (1) acta»).
    Los errores son los de `cardinal`.

    >>> cantidad(15, "día hábil", "días hábiles"), cantidad(1, "mes", "meses")
    ('quince (15) días hábiles', 'un (1) mes')
    >>> cantidad(201, "hectárea", "hectáreas", Genero.FEMENINO)
    'doscientas una (201) hectáreas'
    """
    letras = cardinal(n, genero=genero, apocope=True)
    if n == 1 and _empieza_por_a_tonica(singular):
        letras = cardinal(n, apocope=True)
    cifras = f"{n:,}".replace(",", ".")
    de = "de " if n and n % MILLON == 0 else ""
    return f"{letras} ({cifras}) {de}{singular if n == 1 else plural}"


def _empieza_por_a_tonica(sustantivo: str) -> bool:
    """Si la primera sílaba es «a» o «ha» y lleva el acento: acta, área, agua, aula.

    Basta la regla ortográfica: sin tilde, una palabra de dos sílabas que acaba en vocal, n o s
    es llana, y una de una sílaba no tiene otra.
    """
    palabra = sustantivo.split(maxsplit=1)[0].lower()
    if not palabra.startswith(("a", "á", "ha", "há")):
        return False
    if _VOCALES_CON_TILDE & set(palabra):
        return palabra.startswith(("á", "há"))
    silabas = len(_NUCLEO.findall(palabra))
    return silabas == 1 or (silabas == _BISILABA and palabra.endswith(tuple("aeiouns")))
