"""Resolver párrafo por párrafo da lo mismo que docxtpl con el documento entero."""

import io

import pytest
from docxtpl import DocxTemplate
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.plantilla.saltos import resolver

DOCXTPL = DocxTemplate(io.BytesIO())
PIEZAS = st.sampled_from(
    [
        "a", "b", "\n", "\n", "\t", "\a", "\f", "<w:p>", '<w:p w:rsidR="0">', '<w:p w:rsidR="0"/>',
        "<w:p/>", "</w:p>", "<w:r>", '<w:r w:rsidR="0">', "</w:r>", "<w:rPr><w:b/></w:rPr>",
        "<w:t>", '<w:t xml:space="preserve">', "</w:t>", "<w:pPr><w:jc/></w:pPr>", "<w:br/>",
        "<w:p><w:r><w:t>", "</w:t></w:r></w:p>",
    ]
)  # fmt: skip
TEXTOS = st.lists(st.sampled_from(["a", "&amp;", "\n", "\t", "\a", "\f"]), max_size=4).map("".join)
CORRIDAS = st.tuples(st.sampled_from(["", "<w:rPr><w:b/></w:rPr>"]), TEXTOS).map(
    lambda c: f"<w:r>{c[0]}<w:t>{c[1]}</w:t></w:r>"
)
PARRAFOS = st.lists(CORRIDAS, max_size=3).map(
    lambda c: f"<w:p><w:pPr><w:jc/></w:pPr>{''.join(c)}</w:p>"
)


def _comprobar(xml: str) -> None:
    assert resolver(xml, DOCXTPL.resolve_listing) == DOCXTPL.resolve_listing(xml)


@settings(derandomize=True, deadline=None, max_examples=1000)
@given(st.lists(PARRAFOS | st.sampled_from(["\n", "<w:tbl>"]), max_size=5).map("".join))
def test_con_parrafos_de_word(xml: str) -> None:
    _comprobar(xml)


@settings(derandomize=True, deadline=None, max_examples=2000)
@given(st.lists(PIEZAS, max_size=14).map("".join))
def test_con_cualquier_desorden(xml: str) -> None:
    _comprobar(xml)


@pytest.mark.parametrize(
    "xml",
    [
        "", "\n", "<w:p>\n", "\n</w:p>", "<w:p>a</w:p>\n<w:p><w:r><w:t>b\n</w:t></w:r></w:p>\n",
        "<w:p><w:r><w:t>a\n</w:t><w:p><w:r><w:t>\n\t</w:t></w:r></w:p><w:t>\n</w:t></w:r></w:p>",
    ],
)  # fmt: skip
def test_en_los_bordes(xml: str) -> None:
    _comprobar(xml)


def test_lo_corriente_no_se_le_pide_a_docxtpl() -> None:
    xml = "<w:p><w:r><w:t>a\nb</w:t></w:r></w:p>" * 3
    assert "<w:br/>" in resolver(xml, lambda _: pytest.fail("no hacía falta"))
