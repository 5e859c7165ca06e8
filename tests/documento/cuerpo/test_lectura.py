"""Ida y vuelta: lo que se dibuja en Word es lo que se lee de él."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from generador.documento.cuerpo.lectura import leer_bloques
from generador.marcado import bloques as b
from tests.documento.cuerpo import azar
from tests.documento.cuerpo.taller import hacer, p

CITA = b.CitaTextual
V = b.ClaseDeLista.VINETA
NOTA = b.Parrafo((b.Texto("x"), b.LlamadaDeNota(b.Nota((p("nota"),)))))


@settings(
    derandomize=True,
    deadline=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(azar.documentos)
def test_todo_vuelve_en_su_orden(documento: Any) -> None:
    leido = leer_bloques(hacer(*documento, imagenes=azar.IMAGENES))
    assert azar.esperado(leido) == azar.esperado(documento)
    # Dicho aparte, para que el fallo nombre qué se perdió.
    for clase in (b.Nota, b.Remision, b.Enlace):
        assert azar.todos(leido, clase) == azar.todos(azar.esperado(documento), clase)


@pytest.mark.parametrize(
    "bloques",
    [
        (CITA((p("a"),)), CITA((p("b"),))),
        (CITA((CITA((p("a"),)), p("b"))), p("c")),
        (CITA((b.Lista(V, ((p("a"), CITA((p("b"),))), (p("c"),))),)), p("d")),
        (b.Lista(V, ((p("a"),),)), b.Lista(V, ((p("b"),),))),
        (b.Lista(V, ((p("a"), b.Lista(V, ((p("b"),),)), p("c")), (p("d"),))), p("e")),
        (CITA((p("“a"), p("b"), b.Lista(V, ((p("c"),),)), p("d”"), p("e"))),),
        (CITA((p("“a «b"), p("c»"), p("d”"))),),
        (CITA((p("“a"), p("”a mano"), p("c”"), p("d"))), p("”")),
        (b.Articulo("1", (CITA((b.Articulo("7", (p("a"),), comilla="“"), )),p("b"))),),
        (b.Tabla((b.Columna(),), ((p("a"),),), ()), b.Tabla((b.Columna(),), ((),), (((),),))),
        (b.Parrafo((b.LlamadaDeNota(b.Nota((b.Lista(V, ((p("a"),),)), p("b")))),)),),
        (b.Parrafo((b.LlamadaDeNota(b.Nota((CITA((p("a"),)),))),)),),
        (b.Recuadro((p("a"), b.Lista(V, ((p("b"),),)))), p("c")),
        (b.Recuadro((CITA((p("a"),)),)), b.Recuadro((b.Recuadro((p("b"),)), NOTA))),
        (b.Recuadro((b.Parrafo(()),)), b.Parrafo((b.Texto("fin"),))),
        (b.Tabla((b.Columna(),), ((p("a"),),), (), (), (b.Texto("Recuadro"),)),),
        (b.Recuadro((b.Tabla((b.Columna(),), ((p("a"),),), ()),)),),
        (CITA((b.Recuadro((p("a"),)), p("b"))), b.Lista(V, ((p("c"), b.Recuadro((p("d"),))),))),
    ],
)  # fmt: skip
def test_lo_que_se_toca_no_se_confunde(bloques: tuple[b.Bloque, ...]) -> None:
    assert leer_bloques(hacer(*bloques)) == bloques


def test_los_anchos_vuelven_en_proporcion() -> None:
    cuadro = b.Tabla((b.Columna(1), b.Columna(3)), ((p("a"),), (p("b"),)), ())
    (leido,) = leer_bloques(hacer(cuadro))
    assert isinstance(leido, b.Tabla)
    primera, segunda = (c.ancho or 0 for c in leido.columnas)
    assert segunda == 3 * primera


def test_un_recuadro_sin_nada_lleva_el_parrafo_que_word_exige() -> None:
    assert leer_bloques(hacer(b.Recuadro(()))) == (b.Recuadro((b.Parrafo(()),)),)
