"""Un .docx como `DocumentoLeido`: cada párrafo, cada nota y cada celda en su tramo."""

from __future__ import annotations

from generador.documento.contenido import contenido
from generador.errores import ErrorDeDocumento
from generador.revision.documento import DocumentoLeido, Tramo, unir

# El guion de no separar es un guion; el opcional solo se ve donde Word parte el renglón.
_GUIONES = str.maketrans({"\u2011": "-", "\u00ad": None})


def leer(datos: bytes) -> DocumentoLeido:
    """El documento leído; `ErrorDeDocumento` si no es un .docx entero o no trae texto."""
    parrafos = contenido(datos)
    if not parrafos:
        raise ErrorDeDocumento(
            "El documento no trae texto.", "Si es una imagen escaneada, conviértala a texto (OCR)."
        )
    return unir(
        (p.texto.translate(_GUIONES), Tramo(0, 0, p.parte, None, p.numero, p.nota))
        for p in parrafos
    )
