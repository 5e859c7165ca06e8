"""Un modelo con todo lo que un documento puede tener, para probar el esquema y el caso nuevo."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generador.modelo.comunes import (
    Anio,
    Correo,
    Dinero,
    Entero,
    Fecha,
    Modelo,
    Municipio,
    Nit,
    Porcentaje,
    Seccional,
    SiNo,
    Texto,
    opcion,
)


class Hoja(Modelo):
    """Lo más adentro."""

    valor: Texto = Field(description="Un valor.")
    nota: Texto | None = Field(None, description="Una nota.")


class Rama(Modelo):
    """Un grupo que empieza por otro grupo."""

    hoja: Hoja = Field(description="Una hoja.")
    fechas: tuple[Fecha, ...] = Field((), description="Fechas.")
    hojas: tuple[Hoja, ...] = Field((), description="Hojas.")


class Muestra(Modelo):
    """Una muestra de todo."""

    tipo: Annotated[str, opcion("muestra")] = Field(description="Tipo: muestra.")
    medio: Annotated[str, opcion("electrónica", "en la sede")] = Field(
        "electrónica", description="Medio."
    )
    visible: SiNo = Field(default=True, description="Si se ve.")
    oculta: SiNo = Field(default=False, description="Si se oculta.")
    rama: Rama = Field(description="Una rama obligatoria.")
    otra: Rama | None = Field(None, description="Una rama que puede faltar.")
    ramas: tuple[Rama, ...] = Field(description="Varias ramas.")
    textos: tuple[Texto, ...] = Field(description="Textos.")
    anio: Anio = Field(description="Año.")
    correo: Correo = Field(description="Correo.")
    monto: Dinero = Field(description="Monto.")
    dias: Entero = Field(description="Días.")
    municipio: Municipio = Field(description="Municipio.")
    nit: Nit = Field(description="NIT.")
    porcentaje: Porcentaje = Field(description="Porcentaje.")
    seccionales: tuple[Seccional, ...] | None = Field(None, description="Seccionales.")
    larga: Texto | None = Field(
        None, description="Una explicación que no cabe en una línea. " + "Sigue y sigue. " * 12
    )
