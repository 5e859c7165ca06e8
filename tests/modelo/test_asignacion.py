"""Los lectores y las formas de los casos de asignación."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.caso.lectura import leer_bytes
from generador.errores import DatoInvalido
from generador.modelo.asignacion import leer_codigos, leer_indicador
from generador.modelo.asignacion_convocatoria import CasoConvocatoria
from generador.modelo.asignacion_formula import CasoFormula
from generador.modelo.esquema import esquema
from generador.modelo.nuevo import nuevo
from generador.modelo.validacion import validar
from tests.reglas.asignacion.casos import criterio, crudo_formula, fila, grupo

BUENOS = [
    ("0", "0"),
    ("12", "12"),
    ("0,034", "0.034"),
    ("0.034", "0.034"),
    ("-3,5", "-3.5"),
    ("−3,5", "-3.5"),
    ("1.234,5", "1234.5"),
    ("1.234.567", "1234567"),
    ("1234.567", "1234.567"),
    ("12.5", "12.5"),
    ("0.500", "0.500"),
    ("1,234", "1.234"),
    ("14,28 %", "14.28"),
    ("14,28%", "14.28"),
    ("sí", "1"),
    ("SI", "1"),
    ("No", "0"),
    (" 7 ", "7"),
    ("0012", "12"),
]


@pytest.mark.parametrize(("texto", "valor"), BUENOS)
def test_lee_el_indicador(texto: str, valor: str) -> None:
    leido = leer_indicador(texto)
    assert (leido, str(leido)) == (Decimal(valor), str(Decimal(valor)))


MALOS = (
    """
1.234
123.456
1.234 %
1,234,567
1.23,4
1e5
1 234
$5
quizás
+5
5,
,5
%
1/2
٣
"""
    + "9" * 31
)


@pytest.mark.parametrize("texto", MALOS.split("\n")[1:])
def test_rechaza_lo_que_no_se_entiende(texto: str) -> None:
    with pytest.raises(DatoInvalido):
        leer_indicador(texto)


@given(st.decimals(min_value=0, max_value=10**9, places=6))
@settings(derandomize=True, deadline=None)
def test_lo_escrito_con_coma_se_lee_exacto(valor: Decimal) -> None:
    assert leer_indicador(f"{valor:f}".replace(".", ",")) == valor


@pytest.mark.parametrize(
    ("texto", "codigos"),
    [
        ("05001", ("05001",)),
        ("05001;05002 ; 8001", ("05001", "05002", "8001")),
        ("05001;", ("05001",)),
    ],
)
def test_lee_los_codigos(texto: str, codigos: tuple[str, ...]) -> None:
    assert leer_codigos(texto) == codigos


@pytest.mark.parametrize("texto", [";", "Medellín", "501", "050010", "05001, 05002", ""])
def test_rechaza_lo_que_no_son_codigos(texto: str) -> None:
    with pytest.raises(DatoInvalido):
        leer_codigos(texto)


def hallado(cambio: dict[str, Any]) -> list[tuple[str, str]]:
    renglon = {**fila("05001", nbi="1"), **cambio}
    crudo = crudo_formula([renglon], [grupo("100", [criterio("nbi", "100")])])
    raiz = leer_bytes(json.dumps(crudo).encode(), "caso.json")
    return [(h.codigo, h.ruta) for h in validar(raiz, CasoFormula).hallazgos]


@pytest.mark.parametrize(
    ("cambio", "esperado"),
    [
        ({}, []),
        ({"indicadores": {"Índice 2018": "1", "vacía": "", "nula": None}}, []),
        ({"indicadores": "1"}, [("MOD004", "municipios[1].indicadores")]),
        ({"indicadores": ["1"]}, [("MOD004", "municipios[1].indicadores")]),
        ({"indicadores": {"nbi": ["1"]}}, [("MOD003", "municipios[1].indicadores.nbi")]),
        ({"indicadores": {"nbi": {"a": "1"}}}, [("MOD003", "municipios[1].indicadores.nbi")]),
        ({"nbi": "1"}, [("MOD002", "municipios[1].nbi")]),
    ],
)
def test_los_indicadores_son_un_grupo_de_textos(
    cambio: dict[str, Any], esperado: list[tuple[str, str]]
) -> None:
    assert hallado(cambio) == esperado


@pytest.mark.parametrize(
    ("modelo", "lista"), [(CasoFormula, "municipios"), (CasoConvocatoria, "proyectos")]
)
def test_el_editor_sabe_que_las_filas_pueden_venir_de_una_hoja(modelo: Any, lista: str) -> None:
    filas, hoja = esquema(modelo, "x")["properties"][lista]["anyOf"]
    assert filas["type"] == "array"
    assert list(hoja["properties"]) == ["archivo", "hoja"]
    assert f"\n{lista}: \n" in nuevo(modelo, "x", None)
