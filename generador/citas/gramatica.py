"""Género, plural y artículo de lo que nombra una cita: «la Ley», «del Decreto», «los Acuerdos».

Fuente: RAE y ASALE, *Nueva gramática de la lengua española*, §§ 2 y 14; *Diccionario
panhispánico de dudas*, «al, del».
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from generador.citas.norma import ROTULOS
from generador.texto import clave

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generador.citas.norma import Tipo

# La primera palabra dice el género. Lo que no se conoce por aquí (una sigla, una ciudad) va sin
# artículo: «de DIAN» suena seco, pero «del DIAN» es un error.
_MASCULINA = re.compile(r"\w+o|comite|conpes|regimen|tribunal")
_FEMENINA = re.compile(
    r"\w+[cs]ion|\w+dad|agencia|(?:sub|super)?intendencia|(?:vice)?presidencia"
    r"|(?:alcald|auditor|camar|cart|contadur|contralor|defensor|fiscal|gacet|jefatur|junt|mes"
    r"|personer|procuradur|registradur|sal|secretar|veedur|asamble|empres|directiv|ordenanz)i?a"
    r"|sentencia|circular|corte|ley|obra"
)
_COMPUESTA = re.compile(r"[,;]| [ye] ")
# «artículos 5 y 7», pero no «numerales 4 y 8 del artículo 2»: a esa la cierra su artículo.
_ACABA_EN_LISTA = re.compile(r"(?:,| [ye] )(?!.* (?:del|de la) )")
_VOCALES = frozenset("aeiou")
_ARTICULOS = {("m", 1): "el", ("m", 2): "los", ("f", 1): "la", ("f", 2): "las"}


def articulo(nombre: str) -> str:
    """El artículo de un nombre por su primer sustantivo, o cadena vacía si no se puede saber.

    >>> articulo("Ley 80 de 1993"), articulo("Estatuto Tributario"), articulo("DIAN")
    ('la', 'el', '')
    """
    genero = _genero(nombre)
    return _ARTICULOS[genero, 1] if genero else ""


def articulo_plural(nombre: str) -> str:
    """El artículo plural de una palabra conocida: «los» decretos, «las» leyes."""
    return _ARTICULOS[_genero(nombre) or "m", 2]


def _genero(nombre: str) -> str:
    primera = clave(nombre).removeprefix("presente ").partition(" ")[0]
    if _MASCULINA.fullmatch(primera):
        return "m"
    return "f" if _FEMENINA.fullmatch(primera) else ""


def de(nombre: str) -> str:
    """El nombre tras la preposición «de», con su artículo contraído.

    >>> de("Ley 80 de 1993"), de("Ministerio de Minas y Energía"), de("Colombia Compra Eficiente")
    ('de la Ley 80 de 1993', 'del Ministerio de Minas y Energía', 'de Colombia Compra Eficiente')
    """
    determinante = articulo(nombre)
    return f"del {nombre}" if determinante == "el" else f"de {determinar(nombre)}"


def determinar(nombre: str) -> str:
    """El nombre con su artículo delante, si se sabe cuál es.

    >>> determinar("Sentencia C-713 de 2008"), determinar("CONPES 3950 de 2018")
    ('la Sentencia C-713 de 2008', 'el CONPES 3950 de 2018')
    """
    return f"{articulo(nombre)} {nombre}".lstrip()


def plural(rotulo: str) -> str:
    """El plural del rótulo de una norma; el complemento no cambia.

    >>> plural("Ley"), plural("Acto Legislativo"), plural("Decreto Ley"), plural("Resolución")
    ('Leyes', 'Actos Legislativos', 'Decretos Ley', 'Resoluciones')
    >>> plural("CONPES"), plural("Proyecto de Ley")
    ('CONPES', 'Proyectos de Ley')
    """
    primera, *resto = rotulo.split(" ")
    adjetivos = [_pluralizar(p) if p == "Legislativo" else p for p in resto]
    return " ".join([_pluralizar(primera), *adjetivos])


def _pluralizar(palabra: str) -> str:
    if palabra.endswith(("s", "S")):
        return palabra
    if clave(palabra)[-1] in _VOCALES:
        return f"{palabra}s"
    return f"{palabra.replace('ó', 'o')}es"


def unir(partes: Sequence[str], *, separador: Literal[",", ";"] = ",") -> str:
    """Las partes de una cita en una frase que no deja duda de dónde acaba cada una.

    Dos van con «y», precedida de coma si la primera acaba en una enumeración; tres o más, con el
    `separador`, que es punto y coma en todo caso si alguna ya trae comas o conjunciones.

    >>> unir(["artículo 5 de la Ley 80 de 1993", "Decreto 1082 de 2015"])
    'artículo 5 de la Ley 80 de 1993 y Decreto 1082 de 2015'
    >>> unir(["artículos 5 y 7", "numeral 2 del artículo 6"])
    'artículos 5 y 7, y numeral 2 del artículo 6'
    >>> unir(["artículos 5 y 7", "numeral 2 del artículo 8", "inciso 1 del artículo 9"])
    'artículos 5 y 7; numeral 2 del artículo 8; e inciso 1 del artículo 9'
    """
    *primeras, ultima = partes
    if not primeras:
        return ultima
    conjuncion = "e" if ultima.startswith("inciso") else "y"
    if len(primeras) == 1 and ";" not in primeras[0]:
        coma = "," if _ACABA_EN_LISTA.search(primeras[0]) else ""
        return f"{primeras[0]}{coma} {conjuncion} {ultima}"
    if separador == ";" or any(_COMPUESTA.search(parte) for parte in partes):
        return f"{'; '.join(primeras)}; {conjuncion} {ultima}"
    return f"{', '.join(primeras)} {conjuncion} {ultima}"


def presente(acto: Tipo) -> str:
    """Cómo se nombra a sí mismo un acto de esa clase, sin artículo.

    >>> from generador.citas.norma import Tipo
    >>> presente(Tipo.DECRETO), presente(Tipo.RESOLUCION), presente(Tipo.CONPES)
    ('presente decreto', 'presente resolución', 'presente CONPES')
    """
    rotulo = ROTULOS[acto]
    return f"presente {rotulo if rotulo.isupper() else rotulo.lower()}"
