"""Los artículos y parágrafos que se numeran solos."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.marcado.bloques import Articulo, Bloque, CitaTextual, Paragrafo
from generador.marcado.lectura import marcar
from generador.redaccion.numeracion import numerar


def leer(texto: str) -> tuple[Bloque, ...]:
    leido = marcar(texto, archivo="a.md")
    assert leido.hallazgos == ()
    return numerar(leido.bloques)


def rotulos(bloques: tuple[Bloque, ...]) -> list[str]:
    """Cada artículo con sus parágrafos, como se leen."""
    dichos = []
    for bloque in bloques:
        if isinstance(bloque, Articulo | Paragrafo):
            dichos.append(f"{bloque.rotulo} {bloque.numero}".strip())
            dichos += rotulos(bloque.bloques)
    return dichos


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("Artículo. Uno.\n\nArtículo. Dos.", ["Artículo 1", "Artículo 2"]),
        (
            "# Título I\n\nArtículo. Uno.\n\n# Título II\n\nArtículo. Dos.",
            ["Artículo 1", "Artículo 2"],
        ),
        ("Artículo. Uno.\n\nParágrafo. Solo.", ["Artículo 1", "Parágrafo"]),
        (
            "Artículo. Uno.\n\nParágrafo. A.\n\nParágrafo. B.\n\nArtículo. Dos.\n\nParágrafo. C.",
            ["Artículo 1", "Parágrafo 1", "Parágrafo 2", "Artículo 2", "Parágrafo"],
        ),
        (
            "Artículo. Uno.\n\nParágrafo. A.\n\nParágrafo transitorio. B.",
            ["Artículo 1", "Parágrafo", "Parágrafo transitorio"],
        ),
        (
            "ARTÍCULO. Uno.\n\nPARÁGRAFO TRANSITORIO. A.\n\nPARÁGRAFO TRANSITORIO. B.",
            ["ARTÍCULO 1", "PARÁGRAFO TRANSITORIO 1", "PARÁGRAFO TRANSITORIO 2"],
        ),
        ("Artículo PRIMERO. Uno.\n\nArtículo 2A. Dos.", ["Artículo PRIMERO", "Artículo 2A"]),
    ],
)
def test_se_numeran_de_corrido(texto: str, esperado: list[str]) -> None:
    assert rotulos(leer(texto)) == esperado


def test_el_que_agrega_el_programa_sigue_al_ultimo_escrito() -> None:
    escritos = marcar("Artículo 15. Uno.", archivo="a.md").bloques
    assert rotulos(numerar([*escritos, Articulo(None, ())])) == ["Artículo 15", "Artículo 16"]


@pytest.mark.parametrize(
    ("ultimo", "vigencia"),
    [
        ("2", "3"),
        ("2º", "3º"),
        ("2°", "3°"),
        ("2o", "3o"),
        ("Segundo", "Tercero"),
        ("SEGUNDO", "TERCERO"),
        ("décimo", "undécimo"),
        ("Décimo octavo", "Decimonoveno"),
    ],
)
def test_el_que_agrega_el_programa_sigue_la_forma_escrita(ultimo: str, vigencia: str) -> None:
    escritos = marcar(f"Artículo {ultimo}. Uno.", archivo="a.md").bloques
    numerados = numerar([*escritos, Articulo(None, ())])
    assert [a.numero for a in numerados if isinstance(a, Articulo)] == [ultimo, vigencia]


def test_lo_transcrito_no_se_toca() -> None:
    texto = (
        "Artículo. El artículo 7 quedará así:\n\n> “Artículo 7. Nuevo.\n>\n> Parágrafo. Uno.”\n\n"
        "Artículo. Otro."
    )
    antes = marcar(texto, archivo="a.md").bloques
    primero, segundo = numerar(antes)
    assert isinstance(primero, Articulo)
    assert isinstance(segundo, Articulo)
    assert (primero.numero, segundo.numero) == ("1", "2")
    assert primero.bloques == antes[0].bloques  # type: ignore[union-attr]  # es el mismo artículo
    assert isinstance(primero.bloques[1], CitaTextual)


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30))
@settings(derandomize=True, deadline=None)
def test_todo_queda_numerado_en_orden_y_numerar_dos_veces_no_cambia_nada(
    cuantos: list[int],
) -> None:
    partes = []
    for paragrafos in cuantos:
        partes.append("Artículo. Texto.")
        partes += ["Parágrafo. Texto."] * paragrafos
    bloques = leer("\n\n".join(partes))
    articulos = [b for b in bloques if isinstance(b, Articulo)]
    assert [a.numero for a in articulos] == [str(n + 1) for n in range(len(cuantos))]
    for articulo, paragrafos in zip(articulos, cuantos, strict=True):
        numeros = [b.numero for b in articulo.bloques if isinstance(b, Paragrafo)]
        esperados = [""] if paragrafos == 1 else [str(n + 1) for n in range(paragrafos)]
        assert numeros == esperados
    assert numerar(bloques) == bloques
