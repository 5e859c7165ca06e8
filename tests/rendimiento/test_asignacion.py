"""La asignación crece con las filas, no con su cuadrado. Solo razones: nada de segundos."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from generador.modelo.asignacion_convocatoria import CasoConvocatoria
from generador.modelo.asignacion_formula import CasoFormula
from generador.reglas.asignacion import asignar, distribuir
from tests.reglas.asignacion.casos import TODOS, convocatoria, criterio, fila, formula, grupo
from tests.reglas.asignacion.casos import proyecto as un_proyecto

VECES, VUELTAS = 4, 5
# Lineal sería 4; el cuadrado, 16. Con otras pruebas corriendo y la cobertura contando líneas.
RAZON_MAXIMA = 9


def distribucion(cuantos: int) -> CasoFormula:
    azar = random.Random(1)  # noqa: S311 -- datos de prueba, no secretos
    filas = [
        fila(c, entra="sí", a=f"{azar.random():.9f}".replace(".", ","), b=str(azar.randrange(9)))
        for c in azar.sample(TODOS, cuantos)
    ]
    criterios = [criterio("a", "61,7"), criterio("b", "38,3")]
    return formula(filas, [grupo("100", criterios)], "774.931.346.822")


def asignacion(cuantos: int) -> CasoConvocatoria:
    azar = random.Random(1)  # noqa: S311 -- datos de prueba, no secretos
    proyectos = [
        un_proyecto(
            f"P{n}",
            f"{azar.randrange(100)}",
            municipios=";".join(azar.sample(TODOS, azar.choice((1, 1, 2)))),
            indicadores={"sorteo": str(n)},
        )
        for n in range(cuantos)
    ]
    return convocatoria(
        proyectos,
        f"{30 * cuantos}",
        por_municipio={"proyectos": "2"},
        desempates=[{"columna": "sorteo", "gana": "menor"}],
        saldo_insuficiente="parcial",
    )


def de_un_municipio(cuantos: int) -> CasoConvocatoria:
    """Sin cupo y de a uno por ronda: tantas rondas como proyectos."""
    proyectos = [un_proyecto(f"P{n:05d}", "1", municipios="05001") for n in range(cuantos)]
    return convocatoria(proyectos, f"{100 * cuantos}")


def segundos(tarea: Callable[[], object]) -> float:
    inicio = time.perf_counter()
    tarea()
    return time.perf_counter() - inicio


@pytest.mark.parametrize(
    ("hacer", "armar", "cuantos"),
    [(distribuir, distribucion, 276), (asignar, asignacion, 600), (asignar, de_un_municipio, 600)],
    ids=["fórmula", "convocatoria", "de un municipio"],
)
def test_crece_con_las_filas(
    hacer: Callable[[Any], object], armar: Callable[[int], object], cuantos: int
) -> None:
    vueltas = []
    for _ in range(VUELTAS):
        # Otros en cada vuelta: de un caso ya calculado no se vuelve a calcular nada.
        poco, mucho = armar(cuantos), armar(cuantos * VECES)
        # Por turnos: lo que estorbe a uno estorba también al otro.
        vueltas.append((segundos(partial(hacer, poco)), segundos(partial(hacer, mucho))))
    de_pocos, de_muchos = (statistics.median(tiempos) for tiempos in zip(*vueltas, strict=True))
    assert de_muchos <= RAZON_MAXIMA * de_pocos
