"""Lo que siempre se cumple al leer: ida y vuelta con el formato, lugares exactos, nunca fallar."""

from __future__ import annotations

import re
import string
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generador.citas.catalogo import catalogo
from generador.citas.cita import Cita, CitaHallada
from generador.citas.formato import Estilo, formatear
from generador.citas.lectura import leer
from generador.citas.localizador import Localizador
from generador.citas.norma import Norma, Tipo

from . import estrategias
from .casos import lineas
from .estrategias import CON_ARTICULOS
from .sopa import PALABRAS, SOPA


def _escribible(cita: Cita) -> bool:
    """Si de lo escrito se puede saber, sin más, qué se citó.

    En la Constitución, «189-11» es el numeral 11 del artículo 189.
    """
    de_carta = cita.norma.tipo is Tipo.CONSTITUCION
    return not (de_carta and any("-" in articulo for articulo in cita.articulos))


def citas() -> st.SearchStrategy[Cita]:
    """Las citas al azar que se pueden escribir de un solo modo."""
    return estrategias.citas().filter(_escribible)


ESTILOS = [
    pytest.param(Estilo.CORTA, False, id="corta"),
    pytest.param(Estilo.CORTA, True, id="con_articulo"),
    pytest.param(Estilo.LARGA, False, id="larga"),
    pytest.param(Estilo.LARGA, True, id="larga_con_articulo"),
]
CORTA = settings(derandomize=True, deadline=None, max_examples=300)
LARGA = settings(derandomize=True, deadline=None, max_examples=6000)
# El texto que rodea a las citas: de todo, con las palabras con que se cita.
CUALQUIERA = st.text(max_size=120)
REVUELTO = st.lists(st.one_of(st.sampled_from(SOPA), st.text(max_size=6)), max_size=60).map(
    " ".join
)
PEGADO = st.lists(st.sampled_from(SOPA), max_size=40).map("".join)
CONTROLES = st.text(
    st.sampled_from(
        "\r\n\t\f\v\x00\x1f\x85\u2028\u2029\u00ad\ufeff\u0301\u200b\u202e°º\"«»“”'’—·xÍİß"
    ),
    max_size=10,
)
HOSTIL = st.one_of(
    CUALQUIERA,
    REVUELTO,
    PEGADO,
    REVUELTO.map(lambda t: unicodedata.normalize("NFD", t)),
    REVUELTO.map(lambda t: t.replace(" ", "\r\n")),
    st.lists(st.one_of(st.sampled_from(SOPA), CONTROLES), max_size=50).map(" ".join),
)
ENTRE_PALABRAS = re.compile(" (?!Libro|Parte|Título|Capítulo|Sección|Anexo)")
TEXTOS_DE_LA_TABLA = [x[2:] for x in lineas("lectura.txt") if x.startswith("> ")]


def citadas(texto: str) -> list[Cita | None]:
    """Lo que se cita en el texto, sin lo que va entre comillas (el epígrafe de la cita larga)."""
    return [hallada.cita for hallada in leer(texto) if not hallada.transcrita]


def vuelve(cita: Cita, estilo: Estilo, *, con_articulo: bool) -> None:
    escrita = formatear(cita, estilo=estilo, con_articulo=con_articulo)
    leidas = citadas(f"Según {escrita}, se resuelve.")
    assert leidas == [cita], escrita


def revisar_lugares(texto: str, *, tolerante: bool) -> list[CitaHallada]:
    """Lo que cumple toda lectura; devuelve lo hallado."""
    halladas = leer(texto, tolerante=tolerante)
    for hallada in halladas:
        assert hallada.texto == texto[hallada.inicio : hallada.fin] != ""
        assert hallada.linea == texto.count("\n", 0, hallada.inicio) + 1
    for una, otra in pairwise(halladas):
        assert una.fin <= otra.inicio, (una.texto, otra.texto)
    return halladas


# --- lo escrito se lee --------------------------------------------------------------------------


@pytest.mark.parametrize("norma", catalogo().normas, ids=lambda norma: norma.clave)
def test_cada_norma_del_catalogo_se_lee_como_se_escribe(norma: Norma) -> None:
    lugares = [Localizador.de(articulo="12", numeral="3")] if norma.tipo in CON_ARTICULOS else []
    for cita in (Cita(norma), Cita(norma, tuple(lugares))):
        for estilo in (Estilo.CORTA, Estilo.LARGA):
            for con_articulo in (False, True):
                vuelve(cita, estilo, con_articulo=con_articulo)


@pytest.mark.parametrize(("estilo", "con_articulo"), ESTILOS)
@given(cita=citas())
@CORTA
def test_leer_lo_formateado(estilo: Estilo, con_articulo: bool, cita: Cita) -> None:  # noqa: FBT001 - lo da la tabla
    vuelve(cita, estilo, con_articulo=con_articulo)


@pytest.mark.lenta
@pytest.mark.parametrize(("estilo", "con_articulo"), ESTILOS)
@given(cita=citas())
@LARGA
def test_leer_lo_formateado_campana(estilo: Estilo, con_articulo: bool, cita: Cita) -> None:  # noqa: FBT001 - lo da la tabla
    vuelve(cita, estilo, con_articulo=con_articulo)


@given(st.lists(citas(), min_size=2, max_size=4))
@CORTA
def test_cada_cita_de_una_lista_de_oraciones(varias: list[Cita]) -> None:
    texto = "\n\n".join(f"Se aplica lo dicho en {formatear(cita)}." for cita in varias)
    assert [hallada.cita for hallada in leer(texto)] == varias


@given(citas(), st.randoms(use_true_random=False))
@CORTA
def test_partir_renglones_no_cambia_lo_leido(cita: Cita, azar: object) -> None:
    elegir = azar.random  # type: ignore[attr-defined]  # el azar de Hypothesis no tiene tipo propio
    escrita = f"según {formatear(cita, con_articulo=True)}, se hará"
    # «Título II» solo en su renglón es un encabezado: ante una división no se parte.
    partida = ENTRE_PALABRAS.sub(lambda _: "\n" if elegir() < 0.5 else " ", escrita)
    assert citadas(partida) == citadas(escrita) == [cita]
    assert citadas(partida.replace("\n", "\r\n")) == [cita]


@given(citas())
@CORTA
def test_en_mayusculas_sostenidas(cita: Cita) -> None:
    assume(not any("." in articulo for articulo in cita.articulos))  # ver lectura_pendiente.txt
    (leida,) = citadas(f"SEGÚN {formatear(cita).upper()}, SE RESUELVE")
    assert leida is not None
    assert leida.norma == cita.norma
    assert sin_mayusculas(leida) == sin_mayusculas(cita)


def sin_mayusculas(cita: Cita) -> list[tuple[tuple[str, str], ...]]:
    """Los caminos sin distinguir «a» de «A»."""
    return [tuple((n, r.casefold()) for n, r in x.camino) for x in cita.localizadores]


@given(citas())
@CORTA
def test_con_las_tildes_sueltas(cita: Cita) -> None:
    escrita = unicodedata.normalize("NFD", f"según {formatear(cita)}, se hará")
    assert [leida and leida.norma for leida in citadas(escrita)] == [cita.norma]


# --- toda lectura -------------------------------------------------------------------------------


@given(HOSTIL, st.booleans())
@CORTA
def test_nunca_falla_y_dice_donde(texto: str, tolerante: bool) -> None:  # noqa: FBT001 - lo da Hypothesis
    revisar_lugares(texto, tolerante=tolerante)


@pytest.mark.lenta
@given(HOSTIL, st.booleans())
@settings(derandomize=True, deadline=None, max_examples=20_000)
def test_nunca_falla_y_dice_donde_campana(texto: str, tolerante: bool) -> None:  # noqa: FBT001 - lo da Hypothesis
    revisar_lugares(texto, tolerante=tolerante)


@given(st.lists(st.sampled_from(TEXTOS_DE_LA_TABLA), max_size=12), st.booleans())
@CORTA
def test_los_casos_de_la_tabla_revueltos(textos: list[str], tolerante: bool) -> None:  # noqa: FBT001 - lo da Hypothesis
    revisar_lugares(" y \n".join(textos).replace("¶", "\n\n"), tolerante=tolerante)


@given(citas(), CONTROLES, CONTROLES)
@CORTA
def test_los_desplazamientos_son_del_original(cita: Cita, antes: str, despues: str) -> None:
    escrita = formatear(cita)
    texto = f"{antes}\n\nsegún {escrita}\n\n{despues}"
    halladas = revisar_lugares(texto, tolerante=True)
    donde = len(antes) + len("\n\nsegún ")
    assert any(h.inicio == donde and h.cita and h.cita.norma == cita.norma for h in halladas)


@given(st.text(alphabet=string.ascii_lowercase + " ,.\n", max_size=200))
@CORTA
def test_sin_palabras_de_citar_no_hay_citas(texto: str) -> None:
    if not set(re.findall(r"[a-z]+", texto)) & PALABRAS:
        assert leer(texto) == []


@given(HOSTIL)
@settings(derandomize=True, deadline=None, max_examples=100)
def test_leer_dos_veces_da_lo_mismo(texto: str) -> None:
    assert leer(texto, tolerante=True) == leer(texto, tolerante=True)
