"""La resolución que suscribe el plan de internacionalización y anual de ventas."""

from __future__ import annotations

from generador.catalogos.calendario import calendario
from generador.modelo import suscripcion_plan as modelo
from generador.redaccion import oficio_remisorio
from generador.redaccion import suscripcion_plan as redaccion
from generador.redaccion.senas import senas_del_plan
from generador.reglas import plan
from generador.reglas.plan.parametros import parametros
from generador.reglas.plan.tramite import Regimen
from generador.tipos.tipo import Copias, Tipo

SUSCRIPCION_PLAN = Tipo(
    nombre=modelo.TIPO,
    modelo=modelo.CasoSuscripcionPlan,
    revisar=plan.revisar,
    redactar=redaccion.redactar,
    epigrafe=redaccion.epigrafe,
    regimen=lambda: Regimen(parametros(), calendario()),
    copias=Copias(
        redaccion.nombre_del_acto,
        redaccion.destinatarios,
        senas_del_plan,
        oficio_remisorio.redactar,
    ),
)
