from __future__ import annotations

import re

import pytest

from generador.catalogos.seccionales_dian import (
    de_ciudad,
    que_deben_ir,
    seccional,
    seccionales,
)
from generador.catalogos.zonas_francas import operadores
from generador.errores import DatoInvalido

SEPARADAS = ["Bogotá", "Medellín", "Cali", "Barranquilla", "Cartagena", "Cúcuta"]
COMPLETADAS = [
    "Dirección Seccional de Aduanas de Barranquilla",
    "Dirección Seccional de Aduanas de Cali",
    "Dirección Seccional de Aduanas de Cartagena",
    "Dirección Seccional de Aduanas de Cúcuta",
    "Dirección Seccional de Aduanas de Medellín",
    "Dirección Seccional de Impuestos y Aduanas de Ipiales",
    "Dirección Seccional de Impuestos y Aduanas de Urabá",
]


@pytest.mark.parametrize(
    ("texto", "nombre"),
    [
        ("32", "Dirección Seccional de Impuestos de Bogotá"),
        ("3", "Dirección Seccional de Aduanas de Bogotá"),
        ("03", "Dirección Seccional de Aduanas de Bogotá"),
        ("31", "Dirección Operativa de Grandes Contribuyentes"),
        (
            "DIRECCION SECCIONAL DE IMPUESTOS Y ADUANAS DE IBAGUE",
            "Dirección Seccional de Impuestos y Aduanas de Ibagué",
        ),
        (
            "Dirección Seccional de Aduanas de Medellín",
            "Dirección Seccional de Aduanas de Medellín",
        ),
    ],
)
def test_seccional_por_codigo_o_por_nombre(texto: str, nombre: str) -> None:
    assert seccional(texto).nombre == nombre


@pytest.mark.parametrize(
    ("texto", "dice"),
    [
        (
            "Dirección Seccional de Impuestos de Barranqilla",
            "¿Quiso decir «Dirección Seccional de Impuestos de Barranquilla»?",
        ),
        ("30", "Escriba el nombre completo de la seccional o su código."),
        ("", "No hay ninguna seccional de la DIAN «»."),
        ("0", "No hay ninguna seccional"),
    ],
)
def test_seccional_que_no_existe(texto: str, dice: str) -> None:
    with pytest.raises(DatoInvalido, match=re.escape(dice)):
        seccional(texto)


@pytest.mark.parametrize("ciudad", SEPARADAS)
def test_donde_estan_separadas_van_impuestos_y_aduanas(ciudad: str) -> None:
    assert [s.nombre for s in que_deben_ir(ciudad)] == [
        f"Dirección Seccional de Impuestos de {ciudad}",
        f"Dirección Seccional de Aduanas de {ciudad}",
    ]


@pytest.mark.parametrize("ciudad", sorted({s.ciudad for s in seccionales()} - set(SEPARADAS)))
def test_en_las_demas_va_la_unica(ciudad: str) -> None:
    (unica,) = que_deben_ir(ciudad)
    assert unica.nombre == f"Dirección Seccional de Impuestos y Aduanas de {ciudad}"


@pytest.mark.parametrize(
    ("ciudad", "cuantas"),
    [
        ("Bogotá, D. C.", 2),
        ("BOGOTA DC", 2),
        ("Cartagena de Indias", 2),
        ("San José de Cúcuta", 2),
        ("ibague", 1),
    ],
)
def test_la_ciudad_se_escribe_de_varias_formas(ciudad: str, cuantas: int) -> None:
    assert len(que_deben_ir(ciudad)) == cuantas


@pytest.mark.parametrize(
    ("ciudad", "dice"),
    [
        ("Cartagna", "¿Quiso decir «Cartagena»?"),
        ("Tocancipá", "Escriba la ciudad sede de la seccional"),
        ("San Andrés de Tumaco", "No hay seccional de la DIAN en «San Andrés de Tumaco»."),
        ("", "No hay seccional de la DIAN en «»."),
    ],
)
def test_ciudad_sin_seccional(ciudad: str, dice: str) -> None:
    assert de_ciudad(ciudad) == ()
    with pytest.raises(DatoInvalido, match=re.escape(dice)):
        que_deben_ir(ciudad)


def test_grandes_contribuyentes_esta_en_bogota_pero_no_es_de_una_zona() -> None:
    assert "31" in [s.codigo for s in de_ciudad("Bogotá")]
    assert "31" not in [s.codigo for s in que_deben_ir("Bogotá")]


def test_lo_completado_va_sin_codigo_y_lo_dice() -> None:
    sin_codigo = [s for s in seccionales() if not s.codigo]
    assert [s.nombre for s in sin_codigo] == COMPLETADAS
    assert {s.fuente for s in sin_codigo} == {"nombre regular; código por verificar"}
    assert {s.fuente for s in seccionales() if s.codigo} == {"tabla oficial de la DIAN"}


def test_ningun_codigo_ni_nombre_se_repite() -> None:
    con_codigo = [s.codigo for s in seccionales() if s.codigo]
    assert len(set(con_codigo)) == len(con_codigo) == 36
    assert len({s.nombre for s in seccionales()}) == len(seccionales()) == 43


def test_todo_operador_tiene_a_quien_enviarle_copia() -> None:
    for ciudad in {c for o in operadores() for c in o.seccionales}:
        assert que_deben_ir(ciudad)
