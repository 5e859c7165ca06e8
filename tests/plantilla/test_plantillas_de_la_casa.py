"""Las plantillas de los actos generales y de las memorias: lo que Word necesita de ellas."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree

from generador.documento.ooxml import Elemento, W
from generador.recursos import plantillas

CON_FIRMAS = {
    "resolucion": ("Cierre", "Dada en", "Firma", "Cargo de la firma"),
    "decreto": ("Cierre", "Dada en", "Firma del Presidente", "Antefirma", "Firma"),
    "memoria_2020": ("Aprobó", "Línea de firma", "Firma", "Cargo de la firma"),
    "memoria_2026": ("Aprobó", "Línea de firma", "Firma", "Cargo de la firma"),
}


def parte(nombre: str, archivo: str) -> Elemento:
    ruta = Path(plantillas()) / nombre / "plantilla.docx"
    with zipfile.ZipFile(ruta) as docx:
        return etree.fromstring(docx.read(f"word/{archivo}.xml"))


@pytest.mark.parametrize("nombre", CON_FIRMAS)
def test_word_no_las_abre_en_modo_de_compatibilidad(nombre: str) -> None:
    compat = parte(nombre, "settings").find(W + "compat")
    # Un salto de renglón en un párrafo justificado no estira las palabras.
    assert compat.find(W + "doNotExpandShiftReturn") is not None
    modos = {e.get(W + "name"): e.get(W + "val") for e in compat.iter(W + "compatSetting")}
    assert modos["compatibilityMode"] == "15"


@pytest.mark.parametrize(("nombre", "estilos"), CON_FIRMAS.items())
def test_las_firmas_no_quedan_solas(nombre: str, estilos: tuple[str, ...]) -> None:
    hallados = {
        estilo.find(W + "name").get(W + "val"): estilo
        for estilo in parte(nombre, "styles").iter(W + "style")
    }
    for estilo in estilos:
        assert hallados[estilo].find(f"{W}pPr/{W}keepNext") is not None, estilo
    # El motor embebido olvida la cadena que llega hasta el final: tras ella va un párrafo mínimo.
    minimos = parte(nombre, "document").xpath(
        "//*[local-name()='spacing'][@*[local-name()='line']='20']"
    )
    assert len(minimos) == 1


@pytest.mark.parametrize("nombre", CON_FIRMAS)
def test_la_letra_de_un_cuadro_es_la_misma_en_su_estilo_y_en_sus_parrafos(nombre: str) -> None:
    tamanos = {
        estilo.find(W + "name").get(W + "val"): estilo.find(f"{W}rPr/{W}sz").get(W + "val")
        for estilo in parte(nombre, "styles").iter(W + "style")
        if estilo.find(f"{W}rPr/{W}sz") is not None
    }
    assert tamanos["Cuadro Minuta"] == tamanos["Cuadro"] == tamanos["Encabezado de cuadro"]
