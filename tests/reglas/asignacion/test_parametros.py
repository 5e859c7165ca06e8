"""Los parámetros del caso: sumas, listas, umbrales y formas de puntaje."""

from __future__ import annotations

from typing import Any

import pytest

from generador.errores import CasoRechazado
from generador.modelo.falta import Falta
from generador.reglas.asignacion import asignar, distribuir, revisar
from tests.reglas.asignacion.casos import (
    NOTA,
    convocatoria,
    criterio,
    fila,
    formula,
    grupo,
    proyecto,
)

FILAS = [fila("05001", nbi="1", plata="1", entra="sí")]
NBI = criterio("nbi", "100")


@pytest.mark.parametrize(
    ("grupos", "codigo", "ruta", "dice"),
    [
        (
            [grupo("90", [NBI]), grupo("9,99", [NBI], "H")],
            "ASG002",
            "grupos",
            "Los porcentajes de los grupos suman 99,99 y deben sumar 100.",
        ),
        (
            [grupo("100", [criterio("nbi", "60"), criterio("plata", "40,000000000000000001")])],
            "ASG002",
            "grupos[1].criterios",
            "Los pesos de «G» suman 100 y deben sumar 100.",
        ),
        (
            [grupo("50", [NBI]), grupo("50", [NBI], "g")],
            "ASG003",
            "grupos[2]",
            "El grupo «g» se repite.",
        ),
        (
            [grupo("100", [criterio("nbi", "50"), criterio("NBI", "50")])],
            "ASG003",
            "grupos[1].criterios[2]",
            "El criterio «NBI» se repite.",
        ),
        (
            [grupo("100", [criterio("nbi", "100", "desde umbral")])],
            "ASG004",
            "grupos[1].criterios[1].umbral",
            "El criterio «nbi» se reparte desde un umbral y no dice cuál.",
        ),
        (
            [grupo("100", [criterio("nbi", "100", umbral="0")])],
            "ASG004",
            "grupos[1].criterios[1].umbral",
            "El criterio «nbi» tiene umbral y su reparto es proporcional.",
        ),
        (
            [grupo("100", [criterio("nvi", "100")])],
            "ASG010",
            "grupos[1].criterios[1].columna",
            "No hay ninguna columna «nvi» en «municipios».",
        ),
        (
            [grupo("100", [NBI], elegible={"columna": "entrada"})],
            "ASG010",
            "grupos[1].elegible.columna",
            "No hay ninguna columna «entrada» en «municipios».",
        ),
    ],
)
def test_la_formula_mal_escrita_se_dice(
    grupos: list[dict[str, Any]], codigo: str, ruta: str, dice: str
) -> None:
    caso = formula(FILAS, grupos)
    (hallazgo,) = revisar(caso, None)
    assert (hallazgo.codigo, hallazgo.ruta, hallazgo.mensaje) == (codigo, ruta, dice)
    with pytest.raises(CasoRechazado):
        distribuir(caso)


@pytest.mark.parametrize("valor", ["0", "0,99"])
def test_la_bolsa_que_no_da_ni_una_unidad_se_dice(valor: str) -> None:
    (hallazgo,) = revisar(formula(FILAS, [grupo("100", [NBI])], valor), None)
    assert (hallazgo.codigo, hallazgo.ruta) == ("ASG001", "bolsa.valor")


def puntos(forma: str, **mas: Any) -> dict[str, Any]:
    return {**NOTA, "puntos": {"forma": forma, **mas}}


def tramos(*pares: tuple[str, str]) -> dict[str, Any]:
    return puntos("tramos", tramos=[{"desde": d, "puntos": p} for d, p in pares])


SIN_DATO = {k: v for k, v in NOTA.items() if k != "columna"}

CONVOCATORIAS: list[tuple[dict[str, Any], str, str, str]] = [
    (
        {"criterios": [{**NOTA, "maximo": "99"}]},
        "ASG002",
        "criterios",
        "Los puntajes máximos de los criterios suman 99 y deben sumar 100.",
    ),
    (
        {"criterios": [NOTA, {**NOTA, "nombre": "Nada", "maximo": "0"}]},
        "ASG006",
        "criterios[2].maximo",
        "El máximo no da puntos.",
    ),
    (
        {"criterios": [NOTA | {"maximo": "50"}, NOTA | {"maximo": "50", "nombre": "nota"}]},
        "ASG003",
        "criterios[2]",
        "El criterio «nota» se repite.",
    ),
    (
        {"criterios": [{**NOTA, "razon": {"de": "nota", "entre": "costo"}}]},
        "ASG006",
        "criterios[1]",
        "El criterio «Nota» toma su dato de 2 partes.",
    ),
    ({"criterios": [SIN_DATO]}, "ASG006", "criterios[1]", "El criterio «Nota» toma su dato de 0"),
    (
        {"criterios": [puntos("lineal", desde="0")]},
        "ASG007",
        "criterios[1].puntos.hasta",
        "Falta «hasta» en la forma «lineal».",
    ),
    (
        {"criterios": [puntos("lineal", desde="5", hasta="5,0")]},
        "ASG007",
        "criterios[1].puntos",
        "«desde» y «hasta» son iguales.",
    ),
    (
        {"criterios": [puntos("directo", desde="5")]},
        "ASG007",
        "criterios[1].puntos.desde",
        "Sobra «desde» en la forma «directo».",
    ),
    (
        {"criterios": [puntos("tramos")]},
        "ASG007",
        "criterios[1].puntos.tramos",
        "Falta «tramos» en la forma «tramos».",
    ),
    (
        {"criterios": [tramos(("0", "100"), ("5", "100,5"))]},
        "ASG008",
        "criterios[1].puntos.tramos[2].puntos",
        "El tramo da 100,5 puntos y el máximo es 100.",
    ),
    (
        {"criterios": [tramos(("0", "100"), ("0,0", "10"))]},
        "ASG008",
        "criterios[1].puntos.tramos[2].desde",
        "Hay dos tramos desde 0.",
    ),
    (
        {"criterios": [tramos(("0", "10"))]},
        "ASG008",
        "criterios[1].puntos.tramos",
        "Ningún tramo da el máximo del criterio, 100.",
    ),
    (
        {"decimales_puntaje": "11"},
        "ASG005",
        "decimales_puntaje",
        "El puntaje no se redondea a 11 decimales.",
    ),
    ({"por_ronda": "0"}, "ASG005", "por_ronda", "Con cero nadie recibe."),
    (
        {"por_municipio": {"proyectos": "0"}},
        "ASG005",
        "por_municipio.proyectos",
        "Con cero nadie recibe.",
    ),
    (
        {"lineas": ["energía", "minería", "Energia"]},
        "ASG003",
        "lineas[3]",
        "La línea «Energia» se repite.",
    ),
    (
        {"desempates": [{"gana": "mayor"}]},
        "ASG009",
        "desempates[1]",
        "El desempate 1 toma su dato de ninguna parte.",
    ),
    (
        {"desempates": [{"columna": "nota", "criterio": "Nota", "gana": "mayor"}]},
        "ASG009",
        "desempates[1]",
        "El desempate 1 toma su dato de dos partes.",
    ),
    (
        {"desempates": [{"criterio": "Notas", "gana": "mayor"}]},
        "ASG009",
        "desempates[1].criterio",
        "No hay ningún criterio que se llame «Notas».",
    ),
    (
        {"tipos": [{"nombre": "solar", "tope": "100"}, {"nombre": "Solar", "tope": "200"}]},
        "ASG003",
        "tipos[2]",
        "El tipo «Solar» se repite.",
    ),
]


@pytest.mark.parametrize(("cambio", "codigo", "ruta", "dice"), CONVOCATORIAS)
def test_la_convocatoria_mal_escrita_se_dice(
    cambio: dict[str, Any], codigo: str, ruta: str, dice: str
) -> None:
    caso = convocatoria([proyecto("A", "10")], **cambio)
    hallazgo = revisar(caso, None)[0]
    assert (hallazgo.codigo, hallazgo.ruta) == (codigo, ruta)
    assert hallazgo.mensaje.startswith(dice)
    with pytest.raises(CasoRechazado):
        asignar(caso)


def test_lo_malo_de_las_filas_y_de_los_parametros_sale_junto() -> None:
    caso = convocatoria([proyecto("A", "x")], criterios=[{**NOTA, "maximo": "99"}])
    assert [h.codigo for h in revisar(caso, None)] == ["ASG002", "ASG012"]
    caso_formula = formula([fila("05001", nbi="x", entra="sí")], [grupo("99", [NBI])])
    assert [h.codigo for h in revisar(caso_formula, None)] == ["ASG002", "ASG012"]


def test_en_una_lista_a_medias_lo_que_falta_no_se_repite() -> None:
    caso = convocatoria([proyecto("A", "1")], lineas=["energía", Falta("lineas[2]")])
    assert {(h.codigo, h.ruta) for h in revisar(caso, None)} == {("ASG098", "lineas[2]")}
