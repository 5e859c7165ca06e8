"""De un caso a la resolución compuesta, y una resolución estropeada a propósito."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from generador.plantilla.catalogo import abrir
from generador.plantilla.componer import componer
from generador.tipos import TIPOS

if TYPE_CHECKING:
    from generador.redaccion.documento import Redaccion

PRINCIPAL = "word/document.xml"


def acto(caso: Any) -> bytes:
    """El Word de la resolución de un caso."""
    return documento(TIPOS[caso.tipo].redactar(caso, None))


def documento(redaccion: Redaccion) -> bytes:
    return componer(
        abrir(redaccion.plantilla).docx,
        redaccion.contexto,
        redaccion.bloques,
        metadatos=redaccion.metadatos,
        imagenes=redaccion.imagenes,
    )


def con_cambio(docx: bytes, antes: str, despues: str) -> bytes:
    """El mismo Word, con un texto de su cuerpo cambiado donde aparece primero."""
    salida = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as viejo, zipfile.ZipFile(salida, "w") as nuevo:
        for parte in viejo.namelist():
            datos = viejo.read(parte)
            if parte == PRINCIPAL:
                xml = datos.decode()
                assert antes in xml
                datos = xml.replace(antes, despues, 1).encode()
            nuevo.writestr(parte, datos)
    return salida.getvalue()


def sin_fila(docx: bytes, codigo: str) -> bytes:
    """El mismo Word, sin la fila del cuadro que empieza por ese código."""
    with zipfile.ZipFile(io.BytesIO(docx)) as paquete:
        xml = paquete.read(PRINCIPAL).decode()
    donde = xml.index(f">{codigo}<")
    desde, hasta = xml.rindex("<w:tr>", 0, donde), xml.index("</w:tr>", donde) + len("</w:tr>")
    return con_cambio(docx, xml[desde:hasta], "")
