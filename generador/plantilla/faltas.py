"""Resaltar en el borrador los datos que faltan."""

from __future__ import annotations

import copy

from generador.documento.ooxml import ESPACIO, Elemento, W, agregar_antes, hijo
from generador.plantilla.valores import FALTA

# Lo que en `w:rPr` va después de `w:highlight` (ISO/IEC 29500-1, CT_RPr).
_DESPUES = (
    "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip


def resaltar(raiz: Elemento) -> None:
    """Convierte cada marca de falta en texto resaltado, con el formato del que la rodea."""
    for marca in list(raiz.iter(FALTA)):
        corrida = marca.getparent()
        formato = corrida.find(W + "rPr")
        aparte = _vacia(corrida, formato)
        _poner_resaltado(aparte)
        texto = hijo(aparte, "t")
        texto.text = marca.text
        texto.set(ESPACIO, "preserve")
        resto = _vacia(corrida, formato)
        resto.extend(list(marca.itersiblings()))
        corrida.remove(marca)
        corrida.addnext(aparte)
        aparte.addnext(resto)


def _vacia(corrida: Elemento, formato: Elemento | None) -> Elemento:
    nueva = corrida.makeelement(W + "r")
    if formato is not None:
        nueva.append(copy.deepcopy(formato))
    return nueva


def _poner_resaltado(corrida: Elemento) -> None:
    formato = corrida.find(W + "rPr")
    if formato is None:
        formato = hijo(corrida, "rPr")
    for previo in formato.findall(W + "highlight"):
        formato.remove(previo)
    agregar_antes(formato, hijo(formato, "highlight", val="yellow"), _DESPUES)
