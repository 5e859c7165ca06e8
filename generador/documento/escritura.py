"""De bloques a párrafos de Word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generador.documento.bloques import Fragmento, Nota
from generador.documento.caracteres import legal
from generador.documento.ooxml import ESPACIO, Elemento, W, hijo
from generador.errores import ErrorDePlantilla
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generador.documento.bloques import Bloque
    from generador.documento.notas import Notas


def a_xml(bloques: Iterable[Bloque], estilos: Mapping[str, str], notas: Notas) -> list[Elemento]:
    """Devuelve los `w:p` de los bloques; sus notas quedan en `notas`.

    `estilos` es lo que da `estilos.de_parrafo`. Da `ErrorDePlantilla` si un bloque pide un
    estilo que la plantilla no tiene, y `DatoInvalido` si un texto no cabe en Word.
    """
    return [_parrafo(bloque, estilos, notas) for bloque in bloques]


def _parrafo(bloque: Bloque, estilos: Mapping[str, str], notas: Notas) -> Elemento:
    if bloque.estilo not in estilos:
        raise ErrorDePlantilla(
            f"La plantilla no tiene el estilo de párrafo «{bloque.estilo}».",
            f"Créelo en Word. {sugerencia(bloque.estilo, estilos)}".strip(),
        )
    parrafo = etree.Element(W + "p", nsmap={"w": W[1:-1]})
    hijo(hijo(parrafo, "pPr"), "pStyle", val=estilos[bloque.estilo])
    for pieza in bloque.contenido:
        if isinstance(pieza, Nota):
            _agregar_nota(parrafo, pieza, notas)
        else:
            agregar_fragmento(parrafo, pieza)
    return parrafo


def agregar_fragmento(parrafo: Elemento, fragmento: Fragmento) -> None:
    """Agrega el fragmento como un `w:r`, con sus saltos y tabuladores."""
    corrida = hijo(parrafo, "r")
    if fragmento.negrita or fragmento.cursiva:
        formato = hijo(corrida, "rPr")
        if fragmento.negrita:
            hijo(formato, "b")
        if fragmento.cursiva:
            hijo(formato, "i")
    for pieza in re.split("([\n\t])", legal(fragmento.texto)):
        if pieza == "\n":
            hijo(corrida, "br")
        elif pieza == "\t":
            hijo(corrida, "tab")
        elif pieza:
            texto = hijo(corrida, "t")
            texto.text = pieza
            texto.set(ESPACIO, "preserve")


def _agregar_nota(parrafo: Elemento, nota: Nota, notas: Notas) -> None:
    cuerpos: list[Elemento] = []
    for fragmentos in nota.parrafos:
        cuerpo = etree.Element(W + "p", nsmap={"w": W[1:-1]})
        hijo(hijo(cuerpo, "pPr"), "pStyle", val=notas.estilo_texto)
        if not cuerpos:
            marca = hijo(cuerpo, "r")
            hijo(hijo(marca, "rPr"), "rStyle", val=notas.estilo_llamada)
            hijo(marca, "footnoteRef")
            agregar_fragmento(cuerpo, Fragmento(" "))
        for fragmento in fragmentos:
            agregar_fragmento(cuerpo, fragmento)
        cuerpos.append(cuerpo)
    llamada = hijo(parrafo, "r")
    hijo(hijo(llamada, "rPr"), "rStyle", val=notas.estilo_llamada)
    hijo(llamada, "footnoteReference", id=notas.agregar(cuerpos))
