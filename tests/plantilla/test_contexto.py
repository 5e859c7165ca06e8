from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest

from generador.modelo.falta import Falta
from generador.plantilla.contexto import plano


class _Clase(StrEnum):
    UNO = "uno"


def test_congela_y_recuerda_la_ruta() -> None:
    fuente: dict[str, object] = {"u": {"l": [{"a": "x"}]}, "f": Falta("f")}
    datos = plano(fuente)
    fuente["u"] = "otro"
    assert datos["u"]["l"][0]["a"] == "x"  # type: ignore[index, call-overload]  # árbol plano
    assert datos["u"]["l"][0].ruta == "u.l[1]"  # type: ignore[index, union-attr, call-overload]  # árbol plano
    assert not hasattr(datos, "update")


@pytest.mark.parametrize(
    "valor", ["x", 1, Decimal("1.5"), date(2026, 1, 1), True, None, Falta("a"), [], (), {}]
)
def test_admite_datos_planos(valor: object) -> None:
    assert list(plano({"v": valor})) == ["v"]


@pytest.mark.parametrize(
    "valor",
    [1.5, b"x", {1}, object(), Path(), datetime(2026, 1, 1, tzinfo=UTC), _Clase.UNO, len, str],
)
def test_rechaza_lo_demas_con_su_ruta(valor: object) -> None:
    with pytest.raises(TypeError, match=r"«a\.b\[2\]»"):
        plano({"a": {"b": ["x", valor]}})


@pytest.mark.parametrize("clave", ["_x", "", 1, None])
def test_rechaza_claves_que_no_son_nombres(clave: object) -> None:
    with pytest.raises(TypeError, match="clave"):
        plano({"a": {clave: "x"}})


def test_rechaza_lo_que_se_contiene_a_si_mismo() -> None:
    lazo: list[object] = []
    lazo.append(lazo)
    with pytest.raises(TypeError, match="profundo"):
        plano({"a": lazo})
