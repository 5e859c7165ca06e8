"""Los tipos de documento que Minuta sabe hacer: su modelo, sus reglas y su redacción."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generador.caso.arbol import Escalar, Mapa
from generador.catalogos.calendario import calendario
from generador.errores import CasoRechazado, UsoIncorrecto
from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo import acto_general as modelo_general
from generador.modelo import memoria as modelo_memoria
from generador.modelo import suscripcion_plan as modelo_plan
from generador.modelo.comunes import Modelo
from generador.redaccion import acto_general as redaccion_general
from generador.redaccion import memoria as redaccion_memoria
from generador.redaccion import suscripcion_plan as redaccion_plan
from generador.redaccion.documento import Redaccion
from generador.redaccion.senas import senas_del_plan
from generador.reglas import acto_general, memoria, plan
from generador.reglas.plan.parametros import parametros
from generador.reglas.plan.tramite import Regimen
from generador.texto import clave, sugerencia


@dataclass(frozen=True, slots=True)
class Copias:
    """Lo que hace falta para las copias oficiales, en los tipos que las tienen."""

    nombre_del_acto: Callable[[Any], str]
    destinatarios: Callable[[Any], Sequence[tuple[str, Sequence[str]]]]
    senas: Callable[[Any], Iterable[tuple[str, str]]]


def _sin_datos(_caso: Any) -> Mapping[str, str]:
    return {}


def _sin_anexos(_caso: Any, _regimen: Any) -> Mapping[str, Redaccion]:
    return {}


def _del_acto(caso: Any) -> tuple[Any, Any]:
    return caso.acto.numero, caso.acto.fecha


@dataclass(frozen=True, slots=True)
class Tipo:
    """Cómo se lee, se revisa y se redacta un documento.

    Las funciones reciben el modelo de su propio tipo y lo que dé `regimen` (contra qué se mide el
    caso): `Any` es la frontera de esta tabla. `datos` son los que los textos del caso citan por su
    nombre, ya escritos; `anexos`, los demás documentos del mismo caso, por el nombre de su archivo
    sin extensión: van en `anexos/`.
    """

    nombre: str
    modelo: type[Modelo]
    revisar: Callable[[Any, Any], list[Hallazgo]]
    redactar: Callable[[Any, Any], Redaccion]
    epigrafe: Callable[[Any], str]
    numero_y_fecha: Callable[[Any], tuple[Any, Any]]
    regimen: Callable[[], Any] = lambda: None
    datos: Callable[[Any], Mapping[str, str]] = _sin_datos
    anexos: Callable[[Any, Any], Mapping[str, Redaccion]] = _sin_anexos
    copias: Copias | None = None


TIPOS: dict[str, Tipo] = {
    modelo_plan.TIPO: Tipo(
        nombre=modelo_plan.TIPO,
        modelo=modelo_plan.CasoSuscripcionPlan,
        revisar=plan.revisar,
        redactar=redaccion_plan.redactar,
        epigrafe=redaccion_plan.epigrafe,
        numero_y_fecha=_del_acto,
        regimen=lambda: Regimen(parametros(), calendario()),
        copias=Copias(redaccion_plan.nombre_del_acto, redaccion_plan.destinatarios, senas_del_plan),
    ),
    modelo_general.RESOLUCION: Tipo(
        nombre=modelo_general.RESOLUCION,
        modelo=modelo_general.CasoResolucion,
        revisar=acto_general.revisar,
        redactar=redaccion_general.redactar_resolucion,
        epigrafe=redaccion_general.epigrafe,
        numero_y_fecha=_del_acto,
        datos=redaccion_general.datos,
        anexos=redaccion_general.redactar_anexos,
    ),
    modelo_general.DECRETO: Tipo(
        nombre=modelo_general.DECRETO,
        modelo=modelo_general.CasoDecreto,
        revisar=acto_general.revisar,
        redactar=redaccion_general.redactar_decreto,
        epigrafe=redaccion_general.epigrafe,
        numero_y_fecha=_del_acto,
        datos=redaccion_general.datos,
        anexos=redaccion_general.redactar_anexos,
    ),
    modelo_memoria.TIPO: Tipo(
        nombre=modelo_memoria.TIPO,
        modelo=modelo_memoria.CasoMemoria,
        revisar=lambda caso, _regimen: memoria.revisar(caso.proyecto, caso.memoria),
        redactar=lambda caso, _regimen: redaccion_memoria.redactar(caso),
        epigrafe=redaccion_memoria.epigrafe,
        numero_y_fecha=redaccion_memoria.numero_y_fecha,
    ),
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
