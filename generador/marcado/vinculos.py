"""Corchetes: notas, vínculos, direcciones sueltas e imágenes fuera de lugar."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from generador.marcado.pasos import entre, ficha, poner, suceso

LLAMADA = re.compile(r"\[\^([^\]\[\s\\^]{1,60})\]")
DESTINO = re.compile(r"\(\s*([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)\s*\)")
DIRECCION = re.compile(r"(?:https?://|mailto:)[^\s\\]+\Z")
DESNUDA = re.compile(r"://[^\s<>«»“”\"|\\{}\[\]*`^~]+")
ESQUEMA = re.compile(r"(?<!\w)https?\Z")
CORCHETES = re.compile(r"\\.|\{\[\}|[\[\]]", re.DOTALL)


def pares(texto: str) -> dict[int, int]:
    """Dónde cierra cada corchete que abre, sin contar los literales ni los de las ecuaciones."""
    abiertos: list[int] = []
    pares: dict[int, int] = {}
    desde = 0
    hay_cierre = True
    while hallado := CORCHETES.search(texto, desde):
        desde = hallado.end()
        if hallado[0] == "[":
            abiertos.append(hallado.start())
        elif hallado[0] == "]":
            if abiertos:
                pares[abiertos.pop()] = hallado.start()
        elif hallado[0] == r"\(" and hay_cierre:
            fin = texto.find(r"\)", desde)
            hay_cierre = fin >= 0
            desde = fin + 2 if hay_cierre else desde
    return pares


def corchete(state: StateInline) -> bool:
    """`[^nombre]` llama una nota y `[texto](dirección)` es un vínculo; lo demás es texto."""
    hallado = LLAMADA.match(state.src, state.pos, state.posMax)
    if hallado:
        ficha(state, "nota", 0, nombre=hallado[1])
        state.pos = hallado.end()
        return True
    cierre = state.env["pares"].get(state.pos)
    hallado = DESTINO.match(state.src, cierre + 1, state.posMax) if cierre else None
    if cierre is None or hallado is None:
        return False
    contenido = state.src[state.pos + 1 : cierre].strip()
    if state.env["en_vinculo"] or not contenido or not DIRECCION.match(hallado[1]):
        return suceso(
            state,
            "MAR010",
            f"«{state.src[state.pos : hallado.end()][:60]}» no es un vínculo que se pueda usar.",
            "Un vínculo se escribe [texto](https://dirección). Si no lo es, escriba «\\]».",
        )
    destino, fin = hallado[1], hallado.end()
    ficha(state, "vinculo_abre", 1, destino=destino)
    state.env["en_vinculo"] = True
    entre(state, state.pos + 1, cierre, fin)
    state.env["en_vinculo"] = False
    ficha(state, "vinculo_cierra", -1)
    return True


def acento(state: StateInline) -> bool:
    """`^[…]`: nota escrita donde se llama."""
    if not state.src.startswith("^[", state.pos):
        return False
    cierre = state.env["pares"].get(state.pos + 1)
    if cierre is None or cierre >= state.posMax:
        return suceso(state, "MAR002", "La nota que abre con «^[» no cierra.", "Escriba «]».")
    if not state.src[state.pos + 2 : cierre].strip():
        return suceso(state, "MAR002", "La nota está vacía.", "Escríbala entre «^[» y «]».")
    en_vinculo, state.env["en_vinculo"] = state.env["en_vinculo"], False
    ficha(state, "nota_abre", 1)
    entre(state, state.pos + 2, cierre, cierre + 1)
    ficha(state, "nota_cierra", -1)
    state.env["en_vinculo"] = en_vinculo
    return True


def direccion(state: StateInline) -> bool:
    """`https://…` sin más: se vuelve vínculo y ningún guion bajo suyo es cursiva."""
    if state.env["en_vinculo"] or not state.src.startswith("://", state.pos):
        return False
    esquema = ESQUEMA.search(state.pending[-6:])
    hallado = DESNUDA.match(state.src, state.pos, state.posMax)
    if not esquema or not hallado:
        return False
    resto = hallado[0].rstrip(".,;:!?'…")
    if resto.endswith(")") and "(" not in resto:
        resto = resto.rstrip(").,;:!?'…")
    if len(resto) <= len("://"):
        return False
    state.pending = state.pending[: -len(esquema[0])]
    ficha(state, "vinculo_abre", 1, destino=esquema[0] + resto)
    state.append_pending(esquema[0] + resto)
    state.pos += len(resto)
    ficha(state, "vinculo_cierra", -1)
    return True


def admiracion(state: StateInline) -> bool:
    """`![…](…)` dentro de un párrafo: la figura va sola en su renglón."""
    cierre = state.env["pares"].get(state.pos + 1)
    if cierre is None or state.src[cierre + 1 : cierre + 2] != "(":
        return False
    remedio = "Póngala sola en su renglón, con un renglón en blanco antes y después."
    suceso(state, "MAR001", "No se admite una imagen en medio de un párrafo.", remedio)
    return poner(state, state.src[state.pos : cierre + 1])
