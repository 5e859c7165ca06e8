"""Las señas de un acto: lo que su texto tiene que decir para ser el de un caso.

Sirven para comprobar un Word editado o un PDF firmado antes de hacer sus copias.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generador.lengua.fechas import fecha_larga
from generador.lengua.pesos import en_letras_y_cifras
from generador.redaccion.suscripcion_plan import destinatarios, epigrafe

if TYPE_CHECKING:
    from generador.modelo.suscripcion_plan import CasoSuscripcionPlan


def senas_del_plan(caso: CasoSuscripcionPlan) -> Iterator[tuple[str, str]]:
    """Nombre y valor de cada seña de la resolución que suscribe un plan.

    Son los hechos del contenido mínimo (artículo 92 del proyecto): quién, dónde, cuánto y a quién
    se le remite. La prosa puede cambiar; esto no.
    """
    usuario, proyeccion = caso.usuario_industrial, caso.plan.proyeccion
    if caso.acto.numero is not None and caso.acto.fecha is not None:
        yield "el número", caso.acto.numero
        yield "la fecha", fecha_larga(caso.acto.fecha)
    yield "el epígrafe", epigrafe(caso)
    yield "la razón social", usuario.razon_social
    yield "el NIT", usuario.nit
    yield "la localización", usuario.localizacion
    yield "la zona franca", caso.zona_franca.nombre
    yield "el radicado de la solicitud", caso.solicitud.radicado
    yield "el objetivo máximo en el TAN", en_letras_y_cifras(proyeccion.ventas_tan)
    yield (
        "el de los demás ingresos",
        en_letras_y_cifras(proyeccion.ajenos_actividad),
    )
    yield "el recurso", "recurso de reposición"
    for destinatario, _ in destinatarios(caso):
        yield "el destinatario de una copia", destinatario
