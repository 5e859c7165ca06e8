"""Un YAML con los tipos que le ve el editor: el esquema «core» de YAML 1.2 (sección 10.3.2)."""

from __future__ import annotations

import re
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

NULO = re.compile(r"null|Null|NULL|~|")
LOGICO = re.compile(r"true|True|TRUE|false|False|FALSE")
ENTERO = re.compile(r"[-+]?[0-9]+")
DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def como_editor(texto: str) -> Any:
    return _nodo(YAML(pure=True).compose(texto))


def _nodo(nodo: Any) -> Any:
    if isinstance(nodo, MappingNode):
        return {clave.value: _nodo(valor) for clave, valor in nodo.value}
    if isinstance(nodo, SequenceNode):
        return [_nodo(valor) for valor in nodo.value]
    assert isinstance(nodo, ScalarNode)
    return nodo.value if nodo.style else escalar(nodo.value)


def escalar(texto: str) -> Any:
    """Un escalar sin comillas."""
    if NULO.fullmatch(texto):
        return None
    if LOGICO.fullmatch(texto):
        return texto.lower() == "true"
    if ENTERO.fullmatch(texto):
        return int(texto)
    return float(texto) if DECIMAL.fullmatch(texto) else texto
