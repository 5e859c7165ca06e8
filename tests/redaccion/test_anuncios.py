from __future__ import annotations

import pytest

from generador.marcado.bloques import Bloque, CitaTextual, Lista, Parrafo, Recuadro, Texto
from generador.marcado.lectura import marcar
from generador.redaccion.anuncios import con_lo_anunciado


def unidos(*bloques: Bloque) -> list[str]:
    """Los párrafos que no se separan de lo que los sigue."""
    salida: list[str] = []

    def mirar(valor: object) -> None:
        if isinstance(valor, Parrafo) and valor.con_lo_que_sigue:
            salida.append("".join(p.texto for p in valor.contenido if isinstance(p, Texto)))
        elif isinstance(valor, tuple):
            for elemento in valor:
                mirar(elemento)
        elif isinstance(valor, Lista):
            mirar(valor.elementos)
        elif isinstance(valor, CitaTextual | Recuadro):
            mirar(valor.bloques)

    mirar(con_lo_anunciado({"parte": bloques})["parte"])
    return salida


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("Dice:\n\n> Cita.", ["Dice:"]),
        ("Dice^[Nota.]:\n\n- uno", ["Dice:"]),
        ("Dice:^[Nota.]\n\n- uno", ["Dice:"]),
        ("Dice: \n\n\\[x\\]", ["Dice:"]),
        ("1. Son:\n   a) uno;\n   b) dos.", ["Son:"]),
        ("> Son:\n>\n> 1. uno.", ["Son:"]),
        ("Dice.\n\nOtro.", []),
        ("Otro.\n\nDice:", []),
        ("^[Nota.]\n\nOtro.", []),
        ("Vale \\(x\\)\n\nOtro.", []),
    ],
)
def test_lo_que_anuncia_va_con_lo_anunciado(texto: str, esperado: list[str]) -> None:
    assert unidos(*marcar(texto, archivo="a.md").bloques) == esperado


def test_en_el_recuadro_word_uniria_las_filas() -> None:
    dentro = marcar("Dice:\n\n- uno", archivo="a.md").bloques
    assert unidos(Recuadro(dentro)) == []
