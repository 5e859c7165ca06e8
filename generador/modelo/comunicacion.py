"""Dónde dice una asignación quién recibe, y a quién se comunica: municipios y copias."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generador.modelo.acto_general import Firmante
from generador.modelo.comunes import Fecha, Modelo, Texto, TextoMarcado, opcion

CUERPO, ANEXO = "cuerpo", "anexo"
DondeVaLaTabla = Annotated[str, opcion(CUERPO, ANEXO)]


class DestinatarioDeCopia(Modelo):
    """Quien recibe una copia oficial del acto: un cargo o dependencia, nunca una persona."""

    cargo: Texto = Field(description="Cargo o dependencia: «Subdirección de …».")
    entidad: Texto = Field(description="Entidad a la que pertenece.")
    ciudad: Texto = Field("Bogotá, D. C.", description="Ciudad.")


class Comunicacion(Modelo):
    """Los oficios que acompañan la resolución: el de cada municipio y el de cada copia."""

    fecha: Fecha | None = Field(
        None, description="Fecha de los oficios (AAAA-MM-DD). Mientras falte queda su espacio."
    )
    firmante: Firmante | None = Field(
        None, description="Quien firma los oficios, si no es quien firma el acto."
    )
    sigue: TextoMarcado | None = Field(
        None, description="Qué sigue para el municipio, en Markdown; va en el oficio de cada uno."
    )
