"""Elegir con qué se hace el PDF.

Los motores reciben listas: convertir un documento es un lote de uno. Cargar este módulo no carga
ninguna biblioteca de PDF; eso pasa al convertir.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from generador.errores import FaltaComponente, UsoIncorrecto
from generador.pdf.embebido import Embebido
from generador.pdf.libreoffice import LibreOffice, buscar
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generador.pdf.documento import Documento

NOMBRES = ("auto", "libreoffice", "embebido", "no")


class Motor(Protocol):
    """Convierte documentos de Word en PDF."""

    @property
    def nombre(self) -> str:
        """Como se pide en la terminal: `libreoffice` o `embebido`."""

    @property
    def version(self) -> str:
        """La del programa o biblioteca que convierte; va al manifiesto."""

    @property
    def advertencia(self) -> str | None:
        """Lo que el asesor debe saber del motor antes de confiar en él, o `None`."""

    def convertir(self, documentos: Sequence[Documento]) -> list[bytes]:
        """Un PDF por documento, en el mismo orden. Da `ErrorDePdf` o `FaltaComponente`."""


def elegir(nombre: str) -> Motor | None:
    """El motor que se pidió, o `None` con `no`; `auto` es LibreOffice si está y si no el embebido.

    Da `FaltaComponente` si el pedido no está instalado y `UsoIncorrecto` si no existe.

    >>> elegir("no") is None
    True
    >>> elegir("word")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    generador.errores.UsoIncorrecto: No existe el motor de PDF «word». Use uno de: ...
    """
    if nombre not in NOMBRES:
        raise UsoIncorrecto(
            f"No existe el motor de PDF «{nombre}».",
            sugerencia(nombre, NOMBRES) or f"Use uno de: {', '.join(NOMBRES)}.",
        )
    if nombre == "no":
        return None
    soffice = None if nombre == "embebido" else buscar()
    if soffice is not None:
        return LibreOffice(soffice)
    if nombre == "libreoffice":
        raise FaltaComponente(
            "LibreOffice no está instalado (o no se encuentra).",
            "En Debian o Ubuntu: sudo apt-get install libreoffice-writer-nogui "
            "libreoffice-math-nogui fonts-liberation2. En Windows: instálelo de "
            "www.libreoffice.org. O use --pdf embebido.",
        )
    if find_spec("dxpdf") is None:
        raise FaltaComponente(
            "Falta el motor de PDF embebido (dxpdf).",
            "Reinstale Minuta, o instale LibreOffice y use --pdf libreoffice.",
        )
    return Embebido()
