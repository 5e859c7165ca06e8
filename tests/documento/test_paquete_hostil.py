"""Un .docx dañado nunca tumba el programa: o se lee, o se explica."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.documento.lectura import parrafos
from generador.documento.paquete import escribir_paquete, leer_paquete
from generador.errores import ErrorMinuta
from tests.plantilla.taller import con_notas, hacer, hacer_con_xml, llamada, rendir

SEMILLA = con_notas(hacer_con_xml(llamada(1)), {1: "n"})
PARTES = leer_paquete(hacer("{{ x }}"))
DANIO = st.lists(st.tuples(st.integers(0, 2**32), st.integers(0, 255)), min_size=1, max_size=8)


def _daniar(datos: bytes, cambios: list[tuple[int, int]]) -> bytes:
    daniados = bytearray(datos)
    for lugar, valor in cambios:
        daniados[lugar % len(daniados)] = valor
    return bytes(daniados)


def _tolerar(datos: bytes) -> None:
    with suppress(ErrorMinuta):
        parrafos(datos)
        rendir(datos, {"x": "v"})


@settings(derandomize=True, deadline=None, max_examples=150)
@given(DANIO, st.integers(0, 2**32))
def test_bytes_cambiados_o_cortados(cambios: list[tuple[int, int]], corte: int) -> None:
    _tolerar(_daniar(SEMILLA, cambios))
    _tolerar(SEMILLA[: corte % len(SEMILLA)])


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.sampled_from(sorted(n for n in PARTES if n != "word/styles.xml")), DANIO)
def test_partes_cambiadas(nombre: str, cambios: list[tuple[int, int]]) -> None:
    _tolerar(escribir_paquete({**PARTES, nombre: _daniar(PARTES[nombre], cambios)}))


@pytest.mark.parametrize("cola", [1, 20, 60, 200])
def test_el_directorio_del_zip_daniado(cola: int) -> None:
    for valor in (0, 0x7F, 0xFF):
        _tolerar(_daniar(SEMILLA, [(len(SEMILLA) - cola - i, valor) for i in range(4)]))
