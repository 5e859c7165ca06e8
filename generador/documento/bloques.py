"""Los bloques de texto que el programa redacta y la plantilla recibe: valores, sin XML."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fragmento:
    """Texto corrido con un solo formato."""

    texto: str
    negrita: bool = False
    cursiva: bool = False


@dataclass(frozen=True, slots=True)
class Nota:
    """Nota al pie. Cada párrafo es una tupla de fragmentos; una nota no lleva notas."""

    parrafos: tuple[tuple[Fragmento, ...], ...]


@dataclass(frozen=True, slots=True)
class Parrafo:
    """Párrafo con un estilo de la plantilla (por su nombre en Word o su identificador)."""

    contenido: tuple[Fragmento | Nota, ...]
    estilo: str


# Hoy el único bloque es el párrafo; el marcado traerá listas y tablas.
Bloque = Parrafo
