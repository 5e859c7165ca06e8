"""Lo que se parece a una señal y no lo es: se dice, para que no se funda en un párrafo.

Se reconoce por un signo que una barra vuelve literal, o por lo que hay en el renglón vecino.
"""

from __future__ import annotations

import re

from generador.lengua.rotulos import APELLIDO, ESPACIO, ORDINAL, PALABRA
from generador.marcado.marcas import NUMERADA, VINETA

_SEGUIDO = r"[ \u00a0]+(?=\S)"
# «1.- Uno», «1- Uno», «a)Uno», «1.Uno», «aa) Uno»: nunca son el comienzo de una frase.
MARCA_ERRADA = re.compile(
    r"\(?(?:"
    r"(?P<numero>\d{1,3})(?:\.-|\)-|-(?= )|\.(?=[A-ZÁÉÍÓÚÑ][^\W\d_])|\)(?=[^\W\d_]{2}))"
    r"|(?P<letra>[a-zñ])(?:\.-|\)-|\)(?=[^\W\d_]{2}))"
    r"|(?P<doble>[a-bd-hj-wy-zñ])(?P=doble)\)(?= )"
    r")[ \u00a0]*(?=[^\W\d_])"
)
# «1.1. Uno», «1.1 Uno», «1° Uno»: solo lo parecen pegados a otro renglón.
MARCA_COMPUESTA = re.compile(rf"(?:\d{{1,2}}(?:\.\d{{1,2}})+[.)]?|\d{{1,2}}\.?[°º][.)]?){_SEGUIDO}")
PROSA = re.compile(r"(?:del?|y|e|o|u|al?|en|por|con|para|que|ib[íi]d(?:em)?)\b")
TITULO = re.compile(
    r"[*“«\"»]*(?:LIBRO|T[ÍI]TULO|CAP[ÍI]TULO|SECCI[ÓO]N|SUBSECCI[ÓO]N)"
    r" (?:[IVXLC]+|\d+|[A-ZÁÉÍÓÚÑ]+[OA])(?:[*”»\"]*\Z|[.:–-][^a-záéíóúñ]*\Z)"
)
_ADORNO = r"[*_“«\"»”]{0,5}"
_ROTULO = rf"{_ADORNO}(?:{PALABRA})"
_CIFRA = r"\d[\w°º-]*(?:\.[\d°º][\w°º-]*)*"
_VALOR = (
    rf"(?:{ESPACIO}(?:(?i:n\.?[º°o]\.?|n[úu]m\.|n[úu]mero) ?)?"
    rf"(?:#?{_CIFRA}|{ORDINAL}|{APELLIDO}|[IVXLC]+\b|(?i:bis|ter)\b|\([^()]{{1,20}}\)))"
)
_TITULO_SIN_PUNTO = (
    r" (?!(?:DEL?|Y|AL?|EN)\b)[A-ZÁÉÍÓÚÑ](?!\w* (?:\d|N))[^.:\\]{0,80}[.:]"  # «Ley 80» es mención
)
ROTULO_RARO = re.compile(
    rf"{_ROTULO}(?:"
    r" ?(?:[.:–—-]|\*\*(?! ?\d+\*\* del? ))"  # «Artículo **Objeto.**», «Artículo.Objeto»
    rf"|{_VALOR}{{1,4}}(?: ?[.:)–—-]|\*\*|{_TITULO_SIN_PUNTO})"
    r")"
)
ROTULO_SOLO = re.compile(rf"{_ROTULO}{_VALOR}{{1,4}}[*_]{{0,3}}\Z")
# «artículo 1. Objeto», «Art. 1.- Objeto», «ARTíCULO 1. Objeto».
ROTULO_DESCUIDADO = re.compile(
    rf"{_ADORNO}(?i:art[íi]culo|par[áa]grafo|art\.|par\.){_VALOR}{{1,4}}"
    r" ?(?:\.-?|[:)–—-])(?=[\s*_]|\Z)"
)


def parece_marca(texto: str) -> bool:
    """Dice si el renglón empieza como el elemento de una lista, lo sea o no.

    >>> [parece_marca(x) for x in ("1. x", "1.1. x", "1.- x", "1.1. del Decreto", "2024. ")]
    [True, True, True, False, False]
    """
    for forma in (VINETA, NUMERADA, MARCA_ERRADA, MARCA_COMPUESTA):
        hallado = forma.match(texto)
        if hallado:
            return forma is VINETA or not PROSA.match(texto, hallado.end())
    return False


def errada(texto: str) -> tuple[str, str] | None:
    """La marca mal escrita del comienzo y cómo se escribe, o `None` si no la hay.

    >>> errada("1.- Uno"), errada("aa) Uno"), errada("1. Uno"), errada("5-A de la ley")
    (('1.-', '1. Uno'), ('aa)', 'a) Uno'), None, None)
    """
    hallado = MARCA_ERRADA.match(texto)
    if not hallado:
        return None
    bien = f"{hallado['numero']}." if hallado["numero"] else f"{hallado['letra'] or 'a'})"
    return hallado[0].strip(), f"{bien} {texto[hallado.end() :].split(' ', 1)[0]}"


def rotulo_raro(texto: str) -> str:
    """El comienzo de lo que parece un artículo o parágrafo mal escrito; vacío si no lo parece.

    >>> rotulo_raro("Artículo **Objeto.** Crear"), rotulo_raro("Artículo 5 Objeto. Crear")
    ('Artículo **', 'Artículo 5 Objeto.')
    >>> rotulo_raro("Artículo 5 de la Ley 80 de 1993."), rotulo_raro("Parágrafo 1 del artículo 2.")
    ('', '')
    """
    hallado = ROTULO_RARO.match(texto) or ROTULO_SOLO.match(texto)
    return hallado[0] if hallado else ""


def rotulo_descuidado(texto: str) -> str:
    """El comienzo de un artículo sin su mayúscula o abreviado; vacío si no lo parece.

    >>> rotulo_descuidado("art. 1.- Objeto"), rotulo_descuidado("Art. 1 de la Ley 80.")
    ('art. 1.-', '')
    """
    hallado = ROTULO_DESCUIDADO.match(texto)
    return hallado[0] if hallado else ""


def es_titulo(texto: str) -> bool:
    """Dice si el renglón no trae más que el rótulo de un título o capítulo, en mayúsculas.

    >>> es_titulo("“TÍTULO II"), es_titulo("CAPÍTULO ÚNICO. OBJETO"), es_titulo("TÍTULO II del D.")
    (True, True, False)
    """
    return TITULO.match(texto) is not None
