"""Un texto ajeno, vuelto Markdown sin perder nada y con pocas barras."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.marcado.bloques import Parrafo, SaltoDeLinea, Texto
from generador.marcado.lectura import marcar
from generador.marcado.transcripcion import leer_parrafos, transcribir
from generador.redaccion.textos import DATO

RARO = st.text(
    alphabet="ab1 .:;-_*[]{}()<>|\\\"'`~^!#+=&\t\n¿?«»“•¶$/@,\u200b\xa0\x07\x85", max_size=60
)

MARCAS = (
    "[^a]", "[^a]: x", "^[n]", "Tabla {t}. X", "| a | b |", "|--|--|", "![a](b.png)", "\\[",
    "\\]", "\\(", "\\)", "{ref: t}", "Artículo.", "Artículo 5. X", "“Parágrafo 1. X", "Donde:",
    "- ", "1. ", "i) ", "> ", "# ", "»", "\n", "\n\n", "**", "_", "~~", "```", "<b>", "---", "===",
    "[x](http://a.co)", "{salto de página}", "{anchos: 1 2}", "\\", "{fuente: a}", "{dato: a}",
    "[[puntaje: a]]", "¶", "x",
)  # fmt: skip


def leido(markdown: str) -> list[str]:
    """El texto de cada párrafo, con «/» donde cambia de renglón; solo hay párrafos, sin formato."""
    marcado = marcar(markdown, archivo="a.md")
    assert marcado.hallazgos == ()
    parrafos = []
    for bloque in marcado.bloques:
        assert isinstance(bloque, Parrafo)
        partes = []
        for parte in bloque.contenido:
            assert isinstance(parte, Texto | SaltoDeLinea)
            partes.append("/" if isinstance(parte, SaltoDeLinea) else parte.texto)
        parrafos.append("".join(partes))
    return parrafos


def sin_espacios(texto: str) -> str:
    return "".join(c for c in texto if c not in " \t\n\xa0\u200b\x07\x85")


@settings(derandomize=True, deadline=None, max_examples=300)
@given(RARO)
def test_no_se_pierde_nada(texto: str) -> None:
    transcrito = transcribir(texto)
    assert sin_espacios("".join(leido(transcrito)).replace("/", "")) == sin_espacios(texto).replace(
        "/", ""
    )
    assert len(leido(transcrito)) == len(leer_parrafos(texto))
    assert not DATO.search(transcrito)
    assert "[[" not in transcrito


@pytest.mark.parametrize(
    "texto",
    [
        "Cordial saludo.\n\nSegún el art. 5 (Ley 80 de 1993): «&» \"x\" 'y' # 3, 10%; $8.000.",
        "En la Ley 1150 de 2007, por la que se dictan otras disposiciones generales\n"
        "sobre contratación, se dice que\nno hay más.",
        "Correo a_b@c.co, carpeta C:\\x, [sic] ____",
    ],
)
def test_lo_corriente_queda_tal_cual(texto: str) -> None:
    assert transcribir(texto) == texto


@pytest.mark.parametrize(
    ("texto", "transcrito"),
    [
        ("1. Uno. Dos.\n2) Tres", "1\\. Uno. Dos.\\\n2) Tres"),
        ("1) Uno (2)", "1\\) Uno (2)"),
        ("- Uno", "\\- Uno"),
        ("> Uno", "\\> Uno"),
        ("# Uno # dos", "\\# Uno # dos"),
        ("Es **muy** claro", "Es \\*\\*muy\\*\\* claro"),
        ("Artículo 5. Objeto", "Artículo 5\\. Objeto"),
        ("El {dato: tope}: va", "El \\{dato\\: tope\\}\\: va"),
        ("[[puntaje: uno]]", "{[}{[}puntaje: uno]]"),
        ("Uno\tdos\r\n\r\n\x0cTres", "Uno dos\n\nTres"),
        ("Señores:\nAlcaldía\nCali", "Señores:\\\nAlcaldía\\\nCali"),
        ("", ""),
    ],
)
def test_lo_que_seria_otra_cosa_lleva_barra(texto: str, transcrito: str) -> None:
    assert transcribir(texto) == transcrito


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(MARCAS), max_size=12).map("".join))
def test_ninguna_instruccion_se_obedece(texto: str) -> None:
    parrafos = leido(transcribir(texto))
    assert sin_espacios("".join(parrafos).replace("/", "")) == sin_espacios(texto).replace("/", "")
