"""Un archivo de texto como `DocumentoLeido`, sin tocarle un carácter."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from generador.documento.contenido import Parte
from generador.errores import ErrorDeDocumento
from generador.revision.documento import DocumentoLeido, Tramo

_CON_MARCA = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ULTIMO_RECURSO = "cp1252"
_DE_OTRO_PROGRAMA = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")
# El salto de página y la campana aparecen en textos sacados de otros programas; el nulo, no.
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")
_UNO_DE_CADA = 100
_DUDOSO = (
    "El archivo no está en UTF-8: se leyó como Windows-1252. Si ve letras cambiadas, guárdelo "
    "como UTF-8 y repita."
)
_GUARDAR = "Guárdelo como texto en UTF-8, o dé el documento en .docx o .pdf."


def leer(datos: bytes) -> DocumentoLeido:
    r"""El documento leído, en un solo tramo; los saltos de línea quedan como estén.

    Se reconoce UTF-8 (con BOM o sin él), UTF-16 con BOM y, si nada de eso es, Windows-1252 con un
    aviso. Da `ErrorDeDocumento` si está vacío o no es texto.

    >>> leer("Ley 80\r\n".encode("utf-16")).texto
    'Ley 80\r\n'
    >>> leer(b"Resoluci\xf3n").texto
    'Resolución'
    """
    texto, segura = _decodificar(datos)
    controles = len(_CONTROL.findall(texto))
    ajeno = datos.startswith(_DE_OTRO_PROGRAMA)
    if ajeno or "\0" in texto or controles * _UNO_DE_CADA > len(texto):
        raise _no_es_texto()
    if not texto.strip():
        raise ErrorDeDocumento("El archivo está vacío.", "Revise que sea el archivo correcto.")
    avisos = () if segura else (_DUDOSO,)
    return DocumentoLeido(texto, (Tramo(0, len(texto), Parte.CUERPO),), avisos)


def _decodificar(datos: bytes) -> tuple[str, bool]:
    """El texto, y si la codificación es segura; sin marca, Windows-1252 es el último recurso."""
    con_marca = [codificacion for marca, codificacion in _CON_MARCA if datos.startswith(marca)]
    for codificacion in con_marca or ("utf-8", _ULTIMO_RECURSO):
        with suppress(UnicodeDecodeError):
            return datos.decode(codificacion), codificacion != _ULTIMO_RECURSO
    raise _no_es_texto()


def _no_es_texto() -> ErrorDeDocumento:
    return ErrorDeDocumento("El archivo no es texto, aunque su nombre lo diga.", _GUARDAR)
