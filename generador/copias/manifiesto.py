"""El manifiesto de un caso: de qué salió cada archivo y cuál es su huella.

Es un JSON legible, con las claves siempre en el mismo orden, sin horas, sin rutas absolutas y
sin datos personales (el destinatario es un cargo o dependencia y su entidad): el mismo caso da
el mismo manifiesto en cualquier máquina. Termina con `huella_del_manifiesto`, el sha256 de este
mismo archivo sin esa última clave.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final, TypeVar, get_type_hints

from generador.errores import ErrorDeCopia
from generador.huella import sha256

if TYPE_CHECKING:
    from collections.abc import Mapping

FORMATO: Final = 1
MINUTA: Final = "minuta"
ASESOR: Final = "asesor"
NOMBRE: Final = "manifiesto.json"
_CLAVE: Final = "huella_del_manifiesto"
_T = TypeVar("_T")
_REMEDIO: Final = "Vuelva a generar el caso; el manifiesto no se edita a mano."


@dataclass(frozen=True, slots=True)
class Caso:
    """El archivo del caso, por su nombre sin carpeta, y su sha256."""

    nombre: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Motor:
    """El motor que hizo el PDF y su versión; vacíos si no se hizo PDF."""

    nombre: str
    version: str


@dataclass(frozen=True, slots=True)
class Acto:
    """El acto expedido; `fecha` en ISO (AAAA-MM-DD) y `paginas` del PDF (0 si no se hizo)."""

    numero: str
    fecha: str
    epigrafe: str
    paginas: int


@dataclass(frozen=True, slots=True)
class Archivo:
    """Un archivo: `ruta` relativa a la carpeta del caso, con `/`; tamaño en `bytes`.

    `origen` es `minuta` si lo hizo ella, o `asesor` si él lo dio (lo editó, lo firmó): lo suyo
    nunca se sobrescribe sin que lo pida.
    """

    ruta: str
    sha256: str
    bytes: int
    origen: str = MINUTA


@dataclass(frozen=True, slots=True)
class Copia:
    """La copia `n` de `N`: las rutas de su PDF y de su oficio (vacía si no lleva)."""

    n: int
    N: int
    destinatario: str
    copia: str
    oficio: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifiesto:
    """Todo lo que dice el manifiesto; `plantillas` va de nombre a sha256.

    `textos` también: son los archivos de texto que el caso trae al lado.
    """

    herramienta: str
    version: str
    tipo: str
    caso: Caso
    plantillas: Mapping[str, str]
    motor: Motor
    calendario: str
    advertencias: tuple[str, ...]
    acto: Acto
    archivos: tuple[Archivo, ...]
    copias: tuple[Copia, ...]
    textos: Mapping[str, str] = field(default_factory=dict)


def volcar(manifiesto: Manifiesto) -> bytes:
    """Devuelve el manifiesto como JSON en UTF-8, con su huella al final.

    Las plantillas y los archivos van ordenados por nombre; las copias, por número. Da
    `ErrorDeCopia` si una ruta es absoluta o sale de la carpeta del caso.
    """
    datos = {"formato": FORMATO, **asdict(manifiesto)}
    datos["plantillas"] = dict(sorted(manifiesto.plantillas.items()))
    datos["archivos"] = sorted(datos["archivos"], key=lambda a: str(a["ruta"]))
    datos["copias"] = sorted(datos["copias"], key=lambda c: int(c["n"]))
    _exigir_rutas(manifiesto)
    return _json({**datos, _CLAVE: sha256(_json(datos))})


def leer(datos: bytes) -> Manifiesto:
    """Devuelve el manifiesto que escribió `volcar`.

    Da `ErrorDeCopia` si no es un manifiesto, es de otra versión o cambió aunque sea un byte.
    """
    try:
        arbol = json.loads(datos)
    except ValueError as error:  # JSON mal escrito o bytes que no son UTF-8
        raise ErrorDeCopia("El manifiesto está dañado: no se puede leer.", _REMEDIO) from error
    if not isinstance(arbol, dict) or _CLAVE not in arbol:
        raise ErrorDeCopia("El archivo no es un manifiesto de Minuta.", _REMEDIO)
    if arbol.get("formato") != FORMATO:
        raise ErrorDeCopia(
            f"El manifiesto es de otro formato ({arbol.get('formato')}); se esperaba {FORMATO}.",
            "Verifíquelo con la versión de Minuta que lo generó.",
        )
    huella = arbol.pop(_CLAVE)
    # Se compara el archivo entero: así también se nota un espacio o una clave repetida.
    if sha256(_json(arbol)) != huella or _json({**arbol, _CLAVE: huella}) != datos:
        raise ErrorDeCopia(
            "El manifiesto fue alterado: su contenido no coincide con su huella.", _REMEDIO
        )
    del arbol["formato"]
    return _armar(arbol)


def _json(datos: Mapping[str, Any]) -> bytes:
    return (json.dumps(datos, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _armar(arbol: dict[str, Any]) -> Manifiesto:
    try:
        manifiesto = Manifiesto(
            **{
                **arbol,
                "caso": _parte(Caso, arbol["caso"]),
                "motor": _parte(Motor, arbol["motor"]),
                "acto": _parte(Acto, arbol["acto"]),
                "archivos": tuple(_parte(Archivo, a) for a in arbol["archivos"]),
                "copias": tuple(_parte(Copia, c) for c in arbol["copias"]),
                "advertencias": tuple(arbol["advertencias"]),
            }
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ErrorDeCopia("Al manifiesto le faltan datos o le sobran.", _REMEDIO) from error
    _exigir_rutas(manifiesto)
    return manifiesto


def _parte(clase: type[_T], datos: dict[str, Any]) -> _T:
    tipos = get_type_hints(clase)
    parte = clase(**datos)
    for campo in fields(parte):  # type: ignore[arg-type]  # T siempre es una dataclass
        if type(datos[campo.name]) is not tipos[campo.name]:
            raise TypeError(campo.name)
    return parte


def _exigir_rutas(manifiesto: Manifiesto) -> None:
    """Una ruta de afuera haría que `verificar` leyera archivos que no son del caso."""
    rutas = [a.ruta for a in manifiesto.archivos]
    for ruta in (r for c in manifiesto.copias for r in (c.copia, c.oficio) if r):
        if ruta not in rutas:
            raise ErrorDeCopia(f"El manifiesto nombra una copia sin huella: «{ruta}».", _REMEDIO)
    for ruta in rutas:
        partes = PurePosixPath(ruta).parts
        if not partes or ruta[0] == "/" or ".." in partes or "\\" in ruta or ":" in ruta:
            raise ErrorDeCopia(f"El manifiesto trae una ruta fuera del caso: «{ruta}».", _REMEDIO)
