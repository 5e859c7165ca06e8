"""Las plantillas que trae la herramienta: una carpeta por documento."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador import recursos
from generador.errores import ErrorDePlantilla
from generador.huella import sha256
from generador.texto import sugerencia

if TYPE_CHECKING:
    from pathlib import Path

_NOMBRE = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Ficha:
    """Lo que `ficha.toml` dice de la plantilla.

    `obligatorias` son los datos que la norma exige en el documento: si al editar la plantilla se
    pierde la etiqueta de uno, el documento no sale.
    """

    titulo: str
    tipo: str
    descripcion: str
    bloques: tuple[str, ...]
    obligatorias: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plantilla:
    """Una plantilla del catálogo; `sha256` va al manifiesto."""

    nombre: str
    docx: bytes
    sha256: str
    ficha: Ficha


def nombres() -> list[str]:
    """Nombres de las plantillas del catálogo, en orden."""
    carpetas = recursos.plantillas().iterdir()
    return sorted(c.name for c in carpetas if (c / "plantilla.docx").is_file())


def abrir(nombre: str) -> Plantilla:
    """Devuelve la plantilla `nombre`; `ErrorDePlantilla` si no existe o su ficha está mal.

    >>> abrir("../secreto")
    Traceback (most recent call last):
    ...
    generador.errores.ErrorDePlantilla: No hay una plantilla llamada «../secreto»...
    """
    carpeta = recursos.plantillas() / nombre
    if not _NOMBRE.fullmatch(nombre) or not (carpeta / "plantilla.docx").is_file():
        disponibles = nombres()
        remedio = sugerencia(nombre, disponibles) or f"Hay: {', '.join(disponibles)}."
        raise ErrorDePlantilla(f"No hay una plantilla llamada «{nombre}».", remedio)
    docx = (carpeta / "plantilla.docx").read_bytes()
    ficha = _leer_ficha(carpeta / "ficha.toml", nombre)
    return Plantilla(nombre, docx, sha256(docx), ficha)


def _leer_ficha(archivo: Path, nombre: str) -> Ficha:
    try:
        crudo = tomllib.loads(archivo.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ErrorDePlantilla(f"La plantilla «{nombre}» no tiene ficha.toml.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ErrorDePlantilla(f"La ficha de «{nombre}» no se entiende: {error}.") from error
    textos = {c: crudo.pop(c, None) for c in ("titulo", "tipo", "descripcion")}
    listas = {c: crudo.pop(c, []) for c in ("bloques", "obligatorias")}
    malos = [c for c, v in textos.items() if not isinstance(v, str) or not v]
    malos += [
        c
        for c, v in listas.items()
        if not isinstance(v, list) or not all(isinstance(nombre, str) for nombre in v)
    ]
    if malos or crudo:
        raise ErrorDePlantilla(
            f"La ficha de «{nombre}» tiene mal: {', '.join([*malos, *crudo])}.",
            "Lleva titulo, tipo, descripcion (textos), bloques y obligatorias (listas de nombres).",
        )
    return Ficha(
        **textos,
        bloques=tuple(listas["bloques"]),
        obligatorias=tuple(listas["obligatorias"]),
    )
