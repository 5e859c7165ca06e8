"""Los hallazgos de una asignación, cada uno con el campo al que se refiere."""

from __future__ import annotations

from generador.hallazgos import Gravedad, Hallazgo


def error(codigo: str, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    """Un hallazgo que impide la asignación."""
    return _hallazgo(Gravedad.ERROR, codigo, ruta, mensaje, remedio)


def aviso(codigo: str, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    """Un hallazgo que pide una decisión."""
    return _hallazgo(Gravedad.AVISO, codigo, ruta, mensaje, remedio)


def nota(codigo: str, ruta: str, mensaje: str, remedio: str = "") -> Hallazgo:
    """Un hallazgo que solo informa."""
    return _hallazgo(Gravedad.NOTA, codigo, ruta, mensaje, remedio)


def _hallazgo(gravedad: Gravedad, codigo: str, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    return Hallazgo(codigo=codigo, gravedad=gravedad, ruta=ruta, mensaje=mensaje, remedio=remedio)
