"""Caso de memoria justificativa de un proyecto de decreto o de resolución, en los dos regímenes.

El régimen se escribe: Minuta no lo deduce de la fecha. Fuente: Decreto 1081 de 2015, artículos
2.1.2.1.6 y 2.1.2.1.7 (Decretos 1609 de 2015, 270 de 2017 y 1273 de 2020), y Decreto 0385 de 2026.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generador.modelo.comunes import Fecha, Lector, Modelo, Oracion, Texto, opcion
from generador.modelo.flujograma import Flujograma, Matriz
from generador.modelo.memoria_2026 import Contenido2026
from generador.modelo.memoria_secciones import Contenido2020

TIPO: Literal["memoria"] = "memoria"
REGIMEN_2020, REGIMEN_2026 = "2020", "2026"
DECRETO, RESOLUCION = "decreto", "resolución"
TITULAR, ENCARGADO, DELEGADO = "titular", "encargado", "delegado"
JEFE_JURIDICO, RESPONSABLE = "jefe de la oficina jurídica", "responsable del proyecto"

TipoDeCaso = Annotated[str, opcion(TIPO)]
# Sin comillas, para YAML el régimen es un número: el editor no debe señalarlo.
_REGIMEN = {"type": ["string", "integer"], "examples": [int(REGIMEN_2020), int(REGIMEN_2026)]}
Regimen = Annotated[str, Lector(opcion(REGIMEN_2020, REGIMEN_2026).leer, _REGIMEN)]
Clase = Annotated[str, opcion(DECRETO, RESOLUCION)]
FormatoDeFecha = Annotated[str, opcion("dd/mm/aaaa", "dd/mm/aa", "mes y año")]
Calidad = Annotated[str, opcion(TITULAR, ENCARGADO, DELEGADO)]
Papel = Annotated[str, opcion(JEFE_JURIDICO, RESPONSABLE, "otro")]


class ProyectoNormativo(Modelo):
    """El proyecto de decreto o de resolución que la memoria justifica."""

    clase: Clase = Field(description="Qué se proyecta: decreto o resolución.")
    epigrafe: Oracion = Field(
        description="El epígrafe completo, sin comillas ni punto final: «Por la cual …»."
    )
    entidad: Texto = Field(description="Entidad originadora.")


class Firma(Modelo):
    """Quien aprueba la memoria."""

    nombre: Texto = Field(description="Nombre completo, como debe aparecer bajo la línea.")
    cargo: Texto = Field(description="Cargo.")
    entidad: Texto | None = Field(None, description="Entidad, si no es la originadora.")
    papel: Papel = Field(description="Por qué firma. Siempre firma el jefe de la oficina jurídica.")
    calidad: Calidad = Field(
        TITULAR, description="titular, encargado (sale «(E)» tras el cargo) o delegado."
    )
    acto: Texto | None = Field(
        None,
        description="Acto de encargo o de delegación, si no es titular: «Resolución 0000 del …».",
    )


class Memoria(Modelo):
    """La memoria justificativa: su régimen, sus secciones y sus firmas."""

    regimen: Regimen = Field(
        description="Con qué régimen se hace: 2020 o 2026. Solo se escribe el contenido de ese."
    )
    fecha: Fecha | None = Field(None, description="Fecha de la memoria (AAAA-MM-DD).")
    formato_fecha: FormatoDeFecha = Field(
        "dd/mm/aaaa", description="Cómo se escribe la fecha y qué dice su rótulo."
    )
    contenido_2020: Contenido2020 | None = Field(
        None, description="Las secciones, si el régimen es 2020."
    )
    contenido_2026: Contenido2026 | None = Field(
        None, description="Los contenidos, si el régimen es 2026."
    )
    flujogramas: tuple[Flujograma, ...] = Field(
        (), description="Flujogramas que el texto trae con [[flujograma: nombre]]."
    )
    matrices: tuple[Matriz, ...] = Field(
        (), description="Matrices de criterios que el texto trae con [[matriz: nombre]]."
    )
    firmas: Annotated[tuple[Firma, ...], Field(min_length=1)] = Field(
        description="Quienes aprueban, en el orden en que firman."
    )


class CasoMemoria(Modelo):
    """Memoria justificativa de un proyecto de decreto o de resolución.

    Fuente: Decreto 1081 de 2015, artículos 2.1.2.1.6 y siguientes, y Decreto 0385 de 2026.
    """

    tipo: TipoDeCaso = Field(description="Tipo de documento: memoria.")
    proyecto: ProyectoNormativo = Field(description="El proyecto que la memoria justifica.")
    memoria: Memoria = Field(description="La memoria.")
