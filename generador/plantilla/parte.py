"""Una parte de la plantilla compilada: se rinde muchas veces y sus errores dicen el párrafo."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateError, UndefinedError

from generador.errores import DatoFaltante, DatoInvalido, ErrorDePlantilla
from generador.plantilla.inspeccion import lugar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

    from jinja2 import Environment, Template

# Caracteres de XML por parte: unas mil páginas. Un ciclo dentro de otro no debe llenar la memoria.
TOPE_SALIDA = 64 * 1024 * 1024
_LOTE = 4096
NOMBRES: Final = {
    "document": "cuerpo",
    "header": "encabezado",
    "footer": "pie de página",
    "footnotes": "notas al pie",
    "endnotes": "notas al final",
}
# Un párrafo por línea de la fuente: la línea del error de Jinja dice el párrafo. El salto va en
# un comentario, que no sale al documento.
_LINEA: Final = "{#\n#}"
_PARRAFO: Final = re.compile("(?=<w:p[ >])|(?<=</w:p>)")
_CRUDO: Final = re.compile(r"\{%[-+]?\s*raw\b")
_COMENTARIO: Final = re.compile(r"\{#.*?#\}", re.DOTALL)


class CaminoLento(Exception):
    """Un valor que solo docxtpl sabe poner: hay que rendir el documento con él."""


@dataclass(frozen=True, slots=True)
class ParteCompilada:
    """Una parte con etiquetas, lista para rendir muchas veces."""

    archivo: str
    nombre: str
    plantilla: Template
    fuente: str

    def rendir(self, datos: Mapping[str, object]) -> str:
        """Devuelve el XML de la parte con los datos puestos.

        Da `ErrorDePlantilla`, `DatoInvalido` o `DatoFaltante`; los dos primeros nombran la parte
        y el párrafo.
        """
        contexto = self.plantilla.new_context(dict(datos))
        try:
            return _juntar(self.plantilla.root_render_func(contexto))
        except (DatoFaltante, CaminoLento):
            raise
        except Exception as error:
            raise self._con_lugar(error) from error

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
        sin_xml = re.sub(r"<[^>]*>", "", self.fuente.split("\n")[linea - 1])
        return html.unescape(_COMENTARIO.sub("", sin_xml.removeprefix("#}").removesuffix("{#")))


def compilar_parte(archivo: str, nombre: str, fuente: str, entorno: Environment) -> ParteCompilada:
    """Compila la fuente ya parchada de una parte; `ErrorDePlantilla` si no se entiende."""
    # Dentro de «raw» un comentario saldría al documento.
    numerada = fuente if _CRUDO.search(fuente) else _PARRAFO.sub(_LINEA, fuente)
    try:
        plantilla = entorno.from_string(numerada)
    except TemplateError as error:
        raise ErrorDePlantilla(f"{nombre}: las etiquetas no se entienden ({error}).") from error
    return ParteCompilada(archivo, nombre, plantilla, numerada)


def _juntar(piezas: Iterator[str]) -> str:
    lotes: list[str] = []
    largo = 0
    while lote := list(islice(piezas, _LOTE)):
        lotes.append("".join(lote))
        largo += len(lotes[-1])
        if largo > TOPE_SALIDA:
            raise ErrorDePlantilla("el resultado es desmedido", "Revise sus ciclos.")
    return "".join(lotes)


def _linea(traza: TracebackType | None, plantilla: Template) -> int | None:
    linea = None
    while traza is not None:
        if traza.tb_frame.f_globals.get("__jinja_template__") is plantilla:
            linea = plantilla.get_corresponding_lineno(traza.tb_lineno)
        traza = traza.tb_next
    return linea
