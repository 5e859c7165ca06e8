"""Qué caracteres caben en un documento de Word y cómo se escriben (XML 1.0, `Char`)."""

from __future__ import annotations

import re

from generador.errores import DatoInvalido

_ILEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legal(texto: str) -> str:
    r"""Devuelve el texto con sus saltos como `\n`; `DatoInvalido` si trae algo que no cabe.

    El retorno de carro suelto tampoco se admite: XML y Word lo cambian sin avisar.

    >>> legal("uno\r\ndos")
    'uno\ndos'
    >>> legal("uno\x07dos")
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: El texto «uno\x07dos» tiene un carácter que Word no admite...
    """
    if texto.isprintable():
        return texto
    texto = texto.replace("\r\n", "\n")
    malo = _ILEGAL.search(texto)
    if malo:
        inicio = max(malo.start() - 20, 0)
        cita = repr(texto[inicio : malo.end() + 20])[1:-1]
        raise DatoInvalido(
            f"El texto «{cita}» tiene un carácter que Word no admite "
            f"(U+{ord(malo.group()):04X}, posición {malo.start() + 1}).",
            "Bórrelo en el caso: suele llegar al copiar desde un PDF o una página.",
        )
    return texto


def escapar(texto: str) -> str:
    """Devuelve el texto como contenido o atributo de XML.

    >>> escapar('A & "B" <c>')
    'A &amp; &quot;B&quot; &lt;c&gt;'
    """
    texto = texto.replace("&", "&amp;").replace("<", "&lt;")
    return texto.replace(">", "&gt;").replace('"', "&quot;")
