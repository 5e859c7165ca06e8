"""Dónde cae el sello en cada página, y la página del original con el sello puesto.

Se trabaja en la página como se ve: si el PDF la gira (`/Rotate`) o la corre (`/MediaBox` que no
empieza en cero, `/CropBox`), una matriz lleva del pie visible a las coordenadas del archivo
(ISO 32000-1, 8.3 y 14.11.2).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject

from generador.copias.franja import INFERIOR, LATERAL
from generador.errores import ErrorDeCopia

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

NOMBRE: Final = "/MinutaSello"


@dataclass(frozen=True, slots=True)
class Hoja:
    """Una página del original: su objeto, el ancho visible en puntos y su matriz."""

    pagina: PageObject
    numero_objeto: int
    generacion: int
    ancho: float
    matriz: str

    def orden(self, ancho_sello: float) -> bytes:
        """Devuelve las órdenes PDF que estampan el sello centrado en la franja.

        Va como artefacto de paginación (ISO 32000-1, 14.8.2.2): el lector de pantalla no lo
        mezcla con el texto del acto.
        """
        izquierda = (self.ancho - ancho_sello) / 2
        return (
            "Q /Artifact << /Type /Pagination /Subtype /Footer /Attached [/Bottom] >> BDC\n"
            f"q {self.matriz} cm 1 0 0 1 {izquierda:g} {INFERIOR:g} cm {NOMBRE} Do Q EMC"
        ).encode("ascii")


def hojas(lector: PdfReader) -> list[Hoja]:
    """Devuelve las páginas del original. Da `ErrorDeCopia` si alguna no se puede sellar bien."""
    halladas = [_hoja(pagina, i) for i, pagina in enumerate(lector.pages, 1)]
    if not halladas:
        raise ErrorDeCopia("El PDF del acto no tiene páginas.")
    if len({h.numero_objeto for h in halladas}) < len(halladas):
        raise ErrorDeCopia(
            "El PDF del acto usa dos veces la misma página.",
            "Vuelva a guardarlo como PDF desde Word o LibreOffice.",
        )
    return halladas


def ancho_del_sello(todas: list[Hoja]) -> float:
    """Devuelve el ancho en puntos del sello: el de la franja de la página más angosta."""
    return min(h.ancho for h in todas) - 2 * LATERAL


def _hoja(pagina: PageObject, numero: int) -> Hoja:
    referencia = pagina.indirect_reference
    if referencia is None or float(pagina.get("/UserUnit", 1)) != 1:
        raise ErrorDeCopia(
            f"La página {numero} del acto usa una medida especial que el sello no sigue.",
            "Vuelva a guardarlo como PDF desde Word o LibreOffice.",
        )
    caja, recorte = pagina.mediabox, pagina.cropbox
    x0, y0 = max(caja.left, recorte.left), max(caja.bottom, recorte.bottom)
    x1, y1 = min(caja.right, recorte.right), min(caja.top, recorte.top)
    giro = pagina.rotation % 360
    matrices = {
        0: f"1 0 0 1 {x0:g} {y0:g}",
        90: f"0 1 -1 0 {x1:g} {y0:g}",
        180: f"-1 0 0 -1 {x1:g} {y1:g}",
        270: f"0 -1 1 0 {x0:g} {y1:g}",
    }
    ancho = y1 - y0 if giro in (90, 270) else x1 - x0
    return Hoja(pagina, referencia.idnum, referencia.generation, float(ancho), matrices[giro])


def con_sello(hoja: Hoja, sello: int, antes: int, despues: int) -> DictionaryObject:
    """Devuelve la página con el sello: números de objeto del sello y de los flujos que lo llaman.

    El contenido original queda entre `q` y `Q`: lo que haga con la escala o el color no llega
    al sello.
    """
    pagina, lector = hoja.pagina, hoja.pagina.pdf

    def referencia(numero: int) -> IndirectObject:
        return IndirectObject(numero, 0, lector)

    nueva = _copia(pagina)
    recursos = _copia(pagina.get("/Resources"))
    formas = _copia(recursos.get("/XObject"))
    formas[NameObject(NOMBRE)] = referencia(sello)
    recursos[NameObject("/XObject")] = formas
    nueva[NameObject("/Resources")] = recursos
    nueva[NameObject("/Contents")] = ArrayObject(
        [referencia(antes), *_contenidos(pagina), referencia(despues)]
    )
    return nueva


def _copia(objeto: object) -> DictionaryObject:
    """Copia un diccionario con sus referencias sin resolver; de `None`, uno vacío."""
    resuelto = objeto.get_object() if isinstance(objeto, IndirectObject) else objeto
    if not isinstance(resuelto, DictionaryObject):
        return DictionaryObject()
    return DictionaryObject({clave: resuelto.raw_get(clave) for clave in resuelto})


def _contenidos(pagina: PageObject) -> list[IndirectObject]:
    if "/Contents" not in pagina:
        return []
    crudo = pagina.raw_get("/Contents")
    lista = crudo.get_object() if isinstance(crudo, IndirectObject) else crudo
    return list(lista) if isinstance(lista, ArrayObject) else [crudo]
