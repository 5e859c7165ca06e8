"""Mirar el texto dice lo mismo que mirar el árbol."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generador.documento.arreglos import hay_vacios, poner_en_regla
from generador.documento.ooxml import W

PARRAFO = st.sampled_from(["<w:p/>", '<w:p w:x="1"><w:r><w:t>a</w:t></w:r></w:p>'])


def _elemento(nombre: str, contenido: str, atributos: str = "") -> str:
    return f"<w:{nombre}{atributos}>{contenido}</w:{nombre}>"


def _mezclar(hijos: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    varios = st.lists(hijos, max_size=3).map("".join)
    formato = st.sampled_from(["", "<w:tcPr/>", '<w:tcPr><w:tcW w:w="1"/></w:tcPr>'])
    celda = st.builds(lambda f, v: _elemento("tc", f + v, ' w:x="1"' if f else ""), formato, varios)
    fila = st.lists(celda, max_size=2).map(lambda c: _elemento("tr", "".join(c)))
    tabla = st.lists(fila, max_size=2).map(
        lambda f: _elemento("tbl", "<w:tblPr/><w:tblGrid/>" + "".join(f))
    )
    return tabla | varios.map(lambda v: _elemento("txbxContent", v)) | celda


CUERPOS = st.lists(st.recursive(PARRAFO, _mezclar, max_leaves=6), max_size=3).map(
    lambda c: f'<w:body xmlns:w="{W[1:-1]}">{"".join(c)}</w:body>'
)


@settings(derandomize=True, deadline=None, max_examples=500)
@given(CUERPOS)
def test_hay_vacios_si_y_solo_si_hay_que_arreglarlos(xml: str) -> None:
    raiz = etree.fromstring(xml)
    antes = etree.tostring(raiz)
    poner_en_regla(raiz)
    assert hay_vacios(xml) == (etree.tostring(raiz) != antes)


@pytest.mark.parametrize("xml", ["<w:tc><w:tcPr/>\n</w:tc>", '<w:hdr w:a="b"></w:hdr>'])
def test_los_espacios_y_atributos_no_lo_ocultan(xml: str) -> None:
    assert hay_vacios(xml)
