"""Leer cualquier documento, en Word, PDF o texto, como un solo texto con lugares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.errores import ErrorDeDocumento, ErrorMinuta, UsoIncorrecto
from generador.revision.lectores import pdf, plano, word
from generador.sistema import motivo_de

if TYPE_CHECKING:
    from pathlib import Path

    from generador.revision.documento import DocumentoLeido

TOPE_MB = 256
"""Un expediente escaneado de mil páginas cabe; lo que pesa más casi siempre es otra cosa."""
TOPE_CARACTERES = 20_000_000
"""Unas siete mil páginas de texto corrido."""
_LECTORES = {".docx": word.leer, ".pdf": pdf.leer, ".txt": plano.leer, ".md": plano.leer}
_DIVIDIR = "Revise que sea el archivo correcto, o divídalo."


def leer_documento(ruta: Path) -> DocumentoLeido:
    """El documento de `ruta` (.docx, .pdf, .txt o .md).

    Raises:
        UsoIncorrecto: la ruta no existe, no es un archivo o su extensión es ajena.
        ErrorDeDocumento: el .docx o el texto está vacío, dañado, cifrado o desmedido.
        ErrorDePdf: el .pdf está dañado, tiene contraseña o no trae texto.
    """
    lector = _LECTORES.get(ruta.suffix.casefold())
    datos = _bytes_de(ruta)
    if lector is None:
        raise UsoIncorrecto(
            f"«{ruta.name}» no termina en {', '.join(_LECTORES)}.",
            "En Word: Archivo › Guardar como › Documento de Word (.docx).",
        )
    try:
        leido = lector(datos)
    except ErrorMinuta as error:
        raise type(error)(f"«{ruta.name}»: {error.mensaje}", error.remedio) from error
    if len(leido.texto) > TOPE_CARACTERES:
        raise _desmedido(ruta, f"trae más de {TOPE_CARACTERES // 10**6} millones de caracteres")
    return leido


def _bytes_de(ruta: Path) -> bytes:
    try:
        if ruta.is_dir():
            raise UsoIncorrecto(f"«{ruta}» es una carpeta.", "Dé los archivos, uno por uno.")
        if ruta.exists() and not ruta.is_file():
            raise UsoIncorrecto(f"«{ruta}» no es un archivo.", "Guárdelo en un archivo y repita.")
        if ruta.stat().st_size > TOPE_MB * 1024**2:
            raise _desmedido(ruta, f"pesa más de {TOPE_MB} MB")
        return ruta.read_bytes()
    except OSError as error:
        raise UsoIncorrecto(
            f"No se puede leer «{ruta}»: {motivo_de(error)[0]}.",
            "Revise la ruta, y que no esté abierto o protegido.",
        ) from error


def _desmedido(ruta: Path, por_que: str) -> ErrorDeDocumento:
    return ErrorDeDocumento(f"«{ruta.name}» {por_que}.", _DIVIDIR)
