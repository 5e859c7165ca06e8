r"""Volver Markdown un texto ajeno, con las menos barras posibles, para que el asesor lo pueda leer.

A diferencia de `literal.escapar`, que es para un dato, aquí se conservan los párrafos y se prueba
qué signos no hacen falta escapar: un párrafo corriente queda tal cual.

>>> print(transcribir("1. ¿Aplica el art. 5 (Ley 80)?\n2. ¿Rige *hoy*?\n\nGracias: A&B"))
1\. ¿Aplica el art. 5 (Ley 80)?\
2\. ¿Rige \*hoy\*?
<BLANKLINE>
Gracias: A&B
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generador.marcado.bloques import EnLinea, Parrafo, SaltoDeLinea, Texto
from generador.marcado.invisibles import INVISIBLE
from generador.marcado.lectura import marcar
from generador.marcado.literal import PELIGROSOS, escapar

_SALTOS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x80-\x9f]")  # ni se ven ni caben en YAML
_ENTRE_PARRAFOS = re.compile(r"\n(?:[ \t]*\n)+")
# Un renglón que se partió por su ancho sigue en el de abajo; uno que empieza un numeral, no.
_MARCA = re.compile(r"(?:\(?\w{1,4}[.)\]-]|[-–—•*+·])(?:\s|\Z)")
_CIERRES = tuple(".:;?!")
_RENGLON_LARGO = 60


@dataclass(frozen=True, slots=True)
class Renglon:
    """Un renglón del texto; `sigue`, si continúa el de encima y no empieza otro."""

    texto: str
    sigue: bool


def transcribir(texto: str) -> str:
    """El Markdown que, leído, da los mismos párrafos y renglones, letra por letra.

    Las tabulaciones valen un espacio, los espacios de los bordes de un renglón se quitan y los
    caracteres que no se ven se borran. Un renglón que se partió por su ancho sigue partido aquí,
    pero se lee de corrido.
    """
    return "\n\n".join(map(_con_pocas_barras, leer_parrafos(texto)))


def leer_parrafos(texto: str) -> list[tuple[Renglon, ...]]:
    """Los párrafos de un texto plano, que separa un renglón vacío, con sus renglones limpios."""
    legible = _CONTROL.sub("", INVISIBLE.sub("", _SALTOS.sub("\n", texto))).replace("\t", " ")
    parrafos = []
    for crudo in _ENTRE_PARRAFOS.split(legible):
        renglones: list[Renglon] = []
        for linea in filter(None, (linea.strip() for linea in crudo.split("\n"))):
            sigue = bool(renglones) and _continua(renglones[-1].texto, linea)
            renglones.append(Renglon(linea, sigue))
        if renglones:
            parrafos.append(tuple(renglones))
    return parrafos


def _continua(anterior: str, linea: str) -> bool:
    if anterior.endswith(_CIERRES) or _MARCA.match(linea):
        return False
    return linea[0].islower() or len(anterior) >= _RENGLON_LARGO


def _con_pocas_barras(renglones: tuple[Renglon, ...]) -> str:
    todo = "\n".join(r.texto for r in renglones)
    libres: frozenset[str] = frozenset()
    adentro: frozenset[str] = frozenset()
    posibles = sorted({hallado[0] for hallado in PELIGROSOS.finditer(todo)} - _vedados(todo))
    if _dice(_escrito(renglones, frozenset(posibles), adentro), renglones):
        return _escrito(renglones, frozenset(posibles), adentro)
    for signo in posibles:
        if _dice(_escrito(renglones, libres | {signo}, adentro), renglones):
            libres |= {signo}
        elif _dice(_escrito(renglones, libres, adentro | {signo}), renglones):
            adentro |= {signo}
    return _escrito(renglones, libres, adentro)


def _vedados(todo: str) -> set[str]:
    """Lo que abre instrucciones que se leen antes que el Markdown: `{dato: …}`, `[[…]]`."""
    vedados = {"{", "}"}
    if "{" in todo:
        vedados.add(":")
    if "[[" in todo:
        vedados.add("[")
    return vedados


def _escrito(renglones: Sequence[Renglon], libres: frozenset[str], adentro: frozenset[str]) -> str:
    r"""El párrafo con sus barras, salvo las de los signos `libres`.

    Los de `adentro` solo la llevan en la primera palabra del renglón, donde «1.» es una marca.
    """
    partes: list[str] = []
    for renglon in renglones:
        primera, espacio, resto = renglon.texto.partition(" ")
        linea = _con_barras(primera, libres) + espacio + _con_barras(resto, libres | adentro)
        union = "" if not partes else "\n" if renglon.sigue else "\\\n"
        partes.append(union + linea)
    return "".join(partes)


def _con_barras(trozo: str, libres: frozenset[str]) -> str:
    return PELIGROSOS.sub(lambda h: h[0] if h[0] in libres else escapar(h[0]), trozo)


def _dice(escrito: str, renglones: Sequence[Renglon]) -> bool:
    """Si el Markdown, leído, es un párrafo con esos renglones y no hay nada que señalar."""
    leido = marcar(escrito, archivo="")
    return not leido.hallazgos and leido.bloques == (Parrafo(_contenido(renglones)),)


def _contenido(renglones: Sequence[Renglon]) -> tuple[EnLinea, ...]:
    corridos: list[str] = []
    for renglon in renglones:
        if renglon.sigue:
            corridos[-1] += f" {renglon.texto}"
        else:
            corridos.append(renglon.texto)
    partes: list[EnLinea] = []
    for corrido in corridos:
        partes += [SaltoDeLinea(), Texto(corrido)]
    return tuple(partes[1:])
