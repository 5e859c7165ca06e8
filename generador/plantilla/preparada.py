"""Preparar una plantilla: una vez por proceso se revisa, se parcha y se compila."""

from __future__ import annotations

import html
import io
import re
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from docxtpl import DocxTemplate
from jinja2 import TemplateError, UndefinedError
from lxml import etree

from generador.documento.ooxml import DECLARACION, leer_xml
from generador.documento.paquete import leer_paquete
from generador.documento.relaciones import con_texto
from generador.errores import DatoFaltante, DatoInvalido, ErrorDePlantilla
from generador.plantilla.ambiente import ambiente
from generador.plantilla.filtros import FILTROS
from generador.plantilla.inspeccion import ETIQUETA, inspeccionar, lugar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType

    from jinja2 import Environment, Template

    from generador.plantilla.contexto import Datos

# Caracteres de XML por parte: unas mil páginas. Un ciclo dentro de otro no debe llenar la memoria.
TOPE_SALIDA = 64 * 1024 * 1024
_NOMBRES = {
    "document": "cuerpo",
    "header": "encabezado",
    "footer": "pie de página",
    "footnotes": "notas al pie",
    "endnotes": "notas al final",
}


@dataclass(frozen=True, slots=True)
class ParteCompilada:
    """Una parte con etiquetas, lista para rendir muchas veces."""

    archivo: str
    nombre: str
    plantilla: Template
    fuente: str

    def rendir(self, datos: Datos) -> bytes:
        """Devuelve la parte con los datos puestos.

        Da `ErrorDePlantilla`, `DatoInvalido` o `DatoFaltante`; los dos primeros nombran la parte
        y el párrafo.
        """
        piezas = []
        largo = 0
        contexto = self.plantilla.new_context(dict(datos))
        try:
            for pieza in self.plantilla.root_render_func(contexto):
                largo += len(pieza)
                if largo > TOPE_SALIDA:
                    raise ErrorDePlantilla("el resultado es desmedido", "Revise sus ciclos.")
                piezas.append(pieza)
        except DatoFaltante:
            raise
        except Exception as error:
            raise self._con_lugar(error) from error
        return DECLARACION + "".join(piezas).encode()

    def _con_lugar(self, error: Exception) -> Exception:
        linea = _linea(error.__traceback__, self.plantilla)
        donde = lugar(self.nombre, self._texto_en(linea)) if linea else self.nombre
        if isinstance(error, (ErrorDePlantilla, DatoInvalido)):
            return type(error)(f"{donde}: {error.mensaje}", error.remedio)
        if isinstance(error, UndefinedError):
            return ErrorDePlantilla(
                f"{donde}: {error.message}", "Corrija el nombre en la plantilla o dé el dato."
            )
        return ErrorDePlantilla(
            f"{donde}: la etiqueta no se puede calcular ({error}).",
            "Revise que el dato sea de la clase que la etiqueta y su filtro esperan.",
        )

    def _texto_en(self, linea: int) -> str:
        return html.unescape(re.sub(r"<[^>]*>", "", self.fuente.split("\n")[linea - 1]))


@dataclass(frozen=True, slots=True)
class Preparada:
    """La plantilla lista: sus partes, las que llevan etiquetas y los bloques que pide."""

    partes: Mapping[str, bytes]
    principal: str
    compiladas: tuple[ParteCompilada, ...]
    bloques: frozenset[str]


@lru_cache(maxsize=64)
def preparar(plantilla: bytes, *, borrador: bool = False) -> Preparada:
    """Devuelve la plantilla preparada; la segunda vez con los mismos bytes no cuesta nada.

    Da `ErrorDeDocumento` si el .docx no sirve, y `ErrorDePlantilla` con la parte, el párrafo y la
    etiqueta.
    """
    partes = leer_paquete(plantilla)
    entorno = ambiente(FILTROS, borrador=borrador)
    compiladas = []
    bloques: set[str] = set()
    nombres = {archivo: _NOMBRES[clase] for archivo, clase in con_texto(partes).items()}
    cuerpo = next(iter(nombres))
    for archivo, nombre in nombres.items():
        raiz = leer_xml(partes[archivo], archivo)
        bloques |= inspeccionar(raiz, nombre, entorno)
        compiladas.append(_compilar(raiz, archivo, nombre, entorno))
    _rechazar_etiquetas_en(partes, nombres)
    return Preparada(MappingProxyType(partes), cuerpo, tuple(compiladas), frozenset(bloques))


def _rechazar_etiquetas_en(partes: Mapping[str, bytes], salvo: Mapping[str, str]) -> None:
    for archivo, datos in partes.items():
        es_texto = archivo.endswith((".xml", ".rels")) and archivo not in salvo
        if es_texto and (b"{{" in datos or b"{%" in datos):
            raise ErrorDePlantilla(
                f"Hay una etiqueta en «{archivo}», que no se llena con datos.",
                "Las etiquetas van en el cuerpo, los encabezados, los pies y las notas; "
                "quítela de comentarios, gráficos y propiedades.",
            )


def _compilar(
    raiz: etree._Element, archivo: str, nombre: str, entorno: Environment
) -> ParteCompilada:
    # docxtpl solo presta aquí su parche de etiquetas de párrafo, fila y celda; nunca rinde.
    parche = DocxTemplate(io.BytesIO()).patch_xml
    fuente = parche(_sin_llaves_sueltas(etree.tostring(raiz, encoding="unicode")))
    fuente = ETIQUETA.sub(lambda m: m.group().replace("&amp;", "&"), fuente)
    # Un párrafo por línea: la línea del error de Jinja dice el párrafo.
    fuente = re.sub(r"(?=<w:p[ >])|(?<=</w:p>)", "\n", fuente)
    try:
        plantilla = entorno.from_string(fuente)
    except TemplateError as error:
        raise ErrorDePlantilla(f"{nombre}: las etiquetas no se entienden ({error}).") from error
    return ParteCompilada(archivo, nombre, plantilla, fuente)


def _sin_llaves_sueltas(fuente: str) -> str:
    """Escribe como referencia las llaves que no son de una etiqueta.

    El parche une una llave al final de un párrafo con un «%», «#» o llave al comienzo del
    siguiente, y se lleva el corte de párrafo.
    """
    piezas = re.split(f"({ETIQUETA.pattern})", fuente.replace("\n", " "), flags=re.DOTALL)
    for i in range(0, len(piezas), 2):
        piezas[i] = piezas[i].replace("{", "&#123;").replace("}", "&#125;")
    return "".join(piezas)


def _linea(traza: TracebackType | None, plantilla: Template) -> int | None:
    linea = None
    while traza is not None:
        if traza.tb_frame.f_globals.get("__jinja_template__") is plantilla:
            linea = plantilla.get_corresponding_lineno(traza.tb_lineno)
        traza = traza.tb_next
    return linea
