"""Un libro de Excel (.xlsx) con hojas que se leen e imprimen bien. Es el muro de openpyxl.

Ningún dato se vuelve fórmula: un texto que empieza por «=», «+», «-» o «@» se guarda como texto y
marcado como tal (`quotePrefix`), de modo que ni al editar la celda Excel lo calcule.
La biblioteca hace el libro y sus estilos; las celdas se escriben aquí, que tarda la quinta parte.
Fuente del riesgo: OWASP, *CSV Injection*. Mismo libro, mismos bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import ceil
from typing import TYPE_CHECKING, TypeAlias
from xml.sax.saxutils import escape

from generador.errores import DatoInvalido

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Dato: TypeAlias = str | int | Decimal | None
CIFRAS_EXACTAS = 15  # las que un flotante de doble precisión guarda sin cambiarlas
LARGO_DE_CELDA = 32_767  # límite de Excel
MARGEN_EN_PULGADAS = 0.4
ALTO_DE_RENGLON, RENGLONES_MAXIMOS = 13.5, 30  # en puntos; Excel no pasa de 409
HOLGURA = 0.85  # de una columna, lo que se llena antes de pasar de renglón
_PARECE_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FUENTE, _FONDO = "Arial", "1F3864"
_EPOCA = (1980, 1, 1, 0, 0, 0)  # la primera fecha que admite un zip
_SIN_CELDAS = re.compile(rb"<sheetData></sheetData>|<sheetData\s*/>")
# Lo que no admite XML 1.0 (2.2): con uno solo, el libro no abre.
_NO_CABE_EN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MODIFICADO = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


class Formato(StrEnum):
    """Cómo se ve una columna. El número es el mismo; cambian los puntos y los decimales."""

    TEXTO = "@"
    ENTERO = "#,##0"
    NUMERO = "#,##0.######"
    PARTE = "0.000000000000"
    SIN_REDONDEAR = "#,##0.0000"
    PESOS = '"$"#,##0'
    PESOS_Y_CENTAVOS = '"$"#,##0.00'


@dataclass(frozen=True, slots=True)
class Columna:
    """El encabezado de una columna, su ancho en caracteres y su formato."""

    titulo: str
    ancho: float = 14
    formato: Formato = Formato.TEXTO


@dataclass(frozen=True, slots=True)
class Hoja:
    """Una tabla con encabezado fijo y filtros. `total` es la última fila, si la hay."""

    nombre: str
    columnas: Sequence[Columna]
    filas: Sequence[Sequence[Dato]]
    total: Sequence[Dato] = ()


def escribir(hojas: Sequence[Hoja], titulo: str) -> bytes:
    """El libro con esas hojas, en su orden.

    Un `Decimal` o un entero va como número si cabe exacto en quince cifras y, si no, como texto;
    un texto va siempre como texto.

    Raises:
        DatoInvalido: un texto no cabe en una celda (32.767 caracteres).
    """
    from openpyxl import Workbook

    _exigir_que_quepan(hojas)
    libro = Workbook(write_only=True)
    libro.properties.title = titulo
    libro.properties.creator = "Minuta"
    celdas = {
        f"xl/worksheets/sheet{numero}.xml": _preparar(libro.create_sheet(hoja.nombre), hoja)
        for numero, hoja in enumerate(hojas, 1)
    }
    crudo = io.BytesIO()
    libro.save(crudo)
    return _terminar(crudo.getvalue(), celdas)


def _exigir_que_quepan(hojas: Sequence[Hoja]) -> None:
    """Antes de empezar: la biblioteca cortaría el texto sin decirlo."""
    datos = (dato for hoja in hojas for fila in hoja.filas for dato in fila)
    largo = max((len(dato) for dato in datos if isinstance(dato, str)), default=0)
    if largo > LARGO_DE_CELDA:
        raise DatoInvalido(
            f"Un texto de {largo} caracteres no cabe en una celda.",
            f"Acórtelo a {LARGO_DE_CELDA} caracteres o menos.",
        )


def _preparar(destino: WriteOnlyWorksheet, hoja: Hoja) -> bytes:
    """Pone lo que no son celdas (anchos, encabezado fijo, impresión, filtros) y da las celdas."""
    from openpyxl.utils import get_column_letter

    for numero, columna in enumerate(hoja.columnas, 1):
        destino.column_dimensions[get_column_letter(numero)].width = columna.ancho
    destino.freeze_panes = "A2"
    destino.print_title_rows = "1:1"
    destino.page_setup.orientation = "landscape"
    destino.page_setup.fitToHeight = 0
    destino.sheet_properties.pageSetUpPr.fitToPage = True
    margenes = destino.page_margins
    margenes.left = margenes.right = margenes.top = margenes.bottom = MARGEN_EN_PULGADAS
    # El filtro no toma el total: ordenar una columna lo dejaría en medio de la tabla.
    destino.auto_filter.ref = f"A1:{get_column_letter(len(hoja.columnas))}{len(hoja.filas) + 1}"
    pluma = _Pluma(destino, hoja.columnas)
    filas = [
        pluma.fila([columna.titulo for columna in hoja.columnas], _Renglon.ENCABEZADO),
        *(pluma.fila(fila, _Renglon.CUERPO) for fila in hoja.filas),
    ]
    if hoja.total:
        filas.append(pluma.fila(hoja.total, _Renglon.TOTAL))
    return f"<sheetData>{''.join(filas)}</sheetData>".encode()


class _Renglon(StrEnum):
    ENCABEZADO = "encabezado"
    CUERPO = "cuerpo"
    TOTAL = "total"


class _Pluma:
    """Escribe las filas de una hoja. Cada estilo se arma una vez: son unos pocos y hay miles."""

    def __init__(self, destino: WriteOnlyWorksheet, columnas: Sequence[Columna]) -> None:
        from openpyxl.utils import get_column_letter

        self._destino = destino
        self._columnas = [(get_column_letter(n), c) for n, c in enumerate(columnas, 1)]
        self._estilos: dict[tuple[_Renglon, Formato, bool], int] = {}
        self._escritas = 0

    def fila(self, datos: Sequence[Dato], renglon: _Renglon) -> str:
        """La fila siguiente, con una celda por columna y el alto de su texto más largo."""
        self._escritas += 1
        numero, renglones = self._escritas, 1
        celdas = []
        for dato, (letra, columna) in zip(datos, self._columnas, strict=True):
            celdas.append(self._celda(dato, f"{letra}{numero}", columna.formato, renglon))
            if isinstance(dato, str) and len(dato) > columna.ancho:
                renglones = max(renglones, _renglones(dato, columna.ancho))
        alto = ALTO_DE_RENGLON * min(renglones, RENGLONES_MAXIMOS)
        return f'<row r="{numero}" ht="{alto}" customHeight="1">{"".join(celdas)}</row>'

    def _celda(self, dato: Dato, nombre: str, formato: Formato, renglon: _Renglon) -> str:
        texto = "" if dato is None else f"{dato:f}" if isinstance(dato, Decimal) else str(dato)
        es_numero = isinstance(dato, int | Decimal) and _cifras(texto) <= CIFRAS_EXACTAS
        marcado = not es_numero and texto.startswith(_PARECE_FORMULA)
        clase = (renglon, formato if es_numero else Formato.TEXTO, marcado)
        if clase not in self._estilos:
            self._estilos[clase] = self._estilo(*clase)
        inicio = f'<c r="{nombre}" s="{self._estilos[clase]}"'
        if es_numero:
            return f'{inicio} t="n"><v>{texto}</v></c>'
        if not texto:
            return f"{inicio}/>"
        escrito = escape(_NO_CABE_EN_XML.sub("\ufffd", texto), {"\r": "&#13;"})
        return f'{inicio} t="inlineStr"><is><t xml:space="preserve">{escrito}</t></is></c>'

    def _estilo(self, renglon: _Renglon, formato: Formato, marcado: bool) -> int:  # noqa: FBT001 -- es parte de la clave
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font, PatternFill

        modelo = WriteOnlyCell(self._destino)
        encabezado = renglon is _Renglon.ENCABEZADO
        negrita = renglon is not _Renglon.CUERPO
        modelo.font = Font(
            name=_FUENTE, size=10, bold=negrita, color="FFFFFF" if encabezado else None
        )
        de_texto = formato is Formato.TEXTO
        # Con sangría: un texto no se pega al número de la columna anterior.
        modelo.alignment = Alignment(
            horizontal="left" if de_texto else None,
            indent=int(de_texto),
            wrap_text=encabezado or de_texto,
            vertical="top",
        )
        if encabezado:
            modelo.fill = PatternFill("solid", start_color=_FONDO)
        modelo.number_format = formato.value
        modelo.quotePrefix = marcado
        estilo: int = modelo.style_id
        return estilo


def _renglones(texto: str, ancho: float) -> int:
    """Cuántos renglones ocupa un texto en una columna, con holgura por las palabras que no parten.

    >>> _renglones("Código DIVIPOLA", 11), _renglones("Valor ($)", 22)
    (2, 1)
    """
    return ceil(len(texto) / (ancho * HOLGURA))


def _cifras(texto: str) -> int:
    """Cifras significativas de un número en notación corriente; los ceros finales cuentan.

    >>> _cifras("921125209529.56"), _cifras("-0.02")
    (14, 1)
    """
    return len(texto.lstrip("-").replace(".", "").lstrip("0"))


def _terminar(crudo: bytes, celdas: Mapping[str, bytes]) -> bytes:
    """El mismo libro con sus celdas, y sin la hora en que se hizo, que cambiaría sus bytes."""
    salida = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(crudo)) as hecho,
        zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as fijo,
    ):
        for nombre in hecho.namelist():
            datos = _MODIFICADO.sub(rb"\g<1>2000-01-01T00:00:00Z", hecho.read(nombre))
            if nombre in celdas:
                antes, despues = _SIN_CELDAS.split(datos)
                datos = antes + celdas[nombre] + despues
            fijo.writestr(zipfile.ZipInfo(nombre, _EPOCA), datos, zipfile.ZIP_DEFLATED)
    return salida.getvalue()
