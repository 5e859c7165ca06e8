"""Fábrica de plantillas para probar: imita lo que Word escribe de verdad."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm

from generador.documento.paquete import escribir_paquete, leer_paquete
from generador.documento.relaciones import agregar_parte
from tests.plantilla.taller import guardar

ESPACIOS = (
    f"{nsdecls('w', 'wp', 'r', 'a', 'pic')} "
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_NOTAS = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


def png(ancho: int = 4, alto: int = 3) -> io.BytesIO:
    def trozo(clase: bytes, datos: bytes) -> bytes:
        suma = zlib.crc32(clase + datos)
        return struct.pack(">I", len(datos)) + clase + datos + struct.pack(">I", suma)

    lineas = b"".join(b"\0" + bytes(ancho * 3) for _ in range(alto))
    cabeza = struct.pack(">IIBBBBB", ancho, alto, 8, 2, 0, 0, 0)
    datos = trozo(b"IHDR", cabeza) + trozo(b"IDAT", zlib.compress(lineas)) + trozo(b"IEND", b"")
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + datos)


def como_word(documento: Any) -> bytes:
    """Le pone lo que Word escribe: rsid en todo, idioma y letra en cada corrida, proofErr."""
    partes = [documento.element.body]
    encabezados = [s.header for s in documento.sections]
    partes += [e._element for e in encabezados if not e.is_linked_to_previous]
    for n, parrafo in enumerate(p for parte in partes for p in parte.iter(qn("w:p"))):
        for atributo in ("rsidR", "rsidRPr", "rsidRDefault"):
            parrafo.set(qn(f"w:{atributo}"), f"00{n:06X}")
        for corrida in parrafo.findall(qn("w:r")):
            corrida.set(qn("w:rsidRPr"), f"00A{n:05X}")
            formato = corrida.get_or_add_rPr()
            formato.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="es-CO"/>'))
            corrida.addnext(parse_xml(f'<w:proofErr {nsdecls("w")} w:type="spellEnd"/>'))
    return guardar(documento)


def parrafos(*textos: str, partir: int = 0) -> bytes:
    """Un párrafo por texto; con `partir`, cada uno en corridas de esas letras."""
    documento = Document()
    for texto in textos:
        parrafo = documento.add_paragraph()
        paso = partir or max(len(texto), 1)
        for i in range(0, len(texto), paso):
            parrafo.add_run(texto[i : i + paso])
    return como_word(documento)


def tabla(*filas: tuple[str, ...], ancho: int = 0) -> bytes:
    documento = Document()
    hecha = documento.add_table(rows=0, cols=ancho or max(map(len, filas)))
    for fila in filas:
        celdas = hecha.add_row().cells
        for celda, texto in zip(celdas, fila, strict=False):
            celda.paragraphs[0].add_run(texto)
    return como_word(documento)


def cuerpo(xml: str) -> bytes:
    """Un documento con ese XML en el cuerpo, antes de la sección."""
    documento = Document()
    envuelto = parse_xml(f"<w:body {ESPACIOS}>{xml}</w:body>")
    for elemento in list(envuelto):
        documento.element.body.insert(-1, elemento)
    return guardar(documento)


def con_dibujo() -> bytes:
    documento = Document()
    documento.add_paragraph("{%p for i in l %}")
    documento.add_paragraph("{{ i }}").add_run().add_picture(png())
    documento.add_paragraph("{%p endfor %}")
    return guardar(documento)


def encabezados() -> bytes:
    documento = Document()
    documento.add_paragraph("cuerpo {{ x }}")
    seccion = documento.sections[0]
    seccion.different_first_page_header_footer = True
    for n, lugar in enumerate((seccion.header, seccion.footer, seccion.first_page_header)):
        lugar.paragraphs[0].text = f"{n} {{{{ x }}}}"
        celda = lugar.add_table(1, 1, Cm(5)).rows[0].cells[0]
        celda.paragraphs[0].add_run("{% if x %}{{ x }}{% endif %}")
    seccion.header.paragraphs[0].add_run().add_picture(png())
    return como_word(documento)


def con_notas(clase: str, docx: bytes, texto: str) -> bytes:
    """Agrega notas al pie (`footnote`) o al final (`endnote`) con una etiqueta partida."""
    partes = leer_paquete(docx)
    corte = len(texto) // 2
    partes[f"word/{clase}s.xml"] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:{clase}s {nsdecls("w")}><w:{clase} w:id="2"><w:p><w:r><w:t>{texto[:corte]}</w:t></w:r>'
        f'<w:r><w:t xml:space="preserve">{texto[corte:]}</w:t></w:r></w:p></w:{clase}></w:{clase}s>'
    ).encode()
    agregar_parte(
        partes, f"word/{clase}s.xml", _NOTAS.format(f"{clase}s"), "word/document.xml", f"{clase}s"
    )
    return escribir_paquete(partes)


def propiedades(titulo: str) -> bytes:
    documento = Document()
    documento.add_paragraph("{{ x }}")
    documento.core_properties.title = titulo
    return guardar(documento)
