from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import ValidationError

from generador.modelo.esquema import esquema
from generador.modelo.flujograma import Rama
from generador.modelo.llamados import LLAMADO
from generador.modelo.memoria import CasoMemoria, Firma, Memoria
from generador.modelo.memoria_2026 import Contenido2026
from generador.modelo.memoria_secciones import Contenido2020, Seccion

FIRMA: dict[str, Any] = {
    "nombre": "Fulana Ejemplo",
    "cargo": "Jefe",
    "papel": "jefe de la oficina jurídica",
}


@pytest.mark.parametrize("regimen", ["2020", "2026"])
def test_el_regimen_se_escribe(regimen: str) -> None:
    memoria = Memoria.model_validate({"regimen": regimen, "firmas": [FIRMA]})
    assert memoria.regimen == regimen
    assert memoria.formato_fecha == "dd/mm/aaaa"


@pytest.mark.parametrize("cambio", [{"regimen": "2021"}, {"regimen": ""}, {"firmas": []}])
def test_sin_regimen_conocido_o_sin_firmas_no_hay_memoria(cambio: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Memoria.model_validate({"regimen": "2020", "firmas": [FIRMA], **cambio})


def test_quien_no_dice_otra_cosa_firma_como_titular() -> None:
    assert Firma.model_validate(FIRMA).calidad == "titular"


def test_el_regimen_2026_tiene_dieciseis_contenidos_numerados() -> None:
    descripciones = [
        str(campo.description)
        for campo in Contenido2026.model_fields.values()
        if isinstance(campo.annotation, type) and issubclass(campo.annotation, Seccion)
    ]
    assert [d.partition(".")[0] for d in descripciones] == [str(n) for n in range(1, 17)]


def test_el_regimen_2020_va_del_uno_al_siete() -> None:
    descripciones = [str(campo.description) for campo in Contenido2020.model_fields.values()]
    numeros = [hallado[0] for d in descripciones if (hallado := re.match(r"[\d.]+(?=\. )", d))]
    assert numeros == ["1", "2", "3.1", "3.2", "3.3", "3.4", "3.5", "4", "5", "6", "7"]


def test_el_editor_acepta_el_regimen_como_numero() -> None:
    regimen = esquema(CasoMemoria, "memoria")["definitions"]["Memoria"]["properties"]["regimen"]
    assert regimen["type"] == ["string", "integer"]


def test_una_rama_sigue_si_no_dice_otra_cosa() -> None:
    rama = Rama.model_validate({"texto": "Cumple"})
    assert (rama.lleva_a, rama.termina) == (None, False)


@pytest.mark.parametrize(
    ("texto", "hallado"),
    [
        ("[[flujograma: uno]]", ("flujograma", "uno")),
        ("[[ matriz :  dos palabras ]]", ("matriz", "dos palabras")),
        ("[[puntaje: uno]]", ("puntaje", "uno")),
        ("[[figura: uno]]", None),
        ("[[matriz:]]", None),
    ],
)
def test_como_se_llama_algo_desde_el_texto(texto: str, hallado: tuple[str, str] | None) -> None:
    encontrado = re.fullmatch(LLAMADO, texto)
    assert (encontrado.groups() if encontrado else None) == hallado
