"""El número con que se llama a un problema: i, ii, iii…"""

from __future__ import annotations

import re

_VALORES = (
    ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
)  # fmt: skip


def romano(numero: int) -> str:
    """El número en romanos minúsculos, de 1 a 89.

    >>> romano(1), romano(4), romano(49)
    ('i', 'iv', 'xlix')
    """
    escrito = ""
    for letras, valor in _VALORES:
        veces, numero = divmod(numero, valor)
        escrito += letras * veces
    return escrito


def problema_llamado(nombre: str, cuantos: int) -> int | None:
    """La posición (desde 1) del problema que se llama así, o `None` si no hay ninguno.

    Tolera mayúsculas, cifras y los signos de la marca.

    >>> problema_llamado("II)", 3), problema_llamado("2", 3), problema_llamado("iv", 3)
    (2, 2, None)
    """
    limpio = re.sub(r"[().\s]", "", nombre).casefold()
    nombres = ((n, romano(n)) for n in range(1, cuantos + 1))
    return next((n for n, escrito in nombres if limpio in {escrito, str(n)}), None)
