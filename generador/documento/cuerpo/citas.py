"""Las citas textuales: con sangría, y con comillas de seguir mientras la que abrió no cierre.

La comilla de seguir es la de cierre de la que abrió, al comienzo de cada párrafo (RAE y ASALE,
Ortografía de la lengua española, 2010, «comillas de seguir»). Una transcripción
que empieza por un artículo o un título lleva una sola comilla al comienzo y una al final, como se
modifica una norma.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generador.documento.cuerpo.titulos import texto_plano
from generador.marcado.bloques import Parrafo, Texto

if TYPE_CHECKING:
    from collections.abc import Callable

    from generador.marcado.bloques import Bloque

CIERRES: Final = {"“": "”", "«": "»"}
_COMILLAS: Final = "“”«»\"‘’'"


def con_comillas_de_seguir(bloques: tuple[Bloque, ...]) -> tuple[Bloque, ...]:
    """Los bloques de una cita, con la comilla de seguir en los párrafos que la necesitan.

    El que ya empieza por una comilla se deja como está.
    """
    return _recorrer(bloques, _poner)


def sin_comillas_de_seguir(bloques: tuple[Bloque, ...]) -> tuple[Bloque, ...]:
    """Los mismos bloques sin las comillas de seguir, que vienen en su propio texto."""
    return _recorrer(bloques, _quitar)


def es_comilla_de_seguir(pieza: object) -> bool:
    """Dice si es un texto que puede ser una comilla de seguir puesta aquí."""
    return isinstance(pieza, Texto) and pieza in {Texto(c) for c in CIERRES.values()}


def _recorrer(
    bloques: tuple[Bloque, ...], cambio: Callable[[Parrafo, str], Parrafo]
) -> tuple[Bloque, ...]:
    if not bloques or not isinstance(bloques[0], Parrafo):
        return bloques
    salida: list[Bloque] = []
    abiertas: list[str] = []
    for bloque in bloques:
        if not isinstance(bloque, Parrafo):
            salida.append(bloque)
            continue
        texto = texto_plano(bloque.contenido)
        if abiertas and salida:
            salida.append(cambio(bloque, abiertas[-1]))
            # La de seguir no cierra nada.
            texto = texto[1:] if texto[1:] and texto[0] == abiertas[-1] else texto
        else:
            salida.append(bloque)
        seguir(abiertas, texto)
    return tuple(salida)


def _poner(parrafo: Parrafo, comilla: str) -> Parrafo:
    texto = texto_plano(parrafo.contenido)
    if not texto or texto[0] in _COMILLAS:
        return parrafo
    return replace(parrafo, contenido=(Texto(comilla), *parrafo.contenido))


def _quitar(parrafo: Parrafo, comilla: str) -> Parrafo:
    propia = len(parrafo.contenido) > 1 and parrafo.contenido[0] == Texto(comilla)
    return replace(parrafo, contenido=parrafo.contenido[1:]) if propia else parrafo


def seguir(abiertas: list[str], texto: str) -> None:
    """Pasa por el texto y deja en `abiertas` los cierres que aún se esperan.

    >>> abiertas = []
    >>> seguir(abiertas, "“Uno «dos")
    >>> abiertas
    ['”', '»']
    >>> seguir(abiertas, "» y tres.”")
    >>> abiertas
    []
    """
    for signo in texto:
        if signo in CIERRES:
            abiertas.append(CIERRES[signo])
        elif abiertas and signo == abiertas[-1]:
            abiertas.pop()
