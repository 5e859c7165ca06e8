from generador.documento.apertura import abrir
from generador.documento.contenido import Parte, contenido
from generador.documento.notas_seguidas import con_notas_seguidas
from generador.marcado import bloques as b
from tests.documento.cuerpo.taller import hacer, p

LISTA = b.Lista(b.ClaseDeLista.DECIMAL, ((p("uno"),),))


def _notas(*notas: tuple[b.Bloque, ...]) -> bytes | None:
    docx = hacer(p("x", *[b.LlamadaDeNota(b.Nota(n)) for n in notas]))
    return con_notas_seguidas(abrir(docx))


def test_los_parrafos_de_una_nota_quedan_en_renglones() -> None:
    docx = _notas((p("a"),), (p("b"), p("c"), p("d")))
    assert docx is not None
    leidas = [n.texto.strip() for n in contenido(docx) if n.parte is Parte.NOTA]
    assert leidas == ["a", "b\nc\nd"]


def test_lo_que_ya_esta_seguido_o_lleva_lista_no_se_toca() -> None:
    assert _notas((p("a"),)) is None
    assert _notas((p("a"), LISTA)) is None
