"""La huella de un archivo: su sha256 y su longitud en bytes (FIPS 180-4, SHA-256)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


def sha256(datos: bytes) -> str:
    """Devuelve el sha256 de `datos`: 64 cifras hexadecimales en minúscula.

    >>> sha256(b"acto")[:16]
    '428ebcb07e607e64'
    """
    return hashlib.sha256(datos).hexdigest()


@dataclass(frozen=True, slots=True)
class Huella:
    """Lo que identifica un archivo: `sha256` en hexadecimal y `longitud` en bytes."""

    sha256: str
    longitud: int


def huella_de(datos: bytes) -> Huella:
    """Devuelve la huella de `datos`.

    >>> huella_de(b"acto").longitud
    4
    """
    return Huella(sha256(datos), len(datos))
