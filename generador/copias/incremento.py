"""La actualización incremental de un PDF: lo nuevo se agrega al final y lo anterior no se toca.

ISO 32000-1, 7.5.6: objetos nuevos o cambiados, su tabla de referencias cruzadas (de la misma
clase que la del original: tabla clásica o flujo) y un cierre que apunta a la anterior.
"""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generador.errores import ErrorDeCopia
from generador.huella import sha256

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pypdf import PdfReader
    from pypdf.generic import PdfObject


@dataclass(frozen=True, slots=True)
class Objeto:
    """Un objeto PDF numerado y ya escrito en bytes."""

    numero: int
    generacion: int
    cuerpo: bytes


@dataclass(frozen=True, slots=True)
class Base:
    """Lo que del original necesita cada incremento.

    `anterior` es la posición en bytes de su última tabla; `siguiente`, el primer número libre.
    """

    original: bytes
    anterior: int
    con_tabla: bool
    siguiente: int
    raiz: str
    info: str | None
    identidad: str


def leer_base(original: bytes, lector: PdfReader) -> Base:
    """Lee el cierre del original. Da `ErrorDeCopia` si su tabla no está donde el archivo dice."""
    anterior = _posicion_de_la_tabla(original)
    con_tabla = original.startswith(b"xref", anterior)
    cierre = lector.trailer
    numeros = [n for tabla in lector.xref.values() for n in tabla] + list(lector.xref_objStm)
    identidad = cierre.get("/ID")
    return Base(
        original=original,
        anterior=anterior,
        con_tabla=con_tabla,
        siguiente=max(int(str(cierre.get("/Size", 0))), max(numeros, default=0) + 1),
        raiz=escribir_objeto(cierre.raw_get("/Root")).decode("ascii"),
        info=escribir_objeto(cierre.raw_get("/Info")).decode("ascii")
        if "/Info" in cierre
        else None,
        identidad=identidad[0].original_bytes.hex() if identidad else sha256(original)[:32],
    )


def escribir_objeto(objeto: PdfObject) -> bytes:
    """Devuelve un objeto de pypdf en bytes; las referencias conservan el número del original."""
    salida = io.BytesIO()
    objeto.write_to_stream(salida)
    return salida.getvalue()


def agregar(base: Base, objetos: Sequence[Objeto], semilla: str) -> bytes:
    """Devuelve el original seguido del incremento con `objetos`.

    `semilla` distingue esta versión del archivo de las otras en el segundo `/ID`.
    """
    salida = bytearray(base.original)
    if not salida.endswith(b"\n"):
        salida += b"\n"
    lugares = []
    for objeto in objetos:
        lugares.append((objeto.numero, len(salida), objeto.generacion))
        salida += b"%d %d obj\n%b\nendobj\n" % (objeto.numero, objeto.generacion, objeto.cuerpo)
    tabla = len(salida)
    limite = max(base.siguiente, *(o.numero + 1 for o in objetos))
    if base.con_tabla:
        salida += (
            _tabla(sorted(lugares)) + f"trailer\n<< {_cierre(base, limite, semilla)} >>".encode()
        )
    else:
        lugares.append((limite, tabla, 0))
        salida += _flujo(sorted(lugares), _cierre(base, limite + 1, semilla))
    salida += b"\nstartxref\n%d\n%%%%EOF\n" % tabla
    return bytes(salida)


def _posicion_de_la_tabla(original: bytes) -> int:
    hallados = re.findall(rb"startxref\s+(\d+)\s+%%EOF", original[-2048:])
    posicion = int(hallados[-1]) if hallados else len(original)
    if original.startswith(b"%PDF-") and re.match(
        rb"xref\s|\d+ \d+ obj", original[posicion : posicion + 24]
    ):
        return posicion
    raise ErrorDeCopia(
        "El PDF del acto está dañado: su tabla de contenido no está donde el archivo dice.",
        "Ábralo y guárdelo de nuevo como PDF antes de sacar las copias.",
    )


def _cierre(base: Base, limite: int, semilla: str) -> str:
    info = f"/Info {base.info} " if base.info else ""
    nueva = sha256((base.identidad + semilla).encode())[:32]
    return (
        f"/Size {limite} /Root {base.raiz} {info}"
        f"/ID [<{base.identidad}> <{nueva}>] /Prev {base.anterior}"
    )


def _tramos(
    lugares: Sequence[tuple[int, int, int]],
) -> Iterator[Sequence[tuple[int, int, int]]]:
    """Agrupa las entradas de números seguidos: cada tramo es una subsección de la tabla."""
    cortes = [i for i, (a, b) in enumerate(pairwise(lugares), 1) if b[0] != a[0] + 1]
    for inicio, fin in pairwise([0, *cortes, len(lugares)]):
        yield lugares[inicio:fin]


def _tabla(lugares: Sequence[tuple[int, int, int]]) -> bytes:
    partes = ["xref\n"]
    for tramo in _tramos(lugares):
        partes.append(f"{tramo[0][0]} {len(tramo)}\n")
        partes += [f"{posicion:010d} {generacion:05d} n \n" for _, posicion, generacion in tramo]
    return "".join(partes).encode("ascii")


def _flujo(lugares: Sequence[tuple[int, int, int]], cierre: str) -> bytes:
    datos = zlib.compress(
        b"".join(b"\x01" + p.to_bytes(5, "big") + g.to_bytes(2, "big") for _, p, g in lugares), 9
    )
    indice = _indice(_tramos(lugares))
    numero = lugares[-1][0]
    return (
        (
            f"{numero} 0 obj\n<< /Type /XRef /W [1 5 2] /Index [{indice}] {cierre} "
            f"/Filter /FlateDecode /Length {len(datos)} >>\nstream\n"
        ).encode("ascii")
        + datos
        + b"\nendstream\nendobj"
    )


def _indice(tramos: Iterable[Sequence[tuple[int, int, int]]]) -> str:
    return " ".join(f"{t[0][0]} {len(t)}" for t in tramos)
