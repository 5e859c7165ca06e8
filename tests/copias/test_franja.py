from __future__ import annotations

import dxpdf
import pytest

from generador.copias.franja import libre
from generador.copias.sello import DatosSello, sellar
from generador.errores import ErrorDeCopia

from .conftest import ACTO, documento


def test_libre_si_la_plantilla_respeta_el_margen(acto: bytes) -> None:
    assert libre(acto) == []


def test_la_franja_ocupada_dice_en_que_paginas() -> None:
    lleno = bytes(dxpdf.convert(documento(margen_inferior=1)))
    ocupadas = libre(lleno)
    assert ocupadas[:1] == [1]
    with pytest.raises(ErrorDeCopia, match=r"al pie de las? páginas? 1") as error:
        sellar(lleno, [DatosSello("Archivo", 1, 1, ACTO)])
    assert "3 cm" in error.value.remedio


def test_una_copia_ya_no_tiene_la_franja_libre(copias: list[bytes]) -> None:
    assert libre(copias[0]) == [1]


def test_lo_que_no_es_pdf() -> None:
    with pytest.raises(ErrorDeCopia, match="no abre"):
        libre(b"hola")
