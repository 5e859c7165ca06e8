"""Los filtros de las plantillas: cómo se escribe en español cada clase de dato."""

from __future__ import annotations

from decimal import Decimal
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


_ABREVIATURAS: Final = frozenset(
    ("ltda", "cía", "cia", "hnos", "etc", "dr", "dra", "sr", "sra", "av", "cra", "núm", "art")
)


def sin_punto(texto: str) -> str:
    """Devuelve el texto sin el punto final, para lo que va a mitad de frase.

    Conserva el de una abreviatura: la que lleva otro punto, la de una letra o que acaba en
    mayúscula, y las usuales.

    >>> sin_punto("Bodega 14."), sin_punto("Operadora S.A.S."), sin_punto("Hermanos Ltda.")
    ('Bodega 14', 'Operadora S.A.S.', 'Hermanos Ltda.')
    >>> sin_punto("pisos 1 y 2."), sin_punto("por 2.000.")
    ('pisos 1 y 2', 'por 2.000')
    >>> sin_punto("Bogotá, D. C."), sin_punto("en curso…"), sin_punto(".")
    ('Bogotá, D. C.', 'en curso…', '.')
    """
    palabra = texto.removesuffix(".").rpartition(" ")[2]
    if not texto.endswith(".") or not palabra:
        return texto
    punteada = "." in palabra or len(palabra) == 1 or palabra[-1].isupper()
    abreviada = punteada and any(letra.isalpha() for letra in palabra)
    return texto if abreviada or palabra.casefold() in _ABREVIATURAS else texto[:-1]


def porcentaje_fijo(porcentaje: Decimal) -> str:
    """Devuelve el porcentaje con sus dos decimales, como van alineados en un cuadro.

    >>> porcentaje_fijo(Decimal("16.1")), porcentaje_fijo(Decimal(100))
    ('16,10%', '100,00%')
    """
    return porcentajes.cifra_porcentaje(porcentaje, decimales=2)


def cita(texto: str, forma: str = "corta") -> str:
    """Devuelve la cita como se escribe; véase `generador.citas.escrita.citar_texto`.

    >>> cita("ley:2056:2020"), cita("arts. 29 y 28 de la Ley 2056 de 2020")
    ('Ley 2056 de 2020', 'artículos 28 y 29 de la Ley 2056 de 2020')
    """
    # Aquí y no arriba: el catálogo y el lector solo se cargan si la plantilla cita.
    from generador.citas.escrita import citar_texto

    return citar_texto(texto, forma)


FILTROS: Final[Mapping[str, Callable[..., object]]] = {
    "cifra": pesos.cifra,
    "cita": cita,
    "pesos": pesos.en_letras_y_cifras,
    "fecha": fechas.fecha_larga,
    "fecha_cierre": fechas.fecha_de_cierre,
    "porcentaje": porcentajes.cifra_porcentaje,
    "porcentaje_fijo": porcentaje_fijo,
    "porcentaje_letras": porcentajes.porcentaje_en_letras,
    "lista": listas.enumerar,
    "mayusculas": mayusculas,
    "punto": punto,
    "sin_punto": sin_punto,
}
