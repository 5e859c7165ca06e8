"""Las reglas de la suscripción del plan: datos y hallazgos, nunca prosa del acto."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from generador.errores import DatoFaltante, DatoInvalido
from generador.hallazgos import Gravedad, Hallazgo
from generador.reglas.plan import cuadro, fechas, partes, progresividad, requisitos, tramite
from generador.reglas.plan.tramite import Regimen

if TYPE_CHECKING:
    from generador.modelo.suscripcion_plan import CasoSuscripcionPlan

Regla = Callable[["CasoSuscripcionPlan", Regimen], Iterable[Hallazgo]]

# Cada regla con la parte del caso que mira; son pequeñas para que un dato que falta no esconda
# lo que se puede decir de los demás.
REGLAS: tuple[tuple[str, Regla], ...] = (
    ("articulado", partes.revisar_regimen),
    ("usuario_industrial.fecha_condicion", partes.revisar_exigibilidad),
    ("acto.fecha", fechas.revisar_calendario),
    ("acto.fecha", fechas.revisar_orden),
    ("requisitos", fechas.revisar_evidencias),
    ("plan.anio_gravable", tramite.revisar_solicitud),
    ("requerimiento.fecha", tramite.revisar_fecha_del_requerimiento),
    ("requerimiento.fecha", tramite.revisar_prorroga),
    ("requerimiento.prorroga", tramite.revisar_dias_de_prorroga),
    ("requerimiento.fecha", tramite.revisar_requerimiento),
    ("acto.fecha", tramite.revisar_decision),
    ("acto.fecha", tramite.revisar_dia_del_acto),
    ("plan.anio_gravable", fechas.revisar_reporte),
    ("plan.proyeccion.diferentes", cuadro.revisar_diferentes),
    ("plan.proyeccion.total", cuadro.revisar_total),
    ("plan.proyeccion.porcentajes", cuadro.revisar_porcentajes),
    ("plan.primer_plan", progresividad.revisar_primer_plan),
    ("plan.plan_anterior", progresividad.revisar_anio_anterior),
    ("plan.plan_anterior", progresividad.revisar_metas_anteriores),
    ("plan.plan_anterior", progresividad.revisar),
    ("requisitos.estados_financieros", requisitos.revisar_estados_financieros),
    ("requisitos.estados_financieros", requisitos.revisar_decision),
    ("representante.calidad", requisitos.revisar_apoderado),
    ("zona_franca.seccionales", partes.revisar_seccionales),
    ("zona_franca.municipio", partes.revisar_localizacion),
    ("usuario_operador.razon_social", partes.revisar_operador),
    ("notificacion", partes.revisar_notificacion),
)


def revisar(caso: CasoSuscripcionPlan, regimen: Regimen) -> list[Hallazgo]:
    """Aplica todas las reglas; la que necesita un dato ausente lo dice y no se da por cumplida.

    Si varias tropiezan con lo mismo (una fecha fuera del calendario), se informa una sola vez.
    """
    hallazgos: list[Hallazgo] = []
    por_requisito: list[tuple[str, Regla]] = [
        (f"requisitos.{legal.clave}", partial(requisitos.revisar, legal))
        for legal in regimen.parametros.requisitos
    ]
    for ruta, regla in [*REGLAS, *por_requisito]:
        try:
            hallazgos.extend(regla(caso, regimen))
        except DatoFaltante as falta:
            hallazgos.append(_no_comprobada(falta.ruta))
        except DatoInvalido as error:
            if error.mensaje not in {h.mensaje for h in hallazgos}:
                hallazgos.append(
                    Hallazgo(
                        codigo="PLAN099",
                        gravedad=Gravedad.ERROR,
                        ruta=ruta,
                        mensaje=error.mensaje,
                        remedio=error.remedio,
                    )
                )
    return list(dict.fromkeys(hallazgos))


def _no_comprobada(ruta: str) -> Hallazgo:
    return Hallazgo(
        codigo="PLAN098",
        gravedad=Gravedad.NOTA,
        ruta=ruta,
        mensaje=f"No se pudo comprobar una regla porque falta «{ruta}».",
    )
