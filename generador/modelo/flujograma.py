"""El flujograma y la matriz de criterios, escritos como datos y no como dibujo ni como tabla.

El texto dice dónde van con una línea sola: `[[flujograma: nombre]]` o `[[matriz: nombre]]`.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from generador.modelo.comunes import Entero, Modelo, SiNo, Texto


class Rama(Modelo):
    """Una salida de un paso: un criterio que se aplica en él, o a dónde lleva una condición."""

    texto: Texto = Field(description="Qué dice el recuadro de la rama, en pocas palabras.")
    lleva_a: Entero | None = Field(
        None, description="Número del paso al que lleva; sin él, sigue al paso siguiente."
    )
    termina: SiNo = Field(default=False, description="Si en ella termina el procedimiento.")


class Paso(Modelo):
    """Un paso del procedimiento."""

    numero: Entero = Field(description="Número del paso, desde 1.")
    titulo: Texto = Field(description="Nombre corto del paso.")
    texto: Texto | None = Field(None, description="Qué se hace y quién, en una o dos frases.")
    ramas: tuple[Rama, ...] = Field((), description="En qué se abre el paso, si se abre.")


class Flujograma(Modelo):
    """Un procedimiento por pasos: sale como figura y como lista numerada."""

    nombre: Texto = Field(description="Cómo lo llama el texto en [[flujograma: nombre]].")
    titulo: Texto = Field(description="Título de la figura, sin punto final.")
    pasos: Annotated[tuple[Paso, ...], Field(min_length=1)] = Field(
        description="Los pasos, en orden."
    )


class Criterio(Modelo):
    """Un criterio de evaluación."""

    nombre: Texto = Field(description="Nombre del criterio.")
    definicion: Texto = Field(description="Qué mide y con qué fuente se verifica.")
    puntaje: Entero = Field(description="Puntaje máximo.")


class Matriz(Modelo):
    """Matriz de criterios de evaluación: Minuta suma los puntajes."""

    nombre: Texto = Field(description="Cómo la llama el texto en [[matriz: nombre]].")
    titulo: Texto = Field(description="Título del cuadro, sin punto final.")
    criterios: Annotated[tuple[Criterio, ...], Field(min_length=1)] = Field(
        description="Los criterios, en orden."
    )
    total: Entero | None = Field(
        None, description="Puntaje máximo total, si se declara: se comprueba contra la suma."
    )
