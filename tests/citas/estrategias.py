"""Citas «bien formadas» al azar: normas del catálogo y los lugares que de ellas se citan.

Los localizadores van sin repetir y en el orden en que se escriben, de modo que quien lea lo que
`formatear` escribió pueda dar exactamente la misma cita.
"""

from __future__ import annotations

import string

from hypothesis import strategies as st

from generador.citas.catalogo import catalogo
from generador.citas.cita import Cita
from generador.citas.localizador import Localizador
from generador.citas.lugares import ordenar
from generador.citas.norma import Norma, Tipo
from generador.lengua.numeros import ordinal, romano

Camino = tuple[tuple[str, str], ...]

CON_ARTICULOS = frozenset(
    (
        Tipo.CONSTITUCION,
        Tipo.ACTO_LEGISLATIVO,
        Tipo.TRATADO,
        Tipo.LEY,
        Tipo.DECRETO_LEY,
        Tipo.CODIGO,
        Tipo.ESTATUTO,
        Tipo.DECISION,
        Tipo.DECRETO,
        Tipo.DECRETO_UNICO,
        Tipo.RESOLUCION,
        Tipo.ACUERDO,
        Tipo.ACUERDO_UNICO,
        Tipo.ORDENANZA,
    )
)

NUMEROS = st.integers(1, 2000).map(str)
CON_GUION = st.builds("{}-{}".format, st.integers(1, 900), st.integers(1, 12))
CON_PUNTOS = st.lists(st.integers(1, 30), min_size=3, max_size=7).map(
    lambda cifras: ".".join(map(str, cifras))
)
ARTICULOS = st.one_of(NUMEROS, NUMEROS, CON_GUION, CON_PUNTOS)
PARAGRAFOS = st.sampled_from(
    [*map(str, range(1, 8)), "transitorio", "1 transitorio", "7 transitorio", "único"]
)
INCISOS = st.sampled_from([*map(str, range(1, 11)), *(ordinal(n) for n in range(1, 11))])
NUMERALES = st.one_of(st.integers(1, 40).map(str), st.sampled_from(["5.1", "5.2", "10.3"]))
LITERALES = st.sampled_from(string.ascii_letters)
DIVISIONES = st.one_of(st.integers(1, 40).map(str), st.integers(1, 20).map(romano))
ANEXOS = st.sampled_from(["1", "2", "3", "05", "A"])


def nivel(nombre: str, rotulos: st.SearchStrategy[str]) -> st.SearchStrategy[Camino]:
    """Un camino de un solo nivel."""
    return rotulos.map(lambda rotulo: ((nombre, rotulo),))


def dentro(*partes: st.SearchStrategy[Camino]) -> st.SearchStrategy[Camino]:
    """Los caminos de las partes, uno dentro de otro."""
    return st.tuples(*partes).map(lambda caminos: tuple(par for c in caminos for par in c))


NADA: st.SearchStrategy[Camino] = st.just(())
ARTICULO = nivel("articulo", ARTICULOS)
PARAGRAFO = nivel("paragrafo", PARAGRAFOS)
INCISO = nivel("inciso", INCISOS)
NUMERAL = nivel("numeral", NUMERALES)
LITERAL = nivel("literal", LITERALES)
MENUDO = st.one_of(
    NADA, INCISO, NUMERAL, LITERAL, dentro(NUMERAL, LITERAL), dentro(LITERAL, NUMERAL)
)
DIVISION = st.one_of(
    dentro(nivel("titulo", DIVISIONES), st.one_of(NADA, nivel("capitulo", DIVISIONES))),
    dentro(nivel("parte", DIVISIONES), nivel("titulo", DIVISIONES)),
    dentro(nivel("capitulo", DIVISIONES), nivel("seccion", DIVISIONES)),
    nivel("libro", DIVISIONES),
)
EN_ARTICULO = dentro(ARTICULO, st.one_of(NADA, NADA, PARAGRAFO), MENUDO)
EN_DIVISION = dentro(DIVISION, st.one_of(NADA, ARTICULO))
EN_ANEXO = dentro(nivel("anexo", ANEXOS), st.one_of(NADA, NUMERAL))

localizadores = st.one_of(ARTICULO, EN_ARTICULO, EN_ARTICULO, EN_DIVISION, EN_ANEXO).map(
    Localizador
)
"""Un lugar cualquiera de una norma con artículos."""

de_articulos = st.lists(
    st.one_of(st.integers(1, 60), st.integers(1, 2000)), min_size=1, max_size=40, unique=True
).map(lambda numeros: [Localizador.de(articulo=str(n)) for n in numeros])
"""Muchos artículos, con rangos."""


def normas() -> st.SearchStrategy[Norma]:
    """Las normas del catálogo."""
    return st.sampled_from(catalogo().normas)


@st.composite
def citas(draw: st.DrawFn) -> Cita:
    """Una norma del catálogo y, si tiene artículos, de cero a seis lugares de ella."""
    norma = draw(normas())
    if norma.tipo not in CON_ARTICULOS:
        return Cita(norma)
    lugares = draw(st.one_of(st.lists(localizadores, max_size=6), de_articulos))
    return Cita(norma, ordenar(lugares))
