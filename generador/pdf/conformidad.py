"""La forma final del PDF: archivable, accesible y con los mismos bytes cada vez.

Sirve para la salida de cualquier motor. Lo que identifica la corrida (fechas, identificador,
suma de comprobación, perfil de color del programa) se cambia por lo que identifica el documento.
La marca PDF/A-2b solo se pone si la estructura lo permite (`impedimentos`); no es una validación.
"""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from generador.pdf.carencias import carencias, leer
from generador.pdf.impedimentos import IMPRIMIR, dentro, impedimentos
from generador.pdf.xmp import IDIOMA, MARCA_PDFUA, PROGRAMA, momento_info, xmp

if TYPE_CHECKING:
    from pypdf import PdfReader

    from generador.documento.metadatos import Metadatos

__all__ = ["archivar", "carencias"]

# Perfil sRGB propio, hecho desde la norma por tests/pdf/perfil_srgb.py (dedicado al público, CC0).
PERFIL = Path(__file__).parent / "srgb.icc"
_CONDICION = "sRGB IEC61966-2.1"


def archivar(pdf: bytes, metadatos: Metadatos) -> bytes:
    """Devuelve el PDF con título, idioma, perfil de color, XMP e identificador propios.

    Misma entrada, mismos bytes. Da `ErrorDePdf` si el PDF no se puede leer.
    """
    lector = leer(pdf)
    productor, pdfua = _desprender(lector)
    escritor = PdfWriter(clone_from=lector)
    escritor.pdf_header = "%PDF-1.7"
    _preparar_catalogo(escritor)
    _preparar_paginas(escritor)
    _poner_info(escritor, metadatos, productor)
    escrito = xmp(metadatos, productor, pdfa=not impedimentos(escritor), pdfua=pdfua)
    # Sin comprimir: los archivos y buscadores lo leen sin entender PDF.
    marca = _flujo(escrito, {"/Type": NameObject("/Metadata"), "/Subtype": NameObject("/XML")})
    escritor.root_object[NameObject("/Metadata")] = _agregar(escritor, marca)
    return _escribir(escritor)


def _desprender(lector: PdfReader) -> tuple[str, bool]:
    """Quita lo que se va a reemplazar antes de copiar, para que no quede dentro sin uso.

    Devuelve el programa que hizo el PDF y si traía la marca PDF/UA.
    """
    datos = lector.metadata
    productor = str((datos and datos.producer) or "desconocido")
    raiz = lector.root_object
    viejo = raiz.get("/Metadata")
    pdfua = viejo is not None and MARCA_PDFUA.encode() in viejo.get_object().get_data()
    raiz.pop("/Metadata", None)
    raiz.pop("/OutputIntents", None)
    lector.trailer.pop("/Info", None)
    return productor, pdfua


def _preparar_catalogo(escritor: PdfWriter) -> None:
    raiz = escritor.root_object
    si = BooleanObject(True)  # noqa: FBT003 — así se escribe «true» en pypdf
    raiz[NameObject("/Lang")] = TextStringObject(IDIOMA)
    raiz[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): si})
    if "/StructTreeRoot" in raiz:
        raiz[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): si})
    perfil = _flujo(PERFIL.read_bytes(), {"/N": NumberObject(3)})
    salida = {
        "/Type": NameObject("/OutputIntent"),
        "/S": NameObject("/GTS_PDFA1"),
        "/OutputConditionIdentifier": TextStringObject(_CONDICION),
        "/Info": TextStringObject(_CONDICION),
        "/DestOutputProfile": _agregar(escritor, perfil),
    }
    intencion = DictionaryObject({NameObject(k): v for k, v in salida.items()})
    raiz[NameObject("/OutputIntents")] = ArrayObject([intencion])


def _preparar_paginas(escritor: PdfWriter) -> None:
    for pagina in escritor.pages:
        for nota in dentro(pagina, "/Annots"):
            enlace = nota.get_object()
            if enlace.get("/Subtype") == "/Link":
                # ISO 19005-2, 6.3.2: toda anotación se imprime; ISO 14289-1, 7.18.3: el
                # tabulador recorre las anotaciones en el orden de las etiquetas.
                enlace[NameObject("/F")] = NumberObject(int(enlace.get("/F", 0)) | IMPRIMIR)
                pagina[NameObject("/Tabs")] = NameObject("/S")


def _poner_info(escritor: PdfWriter, metadatos: Metadatos, productor: str) -> None:
    momento = momento_info(metadatos.fecha)
    escritor.metadata = {
        "/Title": metadatos.titulo,
        "/Author": metadatos.autor,
        "/Subject": metadatos.asunto,
        "/Creator": PROGRAMA,
        "/Producer": productor,
        "/CreationDate": momento,
        "/ModDate": momento,
    }


def _escribir(escritor: PdfWriter) -> bytes:
    """Escribe el archivo con un /ID que sale de su propio contenido (ISO 32000-1, 14.4).

    El azar que pypdf pondría haría distinto cada archivo; por eso se fija su campo interno.
    """
    escritor._ID = None
    sin_identificador = _bytes(escritor)
    huella = ByteStringObject(hashlib.sha256(sin_identificador).digest()[:16])
    escritor._ID = ArrayObject([huella, huella])
    return _bytes(escritor)


def _bytes(escritor: PdfWriter) -> bytes:
    destino = io.BytesIO()
    escritor.write(destino)
    return destino.getvalue()


def _flujo(contenido: bytes, entradas: dict[str, Any]) -> DecodedStreamObject:
    flujo = DecodedStreamObject()
    flujo.set_data(contenido)
    flujo.update({NameObject(k): v for k, v in entradas.items()})
    return flujo


def _agregar(escritor: PdfWriter, objeto: DecodedStreamObject) -> Any:
    return escritor._add_object(objeto)
