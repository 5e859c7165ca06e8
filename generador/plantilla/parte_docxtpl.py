"""Una parte de la plantilla compilada: rendirla y dejarla como la dejaría docxtpl.

Lo que docxtpl hace con el árbol entero de cada documento (ajustar tablas, numerar dibujos) aquí se
hace sobre el texto, o no se hace si al compilar se vio que no hace falta.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from docxtpl import DocxTemplate
from lxml import etree

from generador.errores import ErrorDePlantilla
from generador.plantilla import saltos
from generador.plantilla.camino_lento import exigir_bien_formado
from generador.plantilla.parte import NOMBRES, ParteCompilada, compilar_parte
from generador.plantilla.riesgos import Riesgos, analizar
from generador.plantilla.valores_docxtpl import CLAVE, Estado

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Environment

    from generador.plantilla.docxtpl_fuentes import Fuente

_PRIMER_DIBUJO: Final = 1000
_DIBUJO: Final = re.compile(r'(<wp:docPr\b[^>]*?\bid=")[^"]*(")')
_ESPACIOS: Final = re.compile(rb'xmlns:\w+="[^"]*"')


def _docxtpl() -> Any:
    """Un docxtpl que no abre nada: presta sus expresiones y su ajuste de tablas."""
    prestado = DocxTemplate(io.BytesIO())
    prestado.docx_ids_index = _PRIMER_DIBUJO
    return prestado


@dataclass(frozen=True, slots=True)
class Parte:
    """Una parte con etiquetas y lo que se supo de ella al compilarla.

    `dibujos`, si los trae; `enlaces` son los identificadores de sus relaciones.
    """

    compilada: ParteCompilada
    fuente: Fuente
    riesgos: Riesgos
    dibujos: bool
    enlaces: frozenset[str]

    def rendir(self, contexto: Mapping[str, object]) -> tuple[bytes, bool]:
        """Devuelve el XML de la parte, y si hubo que revisarlo entero.

        Da `ErrorDePlantilla` o `DatoInvalido`, con la parte y el párrafo; `CaminoLento` si un
        valor solo lo sabe poner docxtpl.
        """
        estado = Estado()
        xml = self.compilada.rendir({**contexto, CLAVE: estado})
        xml = saltos.resolver(xml, _docxtpl().resolve_listing)
        if estado.enlaces - self.enlaces:
            raise ErrorDePlantilla(
                f"{self.compilada.nombre}: se inserta un hipervínculo o una imagen que no está en "
                "la plantilla.",
                "Póngalo en Word: el de un RichText (url_id) solo sirve con su DocxTemplate.",
            )
        if self.fuente.clase == "document":
            if self.riesgos.cuadricula or estado.tablas:
                return self._entera(self._por_arbol(xml)), True
            if self.dibujos or estado.crudo:
                xml = _numerar_dibujos(xml)
        entera = self._entera(xml.encode())
        revisar = self.riesgos.cortes or estado.crudo
        if revisar:
            exigir_bien_formado(entera, self.compilada.nombre)
        return entera, revisar

    def _entera(self, xml: bytes) -> bytes:
        return b"".join((self.fuente.antes, xml, self.fuente.despues))

    def _por_arbol(self, xml: str) -> bytes:
        """El cuerpo con las tablas y los dibujos que ajusta docxtpl."""
        espacios = b" ".join(_ESPACIOS.findall(self.fuente.antes)).decode()
        con_espacios = f"<w:body {espacios}{xml.removeprefix('<w:body')}"
        exigir_bien_formado(con_espacios, self.compilada.nombre)
        prestado = _docxtpl()
        try:
            arbol = prestado.fix_tables(con_espacios)
        except (AttributeError, TypeError, ValueError, ZeroDivisionError) as error:
            raise ErrorDePlantilla(
                f"{self.compilada.nombre}: una tabla no dice bien sus columnas.",
                "Vuelva a hacer esa tabla en Word.",
            ) from error
        prestado.fix_docpr_ids(arbol)
        return bytes(etree.tostring(arbol, encoding="UTF-8", xml_declaration=False))


def compilar_de_docxtpl(fuente: Fuente, enlaces: frozenset[str], entorno: Environment) -> Parte:
    """Compila una parte con un ambiente de `valores_docxtpl.con_salida`."""
    nombre = NOMBRES.get(fuente.clase, fuente.clase)
    compilada = compilar_parte(fuente.archivo, nombre, fuente.xml, entorno)
    return Parte(compilada, fuente, analizar(fuente.xml), "<wp:docPr" in fuente.xml, enlaces)


def _numerar_dibujos(xml: str) -> str:
    numeros = iter(range(_PRIMER_DIBUJO + 1, _PRIMER_DIBUJO + len(xml)))
    return _DIBUJO.sub(lambda m: f"{m.group(1)}{next(numeros)}{m.group(2)}", xml)
