import re

from lxml import etree

from generador.documento import estilos
from generador.documento.bloques import Fragmento, Nota, Parrafo
from generador.documento.escritura import a_xml
from generador.documento.lectura import parrafos
from generador.documento.notas import Notas
from generador.documento.ooxml import W, escribir_xml, leer_xml
from generador.documento.paquete import escribir_paquete, leer_paquete
from tests.plantilla.taller import hacer

CUERPO = "word/document.xml"


def _con_nota(partes: dict[str, bytes], *textos: str) -> etree._Element:
    notas = Notas(partes)
    cuerpo = leer_xml(partes[CUERPO], CUERPO)
    contenido = tuple(Nota(((Fragmento(t),), (Fragmento("otro"),))) for t in textos)
    bloques = [Parrafo((Fragmento("texto"), *contenido), "Normal")]
    for parrafo in a_xml(bloques, estilos.de_parrafo(partes), notas):
        cuerpo[0].insert(0, parrafo)
    notas.cerrar(cuerpo)
    partes[CUERPO] = escribir_xml(cuerpo)
    return cuerpo


def test_crea_todo_lo_que_word_necesita() -> None:
    partes = leer_paquete(hacer("x"))
    _con_nota(partes, "a & b", "c")
    assert parrafos(escribir_paquete(partes)) == ["texto", "x", " a & b", "otro", " c", "otro"]
    assert b"/word/footnotes.xml" in partes["[Content_Types].xml"]
    assert b"relationships/footnotes" in partes["word/_rels/document.xml.rels"]
    assert b"separator" in partes["word/footnotes.xml"]
    assert b"footnote text" in partes["word/styles.xml"]
    ajustes = leer_xml(partes["word/settings.xml"], "")
    declarados = [n.get(W + "id") for n in ajustes.find(W + "footnotePr")]
    assert declarados == ["-1", "0"]
    # El orden de los hijos de w:settings es fijo: footnotePr va antes de compat.
    orden = [etree.QName(h).localname for h in ajustes]
    assert orden.index("footnotePr") < orden.index("compat")


def test_sin_notas_no_se_crea_nada() -> None:
    partes = leer_paquete(hacer("x"))
    antes = dict(partes)
    Notas(partes).cerrar(leer_xml(partes[CUERPO], CUERPO))
    assert partes == antes


def test_los_estilos_de_la_plantilla_mandan() -> None:
    partes = leer_paquete(hacer("x"))
    _con_nota(partes, "a")
    nombres = re.findall(rb'w:styleId="(Minuta\w+)"', partes["word/styles.xml"])
    assert nombres == [b"MinutaTextoNota", b"MinutaLlamadaNota"]
    assert estilos.de_notas(partes) == ("MinutaTextoNota", "MinutaLlamadaNota")
