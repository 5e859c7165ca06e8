"""Que las fechas concuerden y que los términos se hayan cumplido.

Fuente: Ley 1437 de 2011, artículos 14 y 21 (sustituidos por la Ley 1755 de 2015).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.errores import DatoInvalido
from generador.hallazgos import Gravedad
from generador.lengua.fechas import fecha_larga
from generador.modelo.falta import exigir
from generador.reglas.acto_general.hallados import hallado
from generador.reglas.concepto.parametros import parametros
from generador.reglas.terminos import dias_habiles

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generador.catalogos.calendario import Calendario
    from generador.hallazgos import Hallazgo
    from generador.modelo.concepto import CasoConcepto

CONCEPTO, RADICACION, TRASLADO = "concepto.fecha", "radicacion.fecha", "traslado.fecha"


def revisar_orden(caso: CasoConcepto, _calendario: Calendario) -> Iterator[Hallazgo]:
    """Exige que cada cosa haya pasado después de la que la causa."""
    for ruta, fecha, antes in _sucesiones(caso):
        if fecha is not None and antes is not None and exigir(fecha) < exigir(antes[1]):
            yield hallado(
                "CON030",
                Gravedad.ERROR,
                ruta,
                f"El {fecha_larga(fecha)} es anterior a {antes[0]}, del {fecha_larga(antes[1])}.",
                "Corrija la fecha que esté mal.",
            )


def _sucesiones(
    caso: CasoConcepto,
) -> Iterator[tuple[str, date | None, tuple[str, date] | None]]:
    """Cada fecha, con lo que tuvo que pasar antes."""
    radicacion = ("la radicación de la petición", caso.radicacion.fecha)
    if caso.traslado is not None:
        recibida = ("el traslado con que llegó", caso.traslado.fecha)
        yield RADICACION, caso.radicacion.fecha, recibida
    yield CONCEPTO, caso.concepto.fecha, radicacion
    for i, punto in enumerate(caso.puntos_trasladados, 1):
        ruta = f"puntos_trasladados[{i}].fecha"
        yield ruta, punto.fecha, radicacion
        yield CONCEPTO, caso.concepto.fecha, (f"el traslado del punto {punto.punto}", punto.fecha)


def revisar_respuesta(caso: CasoConcepto, calendario: Calendario) -> Iterator[Hallazgo]:
    """Avisa si el concepto lleva una fecha posterior al término para responder."""
    if caso.concepto.fecha is not None:
        radicada = exigir(caso.radicacion.fecha)
        dias, fuente = parametros().para_responder(radicada)
        fecha = exigir(caso.concepto.fecha)
        que = "El concepto se expide"
        yield from _a_tiempo(CONCEPTO, (que, fecha), (radicada, dias, fuente), calendario)


def revisar_traslados(caso: CasoConcepto, calendario: Calendario) -> Iterator[Hallazgo]:
    """Avisa si un punto se trasladó vencido el término para hacerlo."""
    radicada, dias = exigir(caso.radicacion.fecha), parametros().traslado_dias_habiles
    for i, punto in enumerate(caso.puntos_trasladados, 1):
        que = f"El punto {punto.punto} se trasladó"
        yield from _a_tiempo(
            f"puntos_trasladados[{i}].fecha",
            (que, exigir(punto.fecha)),
            (radicada, dias, parametros().fuente),
            calendario,
        )


def _a_tiempo(
    ruta: str, hecho: tuple[str, date], termino: tuple[date, int, str], calendario: Calendario
) -> Iterator[Hallazgo]:
    que, fecha = hecho
    radicada, dias, fuente = termino
    try:
        vence = dias_habiles(radicada, dias, calendario).vence
    except DatoInvalido as error:
        yield hallado("CON032", Gravedad.AVISO, RADICACION, error.mensaje, error.remedio)
        return
    if fecha > vence:
        yield hallado(
            "CON031",
            Gravedad.AVISO,
            ruta,
            f"{que} el {fecha_larga(fecha)} y el término venció el {fecha_larga(vence)}: {dias} "
            f"días hábiles desde que se radicó ({fuente}).",
            "Confirme las fechas; si así fue, verifique que se haya informado la demora.",
        )
