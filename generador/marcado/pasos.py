"""Lo que comparten las reglas en línea: avanzar, avisar y dejar una ficha."""

from __future__ import annotations

from typing import Any

from markdown_it.rules_inline import StateInline


def poner(state: StateInline, texto: str) -> bool:
    """Deja `texto`, que está en la posición actual, tal cual."""
    state.append_pending(texto)
    state.pos += len(texto)
    return True


def suceso(state: StateInline, codigo: str, mensaje: str, remedio: str) -> bool:
    """Anota lo que está mal en esta posición, y deja que el texto siga literal."""
    state.env["sucesos"].append((state.pos, codigo, mensaje, remedio))
    return False


def una_vez(state: StateInline, motivo: str) -> bool:
    """Dice si es la primera vez que algo se avisa en este párrafo."""
    avisado: set[str] = state.env["avisado"]
    nuevo = motivo not in avisado
    avisado.add(motivo)
    return nuevo


def ficha(state: StateInline, clase: str, sentido: Any, **meta: Any) -> None:
    """Agrega una ficha propia, con la posición del texto de donde salió."""
    state.push(clase, "", sentido).meta = {"pos": state.pos, **meta}


def entre(state: StateInline, desde: int, hasta: int, destino: int) -> None:
    """Lee lo que hay entre dos posiciones y sigue en `destino`."""
    fin = state.posMax
    state.pos, state.posMax = desde, hasta
    state.md.inline.tokenize(state)
    state.pos, state.posMax = destino, fin
