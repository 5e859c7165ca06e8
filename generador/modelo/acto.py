"""Lo que todo acto administrativo tiene: quién lo expide, quién firma y quién responde."""

from __future__ import annotations

from pydantic import Field

from generador.modelo.comunes import Fecha, Modelo, Texto


class Persona(Modelo):
    """Quien firma o responde por un documento."""

    nombre: Texto = Field(description="Nombre completo, como debe aparecer bajo la firma.")
    cargo: Texto = Field(description="Cargo y dependencia.")


class Acto(Modelo):
    """Identificación del acto. Sin número o sin fecha es un proyecto y no tiene copias."""

    numero: Texto | None = Field(
        None, description="Número del acto. Mientras falte quedan los espacios de ley."
    )
    fecha: Fecha | None = Field(None, description="Fecha de expedición (AAAA-MM-DD).")
    ciudad: Texto = Field("Bogotá, D. C.", description="Ciudad donde se expide.")
    entidad: Texto = Field(
        "Ministerio de Comercio, Industria y Turismo",
        description="Entidad que expide. La ley asigna la suscripción del plan a este Ministerio.",
    )
    autoridad: Texto = Field(
        description="Autoridad que expide, con su artículo: «La Directora de …»."
    )
    facultades: Texto = Field(
        description="Facultades con sus normas, desde «En ejercicio de …», sin punto final."
    )
    constancia_demora: Texto | None = Field(
        None,
        description="Por qué se expide vencido el término para decidir; sigue a «porque», sin "
        "punto final.",
    )
    firmante: Persona = Field(description="Quien firma el acto.")
    proyecto: Persona = Field(description="Quien proyectó.")
    reviso: Persona = Field(description="Quien revisó.")
    aprobo: Persona = Field(description="Quien aprobó.")

    @property
    def es_oficial(self) -> bool:
        """Si tiene número y fecha: solo entonces hay copias oficiales."""
        return self.numero is not None and self.fecha is not None
