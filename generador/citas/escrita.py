"""La cita que alguien escribió como dato: una sola, que se lee entera y se vuelve a escribir."""

from __future__ import annotations

import re
from typing import Final

from generador.citas.catalogo import catalogo
from generador.citas.cita import Cita, Modo
from generador.citas.formato import Estilo, formatear
from generador.citas.lectura import leer
from generador.citas.norma import CON_ENTIDAD, Norma, Tipo
from generador.errores import DatoInvalido
from generador.texto import sugerencia

_FORMAS: Final = (Estilo.CORTA, Estilo.LARGA)
_CLAVE: Final = re.compile(r"[a-z_]+(?::[^\s:]+)+|constitucion")
_ANTES: Final = re.compile(r"\s*(?:(?:el|la|los|las)\s+)?", re.IGNORECASE)
_DESPUES: Final = re.compile(r"[\s.,;]*")


def citar_texto(texto: str, forma: str = "corta") -> str:
    """Devuelve la cita como se escribe: corta, o larga, con la fecha y el epígrafe que consten.

    `texto` es una clave del catálogo, el nombre de una norma o una cita completa, y nada más. Da
    `DatoInvalido` si no se entiende o trae más de una.

    >>> citar_texto("ley:2056:2020"), citar_texto("la Ley 2056 de 2020.")
    ('Ley 2056 de 2020', 'Ley 2056 de 2020')
    >>> citar_texto("arts. 29 y 28 de la Ley 2056 de 2020")
    'artículos 28 y 29 de la Ley 2056 de 2020'
    >>> citar_texto("la ley esa")
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: «la ley esa» no se entiende como una cita. Escríbala como...
    """
    if forma not in _FORMAS:
        raise DatoInvalido(
            f"Una cita no se escribe «{forma}».",
            sugerencia(str(forma), _FORMAS) or 'Escriba cita, cita("corta") o cita("larga").',
        )
    if not isinstance(texto, str):
        raise DatoInvalido(
            "Una cita se escribe como texto.", "Póngala entre comillas: «Ley 2056 de 2020»."
        )
    dada = texto.strip()
    leida = Cita(_de_clave(dada)) if _CLAVE.fullmatch(dada) else _unica(dada)
    completa = Cita(catalogo().completar(leida.norma), leida.localizadores)
    return formatear(completa, estilo=Estilo(forma))


def _de_clave(clave: str) -> Norma:
    """La norma de esa clave, esté o no en el catálogo: «ley:2056:2020»."""
    ficha = catalogo().de_clave(clave)
    if ficha is not None:
        return ficha.norma
    tipo, _, resto = clave.partition(":")
    numero, _, anio = resto.partition(":")
    if tipo in set(Tipo) - CON_ENTIDAD and numero and anio.isdecimal():
        norma = Norma(Tipo(tipo), numero.upper(), int(anio))
        if norma.clave == clave:
            return norma
    conocidas = [f.norma.clave for f in catalogo().fichas]
    raise DatoInvalido(
        f"«{clave}» no es la clave de una norma del catálogo.",
        sugerencia(clave, conocidas) or "Escriba la cita: «Ley 2056 de 2020».",
    )


def _unica(texto: str) -> Cita:
    """La única cita del texto, que no dice nada más."""
    halladas = leer(texto)
    if len(halladas) > 1:
        raise DatoInvalido(
            f"«{texto}» trae {len(halladas)} citas y aquí va una.", "Escriba cada una en su dato."
        )
    suya = next((h for h in halladas if h.modo is Modo.PLENA), None)
    if (
        suya is None
        or suya.cita is None
        or not _ANTES.fullmatch(texto[: suya.inicio])
        or not _DESPUES.fullmatch(texto[suya.fin :])
    ):
        raise DatoInvalido(
            f"«{texto}» no se entiende como una cita.",
            sugerencia(texto, catalogo().nombres)
            or "Escríbala como «Ley 2056 de 2020» o «artículo 28 de la Ley 2056 de 2020».",
        )
    return suya.cita
