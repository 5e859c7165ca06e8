from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.revision.lectores.repetidos import apartar


def paginas(molde: str, cuantas: int = 4) -> list[str]:
    return [molde.format(n=n, antes=n + 6) for n in range(1, cuantas + 1)]


@pytest.mark.parametrize(
    ("dadas", "quedan", "encabezados", "pies"),
    [
        (paginas("E\nDecreto {n}\nPágina {n} de 4"),
         [f"Decreto {n}" for n in (1, 2, 3, 4)], [(1, "E")], [(1, "Página 1 de 4")]),
        (paginas("E1\nE2\ncuerpo {n}{n}\n{antes}"),
         [f"cuerpo {n}{n}" for n in (1, 2, 3, 4)], [(1, "E1"), (1, "E2")], [(1, "7")]),
        # La primera página es distinta.
        (["Portada", *paginas("E\n{n}x", 3)], ["Portada", "1x", "2x", "3x"], [(2, "E")], []),
        # Pares e impares alternan.
        (["A\nuno", "B\ndos", "A\ntres", "B\ncuatro", "A\ncinco", "B\nseis"],
         ["uno", "dos", "tres", "cuatro", "cinco", "seis"], [(1, "A"), (2, "B")], []),
    ],
)  # fmt: skip
def test_aparta_lo_que_se_repite_al_borde(
    dadas: list[str],
    quedan: list[str],
    encabezados: list[tuple[int, str]],
    pies: list[tuple[int, str]],
) -> None:
    assert apartar(dadas) == (quedan, encabezados, pies)


@pytest.mark.parametrize(
    "dadas",
    [
        ["E\nuno", "E\ndos"],  # dos veces puede ser casualidad
        ["uno", "dos", "tres"],
        # Empiezan igual, pero sus números no siguen a la página.
        ["Artículo 4.\nuno", "Artículo 9.\ndos", "Artículo 11.\ntres"],
        ["Artículo 4 y 5\nuno", "Artículo 5 y 5\ndos", "Artículo 6 y 9\ntres"],
        # Tres de diez páginas.
        [*paginas("E\nx", 3), *(f"página{c}" for c in "abcdefg")],
    ],
)
def test_en_la_duda_no_toca_nada(dadas: list[str]) -> None:
    assert apartar(dadas) == (dadas, [], [])


def test_una_pagina_que_es_toda_repetida_queda_vacia() -> None:
    assert apartar(["E", "", "E", "E"]) == (["", "", "", ""], [(1, "E")], [])


@given(st.lists(st.lists(st.sampled_from(["E", "F", "1", "2", "Página 1", "x"]), max_size=5)))
@settings(derandomize=True, deadline=None)
def test_todo_renglon_queda_una_vez_por_lo_menos(dadas: list[list[str]]) -> None:
    quedan, encabezados, pies = apartar(["\n".join(d) for d in dadas])
    antes = Counter(r for d in dadas for r in d)
    despues = Counter(r for q in quedan for r in q.split("\n") if r)
    apartados = Counter(texto for _, texto in (*encabezados, *pies))
    assert despues <= antes
    perdidos = antes.keys() - (despues + apartados).keys()
    # Del número de página solo queda el de la primera; lo demás, siempre.
    assert all(r.removeprefix("Página ").isdigit() for r in perdidos)
