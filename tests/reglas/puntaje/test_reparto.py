"""El reparto proporcional: casos a mano y lo que se cumple siempre."""

from __future__ import annotations

import itertools
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.errores import DatoInvalido
from generador.reglas.puntaje.reparto import repartir

CIENTO = st.decimals(0, 100, places=2)


@st.composite
def repartos(draw: st.DrawFn) -> tuple[list[Decimal], Decimal, int]:
    participaciones = draw(st.lists(CIENTO, min_size=1, max_size=12).filter(any))
    decimales = draw(st.integers(0, 4))
    maximo = Decimal(draw(st.integers(1, 10**6))).scaleb(-decimales)
    return participaciones, maximo, decimales


def exactos(participaciones: list[Decimal], maximo: Decimal) -> list[Fraction]:
    suma = sum(map(Fraction, participaciones))
    return [Fraction(p) * Fraction(maximo) / suma for p in participaciones]


@pytest.mark.parametrize(
    ("participaciones", "maximo", "decimales", "puntos", "usuales"),
    [
        ("50 30 20", "20", 2, "10.00 6.00 4.00", "10.00 6.00 4.00"),
        ("1 1 1", "20", 2, "6.67 6.67 6.66", "6.67 6.67 6.67"),
        ("1 1 1", "10", 2, "3.34 3.33 3.33", "3.33 3.33 3.33"),
        ("34.5 12.25 7.8", "20", 2, "12.65 4.49 2.86", "12.65 4.49 2.86"),
        ("1 2", "1", 0, "0 1", "0 1"),
        ("1 1", "1", 0, "1 0", "1 1"),
        ("0 40", "20", 1, "0.0 20.0", "0.0 20.0"),
        ("7", "0.25", 2, "0.25", "0.25"),
    ],
)
def test_reparte(
    participaciones: str, maximo: str, decimales: int, puntos: str, usuales: str
) -> None:
    reparto = repartir([Decimal(p) for p in participaciones.split()], Decimal(maximo), decimales)
    assert " ".join(map(str, reparto.puntos)) == puntos
    assert " ".join(map(str, reparto.usuales)) == usuales


@pytest.mark.parametrize(
    ("participaciones", "maximo", "motivo"),
    [(["0", "0"], "20", "suman cero"), (["1"], "20.125", "más decimales que los 2")],
)
def test_lo_que_no_se_puede_repartir(participaciones: list[str], maximo: str, motivo: str) -> None:
    with pytest.raises(DatoInvalido, match=motivo):
        repartir([Decimal(p) for p in participaciones], Decimal(maximo), 2)


@settings(derandomize=True, deadline=None)
@given(repartos())
def test_suma_el_maximo_y_cada_uno_esta_a_menos_de_una_unidad(
    caso: tuple[list[Decimal], Decimal, int],
) -> None:
    participaciones, maximo, decimales = caso
    puntos = repartir(*caso).puntos
    assert sum(puntos) == maximo
    unidad = Fraction(1, 10**decimales)
    for punto, exacto in zip(puntos, exactos(participaciones, maximo), strict=True):
        assert punto >= 0
        assert abs(Fraction(punto) - exacto) < unidad


@settings(derandomize=True, deadline=None)
@given(repartos())
def test_quien_participa_mas_no_recibe_menos(caso: tuple[list[Decimal], Decimal, int]) -> None:
    pares = sorted(zip(caso[0], repartir(*caso).puntos, strict=True))
    for (menos, suyos), (mas, otros) in itertools.pairwise(pares):
        assert menos == mas or suyos <= otros


@settings(derandomize=True, deadline=None)
@given(repartos(), st.randoms(use_true_random=False))
def test_el_orden_solo_decide_entre_residuos_iguales(
    caso: tuple[list[Decimal], Decimal, int], azar: object
) -> None:
    participaciones, maximo, decimales = caso
    orden = list(range(len(participaciones)))
    azar.shuffle(orden)  # type: ignore[attr-defined]  # es un random.Random de Hypothesis
    puntos = repartir(*caso).puntos
    otros = repartir([participaciones[i] for i in orden], maximo, decimales).puntos
    unidades = [e * 10**decimales for e in exactos(participaciones, maximo)]
    residuos = [u % 1 for u in unidades]
    for lugar, i in enumerate(orden):
        assert otros[lugar] == puntos[i] or residuos.count(residuos[i]) > 1


@settings(derandomize=True, deadline=None)
@given(repartos(), st.integers(2, 50))
def test_solo_importa_la_proporcion(caso: tuple[list[Decimal], Decimal, int], veces: int) -> None:
    participaciones, maximo, decimales = caso
    multiplicadas = [p * veces for p in participaciones]
    assert repartir(multiplicadas, maximo, decimales) == repartir(*caso)
