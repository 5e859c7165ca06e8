"""Empezar un caso: el archivo comentado y, a su lado, el esquema que usa el editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.errores import TrabajoAjeno, UsoIncorrecto
from generador.escritura import escribir_archivo
from generador.modelo.esquema import volcar
from generador.modelo.nuevo import nuevo
from generador.tipos import tipo_llamado

if TYPE_CHECKING:
    from pathlib import Path

EXTENSIONES = (".yaml", ".yml")


def caso_nuevo(tipo: str) -> str:
    """El texto de un caso nuevo, sin esquema al lado."""
    elegido = tipo_llamado(tipo)
    return nuevo(elegido.modelo, elegido.nombre, None)


def empezar(tipo: str, archivo: Path) -> tuple[Path, Path]:
    """Escribe el caso y su esquema, y devuelve las dos rutas.

    Raises:
        UsoIncorrecto: el tipo no existe, o el archivo no termina en .yaml.
        TrabajoAjeno: el caso ya existe; nunca se sobrescribe.
    """
    elegido = tipo_llamado(tipo)
    if archivo.suffix not in EXTENSIONES:
        raise UsoIncorrecto(
            f"«{archivo.name}» no termina en .yaml.", f"Escriba por ejemplo «{archivo.stem}.yaml»."
        )
    if archivo.exists():
        raise TrabajoAjeno(f"«{archivo}» ya existe.", "Elija otro nombre: no se sobrescribe.")
    archivo.parent.mkdir(parents=True, exist_ok=True)
    junto = archivo.with_name(f"{elegido.nombre}.esquema.json")
    escribir_archivo(junto, volcar(elegido.modelo, elegido.nombre).encode())
    escribir_archivo(archivo, nuevo(elegido.modelo, elegido.nombre, junto.name).encode())
    return archivo, junto
