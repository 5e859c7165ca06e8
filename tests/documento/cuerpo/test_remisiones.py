"""Remisiones y notas: campos con su valor escrito, y números que suben en orden."""

from __future__ import annotations

from typing import Any

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generador.documento.campos import campos
from generador.documento.cuerpo.marcadores import LARGO, etiqueta, nombre
from generador.documento.lectura import parrafos
from generador.documento.ooxml import W
from generador.errores import DatoInvalido
from generador.marcado import bloques as b
from generador.plantilla.componer import componer
from tests.documento.cuerpo.taller import documento_con_estilos, hacer, p, plantilla, raiz
from tests.plantilla.fabrica import png
from tests.plantilla.taller import METADATOS, con_notas, guardar, llamada

R, N, PG = b.Remision, b.ClaseDeRemision.NOTA, b.ClaseDeRemision.PAGINA


def nota(texto: Any, etiqueta: str = "") -> b.LlamadaDeNota:
    return b.LlamadaDeNota(b.Nota((p(texto),), etiqueta))


def encabezado(texto: str) -> b.Encabezado:
    return b.Encabezado(2, (b.Texto(texto),), "x")


CUADRO = b.Tabla((b.Columna(),), ((p("A"),),), (), titulo=(b.Texto("t"),))


@pytest.mark.parametrize(
    ("destino", "valor"),
    [
        (b.Articulo("240-1", (), etiqueta="x"), "240-1"),
        (b.Paragrafo("2", (), etiqueta="x"), "2"),
        (b.Tabla(CUADRO.columnas, CUADRO.encabezado, (), etiqueta="x"), "2"),
        (b.Figura("f.png", "f", etiqueta="x"), "1"),
        (b.Ecuacion("y", "x"), "1"),
        (encabezado("3.2. Vigencia"), "3.2"),
        (encabezado("TÍTULO II"), "II"),
        (encabezado("IV. Hechos"), "IV"),
        (encabezado("a) Objeto"), "a"),
        (encabezado("A quién se aplica"), "A quién se aplica"),
        (encabezado("Inversión"), "Inversión"),
        (encabezado("2020 fue el año"), "2020"),
    ],
)
def test_la_remision_trae_el_numero_de_lo_que_cita(destino: Any, valor: str) -> None:
    foto = {"f.png": png().getvalue()}
    docx = hacer(p(R("x"), R("x", PG)), CUADRO, destino, imagenes=foto)
    hallados = {c.instruccion: c.guardado for c in campos(raiz(docx)) if "REF" in c.nombre}
    assert hallados == {"REF _Ref_x \\h": valor, "PAGEREF _Ref_x \\h": "¿?"}
    marcado = raiz(docx).xpath("//w:bookmarkStart[@w:name='_Ref_x']", namespaces={"w": W[1:-1]})
    assert len(marcado) == 1


def test_la_pagina_queda_pendiente_y_el_numero_no() -> None:
    arbol = raiz(hacer(p(R("x"), R("x", PG)), b.Articulo("1", (), etiqueta="x")))
    abren = [c for c in arbol.iter(W + "fldChar") if c.get(W + "fldCharType") == "begin"]
    assert [c.get(W + "dirty") for c in abren] == [None, "true"]


def test_las_notas_se_numeran_en_orden_con_las_de_la_plantilla() -> None:
    documento = documento_con_estilos()
    documento.add_paragraph("[[bloques: texto]]")
    for lugar, numero in ((0, 7), (2, 3)):
        interior = f"<w:p {nsdecls('w')}>{llamada(numero)}</w:p>"
        documento.element.body.insert(lugar, parse_xml(interior))
    docx = con_notas(guardar(documento), {3: "última", 7: "primera"})
    bloques = [
        p("a", nota("dos", "dos"), R("tres", N), nota("tres", "tres")),
        p(nota(R("tres", N))),
    ]
    hecho = componer(docx, {}, {"texto": bloques}, metadatos=METADATOS)
    leidas = parrafos(hecho)
    assert leidas[1] == "a3"
    assert [x.strip() for x in leidas[-5:]] == ["primera", "dos", "tres", "3", "última"]
    ids = [int(x.get(W + "id")) for x in raiz(hecho).iter(W + "footnoteReference")]
    assert ids == sorted(ids)
    guardadas = [int(x.get(W + "id")) for x in raiz(hecho, "footnotes")][-5:]
    assert guardadas == ids


def test_los_campos_de_dentro_de_una_nota_tambien_traen_su_valor() -> None:
    docx = hacer(p(nota(R("x"))), b.Articulo("12", (), etiqueta="x"))
    assert [c.guardado for c in campos(raiz(docx, "footnotes"))] == ["12"]


@pytest.mark.parametrize(
    ("bloques", "mensaje"),
    [
        ((p(R("copas", linea=8)), b.Articulo("1", (), etiqueta="copias")), "Línea 8: Se remite a"),
        ((p(R("copas")), b.Articulo("1", (), etiqueta="copias")), "¿Quiso decir «copias»"),
        ((p(R("x", N, linea=2)), b.Articulo("1", (), etiqueta="x")), "Línea 2: .* ninguna nota"),
        ((p(R("x", linea=2)), b.Paragrafo("", (), etiqueta="x")), "Línea 2: .* no lo tiene"),
        (
            (b.Articulo("1", (), etiqueta="x"), b.Ecuacion("y", "X", linea=3)),
            "Línea 3: La etiqueta «X» está dos veces",
        ),
    ],
)
def test_la_remision_rota_se_explica(bloques: Any, mensaje: str) -> None:
    with pytest.raises(DatoInvalido, match=mensaje):
        hacer(*bloques)


@pytest.mark.parametrize("dicha", ["copias", "plazo-1", "a_b", "a__0b", "año_ü-", "É" * 34])
def test_la_etiqueta_que_cabe_vuelve_del_marcador(dicha: str) -> None:
    assert etiqueta(nombre(dicha)) == dicha


@pytest.mark.parametrize("dicha", ["a" * 36, "art. 3", "¿?"])
def test_la_que_no_cabe_lleva_su_huella(dicha: str) -> None:
    marcador = nombre(dicha)
    assert len(marcador) <= LARGO
    assert marcador.isidentifier()
    assert marcador != nombre(dicha + "x")


def test_los_marcadores_siguen_a_los_de_la_plantilla() -> None:
    documento = documento_con_estilos()
    marcado = (
        f'<w:p {nsdecls("w")}><w:bookmarkStart w:id="40" w:name="_Ref_y"/>'
        '<w:bookmarkEnd w:id="40"/></w:p>'
    )
    documento.element.body.insert(0, parse_xml(marcado))
    documento.add_paragraph("[[bloques: texto]]")
    bloques: list[b.Bloque] = [b.Articulo("1", (), etiqueta="x"), b.CitaTextual((p("a"),))]
    docx = componer(guardar(documento), {}, {"texto": bloques}, metadatos=METADATOS)
    ids = [m.get(W + "id") for m in raiz(docx).iter(W + "bookmarkStart")]
    assert ids == ["40", "41", "42"]


def test_las_remisiones_van_de_un_marcador_de_bloques_a_otro() -> None:
    docx = componer(
        plantilla("[[bloques: uno]]", "{{ dato }}", "[[bloques: dos]]"),
        {"dato": "medio"},
        {"uno": [p(R("x"))], "dos": [b.Articulo("5", (), etiqueta="x")]},
        metadatos=METADATOS,
    )
    assert parrafos(docx) == ["5", "medio", "Artículo 5."]
