"""Los caracteres que no se ven y cambian lo que se lee, se busca o se compara.

Los de dirección invierten el orden en que se muestran las letras (Unicode, anexo 9); los de ancho
cero y el guion opcional parten una palabra sin que se note; los separadores no son renglones.
"""

from __future__ import annotations

import re

NOMBRES = {
    "\u00ad": "guion opcional",
    "\u200b": "espacio de ancho cero",
    "\u200c": "antiligadura de ancho cero",
    "\u200d": "ligadura de ancho cero",
    "\u200e": "marca de izquierda a derecha",
    "\u200f": "marca de derecha a izquierda",
    "\u2028": "separador de línea",
    "\u2029": "separador de párrafo",
    "\u202a": "inserción de izquierda a derecha",
    "\u202b": "inserción de derecha a izquierda",
    "\u202c": "fin de cambio de dirección",
    "\u202d": "orden forzado de izquierda a derecha",
    "\u202e": "orden forzado de derecha a izquierda",
    "\u2060": "unión de palabras",
    "\u2066": "aislamiento de izquierda a derecha",
    "\u2067": "aislamiento de derecha a izquierda",
    "\u2068": "aislamiento de dirección automática",
    "\u2069": "fin de aislamiento de dirección",
    "\ufeff": "marca de orden de bytes",
}
# Lo que un párrafo de Word no puede guardar; tabulación y cambio de línea se leen antes.
INVISIBLE = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff{''.join(NOMBRES)}]"
)


def nombre_de(caracter: str) -> str:
    r"""Cómo se le dice al asesor qué carácter es.

    >>> nombre_de("\u200b"), nombre_de("\x07")
    ('espacio de ancho cero (U+200B)', 'carácter de control (U+0007)')
    """
    return f"{NOMBRES.get(caracter, 'carácter de control')} (U+{ord(caracter):04X})"
