"""«Que» y el punto final: los pone Minuta, y no los repite."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.marcado.bloques import EcuacionEnLinea, EnLinea, Parrafo, Texto
from generador.marcado.lectura import marcar
from generador.redaccion.considerandos import puestos


def dicho(contenido: tuple[EnLinea, ...]) -> str:
    return "".join(
        pieza.texto
        if isinstance(pieza, Texto)
        else "√"
        if isinstance(pieza, EcuacionEnLinea)
        else "[n]"
        for pieza in contenido
    )


def leer(texto: str) -> list[str]:
    leido = marcar(texto, archivo="a.md")
    assert leido.hallazgos == ()
    return [dicho(b.contenido) for b in puestos(leido.bloques) if isinstance(b, Parrafo)]


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("Que la ley lo ordena.", "Que la ley lo ordena."),
        ("Que la ley lo ordena", "Que la ley lo ordena."),
        ("que la ley lo ordena", "Que la ley lo ordena."),
        ("La ley lo ordena", "Que la ley lo ordena."),
        ("la ley lo ordena", "Que la ley lo ordena."),
        ("Mediante oficio se pidió", "Que mediante oficio se pidió."),
        ("Colombia suscribió el tratado", "Que Colombia suscribió el tratado."),
        ("Quedó en firme", "Que quedó en firme."),
        ("Quedan pendientes", "Que quedan pendientes."),
        ("Qué bueno", "Que qué bueno."),
        ("Quevedo lo dijo", "Que Quevedo lo dijo."),
        ("EL CONGRESO EXPIDIÓ", "Que EL CONGRESO EXPIDIÓ."),
        ("EN EJERCICIO", "Que EN EJERCICIO."),
        ("A LA FECHA", "Que A LA FECHA."),
        ("A. B. dijo", "Que A. B. dijo."),
        ("A la fecha", "Que a la fecha."),
        ("La Guajira es rica", "Que La Guajira es rica."),
        ("El Tiempo publicó", "Que El Tiempo publicó."),
        ("Los Andes son altos", "Que Los Andes son altos."),
        ("De La Calle dijo", "Que De La Calle dijo."),
        ("De conformidad con la ley", "Que de conformidad con la ley."),
        ("La Ley 80 de 1993 manda", "Que la Ley 80 de 1993 manda."),
        ("La **Ley 80** manda", "Que la Ley 80 manda."),
        ("La **Guajira** es rica", "Que La Guajira es rica."),
        ("La DIAN expidió", "Que la DIAN expidió."),
        ("El Congreso expidió", "Que el Congreso expidió."),
        ("Mediante Decreto 1 se creó", "Que mediante Decreto 1 se creó."),
        ("En Colombia rige", "Que en Colombia rige."),
        ("(Sic) dijo", "Que (Sic) dijo."),
        ('Que "x",', 'Que "x",'),
        ("“Que la ley lo ordena”", "“Que la ley lo ordena”."),
        ("«Que la ley lo ordena.»", "«Que la ley lo ordena.»"),
        ('"Que así es".', '"Que así es".'),
        ("“La ley” manda", "Que “La ley” manda."),
        ("“Quevedo” manda", "Que “Quevedo” manda."),
        ("**La ley** lo ordena", "Que la ley lo ordena."),
        (r"\(x\) es mayor", "Que √ es mayor."),
        (r"Que el valor es \(x\)", "Que el valor es √."),
        ("Que dijo «hola».", "Que dijo «hola»."),
        ("Que dijo «hola.»", "Que dijo «hola.»"),
        ("Que dijo «hola»", "Que dijo «hola»."),
        ("Que dispone:", "Que dispone:"),
        ("Que así es;", "Que así es;"),
        ("Que así es^[Nota.]", "Que así es[n]."),
        ("Que así es.^[Nota.]", "Que así es.[n]"),
        ("Que, según la ley, procede", "Que, según la ley, procede."),
    ],
)
def test_un_considerando(texto: str, esperado: str) -> None:
    assert leer(texto) == [esperado]


@pytest.mark.parametrize(
    ("texto", "esperados"),
    [
        ("Que dispone\n\n> «Texto»", ["Que dispone"]),
        ("Que son:\n\n1. uno\n2. dos", ["Que son:"]),
        ("Que así\n\n| a |\n|---|\n| b |", ["Que así"]),
        ("Que dijo:\n\n> «No»\n\npor lo que procede", ["Que dijo:", "por lo que procede."]),
        ("Que dijo:\n\n> «No»\n\nPor tanto procede", ["Que dijo:", "Que por tanto procede."]),
        ("# Antecedentes\n\nla ley manda", ["Que la ley manda."]),
    ],
)
def test_lo_que_sigue_decide_el_punto_y_lo_que_antecede_el_que(
    texto: str, esperados: list[str]
) -> None:
    assert leer(texto) == esperados


PALABRAS = st.sampled_from(
    ["Que", "La", "ley", "el", "Decreto", "manda", "así.", "dice:", "Colombia", "«cita»", "(…)"]
)


@given(st.lists(st.lists(PALABRAS, min_size=1), min_size=1, max_size=6))
@settings(derandomize=True, deadline=None)
def test_ponerlos_dos_veces_no_cambia_nada(parrafos: list[list[str]]) -> None:
    bloques = tuple(Parrafo((Texto(" ".join(palabras)),)) for palabras in parrafos)
    una = puestos(bloques)
    assert puestos(una) == una
    for parrafo in una:
        assert isinstance(parrafo, Parrafo)
        texto = dicho(parrafo.contenido)
        assert texto.startswith("Que")
        assert ".." not in texto
