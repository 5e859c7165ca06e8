"""Leer citas: de un texto, todas las normas y providencias que cita, con su lugar exacto."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.lectura.lector import Lector

if TYPE_CHECKING:
    from generador.citas.cita import CitaHallada


def leer(texto: str, *, tolerante: bool = False) -> list[CitaHallada]:
    """Devuelve las citas de `texto` en orden; nunca falla, y tarda lo que el texto es de largo.

    Cada una trae sus desplazamientos, en caracteres, en el texto original. Resuelve las listas que
    comparten cabeza, los rangos, los lugares por artículo y las vueltas («la citada ley», «ibidem»,
    «del presente decreto»). Lo que no se puede resolver se entrega sin resolver (`cita` es `None`).

    El modo estricto es para borradores propios. El `tolerante`, para textos ajenos o sacados de
    PDF: admite niveles mal escritos, llamadas de nota pegadas al año, años de dos cifras y
    artículos sin la palabra «artículo», y lo dice en `defectos`.

    >>> [h.texto for h in leer("los artículos 28 a 30 de la Ley 2056 de 2020 y la citada ley")]
    ['artículos 28 a 30 de la Ley 2056 de 2020', 'citada ley']
    >>> leer("Decretos 2147 de 2016, 659 de 2018 y 278 de 2021")[1].cita.norma.canonica
    'Decreto 659 de 2018'
    >>> leer("el artículo 5 de la ley de la selva")
    []
    """
    return Lector(texto, tolerante=tolerante).leer()
