"""Caso de asignación por fórmula: una bolsa que se distribuye entre municipios por indicadores.

Fuente: metodología de fórmula del Acuerdo Único del SGR, cuyos grupos, criterios y pesos son datos
del caso.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generador.modelo.asignacion import CasoAsignacion, DeHoja, Indicadores, Numero
from generador.modelo.comunes import Modelo, Porcentaje, Texto, opcion

TIPO: Literal["asignacion-formula"] = "asignacion-formula"
PROPORCIONAL, PARTES_IGUALES, DESDE_UMBRAL = "proporcional", "partes iguales", "desde umbral"

TipoFormula = Annotated[str, opcion(TIPO)]
Reparto = Annotated[str, opcion(PROPORCIONAL, PARTES_IGUALES, DESDE_UMBRAL)]


class FilaMunicipio(Modelo):
    """Un municipio candidato, con sus indicadores."""

    codigo: Texto = Field(description="Código DIVIPOLA de cinco dígitos.")
    departamento: Texto = Field(description="Departamento: se coteja con el código.")
    municipio: Texto = Field(description="Nombre del municipio: se coteja con el código.")
    indicadores: Indicadores = Field(
        default_factory=dict,
        description="Sus indicadores, cada uno por su nombre: «nbi: 14,28».",
    )


class Elegible(Modelo):
    """Qué municipios entran a un grupo: los que llegan al mínimo o, si no hay, los que digan sí."""

    columna: Texto = Field(description="Indicador que decide.")
    minimo: Numero | None = Field(
        None, description="Desde qué valor entra, inclusive. Sin mínimo, el indicador es sí o no."
    )


class CriterioDeReparto(Modelo):
    """Un criterio de distribución dentro de un grupo."""

    nombre: Texto = Field(description="Cómo lo llama el acto.")
    columna: Texto = Field(description="Indicador que lo mide.")
    peso: Porcentaje = Field(description="Peso del criterio; los del grupo suman 100.")
    reparto: Reparto = Field(
        description="proporcional al indicador, partes iguales entre los que lo tienen (mayor que "
        "cero, o sí), o proporcional desde umbral (los que no llegan no reciben)."
    )
    umbral: Numero | None = Field(
        None, description="Desde qué valor cuenta, inclusive, si el reparto es desde umbral."
    )


class Grupo(Modelo):
    """Una parte de la bolsa, con sus elegibles y sus criterios."""

    nombre: Texto = Field(description="Cómo lo llama el acto: «Municipios productores».")
    porcentaje: Porcentaje = Field(description="Parte de la bolsa; las de los grupos suman 100.")
    elegible: Elegible = Field(description="Qué municipios entran.")
    criterios: Annotated[tuple[CriterioDeReparto, ...], Field(min_length=1)] = Field(
        description="Criterios con que se reparte."
    )


Municipios = Annotated[tuple[FilaMunicipio, ...], Field(min_length=1), DeHoja()]


class CasoFormula(CasoAsignacion):
    """Distribución de una bolsa entre municipios por fórmula (incentivo a la producción, SGR).

    Fuente: Ley 2056 de 2020 y metodología de fórmula del Acuerdo Único del SGR.
    """

    tipo: TipoFormula = Field(description="Tipo de documento: asignacion-formula.")
    grupos: Annotated[tuple[Grupo, ...], Field(min_length=1)] = Field(
        description="Cómo se divide la bolsa. Un municipio puede estar en varios grupos."
    )
    municipios: Municipios = Field(
        description="Los municipios candidatos: una hoja al lado del caso («archivo» y «hoja») o "
        "la lista."
    )
