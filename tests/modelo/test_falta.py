from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from generador.errores import DatoFaltante
from generador.modelo.falta import Falta, exigir

F = Falta("plan.total")


@pytest.mark.parametrize("cuenta", [operator.add, operator.sub, operator.mul, operator.truediv])
@pytest.mark.parametrize("otro", [1, Decimal("2.50"), Falta("otra")])
def test_las_cuentas_propagan_la_falta(cuenta: Callable[[Any, Any], Any], otro: Any) -> None:
    assert str(cuenta(F, otro)) == "[falta: plan.total]"
    assert isinstance(cuenta(otro, F), Falta)


@pytest.mark.parametrize(
    "decision",
    [
        lambda f: f > 0,
        lambda f: f >= 0,
        lambda f: f < 0,
        lambda f: f <= 0,
        lambda f: f == 0,
        lambda f: f != "cumple",
        lambda f: Decimal(0) == f,
        bool,
        lambda f: not f,
        list,
        len,
        int,
        lambda f: 1 in f,
        lambda f: f in (1, 2),
        lambda f: f in {1, 2},
        lambda f: {"cumple": 1}[f],
        lambda f: max(f, 1),
        exigir,
    ],
)
def test_decidir_con_una_falta_es_un_error(decision: Callable[[Falta], Any]) -> None:
    with pytest.raises(DatoFaltante, match=r"Falta el dato «plan\.total»\. Escríbalo en el caso\."):
        decision(F)


def test_se_ve_y_se_nombra() -> None:
    assert (str(F), repr(F)) == ("[falta: plan.total]", "Falta('plan.total')")
    assert f"Total: {F}." == "Total: [falta: plan.total]."
    assert str(F.moneda.simbolo) == "[falta: plan.total.moneda.simbolo]"


def test_dos_faltas_son_la_misma_si_son_del_mismo_dato() -> None:
    assert Falta("a.b") == Falta("a.b")
    assert Falta("a.b") != Falta("a.c")


def test_no_se_modifica_ni_tiene_atributos_ocultos() -> None:
    with pytest.raises(AttributeError, match="no se modifica"):
        F.ruta = "otra"
    with pytest.raises(AttributeError):
        _ = F._oculto


def test_exigir_devuelve_el_dato() -> None:
    assert exigir(0) == 0
    assert exigir("") == ""
