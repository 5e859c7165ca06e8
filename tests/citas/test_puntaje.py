"""El lector frente a textos anotados a mano: los propios y, si están, los de referencia."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generador.citas.localizador import NIVELES

from .puntaje import Puntaje, cargar, puntuar

CORPUS = Path(__file__).parent / "corpus"
CAMPOS = {"seed", "line", "start", "end", "text", "norm", "articles", "partes", "modo"}
MARCAS = {"transcrita", "titulo", "mencion", "dudosa"}


def total(carpeta: Path, solo: str | None) -> Puntaje:
    """El puntaje de todos los textos de la carpeta; imprime lo que falló."""
    suma = Puntaje()
    for archivo, anotadas in sorted(cargar(carpeta).items()):
        texto = (carpeta / archivo).read_text(encoding="utf-8")
        suma.sumar(puntuar(texto, anotadas, solo=solo))
    print(*suma.faltan, *suma.sobran, sep="\n")
    return suma


@pytest.mark.parametrize(("solo", "meta"), [("plena", 0.95), (None, 0.90)])
def test_corpus_propio(solo: str | None, meta: float) -> None:
    puntaje = total(CORPUS, solo)
    assert puntaje.anotadas > 100
    assert puntaje.cobertura >= meta
    assert puntaje.precision >= meta


@pytest.mark.parametrize(("solo", "meta"), [("plena", 0.97), (None, 0.90)])
def test_documentos_de_referencia(solo: str | None, meta: float) -> None:
    carpeta = os.environ.get("MINUTA_REFERENCIAS")
    if not carpeta:
        pytest.skip("MINUTA_REFERENCIAS no dice dónde están los documentos de referencia")
    puntaje = total(Path(carpeta), solo)
    assert puntaje.anotadas > 100
    assert puntaje.cobertura >= meta
    assert puntaje.precision >= meta


def test_las_anotaciones_estan_bien_puestas() -> None:
    for archivo, anotadas in cargar(CORPUS).items():
        texto = (CORPUS / archivo).read_text(encoding="utf-8")
        for anotada in anotadas:
            inicio, fin = anotada["start"], anotada["end"]
            assert texto[inicio:fin] == anotada["text"]
            assert anotada["line"] == texto.count("\n", 0, inicio) + 1
            assert set(anotada) <= CAMPOS | MARCAS
            assert set(anotada.get("partes", ())) <= set(NIVELES)


# --- el puntuador -------------------------------------------------------------------------------

TEXTO = "los artículos 1 y 2 de la Ley 80 de 1993 y la Ley 1150 de 2007"
ANOTADAS = [
    {"start": 4, "end": 40, "text": "…", "norm": "Ley 80 de 1993", "articles": ["1", "2"],
     "modo": "plena", "line": 1},
    {"start": 46, "end": 62, "text": "…", "norm": "Ley 1150 de 2007", "articles": [],
     "modo": "plena", "line": 1},
]  # fmt: skip


def test_puntaje_perfecto() -> None:
    puntaje = puntuar(TEXTO, ANOTADAS)
    assert (puntaje.recobradas, puntaje.anotadas, puntaje.acertadas) == (2, 2, 2)
    assert (puntaje.faltan, puntaje.sobran) == ([], [])


@pytest.mark.parametrize(
    ("cambio", "cobertura", "precision"),
    [
        ({"norm": "Ley 81 de 1993"}, 0.5, 0.5),
        ({"articles": ["1"]}, 0.5, 0.5),
        ({"start": 0, "end": 3}, 0.5, 0.5),
        ({"norm": "Ley 81 de 1993", "dudosa": True}, 1.0, 1.0),
        ({"norm": "Ley 81 de 1993", "mencion": True}, 1.0, 0.5),
    ],
)
def test_lo_mal_anotado_baja_el_puntaje(
    cambio: dict[str, object], cobertura: float, precision: float
) -> None:
    puntaje = puntuar(TEXTO, [{**ANOTADAS[0], **cambio}, ANOTADAS[1]])
    assert (puntaje.cobertura, puntaje.precision) == (cobertura, precision)
    assert bool(puntaje.faltan) == (cobertura < 1)
    assert bool(puntaje.sobran) == (precision < 1)


def test_lo_que_nadie_anoto_sobra() -> None:
    puntaje = puntuar(TEXTO, [])
    assert (puntaje.cobertura, puntaje.precision) == (1.0, 0.0)
