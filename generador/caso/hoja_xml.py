"""Lo que el lector de libros no cuenta de una hoja: errores, fórmulas sin resultado, porcentajes.

Un libro .xlsx es un zip de XML (ISO/IEC 29500-1, 18.3.1.4 y 18.8.30). El lector da los valores y
calla tres cosas: una celda con error y una fórmula sin resultado guardado salen vacías, y un 2 %
sale 0,02. Aquí se buscan por su etiqueta, sin recorrer la hoja celda por celda.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree

if TYPE_CHECKING:
    from zipfile import ZipFile

    from generador.caso.rejilla import Celda, Defecto

LIBRO, RELACIONES, ESTILOS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"
_PORCENTAJES = frozenset({"9", "10"})  # los formatos 0 % y 0,00 %, que no se declaran

# Preguntar si hay alguna cuesta poco; buscarlas todas, no.
_HAY_ERRORES = re.compile(rb"t=[\"']e[\"']")
_HAY_FORMULAS = re.compile(rb"<(?:\w+:)?f[\s/>]")
_CON_ERROR = re.compile(rb"<(?:\w+:)?c\s([^>]*?\bt=[\"']e[\"'][^>]*)>(.*?)</(?:\w+:)?c>", re.DOTALL)
_FORMULA_SIN_VALOR = re.compile(
    rb"<(?:\w+:)?c\s([^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
# Una celda con algo más abajo de la fila 9999 o más a la derecha de la columna ZZ.
_LEJANA = re.compile(
    rb"<(?:\w+:)?c\s[^>]*?\br=[\"'](?:[A-Z]{3}[0-9]+|[A-Z]+[0-9]{5,})[\"'][^>]*(?<!/)>\s*<"
    rb"(?!/)"
)
_CELDA = re.compile(rb"\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_TIPO = re.compile(rb"\bt=[\"'](\w+)[\"']")
_ROTULO = re.compile(r'"[^"]*"|\\.')


def parte_de(libro: ZipFile, hoja: str) -> bytes:
    """El XML de la hoja que se llama así.

    Raises:
        KeyError: el libro no dice dónde está.
        ElementTree.ParseError: su índice está dañado.
    """
    identificador = next(
        valor
        for nodo in _arbol(libro, LIBRO).iterfind(".//{*}sheet")
        if nodo.get("name") == hoja
        for clave, valor in nodo.attrib.items()
        if clave.endswith("}id")
    )
    destinos = {n.get("Id"): n.get("Target", "") for n in _arbol(libro, RELACIONES)}
    destino = destinos[identificador]
    return libro.read(destino[1:] if destino.startswith("/") else f"xl/{destino}")


def es_enorme(xml: bytes) -> bool:
    """Si alguna celda con datos está más allá de `TOPE_FILAS` o de `TOPE_COLUMNAS`."""
    return _LEJANA.search(xml) is not None


def defectos(libro: ZipFile, xml: bytes) -> dict[Celda, Defecto]:
    """Las celdas de la hoja que el lector de libros daría por vacías o con otro valor.

    Raises:
        KeyError: una de ellas no dice cuál es.
    """
    return {
        **dict(_de_porcentaje(xml, _estilos_de_porcentaje(libro))),
        **dict(_sin_resultado(xml)),
        **dict(_con_error(xml)),
    }


def _con_error(xml: bytes) -> Iterator[tuple[Celda, Defecto]]:
    if not _HAY_ERRORES.search(xml):
        return
    for hallada in _CON_ERROR.finditer(xml):
        escrito = re.sub(rb"<[^>]*>", b" ", hallada[2]).split()
        error = escrito[-1].decode("utf-8", "replace") if escrito else "sin nombre"
        yield _celda(hallada[1]), ("CASO060", {"error": error})


def _sin_resultado(xml: bytes) -> Iterator[tuple[Celda, Defecto]]:
    if not _HAY_FORMULAS.search(xml):
        return
    for hallada in _FORMULA_SIN_VALOR.finditer(xml):
        # Una fórmula cuyo resultado es el texto vacío sí tiene resultado.
        if not (hallada[2] and _tipo(hallada[1]) == b"str"):
            yield _celda(hallada[1]), ("CASO061", {})


def _de_porcentaje(xml: bytes, estilos: set[str]) -> Iterator[tuple[Celda, Defecto]]:
    if not estilos:
        return
    cuales = "|".join(sorted(estilos)).encode()
    con_estilo = re.compile(
        rb"<(?:\w+:)?c\s([^>]*?\bs=[\"'](?:" + cuales + rb")[\"'][^>]*)(?<!/)>\s*<(?!/)"
    )
    for hallada in con_estilo.finditer(xml):
        if _tipo(hallada[1]) == b"n":
            yield _celda(hallada[1]), ("CASO062", {})


def _estilos_de_porcentaje(libro: ZipFile) -> set[str]:
    """Los números de estilo de celda cuyo formato lleva el signo de porcentaje."""
    if ESTILOS not in libro.namelist():
        return set()
    arbol = _arbol(libro, ESTILOS)
    formatos = {
        n.get("numFmtId", "")
        for n in arbol.iterfind(".//{*}numFmt")
        if "%" in _ROTULO.sub("", n.get("formatCode", ""))
    }
    celdas = arbol.iterfind("{*}cellXfs/{*}xf")
    return {str(i) for i, n in enumerate(celdas) if n.get("numFmtId") in formatos | _PORCENTAJES}


def _celda(atributos: bytes) -> Celda:
    """Fila y columna de la celda. Sin nombre (es optativo) no se sabría de cuál se habla."""
    hallada = _CELDA.search(atributos)
    if hallada is None:
        raise KeyError("r")
    columna = 0
    for letra in hallada[1]:
        columna = columna * 26 + letra - ord("A") + 1
    return int(hallada[2]), columna


def _tipo(atributos: bytes) -> bytes:
    hallado = _TIPO.search(atributos)
    return hallado[1] if hallado else b"n"


def _arbol(libro: ZipFile, parte: str) -> ElementTree.Element:
    # expat acota la expansión de entidades desde su versión 2.4.1, y no sale a la red.
    return ElementTree.fromstring(libro.read(parte))  # noqa: S314 -- véase arriba
