"""De los datos a los puntos, con cuentas hechas a mano."""

from __future__ import annotations

from typing import Any

import pytest

from generador.reglas.asignacion import asignar, revisar
from tests.reglas.asignacion.casos import convocatoria, proyecto

LINEAL = {"forma": "lineal", "desde": "0", "hasta": "1"}


def con(indicadores: dict[str, str], codigo: str = "A", **mas: Any) -> dict[str, Any]:
    return proyecto(codigo, "0", indicadores=indicadores, **mas)


def criterio(**mas: Any) -> list[dict[str, Any]]:
    return [{"nombre": "C", "maximo": "100", **mas}]


@pytest.mark.parametrize(
    ("puntos", "dato", "esperado"),
    [
        ({"forma": "lineal", "desde": "0", "hasta": "100"}, "33,333", "33.33"),
        ({"forma": "lineal", "desde": "0", "hasta": "100"}, "150", "100.00"),
        ({"forma": "lineal", "desde": "20", "hasta": "40"}, "25", "25.00"),
        ({"forma": "lineal", "desde": "20", "hasta": "40"}, "19", "0.00"),
        ({"forma": "lineal", "desde": "40", "hasta": "20"}, "25", "75.00"),
        ({"forma": "lineal", "desde": "40", "hasta": "20"}, "10", "100.00"),
        ({"forma": "lineal", "desde": "40", "hasta": "20"}, "41", "0.00"),
        ({"forma": "lineal", "desde": "0", "hasta": "8"}, "0,001", "0.01"),
        ({"forma": "lineal", "desde": "0", "hasta": "8"}, "0,0004", "0.01"),
        ({"forma": "lineal", "desde": "0", "hasta": "8"}, "0,00039", "0.00"),
        ({"forma": "si_no"}, "sí", "100.00"),
        ({"forma": "si_no"}, "0", "0.00"),
        ({"forma": "directo"}, "62,5", "62.50"),
        *[
            (
                {
                    "forma": "tramos",
                    "tramos": [
                        {"desde": "0,5", "puntos": "100"},
                        {"desde": "0,1", "puntos": "25,5"},
                    ],
                },
                dato,
                esperado,
            )
            for dato, esperado in [
                ("0,09", "0.00"),
                ("0,1", "25.50"),
                ("0,499", "25.50"),
                ("0,5", "100.00"),
            ]
        ],
    ],
)
def test_cada_forma_da_sus_puntos(puntos: dict[str, Any], dato: str, esperado: str) -> None:
    caso = convocatoria([con({"x": dato})], criterios=criterio(columna="X", puntos=puntos))
    assert str(asignar(caso).puestos[0].total) == esperado


def test_la_razon_divide_dos_columnas() -> None:
    puntos = {"forma": "directo"}
    caso = convocatoria(
        [con({"beneficiarios": "1", "habitantes": "3"})],
        criterios=criterio(razon={"de": "beneficiarios", "entre": "habitantes"}, puntos=puntos),
        decimales_puntaje="4",
    )
    (dado,) = asignar(caso).puestos[0].puntos
    assert (str(dado.dato), str(dado.puntos)) == ("0.333333", "0.3333")


@pytest.mark.parametrize(
    ("por", "esperado"),
    # Costos por beneficiario: A 10, B 20 y C 40 (solar; C es de minería), D 5 (mina).
    [
        ("tipo", {"A": "100.0", "B": "50.0", "C": "25.0", "D": "100.0"}),
        ("línea", {"A": "50.0", "B": "25.0", "C": "100.0", "D": "100.0"}),
        ("todos", {"A": "50.0", "B": "25.0", "C": "12.5", "D": "100.0"}),
    ],
)
def test_el_menor_costo_se_busca_entre_los_elegibles(por: str, esperado: dict[str, str]) -> None:
    barato = con({"ben": "1.000.000"}, "Z", elegible="no", motivo="Tarde.")
    proyectos = [
        barato,
        con({"ben": "100"}, "A", municipios="05001"),
        con({"ben": "50"}, "B", municipios="05002"),
        con({"ben": "25"}, "C", municipios="05004", linea="minería"),
        con({"ben": "200"}, "D", municipios="08001", tipo="mina"),
    ]
    caso = convocatoria(
        proyectos,
        criterios=criterio(
            menor_costo={"costo": "costo", "entre": "ben", "por": por}, puntos=LINEAL
        ),
        tipos=[{"nombre": "solar", "tope": "1.000"}, {"nombre": "mina", "tope": "1.000"}],
        decimales_puntaje="1",
    )
    assert {p.proyecto.codigo: str(p.total) for p in asignar(caso).puestos} == esperado


def test_el_total_suma_los_redondeados() -> None:
    tercio = {"columna": "x", "puntos": {"forma": "lineal", "desde": "0", "hasta": "3"}}
    criterios = [{"nombre": n, "maximo": m, **tercio} for n, m in (("C1", "50"), ("C2", "50"))]
    puesto = asignar(convocatoria([con({"x": "1"})], criterios=criterios)).puestos[0]
    # 16,666… dos veces: 16,67 + 16,67, y no 33,33.
    assert [str(p.puntos) for p in puesto.puntos] == ["16.67", "16.67"]
    assert str(puesto.total) == "33.34"


@pytest.mark.parametrize(
    ("cambio", "indicadores", "campo", "dice"),
    [
        (
            {"columna": "x", "puntos": {"forma": "directo"}},
            {"x": "100,5"},
            "indicadores.x",
            "En «C», 100,5 pasa del máximo, 100.",
        ),
        (
            {"columna": "x", "puntos": {"forma": "si_no"}},
            {"x": "2"},
            "indicadores.x",
            "«C» es 2, que no es sí ni no.",
        ),
        (
            {"razon": {"de": "x", "entre": "y"}, "puntos": LINEAL},
            {"x": "1", "y": "0"},
            "indicadores.y",
            "«y» es cero y se divide entre él.",
        ),
        (
            {"menor_costo": {"costo": "x", "entre": "y", "por": "todos"}, "puntos": LINEAL},
            {"x": "0", "y": "1"},
            "indicadores.x",
            "«x» es cero: no hay costo que comparar.",
        ),
        (
            {"razon": {"de": "costo", "entre": "cofinanciacion"}, "puntos": LINEAL},
            {},
            "cofinanciacion",
            "«cofinanciacion» es cero y se divide entre él.",
        ),
        (
            {"razon": {"de": "x", "entre": "y"}, "puntos": LINEAL},
            {"x": "", "y": "1"},
            "indicadores.x",
            "«x» está vacío.",
        ),
    ],
)
def test_el_dato_que_no_se_puede_puntuar_se_senala(
    cambio: dict[str, Any], indicadores: dict[str, str], campo: str, dice: str
) -> None:
    (hallazgo,) = revisar(convocatoria([con(indicadores)], criterios=criterio(**cambio)), None)
    assert (hallazgo.ruta, hallazgo.mensaje) == (f"proyectos[1].{campo}", dice)


@pytest.mark.parametrize(
    ("cambio", "ruta"),
    [
        ({"columna": "w", "puntos": LINEAL}, "criterios[1].columna"),
        ({"razon": {"de": "w", "entre": "x"}, "puntos": LINEAL}, "criterios[1].razon.de"),
        ({"razon": {"de": "x", "entre": "w"}, "puntos": LINEAL}, "criterios[1].razon.entre"),
        (
            {"menor_costo": {"costo": "w", "entre": "x", "por": "tipo"}, "puntos": LINEAL},
            "criterios[1].menor_costo.costo",
        ),
    ],
)
def test_la_columna_que_falta_se_pide_donde_se_nombra(cambio: dict[str, Any], ruta: str) -> None:
    (hallazgo,) = revisar(convocatoria([con({"x": "1"})], criterios=criterio(**cambio)), None)
    assert (hallazgo.codigo, hallazgo.ruta) == ("ASG010", ruta)
