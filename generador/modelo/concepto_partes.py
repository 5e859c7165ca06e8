"""Las partes de un concepto: a quién se responde, qué preguntó y qué se le contesta."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generador.modelo.comunes import (
    Correo,
    Fecha,
    Frase,
    Modelo,
    Oracion,
    Texto,
    TextoMarcado,
    opcion,
)

Papel = Annotated[str, opcion("Elaboró", "Revisó", "Aprobó")]


class Descriptor(Modelo):
    """Una entrada del tesauro, con el extracto del concepto que la desarrolla."""

    tema: Texto = Field(description="El tema, en mayúsculas: APOYO A LA INDUSTRIA NACIONAL.")
    subtemas: tuple[Texto, ...] = Field((), description="Los subtemas, del general al particular.")
    extracto: TextoMarcado = Field(description="El extracto que lo desarrolla, en Markdown.")


class Destinatario(Modelo):
    """A quién se dirige el concepto."""

    tratamiento: Texto = Field(description="Señora, Señor o Doctora.")
    nombre: Texto = Field(description="Nombre completo.")
    cargo: Texto | None = Field(None, description="Cargo, si escribe por una entidad.")
    entidad: Texto | None = Field(None, description="Entidad o empresa.")
    correo: Correo | None = Field(None, description="Correo al que se responde.")
    ciudad: Texto = Field(description="Ciudad y departamento: Manizales (Caldas).")
    saludo: Frase = Field(
        description="Cómo se le saluda, sin los dos puntos: «Estimada señora Inventada»."
    )


class Radicacion(Modelo):
    """La radicación de la petición en la entidad que responde."""

    numero: Texto = Field(description="Número de radicado.")
    fecha: Fecha = Field(description="Día en que se recibió (AAAA-MM-DD): cuenta el término.")


class Traslado(Modelo):
    """El traslado con que llegó la petición, si la recibió antes otra entidad."""

    de: Frase = Field(description="Entidad que la trasladó, sin artículo: «Ministerio de …».")
    oficio: Texto = Field(description="Número del oficio de traslado.")
    fecha: Fecha = Field(description="Fecha de ese oficio (AAAA-MM-DD).")


class PuntoTrasladado(Modelo):
    """Un punto de la petición que responde otra entidad."""

    punto: Texto = Field(description="Qué punto de la petición: 3.")
    transcripcion: TextoMarcado = Field(description="El punto transcrito: va en nota al pie.")
    a: Frase = Field(description="Entidad a la que se trasladó, sin artículo: «Ministerio de …».")
    oficio: Texto = Field(description="Número del oficio de traslado.")
    fecha: Fecha = Field(description="Fecha de ese oficio (AAAA-MM-DD).")


class Problema(Modelo):
    """Un problema planteado. Minuta los numera: i, ii."""

    pregunta: Texto = Field(description="La pregunta, con sus signos: «¿…?».")
    puntos: tuple[Texto, ...] = Field(
        (), description="De qué puntos de la petición sale, por su número."
    )


class Respuesta(Modelo):
    """Lo que se responde a uno o varios problemas."""

    responde: Annotated[tuple[Texto, ...], Field(min_length=1)] = Field(
        description="A qué problemas responde, por su número: i, ii."
    )
    texto: TextoMarcado = Field(description="La respuesta, en Markdown.")


class Consideracion(Modelo):
    """Una consideración del formato 2022, que Minuta numera: 2.1, 2.2."""

    titulo: Oracion = Field(description="Título, sin número ni punto final.")
    texto: TextoMarcado = Field(
        description="Lo que dice, en Markdown. Los títulos de adentro, con «## », salen 2.1.1."
    )


class Razon(Modelo):
    """Una razón del formato 2025, que Minuta numera: i., ii."""

    titulo: Oracion | None = Field(None, description="Título corrido, en negrilla, si lo lleva.")
    texto: TextoMarcado = Field(description="Lo que dice, en Markdown.")


class ReferenciaAgregada(Modelo):
    """Una norma que se pone a mano en las referencias."""

    norma: Texto = Field(description="La norma, con sus artículos si es el caso.")
    motivo: Texto = Field(description="Por qué se agrega, si el texto no la cita.")


class ReferenciaExcluida(Modelo):
    """Una norma citada que no va en las referencias."""

    norma: Texto = Field(description="La norma: «Ley 57 de 1887».")
    motivo: Texto = Field(description="Por qué no va.")


class AjustesDeReferencias(Modelo):
    """Lo que el asesor cambia de las referencias normativas, que Minuta saca del texto."""

    agregar: tuple[ReferenciaAgregada, ...] = Field((), description="Lo que se pone a mano.")
    excluir: tuple[ReferenciaExcluida, ...] = Field((), description="Lo que se saca.")


class TextosFijos(Modelo):
    """Los textos de la entidad que la oficina cambia en este concepto."""

    competencia: TextoMarcado | None = Field(None, description="Con qué competencia se responde.")
    traslado: TextoMarcado | None = Field(None, description="Cómo llegó la petición, si llegó así.")
    acotacion: TextoMarcado | None = Field(
        None, description="Acotación preliminar (formato 2025): solo normas generales."
    )
    entrada: TextoMarcado | None = Field(
        None, description="Entrada de las consideraciones (2022) o de las razones (2025)."
    )
    advertencia: TextoMarcado | None = Field(
        None, description="Advertencia final (2025), en las respuestas y en las razones."
    )
    entrada_referencias: TextoMarcado | None = Field(
        None, description="Entrada de las referencias normativas (2025)."
    )
    cierre_doctrina: TextoMarcado | None = Field(
        None, description="Cierre de la doctrina (2025), con el enlace a la relatoría."
    )
    alcance: TextoMarcado | None = Field(None, description="Alcance del concepto.")


class Responsable(Modelo):
    """Quien elaboró, revisó o aprobó."""

    papel: Papel = Field(description="Elaboró, Revisó o Aprobó.")
    nombre: Texto = Field(description="Nombre completo.")
    cargo: Texto = Field(description="Cargo y dependencia.")
