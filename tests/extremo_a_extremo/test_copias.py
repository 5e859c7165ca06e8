"""Las copias del acto que se editó o se firmó, no de una regeneración."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from pypdf import PdfReader, PdfWriter

from generador.documento.lectura import texto as texto_docx
from generador.pdf.lectura import textos
from tests.conftest import EJEMPLO, Minuta

Sembrar = Callable[..., Path]


@pytest.fixture(scope="session")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from generador.expedir import expedir
    from generador.obra import Pedido
    from generador.pdf.motores import elegir

    return expedir(EJEMPLO, tmp_path_factory.mktemp("base"), Pedido(elegir("embebido"))).carpeta


@pytest.fixture
def carpeta(base: Path, tmp_path: Path) -> Path:
    destino = tmp_path / base.name
    shutil.copytree(base, destino)
    return destino


def editar(archivo: Path, antes: str, despues: str) -> None:
    """Cambia un párrafo como lo haría el asesor en Word."""
    documento = Document(str(archivo))
    for parrafo in documento.paragraphs:
        if antes in parrafo.text:
            texto = parrafo.text.replace(antes, despues)
            for corrida in parrafo.runs[1:]:
                corrida.text = ""
            parrafo.runs[0].text = texto
    documento.save(str(archivo))


def escanear(origen: Path, destino: Path) -> None:
    """Un PDF con las mismas páginas, pero solo como imágenes."""
    salida = pypdfium2.PdfDocument.new()
    for pagina in pypdfium2.PdfDocument(origen.read_bytes()):
        ancho, alto = pagina.get_size()
        imagen = pypdfium2.PdfImage.new(salida)
        imagen.set_bitmap(pagina.render(scale=1.5))
        imagen.set_matrix(pypdfium2.PdfMatrix().scale(ancho, alto))
        nueva = salida.new_page(ancho, alto)
        nueva.insert_obj(imagen)
        nueva.gen_content()
    salida.save(str(destino))


def ordenar(minuta: Minuta, archivo: Path, *mas: str) -> tuple[int, str]:
    resultado = minuta("copias", archivo, "--caso", EJEMPLO, "--pdf", "embebido", *mas)
    return resultado.returncode, resultado.stderr


def test_del_word_que_el_asesor_edito(carpeta: Path, minuta: Minuta) -> None:
    editar(carpeta / "acto.docx", "procede suscribir el plan", "procede suscribir el plan pedido")
    editado = (carpeta / "acto.docx").read_bytes()
    codigo, error = ordenar(minuta, carpeta / "acto.docx")
    assert codigo == 0, error
    assert (carpeta / "acto.docx").read_bytes() == editado
    acto = (carpeta / "acto.pdf").read_bytes()
    assert "plan pedido" in " ".join(" ".join(textos(acto)).split())
    for copia in (carpeta / "copias").iterdir():
        assert copia.read_bytes().startswith(acto)
    assert minuta("verificar", carpeta).returncode == 0
    assert "Cambió respecto del caso" in error
    assert "el plan pedido" in error


def test_lo_que_dio_el_asesor_no_lo_pisa_otra_corrida(carpeta: Path, minuta: Minuta) -> None:
    editar(carpeta / "acto.docx", "procede suscribir el plan", "procede suscribir el plan pedido")
    assert ordenar(minuta, carpeta / "acto.docx")[0] == 0
    antes = {a.name: a.read_bytes() for a in carpeta.rglob("*") if a.is_file()}
    resultado = minuta("generar", EJEMPLO, "-o", carpeta.parent, "--pdf", "embebido")
    assert resultado.returncode == 1
    assert "que usted cambió o dio: acto.docx" in resultado.stderr
    assert {a.name: a.read_bytes() for a in carpeta.rglob("*") if a.is_file()} == antes


def test_las_copias_del_pdf_firmado_conservan_el_word(
    base: Path, carpeta: Path, minuta: Minuta
) -> None:
    word = (carpeta / "acto.docx").read_bytes()
    firmado = (base / "acto.pdf").read_bytes() + b"\n% /ByteRange [0 10 20 30]\n"
    (carpeta / "acto.pdf").write_bytes(firmado)
    codigo, error = ordenar(minuta, carpeta / "acto.pdf")
    assert codigo == 0, error
    assert (carpeta / "acto.docx").read_bytes() == word
    assert (carpeta / "acto.pdf").read_bytes() == firmado
    assert minuta("verificar", carpeta).returncode == 0
    otra = minuta("generar", EJEMPLO, "-o", carpeta.parent, "--pdf", "embebido")
    assert otra.returncode == 1
    assert (carpeta / "acto.pdf").read_bytes() == firmado


@pytest.mark.parametrize(
    ("antes", "despues", "sena"),
    [
        ("($11.204.000.000,00)", "($91.204.000.000,00)", "el objetivo máximo en el TAN"),
        ("recurso de reposición", "recurso", "el recurso"),
        ("Operadora Imaginaria S.A.S. Usuario", "Otra Operadora", "el destinatario"),
    ],
)
def test_de_un_word_al_que_le_cambiaron_un_hecho(
    carpeta: Path, minuta: Minuta, antes: str, despues: str, sena: str
) -> None:
    editar(carpeta / "acto.docx", antes, despues)
    codigo, error = ordenar(minuta, carpeta / "acto.docx")
    assert codigo == 1
    assert f"No dice {sena}" in error


def test_de_un_word_que_no_es_ese_acto(carpeta: Path, minuta: Minuta) -> None:
    editar(carpeta / "acto.docx", "RESOLUCIÓN NÚMERO 0412", "RESOLUCIÓN NÚMERO 9999")
    antes = (carpeta / "manifiesto.json").read_bytes()
    codigo, error = ordenar(minuta, carpeta / "acto.docx")
    assert codigo == 1
    assert "No dice el número del caso: «0412»" in error
    assert (carpeta / "manifiesto.json").read_bytes() == antes


def test_de_un_pdf_escaneado_avisa_y_hace_las_copias(
    base: Path, tmp_path: Path, minuta: Minuta
) -> None:
    escaneado = tmp_path / "firmado.pdf"
    escanear(base / "acto.pdf", escaneado)
    codigo, error = ordenar(minuta, escaneado)
    assert codigo == 0, error
    assert "parece escaneado" in error
    carpeta = tmp_path / EJEMPLO.stem
    assert (carpeta / "acto.pdf").read_bytes() == escaneado.read_bytes()
    assert len(list((carpeta / "copias").iterdir())) == 4
    manifiesto = json.loads((carpeta / "manifiesto.json").read_bytes())
    assert any("escaneado" in a for a in manifiesto["advertencias"])
    assert minuta("verificar", carpeta).returncode == 0


def test_un_pdf_firmado_se_adjunta_sin_sello(base: Path, tmp_path: Path, minuta: Minuta) -> None:
    firmado = tmp_path / "firmado.pdf"
    # Una firma de mentira basta: lo que importa es que sus bytes no se tocan.
    firmado.write_bytes((base / "acto.pdf").read_bytes() + b"\n% /ByteRange [0 10 20 30]\n")
    codigo, error = ordenar(minuta, firmado)
    assert codigo == 0, error
    carpeta = tmp_path / EJEMPLO.stem
    huella = sha256(firmado.read_bytes()).hexdigest()
    for copia in (carpeta / "copias").iterdir():
        assert copia.read_bytes() == firmado.read_bytes()
    for oficio in (carpeta / "oficios").glob("*.docx"):
        word = texto_docx(oficio.read_bytes())
        assert "firmado digitalmente y va sin sello" in word
        assert huella in word
    assert minuta("verificar", carpeta).returncode == 0


def test_de_un_pdf_de_otro_acto(tmp_path: Path, sembrar: Sembrar, minuta: Minuta) -> None:
    otro = sembrar(("  numero: 0412", "  numero: 0777"))
    assert minuta("generar", otro, "-o", tmp_path, "--pdf", "embebido").returncode == 0
    codigo, error = ordenar(minuta, tmp_path / "caso" / "acto.pdf", "-o", str(tmp_path / "x"))
    assert codigo == 1
    assert "No dice el número" in error
    assert not (tmp_path / "x").exists()


def test_de_un_proyecto_no_hay_copias(base: Path, sembrar: Sembrar, minuta: Minuta) -> None:
    caso = sembrar(("  numero: 0412\n", ""))
    resultado = minuta("copias", base / "acto.docx", "--caso", caso, "--pdf", "embebido")
    assert resultado.returncode == 1
    assert "no tiene número y fecha" in resultado.stderr


@pytest.mark.parametrize(
    ("nombre", "datos", "frase"),
    [
        ("acto.docx", b"esto no es Word", "no es un"),
        ("acto.pdf", b"esto no es PDF", "PDF"),
        ("acto.txt", b"hola", "no es un documento de Word ni un PDF"),
    ],
)
def test_de_un_archivo_que_no_sirve(
    tmp_path: Path, minuta: Minuta, nombre: str, datos: bytes, frase: str
) -> None:
    (tmp_path / nombre).write_bytes(datos)
    codigo, error = ordenar(minuta, tmp_path / nombre)
    assert codigo in (1, 2)
    assert frase in error
    assert "Traceback" not in error


def test_de_un_archivo_que_no_existe(tmp_path: Path, minuta: Minuta) -> None:
    codigo, error = ordenar(minuta, tmp_path / "nada.pdf")
    assert codigo == 2
    assert "No se puede leer" in error


def test_un_pdf_cifrado_se_rechaza(base: Path, tmp_path: Path, minuta: Minuta) -> None:
    escritor = PdfWriter(clone_from=PdfReader(base / "acto.pdf"))
    escritor.encrypt("", "clave")
    escritor.write(tmp_path / "acto.pdf")
    codigo, error = ordenar(minuta, tmp_path / "acto.pdf")
    assert codigo == 1
    assert "protegido" in error
