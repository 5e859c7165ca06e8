"""El lugar dentro de la norma: del libro al literal, con rótulos que son texto."""

from __future__ import annotations

import re
from dataclasses import dataclass

NIVELES = (
    "libro",
    "parte",
    "titulo",
    "capitulo",
    "seccion",
    "subseccion",
    "anexo",
    "articulo",
    "paragrafo",
    "inciso",
    "numeral",
    "literal",
)
"""De lo general a lo particular."""
_RANGO = {nivel: orden for orden, nivel in enumerate(NIVELES)}


def orden_natural(rotulo: str) -> tuple[tuple[int, int, str], ...]:
    """Clave para ordenar rótulos como los ordena una persona.

    >>> sorted(["240-1", "2.2.10", "240", "2.2.9", "10", "9", "B", "A"], key=orden_natural)
    ['2.2.9', '2.2.10', '9', '10', '240', '240-1', 'A', 'B']
    """
    return tuple(
        (0, int(pieza), "") if pieza.isdigit() else (1, 0, pieza.casefold())
        for pieza in re.findall(r"\d+|[^\W\d_]+", rotulo)
    )


@dataclass(frozen=True, slots=True)
class Localizador:
    """Un camino dentro de la norma: pares (nivel, rótulo) de lo general a lo particular.

    El orden del camino es el del anidamiento real: hay numerales con literales y literales con
    numerales. Da `ValueError` si un nivel no existe o se repite, o si un rótulo está vacío.

    >>> Localizador((("articulo", "7"), ("literal", "A"), ("numeral", "8"))).articulo
    '7'
    >>> Localizador.de(articulo="2", numeral="4").camino
    (('articulo', '2'), ('numeral', '4'))
    >>> Localizador((("renglon", "2"),))
    Traceback (most recent call last):
    ...
    ValueError: «renglon» no es un nivel de una norma: use libro, parte, titulo, ...
    """

    camino: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        niveles = [nivel for nivel, _ in self.camino]
        ajeno = next((n for n in niveles if n not in _RANGO), None)
        if ajeno is not None:
            raise ValueError(f"«{ajeno}» no es un nivel de una norma: use {', '.join(NIVELES)}.")
        if not niveles or len(set(niveles)) < len(niveles):
            raise ValueError("Un localizador necesita niveles, y ninguno repetido.")
        if not all(rotulo for _, rotulo in self.camino):
            raise ValueError("Un nivel del localizador no tiene rótulo.")

    @classmethod
    def de(cls, **niveles: str) -> Localizador:
        """El localizador con esos niveles, anidados en el orden acostumbrado."""
        return cls(tuple(sorted(niveles.items(), key=lambda par: _RANGO.get(par[0], 0))))

    @property
    def articulo(self) -> str | None:
        """El rótulo del artículo, o `None` si el camino no llega a uno."""
        return self.rotulo("articulo")

    def rotulo(self, nivel: str) -> str | None:
        """El rótulo de ese nivel, o `None`."""
        return next((r for n, r in self.camino if n == nivel), None)

    @property
    def orden(self) -> tuple[tuple[int, tuple[tuple[int, int, str], ...]], ...]:
        """Clave para ordenar localizadores: por nivel y, en cada nivel, por orden natural."""
        return tuple((_RANGO[nivel], orden_natural(rotulo)) for nivel, rotulo in self.camino)
