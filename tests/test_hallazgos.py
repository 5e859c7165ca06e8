"""Los hallazgos de una tabla: su celda, su orden, y que miles iguales no tapen a los demás."""

from __future__ import annotations

from generador.hallazgos import (
    MAXIMO_POR_COLUMNA,
    Gravedad,
    Hallazgo,
    Lugar,
    abreviar,
    en_orden,
)

MALO = Hallazgo(codigo="X1", gravedad=Gravedad.ERROR, mensaje="Está mal.", remedio="Corríjalo.")


def en_celda(fila: int, columna: int, hoja: str | None = "H") -> Hallazgo:
    return MALO.en(Lugar("m.xlsx", fila, columna, hoja))


def test_el_hallazgo_de_una_celda_la_nombra() -> None:
    assert en_celda(14, 3).como_texto().startswith("error: m.xlsx:H!C14: Está mal.")
    assert en_celda(14, 3, "").como_texto().startswith("error: m.xlsx:C14:")
    assert en_celda(14, 3, None).como_texto().startswith("error: m.xlsx:14:3:")
    assert MALO.como_texto().startswith("error: Está mal.")


def test_dos_hallazgos_de_la_misma_celda_son_del_mismo_sitio() -> None:
    assert en_celda(1, 2).sitio == en_celda(1, 2).sitio
    assert en_celda(1, 2).sitio != en_celda(1, 2, "Otra").sitio


def test_se_ordenan_por_hoja_y_por_fila() -> None:
    desorden = [en_celda(3, 1, "B"), en_celda(2, 1, "A"), en_celda(1, 2, "A"), en_celda(1, 1, "A")]
    assert en_orden(desorden) == list(reversed(desorden))


def test_de_lo_que_se_repite_en_una_columna_van_los_primeros_y_la_cuenta() -> None:
    muchos = [en_celda(fila, columna) for fila in range(1, 31) for columna in (1, 2)]
    otros = [en_celda(fila, 1, None) for fila in range(1, 31)]
    dejados = abreviar([*muchos, *otros])
    assert len(dejados) == 2 * MAXIMO_POR_COLUMNA + len(otros)
    ultimo = dejados[2 * MAXIMO_POR_COLUMNA - 1]
    assert ultimo.remedio == "Corríjalo. Hay 10 más como este en la columna."
    assert dejados[0] == muchos[0]
    assert dejados[-1] == otros[-1]


def test_los_que_caben_exactos_quedan_como_estaban() -> None:
    justos = [en_celda(fila, 1) for fila in range(1, MAXIMO_POR_COLUMNA + 1)]
    assert abreviar(justos) == justos
