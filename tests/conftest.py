"""Lo que comparten las pruebas: los casos de ejemplo y la orden `minuta`."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

RAIZ = Path(__file__).resolve().parent.parent
EJEMPLO = RAIZ / "datos_ejemplo" / "plan_bienes_2025.yaml"

Minuta = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sin `MINUTA_LARGAS`, las campañas largas no corren: tienen su versión reducida al lado."""
    if os.environ.get("MINUTA_LARGAS"):
        return
    for item in items:
        if item.get_closest_marker("lenta"):
            item.add_marker(pytest.mark.skip(reason="campaña larga: make pruebas-largas"))


@pytest.fixture
def minuta() -> Minuta:
    """Ejecuta `python cli.py …` como lo haría el asesor y devuelve salida y código."""

    def ejecutar(*argumentos: str | Path, entrada: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, RAIZ / "cli.py", *map(str, argumentos)],
            input=entrada,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return ejecutar


@pytest.fixture
def sembrar(tmp_path: Path) -> Callable[..., Path]:
    """Escribe el caso de ejemplo con unos reemplazos, cada uno exactamente una vez."""

    def escribir(*cambios: tuple[str, str], caso: Path = EJEMPLO, nombre: str = "caso") -> Path:
        texto = caso.read_text(encoding="utf-8")
        for antes, despues in cambios:
            assert texto.count(antes) == 1, f"«{antes}» aparece {texto.count(antes)} veces"
            texto = texto.replace(antes, despues)
        archivo = tmp_path / f"{nombre}.yaml"
        archivo.write_text(texto, encoding="utf-8")
        return archivo

    return escribir
