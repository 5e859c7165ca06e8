"""La hoja «Parámetros»: con qué reglas se hizo una asignación, como están en el caso."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from generador.caso.arbol import extender
from generador.cuadernos.libro import Columna, Formato, Hoja
from generador.modelo.comunes import Modelo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generador.cuadernos.libro import Dato

COLUMNAS = (
    Columna("Parámetro", 42),
    Columna("Valor", 32, Formato.NUMERO),
    Columna("Qué es", 90),
)


def hoja_de_parametros(
    caso: Modelo, campos: Sequence[str], resultado: Sequence[tuple[str, Dato]]
) -> Hoja:
    """Los totales del resultado y, debajo, cada campo del caso con su valor y su explicación.

    Args:
        caso: el caso de una asignación.
        campos: cuáles de sus campos, en orden.
        resultado: los totales, cada uno con su nombre.
    """
    totales = [(nombre, valor, "Resultado") for nombre, valor in resultado]
    partes = [fila for campo in campos for fila in _campo(caso, campo, "")]
    return Hoja("Parámetros", COLUMNAS, [*totales, *partes])


def _campo(modelo: Modelo, nombre: str, ruta: str) -> Iterator[tuple[str, Dato, str]]:
    explicacion = type(modelo).model_fields[nombre].description or ""
    yield from _filas(getattr(modelo, nombre), extender(ruta, nombre), explicacion)


def _filas(valor: object, ruta: str, explicacion: str) -> Iterator[tuple[str, Dato, str]]:
    if isinstance(valor, Modelo):
        for nombre in type(valor).model_fields:
            yield from _campo(valor, nombre, ruta)
    elif isinstance(valor, tuple):
        for indice, elemento in enumerate(valor):
            yield from _filas(elemento, extender(ruta, indice), explicacion)
    elif valor is not None:
        yield ruta, _dato(valor), explicacion


def _dato(valor: object) -> Dato:
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, date):
        return valor.isoformat()
    return valor if isinstance(valor, int | Decimal) else str(valor)
