"""Preparar una plantilla: una vez por proceso se revisa, se parcha y se compila."""

from __future__ import annotations

import copy
import io
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from docxtpl import DocxTemplate
from lxml import etree

from generador.documento.arreglos import poner_en_regla
from generador.documento.molde import Miembro, comprimir, crudos
from generador.documento.ooxml import Elemento, W, escribir_xml, leer_xml
from generador.documento.paquete import leer_paquete
from generador.documento.relaciones import con_texto
from generador.errores import ErrorDePlantilla
from generador.plantilla.ambiente import ambiente
from generador.plantilla.filtros import FILTROS
from generador.plantilla.inspeccion import ETIQUETA, inspeccionar
from generador.plantilla.parte import NOMBRES, ParteCompilada, compilar_parte
from generador.plantilla.riesgos import Riesgos, analizar
from generador.plantilla.valores import MINUTA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

_GUARDADAS = 64


@dataclass(frozen=True, slots=True)
class ParteViva:
    """Una parte que cambia de un documento a otro, y lo que al rendirla se le puede dañar."""

    compilada: ParteCompilada
    riesgos: Riesgos

    @property
    def archivo(self) -> str:
        """Su nombre en el paquete."""
        return self.compilada.archivo


@dataclass(frozen=True, slots=True)
class Preparada:
    """La plantilla lista: sus partes, las que llevan etiquetas y los bloques que pide.

    `fijos` son todas sus partes ya comprimidas: se copian las que no cambien.
    """

    partes: Mapping[str, bytes]
    fijos: Mapping[str, Miembro]
    principal: str
    vivas: tuple[ParteViva, ...]
    bloques: frozenset[str]


@lru_cache(maxsize=_GUARDADAS)
def preparar(plantilla: bytes, *, borrador: bool = False) -> Preparada:
    """Devuelve la plantilla preparada; la segunda vez con los mismos bytes no cuesta nada.

    Da `ErrorDeDocumento` si el .docx no sirve, y `ErrorDePlantilla` con la parte, el párrafo y la
    etiqueta.
    """
    partes = leer_paquete(plantilla)
    fijos = crudos(plantilla, partes)
    entorno = ambiente(FILTROS, borrador=borrador)
    vivas = []
    bloques: set[str] = set()
    nombres = {archivo: NOMBRES[clase] for archivo, clase in con_texto(partes).items()}
    cuerpo = next(iter(nombres))
    for archivo, nombre in nombres.items():
        raiz = leer_xml(partes[archivo], archivo)
        _rechazar_imitaciones(raiz, nombre)
        bloques |= inspeccionar(raiz, nombre, entorno)
        if archivo == cuerpo or ETIQUETA.search("".join(raiz.itertext())):
            vivas.append(_compilar(raiz, archivo, nombre, entorno))
        elif _irregular(raiz):
            poner_en_regla(raiz)
            partes[archivo] = escribir_xml(raiz)
            fijos[archivo] = comprimir(archivo, partes[archivo])
    _rechazar_etiquetas_en(partes, nombres)
    return Preparada(
        MappingProxyType(partes), MappingProxyType(fijos), cuerpo, tuple(vivas), frozenset(bloques)
    )


def _rechazar_imitaciones(raiz: Elemento, nombre: str) -> None:
    if MINUTA in etree.tostring(raiz, encoding="unicode"):
        raise ErrorDePlantilla(
            f"{nombre}: la plantilla usa «{MINUTA}», que es de uso interno.", "Quítelo."
        )


def _irregular(raiz: Elemento) -> bool:
    """Dice si la parte necesita arreglos desde antes de rendirse."""
    copia = copy.deepcopy(raiz)
    poner_en_regla(copia)
    return bool(etree.tostring(copia) != etree.tostring(raiz))


def _rechazar_etiquetas_en(partes: Mapping[str, bytes], salvo: Mapping[str, str]) -> None:
    for archivo, datos in partes.items():
        es_texto = archivo.endswith((".xml", ".rels")) and archivo not in salvo
        if es_texto and (b"{{" in datos or b"{%" in datos):
            raise ErrorDePlantilla(
                f"Hay una etiqueta en «{archivo}», que no se llena con datos.",
                "Las etiquetas van en el cuerpo, los encabezados, los pies y las notas; "
                "quítela de comentarios, gráficos y propiedades.",
            )


def _compilar(raiz: Elemento, archivo: str, nombre: str, entorno: Environment) -> ParteViva:
    if raiz.nsmap.get("w") != W[1:-1]:
        raise ErrorDePlantilla(
            f"{nombre}: el archivo no nombra sus elementos como lo hace Word.",
            "Ábralo en Word y guárdelo de nuevo como .docx.",
        )
    # docxtpl solo presta aquí su parche de etiquetas de párrafo, fila y celda; nunca rinde.
    parche = DocxTemplate(io.BytesIO()).patch_xml
    fuente = parche(_sin_llaves_sueltas(etree.tostring(raiz, encoding="unicode")))
    fuente = ETIQUETA.sub(lambda m: m.group().replace("&amp;", "&"), fuente)
    riesgos = analizar(fuente)
    if _irregular(raiz):
        riesgos = replace(riesgos, repetidos=True)
    return ParteViva(compilar_parte(archivo, nombre, fuente, entorno), riesgos)


def _sin_llaves_sueltas(fuente: str) -> str:
    """Escribe como referencia las llaves que no son de una etiqueta.

    El parche une una llave al final de un párrafo con un «%», «#» o llave al comienzo del
    siguiente, y se lleva el corte de párrafo.
    """
    piezas = re.split(f"({ETIQUETA.pattern})", fuente.replace("\n", " "), flags=re.DOTALL)
    for i in range(0, len(piezas), 2):
        piezas[i] = piezas[i].replace("{", "&#123;").replace("}", "&#125;")
    return "".join(piezas)
