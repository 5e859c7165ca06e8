"""La nota que el motor embebido dibujaría encima del texto se dice: no sale un PDF ilegible."""

from __future__ import annotations

import pytest

from generador.errores import ErrorDePdf
from generador.marcado import bloques as b
from generador.pdf.documento import Documento
from generador.pdf.embebido import Embebido
from tests.documento.cuerpo.taller import hacer, p
from tests.plantilla.taller import METADATOS


def _con_nota_al_final(renglones: int) -> Documento:
    """Casi una página de texto, y en su último párrafo una nota de esos renglones."""
    relleno = [p("Relleno de renglón. " * 14) for _ in range(8)]
    nota = b.LlamadaDeNota(b.Nota((p("Nota que ocupa renglones. " * renglones),)))
    docx = hacer(*relleno, p("Último párrafo " * 24, nota, " fin."))
    return Documento("acto", docx, METADATOS)


def test_la_nota_que_no_cabe_se_niega_y_dice_su_pagina() -> None:
    with pytest.raises(ErrorDePdf, match="«acto»: en la página 1, una nota al pie") as visto:
        Embebido().convertir([_con_nota_al_final(40)])
    assert "--pdf libreoffice" in visto.value.remedio


def test_la_que_cabe_pasa() -> None:
    (pdf,) = Embebido().convertir([_con_nota_al_final(1)])
    assert pdf.startswith(b"%PDF")
