"""La comprobación de una copia suelta: con solo el archivo, qué parte está intacta y cuál no."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.copias import constancia
from generador.hallazgos import Gravedad, Hallazgo
from generador.huella import huella_de

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.copias.constancia import Leida

_PEDIR = "No la use; pida otra a quien expidió el acto."


def revisar_copia(datos: bytes, nombre: str) -> list[Hallazgo]:
    """Devuelve los errores de la copia `datos`, llamada `nombre`; ninguno si está intacta.

    Códigos: VER07 no es copia, VER08 la parte original, VER09 el sello, VER10 sobran bytes,
    VER11 faltan bytes.
    """
    leida = constancia.leer(datos)
    if leida is None:
        return [_sin_constancia(datos, nombre)]
    return list(_comparar(datos, leida, nombre))


def _sin_constancia(datos: bytes, nombre: str) -> Hallazgo:
    if constancia.CLAVE in datos:
        return _error("VER09", nombre, "Se alteró el sello: su constancia no se puede leer.")
    return _error(
        "VER07",
        nombre,
        "No es una copia sellada por Minuta: no trae constancia.",
        "Verifique el archivo de la carpeta copias/; el acto original se comprueba con su carpeta.",
    )


def _comparar(datos: bytes, leida: Leida, nombre: str) -> Iterator[Hallazgo]:
    original = leida.constancia.original
    sello_intacto = leida.coherente
    if len(datos) < leida.longitud_copia:
        faltan = leida.longitud_copia - len(datos)
        yield _error("VER11", nombre, f"La copia está incompleta: le faltan {faltan} bytes.")
    elif len(datos) > leida.longitud_copia:
        sobran = len(datos) - leida.longitud_copia
        yield _error("VER10", nombre, f"Se agregaron {sobran} bytes después del sello.")
    else:
        sello_intacto = sello_intacto and leida.huella_calculada(datos) == leida.huella
    original_intacto = huella_de(datos[: original.longitud]) == original
    # Si el QR contradice la constancia, lo tocado es la constancia: no se culpa al original.
    if not leida.coherente or (original_intacto and not sello_intacto):
        yield _error("VER09", nombre, "Se alteró el sello; no coincide con su propia huella.")
    elif not original_intacto:
        yield _error(
            "VER08",
            nombre,
            f"Se alteró la parte original: sus primeros {original.longitud} bytes no dan el "
            "sha256 que dice el sello.",
        )


def _error(codigo: str, archivo: str, mensaje: str, remedio: str = _PEDIR) -> Hallazgo:
    return Hallazgo(
        codigo=codigo, gravedad=Gravedad.ERROR, mensaje=mensaje, remedio=remedio, archivo=archivo
    )
