import subprocess
import sys
from pathlib import Path

import pytest

from generador.errores import FaltaComponente, UsoIncorrecto
from generador.pdf import motores
from generador.pdf.embebido import Embebido
from generador.pdf.libreoffice import LibreOffice


def _hay(monkeypatch: pytest.MonkeyPatch, *, soffice: bool, dxpdf: bool = True) -> None:
    monkeypatch.setattr(motores, "buscar", lambda: Path("/usr/bin/soffice") if soffice else None)
    monkeypatch.setattr(motores, "find_spec", lambda _: object() if dxpdf else None)


@pytest.mark.parametrize(
    ("pedido", "soffice", "clase"),
    [
        ("auto", True, LibreOffice),
        ("auto", False, Embebido),
        ("libreoffice", True, LibreOffice),
        ("embebido", True, Embebido),
        ("no", True, type(None)),
    ],
)
def test_elige(pedido: str, clase: type, monkeypatch: pytest.MonkeyPatch, *, soffice: bool) -> None:
    _hay(monkeypatch, soffice=soffice)
    assert isinstance(motores.elegir(pedido), clase)


@pytest.mark.parametrize(
    ("pedido", "dice"),
    [
        ("libreoffice", "sudo apt-get install libreoffice-writer-nogui"),
        ("libreoffice", "En Windows"),
        ("embebido", "dxpdf"),
        ("auto", "dxpdf"),
    ],
)
def test_lo_que_falta_se_dice_con_su_remedio(
    pedido: str, dice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _hay(monkeypatch, soffice=False, dxpdf=False)
    with pytest.raises(FaltaComponente) as error:
        motores.elegir(pedido)
    assert dice in str(error.value)


def test_un_motor_que_no_existe_sugiere_el_parecido() -> None:
    with pytest.raises(UsoIncorrecto, match="«libreoffice»"):
        motores.elegir("libreofice")


def test_cargar_los_motores_no_carga_bibliotecas_de_pdf() -> None:
    codigo = (
        "import sys, generador.pdf.motores as m; m.elegir('embebido');"
        "print(sorted({n.split('.')[0] for n in sys.modules} & "
        "{'pypdf', 'pypdfium2', 'dxpdf', 'fontTools', 'docx'}))"
    )
    dicho = subprocess.run(
        [sys.executable, "-c", codigo], check=True, capture_output=True, text=True
    )
    assert dicho.stdout.strip() == "[]"
