import pytest

from generador.documento.revisiones import CAMBIOS, cambios_sin_aceptar
from generador.errores import ErrorDeDocumento
from tests.pdf.documentos import acto, bytes_de, con_xml, elemento, nuevo, reescrito

AUTOR = 'w:id="1" w:author="a" w:date="2026-01-02T00:00:00Z"'
INSERTADO = f"<w:ins {AUTOR}><w:r><w:t>x</w:t></w:r></w:ins>"
BORRADO = f"<w:del {AUTOR}><w:r><w:delText>x</w:delText></w:r></w:del>"
MOVIDO = f"<w:moveFrom {AUTOR}><w:r><w:t>x</w:t></w:r></w:moveFrom>"
FORMATO = f"<w:rPrChange {AUTOR}><w:rPr><w:b/></w:rPr></w:rPrChange>"


@pytest.mark.parametrize(
    "docx",
    [
        con_xml(INSERTADO, en="párrafo"),
        con_xml(BORRADO, en="párrafo"),
        con_xml(MOVIDO, en="párrafo"),
        con_xml(MOVIDO.replace("moveFrom", "moveTo"), en="párrafo"),
        con_xml(FORMATO, en="formato"),
        # La marca de párrafo insertada no encierra texto: va en su formato.
        con_xml(f"<w:rPr><w:ins {AUTOR}/></w:rPr>", en="propiedades"),
        con_xml(f"<w:sectPrChange {AUTOR}><w:sectPr/></w:sectPrChange>", en="sección"),
    ],
)
def test_hay_cambios_en_el_cuerpo(docx: bytes) -> None:
    assert cambios_sin_aceptar(docx)


def test_hay_cambios_en_el_encabezado_o_en_una_nota() -> None:
    documento = nuevo()
    documento.sections[0].header.paragraphs[0]._p.append(elemento(INSERTADO))
    assert cambios_sin_aceptar(bytes_de(documento))
    nota = b"<w:footnoteRef/>"
    en_nota = reescrito(
        acto(), {"word/footnotes.xml": lambda b: b.replace(nota, nota + FORMATO.encode())}
    )
    assert cambios_sin_aceptar(en_nota)


def test_llevar_la_cuenta_de_los_cambios_no_es_tener_cambios() -> None:
    assert not cambios_sin_aceptar(acto())
    encendido = reescrito(
        acto(),
        {
            "word/settings.xml": lambda b: b.replace(
                b"</w:settings>", b"<w:trackRevisions/></w:settings>"
            )
        },
    )
    assert not cambios_sin_aceptar(encendido)


def test_un_archivo_que_no_es_docx_se_rechaza() -> None:
    with pytest.raises(ErrorDeDocumento, match=r"no es un \.docx"):
        cambios_sin_aceptar(b"hola")


def test_la_lista_trae_los_de_texto_los_de_tabla_y_los_de_formato() -> None:
    nombres = {c.rpartition("}")[2] for c in CAMBIOS}
    assert {"ins", "del", "moveFrom", "moveTo", "cellIns", "trPrChange", "pPrChange"} <= nombres
