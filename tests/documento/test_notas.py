import re

from lxml import etree

from generador.documento import estilos
from generador.documento.bloques import Fragmento, Nota, Parrafo
from generador.documento.escritura import a_xml
from generador.documento.lectura import parrafos
from generador.documento.notas import Notas
from generador.documento.ooxml import W, leer_xml
from generador.documento.paquete import escribir_paquete, leer_paquete
from tests.plantilla.taller import hacer

CUERPO = "word/document.xml"


def _con_nota(partes: dict[str, bytes], *textos: str) -> None:
    notas = Notas(partes)
    contenido = tuple(Nota(((Fragmento(t),), (Fragmento("otro"),))) for t in textos)
    bloques = [Parrafo((Fragmento("texto"), *contenido), "Normal")]
    parrafo = a_xml(bloques, estilos.de_parrafo(partes), notas)
    cuerpo = partes[CUERPO].decode().replace("<w:body>", "<w:body>" + parrafo)
    partes[CUERPO] = notas.cerrar(cuerpo).encode()


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
    cuerpo = partes[CUERPO].decode()
    assert Notas(partes).cerrar(cuerpo) == cuerpo
    assert partes == antes


def test_los_estilos_de_la_plantilla_mandan() -> None:
    partes = leer_paquete(hacer("x"))
    _con_nota(partes, "a")
    nombres = re.findall(rb'w:styleId="(Minuta\w+)"', partes["word/styles.xml"])
    assert nombres == [b"MinutaTextoNota", b"MinutaLlamadaNota"]
    assert estilos.de_notas(partes) == ("MinutaTextoNota", "MinutaLlamadaNota")
