"""El documento leído: un solo texto, y de cada posición del texto su lugar en el documento."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.documento.contenido import Parte

if TYPE_CHECKING:
    from collections.abc import Iterable

ENTRE_PARRAFOS = "\n\n"
"""Lo que separa dos párrafos, o dos partes, en el texto de un documento leído."""


@dataclass(frozen=True, slots=True)
class Tramo:
    """Un trozo seguido del texto, `texto[inicio:fin]`, que está todo en un mismo lugar.

    `pagina`, `parrafo` y `nota` cuentan desde 1; lo que no aplica o no se sabe es `None`.
    """

    inicio: int
    fin: int
    parte: Parte
    pagina: int | None = None
    parrafo: int | None = None
    nota: int | None = None

    @property
    def donde(self) -> str:
        """El lugar como se le dice a una persona; vacío si solo se sabe que es el texto.

        >>> Tramo(0, 9, Parte.NOTA, parrafo=1, nota=19).donde
        'nota 19'
        >>> Tramo(0, 9, Parte.TABLA, parrafo=7).donde, Tramo(0, 9, Parte.PIE, pagina=1).donde
        ('tabla, párrafo 7', 'pie, página 1')
        >>> Tramo(0, 9, Parte.CUERPO, pagina=3).donde, Tramo(0, 9, Parte.CUERPO).donde
        ('página 3', '')
        """
        if self.nota is not None:
            return f"{self.parte.value} {self.nota}"
        piezas = [] if self.parte is Parte.CUERPO else [self.parte.value]
        if self.pagina is not None:
            piezas.append(f"página {self.pagina}")
        if self.parrafo is not None and self.parte not in {Parte.ENCABEZADO, Parte.PIE}:
            piezas.append(f"párrafo {self.parrafo}")
        return ", ".join(piezas)


@dataclass(frozen=True, slots=True)
class DocumentoLeido:
    """El texto de un documento, con sus tramos en orden y lo que conviene saber de la lectura.

    De un archivo de texto es el archivo tal cual, sin la marca BOM: las posiciones son las suyas,
    en caracteres. De un Word o un PDF es el texto que se ve, con los párrafos (o las partes)
    separados por una línea en blanco.
    """

    texto: str
    tramos: tuple[Tramo, ...]
    avisos: tuple[str, ...] = ()

    def lugar_en(self, posicion: int) -> Tramo:
        r"""El tramo de una posición del texto; la de una línea en blanco es del tramo anterior.

        >>> leido = unir([("a", Tramo(0, 0, Parte.CUERPO)), ("b", Tramo(0, 0, Parte.PIE))])
        >>> leido.texto, leido.lugar_en(1).parte.value, leido.lugar_en(3).parte.value
        ('a\n\nb', 'cuerpo', 'pie')
        """
        return self.tramos[bisect_right(self.tramos, posicion, key=lambda t: t.inicio) - 1]


def unir(
    piezas: Iterable[tuple[str, Tramo]],
    separador: str = ENTRE_PARRAFOS,
    avisos: tuple[str, ...] = (),
) -> DocumentoLeido:
    """El documento con esas piezas en orden; de cada tramo se toma el lugar y se pone la posición.

    Una pieza que abre otra parte va siempre tras una línea en blanco, sea cual sea el separador.
    """
    textos: list[str] = []
    tramos: list[Tramo] = []
    posicion = 0
    for escrito, lugar in piezas:
        if tramos:
            sigue = tramos[-1].parte is lugar.parte
            textos.append(separador if sigue else ENTRE_PARRAFOS)
            posicion += len(textos[-1])
        textos.append(escrito)
        fin = posicion + len(escrito)
        tramos.append(Tramo(posicion, fin, lugar.parte, lugar.pagina, lugar.parrafo, lugar.nota))
        posicion = fin
    return DocumentoLeido("".join(textos), tuple(tramos), avisos)
