"""La doctrina: «APELLIDOS, Nombre. Título. Ciudad: Editorial, año. pp. x-y.»."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.citas.cita import Cita, CitaHallada, Modo
from generador.citas.norma import Norma, Tipo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.citas.lectura.piezas import Piezas

_MAYUSCULAS = "A-ZÁÉÍÓÚÜÑ"
_AUTOR = re.compile(
    rf"(?<![^\W\d_])[{_MAYUSCULAS}]{{3,30}}(?:[ -](?:[{_MAYUSCULAS}]{{1,30}})){{0,5}},\s"
)
_PIE = re.compile(
    r":\s[^:\n]{2,80}?,\s+((?:1[89]|20)\d\d)\b(?:\.?\s*pp?\.\s*\d+(?:\s*[-–]\s*\d+)?)?"
)
_TRECHO = 420


@dataclass(frozen=True, slots=True)
class ObraHallada:
    """Una obra citada y su lugar en el texto."""

    norma: Norma
    inicio: int
    fin: int


def con_obras(p: Piezas, halladas: list[CitaHallada]) -> list[CitaHallada]:
    """Las citas con la doctrina agregada, en orden.

    Lo que se nombra en el título de un libro no se cita.
    """
    obras = [
        CitaHallada(
            tipo=Tipo.DOCTRINA,
            modo=Modo.PLENA,
            inicio=obra.inicio,
            fin=obra.fin,
            linea=p.linea(obra.inicio),
            texto=p.texto[obra.inicio : obra.fin],
            cita=Cita(obra.norma),
            anio=obra.norma.anio,
        )
        for obra in leer_obras(p.texto)
    ]
    if not obras:
        return halladas
    inicios = [o.inicio for o in obras]
    fuera = [h for h in halladas if not _dentro(h, obras, inicios)]
    return sorted([*fuera, *obras], key=lambda h: h.inicio)


def _dentro(hallada: CitaHallada, obras: list[CitaHallada], inicios: list[int]) -> bool:
    n = bisect_right(inicios, hallada.inicio) - 1
    return n >= 0 and hallada.inicio < obras[n].fin


def leer_obras(texto: str) -> Iterator[ObraHallada]:
    """Las obras que se citan con autor en mayúsculas, título, ciudad, editorial y año."""
    desde = 0
    for autor in _AUTOR.finditer(texto):
        if autor.start() < desde:
            continue
        obra = _leer(texto, autor)
        if obra is not None:
            desde = obra.fin
            yield obra


def _leer(texto: str, autor: re.Match[str]) -> ObraHallada | None:
    trozo = texto[autor.end() : autor.start() + _TRECHO].split("\n\n", 1)[0]
    pie = _PIE.search(trozo)
    if pie is None:
        return None
    partes = [x.strip() for x in re.split(r"\.\s+", trozo[: pie.start()])]
    # Nombre, título (que puede traer puntos) y ciudad.
    if len(partes) < 3 or not partes[0] or len(partes[0]) > 60:  # noqa: PLR2004  # nombre, título, ciudad
        return None
    titulo = ". ".join(partes[1:-1])
    apellidos = autor.group().rstrip().rstrip(",")
    norma = Norma(
        Tipo.DOCTRINA,
        anio=int(pie[1]),
        entidad=f"{apellidos}, {_seguido(partes[0])}",
        nombre=_seguido(titulo),
    )
    return ObraHallada(norma, autor.start(), autor.end() + pie.end())


def _seguido(texto: str) -> str:
    return " ".join(texto.split())
