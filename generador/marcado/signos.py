"""Los demás signos: la barra invertida, las ecuaciones, las llaves, y lo que no se admite."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

from generador.marcado.contexto import NOMBRE
from generador.marcado.pasos import ficha, poner, suceso, una_vez

# Lo que una barra invertida vuelve literal: la puntuación ASCII (menos el paréntesis que abre,
# que con ella abre una ecuación), las viñetas y la marca de párrafo.
LITERALES = frozenset("!\"#$%&')*+,-./:;<=>?@[\\]^_`{|}~•–—¶")
MARCA_HTML = re.compile(
    r"<!--|</?(?:a|abbr|article|b|big|blockquote|body|br|center|cite|code|div|em|font|h[1-6]|head|"
    r"hr|html|i|iframe|img|input|li|link|meta|ol|p|pre|s|script|section|small|span|strike|strong|"
    r"style|su[bp]|svg|table|tbody|td|th|thead|title|tr|tt|u|ul|video)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
REMISION = re.compile(rf"\{{ *(ref|página|pagina|nota): *({NOMBRE}) *\}}")
# La clave se mira después: una mal escrita se dice con las que hay. El detalle puede cambiar de
# renglón y no lleva llaves.
FUENTE = re.compile(r"\{\s*fuente:\s*([^\s,{}]+)\s*(?:,((?=\s*[^\s{}])[^{}]*))?\}")
PARECE_FUENTE = re.compile(r"\{\s*fuentes?\b\s*[:=]?[^{}\n]*\}?", re.IGNORECASE)
BARRA = re.compile(r"\\(.)")
INSTRUCCION = re.compile(rf"\{{ *(?:salto de p[áa]gina|{NOMBRE} *(?::[^{{}}\n]*)?)\}}")


def barra(state: StateInline) -> bool:
    """La barra invertida: salto de renglón, ecuación, o vuelve literal lo que le sigue."""
    siguiente = state.src[state.pos + 1 : state.pos + 2]
    if siguiente == "\n":
        ficha(state, "hardbreak", 0)
    elif siguiente == "(":
        return ecuacion(state)
    elif siguiente and siguiente in LITERALES:
        state.append_pending(siguiente)
    else:
        return False
    state.pos += 2
    return True


def ecuacion(state: StateInline) -> bool:
    r"""`\( … \)`: ecuación dentro del renglón."""
    abierta = "abierta" in state.env["avisado"]
    fin = -1 if abierta else state.src.find(r"\)", state.pos + 2)
    if fin < 0 or fin + 2 > state.posMax:
        if una_vez(state, "abierta"):
            suceso(state, "MAR006", r"La ecuación que abre con «\(» no cierra.", r"Escriba «\)».")
        return poner(state, r"\(")
    latex = state.src[state.pos + 2 : fin].strip()
    if not latex:
        suceso(state, "MAR006", "La ecuación está vacía.", r"Escríbala entre «\(» y «\)».")
        return poner(state, state.src[state.pos : fin + 2])
    ficha(state, "ecuacion", 0, latex=latex)
    state.pos = fin + 2
    return True


def llaves(state: StateInline) -> bool:
    """`{ref: etiqueta}` y las demás remisiones, `{fuente: clave}` y `{[}`.

    Lo que se les parece es un error.
    """
    if state.src.startswith("{[}", state.pos):
        state.append_pending("[")
        state.pos += len("{[}")
        return True
    hallado = REMISION.match(state.src, state.pos, state.posMax)
    if hallado:
        ficha(state, "remision", 0, que=hallado[1], etiqueta=hallado[2])
        state.pos = hallado.end()
        return True
    hallado = FUENTE.match(state.src, state.pos, state.posMax)
    if hallado:
        detalle = " ".join(BARRA.sub(r"\1", hallado[2] or "").split())
        ficha(state, "fuente", 0, clave=hallado[1], detalle=detalle)
        state.pos = hallado.end()
        return True
    hallado = PARECE_FUENTE.match(state.src, state.pos, state.posMax)
    if hallado:
        mensaje = f"«{hallado[0].strip()}» no es la cita de una fuente."
        remedio = "Escriba {fuente: clave} o {fuente: clave, pp. 12-14}, con una sola clave."
        suceso(state, "MAR007", mensaje, f"{remedio} Si es literal, escriba «\\{{».")
        return poner(state, hallado[0])
    hallado = INSTRUCCION.match(state.src, state.pos, state.posMax)
    if hallado:
        suceso(
            state,
            "MAR007",
            f"«{hallado[0]}» no es una instrucción que pueda ir aquí.",
            "En el texto van {ref: etiqueta}, {página: etiqueta}, {nota: nombre} y "
            "{fuente: clave}. "
            "Si las llaves son literales, escriba «\\{».",
        )
        return poner(state, hallado[0])
    return False


def codigo(state: StateInline) -> bool:
    """Código y tachado: no existen en un acto."""
    marca = state.src[state.pos]
    doble = marca if marca == "`" else marca * 2
    if not state.src.startswith(doble, state.pos) or not una_vez(state, doble):
        return False
    if state.src.find(doble, state.pos + len(doble)) < 0:
        return False
    nombre = "código" if marca == "`" else "texto tachado"
    remedio = f"Quite las marcas o, si son literales, escriba «\\{marca}»."
    return suceso(state, "MAR001", f"No se admite {nombre} («{doble}»).", remedio)


def menor(state: StateInline) -> bool:
    """Las marcas de HTML no se admiten; un «menor que» es texto."""
    hallado = MARCA_HTML.match(state.src, state.pos, state.posMax)
    if hallado:
        remedio = "Use el marcado de la guía o, si es literal, escriba «\\<»."
        suceso(state, "MAR001", f"No se admite HTML («{hallado[0][:40]}»).", remedio)
    return False
