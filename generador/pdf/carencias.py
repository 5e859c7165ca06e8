"""Lo que a un PDF le falta para archivarse y para que lo lea cualquiera.

Es una comprobación de estructura contra PDF/A-2b (ISO 19005-2) y las bases de PDF/UA-1
(ISO 14289-1). No es la validación completa de esas normas: una lista vacía quiere decir «no se
halló nada», no «conforme».
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from generador.errores import ErrorDePdf
from generador.pdf.impedimentos import dentro, impedimentos
from generador.pdf.xmp import MARCA_PDFA

if TYPE_CHECKING:
    from collections.abc import Iterator

_CABECERA = re.compile(rb"%PDF-1\.[0-7][\r\n]+%[\x80-\xff]{4}")
_MARCAS = re.compile(rb"(?<![^\s\]>)])(BDC|BMC|EMC|BT)(?=\s)")


def leer(pdf: bytes) -> PdfReader:
    """Abre el PDF con pypdf; `ErrorDePdf` si está dañado, vacío o cifrado."""
    try:
        lector = PdfReader(io.BytesIO(pdf))
        cifrado = lector.is_encrypted
        vacio = not cifrado and len(lector.pages) == 0
    except (PyPdfError, KeyError, ValueError, AttributeError, RecursionError) as error:
        raise ErrorDePdf(
            "El PDF está dañado: no se puede leer.", "Vuelva a generarlo desde el Word."
        ) from error
    if cifrado or vacio:
        raise ErrorDePdf(
            "El PDF está protegido con contraseña." if cifrado else "El PDF no tiene páginas.",
            "Guárdelo sin contraseña." if cifrado else "Vuelva a generarlo desde el Word.",
        )
    return lector


def carencias(pdf: bytes) -> list[str]:
    """Lo que el archivo no tiene y debería, en español; vacía si no se halló nada.

    Da `ErrorDePdf` si el PDF no se puede leer.
    """
    if b"/Encrypt" in pdf[-2048:]:
        return ["está cifrado"]
    lector = leer(pdf)
    raiz = lector.root_object
    quejas = impedimentos(lector)
    quejas += _del_archivo(pdf, lector)
    quejas += _del_catalogo(raiz, lector)
    quejas += _de_etiquetas(raiz, lector)
    return quejas


def _del_archivo(pdf: bytes, lector: PdfReader) -> Iterator[str]:
    if not _CABECERA.match(pdf):
        yield "la cabecera no es de PDF 1.0 a 1.7 con su marca binaria"
    if "/ID" not in lector.trailer:
        yield "no tiene identificador (/ID)"


def _del_catalogo(raiz: Any, lector: PdfReader) -> Iterator[str]:
    xmp = raiz["/Metadata"].get_object().get_data().decode("utf-8") if "/Metadata" in raiz else ""
    if not xmp:
        yield "no tiene metadatos XMP"
    elif MARCA_PDFA not in xmp:
        yield "los metadatos XMP no llevan la marca PDF/A"
    perfiles = [p.get_object() for p in dentro(raiz, "/OutputIntents")]
    if not any("/DestOutputProfile" in p and p.get("/S") == "/GTS_PDFA1" for p in perfiles):
        yield "no tiene perfil de color de salida (OutputIntent)"
    if not raiz.get("/Lang"):
        yield "no dice en qué idioma está (/Lang)"
    if not (lector.metadata and lector.metadata.title):
        yield "no tiene título"
    preferencias = dentro(raiz, "/ViewerPreferences")
    if not preferencias.get("/DisplayDocTitle"):
        yield "no pide mostrar el título en la ventana (DisplayDocTitle)"


def _de_etiquetas(raiz: Any, lector: PdfReader) -> Iterator[str]:
    if "/StructTreeRoot" not in raiz:
        yield "no tiene etiquetas de estructura"
        return
    if not dentro(raiz, "/MarkInfo").get("/Marked"):
        yield "no se declara etiquetado (MarkInfo)"
    sin_etiqueta = [str(n) for n, p in enumerate(lector.pages, start=1) if _texto_suelto(p)]
    if sin_etiqueta:
        yield f"hay texto sin etiquetas en las páginas {', '.join(sin_etiqueta)}"
    mudas = sum(
        1
        for e in _elementos(raiz["/StructTreeRoot"])
        if e.get("/S") == "/Figure" and not (e.get("/Alt") or e.get("/ActualText"))
    )
    if mudas:
        yield f"figuras sin texto alternativo: {mudas}"


def _texto_suelto(pagina: Any) -> bool:
    """Dice si la página escribe texto fuera de toda marca de contenido (ISO 32000-1, 14.6)."""
    contenido = pagina.get_contents()
    hondura = 0
    for marca in _MARCAS.findall(b"" if contenido is None else contenido.get_data()):
        if marca == b"BT" and hondura == 0:
            return True
        hondura += {b"BT": 0, b"EMC": -1}.get(marca, 1)
    return False


def _elementos(raiz: Any) -> Iterator[Any]:
    pendientes = [raiz]
    vistos: set[int] = set()
    while pendientes:
        elemento = pendientes.pop().get_object()
        if isinstance(elemento, list):
            pendientes.extend(elemento)
        elif isinstance(elemento, dict) and id(elemento) not in vistos:
            vistos.add(id(elemento))
            yield elemento
            if "/K" in elemento:
                pendientes.append(elemento["/K"])
