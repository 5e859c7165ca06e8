"""El oficio que acompaña cada copia: a quién va, qué copia es y cómo se comprueba.

Fuente: remisión de copias del acto (parágrafo del artículo 92 del proyecto).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generador.lengua.cantidades import cantidad
from generador.lengua.fechas import fecha_larga
from generador.lengua.numeros import Genero
from generador.redaccion.documento import Redaccion
from generador.redaccion.suscripcion_plan import metadatos, nombre_del_acto

if TYPE_CHECKING:
    from generador.modelo.suscripcion_plan import CasoSuscripcionPlan

PLANTILLA = "oficio_remisorio"
ESPACIO_FECHA = "____ de ______________ de ______"


@dataclass(frozen=True, slots=True)
class CopiaRemitida:
    """La copia que el oficio acompaña: su número, sus páginas y la huella del acto original.

    `sellada` es falso si el acto trae firma digital y va tal cual, sin sello.
    """

    numero: int
    total: int
    destinatario: str
    lineas: tuple[str, ...]
    paginas: int
    longitud: int
    sha256: str
    sellada: bool


def redactar(acto: Redaccion, caso: CasoSuscripcionPlan, copia: CopiaRemitida) -> Redaccion:
    """Reúne lo que dice el oficio; los datos del acto son los mismos del acto ya redactado."""
    remision = caso.remision
    firmante = remision.firmante if remision and remision.firmante else caso.acto.firmante
    fecha = remision.fecha if remision else None
    contexto: dict[str, object] = {
        clave: acto.contexto[clave]
        for clave in ("epigrafe", "normas", "articulos", "usuario", "zona")
    }
    contexto |= {
        "acto": {"nombre": nombre_del_acto(caso)},
        "oficio": {
            "ciudad": caso.acto.ciudad,
            "fecha_o_espacio": fecha_larga(fecha) if fecha else ESPACIO_FECHA,
        },
        "remitente": {
            "entidad": caso.acto.entidad,
            "nombre": firmante.nombre,
            "cargo": firmante.cargo,
        },
        "responsables": {
            "proyecto": {"nombre": caso.acto.proyecto.nombre, "cargo": caso.acto.proyecto.cargo}
        },
        "destinatario": {"nombre": copia.destinatario, "lineas": list(copia.lineas)},
        "copia": {
            "numero": str(copia.numero),
            "total": str(copia.total),
            "paginas": cantidad(copia.paginas, "página", "páginas", Genero.FEMENINO),
            "bytes": str(copia.longitud),
            "huella": copia.sha256,
            "sellada": copia.sellada,
        },
    }
    titulo = (
        f"Oficio remisorio de la copia {copia.numero} de {copia.total}: {nombre_del_acto(caso)}"
    )
    datos = metadatos(caso)
    return Redaccion(
        PLANTILLA,
        contexto,
        replace(datos, titulo=titulo, asunto=titulo, fecha=fecha or datos.fecha),
    )
