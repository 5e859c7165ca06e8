"""Los tipos de documento que Minuta sabe hacer: su modelo, sus reglas y su redacción."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generador.caso.arbol import Escalar, Mapa
from generador.errores import CasoRechazado, UsoIncorrecto
from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo import suscripcion_plan as modelo_plan
from generador.modelo.comunes import Modelo
from generador.redaccion import suscripcion_plan as redaccion_plan
from generador.redaccion.documento import Redaccion
from generador.redaccion.senas import senas_del_plan
from generador.reglas import plan
from generador.reglas.plan.tramite import Regimen
from generador.texto import clave, sugerencia


@dataclass(frozen=True, slots=True)
class Tipo:
    """Cómo se lee, se revisa y se redacta un documento.

    Las funciones reciben el modelo de su propio tipo: `Any` es la frontera de esta tabla.
    """

    nombre: str
    modelo: type[Modelo]
    revisar: Callable[[Any, Regimen], list[Hallazgo]]
    redactar: Callable[[Any, Regimen], Redaccion]
    epigrafe: Callable[[Any], str]
    nombre_del_acto: Callable[[Any], str]
    destinatarios: Callable[[Any], Sequence[tuple[str, Sequence[str]]]]
    senas: Callable[[Any], Iterable[tuple[str, str]]]


TIPOS: dict[str, Tipo] = {
    modelo_plan.TIPO: Tipo(
        nombre=modelo_plan.TIPO,
        modelo=modelo_plan.CasoSuscripcionPlan,
        revisar=plan.revisar,
        redactar=redaccion_plan.redactar,
        epigrafe=redaccion_plan.epigrafe,
        nombre_del_acto=redaccion_plan.nombre_del_acto,
        destinatarios=redaccion_plan.destinatarios,
        senas=senas_del_plan,
    )
}


def tipo_llamado(nombre: str) -> Tipo:
    """El tipo de ese nombre, tolerante a mayúsculas y guiones.

    Raises:
        UsoIncorrecto: no existe; sugiere el parecido y lista los que hay.

    >>> tipo_llamado("Suscripcion_Plan").nombre
    'suscripcion-plan'
    """
    for conocido, tipo in TIPOS.items():
        if clave(conocido) == clave(nombre):
            return tipo
    raise UsoIncorrecto(f"No se conoce el tipo «{nombre}».", _cuales(nombre))


def _cuales(nombre: str) -> str:
    return f"{sugerencia(nombre, TIPOS)} Tipos: {', '.join(TIPOS)}.".strip()


def tipo_de(raiz: Mapa) -> Tipo:
    """El tipo que el caso declara en su clave `tipo`.

    Raises:
        CasoRechazado: la clave falta o nombra un documento que no se conoce.
    """
    nodo = raiz.campos.get("tipo")
    if not isinstance(nodo, Escalar) or nodo.vacio:
        lugar = raiz.lugar if nodo is None else nodo.lugar
        mensaje = "El caso no dice qué documento es."
        remedio = f"Empiece el archivo con «tipo: {next(iter(TIPOS))}»."
    else:
        try:
            return tipo_llamado(nodo.texto)
        except UsoIncorrecto as error:
            lugar, mensaje, remedio = nodo.lugar, error.mensaje, error.remedio
    hallazgo = Hallazgo(
        codigo="TIPO001", gravedad=Gravedad.ERROR, ruta="tipo", mensaje=mensaje, remedio=remedio
    )
    raise CasoRechazado([hallazgo.en(lugar)])
