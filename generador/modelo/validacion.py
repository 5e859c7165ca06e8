"""Del árbol crudo al modelo, con todos los errores de una vez y cada uno en su lugar.

Cuando un campo falta o no se entiende, se anota el hallazgo y se pone en su sitio una `Falta`;
así las reglas pueden revisar el resto del caso en la misma pasada y el asesor ve todo junto.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from generador.caso.arbol import Mapa, buscar, crudo, lugar_de, lugar_de_clave, ruta_de
from generador.errores import DatoInvalido
from generador.hallazgos import Gravedad, Hallazgo, Lugar
from generador.modelo.comunes import Lector
from generador.modelo.falta import Falta
from generador.texto import parecido

M = TypeVar("M", bound=BaseModel)
Partes = Sequence[str | int]

# Cada vuelta repara todo lo que pydantic ve; lo reparado puede descubrir un nivel más.
VUELTAS_MAXIMAS = 10


@dataclass(frozen=True, slots=True)
class Validado(Generic[M]):
    """El caso con sus tipos (con `Falta` donde no se pudo) y los hallazgos de la lectura."""

    caso: M
    hallazgos: tuple[Hallazgo, ...]


def validar(raiz: Mapa, modelo: type[M]) -> Validado[M]:
    """Convierte el árbol crudo en `modelo` y devuelve el caso y todos sus hallazgos."""
    datos = crudo(raiz)
    hallazgos: list[Hallazgo] = []
    rellenas: set[tuple[str | int, ...]] = set()
    for _ in range(VUELTAS_MAXIMAS):
        try:
            return Validado(modelo.model_validate(datos), tuple(hallazgos))
        except ValidationError as error:
            detalles = _sin_ecos(error.errors(include_url=False))
        sugeridas = _claves_sugeridas(detalles, modelo)
        for detalle in detalles:
            partes = detalle["loc"]
            sugerida = detalle["type"] == "missing" and ruta_de(partes) in sugeridas
            # Lo que le falte a un relleno es asunto nuestro: del dato ya se dijo lo que tenía.
            del_relleno = any(partes[: len(r)] == r for r in rellenas)
            if not sugerida and not del_relleno:
                hallazgos.append(_hallazgo(detalle, raiz, modelo))
            _reparar(datos, detalle, modelo)
            rellenas.add(partes)
    raise AssertionError("la reparación del caso no converge")


def _sin_ecos(detalles: list[ErrorDetails]) -> list[ErrorDetails]:
    """Quita el «lista corta» que pydantic da cuando lo que pasa es que un elemento está mal."""
    malos = [d["loc"] for d in detalles]
    return [
        d
        for d in detalles
        if d["type"] != "too_short"
        or not any(m[: len(d["loc"])] == d["loc"] and len(m) > len(d["loc"]) for m in malos)
    ]


def _claves_sugeridas(detalles: Sequence[ErrorDetails], modelo: type[BaseModel]) -> set[str]:
    """Rutas que una clave mal escrita quiso nombrar: su ausencia no se informa dos veces."""
    rutas = set()
    for detalle in detalles:
        if detalle["type"] == "extra_forbidden":
            *padre, nombre = detalle["loc"]
            opcion = parecido(str(nombre), _campos(modelo, padre))
            if opcion:
                rutas.add(ruta_de([*padre, opcion]))
    return rutas


def _sin_envoltura(anotacion: Any) -> Any:
    """Quita `Annotated` y el `| None` de una anotación."""
    if get_origin(anotacion) is Annotated:
        return _sin_envoltura(get_args(anotacion)[0])
    if get_origin(anotacion) in (Union, UnionType):
        (unica,) = (a for a in get_args(anotacion) if a is not NoneType)
        return _sin_envoltura(unica)
    return anotacion


def _anotacion(modelo: Any, partes: Partes) -> Any:
    """La anotación del campo al que llega `partes`, sin envolturas."""
    actual = modelo
    for parte in partes:
        if isinstance(parte, int):
            actual = _sin_envoltura(get_args(actual)[0])
        elif get_origin(actual) is dict:  # sus claves las pone el asesor
            actual = _sin_envoltura(get_args(actual)[1])
        else:
            actual = _de_campo(actual.model_fields[parte])
    return actual


def _de_campo(campo: FieldInfo) -> Any:
    """La anotación de un campo; la de uno que se lee de un solo texto es `str`, dé lo que dé."""
    if any(isinstance(dato, Lector) for dato in campo.metadata):
        return str
    return _sin_envoltura(campo.annotation)


def _es_modelo(anotacion: Any) -> bool:
    return isinstance(anotacion, type) and issubclass(anotacion, BaseModel)


def _campos(modelo: type[BaseModel], partes: Partes) -> list[str]:
    anotacion = _anotacion(modelo, partes)
    return list(anotacion.model_fields) if _es_modelo(anotacion) else []


def _relleno(anotacion: Any, partes: Partes) -> Any:
    """Un valor de la forma que pide la anotación, con `Falta` en cada hoja obligatoria."""
    if _es_modelo(anotacion):
        return {
            nombre: _relleno(_de_campo(campo), [*partes, nombre])
            for nombre, campo in anotacion.model_fields.items()
            if campo.is_required()
        }
    if get_origin(anotacion) is tuple:
        return [_relleno(_sin_envoltura(get_args(anotacion)[0]), [*partes, 0])]
    if get_origin(anotacion) is dict:
        return {}
    return Falta(ruta_de(partes))


def _reparar(datos: Any, detalle: ErrorDetails, modelo: type[BaseModel]) -> None:
    """Pone un relleno donde `detalle` señala, o quita la clave desconocida."""
    *padre, ultima = detalle["loc"]
    contenedor = datos
    for parte in padre:
        contenedor = contenedor[parte]
    if detalle["type"] == "extra_forbidden":
        del contenedor[ultima]
    else:
        relleno = _relleno(_anotacion(modelo, detalle["loc"]), detalle["loc"])
        corta = detalle["type"] == "too_short"
        contenedor[ultima] = relleno * detalle["ctx"]["min_length"] if corta else relleno


def _hallazgo(detalle: ErrorDetails, raiz: Mapa, modelo: type[BaseModel]) -> Hallazgo:
    partes = detalle["loc"]
    codigo, mensaje, remedio = _explicar(detalle, raiz, modelo)
    return Hallazgo(
        codigo=codigo,
        gravedad=Gravedad.ERROR,
        ruta=ruta_de(partes),
        mensaje=mensaje,
        remedio=remedio,
    ).en(_lugar(detalle, raiz))


def _lugar(detalle: ErrorDetails, raiz: Mapa) -> Lugar:
    """El valor que está mal; si falta o sobra la clave, donde está o debería estar."""
    partes = detalle["loc"]
    if detalle["type"] not in ("missing", "extra_forbidden"):
        return lugar_de(raiz, partes)
    return lugar_de_clave(raiz, partes if buscar(raiz, partes) is not None else partes[:-1])


def _explicar(detalle: ErrorDetails, raiz: Mapa, modelo: type[BaseModel]) -> tuple[str, str, str]:
    """Código, mensaje y remedio en español de un error de pydantic."""
    *padre, ultima = detalle["loc"]
    if detalle["type"] == "missing":
        return _explicar_ausente(detalle["loc"], raiz, modelo)
    if detalle["type"] == "extra_forbidden":
        campos = _campos(modelo, padre)
        opcion = parecido(str(ultima), campos)
        pista = f"¿Quiso decir «{opcion}»? " if opcion else ""
        if str(ultima).isdigit():
            pista = "Si son los decimales de un número, póngalo entre comillas. "
        admitidas = ", ".join(campos)
        return "MOD002", f"No se conoce la clave «{ultima}».", f"{pista}Aquí van: {admitidas}."
    if detalle["type"] == "value_error":
        error: DatoInvalido = detalle["ctx"]["error"]
        return "MOD003", error.mensaje, error.remedio
    if detalle["type"] in ("too_short", "too_long"):
        contexto = detalle["ctx"]
        if detalle["type"] == "too_short":
            cuantos, remedio = f"al menos {contexto['min_length']}", "Añada los que faltan."
        else:
            cuantos, remedio = f"como máximo {contexto['max_length']}", "Quite los que sobran."
        hay = contexto["actual_length"]
        elementos = "elemento" if hay == 1 else "elementos"
        return "MOD005", f"{_nombre(ultima)} tiene {hay} {elementos} y van {cuantos}.", remedio
    return _explicar_forma(detalle["loc"], modelo)


def _explicar_ausente(partes: Partes, raiz: Mapa, modelo: type[BaseModel]) -> tuple[str, str, str]:
    """Distingue la clave que no está de la que está escrita sin valor."""
    *padre, ultima = partes
    detalle = _anotacion(modelo, padre).model_fields[ultima].description
    anotacion = _anotacion(modelo, partes)
    if _es_modelo(anotacion):
        campos = ", ".join(_campos(modelo, partes))
        detalle = f"{detalle} Lleva debajo, con sangría: {campos}."
    if buscar(raiz, partes) is not None:
        return "MOD001", f"«{ultima}» está sin valor.", f"Escríbalo. {detalle}"
    return "MOD001", f"Falta «{ultima}».", f"Añada la clave «{ultima}». {detalle}"


def _nombre(parte: str | int) -> str:
    """Cómo se le dice a un campo, o a un elemento de una lista, que se cuenta desde 1."""
    return f"El elemento {parte + 1}" if isinstance(parte, int) else f"«{parte}»"


def _explicar_forma(partes: Partes, modelo: type[BaseModel]) -> tuple[str, str, str]:
    """El valor tiene otra forma: se esperaba un grupo o una lista."""
    anotacion = _anotacion(modelo, partes)
    if _es_modelo(anotacion):
        campos = ", ".join(anotacion.model_fields)
        return (
            "MOD004",
            f"{_nombre(partes[-1])} debe ser un grupo de campos.",
            f"Escríbalos debajo, con sangría: {campos}.",
        )
    if get_origin(anotacion) is dict:
        return (
            "MOD004",
            f"{_nombre(partes[-1])} debe ser un grupo de campos.",
            "Escriba cada uno debajo, con sangría: su nombre, dos puntos y su valor.",
        )
    return (
        "MOD004",
        f"{_nombre(partes[-1])} debe ser una lista.",
        "Escriba cada elemento en su línea, con un guion delante.",
    )
