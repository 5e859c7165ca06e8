import pytest

from generador.documento.campos import Campo, campos
from generador.documento.ooxml import Elemento, W, leer_xml

ESPACIO = W[1:-1]


def _parte(interior: str) -> Elemento:
    return leer_xml(f'<w:p xmlns:w="{ESPACIO}"><w:r>{interior}</w:r></w:p>'.encode(), "p")


def _marca(clase: str) -> str:
    return f'<w:fldChar w:fldCharType="{clase}"/>'


def _complejo(instruccion: str, guardado: str) -> str:
    mitad = len(instruccion) // 2
    trozos = (instruccion[:mitad], instruccion[mitad:])
    partida = "".join(f"<w:instrText>{t}</w:instrText>" for t in trozos)
    return _marca("begin") + partida + _marca("separate") + guardado + _marca("end")


TEXTO = "<w:t>7</w:t>"


@pytest.mark.parametrize(
    ("interior", "esperados"),
    [
        ("<w:t>nada</w:t>", []),
        (_complejo(" PAGEREF _Toc1 ", TEXTO), [Campo("PAGEREF _Toc1", "7")]),
        (_complejo("PAGE", ""), [Campo("PAGE", "")]),
        (_complejo("REF a", TEXTO) + TEXTO, [Campo("REF a", "7")]),
        (f'<w:fldSimple w:instr=" SEQ a ">{TEXTO}</w:fldSimple>', [Campo("SEQ a", "7")]),
        # Uno dentro de otro: primero el de adentro, y su valor también es parte del de afuera.
        (_complejo("IF x", _complejo("REF b", TEXTO)), [Campo("REF b", "7"), Campo("IF x", "7")]),
        # Sin cerrar, sin instrucción o sin abrir.
        (_marca("begin") + "<w:instrText>LINK a</w:instrText>", [Campo("LINK a", "")]),
        (_marca("begin"), [Campo("", "")]),
        (
            _marca("end") + _marca("separate") + "<w:instrText>LINK a</w:instrText>",
            [Campo("LINK a", "")],
        ),
        (_marca("end") + TEXTO, []),
        ("<w:instrText>LI</w:instrText><w:instrText>NK a</w:instrText>", [Campo("LINK a", "")]),
    ],
)
def test_campos(interior: str, esperados: list[Campo]) -> None:
    assert campos(_parte(interior)) == esperados


def test_un_campo_sabe_donde_empieza() -> None:
    parte = _parte(_complejo("PAGE", TEXTO) + '<w:fldSimple w:instr="DATE"/>')
    assert [c.inicio for c in campos(parte)] == [parte[0][0], parte[0][-1]]


@pytest.mark.parametrize(
    ("instruccion", "nombre", "lee"),
    [
        ("", "", False),
        ("page \\* MERGEFORMAT", "PAGE", False),
        ("includetext a.docx", "INCLUDETEXT", True),
        ("DDEAUTO excel a.xlsx", "DDEAUTO", True),
        ("HYPERLINK http://ejemplo.test", "HYPERLINK", False),
    ],
)
def test_el_nombre_dice_si_lee_archivos(instruccion: str, nombre: str, *, lee: bool) -> None:
    campo = Campo(instruccion, "")
    assert (campo.nombre, campo.lee_archivos) == (nombre, lee)
