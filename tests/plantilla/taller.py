"""Plantillas de Word pequeñas para las pruebas."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generador.documento.metadatos import Metadatos
from generador.documento.paquete import escribir_paquete, leer_paquete
from generador.documento.relaciones import agregar_parte
from generador.plantilla.componer import componer

METADATOS = Metadatos("Resolución", "Entidad", "Asunto", date(2026, 3, 2))
NOTAS = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def guardar(documento: Any) -> bytes:
    salida = io.BytesIO()
    documento.save(salida)
    return salida.getvalue()


def hacer(*parrafos: str, encabezado: str = "", pie: str = "") -> bytes:
    documento = Document()
    for texto in parrafos:
        documento.add_paragraph(texto)
    if encabezado:
        documento.sections[0].header.paragraphs[0].text = encabezado
    if pie:
        documento.sections[0].footer.paragraphs[0].text = pie
    return guardar(documento)


def hacer_tabla(*filas: tuple[str, ...]) -> bytes:
    documento = Document()
    tabla = documento.add_table(rows=0, cols=len(filas[0]))
    for fila in filas:
        for celda, texto in zip(tabla.add_row().cells, fila, strict=True):
            celda.text = texto
    return guardar(documento)


def hacer_con_xml(*parrafos: str) -> bytes:
    """Cada párrafo es el interior de un `w:p`."""
    documento = Document()
    for interior in parrafos:
        espacios = nsdecls("w", "wp", "r")
        documento.element.body.insert(-1, parse_xml(f"<w:p {espacios}>{interior}</w:p>"))
    return guardar(documento)


def trozo(texto: str, formato: str = "") -> str:
    return f'<w:r><w:rPr>{formato}</w:rPr><w:t xml:space="preserve">{texto}</w:t></w:r>'


def llamada(numero: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{numero}"/></w:r>'


def con_notas(docx: bytes, notas: dict[int, str]) -> bytes:
    """Agrega la parte de notas, en el orden dado, sin separadores."""
    partes = leer_paquete(docx)
    cuerpos = "".join(
        f'<w:footnote w:id="{n}"><w:p>{trozo(texto)}</w:p></w:footnote>'
        for n, texto in notas.items()
    )
    xml = f"<w:footnotes {nsdecls('w')}>{cuerpos}</w:footnotes>"
    partes["word/footnotes.xml"] = xml.encode()
    agregar_parte(partes, "word/footnotes.xml", NOTAS, "word/document.xml", "footnotes")
    return escribir_paquete(partes)


def rendir(docx: bytes, contexto: dict[str, object] | None = None, **bloques: Any) -> bytes:
    return componer(docx, contexto or {}, bloques, metadatos=METADATOS)
