"""Las comillas de un texto en el juego de su formato."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generador.lengua.comillas import (
    ANGULARES,
    COMILLAS,
    INGLESAS,
    Conversion,
    Juego,
    Suelta,
    convertir,
    en_texto,
)

SIN = str.maketrans(dict.fromkeys(COMILLAS, ""))


@pytest.mark.parametrize(
    ("dado", "angulares", "inglesas"),
    [
        ("sin comillas", "sin comillas", "sin comillas"),
        ("", "", ""),
        # De cualquier juego, a la de su nivel.
        ('Dijo "así".', "Dijo «así».", "Dijo “así”."),
        ("Dijo “así”.", "Dijo «así».", "Dijo “así”."),
        ("Dijo «así».", "Dijo «así».", "Dijo “así”."),
        ("Dijo 'así'.", "Dijo «así».", "Dijo “así”."),
        ('"uno "dos" tres"', "«uno “dos” tres»", "“uno ‘dos’ tres”"),
        ("«uno “dos ‘tres’”»", "«uno “dos ‘tres’”»", "“uno ‘dos «tres»’”"),
        ("“a «b» ‘c’”", "«a “b” “c”»", "“a ‘b’ ‘c’”"),
        ('«a “b ‘c "d"’”»', "«a “b ‘c «d»’”»", "“a ‘b «c “d”»’”"),
        ('""uno""', "«“uno”»", "“‘uno’”"),
        ("\"'uno'\"", "«“uno”»", "“‘uno’”"),
        # Mezcladas en un mismo par.
        ('“uno" y "dos”', "«uno» y «dos»", "“uno” y “dos”"),
        # Junto a la puntuación.
        (
            '("uno"), ¿"dos"? —"tres"— "…cuatro…"',
            "(«uno»), ¿«dos»? —«tres»— «…cuatro…»",
            "(“uno”), ¿“dos”? —“tres”— “…cuatro…”",
        ),
        ('"(uno)" y "¿dos?".', "«(uno)» y «¿dos?».", "“(uno)” y “¿dos?”."),
        ('"uno ". Dos', "«uno ». Dos", "“uno ”. Dos"),
        # El apóstrofo y las medidas se quedan como están.
        ("O'Higgins y D’Costa", "O'Higgins y D’Costa", "O'Higgins y D’Costa"),
        ("los '60 y los ’70 y ‘80", "los '60 y los ’70 y ‘80", "los '60 y los ’70 y ‘80"),
        ("pa' mí, pa’ ti", "pa' mí, pa’ ti", "pa' mí, pa’ ti"),
        ('5" x 3", 6\' 2"', '5" x 3", 6\' 2"', '5" x 3", 6\' 2"'),
        ('“tubo de 5" nuevo”', '«tubo de 5" nuevo»', '“tubo de 5" nuevo”'),
        ('"la Ley 80" y "1993"', "«la Ley 80» y «1993»", "“la Ley 80” y “1993”"),
        ("'el 80' y 'O'Higgins'", "«el 80» y «O'Higgins»", "“el 80” y “O'Higgins”"),
        ("«los ’60»", "«los ’60»", "“los ’60”"),
    ],
)
def test_en_los_dos_juegos(dado: str, angulares: str, inglesas: str) -> None:
    assert en_texto(dado, ANGULARES) == angulares
    assert en_texto(dado, INGLESAS) == inglesas


@pytest.mark.parametrize(
    ("dados", "angulares", "inglesas"),
    [
        # Abierta de un párrafo a otro, con la de seguir escrita o sin ella.
        (["«Uno", "dos»"], ["«Uno", "dos»"], ["“Uno", "dos”"]),
        (["«Uno", "»dos»"], ["«Uno", "»dos»"], ["“Uno", "”dos”"]),
        (["“Uno", "”dos", "”tres”."], ["«Uno", "»dos", "»tres»."], ["“Uno", "”dos", "”tres”."]),
        # Quien abre de nuevo en cada párrafo quiso seguir.
        (['"Uno', '"dos"'], ["«Uno", "»dos»"], ["“Uno", "”dos”"]),
        (["«Uno", "«dos»"], ["«Uno", "»dos»"], ["“Uno", "”dos”"]),
        # Salvo que cuadre: es una de adentro.
        (['"Uno', '"dos" tres"'], ["«Uno", "“dos” tres»"], ["“Uno", "‘dos’ tres”"]),
        # La de seguir antes de otra que abre, y la que cierra sola.
        (["«Uno", "»“dos” tres»"], ["«Uno", "»“dos” tres»"], ["“Uno", "”‘dos’ tres”"]),
        (["«Uno", "».", "Dos"], ["«Uno", "».", "Dos"], ["“Uno", "”.", "Dos"]),
        (
            ["«Uno “dos", "”tres” cuatro»"],
            ["«Uno “dos", "”tres” cuatro»"],
            ["“Uno ‘dos", "’tres’ cuatro”"],
        ),
    ],
)
def test_varios_parrafos(dados: list[str], angulares: list[str], inglesas: list[str]) -> None:
    assert convertir(dados, ANGULARES) == Conversion(tuple(angulares))
    assert convertir(dados, INGLESAS) == Conversion(tuple(inglesas))


@pytest.mark.parametrize(
    ("dados", "sueltas"),
    [
        (['Dijo "así.'], [(0, 5, '"')]),
        (["Dijo así”."], [(0, 8, "”")]),
        (["«uno”"], [(0, 0, "«"), (0, 4, "”")]),
        (["«uno “dos»"], [(0, 5, "“")]),
        (["‘uno"], [(0, 0, "‘")]),
        (["«Uno", "«dos", "«tres"], [(0, 0, "«"), (1, 0, "«"), (2, 0, "«")]),
        (['"mide 5" de largo"'], [(0, 17, '"')]),
        # Convertida, el apóstrofo pasaría por la que cierra.
        (['"dijo «pa’ "lante"»"'], [(0, 9, "’")]),
    ],
)
def test_sin_pareja_no_se_toca_y_se_dice(
    dados: list[str], sueltas: list[tuple[int, int, str]]
) -> None:
    hecha = convertir(dados, INGLESAS)
    assert hecha.parrafos == tuple(dados)
    assert hecha.sueltas == tuple(Suelta(*suelta) for suelta in sueltas)


juegos = st.sampled_from([ANGULARES, INGLESAS])
trozos = st.lists(
    st.sampled_from(
        [*COMILLAS, " ", "a", "b ", "5", ".", ", ", "(", ")", "—", "…", "60", "\n", "￼"]
    ),
    max_size=14,
).map("".join)


@settings(derandomize=True, deadline=None, max_examples=1500)
@given(st.lists(trozos, max_size=3), juegos)
@example(['"a «b’ "c"»"'], INGLESAS)
@example(["‘a’b’"], INGLESAS)
def test_convertir_dos_veces_es_convertir_una(dados: list[str], juego: Juego) -> None:
    hecha = convertir(dados, juego)
    assert convertir(hecha.parrafos, juego) == hecha
    assert [p.translate(SIN) for p in hecha.parrafos] == [p.translate(SIN) for p in dados]
    assert [len(p) for p in hecha.parrafos] == [len(p) for p in dados]
    if hecha.sueltas:
        assert hecha.parrafos == tuple(dados)
        for suelta in hecha.sueltas:
            assert dados[suelta.parrafo][suelta.posicion] == suelta.signo


palabras = st.sampled_from(["uno", "la Ley 80", "D'Costa", "¿qué?", "5 x 3", "…"])
anidados = st.recursive(
    palabras.map(lambda p: (p,)),
    lambda dentro: st.lists(dentro, min_size=1, max_size=3).map(lambda x: ("", *x)),
    max_leaves=6,
)


def escrito(arbol: object, pares: list[tuple[str, str]], nivel: int = -1) -> str:
    """El árbol con las comillas de cada nivel; cada grupo va entre comillas."""
    assert isinstance(arbol, tuple)
    if arbol[0]:
        return str(arbol[0])
    dentro = " y ".join(escrito(hijo, pares, nivel + 1) for hijo in arbol[1:])
    abre, cierra = pares[(nivel + 1) % len(pares)] if nivel >= -1 else ("", "")
    return f"{abre}{dentro}{cierra}"


@settings(derandomize=True, deadline=None)
@given(anidados, juegos, juegos)
def test_de_un_juego_al_otro_y_de_vuelta(arbol: object, de: Juego, a: Juego) -> None:
    dado, esperado = escrito(arbol, list(de.niveles)), escrito(arbol, list(a.niveles))
    assert en_texto(dado, a) == esperado
    assert en_texto(esperado, de) == dado
