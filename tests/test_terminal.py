"""La terminal: ayuda y errores en español, progreso que no estorba, códigos de salida."""

from __future__ import annotations

import io
import logging
import sys
import time

import pytest

from generador import terminal
from tests.conftest import Minuta


class Consola(io.StringIO):
    """Una salida que dice ser una terminal, o no."""

    def __init__(self, *, es_terminal: bool) -> None:
        super().__init__()
        self._es_terminal = es_terminal

    def isatty(self) -> bool:
        return self._es_terminal


@pytest.mark.parametrize(
    ("orden", "codigo", "frase"),
    [
        (["letra"], 2, "No existe la orden «letra». ¿Será «letras»?"),
        (["plazo", "2024-01-01"], 2, "Falta el argumento N."),
        (["plazo", "2024-01-01", "3", "--mese"], 2, "No existe la opción «--mese»."),
        (["plazo", "2024-01-01", "3", "4"], 2, "Sobra: 4."),
        (["plazo", "2024-01-01", "3", "--meses", "--calendario"], 2, "no van juntas"),
        (["plazo", "2024-02-30", "3"], 2, "no existe"),
        (["generar", "x.yaml"], 2, "Falta la opción -o"),
        (["generar", "x.yaml", "-o", "y", "--pdf", "otro"], 2, "no admite «otro»"),
        (["copias", "x.pdf", "--caso", "nada.yaml"], 1, "El archivo no existe"),
        (["esquema", "suscripcion"], 2, "¿Quiso decir «suscripcion-plan»?"),
        (["validar", "nada.yaml"], 1, "El archivo no existe"),
        (["verificar", "nada.pdf"], 1, "no existe"),
        (["letras", "-5"], 1, "negativo"),
    ],
)
def test_una_orden_mal_escrita_se_explica_en_espanol(
    minuta: Minuta, orden: list[str], codigo: int, frase: str
) -> None:
    resultado = minuta(*orden)
    assert resultado.returncode == codigo
    assert frase in resultado.stderr + resultado.stdout
    for ingles in ("Usage", "Error:", "Missing", "Traceback"):
        assert ingles not in resultado.stderr


def test_la_ayuda_esta_en_espanol(minuta: Minuta) -> None:
    for orden in ([], ["generar"], ["plazo"]):
        ayuda = minuta(*orden, "--help").stdout
        assert ayuda.startswith("Uso: minuta")
        for ingles in ("Options", "Arguments", "Show this", "Commands"):
            assert ingles not in ayuda


def test_letras_lee_la_entrada_con_marca_de_bytes_y_basura(minuta: Minuta) -> None:
    resultado = minuta("letras", "-", entrada="\ufeff1.000\nmás o menos\n21\n")
    assert resultado.returncode == 1
    assert resultado.stdout.splitlines() == [
        "MIL PESOS MONEDA LEGAL ($1.000)",
        "",
        "VEINTIÚN PESOS MONEDA LEGAL ($21)",
    ]


@pytest.mark.parametrize(
    ("es_terminal", "tarda", "se_dice"),
    [(True, True, True), (True, False, False), (False, True, False)],
)
def test_solo_se_cuenta_el_paso_que_se_hace_esperar(
    monkeypatch: pytest.MonkeyPatch, *, es_terminal: bool, tarda: bool, se_dice: bool
) -> None:
    consola = Consola(es_terminal=es_terminal)
    monkeypatch.setattr(sys, "stderr", consola)
    monkeypatch.setattr(terminal._Progreso, "ESPERA", 0.05)
    with terminal.pasos(detalle=False):
        logging.getLogger("minuta").info("6. convertir")
        time.sleep(0.3 if tarda else 0)
    assert ("6. convertir" in consola.getvalue()) is se_dice
