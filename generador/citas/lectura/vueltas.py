"""Resolver una vuelta: a qué norma, y a qué lugar, remite «la citada ley» o «este artículo»."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.cita import Modo
from generador.citas.lectura.destino import Destino
from generador.citas.lectura.memoria import ESTE_ACTO
from generador.citas.localizador import NIVELES
from generador.citas.norma import Norma, Tipo

if TYPE_CHECKING:
    from generador.citas.lectura.anaforas import Vuelta
    from generador.citas.lectura.caminos import Camino
    from generador.citas.lectura.memoria import Memoria
    from generador.citas.lectura.piezas import Piezas

_RANGO = {nivel: orden for orden, nivel in enumerate(NIVELES)}
_PARRAFOS = 2


def resolver(p: Piezas, memoria: Memoria, vuelta: Vuelta, caminos: tuple[Camino, ...]) -> Destino:
    """El destino de la vuelta; su norma es `None` si no hay a qué volver."""
    norma: Norma | None
    if vuelta.modo is Modo.PRESENTE:
        norma, base = _presente(memoria, vuelta, caminos)
    elif vuelta.nivel is not None:
        norma, base = _del_nivel(memoria, vuelta.nivel)
    else:
        voces = p.voz[vuelta.desde : vuelta.hasta]
        sujeto = next((v for v in voces if v in {"codigo", "estatuto"}), "")
        norma = memoria.de_tipo(vuelta.tipo, caminos, sujeto)
        base = _heredable(memoria, norma)
    return Destino(
        norma.tipo if norma is not None else vuelta.tipo or Tipo.LEY,
        norma,
        vuelta.desde,
        vuelta.hasta,
        vuelta.hasta,
        vuelta.modo,
        norma.numero if norma else None,
        norma.anio if norma else None,
        base if vuelta.nivel or caminos else (),
    )


def _heredable(memoria: Memoria, norma: Norma | None) -> Camino:
    """El artículo de que se venía hablando, si era de la misma norma."""
    ultima = memoria.ultima
    return ultima.camino if ultima is not None and ultima.norma == norma else ()


def _del_nivel(memoria: Memoria, nivel: str) -> tuple[Norma | None, Camino]:
    """«el artículo en mención», «el respectivo artículo»."""
    ultima = memoria.ultima
    if nivel in {"articulo", "paragrafo"}:
        ultima = memoria.con_articulo
        if ultima is not None and memoria.parrafo - ultima.parrafo > _PARRAFOS:
            ultima = None
    if ultima is None:
        return None, ()
    return ultima.norma, _hasta_nivel(ultima.camino, nivel)


def _presente(
    memoria: Memoria, vuelta: Vuelta, caminos: tuple[Camino, ...]
) -> tuple[Norma, Camino]:
    """«del presente artículo», «de este decreto»: de lo transcrito o del acto mismo."""
    marco = memoria.marco
    if marco is None or marco.norma is None or marco.propia:
        base = marco.camino if marco is not None else memoria.propio
        if vuelta.tipo is None and vuelta.nivel is None:
            return memoria.de_tipo(None, caminos, "") or ESTE_ACTO, ()
        return ESTE_ACTO, _hasta_nivel(base, vuelta.nivel) if vuelta.nivel else ()
    if vuelta.nivel is not None:
        return marco.norma, _hasta_nivel(marco.camino, vuelta.nivel)
    if vuelta.tipo is None or memoria.es_de(marco.norma, vuelta.tipo):
        return marco.norma, ()
    return memoria.de_tipo(vuelta.tipo, caminos, "") or ESTE_ACTO, ()


def _hasta_nivel(camino: Camino, nivel: str) -> Camino:
    """La parte del camino que llega al artículo (o al anexo o capítulo que se nombra)."""
    tope = min(_RANGO[nivel], _RANGO["articulo"])
    return tuple(par for par in camino if _RANGO[par[0]] <= tope)
