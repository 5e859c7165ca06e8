"""Las fechas del expediente: que vayan en orden, que se conozcan sus festivos, y el reporte."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from generador.errores import DatoInvalido
from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.fechas import fecha_larga
from generador.modelo.falta import exigir
from generador.reglas.terminos import fecha_fija

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.modelo.suscripcion_plan import CasoSuscripcionPlan
    from generador.reglas.plan.tramite import Regimen


def revisar_reporte(caso: CasoSuscripcionPlan, regimen: Regimen) -> Iterator[Hallazgo]:
    """Avisa si la fecha fija del reporte anual cae en día inhábil: el acto cita la de la ley."""
    gran_contribuyente = exigir(caso.usuario_industrial.gran_contribuyente)
    anio = exigir(caso.plan.anio_gravable)
    if regimen.parametros.limite_de_solicitud(anio) is None:
        return
    limite = regimen.parametros.fecha_del_reporte(anio, gran_contribuyente=gran_contribuyente)
    fija = fecha_fija(limite, regimen.calendario)
    if fija.efectiva != fija.fecha:
        yield Hallazgo(
            codigo="PLAN071",
            gravedad=Gravedad.AVISO,
            ruta="plan.anio_gravable",
            mensaje=f"El reporte de {anio} se presenta a más tardar el {fecha_larga(fija.fecha)}, "
            f"día inhábil ({regimen.calendario.motivo(fija.fecha)}); el hábil siguiente es el "
            f"{fecha_larga(fija.efectiva)}.",
            remedio="El acto dice la fecha de la ley; decida si lo acepta hasta el día hábil.",
        )


def _hitos(caso: CasoSuscripcionPlan) -> list[tuple[str, date]]:
    """Las fechas del expediente, con su ruta, en el orden en que deben ocurrir."""
    hitos: list[tuple[str, date | None]] = [
        ("usuario_industrial.fecha_condicion", caso.usuario_industrial.fecha_condicion),
        ("solicitud.fecha", caso.solicitud.fecha),
    ]
    requerimiento = caso.requerimiento
    if requerimiento is not None:
        hitos.append(("requerimiento.fecha", requerimiento.fecha))
        if requerimiento.prorroga is not None:
            hitos.append(("requerimiento.prorroga.solicitada", requerimiento.prorroga.solicitada))
        if requerimiento.respuesta is not None:
            hitos.append(("requerimiento.respuesta.fecha", requerimiento.respuesta.fecha))
    hitos.append(("acto.fecha", caso.acto.fecha))
    if caso.remision is not None:
        hitos.append(("remision.fecha", caso.remision.fecha))
    return [(ruta, fecha) for ruta, fecha in hitos if fecha is not None]


def revisar_calendario(caso: CasoSuscripcionPlan, regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que de cada fecha que cuenta en un término se conozcan los festivos."""
    for ruta, fecha in _hitos(caso)[1:]:
        if isinstance(fecha, date):
            try:
                regimen.calendario.motivo(fecha)
            except DatoInvalido as error:
                yield Hallazgo(
                    codigo="PLAN099",
                    gravedad=Gravedad.ERROR,
                    ruta=ruta,
                    mensaje=error.mensaje,
                    remedio=error.remedio,
                )


def revisar_evidencias(caso: CasoSuscripcionPlan, regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que ninguna evidencia sea posterior al acto que la da por vista."""
    acto = caso.acto.fecha
    if acto is None:
        return
    acto = exigir(acto)
    for legal in regimen.parametros.requisitos:
        requisito = getattr(caso.requisitos, legal.clave)
        for n, evidencia in enumerate(requisito.evidencia, 1):
            if isinstance(evidencia.fecha, date) and evidencia.fecha > acto:
                yield Hallazgo(
                    codigo="PLAN046",
                    gravedad=Gravedad.ERROR,
                    ruta=f"requisitos.{legal.clave}.evidencia[{n}].fecha",
                    mensaje=f"La evidencia es del {fecha_larga(evidencia.fecha)}, posterior al "
                    f"acto ({fecha_larga(acto)}).",
                    remedio="Revise las dos fechas.",
                )


def revisar_orden(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que las fechas del expediente vayan en orden, las que haya."""
    hitos = _hitos(caso)
    presentes = [(ruta, fecha) for ruta, fecha in hitos if isinstance(fecha, date)]
    for (antes, primera), (despues, segunda) in pairwise(presentes):
        if segunda < primera:
            yield Hallazgo(
                codigo="PLAN019",
                gravedad=Gravedad.ERROR,
                ruta=despues,
                mensaje=f"«{despues}» ({fecha_larga(segunda)}) es anterior a «{antes}» "
                f"({fecha_larga(primera)}).",
                remedio="Revise las dos fechas.",
            )
    for _, fecha in hitos:
        exigir(fecha)
