"""Cada situación de `plan/*.yaml`: qué cambia en el ejemplo y todo lo que las reglas dicen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generador.caso.arbol import crudo
from generador.caso.lectura import leer
from tests.reglas.expediente import caso, revisar

TABLAS = sorted((Path(__file__).parent / "plan").glob("*.yaml"))


def situaciones() -> list[Any]:
    casos = []
    for tabla in TABLAS:
        leida: Any = crudo(leer(tabla))
        casos += [pytest.param(s, id=f"{tabla.stem}: {s['frase']}") for s in leida["situaciones"]]
    return casos


def test_las_tablas_son_amplias() -> None:
    assert len(situaciones()) >= 130


@pytest.mark.parametrize("situacion", situaciones())
def test_situacion(situacion: dict[str, Any]) -> None:
    assert set(situacion) <= {"frase", "sobre", "cambios", "quitar", "dice"}
    expediente = caso(situacion["sobre"], situacion.get("cambios", {}), situacion.get("quitar", []))
    hallazgos = sorted(revisar(expediente), key=lambda h: (h.codigo, h.ruta))
    dicho = [f"{h.codigo} {h.gravedad} {h.ruta}: {h.mensaje} {h.remedio}" for h in hallazgos]
    assert len(dicho) == len(situacion["dice"]), dicho
    for linea, esperado in zip(dicho, situacion["dice"], strict=True):
        codigo, gravedad, ruta, *fragmentos = esperado.split(" | ")
        assert linea.startswith(f"{codigo} {gravedad} {ruta}: "), linea
        for fragmento in fragmentos:
            assert fragmento in linea, linea
    assert all(h.remedio for h in hallazgos)
