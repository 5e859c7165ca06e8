"""Un libro de Excel (.xlsx) con hojas que se leen e imprimen bien. Es el muro de openpyxl.

Ningún dato se vuelve fórmula: un texto que empieza por «=», «+», «-» o «@» se guarda como texto y
marcado como tal (`quotePrefix`), de modo que ni al editar la celda Excel lo calcule.
Fuente del riesgo: OWASP, *CSV Injection*. Mismo libro, mismos bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from generador.errores import DatoInvalido

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Dato: TypeAlias = str | int | Decimal | None
CIFRAS_EXACTAS = 15  # las que un flotante de doble precisión guarda sin cambiarlas
LARGO_DE_CELDA = 32_767  # límite de Excel
_PARECE_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FUENTE, _FONDO = "Arial", "1F3864"
_EPOCA = (1980, 1, 1, 0, 0, 0)  # la primera fecha que admite un zip
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
    for hoja in hojas:
        _escribir_hoja(libro.create_sheet(hoja.nombre), hoja)
    crudo = io.BytesIO()
    libro.save(crudo)
    return _sin_fechas(crudo.getvalue())


def _exigir_que_quepan(hojas: Sequence[Hoja]) -> None:
    """Antes de empezar: la biblioteca cortaría el texto sin decirlo."""
    datos = (dato for hoja in hojas for fila in hoja.filas for dato in fila)
    largo = max((len(dato) for dato in datos if isinstance(dato, str)), default=0)
    if largo > LARGO_DE_CELDA:
        raise DatoInvalido(
            f"Un texto de {largo} caracteres no cabe en una celda.",
            f"Acórtelo a {LARGO_DE_CELDA} caracteres o menos.",
        )


def _escribir_hoja(destino: WriteOnlyWorksheet, hoja: Hoja) -> None:
    from openpyxl.utils import get_column_letter

    for numero, columna in enumerate(hoja.columnas, 1):
        destino.column_dimensions[get_column_letter(numero)].width = columna.ancho
    destino.freeze_panes = "A2"
    destino.print_title_rows = "1:1"
    destino.page_setup.orientation = "landscape"
    destino.page_setup.fitToHeight = 0
    destino.sheet_properties.pageSetUpPr.fitToPage = True
    pluma = _Pluma(destino)
    titulos = [columna.titulo for columna in hoja.columnas]
    destino.append(pluma.fila(titulos, hoja.columnas, _Renglon.ENCABEZADO))
    for fila in hoja.filas:
        destino.append(pluma.fila(fila, hoja.columnas, _Renglon.CUERPO))
    if hoja.total:
        destino.append(pluma.fila(hoja.total, hoja.columnas, _Renglon.TOTAL))
    # El filtro no toma el total: ordenar una columna lo dejaría en medio de la tabla.
    destino.auto_filter.ref = f"A1:{get_column_letter(len(hoja.columnas))}{len(hoja.filas) + 1}"


class _Renglon(StrEnum):
    ENCABEZADO = "encabezado"
    CUERPO = "cuerpo"
    TOTAL = "total"


class _Pluma:
    """Escribe las celdas de una hoja. Cada estilo se arma una vez: son unos pocos y hay miles."""

    def __init__(self, destino: WriteOnlyWorksheet) -> None:
        self._destino = destino
        self._estilos: dict[tuple[_Renglon, Formato, bool], Any] = {}

    def fila(
        self, datos: Sequence[Dato], columnas: Sequence[Columna], renglon: _Renglon
    ) -> list[Any]:
        """Las celdas de una fila, una por columna."""
        parejas = zip(datos, columnas, strict=True)
        return [self._celda(dato, columna.formato, renglon) for dato, columna in parejas]

    def _celda(self, dato: Dato, formato: Formato, renglon: _Renglon) -> Any:
        from openpyxl.cell import WriteOnlyCell

        texto = "" if dato is None else f"{dato:f}" if isinstance(dato, Decimal) else str(dato)
        es_numero = isinstance(dato, int | Decimal) and _cifras(texto) <= CIFRAS_EXACTAS
        celda = WriteOnlyCell(self._destino, texto or None)
        # La biblioteca mira el texto y decide («=1» sería fórmula; «#N/A», error): se decide aquí.
        celda.data_type = "n" if es_numero or not texto else "s"
        marcado = not es_numero and texto.startswith(_PARECE_FORMULA)
        clase = (renglon, formato if es_numero else Formato.TEXTO, marcado)
        if clase not in self._estilos:
            self._estilos[clase] = self._estilo(*clase)
        celda._style = self._estilos[clase]
        return celda

    def _estilo(self, renglon: _Renglon, formato: Formato, marcado: bool) -> Any:  # noqa: FBT001 -- es parte de la clave
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font, PatternFill

        modelo = WriteOnlyCell(self._destino)
        encabezado = renglon is _Renglon.ENCABEZADO
        negrita = renglon is not _Renglon.CUERPO
        modelo.font = Font(
            name=_FUENTE, size=10, bold=negrita, color="FFFFFF" if encabezado else None
        )
        modelo.alignment = Alignment(wrap_text=encabezado, vertical="top")
        if encabezado:
            modelo.fill = PatternFill("solid", start_color=_FONDO)
        modelo.number_format = formato.value
        modelo.quotePrefix = marcado
        return modelo._style


def _cifras(texto: str) -> int:
    """Cifras significativas de un número en notación corriente; los ceros finales cuentan.

    >>> _cifras("921125209529.56"), _cifras("-0.02")
    (14, 1)
    """
    return len(texto.lstrip("-").replace(".", "").lstrip("0"))


def _sin_fechas(crudo: bytes) -> bytes:
    """El mismo libro sin la hora en que se hizo, que cambiaría sus bytes."""
    salida = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(crudo)) as hecho,
        zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as fijo,
    ):
        for nombre in hecho.namelist():
            datos = _MODIFICADO.sub(rb"\g<1>2000-01-01T00:00:00Z", hecho.read(nombre))
            fijo.writestr(zipfile.ZipInfo(nombre, _EPOCA), datos, zipfile.ZIP_DEFLATED)
    return salida.getvalue()
