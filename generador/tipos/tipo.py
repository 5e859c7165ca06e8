"""Qué hay que saber de un tipo de documento para leerlo, revisarlo, redactarlo y entregarlo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generador.hallazgos import Hallazgo
    from generador.modelo.comunes import Modelo
    from generador.redaccion.documento import Redaccion
    from generador.redaccion.oficio_remisorio import CopiaRemitida


@dataclass(frozen=True, slots=True)
class Copias:
    """Lo que hace falta para las copias oficiales, en los tipos que las tienen."""

    nombre_del_acto: Callable[[Any], str]
    destinatarios: Callable[[Any], Sequence[tuple[str, Sequence[str]]]]
    senas: Callable[[Any], Iterable[tuple[str, str]]]
    oficio: Callable[[Redaccion, Any, CopiaRemitida], Redaccion]


def _sin_datos(_caso: Any) -> Mapping[str, str]:
    return {}


def _sin_documentos(_caso: Any, _regimen: Any) -> Mapping[str, Redaccion]:
    return {}


def _sin_hojas(_caso: Any) -> Mapping[str, bytes]:
    return {}


def _sin_comprobar(_docx: bytes, _caso: Any) -> None:
    """Lo que dice el documento no se puede comprobar contra sí mismo."""


def del_acto(caso: Any) -> tuple[Any, Any]:
    """El número y la fecha de un caso que los lleva en `acto`."""
    return caso.acto.numero, caso.acto.fecha


@dataclass(frozen=True, slots=True)
class Tipo:
    """Cómo se lee, se revisa y se redacta un documento.

    Las funciones reciben el modelo de su propio tipo y lo que dé `regimen` (contra qué se mide el
    caso): `Any` es la frontera de esta tabla. `datos` son los que los textos del caso citan por su
    nombre, ya escritos; `anexos`, los demás documentos del mismo caso, por el nombre de su archivo
    sin extensión, y `hojas`, los archivos que no son documentos: van en `anexos/`. `oficios` son
    los que comunican el acto, por destinatario: solo los hay si tiene número y fecha. `comprobar`
    vuelve a leer el acto terminado y da `ErrorDeDocumento` si no cuadra consigo mismo.
    """

    nombre: str
    modelo: type[Modelo]
    revisar: Callable[[Any, Any], list[Hallazgo]]
    redactar: Callable[[Any, Any], Redaccion]
    epigrafe: Callable[[Any], str]
    numero_y_fecha: Callable[[Any], tuple[Any, Any]] = del_acto
    regimen: Callable[[], Any] = lambda: None
    datos: Callable[[Any], Mapping[str, str]] = _sin_datos
    anexos: Callable[[Any, Any], Mapping[str, Redaccion]] = _sin_documentos
    hojas: Callable[[Any], Mapping[str, bytes]] = _sin_hojas
    oficios: Callable[[Any, Any], Mapping[str, Redaccion]] = _sin_documentos
    comprobar: Callable[[bytes, Any], None] = _sin_comprobar
    copias: Copias | None = None
