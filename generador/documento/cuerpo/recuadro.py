"""El recuadro: un marco de una celda, que puede seguir en la página siguiente."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generador.documento.cuerpo.parrafos import envolver

if TYPE_CHECKING:
    from generador.documento.cuerpo.donde import Donde
    from generador.documento.cuerpo.taller import Taller
    from generador.marcado.bloques import Recuadro

# El título de la tabla (17.4.58): lo lee quien no ve el marco, y distingue al recuadro del cuadro.
NOMBRE: Final = "Recuadro"
# Lo que separa el texto del marco, en veinteavos de punto; abajo, el espacio tras el párrafo.
MARGEN: Final = 140
ARRIBA: Final = 120
_AIRE: Final = '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'


def recuadro(bloque: Recuadro, donde: Donde, taller: Taller) -> str:
    """El marco con sus bloques, y el aire de debajo."""
    ancho = donde.util
    dentro = replace(donde, ancho=ancho - 2 * MARGEN, izquierda=0, derecha=0, nivel=0)
    interior = taller.seguir(bloque.bloques, dentro) or envolver("", dentro, taller)
    return (
        f"<w:tbl>{_propiedades(ancho, donde.izquierda)}"
        f'<w:tblGrid><w:gridCol w:w="{ancho}"/></w:tblGrid>'
        f'<w:tr><w:tc><w:tcPr><w:tcW w:w="{ancho}" w:type="dxa"/></w:tcPr>{interior}</w:tc></w:tr>'
        f"</w:tbl>{envolver('', donde, taller, 'Cuadro', (_AIRE, ''))}"
    )


def _propiedades(ancho: int, izquierda: int) -> str:
    """El marco va aquí y no en un estilo de tabla, que cambiaría la letra de lo que lleva."""
    lados = ("top", "left", "bottom", "right")
    bordes = "".join(
        f'<w:{lado} w:val="single" w:sz="6" w:space="0" w:color="5A6472"/>' for lado in lados
    )
    margenes = "".join(
        f'<w:{lado} w:w="{medida}" w:type="dxa"/>'
        for lado, medida in zip(lados, (ARRIBA, MARGEN, 0, MARGEN), strict=True)
    )
    return (
        f'<w:tblPr><w:tblW w:w="{ancho}" w:type="dxa"/><w:tblInd w:w="{izquierda}" w:type="dxa"/>'
        f"<w:tblBorders>{bordes}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margenes}</w:tblCellMar>'
        '<w:tblLook w:val="0400" w:firstRow="0" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{NOMBRE}"/></w:tblPr>'
    )
