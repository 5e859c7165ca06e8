from __future__ import annotations

import tomllib
from datetime import date, datetime, timedelta
from importlib import metadata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.catalogos.calendario import (
    PRIMER_ANIO,
    ULTIMO_ANIO,
    Calendario,
    calendario,
    especiales,
)
from generador.errores import DatoInvalido

CAL = calendario()

SUSPENSIONES = """
[[suspensiones]]
entidad = "Ministerio de Comercio, Industria y Turismo"
norma = "Resolución 1 de 2020"
desde = 2020-03-20
hasta = 2020-03-24
fuente = "prueba"

[[civicos_anuales]]
norma = "Decreto 500 de 2024"
mes = 4
semana = 3
dia = "viernes"
desde = 2024
fuente = "prueba"

[[civicos]]
norma = "Decreto 880 de 2024"
fecha = 2024-07-15
fuente = "prueba"
"""


@pytest.mark.parametrize(
    ("fecha", "motivo"),
    [
        ("2024-01-01", "festivo: Año Nuevo"),
        ("2024-01-08", "festivo: Día de los Reyes Magos"),
        ("2024-05-13", "festivo: Ascensión del Señor"),
        ("2024-06-03", "festivo: Corpus Christi"),
        ("2024-07-01", "festivo: San Pedro y San Pablo"),
        ("2024-07-20", "festivo: Día de la Independencia"),  # también es sábado
        ("2024-12-08", "festivo: La Inmaculada Concepción"),  # también es domingo
        ("2025-06-30", "festivo: Sagrado Corazón, San Pedro y San Pablo"),  # dos el mismo día
        ("2025-07-09", None),  # la Ley 2578 rige desde 2026
        ("2026-07-09", None),  # y se traslada al lunes
        ("2026-07-13", "festivo: Día de Nuestra Señora del Rosario de Chiquinquirá"),
        ("2027-07-12", "festivo: Día de Nuestra Señora del Rosario de Chiquinquirá"),
        ("2024-06-29", "sábado"),
        ("2024-06-30", "domingo"),
        ("2024-07-02", None),
        ("2023-04-21", None),  # tercer viernes, antes del decreto
        ("2024-04-19", "día cívico (Decreto 500 de 2024)"),
        ("2024-04-12", None),
        ("2024-04-26", None),
        ("2025-04-18", "festivo: Viernes Santo"),  # y tercer viernes de abril
        ("2026-04-17", "día cívico (Decreto 500 de 2024)"),
        ("2027-04-16", "día cívico (Decreto 500 de 2024)"),
        ("2050-04-15", "día cívico (Decreto 500 de 2024)"),
        ("2024-07-15", "día cívico (Decreto 880 de 2024)"),
        ("2025-07-15", None),  # solo fue en 2024
    ],
)
def test_motivo(fecha: str, motivo: str | None) -> None:
    dia = date.fromisoformat(fecha)
    assert CAL.motivo(dia) == motivo
    assert CAL.es_habil(dia) is (motivo is None)


@pytest.mark.parametrize(
    ("anio", "cuantos"), [(1984, 17), (2022, 18), (2024, 18), (2025, 17), (2026, 19)]
)
def test_festivos_distintos_del_anio(anio: int, cuantos: int) -> None:
    assert len([d for d in dias_de(anio) if (CAL.motivo(d) or "").startswith("festivo")]) == cuantos


@pytest.mark.parametrize("anio", [2024, 2025, 2026, ULTIMO_ANIO])
def test_ningun_motivo_arrastra_lo_que_dice_la_biblioteca(anio: int) -> None:
    motivos = {CAL.motivo(d) or "" for d in dias_de(anio)}
    assert not [m for m in motivos if "observado" in m or "señor" in m or "  " in m]


def test_hay_festivos_en_todos_los_anios_admitidos() -> None:
    # Si la biblioteca dejara de cubrir un año, todos sus días pasarían por hábiles en silencio.
    for anio in range(PRIMER_ANIO, ULTIMO_ANIO + 1):
        assert CAL.motivo(date(anio, 12, 25)) == "festivo: Navidad"
        assert any((CAL.motivo(d) or "") == "festivo: Viernes Santo" for d in dias_de(anio))


@pytest.mark.parametrize(
    ("fecha", "siguiente"),
    [
        ("2024-06-28", "2024-07-02"),  # viernes, fin de semana y festivo
        ("2024-07-02", "2024-07-03"),  # nunca el mismo día
        ("2024-06-29", "2024-07-02"),
        ("2024-07-12", "2024-07-16"),  # el lunes es cívico
        ("2025-04-16", "2025-04-21"),  # Semana Santa
    ],
)
def test_siguiente_habil(fecha: str, siguiente: str) -> None:
    assert CAL.siguiente_habil(date.fromisoformat(fecha)) == date.fromisoformat(siguiente)


@pytest.mark.parametrize("fecha", [date(1983, 12, 31), date(2101, 1, 1), date.min, date.max])
def test_fuera_de_los_anios_conocidos(fecha: date) -> None:
    with pytest.raises(DatoInvalido, match=f"festivos de {fecha.year}.*1984 y 2100"):
        CAL.es_habil(fecha)


def test_despues_del_ultimo_anio_no_se_inventa_un_dia_habil() -> None:
    with pytest.raises(DatoInvalido, match="2101"):
        CAL.siguiente_habil(date(2100, 12, 31))


def test_una_fecha_con_hora_no_pasa_por_habil() -> None:
    with pytest.raises(DatoInvalido, match="trae hora"):
        CAL.es_habil(datetime(2024, 7, 1))  # noqa: DTZ001 - la zona no importa en esta prueba


def test_la_version_dice_con_que_se_conto() -> None:
    version = metadata.version("holidays")
    assert CAL.version == f"holidays {version}; calendario.toml 2026.1"


def test_una_entidad_sin_suspensiones_tiene_el_calendario_general() -> None:
    assert calendario("Ministerio de Minas y Energía") == CAL


@pytest.mark.parametrize(
    ("entidad", "suspendidos"),
    [
        ("MINISTERIO DE COMERCIO INDUSTRIA Y TURISMO", ["20", "24"]),
        ("Ministerio de Minas y Energía", []),
        (None, []),
    ],
)
def test_las_suspensiones_son_de_su_entidad(entidad: str | None, suspendidos: list[str]) -> None:
    cal = Calendario("prueba", especiales(tomllib.loads(SUSPENSIONES), entidad))
    con_suspension = [
        f"{d:%d}"
        for d in dias_de(2020)
        if cal.motivo(d) == "suspensión de términos (Resolución 1 de 2020)"
    ]
    assert con_suspension == suspendidos  # 21 y 22 son fin de semana; 23, San José
    assert cal.motivo(date(2024, 7, 15)) == "día cívico (Decreto 880 de 2024)"


def test_los_dias_especiales_no_se_pueden_cambiar() -> None:
    with pytest.raises(TypeError):
        CAL.especiales[date(2024, 7, 16)] = "puente"  # type: ignore[index]  # es lo que se prueba


@given(st.dates(date(PRIMER_ANIO, 1, 1), date(ULTIMO_ANIO, 12, 20)))
@settings(derandomize=True, deadline=None)
def test_entre_una_fecha_y_su_siguiente_habil_no_hay_habiles(fecha: date) -> None:
    siguiente = CAL.siguiente_habil(fecha)
    assert siguiente > fecha
    assert CAL.es_habil(siguiente)
    dias = (siguiente - fecha).days
    assert not any(CAL.es_habil(fecha + timedelta(days=i)) for i in range(1, dias))


def dias_de(anio: int) -> list[date]:
    enero = date(anio, 1, 1)
    return [d for i in range(366) if (d := enero + timedelta(days=i)).year == anio]
