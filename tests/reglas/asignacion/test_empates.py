"""Los empates: se piden los desempates que hacen falta, y ninguno más."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.errores import CasoRechazado
from generador.modelo.asignacion_convocatoria import CasoConvocatoria
from generador.reglas.asignacion import asignar, revisar
from tests.reglas.asignacion.casos import convocatoria, crudo_convocatoria, proyecto

OTRO = {"municipios": "05002"}
TERCERO = {"municipios": "05004"}

# (proyectos, bolsa, reglas, empatados que hay que desempatar)
EMPATES: dict[str, tuple[list[dict[str, Any]], str, dict[str, Any], str]] = {
    "alcanza para los dos": (
        [proyecto("A", "90"), proyecto("B", "90", **OTRO)],
        "200",
        {},
        "",
    ),
    "no alcanza para los dos": (
        [proyecto("A", "90"), proyecto("B", "90", **OTRO)],
        "150",
        {"saldo_insuficiente": "parcial"},
        "A y B",
    ),
    "no alcanza ni para uno, y se salta": (
        [proyecto("A", "90"), proyecto("B", "90", **OTRO), proyecto("C", "1", solicitado="50")],
        "50",
        {"saldo_insuficiente": "saltar"},
        "",
    ),
    "no alcanza ni para uno, y es parcial": (
        [proyecto("A", "90"), proyecto("B", "90", **OTRO)],
        "50",
        {"saldo_insuficiente": "parcial"},
        "A y B",
    ),
    "ya no hay saldo": (
        [proyecto("Z", "95", **TERCERO), proyecto("A", "90"), proyecto("B", "90", **OTRO)],
        "100",
        {},
        "",
    ),
    "comparten municipio y el cupo es de uno": (
        [proyecto("A", "90"), proyecto("B", "90")],
        "1.000",
        {"por_municipio": {"proyectos": "1"}},
        "A y B",
    ),
    "comparten municipio, caben los dos y solo cambia la ronda": (
        [proyecto("A", "90"), proyecto("B", "90"), proyecto("C", "80", **OTRO)],
        "1.000",
        {"por_municipio": {"proyectos": "2"}},
        "",
    ),
    "la ronda decide a quién le alcanza": (
        [proyecto("A", "90"), proyecto("B", "90"), proyecto("C", "80", **OTRO)],
        "200",
        {"saldo_insuficiente": "saltar"},
        "A y B",
    ),
    "la ronda no decide: los otros de menor puntaje sí esperan": (
        [
            proyecto("A", "90"),
            proyecto("B", "90"),
            proyecto("C", "80", municipios="05001; 05002"),
        ],
        "250",
        {"saldo_insuficiente": "parcial"},
        "",
    ),
    "el tope conjunto no alcanza para los dos": (
        [proyecto("A", "90"), proyecto("B", "90")],
        "1.000",
        {"por_municipio": {"tope": "150", "sobre_tope": "recortar"}, "por_ronda": "2"},
        "A y B",
    ),
    "el tope conjunto alcanza para los dos": (
        [proyecto("A", "90"), proyecto("B", "90"), proyecto("C", "80", solicitado="500", **OTRO)],
        "210",
        {
            "por_municipio": {"tope": "200", "sobre_tope": "recortar"},
            "por_ronda": "2",
            "saldo_insuficiente": "parcial",
        },
        "",
    ),
    "a ninguno le cabe nada, se rechazan": (
        [
            proyecto("A", "90"),
            proyecto("B", "90", **OTRO),
            proyecto("C", "80", solicitado="300", **TERCERO),
        ],
        "50",
        {"por_municipio": {"tope": "90", "sobre_tope": "rechazar"}},
        "",
    ),
    "recortados por su tope, alcanza para los dos": (
        [
            proyecto("A", "90"),
            proyecto("B", "90", **OTRO),
            proyecto("C", "80", solicitado="300", **TERCERO),
        ],
        "190",
        {
            "por_municipio": {"tope": "90", "sobre_tope": "recortar"},
            "saldo_insuficiente": "parcial",
        },
        "",
    ),
    "el desempate los separa": (
        [
            proyecto("A", "90", indicadores={"nbi": "3"}),
            proyecto("B", "90", indicadores={"nbi": "4"}, **OTRO),
        ],
        "150",
        {"saldo_insuficiente": "parcial", "desempates": [{"columna": "nbi", "gana": "menor"}]},
        "",
    ),
    "el desempate no los separa a todos": (
        [
            proyecto("A", "90", indicadores={"nbi": "3"}),
            proyecto("B", "90", indicadores={"nbi": "4"}, **OTRO),
            proyecto("C", "90", indicadores={"nbi": "4"}, **TERCERO),
        ],
        "50",
        {"saldo_insuficiente": "parcial", "desempates": [{"columna": "nbi", "gana": "mayor"}]},
        "B y C",
    ),
    "otro orden pone en duda un segundo empate, que tampoco decide": (
        [
            proyecto("A", "90", municipios="05001; 05002"),
            proyecto("B", "90", municipios="05001"),
            proyecto("C", "80", municipios="05002; 05004"),
            proyecto("D", "80", municipios="05004"),
            proyecto("E", "70", linea="minería", municipios="05001"),
        ],
        "450",
        {"saldo_insuficiente": "parcial"},
        "",
    ),
    "son demasiados para probarlos": (
        [proyecto(f"P{n}", "90", municipios="05001") for n in range(5)],
        "500",
        {"por_municipio": {"proyectos": "5", "tope": "499", "sobre_tope": "recortar"}},
        "P0, P1, P2, P3 y P4",
    ),
}


@pytest.mark.parametrize("nombre", EMPATES)
def test_se_pide_el_desempate_que_hace_falta(nombre: str) -> None:
    proyectos, bolsa, reglas, empatados = EMPATES[nombre]
    caso = convocatoria(proyectos, bolsa, **reglas)
    hallazgos = revisar(caso, None)
    if not empatados:
        assert hallazgos == []
        asignar(caso)
        return
    (hallazgo,) = hallazgos
    assert (hallazgo.codigo, hallazgo.ruta) == ("ASG041", "desempates")
    assert f"empatan {empatados}, y su orden puede cambiar" in hallazgo.mensaje
    with pytest.raises(CasoRechazado):
        asignar(caso)


def test_los_desempates_quedan_explicados() -> None:
    proyectos = [
        proyecto("A", "90", indicadores={"nbi": "3", "habitantes": "10"}),
        proyecto("B", "90", indicadores={"nbi": "4", "habitantes": "10"}, **OTRO),
        proyecto("C", "90", indicadores={"nbi": "4", "habitantes": "20"}, **TERCERO),
        proyecto("D", "80", **OTRO),
        proyecto("E", "80", **TERCERO, indicadores={"nbi": "1", "habitantes": "1"}),
    ]
    proyectos[3]["indicadores"] |= {"nbi": "1", "habitantes": "1"}
    caso = convocatoria(
        proyectos,
        desempates=[
            {"columna": "nbi", "gana": "mayor"},
            {"columna": "habitantes", "gana": "menor"},
        ],
    )
    assert [(p.proyecto.codigo, p.lugar, p.desempate) for p in asignar(caso).puestos] == [
        (
            "B",
            1,
            "Mismo puntaje que otros: se ubica por el mayor valor de «nbi» (4) y el menor valor de "
            "«habitantes» (10).",
        ),
        (
            "C",
            2,
            "Mismo puntaje que otros: se ubica por el mayor valor de «nbi» (4) y el menor valor de "
            "«habitantes» (20).",
        ),
        ("A", 3, "Mismo puntaje que otros: se ubica por el mayor valor de «nbi» (3)."),
        ("D", 4, "Empatan D y E, y su orden no cambia el resultado: van por código."),
        ("E", 5, "Empatan D y E, y su orden no cambia el resultado: van por código."),
    ]


def test_se_desempata_por_los_puntos_de_un_criterio_con_su_nombre() -> None:
    proyectos = [
        proyecto("A", "60", indicadores={"pobreza": "10"}),
        proyecto("B", "50", indicadores={"pobreza": "20"}, **OTRO),
    ]
    criterios = [
        {"nombre": n, "maximo": m, "columna": c, "puntos": {"forma": "directo"}}
        for n, m, c in (("Nota", "80", "nota"), ("NBI", "20", "pobreza"))
    ]
    desempate = {"nombre": "pobreza del municipio", "criterio": "nbi", "gana": "mayor"}
    caso = convocatoria(
        proyectos,
        "100",
        criterios=criterios,
        desempates=[desempate],
        saldo_insuficiente="saltar",
    )
    hecho = asignar(caso)
    assert [(p.proyecto.codigo, p.total, p.desempate) for p in hecho.puestos] == [
        (
            codigo,
            Decimal(70),
            "Mismo puntaje que otros: se ubica por el mayor puntaje en «pobreza del municipio» "
            f"({puntos}).",
        )
        for codigo, puntos in (("B", 20), ("A", 10))
    ]
    assert [p.proyecto for p in hecho.pasos if p.asignado] == ["B"]


def test_la_columna_del_desempate_que_no_existe_se_dice_aunque_nadie_empate() -> None:
    caso = convocatoria([proyecto("A", "90")], desempates=[{"columna": "nata", "gana": "mayor"}])
    (hallazgo,) = revisar(caso, None)
    assert (hallazgo.codigo, hallazgo.ruta) == ("ASG010", "desempates[1].columna")
    assert "«nota»" in hallazgo.remedio


def test_el_dato_del_desempate_solo_hace_falta_en_los_empatados() -> None:
    proyectos = [
        proyecto("A", "90", indicadores={"nbi": "3"}),
        proyecto("B", "90", indicadores={"nbi": ""}, **OTRO),
        proyecto("C", "80", indicadores={"nbi": ""}, **TERCERO),
    ]
    caso = convocatoria(proyectos, desempates=[{"columna": "nbi", "gana": "mayor"}])
    (hallazgo,) = revisar(caso, None)
    assert (hallazgo.codigo, hallazgo.ruta) == ("ASG011", "proyectos[2].indicadores.nbi")


def test_la_columna_del_desempate_que_no_existe_se_dice() -> None:
    proyectos = [proyecto("A", "90"), proyecto("B", "90", **OTRO)]
    caso = convocatoria(proyectos, desempates=[{"columna": "notas", "gana": "mayor"}])
    (hallazgo,) = revisar(caso, None)
    assert (hallazgo.codigo, hallazgo.ruta) == ("ASG010", "desempates[1].columna")
    assert hallazgo.remedio.startswith("¿Quiso decir «nota»?")


MUNICIPIOS = ("05001", "05002", "05004")


@st.composite
def empatadas(draw: Any) -> dict[str, Any]:
    proyectos = []
    for n in range(draw(st.integers(2, 5))):
        donde = draw(st.lists(st.sampled_from(MUNICIPIOS), min_size=1, max_size=2, unique=True))
        proyectos.append(
            proyecto(
                f"P{n}",
                draw(st.sampled_from(("80", "80", "90"))),
                linea=draw(st.sampled_from(("energía", "energía", "minería"))),
                municipios=";".join(donde),
                solicitado=str(draw(st.sampled_from((50, 100, 200)))),
                cofinanciacion=draw(st.sampled_from(("0", "60"))),
            )
        )
    limites: dict[str, Any] = {
        "sobre_tope": draw(st.sampled_from(("recortar", "rechazar"))),
        "superable_con_cofinanciacion": draw(st.sampled_from(("sí", "no"))),
        "exceso": draw(st.sampled_from(("sin límite", "hasta lo cofinanciado"))),
        "reparto_compartidos": draw(st.sampled_from(("partes iguales", "completo"))),
    }
    if draw(st.booleans()):
        limites["proyectos"] = str(draw(st.integers(1, 2)))
    if draw(st.booleans()):
        limites["tope"] = str(draw(st.sampled_from((100, 150, 300))))
    return crudo_convocatoria(
        proyectos,
        str(draw(st.sampled_from((60, 100, 250, 400, 2000)))),
        por_ronda=str(draw(st.integers(1, 2))),
        saldo_insuficiente=draw(st.sampled_from(("parcial", "saltar", "detener"))),
        por_municipio=limites,
    )


@given(empatadas())
@settings(derandomize=True, deadline=None, max_examples=400)
def test_si_no_se_pide_desempate_ningun_orden_cambia_lo_que_reciben(crudo: dict[str, Any]) -> None:
    caso = CasoConvocatoria.model_validate(crudo)
    hay_disputa = any(h.codigo == "ASG041" for h in revisar(caso, None))
    resultados = set()
    for orden in permutations(range(len(crudo["proyectos"]))):
        proyectos = [
            {**p, "indicadores": {**p["indicadores"], "sorteo": str(n)}}
            for p, n in zip(crudo["proyectos"], orden, strict=True)
        ]
        sorteado = {**crudo, "proyectos": proyectos}
        sorteado["desempates"] = [{"columna": "sorteo", "gana": "menor"}]
        pasos = asignar(CasoConvocatoria.model_validate(sorteado)).pasos
        resultados.add(frozenset((p.proyecto, p.asignado) for p in pasos if p.asignado))
    if not hay_disputa:
        assert len(resultados) == 1
    else:  # con tan pocos, solo se pide si de veras cambia
        assert len(resultados) > 1 or len(crudo["proyectos"]) > 4
