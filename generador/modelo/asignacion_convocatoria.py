"""Caso de asignación por convocatoria: proyectos que compiten por una bolsa.

Fuente: metodología de convocatoria pública y competitiva del Acuerdo Único del SGR, cuyos
criterios, topes, desempates y reglas de saldo son datos del caso.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from generador.modelo.asignacion import CasoAsignacion, Codigos, DeHoja, Indicadores, Numero
from generador.modelo.comunes import Dinero, Entero, Fecha, Modelo, SiNo, Texto, opcion

TIPO: Literal["asignacion-convocatoria"] = "asignacion-convocatoria"
LINEAL, TRAMOS, SI_NO, DIRECTO = "lineal", "tramos", "si_no", "directo"
RECORTAR, RECHAZAR = "recortar", "rechazar"
PARTES_IGUALES, COMPLETO = "partes iguales", "completo"
HASTA_LO_COFINANCIADO, SIN_LIMITE = "hasta lo cofinanciado", "sin límite"
PARCIAL, SALTAR, DETENER = "parcial", "saltar", "detener"
MAYOR, MENOR = "mayor", "menor"
POR_TIPO, POR_LINEA, POR_TODOS = "tipo", "línea", "todos"

TipoConvocatoria = Annotated[str, opcion(TIPO)]
Forma = Annotated[str, opcion(LINEAL, TRAMOS, SI_NO, DIRECTO)]
SobreTope = Annotated[str, opcion(RECORTAR, RECHAZAR)]
RepartoCompartidos = Annotated[str, opcion(PARTES_IGUALES, COMPLETO)]
Exceso = Annotated[str, opcion(HASTA_LO_COFINANCIADO, SIN_LIMITE)]
SaldoInsuficiente = Annotated[str, opcion(PARCIAL, SALTAR, DETENER)]
Gana = Annotated[str, opcion(MAYOR, MENOR)]
Entre = Annotated[str, opcion(POR_TIPO, POR_LINEA, POR_TODOS)]


class Proyecto(Modelo):
    """Un proyecto presentado, con sus indicadores."""

    codigo: Texto = Field(description="Código del proyecto; no se repite.")
    nombre: Texto = Field(description="Nombre del proyecto.")
    linea: Texto = Field(description="Línea de la convocatoria en que compite.")
    tipo: Texto = Field(description="Tipo de proyecto: decide su tope.")
    municipios: Codigos = Field(description="Códigos DIVIPOLA, separados por punto y coma.")
    costo: Dinero = Field(description="Costo total del proyecto.")
    solicitado: Dinero = Field(description="Monto solicitado a la bolsa.")
    cofinanciacion: Dinero = Field(Decimal(0), description="Monto cofinanciado por otras fuentes.")
    elegible: SiNo = Field(description="Si cumplió los requisitos para ser evaluado.")
    motivo: Texto | None = Field(None, description="Por qué no es elegible, si no lo es.")
    indicadores: Indicadores = Field(
        default_factory=dict,
        description="Sus indicadores, cada uno por su nombre: «beneficiarios: 1200».",
    )


class Convocatoria(Modelo):
    """La convocatoria que se resuelve."""

    nombre: Texto = Field(description="Nombre de la convocatoria, como la cita el acto.")
    apertura: Fecha = Field(description="Fecha de apertura.")
    dias: Entero = Field(description="Cuántos días calendario duró.")


class PorMunicipio(Modelo):
    """Límites de cada municipio en toda la convocatoria."""

    proyectos: Entero | None = Field(None, description="Cuántos proyectos, como máximo.")
    tope: Dinero | None = Field(None, description="Tope conjunto de sus proyectos.")
    sobre_tope: SobreTope | None = Field(
        None,
        description="Qué pasa con el proyecto que no cabe en lo que le queda al municipio: "
        "recortar (recibe lo que quepa) o rechazar. Hace falta si alguno no cabe.",
    )
    superable_con_cofinanciacion: SiNo = Field(
        default=False, description="Si un proyecto cofinanciado puede pasar del tope conjunto."
    )
    exceso: Exceso | None = Field(
        None,
        description="Hasta dónde se supera el tope: hasta lo cofinanciado (el tope crece en lo que "
        "los proyectos asignados cofinancian) o sin límite. Hace falta si alguno lo supera.",
    )
    reparto_compartidos: RepartoCompartidos | None = Field(
        None,
        description="Cuánto de un proyecto de varios municipios cuenta en el tope de cada uno: "
        "partes iguales o completo. Hace falta si hay alguno y hay tope.",
    )


class TipoDeProyecto(Modelo):
    """Un tipo de proyecto y su tope."""

    nombre: Texto = Field(description="Nombre del tipo, como en los proyectos.")
    tope: Dinero = Field(description="Lo máximo que se asigna a un proyecto de este tipo.")
    sobre_tope: SobreTope | None = Field(
        None,
        description="Qué pasa con el que pide más: recortar (recibe hasta el tope) o rechazar. "
        "Hace falta si alguno lo pasa.",
    )


class Tramo(Modelo):
    """Un escalón de puntaje."""

    desde: Numero = Field(description="Desde qué valor, inclusive.")
    puntos: Numero = Field(description="Puntos que da.")


class Puntos(Modelo):
    """Cómo se vuelve puntos el dato de un criterio."""

    forma: Forma = Field(
        description="lineal (de cero en «desde» al máximo en «hasta»), tramos (los del escalón más "
        "alto que alcanza), si_no (el máximo o nada) o directo (el dato ya son puntos)."
    )
    desde: Numero | None = Field(None, description="Si es lineal: el valor que da cero puntos.")
    hasta: Numero | None = Field(None, description="Si es lineal: el valor que da el máximo.")
    tramos: tuple[Tramo, ...] = Field((), description="Si es por tramos: los escalones.")


class Razon(Modelo):
    """Una columna dividida entre otra."""

    de: Texto = Field(description="Columna que se divide: «beneficiarios».")
    entre: Texto = Field(description="Columna entre la que se divide: «habitantes».")


class MenorCosto(Modelo):
    """El menor costo por unidad entre los elegibles, dividido entre el del proyecto."""

    costo: Texto = Field(description="Columna del costo.")
    entre: Texto = Field(description="Columna de las unidades: «beneficiarios».")
    por: Entre = Field(description="Con quiénes se compara: los de su tipo, su línea o todos.")


class CriterioDePuntaje(Modelo):
    """Un criterio de evaluación: su dato sale de una columna, una razón o un menor costo."""

    nombre: Texto = Field(description="Cómo lo llama la convocatoria.")
    maximo: Numero = Field(description="Puntaje máximo; los de todos suman 100.")
    columna: Texto | None = Field(None, description="Si el dato es una columna: cuál.")
    razon: Razon | None = Field(None, description="Si el dato es la razón de dos columnas.")
    menor_costo: MenorCosto | None = Field(
        None, description="Si el dato compara el costo por unidad con el menor."
    )
    puntos: Puntos = Field(description="Cómo se vuelve puntos.")


class Desempate(Modelo):
    """Un criterio de desempate: el valor de una columna o los puntos de un criterio."""

    nombre: Texto | None = Field(
        None, description="Cómo lo llama la convocatoria. Sin él, como la columna o el criterio."
    )
    columna: Texto | None = Field(None, description="Si se desempata con una columna: cuál.")
    criterio: Texto | None = Field(
        None, description="Si se desempata con los puntos de un criterio: su nombre."
    )
    gana: Gana = Field(description="Si gana el valor mayor o el menor.")

    @property
    def regla(self) -> str:
        """La regla en palabras, como la dicen el acto y la traza.

        >>> Desempate(columna="orden_radicacion", gana="menor").regla
        'el menor valor de «orden radicacion»'
        >>> Desempate(criterio="NBI", gana="mayor").regla
        'el mayor puntaje en «NBI»'
        """
        propio = self.columna if self.criterio is None else self.criterio
        que = "valor de" if self.criterio is None else "puntaje en"
        # Una columna suele llevar rayas donde el acto lleva espacios.
        nombre = str(propio).replace("_", " ") if self.nombre is None else self.nombre
        return f"el {self.gana} {que} «{nombre}»"


class CasoConvocatoria(CasoAsignacion):
    """Asignación de una bolsa entre los proyectos de una convocatoria (incentivo a la producción).

    Fuente: Ley 2056 de 2020 y metodología de convocatoria del Acuerdo Único del SGR.
    """

    tipo: TipoConvocatoria = Field(description="Tipo de documento: asignacion-convocatoria.")
    convocatoria: Convocatoria = Field(description="La convocatoria que se resuelve.")
    proyectos: Annotated[tuple[Proyecto, ...], Field(min_length=1), DeHoja()] = Field(
        description="Los proyectos: una hoja al lado del caso («archivo» y «hoja») o la lista."
    )
    lineas: Annotated[tuple[Texto, ...], Field(min_length=1)] = Field(
        description="Líneas, en el orden en que se recorren en cada ronda."
    )
    por_ronda: Entero = Field(
        default=1, description="Proyectos por municipio en cada ronda, entre todas las líneas."
    )
    por_municipio: PorMunicipio | None = Field(
        None, description="Límites de cada municipio, si los hay."
    )
    tipos: Annotated[tuple[TipoDeProyecto, ...], Field(min_length=1)] = Field(
        description="Tipos de proyecto, con su tope."
    )
    criterios: Annotated[tuple[CriterioDePuntaje, ...], Field(min_length=1)] = Field(
        description="Criterios de evaluación: sus máximos suman 100."
    )
    decimales_puntaje: Entero = Field(
        description="A cuántos decimales se redondea el puntaje de cada criterio."
    )
    desempates: tuple[Desempate, ...] = Field(
        (), description="Desempates, en orden. Hacen falta si un empate cambia el resultado."
    )
    saldo_insuficiente: SaldoInsuficiente | None = Field(
        None,
        description="Qué pasa con el proyecto que pide más que el saldo: parcial (recibe lo que "
        "queda), saltar (se sigue con los demás) o detener. Hace falta si alguno no cabe.",
    )
