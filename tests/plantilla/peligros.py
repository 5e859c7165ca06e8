"""Plantillas y datos en que un motor rápido podría apartarse de docxtpl: una por peligro."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from docx.shared import Cm
from docxtpl import InlineImage, Listing, RichText, RichTextParagraph
from markupsafe import Markup

from generador.plantilla.compilada import Camino
from tests.plantilla.fabrica import (
    con_dibujo,
    con_notas,
    cuerpo,
    encabezados,
    parrafos,
    png,
    propiedades,
    tabla,
)
from tests.plantilla.taller import trozo as _t

RAPIDO, REVISADO, LENTO = Camino.RAPIDO, Camino.REVISADO, Camino.LENTO


@dataclass(frozen=True)
class Peligro:
    """Una plantilla, los datos (que pueden necesitar el DocxTemplate) y el camino esperado."""

    nombre: str
    plantilla: bytes
    datos: Callable[[Any], dict[str, object]]
    camino: Camino = RAPIDO


def _datos(**datos: object) -> Callable[[Any], dict[str, object]]:
    return lambda _plantilla: datos


def _celda(contenido: str, formato: str = "") -> str:
    ancho = '<w:tcW w:w="1000" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{ancho}{formato}</w:tcPr><w:p>{contenido}</w:p></w:tc>"


HOSTILES = [
    "&", "<", ">", '"', "'", "&amp;", "]]>", "</w:t>", "<w:br/>", "{{ y }}", "{% if %}", "{#", "}}",
    "“A” — «b»", "😀", "e\u0301", "\u00a0\u2028\x85\ufeff", " al borde ", "\\n", "%s", "[[b]]", "",
]  # fmt: skip
SALTOS = ["a\nb", "a\tb", "a\ab", "a\fb", "\n", "\n\n\t\a\f", "uno & \n<dos>\t“tres”"]
_DE_WORD = (
    # Lo que Word mete dentro de una etiqueta: marcadores, ortografía, cambio de idioma.
    f'<w:p w:rsidR="00AB12CD">{_t("Señor {{ ")}<w:bookmarkStart w:id="5" w:name="_GoBack"/>'
    f'<w:bookmarkEnd w:id="5"/><w:proofErr w:type="spellStart"/>{_t("x", "<w:b/>")}'
    f'<w:proofErr w:type="spellEnd"/>{_t(" }}, presente.")}</w:p>'
)
_MAS_DE_WORD = (
    # Comentarios, saltos de página recordados, campos, enlaces y etiquetas inteligentes en medio.
    f'<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>'
    f'</w:numPr></w:pPr><w:commentRangeStart w:id="3"/>{_t("{", "<w:b/>")}'
    f'<w:commentRangeEnd w:id="3"/>{_t("{ x")}<w:r><w:lastRenderedPageBreak/><w:t> }}</w:t></w:r>'
    f"{_t('} y')}<w:r><w:tab/><w:t>{{{{x|default(“no”)}}}} </w:t><w:noBreakHyphen/></w:r></w:p>"
    f'<w:p><w:hyperlink w:anchor="b">{_t("{{ x")}{_t("}}")}</w:hyperlink>'
    f'<w:fldSimple w:instr=" PAGE ">{_t("1")}</w:fldSimple>'
    f'<w:smartTag w:element="t">{_t("{% if x == ‘a’ %}sí{% else %}no")}{_t("{% endif %}")}'
    f"</w:smartTag>"
    f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF b </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    f"<w:p><w:pPr><w:sectPr><w:cols w:num='2'/></w:sectPr></w:pPr>{_t('{{ x }}')}</w:p>"
)
_ALTERNATIVO = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
    f"<wp:docPr id='4' name='c'/><a:graphic><w:txbxContent><w:p>{_t('{{ x }}')}</w:p>"
    "</w:txbxContent></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    f"<w:txbxContent><w:p>{_t('{{ x }}')}</w:p></w:txbxContent></w:pict></mc:Fallback>"
    f"</mc:AlternateContent></w:r>{_t('{{ x }}')}</w:p>"
)
_SDT = (
    '<w:sdt><w:sdtPr><w:alias w:val="Nombre"/></w:sdtPr><w:sdtContent>'
    f"<w:p>{_t('{{ x }}')}</w:p></w:sdtContent></w:sdt>"
    f"<w:p><w:sdt><w:sdtContent>{_t('{{ x }}')}</w:sdtContent></w:sdt></w:p>"
)
_GRID = '<w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid>'
_ANIDADA = (
    f"<w:tbl>{_GRID}<w:tr>{_celda(_t('{{ x }}'))}"
    "<w:tc><w:tcPr/><w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='500'/></w:tblGrid>"
    f"<w:tr>{_celda(_t('{% for i in l %}{{ i }}{% endfor %}'))}</w:tr></w:tbl><w:p/>"
    "</w:tc></w:tr></w:tbl>"
)
_ANCHA = (
    "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='1000'/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:tbl>"
    f"{_GRID}<w:tr>{_celda(_t('{{ x }}')) * 2}</w:tr></w:tbl><w:p/></w:tc></w:tr>"
    "</w:tbl>"
)
_DESIGUAL = (
    f"<w:tbl>{_GRID}<w:tr>{_celda(_t('{{ x }}')) * 2}</w:tr>"
    f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{_celda(_t('{{ x }}'))}</w:tr>"
    "</w:tbl>"
)
_CELDA_EN_CONTROL = (
    f"<w:tbl>{_GRID}<w:tr>{_celda(_t('a')) * 2}</w:tr><w:tr>"
    f"{_celda(_t('b'))}<w:sdt><w:sdtContent>{_celda(_t('{{ x }}'))}"
    "</w:sdtContent></w:sdt></w:tr></w:tbl>"
)
_COMBINADA = (
    f"<w:tbl>{_GRID}<w:tr>"
    f"{_celda(_t('{{ x }}'), '<w:gridSpan w:val=`2`/><w:shd w:fill=`FFEE00`/>')}</w:tr>"
    f"<w:tr>{_celda(_t('a'), '<w:vMerge w:val=`restart`/>')}"
    f"{_celda(_t('{{ x }}'))}</w:tr>"
    f"<w:tr>{_celda('', '<w:vMerge/>')}{_celda(_t('{{ x }}'))}</w:tr>"
    "</w:tbl>"
).replace("`", '"')
_CUADRO = (
    f"<w:p>{_t('fuera {{ x }}')}<w:r><w:pict><w:txbxContent><w:p>{_t('dentro {{ x }}')}</w:p>"
    f"</w:txbxContent></w:pict></w:r>{_t(' y fuera {{ x }}')}</w:p>"
)
_REPETIDOS = (
    f'<w:p>{_t("{%p for i in l %}")}</w:p><w:p w14:paraId="1A2B3C4D">'
    f'<w:bookmarkStart w:id="7" w:name="b"/>{_t("{{ i }}")}<w:bookmarkEnd w:id="7"/>'
    f'<w:ins w:id="9" w:author="x">{_t("{{ i }}")}</w:ins></w:p><w:p>{_t("{%p endfor %}")}</w:p>'
)

PELIGROS = [
    *(Peligro(f"valor {v!r}", parrafos("[{{ x }}]", "{{r x }}"), _datos(x=v)) for v in HOSTILES),
    *(Peligro(f"salto {v!r}", parrafos("a", "[{{ x }}]", "b"), _datos(x=v)) for v in SALTOS),
    *(
        Peligro(f"salto {v!r} en tabla", tabla(("n", "{{ x }}"), ("{{ x }}", "y")), _datos(x=v))
        for v in SALTOS
    ),
    Peligro("corridas partidas", parrafos("Señor {{ x }} y {{ y }}.", partir=3),
            _datos(x="a & b", y="c\nd")),
    Peligro("corridas de una letra", parrafos("{% if x %}{{ x }}{% else %}n{% endif %}", partir=1),
            _datos(x="v")),
    Peligro("marcador y ortografía dentro", cuerpo(_DE_WORD), _datos(x="<b>")),
    Peligro("comentarios, campos, enlaces y secciones", cuerpo(_MAS_DE_WORD), _datos(x="a")),
    Peligro("cuadro con alternativa", cuerpo(_ALTERNATIVO), _datos(x="a & b\nc")),
    Peligro("controles de contenido", cuerpo(_SDT), _datos(x="a\tb")),
    Peligro("tabla anidada", cuerpo(_ANIDADA), _datos(x="a", l=["1", "2"])),
    Peligro("tabla anidada más ancha", cuerpo(_ANCHA), _datos(x="a"), REVISADO),
    Peligro("filas de distinto ancho", cuerpo(_DESIGUAL), _datos(x="a", si=True)),
    Peligro("la fila más ancha se quita", tabla(
        ("{%tr if x %}", ""), ("a", "b", "c"), ("{%tr endif %}", ""), ("{% colspan 2 %}{{ x }}",)),
        _datos(x=""), REVISADO),
    Peligro("celda dentro de un control", cuerpo(_CELDA_EN_CONTROL), _datos(x="a\n")),
    Peligro("celdas combinadas y colores", cuerpo(_COMBINADA), _datos(x="a\nb")),
    Peligro("cuadro de texto", cuerpo(_CUADRO), _datos(x="a\nb\tc")),
    Peligro("identificadores en un ciclo", cuerpo(_REPETIDOS), _datos(l=["a", "b"])),
    Peligro("párrafo vacío con atributos", cuerpo(f'<w:p w:rsidR="00"/><w:p>{_t("{{ x }}")}</w:p>'),
            _datos(x="a\nb\tc")),
    Peligro("salto en la plantilla", cuerpo(f"<w:p>{_t('uno&#10;dos&#9;{{ x }}')}</w:p>"),
            _datos(x="v")),
    Peligro("ninguna etiqueta", parrafos("nada"), _datos()),
    Peligro("números y vacíos", parrafos("{{ a }}|{{ b }}|{{ c }}|{{ d }}|{{ e }}"),
            _datos(a=None, b=3, c=2.50, d=True, e=[1, "x & y"])),
    Peligro("operaciones", parrafos("{{ a ~ ' & ' ~ b }}{{ a | upper }}{{ [a, b] | join('<') }}"),
            _datos(a="ñ<", b="“")),
    Peligro("llaves escritas", parrafos("{_{ x }_} y {_% y %_} {{ x }}"), _datos(x="v")),
    Peligro("solo llaves escritas", con_notas("footnote", parrafos("{_{"), "{_% a %_}"), _datos()),
    Peligro("comentarios", parrafos("a{# nada #}b", "{#p fuera #}", "{{ x }}"), _datos(x="v")),
    Peligro("menos", parrafos("a", "{%- if x %}b{% endif -%}", "c"), _datos(x=True)),
    Peligro("ciclos anidados", parrafos(
        "{%p for f in l %}", "{{ loop.index }} {{ f.n }}: {% for i in f.h %}{{ i }}, {% endfor %}",
        "{%p if f.h %}", "tiene", "{%p else %}", "no", "{%p endif %}", "{%p endfor %}"),
        _datos(l=[{"n": "a", "h": ["1", "2\n3"]}, {"n": "b & c", "h": []}])),
    Peligro("asignaciones", parrafos("{% set v = x %}{{ v }}{% set v = v ~ '!' %}{{ v }}"),
            _datos(x="a")),
    Peligro("macro", parrafos("{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(x) }}{{ m('<') }}"),
            _datos(x="a & b"), REVISADO),
    Peligro("set con cuerpo", parrafos("{% set v %}[{{ x }}]{% endset %}{{ v }}"), _datos(
            x="a & b"), REVISADO),
    Peligro("condición que corta el párrafo", parrafos("a {% if x %}b", "c{% endif %} d"),
            _datos(x=True)),
    Peligro("condición que une dos párrafos", parrafos("a {% if x %}b", "c{% endif %} d"),
            _datos(x=False)),
    Peligro("condición de un párrafo a una celda", cuerpo(
        f"<w:p>{_t('a {% if x %}b')}</w:p>" + _COMBINADA.replace("{{ x }}", "c{% endif %}", 1)),
        _datos(x=True), REVISADO),
    Peligro("filas por ciclo", tabla(
        ("n", "v"), ("{%tr for f in l %}", ""), ("{{ f.a }}", "{{ f.b }}"), ("{%tr endfor %}", "")),
        _datos(l=[{"a": "1 & 2", "b": "x\ny"}, {"a": "“", "b": ""}])),
    Peligro("filas por ciclo, sin filas fijas", tabla(
        ("{%tr for f in l %}", ""), ("{{ f }}", "x"), ("{%tr endfor %}", "")), _datos(l=["a"]),
        REVISADO),
    Peligro("tabla que queda sin filas", tabla(
        ("{%tr for f in l %}", ""), ("{{ f }}", "x"), ("{%tr endfor %}", "")), _datos(l=[]),
        REVISADO),
    Peligro("condiciones en celdas", tabla(
        ("{% if a %}sí & {{ a }}{% else %}no{% endif %}", "{% if b %}x{% endif %}"),
        ("{{ a }}", "y")),
        _datos(a="v\n", b=False)),
    Peligro("columnas por ciclo", tabla(("A", "{%tc for c in l %}", "{{ c }}", "{%tc endfor %}")),
            _datos(l=list("wxyz")), REVISADO),
    Peligro("hm", tabla(("{%tc for c in l %}", "{% hm %}t", "{%tc endfor %}"),
                        ("{%tc for c in l %}", "{{ c }}", "{%tc endfor %}")),
            _datos(l=list("wxyz")), REVISADO),
    Peligro("vm", tabla(("a", "b"), ("{%tr for r in l %}", ""), ("{% vm %}x", "{{ r }}"),
                        ("{%tr endfor %}", "")), _datos(l=["1", "2", "3"])),
    Peligro("colspan", tabla(("{% colspan n %}ancho", ), ("a", "b", "c"), ancho=3), _datos(n=2),
            REVISADO),
    Peligro("cellbg", tabla(("{% cellbg c %}celda", "{{ c }}")), _datos(c="FF0000")),
    Peligro("cellbg en ciclo", tabla(
        ("a", "b"), ("{%tr for f in l %}", ""), ("{% cellbg f %}{{ f }}", "x"),
        ("{%tr endfor %}", "")),
        _datos(l=["FF0000", "00FF00"])),
    Peligro("dibujo en un ciclo", con_dibujo(), _datos(l=["a", "b", "c"])),
    Peligro("encabezados y pies", encabezados(), _datos(x="a & <b>\n“c”")),
    *(Peligro(f"encabezado {v!r}", encabezados(), _datos(x=v)) for v in (" ", "", "\t", "\n <")),
    Peligro("nota al pie", con_notas("footnote", parrafos("c {{ x }}"), "Nota {{ x }} fin"),
            _datos(x="a & <b> “c”")),
    Peligro("nota al pie con saltos", con_notas("footnote", parrafos("c {{ x }}"), "Nota {{ x }}"),
            _datos(x="a\nb\tc")),
    Peligro("nota al final sin etiquetas", con_notas("endnote", parrafos("{{ x }}"), "Nota fija"),
            _datos(x="a")),
    Peligro("propiedades", propiedades("Título {{ x }} y {{ 'a' if x > 'a' else 'b' }}"),
            _datos(x="llano")),
    Peligro("RichText", parrafos("Antes {{r x }} después {{ y }}"), _datos(
        x=RichText("negra & <b>", bold=True, color="#FF0000"), y="a"), REVISADO),
    Peligro("RichText con saltos", parrafos("{{r x }}"), _datos(
        x=RichText("uno\ndos\ttres\acuatro", italic=True)), REVISADO),
    Peligro("RichTextParagraph", parrafos("a", "{{p x }}", "b"), _datos(
        x=RichTextParagraph("uno & dos", parastyle="Heading1")), REVISADO),
    Peligro("Listing", parrafos("{{ x }}"), _datos(
        x=Listing("uno & 'dos'\n<tres>\aotro\ttab\fpágina"))),
    Peligro("XML crudo", parrafos("{{ x }}"), _datos(x=Markup("a</w:t><w:br/><w:t>b &amp; c")),
            REVISADO),
    Peligro("XML crudo con tabla", parrafos("{{p x }}"), _datos(x=Markup(
        "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w='100'/><w:gridCol w:w='100'/></w:tblGrid>"
        "<w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>")), REVISADO),
    Peligro("InlineImage", parrafos("{{ x }} y {{ y }}"), lambda t: {
        "x": InlineImage(t, png(), width=Cm(1)), "y": "a & b\nc"}, LENTO),
    Peligro("InlineImage en el encabezado", encabezados(), lambda t: {
        "x": InlineImage(t, png())}, LENTO),
    Peligro("InlineImage en ciclo", parrafos("{% for i in l %}{{ i }}{% endfor %}"), lambda t: {
        "l": [InlineImage(t, png(n, 3)) for n in (1, 2, 1)]}, LENTO),
    Peligro("autoescape apagado en la plantilla", parrafos(
        "{% autoescape false %}{{ x }}{% endautoescape %}{{ x }}"), _datos(x="a"), LENTO),
    Peligro("raw", parrafos("{% raw %}{{ x }}{% endraw %}{{ x }}"), _datos(x="a"), LENTO),
]  # fmt: skip


def normalizar_identificadores(nombre: str) -> str:
    """El nombre del caso como identificador de pytest."""
    return re.sub(r"\W+", "-", nombre.encode("unicode_escape").decode())
