"""Los ejemplos del README se ejecutan: lo que dice es lo que sale."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import EJEMPLO, RAIZ, Minuta

README = (RAIZ / "README.md").read_text(encoding="utf-8")
CONSOLA = re.search(r"```console\n(.*?)```", README, re.DOTALL)
assert CONSOLA is not None
ORDENES = re.findall(r"^\$ minuta (.*)\n((?:(?!\$ ).*\n)*)", CONSOLA[1], re.MULTILINE)


@pytest.mark.parametrize(("orden", "salida"), ORDENES)
def test_las_ordenes_de_la_consola_dan_lo_que_dicen(
    minuta: Minuta, orden: str, salida: str
) -> None:
    assert minuta(*shlex.split(orden)).stdout == salida


def test_la_tabla_nombra_las_ordenes_que_hay(minuta: Minuta) -> None:
    tabla = set(re.findall(r"^\| `minuta (\w+)", README, re.MULTILINE))
    ayuda = set(re.findall(r"^  (\w+) ", minuta("--help").stdout, re.MULTILINE))
    assert tabla == ayuda


def test_el_fragmento_del_caso_esta_en_el_ejemplo() -> None:
    fragmento = re.search(r"```yaml\n(.*?)```", README, re.DOTALL)
    assert fragmento is not None
    lineas = EJEMPLO.read_text(encoding="utf-8").splitlines()
    for linea in fragmento[1].splitlines():
        assert linea in lineas


def test_los_enlaces_del_readme_existen() -> None:
    for destino in re.findall(r"\]\(([^)#]+)\)", README):
        assert (RAIZ / destino).exists(), destino


@pytest.mark.parametrize(
    "archivo",
    ["README.md", "CHANGELOG.md", "docs/terminal.md", "docs/rendimiento.md", "docs/windows.md"],
)
def test_los_documentos_no_nombran_esta_maquina(archivo: str) -> None:
    texto = Path(RAIZ / archivo).read_text(encoding="utf-8")
    assert not re.search(r"/(home|root|tmp|work)/", texto)
