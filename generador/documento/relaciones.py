"""Relaciones y tipos de contenido del paquete (ISO/IEC 29500-2, Open Packaging Conventions)."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from generador.documento.ooxml import escribir_xml, leer_xml
from generador.errores import ErrorDeDocumento

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TIPOS = "[Content_Types].xml"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_SIN_RELACIONES = f'<Relationships xmlns="{_REL[1:-1]}"/>'.encode()
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_IMPRESAS = ("header", "footer", "footnotes", "endnotes")
_GUARDADAS = 128
_OFICINA = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@dataclass(frozen=True, slots=True)
class Relacion:
    """Una relación: `tipo` es su último nombre (`styles`, `header`…)."""

    identificador: str
    tipo: str
    destino: str
    externa: bool


def archivo_de_relaciones(parte: str) -> str:
    """Dónde guarda el paquete las relaciones de `parte` (`""` es el paquete mismo).

    >>> archivo_de_relaciones("word/document.xml")
    'word/_rels/document.xml.rels'
    >>> archivo_de_relaciones("")
    '_rels/.rels'
    """
    carpeta, nombre = posixpath.split(parte)
    return posixpath.join(carpeta, "_rels", nombre + ".rels")


def relaciones(partes: Mapping[str, bytes], parte: str) -> tuple[Relacion, ...]:
    """Relaciones de `parte`, con el destino como nombre completo dentro del paquete."""
    archivo = archivo_de_relaciones(parte)
    if archivo not in partes:
        return ()
    return _leer(partes, archivo, posixpath.dirname(parte))


def todas(partes: Mapping[str, bytes]) -> Iterator[Relacion]:
    """Las relaciones de todo el paquete, estén donde estén (Word no distingue mayúsculas)."""
    for archivo in partes:
        if archivo.casefold().endswith(".rels"):
            yield from _leer(partes, archivo, posixpath.dirname(posixpath.dirname(archivo)))


def _leer(partes: Mapping[str, bytes], archivo: str, carpeta: str) -> tuple[Relacion, ...]:
    return _leidas(partes[archivo], archivo, carpeta)


# Todos los documentos de una plantilla traen las mismas, y cada paso las consulta.
@lru_cache(maxsize=_GUARDADAS)
def _leidas(datos: bytes, archivo: str, carpeta: str) -> tuple[Relacion, ...]:
    raiz = leer_xml(datos, archivo)
    return tuple(_relacion(r, carpeta) for r in raiz.iter(_REL + "Relationship"))


def _relacion(elemento: etree._Element, carpeta: str) -> Relacion:
    destino = elemento.get("Target", "")
    externa = elemento.get("TargetMode", "").casefold() == "external"
    if not externa:
        destino = posixpath.normpath(posixpath.join("/", carpeta, destino)).lstrip("/")
    tipo = elemento.get("Type", "").rsplit("/", 1)[-1]
    return Relacion(elemento.get("Id", ""), tipo, destino, externa)


def principal(partes: Mapping[str, bytes]) -> str:
    """Nombre de la parte con el cuerpo del documento (casi siempre `word/document.xml`)."""
    for relacion in relaciones(partes, ""):
        if relacion.tipo == "officeDocument" and relacion.destino in partes:
            return relacion.destino
    raise ErrorDeDocumento(
        "El archivo no tiene un documento de Word por dentro.",
        "Ábralo en Word y guárdelo como «Documento de Word (.docx)».",
    )


def relacionada(partes: Mapping[str, bytes], tipo: str) -> str | None:
    """La parte que el documento principal enlaza con ese tipo (`styles`, `settings`…)."""
    candidatas = relaciones(partes, principal(partes))
    return next((r.destino for r in candidatas if r.tipo == tipo and r.destino in partes), None)


def con_texto(partes: Mapping[str, bytes]) -> dict[str, str]:
    """Las partes que se imprimen y la clase de cada una: el cuerpo (`document`) va primero.

    Siguen los encabezados (`header`), pies (`footer`) y notas (`footnotes`, `endnotes`).
    """
    cuerpo = principal(partes)
    enlaces = relaciones(partes, cuerpo)
    halladas = {cuerpo: "document"}
    for clase in _IMPRESAS:
        for relacion in enlaces:
            if relacion.tipo == clase and relacion.destino in partes:
                halladas.setdefault(relacion.destino, clase)
    return halladas


def agregar_parte(
    partes: dict[str, bytes], nombre: str, contenido: str, origen: str, tipo: str
) -> str:
    """Enlaza `nombre` desde `origen` con su tipo de contenido; devuelve la relación que le puso.

    `contenido` es el tipo MIME; `tipo`, la URL entera de la relación o su último nombre.
    """
    archivo = archivo_de_relaciones(origen)
    raiz = leer_xml(partes.get(archivo, _SIN_RELACIONES), archivo)
    usados = {r.get("Id") for r in raiz}
    libre = next(i for i in (f"rIdMinuta{n}" for n in range(1, len(usados) + 2)) if i not in usados)
    enlace = etree.SubElement(raiz, _REL + "Relationship")
    enlace.set("Id", libre)
    enlace.set("Type", tipo if "/" in tipo else _OFICINA + tipo)
    enlace.set("Target", "/" + nombre)
    partes[archivo] = escribir_xml(raiz)
    _declarar(partes, nombre, contenido)
    return libre


def enlazar_afuera(partes: dict[str, bytes], origen: str, destinos: Mapping[str, str]) -> None:
    """Agrega a `origen` hipervínculos: de su identificador, que ha de estar libre, a su destino."""
    archivo = archivo_de_relaciones(origen)
    raiz = leer_xml(partes.get(archivo, _SIN_RELACIONES), archivo)
    for identificador, destino in destinos.items():
        enlace = etree.SubElement(raiz, _REL + "Relationship")
        enlace.set("Id", identificador)
        enlace.set("Type", _OFICINA + "hyperlink")
        enlace.set("Target", destino)
        enlace.set("TargetMode", "External")
    partes[archivo] = escribir_xml(raiz)


def _declarar(partes: dict[str, bytes], nombre: str, contenido: str) -> None:
    raiz = leer_xml(partes[TIPOS], TIPOS)
    for previo in raiz.findall(_CT + "Override"):
        if previo.get("PartName") == "/" + nombre:
            raiz.remove(previo)
    declaracion = etree.SubElement(raiz, _CT + "Override")
    declaracion.set("PartName", "/" + nombre)
    declaracion.set("ContentType", contenido)
    partes[TIPOS] = escribir_xml(raiz)
