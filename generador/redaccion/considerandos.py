"""Los considerandos: cada párrafo empieza por «Que» y termina en punto, sin ponerlos dos veces.

No lleva punto el que termina en dos puntos ni el que sigue con una transcripción, una lista o un
cuadro: la frase no ha terminado.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generador.marcado.bloques import (
    Bloque,
    CitaTextual,
    EnLinea,
    Lista,
    LlamadaDeNota,
    Parrafo,
    Tabla,
    Texto,
)

INTERRUMPEN = (CitaTextual, Lista, Tabla)
QUE = re.compile(r"Que\b", re.IGNORECASE)
TERMINADO = re.compile(r"[.:;?!…][”»\"’)\]]*\s*$")
# Las que abren una frase y no son nombre propio: tras «Que» van en minúscula.
COMUNES = frozenset(
    """a al ante así aunque como con conforme cuando de dado dentro desde dicha dicho durante el en
    entre esta estas este estos existe existen la las lo los luego mediante para pese por según si
    sin sobre teniendo toda todo tras una uno un""".split()  # noqa: SIM905 -- se lee mejor corrido
)


def puestos(bloques: Sequence[Bloque]) -> tuple[Bloque, ...]:
    r"""Los considerandos con su «Que» y su punto final.

    >>> from generador.marcado.lectura import marcar
    >>> leidos = marcar("La ley lo ordena\n\nQue así lo dice.\n\nTexto:", archivo="a.md").bloques
    >>> [p.contenido[0].texto for p in puestos(leidos)]
    ['Que la ley lo ordena.', 'Que así lo dice.', 'Que Texto:']
    """
    return tuple(_puestos(bloques))


def _puestos(bloques: Sequence[Bloque]) -> Iterator[Bloque]:
    for anterior, bloque, siguiente in zip(
        [None, *bloques], bloques, [*bloques[1:], None], strict=False
    ):
        if isinstance(bloque, Parrafo):
            contenido = bloque.contenido
            if not (isinstance(anterior, INTERRUMPEN) and _sigue_la_frase(contenido)):
                contenido = _con_que(contenido)
            sigue = isinstance(siguiente, INTERRUMPEN)
            yield replace(bloque, contenido=contenido if sigue else _con_punto(contenido))
        else:
            yield bloque


def _sigue_la_frase(contenido: Sequence[EnLinea]) -> bool:
    """Si continúa la frase que interrumpió una transcripción: empieza en minúscula."""
    primero = contenido[0]
    return isinstance(primero, Texto) and primero.texto[0].islower()


def _con_que(contenido: Sequence[EnLinea]) -> tuple[EnLinea, ...]:
    primero, *resto = contenido
    if not isinstance(primero, Texto):
        return (Texto("Que "), primero, *resto)
    if QUE.match(primero.texto):
        return (replace(primero, texto=f"Que{primero.texto[3:]}"), *resto)
    palabra = re.split(r"\W", primero.texto, maxsplit=1)[0]
    texto = primero.texto
    if palabra.casefold() in COMUNES:
        texto = texto[0].lower() + texto[1:]
    if primero.negrita or primero.cursiva:
        return (Texto("Que "), replace(primero, texto=texto), *resto)
    return (replace(primero, texto=f"Que {texto}"), *resto)


def _con_punto(contenido: tuple[EnLinea, ...]) -> tuple[EnLinea, ...]:
    """Con punto final; la llamada de nota que cierra la frase va antes del punto."""
    dichos = [pieza for pieza in contenido if not isinstance(pieza, LlamadaDeNota)]
    ultimo = dichos[-1] if dichos else None
    if isinstance(ultimo, Texto):
        if TERMINADO.search(ultimo.texto):
            return contenido
        if contenido[-1] is ultimo:
            return (*contenido[:-1], replace(ultimo, texto=f"{ultimo.texto.rstrip()}."))
    return (*contenido, Texto("."))
