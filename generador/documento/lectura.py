"""El texto de un .docx tal como Word lo muestra: sirve para comprobar que todo llegó."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.documento.ooxml import ESPACIO, MC, Elemento, M, W, leer_xml
from generador.documento.paquete import leer_paquete
from generador.documento.relaciones import con_texto

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNOS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n"}
_SIGNOS |= {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SIMBOLOS = {W + nombre: signo for nombre, signo in _SIGNOS.items()}
# Lo borrado o movido con control de cambios ya no está; el respaldo repite lo de «Choice».
_OMITIDOS = {W + "del", W + "moveFrom", W + "pPr", W + "rPr", MC + "Fallback"}


def texto(docx: bytes) -> str:
    """Todo el texto del documento, un párrafo por línea."""
    return "\n".join(parrafos(docx))


def parrafos(docx: bytes) -> list[str]:
    """Los párrafos en orden: cuerpo (con sus tablas), encabezados, pies y notas.

    Incluye lo insertado con control de cambios y no lo borrado. Un espacio al borde que Word
    no conservaría (`w:t` sin `xml:space`) tampoco se conserva aquí. Da `ErrorDeDocumento` si el
    archivo no sirve.
    """
    partes = leer_paquete(docx)
    return [
        parrafo
        for nombre in con_texto(partes)
        for parrafo in _parrafos(leer_xml(partes[nombre], nombre))
    ]


def _parrafos(raiz: Elemento) -> Iterator[str]:
    for parrafo in raiz.iter(W + "p"):
        ancestros = list(parrafo.iterancestors())
        separador = any(
            a.get(W + "type") in {"separator", "continuationSeparator"} for a in ancestros
        )
        if not separador and not any(a.tag in _OMITIDOS for a in ancestros):
            yield "".join(_piezas(parrafo))


def _piezas(elemento: Elemento) -> Iterator[str]:
    for pieza in elemento:
        if pieza.tag in _SIMBOLOS:
            yield _SIMBOLOS[pieza.tag]
        elif pieza.tag in {W + "t", M + "t"}:
            contenido = pieza.text or ""
            yield contenido if pieza.get(ESPACIO) == "preserve" else contenido.strip(" \t\r\n")
        elif pieza.tag not in _OMITIDOS and pieza.tag != W + "p":
            yield from _piezas(pieza)
