"""Las operaciones del disco con el cuidado que piden: que quede en el plato, y Windows.

Fuente de la receta (fsync del archivo, rename, fsync de la carpeta): POSIX.1-2017, `fsync` y
`rename`. Windows no admite fsync de carpetas y su `MoveFileEx` ya queda en el diario de NTFS.
"""

from __future__ import annotations

import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

# Windows: acceso negado (5) y compartición (32). Los dan, por un instante, el antivirus y OneDrive
# al mirar un archivo recién escrito; y Word, todo el tiempo que lo tenga abierto.
_OCUPADO = (5, 32)
_ESPERAS = (0.05, 0.1, 0.2, 0.4)


def escribir(archivo: Path, datos: bytes) -> None:
    """Escribe `datos` en un archivo nuevo y espera a que estén en el disco."""
    with archivo.open("wb") as flujo:
        flujo.write(datos)
        flujo.flush()
        os.fsync(flujo.fileno())


def mover(origen: Path, destino: Path) -> None:
    """Pone `origen` en lugar de `destino` de una vez; los dos, en el mismo disco."""
    _insistir(lambda: origen.replace(destino))


def asentar(carpetas: Iterable[Path]) -> None:
    """Espera a que los nombres que hay en cada carpeta estén en el disco."""
    if sys.platform == "win32":
        return
    for carpeta in carpetas:
        descriptor = os.open(carpeta, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _insistir(accion: Callable[[], object]) -> None:
    for espera in _ESPERAS:
        try:
            accion()
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in _OCUPADO:
                raise
        time.sleep(espera)
    accion()
