r"""Los valores del lenguaje de docxtpl: texto, números, RichText, Listing y XML ya escrito.

Cada uno se mira al pasar. El texto corriente no paga nada más; el XML crudo deja anotado que la
parte hay que revisarla; lo que agrega archivos al paquete obliga al camino lento.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from docxtpl import InlineImage
from jinja2 import StrictUndefined, pass_context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generador.documento.caracteres import escapar, legal
from generador.plantilla.escape import Generador
from generador.plantilla.parte import CaminoLento

if TYPE_CHECKING:
    from jinja2 import Environment
    from jinja2.runtime import Context

# Con espacio: ninguna etiqueta puede nombrarla.
CLAVE: Final = "estado de la salida"
_EN_PARRAFO: Final = str.maketrans("\a\f", "\n\n")
_ESCAPADO: Final = re.compile(r"(?:[^<>&]++|&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9A-Fa-f]+);)*+")
_ENLACE: Final = re.compile(r'\br:\w+="([^"]*)"')
_AJENOS: Final = ("docxtpl", "docx", "lxml")


@dataclass(slots=True)
class Estado:
    """Lo que se supo de los valores de una parte mientras se rendía.

    `crudo`: entró XML ya escrito; `tablas`: traía tablas; `enlaces`: las relaciones que nombra.
    """

    crudo: bool = False
    tablas: bool = False
    enlaces: set[str] = field(default_factory=set)


class Aislado(ImmutableSandboxedEnvironment):
    """El ambiente por defecto: lo que falta es un error, y los objetos de Word no se tocan."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Niega los atributos de lo que sabe abrir y guardar archivos (GHSA-v5gf-r78h-55q6)."""
        if type(obj).__module__.split(".")[0] in _AJENOS:
            return False
        return super().is_safe_attribute(obj, attr, value)


def aislado() -> Environment:
    """Devuelve el ambiente por defecto."""
    return Aislado(autoescape=True, undefined=StrictUndefined)


def con_salida(entorno: Environment) -> Environment:
    """Devuelve el mismo ambiente, pero cada valor sale por `escribir`.

    Da `ValueError` si no escapa siempre o ya tiene su propio `finalize`.
    """
    if entorno.autoescape is not True or entorno.finalize is not None:
        raise ValueError("el ambiente debe tener autoescape=True y ningún finalize")
    nuevo = entorno.overlay(finalize=escribir)
    nuevo.code_generator_class = Generador
    return nuevo


@pass_context
def escribir(contexto: Context, valor: object) -> str:
    r"""Devuelve el XML de un valor; `DatoInvalido` si trae un carácter que Word no admite."""
    tipo = type(valor)
    if tipo is str:
        return escapar(valor if valor.isprintable() else con_saltos(valor))  # type: ignore[attr-defined,arg-type]  # mypy no sigue `tipo is str`
    if tipo is int:
        return str(valor)
    if isinstance(valor, InlineImage) or es_subdocumento(valor):
        raise CaminoLento
    crudo = getattr(valor, "__html__", None)
    if crudo is None:
        return escribir(contexto, str(valor))
    return _crudo(contexto, con_saltos(str(crudo())))


def es_subdocumento(valor: object) -> bool:
    """Dice si es un `Subdoc`: su módulo solo se puede importar con docxcompose instalado."""
    return type(valor).__module__ == "docxtpl.subdoc"


def con_saltos(texto: str) -> str:
    r"""El texto con sus saltos de docxtpl («\n», «\t», «\a», «\f»), si es legal.

    >>> con_saltos("uno\r\ndos\a")
    'uno\ndos\x07'
    """
    legal(texto.translate(_EN_PARRAFO))
    return texto.replace("\r\n", "\n")


def _crudo(contexto: Context, xml: str) -> str:
    if _ESCAPADO.fullmatch(xml):
        return xml
    estado = contexto.get(CLAVE)
    if estado is None:
        # Dentro de algo importado no hay a quién avisarle.
        raise CaminoLento
    estado.crudo = True
    estado.tablas |= "<w:tbl" in xml
    estado.enlaces.update(_ENLACE.findall(xml))
    return xml
