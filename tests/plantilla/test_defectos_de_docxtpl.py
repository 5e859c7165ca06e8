"""Lo único en que la plantilla compilada se aparta de docxtpl: sus defectos, uno por uno.

Si docxtpl corrige alguno, su prueba falla aquí y el caso pasa a `peligros.py`.
"""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from docx import Document
from docxtpl import DocxTemplate, RichText

from generador.documento.lectura import parrafos as texto_de
from generador.errores import DatoInvalido, ErrorDePlantilla
from generador.plantilla.compilada import compilar
from generador.plantilla.valores_docxtpl import aislado
from tests.plantilla.fabrica import con_notas, cuerpo, parrafos, propiedades
from tests.plantilla.taller import guardar
from tests.plantilla.test_equivalencia import partes_de

Lector = Callable[[bytes], object]


def con_docxtpl(docx: bytes, datos: dict[str, object], *, escapar: bool = True) -> bytes:
    plantilla = DocxTemplate(io.BytesIO(docx))
    plantilla.render(datos, aislado() if escapar else None, autoescape=escapar)
    salida = io.BytesIO()
    plantilla.save(salida)
    return salida.getvalue()


def _titulo(docx: bytes) -> str:
    return str(Document(io.BytesIO(docx)).core_properties.title)


def _categoria(docx: bytes) -> str:
    return str(Document(io.BytesIO(docx)).core_properties.category)


def _nota(docx: bytes) -> str:
    return texto_de(docx)[-1]


def _con_categoria() -> bytes:
    documento = Document()
    documento.core_properties.category = "{{ x }}"
    return guardar(documento)


def _con_dos_secciones() -> bytes:
    documento = Document()
    documento.add_paragraph("a")
    documento.add_section()
    return con_notas("footnote", guardar(documento), "Nota {{ x }}")


# qué pasa, plantilla, valor de x, dónde se mira, lo que dice Minuta, lo que dice docxtpl
DEFECTOS: list[tuple[str, bytes, str, Lector, object, object]] = [
    ("escapa dos veces las propiedades", propiedades("T {{ x }}"), "a & b", _titulo,
     "T a & b", "T a &amp; b"),
    ("no llena las demás propiedades", _con_categoria(), "v", _categoria, "v", "{{ x }}"),
    ("no llena las notas al final", con_notas("endnote", parrafos("a"), "Nota {{ x }}"), "v", _nota,
     "Nota v", "Nota {{ x }}"),
    ("evalúa dos veces las notas al pie si hay dos secciones", _con_dos_secciones(),
     "{{ 7 * 7 }}", _nota, "Nota {{ 7 * 7 }}", "Nota 49"),
    ("cambia las llaves de un valor", parrafos("{{ x }}"), "{_{ y }_}", texto_de,
     ["{_{ y }_}"], ["{{ y }}"]),
    ("deja un blanco por el retorno de carro", parrafos("{{ x }}"), "a\r\nb", texto_de,
     ["a\nb"], ["a\n\nb"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("docx", "valor", "lector", "bien", "mal"),
    [caso[1:] for caso in DEFECTOS],
    ids=[caso[0] for caso in DEFECTOS],
)
def test_se_aparta_de_docxtpl(
    docx: bytes, valor: str, lector: Lector, bien: object, mal: object
) -> None:
    assert lector(compilar(docx).rendir({"x": valor})) == bien
    assert lector(con_docxtpl(docx, {"x": valor})) == mal


@pytest.mark.parametrize("malo", ["\x01", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_un_caracter_ilegal_es_un_error_y_no_texto_perdido(malo: str) -> None:
    docx = parrafos("uno {{ x }}")
    with pytest.raises(DatoInvalido, match=r"cuerpo, párrafo \(«uno \{\{ x \}\}»\).*U\+"):
        compilar(docx).rendir({"x": f"a{malo}b"})
    assert texto_de(con_docxtpl(docx, {"x": f"a{malo}b"})) == ["uno ab"]


@pytest.mark.parametrize("malo", ["\ud800", "\r"])
def test_los_demas_ilegales_tambien(malo: str) -> None:
    with pytest.raises(DatoInvalido, match=r"U\+"):
        compilar(parrafos("{{ x }}")).rendir({"x": malo})


def test_sin_autoescape_docxtpl_pierde_texto() -> None:
    docx, datos = parrafos("{{ x }} fin"), {"x": "A & B <c> d"}
    assert texto_de(compilar(docx).rendir(datos)) == ["A & B <c> d fin"]
    assert texto_de(con_docxtpl(docx, {"x": "A & B <c> d"}, escapar=False)) != ["A & B <c> d fin"]


@pytest.mark.parametrize(
    ("docx", "valor"),
    [
        (parrafos("{{r x }} fin"), RichText("a", color='"><b')),
        (parrafos("{{ x | safe }} fin"), "A & B <c> d"),
        (cuerpo("<w:p><w:r><w:t>a {% if x %}b</w:t></w:r>{% endif %}</w:p>"), ""),
    ],
)
def test_el_xml_mal_formado_es_un_error_y_no_texto_perdido(docx: bytes, valor: object) -> None:
    con_docxtpl(docx, {"x": valor})
    with pytest.raises(ErrorDePlantilla, match=r"cuerpo: con estos datos.*mal formado"):
        compilar(docx).rendir({"x": valor})


def test_sin_propiedades_no_inventa_unas_con_la_hora() -> None:
    documento = Document()
    documento.add_paragraph("{{ x }}")
    paquete = documento.part.package
    enlace = next(i for i, r in paquete.rels.items() if r.reltype.endswith("core-properties"))
    del paquete.rels[enlace]
    docx = guardar(documento)
    assert "docProps/core.xml" not in partes_de(compilar(docx).rendir({"x": "a"}))
    assert "docProps/core.xml" in partes_de(con_docxtpl(docx, {"x": "a"}))
