"""Leer y escribir el .docx como paquete: con defensas al entrar, determinista al salir.

El archivo puede venir de otra mano, y leerlo no debe ejecutar nada, traer nada de la red ni
llenar la memoria: aquí se rechaza lo que no es un .docx entero, las macros, las plantillas
adjuntas y el contenido enlazado (ISO/IEC 29500-2, 9.3: relaciones externas que no sean
hipervínculos).

Los topes siguen el uso de Apache POI (`ZipSecureFile`): número de miembros, tamaño
descomprimido (en total y por parte de XML), razón de compresión y nombres repetidos.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from generador.documento.molde import comprimir, en_orden, unir
from generador.documento.relaciones import TIPOS, principal, todas
from generador.errores import ErrorDeDocumento

if TYPE_CHECKING:
    from collections.abc import Mapping

# Un acto con anexos escaneados no pasa de unas decenas de megas; las bombas sí.
TOPE_MIEMBROS = 4_000
TOPE_BYTES = 256 * 1024 * 1024
TOPE_XML = 64 * 1024 * 1024
TOPE_RAZON = 100
# Por debajo de este tamaño, una razón alta no hace daño (XML muy repetido).
GRACIA_BYTES = 1024 * 1024
_EN_XML = (".xml", ".rels")
# Lo que `zipfile` deja salir con un archivo dañado, según el byte que se toque.
_DANIOS: tuple[type[Exception], ...] = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError,
    ValueError, LookupError, OverflowError,
)  # fmt: skip
_GUARDAR = "Ábralo en Word y guárdelo como «Documento de Word (.docx)»."
_RUTA_MALA = re.compile(r"^/|\\|:|(^|/)\.\.(/|$)")


def leer_paquete(datos: bytes) -> dict[str, bytes]:
    """Devuelve las partes del .docx por nombre, ya revisadas.

    Da `ErrorDeDocumento` si no es un .docx, está dañado, cifrado o desproporcionado, repite
    nombres, trae macros, o enlaza algo de fuera que no sea un hipervínculo.

    >>> leer_paquete(b"hola")
    Traceback (most recent call last):
    ...
    generador.errores.ErrorDeDocumento: El archivo no es un .docx. Ábralo en Word y guárdelo...
    """
    try:
        with zipfile.ZipFile(io.BytesIO(datos)) as archivo:
            miembros = [m for m in archivo.infolist() if not m.is_dir()]
            _revisar_miembros(miembros)
            partes = {m.filename: _descomprimir(archivo, m) for m in miembros}
    except _DANIOS as error:
        raise ErrorDeDocumento("El archivo no es un .docx.", _GUARDAR) from error
    if TIPOS not in partes:
        raise ErrorDeDocumento("El archivo no es un .docx.", _GUARDAR)
    _revisar_macros(partes)
    _revisar_enlaces(partes)
    # «Open XML estricto» usa otros nombres (ISO/IEC 29500-4): se leería como un documento vacío.
    if b"http://purl.oclc.org/ooxml/" in partes[principal(partes)][:4096]:
        raise ErrorDeDocumento("El archivo está guardado como «Open XML estricto».", _GUARDAR)
    return partes


def _descomprimir(archivo: zipfile.ZipFile, miembro: zipfile.ZipInfo) -> bytes:
    # Con la medida por delante: `read` a secas infla todo lo que haya, aunque diga medir poco.
    with archivo.open(miembro) as abierto:
        return abierto.read(miembro.file_size)


def _revisar_miembros(miembros: list[zipfile.ZipInfo]) -> None:
    if len(miembros) > TOPE_MIEMBROS:
        raise ErrorDeDocumento(f"El .docx trae más de {TOPE_MIEMBROS} partes.", _GUARDAR)
    if sum(m.file_size for m in miembros) > TOPE_BYTES:
        raise ErrorDeDocumento(
            f"El .docx ocupa más de {TOPE_BYTES // 2**20} MB descomprimido.",
            "Reduzca el tamaño de sus imágenes.",
        )
    vistos: set[str] = set()
    for miembro in miembros:
        _revisar_miembro(miembro)
        clave = miembro.filename.casefold()
        if clave in vistos:
            raise ErrorDeDocumento(f"El .docx repite la parte «{miembro.filename}».", _GUARDAR)
        vistos.add(clave)


def _revisar_miembro(miembro: zipfile.ZipInfo) -> None:
    if _RUTA_MALA.search(miembro.filename):
        raise ErrorDeDocumento(
            f"El .docx trae una parte con nombre peligroso: «{miembro.filename}».", _GUARDAR
        )
    if miembro.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise ErrorDeDocumento("El .docx usa una compresión que Word no usa.", _GUARDAR)
    if miembro.flag_bits & 0x1:
        raise ErrorDeDocumento("El .docx está cifrado.", "Quítele la contraseña en Word.")
    if miembro.filename.casefold().endswith(_EN_XML) and miembro.file_size > TOPE_XML:
        raise ErrorDeDocumento(
            f"La parte «{miembro.filename}» del .docx ocupa más de {TOPE_XML // 2**20} MB.",
            "Divida el documento.",
        )
    desmedida = miembro.file_size > TOPE_RAZON * max(miembro.compress_size, 1)
    if desmedida and miembro.file_size > GRACIA_BYTES:
        raise ErrorDeDocumento(
            f"La parte «{miembro.filename}» del .docx está comprimida sin medida.", _GUARDAR
        )


def _revisar_macros(partes: dict[str, bytes]) -> None:
    sospechosas = any("vba" in p or "/activex/" in p for p in map(str.casefold, partes))
    if sospechosas or b"macroenabled" in partes[TIPOS].lower():
        raise ErrorDeDocumento("El documento trae macros o controles ActiveX.", _GUARDAR)
    if b"wordprocessingml.document.main+xml" not in partes[TIPOS]:
        raise ErrorDeDocumento("El archivo no es un documento .docx.", _GUARDAR)


def _revisar_enlaces(partes: dict[str, bytes]) -> None:
    for relacion in todas(partes):
        ajena = relacion.externa and relacion.tipo != "hyperlink"
        if ajena or relacion.tipo == "attachedTemplate":
            raise ErrorDeDocumento(
                f"El documento enlaza algo de fuera: «{relacion.destino}» ({relacion.tipo}).",
                "En Word: incruste la imagen, rompa el vínculo (Archivo › Información › Editar "
                "vínculos a archivos) o quite la plantilla adjunta; solo se admiten hipervínculos.",
            )
        if relacion.tipo == "aFChunk":
            raise ErrorDeDocumento(
                f"El documento incrusta otro documento sin convertir: «{relacion.destino}».",
                _GUARDAR,
            )


def escribir_paquete(partes: Mapping[str, bytes]) -> bytes:
    """Devuelve el .docx: mismas partes, mismos bytes (fechas y orden fijos)."""
    return unir(comprimir(nombre, partes[nombre]) for nombre in en_orden(partes))
