from __future__ import annotations

import io

import dxpdf
import pytest
from docx import Document
from docx.shared import Cm, Inches

from generador.copias.sello import DatosSello, sellar

ACTO = "Resolución 0412 del 21 de octubre de 2024"
DESTINATARIOS = (
    "Dirección Seccional de Aduanas de Cúcuta",
    "Secretaría General — Ministerio de Comercio, Industria y Turismo",
    "Archivo",
)


def documento(*, alto: float = 11, parrafos: int = 30, margen_inferior: float = 3.2) -> bytes:
    acto = Document()
    hoja = acto.sections[0]
    hoja.page_width, hoja.page_height = Inches(8.5), Inches(alto)
    hoja.bottom_margin = Cm(margen_inferior)
    acto.add_heading("RESUELVE", 1)
    for numero in range(parrafos):
        acto.add_paragraph(f"ARTÍCULO {numero + 1}. " + "Ordénese lo que corresponda. " * 15)
    salida = io.BytesIO()
    acto.save(salida)
    return salida.getvalue()


@pytest.fixture(scope="session")
def acto() -> bytes:
    return bytes(dxpdf.convert(documento()))


@pytest.fixture(scope="session")
def breve() -> bytes:
    return bytes(dxpdf.convert(documento(parrafos=1)))


@pytest.fixture(scope="session")
def sellos() -> list[DatosSello]:
    return [DatosSello(d, n, 3, ACTO) for n, d in enumerate(DESTINATARIOS, 1)]


@pytest.fixture(scope="session")
def copias(breve: bytes, sellos: list[DatosSello]) -> list[bytes]:
    return list(sellar(breve, sellos))
