"""Qué norma se quiso citar: los errores de dedo, en su orden, y lo que no debe sugerirse."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.citas.catalogo import catalogo, sugerir
from generador.citas.norma import Norma, Tipo
from generador.citas.sugerencias import anio_imposible, anios_posibles, probables


def ley(numero: str, anio: int) -> Norma:
    return Norma(Tipo.LEY, numero, anio)


def decreto(numero: str, anio: int) -> Norma:
    return Norma(Tipo.DECRETO, numero, anio)


@pytest.mark.parametrize(
    ("citada", "conocidas", "esperadas"),
    [
        # cifras vecinas cambiadas, el mismo año; luego, el mismo número en otro año
        (ley("1430", 2009), [ley("1430", 2010), ley("1340", 2009)], ["1340/2009", "1430/2010"]),
        (ley("1403", 2009), [ley("1340", 2009)], []),
        # el año equivocado: la ley no se repite; el decreto, solo si el año se parece
        (ley("1150", 2017), [ley("1150", 2007)], ["1150/2007"]),
        (ley("80", 2013), [ley("80", 1993)], ["80/1993"]),
        (decreto("1082", 2016), [decreto("1082", 2015)], ["1082/2015"]),
        (decreto("1082", 1998), [decreto("1082", 2015)], []),
        (ley("80", 1989), [ley("80", 1993)], []),
        # el más cercano en el tiempo va primero
        (ley("4", 2000), [ley("4", 1992), ley("4", 1913)], ["4/1992"]),
        (decreto("47", 2024), [decreto("47", 2014), decreto("47", 2025)], ["47/2025", "47/2014"]),
        # otra clase
        (ley("1082", 2015), [Norma(Tipo.DECRETO_UNICO, "1082", 2015)], ["1082/2015"]),
        (ley("3950", 2018), [Norma(Tipo.CONPES, "3950", 2018)], []),
        # una cifra de menos, solo si la ley no puede ser de ese año
        (ley("143", 2011), [ley("1437", 2011), ley("100", 1993), ley("152", 1994)], ["1437/2011"]),
        (ley("1438", 2011), [ley("1437", 2011), ley("1439", 2011)], []),
        # que haya otra sentencia o resolución parecida no dice nada
        (
            Norma(Tipo.SENTENCIA, "C-731", 2008),
            [Norma(Tipo.SENTENCIA, "C-713", 2008), Norma(Tipo.SENTENCIA, "C-731", 2009)],
            [],
        ),
        # la misma no se sugiere, ni se sugiere de lo que no tiene número
        (ley("80", 1993), [ley("80", 1993)], []),
        (Norma(Tipo.CODIGO, nombre="Código Civil"), [ley("80", 1993)], []),
    ],
)
def test_se_sugiere_lo_que_se_pudo_querer_citar(
    citada: Norma, conocidas: list[Norma], esperadas: list[str]
) -> None:
    assert [f"{n.numero}/{n.anio}" for n in probables(citada, conocidas, 3)] == esperadas


def test_no_se_sugieren_mas_de_las_pedidas() -> None:
    assert len(sugerir(ley("1430", 2009), cuantas=1)) == 1


@pytest.mark.parametrize(
    ("numero", "anios"),
    [("1400", (2009, 2011)), ("1340", (2009, 2009)), ("1", None), ("1438", None)],
)
def test_el_numero_de_una_ley_dice_entre_que_anios_cabe(
    numero: str, anios: tuple[int, int] | None
) -> None:
    conocidas = [ley("1340", 2009), ley("1437", 2011), ley("50", 1990), decreto("1400", 1970)]
    assert anios_posibles(numero, conocidas) == anios


@pytest.mark.parametrize(
    ("citada", "imposible"),
    [
        (ley("1400", 2008), True),
        (ley("1400", 2012), True),
        (ley("1400", 2010), False),
        (ley("1400", 1950), False),  # antes de 1992 la numeración recomenzaba cada año
        (ley("9999", 2008), False),
        (decreto("1400", 2008), False),
        (Norma(Tipo.LEY, "1400"), False),
        (Norma(Tipo.LEY, "14A", 2008), False),
    ],
)
def test_solo_es_imposible_lo_que_las_leyes_vecinas_descartan(
    citada: Norma, imposible: object
) -> None:
    conocidas = [ley("1340", 2009), ley("1437", 2011)]
    assert anio_imposible(citada, conocidas) is imposible


@settings(derandomize=True, deadline=None)
@given(st.sampled_from(catalogo().normas))
def test_de_una_norma_que_esta_no_se_sugiere_nada(conocida: Norma) -> None:
    assert sugerir(conocida) == ()
    assert not anio_imposible(conocida, catalogo().normas)


@settings(derandomize=True, deadline=None)
@given(
    st.sampled_from(list(Tipo)),
    st.text(max_size=6) | st.integers(0, 99999).map(str),
    st.none() | st.integers(1800, 2100),
)
def test_sugerir_y_advertir_nunca_fallan(tipo: Tipo, numero: str, anio: int | None) -> None:
    citada = Norma(tipo, numero, anio)
    assert all(n in catalogo().normas and n != citada for n in sugerir(citada))
    assert all(frase.endswith((".", "?")) for frase in catalogo().advertencias(citada))


@settings(derandomize=True, deadline=None)
@given(st.sampled_from([n for n in catalogo().normas if n.tipo is Tipo.LEY]), st.data())
def test_dos_cifras_cambiadas_llevan_a_la_ley(conocida: Norma, datos: st.DataObject) -> None:
    numero = conocida.numero or ""
    lugares = [
        i for i in range(len(numero) - 1) if numero[i] != numero[i + 1] and numero[i + 1] != "0"
    ]
    if not lugares:
        return
    i = datos.draw(st.sampled_from(lugares))
    errado = numero[:i] + numero[i + 1] + numero[i] + numero[i + 2 :]
    citada = Norma(Tipo.LEY, errado, conocida.anio)
    if catalogo().ficha_de(citada) is None:
        assert conocida in sugerir(citada)
