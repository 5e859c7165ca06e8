import pytest

from generador.documento.contenido import Parrafo, Parte, contenido
from generador.documento.paquete import escribir_paquete, leer_paquete
from generador.documento.relaciones import agregar_parte
from tests.pdf.documentos import acto, bytes_de, caja, con_xml, nuevo
from tests.plantilla.taller import (
    NOTAS,
    con_notas,
    hacer,
    hacer_con_xml,
    hacer_tabla,
    llamada,
    trozo,
)

VOLADA = '<w:vertAlign w:val="superscript"/>'


def campo(paso: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{paso}"/></w:r>'


def marca(identificador: int, texto: str) -> str:
    return (
        f'<w:r><w:footnoteReference w:id="{identificador}" w:customMarkFollows="1"/>'
        f"<w:t>{texto}</w:t></w:r>"
    )


def lugares(docx: bytes) -> list[tuple[str, str, int, int | None]]:
    return [(p.texto, p.parte.value, p.numero, p.nota) for p in contenido(docx)]


@pytest.mark.parametrize(
    ("interior", "esperado"),
    [
        ('<w:hyperlink w:anchor="x">' + trozo("Ley 80") + "</w:hyperlink>", "Ley 80"),
        ("<w:sdt><w:sdtContent>" + trozo("Ley 80") + "</w:sdtContent></w:sdt>", "Ley 80"),
        ('<w:fldSimple w:instr="REF x">' + trozo("Ley 80") + "</w:fldSimple>", "Ley 80"),
        ('<w:ins w:id="1" w:author="x">' + trozo("Ley 80") + "</w:ins>", "Ley 80"),
        (trozo("Ley 8") + '<w:del w:id="1" w:author="x"><w:r><w:delText>1</w:delText></w:r></w:del>'
         + trozo("0"), "Ley 80"),
        # De un campo, solo el resultado: ni su instrucción ni el campo que hay dentro de ella.
        (campo("begin") + "<w:r><w:instrText>IF </w:instrText></w:r>" + campo("begin")
         + campo("separate") + trozo("no") + campo("end") + campo("separate") + trozo("sí")
         + campo("end"), "sí"),
        # Un campo que quedó sin cerrar no se lleva el texto que sigue.
        (campo("begin") + trozo("Ley 80"), "Ley 80"),
        (trozo("Ley 80") + campo("end"), "Ley 80"),
        (trozo("de 2017") + llamada(2) + trozo("."), "de 2017."),
        (trozo("de 2017") + trozo("19", VOLADA), "de 2017 19"),
        (trozo("de 2017") + marca(2, "19"), "de 2017 19"),
        (trozo("artículo 1") + trozo("o", VOLADA), "artículo 1o"),
        (trozo("m") + trozo("2", VOLADA), "m2"),
    ],
)  # fmt: skip
def test_el_texto_de_un_parrafo(interior: str, esperado: str) -> None:
    assert [p.texto for p in contenido(hacer_con_xml(interior))] == [esperado]


def test_el_cuadro_de_texto_sale_una_vez_y_no_parte_su_parrafo() -> None:
    doble = (
        f"<mc:AlternateContent><mc:Choice>{caja('rect', 'Ley 80')}</mc:Choice><mc:Fallback>"
        "<w:pict><w:txbxContent><w:p><w:r><w:t>Ley 80</w:t></w:r></w:p></w:txbxContent></w:pict>"
        "</mc:Fallback></mc:AlternateContent>"
    )
    docx = con_xml(doble)
    assert [(p.texto, p.parte) for p in contenido(docx)] == [
        ("Que el acto rige. texto", Parte.CUERPO),
        ("Ley 80", Parte.CUADRO),
    ]


def test_cada_celda_va_por_filas_y_dice_que_es_de_una_tabla() -> None:
    assert lugares(hacer_tabla(("a", ""), ("b", "c"))) == [
        ("a", "tabla", 1, None),
        ("b", "tabla", 2, None),
        ("c", "tabla", 3, None),
    ]


def test_las_notas_van_por_orden_de_llamada_que_es_su_numero() -> None:
    cuerpo = hacer_con_xml(
        trozo("a") + llamada(7) + marca(9, "*") + llamada(3),
        f'<w:del w:id="1" w:author="x">{llamada(5)}</w:del>' + trozo("b"),
    )
    docx = con_notas(cuerpo, {3: "tercera", 5: "borrada", 7: "primera", 9: "asterisco"})
    assert lugares(docx) == [
        ("a*", "cuerpo", 1, None),
        ("b", "cuerpo", 2, None),
        ("primera", "nota", 1, 1),
        ("asterisco", "nota", 1, None),
        ("tercera", "nota", 1, 2),
        ("borrada", "nota", 1, None),
    ]


def test_las_notas_al_final_tienen_su_propia_cuenta() -> None:
    docx = hacer_con_xml(trozo("a") + '<w:r><w:endnoteReference w:id="2"/></w:r>')
    partes = leer_paquete(docx)
    xml = partes["word/document.xml"].decode()
    espacios = xml[xml.index("xmlns:w=") :].split(" ")[0].rstrip(">")
    cuerpo = f"<w:endnote w:id='2'><w:p>{trozo('fin')}</w:p></w:endnote>"
    partes["word/endnotes.xml"] = f"<w:endnotes {espacios}>{cuerpo}</w:endnotes>".encode()
    tipo = NOTAS.replace("footnotes", "endnotes")
    agregar_parte(partes, "word/endnotes.xml", tipo, "word/document.xml", "endnotes")
    assert lugares(escribir_paquete(partes))[-1] == ("fin", "nota al final", 1, 1)


def test_encabezados_y_pies_van_al_final() -> None:
    assert lugares(hacer("uno", "", "dos", encabezado="E", pie="P")) == [
        ("uno", "cuerpo", 1, None),
        ("dos", "cuerpo", 2, None),
        ("E", "encabezado", 1, None),
        ("P", "pie", 1, None),
    ]


def test_el_encabezado_repetido_en_varias_secciones_sale_una_vez() -> None:
    documento = nuevo()
    for numero, texto in enumerate(("E", "E", "otro")):
        seccion = documento.add_section() if numero else documento.sections[0]
        seccion.header.is_linked_to_previous = False
        seccion.header.paragraphs[0].text = texto
    docx = bytes_de(documento)
    assert [p.texto for p in contenido(docx)] == ["E", "otro"]


def test_un_acto_entero_no_pierde_nada() -> None:
    hallados = contenido(acto())
    assert {p.parte for p in hallados} == set(Parte) - {Parte.NOTA_FINAL}
    assert Parrafo(" Sentencia C-355.", Parte.NOTA, 1, 1) in hallados
