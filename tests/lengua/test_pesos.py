"""Montos: leer, validar, cifras, letras y de vuelta."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.errores import DatoInvalido
from generador.lengua.pesos import (
    MONTO_MAXIMO,
    ROTULOS,
    cifra,
    en_letras_y_cifras,
    leer_letras,
    leer_monto,
    pesos_en_letras,
    validar_monto,
)

from .gramatica import completo
from .tablas import leer_tabla

PESOS = (
    st.integers(0, 10**15 - 1)
    | st.integers(0, 1000)
    | st.integers(0, 10**9 - 1).map(lambda millones: millones * 10**6)
)
MONTOS = st.builds(
    lambda pesos, centavos: Decimal(pesos if centavos is None else f"{pesos}.{centavos:02d}"),
    PESOS,
    st.none() | st.integers(0, 99),
)


@pytest.mark.parametrize(("entrada", "esperado"), leer_tabla("montos.txt"))
def test_tabla_de_montos(entrada: str, esperado: str) -> None:
    rotulo = next(r for r in ROTULOS if f" {r} ($" in esperado)
    monto = leer_monto(entrada)
    assert en_letras_y_cifras(monto, rotulo) == esperado
    assert leer_letras(esperado.partition(" ($")[0]) == monto


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("$\u00a0921.125", "921125"),
        ("\u00a0$921.125\n", "921125"),
        ("8.000.000.000,00", "8000000000.00"),
        ("1000000,5", "1000000.50"),
        ("0", "0"),
        ("0,0", "0.00"),
    ],
)
def test_leer_monto_conserva_la_forma(texto: str, esperado: str) -> None:
    assert str(leer_monto(texto)) == esperado


@pytest.mark.parametrize(("texto", "explicacion"), leer_tabla("montos_errados.txt"))
def test_monto_mal_escrito_se_explica(texto: str, explicacion: str) -> None:
    with pytest.raises(DatoInvalido) as error:
        leer_monto(texto)
    assert explicacion in str(error.value)
    assert error.value.remedio


@pytest.mark.parametrize(
    "texto", ["\u200b5", "1\u200b000", "1.000\u00a0000", "9" * 100_000, "." * 9999]
)
def test_lo_invisible_y_lo_desmedido_tambien_se_rechazan(texto: str) -> None:
    with pytest.raises(DatoInvalido) as error:
        leer_monto(texto)
    assert len(str(error.value)) < 400


@settings(derandomize=True, deadline=None)
@given(st.text("0123456789.,$ -+eE'\u00a0", max_size=14))
def test_nada_se_lee_a_medias(texto: str) -> None:
    try:
        monto = leer_monto(texto)
    except DatoInvalido:
        return
    sin_miles = texto.strip().lstrip("$ \u00a0").replace(".", "")
    assert monto == Decimal(sin_miles.replace(",", "."))
    assert leer_monto(cifra(monto)) == monto


@settings(derandomize=True, deadline=None)
@given(MONTOS)
def test_la_cifra_se_lee_de_vuelta_con_la_misma_forma(monto: Decimal) -> None:
    leido = leer_monto(cifra(monto))
    assert leido == monto
    assert leido.as_tuple() == monto.as_tuple()


@settings(derandomize=True, deadline=None)
@given(MONTOS, st.sampled_from(ROTULOS))
def test_las_letras_se_leen_de_vuelta(monto: Decimal, rotulo: str) -> None:
    letras = pesos_en_letras(monto, rotulo)
    assert leer_letras(letras) == monto
    assert leer_letras(letras.lower()) == monto


@settings(derandomize=True, deadline=None)
@given(MONTOS)
def test_las_letras_son_las_de_la_gramatica(monto: Decimal) -> None:
    pesos, centavos = divmod(int(monto * 100), 100)
    de = "de " if pesos and pesos % 10**6 == 0 else ""
    frase = f"{completo(pesos, apocope=True)} {de}{'peso' if pesos == 1 else 'pesos'}"
    if centavos:
        moneda = "centavo" if centavos == 1 else "centavos"
        frase += f" con {completo(centavos, apocope=True)} {moneda}"
    assert pesos_en_letras(monto) == f"{frase.upper()} MONEDA LEGAL"


@settings(derandomize=True, deadline=None)
@given(MONTOS)
def test_la_precision_decimal_de_quien_llama_no_importa(monto: Decimal) -> None:
    with localcontext(prec=3):
        estrecha = en_letras_y_cifras(monto), leer_monto(cifra(monto))
    assert estrecha == (en_letras_y_cifras(monto), monto)


@pytest.mark.parametrize(
    ("valor", "esperado"),
    [
        (0, "0"),
        (1000, "1000"),
        (Decimal("7.5"), "7.50"),
        (Decimal("7.00"), "7.00"),
        (Decimal("7.500"), "7.50"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0"), "0"),
        (Decimal("-0.00"), "0.00"),
        (MONTO_MAXIMO, "999999999999999.99"),
    ],
)
def test_validar_monto_normaliza_el_exponente(valor: Decimal | int, esperado: str) -> None:
    assert str(validar_monto(valor)) == esperado


@pytest.mark.parametrize(
    ("valor", "explicacion"),
    [
        (1.5, "del tipo float"),
        (True, "del tipo bool"),
        ("1000", "del tipo str"),
        (None, "del tipo NoneType"),
        (-1, "no se puede escribir"),
        (Decimal("-0.01"), "no se puede escribir"),
        (10**15, "no se puede escribir"),
        (Decimal("1E+999999"), "no se puede escribir"),
        (Decimal("NaN"), "no se puede escribir"),
        (Decimal("sNaN"), "no se puede escribir"),
        (Decimal("Infinity"), "no se puede escribir"),
        (Decimal("0.001"), "fracciones de centavo"),
        (Decimal("999999999999999.989"), "fracciones de centavo"),
        (Decimal("1E-999999"), "fracciones de centavo"),
        (Decimal(1) / 3, "fracciones de centavo"),
    ],
)
def test_validar_monto_rechaza(valor: object, explicacion: str) -> None:
    with pytest.raises(DatoInvalido, match=explicacion):
        validar_monto(valor)  # type: ignore[arg-type]  # se prueba el rechazo de otros tipos


def test_un_decimal_con_muchos_ceros_sigue_siendo_exacto() -> None:
    assert str(validar_monto(Decimal("12." + "0" * 40))) == "12.00"


@pytest.mark.parametrize("rotulo", ["", "moneda legal", "DÓLARES", "MONEDA  LEGAL"])
def test_rotulo_desconocido(rotulo: str) -> None:
    with pytest.raises(DatoInvalido, match="no es de los admitidos: MONEDA LEGAL, MONEDA"):
        pesos_en_letras(1, rotulo)


@pytest.mark.parametrize(("texto", "explicacion"), leer_tabla("letras_erradas.txt"))
def test_letras_mal_escritas_se_explican(texto: str, explicacion: str) -> None:
    with pytest.raises(DatoInvalido) as error:
        leer_letras(texto)
    assert explicacion in str(error.value)


def test_letras_partidas_en_renglones() -> None:
    texto = "NOVECIENTOS\n  VEINTIÚN MIL\u00a0PESOS CON CINCUENTA Y SEIS\nCENTAVOS M/CTE"
    assert str(leer_letras(texto)) == "921000.56"
