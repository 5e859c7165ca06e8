"""Lo que está mal en los puntajes de un caso, y dónde."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

import pytest
from pydantic import ValidationError

from generador.caso.arbol import partes_de
from generador.hallazgos import Gravedad
from generador.modelo.falta import Falta
from generador.modelo.puntaje import Puntaje
from generador.reglas.puntaje import revisar
from generador.reglas.puntaje.reparto import calcular

DATOS: dict[str, Any] = {
    "nombre": "bienes",
    "titulo": "Puntaje de los bienes",
    "maximo": "20",
    "decimales": "2",
    "bienes": [
        {"nombre": "Acero", "participacion": "34,5"},
        {"nombre": "Cemento", "participacion": "12,25"},
        {"nombre": "Vidrio", "participacion": "7,8 %"},
    ],
    "proponentes": [
        {"nombre": "Proponente A", "ofrece": ["Vidrio", "Acero"]},
        {"nombre": "Proponente B"},
    ],
}
TEXTO = "Antes.\n\n[[puntaje: bienes]]\n\nDespués."


def puntaje(cambios: Mapping[str, Any] | None = None) -> Puntaje:
    datos = copy.deepcopy(DATOS)
    for ruta, valor in (cambios or {}).items():
        *padre, ultima = partes_de(ruta)
        lugar: Any = datos
        for parte in padre:
            lugar = lugar[parte]
        lugar[ultima] = valor
    return Puntaje.model_validate(datos)


def hallados(*puntajes: Puntaje, texto: str = TEXTO) -> list[tuple[str, str]]:
    return [(h.codigo, h.ruta) for h in revisar(puntajes, [("peticion", texto)])]


def test_el_que_esta_bien_no_tiene_hallazgos() -> None:
    assert hallados(puntaje()) == []
    assert hallados(texto="Sin puntajes.") == []


@pytest.mark.parametrize(
    ("codigo", "ruta", "cambios"),
    [
        ("PUN001", "bienes", {f"bienes[{i}].participacion": "0" for i in (1, 2, 3)}),
        ("PUN002", "maximo", {"maximo": "20,125"}),
        ("PUN002", "maximo", {"maximo": "0,5", "decimales": "0"}),
        ("PUN003", "bienes[2].nombre", {"bienes[2].nombre": "ACERO"}),
        ("PUN003", "bienes[1].nombre", {"bienes[1].nombre": "Total", "proponentes": []}),
        ("PUN004", "proponentes[2].nombre", {"proponentes[2].nombre": "proponente A"}),
        ("PUN004", "proponentes[1].nombre", {"proponentes[1].nombre": "Cemento"}),
        ("PUN004", "proponentes[1].nombre", {"proponentes[1].nombre": "Total"}),
        ("PUN005", "proponentes[1].ofrece[1]", {"proponentes[1].ofrece": ["Vidro"]}),
        ("PUN006", "proponentes[1].ofrece[2]", {"proponentes[1].ofrece": ["Acero", "Acero"]}),
        ("PUN010", "bienes", {"bienes[1].participacion": "99,9"}),
    ],
)
def test_lo_que_esta_mal_se_dice_en_su_campo(
    codigo: str, ruta: str, cambios: Mapping[str, Any]
) -> None:
    assert hallados(puntaje(cambios)) == [(codigo, f"puntajes[1].{ruta}")]


def test_dos_puntajes_no_se_llaman_igual() -> None:
    assert ("PUN007", "puntajes[2].nombre") in hallados(puntaje(), puntaje())


def test_el_bien_mal_escrito_se_sugiere() -> None:
    (hallazgo,) = revisar([puntaje({"proponentes[1].ofrece": ["vidrio"]})], [("t", TEXTO)])
    assert hallazgo.remedio.startswith("¿Quiso decir «Vidrio»?")


def test_que_pasen_de_cien_es_solo_un_aviso() -> None:
    (hallazgo,) = revisar([puntaje({"bienes[1].participacion": "99,9"})], [("t", TEXTO)])
    assert (hallazgo.gravedad, "119,95%" in hallazgo.mensaje) == (Gravedad.AVISO, True)


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("Nada.", [("PUN009", "puntajes")]),
        ("[[puntaje: bines]]", [("PUN008", "peticion"), ("PUN009", "puntajes")]),
        (f"{TEXTO}\n\n[[puntaje: bienes]]", [("PUN009", "puntajes")]),
        ("En [[puntaje: bienes]].", [("PUN009", "peticion")]),
        (f"{TEXTO}\n\n[[matriz: x]]", [("PUN008", "peticion")]),
    ],
)
def test_el_texto_llama_cada_puntaje_una_vez(texto: str, esperado: list[tuple[str, str]]) -> None:
    assert hallados(puntaje(), texto=texto) == esperado


@pytest.mark.parametrize("campo", ["nombre", "maximo", "decimales", "bienes"])
def test_lo_que_falta_en_un_borrador_se_dice_y_no_tumba_lo_demas(campo: str) -> None:
    ruta = f"puntajes[1].{campo}"
    incompleto = puntaje({"proponentes[2].ofrece": ["Vidro"]}).model_copy(
        update={campo: Falta(ruta)}
    )
    encontrados = hallados(incompleto)
    assert ("PUN098", ruta) in encontrados
    assert (("PUN005", "puntajes[1].proponentes[2].ofrece[1]") in encontrados) is (
        campo != "bienes"
    )


@pytest.mark.parametrize(
    ("cambios", "frase"),
    [
        ({"bienes[1].participacion": "-3"}, "no se puede leer"),
        ({"bienes[1].participacion": "101"}, "pasa de 100"),
        ({"maximo": "1.000"}, "no es un puntaje"),
        ({"decimales": "-1"}, "no sirve"),
        ({"bienes": []}, "at least 1"),
    ],
)
def test_lo_que_no_se_puede_leer(cambios: Mapping[str, Any], frase: str) -> None:
    with pytest.raises(ValidationError, match=frase):
        puntaje(cambios)


def test_el_proponente_suma_los_puntos_de_lo_que_ofrecio() -> None:
    calculado = calcular(puntaje())
    assert list(map(str, calculado.bienes.puntos)) == ["12.65", "4.49", "2.86"]
    assert list(map(str, calculado.proponentes)) == ["15.51", "0.00"]


def test_lo_ofrecido_dos_veces_cuenta_una() -> None:
    calculado = calcular(puntaje({"proponentes[1].ofrece": ["Acero", "Acero", "Otro"]}))
    assert str(calculado.proponentes[0]) == "12.65"
