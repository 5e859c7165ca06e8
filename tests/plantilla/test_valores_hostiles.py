"""Los valores llegan letra por letra, vengan como vengan."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generador.documento.lectura import parrafos
from generador.documento.paquete import leer_paquete
from generador.errores import DatoInvalido
from tests.plantilla.taller import con_notas, hacer, hacer_con_xml, llamada, rendir, trozo

FRAGMENTOS = (
    "&", "<", ">", '"', "'", "{{", "}}", "{%", "%}", "{#", "{_{", "</w:t>", "<w:br/>", "]]>",
    "&amp;", "&#10;", "<?x?>", "<!--", "\\a", "\n", "\t", "\r\n", "  ", " ", "“”", "😀", "ñ",
    "e\u0301", "\u00a0", "\u2028", "\x85", "[[bloques: x]]", "{{ x }}", "%s", "\ufeff",
)  # fmt: skip
LEGALES = st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff")
TEXTOS = st.lists(st.sampled_from(FRAGMENTOS) | st.text(LEGALES, max_size=6), max_size=8).map(
    "".join
)
PLANTILLA = con_notas(
    hacer_con_xml(
        trozo("[") + trozo("{{ x }}", "<w:b/>") + trozo("]") + llamada(2),
        trozo("({") + trozo("{ g.x ", "<w:i/>") + trozo("}}") + trozo(")"),
    ),
    {2: "<{{ x }}>".replace("<", "&lt;").replace(">", "&gt;")},
)


def _comprobar(texto: str) -> None:
    salida = rendir(PLANTILLA, {"x": texto, "g": {"x": texto}})
    esperado = texto.replace("\r\n", "\n")
    assert parrafos(salida) == [f"[{esperado}]", f"({esperado})", f"<{esperado}>"]
    for nombre, datos in leer_paquete(salida).items():
        if nombre.endswith((".xml", ".rels")):
            etree.fromstring(datos)


@settings(derandomize=True, deadline=None, max_examples=400)
@given(TEXTOS)
def test_todo_texto_legal_llega_igual(texto: str) -> None:
    _comprobar(texto)


@pytest.mark.lenta
@settings(derandomize=True, deadline=None, max_examples=10_000)
@given(TEXTOS)
def test_todo_texto_legal_llega_igual_campania(texto: str) -> None:
    _comprobar(texto)


@pytest.mark.parametrize("texto", [*FRAGMENTOS, "", " a ", "a\n\n\tb\n", "\n", "\t"])
def test_cada_fragmento_hostil_llega_igual(texto: str) -> None:
    _comprobar(texto)


@pytest.mark.parametrize(
    "malo", ["\x00", "\x07", "\x0b", "\x0c", "\x1f", "\r", "\ufffe", "\uffff", "\ud800"]
)
def test_lo_que_no_cabe_en_word_se_rechaza_con_su_parrafo(malo: str) -> None:
    with pytest.raises(DatoInvalido, match=r"cuerpo, párrafo.*\{\{ x \}\}.*U\+"):
        rendir(PLANTILLA, {"x": f"a{malo}b", "g": {"x": ""}})


def test_el_salto_conserva_el_formato_de_su_trozo() -> None:
    salida = rendir(hacer_con_xml(trozo("{{ x }}", "<w:b/>")), {"x": "a\nb\tc"})
    cuerpo = leer_paquete(salida)["word/document.xml"].decode()
    assert cuerpo.count("<w:b/>") == 1
    assert "a</w:t><w:br/>" in cuerpo
    assert "b</w:t><w:tab/>" in cuerpo


def test_la_etiqueta_partida_no_cambia_el_formato_de_lo_que_sigue() -> None:
    interior = trozo("{{ ", "<w:b/>") + trozo("x }} y esto en cursiva", "<w:i/>")
    cuerpo = leer_paquete(rendir(hacer_con_xml(interior), {"x": "v"}))["word/document.xml"]
    raiz = etree.fromstring(cuerpo)
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    cursiva = [r for r in raiz.iter(w + "r") if r.find(f"{w}rPr/{w}i") is not None]
    assert ["".join(r.itertext()) for r in cursiva] == [" y esto en cursiva"]


def test_encabezado_y_pie_tambien() -> None:
    salida = rendir(hacer("c", encabezado="E {{ x }}", pie="P {{ x }}"), {"x": "a & <b>"})
    assert parrafos(salida) == ["c", "E a & <b>", "P a & <b>"]
