"""Las imágenes del documento (ISO/IEC 29500-1, 20.4): PNG y JPEG, en su proporción."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Final

from docx.image.exceptions import (
    InvalidImageStreamError,
    UnexpectedEndOfFileError,
    UnrecognizedImageError,
)
from docx.image.image import Image

from generador.documento.caracteres import escapar, legal
from generador.documento.cuerpo.marcadores import en_linea
from generador.documento.ooxml import WP, A, R
from generador.documento.relaciones import agregar_parte, principal
from generador.errores import DatoInvalido
from generador.huella import sha256
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generador.marcado.bloques import Figura

_EMU: Final = 635  # por veinteavo de punto
_CLASES: Final = {"image/png": "png", "image/jpeg": "jpeg"}
_PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"


class Imagenes:
    """Las imágenes que se dieron y las que ya están en el paquete; la misma va una vez."""

    def __init__(
        self, partes: dict[str, bytes], dadas: Mapping[str, bytes], ultimo_dibujo: int
    ) -> None:
        self._partes = partes
        self._dadas = dadas
        self._ultimo = ultimo_dibujo
        self._puestas: dict[str, str] = {}

    def dibujar(self, figura: Figura, titulo: str, ancho: int, alto: int) -> str:
        """El `w:drawing` de la figura; `ancho` y `alto` son los útiles, en veinteavos de punto.

        Da `DatoInvalido` si la imagen no se dio o no es PNG ni JPEG.
        """
        datos = self._datos(figura)
        imagen = _abrir(figura, datos)
        cx = ancho * _EMU * figura.ancho // 100
        cy = cx * imagen.px_height // imagen.px_width
        tope = alto * _EMU
        if cy > tope:
            cx, cy = cx * tope // cy, tope
        self._ultimo += 1
        relacion = self._poner(datos, imagen.content_type)
        return _dibujo(figura, titulo, self._ultimo, relacion, (max(cx, 1), max(cy, 1)))

    def _datos(self, figura: Figura) -> bytes:
        if figura.ruta not in self._dadas:
            raise DatoInvalido(
                f"{en_linea(figura.linea)}No está la imagen «{figura.ruta}».",
                sugerencia(figura.ruta, self._dadas)
                or "Póngala junto al texto, con ese mismo nombre.",
            )
        return self._dadas[figura.ruta]

    def _poner(self, datos: bytes, clase: str) -> str:
        huella = sha256(datos)
        if huella not in self._puestas:
            nombres = (f"word/media/minuta{n}.{_CLASES[clase]}" for n in count(1))
            nombre = next(n for n in nombres if n not in self._partes)
            origen = principal(self._partes)
            self._puestas[huella] = agregar_parte(self._partes, nombre, clase, origen, "image")
            self._partes[nombre] = datos
        return self._puestas[huella]


def _abrir(figura: Figura, datos: bytes) -> Image:
    try:
        imagen = Image.from_blob(datos)
        sirve = imagen.content_type in _CLASES and imagen.px_width > 0 and imagen.px_height > 0
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, KeyError):
        sirve = False
    if not sirve:
        raise DatoInvalido(
            f"{en_linea(figura.linea)}«{figura.ruta}» no es una imagen PNG ni JPEG, o está dañada.",
            "Ábrala en un programa de imágenes y guárdela como PNG.",
        )
    return imagen


def _dibujo(
    figura: Figura, titulo: str, numero: int, relacion: str, medida: tuple[int, int]
) -> str:
    ruta = escapar(legal(figura.ruta))
    descripcion = escapar(legal(figura.alternativo))
    extension = f'cx="{medida[0]}" cy="{medida[1]}"'
    return (
        f'<w:drawing><wp:inline xmlns:wp="{WP[1:-1]}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent {extension}/><wp:docPr id="{numero}" name="{ruta}" descr="{descripcion}" '
        f'title="{escapar(titulo)}"/><wp:cNvGraphicFramePr>'
        f'<a:graphicFrameLocks xmlns:a="{A[1:-1]}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic xmlns:a="{A[1:-1]}"><a:graphicData uri="{_PIC}"><pic:pic xmlns:pic="{_PIC}">'
        f'<pic:nvPicPr><pic:cNvPr id="{numero}" name="{ruta}" descr="{descripcion}"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip xmlns:r="{R[1:-1]}" '
        f'r:embed="{relacion}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {extension}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )
