"""Que cada fuente que los textos citan esté definida, y que cada una que se define se cite.

Códigos: FUE001, cita una que no hay; FUE002, nadie la cita; FUE008, no es una referencia llana.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.marcado.bloques import CitaDeFuente, Nota, Parrafo
from generador.modelo.falta import Falta
from generador.modelo.fuentes import definidas
from generador.redaccion.recorrido import hallar
from generador.texto import sugerencia

if TYPE_CHECKING:
    from generador.caso.arbol import TextoCrudo
    from generador.marcado.lectura import Marcado
    from generador.modelo.comunes import Modelo
    from generador.modelo.fuentes import Fuente

CAMPO = "fuentes"


def revisar_citas(caso: Modelo, leidos: Sequence[tuple[TextoCrudo, Marcado]]) -> list[Hallazgo]:
    """Lo que está mal en las citas de un caso; `leidos`, sus textos con lo que dicen.

    Si el documento no lleva `fuentes`, citarlas es un error.
    """
    fuentes: tuple[Fuente, ...] | None = getattr(caso, CAMPO, None)
    puestos = definidas(fuentes or ())
    hallazgos: list[Hallazgo] = []
    usadas: set[str] = set()
    for texto, leido in leidos:
        for cita in hallar(leido.bloques, CitaDeFuente):
            usadas.add(cita.clave)
            if cita.clave not in puestos:
                hallazgo = _sin_definir(cita.clave, None if fuentes is None else puestos)
                hallazgos.append(_en(hallazgo, texto, cita))
    hallazgos += [_sin_citar(clave, n) for clave, n in puestos.items() if clave not in usadas]
    return [*hallazgos, *_otras(fuentes or (), {id(texto): leido for texto, leido in leidos})]


def _en(hallazgo: Hallazgo, texto: TextoCrudo, cita: CitaDeFuente) -> Hallazgo:
    """El hallazgo donde está la cita; si sus renglones no lo son del archivo, donde empiezan."""
    escalar = texto.escalar
    if escalar is None:
        return hallazgo
    hallazgo = replace(hallazgo, ruta=escalar.ruta)
    if escalar.cuerpo is None:
        return hallazgo.en(escalar.lugar)
    return hallazgo.en(replace(escalar.cuerpo, linea=cita.linea, columna=cita.columna))


def _sin_definir(clave: str, puestos: Mapping[str, int] | None) -> Hallazgo:
    if puestos is None:
        mensaje = f"Este documento no lleva «{CAMPO}»: no se puede citar «{clave}»."
        remedio = "Escriba la referencia en una nota al pie: texto^[Referencia.]."
    else:
        mensaje = f"No hay ninguna fuente «{clave}»."
        remedio = f"{sugerencia(clave, puestos)} Defínala en «{CAMPO}», con esa clave.".strip()
    return _error("FUE001", "", mensaje, remedio)


def _sin_citar(clave: str, puesto: int) -> Hallazgo:
    return _error(
        "FUE002",
        f"{CAMPO}[{puesto + 1}].clave",
        f"La fuente «{clave}» está definida y ningún texto la cita.",
        f"Cítela con {{fuente: {clave}}}, o bórrela.",
    )


def _otras(fuentes: Sequence[Fuente], leidos: Mapping[int, Marcado]) -> Iterator[Hallazgo]:
    """Exige que las referencias que escribió el asesor sean un párrafo sin notas ni fuentes."""
    for puesto, fuente in enumerate(fuentes, 1):
        for campo in ("completa", "corta") if fuente.otra is not None else ():
            escrito = getattr(fuente.otra, campo)
            if isinstance(escrito, Falta):
                continue
            bloques = leidos[id(escrito)].bloques
            llano = len(bloques) == 1 and isinstance(bloques[0], Parrafo)
            if not llano or any(hallar(bloques, CitaDeFuente, Nota)):
                yield _error(
                    "FUE008",
                    f"{CAMPO}[{puesto}].otra.{campo}",
                    "La referencia de una fuente es un párrafo, sin títulos, listas, notas ni "
                    "otras fuentes.",
                    "Escríbala de corrido; puede llevar cursivas y vínculos.",
                )


def _error(codigo: str, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    return Hallazgo(
        codigo=codigo, gravedad=Gravedad.ERROR, ruta=ruta, mensaje=mensaje, remedio=remedio
    )
