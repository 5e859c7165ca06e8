"""Los requisitos de la solicitud, uno por uno, con su evidencia.

Fuente: requisitos para la suscripción del plan (artículo 89 del proyecto). La lista es un dato
versionado; el que no `bloquea` deja el incumplimiento en aviso hasta que se verifique su vigencia.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.fechas import fecha_larga
from generador.modelo.falta import exigir
from generador.modelo.suscripcion_plan import APODERADOS
from generador.reglas.plan.parametros import articulado_de
from generador.reglas.plan.tramite import Regimen, remedio_si_no_procede

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.modelo.suscripcion_plan import CasoSuscripcionPlan, Requisito
    from generador.reglas.plan.parametros import RequisitoLegal


def revisar(
    legal: RequisitoLegal, caso: CasoSuscripcionPlan, regimen: Regimen
) -> Iterator[Hallazgo]:
    """Comprueba el estado de un requisito y que lo cumplido tenga evidencia."""
    requisito: Requisito = getattr(caso.requisitos, legal.clave)
    if requisito.estado != "cumple":
        yield _incumplido(caso, regimen, legal)
    elif not requisito.evidencia:
        yield Hallazgo(
            codigo="PLAN041",
            gravedad=Gravedad.ERROR if legal.bloquea else Gravedad.AVISO,
            ruta=f"requisitos.{legal.clave}",
            mensaje=f"El requisito «{legal.nombre}» se da por cumplido sin evidencia.",
            remedio="Añada en «evidencia» el documento, sus folios o radicado y su fecha.",
        )


def _incumplido(caso: CasoSuscripcionPlan, regimen: Regimen, legal: RequisitoLegal) -> Hallazgo:
    articulo = articulado_de(caso, regimen.parametros)["requisitos"]
    estado = getattr(caso.requisitos, legal.clave).estado
    mensaje = f"«{legal.nombre}» (artículo {articulo}, numeral {legal.numeral}) está «{estado}»."
    if not legal.bloquea:
        return Hallazgo(
            codigo="PLAN042",
            gravedad=Gravedad.AVISO,
            ruta=f"requisitos.{legal.clave}.estado",
            mensaje=mensaje,
            remedio="Su vigencia no está verificada: decida si impide suscribir el plan; si no, el "
            "acto dirá por qué, con «decision».",
        )
    remedio = remedio_si_no_procede(caso, regimen)
    if estado == "requerido" and _respondido(caso):
        remedio = f"Si la respuesta lo subsanó, escriba «estado: cumple». Si no: {remedio}"
    return Hallazgo(
        codigo="PLAN040",
        gravedad=Gravedad.ERROR,
        ruta=f"requisitos.{legal.clave}.estado",
        mensaje=f"{mensaje} No procede suscribir el plan.",
        remedio=remedio,
    )


def _respondido(caso: CasoSuscripcionPlan) -> bool:
    return caso.requerimiento is not None and caso.requerimiento.respuesta is not None


def revisar_decision(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Exige que se diga por qué se suscribe sin tener por cumplidos los estados financieros."""
    requisito = caso.requisitos.estados_financieros
    if requisito.estado != "cumple" and requisito.decision is None:
        yield Hallazgo(
            codigo="PLAN045",
            gravedad=Gravedad.ERROR,
            ruta="requisitos.estados_financieros",
            mensaje=f"Los estados financieros están «{requisito.estado}» y el caso no dice por qué "
            "el Ministerio suscribe el plan.",
            remedio="Añada «decision», que irá en los considerandos, o no suscriba el plan.",
        )


def revisar_apoderado(caso: CasoSuscripcionPlan, regimen: Regimen) -> Iterator[Hallazgo]:
    """Avisa si presenta la solicitud un apoderado: el decreto habla del representante legal."""
    if exigir(caso.representante.calidad) in APODERADOS:
        articulo = articulado_de(caso, regimen.parametros)["requisitos"]
        yield Hallazgo(
            codigo="PLAN044",
            gravedad=Gravedad.AVISO,
            ruta="representante.calidad",
            mensaje=f"El artículo {articulo} dice que la solicitud la presenta el representante "
            f"legal, y la presentó {caso.representante.calidad}.",
            remedio="Confirme que el poder lo faculta para pedir la suscripción del plan.",
        )


def revisar_estados_financieros(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Avisa si el corte no es el último día del mes anterior a la solicitud."""
    esperado = exigir(caso.solicitud.fecha).replace(day=1) - timedelta(days=1)
    corte = exigir(caso.requisitos.estados_financieros.corte)
    if corte != esperado:
        yield Hallazgo(
            codigo="PLAN043",
            gravedad=Gravedad.AVISO,
            ruta="requisitos.estados_financieros.corte",
            mensaje=f"El corte es el {fecha_larga(corte)} y se esperaba {fecha_larga(esperado)}, "
            "último día del mes anterior a la solicitud.",
            remedio="Decida si acepta ese corte: la vigencia de este requisito no está verificada.",
        )
