"""Casos de resolución y de decreto de carácter general, o de resolución que solo se comunica.

Fuente: Decreto 1081 de 2015, Título 2 de la Parte 1 del Libro 2 (directrices de técnica normativa),
y Ley 1437 de 2011.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generador.modelo.comunes import (
    ConLetras,
    Dinero,
    Fecha,
    Modelo,
    Oracion,
    Texto,
    TextoMarcado,
    frase,
    opcion,
)
from generador.modelo.memoria import Memoria

RESOLUCION: Literal["resolucion"] = "resolucion"
DECRETO: Literal["decreto"] = "decreto"
GENERAL, PARTICULAR, COMUNICACION = "general", "particular", "comunicación"

ClaseDeActo = Annotated[str, opcion(GENERAL, PARTICULAR, COMUNICACION)]
Papel = Annotated[str, opcion("Proyectó", "Revisó", "Aprobó")]


class ActoGeneral(Modelo):
    """Identificación del acto. Sin número o sin fecha es un proyecto."""

    entidad: Texto = Field(description="Entidad que encabeza el acto.")
    numero: Texto | None = Field(None, description="Número. Mientras falte queda su espacio.")
    fecha: Fecha | None = Field(None, description="Fecha de expedición (AAAA-MM-DD).")
    ciudad: Texto = Field("Bogotá, D. C.", description="Ciudad donde se expide.")
    clase: ClaseDeActo = Field(
        GENERAL,
        description="Decide la fórmula de cierre: general (PUBLÍQUESE), particular (NOTIFÍQUESE) "
        "o comunicación (COMUNÍQUESE).",
    )
    epigrafe: Oracion = Field(
        description="El epígrafe, sin comillas ni punto final: «Por la cual …» en una resolución, "
        "«Por el cual …» en un decreto. Se escribe solo aquí."
    )
    autoridad: Oracion = Field(
        description="Autoridad que expide, con su artículo: «La Ministra de …», «El Presidente "
        "de la República de Colombia»."
    )
    competencia: ConLetras = Field(
        description="Facultades con sus normas, de la de mayor jerarquía a la de menor, desde «En "
        "ejercicio de …», sin punto final."
    )


class Vigencia(Modelo):
    """Desde cuándo rige y qué deroga: el último artículo, que Minuta escribe."""

    desde: Annotated[str, frase("rige")] = Field(
        "a partir de la fecha de su publicación en el Diario Oficial",
        description="Desde cuándo rige; sigue a «rige».",
    )
    deroga: tuple[Annotated[str, frase("deroga")], ...] = Field(
        (),
        description="Qué deroga, con su artículo: «el artículo 5 de la Resolución 1 de 2020».",
    )


class Firmante(Modelo):
    """Quien firma el acto."""

    nombre: Texto = Field(description="Nombre completo, como debe aparecer en la firma.")
    cargo: Texto = Field(
        description="Cargo. En un decreto es la antefirma, con su artículo: «La Ministra de …»."
    )


class Responsable(Modelo):
    """Quien proyectó, revisó o aprobó."""

    papel: Papel = Field(description="Proyectó, Revisó o Aprobó.")
    nombre: Texto = Field(description="Nombre completo.")
    cargo: Texto = Field(description="Cargo y dependencia.")


class Anexo(Modelo):
    """Un anexo del acto: Minuta lo numera, y la parte dispositiva debe referirse a él."""

    titulo: Texto = Field(description="Título del anexo, sin «ANEXO» ni número.")
    texto: TextoMarcado = Field(description="Lo que dice el anexo, en Markdown.")


class Dato(Modelo):
    """Un dato que los textos del caso citan con {dato: nombre}: lleva solo uno de los valores."""

    nombre: Texto = Field(description="Cómo lo llaman los textos: «tope» se cita {dato: tope}.")
    monto: Dinero | None = Field(None, description="Si es dinero: sale en letras y en cifra.")
    fecha: Fecha | None = Field(None, description="Si es una fecha (AAAA-MM-DD): sale larga.")
    texto: Texto | None = Field(None, description="Si es otra cosa, tal como debe leerse.")


class CasoGeneral(Modelo):
    """Lo que una resolución y un decreto tienen en común."""

    tipo: Texto = Field(description="Tipo de documento.")
    acto: ActoGeneral = Field(description="Identificación del acto y su competencia.")
    datos: tuple[Dato, ...] = Field(
        (), description="Montos, fechas y otros datos que los textos citan por su nombre."
    )
    considerandos: TextoMarcado = Field(
        description="Los considerandos, uno por párrafo, en Markdown. Minuta pone el «Que» y el "
        "punto final donde falten."
    )
    dispositiva: TextoMarcado = Field(
        description="Los artículos, en Markdown: «Artículo. **Título.** Texto». Minuta los numera. "
        "La vigencia y las derogatorias van aparte."
    )
    vigencia: Vigencia = Field(description="Desde cuándo rige y qué deroga.")
    anexos: tuple[Anexo, ...] = Field((), description="Anexos del acto, en orden.")
    responsables: tuple[Responsable, ...] = Field(
        (), description="Quienes proyectaron, revisaron y aprobaron."
    )
    memoria: Memoria | None = Field(
        None, description="La memoria justificativa, si se hace con el mismo caso."
    )


TipoResolucion = Annotated[str, opcion(RESOLUCION)]
TipoDecreto = Annotated[str, opcion(DECRETO)]


class CasoResolucion(CasoGeneral):
    """Resolución de carácter general, con sus anexos y, si se pide, su memoria justificativa.

    Fuente: Decreto 1081 de 2015 (técnica normativa) y Ley 1437 de 2011.
    """

    tipo: TipoResolucion = Field(description="Tipo de documento: resolucion.")
    firmante: Firmante = Field(description="La autoridad que firma.")


class CasoDecreto(CasoGeneral):
    """Decreto de carácter general, con sus anexos y, si se pide, su memoria justificativa.

    Fuente: Constitución Política, artículos 115 y 189, y Decreto 1081 de 2015 (técnica normativa).
    """

    tipo: TipoDecreto = Field(description="Tipo de documento: decreto.")
    presidente: Texto | None = Field(
        None, description="Nombre del Presidente de la República, que firma sin antefirma."
    )
    ministros: Annotated[tuple[Firmante, ...], Field(min_length=1)] = Field(
        description="Ministros y directores que firman, en su orden legal de precedencia."
    )
