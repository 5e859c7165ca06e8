"""De los bytes de un archivo al texto UTF-8 del caso, y de una posición del texto a su lugar.

Solo se admite UTF-8 (RFC 3629), con marca BOM o sin ella. Lo demás se reconoce para explicarlo.
Los caracteres admitidos son los de XML 1.0, sección 2.2: los otros no caben en un .docx.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import islice

from generador.caso.rechazos import rechazo
from generador.errores import CasoRechazado
from generador.hallazgos import Hallazgo, Lugar

TOPE_BYTES = 2 * 1024 * 1024
"""Cien veces un caso grande (300 líneas pesan unos 15 KB), y se analiza en pocos segundos."""

MAXIMO_POR_CLASE = 20
"""Hallazgos de una misma clase que se muestran: más no ayudan a corregir."""

ILEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SALTO = re.compile("\r\n|\n|\r")
_BOM = b"\xef\xbb\xbf"
_MUESTRA = 4096

_FIRMAS = (
    (b"PK\x03\x04", "un archivo comprimido (.zip)"),
    (b"%PDF", "un PDF"),
    (b"\xd0\xcf\x11\xe0", "un archivo de Office antiguo (.doc o .xls)"),
    (b"{\\rtf", "un documento RTF"),
    (b"\x89PNG", "una imagen"),
    (b"\xff\xd8\xff", "una imagen"),
)
_OFFICE = ((b"word/", "un documento de Word (.docx)"), (b"xl/", "un libro de Excel (.xlsx)"))
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Fuente:
    """El texto de un caso con su nombre; sabe la línea y la columna de cada posición."""

    nombre: str
    texto: str
    inicios: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        saltos = (salto.end() for salto in _SALTO.finditer(self.texto))
        object.__setattr__(self, "inicios", (0, *saltos))

    def lugar(self, posicion: int) -> Lugar:
        """El lugar de una posición del texto; línea y columna desde 1, en caracteres."""
        linea = bisect_right(self.inicios, posicion)
        return Lugar(self.nombre, linea, posicion - self.inicios[linea - 1] + 1)

    def linea(self, numero: int) -> str:
        """El texto de una línea (desde 0), sin su salto."""
        fin = self.inicios[numero + 1] if numero + 1 < len(self.inicios) else len(self.texto)
        return self.texto[self.inicios[numero] : fin].rstrip("\r\n")


def nombrar(caracter: str) -> str:
    r"""Cómo se le dice a una persona cuál es un carácter que no se ve.

    >>> nombrar("\x01")
    'U+0001'
    """
    return f"U+{ord(caracter):04X}"


def ilegales(fuente: Fuente, patron: re.Pattern[str], codigo: str) -> list[Hallazgo]:
    """Los caracteres del texto que no se admiten, cada uno en su lugar."""
    hallados = islice(patron.finditer(fuente.texto), MAXIMO_POR_CLASE)
    return [rechazo(codigo, fuente.lugar(h.start()), caracter=nombrar(h.group())) for h in hallados]


def _formato_ajeno(datos: bytes) -> str | None:
    for firma, formato in _FIRMAS:
        if datos.startswith(firma):
            return next((office for parte, office in _OFFICE if parte in datos), formato)
    return None


def _parece_utf16(datos: bytes) -> bool:
    """UTF-16 sin marca: en un texto español, uno de cada dos bytes es cero."""
    muestra = datos[:_MUESTRA]
    return any(muestra[i::2].count(0) * 2 > len(muestra[i::2]) for i in (0, 1))


def _rechazar_binario(datos: bytes, inicio: Lugar) -> None:
    formato = _formato_ajeno(datos)
    if formato is not None:
        raise CasoRechazado([rechazo("CASO005", inicio, formato=formato)])
    if datos.startswith(_UTF16) or (b"\0" in datos and _parece_utf16(datos)):
        utf16 = "UTF-16 (el Bloc de notas la llama «Unicode»)"
        raise CasoRechazado([rechazo("CASO006", inicio, codificacion=utf16, detalle="")])
    if b"\0" in datos:
        formato = "un archivo de otro programa"
        raise CasoRechazado([rechazo("CASO005", inicio, formato=formato)])


def _decodificar(datos: bytes, nombre: str) -> str:
    try:
        return datos.decode("utf-8")
    except UnicodeDecodeError as error:
        previo = datos[: error.start].decode("utf-8")
        malo = datos[error.start : error.start + 1]
        letra = malo.decode("cp1252", "replace")
        hallazgo = rechazo(
            "CASO006",
            Fuente(nombre, previo).lugar(len(previo)),
            codificacion="otra codificación (casi siempre Windows-1252 o Latin-1)",
            detalle=f"; el primer byte que no encaja es {malo.hex().upper()}, quizá «{letra}»",
        )
        raise CasoRechazado([hallazgo]) from None


def desde_bytes(datos: bytes, nombre: str) -> Fuente:
    """El texto del archivo, sin la marca BOM.

    Lanza `CasoRechazado` si pesa más de `TOPE_BYTES`, no es texto o no está en UTF-8.
    """
    inicio = Lugar(nombre, 1, 1)
    if len(datos) > TOPE_BYTES:
        tope = TOPE_BYTES // 1024**2
        raise CasoRechazado([rechazo("CASO004", inicio, tope=tope)])
    _rechazar_binario(datos, inicio)
    return Fuente(nombre, _decodificar(datos.removeprefix(_BOM), nombre))
