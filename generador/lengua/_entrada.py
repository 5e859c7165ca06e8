"""El texto que llega de fuera: cómo se aplana antes de leerlo y cómo se cita en un error."""

from __future__ import annotations

import unicodedata

LARGO_CITADO = 80


def en_una_linea(texto: str) -> str:
    r"""El texto en una línea, con un solo espacio entre palabras y las tildes compuestas (NFC).

    Así se leen igual la palabra partida entre dos renglones y la que trae espacios duros.

    >>> en_una_linea(" 28 de\u00a0junio\n de 2024 ")
    '28 de junio de 2024'
    """
    return unicodedata.normalize("NFC", " ".join(texto.split()))


def citar(texto: str) -> str:
    """El texto entre comillas, en una línea y recortado si es largo, para un mensaje de error.

    >>> citar("1.23")
    '«1.23»'
    """
    plano = " ".join(texto.split())
    return f"«{plano}»" if len(plano) <= LARGO_CITADO else f"«{plano[:LARGO_CITADO]}…»"
