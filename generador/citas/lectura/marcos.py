"""Entrar en una transcripción y salir de ella: de qué norma es lo que va entre comillas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.lectura.memoria import ESTE_ACTO, Marco
from generador.citas.lectura.oraciones import es_texto_propio, es_titulo_de_norma

if TYPE_CHECKING:
    from generador.citas.lectura.memoria import Memoria
    from generador.citas.lectura.piezas import Piezas

# Párrafos que pueden separar el anuncio («establece:») de lo transcrito.
_PARRAFOS = 2


def abrir_marco(p: Piezas, memoria: Memoria, i: int, cierre: int) -> None:
    """Entra en las comillas que abren en la pieza `i` y cierran en `cierre`.

    Lo transcrito es de la última norma citada; si va tras «quedará así:», es texto de este acto;
    dentro de otra transcripción, es de la misma norma.
    """
    ultima, anterior = memoria.ultima, memoria.marco
    titulo = es_titulo_de_norma(p, i)
    propia = not titulo and es_texto_propio(p, i)
    if anterior is not None and not titulo:
        norma, camino, propia = anterior.norma, anterior.camino, anterior.propia
    elif propia:
        norma, camino = ESTE_ACTO, ()
    elif ultima is not None and memoria.parrafo - ultima.parrafo <= _PARRAFOS:
        norma, camino = ultima.norma, ultima.camino
    else:
        norma, camino = None, ()
    memoria.marcos.append(Marco(cierre, norma, camino, propia, titulo, ultima))


def cerrar_marcos(memoria: Memoria, i: int) -> None:
    """Sale de las comillas que ya cerraron al llegar a la pieza `i`."""
    while memoria.marcos and memoria.marcos[-1].cierre <= i:
        marco = memoria.marcos.pop()
        if marco.titulo:
            # Lo que se cita en el título de una norma no es de lo que se viene hablando.
            memoria.ultima = marco.antes
