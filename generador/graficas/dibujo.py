"""Un dibujo de manchas, trazos y letreros, que sale igual en PNG y en SVG.

Quien hace una gráfica dice qué va en qué punto, una sola vez; aquí se pinta en el lienzo o se
escribe como SVG 1.1 (W3C), con su título y su descripción para quien no ve la imagen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias
from xml.sax.saxutils import escape, quoteattr

from generador.graficas.lienzo import TINTA, Caja, Lienzo, Punto, ancho_de

LETRA = "Liberation Sans, Arial, Helvetica, sans-serif"
SUBIDA = 0.905  # del borde superior del renglón a su línea de base, en cuerpos (Liberation Sans)


@dataclass(frozen=True, slots=True)
class Mancha:
    """Un rectángulo lleno."""

    caja: Caja
    color: str


@dataclass(frozen=True, slots=True)
class Trazo:
    """Una línea recta de un punto a otro."""

    desde: Punto
    hasta: Punto


@dataclass(frozen=True, slots=True)
class Letrero:
    """Un renglón que empieza en `esquina` o, si va `al_final`, que termina en ella."""

    esquina: Punto
    texto: str
    cuerpo: float
    negrita: bool = False
    al_final: bool = False


Figura: TypeAlias = Mancha | Trazo | Letrero


@dataclass(frozen=True, slots=True)
class Grafica:
    """Una gráfica terminada. `descripcion` es su texto alternativo: dice lo mismo que la imagen."""

    titulo: str
    png: bytes
    svg: bytes
    descripcion: str


@dataclass(frozen=True, slots=True)
class Dibujo:
    """Las figuras, en el orden en que se pintan, sobre una hoja de `ancho` por `alto` puntos."""

    ancho: float
    alto: float
    figuras: tuple[Figura, ...]

    def grafica(self, titulo: str, descripcion: str) -> Grafica:
        """La gráfica en sus dos formas."""
        return Grafica(titulo, self._png(), self._svg(titulo, descripcion), descripcion)

    def _png(self) -> bytes:
        lienzo = Lienzo(self.ancho, self.alto)
        for figura in self.figuras:
            if isinstance(figura, Mancha):
                lienzo.mancha(figura.caja, figura.color)
            elif isinstance(figura, Trazo):
                lienzo.linea(figura.desde, figura.hasta)
            else:
                x, y = figura.esquina
                if figura.al_final:
                    x -= ancho_de(figura.texto, figura.cuerpo, negrita=figura.negrita)
                lienzo.texto((x, y), [figura.texto], figura.cuerpo, negrita=figura.negrita)
        return lienzo.png()

    def _svg(self, titulo: str, descripcion: str) -> bytes:
        ancho, alto = _cifra(self.ancho), _cifra(self.alto)
        lineas = [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{ancho}pt" height="{alto}pt" '
            f'viewBox="0 0 {ancho} {alto}" role="img" font-family={quoteattr(LETRA)}>',
            f"<title>{escape(titulo)}</title>",
            f"<desc>{escape(descripcion)}</desc>",
            f'<rect width="{ancho}" height="{alto}" fill="#FFFFFF"/>',
            *map(_en_svg, self.figuras),
            "</svg>",
        ]
        return "\n".join([*lineas, ""]).encode()


def _en_svg(figura: Figura) -> str:
    if isinstance(figura, Mancha):
        izquierda, arriba, derecha, abajo = figura.caja
        return (
            f'<rect x="{_cifra(izquierda)}" y="{_cifra(arriba)}" '
            f'width="{_cifra(derecha - izquierda)}" height="{_cifra(abajo - arriba)}" '
            f'fill="{figura.color}"/>'
        )
    if isinstance(figura, Trazo):
        (x1, y1), (x2, y2) = figura.desde, figura.hasta
        return (
            f'<line x1="{_cifra(x1)}" y1="{_cifra(y1)}" x2="{_cifra(x2)}" y2="{_cifra(y2)}" '
            f'stroke="{TINTA}" stroke-width="1"/>'
        )
    x, y = figura.esquina
    peso = ' font-weight="bold"' if figura.negrita else ""
    ancla = ' text-anchor="end"' if figura.al_final else ""
    return (
        f'<text x="{_cifra(x)}" y="{_cifra(y + SUBIDA * figura.cuerpo)}" '
        f'font-size="{_cifra(figura.cuerpo)}" fill="{TINTA}"{peso}{ancla}>'
        f"{escape(figura.texto)}</text>"
    )


def _cifra(valor: float) -> str:
    """Centésimas de punto: más no se ven, y el archivo no cambia por el último bit.

    >>> _cifra(12.0), _cifra(1 / 3)
    ('12', '0.33')
    """
    return f"{valor:.2f}".rstrip("0").rstrip(".")
