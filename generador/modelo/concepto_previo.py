"""Un concepto anterior de la entidad, que se cita por su número y su fecha."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from generador.errores import DatoInvalido
from generador.modelo import formas
from generador.modelo.comunes import Fecha, Lector, Modelo, leer_texto

_FORMA = re.compile(r"C-[1-9]\d{2,3}|C-0\d{2}")


def leer_numero_de_concepto(crudo: str) -> str:
    """El número de un concepto, con su letra y su guion: tres cifras o cuatro.

    >>> leer_numero_de_concepto("C-204"), leer_numero_de_concepto("C-1514")
    ('C-204', 'C-1514')
    >>> leer_numero_de_concepto("204")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «204» no es el número de un concepto. ¿Quiso decir «C-204»? ...
    """
    texto = leer_texto(crudo)
    if _FORMA.fullmatch(texto):
        return texto
    cifras = "".join(re.findall(r"\d+", texto))
    posible = f"C-{cifras.zfill(3)}"
    pista = f"¿Quiso decir «{posible}»? " if cifras and _FORMA.fullmatch(posible) else ""
    raise DatoInvalido(
        f"«{texto}» no es el número de un concepto.",
        f"{pista}Escríbalo con la C, el guion y tres o cuatro cifras: C-204 o C-1514.",
    )


NumeroDeConcepto = Annotated[
    str,
    Lector(
        leer_numero_de_concepto,
        {"type": formas.NUMERO_O_TEXTO, "examples": ["C-204", "C-1514"]},
    ),
]


class ConceptoPrevio(Modelo):
    """Un concepto anterior de la entidad."""

    numero: NumeroDeConcepto = Field(description="Su número: C-204.")
    fecha: Fecha = Field(description="Su fecha (AAAA-MM-DD).")
