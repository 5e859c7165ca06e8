"""Un .pdf como `DocumentoLeido`: cada página en su tramo."""

from __future__ import annotations

from generador.documento.contenido import Parte
from generador.errores import ErrorDePdf
from generador.pdf.lectura import textos
from generador.revision.documento import DocumentoLeido, Tramo, unir
from generador.revision.lectores.repetidos import apartar


def leer(datos: bytes) -> DocumentoLeido:
    """El documento leído; `ErrorDePdf` si no se puede abrir o no trae texto.

    Lo que se repite al borde de cada página va una sola vez, al final. Entre página y página hay
    un salto de renglón y no una línea en blanco: una cita puede empezar en una y acabar en otra.
    """
    paginas = textos(datos)
    mudas = [numero for numero, pagina in enumerate(paginas, 1) if not pagina.strip()]
    if len(mudas) == len(paginas):
        raise ErrorDePdf(
            "El PDF no trae texto: parece escaneado.",
            "Páselo por un reconocimiento de texto (OCR) y repita con el PDF que resulte.",
        )
    avisos: tuple[str, ...] = ()
    if mudas:
        donde = ", ".join(map(str, mudas))
        avisos = (
            f"No hay texto en {len(mudas)} de {len(paginas)} páginas ({donde}): "
            "parecen escaneadas y no se leyeron.",
        )
    cuerpos, encabezados, pies = apartar(paginas)
    piezas = [(texto, Tramo(0, 0, Parte.CUERPO, n)) for n, texto in enumerate(cuerpos, 1)]
    piezas += [(texto, Tramo(0, 0, Parte.ENCABEZADO, n)) for n, texto in encabezados]
    piezas += [(texto, Tramo(0, 0, Parte.PIE, n)) for n, texto in pies]
    return unir(piezas, "\n", avisos)
