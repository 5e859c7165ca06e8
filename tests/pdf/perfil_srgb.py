"""El perfil ICC de sRGB que llevan los PDF, construido desde la norma.

No se copió de nadie: son las cifras públicas de IEC 61966-2-1 (curva) y las matrices de sRGB
adaptadas a D50 por Bradford, escritas en el formato ICC.1:2004-10 (versión 4.2). Se corre una
vez (`python -m tests.pdf.perfil_srgb`) y la prueba comprueba que `srgb.icc` es este mismo.
"""

from __future__ import annotations

import struct
from pathlib import Path

import generador.pdf

DESTINO = Path(generador.pdf.__file__).parent / "srgb.icc"

_BLANCO_D50 = (0.9642, 1.0, 0.8249)
# Columnas de la matriz RGB lineal → XYZ de sRGB, adaptada de D65 a D50 (Bradford).
_ROJO = (0.4360747, 0.2225045, 0.0139322)
_VERDE = (0.3850649, 0.7168786, 0.0971045)
_AZUL = (0.1430804, 0.0606169, 0.7141733)
_BRADFORD = (1.0478112, 0.0228866, -0.0501270, 0.0295424, 0.9904844, -0.0170491)
_BRADFORD_AZUL = (-0.0092345, 0.0150436, 0.7521316)
# Y = ((X + 0,055) / 1,055) ** 2,4 desde 0,04045; X / 12,92 por debajo.
_CURVA = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def _fijos(*numeros: float) -> bytes:
    return b"".join(struct.pack(">i", round(n * 65536)) for n in numeros)


def _texto(frase: str) -> bytes:
    letras = frase.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(letras), 28) + letras


def perfil() -> bytes:
    """Los bytes del perfil; la fecha de su cabecera es fija."""
    curva = b"para\0\0\0\0" + struct.pack(">HH", 3, 0) + _fijos(*_CURVA)
    etiquetas = {
        b"desc": _texto("sRGB"),
        b"cprt": _texto("CC0, no rights reserved"),
        b"wtpt": b"XYZ \0\0\0\0" + _fijos(*_BLANCO_D50),
        b"chad": b"sf32\0\0\0\0" + _fijos(*_BRADFORD, *_BRADFORD_AZUL),
        b"rXYZ": b"XYZ \0\0\0\0" + _fijos(*_ROJO),
        b"gXYZ": b"XYZ \0\0\0\0" + _fijos(*_VERDE),
        b"bXYZ": b"XYZ \0\0\0\0" + _fijos(*_AZUL),
        b"rTRC": curva,
        b"gTRC": curva,
        b"bTRC": curva,
    }
    inicio = 128 + 4 + 12 * len(etiquetas)
    tabla, cuerpo = struct.pack(">I", len(etiquetas)), b""
    lugares: dict[bytes, int] = {}
    for nombre, dato in etiquetas.items():
        if dato not in lugares:
            lugares[dato] = inicio + len(cuerpo)
            cuerpo += dato + b"\0" * (-len(dato) % 4)
        tabla += struct.pack(">4sII", nombre, lugares[dato], len(dato))
    cabecera = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4s8sI12s4s16s28x",
        inicio + len(cuerpo),
        *(b"\0" * 4, 0x04200000, b"mntr", b"RGB ", b"XYZ "),
        *(2026, 1, 1, 0, 0, 0),
        *(b"acsp", b"\0" * 4, 0, b"\0" * 4, b"\0" * 4, b"\0" * 8, 0),
        *(_fijos(*_BLANCO_D50), b"\0" * 4, b"\0" * 16),
    )
    return cabecera + tabla + cuerpo


if __name__ == "__main__":
    DESTINO.write_bytes(perfil())
