from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.catalogos.calendario import Calendario, calendario
from generador.errores import DatoInvalido
from generador.reglas.terminos import (
    FechaFija,
    Unidad,
    Vencimiento,
    descripcion,
    dias_calendario,
    dias_habiles,
    fecha_fija,
    meses,
)

CAL = calendario()
Contar = Callable[[date, int, Calendario], Vencimiento]
CONTAR: list[Contar] = [dias_habiles, dias_calendario, meses]

fechas = st.dates(date(1984, 1, 1), date(2090, 12, 31))
plazos = st.integers(1, 100)


@pytest.mark.parametrize(
    ("desde", "n", "vence"),
    [
        ("2024-06-28", 15, "2024-07-23"),  # festivo, día cívico y festivo en sábado
        ("2024-06-28", 1, "2024-07-02"),
        ("2024-06-29", 1, "2024-07-02"),  # radicado un sábado
        ("2024-04-18", 1, "2024-04-22"),  # el viernes es cívico
        ("2025-04-16", 1, "2025-04-21"),  # jueves y viernes santos
        ("2025-06-27", 1, "2025-07-01"),  # dos festivos el mismo lunes
        ("2026-07-10", 1, "2026-07-14"),  # Ley 2578 de 2026
        ("2024-12-30", 3, "2025-01-03"),  # cambia de año
        ("2023-04-20", 1, "2023-04-21"),  # antes del Decreto 500 de 2024
    ],
)
def test_dias_habiles(desde: str, n: int, vence: str) -> None:
    assert dias_habiles(date.fromisoformat(desde), n, CAL).vence == date.fromisoformat(vence)


@pytest.mark.parametrize(
    ("desde", "n", "vence"),
    [
        ("2024-06-28", 4, "2024-07-02"),
        ("2024-06-28", 1, "2024-07-02"),  # sábado, domingo y festivo
        ("2024-06-28", 17, "2024-07-16"),  # el 15 de julio fue cívico
        ("2024-02-28", 1, "2024-02-29"),
        ("2024-05-06", 60, "2024-07-05"),
    ],
)
def test_dias_calendario(desde: str, n: int, vence: str) -> None:
    assert dias_calendario(date.fromisoformat(desde), n, CAL).vence == date.fromisoformat(vence)


@pytest.mark.parametrize(
    ("desde", "n", "vence"),
    [
        ("2024-01-31", 1, "2024-02-29"),  # el mes no tiene 31: el último
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 1, "2024-04-01"),  # 29 de marzo, Viernes Santo, y fin de semana
        ("2024-10-31", 2, "2024-12-31"),
        ("2024-11-15", 2, "2025-01-15"),
        ("2024-05-15", 2, "2024-07-16"),  # día cívico
        ("2024-11-25", 1, "2024-12-26"),  # Navidad
        ("2024-08-22", 4, "2024-12-23"),  # domingo
        ("2024-12-02", 12, "2025-12-02"),
    ],
)
def test_meses(desde: str, n: int, vence: str) -> None:
    assert meses(date.fromisoformat(desde), n, CAL).vence == date.fromisoformat(vence)


@pytest.mark.parametrize(
    ("fecha", "efectiva"),
    [("2024-06-30", "2024-07-02"), ("2025-09-30", "2025-09-30"), ("2027-01-31", "2027-02-01")],
)
def test_fecha_fija(fecha: str, efectiva: str) -> None:
    dia = date.fromisoformat(fecha)
    assert fecha_fija(dia, CAL) == FechaFija(dia, date.fromisoformat(efectiva))


@pytest.mark.parametrize("contar", CONTAR)
@pytest.mark.parametrize("n", [0, -1, 1001, True])
def test_cantidad_que_no_sirve(contar: Contar, n: int) -> None:
    with pytest.raises(DatoInvalido, match=f"«{n}».*entre 1 y 1000"):
        contar(date(2024, 6, 28), n, CAL)


@pytest.mark.parametrize("contar", CONTAR)
@pytest.mark.parametrize("desde", [date.min, date(1983, 12, 31), date(2101, 1, 1), date.max])
def test_fecha_fuera_de_los_anios_conocidos(contar: Contar, desde: date) -> None:
    with pytest.raises(DatoInvalido, match=f"festivos de {desde.year}"):
        contar(desde, 1000, CAL)


@pytest.mark.parametrize("contar", CONTAR)
def test_plazo_que_se_sale_del_calendario(contar: Contar) -> None:
    with pytest.raises(DatoInvalido, match="revise la fecha y el plazo"):
        contar(date(2100, 12, 30), 1000, CAL)


def test_los_saltados_llevan_su_motivo() -> None:
    assert dias_habiles(date(2024, 7, 12), 1, CAL).saltados == (
        (date(2024, 7, 13), "sábado"),
        (date(2024, 7, 14), "domingo"),
        (date(2024, 7, 15), "día cívico (Decreto 880 de 2024)"),
    )


@pytest.mark.parametrize(
    ("vencimiento", "linea"),
    [
        (
            dias_habiles(date(2024, 6, 28), 15, CAL),
            "2024-07-23: 15 días hábiles desde el día siguiente al 28 de junio de 2024; no cuentan:"
            " 3 sábados; 4 domingos; 1° de julio de 2024, festivo: San Pedro y San Pablo;"
            " 15 de julio de 2024, día cívico (Decreto 880 de 2024);"
            " 20 de julio de 2024, festivo: Día de la Independencia.",
        ),
        (
            dias_habiles(date(2024, 7, 2), 1, CAL),
            "2024-07-03: 1 día hábil desde el día siguiente al 2 de julio de 2024.",
        ),
        (
            meses(date(2024, 7, 2), 1, CAL),
            "2024-08-02: 1 mes desde el 2 de julio de 2024.",
        ),
        (
            dias_calendario(date(2024, 7, 3), 10, CAL),
            "2024-07-16: 10 días calendario desde el 3 de julio de 2024; el último día, 13 de julio"
            " de 2024, no es hábil y el plazo corre al primer día hábil; no cuentan: 1 sábado;"
            " 1 domingo; 15 de julio de 2024, día cívico (Decreto 880 de 2024).",
        ),
    ],
)
def test_descripcion(vencimiento: Vencimiento, linea: str) -> None:
    assert descripcion(vencimiento) == linea


@pytest.mark.parametrize(("cuantos", "dice"), [(1, "1 día de"), (2, "2 días de")])
def test_una_suspension_se_cuenta_y_no_se_enumera(cuantos: int, dice: str) -> None:
    norma = "suspensión de términos (Resolución 1 de 2024)"
    suspendidos = {date(2024, 7, 2) + timedelta(days=i): norma for i in range(cuantos)}
    vencimiento = dias_habiles(date(2024, 7, 1), 1, Calendario("prueba", suspendidos))
    assert vencimiento.vence == date(2024, 7, 2 + cuantos)
    assert descripcion(vencimiento).endswith(f"no cuentan: {dice} {norma}.")


@given(fechas, plazos, st.sampled_from(CONTAR))
@settings(derandomize=True, deadline=None)
def test_siempre_vence_en_un_dia_habil_posterior(desde: date, n: int, contar: Contar) -> None:
    vencimiento = contar(desde, n, CAL)
    assert CAL.es_habil(vencimiento.vence)
    assert vencimiento.vence > desde
    assert descripcion(vencimiento).startswith(f"{vencimiento.vence.isoformat()}: {n} ")
    assert "\n" not in descripcion(vencimiento)


@given(fechas, plazos)
@settings(derandomize=True, deadline=None)
def test_se_cuentan_exactamente_n_habiles(desde: date, n: int) -> None:
    vencimiento = dias_habiles(desde, n, CAL)
    dias = [desde + timedelta(days=i + 1) for i in range((vencimiento.vence - desde).days)]
    assert sum(map(CAL.es_habil, dias)) == n
    assert [d for d, _ in vencimiento.saltados] == [d for d in dias if not CAL.es_habil(d)]


@given(fechas, plazos, st.sampled_from([dias_calendario, meses]))
@settings(derandomize=True, deadline=None)
def test_solo_se_corre_el_ultimo_dia(desde: date, n: int, contar: Contar) -> None:
    vencimiento = contar(desde, n, CAL)
    corridos = [d for d, _ in vencimiento.saltados]
    ultimo = vencimiento.vence - timedelta(days=len(corridos))
    assert corridos == [ultimo + timedelta(days=i) for i in range(len(corridos))]
    if vencimiento.unidad is Unidad.CALENDARIO:
        assert ultimo == desde + timedelta(days=n)
    else:
        un_dia_despues = ultimo + timedelta(days=1)
        assert ultimo.day == desde.day or (ultimo.day < desde.day and un_dia_despues.day == 1)


@given(fechas, plazos, st.integers(0, 60), st.integers(0, 60), st.sampled_from(CONTAR))
@settings(derandomize=True, deadline=None)
def test_mas_tarde_o_mas_largo_nunca_vence_antes(
    desde: date, n: int, dias_despues: int, de_mas: int, contar: Contar
) -> None:
    base = contar(desde, n, CAL).vence
    assert contar(desde + timedelta(days=dias_despues), n, CAL).vence >= base
    assert contar(desde, n + de_mas, CAL).vence >= base


@given(fechas, plazos, plazos)
@settings(derandomize=True, deadline=None)
def test_dos_plazos_habiles_seguidos_son_uno(desde: date, a: int, b: int) -> None:
    seguido = dias_habiles(dias_habiles(desde, a, CAL).vence, b, CAL).vence
    assert seguido == dias_habiles(desde, a + b, CAL).vence


def test_el_mensaje_de_un_plazo_malo_dice_como_se_arregla() -> None:
    with pytest.raises(DatoInvalido, match=re.escape("Escriba un número entero")):
        dias_habiles(date(2024, 6, 28), 0, CAL)
