"""Las filas de los proyectos: códigos, líneas, tipos, elegibilidad y montos."""

from __future__ import annotations

from typing import Any

import pytest

from generador.hallazgos import Gravedad
from generador.modelo.falta import Falta
from generador.reglas.asignacion import revisar
from tests.reglas.asignacion.casos import convocatoria, proyecto

FILAS: list[tuple[dict[str, Any], str, Gravedad, str, str]] = [
    ({"codigo": " a "}, "ASG025", Gravedad.ERROR, "codigo", "ya está en «proyectos[1]»"),
    ({"linea": "energia s"}, "ASG026", Gravedad.ERROR, "linea", "«energia s» no está en «lineas»."),
    ({"tipo": "eólico"}, "ASG026", Gravedad.ERROR, "tipo", "«eólico» no está en «tipos»."),
    ({"elegible": "no"}, "ASG027", Gravedad.ERROR, "motivo", "no dice por qué"),
    ({"motivo": "Tarde."}, "ASG028", Gravedad.AVISO, "motivo", "trae un motivo de exclusión"),
    ({"solicitado": "0"}, "ASG029", Gravedad.ERROR, "solicitado", "no pide nada"),
    ({"solicitado": "9,50"}, "ASG029", Gravedad.ERROR, "solicitado", "Pide $9,50, con centavos"),
    (
        {"solicitado": "600", "cofinanciacion": "400,01"},
        "ASG031",
        Gravedad.AVISO,
        "solicitado",
        "suman $1.000,01 y el proyecto cuesta $1.000.",
    ),
]


@pytest.mark.parametrize(("cambio", "codigo", "gravedad", "campo", "dice"), FILAS)
def test_la_fila_mala_se_senala(
    cambio: dict[str, Any], codigo: str, gravedad: Gravedad, campo: str, dice: str
) -> None:
    segundo = {**proyecto("B", "2", municipios="05002"), **cambio}
    hallazgo = revisar(convocatoria([proyecto("A", "1"), segundo], "10.000"), None)[0]
    assert (hallazgo.codigo, hallazgo.gravedad) == (codigo, gravedad)
    assert hallazgo.ruta == f"proyectos[2].{campo}"
    assert dice in hallazgo.mensaje


def test_la_linea_mal_escrita_se_sugiere() -> None:
    caso = convocatoria([proyecto("A", "1", linea="energias")])
    remedio = revisar(caso, None)[0].remedio
    assert remedio == "¿Quiso decir «energía»? Hay: energía, minería."


def test_en_centavos_se_puede_pedir_con_centavos() -> None:
    caso = convocatoria([proyecto("A", "1", solicitado="9,50")], "10,00", "centavo")
    assert revisar(caso, None) == []


@pytest.mark.parametrize(
    "campo", ["codigo", "linea", "tipo", "elegible", "motivo", "costo", "municipios"]
)
def test_lo_que_falta_en_un_borrador_no_se_da_por_malo(campo: str) -> None:
    falta = Falta(f"proyectos[1].{campo}")
    caso = convocatoria([{**proyecto("A", "1"), campo: falta}], por_municipio={"tope": "500"})
    assert {(h.codigo, h.ruta) for h in revisar(caso, None)} == {("ASG098", falta.ruta)}


def test_varios_que_pasan_del_tope_se_cuentan() -> None:
    proyectos = [
        proyecto("A", "3", solicitado="170"),
        proyecto("B", "2", solicitado="180"),
        proyecto("C", "1", solicitado="190", elegible="no", motivo="Tarde."),
    ]
    caso = convocatoria(proyectos, tipos=[{"nombre": "solar", "tope": "100"}])
    (hallazgo,) = [h for h in revisar(caso, None) if h.codigo == "ASG040"]
    assert hallazgo.mensaje.startswith("2 proyectos piden más que el tope de «solar»")
