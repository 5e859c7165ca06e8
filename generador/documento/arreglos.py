"""Lo que hay que dejar en regla después de repetir o quitar partes de la plantilla.

Un ciclo repite identificadores que Word exige únicos, y una condición puede dejar una celda
sin párrafo o una tabla sin filas: Word diría que el archivo está dañado.
"""

from __future__ import annotations

import re
from itertools import count

from generador.documento.ooxml import W14, WP, Elemento, W, hijo

_CON_PARRAFO = ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent")
_LARGO_MARCADOR = 40
_CIERRE_CON_PARRAFO = re.compile(rf"</w:(?:{'|'.join(_CON_PARRAFO)})>")
# Lo que hay antes del cierre: una tabla, las propiedades de la celda o el comienzo del elemento.
_VACIO = re.compile(rf"<(?:/w:tbl|/w:tcPr|w:(?:tcPr|{'|'.join(_CON_PARRAFO)})(?: [^>]*)?/?)>\s*")
_SIN_FILAS = re.compile(r"<w:tbl>(?:(?!<w:tr[ >]|</w:tbl>).)*</w:tbl>", re.DOTALL)


def hay_vacios(xml: str) -> bool:
    """Dice si en ese XML (bien formado) hay una tabla sin filas o una celda sin párrafo final.

    >>> hay_vacios("<w:tbl><w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl>")
    False
    >>> hay_vacios("<w:tc><w:tcPr/></w:tc>"), hay_vacios("<w:tbl><w:tblGrid/></w:tbl>")
    (True, True)
    """
    for cierre in _CIERRE_CON_PARRAFO.finditer(xml):
        anterior = xml.rfind("<", 0, cierre.start())
        if _VACIO.fullmatch(xml, anterior, cierre.start()):
            return True
    return _SIN_FILAS.search(xml) is not None


def poner_en_regla(raiz: Elemento) -> None:
    """Corrige, en su sitio, identificadores repetidos, celdas sin párrafo y tablas sin filas."""
    _dibujos(raiz)
    _marcadores(raiz)
    _parrafos_repetidos(raiz)
    for tabla in list(raiz.iter(W + "tbl")):
        if next(tabla.iter(W + "tr"), None) is None:
            tabla.getparent().remove(tabla)
    for etiqueta in _CON_PARRAFO:
        for elemento in raiz.iter(W + etiqueta):
            # Word exige un párrafo al final: también después de una tabla.
            if len(elemento) == 0 or elemento[-1].tag in {W + "tcPr", W + "tbl"}:
                hijo(elemento, "p")


def _dibujos(raiz: Elemento) -> None:
    vistos: set[str] = set()
    for dibujo in raiz.iter(WP + "docPr"):
        dibujo.set("id", _libre(dibujo.get("id", "1"), vistos))


def _libre(identificador: str, vistos: set[str]) -> str:
    if identificador in vistos:
        identificador = next(n for n in map(str, count(len(vistos) + 1)) if n not in vistos)
    vistos.add(identificador)
    return identificador


def _marcadores(raiz: Elemento) -> None:
    usados = {m.get(W + "id") for m in raiz.iter(W + "bookmarkStart")}
    libres = (n for n in map(str, count(1)) if n not in usados)
    abiertos: dict[str, str] = {}
    vistos: set[str] = set()
    nombres: set[str] = set()
    for marca in raiz.iter(W + "bookmarkStart", W + "bookmarkEnd"):
        original = marca.get(W + "id")
        if marca.tag == W + "bookmarkEnd":
            marca.set(W + "id", abiertos.get(original, original))
            continue
        nuevo = original
        if original in vistos:
            nuevo = next(libres)
        vistos.add(nuevo)
        abiertos[original] = nuevo
        marca.set(W + "id", nuevo)
        marca.set(W + "name", _nombre_libre(marca.get(W + "name", "marca"), nombres))


def _nombre_libre(nombre: str, nombres: set[str]) -> str:
    libre, numero = nombre, 1
    while libre.casefold() in nombres:
        numero += 1
        cola = f"_{numero}"
        libre = nombre[: _LARGO_MARCADOR - len(cola)] + cola
    nombres.add(libre.casefold())
    return libre


def _parrafos_repetidos(raiz: Elemento) -> None:
    vistos: set[str] = set()
    for parrafo in raiz.iter(W + "p", W + "tr"):
        identificador = parrafo.get(W14 + "paraId")
        if identificador in vistos:
            # Es opcional: Word pone otro al guardar.
            del parrafo.attrib[W14 + "paraId"]
        elif identificador is not None:
            vistos.add(identificador)
