"""Título, autor, asunto, fechas e idioma del documento (Dublin Core, ISO/IEC 29500-2 §11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from generador.documento.caracteres import legal
from generador.documento.estilos import poner_idioma
from generador.documento.ooxml import escribir_xml
from generador.documento.relaciones import agregar_parte, relaciones

if TYPE_CHECKING:
    from datetime import date

_PARTE = "docProps/core.xml"
_CONTENIDO = "application/vnd.openxmlformats-package.core-properties+xml"
_TIPO = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMINOS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


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
    raiz = etree.Element(
        f"{{{_CP}}}coreProperties",
        nsmap={"cp": _CP, "dc": _DC, "dcterms": _TERMINOS, "xsi": _XSI},
    )
    valores = {
        f"{{{_DC}}}title": metadatos.titulo,
        f"{{{_DC}}}subject": metadatos.asunto,
        f"{{{_DC}}}creator": metadatos.autor,
        f"{{{_CP}}}lastModifiedBy": metadatos.autor,
        f"{{{_DC}}}language": metadatos.idioma,
    }
    for etiqueta, valor in valores.items():
        etree.SubElement(raiz, etiqueta).text = legal(valor)
    for nombre in ("created", "modified"):
        fecha = etree.SubElement(raiz, f"{{{_TERMINOS}}}{nombre}")
        fecha.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        fecha.text = f"{metadatos.fecha.isoformat()}T00:00:00Z"
    return escribir_xml(raiz)
