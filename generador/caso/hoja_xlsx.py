"""Una hoja de un libro de Excel (.xlsx). Es el muro de calamine.

De una fórmula se lee el resultado que el libro guarda; aquí no se calcula nada.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from generador.caso import hoja_xml
from generador.caso.rechazos import rechazo
from generador.caso.rejilla import TOPE_COLUMNAS, TOPE_FILAS, Rejilla
from generador.errores import CasoRechazado
from generador.hallazgos import Lugar
from generador.texto import clave, sugerencia

if TYPE_CHECKING:
    from collections.abc import Mapping

    from python_calamine import CalamineSheet, CalamineWorkbook

    from generador.caso.arbol import Escalar
    from generador.caso.rejilla import Celda, Defecto
    from generador.hallazgos import Hallazgo

TOPE_DESCOMPRIMIDO = 300 * 1024 * 1024
_OFFICE_ANTIGUO = b"\xd0\xcf\x11\xe0"
_CIFRADO = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK"
# Lo que dan zipfile, zlib, expat y el índice del libro cuando los bytes no son los que deben.
_DE_UN_LIBRO_DANADO = (
    BadZipFile,
    EOFError,
    KeyError,
    OSError,
    ParseError,
    RuntimeError,
    StopIteration,
    ValueError,
    zlib.error,
)
_GUARDAR_DE_NUEVO = "Ábralo en Excel y guárdelo de nuevo como «Libro de Excel (.xlsx)»."


def leer_xlsx(datos: bytes, nombre: str, archivo: Escalar, hoja: Escalar | None) -> Rejilla:
    """La hoja `hoja` del libro, o la única que tenga.

    `nombre` sale en los lugares; `archivo` y `hoja` son lo que el caso dice, para señalarlo.

    Raises:
        CasoRechazado: el libro está cifrado, dañado o es de otra clase; no tiene esa hoja; la hoja
            es enorme o tiene celdas combinadas.
    """
    _exigir_libro(datos, archivo)
    try:
        with ZipFile(io.BytesIO(datos)) as libro:
            return _leer(libro, datos, nombre, archivo, hoja)
    except _DE_UN_LIBRO_DANADO:
        raise _ilegible(archivo, "el libro está dañado", _GUARDAR_DE_NUEVO) from None


def _leer(
    libro: ZipFile, datos: bytes, nombre: str, archivo: Escalar, hoja: Escalar | None
) -> Rejilla:
    from python_calamine import CalamineError, CalamineWorkbook

    if sum(parte.file_size for parte in libro.infolist()) > TOPE_DESCOMPRIMIDO:
        raise _ilegible(archivo, "es enorme al descomprimirla", "Deje en el libro solo la tabla.")
    try:
        abierto = CalamineWorkbook.from_filelike(io.BytesIO(datos))
        elegida = _elegir(abierto.sheet_names, archivo, hoja)
        xml = hoja_xml.parte_de(libro, elegida)
        inicio = Lugar(nombre, 1, 1, elegida)
        if hoja_xml.es_enorme(xml):
            enorme = rechazo("CASO059", inicio, filas=TOPE_FILAS, columnas=TOPE_COLUMNAS)
            raise CasoRechazado([enorme])
        defectos = hoja_xml.defectos(libro, xml)
        leida = _abrir(abierto, elegida, nombre, defectos)
        rangos = leida.merged_cell_ranges or ()
        combinadas = [_combinada(rango, nombre, elegida) for rango in rangos]
        if combinadas:
            raise CasoRechazado(combinadas)
        filas = leida.to_python(skip_empty_area=False)
    except CalamineError:
        raise _ilegible(archivo, "el libro está dañado", _GUARDAR_DE_NUEVO) from None
    return Rejilla(nombre, elegida, filas, defectos)


def _abrir(
    libro: CalamineWorkbook, hoja: str, nombre: str, defectos: Mapping[Celda, Defecto]
) -> CalamineSheet:
    """La hoja. La que trae un error de los nuevos (#DESBORDAMIENTO!) no se abre: se dice cuál."""
    from python_calamine import CalamineError

    try:
        return libro.get_sheet_by_name(hoja)
    except CalamineError:
        errores = [
            rechazo(codigo, Lugar(nombre, fila, columna, hoja), "", **datos)
            for (fila, columna), (codigo, datos) in sorted(defectos.items())
        ]
        if errores:
            raise CasoRechazado(errores) from None
        raise


def _exigir_libro(datos: bytes, archivo: Escalar) -> None:
    if datos.startswith(_OFFICE_ANTIGUO):
        if _CIFRADO in datos:
            raise _ilegible(archivo, "tiene contraseña", "Quítele la contraseña y guárdelo.")
        raise _ilegible(
            archivo,
            "es un libro de Excel antiguo (.xls) con otro nombre",
            "Ábralo en Excel y guárdelo como «Libro de Excel (.xlsx)»; renombrarlo no basta.",
        )
    if not datos.startswith(_ZIP):
        raise _ilegible(archivo, "no es un libro de Excel (.xlsx)", _GUARDAR_DE_NUEVO)


def _elegir(hojas: list[str], archivo: Escalar, hoja: Escalar | None) -> str:
    if hoja is None:
        if len(hojas) == 1:
            return hojas[0]
        datos = {"nombre": archivo.texto, "hojas": ", ".join(hojas)}
        raise CasoRechazado([rechazo("CASO052", archivo.lugar, archivo.ruta, **datos)])
    for elegida in hojas:
        if clave(elegida) == clave(hoja.texto):
            return elegida
    remedio = f"{sugerencia(hoja.texto, hojas)} Hojas: {', '.join(hojas)}.".strip()
    datos = {"nombre": archivo.texto, "hoja": hoja.texto, "remedio": remedio}
    raise CasoRechazado([rechazo("CASO051", hoja.lugar, hoja.ruta, **datos)])


def _combinada(rango: tuple[tuple[int, int], tuple[int, int]], nombre: str, hoja: str) -> Hallazgo:
    (fila, columna), (ultima_fila, ultima_columna) = rango
    desde = Lugar(nombre, fila + 1, columna + 1, hoja)
    hasta = Lugar(nombre, ultima_fila + 1, ultima_columna + 1, hoja)
    return rechazo("CASO067", desde, rango=f"{desde.celda}:{hasta.celda}")


def _ilegible(archivo: Escalar, motivo: str, remedio: str) -> CasoRechazado:
    datos = {"nombre": archivo.texto, "motivo": motivo, "remedio": remedio}
    return CasoRechazado([rechazo("CASO050", archivo.lugar, archivo.ruta, **datos)])
