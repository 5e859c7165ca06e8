import io

import pytest
from pypdf import PdfWriter

from generador.errores import ErrorDePdf
from generador.pdf import lectura
from generador.pdf.embebido import Embebido

from .documentos import bytes_de, documento, nuevo


@pytest.fixture(scope="module")
def pdf() -> bytes:
    original = nuevo()
    original.add_paragraph("Primera página: ñandú «rige».")
    original.add_page_break()
    original.add_paragraph("Segunda página.")
    return Embebido().convertir([documento(bytes_de(original))])[0]


def test_cuenta_las_paginas(pdf: bytes) -> None:
    assert lectura.paginas(pdf) == 2


def test_lee_el_texto_de_cada_pagina(pdf: bytes) -> None:
    primera, segunda = lectura.textos(pdf)
    assert "Primera página: ñandú «rige»." in primera
    assert "Segunda página." in segunda
    assert "\r" not in primera


def test_mide_las_paginas_en_puntos(pdf: bytes) -> None:
    assert lectura.tamanos(pdf) == [(612.0, 792.0), (612.0, 792.0)]


def test_las_cajas_rodean_el_texto_y_dejan_libres_las_margenes(pdf: bytes) -> None:
    cajas = lectura.cajas_de_texto(pdf, 0)
    assert cajas
    for izquierda, abajo, derecha, arriba in cajas:
        assert 72 < izquierda < derecha < 612 - 72
        assert 72 < abajo < arriba < 792 - 60


@pytest.mark.parametrize("pagina", [-1, 2])
def test_una_pagina_que_no_existe_se_dice(pdf: bytes, pagina: int) -> None:
    with pytest.raises(ErrorDePdf, match="tiene 2 páginas"):
        lectura.cajas_de_texto(pdf, pagina)


@pytest.mark.parametrize("malo", [b"", b"hola", b"%PDF-1.7\n%%EOF"])
def test_un_pdf_ilegible_se_dice(malo: bytes) -> None:
    with pytest.raises(ErrorDePdf, match="no se puede abrir"):
        lectura.paginas(malo)


def test_un_pdf_al_que_le_falta_una_pagina_se_dice() -> None:
    escritor = PdfWriter()
    escritor.add_blank_page(612, 792)
    destino = io.BytesIO()
    escritor.write(destino)
    manco = destino.getvalue().replace(b"/Count 1", b"/Count 9")
    assert manco != destino.getvalue()
    with pytest.raises(ErrorDePdf, match="no se puede abrir: está dañado"):
        lectura.textos(manco)


def test_un_pdf_con_contrasena_no_se_abre(pdf: bytes) -> None:
    escritor = PdfWriter(clone_from=io.BytesIO(pdf))
    escritor.encrypt("clave", algorithm="RC4-128")
    destino = io.BytesIO()
    escritor.write(destino)
    with pytest.raises(ErrorDePdf, match="tiene contraseña"):
        lectura.textos(destino.getvalue())


@pytest.mark.parametrize(
    ("crudo", "limpio"),
    [
        ("a\r\nb", "a\nb"),
        ("co\ufffe\r\npia", "copia"),
        ("co\ufffepia", "copia"),
        ("co\x02\r\npia", "copia"),
        ("a\rb", "a\nb"),
        # Ante una cifra, el guion es del texto.
        ("C\ufffe\r\n713", "C-713"),
        ("240\ufffe1", "240-1"),
    ],
)
def test_normaliza_los_saltos_y_los_guiones_de_final_de_renglon(crudo: str, limpio: str) -> None:
    assert lectura._normalizado(crudo) == limpio
