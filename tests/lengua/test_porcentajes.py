"""Porcentajes en cifras y en letras."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.errores import DatoInvalido
from generador.lengua.porcentajes import cifra_porcentaje, leer_porcentaje, porcentaje_en_letras

from .tablas import leer_tabla


@pytest.mark.parametrize(("texto", "esperado"), leer_tabla("porcentajes.txt"))
def test_tabla_de_porcentajes(texto: str, esperado: str) -> None:
    assert porcentaje_en_letras(leer_porcentaje(texto)) == esperado


@pytest.mark.parametrize(
    ("texto", "explicacion"),
    [
        ("", "no se puede leer"),
        ("%", "no se puede leer"),
        ("12.5", "¿Quiso decir «12,5»?"),
        ("12.5 %", "¿Quiso decir «12,5 %»?"),
        ("1.000,5", "no se puede leer"),
        ("-5", "no se puede leer"),
        ("5%%", "no se puede leer"),
        ("5  %", "no se puede leer"),
        ("5,", "no se puede leer"),
        (",5", "no se puede leer"),
        ("05", "no se puede leer"),
        ("1e1", "no se puede leer"),
        ("diez", "no se puede leer"),
        ("٥", "no se puede leer"),
        ("100,01", "pasa de 100"),
        ("9" * 50_000, "pasa de 100"),
    ],
)
def test_porcentaje_mal_escrito_se_explica(texto: str, explicacion: str) -> None:
    with pytest.raises(DatoInvalido) as error:
        leer_porcentaje(texto)
    assert explicacion in str(error.value)


@pytest.mark.parametrize(
    ("valor", "decimales", "esperado"),
    [
        ("0.02", None, "0,02%"),
        ("0.0200", None, "0,02%"),
        ("10", None, "10%"),
        ("1E+2", None, "100%"),
        ("-0", None, "0%"),
        ("1200.5", None, "1.200,5%"),
        ("33.33333333333", None, "33,33333333333%"),
        ("0." + "3" * 28, None, "0," + "3" * 28 + "%"),
        ("1E+6", None, "1.000.000%"),
        ("10", 2, "10,00%"),
        ("12.5", 2, "12,50%"),
        ("12.500", 1, "12,5%"),
        ("12.00", 0, "12%"),
    ],
)
def test_cifra_de_porcentaje(valor: str, decimales: int | None, esperado: str) -> None:
    assert cifra_porcentaje(Decimal(valor), decimales) == esperado


def test_los_decimales_fijos_no_redondean() -> None:
    with pytest.raises(DatoInvalido, match="tiene más de 2 decimales"):
        cifra_porcentaje(Decimal("0.025"), 2)


@pytest.mark.parametrize(
    "valor", [0.5, 10, Decimal("NaN"), Decimal("sNaN"), Decimal("Infinity"), Decimal("-1")]
)
def test_lo_que_no_es_un_porcentaje(valor: object) -> None:
    with pytest.raises(DatoInvalido, match="no es un porcentaje"):
        cifra_porcentaje(valor)  # type: ignore[arg-type]  # se prueba el rechazo de otros tipos


@pytest.mark.parametrize("valor", ["1E+999999", "1E+18", "1E-19", "1E-999999"])
def test_demasiadas_cifras(valor: str) -> None:
    with pytest.raises(DatoInvalido, match="demasiadas cifras"):
        porcentaje_en_letras(Decimal(valor))


@settings(derandomize=True, deadline=None)
@given(st.decimals(0, 100, places=6))
def test_la_cifra_se_lee_de_vuelta(valor: Decimal) -> None:
    assert leer_porcentaje(cifra_porcentaje(valor)) == valor
    assert leer_porcentaje(cifra_porcentaje(valor, 8)) == valor
