"""Libros de Excel mínimos, celda por celda, para probar lo que un programa corriente no escribe."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from generador.hallazgos import letras_de_columna

OOXML = "http://schemas.openxmlformats.org"
PRINCIPAL = f"{OOXML}/spreadsheetml/2006/main"
DE_OFICINA = f"{OOXML}/officeDocument/2006/relationships"
TIPOS = (
    f'<Types xmlns="{OOXML}/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
# Estilos: 0 General, 1 «0 %» (formato 9), 2 «0,0 %» declarado, 3 un «%» entre comillas, 4 fecha.
ESTILOS = (
    f'<styleSheet xmlns="{PRINCIPAL}"><numFmts count="2">'
    '<numFmt numFmtId="164" formatCode="0.0%"/>'
    '<numFmt numFmtId="165" formatCode="0&quot; %&quot;"/></numFmts>'
    '<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/>'
    '<xf numFmtId="165"/><xf numFmtId="14"/></cellXfs></styleSheet>'
)


class Xml(str):
    """Una celda ya escrita, con «REF» donde va su nombre."""

    __slots__ = ()


Fila = Sequence[str | float | bool | None]


def _celda(valor: str | float | bool | None, nombre: str) -> str:  # noqa: FBT001 -- es el dato
    if valor is None:
        return ""
    if isinstance(valor, Xml):
        return valor.replace("REF", nombre)
    if isinstance(valor, bool):
        return f'<c r="{nombre}" t="b"><v>{int(valor)}</v></c>'
    if isinstance(valor, str):
        return f'<c r="{nombre}" t="inlineStr"><is><t>{escape(valor)}</t></is></c>'
    return f'<c r="{nombre}"><v>{valor!r}</v></c>'


def hoja(filas: Sequence[Fila], resto: str = "") -> str:
    """El XML de una hoja con esas filas desde A1."""
    cuerpo = "".join(
        f'<row r="{n}">'
        + "".join(_celda(v, f"{letras_de_columna(c)}{n}") for c, v in enumerate(fila, 1))
        + "</row>"
        for n, fila in enumerate(filas, 1)
    )
    return f'<worksheet xmlns="{PRINCIPAL}"><sheetData>{cuerpo}</sheetData>{resto}</worksheet>'


def libro(
    hojas: Mapping[str, str], *, estilos: str | None = ESTILOS, raiz: str = "worksheets/"
) -> bytes:
    """Un .xlsx con esas hojas; `raiz` es la carpeta de las hojas como la dice el índice."""
    nombres = "".join(
        f'<sheet name={quoteattr(nombre)} sheetId="{n}" r:id="rId{n}"/>'
        for n, nombre in enumerate(hojas, 1)
    )
    destinos = "".join(
        f'<Relationship Id="rId{n}" Type="{DE_OFICINA}/worksheet" Target="{raiz}sheet{n}.xml"/>'
        for n in range(1, len(hojas) + 1)
    )
    relaciones = f'<Relationships xmlns="{OOXML}/package/2006/relationships">'
    del_libro = (
        f'<Relationship Id="r1" Type="{DE_OFICINA}/officeDocument" Target="xl/workbook.xml"/>'
    )
    partes = {
        "[Content_Types].xml": TIPOS,
        "_rels/.rels": f"{relaciones}{del_libro}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{PRINCIPAL}" xmlns:r="{DE_OFICINA}">'
        f"<sheets>{nombres}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f"{relaciones}{destinos}</Relationships>",
        **{f"xl/worksheets/sheet{n}.xml": xml for n, xml in enumerate(hojas.values(), 1)},
    }
    if estilos is not None:
        partes["xl/styles.xml"] = estilos
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as archivo:
        for nombre, texto in partes.items():
            archivo.writestr(nombre, texto)
    return salida.getvalue()
