"""Hallar en un PDF el texto que quedó encima de otro.

dxpdf 0.8.1 no le guarda sitio a la nota que llama el último párrafo de una página: la dibuja sobre
los renglones de arriba. No se pierde ninguna palabra, así que solo se sabe mirando dónde quedó.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generador.errores import ErrorDePdf
from generador.pdf.lectura import Caja, cajas_de_texto, paginas

# Dos renglones seguidos o una llamada volada se tocan apenas; lo montado comparte media altura.
_PARTE_DEL_ALTO = 0.35
_ANCHO = 2.0  # en puntos


def exigir_sin_montar(pdf: bytes) -> None:
    """Da `ErrorDePdf` si en alguna página hay texto encima de otro; no nombra el documento."""
    for pagina in range(paginas(pdf)):
        if any(_montadas(cajas_de_texto(pdf, pagina))):
            raise ErrorDePdf(
                f"en la página {pagina + 1}, una nota al pie queda encima del texto.",
                "Use --pdf libreoffice. Si no lo tiene, acorte la nota o muévala a un párrafo que "
                "no sea el último de su página.",
            )


def _montadas(cajas: Sequence[Caja]) -> Iterator[bool]:
    """Un valor por cada pareja de cajas que se tapan; se comparan de arriba abajo.

    >>> list(_montadas([(0, 0, 50, 10), (10, 4, 40, 14)])), list(_montadas([(0, 0, 50, 10)] * 1))
    ([True], [])
    >>> list(_montadas([(0, 0, 50, 10), (0, 9, 50, 19)]))
    []
    """
    en_orden = sorted(cajas, key=lambda caja: -caja[3])
    for i, (izquierda, abajo, derecha, arriba) in enumerate(en_orden):
        for otra in en_orden[i + 1 :]:
            if otra[3] < abajo:
                break
            alto = otra[3] - max(abajo, otra[1])
            menor = min(arriba - abajo, otra[3] - otra[1])
            ancho = min(derecha, otra[2]) - max(izquierda, otra[0])
            if alto > _PARTE_DEL_ALTO * menor and ancho > _ANCHO:
                yield True
