"""Cardinales, ordinales y romanos, contra tablas y contra una gramática escrita aparte."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.errores import DatoInvalido
from generador.lengua.numeros import (
    CARDINAL_MAXIMO,
    Genero,
    cardinal,
    leer_cardinal,
    ordinal,
    romano,
)

from .gramatica import completo, hasta_999
from .tablas import leer_tabla

TODOS = (
    st.integers(0, CARDINAL_MAXIMO)
    | st.integers(0, 2000)
    | st.sampled_from(
        [a * 10**b + c for a in (1, 21, 31, 101, 121) for b in range(16) for c in (0, 1, 21)]
    )
)


@pytest.mark.parametrize("apocope", [False, True])
@pytest.mark.parametrize("genero", list(Genero))
def test_de_cero_a_novecientos_noventa_y_nueve(genero: Genero, *, apocope: bool) -> None:
    femenino = genero is Genero.FEMENINO
    malos = [
        (n, escrito, debido)
        for n in range(1000)
        if (escrito := cardinal(n, genero=genero, apocope=apocope))
        != (debido := hasta_999(n, femenino=femenino, apocope=apocope))
    ]
    assert malos == []


@pytest.mark.parametrize("termina_en_uno", [n for n in range(1000) if n % 10 == 1 and n != 11])
def test_apocope_ante_mil_millones_y_billones(termina_en_uno: int) -> None:
    n = termina_en_uno
    ante = "" if n == 1 else hasta_999(n, apocope=True)
    assert cardinal(n * 1000) == f"{ante} mil".strip()
    assert cardinal(n * 10**9) == f"{ante} mil millones".strip()
    if n > 1:
        assert cardinal(n * 10**6) == f"{ante} millones"
        assert cardinal(n * 10**12) == f"{ante} billones"
    assert not cardinal(n).endswith((" un", "veintiún"))


@pytest.mark.parametrize(("entrada", "esperado"), leer_tabla("cardinales.txt"))
def test_tabla_de_cardinales(entrada: str, esperado: str) -> None:
    cifras, genero, forma = entrada.split()
    assert cardinal(int(cifras), genero=Genero(genero), apocope=forma == "ante") == esperado
    assert leer_cardinal(esperado) == int(cifras)


@settings(derandomize=True, deadline=None)
@given(n=TODOS, genero=st.sampled_from(Genero), apocope=st.booleans())
def test_igual_a_la_gramatica_y_se_lee_de_vuelta(n: int, genero: Genero, *, apocope: bool) -> None:
    escrito = cardinal(n, genero=genero, apocope=apocope)
    assert escrito == completo(n, femenino=genero is Genero.FEMENINO, apocope=apocope)
    assert leer_cardinal(escrito) == n
    assert leer_cardinal(escrito.upper()) == n


@settings(derandomize=True, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "un",
                "uno",
                "una",
                "y",
                "mil",
                "millón",
                "millones",
                "billón",
                "cien",
                "ciento",
                "cero",
                "dos",
                "veintiún",
                "treinta",
                "doscientas",
                "quinientos",
            ]
        ),
        max_size=8,
    )
)
def test_solo_se_lee_lo_que_alguien_escribiria_asi(palabras: list[str]) -> None:
    texto = " ".join(palabras)
    try:
        n = leer_cardinal(texto)
    except DatoInvalido:
        return
    formas = [completo(n, femenino=f, apocope=a) for f in (False, True) for a in (False, True)]
    assert texto in formas


@pytest.mark.parametrize("texto", ["  TREINTA  Y\nUNO ", "Treinta\u00a0y uno", "treinta y uno"])
def test_espacios_renglones_y_mayusculas_no_importan(texto: str) -> None:
    assert leer_cardinal(texto) == 31


def test_la_tilde_suelta_del_pdf_es_la_misma_tilde() -> None:
    assert leer_cardinal("veintido\u0301s") == 22


@pytest.mark.parametrize(("texto", "explicacion"), leer_tabla("cardinales_errados.txt"))
def test_cardinal_mal_escrito_se_explica(texto: str, explicacion: str) -> None:
    with pytest.raises(DatoInvalido) as error:
        leer_cardinal(texto)
    assert explicacion in str(error.value)


@pytest.mark.parametrize("n", [-1, CARDINAL_MAXIMO + 1, True, 1.0, "1", None])
def test_cardinal_solo_de_enteros_en_el_rango(n: object) -> None:
    with pytest.raises(DatoInvalido, match="no se puede escribir en palabras"):
        cardinal(n)  # type: ignore[arg-type]  # se prueba el rechazo de otros tipos


def test_un_entero_desmedido_se_rechaza_sin_citarlo() -> None:
    with pytest.raises(DatoInvalido, match="de más de 18 cifras"):
        cardinal(10**5000)


@pytest.mark.parametrize(("entrada", "esperado"), leer_tabla("ordinales.txt"))
def test_tabla_de_ordinales(entrada: str, esperado: str) -> None:
    cifras, genero = entrada.split()
    assert ordinal(int(cifras), genero=Genero(genero)) == esperado


@pytest.mark.parametrize(
    ("n", "esperado"),
    [
        (1, "primer"),
        (2, "segundo"),
        (3, "tercer"),
        (13, "decimotercer"),
        (21, "vigesimoprimer"),
        (31, "trigésimo primer"),
        (103, "centésimo tercer"),
        (111, "centésimo undécimo"),
    ],
)
def test_ordinal_ante_sustantivo_masculino(n: int, esperado: str) -> None:
    assert ordinal(n, apocope=True) == esperado
    assert ordinal(n, genero=Genero.FEMENINO, apocope=True).endswith("a")


def test_no_hay_dos_ordinales_iguales() -> None:
    assert len({ordinal(n) for n in range(1, 1000)}) == 999


@pytest.mark.parametrize("n", [0, 1000, -3])
def test_ordinal_fuera_de_rango(n: int) -> None:
    with pytest.raises(DatoInvalido, match="de 1 a 999"):
        ordinal(n)


@pytest.mark.parametrize(
    ("n", "esperado"),
    [
        (1, "I"), (3, "III"), (4, "IV"), (5, "V"), (9, "IX"), (14, "XIV"), (40, "XL"), (49, "XLIX"),
        (90, "XC"), (400, "CD"), (444, "CDXLIV"), (900, "CM"), (1991, "MCMXCI"), (2025, "MMXXV"),
        (3999, "MMMCMXCIX"),
    ],
)  # fmt: skip
def test_romano(n: int, esperado: str) -> None:
    assert romano(n) == esperado


def test_cada_romano_vale_lo_que_suman_sus_letras() -> None:
    valor = {"M": 1000, "D": 500, "C": 100, "L": 50, "X": 10, "V": 5, "I": 1}
    for n in range(1, 4000):
        cifras = [valor[letra] for letra in romano(n)]
        signos = [-a if a < b else a for a, b in zip(cifras, [*cifras[1:], 0], strict=True)]
        assert sum(signos) == n


@pytest.mark.parametrize("n", [0, 4000])
def test_romano_fuera_de_rango(n: int) -> None:
    with pytest.raises(DatoInvalido, match="de 1 a 3\\.999"):
        romano(n)
