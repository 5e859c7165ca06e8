"""Documentos de Word de prueba, hechos con python-docx."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING, Any

import docx
from docx.oxml import parse_xml

from generador.documento.metadatos import Metadatos
from generador.pdf.documento import Documento

if TYPE_CHECKING:
    from collections.abc import Callable

_ESPACIOS = " ".join(
    f'xmlns:{prefijo}="{uri}"'
    for prefijo, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "v": "urn:schemas-microsoft-com:vml",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    }.items()
)
METADATOS = Metadatos(
    titulo="Resolución 1 de 2026 & «anexos»",
    autor="DIAN",
    asunto="Plan de internacionalización",
    fecha=datetime.date(2026, 1, 2),
)


def elemento(xml: str) -> Any:
    """Un elemento de Word escrito como `<w:…>`, con los espacios de nombres puestos."""
    fin = min(i for i in (xml.find(" "), xml.find(">"), xml.find("/>")) if i > 0)
    return parse_xml(f"{xml[:fin]} {_ESPACIOS}{xml[fin:]}")


def campo(parrafo: Any, instruccion: str, guardado: str = "") -> None:
    """Agrega un campo complejo con la instrucción partida en dos, como la deja Word."""
    mitad = len(instruccion) // 2
    for xml in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruccion[:mitad]}</w:instrText>',
        f'<w:instrText xml:space="preserve">{instruccion[mitad:]} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{guardado}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        parrafo.add_run()._r.append(elemento(xml))


def nuevo(letra: str = "Arial") -> Any:
    """Un documento vacío cuyo texto y títulos van en `letra`."""
    documento = docx.Document()
    for estilo in ("Normal", "Heading 1"):
        letras = documento.styles[estilo].font
        letras.name = letra
        fuentes = documento.styles[estilo].element.rPr.rFonts
        for atributo in [a for a in fuentes.attrib if "Theme" in a]:
            del fuentes.attrib[atributo]
    return documento


def bytes_de(documento: Any) -> bytes:
    """El .docx escrito."""
    destino = io.BytesIO()
    documento.save(destino)
    return destino.getvalue()


def con(cambiar: Callable[[Any], object]) -> bytes:
    """Un acto de un párrafo al que `cambiar(párrafo)` le hizo algo."""
    documento = nuevo()
    cambiar(documento.add_paragraph("Que el acto rige. "))
    return bytes_de(documento)


def con_xml(xml: str, *, en: str = "corrida") -> bytes:
    """Un acto con ese XML en una corrida, en su formato (`rPr`), en el párrafo o en la sección."""

    def cambiar(parrafo: Any) -> None:
        if en == "párrafo":
            destino = parrafo._p
        elif en == "propiedades":
            destino = parrafo._p.get_or_add_pPr()
        elif en == "sección":
            destino = parrafo.part.document.sections[0]._sectPr
        else:
            corrida = parrafo.add_run("texto")._r
            destino = corrida if en == "corrida" else corrida.get_or_add_rPr()
        destino.append(elemento(xml))

    return con(cambiar)


def reescrito(docx_original: bytes, cambios: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """El mismo .docx con algunas partes cambiadas; una parte nueva parte de bytes vacíos."""
    destino = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx_original)) as viejo,
        zipfile.ZipFile(destino, "w", zipfile.ZIP_DEFLATED) as otro,
    ):
        for nombre in viejo.namelist():
            contenido = viejo.read(nombre)
            otro.writestr(nombre, cambios[nombre](contenido) if nombre in cambios else contenido)
        for nombre in sorted(cambios.keys() - set(viejo.namelist())):
            otro.writestr(nombre, cambios[nombre](b""))
    return destino.getvalue()


def caja(geometria: str, texto: str, relleno: str = "", deformacion: str = "") -> str:
    """Un cuadro de texto de DrawingML (`w:drawing`)."""
    uri = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    return (
        '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>2000000'
        '</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>'
        '100000</wp:posOffset></wp:positionV><wp:extent cx="2400000" cy="500000"/>'
        '<wp:wrapTopAndBottom/><wp:docPr id="9" name="Caja"/>'
        f'<a:graphic><a:graphicData uri="{uri}">'
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="2400000" cy="500000"/></a:xfrm><a:prstGeom prst="{geometria}"><a:avLst/>'
        f'</a:prstGeom>{relleno}<a:ln w="9525"><a:solidFill><a:srgbClr val="808080"/></a:solidFill>'
        f"</a:ln></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:t>{texto}</w:t></w:r></w:p>"
        f"</w:txbxContent></wps:txbx><wps:bodyPr>{deformacion}</wps:bodyPr></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )


_NOTA = "<w:footnote w:id='{0}'{1}><w:p><w:r>{2}</w:r></w:p></w:footnote>"
_NOTAS = (
    f"<w:footnotes {_ESPACIOS}>"
    + _NOTA.format(-1, ' w:type="separator"', "<w:separator/>")
    + _NOTA.format(0, ' w:type="continuationSeparator"', "<w:continuationSeparator/>")
    + _NOTA.format(2, "", "<w:footnoteRef/><w:t xml:space='preserve'> Sentencia C-355.</w:t>")
    + "</w:footnotes>"
)


def con_nota_al_pie(original: bytes) -> bytes:
    """Agrega una nota al pie donde el cuerpo dice `[nota]`."""
    tipo = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    clase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    return reescrito(
        original,
        {
            "[Content_Types].xml": lambda b: b.replace(
                b"</Types>",
                f'<Override PartName="/word/footnotes.xml" ContentType="{tipo}"/></Types>'.encode(),
            ),
            "word/_rels/document.xml.rels": lambda b: b.replace(
                b"</Relationships>",
                f'<Relationship Id="rIdN" Type="{clase}" Target="footnotes.xml"/>'
                "</Relationships>".encode(),
            ),
            "word/document.xml": lambda b: b.replace(
                b"[nota]</w:t>", b'</w:t></w:r><w:r><w:footnoteReference w:id="2"/>'
            ),
            "word/footnotes.xml": lambda _: _NOTAS.encode(),
        },
    )


def acto() -> bytes:
    """Un acto de varias páginas con todo lo que el motor embebido sí hace bien."""
    documento = nuevo()
    seccion = documento.sections[0]
    seccion.different_first_page_header_footer = True
    seccion.first_page_header.paragraphs[0].text = "ENCABEZADO PRIMERO"
    seccion.header.paragraphs[0].text = "ENCABEZADO CORRIENTE"
    for pie in (seccion.footer, seccion.first_page_footer):
        pie.paragraphs[0].add_run("Página ")
        campo(pie.paragraphs[0], "PAGE", "1")
        pie.paragraphs[0].add_run(" de ")
        campo(pie.paragraphs[0], "NUMPAGES", "1")
    documento.add_heading("Considerando", 1)
    documento.add_paragraph("Que la Ley 489 de 1998 «rige» – ñandú.")
    documento.add_paragraph("Así lo dijo la Corte.[nota]")
    for estilo in ("List Bullet", "List Number"):
        for letra in "ab":
            documento.add_paragraph(f"Elemento {letra}", style=estilo)
    documento.add_paragraph("Sello: ").add_run()._r.append(
        elemento(caja("rect", "BORRADOR EN CAJA"))
    )
    tabla = documento.add_table(rows=1, cols=3)
    tabla.style = "Table Grid"
    for celda, texto in zip(tabla.rows[0].cells, ("Número", "Compromiso", "Valor"), strict=True):
        celda.text = texto
    tabla.rows[0]._tr.get_or_add_trPr().append(elemento("<w:tblHeader/>"))
    for i in range(60):
        fila = (str(i), "Generar empleo directo en la zona franca", "$1.000.000")
        for celda, texto in zip(tabla.add_row().cells, fila, strict=True):
            celda.text = texto
    parrafo = documento.add_paragraph("Véase el ")
    campo(parrafo, r"REF articulo5 \h", "artículo 5")
    documento.add_paragraph("Notifíquese y cúmplase.")
    return con_nota_al_pie(bytes_de(documento))


def documento(contenido: bytes, nombre: str = "acto.docx") -> Documento:
    """El docx listo para un motor."""
    return Documento(nombre=nombre, docx=contenido, metadatos=METADATOS)
