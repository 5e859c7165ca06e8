"""La página de cada marcador, según el PDF."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader, PdfWriter

from generador.documento.lectura import parrafos
from generador.errores import ErrorDePdf
from generador.marcado import bloques as b
from generador.pdf.carencias import carencias
from generador.pdf.conformidad import archivar
from generador.pdf.destinos import con_paginas_de, paginas_de
from generador.pdf.lectura import textos
from generador.pdf.libreoffice import LibreOffice, buscar
from tests.documento.cuerpo.taller import hacer, p

from .documentos import METADATOS, documento

PG = b.ClaseDeRemision.PAGINA
SOFFICE = buscar()
LARGA = "una-etiqueta-que-no-cabe-entera-en-el-nombre"
ETIQUETAS = ("año", "x-y_z", "art3", LARGA, "Ωmega")


def _pdf(**destinos: int) -> bytes:
    escritor = PdfWriter()
    for _ in range(3):
        escritor.add_blank_page(612, 792)
    for nombre, pagina in destinos.items():
        escritor.add_named_destination(nombre, pagina)
    salida = io.BytesIO()
    escritor.write(salida)
    return salida.getvalue()


def test_lee_la_pagina_de_cada_marcador_y_no_adivina() -> None:
    pdf = _pdf(**{"5FRef5Fa": 0, "5FRef5Fb": 2, "otro": 1})
    assert paginas_de(pdf, ["_Ref_a", "_Ref_b", "_Ref_c"]) == {"_Ref_a": 1, "_Ref_b": 3}
    assert paginas_de(_pdf(), ["_Ref_a"]) == {}


def test_un_word_sin_remisiones_no_se_toca_ni_se_mira_su_pdf() -> None:
    docx = hacer(p("Nada"))
    assert con_paginas_de(docx, b"no es un PDF") is docx
    con_remision = hacer(p(b.Remision("x", PG)), b.Articulo("1", (), etiqueta="x"))
    assert con_paginas_de(con_remision, _pdf()) == con_remision
    with pytest.raises(ErrorDePdf):
        con_paginas_de(con_remision, b"no es un PDF")


@pytest.mark.libreoffice
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice no está instalado")
@pytest.mark.parametrize(("relleno", "pagina"), [(0, 1), (9, 3)])
def test_libreoffice_dice_la_pagina_de_cualquier_etiqueta(relleno: int, pagina: int) -> None:
    assert SOFFICE is not None
    docx = hacer(
        p("Ver ", *[x for e in ETIQUETAS for x in (b.Remision(e, PG), ";")]),
        *(p("Que la ley dispone lo que sigue. " * 30) for _ in range(relleno)),
        *(b.Articulo("1", (p("Hecho."),), etiqueta=e) for e in ETIQUETAS),
    )
    sin_remision = documento(hacer(p("Nada"), b.Articulo("1", (), etiqueta="x")), "otro.docx")
    crudo, otro = LibreOffice(SOFFICE).convertir([documento(docx), sin_remision])
    pdf = archivar(crudo, METADATOS)
    dicho = "Ver " + f"{pagina};" * len(ETIQUETAS)
    assert textos(pdf)[0].startswith(dicho)
    assert parrafos(con_paginas_de(docx, pdf))[0] == dicho
    assert carencias(pdf) == []
    # A quien no lo necesita no se le ponen.
    assert PdfReader(io.BytesIO(otro)).named_destinations == {}
