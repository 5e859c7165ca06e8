"""De lo que guarda una celda al texto que leería el asesor, sin perder ni inventar una cifra.

Una hoja guarda los números como flotantes de doble precisión (IEEE 754), que llevan exactas hasta
quince cifras significativas: un número con más es el resto de una cuenta, y se rechaza.
"""

from __future__ import annotations

import re
from decimal import Decimal
from math import isfinite
from typing import TYPE_CHECKING

from generador.caso.fuente import nombrar

if TYPE_CHECKING:
    from generador.caso.rejilla import Defecto, Valor

CIFRAS_EXACTAS = 15
_ENTERO_EXACTO = 10**CIFRAS_EXACTAS
_CENTAVOS = 2
# Controles, guion opcional, ancho cero, marcas de dirección y lo que no cabe en XML 1.0 (2.2).
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\ufeff\ud800-\udfff\ufffe\uffff]"
)


def leer_valor(valor: Valor, *, dinero: bool = False) -> tuple[str, Defecto | None]:
    """El texto de una celda y, si no se puede admitir, por qué.

    Los números salen con coma decimal y sin puntos de miles; VERDADERO y FALSO, como «sí» y «no»;
    los espacios de más, como uno solo. Con `dinero` no se admiten fracciones de centavo.

    >>> leer_valor(5001.0), leer_valor(0.02), leer_valor(True), leer_valor(" Santa  Rosa ")
    (('5001', None), ('0,02', None), ('sí', None), ('Santa Rosa', None))
    >>> leer_valor(0.1 + 0.2)
    ('0,30000000000000004', ('CASO064', {'numero': '0,30000000000000004', 'cifras': 15}))
    >>> leer_valor(10.125, dinero=True)
    ('10,125', ('CASO065', {'numero': '10,125'}))
    """
    if isinstance(valor, str):
        return _leer_texto(valor)
    if isinstance(valor, bool):
        return ("sí" if valor else "no"), None
    if isinstance(valor, int | float):
        return _leer_numero(float(valor), dinero=dinero)
    return str(valor), ("CASO063", {})


def _leer_texto(valor: str) -> tuple[str, Defecto | None]:
    texto = " ".join(valor.split())
    # Casi todos son imprimibles, y preguntarlo cuesta diez veces menos que buscar.
    invisible = None if texto.isprintable() else _INVISIBLE.search(texto)
    if invisible is None:
        return texto, None
    return texto, ("CASO066", {"caracter": nombrar(invisible.group())})


def _leer_numero(valor: float, *, dinero: bool) -> tuple[str, Defecto | None]:
    if not isfinite(valor):
        return str(valor), ("CASO060", {"error": "no es un número"})
    if valor.is_integer() and abs(valor) < _ENTERO_EXACTO:
        return str(int(valor)), None
    # El texto más corto que vuelve a dar el mismo flotante: lo que la hoja muestra.
    escrito = repr(valor)
    if "e" in escrito:
        escrito = f"{Decimal(escrito):f}"
    entero, _, decimales = escrito.partition(".")
    texto = f"{entero},{decimales}" if decimales else entero
    cifras = (entero.lstrip("-") + decimales).lstrip("0")
    if len(cifras) > CIFRAS_EXACTAS:
        return texto, ("CASO064", {"numero": texto, "cifras": CIFRAS_EXACTAS})
    if dinero and len(decimales) > _CENTAVOS:
        return texto, ("CASO065", {"numero": texto})
    return texto, None
