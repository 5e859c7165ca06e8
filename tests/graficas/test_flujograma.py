from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image

from generador.graficas.flujograma import ALTO_MAXIMO, ANCHO, descripcion, dibujar, termina
from generador.graficas.lienzo import ESCALA
from generador.modelo.falta import Falta
from generador.modelo.flujograma import Flujograma, Rama

FLUJO = {"nombre": "x", "titulo": "El trámite"}


def flujograma(*pasos: dict[str, Any]) -> Flujograma:
    numerados = [{"numero": str(i), "titulo": "Un paso", **p} for i, p in enumerate(pasos, 1)]
    return Flujograma.model_validate({**FLUJO, "pasos": numerados})


def tamanos(dibujos: tuple[bytes, ...]) -> list[tuple[int, int]]:
    return [Image.open(io.BytesIO(png)).size for png in dibujos]


def tinta(png: bytes) -> int:
    """Cuántos pixeles no son blancos a la derecha de los recuadros."""
    imagen = Image.open(io.BytesIO(png)).convert("L")
    derecha = imagen.crop((int((ANCHO - 15) * ESCALA), 0, *imagen.size))
    return sum(1 for valor in derecha.tobytes() if valor < 200)


def test_cabe_en_el_ancho_de_la_pagina_y_en_su_alto() -> None:
    ((ancho, alto),) = tamanos(dibujar(flujograma({}, {"texto": "palabra " * 60}, {})))
    assert ancho == round(ANCHO * ESCALA)
    assert alto <= ALTO_MAXIMO * ESCALA


def test_lo_que_no_cabe_en_una_pagina_sigue_en_otra_figura() -> None:
    largos = tamanos(dibujar(flujograma(*[{"texto": "palabra " * 90}] * 12)))
    assert len(largos) > 1
    assert all(alto <= ALTO_MAXIMO * ESCALA for _, alto in largos)


def test_mas_texto_y_mas_ramas_ocupan_mas() -> None:
    (_, corto), (_, largo), (_, ramificado) = (
        tamanos(dibujar(flujograma(paso, {})))[0]
        for paso in ({}, {"texto": "a " * 200}, {"ramas": [{"texto": "una"}, {"texto": "otra"}]})
    )
    assert corto < largo
    assert corto < ramificado


def test_la_rama_que_lleva_a_otro_paso_se_traza_hasta_el() -> None:
    (salta,) = dibujar(flujograma({}, {"ramas": [{"texto": "vuelve", "lleva_a": "1"}]}))
    (pierde,) = dibujar(flujograma({}, {"ramas": [{"texto": "vuelve", "lleva_a": "9"}]}))
    assert tinta(salta) > 0
    assert tinta(pierde) == 0


def test_un_paso_en_que_todo_termina_no_sigue_al_siguiente() -> None:
    ramas = [{"texto": "una"}, {"texto": "dos"}]
    (sigue,) = dibujar(flujograma({"ramas": ramas}, {}))
    fin = [{**rama, "termina": "sí"} for rama in ramas]
    (acaba,) = dibujar(flujograma({"ramas": fin}, {}))
    recorte = (0, 0, int(25 * ESCALA), 10_000)
    columnas = [Image.open(io.BytesIO(p)).convert("L").crop(recorte) for p in (sigue, acaba)]
    oscuros = [sum(1 for v in columna.tobytes() if v < 100) for columna in columnas]
    assert oscuros[0] > oscuros[1]


def test_dos_veces_da_los_mismos_bytes() -> None:
    pasos: tuple[dict[str, Any], ...] = ({"ramas": [{"texto": "vuelve", "lleva_a": "1"}]}, {})
    assert dibujar(flujograma(*pasos)) == dibujar(flujograma(*pasos))


@pytest.mark.parametrize(
    ("rama", "dicho"),
    [
        ({"texto": "Cumple"}, "Cumple"),
        ({"texto": "Cumple", "lleva_a": "5"}, "Cumple (lleva al paso 5)"),
        ({"texto": "No cumple", "termina": "sí"}, "No cumple (termina)"),
    ],
)
def test_la_rama_dice_a_donde_lleva(rama: dict[str, str], dicho: str) -> None:
    assert descripcion(Rama.model_validate(rama)) == dicho


def test_un_borrador_se_dibuja_con_lo_que_le_falta_a_la_vista() -> None:
    falta = Falta("memoria.flujogramas[1].pasos[1]")
    rama = Rama.model_construct(texto=falta, lleva_a=falta, termina=falta)
    assert not termina(rama)
    assert descripcion(rama) == f"{falta} (lleva al paso {falta})"
    borrador = flujograma({}, {})
    paso = borrador.pasos[0].model_copy(update={"numero": falta, "titulo": falta, "ramas": (rama,)})
    assert dibujar(borrador.model_copy(update={"pasos": (paso, borrador.pasos[1])}))
