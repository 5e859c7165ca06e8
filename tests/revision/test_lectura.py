"""Lo que se le da a leer: bueno, malo y de otra mano."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from generador.errores import ErrorDeDocumento, ErrorDePdf, ErrorMinuta, UsoIncorrecto
from generador.pdf.embebido import Embebido
from generador.revision import lectura
from generador.revision.documento import DocumentoLeido
from generador.revision.lectores import pdf, plano, word
from generador.revision.lectura import leer_documento
from tests.pdf.documentos import acto, bytes_de, documento, nuevo
from tests.plantilla.taller import con_notas, hacer, hacer_con_xml, llamada, trozo


def pdf_de(*paginas: str) -> bytes:
    original = nuevo()
    for numero, texto in enumerate(paginas):
        if numero:
            original.add_page_break()
        original.add_paragraph(texto)
    return Embebido().convertir([documento(bytes_de(original))])[0]


def pdf_sin_texto(paginas: int = 1, clave: str = "") -> bytes:
    escritor = PdfWriter()
    for _ in range(paginas):
        escritor.add_blank_page(612, 792)
    if clave:
        escritor.encrypt(clave, algorithm="RC4-128")
    destino = io.BytesIO()
    escritor.write(destino)
    return destino.getvalue()


def guardar(carpeta: Path, nombre: str, datos: bytes) -> Path:
    archivo = carpeta / nombre
    archivo.write_bytes(datos)
    return archivo


def es_coherente(leido: DocumentoLeido) -> bool:
    """Los tramos van en orden, sin pisarse, y entre uno y otro solo hay blancos."""
    posicion = 0
    for tramo in leido.tramos:
        assert leido.texto[posicion : tramo.inicio].strip() == ""
        assert tramo.inicio < tramo.fin or not leido.texto[tramo.inicio : tramo.fin]
        assert leido.lugar_en(tramo.inicio) == tramo
        assert leido.lugar_en(max(tramo.inicio, tramo.fin - 1)) == tramo
        posicion = tramo.fin
    return posicion == len(leido.texto)


@pytest.mark.parametrize(
    ("datos", "texto"),
    [
        ("Ley 80 de 1993\r\nañó".encode(), "Ley 80 de 1993\r\nañó"),
        ("\ufeffLey 80".encode(), "Ley 80"),
        ("Año\r\n".encode("utf-16"), "Año\r\n"),
        (b"\xfe\xff" + "Año".encode("utf-16-be"), "Año"),
        ("a\rb\fc\u2028d".encode(), "a\rb\fc\u2028d"),
        (("C-\x02 " + "x" * 200).encode(), "C-\x02 " + "x" * 200),
    ],
)
def test_un_texto_queda_como_esta(tmp_path: Path, datos: bytes, texto: str) -> None:
    leido = leer_documento(guardar(tmp_path, "a.TXT", datos))
    assert leido.texto == texto
    assert leido.avisos == ()
    assert leido.lugar_en(0).donde == ""
    assert es_coherente(leido)


def test_windows_1252_se_lee_y_se_avisa(tmp_path: Path) -> None:
    leido = leer_documento(guardar(tmp_path, "a.md", "Resolución «1»".encode("cp1252")))
    assert leido.texto == "Resolución «1»"
    assert "Windows-1252" in leido.avisos[0]


def test_un_word_dice_donde_esta_cada_cosa(tmp_path: Path) -> None:
    cuerpo = hacer_con_xml(
        trozo("Ley 80 de 1993") + llamada(2),
        "<w:r><w:t>C</w:t><w:noBreakHyphen/><w:t>7</w:t><w:softHyphen/><w:t>13</w:t></w:r>",
    )
    leido = leer_documento(guardar(tmp_path, "a.docx", con_notas(cuerpo, {2: "Decreto 1"})))
    assert leido.texto == "Ley 80 de 1993\n\nC-713\n\nDecreto 1"
    dichos = [leido.lugar_en(leido.texto.index(x)).donde for x in ("80", "713", "Decreto")]
    assert dichos == ["párrafo 1", "párrafo 2", "nota 1"]
    assert es_coherente(leido)


def test_un_acto_entero_es_coherente(tmp_path: Path) -> None:
    assert es_coherente(leer_documento(guardar(tmp_path, "a.docx", acto())))
    (pdf,) = Embebido().convertir([documento(acto())])
    assert es_coherente(leer_documento(guardar(tmp_path, "a.pdf", pdf)))


def test_un_pdf_dice_la_pagina(tmp_path: Path) -> None:
    leido = leer_documento(guardar(tmp_path, "a.pdf", pdf_de("Ley 80 de 1993", "Decreto 1 ñ")))
    assert leido.lugar_en(leido.texto.index("Ley")).donde == "página 1"
    assert leido.lugar_en(leido.texto.index("Decreto 1 ñ")).donde == "página 2"
    assert "\r" not in leido.texto
    assert es_coherente(leido)


def test_un_pdf_en_parte_escaneado_se_lee_y_se_avisa(tmp_path: Path) -> None:
    escritor = PdfWriter(clone_from=io.BytesIO(pdf_de("Ley 80 de 1993")))
    escritor.add_blank_page()
    destino = io.BytesIO()
    escritor.write(destino)
    leido = leer_documento(guardar(tmp_path, "a.pdf", destino.getvalue()))
    assert leido.avisos == (
        "No hay texto en 1 de 2 páginas (2): parecen escaneadas y no se leyeron.",
    )
    assert es_coherente(leido)


@given(st.binary(max_size=300), st.sampled_from([plano, word, pdf]))
@settings(derandomize=True, deadline=None)
def test_unos_bytes_cualesquiera_se_leen_o_se_explican(datos: bytes, lector: ModuleType) -> None:
    with contextlib.suppress(ErrorDeDocumento, ErrorDePdf):
        assert es_coherente(lector.leer(datos))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
@settings(derandomize=True, deadline=None)
def test_un_texto_en_utf8_llega_letra_por_letra(texto: str) -> None:
    if texto.strip() and not texto.startswith("\ufeff"):
        leido = plano.leer(texto.encode())
        assert (leido.texto, leido.avisos) == (texto, ())


@pytest.mark.parametrize(
    ("nombre", "datos", "clase", "frase"),
    [
        ("a.txt", b"", ErrorDeDocumento, "está vacío"),
        ("a.txt", b" \r\n\t", ErrorDeDocumento, "está vacío"),
        ("a.txt", b"\xef\xbb\xbf", ErrorDeDocumento, "está vacío"),
        ("a.txt", bytes(range(256)), ErrorDeDocumento, "no es texto"),
        ("a.txt", "sin marca".encode("utf-16-le"), ErrorDeDocumento, "no es texto"),
        ("a.txt", b"\xff\xfea", ErrorDeDocumento, "no es texto"),
        ("a.txt", b"%PDF-1.7\nhola", ErrorDeDocumento, "no es texto"),
        ("a.txt", b"\x1b[31m" * 9, ErrorDeDocumento, "no es texto"),
        ("a.md", acto(), ErrorDeDocumento, "no es texto"),
        ("a.docx", b"", ErrorDeDocumento, "no es un .docx"),
        ("a.docx", b"hola", ErrorDeDocumento, "no es un .docx"),
        ("a.docx", acto()[:-9], ErrorDeDocumento, "no es un .docx"),
        ("a.docx", hacer(), ErrorDeDocumento, "no trae texto"),
        ("a.pdf", b"", ErrorDePdf, "no se puede abrir"),
        ("a.pdf", acto(), ErrorDePdf, "no se puede abrir"),
        ("a.pdf", pdf_sin_texto(3), ErrorDePdf, "parece escaneado"),
        ("a.pdf", pdf_sin_texto(clave="x"), ErrorDePdf, "tiene contraseña"),
        ("a.doc", b"hola", UsoIncorrecto, "no termina en .docx, .pdf, .txt, .md"),
        ("a", b"hola", UsoIncorrecto, "no termina en"),
    ],
)
def test_lo_que_no_se_puede_leer_se_explica(
    tmp_path: Path, nombre: str, datos: bytes, clase: type[ErrorMinuta], frase: str
) -> None:
    with pytest.raises(clase, match=frase) as error:
        leer_documento(guardar(tmp_path, nombre, datos))
    assert f"«{nombre}»" in error.value.mensaje
    assert error.value.remedio


def test_lo_que_no_es_un_archivo_se_explica(tmp_path: Path) -> None:
    with pytest.raises(UsoIncorrecto, match="no existe"):
        leer_documento(tmp_path / "nada.txt")
    (tmp_path / "carpeta.txt").mkdir()
    with pytest.raises(UsoIncorrecto, match="es una carpeta"):
        leer_documento(tmp_path / "carpeta.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="este sistema no tiene tuberías con nombre")
def test_una_tuberia_no_se_queda_esperando(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(UsoIncorrecto, match="no es un archivo"):
        leer_documento(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("tope", "frase"),
    [("TOPE_MB", "pesa más de 0 MB"), ("TOPE_CARACTERES", "millones de caracteres")],
)
def test_lo_desmedido_se_rechaza(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tope: str, frase: str
) -> None:
    monkeypatch.setattr(lectura, tope, 0)
    with pytest.raises(ErrorDeDocumento, match=frase):
        leer_documento(guardar(tmp_path, "a.txt", b"hola"))
