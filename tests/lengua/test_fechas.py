"""Fechas: leer sin adivinar, y las cuatro formas de escribirlas."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.errores import DatoInvalido
from generador.lengua.fechas import (
    dia_en_letras,
    dia_y_mes,
    fecha_de_cierre,
    fecha_larga,
    leer_fecha,
)

from .tablas import leer_tabla

FECHAS = st.dates(date(1886, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("texto", "esperada"),
    [
        ("2024-06-28", date(2024, 6, 28)),
        ("  2024-06-28\n", date(2024, 6, 28)),
        ("2024-02-29", date(2024, 2, 29)),
        ("28 de junio de 2024", date(2024, 6, 28)),
        ("28 de\u00a0junio\nde 2024", date(2024, 6, 28)),
        ("28 DE JUNIO DE 2024", date(2024, 6, 28)),
        ("01 de enero del 2025", date(2025, 1, 1)),
        ("1 de enero de 2025", date(2025, 1, 1)),
        ("1° de enero de 2025", date(2025, 1, 1)),
        ("1º de enero de 2025", date(2025, 1, 1)),
        ("1.º de enero de 2025", date(2025, 1, 1)),
        ("1 de enero de 1886", date(1886, 1, 1)),
        ("31 de diciembre de 2199", date(2199, 12, 31)),
    ],
)
def test_leer_fecha(texto: str, esperada: date) -> None:
    assert leer_fecha(texto) == esperada


@pytest.mark.parametrize(("texto", "explicacion"), leer_tabla("fechas_erradas.txt"))
def test_fecha_rechazada_se_explica(texto: str, explicacion: str) -> None:
    with pytest.raises(DatoInvalido) as error:
        leer_fecha(texto)
    assert explicacion in str(error.value)
    assert error.value.remedio


@settings(derandomize=True, deadline=None)
@given(FECHAS)
def test_la_fecha_escrita_se_lee_de_vuelta(fecha: date) -> None:
    assert leer_fecha(fecha_larga(fecha)) == fecha
    assert leer_fecha(fecha.isoformat()) == fecha


@pytest.mark.parametrize(
    ("fecha", "larga", "sin_anio", "en_letras", "cierre"),
    [
        (
            date(2025, 7, 24),
            "24 de julio de 2025",
            "24 de julio",
            "veinticuatro (24) de julio de 2025",
            "a los veinticuatro (24) días del mes de julio de 2025",
        ),
        (
            date(2024, 1, 1),
            "1° de enero de 2024",
            "1° de enero",
            "primero (1°) de enero de 2024",
            "al primer (1°) día del mes de enero de 2024",
        ),
        (
            date(2026, 3, 31),
            "31 de marzo de 2026",
            "31 de marzo",
            "treinta y uno (31) de marzo de 2026",
            "a los treinta y un (31) días del mes de marzo de 2026",
        ),
        (
            date(2025, 9, 21),
            "21 de septiembre de 2025",
            "21 de septiembre",
            "veintiuno (21) de septiembre de 2025",
            "a los veintiún (21) días del mes de septiembre de 2025",
        ),
        (
            date(2025, 12, 2),
            "2 de diciembre de 2025",
            "2 de diciembre",
            "dos (2) de diciembre de 2025",
            "a los dos (2) días del mes de diciembre de 2025",
        ),
    ],
)
def test_formas_de_la_fecha(
    fecha: date, larga: str, sin_anio: str, en_letras: str, cierre: str
) -> None:
    formas = (fecha_larga(fecha), dia_y_mes(fecha), dia_en_letras(fecha), fecha_de_cierre(fecha))
    assert formas == (larga, sin_anio, en_letras, cierre)
