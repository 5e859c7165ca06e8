"""El ambiente resiste aunque nadie haya revisado antes el lenguaje de la etiqueta."""

import pytest
from jinja2 import TemplateError

from generador.errores import DatoFaltante, ErrorMinuta
from generador.modelo.falta import Falta
from generador.plantilla.ambiente import ambiente
from generador.plantilla.contexto import plano
from tests.plantilla.test_ataques import CARGAS, CONTEXTO

# Las que solo abusan de construcciones que el lenguaje prohíbe: aquí no tocan nada de Python.
_DEL_LENGUAJE = (
    "{% macro", "{% autoescape", "{% filter", "{% set a %}", "{% with", "{% block", "{% raw",
    "{{ 'a' *", "{{ 9 **", "{{ '%9", "{{ x ~", "{{ n *", "{{ 9999", "{% for a in l %}{%",
    "{{p", "{{r", "{{tr",
)  # fmt: skip
DE_PYTHON = [c for c in CARGAS if not c.startswith(_DEL_LENGUAJE)]


@pytest.mark.parametrize("carga", DE_PYTHON, ids=range(len(DE_PYTHON)))
def test_sin_la_revision_previa_tampoco_prosperan(carga: str) -> None:
    with pytest.raises((TemplateError, ErrorMinuta, RecursionError, TypeError)):
        ambiente({}).from_string(carga).render(dict(plano(CONTEXTO)))


@pytest.mark.parametrize(
    ("etiqueta", "sale"),
    [("{{ n + 1 }}", "4"), ("{{ n - 1 }}", "2"), ("{{ -n }}", "-3"), ("{{ l[1] }}", "b")],
)
def test_cuentas_y_lugares(etiqueta: str, sale: str) -> None:
    assert ambiente({}).from_string(etiqueta).render(dict(plano(CONTEXTO))) == sale


@pytest.mark.parametrize("etiqueta", ["{{ -x }}", "{{ x - n }}", "{{ l[x] }}"])
def test_lo_que_no_es_cuenta_se_rechaza(etiqueta: str) -> None:
    with pytest.raises(TemplateError):
        ambiente({}).from_string(etiqueta).render(dict(plano(CONTEXTO)))


@pytest.mark.parametrize("etiqueta", ["{{ f }}", "{{ f.calle }}", "{{ f | voz }}", "{{ g | voz }}"])
def test_la_falta_atraviesa_atributos_filtros_y_listas(etiqueta: str) -> None:
    datos = dict(plano({"f": Falta("u.dir"), "g": ["a", Falta("u.dir")]}))
    filtros = {"voz": str.upper}
    with pytest.raises(DatoFaltante, match=r"u\.dir"):
        ambiente(filtros).from_string(etiqueta).render(datos)
    assert "[falta: u.dir" in ambiente(filtros, borrador=True).from_string(etiqueta).render(datos)


def test_el_ausente_no_pasa_por_un_filtro() -> None:
    with pytest.raises(TemplateError, match=r"«u\.nombre»"):
        ambiente({"voz": str.upper}).from_string("{{ u.nombre | voz }}").render()
