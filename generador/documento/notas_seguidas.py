"""Las notas al pie de varios párrafos, en uno solo con cambios de renglón.

Para quien convierte y no sabe de notas de varios párrafos: dxpdf 0.8.1 pierde del segundo en
adelante cuando el párrafo que llama a la nota ocupa más de un renglón.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from generador.documento.ooxml import Elemento, W, escribir_xml, hijo
from generador.documento.paquete import escribir_paquete

if TYPE_CHECKING:
    from generador.documento.apertura import Paquete


def con_notas_seguidas(paquete: Paquete) -> bytes | None:
    """El .docx con cada nota en un párrafo, o `None` si ya están así.

    Las listas y tablas dentro de una nota quedan como están.
    """
    partes = dict(paquete.partes)
    for nombre, clase in paquete.clases.items():
        if clase in {"footnotes", "endnotes"}:
            raiz = copy.deepcopy(paquete.arboles[nombre])
            juntadas = [_juntar(nota) for nota in raiz]
            if any(juntadas):
                partes[nombre] = escribir_xml(raiz)
    iguales = all(partes[nombre] is datos for nombre, datos in paquete.partes.items())
    return None if iguales else escribir_paquete(partes)


def _juntar(nota: Elemento) -> bool:
    primero = nota[0] if len(nota) else None
    if primero is None or len(nota) == 1 or any(not _corriente(p) for p in nota):
        return False
    for parrafo in list(nota)[1:]:
        hijo(hijo(primero, "r"), "br")
        primero.extend(pieza for pieza in parrafo if pieza.tag != W + "pPr")
        nota.remove(parrafo)
    return True


def _corriente(nodo: Elemento) -> bool:
    return nodo.tag == W + "p" and nodo.find(f"{W}pPr/{W}numPr") is None
