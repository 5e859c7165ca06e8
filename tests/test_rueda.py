"""Lo que se instala: la rueda trae todo lo que hace falta y funciona lejos del checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from site import getsitepackages

import pytest

from tests.conftest import EJEMPLO, RAIZ

Instalada = Callable[..., "subprocess.CompletedProcess[str]"]
ENTRADA = "import sys, cli; sys.argv[0] = 'minuta'; cli.principal()"


@pytest.fixture(scope="module")
def rueda(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """La rueda, hecha como la haría quien publica y sin salir a la red."""
    salida = tmp_path_factory.mktemp("rueda")
    fuente = tmp_path_factory.mktemp("fuente") / "minuta"
    # De una copia: así la construcción no deja nada en el checkout ni arrastra lo que sobra en él.
    ignorar = shutil.ignore_patterns(
        ".venv", ".git", "__pycache__", ".hypothesis", ".*_cache", "salida", ".coverage"
    )
    shutil.copytree(RAIZ, fuente, ignore=ignorar)
    (fuente / "salida").mkdir()
    (fuente / "salida" / "acto.pdf").write_bytes(b"de otro caso")
    opciones = ["--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]
    hecho = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", *opciones, "--wheel-dir", str(salida), str(fuente)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert hecho.returncode == 0, hecho.stderr
    (archivo,) = salida.glob("*.whl")
    return archivo


@pytest.fixture(scope="module")
def nombres(rueda: Path) -> set[str]:
    with zipfile.ZipFile(rueda) as zip_:
        return set(zip_.namelist())


@pytest.fixture(scope="module")
def minuta_instalada(rueda: Path, tmp_path_factory: pytest.TempPathFactory) -> Instalada:
    """`minuta` desde la rueda: sin `site`, la instalación editable del checkout no la opaca."""
    raiz = tmp_path_factory.mktemp("instalada")
    with zipfile.ZipFile(rueda) as zip_:
        zip_.extractall(raiz)
    rutas = os.pathsep.join([str(raiz), *getsitepackages()])

    def ejecutar(*argumentos: str | Path, en: Path) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-S", "-c", ENTRADA, *map(str, argumentos)],
            cwd=en,
            env={**os.environ, "PYTHONPATH": rutas, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return ejecutar


def test_no_corre_el_codigo_del_checkout(minuta_instalada: Instalada, tmp_path: Path) -> None:
    resultado = minuta_instalada("--version", en=tmp_path)
    assert resultado.returncode == 0, resultado.stderr
    # No basta `import generador`: la instalación editable deja ahí una carpeta con los recursos.
    rutas = subprocess.run(
        [sys.executable, "-S", "-c", "import generador.expedir"],
        cwd=tmp_path,
        env={"PYTHONPATH": os.pathsep.join(getsitepackages())},
        capture_output=True,
        text=True,
        check=False,
    )
    # Sin la rueda, `-S` no encuentra Minuta: lo que corre en las otras pruebas es la rueda.
    assert "ModuleNotFoundError" in rutas.stderr


@pytest.mark.parametrize("carpeta", ["generador", "plantillas", "datos_ejemplo"])
def test_trae_todo_lo_que_hay_en_el_checkout(nombres: set[str], carpeta: str) -> None:
    dentro = "generador" if carpeta == "generador" else f"generador/_{carpeta}"
    esperados = {
        f"{dentro}/{a.relative_to(RAIZ / carpeta).as_posix()}"
        for a in (RAIZ / carpeta).rglob("*")
        if a.is_file() and "__pycache__" not in a.parts
    }
    assert esperados
    assert esperados <= nombres


@pytest.mark.parametrize(
    "clase", [".docx", ".toml", ".csv", ".ttf", ".icc", ".yaml", "LICENCIA-OFL.txt", "/LICENSE"]
)
def test_trae_cada_clase_de_recurso(nombres: set[str], clase: str) -> None:
    assert any(n.endswith(clase) for n in nombres)


def test_no_trae_pruebas_ni_salidas(nombres: set[str]) -> None:
    raices = {n.split("/")[0] for n in nombres}
    assert {r for r in raices if not r.endswith(".dist-info")} == {"generador", "cli.py"}
    assert not [n for n in nombres if "test" in n or "salida" in n.split("/") or n.endswith(".pyc")]


def test_declara_la_orden_minuta(rueda: Path) -> None:
    with zipfile.ZipFile(rueda) as zip_:
        (puntos,) = (n for n in zip_.namelist() if n.endswith("entry_points.txt"))
        assert "minuta = cli:principal" in zip_.read(puntos).decode()


def test_letras(minuta_instalada: Instalada, tmp_path: Path) -> None:
    resultado = minuta_instalada("letras", "1.549.862,50", en=tmp_path)
    assert resultado.returncode == 0, resultado.stderr
    assert resultado.stdout.endswith("($1.549.862,50)\n")


def test_validar_y_generar_un_caso_propio(minuta_instalada: Instalada, tmp_path: Path) -> None:
    shutil.copy(EJEMPLO, tmp_path / "mi caso.yaml")
    assert minuta_instalada("validar", "mi caso.yaml", en=tmp_path).returncode == 0
    resultado = minuta_instalada(
        "generar", "mi caso.yaml", "-o", "salida", "--pdf", "embebido", en=tmp_path
    )
    assert resultado.returncode == 0, resultado.stderr
    carpeta = tmp_path / "salida" / "mi caso"
    assert len(list(carpeta.glob("copias/*.pdf"))) == 4
    assert minuta_instalada("verificar", carpeta, en=tmp_path).returncode == 0


def test_demo(minuta_instalada: Instalada, tmp_path: Path) -> None:
    # Solo en Word: el PDF y las copias ya se probaron arriba, y hay ejemplos de doscientos oficios.
    resultado = minuta_instalada("demo", "-o", "demo", "--pdf", "no", en=tmp_path)
    assert resultado.returncode == 0, resultado.stderr
    ejemplos = {a.stem for a in (RAIZ / "datos_ejemplo").glob("*.yaml")}
    assert {c.name for c in (tmp_path / "demo").iterdir()} == ejemplos
    assert sorted(p.name for p in tmp_path.iterdir()) == ["demo"]
