"""Los casos de `casos/*.txt`: se editan sin saber Python.

Cada caso es `=== nombre`, el Markdown, una línea `-->` y lo que debe salir. En lo que sale, `·`
es un elemento de lista, `⟶` una remisión, `⟦⟧` una ecuación, `⟨⟩` un vínculo, `⁽⁾` una nota, `⏎`
un cambio de renglón y `! línea:columna` un error.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generador.marcado.lectura import marcar
from tests.marcado.esquema import esquema

CARPETA = Path(__file__).parent / "casos"


def casos() -> Iterator[pytest.param]:  # type: ignore[valid-type]  # pytest no exporta su tipo
    for archivo in sorted(CARPETA.glob("*.txt")):
        for caso in archivo.read_text(encoding="utf-8").split("\n=== ")[1:]:
            nombre, _, resto = caso.partition("\n")
            markdown, _, esperado = resto.partition("\n-->\n")
            yield pytest.param(markdown, esperado.strip("\n"), id=f"{archivo.stem}: {nombre}")


@pytest.mark.parametrize(("markdown", "esperado"), list(casos()))
def test_caso(markdown: str, esperado: str) -> None:
    assert esquema(marcar(markdown, archivo="a.md")) == esperado
