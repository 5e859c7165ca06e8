import pytest

from generador.documento.apertura import abrir
from generador.documento.rasgos import Rasgos, rasgos, tiene_ecuaciones
from generador.errores import ErrorDeDocumento
from tests.pdf.documentos import bytes_de, caja, con, con_xml, nuevo, reescrito

ECUACION = con_xml("<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>", en="párrafo")


def _de(docx: bytes) -> Rasgos:
    return rasgos(abrir(docx))


def test_un_texto_corriente_solo_tiene_letra_y_texto() -> None:
    assert _de(con(lambda _: None)) == Rasgos(letras={"Arial"}, textos={"Que el acto rige. "})


def test_cada_rasgo_en_su_lugar() -> None:
    assert _de(ECUACION).construcciones == {"ecuaciones"}
    assert _de(con_xml(caja("ellipse", "x"))).figuras == {"ellipse"}
    assert _de(con_xml("<w:caps/>", en="formato")).adornos == {
        "mayúsculas puestas por formato": {"texto"}
    }
    simbolo = con_xml('<w:sym w:font="Wingdings" w:char="F0FC"/>')
    assert _de(simbolo).simbolos == {("Wingdings", 0xF0FC)}


def test_solo_cuentan_los_rotulos_de_las_listas_en_uso() -> None:
    sin_listas, con_lista = nuevo(), nuevo()
    con_lista.add_paragraph("Elemento", style="List Bullet")
    assert _de(bytes_de(sin_listas)).rotulos == set()
    assert _de(bytes_de(con_lista)).rotulos == {"\uf0b7"}


@pytest.mark.parametrize(("docx", "hay"), [(ECUACION, True), (con(lambda _: None), False)])
def test_ecuaciones(docx: bytes, *, hay: bool) -> None:
    assert tiene_ecuaciones(abrir(docx)) is hay


def test_un_numero_que_no_lo_es_se_explica() -> None:
    with pytest.raises(ErrorDeDocumento, match="«zz» donde va un número"):
        _de(con_xml('<w:sym w:font="Arial" w:char="zz"/>'))


def test_una_lista_danada_no_tumba_el_programa() -> None:
    docx = nuevo()
    docx.add_paragraph("Elemento", style="List Bullet")
    roto = reescrito(
        bytes_de(docx),
        {"word/numbering.xml": lambda b: b.replace(b"<w:abstractNumId ", b"<w:nada ")},
    )
    assert _de(roto).rotulos == set()
