"""Lugares que van sin su palabra, y lugares que no son de una norma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.lectura.rotulos import es_numero, leer_rotulo
from generador.citas.lectura.vocabulario import VOZ

if TYPE_CHECKING:
    from generador.citas.lectura.caminos import Camino
    from generador.citas.lectura.piezas import Piezas


def lugar_suelto(p: Piezas, i: int, libre: int) -> tuple[int, tuple[Camino, ...]]:
    """«el 240-1 del Estatuto Tributario», «el 306 ibidem»: un artículo sin su palabra.

    `i` es la pieza de la norma y `libre` la primera que no es de otra cita. Da la pieza en que
    empieza la cita y sus caminos, vacíos si delante de la norma no hay un artículo.
    """
    j = i - 1
    while j > 0 and p.voz[j] in {"de", "del", "la"}:
        j -= 1
    ibidem = p.voz[i] in VOZ.ibidem
    if j < libre or not es_numero(p.voz[j]) or (j == i - 1) != ibidem:
        return i, ()
    if p.voz[j - 1] not in {"el", "los", "al", "del"} or "/" in p.voz[j]:
        return i, ()
    compuesto = "-" in p.voz[j] or "." in p.voz[j]
    if not (compuesto or ibidem or (p.voz[j - 1] == "el" and p.voz[j].isdigit())):
        return i, ()
    rotulo = leer_rotulo(p, j, "articulo")
    return (i, ()) if rotulo is None else (j, ((("articulo", rotulo[0]),),))


def es_de_otra_cosa(p: Piezas, i: int) -> bool:
    """«numeral 3 del pliego de condiciones»: el lugar no es de una norma."""
    k = i + 1
    if p.voz[i] == "de" and p.voz[k] in {"la", "los", "las"}:
        k += 1
    elif p.voz[i] != "del":
        return False
    return p.voz[k].isalpha()
