from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generador.copias.constancia import Constancia, cerrar, leer
from generador.huella import Huella, sha256


def constancia(destinatario: str) -> Constancia:
    return Constancia(
        original=Huella("ab" * 32, 9), destinatario=destinatario, numero=1, total=2, acto="Acto"
    )


@pytest.mark.parametrize("destinatario", ["Archivo", "Señor (jefe) \\ >> /Huella", "日本 🏛", ""])
def test_ida_y_vuelta(destinatario: str) -> None:
    leida = leer(cerrar(b"antes\n" + constancia(destinatario).como_objeto() + b"\ndespues"))
    assert leida is not None
    assert leida.constancia == constancia(destinatario)
    assert leida.coherente


def test_sin_constancia() -> None:
    assert leer(b"%PDF-1.7 nada") is None
    with pytest.raises(ValueError, match="no tiene constancia"):
        cerrar(b"%PDF-1.7 nada")


@pytest.mark.skipif(
    not (shutil.which("sha256sum") and shutil.which("sed")), reason="faltan órdenes"
)
def test_un_tercero_la_comprueba_sin_minuta(
    breve: bytes, copias: list[bytes], tmp_path: Path
) -> None:
    (tmp_path / "copia.pdf").write_bytes(copias[0])

    def orden(texto: str) -> str:
        hecha = subprocess.run(
            ["sh", "-c", texto], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        return hecha.stdout

    assert orden(f"head -c {len(breve)} copia.pdf | sha256sum").split()[0] == sha256(breve)
    huella = re.findall(r"[0-9a-f]{64}", orden("grep -a '^/Huella' copia.pdf"))[0]
    ceros = "0" * 64
    suma = orden(f"LC_ALL=C sed 's/({huella})/({ceros})/' copia.pdf | sha256sum")
    assert suma.split()[0] == huella
