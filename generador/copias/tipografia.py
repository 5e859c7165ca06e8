"""La letra del sello: Liberation Sans recortada a los caracteres del lote e incrustada.

Fuente compuesta Type0 con codificación Identity-H (ISO 32000-1, 9.7) y `/ToUnicode`, para que el
texto del sello se pueda buscar y leer en voz alta. El recorte se hace una vez por lote.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, Final

from fontTools import subset, ttLib

from generador.errores import ErrorDeCopia

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

OBJETOS: Final = 6
"""Cuántos objetos PDF ocupa la fuente."""


@dataclass(frozen=True, slots=True)
class Fuente:
    """La fuente recortada: glifo y ancho (milésimas del cuerpo) de cada carácter, y su archivo."""

    glifos: Mapping[str, int]
    anchos: Mapping[str, int]
    todos_los_anchos: Sequence[int]
    nombre: str
    descriptor: str
    archivo: bytes

    def ancho(self, texto: str, cuerpo: float) -> float:
        """Devuelve el ancho en puntos de `texto` compuesto a `cuerpo` puntos."""
        return sum(self.anchos[c] for c in texto) * cuerpo / 1000

    def cadena(self, texto: str) -> str:
        """Devuelve `texto` como cadena hexadecimal PDF de glifos (`<0003000A>`)."""
        return "<" + "".join(f"{self.glifos[c]:04X}" for c in texto) + ">"

    def objetos(self, primero: int) -> list[tuple[int, bytes]]:
        """Devuelve los `OBJETOS` objetos PDF, numerados desde `primero` (el que se usa es ese)."""
        cid, descriptor, archivo, unicode_, cidset = range(primero + 1, primero + OBJETOS)
        anchos = " ".join(map(str, self.todos_los_anchos))
        return [
            (
                primero,
                f"<< /Type /Font /Subtype /Type0 /BaseFont /{self.nombre} "
                f"/Encoding /Identity-H /DescendantFonts [{cid} 0 R] "
                f"/ToUnicode {unicode_} 0 R >>".encode(),
            ),
            (
                cid,
                f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{self.nombre} "
                "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
                f"/CIDToGIDMap /Identity /DW 0 /W [0 [{anchos}]] "
                f"/FontDescriptor {descriptor} 0 R >>".encode(),
            ),
            (
                descriptor,
                f"<< /Type /FontDescriptor /FontName /{self.nombre} {self.descriptor} "
                f"/FontFile2 {archivo} 0 R /CIDSet {cidset} 0 R >>".encode(),
            ),
            (archivo, flujo(self.archivo, f"/Length1 {len(self.archivo)}")),
            (unicode_, flujo(_a_unicode(self.glifos))),
            (cidset, flujo(_conjunto(len(self.todos_los_anchos)))),
        ]


def flujo(datos: bytes, claves: str = "") -> bytes:
    """Devuelve un flujo PDF comprimido con `datos`; `claves` se agregan a su diccionario."""
    comprimido = zlib.compress(datos, 9)
    cabeza = f"<< {claves} /Filter /FlateDecode /Length {len(comprimido)} >>\nstream\n"
    return cabeza.encode("ascii") + comprimido + b"\nendstream"


def recortar(textos: Iterable[str]) -> Fuente:
    """Devuelve Liberation Sans con solo los caracteres de `textos`.

    Da `ErrorDeCopia` con los caracteres que la fuente no tiene.
    """
    caracteres = sorted(set("".join(textos)))
    ruta = resources.files("generador.pdf") / "fuentes" / "LiberationSans-Regular.ttf"
    with ruta.open("rb") as archivo:
        # Sin recalcTimestamp la fuente llevaría la hora de hoy y la copia cambiaría cada vez.
        tipo = ttLib.TTFont(io.BytesIO(archivo.read()), recalcTimestamp=False)
    _exigir(caracteres, tipo.getBestCmap())
    opciones = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, name_IDs=[], glyph_names=False,
        drop_tables=["DSIG", "GDEF", "GPOS", "GSUB", "FFTM", "kern", "gasp", "name", "OS/2"],
    )  # fmt: skip
    recortador = subset.Subsetter(opciones)
    recortador.populate(unicodes=[ord(c) for c in caracteres])
    recortador.subset(tipo)
    return _armar(tipo, caracteres)


def _exigir(caracteres: Sequence[str], mapa: Mapping[int, str]) -> None:
    faltan = [c for c in caracteres if ord(c) not in mapa]
    if faltan:
        lista = ", ".join(f"«{c}» (U+{ord(c):04X})" for c in faltan)
        raise ErrorDeCopia(
            f"La letra del sello no tiene estos caracteres: {lista}.",
            "Escríbalos de otro modo en el destinatario o en el acto.",
        )


def _armar(tipo: Any, caracteres: Sequence[str]) -> Fuente:
    mapa = tipo.getBestCmap()
    escala = 1000 / tipo["head"].unitsPerEm
    glifos = {c: tipo.getGlyphID(mapa[ord(c)]) for c in caracteres}
    anchos = [round(tipo["hmtx"][nombre][0] * escala) for nombre in tipo.getGlyphOrder()]
    salida = io.BytesIO()
    tipo.save(salida, reorderTables=None)
    # La etiqueta de seis letras del subconjunto (ISO 32000-1, 9.6.4) sale del contenido.
    suma = hashlib.sha256(salida.getvalue()).digest()
    etiqueta = "".join(chr(ord("A") + b % 26) for b in suma[:6])
    return Fuente(
        glifos=glifos,
        anchos={c: anchos[g] for c, g in glifos.items()},
        todos_los_anchos=anchos,
        nombre=f"{etiqueta}+LiberationSans",
        descriptor=_descriptor(tipo, escala),
        archivo=salida.getvalue(),
    )


def _descriptor(tipo: Any, escala: float) -> str:
    cabeza, horizontal = tipo["head"], tipo["hhea"]
    caja = (cabeza.xMin, cabeza.yMin, cabeza.xMax, cabeza.yMax)
    medidas = " ".join(str(round(v * escala)) for v in caja)
    return (
        f"/Flags 4 /FontBBox [{medidas}] /ItalicAngle 0 /StemV 80 "
        f"/Ascent {round(horizontal.ascent * escala)} "
        f"/Descent {round(horizontal.descent * escala)} /CapHeight 729"
    )


def _a_unicode(glifos: Mapping[str, int]) -> bytes:
    pares = [f"<{g:04X}> <{c.encode('utf-16-be').hex().upper()}>" for c, g in glifos.items()]
    bloques = [pares[i : i + 100] for i in range(0, len(pares), 100)]  # 100 es el tope por bloque
    cuerpo = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in bloques)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{cuerpo}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")


def _conjunto(glifos: int) -> bytes:
    """Un bit por glifo presente: PDF/A-1 lo exige y PDF/A-2 pide que, si está, esté completo."""
    bits = "1" * glifos + "0" * (-glifos % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big")
