"""El caso que no se puede hacer no detiene a los demás; la demostración enseña lo que puede."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import typer

from generador import recursos
from generador.pdf import motores
from generador.pdf.embebido import Embebido
from generador.pdf.libreoffice import LibreOffice
from generador.puerta.generar import demo, generar
from generador.puerta.opciones import MotorPdf
from tests.conftest import RAIZ

CON_ECUACION, SIN_ECUACION = "concepto_bienes_nacionales_2025", "memoria_copias_2026"


@pytest.fixture
def ejemplos(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Dos ejemplos, el primero con una ecuación, en un equipo que no tiene LibreOffice."""
    carpeta = tmp_path / "ejemplos"
    shutil.copytree(RAIZ / "datos_ejemplo" / "textos", carpeta / "textos")
    for nombre in (CON_ECUACION, SIN_ECUACION):
        shutil.copy(RAIZ / "datos_ejemplo" / f"{nombre}.yaml", carpeta)
    monkeypatch.setattr(recursos, "datos_ejemplo", lambda: carpeta)
    monkeypatch.setattr(motores, "elegir", lambda _cual: Embebido())
    return carpeta


def test_sin_libreoffice_la_demostracion_da_en_word_lo_que_no_cabe_en_pdf(
    ejemplos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    salida = tmp_path / "demo"
    demo(salida)
    assert (salida / CON_ECUACION / "acto.docx").is_file()
    assert not (salida / CON_ECUACION / "acto.pdf").exists()
    assert (salida / SIN_ECUACION / "acto.pdf").is_file()
    dicho = capsys.readouterr().err
    assert "ecuaciones" in dicho
    assert "Aquí sale solo en Word." in dicho
    assert ejemplos.is_dir()


def test_el_que_no_se_puede_se_dice_y_siguen_los_demas(
    ejemplos: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    salida = tmp_path / "salida"
    with pytest.raises(typer.Exit) as fin:
        generar(sorted(ejemplos.glob("*.yaml")), salida, MotorPdf.EMBEBIDO)
    assert fin.value.exit_code == 3
    assert not (salida / CON_ECUACION).exists()
    assert (salida / SIN_ECUACION / "acto.pdf").is_file()
    assert f"{CON_ECUACION}.yaml: no se generó ningún documento." in capsys.readouterr().err


def test_un_libreoffice_que_no_responde_no_se_confunde_con_no_tenerlo(
    ejemplos: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    roto = tmp_path / "soffice"
    roto.write_text("#!/bin/sh\nexit 1\n")
    roto.chmod(0o755)
    monkeypatch.setattr(motores, "elegir", lambda _cual: LibreOffice(roto))
    with pytest.raises(typer.Exit) as fin:
        demo(tmp_path / "demo")
    assert fin.value.exit_code == 3
    assert not list((tmp_path / "demo").glob("*/acto.docx"))
    assert "solo en Word" not in capsys.readouterr().err
    assert ejemplos.is_dir()
