"""La guía del asesor dice la verdad: sus ejemplos se leen y sus errores salen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generador.marcado.bloques import (
    Articulo,
    CitaTextual,
    Ecuacion,
    Figura,
    Lista,
    Paragrafo,
    Tabla,
)
from generador.marcado.lectura import marcar
from tests.marcado.esquema import esquema

GUIA = (Path(__file__).resolve().parents[2] / "docs" / "marcado.md").read_text(encoding="utf-8")
EJEMPLOS = re.findall(r"```markdown\n(.*?)```", GUIA, re.DOTALL)
ERRORES = re.findall(r"^\| `(.+)` \| (.+) \|$", GUIA, re.MULTILINE)


@pytest.mark.parametrize("ejemplo", EJEMPLOS)
def test_el_ejemplo_se_lee_sin_errores(ejemplo: str) -> None:
    assert marcar(ejemplo, archivo="marcado.md").hallazgos == ()


def test_la_guia_muestra_todo_lo_que_hay() -> None:
    leidos = [b for e in EJEMPLOS for b in marcar(e, archivo="marcado.md").bloques]
    clases = {type(bloque) for bloque in leidos}
    assert {Articulo, CitaTextual, Ecuacion, Figura, Lista, Tabla} <= clases
    hijos = {type(h) for b in leidos if isinstance(b, Articulo) for h in b.bloques}
    assert {Paragrafo, CitaTextual} <= hijos


def test_las_listas_de_la_guia_se_anidan_y_siguen() -> None:
    leido = esquema(marcar(EJEMPLOS[1], archivo="marcado.md"))
    assert "lista a) desde 1" in leido
    assert "lista 1. desde 3" in leido


@pytest.mark.parametrize(("escrito", "mensaje"), ERRORES)
def test_el_error_sale_como_se_anuncia(escrito: str, mensaje: str) -> None:
    (hallazgo,) = marcar(re.sub(" *⏎ ?", "\n", escrito), archivo="a.md").hallazgos
    assert hallazgo.mensaje == mensaje


def test_hay_ejemplos_y_errores() -> None:
    assert len(EJEMPLOS) >= 6
    assert len(ERRORES) >= 8
