"""Los filtros de las plantillas: cómo se escribe en español cada clase de dato."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generador.lengua import fechas, listas, pesos, porcentajes

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def mayusculas(texto: str) -> str:
    """Devuelve el texto en mayúsculas sostenidas, con sus tildes.

    >>> mayusculas("Dirección de Impuestos")
    'DIRECCIÓN DE IMPUESTOS'
    """
    return texto.upper()


def punto(texto: str) -> str:
    """Devuelve el texto con punto final, sin doblar el que ya trae.

    >>> punto("Operadora Imaginaria S.A.S."), punto("Rionegro (Antioquia)")
    ('Operadora Imaginaria S.A.S.', 'Rionegro (Antioquia).')
    """
    return texto if texto.endswith((".", ".”", ".»", "…")) else f"{texto}."


FILTROS: Final[Mapping[str, Callable[..., object]]] = {
    "cifra": pesos.cifra,
    "pesos": pesos.en_letras_y_cifras,
    "fecha": fechas.fecha_larga,
    "fecha_cierre": fechas.fecha_de_cierre,
    "porcentaje": porcentajes.cifra_porcentaje,
    "porcentaje_letras": porcentajes.porcentaje_en_letras,
    "lista": listas.enumerar,
    "mayusculas": mayusculas,
    "punto": punto,
}
