"""La composición del sello: filete, QR a la derecha y el texto a la izquierda, en la franja.

Todo se mide antes de dibujar. Si el texto no cabe, se parte en líneas y se reduce el cuerpo
hasta el menor legible; si ni así cabe, se dice. Nada se trunca.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

import segno

from generador.copias.franja import ALTO
from generador.errores import ErrorDeCopia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.copias.constancia import Constancia
    from generador.copias.tipografia import Fuente

ANCHO_MINIMO: Final = 320.0
"""Ancho en puntos por debajo del cual las 64 cifras del sha256 no caben en una línea legible."""

_FILETE: Final = 0.5
_MODULOS: Final = 37  # QR versión 5: 37 módulos por lado, 122 caracteres con corrección M
_ZONA_MUDA: Final = 4  # módulos blancos alrededor (ISO/IEC 18004, 9.1)
_MODULO: Final = (ALTO - _FILETE) / (_MODULOS + 2 * _ZONA_MUDA)
_LADO_QR: Final = ALTO - _FILETE
_CUERPOS: Final = (8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0)
_INTERLINEA: Final = 1.22
_AIRE: Final = 5.0  # del filete a la primera línea


@dataclass(frozen=True, slots=True)
class Renglon:
    """Una línea de texto del sello y su cuerpo en puntos."""

    texto: str
    cuerpo: float


def textos(c: Constancia) -> tuple[str, str, str, str]:
    """Devuelve los cuatro párrafos del sello: título, destinatario, sha256 y longitud."""
    return (
        _limpio(f"Copia {c.numero} de {c.total} · {c.acto}"),
        _limpio(f"Destinatario: {c.destinatario}"),
        f"sha256 del original: {c.original.sha256}",
        f"Longitud del original: {c.original.longitud} bytes, los primeros de este archivo.",
    )


def contenido(c: Constancia, fuente: Fuente, ancho: float) -> bytes:
    """Devuelve las órdenes PDF que dibujan el sello en una caja de `ancho` × `ALTO` puntos.

    Da `ErrorDeCopia` si el texto no cabe ni con el menor cuerpo legible.
    """
    renglones = componer(c, fuente, ancho - _LADO_QR)
    partes = [f"{_FILETE} w 0 {ALTO - _FILETE / 2:g} m {ancho:g} {ALTO - _FILETE / 2:g} l S"]
    partes.append(_dibujar_texto(renglones, fuente))
    partes.append(_dibujar_qr(c.contenido_qr(), ancho - _LADO_QR))
    return "\n".join(partes).encode("ascii")


def componer(c: Constancia, fuente: Fuente, ancho: float) -> list[Renglon]:
    """Devuelve los renglones con el mayor cuerpo que cabe en `ancho` puntos y el alto del sello."""
    titulo, destinatario, sha, longitud = textos(c)
    for cuerpo in _CUERPOS:
        menor = min(cuerpo, 6.5)
        parrafos = ((titulo, cuerpo + 1), (destinatario, cuerpo), (sha, menor), (longitud, menor))
        renglones = [
            Renglon(linea, tamano)
            for texto, tamano in parrafos
            for linea in _partir(texto, fuente, tamano, ancho)
        ]
        if _alto(renglones) <= ALTO - _FILETE - _AIRE:
            return renglones
    raise ErrorDeCopia(
        f"El destinatario o el nombre del acto no caben en el sello de la copia {c.numero}.",
        "Escríbalos más cortos: cargo o dependencia y entidad; tipo, número y fecha del acto.",
    )


def _limpio(texto: str) -> str:
    return " ".join(texto.split())


def _alto(renglones: list[Renglon]) -> float:
    return sum(r.cuerpo * _INTERLINEA for r in renglones)


def _partir(texto: str, fuente: Fuente, cuerpo: float, ancho: float) -> Iterator[str]:
    linea = ""
    for palabra in texto.split(" "):
        prueba = f"{linea} {palabra}" if linea else palabra
        if fuente.ancho(prueba, cuerpo) <= ancho:
            linea = prueba
            continue
        if linea:
            yield linea
        *enteras, linea = _trozos(palabra, fuente, cuerpo, ancho)
        yield from enteras
    yield linea


def _trozos(palabra: str, fuente: Fuente, cuerpo: float, ancho: float) -> Iterator[str]:
    """Parte por letras la palabra que sola no cabe en un renglón."""
    trozo = ""
    for letra in palabra:
        if trozo and fuente.ancho(trozo + letra, cuerpo) > ancho:
            yield trozo
            trozo = ""
        trozo += letra
    yield trozo


def _dibujar_texto(renglones: list[Renglon], fuente: Fuente) -> str:
    sobra = ALTO - _FILETE - _AIRE - _alto(renglones)
    aire = min(sobra / len(renglones), 2.5)
    altura = ALTO - _FILETE - _AIRE
    partes = ["BT"]
    for renglon in renglones:
        altura -= renglon.cuerpo * _INTERLINEA
        base = altura + renglon.cuerpo * (_INTERLINEA - 0.95)
        partes.append(
            f"/F1 {renglon.cuerpo:g} Tf 1 0 0 1 0 {base:.3f} Tm {fuente.cadena(renglon.texto)} Tj"
        )
        altura -= aire
    return "\n".join([*partes, "ET"])


def _dibujar_qr(texto: str, izquierda: float) -> str:
    """El QR como un solo trazado: dibujado por partes, el suavizado dejaría rendijas blancas."""
    qr = segno.make(texto, error="m", version=5, micro=False, boost_error=False)
    origen, tope = izquierda + _ZONA_MUDA * _MODULO, _LADO_QR - _ZONA_MUDA * _MODULO
    trazos = [f"1 0 0 1 {origen:.3f} {tope:.3f} cm {_MODULO:.5f} 0 0 -{_MODULO:.5f} 0 0 cm"]
    for y, fila in enumerate(qr.matrix):
        x = 0
        for oscuro, grupo in groupby(fila):
            largo = len(list(grupo))
            if oscuro:
                trazos.append(f"{x} {y} {largo} 1 re")
            x += largo
    return "q " + "\n".join(trazos) + "\nf Q"
