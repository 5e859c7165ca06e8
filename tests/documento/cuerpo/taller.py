"""Una plantilla con los estilos que el cuerpo pide, y atajos para armar bloques."""

from __future__ import annotations

from functools import cache
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from generador.documento.ooxml import Elemento, leer_xml
from generador.documento.paquete import leer_paquete
from generador.marcado.bloques import Parrafo, Texto
from generador.plantilla.componer import componer
from tests.plantilla.taller import METADATOS, guardar

PARRAFOS = (
    "Cuerpo", "Cita textual", "Lista", "Titulo de cuadro", "Cuadro", "Encabezado de cuadro",
    "Articulo", "Paragrafo", "Ecuacion", "Figura", "Titulo de figura", "footnote text",
)  # fmt: skip
_CENTRADOS = frozenset(
    ("Titulo de cuadro", "Encabezado de cuadro", "Ecuacion", "Figura", "Titulo de figura")
)
_JUSTIFICADOS = frozenset(("Cuerpo", "Cita textual", "Lista", "Articulo", "Paragrafo"))
_NEGRILLA = frozenset(("Titulo de cuadro", "Encabezado de cuadro", "Titulo de figura"))


def documento_con_estilos() -> Any:
    """Un documento de python-docx con todos los estilos, en Liberation Sans."""
    documento = Document()
    documento.styles["Normal"].font.name = "Liberation Sans"
    documento.styles["Normal"].font.size = Pt(11)
    for nivel in range(1, 7):
        letra = documento.styles[f"Heading {nivel}"].font
        letra.name = "Liberation Sans"
        letra.size = Pt(13 - nivel // 2)
        fuentes = letra._element.rPr.rFonts
        for nombre in [n for n in fuentes.attrib if "heme" in n]:
            del fuentes.attrib[nombre]
    for nombre in PARRAFOS:
        _agregar(documento, nombre)
    documento.styles["Cita textual"].paragraph_format.left_indent = Cm(1)
    documento.styles["Cita textual"].paragraph_format.right_indent = Cm(1)
    documento.styles.add_style(
        "footnote reference", WD_STYLE_TYPE.CHARACTER
    ).font.superscript = True
    documento.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER).font.underline = True
    _agregar_estilo_de_tabla(documento)
    return documento


def _agregar(documento: Any, nombre: str) -> None:
    estilo = documento.styles.add_style(nombre, WD_STYLE_TYPE.PARAGRAPH)
    estilo.base_style = documento.styles["Normal"]
    estilo.font.bold = True if nombre in _NEGRILLA else None
    estilo.paragraph_format.space_after = Pt(6)
    if nombre in _CENTRADOS:
        estilo.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif nombre in _JUSTIFICADOS:
        estilo.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    if "uadro" in nombre or nombre == "footnote text":
        estilo.font.size = Pt(9)
        estilo.paragraph_format.space_after = Pt(2)


def _agregar_estilo_de_tabla(documento: Any) -> None:
    lados = "".join(
        f'<w:{lado} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for lado in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    documento.styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="CuadroMinuta">'
            '<w:name w:val="Cuadro Minuta"/><w:basedOn w:val="TableNormal"/>'
            # El motor embebido toma de aquí la letra de las celdas, y no de su párrafo.
            '<w:rPr><w:sz w:val="18"/></w:rPr>'
            f"<w:tblPr><w:tblBorders>{lados}</w:tblBorders></w:tblPr></w:style>"
        )
    )


@cache
def plantilla(*parrafos: str, sin: str = "") -> bytes:
    """La plantilla con esos párrafos, o solo el marcador de bloques «texto»."""
    documento = documento_con_estilos()
    for texto in parrafos or ("[[bloques: texto]]",):
        documento.add_paragraph(texto)
    for estilo in list(documento.styles):
        if sin and estilo.name == sin:
            documento.styles.element.remove(estilo.element)
    return guardar(documento)


def hacer(*bloques: Any, **opciones: Any) -> bytes:
    """El .docx con esos bloques."""
    return componer(plantilla(), {}, {"texto": bloques}, metadatos=METADATOS, **opciones)


def raiz(docx: bytes, parte: str = "document") -> Elemento:
    """El árbol de una parte de `word/`."""
    nombre = f"word/{parte}.xml"
    return leer_xml(leer_paquete(docx)[nombre], nombre)


def xml(docx: bytes, parte: str = "document") -> str:
    """El XML de una parte de `word/`."""
    return leer_paquete(docx)[f"word/{parte}.xml"].decode()


def p(*piezas: Any) -> Parrafo:
    """Un párrafo; un texto suelto es un fragmento sin formato."""
    return Parrafo(tuple(Texto(x) if isinstance(x, str) else x for x in piezas))


def estilos_de(docx: bytes) -> list[str]:
    """El estilo de cada párrafo del cuerpo."""
    hallados = raiz(docx).iter(qn("w:pStyle"))
    return [e.get(qn("w:val")) for e in hallados]
