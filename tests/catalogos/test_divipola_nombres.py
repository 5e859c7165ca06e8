"""Los nombres con que un municipio aparecía en listados anteriores."""

from __future__ import annotations

import pytest

from generador.catalogos import tabla
from generador.catalogos.divipola import municipio, municipios, se_llama


def test_cada_nombre_anterior_es_de_un_municipio_y_tiene_fuente() -> None:
    for anterior in tabla.leer("divipola_nombres.csv"):
        quien = municipio(anterior["codigo"])
        assert se_llama(quien, anterior["nombre"], quien.departamento)
        assert anterior["fuente"].startswith("DANE, Divipola")


def test_todos_se_llaman_como_dice_el_catalogo() -> None:
    for quien in municipios().values():
        assert se_llama(quien, quien.nombre.upper(), quien.departamento.lower())


@pytest.mark.parametrize(
    ("codigo", "nombre", "departamento", "es"),
    [
        ("13468", "Mompós", "Bolívar", True),
        ("13468", "Mompós", "Magdalena", False),
        ("13430", "Mompós", "Bolívar", False),
        ("13001", "Cartagena", "Bolívar", True),
        ("05664", "San Pedro", "Antioquia", False),  # hay otro, el de Urabá
        ("54001", "Cúcuta", "Santander", False),
        ("05001", "", "Antioquia", False),
        ("05001", "Medellín", "", False),
    ],
)
def test_se_llama(codigo: str, nombre: str, departamento: str, *, es: bool) -> None:
    assert se_llama(municipio(codigo), nombre, departamento) is es
