"""La calculadora de puntaje proporcional: cada bien vale según lo que participa.

El texto dice dónde va el cuadro con una línea sola, `[[puntaje: nombre]]`, y cita un puntaje con
`{dato: nombre: bien}`, `{dato: nombre: proponente}` o `{dato: nombre: total}`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from generador.errores import DatoInvalido
from generador.modelo import formas
from generador.modelo.comunes import Lector, Modelo, Porcentaje, Texto, leer_texto

DECIMALES_MAXIMOS = 6
_PUNTOS = re.compile(r"(0|[1-9][0-9]{0,5})(?:,([0-9]{1,6}))?")


def leer_puntos(crudo: str) -> Decimal:
    """Un puntaje mayor que cero, con coma decimal y sin separador de miles.

    >>> leer_puntos("20"), leer_puntos("0,25")
    (Decimal('20'), Decimal('0.25'))
    >>> leer_puntos("2.5")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «2.5» no es un puntaje. Escríbalo con coma decimal y sin ...
    >>> leer_puntos("0")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: El puntaje es cero. Escriba cuántos puntos se reparten.
    """
    texto = leer_texto(crudo)
    escrito = _PUNTOS.fullmatch(texto)
    if escrito is None:
        raise DatoInvalido(
            f"«{texto}» no es un puntaje.",
            "Escríbalo con coma decimal y sin puntos, como 20 o 0,25.",
        )
    puntos = Decimal(f"{escrito[1]}.{escrito[2]}" if escrito[2] else escrito[1])
    if not puntos:
        raise DatoInvalido("El puntaje es cero.", "Escriba cuántos puntos se reparten.")
    return puntos


def leer_decimales(crudo: str) -> int:
    """Con cuántos decimales se dan los puntos, de 0 a 6.

    >>> leer_decimales("2")
    2
    >>> leer_decimales("7")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «7» no sirve. Escriba cuántos decimales lleva cada puntaje, ...
    """
    texto = leer_texto(crudo)
    if not re.fullmatch(rf"[0-{DECIMALES_MAXIMOS}]", texto):
        raise DatoInvalido(
            f"«{texto}» no sirve.",
            f"Escriba cuántos decimales lleva cada puntaje, de 0 a {DECIMALES_MAXIMOS}.",
        )
    return int(texto)


_PUNTOS_DADOS = {"type": formas.NUMERO_O_TEXTO, "examples": [20, "0,25"]}
_DECIMALES = {"type": ["string", "integer"], "examples": [0, 2]}
Puntos = Annotated[Decimal, Lector(leer_puntos, _PUNTOS_DADOS)]
Decimales = Annotated[int, Lector(leer_decimales, _DECIMALES)]


class Bien(Modelo):
    """Un bien y su participación."""

    nombre: Texto = Field(description="Nombre del bien, como sale en el cuadro.")
    participacion: Porcentaje = Field(
        description="Su participación, en por ciento, con coma decimal. Entre llaves va entre "
        "comillas: {participacion: '34,5'}."
    )


class Proponente(Modelo):
    """Un proponente y los bienes que ofreció."""

    nombre: Texto = Field(description="Nombre del proponente, como sale en el cuadro.")
    ofrece: tuple[Texto, ...] = Field(
        (), description="Los bienes que ofreció, con el mismo nombre que en «bienes»."
    )


class Puntaje(Modelo):
    """Un puntaje que se reparte entre unos bienes en proporción a su participación."""

    nombre: Texto = Field(description="Cómo lo llama el texto en [[puntaje: nombre]].")
    titulo: Texto = Field(description="Título del cuadro, sin punto final.")
    maximo: Puntos = Field(description="Cuántos puntos se reparten en total.")
    decimales: Decimales = Field(description="Con cuántos decimales se dan los puntos, de 0 a 6.")
    bienes: Annotated[tuple[Bien, ...], Field(min_length=1)] = Field(
        description="Los bienes, en el orden del cuadro."
    )
    proponentes: tuple[Proponente, ...] = Field(
        (), description="Quiénes ofrecieron, si también se calcula su puntaje."
    )
