"""Lo del banco que se comprueba siempre: los motores dicen lo mismo y la ventaja se conserva."""

from __future__ import annotations

import statistics

import pytest

from generador.documento.lectura import parrafos
from tests.rendimiento.banco.celda import milisegundos
from tests.rendimiento.banco.corrida import TAMANOS, Medida
from tests.rendimiento.banco.informe import metas, tabla
from tests.rendimiento.banco.motores import MOTORES, Rendir
from tests.rendimiento.banco.plantilla import SINTAXIS, construir
from tests.rendimiento.banco.resolucion import datos, esperado

# En `make banco` la meta es 40; aquí hay otras pruebas corriendo y la cobertura cuenta líneas.
VENTAJA = 10


def preparar(nombre: str) -> Rendir:
    importar = MOTORES[nombre].importar
    assert importar is not None
    return importar()(construir(SINTAXIS[MOTORES[nombre].sintaxis]))


@pytest.mark.parametrize("motor", ["docxtpl", "minuta"])
def test_el_documento_dice_lo_que_dicen_los_datos(motor: str) -> None:
    rendir = preparar(motor)
    for cual in range(2):
        dado = datos(cual, 10)
        assert parrafos(rendir(dado)) == esperado(dado)


def test_la_plantilla_compilada_conserva_su_ventaja() -> None:
    dado = datos(0, 10)
    lento, rapido = preparar("docxtpl"), preparar("minuta")
    # Por turnos: lo que estorbe a uno estorba también al otro.
    vueltas = [
        (milisegundos(lambda: lento(dado)), milisegundos(lambda: rapido(dado))) for _ in range(7)
    ]
    de_docxtpl, de_minuta = (statistics.median(tiempos) for tiempos in zip(*vueltas, strict=True))
    assert de_docxtpl >= VENTAJA * de_minuta


JUSTA = {
    **{(motor, filas): Medida(ms=100) for motor in MOTORES for filas in TAMANOS},
    **{("minuta", filas): Medida(ms=1, compilar=30, pico=50) for filas in TAMANOS},
}
ACTO = {"docxtpl": Medida(ms=50), "minuta": Medida(ms=2)}


def test_una_corrida_buena_cumple_todas_las_metas() -> None:
    assert {cumplida for cumplida, _ in metas(JUSTA, ACTO)} == {True}


@pytest.mark.parametrize(
    ("motor", "filas", "peor", "falta"),
    [
        ("minuta", 10, Medida(ms=3, compilar=30, pico=50), "≥ 40× docxtpl, 10 renglones"),
        ("carbone", 209, Medida(ms=0.5), "delante de carbone, 209 renglones"),
        ("minuta", 1100, Medida(ms=1, compilar=30, pico=81), "≤ 80 MB de pico"),
        ("docxtemplater", 209, Medida(ms=100, fiel=False), "las salidas"),
    ],
)
def test_la_meta_perdida_se_nombra(motor: str, filas: int, peor: Medida, falta: str) -> None:
    corrida = {**JUSTA, (motor, filas): peor}
    (perdida,) = [meta for cumplida, meta in metas(corrida, ACTO) if cumplida is False]
    assert perdida.startswith(falta)


def test_el_motor_que_no_corrio_se_nombra_y_sus_metas_quedan_sin_medir() -> None:
    sin_carbone = {("carbone", filas): Medida(falla="no hay Node") for filas in TAMANOS}
    corrida = {**JUSTA, **sin_carbone}
    assert [cumplida for cumplida, _ in metas(corrida, ACTO)].count(None) == len(TAMANOS)
    assert "no corrió carbone: no hay Node" in list(tabla(corrida))
