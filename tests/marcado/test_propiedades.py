"""Lo que vale para cualquier texto: no se cae, no pierde letras, no se vuelve lento."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generador.marcado.bloques import Parrafo, SaltoDeLinea
from generador.marcado.en_linea import texto_de
from generador.marcado.lectura import marcar
from generador.marcado.literal import escapar
from tests.marcado.visible import letras_de

PIEZAS = [
    *"ab1 5\n\n*_`~[](){}^!<>|\\#+-.:;=•–¶«»“”$%&@/°ñ",
    "\n\n",
    "\n> ",
    "\n- ",
    "\n1. ",
    "\n2. ",
    "\na) ",
    "\ni) ",
    "\n    ",
    "\n\n   ",
    "\n| a | b |\n|---|--:|\n| c | d |",
    "\n# ",
    "\nArtículo 5. ",
    "\nArtículo {x}. ",
    "\n**Parágrafo.** ",
    "Tabla {t}. t\n{anchos: 1 2; totales}",
    "[^n]",
    "\n[^n]: ",
    "^[",
    "](https://a.co)",
    "https://",
    "{ref: x}",
    "{nota: n}",
    "{fuente: c, p. 3}",
    "{fuente: ",
    "\\(",
    "\\)",
    "\\[",
    "\\]",
    "![a](b.png)",
    "{salto de página}",
    "**",
    "{[}",
    "<b>",
]
# Cortos: con muchas piezas casi siempre hay un error, y entonces no se prueba nada.
markdown = st.lists(st.sampled_from(PIEZAS), max_size=8).map("".join)
# Sin caracteres invisibles ni mitades de par: esos son un error, no un texto.
libre = st.text(
    st.characters(
        exclude_categories=["Cc", "Cf", "Cs", "Zl", "Zp"], exclude_characters="\ufffe\uffff"
    )
)
linea = st.one_of(libre, st.lists(st.sampled_from(PIEZAS)).map("".join))
varias = st.lists(linea, max_size=5).map("\n".join)


# Palabras que son instrucción y no texto (con una barra delante, son texto).
INSTRUCCIONES = re.compile(r"Tabla|anchos|totales|ref|nota|fuente|salto de página")


def letras(texto: str) -> Counter[str]:
    return Counter(c for c in texto if c.isalnum() and not c.isdecimal())


@settings(derandomize=True, deadline=None, max_examples=1500)
@given(markdown)
def test_ninguna_letra_se_pierde_sin_un_error(texto: str) -> None:
    leido = marcar(texto, archivo="a.md")
    if not leido.hallazgos:
        guardadas = letras("".join(letras_de(leido.bloques)))
        assert guardadas <= letras(texto), "aparecen letras que nadie escribió"
        assert letras(texto) - guardadas <= letras("".join(INSTRUCCIONES.findall(texto)))


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_ningun_texto_la_hace_caer(texto: str) -> None:
    marcar(texto, archivo="a.md")


def normal(texto: str) -> str:
    """Lo que `escapar` dice que cambia: bordes de línea, tabulaciones y vacíos de los extremos."""
    lineas = texto.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "\n".join(linea.strip(" ") for linea in lineas).strip("\n")


@settings(derandomize=True, deadline=None, max_examples=1000)
@given(varias)
@example("1. *Ojo*: a_b@c.co\n\n> «cita» \\(x\\) [^1] {ref: a}")
@example("Artículo 5. Texto\nParágrafo. Otro\nTabla. Uno\n| a |")
@example("\\")
@example("https://a.co/x_y_z <b> &amp; ![a](b)")
def test_lo_escapado_se_lee_letra_por_letra(texto: str) -> None:
    leido = marcar(escapar(texto), archivo="a.md")
    assert leido.hallazgos == ()
    if not normal(texto):
        assert leido.bloques == ()
        return
    (parrafo,) = leido.bloques
    assert isinstance(parrafo, Parrafo)
    assert texto_de(parrafo.contenido) == normal(texto)
    assert len([p for p in parrafo.contenido if isinstance(p, SaltoDeLinea)]) == normal(
        texto
    ).count("\n")


ENVOLTURAS = {
    "párrafo": "Que «{}» dijo.",
    "comienzo": "{} dijo.",
    "negrilla": "Que **a{}a** dijo.",
    "título": "# {} fin",
    "elemento": "1. {} fin",
    "cita": "> {} fin",
    "artículo": "Artículo. {} fin",
    "celda": "| a |\n|---|\n| {} fin |",
    "nota en línea": "Que^[{} fin] dijo.",
    "nota": "Que[^1].\n\n[^1]: {} fin",
    "vínculo": "[{} fin](https://a.co)",
    "título de tabla": "Tabla. {} fin\n| a |\n|---|\n| a |",
}


@pytest.mark.parametrize("envoltura", ENVOLTURAS.values(), ids=ENVOLTURAS)
@settings(derandomize=True, deadline=None, max_examples=150)
@given(linea.map(lambda x: normal(re.sub(r"[\n\r\t]", " ", x))).filter(bool))
@example("[a](https://b.co) ^[c] [^1]")
def test_lo_escapado_cabe_en_cualquier_parte(envoltura: str, texto: str) -> None:
    leido = marcar(envoltura.format(escapar(texto)), archivo="a.md")
    assert leido.hallazgos == ()
    assert texto in "".join(letras_de(leido.bloques))


LARGOS = {
    "corchetes": "[",
    "corchetes cerrados": "[a](",
    "notas sin cerrar": "^[",
    "negrillas": "**a ",
    "énfasis mezclado": "*a _b ",
    "cursivas": "*a* **b",
    "ecuaciones": "\\(",
    "ecuaciones en bloque": "\\[\n",
    "barras": "\\",
    "llaves": "{a",
    "menores": "<a ",
    "acentos": "`",
    "virgulillas": "~~",
    "direcciones": "https://a.co/x ",
    "citas": "> a\n",
    "citas hondas": ">",
    "lista": "1. a\n",
    "lista anidada": "- a\n  - b\n",
    "escalera": "a) a\ni) b\n",
    "vacíos en lista": "- a\n\n\n\n\n",
    "vacíos": "\n",
    "tabla": "| a | b |\n",
    "leyendas": "Tabla. a\n",
    "leyendas con medidas": "{anchos: 1}\n",
    "notas": "[^a]: b\n",
    "notas sangradas": "[^a]: b\n\n    c\n",
    "artículos": "Artículo. **a.** b\n\n",
    "artículos pegados": "Artículo. a\n",
    "números": "Artículo 1" + ".1" * 3,
    "espacios": " ",
}


@pytest.mark.parametrize("pieza", LARGOS.values(), ids=LARGOS)
def test_el_tiempo_crece_con_el_texto(pieza: str) -> None:
    veces = 8

    def tarda(cuanto: int) -> float:
        texto = pieza * (cuanto // len(pieza))
        mejor = float("inf")
        for _ in range(3):
            antes = time.perf_counter()
            marcar(texto, archivo="a.md")
            mejor = min(mejor, time.perf_counter() - antes)
        return mejor

    tarda(500)
    # Si fuera cuadrático, la razón sería de 64.
    assert tarda(1000 * veces) < tarda(1000) * veces * 3.5 + 0.02
