"""El texto de un .docx tal como Word lo muestra: sirve para comprobar que todo llegó."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.documento.ooxml import ESPACIO, MC, Elemento, M, W, leer_xml, valor
from generador.documento.paquete import leer_paquete
from generador.documento.relaciones import con_texto

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNOS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n"}
_SIGNOS |= {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SIMBOLOS = {W + nombre: signo for nombre, signo in _SIGNOS.items()}
# Lo borrado o movido con control de cambios ya no está; el respaldo repite lo de «Choice».
_OMITIDOS = {W + "del", W + "moveFrom", W + "pPr", W + "rPr", MC + "Fallback"}
LLAMADAS = (W + "footnoteReference", W + "endnoteReference")
# Ningún XML puede traerlo: marca dónde empieza una cifra volada mientras se arma el párrafo.
_VOLADA = "\0"


def texto(docx: bytes) -> str:
    """Todo el texto del documento, un párrafo por línea."""
    return "\n".join(parrafos(docx))


def parrafos(docx: bytes) -> list[str]:
    """Los párrafos en orden: cuerpo (con sus tablas), encabezados, pies y notas.

    Incluye lo insertado con control de cambios y no lo borrado; de un campo, su resultado. Un
    espacio al borde que Word no conservaría (`w:t` sin `xml:space`) tampoco se conserva aquí. Da
    `ErrorDeDocumento` si el archivo no sirve.
    """
    partes = leer_paquete(docx)
    return [
        texto_visible(parrafo)
        for nombre in con_texto(partes)
        for parrafo in visibles(leer_xml(partes[nombre], nombre))
    ]


def visibles(raiz: Elemento) -> Iterator[Elemento]:
    """Los párrafos que se ven, en orden; los de un cuadro de texto, tras el que lo lleva."""
    for parrafo in raiz.iter(W + "p"):
        ancestros = list(parrafo.iterancestors())
        separador = any(
            a.get(W + "type") in {"separator", "continuationSeparator"} for a in ancestros
        )
        if not separador and not any(a.tag in _OMITIDOS for a in ancestros):
            yield parrafo


def texto_visible(parrafo: Elemento) -> str:
    """El texto de un párrafo, sin el de los cuadros de texto que lleve dentro.

    Una cifra volada tras otra cifra va separada por un espacio: la llamada 19 puesta a mano
    después de «2017» no lo vuelve «201719».
    """
    seguido = "".join(_piezas(parrafo, []))
    return re.sub(rf"(?<=\d){_VOLADA}", " ", seguido).replace(_VOLADA, "")


def _piezas(elemento: Elemento, campos: list[bool]) -> Iterator[str]:
    """`campos` dice, por cada campo abierto, si todavía va en su instrucción."""
    volada = elemento.tag == W + "r" and _volada(elemento)
    for pieza in elemento:
        if pieza.tag in _SIMBOLOS:
            yield _SIMBOLOS[pieza.tag]
        elif pieza.tag in {W + "t", M + "t"}:
            # El resultado de un campo que es parte de la instrucción de otro no se ve.
            if not any(campos[:-1]):
                yield _contenido(pieza, volada=volada)
        elif pieza.tag == W + "fldChar":
            _avanzar(campos, pieza.get(W + "fldCharType", ""))
        elif pieza.tag not in _OMITIDOS and pieza.tag != W + "p":
            yield from _piezas(pieza, campos)


def _contenido(pieza: Elemento, *, volada: bool) -> str:
    escrito: str = pieza.text or ""
    if pieza.get(ESPACIO) != "preserve":
        escrito = escrito.strip(" \t\r\n")
    return _VOLADA + escrito if volada and escrito[:1].isdigit() else escrito


def _volada(corrida: Elemento) -> bool:
    """Si la corrida va en superíndice, o es una llamada con su marca escrita a mano."""
    if valor(corrida.find(f"{W}rPr/{W}vertAlign")) == "superscript":
        return True
    return any(h.tag in LLAMADAS and h.get(W + "customMarkFollows") for h in corrida)


def _avanzar(campos: list[bool], paso: str) -> None:
    if paso == "begin":
        campos.append(True)
    elif paso == "separate" and campos:
        campos[-1] = False
    elif paso == "end" and campos:
        campos.pop()
