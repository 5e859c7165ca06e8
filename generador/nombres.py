"""Los nombres de lo que Minuta escribe: válidos en Windows y nunca dos veces el mismo."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generador.errores import UsoIncorrecto

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def nombre_de_archivo(texto: str, maximo: int = 40) -> str:
    """Letras ASCII minúsculas, cifras y guiones, hasta `maximo` caracteres y sin cortar palabras.

    No evita los nombres reservados de Windows (`con`, `nul`…): quien lo usa le antepone un número.

    >>> nombre_de_archivo("Dirección Seccional de Aduanas de Medellín de la Unidad")
    'direccion-seccional-de-aduanas-de'
    >>> nombre_de_archivo("Compañía Ñandú & Cía. S.A.S.")
    'compania-nandu-cia-s-a-s'
    >>> nombre_de_archivo("../..")
    'destinatario'
    """
    plano = unicodedata.normalize("NFKD", texto).encode("ascii", "ignore").decode().lower()
    palabras = "".join(c if c.isalnum() else " " for c in plano).split()
    nombre = ""
    for palabra in palabras:
        alargado = f"{nombre}-{palabra}" if nombre else palabra[:maximo]
        if len(alargado) > maximo:
            break
        nombre = alargado
    return nombre or "destinatario"


def exigir_distintos(casos: Iterable[Path]) -> None:
    """Comprueba que cada caso tenga su propia carpeta, `DIR/<nombre del caso>/`.

    Windows y macOS no distinguen mayúsculas, y macOS tampoco cómo se codifica una tilde.

    Raises:
        UsoIncorrecto: dos casos escribirían en la misma carpeta.

    >>> from pathlib import Path
    >>> exigir_distintos([Path("uno.yaml"), Path("dos.yaml")])
    >>> exigir_distintos([Path("caso.yaml"), Path("Caso.json")])  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    generador.errores.UsoIncorrecto: «caso.yaml» y «Caso.json» irían a la misma carpeta, «caso»...
    """
    vistos: dict[str, Path] = {}
    for caso in casos:
        otro = vistos.setdefault(unicodedata.normalize("NFC", caso.stem).casefold(), caso)
        if otro is not caso:
            raise UsoIncorrecto(
                f"«{otro}» y «{caso}» irían a la misma carpeta, «{otro.stem}».",
                "Cámbiele el nombre a uno, o genérelos con una -o distinta.",
            )
