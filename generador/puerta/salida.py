"""Cómo salen los hallazgos: por stdout si son la respuesta, por stderr si la acompañan."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from generador.puerta.opciones import Formato
from generador.terminal import decir, mostrar

if TYPE_CHECKING:
    from generador.hallazgos import Hallazgo


def mostrar_hallazgos(hallazgos: Iterable[Hallazgo], formato: Formato) -> None:
    """Los hallazgos como respuesta de la orden."""
    for hallazgo in hallazgos:
        mostrar(hallazgo.como_jsonl() if formato is Formato.JSONL else hallazgo.como_texto())


def decir_hallazgos(hallazgos: Iterable[Hallazgo]) -> None:
    """Los hallazgos que acompañan a la respuesta."""
    for hallazgo in hallazgos:
        decir(hallazgo.como_texto())


def cuenta(hallazgos: Iterable[Hallazgo]) -> str:
    """«2 error(es), 1 aviso(s)», o «sin hallazgos»."""
    from generador.hallazgos import Gravedad

    nombres = {Gravedad.ERROR: "error(es)", Gravedad.AVISO: "aviso(s)", Gravedad.NOTA: "nota(s)"}
    lista = list(hallazgos)
    partes = [
        f"{sum(h.gravedad is gravedad for h in lista)} {nombre}"
        for gravedad, nombre in nombres.items()
        if any(h.gravedad is gravedad for h in lista)
    ]
    return ", ".join(partes) or "sin hallazgos"
