"""Qué datos pide una plantilla, sin rendirla: para compararlos con el modelo."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from jinja2 import nodes

from generador.errores import ErrorDePlantilla
from generador.plantilla.ambiente import ambiente
from generador.plantilla.filtros import FILTROS
from generador.plantilla.preparada import preparar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.plantilla.catalogo import Plantilla

# De cada nombre que nace en la plantilla (ciclo, set), la ruta del dato que nombra.
_Alias = dict[str, str]
_GUARDADAS = 64


@lru_cache(maxsize=_GUARDADAS)
def variables(plantilla: bytes) -> frozenset[str]:
    """Rutas de los datos que piden las etiquetas, con `[]` donde se recorre una lista.

    `{% for f in filas %}{{ f.valor }}{% endfor %}` pide `filas` y `filas[].valor`. Da
    `ErrorDePlantilla` si la plantilla está mal y `ErrorDeDocumento` si su .docx no sirve.
    """
    entorno = ambiente(FILTROS)
    arboles = (entorno.parse(viva.compilada.fuente) for viva in preparar(plantilla).vivas)
    return frozenset(ruta for arbol in arboles for ruta in _pedidas(arbol, {}))


def exigir_obligatorias(plantilla: Plantilla) -> None:
    """Comprueba que la plantilla siga pidiendo lo que su documento debe decir por ley.

    Da `ErrorDePlantilla` con las etiquetas que se perdieron al editarla.
    """
    pedidas = variables(plantilla.docx)
    perdidas = [ruta for ruta in plantilla.ficha.obligatorias if ruta not in pedidas]
    if perdidas:
        etiquetas = ", ".join(f"{{{{ {ruta} }}}}" for ruta in perdidas)
        raise ErrorDePlantilla(
            f"A la plantilla «{plantilla.nombre}» le faltan etiquetas que el documento exige: "
            f"{etiquetas}.",
            "Vuelva a ponerlas en Word, o quítelas de «obligatorias» en su ficha.toml.",
        )


def _pedidas(nodo: nodes.Node, alias: _Alias) -> Iterator[str]:
    ruta = _ruta(nodo, alias)
    if ruta:
        yield ruta
    if isinstance(nodo, nodes.For):
        yield from _pedidas(nodo.iter, alias)
        propio = {**alias, "loop": "", **dict.fromkeys(_destinos(nodo.target), "")}
        if isinstance(nodo.target, nodes.Name):
            lista = _ruta(nodo.iter, alias)
            propio[nodo.target.name] = f"{lista}[]" if lista else ""
        for hijo in (*nodo.body, *nodo.else_, *filter(None, [nodo.test])):
            yield from _pedidas(hijo, propio)
    elif isinstance(nodo, nodes.Assign):
        yield from _pedidas(nodo.node, alias)
        alias.update(dict.fromkeys(_destinos(nodo.target), _ruta(nodo.node, alias)))
    elif not ruta:
        for hijo in nodo.iter_child_nodes():
            yield from _pedidas(hijo, alias)


def _destinos(destino: nodes.Node) -> list[str]:
    if isinstance(destino, nodes.Name):
        return [destino.name]
    return [n.name for n in destino.find_all(nodes.Name)]


def _ruta(nodo: nodes.Node, alias: _Alias) -> str:
    """La ruta que nombra el nodo, o `""` si no es un dato del contexto."""
    if isinstance(nodo, nodes.Name):
        return alias.get(nodo.name, nodo.name)
    if isinstance(nodo, nodes.Getattr):
        base = _ruta(nodo.node, alias)
        return f"{base}.{nodo.attr}" if base else ""
    if isinstance(nodo, nodes.Getitem) and isinstance(nodo.arg, nodes.Const):
        base = _ruta(nodo.node, alias)
        cola = f".{nodo.arg.value}" if isinstance(nodo.arg.value, str) else "[]"
        return f"{base}{cola}" if base else ""
    return ""
