from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, RectangleObject

from generador.copias.constancia import leer
from generador.copias.franja import INFERIOR, LATERAL, SUPERIOR
from generador.copias.sello import DatosSello, sellar
from generador.errores import ErrorDeCopia
from generador.huella import huella_de, sha256

from .conftest import ACTO, documento


def unica(original: bytes, destinatario: str = "Archivo", acto: str = ACTO) -> bytes:
    return next(iter(sellar(original, [DatosSello(destinatario, 1, 1, acto)])))


def reescrito(pdf: bytes, cambio: Callable[[PdfWriter], object]) -> bytes:
    escritor = PdfWriter(clone_from=io.BytesIO(pdf))
    cambio(escritor)
    salida = io.BytesIO()
    escritor.write(salida)
    return salida.getvalue()


def texto_de_la_franja(pdf: bytes, pagina: int) -> str:
    with pypdfium2.PdfDocument(pdf) as abierto:
        texto = abierto[pagina].get_textpage().get_text_bounded()
    return str(texto).replace("\r\n", " ").replace("\n", " ")


def hijo(objeto: Any, *claves: str | int) -> Any:
    for clave in claves:
        objeto = objeto[clave]
    return objeto


def calificar(pdf: bytes, ruta: Path) -> subprocess.CompletedProcess[str]:
    ruta.write_bytes(pdf)
    return subprocess.run(
        ["qpdf", "--check", str(ruta)], capture_output=True, text=True, check=False
    )


def test_la_copia_empieza_con_el_original(breve: bytes, copias: list[bytes]) -> None:
    assert all(copia.startswith(breve) and len(copia) > len(breve) for copia in copias)


def test_el_incremento_es_pequeno(breve: bytes, copias: list[bytes]) -> None:
    assert all(len(copia) - len(breve) < 40_000 for copia in copias)


def test_mismos_argumentos_mismos_bytes(
    breve: bytes, copias: list[bytes], sellos: list[DatosSello]
) -> None:
    assert list(sellar(breve, sellos)) == copias
    assert len(set(copias)) == len(copias)


def test_cada_pagina_dice_todo_lo_que_debe(acto: bytes, sellos: list[DatosSello]) -> None:
    for sello, copia in zip(sellos, sellar(acto, sellos), strict=True):
        paginas = len(PdfReader(io.BytesIO(copia)).pages)
        assert paginas == len(PdfReader(io.BytesIO(acto)).pages) > 1
        for pagina in range(paginas):
            texto = texto_de_la_franja(copia, pagina)
            assert f"Copia {sello.numero} de {sello.total} · {ACTO}" in texto
            assert sello.destinatario in texto
            assert sha256(acto) in texto
            assert f"{len(acto)} bytes" in texto


def test_la_constancia_repite_el_sello(breve: bytes, copias: list[bytes]) -> None:
    leida = leer(copias[1])
    assert leida is not None
    assert leida.constancia.original == huella_de(breve)
    assert (leida.constancia.numero, leida.constancia.total) == (2, 3)
    assert leida.constancia.destinatario.startswith("Secretaría General — Ministerio")
    assert leida.coherente
    catalogo = PdfReader(io.BytesIO(copias[1])).root_object
    assert hijo(catalogo, "/MinutaCopia", "/SHA256") == sha256(breve)


def test_el_sello_es_artefacto_compartido(acto: bytes) -> None:
    lector = PdfReader(io.BytesIO(unica(acto)))
    formas = set()
    for pagina in lector.pages:
        formas.add(hijo(pagina, "/Resources", "/XObject").raw_get("/MinutaSello").idnum)
        contenido = pagina.get_contents()
        assert contenido is not None
        assert b"/Artifact" in contenido.get_data().rsplit(b"/MinutaSello", 1)[0]
    assert len(formas) == 1


def test_conserva_etiquetas_y_fuentes_incrustadas(breve: bytes, copias: list[bytes]) -> None:
    antes, despues = (PdfReader(io.BytesIO(p)).root_object for p in (breve, copias[0]))
    assert set(despues) == {*antes, "/MinutaCopia"}
    assert despues["/MarkInfo"] == antes["/MarkInfo"]
    assert despues.raw_get("/StructTreeRoot").idnum == antes.raw_get("/StructTreeRoot").idnum
    lector = PdfReader(io.BytesIO(copias[0]))
    sello = hijo(lector.pages[0], "/Resources", "/XObject", "/MinutaSello")
    fuente = hijo(sello, "/Resources", "/Font", "/F1")
    assert fuente["/BaseFont"].endswith("+LiberationSans")
    assert "/FontFile2" in fuente["/DescendantFonts"][0]["/FontDescriptor"]


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf no está instalado")
def test_qpdf_no_advierte_nada(acto: bytes, tmp_path: Path) -> None:
    prueba = calificar(unica(acto), tmp_path / "copia.pdf")
    assert prueba.returncode == 0, prueba.stdout + prueba.stderr
    assert "WARNING" not in prueba.stderr


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf no está instalado")
def test_tambien_con_tabla_en_flujo(acto: bytes, tmp_path: Path) -> None:
    (tmp_path / "acto.pdf").write_bytes(acto)
    moderno = tmp_path / "moderno.pdf"
    subprocess.run(
        ["qpdf", "--object-streams=generate", str(tmp_path / "acto.pdf"), str(moderno)], check=True
    )
    copia = unica(moderno.read_bytes())
    assert copia.startswith(moderno.read_bytes())
    prueba = calificar(copia, tmp_path / "copia.pdf")
    assert prueba.returncode == 0, prueba.stdout + prueba.stderr
    assert sha256(moderno.read_bytes()) in texto_de_la_franja(copia, 0)


@pytest.mark.libreoffice
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice no está instalado")
def test_pdfa_de_libreoffice_conserva_marcas(tmp_path: Path) -> None:
    (tmp_path / "acto.docx").write_bytes(documento(alto=13, parrafos=4))
    filtro = (
        'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"},'
        '"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    )
    perfil = f"-env:UserInstallation={(tmp_path / 'perfil').as_uri()}"
    orden = ["soffice", perfil, "--headless", "--convert-to", filtro, "acto.docx"]
    subprocess.run(orden, cwd=tmp_path, check=True, capture_output=True)
    original = (tmp_path / "acto.pdf").read_bytes()
    lector = PdfReader(io.BytesIO(unica(original)))
    assert hijo(lector.root_object, "/MarkInfo", "/Marked")
    assert "/StructTreeRoot" in lector.root_object
    assert b"<pdfaid:part>2<" in hijo(lector.root_object, "/Metadata").get_data()
    assert sha256(original) in texto_de_la_franja(unica(original), 0)


@pytest.mark.skipif(
    not (shutil.which("zbarimg") and shutil.which("pdftoppm")), reason="faltan zbarimg o pdftoppm"
)
def test_el_qr_se_lee_a_200_puntos_por_pulgada(breve: bytes, tmp_path: Path) -> None:
    (tmp_path / "copia.pdf").write_bytes(unica(breve))
    subprocess.run(
        ["pdftoppm", "-r", "200", "-gray", "-png", "copia.pdf", "p"], cwd=tmp_path, check=True
    )
    imagen = next(tmp_path.glob("p*.png"))
    orden = ["zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", str(imagen)]
    leido = subprocess.run(orden, capture_output=True, text=True, check=True).stdout
    assert leido.strip() == f"MINUTA:1:{sha256(breve).upper()}:{len(breve)}:1/1"


@pytest.mark.parametrize("giro", [0, 90, 180, 270])
@pytest.mark.parametrize("caja", [(0, 0, 612, 792), (-50, 30, 562, 822)])
def test_girada_o_corrida_el_sello_queda_al_pie_visible(
    giro: int, caja: tuple[int, int, int, int]
) -> None:
    def una_pagina(escritor: PdfWriter) -> None:
        pagina = escritor.add_blank_page(612, 792)
        pagina.mediabox = RectangleObject(caja)
        pagina.rotate(giro)

    escritor = PdfWriter()
    una_pagina(escritor)
    salida = io.BytesIO()
    escritor.write(salida)
    with pypdfium2.PdfDocument(unica(salida.getvalue())) as abierto:
        imagen = abierto[0].render(scale=1, force_bitmap_format=1)
        alto, ancho, paso = imagen.height, imagen.width, imagen.stride
        datos = bytes(imagen.buffer)
    tinta = [(x, y) for y in range(alto) for x in range(ancho) if datos[y * paso + x] < 128]
    assert min(x for x, _ in tinta) >= LATERAL - 1
    assert max(x for x, _ in tinta) <= ancho - LATERAL + 1
    assert min(y for _, y in tinta) >= alto - SUPERIOR - 1
    assert max(y for _, y in tinta) <= alto - INFERIOR + 1
    # El filete atraviesa la franja por arriba: si el sello saliera de cabeza, estaría abajo.
    assert sum(y < alto - SUPERIOR + 2 for _, y in tinta) > 100


def test_apaisada_y_vertical_comparten_el_sello(breve: bytes) -> None:
    mixto = reescrito(breve, lambda w: w.add_blank_page(792, 612))
    assert sha256(mixto) in texto_de_la_franja(unica(mixto), 1)


def firmado(escritor: PdfWriter) -> None:
    numeros = ArrayObject(FloatObject(n) for n in (0, 10, 20, 30))
    firma = DictionaryObject({NameObject("/Type"): NameObject("/Sig")})
    firma[NameObject("/ByteRange")] = numeros
    escritor.root_object[NameObject("/Firma")] = firma


def con_medida_especial(escritor: PdfWriter) -> None:
    escritor.pages[0][NameObject("/UserUnit")] = FloatObject(2)


@pytest.mark.parametrize(
    ("cambio", "mensaje"),
    [
        (firmado, "firma digital"),
        (lambda w: w.encrypt("clave"), "protegido"),
        (con_medida_especial, "La página 1 del acto usa una medida especial"),
        (lambda w: w.add_blank_page(300, 792), "demasiado angosta"),
    ],
)
def test_se_niega(breve: bytes, cambio: Callable[[PdfWriter], object], mensaje: str) -> None:
    with pytest.raises(ErrorDeCopia, match=mensaje):
        sellar(reescrito(breve, cambio), [DatosSello("Archivo", 1, 1, ACTO)])


def test_no_sella_una_copia(copias: list[bytes]) -> None:
    with pytest.raises(ErrorDeCopia, match="ya es una copia sellada"):
        unica(copias[0])


@pytest.mark.parametrize("recorte", [0, 5, 1000])
def test_no_sella_un_pdf_danado(breve: bytes, recorte: int) -> None:
    with pytest.raises(ErrorDeCopia):
        unica(breve[:recorte])


def test_no_sella_un_pdf_con_basura_delante(breve: bytes) -> None:
    with pytest.raises(ErrorDeCopia, match="dañado"):
        unica(b"\n\n" + breve)


@pytest.mark.parametrize(
    ("sello", "mensaje"),
    [
        (DatosSello("Embajada 日本", 1, 1, ACTO), "«日» .U.65E5"),
        (DatosSello(" ", 1, 1, ACTO), "para quién es"),
        (DatosSello("Archivo", 3, 2, ACTO), "Copia 3 de 2"),
        (DatosSello("Archivo", 0, 2, ACTO), "Copia 0 de 2"),
        (DatosSello("Dirección de Impuestos " * 200, 1, 1, ACTO), "no caben"),
    ],
)
def test_sello_imposible(breve: bytes, sello: DatosSello, mensaje: str) -> None:
    with pytest.raises(ErrorDeCopia, match=mensaje):
        sellar(breve, [sello])


@settings(derandomize=True, deadline=None, max_examples=15)
@given(st.text("abcdefgABCDEFÑñáéíóú,.&()«»— ", min_size=1, max_size=330))
def test_nada_se_trunca(breve: bytes, destinatario: str) -> None:
    if not destinatario.strip():
        return
    # Se compara sin espacios: el sello parte en líneas y el extractor decide dónde hay espacio.
    impreso = "".join(texto_de_la_franja(unica(breve, destinatario), 0).split())
    assert "".join(destinatario.split()) in impreso.replace("\ufffe", "")
