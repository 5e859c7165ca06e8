"""Género, plural y contracciones de lo que nombra una cita."""

from __future__ import annotations

import pytest

from generador.citas.gramatica import articulo, de, plural, presente, unir
from generador.citas.norma import ROTULOS, Tipo


@pytest.mark.parametrize("tipo", [t for t in Tipo if t not in (Tipo.DOCTRINA, Tipo.INTERNA)])
def test_toda_clase_tiene_genero(tipo: Tipo) -> None:
    assert articulo(ROTULOS[tipo]) in {"el", "la"}


@pytest.mark.parametrize(
    ("entidad", "esperado"),
    [
        ("Ministerio de Comercio, Industria y Turismo", "del Ministerio"),
        ("Departamento Nacional de Planeación", "del Departamento"),
        ("Comisión Rectora del SGR", "de la Comisión"),
        ("Dirección de Impuestos y Aduanas Nacionales", "de la Dirección"),
        ("Superintendencia de Industria y Comercio", "de la Superintendencia"),
        ("Agencia Nacional de Contratación Pública", "de la Agencia"),
        ("Procuraduría General de la Nación", "de la Procuraduría"),
        ("Contraloría General de la República", "de la Contraloría"),
        ("Alcaldía de Cúcuta", "de la Alcaldía"),
        ("Secretaría de Hacienda", "de la Secretaría"),
        ("Asamblea de Antioquia", "de la Asamblea"),
        ("Universidad Nacional de Colombia", "de la Universidad"),
        ("Comité Imaginario", "del Comité"),
        ("Tribunal Administrativo", "del Tribunal"),
        ("Presidencia de la República", "de la Presidencia"),
        ("Colombia Compra Eficiente", "de Colombia"),
        ("ICBF", "de ICBF"),
        ("Bogotá, D. C.", "de Bogotá"),
        ("", "de "),
    ],
)
def test_de_una_entidad(entidad: str, esperado: str) -> None:
    assert de(entidad).startswith(esperado)


@pytest.mark.parametrize(
    ("rotulo", "esperado"),
    [
        ("Decreto", "Decretos"),
        ("Circular", "Circulares"),
        ("Sentencia", "Sentencias"),
        ("Directiva", "Directivas"),
        ("Decisión", "Decisiones"),
        ("Decreto Ley", "Decretos Ley"),
    ],
)
def test_plural(rotulo: str, esperado: str) -> None:
    assert plural(rotulo) == esperado


def test_presente_concuerda() -> None:
    assert de(presente(Tipo.DECRETO)) == "del presente decreto"
    assert de(presente(Tipo.CIRCULAR)) == "de la presente circular"


@pytest.mark.parametrize(
    ("partes", "esperado"),
    [
        (["a"], "a"),
        (["a", "b"], "a y b"),
        (["a", "inciso 1"], "a e inciso 1"),
        (["a y b", "c"], "a y b, y c"),
        (["a y b del artículo 2", "c"], "a y b del artículo 2 y c"),
        (["a", "b", "c"], "a, b y c"),
        (["a", "b y c", "d"], "a; b y c; y d"),
        (["a; b; y c", "d"], "a; b; y c; y d"),
    ],
)
def test_unir(partes: list[str], esperado: str) -> None:
    assert unir(partes) == esperado
