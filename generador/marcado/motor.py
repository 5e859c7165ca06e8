r"""El motor de markdown-it con las reglas de la casa para lo que va dentro de un renglón.

De CommonMark quedan la negrilla, la cursiva y la barra invertida. Lo demás es propio: las notas,
las ecuaciones entre `\(` y `\)` (porque `$` es dinero), las remisiones, los vínculos, y el error
de lo que no se admite. Ninguna regla busca dos veces hacia adelante: el tiempo crece con el texto.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from generador.marcado.enfasis import asteriscos, cruzadas, sin_pareja
from generador.marcado.pasos import poner
from generador.marcado.signos import barra, codigo, llaves, menor
from generador.marcado.vinculos import acento, admiracion, corchete, direccion, pares

Suceso = tuple[int, str, str, str]  # posición, código, mensaje y remedio


@cache
def _motor() -> MarkdownIt:
    """El motor, armado una vez: sus reglas no guardan nada entre un texto y otro."""
    md = MarkdownIt("zero")
    md.inline.ruler.push("casa", _regla, {"alt": []})
    md.inline.ruler2.enable(["balance_pairs", "emphasis", "fragments_join"])
    md.inline.ruler2.before("fragments_join", "sin_pareja", sin_pareja, {"alt": []})
    md.inline.ruler2.before("fragments_join", "cruzadas", cruzadas, {"alt": []})
    return md


def fichas(texto: str) -> tuple[list[Token], list[Suceso]]:
    """Las fichas de markdown-it de un párrafo, y lo que se halló mal en él con su posición."""
    md = _motor()
    listas: dict[str, Any] = {"sucesos": [], "abiertas": [], "marcas": []}
    env: dict[str, Any] = {**listas, "avisado": set(), "en_vinculo": False}
    env["pares"] = pares(texto) if "[" in texto else {}
    salida: list[Token] = []
    md.inline.parse(texto, md, env, salida)
    return salida, env["sucesos"]


def _regla(state: StateInline, silent: bool) -> bool:  # noqa: ARG001, FBT001 (firma de markdown-it)
    """Reparte según el carácter: una sola regla cuesta menos que siete."""
    propia = REGLAS.get(state.src[state.pos])
    return propia is not None and propia(state)


def _salto(state: StateInline) -> bool:
    return poner(state, "\n")


REGLAS: dict[str, Callable[[StateInline], bool]] = {
    "\n": _salto,
    "\\": barra,
    "*": asteriscos,
    "_": asteriscos,
    "{": llaves,
    "[": corchete,
    "^": acento,
    "`": codigo,
    "~": codigo,
    "<": menor,
    "!": admiracion,
    ":": direccion,
}
