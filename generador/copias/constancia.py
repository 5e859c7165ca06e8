"""La constancia: lo que la copia dice de sí misma, legible sin abrirla como PDF.

Es un diccionario PDF (ISO 32000-1, 7.3.7) que el catálogo nombra con la clave `/MinutaCopia` y
que va, en texto plano y siempre con esta forma, al comienzo del incremento:

    << /Type /MinutaCopia /Version 1
    /SHA256 (<64 hex: sha256 del original>)
    /Longitud <bytes del original>
    /Numero <n> /Total <N>
    /Destinatario <FEFF…>          texto en UTF-16BE, hexadecimal
    /Acto <FEFF…>
    /QR (MINUTA:1:<SHA256>:<longitud>:<n>/<N>)
    /LongitudCopia <12 cifras>     bytes de toda la copia
    /Huella (<64 hex>)             sha256 de toda la copia, con estas 64 cifras en ceros
    >>

**Cómo lo comprueba cualquiera, sin Minuta.** Sea L la longitud y H el sha256 impresos al pie:

1. El original:  `head -c L copia.pdf | sha256sum`  debe dar H.
2. La copia entera:  `grep -a '^/Huella' copia.pdf`  muestra la huella K; y
   `LC_ALL=C sed 's/(K)/(00…00)/' copia.pdf | sha256sum`, con 64 ceros, debe dar K.

La huella descubre daños y retoques; no es una firma: quien rehaga la copia entera puede rehacer
la huella, pero no puede hacer que el original dé otro sha256.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generador.huella import Huella, sha256

CLAVE: Final = b"/MinutaCopia"
VERSION: Final = 1
COPIAS_MAXIMAS: Final = 999_999  # seis cifras, las que la forma admite
_CEROS: Final = b"0" * 64
_FORMA: Final = re.compile(
    rb"<< /Type /MinutaCopia /Version 1\n"
    rb"/SHA256 \((?P<sha>[0-9a-f]{64})\)\n"
    rb"/Longitud (?P<longitud>\d{1,12})\n"
    rb"/Numero (?P<numero>\d{1,6}) /Total (?P<total>\d{1,6})\n"
    rb"/Destinatario <FEFF(?P<destinatario>(?:[0-9A-F]{4})*)>\n"
    rb"/Acto <FEFF(?P<acto>(?:[0-9A-F]{4})*)>\n"
    rb"/QR \((?P<qr>[0-9A-Z:/]+)\)\n"
    rb"/LongitudCopia (?P<largo>\d{12})\n"
    rb"/Huella \((?P<huella>[0-9a-f]{64})\)\n>>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Constancia:
    """De qué original es la copia, para quién, y cuál de cuántas."""

    original: Huella
    destinatario: str
    numero: int
    total: int
    acto: str

    def contenido_qr(self) -> str:
        """Devuelve el texto del QR, versión 1, todo en el alfabeto alfanumérico del QR.

        `MINUTA:1:<SHA256 en mayúscula>:<longitud en bytes>:<n>/<N>` (ISO/IEC 18004, 7.4.4).

        >>> c = Constancia(original=Huella("ab" * 32, 54321), destinatario="Archivo",
        ...                numero=2, total=5, acto="Resolución 1")
        >>> c.contenido_qr()[-12:]
        'AB:54321:2/5'
        """
        sha = self.original.sha256.upper()
        return f"MINUTA:{VERSION}:{sha}:{self.original.longitud}:{self.numero}/{self.total}"

    def como_objeto(self) -> bytes:
        """Devuelve el diccionario PDF, con la longitud y la huella de la copia aún en ceros."""
        lineas = (
            f"<< /Type /MinutaCopia /Version {VERSION}",
            f"/SHA256 ({self.original.sha256})",
            f"/Longitud {self.original.longitud}",
            f"/Numero {self.numero} /Total {self.total}",
            f"/Destinatario <{_hex(self.destinatario)}>",
            f"/Acto <{_hex(self.acto)}>",
            f"/QR ({self.contenido_qr()})",
            f"/LongitudCopia {0:012d}",
            f"/Huella ({_CEROS.decode()})",
            ">>",
        )
        return "\n".join(lineas).encode("ascii")


@dataclass(frozen=True, slots=True)
class Leida:
    """Una constancia hallada en una copia: lo que dice y dónde están sus campos sellados."""

    constancia: Constancia
    qr: str
    longitud_copia: int
    huella: str
    hueco: int

    @property
    def coherente(self) -> bool:
        """Dice si el contenido del QR repite los mismos datos: si no, tocaron la constancia."""
        return self.qr == self.constancia.contenido_qr()

    def huella_calculada(self, copia: bytes) -> str:
        """Devuelve el sha256 de `copia` con las 64 cifras de su huella en ceros."""
        return sha256(copia[: self.hueco] + _CEROS + copia[self.hueco + 64 :])


def _hex(texto: str) -> str:
    return "FEFF" + texto.encode("utf-16-be").hex().upper()


def _texto(campo: bytes) -> str:
    return bytes.fromhex(campo.decode("ascii")).decode("utf-16-be")


def cerrar(copia: bytes) -> bytes:
    """Escribe en la constancia la longitud y la huella de la copia ya terminada.

    `copia` es la copia completa con los dos campos en ceros.
    """
    hallada = _ultima(copia)
    if hallada is None:
        raise ValueError("la copia no tiene constancia que cerrar")
    inicio, fin = hallada.span("largo")
    medida = copia[:inicio] + f"{len(copia):012d}".encode() + copia[fin:]
    hueco = hallada.start("huella")
    return medida[:hueco] + sha256(medida).encode() + medida[hueco + 64 :]


def leer(copia: bytes) -> Leida | None:
    """Devuelve la constancia de `copia`, o `None` si no tiene una con la forma exacta."""
    hallada = _ultima(copia)
    if hallada is None:
        return None
    try:
        constancia = Constancia(
            original=Huella(hallada["sha"].decode(), int(hallada["longitud"])),
            destinatario=_texto(hallada["destinatario"]),
            numero=int(hallada["numero"]),
            total=int(hallada["total"]),
            acto=_texto(hallada["acto"]),
        )
    except UnicodeDecodeError:  # un par sustituto suelto: alguien tocó el texto
        return None
    return Leida(
        constancia,
        hallada["qr"].decode(),
        int(hallada["largo"]),
        hallada["huella"].decode(),
        hallada.start("huella"),
    )


def _ultima(copia: bytes) -> re.Match[bytes] | None:
    inicio = copia.rfind(b"<< /Type " + CLAVE + b" ")
    return _FORMA.match(copia, inicio) if inicio >= 0 else None
