"""La lista de cada línea: de mayor a menor puntaje, con los desempates del caso.

Los que siguen iguales después de todos los desempates van por código, y forman un mismo escalón:
solo se admite si su orden no cambia el resultado (véase `empates`).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generador.lengua.listas import enumerar
from generador.modelo.asignacion_convocatoria import MAYOR
from generador.reglas.asignacion.cifras import numero
from generador.reglas.asignacion.puntajes import total
from generador.texto import clave

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal

    from generador.modelo.asignacion_convocatoria import CasoConvocatoria, Desempate
    from generador.reglas.asignacion.hoja import Hoja
    from generador.reglas.asignacion.resultado import PuntosDeCriterio


NOMBRADOS = 10


@dataclass(frozen=True, slots=True)
class Escalon:
    """Los proyectos (filas desde 0) que comparten un mismo orden, y cómo llegaron a él."""

    linea: int
    filas: tuple[int, ...]
    desempates: tuple[str, ...]


def listar(
    caso: CasoConvocatoria, hoja: Hoja, puntos: Mapping[int, Sequence[PuntosDeCriterio]]
) -> list[list[Escalon]]:
    """Los escalones de cada línea, en orden; los hallazgos de los desempates, en los de la hoja."""
    totales = {n: total(dados) for n, dados in puntos.items()}
    for d, desempate in enumerate(caso.desempates, 1):
        if desempate.columna is not None:  # que exista, aunque nadie empate
            hoja.columna(desempate.columna, _ruta(d), ())
    por_linea: dict[str, list[int]] = defaultdict(list)
    for n in sorted(totales, key=lambda n: caso.proyectos[n].codigo):
        por_linea[clave(caso.proyectos[n].linea)].append(n)
    return [
        _de_linea(_Mesa(caso, hoja, puntos, totales), cual, por_linea[clave(linea)])
        for cual, linea in enumerate(caso.lineas)
    ]


@dataclass(frozen=True, slots=True)
class _Mesa:
    """Lo que hace falta para ordenar: el caso, sus columnas, y los puntos y el total por fila."""

    caso: CasoConvocatoria
    hoja: Hoja
    puntos: Mapping[int, Sequence[PuntosDeCriterio]]
    totales: Mapping[int, Decimal]

    def datos(self, d: int, desempate: Desempate, filas: Sequence[int]) -> dict[int, Decimal]:
        """El dato del desempate `d` en cada fila que lo tiene."""
        if desempate.columna is not None:
            return self.hoja.columna(desempate.columna, _ruta(d), filas) or {}
        buscado = clave(desempate.criterio or "")
        return {
            n: dados.puntos
            for n in filas
            for dados in self.puntos[n]
            if clave(dados.criterio) == buscado
        }


def _ruta(d: int) -> str:
    return f"desempates[{d}].columna"


def _de_linea(mesa: _Mesa, linea: int, filas: list[int]) -> list[Escalon]:
    escalones = []
    # El orden es estable: los iguales siguen por código.
    en_orden = sorted(filas, key=lambda n: mesa.totales[n].copy_negate())
    for _, grupo in groupby(en_orden, key=lambda n: mesa.totales[n]):
        iguales = list(grupo)
        if len(iguales) == 1:
            escalones.append(Escalon(linea, tuple(iguales), ("",)))
        else:
            escalones += _desempatar(mesa, linea, iguales)
    return escalones


def _desempatar(mesa: _Mesa, linea: int, iguales: list[int]) -> list[Escalon]:
    """Separa a los de un mismo puntaje con los desempates, hasta donde alcancen."""
    llaves: dict[int, list[Decimal]] = {n: [] for n in iguales}
    for d, desempate in enumerate(mesa.caso.desempates, 1):
        datos = mesa.datos(d, desempate, iguales)
        if len(datos) < len(iguales):
            continue  # ya quedó dicho cuál falta
        for n, dato in datos.items():
            # `copy_negate` y no «-»: no depende de la precisión de quien llama.
            llaves[n].append(dato.copy_negate() if desempate.gana == MAYOR else dato)
    en_orden = sorted(iguales, key=lambda n: llaves[n])
    escalones = []
    for _, grupo in groupby(en_orden, key=lambda n: llaves[n]):
        filas = tuple(grupo)
        explicacion = _explicar(mesa.caso, filas, llaves)
        escalones.append(Escalon(linea, filas, (explicacion,) * len(filas)))
    return escalones


def _explicar(
    caso: CasoConvocatoria, filas: Sequence[int], llaves: Mapping[int, Sequence[Decimal]]
) -> str:
    """Con qué desempates se separaron de los demás de su puntaje."""
    if len(filas) > 1:
        codigos = nombrar([caso.proyectos[n].codigo for n in filas])
        return f"Empatan {codigos}, y su orden no cambia el resultado: van por código."
    suya = llaves[filas[0]]
    otras = [llave for n, llave in llaves.items() if n not in filas]
    hasta = next(k for k in range(1, len(suya) + 1) if all(o[:k] != suya[:k] for o in otras))
    usados = zip(caso.desempates[:hasta], suya, strict=False)
    return f"Mismo puntaje que otros: se ubica por {enumerar(_usado(d, v) for d, v in usados)}."


def nombrar(codigos: Sequence[str]) -> str:
    """Los códigos en una frase; si son muchos, los primeros y cuántos más.

    >>> nombrar(["P-1", "P-2", "P-3"])
    'P-1, P-2 y P-3'
    >>> nombrar([f"P-{n}" for n in range(1, 41)])
    'P-1, P-2, P-3, P-4, P-5, P-6, P-7, P-8, P-9, P-10 y 30 más'
    """
    if len(codigos) <= NOMBRADOS:
        return enumerar(codigos)
    return f"{', '.join(codigos[:NOMBRADOS])} y {len(codigos) - NOMBRADOS} más"


def _usado(desempate: Desempate, llave: Decimal) -> str:
    return f"{desempate.regla} ({numero(llave.copy_abs())})"
