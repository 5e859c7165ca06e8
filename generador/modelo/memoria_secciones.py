"""Las secciones de la memoria justificativa: lo que todas comparten y lo que pide cada régimen.

Fuente: Decreto 1081 de 2015, artículos 2.1.2.1.6 y 2.1.2.1.7 (régimen 2020), y artículos 2.1.2.3.3
y siguientes en el texto del Decreto 0385 de 2026 (régimen 2026).
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generador.modelo.comunes import (
    Fecha,
    Frase,
    Modelo,
    Oracion,
    SiNo,
    Texto,
    TextoMarcado,
    frase,
    opcion,
)

Vigencia = Annotated[
    str, opcion("vigente", "vigente con modificaciones", "derogada", "suspendida", "inexequible")
]
Verbo = Annotated[str, opcion("deroga", "subroga", "modifica", "adiciona", "sustituye")]


class Seccion(Modelo):
    """Una sección: su texto, o por qué no aplica. Lleva lo uno o lo otro."""

    texto: TextoMarcado | None = Field(
        None,
        description="Lo que dice la sección, en Markdown; o «archivo: nombre.md», si está en un "
        "archivo al lado.",
    )
    no_aplica: Oracion | None = Field(
        None, description="Por qué no aplica: el documento dirá «No aplica.» y este motivo."
    )


class NormaVigente(Modelo):
    """Una norma que se reglamenta o desarrolla, con su publicación y su vigencia."""

    norma: Frase = Field(description="La norma, con su número y año: «Ley 2056 de 2020».")
    diario_oficial: Texto | None = Field(
        None, description="Número del Diario Oficial en que se publicó, con su punto: 51.453."
    )
    fecha_diario: Fecha | None = Field(None, description="Fecha de ese Diario Oficial.")
    otra_publicacion: Annotated[str, frase("en")] | None = Field(
        None,
        description="Dónde se publicó, si no fue en el Diario Oficial; sigue a «publicada en»: "
        "«la página web de la entidad, el …».",
    )
    estado: Vigencia = Field(description="En qué estado está.")
    en_especial: Frase | None = Field(
        None,
        description="Lo que de ella se desarrolla, con su artículo: «los numerales 4 y 8 del "
        "artículo 2».",
    )


class Normas(Modelo):
    """Vigencia de las normas que el proyecto reglamenta o desarrolla."""

    normas: Annotated[tuple[NormaVigente, ...], Field(min_length=1)] = Field(
        description="Las normas, una por una."
    )
    texto: TextoMarcado | None = Field(None, description="Lo que haya que agregar.")


class Afectacion(Modelo):
    """Una disposición que el proyecto deroga, subroga, modifica, adiciona o sustituye."""

    verbo: Verbo = Field(description="Qué le hace el proyecto.")
    disposicion: Frase = Field(
        description="La disposición, con su artículo: «el artículo 5 de la Resolución …»."
    )
    razon: Annotated[str, frase("porque")] | None = Field(
        None, description="Por qué, sin punto final; sigue a «porque»."
    )


class Afectaciones(Seccion):
    """Lo que el proyecto deroga, subroga, modifica, adiciona o sustituye, o por qué nada."""

    afectaciones: tuple[Afectacion, ...] = Field((), description="Las disposiciones afectadas.")


class Decision(Modelo):
    """Una providencia que importa para el proyecto."""

    providencia: Frase = Field(
        description="Corporación, providencia y fecha, con su artículo: «la Sentencia C-713 de "
        "2008 de la Corte Constitucional»."
    )
    relevancia: Oracion = Field(description="Qué decide y por qué importa, en una o más frases.")


class Jurisprudencia(Seccion):
    """Jurisprudencia de los órganos de cierre, o por qué no hay."""

    decisiones: tuple[Decision, ...] = Field((), description="Las providencias, una por una.")


class Publicacion(Modelo):
    """La publicación del proyecto para comentarios de la ciudadanía."""

    medio: Annotated[str, frase("en")] = Field(
        description="Dónde se publicó, con su artículo; sigue a «en»: «la página web del …»."
    )
    desde: Fecha = Field(description="Día en que se publicó.")
    hasta: Fecha = Field(description="Último día para comentar.")
    comentarios: SiNo = Field(description="Si llegaron comentarios.")


class Concepto(Modelo):
    """Un concepto previo de otra entidad: si procede pedirlo y por qué."""

    procede: SiNo = Field(description="Si el proyecto lo necesita.")
    motivo: Annotated[str, frase("porque")] = Field(
        description="Por qué sí o por qué no; sigue a «porque», sin punto final."
    )
    concepto: Frase | None = Field(
        None, description="El concepto recibido, con su artículo: «el oficio 25-0000 del …»."
    )


class Circunstancias(Modelo):
    """Circunstancias jurídicas adicionales; se escriben las que correspondan."""

    publicacion: Publicacion | None = Field(None, description="Publicación para comentarios.")
    abogacia_competencia: Concepto | None = Field(
        None, description="Abogacía de la competencia (Superintendencia de Industria y Comercio)."
    )
    reglamento_tecnico: Concepto | None = Field(
        None, description="Si es reglamento técnico (Ministerio de Comercio, Industria y Turismo)."
    )
    tramites: Concepto | None = Field(
        None, description="Si crea o modifica trámites (Departamento de la Función Pública)."
    )
    otras: TextoMarcado | None = Field(None, description="Las demás.")


class Anexos(Modelo):
    """Anexos de la memoria: sí sale como X y no como N/A."""

    certificacion: SiNo = Field(
        description="Certificación de consulta, publicidad y agenda regulatoria."
    )
    concepto_mincit: SiNo = Field(
        description="Concepto o conceptos del Ministerio de Comercio, Industria y Turismo."
    )
    informe_observaciones: SiNo = Field(description="Informe de observaciones y respuestas.")
    concepto_abogacia: SiNo = Field(
        description="Concepto de abogacía de la competencia de la Superintendencia."
    )
    concepto_funcion_publica: SiNo = Field(
        description="Concepto de la Función Pública sobre trámites nuevos."
    )
    cuestionario_abogacia: SiNo = Field(description="Cuestionario de abogacía de la competencia.")
    otro: Frase | None = Field(None, description="Otro anexo, si lo hay: qué es.")


class Contenido2020(Modelo):
    """Las secciones del régimen 2020, en su orden."""

    antecedentes: Seccion = Field(
        description="1. Antecedentes y razones de oportunidad y conveniencia. No basta con "
        "transcribir los considerandos."
    )
    ambito: Seccion = Field(description="2. Ámbito de aplicación y sujetos a quienes va dirigido.")
    competencia: Seccion = Field(description="3.1. Normas que otorgan la competencia.")
    vigencia: Normas = Field(description="3.2. Vigencia de la norma reglamentada o desarrollada.")
    derogatorias: Afectaciones = Field(
        description="3.3. Disposiciones derogadas, subrogadas, modificadas, adicionadas o "
        "sustituidas."
    )
    jurisprudencia: Jurisprudencia = Field(
        description="3.4. Jurisprudencia relevante de los órganos de cierre."
    )
    circunstancias: Circunstancias = Field(description="3.5. Circunstancias jurídicas adicionales.")
    impacto_economico: Seccion = Field(description="4. Impacto económico, si se requiere.")
    presupuesto: Seccion = Field(description="5. Viabilidad o disponibilidad presupuestal.")
    impacto_ambiental: Seccion = Field(
        description="6. Impacto medioambiental o sobre el patrimonio cultural de la Nación."
    )
    estudios_tecnicos: Seccion = Field(description="7. Estudios técnicos que lo sustentan.")
    anexos: Anexos = Field(description="Tabla de anexos.")
