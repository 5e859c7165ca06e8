"""Nombres y lectura estricta del XML de Word (ISO/IEC 29500-1, WordprocessingML)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from lxml import etree

from generador.errores import ErrorDeDocumento

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

# lxml no trae anotaciones: el alias dice al menos qué se espera.
Elemento: TypeAlias = Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ESPACIO = "{http://www.w3.org/XML/1998/namespace}space"
DECLARACION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"


def leer_xml(datos: bytes, parte: str) -> Elemento:
    """Devuelve la raíz de una parte XML; nunca adivina ni repara.

    Da `ErrorDeDocumento` si la parte `parte` está mal formada o declara un DTD (las entidades
    de un DTD pueden leer archivos o agotar la memoria, y Word no las usa).

    >>> leer_xml(b"<a>x</a>", "word/document.xml").text
    'x'
    >>> leer_xml(b"<a>x", "word/document.xml")
    Traceback (most recent call last):
    ...
    generador.errores.ErrorDeDocumento: La parte «word/document.xml» del archivo no es XML bien...
    """
    lector = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        raiz = etree.fromstring(datos, lector)
    except etree.XMLSyntaxError as error:
        raise ErrorDeDocumento(
            f"La parte «{parte}» del archivo no es XML bien formado ({error}).",
            "Abra el archivo en Word, guárdelo de nuevo como .docx e intente otra vez.",
        ) from error
    if raiz.getroottree().docinfo.doctype:
        raise ErrorDeDocumento(
            f"La parte «{parte}» del archivo declara un DTD, que un .docx no debe tener.",
            "Abra el archivo en Word y guárdelo de nuevo como .docx.",
        )
    return raiz


def escribir_xml(raiz: Elemento) -> bytes:
    """Devuelve la parte como bytes UTF-8 con su declaración."""
    datos: bytes = etree.tostring(raiz, encoding="UTF-8")
    return DECLARACION + datos.removeprefix(b"<?xml version='1.0' encoding='UTF-8'?>\n")


def hijo(padre: Elemento, etiqueta: str, **atributos: str) -> Elemento:
    """Agrega a `padre` el elemento `w:etiqueta` con sus atributos `w:`, y lo devuelve."""
    nuevo = etree.SubElement(padre, W + etiqueta)
    for nombre, valor in atributos.items():
        nuevo.set(W + nombre, valor)
    return nuevo


def agregar_antes(padre: Elemento, nuevo: Elemento, despues: Collection[str]) -> None:
    """Pone `nuevo` antes del primer hijo `w:` que esté en `despues`, o al final si no hay.

    El esquema fija el orden de los hijos, y Word da por dañado el que no lo sigue.
    """
    siguientes = {W + nombre for nombre in despues}
    primero = next((h for h in padre if h.tag in siguientes), None)
    if primero is None:
        padre.append(nuevo)
    else:
        primero.addprevious(nuevo)


def valor(elemento: Elemento | None) -> str | None:
    """El `w:val` de un elemento que puede no estar."""
    return None if elemento is None else elemento.get(W + "val")


def entero(elemento: Elemento, atributo: str, base: int = 10) -> int:
    """El atributo `w:` como número; `ErrorDeDocumento` si no lo es."""
    escrito = elemento.get(W + atributo, "")
    try:
        return int(escrito, base)
    except ValueError as error:
        raise ErrorDeDocumento(
            f"El documento dice «{escrito}» donde va un número ({atributo}).",
            "Ábralo en Word y guárdelo de nuevo como .docx.",
        ) from error


def texto_de(elemento: Elemento) -> str:
    """Texto de los `w:t` de un párrafo, sin los de párrafos anidados (cuadros de texto)."""
    return "".join(t.text or "" for t in textos_de(elemento))


def textos_de(parrafo: Elemento) -> list[Elemento]:
    """Los `w:t` que pertenecen a este párrafo y no a uno anidado."""
    return [t for t in parrafo.iter(W + "t") if next(t.iterancestors(W + "p"), None) is parrafo]


def recorrer(raiz: Elemento) -> Iterator[Elemento]:
    """Los elementos en orden, sin las ramas `mc:Fallback` (dibujan otra vez lo mismo)."""
    paseo = etree.iterwalk(raiz, events=("start",))
    for _, nodo in paseo:
        if nodo.tag == MC + "Fallback":
            paseo.skip_subtree()
        else:
            yield nodo
