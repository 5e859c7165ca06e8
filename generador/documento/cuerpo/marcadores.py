"""Los marcadores de Word que llevan las etiquetas, y su vuelta (ISO/IEC 29500-1, 17.13.6).

Word admite letras, cifras y «_», hasta 40 caracteres, y no distingue mayúsculas. El nombre que
empieza por «_» no se ve en su lista de marcadores.
"""

from __future__ import annotations

import hashlib
import re
from itertools import count
from typing import TYPE_CHECKING, Final

from generador.errores import DatoInvalido

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGO: Final = 40
DE_BLOQUE: Final = "_Ref_"
DE_NOTA: Final = "_Nota_"
DE_CITA: Final = "_Cita_"
_CABE: Final = re.compile(r"[^\W_][\w-]*")
_GUIONES: Final = re.compile("__|_0")
_HUELLA: Final = 12


def nombre(etiqueta: str, prefijo: str = DE_BLOQUE) -> str:
    """El nombre del marcador de una etiqueta.

    La que no cabe entera lleva una huella en su lugar: distinta para cada etiqueta, pero sin
    vuelta.

    >>> nombre("plazo-copias"), nombre("plazo_copias")
    ('_Ref_plazo_0copias', '_Ref_plazo__copias')
    >>> nombre("art. 3", DE_NOTA)
    '_Nota__82c6db49a233'
    """
    escrita = etiqueta.replace("_", "__").replace("-", "_0")
    if _CABE.fullmatch(etiqueta) and len(prefijo + escrita) <= LARGO:
        return prefijo + escrita
    return f"{prefijo}_{hashlib.sha256(etiqueta.encode()).hexdigest()[:_HUELLA]}"


def etiqueta(nombre: str, prefijo: str = DE_BLOQUE) -> str:
    """La etiqueta de un marcador, o su huella si no cabía.

    >>> etiqueta("_Ref_plazo_0copias")
    'plazo-copias'
    """
    resto = nombre.removeprefix(prefijo)
    return resto if resto.startswith("_") else _GUIONES.sub(_guion, resto)


def _guion(hallado: re.Match[str]) -> str:
    return "-" if hallado.group() == "_0" else "_"


class Marcadores:
    """Reparte los números de los marcadores del documento y cuida que ninguno se repita."""

    def __init__(self, numeros: Iterable[int], nombres: Iterable[str]) -> None:
        self._ultimo = max(numeros, default=0)
        self._nombres = {n.casefold() for n in nombres}
        self._cuenta = count(1)

    def abrir_cita(self) -> tuple[str, str]:
        """Los dos extremos del marcador de una cita."""
        nombres = (f"{DE_CITA}{n}" for n in self._cuenta)
        return self.abrir(next(n for n in nombres if n.casefold() not in self._nombres))

    def abrir(self, nombre: str, etiqueta: str = "", linea: int = 0) -> tuple[str, str]:
        """Los dos extremos de un marcador nuevo; `DatoInvalido` si la etiqueta ya está puesta."""
        if nombre.casefold() in self._nombres:
            raise DatoInvalido(
                f"{en_linea(linea)}La etiqueta «{etiqueta}» está dos veces en el documento.",
                "Ponga otro nombre en una de las dos; las mayúsculas no las distinguen.",
            )
        self._nombres.add(nombre.casefold())
        self._ultimo += 1
        numero = self._ultimo
        return (
            f'<w:bookmarkStart w:id="{numero}" w:name="{nombre}"/>',
            f'<w:bookmarkEnd w:id="{numero}"/>',
        )


def en_linea(linea: int) -> str:
    """«Línea 3: », o nada si lo redactó el programa."""
    return f"Línea {linea}: " if linea else ""
