from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.copias.autenticidad import revisar_copia


def codigos(datos: bytes) -> list[str]:
    return [h.codigo for h in revisar_copia(datos, "01.pdf")]


def cambiada(copia: bytes, posicion: int, giro: int = 1) -> bytes:
    return copia[:posicion] + bytes([copia[posicion] ^ giro]) + copia[posicion + 1 :]


def test_intactas(copias: list[bytes]) -> None:
    assert [codigos(c) for c in copias] == [[], [], []]


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.data())
def test_un_byte_cambiado_se_nota_y_se_dice_donde(
    breve: bytes, copias: list[bytes], data: st.DataObject
) -> None:
    posicion = data.draw(st.integers(0, len(copias[0]) - 1))
    giro = data.draw(st.integers(1, 255))
    esperado = ["VER08"] if posicion < len(breve) else ["VER09"]
    hallados = codigos(cambiada(copias[0], posicion, giro))
    # En la constancia, la longitud tocada también se lee como bytes que sobran o faltan.
    assert [c for c in hallados if c not in ("VER10", "VER11")] == esperado or hallados == ["VER10"]


def test_todos_los_bytes_de_la_constancia(breve: bytes, copias: list[bytes]) -> None:
    fin = copias[0].index(b"endobj", len(breve))
    for posicion in range(len(breve) - 1, fin):
        assert codigos(cambiada(copias[0], posicion)), posicion


@pytest.mark.lenta
@pytest.mark.parametrize("giro", [1, 0x20, 0x80])
def test_a_paso_corto_por_toda_la_copia(copias: list[bytes], giro: int) -> None:
    for posicion in range(0, len(copias[0]), 7):
        assert codigos(cambiada(copias[0], posicion, giro)), posicion


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.data())
def test_truncada(copias: list[bytes], data: st.DataObject) -> None:
    largo = data.draw(st.integers(0, len(copias[0]) - 1))
    assert codigos(copias[0][:largo])


def test_truncada_dice_cuanto_falta(copias: list[bytes]) -> None:
    (hallazgo,) = [h for h in revisar_copia(copias[0][:-5], "01.pdf") if h.codigo == "VER11"]
    assert "5 bytes" in hallazgo.mensaje


@pytest.mark.parametrize("extra", [b"\n", b"x" * 9, b"<< /Type /MinutaCopia >>"])
def test_con_bytes_al_final(copias: list[bytes], extra: bytes) -> None:
    assert codigos(copias[0] + extra)[0] in ("VER09", "VER10")


def test_dos_copias_pegadas(copias: list[bytes]) -> None:
    assert codigos(copias[0] + copias[1])


@pytest.mark.parametrize("datos", [b"", b"hola", b"%PDF-1.7\n%%EOF\n"])
def test_lo_que_no_es_copia(datos: bytes) -> None:
    assert codigos(datos) == ["VER07"]


def test_el_acto_sin_sellar_no_es_copia(breve: bytes) -> None:
    assert codigos(breve) == ["VER07"]
