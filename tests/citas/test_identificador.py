"""El identificador Akoma Ntoso de las normas."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings

from generador.citas.catalogo import catalogo
from generador.citas.cita import Cita
from generador.citas.identificador import iri
from generador.citas.norma import Norma, Tipo

from .casos import leer_cita, pares
from .estrategias import citas

BIEN_ESCRITO = re.compile(
    r"/akn/co/act/[a-z-]+(/[a-z0-9-]+)?/\d{4}(-\d\d-\d\d)?(/[a-z0-9-]+)?(/~art_[a-z0-9-]+)?"
)


@pytest.mark.parametrize(("entrada", "esperado"), pares("identificadores.txt"))
def test_tabla_de_identificadores(entrada: str, esperado: str) -> None:
    cita = leer_cita(entrada)
    assert (iri(cita) or "ninguno") == esperado
    if not cita.localizadores:
        assert iri(cita) == iri(cita.norma)


def test_la_fecha_citada_vale_mas_que_la_del_catalogo() -> None:
    assert iri(Norma(Tipo.LEY, "2056", 2020, date(2020, 9, 29))) == (
        "/akn/co/act/ley/2020-09-29/2056"
    )


def test_la_constitucion_va_sin_numero() -> None:
    constitucion = Norma(Tipo.CONSTITUCION, fecha=date(1991, 7, 4))
    assert iri(constitucion) == "/akn/co/act/constitucion/1991-07-04"


def test_el_codigo_lleva_el_de_la_ley_que_lo_adopto() -> None:
    cpaca = catalogo().nombres["CPACA"]
    assert iri(cpaca) == iri(Norma(Tipo.LEY, "1437", 2011))
    assert iri(Norma(Tipo.CODIGO, nombre="Código Imaginario")) is None


@given(citas())
@settings(derandomize=True, deadline=None)
def test_el_identificador_esta_bien_escrito_y_no_depende_de_como_se_nombre(cita: Cita) -> None:
    identificador = iri(cita)
    assert identificador is None or BIEN_ESCRITO.fullmatch(identificador)
    if cita.norma.tipo is Tipo.DECRETO_UNICO:
        comun = Norma(Tipo.DECRETO, cita.norma.numero, cita.norma.anio)
        assert iri(Cita(comun, cita.localizadores)) == identificador
