import contextlib
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.documento import paquete
from generador.documento.apertura import abrir
from generador.errores import ErrorDeDocumento
from tests.pdf.documentos import acto, bytes_de, campo, con, con_xml, nuevo, reescrito

SANO = acto()
RELACIONES = "word/_rels/document.xml.rels"
TIPOS = "[Content_Types].xml"


def _con_relacion(tipo: str, destino: str, modo: str = "External") -> bytes:
    nueva = (
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/{tipo}" Target="{destino}" TargetMode="{modo}"/></Relationships>'
    )
    return reescrito(SANO, {RELACIONES: lambda b: b.replace(b"</Relationships>", nueva.encode())})


def _de_tipo(tipo: str) -> bytes:
    sano = b"wordprocessingml.document.main+xml"
    return reescrito(SANO, {TIPOS: lambda b: b.replace(sano, tipo.encode())})


def test_un_acto_sano_se_abre_con_el_cuerpo_primero() -> None:
    abierto = abrir(SANO)
    assert abierto.principal == "word/document.xml"
    assert abierto.clases["word/footnotes.xml"] == "footnotes"
    assert {"header", "footer"} <= set(abierto.clases.values())
    assert abierto.impresos()[0] is abierto.arboles["word/document.xml"]
    assert abierto.impresos("footnotes") == [abierto.arboles["word/footnotes.xml"]]


def test_los_estilos_se_leen_aunque_su_nombre_no_diga_xml() -> None:
    otro = reescrito(
        SANO,
        {
            RELACIONES: lambda b: b.replace(b"styles.xml", b"estilos.bin"),
            "word/estilos.bin": lambda _: abrir(SANO).partes["word/styles.xml"],
        },
    )
    assert abrir(otro).relacionado("styles") is not None


def test_lo_que_el_cuerpo_no_enlaza_no_esta() -> None:
    sin_tema = reescrito(SANO, {RELACIONES: lambda b: b.replace(b"/theme", b"/otro")})
    assert abrir(sin_tema).relacionado("theme") is None


def test_un_hipervinculo_no_es_un_enlace_peligroso() -> None:
    paquete = abrir(_con_relacion("hyperlink", "https://www.dian.gov.co"))
    assert paquete.principal == "word/document.xml"


@pytest.mark.parametrize(
    ("malo", "dice"),
    [
        (b"", "no es un .docx"),
        (b"hola", "no es un .docx"),
        (SANO[: len(SANO) // 2], "no es un .docx"),
        (SANO[:-10], "no es un .docx"),
        (_con_relacion("image", "http://ejemplo.co/a.png"), "enlaza algo de fuera"),
        (_con_relacion("image", r"\\equipo\a.png", "external"), "enlaza algo de fuera"),
        (_con_relacion("oleObject", "file:///c:/a.xlsx"), "enlaza algo de fuera"),
        (_con_relacion("attachedTemplate", "file:///c:/a.dotm"), "attachedTemplate"),
        (_con_relacion("attachedTemplate", "a.dotx", "Internal"), "attachedTemplate"),
        (reescrito(SANO, {"word/vbaProject.bin": lambda _: b"x"}), "macros"),
        (reescrito(SANO, {"word/activeX/activeX1.bin": lambda _: b"x"}), "macros"),
        (_de_tipo("document.macroEnabled.main+xml"), "macros"),
        (_de_tipo("wordprocessingml.template.main+xml"), "no es un documento .docx"),
        (reescrito(SANO, {"word/styles.xml": lambda b: b[:-20]}), "no es XML bien formado"),
        (
            reescrito(SANO, {"word/a.xml": lambda _: b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'}),
            "DTD",
        ),
    ],
)
def test_lo_que_no_sirve_o_es_peligroso_se_rechaza(malo: bytes, dice: str) -> None:
    with pytest.raises(ErrorDeDocumento, match=dice) as error:
        abrir(malo)
    assert error.value.remedio


def test_un_zip_que_no_es_de_word_se_rechaza() -> None:
    destino = io.BytesIO()
    with zipfile.ZipFile(destino, "w") as archivo:
        archivo.writestr("hola.txt", "hola")
    with pytest.raises(ErrorDeDocumento, match=r"no es un \.docx"):
        abrir(destino.getvalue())


@pytest.mark.parametrize("limite", ["TOPE_BYTES", "TOPE_XML", "TOPE_MIEMBROS"])
def test_lo_que_se_infla_demasiado_se_rechaza(limite: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paquete, limite, 3)
    with pytest.raises(ErrorDeDocumento, match="más de"):
        abrir(SANO)


def test_dos_partes_con_el_mismo_nombre_se_rechazan() -> None:
    destino = io.BytesIO(SANO)
    with zipfile.ZipFile(destino, "a") as archivo:
        archivo.writestr("WORD/document.xml", "<a/>")
    with pytest.raises(ErrorDeDocumento, match="repite la parte"):
        abrir(destino.getvalue())


@pytest.mark.parametrize(
    "instruccion",
    [
        r'INCLUDETEXT "c:\\a.docx"',
        'includepicture "http://ejemplo.co/a.png"',
        r"DDEAUTO excel a.xlsx",
        'LINK Excel.Sheet "a.xlsx"',
    ],
)
def test_un_campo_que_lee_otro_archivo_se_rechaza_aunque_venga_partido(instruccion: str) -> None:
    with pytest.raises(ErrorDeDocumento, match="trae contenido de otro archivo"):
        abrir(con(lambda p: campo(p, instruccion, "x")))


def test_un_campo_simple_que_lee_otro_archivo_se_rechaza() -> None:
    malo = con_xml('<w:fldSimple w:instr=" INCLUDETEXT a.docx "/>', en="párrafo")
    with pytest.raises(ErrorDeDocumento, match="INCLUDETEXT"):
        abrir(malo)


def test_un_campo_peligroso_en_el_pie_se_rechaza() -> None:
    original = nuevo()
    campo(original.sections[0].footer.paragraphs[0], "INCLUDETEXT a.docx", "x")
    with pytest.raises(ErrorDeDocumento, match="INCLUDETEXT"):
        abrir(bytes_de(original))


@settings(derandomize=True, deadline=None, max_examples=60)
@given(lugar=st.integers(0, len(SANO) - 1), byte=st.integers(0, 255), largo=st.integers(1, 40))
def test_un_docx_alterado_se_abre_o_se_rechaza_con_su_explicacion(
    lugar: int, byte: int, largo: int
) -> None:
    alterado = SANO[:lugar] + bytes([byte]) * largo + SANO[lugar + largo :]
    # Cualquier otra excepción, o quedarse colgado, hace fallar la prueba.
    with contextlib.suppress(ErrorDeDocumento):
        assert abrir(alterado).principal == "word/document.xml"
