"""Lo que un motor de PDF recibe: los bytes del Word y los datos que el PDF dirá de sí mismo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generador.documento.metadatos import Metadatos


@dataclass(frozen=True, slots=True)
class Documento:
    """Un documento por convertir; `nombre` es el que el asesor verá en los mensajes.

    La fecha de los metadatos va en Info y en XMP en lugar de la hora del reloj: así la misma
    entrada da siempre los mismos bytes.
    """

    nombre: str
    docx: bytes
    metadatos: Metadatos
