"""Lo que un PDF lleva dentro y PDF/A-2b prohíbe (ISO 19005-2): solo mirar, sin arreglar nada.

No es una validación de la norma: mira la estructura que se puede comprobar sin interpretar las
fuentes ni los colores de cada página.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PdfReader, PdfWriter

_ARCHIVOS_DE_FUENTE = ("/FontFile", "/FontFile2", "/FontFile3")
# ISO 19005-2, 6.5.1: las demás acciones no se permiten.
_ACCIONES = frozenset({"/GoTo", "/GoToR", "/GoToE", "/Thread", "/URI", "/Named", "/SubmitForm"})
# El bit «imprimir» de una anotación (ISO 32000-1, 12.5.3).
IMPRIMIR = 4


def dentro(objeto: Any, llave: str) -> Any:
    """Lo que hay en esa llave, seguida la referencia; un diccionario vacío si no hay nada."""
    # `dict.get` de pypdf devuelve la referencia sin seguirla; los corchetes sí la siguen.
    if llave not in objeto:
        return {}
    return objeto[llave]


def impedimentos(documento: PdfReader | PdfWriter) -> list[str]:
    """Por qué el documento no podría llamarse PDF/A-2b; vacía si no se halló nada."""
    hallados: dict[str, None] = {}
    raiz = documento.root_object
    for queja in (*_del_catalogo(raiz), *_de_paginas(documento)):
        hallados[queja] = None
    return list(hallados)


def _del_catalogo(raiz: Any) -> Iterator[str]:
    nombres = dentro(raiz, "/Names")
    if "/JavaScript" in nombres:
        yield "contiene JavaScript"
    if "/EmbeddedFiles" in nombres:
        yield "lleva archivos adjuntos"
    if "/AA" in raiz:
        yield "tiene acciones automáticas"
    yield from _de_accion(dentro(raiz, "/OpenAction"))
    formulario = dentro(raiz, "/AcroForm")
    if "/XFA" in formulario or formulario.get("/NeedAppearances"):
        yield "tiene un formulario dinámico"


def _de_accion(accion: Any) -> Iterator[str]:
    # Una apertura puede ser un destino (lista): eso no ejecuta nada.
    if isinstance(accion, dict) and accion and accion.get("/S") not in _ACCIONES:
        clase = str(accion.get("/S")).lstrip("/")
        yield "contiene JavaScript" if clase == "JavaScript" else f"tiene una acción {clase}"


def _de_paginas(documento: PdfReader | PdfWriter) -> Iterator[str]:
    vistos: set[int] = set()
    for pagina in documento.pages:
        if "/AA" in pagina:
            yield "tiene acciones automáticas"
        yield from _de_recursos(dentro(pagina, "/Resources"), vistos)
        for nota in dentro(pagina, "/Annots"):
            yield from _de_nota(nota.get_object())


def _de_nota(nota: Any) -> Iterator[str]:
    yield from _de_accion(dentro(nota, "/A"))
    if nota.get("/Subtype") != "/Popup" and not int(nota.get("/F", 0)) & IMPRIMIR:
        yield "tiene anotaciones que no se imprimen"


def _de_recursos(recursos: Any, vistos: set[int]) -> Iterator[str]:
    for referencia in dentro(recursos, "/Font").values():
        fuente = referencia.get_object()
        if id(fuente) not in vistos:
            vistos.add(id(fuente))
            yield from _de_fuente(fuente)
    for referencia in dentro(recursos, "/XObject").values():
        objeto = referencia.get_object()
        if id(objeto) not in vistos:
            vistos.add(id(objeto))
            yield from _de_objeto(objeto)
            yield from _de_recursos(dentro(objeto, "/Resources"), vistos)


def _de_fuente(fuente: Any) -> Iterator[str]:
    if fuente.get("/Subtype") == "/Type3":
        return
    compuesta = dentro(fuente, "/DescendantFonts")
    real = compuesta[0].get_object() if compuesta else fuente
    descriptor = dentro(real, "/FontDescriptor")
    nombre = str(fuente.get("/BaseFont", "sin nombre")).lstrip("/")
    if not any(archivo in descriptor for archivo in _ARCHIVOS_DE_FUENTE):
        yield f"la fuente {nombre} no está incrustada"
    elif real.get("/Subtype") == "/CIDFontType2" and "/CIDToGIDMap" not in real:
        yield f"la fuente {nombre} no tiene CIDToGIDMap"


def _de_objeto(objeto: Any) -> Iterator[str]:
    filtros = dentro(objeto, "/Filter")
    filtros = [filtros] if isinstance(filtros, str) else filtros
    if "/LZWDecode" in filtros:
        yield "usa compresión LZW"
    if objeto.get("/ColorSpace") == "/DeviceCMYK":
        yield "tiene imágenes CMYK y el perfil de salida es sRGB"
    if objeto.get("/Interpolate"):
        yield "tiene imágenes interpoladas"
    if objeto.get("/Subtype") == "/PS" or "/Ref" in objeto:
        yield "tiene objetos PostScript o externos"
