"""El filete de las notas no pisa el último renglón de una página llena."""

from __future__ import annotations

import pytest

from generador.errores import ErrorDePdf
from generador.marcado import bloques as b
from generador.pdf import embebido
from generador.pdf.documento import Documento
from generador.pdf.embebido import Embebido
from generador.pdf.filete import _TRAZO, altura_libre, apartar_filetes
from generador.pdf.lectura import cajas_de_texto, tamanos, textos
from tests.documento.cuerpo.taller import hacer, p
from tests.plantilla.taller import METADATOS


def _pisados(pdf: bytes) -> int:
    """Cuántos filetes pisan texto y tienen adónde ir."""
    import io

    from pypdf import PdfReader

    cuantos = 0
    for i, hoja in enumerate(PdfReader(io.BytesIO(pdf)).pages):
        alto, cajas = tamanos(pdf)[i][1], cajas_de_texto(pdf, i)
        contenido = hoja.get_contents()
        assert contenido is not None
        for trazo in _TRAZO.finditer(contenido.get_data()):
            x, y, hasta = (float(v) for v in trazo.groups())
            cuantos += altura_libre((x, hasta, alto - y), cajas) is not None
    return cuantos


def _documento(renglones: int) -> Documento:
    """Unos renglones sueltos y un párrafo que llama una nota y sigue en la página siguiente."""
    sueltos = [p("Renglón.") for _ in range(renglones)]
    nota = b.LlamadaDeNota(b.Nota((p("Una nota de un renglón."),)))
    largo = p("El párrafo largo ", nota, " sigue y sigue con más palabras." * 40)
    return Documento("acto", hacer(*sueltos, largo), METADATOS)


@pytest.fixture(scope="module")
def crudos() -> list[bytes]:
    """Los PDF tal como los da dxpdf, sin apartar nada; los que tienen texto montado no cuentan."""
    hechos = []
    with pytest.MonkeyPatch.context() as parche:
        parche.setattr(embebido, "_con_filetes_apartados", lambda pdf: pdf)
        for renglones in range(20, 48):
            try:
                hechos += Embebido().convertir([_documento(renglones)])
            except ErrorDePdf:
                continue
    return hechos


def test_alguno_lo_pisaba_y_ya_ninguno(crudos: list[bytes]) -> None:
    assert sum(map(_pisados, crudos)) > 0
    apartados = [apartar_filetes(pdf) for pdf in crudos]
    assert sum(map(_pisados, apartados)) == 0
    assert [textos(pdf) for pdf in apartados] == [textos(pdf) for pdf in crudos]


def test_el_que_no_lo_pisa_queda_con_los_mismos_bytes(crudos: list[bytes]) -> None:
    sanos = [pdf for pdf in crudos if not _pisados(pdf)]
    assert sanos
    assert all(apartar_filetes(pdf) == pdf for pdf in sanos)
