"""Lo que el acto afirma de lo ocurrido: solo lo que consta en el caso.

Cada grupo trae banderas lógicas, de las que una sola es verdadera, y la plantilla escoge por ellas:
una bandera mal escrita en Word es un dato ausente y detiene el acto. En un borrador, lo que no
consta no se afirma: queda como falta.
"""

from __future__ import annotations

from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from generador.errores import DatoFaltante
from generador.lengua.cantidades import cantidad
from generador.lengua.fechas import fecha_larga
from generador.modelo.falta import Falta
from generador.redaccion.documento import o_falta, si_hay, si_se_puede
from generador.reglas.plan.progresividad import Comparacion, comparar
from generador.reglas.plan.tramite import (
    solicitud_extemporanea,
    vencimiento_de_respuesta,
    vencimiento_para_decidir,
)
from generador.reglas.terminos import fecha_fija

if TYPE_CHECKING:
    from collections.abc import Callable

    from generador.modelo.suscripcion_plan import CasoSuscripcionPlan, EstadosFinancieros, Evidencia
    from generador.reglas.plan.parametros import RequisitoLegal
    from generador.reglas.plan.tramite import Regimen


def consta(pregunta: Callable[[], bool]) -> bool:
    """Si es verdad y se sabe; con un dato que falta, no."""
    try:
        return pregunta()
    except DatoFaltante:
        return False


def solicitud(caso: CasoSuscripcionPlan, regimen: Regimen) -> dict[str, object]:
    """El radicado, y el término si se presentó en él: la fecha fija y, si hizo falta, la hábil."""
    datos: dict[str, object] = {"radicado": caso.solicitud.radicado, "fecha": caso.solicitud.fecha}
    limite = si_se_puede(lambda: regimen.parametros.limite_de_solicitud(caso.plan.anio_gravable))
    if not isinstance(limite, date) or not consta(
        lambda: not solicitud_extemporanea(caso, regimen)
    ):
        return {**datos, "en_termino": False, "en_dia_siguiente": False}
    fija = fecha_fija(limite, regimen.calendario)
    return {
        **datos,
        "en_termino": True,
        "en_dia_siguiente": caso.solicitud.fecha > fija.fecha,
        "limite": fija.fecha,
        "limite_habil": fija.efectiva,
    }


def exigibilidad(caso: CasoSuscripcionPlan, regimen: Regimen) -> dict[str, object]:
    """Si el usuario es anterior a que el plan fuera exigible, desde cuándo lo es y por qué."""
    desde = regimen.parametros.exigible_desde
    return {
        "voluntario": consta(lambda: caso.usuario_industrial.fecha_condicion < desde),
        "desde": desde,
        "fuente": regimen.parametros.fuente_exigible,
    }


def requerimiento(caso: CasoSuscripcionPlan, regimen: Regimen) -> dict[str, object] | None:
    """El requerimiento, su prórroga y su respuesta; en término, solo si lo fue y está completa."""
    hecho = caso.requerimiento
    if hecho is None:
        return None
    prorroga, respuesta = hecho.prorroga, o_falta(hecho.respuesta, "requerimiento.respuesta")
    vence = si_se_puede(lambda: vencimiento_de_respuesta(hecho, regimen))
    return {
        "oficio": si_hay(_sin_oficio, hecho.oficio),
        "fecha": hecho.fecha,
        "solicitado": hecho.solicitado,
        "prorroga": prorroga
        and {
            "dias": si_hay(lambda n: cantidad(n, "día hábil", "días hábiles"), prorroga.dias),
            "solicitada": prorroga.solicitada,
        },
        "respuesta": {"radicado": respuesta.radicado, "fecha": respuesta.fecha},
        "vence": vence,
        "atendido": consta(lambda: bool(respuesta.completa and respuesta.fecha <= vence)),
    }


def _sin_oficio(numero: str) -> str:
    """El número sin la palabra «oficio», que ya está en la plantilla."""
    primera, _, resto = numero.partition(" ")
    return resto.strip() if primera.casefold() == "oficio" and resto.strip() else numero


def demora(caso: CasoSuscripcionPlan, regimen: Regimen) -> dict[str, object] | None:
    """La constancia de la demora y cuándo venció el término; nada si el acto está en término."""
    constancia, fecha = caso.acto.constancia_demora, caso.acto.fecha
    vence = si_se_puede(lambda: vencimiento_para_decidir(caso, regimen).vence)
    if constancia is None or (fecha is not None and consta(lambda: fecha <= vence)):
        return None
    return {"vence": vence, "constancia": constancia}


def requisitos(caso: CasoSuscripcionPlan, regimen: Regimen) -> list[dict[str, object]]:
    """Las filas de la tabla de cumplimiento, en el orden del decreto."""
    filas: list[dict[str, object]] = []
    for legal in regimen.parametros.requisitos:
        requisito = getattr(caso.requisitos, legal.clave)
        evidencias = [_evidencia(e) for e in requisito.evidencia]
        if legal.clave == "estados_financieros":
            evidencias.insert(0, _estados_financieros(requisito))
        if requisito.observacion is not None:
            evidencias.append(requisito.observacion)
        estado = si_hay(lambda e: str(e).capitalize(), requisito.estado)
        fila = {"numeral": legal.numeral, "nombre": legal.nombre, "estado": estado}
        filas.append({**fila, "evidencias": evidencias})
    return filas


def _estados_financieros(requisito: EstadosFinancieros) -> str:
    corte = si_hay(fecha_larga, requisito.corte)
    return f"Estados financieros {requisito.tipo}, con corte al {corte}."


def _evidencia(evidencia: Evidencia) -> str:
    fecha = f", del {si_hay(fecha_larga, evidencia.fecha)}" if evidencia.fecha is not None else ""
    return f"{evidencia.documento}{fecha} ({evidencia.referencia})."


def cumplimiento(caso: CasoSuscripcionPlan, regimen: Regimen) -> dict[str, object]:
    """Si se cumplen todos, si el Ministerio decide sin uno que no bloquea, o si no se sabe."""
    sin_cumplir = [r for r in regimen.parametros.requisitos if not _se_cumple(caso, r)]
    financieros = caso.requisitos.estados_financieros
    decide = bool(sin_cumplir) and not any(legal.bloquea for legal in sin_cumplir)
    decide = decide and not isinstance(financieros.estado, Falta)
    ruta = f"requisitos.{sin_cumplir[0].clave}.estado" if sin_cumplir else ""
    return {
        "es_pleno": not sin_cumplir,
        "es_por_decision": decide,
        "pendiente": bool(sin_cumplir) and not decide,
        "dato_pendiente": Falta(ruta),
        "numeral": sin_cumplir[0].numeral if sin_cumplir else "",
        "decision": o_falta(financieros.decision, "requisitos.estados_financieros.decision"),
    }


def _se_cumple(caso: CasoSuscripcionPlan, legal: RequisitoLegal) -> bool:
    return consta(lambda: getattr(caso.requisitos, legal.clave).estado == "cumple")


def progresividad(caso: CasoSuscripcionPlan) -> dict[str, object]:
    """Si es el primer plan, o la comparación con el anterior; y si no se sabe, qué falta."""
    plan, anterior = caso.plan, caso.plan.plan_anterior
    if anterior is None:
        primero = consta(lambda: bool(plan.primer_plan))
        falta = plan.primer_plan if isinstance(plan.primer_plan, Falta) else _FALTA_ANTERIOR
        return {
            "es_primero": primero,
            "se_compara": False,
            "pendiente": not primero,
            "dato_pendiente": falta,
        }
    modificacion = anterior.modificacion
    comparacion = si_se_puede(lambda: comparar(caso))
    cifras = ("anterior", "actual", "porcentaje_anterior", "porcentaje_actual")
    return {
        "es_primero": False,
        "se_compara": True,
        "pendiente": False,
        "anio": anterior.anio_gravable,
        "acto": anterior.acto,
        "modificado": modificacion is not None,
        "modificacion": "" if modificacion is None else modificacion.acto,
        **{campo: si_hay(attrgetter(campo), comparacion) for campo in cifras},
        **_rumbo(comparacion),
        "justificacion": o_falta(
            plan.justificacion_progresividad, "plan.justificacion_progresividad"
        ),
        "valorado": plan.valoracion_progresividad is not None,
        "valoracion": o_falta(plan.valoracion_progresividad, "plan.valoracion_progresividad"),
    }


_FALTA_ANTERIOR = Falta("plan.plan_anterior")


def _rumbo(comparacion: Comparacion | Falta | None) -> dict[str, object]:
    """Hacia dónde van los ingresos en el TAN; si no bajan, en qué dejan de disminuir."""
    if not isinstance(comparacion, Comparacion):
        return {"sube": False, "disminuye": False, "igual": False, "sin_comparar": True} | {
            "dato_pendiente": comparacion
        }
    c = comparacion
    donde = {(0, 0): "", (0, -1): " en el valor", (-1, 0): " en el porcentaje"}
    return {
        "sube": c.sube,
        "disminuye": c.disminuye,
        "igual": not c.sube and not c.disminuye,
        "sin_comparar": False,
        "en_que": donde.get((c.valor, c.porcentaje), ""),
    }
