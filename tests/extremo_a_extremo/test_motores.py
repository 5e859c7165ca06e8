"""Los dos motores de PDF, desde la orden: archivable de nacimiento, y claros cuando no pueden."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generador.expedir import expedir
from generador.obra import Pedido
from generador.pdf.conformidad import carencias
from generador.pdf.motores import elegir
from tests.conftest import EJEMPLO, RAIZ, Minuta

con_libreoffice = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice no está instalado"
)
en_posix = pytest.mark.skipif(sys.platform == "win32", reason="los programas falsos son de sh")


@pytest.mark.libreoffice
@con_libreoffice
def test_con_libreoffice_el_acto_sus_copias_y_oficios_nacen_archivables(tmp_path: Path) -> None:
    carpeta = expedir(EJEMPLO, tmp_path, Pedido(elegir("libreoffice"))).carpeta
    pdfs = sorted(carpeta.rglob("*.pdf"))
    assert len(pdfs) == 9
    for pdf in pdfs:
        assert carencias(pdf.read_bytes()) == [], pdf.name
        assert b"/Outlines" in pdf.read_bytes() or pdf.parent.name == "oficios"


@pytest.mark.libreoffice
@con_libreoffice
def test_con_libreoffice_dos_corridas_dan_los_mismos_bytes(tmp_path: Path) -> None:
    motor = elegir("libreoffice")
    uno, otro = (
        expedir(EJEMPLO, tmp_path / n, Pedido(motor)).carpeta for n in ("primera", "segunda")
    )
    for archivo in (a for a in uno.rglob("*") if a.is_file()):
        assert archivo.read_bytes() == (otro / archivo.relative_to(uno)).read_bytes(), archivo.name


def test_con_el_embebido_solo_faltan_etiquetas_y_el_manifiesto_lo_dice(tmp_path: Path) -> None:
    carpeta = expedir(EJEMPLO, tmp_path, Pedido(elegir("embebido"))).carpeta
    for pdf in carpeta.rglob("*.pdf"):
        (unica,) = carencias(pdf.read_bytes())
        assert "sin etiquetas" in unica
    assert "sin etiquetas" in (carpeta / "manifiesto.json").read_text(encoding="utf-8")


@en_posix
@pytest.mark.parametrize(
    ("guion", "frase"),
    [("exit 0", "no responde como LibreOffice"), ("exit 7", "no responde como LibreOffice")],
)
def test_un_libreoffice_roto_se_dice_y_sale_con_3(tmp_path: Path, guion: str, frase: str) -> None:
    falso = tmp_path / "bin" / "soffice"
    falso.parent.mkdir()
    falso.write_text(f"#!/bin/sh\n{guion}\n", encoding="utf-8")
    falso.chmod(0o755)
    resultado = subprocess.run(
        [sys.executable, RAIZ / "cli.py", "generar", EJEMPLO, "-o", tmp_path / "salida",
         "--pdf", "libreoffice"],
        env={**os.environ, "PATH": f"{falso.parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )  # fmt: skip
    assert resultado.returncode == 3
    assert frase in resultado.stderr
    assert not (tmp_path / "salida").exists()


def test_lo_que_el_embebido_perderia_se_rechaza_con_la_razon(
    tmp_path: Path, minuta: Minuta
) -> None:
    texto = EJEMPLO.read_text(encoding="utf-8")
    caso = tmp_path / "caso.yaml"
    caso.write_text(texto.replace("Primo Inventado Caso", "Primo 中 Caso"), encoding="utf-8")
    resultado = minuta("generar", caso, "-o", tmp_path / "salida", "--pdf", "embebido")
    assert resultado.returncode == 3
    assert "中" in resultado.stderr
    assert not (tmp_path / "salida").exists()
