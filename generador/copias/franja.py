"""La franja que toda plantilla deja en blanco al pie de cada página para el sello de copia.

Medidas en puntos (1 pt = 1/72 de pulgada), sobre la página como se ve: si el PDF la gira, «al
pie» es el pie que ve el lector. Son las mismas para carta, oficio y páginas apaisadas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pypdfium2
import pypdfium2.raw as pdfium_c

from generador.errores import ErrorDeCopia

if TYPE_CHECKING:
    from collections.abc import Iterator

INFERIOR: Final = 24.0
"""Del borde inferior de la página al pie de la franja; menos no lo imprimen las impresoras."""

SUPERIOR: Final = 84.0
"""Del borde inferior de la página al tope de la franja: la plantilla escribe por encima."""

LATERAL: Final = 57.0
"""Margen a cada lado: 2 cm, el de las plantillas."""

ALTO: Final = SUPERIOR - INFERIOR
"""Alto de la franja: 60 pt, lo justo para un QR legible y cinco líneas."""

PPP: Final = 100
"""Puntos por pulgada con que se mira la franja: un filete de 0,25 pt todavía se ve."""

CLARO: Final = 200
"""Gris (0 negro, 255 blanco) desde el cual un punto es papel: deja pasar el fondo de un escáner."""

MOTAS: Final = 6
"""Puntos oscuros que se toleran en la franja: el polvo de un escáner, menos que una letra."""


def libre(pdf: bytes) -> list[int]:
    """Devuelve las páginas (desde 1) cuya franja NO está libre; lista vacía si todas lo están.

    Se dibuja la franja y se busca tinta, en vez de preguntar por las cajas de cada objeto: así
    un acto escaneado (una imagen del tamaño de la página) se juzga por lo que se ve en ella, y un
    fondo blanco no cuenta. Da `ErrorDeCopia` si el archivo no abre como PDF.
    """
    return [numero for numero, oscuros in _tinta(pdf) if oscuros > MOTAS]


def _tinta(pdf: bytes) -> Iterator[tuple[int, int]]:
    try:
        # Los bytes y no un flujo: leer un flujo llama a Python, y ahí Ctrl-C se perdería.
        documento = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise ErrorDeCopia(
            "El acto no abre como PDF.", "Vuelva a guardarlo como PDF desde Word o LibreOffice."
        ) from error
    try:
        for indice in range(len(documento)):
            pagina = documento[indice]
            yield indice + 1, _oscuros(pagina)
            pagina.close()
    finally:
        documento.close()


def _oscuros(pagina: pypdfium2.PdfPage) -> int:
    ancho, alto = pagina.get_size()
    if ancho <= 2 * LATERAL or alto <= SUPERIOR:
        return MOTAS + 1  # no hay franja donde sellar
    imagen = pagina.render(
        scale=PPP / 72,
        crop=(LATERAL, INFERIOR, LATERAL, alto - SUPERIOR),
        force_bitmap_format=pdfium_c.FPDFBitmap_Gray,
    )
    datos = bytes(imagen.buffer)
    filas = (datos[i * imagen.stride :][: imagen.width] for i in range(imagen.height))
    return sum(len(fila.translate(None, _PAPEL)) for fila in filas)


_PAPEL: Final = bytes(range(CLARO, 256))
