"""Providencias y obras, largas y cortas."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from generador.citas.norma import Norma, Tipo
from generador.citas.providencia import Obra, Providencia
from generador.errores import DatoInvalido

CONSEJO: dict[str, Any] = {
    "corporacion": "Consejo de Estado",
    "seccion": "Sección Tercera",
    "fecha": date(2007, 12, 3),
    "radicado": "11001-03-26-000-2003-00014-01",
    "expediente": "24.715",
}
CORTE: dict[str, Any] = {"corporacion": "Corte Constitucional", "numero": "c-13", "anio": 2008}


@pytest.mark.parametrize(
    ("datos", "larga"),
    [
        (
            {**CONSEJO, "ponentes": ("Ana Inventada",)},
            "Consejo de Estado. Sección Tercera. Sentencia del 3 de diciembre de 2007. "
            "Rad. 11001-03-26-000-2003-00014-01 (24.715). C.P. Ana Inventada.",
        ),
        (
            {**CONSEJO, "ponentes": ("Ana Inventada", "Irene Supuesta")},
            "Consejo de Estado. Sección Tercera. Sentencia del 3 de diciembre de 2007. "
            "Rad. 11001-03-26-000-2003-00014-01 (24.715). CC.PP. Ana Inventada e Irene Supuesta.",
        ),
        (
            {**CONSEJO, "expediente": None, "clase": Tipo.AUTO},
            "Consejo de Estado. Sección Tercera. Auto del 3 de diciembre de 2007. "
            "Rad. 11001-03-26-000-2003-00014-01.",
        ),
        (
            {**CONSEJO, "radicado": None, "seccion": None, "fecha": None, "anio": 1995},
            "Consejo de Estado. Sentencia de 1995. Exp. 24.715.",
        ),
        (
            {
                "corporacion": "Consejo de Estado",
                "seccion": "Sala de Consulta y Servicio Civil",
                "clase": Tipo.CONCEPTO,
                "numero": "2372",
                "anio": 2018,
            },
            "Consejo de Estado. Sala de Consulta y Servicio Civil. Concepto 2372 de 2018.",
        ),
        (CORTE, "Corte Constitucional. Sentencia C-013 de 2008."),
        (
            {**CORTE, "ponentes": ("Ana Inventada",)},
            "Corte Constitucional. Sentencia C-013 de 2008. M.P. Ana Inventada.",
        ),
        (
            {**CORTE, "ponentes": ("Ana Inventada", "Beto Supuesto", "Caro Ficticia")},
            "Corte Constitucional. Sentencia C-013 de 2008. "
            "MM.PP. Ana Inventada, Beto Supuesto y Caro Ficticia.",
        ),
    ],
)
def test_providencia_larga(datos: dict[str, Any], larga: str) -> None:
    assert Providencia(**datos).larga == larga


def test_providencia_corta_y_norma() -> None:
    consejo, corte = Providencia(**CONSEJO), Providencia(**CORTE)
    assert consejo.corta == "Consejo de Estado, Rad. 11001-03-26-000-2003-00014-01"
    assert corte.corta == "Sentencia C-013 de 2008"
    concepto = Providencia(**{**CONSEJO, "clase": Tipo.CONCEPTO, "numero": "2372"})
    assert concepto.corta == "Concepto 2372 de 2007"
    assert corte.norma == Norma(Tipo.SENTENCIA, "C-013", 2008)
    assert (consejo.norma.anio, consejo.norma.fecha) == (2007, date(2007, 12, 3))


@pytest.mark.parametrize(
    ("cambio", "mensaje"),
    [
        ({"numero": None}, "no tiene número, radicado ni expediente"),
        ({"anio": None}, "no tiene fecha"),
        ({"fecha": date(2009, 1, 1)}, "es del 1° de enero de 2009, y su año dice 2008"),
        ({"clase": Tipo.LEY}, "no puede ser «Ley»"),
    ],
)
def test_providencia_mal_escrita(cambio: dict[str, Any], mensaje: str) -> None:
    with pytest.raises(DatoInvalido, match=mensaje):
        Providencia(**{**CORTE, **cambio})


OBRA: dict[str, Any] = {"apellidos": "Inventado Gómez", "titulo": "Los actos", "anio": 2004}


@pytest.mark.parametrize(
    ("datos", "larga", "corta"),
    [
        (OBRA, "INVENTADO GÓMEZ. Los actos. 2004.", "INVENTADO GÓMEZ, Los actos"),
        (
            {**OBRA, "nombre": "José", "editorial": "Imaginaria", "paginas": "45"},
            "INVENTADO GÓMEZ, José. Los actos. Imaginaria, 2004. p. 45.",
            "INVENTADO GÓMEZ, Los actos, p. 45",
        ),
        (
            {**OBRA, "ciudad": "Bogotá", "editorial": "Imaginaria", "paginas": "45-47"},
            "INVENTADO GÓMEZ. Los actos. Bogotá: Imaginaria, 2004. pp. 45-47.",
            "INVENTADO GÓMEZ, Los actos, pp. 45-47",
        ),
    ],
)
def test_obra(datos: dict[str, Any], larga: str, corta: str) -> None:
    obra = Obra(**datos)
    assert (obra.larga, obra.corta) == (larga, corta)
    assert obra.norma.tipo is Tipo.DOCTRINA
    assert obra.norma.canonica == "Los actos"


@pytest.mark.parametrize("vacio", ["apellidos", "titulo"])
def test_obra_sin_autor_o_titulo(vacio: str) -> None:
    with pytest.raises(DatoInvalido, match="no tiene autor o título"):
        Obra(**{**OBRA, vacio: " "})
