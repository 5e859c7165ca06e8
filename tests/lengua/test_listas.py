"""Enumeraciones en prosa."""

from __future__ import annotations

from typing import Any

import pytest

from generador.errores import DatoInvalido
from generador.lengua.listas import enumerar

from .tablas import leer_tabla


@pytest.mark.parametrize(("entrada", "esperado"), leer_tabla("listas.txt"))
def test_tabla_de_listas(entrada: str, esperado: str) -> None:
    conjuncion, *elementos = entrada.split(" | ")
    assert enumerar(elementos, "o" if conjuncion == "o" else "y") == esperado


def test_acepta_cualquier_iterable() -> None:
    assert enumerar(texto for texto in ("sol", "luna", "isla")) == "sol, luna e isla"


@pytest.mark.parametrize("elementos", [[], [""], ["a", "  "], ["", "b"]])
def test_lo_vacio_no_se_enumera(elementos: list[str]) -> None:
    with pytest.raises(DatoInvalido, match="vacía o trae un elemento en blanco"):
        enumerar(elementos)


def test_un_texto_no_es_una_lista_de_letras() -> None:
    with pytest.raises(DatoInvalido, match="texto suelto"):
        enumerar("abc")


@pytest.mark.parametrize("conjuncion", ["e", "u", "ni", "", None])
def test_otra_conjuncion(conjuncion: Any) -> None:
    with pytest.raises(DatoInvalido, match="no es una conjunción de lista"):
        enumerar(["a", "b"], conjuncion)
