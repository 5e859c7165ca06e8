"""El trámite de la solicitud: sus términos, y qué acto corresponde según lo que pasó.

Fuente: revisión y suscripción del plan (artículo 91 del proyecto). Quince días hábiles para
decidir; si se requirió, quince para responder y una sola prórroga; con la respuesta completa, un
mes para expedir. Sin respuesta completa en término, desistimiento.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generador.catalogos.calendario import Calendario
from generador.errores import DatoFaltante, DatoInvalido
from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.fechas import fecha_larga
from generador.modelo.falta import exigir
from generador.reglas.plan.parametros import Parametros
from generador.reglas.terminos import Unidad, Vencimiento, dias_habiles, fecha_fija, meses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.modelo.suscripcion_plan import CasoSuscripcionPlan, Requerimiento

AUN_NO = "que esta versión aún no genera"
NEGACION = f"la negación (negacion-plan, {AUN_NO})"
REQUERIMIENTO = f"el requerimiento (requerimiento-plan, {AUN_NO})"
DESISTIMIENTO = f"el desistimiento (desistimiento-plan, {AUN_NO})"


@dataclass(frozen=True, slots=True)
class Regimen:
    """Contra qué se mide un caso: los parámetros legales y el calendario."""

    parametros: Parametros
    calendario: Calendario


def vencimiento_de_respuesta(requerimiento: Requerimiento, regimen: Regimen) -> date:
    """Hasta cuándo se puede responder el requerimiento, contada la prórroga si la hubo.

    Una prórroga pedida tarde no vale; la que pasa del máximo vale hasta el máximo.
    """
    inicial, prorroga = _vencimiento_inicial(requerimiento, regimen), requerimiento.prorroga
    if prorroga is None or prorroga.solicitada > inicial:
        return inicial
    dias = min(prorroga.dias, regimen.parametros.terminos.prorroga_maxima_dias_habiles)
    return dias_habiles(inicial, dias, regimen.calendario).vence if dias else inicial


def _vencimiento_inicial(requerimiento: Requerimiento, regimen: Regimen) -> date:
    """El término para responder, sin prórroga."""
    dias = regimen.parametros.terminos.respuesta_dias_habiles
    return dias_habiles(exigir(requerimiento.fecha), dias, regimen.calendario).vence


def vencimiento_para_decidir(caso: CasoSuscripcionPlan, regimen: Regimen) -> Vencimiento:
    """Hasta cuándo se decide: desde la solicitud o, si se subsanó, desde la respuesta."""
    terminos = regimen.parametros.terminos
    requerimiento = caso.requerimiento
    if requerimiento is not None and requerimiento.respuesta is not None:
        desde = exigir(requerimiento.respuesta.fecha)
        return meses(desde, terminos.decision_tras_respuesta_meses, regimen.calendario)
    desde = exigir(caso.solicitud.fecha)
    return dias_habiles(desde, terminos.decision_dias_habiles, regimen.calendario)


def solicitud_extemporanea(caso: CasoSuscripcionPlan, regimen: Regimen) -> bool:
    """Si se radicó después de la fecha fija o, si esta cae en inhábil, del hábil siguiente."""
    limite = regimen.parametros.limite_de_solicitud(caso.plan.anio_gravable)
    if limite is None:
        return False
    return caso.solicitud.fecha > fecha_fija(limite, regimen.calendario).efectiva


def acto_que_corresponde(caso: CasoSuscripcionPlan, regimen: Regimen) -> str:
    """Qué corresponde hacer con una solicitud a la que le falta un requisito.

    Devuelve una frase: el requerimiento si no se ha requerido; esperar, si el término corre;
    el desistimiento si venció sin respuesta completa; la negación si respondió completo y el
    requisito sigue sin cumplirse, o si la solicitud fue extemporánea. Mientras el acto no tenga
    fecha no se sabe si el término venció: la frase dice las dos cosas.
    """
    if solicitud_extemporanea(caso, regimen):
        return NEGACION
    requerimiento = caso.requerimiento
    if requerimiento is None:
        return REQUERIMIENTO
    vence = vencimiento_de_respuesta(requerimiento, regimen)
    respuesta = requerimiento.respuesta
    if respuesta is not None and respuesta.fecha > vence:
        return DESISTIMIENTO
    if respuesta is not None and respuesta.completa:
        return NEGACION
    esperar = f"esperar la respuesta completa, cuyo término vence el {fecha_larga(vence)}"
    if caso.acto.fecha is None:
        return f"{esperar}, y si no llega, {DESISTIMIENTO}"
    return esperar if caso.acto.fecha <= vence else DESISTIMIENTO


def remedio_si_no_procede(caso: CasoSuscripcionPlan, regimen: Regimen) -> str:
    """«Corresponde …», aunque al caso le falten los datos para saberlo."""
    try:
        return f"Corresponde {acto_que_corresponde(caso, regimen)}."
    except (DatoFaltante, DatoInvalido) as error:
        return f"No se sabe qué acto corresponde. {error.mensaje}"


def _error(codigo: str, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    return Hallazgo(
        codigo=codigo, gravedad=Gravedad.ERROR, ruta=ruta, mensaje=mensaje, remedio=remedio
    )


def _aviso(codigo: str, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    return Hallazgo(
        codigo=codigo, gravedad=Gravedad.AVISO, ruta=ruta, mensaje=mensaje, remedio=remedio
    )


def revisar_solicitud(caso: CasoSuscripcionPlan, regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que la solicitud se presentó en tiempo (artículo 89, numeral 3, del proyecto)."""
    limite = regimen.parametros.limite_de_solicitud(caso.plan.anio_gravable)
    if limite is None:
        yield _error(
            "PLAN010",
            "plan.anio_gravable",
            f"El régimen no prevé un plan para el año gravable {caso.plan.anio_gravable}.",
            "Corrija el año gravable.",
        )
        return
    fija = fecha_fija(limite, regimen.calendario)
    if solicitud_extemporanea(caso, regimen):
        yield _error(
            "PLAN011",
            "solicitud.fecha",
            f"La solicitud es extemporánea: para el año gravable {caso.plan.anio_gravable} podía "
            f"radicarse hasta el {fecha_larga(fija.efectiva)}.",
            f"No procede suscribir. {remedio_si_no_procede(caso, regimen)}",
        )
    elif caso.solicitud.fecha > fija.fecha:
        yield _aviso(
            "PLAN012",
            "solicitud.fecha",
            f"La fecha fija era el {fecha_larga(fija.fecha)}, día inhábil; la solicitud llegó a "
            f"más tardar el hábil siguiente, {fecha_larga(fija.efectiva)}.",
            "Decida si acepta la solicitud: Minuta no la rechaza.",
        )


def revisar_requerimiento(caso: CasoSuscripcionPlan, regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que el requerimiento se haya respondido completo y en término."""
    requerimiento = caso.requerimiento
    if requerimiento is None:
        return
    respuesta = requerimiento.respuesta
    vence = vencimiento_de_respuesta(requerimiento, regimen)
    if respuesta is None:
        yield _error(
            "PLAN013",
            "requerimiento",
            f"Se requirió y el caso no trae respuesta; el término vence el {fecha_larga(vence)}.",
            f"No procede suscribir. {remedio_si_no_procede(caso, regimen)}",
        )
    elif respuesta.fecha > vence or not respuesta.completa:
        motivo = "llegó tarde" if respuesta.fecha > vence else "no está completa"
        yield _error(
            "PLAN014",
            "requerimiento.respuesta",
            f"La respuesta al requerimiento {motivo}; el término vencía el {fecha_larga(vence)}.",
            f"No procede suscribir. {remedio_si_no_procede(caso, regimen)}",
        )


def revisar_fecha_del_requerimiento(
    caso: CasoSuscripcionPlan, regimen: Regimen
) -> Iterator[Hallazgo]:
    """Avisa si se requirió cuando ya había vencido el término para decidir."""
    requerimiento = caso.requerimiento
    if requerimiento is None:
        return
    dias = regimen.parametros.terminos.decision_dias_habiles
    vence = dias_habiles(exigir(caso.solicitud.fecha), dias, regimen.calendario).vence
    if requerimiento.fecha > vence:
        yield _aviso(
            "PLAN070",
            "requerimiento.fecha",
            f"Se requirió vencido el término para decidir la solicitud, el {fecha_larga(vence)}.",
            "El requerimiento vale, pero deje constancia de la razón de la demora.",
        )


def revisar_prorroga(caso: CasoSuscripcionPlan, regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que la prórroga se pidió antes de vencer el término."""
    requerimiento = caso.requerimiento
    if requerimiento is None or requerimiento.prorroga is None:
        return
    inicial = _vencimiento_inicial(requerimiento, regimen)
    if requerimiento.prorroga.solicitada > inicial:
        yield _error(
            "PLAN015",
            "requerimiento.prorroga.solicitada",
            f"La prórroga se pidió después de vencer el término, el {fecha_larga(inicial)}.",
            "No vale: borre la prórroga o corrija la fecha.",
        )


def revisar_dias_de_prorroga(caso: CasoSuscripcionPlan, regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que la prórroga no pase del término inicial."""
    requerimiento = caso.requerimiento
    if requerimiento is None or requerimiento.prorroga is None:
        return
    dias = requerimiento.prorroga.dias
    maximo = regimen.parametros.terminos.prorroga_maxima_dias_habiles
    if not 1 <= dias <= maximo:
        yield _error(
            "PLAN016",
            "requerimiento.prorroga.dias",
            f"La prórroga es de {Unidad.HABILES.cuantos(dias)} y puede ser de 1 a {maximo}.",
            "Corrija los días concedidos.",
        )


def revisar_decision(caso: CasoSuscripcionPlan, regimen: Regimen) -> Iterator[Hallazgo]:
    """Avisa si el acto se expide vencido el término para decidir.

    Mientras se espera la respuesta al requerimiento, ese término no corre.
    """
    fecha, requerimiento = caso.acto.fecha, caso.requerimiento
    esperando = requerimiento is not None and requerimiento.respuesta is None
    if fecha is None or esperando:
        return
    vence = vencimiento_para_decidir(caso, regimen).vence
    demora = caso.acto.constancia_demora
    if fecha > vence and demora is None:
        yield _aviso(
            "PLAN017",
            "acto.fecha",
            f"El término para decidir venció el {fecha_larga(vence)}.",
            "El acto puede expedirse, pero deje constancia de la razón de la demora en "
            "«acto.constancia_demora».",
        )
    if fecha <= vence and demora is not None:
        yield _aviso(
            "PLAN072",
            "acto.constancia_demora",
            f"El acto está en término, que vence el {fecha_larga(vence)}: la constancia de la "
            "demora no irá en él.",
            "Bórrela o corrija la fecha del acto.",
        )


def revisar_dia_del_acto(caso: CasoSuscripcionPlan, regimen: Regimen) -> Iterator[Hallazgo]:
    """Avisa si el acto se fecha en un día inhábil, o si tiene número y no fecha, o al revés."""
    acto = caso.acto
    if (acto.numero is None) != (acto.fecha is None):
        falta = "número" if acto.numero is None else "fecha"
        yield _aviso(
            "PLAN003",
            "acto",
            f"El acto no tiene {falta}: sigue siendo un proyecto y no se expiden copias oficiales.",
            "Complete «numero» y «fecha», o deje los dos sin escribir.",
        )
    if acto.fecha is None:
        return
    fecha = exigir(acto.fecha)
    motivo = regimen.calendario.motivo(fecha)
    if motivo:
        yield _aviso(
            "PLAN018",
            "acto.fecha",
            f"El {fecha_larga(fecha)} no es día hábil ({motivo}).",
            "Confirme la fecha de expedición.",
        )
