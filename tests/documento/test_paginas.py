"""El número de página guardado en una remisión."""

from __future__ import annotations

import re

import pytest

from generador.documento.apertura import abrir
from generador.documento.campos import campos
from generador.documento.lectura import parrafos
from generador.documento.ooxml import W
from generador.documento.paginas import con_paginas, marcadores_remitidos, sin_paginas
from generador.marcado import bloques as b
from tests.documento.cuerpo.taller import hacer, p, raiz
from tests.pdf.documentos import bytes_de, campo, con_xml, elemento, nuevo

PG = b.ClaseDeRemision.PAGINA


def _acto() -> bytes:
    nota = b.LlamadaDeNota(b.Nota((p("nota ", b.Remision("año", PG)),)))
    citas = (b.Remision("x", PG), " y ", b.Remision("año", PG), " y ", b.Remision("x"))
    destinos = (b.Articulo("1", (p("a"),), etiqueta=e) for e in ("x", "año"))
    return hacer(p("Ver ", *citas, nota), *destinos)


def _vistos(docx: bytes) -> list[str]:
    return [x.strip() for x in parrafos(docx) if "¿?" in x or " y " in x or "nota" in x]


def _pendientes(docx: bytes) -> int:
    return sum(
        len(re.findall("w:dirty", x.decode())) for x in abrir(docx).partes.values() if b"<w:" in x
    )


@pytest.mark.parametrize(
    ("paginas", "dice", "pendientes"),
    [
        ({}, ["Ver ¿? y ¿? y 1", "nota ¿?"], 3),
        ({"_Ref_x": 2}, ["Ver 2 y ¿? y 1", "nota ¿?"], 2),
        ({"_Ref_x": 2, "_Ref_año": 13}, ["Ver 2 y 13 y 1", "nota 13"], 0),
        ({"_Ref_otro": 2}, ["Ver ¿? y ¿? y 1", "nota ¿?"], 3),
    ],
)
def test_la_pagina_que_se_sabe_queda_escrita(
    paginas: dict[str, int], dice: list[str], pendientes: int
) -> None:
    docx = _acto()
    hecho = con_paginas(docx, paginas)
    assert _vistos(hecho) == dice
    assert _pendientes(hecho) == pendientes
    assert con_paginas(docx, paginas) == hecho
    assert (hecho == docx) is (pendientes == 3)
    assert sin_paginas(hecho) == sin_paginas(docx)
    assert _vistos(sin_paginas(hecho)) == _vistos(docx)


def test_dice_a_que_paginas_remite() -> None:
    assert marcadores_remitidos(abrir(_acto())) == {"_Ref_x", "_Ref_año"}


@pytest.mark.parametrize(
    "seccion",
    [
        '<w:pgNumType w:start="5"/>',
        '<w:pgNumType w:fmt="lowerRoman"/>',
        '<w:type w:val="oddPage"/>',
    ],
)
def test_si_la_cuenta_es_otra_no_se_sabe(seccion: str) -> None:
    def acto(xml: str) -> bytes:
        documento = nuevo()
        campo(documento.add_paragraph(), r"PAGEREF a \h", "2")
        documento.sections[0]._sectPr.append(elemento(xml))
        return bytes_de(documento)

    assert marcadores_remitidos(abrir(acto("<w:titlePg/>"))) == {"a"}
    assert marcadores_remitidos(abrir(acto(seccion))) == frozenset()


def _campo(interior: str) -> bytes:
    return con_xml(f"<w:r>{interior}</w:r>", en="párrafo")


def _complejo(orden: str, valor: str) -> str:
    return (
        '<w:fldChar w:fldCharType="begin" w:dirty="true"/>'
        f"<w:instrText>{orden}</w:instrText>"
        f'<w:fldChar w:fldCharType="separate"/>{valor}<w:fldChar w:fldCharType="end"/>'
    )


SIMPLE = con_xml(
    '<w:fldSimple w:instr="PAGEREF a" w:dirty="1"><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    en="párrafo",
)


@pytest.mark.parametrize(
    ("docx", "guardado"),
    [
        (_campo(_complejo(r" PAGEREF a \h ", "<w:t>¿</w:t><w:t>?</w:t>")), "7"),
        (_campo(_complejo(r'PAGEREF "a" \h \* MERGEFORMAT', "<w:t>1</w:t>")), "7"),
        (SIMPLE, "7"),
        # «Más arriba» no es un número; otro marcador, otro campo o uno sin valor no se tocan.
        (_campo(_complejo(r"PAGEREF a \p", "<w:t>más arriba</w:t>")), "más arriba"),
        (_campo(_complejo("PAGEREF b", "<w:t>1</w:t>")), "1"),
        (_campo(_complejo("REF a", "<w:t>1</w:t>")), "1"),
        (_campo(_complejo("PAGEREF a", "")), ""),
    ],
)
def test_solo_cambia_el_valor_de_su_campo(docx: bytes, guardado: str) -> None:
    hecho = con_paginas(docx, {"a": 7})
    (leido,) = campos(raiz(hecho))
    assert leido.guardado == guardado
    assert (leido.inicio.get(W + "dirty") is None) is (guardado == "7")
