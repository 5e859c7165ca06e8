"""Las columnas de las filas: cómo se hallan y qué dato no sirve."""

from __future__ import annotations

from decimal import Decimal

import pytest

from generador.reglas.asignacion.hoja import Hoja


def hoja(*filas: dict[str, str]) -> Hoja:
    return Hoja("municipios", filas, {"costo": [Decimal(7)] * len(filas)})


@pytest.mark.parametrize("nombre", ["Índice NBI", "indice_nbi", "INDICE  NBI"])
def test_el_nombre_no_mira_tildes_ni_mayusculas(nombre: str) -> None:
    assert hoja({"Índice NBI": "4"}).columna(nombre, "x", [0]) == {0: Decimal(4)}


def test_una_columna_propia_ya_es_numero() -> None:
    una = hoja({})
    assert una.columna("Costo", "x", [0]) == {0: Decimal(7)}
    assert una.ruta_del_dato("Costo", 0) == "municipios[1].costo"


@pytest.mark.parametrize(
    ("filas", "pedida", "remedio"),
    [
        (({"nbi": "1", "iica": "2"},), "nvi", "¿Quiso decir «nbi»? Hay: nbi, iica, costo."),
        (({},), "nbi", "Hay: costo."),
    ],
)
def test_la_columna_que_no_existe_sugiere(
    filas: tuple[dict[str, str], ...], pedida: str, remedio: str
) -> None:
    una = hoja(*filas)
    assert una.columna(pedida, "grupos[1].criterios[2].columna", [0]) is None
    (hallazgo,) = una.hallazgos
    assert (hallazgo.codigo, hallazgo.ruta) == ("ASG010", "grupos[1].criterios[2].columna")
    assert hallazgo.remedio == remedio


def test_sin_indicadores_ni_columnas_propias_se_dice() -> None:
    una = Hoja("municipios", [{}])
    una.columna("nbi", "x", [0])
    assert una.hallazgos[0].remedio == "Las filas no traen indicadores."


@pytest.mark.parametrize(
    ("columna", "esperado"),
    [
        (["1", "sí", "0", "no"], None),
        (["3,4", "0,5", "1"], None),
        (["3 %", "0", "4%"], None),
        (["3 %", "0,03"], "«0,03» es número y antes la columna trae porcentaje"),
        (["3", "sí"], "«sí» es sí o no y antes la columna trae número"),
        (["sí", "5"], "«5» es número y antes la columna trae sí o no"),
    ],
)
def test_una_columna_no_mezcla_unidades(columna: list[str], esperado: str | None) -> None:
    una = hoja(*({"nbi": dato} for dato in columna))
    una.columna("nbi", "criterios[1].columna", range(len(columna)))
    if esperado is None:
        assert una.hallazgos == []
    else:
        (hallazgo,) = una.hallazgos
        assert (hallazgo.codigo, hallazgo.ruta) == ("ASG014", "municipios[2].indicadores.nbi")
        assert hallazgo.mensaje.startswith(esperado)
        assert "criterios[1].columna" in hallazgo.remedio


def test_cada_dato_malo_se_dice_una_vez_aunque_se_pida_dos() -> None:
    una = hoja({"nbi": "x"}, {"NBI": ""}, {"nbi": "1", "NBI": "2"}, {"nbi": "-1"}, {"otro": "1"})
    una.columna("nbi", "x", range(5))
    assert una.columna("NBI", "x", range(5)) == {}
    assert [(h.codigo, h.ruta) for h in una.hallazgos] == [
        ("ASG012", "municipios[1].indicadores.nbi"),
        ("ASG011", "municipios[2].indicadores.NBI"),
        ("ASG013", "municipios[3].indicadores.nbi"),
        ("ASG012", "municipios[4].indicadores.nbi"),
        ("ASG011", "municipios[5].indicadores.nbi"),
    ]
