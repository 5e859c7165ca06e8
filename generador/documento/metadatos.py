"""Título, autor, asunto, fechas e idioma del documento (Dublin Core, ISO/IEC 29500-2 §11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.documento.caracteres import escapar, legal
from generador.documento.estilos import poner_idioma
from generador.documento.ooxml import DECLARACION
from generador.documento.relaciones import agregar_parte, relaciones

if TYPE_CHECKING:
    from datetime import date

_PARTE = "docProps/core.xml"
_CONTENIDO = "application/vnd.openxmlformats-package.core-properties+xml"
_TIPO = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_TEXTOS = ("titulo", "asunto", "autor", "idioma")
_NUCLEO = (
    "<cp:coreProperties"
    ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{titulo}</dc:title><dc:subject>{asunto}</dc:subject><dc:creator>{autor}</dc:creator>"
    "<cp:lastModifiedBy>{autor}</cp:lastModifiedBy><dc:language>{idioma}</dc:language>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{fecha}T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{fecha}T00:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)


@dataclass(frozen=True, slots=True)
class Metadatos:
    """Lo que Word muestra en «Propiedades» y lo que hereda el PDF."""

    titulo: str
    autor: str
    asunto: str
    fecha: date
    idioma: str = "es-CO"


def poner_metadatos(partes: dict[str, bytes], metadatos: Metadatos) -> None:
    """Reemplaza las propiedades del documento y fija su idioma.

    La fecha es la del acto, no la del reloj: mismo caso, mismos bytes. Nada queda de quien
    editó la plantilla.
    """
    previa = next((r.destino for r in relaciones(partes, "") if r.tipo == "core-properties"), None)
    if previa is None:
        agregar_parte(partes, _PARTE, _CONTENIDO, "", _TIPO)
    partes[previa or _PARTE] = _core(metadatos)
    poner_idioma(partes, metadatos.idioma)


def _core(metadatos: Metadatos) -> bytes:
    textos = {nombre: escapar(legal(getattr(metadatos, nombre))) for nombre in _TEXTOS}
    return DECLARACION + _NUCLEO.format(**textos, fecha=metadatos.fecha.isoformat()).encode()
