"""Qué se puede asegurar de una plantilla con solo leerla."""

from dataclasses import asdict

import pytest

from generador.plantilla.riesgos import analizar

CELDA = "<w:tc><w:tcPr/><w:p/></w:tc>"
FILA = f"<w:tr>{CELDA}{CELDA}</w:tr>"
COLUMNAS = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
POR_CICLO = f"{{% for f in l %}}{FILA}{{% endfor %}}"


DOBLE = CELDA.replace("<w:tcPr/>", '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')


def tabla(*filas: str) -> str:
    return f"<w:tbl><w:tblPr/>{COLUMNAS}{''.join(filas)}</w:tbl>"


ANCHA = tabla(f"<w:tr>{CELDA * 3}</w:tr>")


@pytest.mark.parametrize(
    ("fuente", "riesgos"),
    [
        ("", ""),
        ("<w:p><w:r><w:t>{{ a }}{{ b }}</w:t></w:r></w:p>", ""),
        ("<w:p>{% if a < b %}<w:r/>{% elif c %}{% else %}<w:r><w:t>x</w:t></w:r>{% endif %}</w:p>",
         ""),
        ("{% for i in l %}<w:p/>{% endfor %}{% set a = 1 %}{# nada #}<?x?><!-- y -->", ""),
        ("<w:r><w:t>a{% if x %}</w:t></w:r><w:r><w:t>{% endif %}</w:t></w:r>", ""),
        ("<w:r>{% if x %}</w:r>{% endif %}", "cortes cuadricula repetidos vacios"),
        ("{% if x %}<w:r>{% else %}</w:r>{% endif %}", "cortes cuadricula repetidos vacios"),
        ("{% if x %}<w:r/>", "cortes cuadricula repetidos vacios"),
        ("{% endif %}", "cortes cuadricula repetidos vacios"),
        ("<w:p></w:r></w:p>", "cortes cuadricula repetidos vacios"),
        ("{% macro m() %}{% endmacro %}", "cortes cuadricula repetidos vacios"),
        ("{% set a %}<w:p/>{% endset %}", "cortes cuadricula repetidos vacios"),
        ('<w:p w:x="{% if a > 1 %}b{% endif %}"/>', "cortes cuadricula repetidos vacios"),
        (tabla(FILA), ""),
        (tabla(FILA, POR_CICLO), ""),
        (tabla(FILA, f"<w:tr>{CELDA}</w:tr>"), ""),
        (tabla(f"<w:tr>{DOBLE}</w:tr>"), ""),
        (tabla(POR_CICLO), "cuadricula vacios"),
        (tabla(), "cuadricula vacios"),
        (tabla(f"<w:tr>{CELDA}</w:tr>"), "cuadricula"),
        (tabla(f"<w:tr>{CELDA * 3}</w:tr>"), "cuadricula"),
        (tabla(FILA, f"<w:tr>{CELDA}{{% if x %}}{CELDA}{{% endif %}}</w:tr>"), "cuadricula"),
        (tabla(FILA, f"<w:tr>{CELDA}<w:tc><w:p/>{tabla(FILA)}<w:p/></w:tc></w:tr>"), ""),
        (tabla(FILA, f"<w:tr>{CELDA}<w:tc>{ANCHA}<w:p/></w:tc></w:tr>"), "cuadricula"),
        (tabla(FILA, "<w:tr>{% for i in l %}" + CELDA + "{% endfor %}</w:tr>"), "cuadricula"),
        (tabla(FILA.replace("<w:tcPr/>", '<w:tcPr><w:gridSpan w:val="{{ n }}"/></w:tcPr>', 1)),
         "cuadricula"),
        (tabla(FILA, f"{{% if x %}}</w:tbl>{tabla(FILA)[:-8]}{{% endif %}}"), "cuadricula vacios"),
        ("<w:tc>{% if x %}<w:p/>{% endif %}</w:tc>", "vacios"),
        ("<w:tc>{% if x %}<w:p/>{% endif %}<w:p/></w:tc>", ""),
        ("<w:tc><w:p/>{% for i in l %}<w:p/>{% endfor %}</w:tc>", "vacios"),
        ("<w:tc><w:p/><m:bloques/></w:tc>", "vacios"),
        ('{% for i in l %}<wp:docPr id="1"/>{% endfor %}', "repetidos"),
        ('{% for i in l %}<w:p w14:paraId="1"/>{% endfor %}', "repetidos"),
        ('{% if l %}<w:bookmarkStart w:id="1"/>{% endif %}', ""),
    ],
)  # fmt: skip
def test_riesgos(fuente: str, riesgos: str) -> None:
    hallados = asdict(analizar(fuente))
    assert " ".join(n for n, v in hallados.items() if v is True) == riesgos


def test_dice_las_ordenes_que_usa() -> None:
    assert analizar("{%- if a -%}{% endif %}{% raw %}").palabras == {"if", "endif", "raw"}
