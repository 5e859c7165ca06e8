"""Cómo se escriben las citas."""

from __future__ import annotations

import re
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.citas.cita import Cita
from generador.citas.formato import Estilo, enlazar, estilos_en_secuencia, formatear, nombrar
from generador.citas.localizador import Localizador
from generador.citas.lugares import colapsar, en_prosa, ordenar
from generador.citas.norma import Norma, Tipo
from generador.errores import DatoInvalido

from .casos import expandir, leer_cita, pares
from .estrategias import citas, de_articulos, localizadores

LEY = Norma(Tipo.LEY, "2056", 2020, date(2020, 9, 30), nombre="Por la cual se regula algo")
ACTOS = {"decreto": Tipo.DECRETO, "resolución": Tipo.RESOLUCION}
MODIFICADOR = re.compile(r"(el|larga|ibidem|decreto|resolución): (.+)")


@pytest.mark.parametrize(("entrada", "esperado"), pares("formato.txt"))
def test_tabla_de_formato(entrada: str, esperado: str) -> None:
    modificada = MODIFICADOR.fullmatch(entrada)
    modo, texto = modificada.groups() if modificada else ("", entrada)
    assert (
        formatear(
            leer_cita(texto),
            estilo=Estilo(modo) if modo in set(Estilo) else Estilo.CORTA,
            con_articulo=modo == "el",
            acto=ACTOS.get(modo),
        )
        == esperado
    )


@pytest.mark.parametrize(("entrada", "esperado"), pares("enlaces.txt"))
def test_tabla_de_enlaces(entrada: str, esperado: str) -> None:
    con_articulo = entrada.startswith("el: ")
    varias = [leer_cita(texto) for texto in entrada.removeprefix("el: ").split(" + ")]
    assert enlazar(varias, con_articulo=con_articulo) == esperado


def test_larga_con_fecha_y_epigrafe() -> None:
    cita = Cita(LEY, (Localizador.de(articulo="28"),))
    assert formatear(Cita(LEY), estilo=Estilo.LARGA) == (
        "Ley 2056 del 30 de septiembre de 2020, «Por la cual se regula algo»"
    )
    assert formatear(cita, estilo=Estilo.LARGA, con_articulo=True) == (
        "el artículo 28 de la Ley 2056 del 30 de septiembre de 2020, «Por la cual se regula algo»"
    )


def test_larga_de_lo_que_no_dice_su_anio_no_lo_inventa() -> None:
    constitucion = Norma(Tipo.CONSTITUCION, fecha=date(1991, 7, 4))
    estatuto = Norma(Tipo.ESTATUTO, fecha=date(1989, 3, 30), nombre="Estatuto Tributario")
    sentencia = Norma(Tipo.SENTENCIA, "24715", entidad="Consejo de Estado")
    assert nombrar(constitucion, larga=True) == "Constitución Política"
    assert nombrar(estatuto, larga=True) == "Estatuto Tributario"
    assert nombrar(sentencia, larga=True) == "Consejo de Estado, Rad. 24715"


def test_larga_de_sentencia_con_lo_que_sabe_el_catalogo() -> None:
    radicado = "11001-03-26-000-2003-00014-01"
    consejo = Norma(Tipo.SENTENCIA, radicado, 2007, entidad="Consejo de Estado")
    larga = nombrar(consejo, larga=True)
    assert larga.startswith("Consejo de Estado. Sección Tercera. Sentencia del 3 de diciembre")
    assert larga.endswith(f"Rad. {radicado}. C.P. Ruth Stella Correa Palacio")


def test_larga_de_sentencia_dentro_de_la_frase() -> None:
    sentencia = Norma(Tipo.SENTENCIA, "C-713", 2008, entidad="Corte Constitucional")
    assert formatear(Cita(sentencia), estilo=Estilo.LARGA, con_articulo=True) == (
        "la Sentencia C-713 de 2008 de la Corte Constitucional"
    )


def test_la_obra_se_determina() -> None:
    obra = Norma(Tipo.DOCTRINA, anio=2004, nombre="Los actos")
    assert formatear(Cita(obra), con_articulo=True) == "la obra «Los actos»"
    assert formatear(Cita(obra)) == "Los actos"


@pytest.mark.parametrize("acto", [None, Tipo.INTERNA])
def test_el_propio_acto_necesita_saber_cual_es(acto: Tipo | None) -> None:
    with pytest.raises(DatoInvalido, match=r"«este acto» es del propio acto.*decreto"):
        formatear(Cita(Norma(Tipo.INTERNA)), acto=acto)


def test_enlazar_dice_el_propio_acto() -> None:
    propia = Cita(Norma(Tipo.INTERNA), (Localizador.de(articulo="5"),))
    assert enlazar([propia, Cita(LEY)], acto=Tipo.DECRETO) == (
        "artículo 5 del presente decreto y Ley 2056 de 2020"
    )
    with pytest.raises(DatoInvalido, match="No hay citas"):
        enlazar([])


# --- La secuencia -------------------------------------------------------------------------------


def secuencia(*secciones: str) -> list[str]:
    """Los estilos de «Ley 80 de 1993 + …» por sección, con su inicial."""
    leidas = [[leer_cita(x) for x in seccion.split(" + ")] for seccion in secciones]
    return ["".join(e.value[0] for e in estilos) for estilos in estilos_en_secuencia(leidas)]


@pytest.mark.parametrize(
    ("secciones", "esperado"),
    [
        (["Ley 80 de 1993 + Ley 80 de 1993"], ["li"]),
        (["Ley 80 de 1993 + Ley 81 de 1993 + Ley 80 de 1993"], ["llc"]),
        (["Ley 80 de 1993", "Ley 80 de 1993 + Ley 80 de 1993"], ["l", "ci"]),
        (["Ley 80 de 1993 | artículo 5 + Ley 80 de 1993 | artículo 6"], ["li"]),
        (["Ley 80 de 1993 | artículo 5 + Ley 80 de 1993"], ["lc"]),
        (["Ley 80 de 1993 + Ley 80 de 1993 | artículo 5"], ["li"]),
        (["Ley 80 de 1993 + este acto | artículo 5 + Ley 80 de 1993"], ["lcc"]),
        (["este acto + este acto"], ["cc"]),
    ],
)
def test_estilos_en_secuencia(secciones: list[str], esperado: list[str]) -> None:
    assert secuencia(*secciones) == esperado


# --- Propiedades --------------------------------------------------------------------------------


@given(de_articulos)
@settings(derandomize=True, deadline=None)
def test_colapsar_y_expandir_es_la_identidad(lugares: list[Localizador]) -> None:
    rotulos = [lugar.articulo or "" for lugar in ordenar(lugares)]
    assert expandir(", ".join(colapsar(rotulos))) == rotulos == sorted(set(rotulos), key=int)


@given(citas(), st.randoms(use_true_random=False))
@settings(derandomize=True, deadline=None)
def test_ni_el_orden_ni_las_repeticiones_cambian_lo_escrito(cita: Cita, azar: Random) -> None:
    barajados = [*cita.localizadores, *cita.localizadores]
    azar.shuffle(barajados)
    assert formatear(Cita(cita.norma, tuple(barajados))) == formatear(cita)
    assert ordenar(barajados) == cita.localizadores == ordenar(cita.localizadores)


@given(st.lists(localizadores, min_size=1, max_size=6), st.booleans())
@settings(derandomize=True, deadline=None)
def test_cada_lugar_se_nombra(lugares: list[Localizador], con_articulo: bool) -> None:  # noqa: FBT001 - lo da Hypothesis
    prosa = en_prosa(lugares, con_articulo=con_articulo)
    for lugar in lugares:
        for nivel, rotulo in lugar.camino:
            if not rotulo.isdecimal():  # los números pueden quedar dentro de un rango
                assert re.search(rf"(?<![\w.-]){re.escape(rotulo)}(?![\w-])", prosa), (nivel, prosa)


@given(citas())
@settings(derandomize=True, deadline=None)
def test_la_cita_acaba_en_su_norma(cita: Cita) -> None:
    assert formatear(cita).endswith(cita.norma.canonica)
    assert formatear(cita, con_articulo=True).endswith((cita.norma.canonica, "»"))
    ibidem = formatear(cita, estilo=Estilo.IBIDEM)
    assert ibidem.endswith("ibidem")
    assert "  " not in formatear(cita, estilo=Estilo.LARGA, con_articulo=True)
