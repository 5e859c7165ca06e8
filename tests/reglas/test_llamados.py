"""Que cada llamado exista, vaya solo en su párrafo y salga una vez."""

from __future__ import annotations

import pytest

from generador.caso.arbol import Escalar, TextoCrudo
from generador.caso.lectura import leer_bytes
from generador.reglas.llamados import Codigos, Escritos, revisar_llamados

CODIGOS = Codigos("NO", "MAL")
PUNTAJES = Escritos("puntaje", "puntajes", frozenset({"uno"}))


def codigos(texto: str) -> list[str]:
    return [h.codigo for h in revisar_llamados([("t", texto)], [PUNTAJES], CODIGOS)]


@pytest.mark.parametrize(
    "texto",
    [
        "[[puntaje: uno]]",
        "\n\n[[ puntaje : uno ]]  \n",
        "Antes.\n\n[[puntaje: uno]]\n \t\nDespués.",
        "Antes.\r\n\r\n[[puntaje: uno]]\r\n\r\nDespués.",
        "[[puntaje: uno]]\n\n    Después.",
    ],
)
def test_va_solo_en_su_parrafo(texto: str) -> None:
    assert codigos(texto) == []


@pytest.mark.parametrize(
    "texto",
    [
        "Antes.\n[[puntaje: uno]]",
        "[[puntaje: uno]]\nDespués.",
        "[[puntaje: uno]] y más.",
        "> [[puntaje: uno]]",
        "- Lista:\n\n  [[puntaje: uno]]",
    ],
)
def test_no_va_solo(texto: str) -> None:
    assert codigos(texto) == ["MAL"]


@pytest.mark.parametrize("texto", ["[[puntaje: dos]]", "[[matriz: uno]]"])
def test_no_existe(texto: str) -> None:
    assert codigos(texto) == ["NO", "MAL"]


def test_se_dice_el_renglon() -> None:
    raiz = leer_bytes(b"texto: |\n  Uno.\n\n  [[puntaje: dos]]\n", "c.yaml")
    escalar = raiz.campos["texto"]
    assert isinstance(escalar, Escalar)
    texto = TextoCrudo(escalar.texto)
    texto.escalar = escalar
    primero, _ = revisar_llamados([("texto", texto)], [PUNTAJES], CODIGOS)
    assert (primero.linea, primero.columna, primero.ruta) == (4, 3, "texto")
