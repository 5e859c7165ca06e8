"""Lo que se puede escribir en una etiqueta: una lista cerrada de construcciones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError, nodes

from generador.errores import ErrorDePlantilla
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment

_ADMITIDOS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr,
    nodes.Getitem, nodes.Filter, nodes.Test, nodes.If, nodes.For, nodes.Assign, nodes.Compare,
    nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Add, nodes.Sub, nodes.Neg, nodes.List,
    nodes.Tuple, nodes.CondExpr,
)  # fmt: skip
_DE_JINJA = {"self", "super", "caller", "varargs", "kwargs"}
_CIERRES = {
    "if": "{{% {} %}}{{% endif %}}",
    "elif": "{{% if 1 %}}{{% {} %}}{{% endif %}}",
    "for": "{{% {} %}}{{% endfor %}}",
    "set": "{{% {} %}}",
}
PALABRAS = (*_CIERRES, "else", "endif", "endfor")


def revisar_expresion(etiqueta: str, ambiente: Environment) -> None:
    """Da `ErrorDePlantilla` si `{{ … }}` no se entiende o pide algo que no se admite."""
    _revisar(etiqueta, ambiente)


def revisar_orden(palabra: str, cuerpo: str, ambiente: Environment) -> None:
    """Lo mismo para el interior de `{% … %}`, que empieza por `palabra`."""
    if palabra not in PALABRAS:
        raise ErrorDePlantilla(
            f"la orden «{palabra}» no se admite", sugerencia(palabra, PALABRAS) or _ordenes()
        )
    if palabra in _CIERRES:
        _revisar(_CIERRES[palabra].format(cuerpo), ambiente)
    elif cuerpo.strip() != palabra:
        raise ErrorDePlantilla(f"«{palabra}» va solo", f"Escriba {{% {palabra} %}}.")


def _ordenes() -> str:
    return f"Las órdenes son: {', '.join(PALABRAS)}."


def _revisar(fuente: str, ambiente: Environment) -> None:
    try:
        arbol = ambiente.parse(fuente)
    except (TemplateSyntaxError, RecursionError, ValueError, OverflowError) as error:
        raise ErrorDePlantilla(
            "no se entiende", "Revise comillas, paréntesis, puntos y nombres sin espacios."
        ) from error
    for nodo in _recorrer(arbol):
        _revisar_nodo(nodo, ambiente)


def _recorrer(arbol: nodes.Node) -> Iterable[nodes.Node]:
    pendientes = [arbol]
    while pendientes:
        nodo = pendientes.pop()
        yield nodo
        pendientes.extend(nodo.iter_child_nodes())


def _revisar_nodo(nodo: nodes.Node, ambiente: Environment) -> None:
    if not isinstance(nodo, _ADMITIDOS):
        raise ErrorDePlantilla(
            f"usa algo que una plantilla no puede hacer ({type(nodo).__name__})",
            "Solo se admiten datos, filtros, condiciones y ciclos.",
        )
    nombre = _nombre(nodo)
    if nombre.startswith("_") or nombre in _DE_JINJA:
        raise ErrorDePlantilla(f"el nombre «{nombre}» no se admite")
    if isinstance(nodo, nodes.For) and nodo.recursive:
        raise ErrorDePlantilla("un ciclo no puede ser «recursive»")
    if isinstance(nodo, nodes.Filter):
        _exigir(nodo.name, ambiente.filters, "el filtro")
    if isinstance(nodo, nodes.Test):
        _exigir(nodo.name, ambiente.tests, "la pregunta «is …»")


def _nombre(nodo: nodes.Node) -> str:
    if isinstance(nodo, nodes.Name):
        return nodo.name
    if isinstance(nodo, nodes.Getattr):
        return nodo.attr
    if isinstance(nodo, nodes.Getitem) and isinstance(nodo.arg, nodes.Const):
        return str(nodo.arg.value)
    return ""


def _exigir(nombre: str, conocidos: Iterable[str], que: str) -> None:
    disponibles = sorted(conocidos)
    if nombre not in disponibles:
        remedio = sugerencia(nombre, disponibles) or f"Hay: {', '.join(disponibles)}."
        raise ErrorDePlantilla(f"no existe {que} «{nombre}»", remedio)
