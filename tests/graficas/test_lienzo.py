from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generador.graficas.lienzo import ESCALA, TINTA, Lienzo, ancho_de, renglones

TEXTOS = st.text(st.sampled_from("aáñ W.,1 "), max_size=80)


def abrir(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("L")


@settings(derandomize=True, deadline=None)
@given(TEXTOS, st.floats(12, 200))
def test_ningun_renglon_se_pasa_y_no_se_pierde_nada(texto: str, ancho: float) -> None:
    partes = renglones(texto, ancho, 8)
    assert "".join("".join(partes).split()) == "".join(texto.split())
    assert all(ancho_de(parte, 8) <= ancho or len(parte) == 1 for parte in partes)


def test_la_negrilla_ocupa_mas() -> None:
    assert ancho_de("Presentación", 9, negrita=True) > ancho_de("Presentación", 9)


def test_el_png_es_de_300_puntos_por_pulgada_y_siempre_el_mismo() -> None:
    def dibujo() -> bytes:
        lienzo = Lienzo(72, 36)
        lienzo.recuadro((2, 2, 70, 34), "#E7ECF3", redondez=3)
        lienzo.texto((10, 10), ["Uno"], 9, negrita=True)
        return lienzo.png()

    imagen = Image.open(io.BytesIO(dibujo()))
    assert imagen.size == (300, 150)
    assert [round(v) for v in imagen.info["dpi"]] == [300, 300]
    assert dibujo() == dibujo()


@pytest.mark.parametrize(
    ("hasta", "ala"),
    [((60, 20), (56, 18.5)), ((4, 20), (8, 21.5)), ((30, 36), (31.5, 32)), ((30, 4), (28.5, 8))],
    ids=["derecha", "izquierda", "abajo", "arriba"],
)
def test_la_punta_de_la_flecha_mira_a_donde_va(
    hasta: tuple[float, float], ala: tuple[float, float]
) -> None:
    lienzo = Lienzo(64, 40)
    lienzo.flecha((30, 20), hasta)
    imagen = abrir(lienzo.png())
    oscuro = imagen.getpixel((int(ala[0] * ESCALA), int(ala[1] * ESCALA)))
    assert isinstance(oscuro, int)
    assert oscuro < 128, f"la punta ({TINTA}) no está donde debe"
