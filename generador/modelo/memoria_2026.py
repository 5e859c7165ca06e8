"""La memoria del régimen 2026: sus dieciséis contenidos, su consulta y sus soportes.

Fuente: Decreto 1081 de 2015, artículos 2.1.2.3.3 y siguientes, en el texto del Decreto 0385 de
2026.
"""

from __future__ import annotations

from pydantic import Field

from generador.modelo.comunes import Fecha, Modelo, Oracion, SiNo
from generador.modelo.memoria_secciones import Afectaciones, Jurisprudencia, NormaVigente, Seccion


class Inventario(Afectaciones):
    """Inventario normativo y cómo lo afecta el proyecto."""

    normas: tuple[NormaVigente, ...] = Field((), description="Las normas que hoy rigen la materia.")


class SegundaConsulta(Modelo):
    """La consulta adicional que sigue a un cambio sustancial del proyecto."""

    desde: Fecha = Field(description="Día en que se volvió a publicar.")
    hasta: Fecha = Field(description="Último día para comentar.")


class Consulta(Modelo):
    """La consulta pública en el SUCOP (Sistema Único de Consulta Pública)."""

    desde: Fecha = Field(description="Día en que se publicó el proyecto.")
    hasta: Fecha = Field(description="Último día para comentar.")
    comentarios: SiNo = Field(description="Si llegaron comentarios.")
    cambios_sustanciales: SiNo = Field(
        description="Si después de la consulta el proyecto cambió en lo sustancial."
    )
    adicional: SegundaConsulta | None = Field(
        None, description="La consulta adicional, si hubo cambios sustanciales."
    )


class Soporte(Modelo):
    """Un soporte de la memoria: si se aporta y, si no, por qué."""

    aporta: SiNo = Field(description="Si se aporta.")
    motivo: Oracion | None = Field(None, description="Por qué no se aporta, si no se aporta.")


class Soportes(Modelo):
    """Los soportes de la memoria; el que no se aporta lleva motivo."""

    estudios_tecnicos: Soporte = Field(description="Estudios técnicos.")
    agenda_regulatoria: Soporte = Field(
        description="Certificación de inclusión en la agenda regulatoria."
    )
    informe_observaciones: Soporte = Field(description="Informe de observaciones y respuestas.")
    concepto_mincit: Soporte = Field(
        description="Concepto del Ministerio de Comercio, Industria y Turismo, si es reglamento "
        "técnico."
    )
    abogacia_competencia: Soporte = Field(description="Concepto de abogacía de la competencia.")
    concepto_funcion_publica: Soporte = Field(
        description="Concepto de la Función Pública sobre trámites."
    )
    certificacion_consulta: Soporte = Field(description="Certificación de la consulta pública.")
    otras_consultas: Soporte = Field(
        description="Consulta a otra autoridad o consulta previa a grupos étnicos."
    )


class Contenido2026(Modelo):
    """Los dieciséis contenidos del régimen 2026, en su orden."""

    problema: Seccion = Field(description="1. Problema o necesidad que se quiere resolver.")
    objetivo: Seccion = Field(description="2. Objetivo del proyecto.")
    competencia: Seccion = Field(description="3. Normas que otorgan la competencia.")
    inventario: Inventario = Field(description="4. Inventario normativo y cómo lo afecta.")
    insuficiencia: Seccion = Field(description="5. Por qué la regulación vigente es insuficiente.")
    alternativas: Seccion = Field(
        description="6. Por qué expedir una norma y no intervenir de otra forma."
    )
    ambito: Seccion = Field(description="7. Ámbito de aplicación.")
    sujetos: Seccion = Field(description="8. Sujetos a quienes va dirigido y lenguaje claro.")
    viabilidad_juridica: Seccion = Field(description="9. Viabilidad jurídica.")
    jurisprudencia: Jurisprudencia = Field(
        description="10. Decisiones de los órganos de cierre de cada jurisdicción."
    )
    instrumentos_internacionales: Seccion = Field(description="11. Instrumentos internacionales.")
    impacto_ambiental: Seccion = Field(description="12. Impacto ambiental.")
    patrimonio_cultural: Seccion = Field(
        description="13. Impacto sobre el patrimonio cultural de la Nación."
    )
    analisis_economico: Seccion = Field(
        description="14. Análisis económico, financiero, fiscal y administrativo."
    )
    presupuesto: Seccion = Field(description="15. Viabilidad o disponibilidad presupuestal.")
    otros: Seccion = Field(description="16. Otros aspectos relevantes.")
    consulta: Consulta = Field(description="La consulta pública en el SUCOP.")
    soportes: Soportes = Field(description="Los soportes de la memoria.")
