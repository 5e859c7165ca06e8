"""Cada defecto típico de una plantilla se explica con su parte, su párrafo y su etiqueta."""

import pytest

from generador.documento.paquete import escribir_paquete, leer_paquete
from generador.errores import DatoFaltante, DatoInvalido, ErrorDeDocumento, ErrorDePlantilla
from generador.modelo.falta import Falta
from tests.plantilla.taller import (
    hacer,
    hacer_con_xml,
    hacer_tabla,
    llamada,
    rendir,
    trozo,
)

CONTEXTO: dict[str, object] = {
    "a": "x", "usuario": {"nombre": "Ana"}, "filas": [{"v": "1"}], "nada": None, "si": True,
}  # fmt: skip

DEFECTOS = [
    # párrafo que sobra delante, párrafos de la plantilla, lo que el mensaje debe decir
    (("Señor {{ a",), "párrafo 2 («Señor {{ a»)", "sin su pareja"),
    (("Señor a }}",), "párrafo 2 («Señor a }}»)", "«}}» sin su pareja"),
    (("{{ a }",), "párrafo 2 («{{ a }»)", "sin su pareja"),
    (("{ { a }}",), "párrafo 2", "sin su pareja"),
    (("{% if si }}x{% endif %}",), "párrafo 2", "no se entiende"),
    (("{{ a b }}",), "{{ a b }}", "no se entiende"),
    (("{{ }}",), "{{ }}", "no se entiende"),
    (("{{ a | }}",), "{{ a | }}", "no se entiende"),
    (("{{ a | peso }}",), "{{ a | peso }}", "¿Quiso decir «pesos»?"),
    (("{{ a is vacio }}",), "{{ a is vacio }}", "no existe la pregunta"),
    (("{% fi si %}",), "{% fi si %}", "la orden «fi» no se admite"),
    (("{%p if si %}", "x"), "párrafo 2 («{%p if si %}»)", "Agregue {% endif %}"),
    (("{%p for f in filas %}", "x"), "{%p for f in filas %}", "Agregue {% endfor %}"),
    (("x {% if si %} y",), "{% if si %}", "no se cierra en el mismo párrafo"),
    (("{% if si %}", "y", "{% endif %}"), "{% if si %}", "use {%p"),
    (("{%p endif %}",), "{%p endif %}", "no hay nada abierto"),
    (("{%p if si %}", "{%p endfor %}"), "{%p endfor %}", "no hay nada abierto"),
    (("{%p else %}",), "{%p else %}", "no hay nada abierto"),
    (("texto {%p if si %}", "{%p endif %}"), "texto {%p if si %}", "tiene que ir sola"),
    (("{%p if si %}", "y {% endif %}"), "{% endif %}", "no está al mismo nivel"),
    (("{%tr if si %}",), "{%tr if si %}", "solo sirve dentro de una tabla"),
    (("{% p if si %}",), "{% p if si %}", "la orden «p» no se admite"),
    (("{%- if si %}{% endif %}",), "{%- if si %}", "al borde no se admiten"),
    (("{% else x %}",), "{% else x %}", "va solo"),
    (("{% for x filas %}{% endfor %}",), "{% for x filas %}", "no se entiende"),
    (("{{p a }}",), "{{p a }}", "insertar formato"),
    (("ver [[bloques: cuerpo]]",), "ver [[bloques: cuerpo]]", "mal escrito"),
    (("[[bloques: Cuerpo Uno]]",), "[[bloques: Cuerpo Uno]]", "mal escrito"),
    # estos aparecen al rendir
    (("{{ usuario.nombe }}",), "{{ usuario.nombe }}", "¿Quiso decir «nombre»?"),
    (("Don {{ usuario.dir.ciudad }}",), "Don {{ usuario.dir.ciudad }}", "«usuario.dir.ciudad»"),
    (("{{ otro.nombre }}",), "{{ otro.nombre }}", "«otro.nombre»"),
    (("{{ filas[0].w }}",), "{{ filas[0].w }}", "«filas[1].w»"),
    (("{{ filas[7].v }}",), "{{ filas[7].v }}", "no se puede calcular"),
    (("{{ nada }}",), "{{ nada }}", "«NoneType»"),
    (("{{ si }}",), "{{ si }}", "{% if … %}"),
    (("{{ filas }}",), "{{ filas }}", "{% for … %}"),
    (("{{ usuario }}",), "{{ usuario }}", "Nombre el dato"),
    (("{{ 1.5 }}",), "{{ 1.5 }}", "«float»"),
    (("{{ a | pesos }}",), "{{ a | pesos }}", "monto"),
    (("{% for x in nada %}{{ x }}{% endfor %}",), "{% for x in nada %}", "no se puede calcular"),
    (("{% if a > 3 %}x{% endif %}",), "{% if a > 3 %}", "no se puede calcular"),
]


@pytest.mark.parametrize(("parrafos", "donde", "que"), DEFECTOS)
def test_el_mensaje_dice_donde_y_que(parrafos: tuple[str, ...], donde: str, que: str) -> None:
    with pytest.raises((ErrorDePlantilla, DatoInvalido)) as error:
        rendir(hacer("Primero.", *parrafos), CONTEXTO)
    assert "cuerpo, párrafo" in str(error.value)
    assert donde in str(error.value)
    assert que in str(error.value)


@pytest.mark.parametrize(
    ("filas", "que"),
    [
        ((("{%tr for f in filas %}", "x"), ("{{ f.v }}", ""), ("{%tr endfor %}", "")), "sola"),
        ((("{%tr for f in filas %}", ""), ("{{ f.v }}", "{%tr endfor %}")), "sola"),
        ((("{%tr for f in filas %}", ""), ("{{ f.v }}", "")), "no se cierra"),
        ((("{%tc if si %}", "{%tc endif %} x")), "sola"),
    ],
)
def test_los_defectos_de_tabla_tambien(filas: tuple[tuple[str, ...], ...], que: str) -> None:
    tabla = filas if isinstance(filas[0], tuple) else (filas,)
    with pytest.raises(ErrorDePlantilla, match=rf"cuerpo, párrafo \d.*{que}"):
        rendir(hacer_tabla(*tabla), CONTEXTO)


@pytest.mark.parametrize(
    ("interior", "que"),
    [
        ('<w:ins w:id="1" w:author="x">' + trozo("a") + "</w:ins>", "control de cambios"),
        ("<w:r><w:instrText>{{ a }}</w:instrText></w:r>", "fuera del texto"),
        ('<w:bookmarkStart w:id="1" w:name="{{ a }}"/>', "fuera del texto"),
        ('<w:fldSimple w:instr=" INCLUDETEXT x "/>', "otro archivo"),
        (
            "<w:r><w:instrText>INCLUDE</w:instrText></w:r>"
            "<w:r><w:instrText>PICTURE x</w:instrText></w:r>",
            "otro archivo",
        ),
        ("<w:r><w:instrText> DDEAUTO c x</w:instrText></w:r>", "otro archivo"),
        ('<m:falta xmlns:m="urn:minuta">x</m:falta>', "de uso interno"),
        ('<x:bloques xmlns:x="urn:minuta" nombre="a"/>', "de uso interno"),
        (llamada(9), "llamada de nota al pie sin su nota"),
    ],
)
def test_lo_que_una_plantilla_no_puede_traer(interior: str, que: str) -> None:
    with pytest.raises(ErrorDePlantilla, match=que):
        rendir(hacer_con_xml(interior), CONTEXTO)


def test_la_etiqueta_en_las_propiedades_se_rechaza() -> None:
    partes = leer_paquete(hacer("x"))
    partes["docProps/core.xml"] = partes["docProps/core.xml"].replace(b"python-docx", b"{{ a }}")
    with pytest.raises(ErrorDePlantilla, match=r"docProps/core\.xml"):
        rendir(escribir_paquete(partes), CONTEXTO)


def test_una_falta_sin_borrador_detiene_el_acto() -> None:
    with pytest.raises(DatoFaltante, match=r"usuario\.nombre"):
        rendir(hacer("{{ usuario.nombre }}"), {"usuario": {"nombre": Falta("usuario.nombre")}})


@pytest.mark.parametrize("parte", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
def test_un_docx_danado_nombra_la_parte(parte: str) -> None:
    partes = leer_paquete(hacer("x"))
    partes[parte] = partes[parte][:-10]
    with pytest.raises(ErrorDeDocumento, match=f"«{parte}»|«estilos»"):
        rendir(escribir_paquete(partes), CONTEXTO)
