"""Caso de concepto: la respuesta a una consulta, en los dos formatos.

Fuente: Ley 1437 de 2011, artículos 14, 21 y 28, y Decreto Ley 4170 de 2011, artículos 3 y 11.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generador.lengua.comillas import ANGULARES, INGLESAS, Juego
from generador.modelo.acto import Persona
from generador.modelo.comunes import Fecha, Lector, Modelo, Texto, TextoMarcado, opcion
from generador.modelo.concepto_partes import (
    AjustesDeReferencias,
    Consideracion,
    Descriptor,
    Destinatario,
    Problema,
    PuntoTrasladado,
    Radicacion,
    Razon,
    Responsable,
    Respuesta,
    TextosFijos,
    Traslado,
)
from generador.modelo.concepto_previo import ConceptoPrevio, NumeroDeConcepto
from generador.modelo.fuentes import Fuente
from generador.modelo.puntaje import Puntaje

TIPO: Literal["concepto"] = "concepto"
FORMATO_2022, FORMATO_2025 = "2022", "2025"
COMILLAS = {FORMATO_2022: ANGULARES, FORMATO_2025: INGLESAS}

TipoDeCaso = Annotated[str, opcion(TIPO)]
# Sin comillas, para YAML el formato es un número: el editor no debe señalarlo.
_FORMATO = {"type": ["string", "integer"], "examples": [int(FORMATO_2022), int(FORMATO_2025)]}
Formato = Annotated[str, Lector(opcion(FORMATO_2022, FORMATO_2025).leer, _FORMATO)]


class Concepto(Modelo):
    """Identificación del concepto. Sin número o sin fecha es un proyecto."""

    numero: NumeroDeConcepto | None = Field(None, description="Número: C-204 o C-1514.")
    fecha: Fecha | None = Field(None, description="Fecha del concepto (AAAA-MM-DD).")
    ciudad: Texto = Field("Bogotá, D. C.", description="Ciudad donde se expide.")


class CasoConcepto(Modelo):
    """Concepto que responde una consulta, con sus notas al pie y sus referencias.

    Fuente: Ley 1437 de 2011, artículos 14, 21 y 28, y Decreto Ley 4170 de 2011, artículos 3 y 11.
    """

    tipo: TipoDeCaso = Field(description="Tipo de documento: concepto.")
    formato: Formato = Field(
        description="Con qué formato se hace: 2022 (problema planteado, consideraciones, "
        "respuesta) o 2025 (problemas, respuestas, razones, referencias, doctrina)."
    )
    entidad: Texto = Field(description="Entidad que responde.")
    concepto: Concepto = Field(description="Identificación del concepto.")
    descriptores: Annotated[tuple[Descriptor, ...], Field(min_length=1)] = Field(
        description="Los descriptores, cada uno con su extracto."
    )
    destinatario: Destinatario = Field(description="A quién se responde.")
    temas: Annotated[tuple[Texto, ...], Field(min_length=1)] = Field(
        description="Los temas, como salen tras «Temas:»."
    )
    radicacion: Radicacion = Field(description="La radicación de la petición.")
    traslado: Traslado | None = Field(
        None, description="El traslado, si la petición llegó por otra entidad."
    )
    peticion: TextoMarcado = Field(description="La consulta, transcrita en Markdown, sin comillas.")
    puntos_trasladados: tuple[PuntoTrasladado, ...] = Field(
        (), description="Los puntos de la petición que responde otra entidad."
    )
    problemas: Annotated[tuple[Problema, ...], Field(min_length=1)] = Field(
        description="Los problemas planteados. Se numeran solos: i, ii."
    )
    respuestas: Annotated[tuple[Respuesta, ...], Field(min_length=1)] = Field(
        description="Las respuestas: ningún problema queda sin una."
    )
    consideraciones: tuple[Consideracion, ...] = Field(
        (), description="Las consideraciones, si el formato es 2022. Se numeran solas: 2.1, 2.2."
    )
    razones: tuple[Razon, ...] = Field(
        (), description="Las razones, si el formato es 2025. Se numeran solas: i., ii."
    )
    fuentes: tuple[Fuente, ...] = Field(
        (), description="Las providencias, obras y conceptos que el texto cita con {fuente: clave}."
    )
    doctrina: tuple[ConceptoPrevio, ...] = Field(
        (), description="Conceptos previos que se listan sin citarlos con {fuente: clave}."
    )
    referencias: AjustesDeReferencias | None = Field(
        None, description="Lo que se agrega a las referencias normativas o se saca de ellas."
    )
    puntajes: tuple[Puntaje, ...] = Field(
        (), description="Los puntajes que el texto trae con [[puntaje: nombre]]."
    )
    avisos_institucionales: tuple[Texto, ...] = Field(
        (), description="Avisos de la entidad que van antes del alcance."
    )
    textos_fijos: TextosFijos | None = Field(
        None, description="Los textos de la entidad que la oficina cambia en este concepto."
    )
    firmante: Persona = Field(description="Quien firma.")
    responsables: tuple[Responsable, ...] = Field(
        (), description="Quienes elaboraron, revisaron y aprobaron."
    )

    @property
    def comillas(self) -> Juego | None:
        """El juego de comillas de su formato; `None` si el borrador no dice cuál."""
        return COMILLAS.get(str(self.formato))
