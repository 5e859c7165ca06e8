"""Las letras y las cifras de un número: lo que discuerda, y lo que no se puede comparar."""

from __future__ import annotations

import pytest

from generador.hallazgos import Gravedad
from generador.modelo.comunes import Modelo
from generador.reglas.letras_y_cifras import discordias
from generador.reglas.textos import revisar_montos

VEINTE = "VEINTE MILLONES DE PESOS"


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        (f"{VEINTE} ($2.000.000)", [("$20.000.000", "$2.000.000")]),
        (f"{VEINTE} ($20'000.000)", []),
        (f"{VEINTE} ($ 20.000.000,oo)", []),
        (f"{VEINTE} ($20.000.000.00)", []),
        (f"{VEINTE} (COP 30.000.000)", [("$20.000.000", "$30.000.000")]),
        (f"{VEINTE} COLOMBIANOS (COP$ 30.000.000)", [("$20.000.000", "$30.000.000")]),
        (f"{VEINTE} [$30.000.000]", [("$20.000.000", "$30.000.000")]),
        (f"**{VEINTE}** ($30.000.000)", [("$20.000.000", "$30.000.000")]),
        ("VEINTE MILLONES ($30.000.000) DE PESOS", [("$20.000.000", "$30.000.000")]),
        ("VEINTE MILLONES ($20.000.000) DE PESOS", []),
        ("según la ley ($20.000.000)", []),
        ("$20.000.000 (TREINTA MILLONES DE PESOS)", [("$30.000.000", "$20.000.000")]),
        (f"$20.000.000 ({VEINTE} M/CTE)", []),
        ("$20.000.000 (que son muchos pesos)", []),
        ("VEINTIUN MILLONES DE PESOS ($22.000.000)", [("$21.000.000", "$22.000.000")]),
        ("UN BILLON DE PESOS ($1.000.000.000.000)", []),
        ("CIEN PESOS CON CINCUENTA CENTAVOS ($100,05)", [("$100,50", "$100,05")]),
        ("veinte (30) días", [("20", "30")]),
        ("**veinte** (**30**) días", [("20", "30")]),
        ("veintiún (21) días", []),
        ("quince por ciento (51 %)", [("15", "51")]),
        ("quince por ciento (15%)", []),
        ("dos mil veinte (2.021) metros", [("2020", "2021")]),
        ("treinta y dos (32) meses", []),
        ("los numerales cinco y seis (7)", []),
        ("el año (2020)", []),
        ("según la nota (3)", []),
        ("son tres (1) la carta y (2) el anexo", []),
        ("tres (1) días", [("3", "1")]),
    ],
)
def test_lo_que_no_concuerda(texto: str, esperado: list[tuple[str, str]]) -> None:
    assert [(d.letras, d.cifra) for d in discordias(texto)] == esperado


def test_un_monto_es_un_error_y_un_plazo_un_aviso() -> None:
    class Uno(Modelo):
        """Uno."""

        texto: str

    caso = Uno.model_construct(texto=f"{VEINTE} ($1), en veinte (30) días")
    monto, plazo = revisar_montos(caso, "", "X")
    assert (monto.gravedad, plazo.gravedad) == (Gravedad.ERROR, Gravedad.AVISO)
    assert "{dato: nombre}" in monto.remedio
