"""Cantidades concordadas con su sustantivo."""

from __future__ import annotations

import pytest

from generador.errores import DatoInvalido
from generador.lengua.cantidades import cantidad
from generador.lengua.numeros import Genero

M, F = Genero.MASCULINO, Genero.FEMENINO


@pytest.mark.parametrize(
    ("n", "singular", "plural", "genero", "esperado"),
    [
        (15, "día hábil", "días hábiles", M, "quince (15) días hábiles"),
        (1, "día hábil", "días hábiles", M, "un (1) día hábil"),
        (0, "día", "días", M, "cero (0) días"),
        (1, "mes", "meses", M, "un (1) mes"),
        (21, "día", "días", M, "veintiún (21) días"),
        (31, "día", "días", M, "treinta y un (31) días"),
        (101, "folio", "folios", M, "ciento un (101) folios"),
        (1, "hectárea", "hectáreas", F, "una (1) hectárea"),
        (21, "hectárea", "hectáreas", F, "veintiuna (21) hectáreas"),
        (201, "hectárea", "hectáreas", F, "doscientas una (201) hectáreas"),
        (1200, "hectárea", "hectáreas", F, "mil doscientas (1.200) hectáreas"),
        (1_000_000, "peso", "pesos", M, "un millón (1.000.000) de pesos"),
        (2_000_000, "hectárea", "hectáreas", F, "dos millones (2.000.000) de hectáreas"),
        (2_000_001, "hectárea", "hectáreas", F, "dos millones una (2.000.001) hectáreas"),
        (1, "acta", "actas", F, "un (1) acta"),
        (1, "área de trabajo", "áreas de trabajo", F, "un (1) área de trabajo"),
        (1, "aula", "aulas", F, "un (1) aula"),
        (1, "Alma", "Almas", F, "un (1) Alma"),
        (1, "hacha", "hachas", F, "un (1) hacha"),
        (1, "a", "aes", F, "un (1) a"),
        (2, "acta", "actas", F, "dos (2) actas"),
        (21, "acta", "actas", F, "veintiuna (21) actas"),
        (1, "acción", "acciones", F, "una (1) acción"),
        (1, "audiencia", "audiencias", F, "una (1) audiencia"),
        (1, "hacienda", "haciendas", F, "una (1) hacienda"),
        (1, "actriz", "actrices", F, "una (1) actriz"),
        (1, "alegación", "alegaciones", F, "una (1) alegación"),
        (1, "aorta", "aortas", F, "una (1) aorta"),
        (1, "empresa", "empresas", F, "una (1) empresa"),
    ],
)
def test_cantidad(n: int, singular: str, plural: str, genero: Genero, esperado: str) -> None:
    assert cantidad(n, singular, plural, genero) == esperado


@pytest.mark.parametrize("n", [-1, True, 1.0])
def test_cantidad_solo_de_enteros(n: int) -> None:
    with pytest.raises(DatoInvalido, match="no se puede escribir en palabras"):
        cantidad(n, "día", "días")
