"""El camino lento: docxtpl de verdad, para lo que la plantilla compilada no sabe hacer.

Se toma por decisión (imágenes, subdocumentos, plantillas raras) y con las mismas exigencias: escapa
siempre, y un XML mal formado es un error y no un texto que se pierde.
"""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from docxtpl import DocxTemplate, InlineImage
from jinja2 import pass_context

from generador.documento.paquete import leer_paquete
from generador.errores import ErrorDePlantilla, ErrorMinuta
from generador.plantilla.valores_docxtpl import con_saltos, es_subdocumento

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context


def exigir_bien_formado(xml: bytes | str, nombre: str) -> None:
    """Da `ErrorDePlantilla` si la parte no es XML bien formado, en vez de repararla con pérdida."""
    try:
        expat.ParserCreate(namespace_separator=" ").Parse(xml, True)  # noqa: FBT003  # firma de expat
    except expat.ExpatError as error:
        raise ErrorDePlantilla(
            f"{nombre}: con estos datos el documento queda mal formado ({error}).",
            "Revise el XML o el RichText que se inserta, y que cada condición o ciclo abarque "
            "párrafos, filas o celdas enteros.",
        ) from error


class _Estricta(DocxTemplate):  # type: ignore[misc]  # docxtpl no trae anotaciones
    """docxtpl, sin reparar a escondidas lo que no es XML ni llenar las notas."""

    def fix_tables(self, xml: str) -> Any:
        exigir_bien_formado(xml, "cuerpo")
        return super().fix_tables(xml)

    def render_footnotes(self, *_args: Any) -> None:
        """Nada: docxtpl las evalúa una vez por sección, con los datos ya puestos."""


def rendir_lento(
    fuente: bytes, contexto: Mapping[str, object], entorno: Environment
) -> dict[str, bytes]:
    """Devuelve las partes del documento que hace docxtpl con ese ambiente, salvo sus notas.

    Da `ErrorDePlantilla` si una etiqueta no se puede calcular, si el contexto no se puede recorrer
    dos veces o si trae un subdocumento de otra plantilla.
    """
    hallados = list(_recorrer(contexto))
    if any(isinstance(v, Iterator) for v in hallados):
        raise ErrorDePlantilla(
            "El contexto trae un generador, y este documento hay que rendirlo más de una vez.",
            "Dé una lista.",
        )
    plantilla = _plantilla(fuente, [v for v in hallados if es_subdocumento(v)])
    propio = entorno.overlay(finalize=_para(plantilla))
    try:
        plantilla.render(dict(contexto), propio, autoescape=True)
    except ErrorMinuta:
        raise
    except Exception as error:
        raise ErrorDePlantilla(
            f"El documento no se puede hacer con esos datos ({error}).",
            "Revise que estén todos y que sean de la clase que las etiquetas esperan.",
        ) from error
    salida = io.BytesIO()
    plantilla.save(salida)
    return leer_paquete(salida.getvalue())


def _para(plantilla: Any) -> Any:
    """El `finalize` que hace de esta plantilla las imágenes y comprueba los textos."""

    @pass_context
    def ajustar(_contexto: Context, valor: object) -> object:
        if isinstance(valor, InlineImage):
            imagen = copy.copy(valor)
            imagen.tpl = plantilla
            return imagen
        return con_saltos(valor) if type(valor) is str else valor

    return ajustar


def _plantilla(fuente: bytes, subdocumentos: list[Any]) -> Any:
    """Una plantilla nueva, o aquella en la que se hicieron los subdocumentos."""
    if not subdocumentos:
        return _Estricta(io.BytesIO(fuente))
    plantilla = subdocumentos[0].tpl
    unica = all(s.tpl is plantilla for s in subdocumentos)
    if not unica or plantilla.is_rendered or _bytes_de(plantilla.template_file) != fuente:
        raise ErrorDePlantilla(
            "Hay un subdocumento que no se hizo con esta plantilla, o ya se usó.",
            "Haga para cada documento un DocxTemplate de la misma plantilla y sus subdocumentos.",
        )
    adoptada = _Estricta(io.BytesIO(fuente))
    adoptada.docx = plantilla.docx
    return adoptada


def _bytes_de(archivo: Any) -> bytes:
    if hasattr(archivo, "read"):
        archivo.seek(0)
        return bytes(archivo.read())
    return Path(archivo).read_bytes()


def _recorrer(valor: object) -> Iterator[object]:
    yield valor
    if isinstance(valor, Mapping):
        for hijo in valor.values():
            yield from _recorrer(hijo)
    elif isinstance(valor, (list, tuple, set)):
        for hijo in valor:
            yield from _recorrer(hijo)
