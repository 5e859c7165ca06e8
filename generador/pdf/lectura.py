"""Leer un PDF: cuántas páginas tiene, qué dicen, cuánto miden y dónde está su texto.

Todas las medidas van en puntos (1/72 de pulgada) y el origen es la esquina inferior izquierda,
como en ISO 32000-1, 8.3.2.3. Un PDF que no se puede abrir da `ErrorDePdf`.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from generador.errores import ErrorDePdf

if TYPE_CHECKING:
    from collections.abc import Iterator

Caja = tuple[float, float, float, float]
_CON_CONTRASENA = 4  # FPDF_ERR_PASSWORD, en fpdfview.h


def _ilegible() -> ErrorDePdf:
    return ErrorDePdf(
        "El PDF no se puede abrir: está dañado o incompleto, o no es un PDF.",
        "Ábralo en su visor; si allí se ve bien, imprímalo como PDF y repita con el que resulte.",
    )


@contextmanager
def _abierto(pdf: bytes) -> Iterator[Any]:
    # PDFium tarda en cargar: solo lo paga la orden que de verdad lee un PDF.
    import pypdfium2

    try:
        abierto = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        if error.err_code == _CON_CONTRASENA:
            raise ErrorDePdf(
                "El PDF no se puede abrir: tiene contraseña.",
                "Ábralo con ella, guárdelo sin contraseña (Imprimir › Guardar como PDF) y repita.",
            ) from error
        raise _ilegible() from error
    try:
        yield abierto
    except pypdfium2.PdfiumError as error:
        raise _ilegible() from error
    finally:
        abierto.close()


def paginas(pdf: bytes) -> int:
    """Número de páginas del PDF."""
    with _abierto(pdf) as abierto:
        return len(abierto)


def _normalizado(texto: str) -> str:
    # PDFium pone U+FFFE (a veces U+0002) donde una palabra se partió con guion al final del
    # renglón: el salto que le sigue tampoco es del texto.
    # Ante una cifra, el guion no parte una palabra: es de «C-713» o de «240-1».
    texto = re.sub("[\ufffe\x02](?:\r\n)?(?=[0-9])", "-", texto)
    texto = re.sub("[\ufffe\x02](?:\r\n)?", "", texto)
    return texto.replace("\r\n", "\n").replace("\r", "\n")


def textos(pdf: bytes) -> list[str]:
    """El texto de cada página, con saltos de línea simples y las palabras partidas unidas.

    La palabra partida pierde su guion: «co-/pia» vuelve como «copia»; «C-/713», como «C-713».
    """
    resultado = []
    with _abierto(pdf) as abierto:
        for pagina in abierto:
            capa = pagina.get_textpage()
            resultado.append(_normalizado(capa.get_text_range()))
            capa.close()
            pagina.close()
    return resultado


def tamanos(pdf: bytes) -> list[tuple[float, float]]:
    """Ancho y alto de cada página, en puntos (carta = 612 × 792)."""
    with _abierto(pdf) as abierto:
        return [abierto.get_page_size(i) for i in range(len(abierto))]


def cajas_de_texto(pdf: bytes, pagina: int) -> list[Caja]:
    """Rectángulos (izquierda, abajo, derecha, arriba) que ocupa el texto de una página, en puntos.

    `pagina` cuenta desde 0. Sirve para comprobar que la franja del sello está libre.
    """
    with _abierto(pdf) as abierto:
        if not 0 <= pagina < len(abierto):
            raise ErrorDePdf(
                f"El PDF tiene {len(abierto)} páginas: no existe la número {pagina + 1}.",
                "Pida una página que exista.",
            )
        hoja = abierto[pagina]
        capa = hoja.get_textpage()
        cajas = [capa.get_rect(i) for i in range(capa.count_rects())]
        capa.close()
        hoja.close()
        return cajas
