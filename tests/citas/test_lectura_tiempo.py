"""Leer tarda lo que el texto es de largo, aun con textos hechos para que tarde más."""

from __future__ import annotations

import gc
import os
import statistics
import time

import pytest

from generador.citas.lectura import leer

from .sopa import sopa

# Lo justo para que un cuadrático se note; con `MINUTA_LARGAS`, con holgura.
CORTO = 40_000 if os.environ.get("MINUTA_LARGAS") else 12_000
VECES = 4
# Lineal es 4; cuadrático, 16. Lo que sobra es para el ruido de la máquina.
TOPE = 8
# Por debajo de esto el reloj mide el ruido.
RELOJ = 0.004
REPETIDOS = [
    "artículo ",
    "artículo 1, ",
    "artículos 1, 2, 3 y ",
    "artículos 1 a 500, ",
    "numeral 1 del ",
    "numeral 1 del artículo 2, ",
    "literal a y ",
    "1, 2, ",
    "a) ",
    "ley ",
    "Ley 1 de 2020 y ",
    "Ley 1 de 2020, ",
    "Decretos 1, 2, ",
    "Decreto Único Reglamentario de ",
    "Ley Única del Ministerio de ",
    "Capítulo 1, Nombre ",
    "la citada ",
    "Consejo de Estado sentencia ",
    "Sentencia C-",
    "CP art. ",
    "INVENTADO, Ana. Título. ",
    "“ ",
    "“",
    "« ",
    "C-1 y C-2, ",
    "C-123, ",
    "el 5 de la ",
    "« “ ",
    '" ',
    "Artículo 1. «quedará así: ",
    "(",
    "-\n",
    "x",
    "1",
    "\n\n",
    "\u0301",
    "a-\n",
]


def segundos(texto: str) -> float:
    """La mediana de tres lecturas."""
    tiempos = []
    for _ in range(3):
        gc.collect()
        inicio = time.process_time()
        leer(texto, tolerante=True)
        tiempos.append(time.process_time() - inicio)
    return statistics.median(tiempos)


def razon(texto: str) -> float:
    """Cuántas veces más se tarda en leer el texto que su primera cuarta parte."""
    return segundos(texto) / max(segundos(texto[: len(texto) // VECES]), RELOJ)


@pytest.mark.parametrize("semilla", [1, 2])
def test_la_sopa_de_palabras_clave_es_lineal(semilla: int) -> None:
    assert razon(sopa(CORTO * VECES, semilla)) <= TOPE


@pytest.mark.parametrize("trozo", REPETIDOS)
def test_las_repeticiones_son_lineales(trozo: str) -> None:
    texto = trozo * (CORTO * VECES // len(trozo))
    assert razon(texto) <= TOPE
