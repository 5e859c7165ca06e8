"""El zip de un .docx, miembro por miembro: lo que no cambia se copia ya comprimido.

Descomprimir y volver a comprimir estilos, temas e imágenes idénticos en cada documento es casi
todo el costo de guardarlo. Aquí un miembro se comprime una vez y luego es un bloque de bytes
(APPNOTE de PKWARE 4.3: cabecera local, datos, directorio central).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from isal import isal_zlib

from generador.documento.relaciones import TIPOS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# ISA-L ocupa un sexto más que el nivel 6 de zlib y tarda la décima parte.
_NIVEL: Final = 2
_SIN_CABECERA: Final = -15
_VERSION: Final = 20
_UTF8: Final = 0x800
# 1 de enero de 1980, la menor que cabe en un zip: la hora del reloj cambiaría los bytes.
_HORA, _DIA = 0, 1 << 5 | 1
_LOCAL: Final = struct.Struct("<IHHHHHIIIHH")
_CENTRAL: Final = struct.Struct("<IHHHHHHIIIHHHHHI")
_POSICION: Final = struct.Struct("<I")
_FIN: Final = struct.Struct("<IHHHHIIH")
_LARGOS: Final = struct.Struct("<HH")
_ANTES_DE_LARGOS, _CABECERA = 26, 30
_PRIMERAS: Final = (TIPOS, "_rels/.rels")


@dataclass(frozen=True, slots=True)
class Miembro:
    """Una parte comprimida, lista para copiarse: su bloque y su renglón del directorio."""

    local: bytes
    central: bytes
    nombre: bytes


def comprimir(nombre: str, datos: bytes) -> Miembro:
    """Devuelve la parte comprimida; mismos datos, mismos bytes."""
    comprimido = isal_zlib.compress(datos, _NIVEL, _SIN_CABECERA)
    return _miembro(nombre, comprimido, zipfile.ZIP_DEFLATED, isal_zlib.crc32(datos), len(datos))


def _miembro(nombre: str, comprimido: bytes, metodo: int, crc: int, largo: int) -> Miembro:
    escrito = nombre.encode()
    banderas = 0 if escrito.isascii() else _UTF8
    campos = (banderas, metodo, _HORA, _DIA, crc, len(comprimido), largo, len(escrito), 0)
    local = _LOCAL.pack(0x04034B50, _VERSION, *campos) + escrito + comprimido
    central = _CENTRAL.pack(0x02014B50, _VERSION, _VERSION, *campos, 0, 0, 0, 0)
    return Miembro(local, central, escrito)


def crudos(docx: bytes, partes: Mapping[str, bytes]) -> dict[str, Miembro]:
    """Los miembros del zip tal como vienen comprimidos, por nombre.

    `partes` es lo que da `leer_paquete` de esos mismos bytes. Un miembro cuyos datos comprimidos
    no sean exactamente su parte se vuelve a comprimir: así nunca se copia un zip mal formado.
    """
    with zipfile.ZipFile(io.BytesIO(docx)) as archivo:
        miembros = {m.filename: m for m in archivo.infolist() if m.filename in partes}
    return {n: _crudo(docx, m, partes[n]) for n, m in miembros.items()}


def _crudo(docx: bytes, miembro: zipfile.ZipInfo, datos: bytes) -> Miembro:
    largos = _LARGOS.unpack_from(docx, miembro.header_offset + _ANTES_DE_LARGOS)
    inicio = miembro.header_offset + _CABECERA + sum(largos)
    comprimido = docx[inicio : inicio + miembro.compress_size]
    if not _es(comprimido, miembro.compress_type, datos):
        return comprimir(miembro.filename, datos)
    return _miembro(
        miembro.filename, comprimido, miembro.compress_type, miembro.CRC, miembro.file_size
    )


def _es(comprimido: bytes, metodo: int, datos: bytes) -> bool:
    if metodo == zipfile.ZIP_STORED:
        return comprimido == datos
    inflador = zlib.decompressobj(_SIN_CABECERA)
    try:
        igual = inflador.decompress(comprimido, len(datos) + 1) == datos
    except zlib.error:
        return False
    return bool(igual and inflador.eof and not inflador.unused_data)


def en_orden(nombres: Iterable[str]) -> list[str]:
    """Los nombres en el orden en que van en el zip: los tipos de contenido primero (OPC)."""
    todos = set(nombres)
    return [*(p for p in _PRIMERAS if p in todos), *sorted(todos.difference(_PRIMERAS))]


def unir(miembros: Iterable[Miembro]) -> bytes:
    """Devuelve el zip con esos miembros en ese orden."""
    bloques: list[bytes] = []
    directorio: list[bytes] = []
    posicion = 0
    for miembro in miembros:
        bloques.append(miembro.local)
        directorio += (miembro.central, _POSICION.pack(posicion), miembro.nombre)
        posicion += len(miembro.local)
    indice = b"".join(directorio)
    cuantos = len(bloques)
    fin = _FIN.pack(0x06054B50, 0, 0, cuantos, cuantos, len(indice), posicion, 0)
    return b"".join((*bloques, indice, fin))
