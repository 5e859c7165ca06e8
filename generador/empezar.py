"""Empezar un caso: el archivo comentado y, a su lado, el esquema que usa el editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.consulta import puestos
from generador.errores import TrabajoAjeno, UsoIncorrecto
from generador.escritura import escribir_archivo
from generador.modelo.concepto import TIPO as CONCEPTO
from generador.modelo.esquema import volcar
from generador.modelo.nuevo import SIN_PUESTOS, nuevo
from generador.tipos import tipo_llamado

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from generador.consulta import Consulta
    from generador.modelo.nuevo import Puesto
    from generador.tipos.tipo import Tipo

EXTENSIONES = (".yaml", ".yml")


def caso_nuevo(tipo: str, consulta: Consulta | None = None) -> str:
    """El texto de un caso nuevo, sin esquema al lado; con la consulta que responde, si la hay.

    Raises:
        UsoIncorrecto: el tipo no existe, o se da una consulta y no es un concepto.
    """
    elegido = tipo_llamado(tipo)
    return nuevo(elegido.modelo, elegido.nombre, None, _puestos(elegido, consulta))


def empezar(tipo: str, archivo: Path, consulta: Consulta | None = None) -> tuple[Path, Path]:
    """Escribe el caso y su esquema, y devuelve las dos rutas.

    Raises:
        UsoIncorrecto: el tipo no existe, el archivo no termina en .yaml, o se da una consulta y no
            es un concepto.
        TrabajoAjeno: el caso ya existe; nunca se sobrescribe.
    """
    elegido = tipo_llamado(tipo)
    sabidos = _puestos(elegido, consulta)
    if archivo.suffix not in EXTENSIONES:
        raise UsoIncorrecto(
            f"«{archivo.name}» no termina en .yaml.", f"Escriba por ejemplo «{archivo.stem}.yaml»."
        )
    if archivo.exists():
        raise TrabajoAjeno(f"«{archivo}» ya existe.", "Elija otro nombre: no se sobrescribe.")
    archivo.parent.mkdir(parents=True, exist_ok=True)
    junto = archivo.with_name(f"{elegido.nombre}.esquema.json")
    caso = nuevo(elegido.modelo, elegido.nombre, junto.name, sabidos)
    escribir_archivo(junto, volcar(elegido.modelo, elegido.nombre).encode())
    escribir_archivo(archivo, caso.encode())
    return archivo, junto


def _puestos(tipo: Tipo, consulta: Consulta | None) -> Mapping[str, Puesto]:
    if consulta is None:
        return SIN_PUESTOS
    if tipo.nombre != CONCEPTO:
        raise UsoIncorrecto(
            f"Un caso de tipo {tipo.nombre} no responde una consulta.",
            f"Quite --consulta, o empiece un {CONCEPTO}.",
        )
    return puestos(consulta)
