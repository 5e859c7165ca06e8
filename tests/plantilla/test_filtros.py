"""El filtro `cita`; los demás se prueban en sus ejemplos y en `lengua`."""

from __future__ import annotations

import pytest

from generador.documento.lectura import parrafos
from generador.errores import DatoInvalido
from generador.plantilla.filtros import cita
from tests.plantilla.taller import hacer, rendir


@pytest.mark.parametrize(
    ("texto", "corta"),
    [
        ("ley:2056:2020", "Ley 2056 de 2020"),
        ("ley:9999:2021", "Ley 9999 de 2021"),
        ("decreto:1821:2020", "Decreto 1821 de 2020"),
        ("sentencia:c-713:2008", "Sentencia C-713 de 2008"),
        ("constitucion", "Constitución Política"),
        ("Ley 2056 de 2020", "Ley 2056 de 2020"),
        ("  la Ley 2056 de 2020. ", "Ley 2056 de 2020"),
        ("Ley 2056 del 30 de septiembre de 2020", "Ley 2056 de 2020"),
        ("Constitución Política", "Constitución Política"),
        ("artículos 28 y 29 de la Ley 2056 de 2020", "artículos 28 y 29 de la Ley 2056 de 2020"),
        ("los artículos 333 y 334 de la Constitución Política",
         "artículos 333 y 334 de la Constitución Política"),
        ("numeral 8 del artículo 5 de la Ley 2056 de 2020",
         "numeral 8 del artículo 5 de la Ley 2056 de 2020"),
    ],
)  # fmt: skip
def test_una_cita_se_escribe_como_se_debe(texto: str, corta: str) -> None:
    assert cita(texto) == cita(texto, "corta") == corta


def test_la_larga_dice_la_fecha_y_el_epigrafe() -> None:
    larga = cita("ley:2056:2020", "larga")
    assert larga.startswith("Ley 2056 del 30 de septiembre de 2020, «Por la cual se regula")
    articulo = cita("artículo 28 de la Ley 2056 de 2020", "larga")
    assert articulo == f"artículo 28 de la {larga}"


@pytest.mark.parametrize(
    ("texto", "forma", "frase"),
    [
        ("", "corta", "no se entiende"),
        ("la ley esa", "corta", "no se entiende"),
        ("artículo 5", "corta", "no se entiende"),
        ("la citada ley", "corta", "no se entiende"),
        ("el presente decreto", "corta", "no se entiende"),
        ("según la Ley 2056 de 2020", "corta", "no se entiende"),
        ("Ley 2056 de 2020 y demás", "corta", "no se entiende"),
        ("Ley 80 de 1993 y Ley 1150 de 2007", "corta", "trae 2 citas"),
        ("Leyes 80 de 1993 y 1150 de 2007", "corta", "trae 2 citas"),
        ("leyes:2056:2020", "corta", "no es la clave"),
        ("ley:2056", "corta", "no es la clave"),
        ("ley:02056:2020", "corta", "no es la clave"),
        ("resolucion:1:2020:mincit", "corta", "no es la clave"),
        ("Ley 2056 de 2020", "ibidem", "no se escribe «ibidem»"),
        (2056, "corta", "como texto"),
    ],
)
def test_lo_que_no_es_una_cita_se_explica(texto: str, forma: str, frase: str) -> None:
    with pytest.raises(DatoInvalido, match=frase) as error:
        cita(texto, forma)
    assert error.value.remedio


def test_una_errata_sugiere_lo_que_se_quiso() -> None:
    with pytest.raises(DatoInvalido, match="«ley:2056:2020»"):
        cita("leyes:2056:2020")
    with pytest.raises(DatoInvalido, match="«larga»"):
        cita("Ley 2056 de 2020", "lagra")


def test_la_plantilla_cita() -> None:
    docx = hacer("Según {{ norma | cita }}.", '{{ norma | cita("larga") }}')
    corta, larga = parrafos(rendir(docx, {"norma": "artículo 28 de la Ley 2056 de 2020"}))
    assert corta == "Según artículo 28 de la Ley 2056 de 2020."
    assert "30 de septiembre de 2020" in larga


def test_en_la_plantilla_el_error_dice_donde() -> None:
    with pytest.raises(DatoInvalido, match=r"Según .*«ley:1» no es la clave"):
        rendir(hacer("Según {{ norma | cita }}."), {"norma": "ley:1"})
