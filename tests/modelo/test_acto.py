from __future__ import annotations

import pytest

from tests.reglas.expediente import caso


@pytest.mark.parametrize(
    ("sin", "oficial"),
    [
        ([], True),
        (["acto.numero"], False),
        (["acto.fecha"], False),
        (["acto.numero", "acto.fecha"], False),
    ],
)
def test_sin_numero_o_sin_fecha_es_un_proyecto(sin: list[str], *, oficial: bool) -> None:
    assert caso(quitar=sin).acto.es_oficial is oficial


def test_la_ciudad_y_la_entidad_son_las_de_la_ley_si_no_se_dicen() -> None:
    acto = caso().acto
    assert acto.ciudad == "Bogotá, D. C."
    assert acto.entidad == "Ministerio de Comercio, Industria y Turismo"
