"""Lo que docxtpl hace igual en cada documento, hecho una vez: abrir, parchar y volver a guardar.

El molde es lo que docxtpl guardaría si no hubiera etiquetas; por eso toda parte que no se rinde es
igual a la suya sin comparar nada.
"""

from __future__ import annotations

import html
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from docxtpl import DocxTemplate
from lxml import etree

from generador.documento.molde import Miembro, crudos
from generador.documento.ooxml import DECLARACION, leer_xml
from generador.documento.paquete import leer_paquete
from generador.documento.relaciones import con_texto, relaciones
from generador.errores import ErrorDeDocumento, ErrorDePlantilla
from generador.plantilla.inspeccion import ETIQUETA

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Las propiedades que docxtpl llena.
_PROPIEDADES: Final = ("author", "comments", "identifier", "language", "subject", "title")
# Etiquetas, o llaves que `_parchar` dejó como referencia.
_MARCAS: Final = ("{{", "{%", "{#", "&#123;", "&#125;")
_ESCRITA: Final = re.compile(r"\{_\{|\}_\}|\{_%|%_\}")


@dataclass(frozen=True, slots=True)
class Fuente:
    """Una parte con etiquetas, ya parchada; lo que va antes y después del texto que se rinde."""

    archivo: str
    clase: str
    xml: str
    antes: bytes = DECLARACION
    despues: bytes = b""


@dataclass(frozen=True, slots=True)
class Fuentes:
    """La plantilla lista para compilar: `fijos` son los miembros que no cambian."""

    fijos: Mapping[str, Miembro]
    partes: Mapping[str, bytes]
    fuentes: tuple[Fuente, ...]

    def enlaces(self, archivo: str) -> frozenset[str]:
        """Los identificadores de las relaciones de una parte."""
        return frozenset(r.identificador for r in relaciones(self.partes, archivo))


def abrir_fuentes(docx: bytes) -> Fuentes:
    """Abre, revisa y parcha la plantilla; `ErrorDeDocumento` si no sirve o trae algo peligroso."""
    originales = leer_paquete(docx)
    clases = con_texto(originales)
    for archivo in clases:
        leer_xml(originales[archivo], archivo)  # python-docx acepta un DTD; la casa no
    plantilla = DocxTemplate(io.BytesIO(docx))
    plantilla.render_init()
    cuerpo = next(iter(clases))
    fuentes = [
        _cuerpo(plantilla, cuerpo),
        *_otras(plantilla, clases),
        *_propiedades(plantilla, originales),
    ]
    guardada = io.BytesIO()
    plantilla.docx.save(guardada)
    molde = guardada.getvalue()
    partes = leer_paquete(molde)
    con_marcas = tuple(f for f in fuentes if f.archivo == cuerpo or _marcada(f.xml))
    return Fuentes(crudos(molde, partes), partes, con_marcas)


def _parchar(plantilla: Any, xml: str) -> str:
    """El XML que entiende Jinja; las llaves que se piden escritas («{_{») salen como referencia."""
    piezas = re.split(f"({ETIQUETA.pattern})", plantilla.patch_xml(xml), flags=re.DOTALL)
    for i in range(0, len(piezas), 2):
        piezas[i] = _ESCRITA.sub(
            lambda m: m.group().replace("_", "").replace("{", "&#123;").replace("}", "&#125;"),
            piezas[i],
        )
    return "".join(piezas)


def _marcada(xml: str) -> bool:
    return any(marca in xml for marca in _MARCAS)


def _cuerpo(plantilla: Any, archivo: str) -> Fuente:
    entero = plantilla.xml_to_string(plantilla.docx._element)
    inicio, fin = entero.find("<w:body"), entero.rfind("</w:body>") + len("</w:body>")
    if not 0 <= inicio < fin:
        raise ErrorDePlantilla(
            "La plantilla no nombra sus elementos como lo hace Word, o está vacía.",
            "Ábrala en Word, revísela y guárdela de nuevo como .docx.",
        )
    return Fuente(
        archivo,
        "document",
        _parchar(plantilla, entero[inicio:fin]),
        DECLARACION + entero[:inicio].encode(),
        entero[fin:].encode(),
    )


def _otras(plantilla: Any, clases: Mapping[str, str]) -> Iterator[Fuente]:
    """Encabezados y pies, como los lee python-docx; las notas, como están."""
    for parte in plantilla.docx._part.package.iter_parts():
        archivo = str(parte.partname)[1:]
        clase = clases.get(archivo)
        if clase in {"header", "footer"}:
            yield Fuente(archivo, clase, _parchar(plantilla, plantilla.get_part_xml(parte)))
        elif clase in {"footnotes", "endnotes"}:
            yield _notas(plantilla, archivo, clase, parte.blob)


def _notas(plantilla: Any, archivo: str, clase: str, datos: bytes) -> Fuente:
    try:
        xml = datos.decode()
    except UnicodeDecodeError as error:
        raise ErrorDeDocumento(
            f"La parte «{archivo}» del archivo no está en UTF-8.",
            "Ábralo en Word y guárdelo de nuevo como .docx.",
        ) from error
    corte = xml.index("?>") + 2 if xml.startswith("<?xml") else 0
    return Fuente(archivo, clase, _parchar(plantilla, xml[corte:]), xml[:corte].encode())


def _propiedades(plantilla: Any, partes: Mapping[str, bytes]) -> Iterator[Fuente]:
    """Las propiedades, si la plantilla las trae: sin ellas docxtpl inventa unas con la hora."""
    enlace = next((r for r in relaciones(partes, "") if r.tipo == "core-properties"), None)
    if enlace is None:
        return
    propiedades = plantilla.docx.core_properties
    for nombre in _PROPIEDADES:
        setattr(propiedades, nombre, getattr(propiedades, nombre))
    xml = etree.tostring(propiedades._element, encoding="unicode")
    # Aquí no hay patch_xml que descifre las referencias dentro de la etiqueta.
    yield Fuente(
        enlace.destino, "propiedades", ETIQUETA.sub(lambda m: html.unescape(m.group()), xml)
    )
