"""Los errores del sistema al escribir, explicados al asesor."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from generador.errores import ErrorDeEscritura
from generador.sistema import motivo_de

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def explicando(destino: Path) -> Iterator[None]:
    """Convierte los errores del sistema en `ErrorDeEscritura`, que nombra lo que se quiso escribir.

    Nunca nombra los archivos provisionales, que el asesor no conoce.
    """
    try:
        yield
    except OSError as error:
        # El estándar no promete el nombre: al escribir o al hacer fsync, no viene.
        nombrado = Path(str(error.filename2 or error.filename or destino))
        archivo = nombrado if nombrado.is_relative_to(destino) else destino
        motivo, remedio = motivo_de(error)
        raise ErrorDeEscritura(f"No se pudo escribir «{archivo}»: {motivo}.", remedio) from error
