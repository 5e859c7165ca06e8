from __future__ import annotations

import io
import pickle
import sys
import types
import zipfile
from typing import Any

import jinja2
import pytest
from docx import Document
from docxtpl import DocxTemplate, InlineImage, RichText
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generador.documento.lectura import parrafos as texto_de
from generador.documento.paquete import escribir_paquete, leer_paquete
from generador.errores import DatoInvalido, ErrorDeDocumento, ErrorDePlantilla
from generador.plantilla.compilada import Camino, compilar
from generador.plantilla.valores_docxtpl import aislado
from tests.plantilla.fabrica import con_notas, cuerpo, encabezados, parrafos, png
from tests.plantilla.peligros import PELIGROS
from tests.plantilla.taller import guardar, rendir
from tests.plantilla.test_equivalencia import diferencias, partes_de
from tests.plantilla.test_valores_hostiles import FRAGMENTOS

SENCILLA = parrafos("Señor {{ x }}, {% for i in l %}{{ i }}{% endfor %}.")
DATOS: dict[str, object] = {"x": "a & b", "l": ["1", "2"]}
COMPLETA = con_notas("footnote", encabezados(), "Nota {{ x }}")
LETRAS = st.sampled_from([*FRAGMENTOS, "\a", "\f", "\x00", "\x0b", "\ufffe", "\uffff", "\ud800"])
TEXTOS = st.lists(LETRAS | st.text(max_size=4), max_size=6).map("".join)
# XML 1.0, producción Char, más los dos saltos propios de docxtpl.
ILEGALES = {*map(chr, range(32)), "\ufffe", "\uffff"} - set("\t\n\a\f")


def es_legal(texto: str) -> bool:
    return not any(c in ILEGALES or 0xD800 <= ord(c) < 0xE000 for c in texto.replace("\r\n", ""))


def exigir_bien_formado(docx: bytes) -> None:
    for nombre, datos in partes_de(docx).items():
        if nombre.endswith((".xml", ".rels")):
            etree.fromstring(datos)


@settings(derandomize=True, deadline=None, max_examples=300)
@given(TEXTOS)
def test_la_salida_siempre_es_xml_bien_formado(texto: str) -> None:
    if es_legal(texto):
        exigir_bien_formado(compilar(COMPLETA).rendir({"x": texto}))
    else:
        with pytest.raises(DatoInvalido, match=r"U\+"):
            compilar(COMPLETA).rendir({"x": texto})


@settings(derandomize=True, deadline=None, max_examples=40)
@given(TEXTOS.filter(es_legal))
def test_y_es_la_de_docxtpl(texto: str) -> None:
    limpio = texto.replace("\r\n", "\n").replace("{_{", "{{")
    plantilla = DocxTemplate(io.BytesIO(COMPLETA))
    plantilla.render({"x": limpio}, aislado(), autoescape=True)
    salida = io.BytesIO()
    plantilla.save(salida)
    assert diferencias(salida.getvalue(), compilar(COMPLETA).rendir({"x": limpio})) == []


def test_los_mismos_datos_dan_los_mismos_bytes() -> None:
    for peligro in PELIGROS:
        hechos = {
            compilar(peligro.plantilla).rendir(
                peligro.datos(DocxTemplate(io.BytesIO(peligro.plantilla)))
            )
            for _ in range(2)
        }
        assert len(hechos) == 1, peligro.nombre


def test_lo_que_no_cambia_se_copia_comprimido_y_sin_hora() -> None:
    molde = io.BytesIO()
    Document(io.BytesIO(SENCILLA)).save(molde)
    with (
        zipfile.ZipFile(molde) as antes,
        zipfile.ZipFile(io.BytesIO(compilar(SENCILLA).rendir(DATOS))) as despues,
    ):
        medidas = {m.filename: (m.CRC, m.compress_size) for m in despues.infolist()}
        for miembro in antes.infolist():
            if miembro.filename != "word/document.xml" and "core" not in miembro.filename:
                assert medidas[miembro.filename] == (miembro.CRC, miembro.compress_size)
        assert {m.date_time for m in despues.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_se_compila_una_vez_y_viaja_como_sus_bytes() -> None:
    compilada = compilar(SENCILLA)
    assert compilar(bytes(bytearray(SENCILLA))) is compilada
    viajera = pickle.dumps(compilada)
    assert len(viajera) < len(SENCILLA) + 200
    assert pickle.loads(viajera) is compilada  # noqa: S301  # lo acaba de escribir la prueba
    with pytest.raises(TypeError, match="compile en cada proceso"):
        pickle.dumps(compilar(SENCILLA, aislado()))


@pytest.mark.parametrize(
    "entorno",
    [jinja2.Environment(), jinja2.Environment(autoescape=True, finalize=str)],  # noqa: S701  # lo que se rechaza
)
def test_el_ambiente_escapa_siempre(entorno: jinja2.Environment) -> None:
    with pytest.raises(ValueError, match="autoescape=True"):
        compilar(SENCILLA, entorno)


def test_los_filtros_del_ambiente_sirven() -> None:
    entorno = aislado()
    entorno.filters["gritar"] = lambda v: f"¡{v}! <"
    assert texto_de(compilar(parrafos("{{ x | gritar }}"), entorno).rendir(DATOS)) == ["¡a & b! <"]


@pytest.mark.parametrize(
    ("etiqueta", "que"),
    [
        ("uno {{ nada }}", r"párrafo \(«uno \{\{ nada \}\}»\).*nada"),
        ("dos {{ x.y.z }}", r"«dos \{\{ x\.y\.z \}\}»"),
        ("{{ x.__class__.__mro__ }}", "__class__"),
        ("{{ x | sum }}", "no se puede calcular"),
        ("{% if x %}", "no se entienden"),
        ("{{ img.tpl.save('canario') }}", "no se puede calcular|unsafe"),
        ("{{ img.image_descriptor.read() }}", "no se puede calcular|unsafe"),
    ],
)
def test_los_errores_dicen_donde(etiqueta: str, que: str) -> None:
    docx = parrafos("Primero {{ x }}.", etiqueta)
    with pytest.raises(ErrorDePlantilla, match=f"cuerpo.*{que}"):
        compilar(docx).rendir({**DATOS, "img": InlineImage(None, png())})


def test_un_docx_danado_se_dice() -> None:
    with pytest.raises(ErrorDeDocumento, match=r"no es un \.docx"):
        compilar(SENCILLA[:-300])


def test_una_lista_de_textos_con_saltos_no_va_por_el_camino_lento() -> None:
    datos = {**DATOS, "l": ["a\nb"] * 50}
    hecho = compilar(SENCILLA).rendir_y_decir(datos)
    assert hecho.camino is Camino.RAPIDO
    assert texto_de(hecho.docx) == ["Señor a & b, " + "a\nb" * 50 + "."]


def test_la_imagen_se_puede_hacer_sin_docxtemplate() -> None:
    docx = parrafos("{{ x }}")
    imagen = InlineImage(None, png())
    hecho = compilar(docx).rendir_y_decir({"x": imagen})
    assert hecho.camino is Camino.LENTO
    assert any(n.startswith("word/media/") for n in partes_de(hecho.docx))
    assert imagen.tpl is None


def test_en_el_camino_lento_tampoco_se_evaluan_los_datos() -> None:
    documento = Document()
    documento.add_paragraph("{{ imagen }}")
    documento.add_section()
    docx = con_notas("footnote", guardar(documento), "Nota {{ x }}")
    datos: dict[str, object] = {"x": "{{ 7 * 7 }} & {{ nada }}", "imagen": InlineImage(None, png())}
    hecho = compilar(docx).rendir_y_decir(datos)
    assert hecho.camino is Camino.LENTO
    assert texto_de(hecho.docx)[-1] == "Nota {{ 7 * 7 }} & {{ nada }}"


@pytest.mark.parametrize(
    ("docx", "que"),
    [
        (con_notas("footnote", parrafos("a"), "Nota {{ imagen }}"), "notas al pie: aquí no se"),
        (parrafos("{{ imagen }}", "{{ nada }}"), "no se puede hacer con esos datos.*nada"),
        (parrafos("{{ imagen }}", "{{r roto }}"), "mal formado"),
    ],
)
def test_el_camino_lento_tambien_explica_sus_errores(docx: bytes, que: str) -> None:
    datos = {"imagen": InlineImage(None, png()), "roto": RichText("a", color='"><b')}
    with pytest.raises(ErrorDePlantilla, match=que):
        compilar(docx).rendir(datos)


def test_un_caracter_ilegal_tampoco_pasa_por_el_camino_lento() -> None:
    with pytest.raises(DatoInvalido, match=r"U\+0001"):
        compilar(parrafos("{{ imagen }}{{ x }}")).rendir(
            {"imagen": InlineImage(None, png()), "x": "\x01"}
        )


def test_una_plantilla_con_dtd_se_rechaza() -> None:
    partes = leer_paquete(SENCILLA)
    cuerpo = partes["word/document.xml"]
    corte = cuerpo.index(b"<w:document")
    partes["word/document.xml"] = (
        cuerpo[:corte] + b"<!DOCTYPE w:document [<!ENTITY e 'x'>]>" + cuerpo[corte:]
    )
    with pytest.raises(ErrorDeDocumento, match="DTD"):
        compilar(escribir_paquete(partes))


def _con_parte(nombre: str, datos: bytes) -> bytes:
    return escribir_paquete({**leer_paquete(COMPLETA), nombre: datos})


def test_lo_que_docxtpl_tampoco_entiende_se_explica() -> None:
    xml = leer_paquete(COMPLETA)["word/document.xml"]
    otro_prefijo = xml.replace(b"<w:", b"<x:").replace(b"</w:", b"</x:")
    otro_prefijo = otro_prefijo.replace(b" w:", b" x:").replace(b"xmlns:w=", b"xmlns:x=")
    with pytest.raises(ErrorDePlantilla, match="como lo hace Word"):
        compilar(_con_parte("word/document.xml", otro_prefijo))
    with pytest.raises(ErrorDePlantilla, match="como lo hace Word"):
        rendir(_con_parte("word/document.xml", otro_prefijo), {"x": "a"})
    notas = leer_paquete(COMPLETA)["word/footnotes.xml"].decode().partition("?>")[2]
    with pytest.raises(ErrorDeDocumento, match="UTF-8"):
        compilar(_con_parte("word/footnotes.xml", notas.encode("utf-16")))
    sin_columnas = cuerpo("<w:tbl><w:tblPr/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")
    with pytest.raises(ErrorDePlantilla, match="una tabla no dice bien sus columnas"):
        compilar(sin_columnas).rendir({})


def test_un_generador_no_se_gasta_a_medias() -> None:
    docx = parrafos("{% for i in l %}{{ i }}{% endfor %}{{ x }}")
    compilada = compilar(docx)
    assert texto_de(compilada.rendir({"l": iter("ab"), "x": "c"})) == ["abc"]
    with pytest.raises(ErrorDePlantilla, match="Dé una lista"):
        compilada.rendir({"l": iter("ab"), "x": InlineImage(None, png())})


def test_un_hipervinculo_que_no_esta_en_la_plantilla_es_un_error() -> None:
    docx = parrafos("{{r x }}")
    enlace = RichText("aquí", url_id=DocxTemplate(io.BytesIO(docx)).build_url_id("https://a.test"))
    with pytest.raises(ErrorDePlantilla, match="hipervínculo"):
        compilar(docx).rendir({"x": enlace})


@pytest.fixture
def _con_docxcompose(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lo que `docxtpl.subdoc` importa; un subdocumento de solo texto no lo usa."""
    nombres = {
        "properties": ["CustomProperties"],
        "utils": ["xpath", "NS"],
        "composer": ["Composer"],
    }
    monkeypatch.setitem(sys.modules, "docxcompose", types.ModuleType("docxcompose"))
    for modulo, clases in nombres.items():
        falso = types.ModuleType(f"docxcompose.{modulo}")
        for clase in clases:
            setattr(falso, clase, type(clase, (), {}))
        monkeypatch.setitem(sys.modules, f"docxcompose.{modulo}", falso)


def _con_subdoc(docx: bytes) -> tuple[Any, dict[str, object]]:
    plantilla = DocxTemplate(io.BytesIO(docx))
    subdocumento = plantilla.new_subdoc()
    subdocumento.add_paragraph("sub & <documento>")
    subdocumento.add_picture(png())
    return plantilla, {"s": subdocumento, "x": "a"}


@pytest.mark.usefixtures("_con_docxcompose")
def test_un_subdocumento_va_por_el_camino_lento_con_su_plantilla() -> None:
    docx = parrafos("{{ x }}", "{{p s }}")
    plantilla, datos = _con_subdoc(docx)
    plantilla.render(datos, aislado(), autoescape=True)
    salida = io.BytesIO()
    plantilla.save(salida)
    hecho = compilar(docx).rendir_y_decir(_con_subdoc(docx)[1])
    assert hecho.camino is Camino.LENTO
    assert diferencias(salida.getvalue(), hecho.docx) == []
    with pytest.raises(ErrorDePlantilla, match="subdocumento"):
        compilar(docx).rendir(datos)
    with pytest.raises(ErrorDePlantilla, match="subdocumento"):
        compilar(docx).rendir(_con_subdoc(parrafos("otra", "{{p s }}"))[1])


def test_un_documento_de_mil_filas_no_repite_lo_que_no_cambia() -> None:
    documento = Document()
    documento.add_paragraph("{{ x }}")
    tabla = documento.add_table(rows=0, cols=2)
    for textos in (
        ("n", "v"),
        ("{%tr for f in l %}", ""),
        ("{{ f.n }}", "{{ f.v }}"),
        ("{%tr endfor %}", ""),
    ):
        for celda, texto in zip(tabla.add_row().cells, textos, strict=True):
            celda.text = texto
    filas = [{"n": n, "v": f"valor {n}\n&"} for n in range(1000)]
    hecho = compilar(guardar(documento)).rendir_y_decir({"x": "“”", "l": filas})
    assert hecho.camino is Camino.RAPIDO
    assert texto_de(hecho.docx)[3::2] == [str(n) for n in range(1000)]
    assert texto_de(hecho.docx)[4::2] == [f"valor {n}\n&" for n in range(1000)]
