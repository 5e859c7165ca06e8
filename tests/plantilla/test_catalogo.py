import hashlib
from pathlib import Path

import pytest

from generador.errores import ErrorDePlantilla
from generador.plantilla import catalogo

FICHA = 'titulo = "T"\ntipo = "concepto"\ndescripcion = "D"\nbloques = ["cuerpo"]\n'


@pytest.fixture
def carpeta(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("generador.recursos.plantillas", lambda: tmp_path)
    (tmp_path / "concepto").mkdir()
    (tmp_path / "concepto" / "plantilla.docx").write_bytes(b"docx")
    (tmp_path / "concepto" / "ficha.toml").write_text(FICHA, encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("carpeta")
def test_abre_con_su_huella_y_su_ficha() -> None:
    plantilla = catalogo.abrir("concepto")
    assert plantilla.sha256 == hashlib.sha256(b"docx").hexdigest()
    assert plantilla.ficha == catalogo.Ficha("T", "concepto", "D", ("cuerpo",), ())
    assert catalogo.nombres() == ["concepto"]


@pytest.mark.usefixtures("carpeta")
@pytest.mark.parametrize(
    ("nombre", "que"),
    [("consepto", "Quiso decir «concepto»"), ("../x", "No hay"), ("", "No hay"), ("z", "Hay:")],
)
def test_la_que_no_existe(nombre: str, que: str) -> None:
    with pytest.raises(ErrorDePlantilla, match=que):
        catalogo.abrir(nombre)


@pytest.mark.parametrize(
    ("ficha", "que"),
    [
        ("titulo = ", "no se entiende"),
        ('titulo = "T"', "tipo, descripcion"),
        (FICHA + "otra = 1\n", "otra"),
        (FICHA.replace('["cuerpo"]', '"cuerpo"'), "bloques"),
    ],
)
def test_la_ficha_mala(carpeta: Path, ficha: str, que: str) -> None:
    (carpeta / "concepto" / "ficha.toml").write_text(ficha, encoding="utf-8")
    with pytest.raises(ErrorDePlantilla, match=que):
        catalogo.abrir("concepto")


def test_sin_ficha(carpeta: Path) -> None:
    (carpeta / "concepto" / "ficha.toml").unlink()
    with pytest.raises(ErrorDePlantilla, match="no tiene ficha"):
        catalogo.abrir("concepto")
