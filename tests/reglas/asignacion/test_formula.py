"""La distribución por fórmula, contra cuentas hechas a mano y contra una implementación lenta."""

from __future__ import annotations

import decimal
import random
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.errores import CasoRechazado, DatoFaltante
from generador.modelo.asignacion_formula import CasoFormula
from generador.modelo.falta import Falta
from generador.reglas.asignacion import distribuir, revisar
from tests.reglas.asignacion import lenta
from tests.reglas.asignacion.casos import (
    TODOS,
    criterio,
    crudo_formula,
    fila,
    formula,
    grupo,
)

UNO = [grupo("100", [criterio("nbi", "100")])]


def repartida(caso: CasoFormula) -> dict[str, str]:
    return {b.municipio.codigo: str(b.valor) for b in distribuir(caso).beneficiarios}


# Cada caso se hizo a mano: 100 entre 1 : 1 : 1 son 33,33…; la unidad que falta, al código menor.
@pytest.mark.parametrize(
    ("datos", "bolsa", "unidad", "esperado"),
    [
        ({"05001": "1", "05002": "1", "08001": "1"}, "100", "peso", ["34", "33", "33"]),
        ({"05001": "1", "05002": "1", "08001": "2"}, "100", "peso", ["25", "25", "50"]),
        # 1/6, 2/6 y 3/6 de 100: 16,67 · 33,33 · 50: la unidad va al residuo 0,67.
        ({"05001": "1", "05002": "2", "08001": "3"}, "100", "peso", ["17", "33", "50"]),
        ({"05001": "0,5", "05002": "0,25"}, "100,50", "peso", ["67", "33"]),
        ({"05001": "0,5", "05002": "0,25"}, "100,50", "centavo", ["67.00", "33.50"]),
        ({"05001": "1", "05002": "1"}, "0,01", "centavo", ["0.01", "0.00"]),
        ({"05001": "7"}, "774.931.346.822", "peso", ["774931346822"]),
    ],
)
def test_reparte_como_se_hizo_a_mano(
    datos: dict[str, str], bolsa: str, unidad: str, esperado: list[str]
) -> None:
    filas = [fila(codigo, nbi=dato, entra="sí") for codigo, dato in datos.items()]
    assert list(repartida(formula(filas, UNO, bolsa, unidad)).values()) == esperado


def test_cada_reparto_cuenta_a_los_suyos() -> None:
    filas = [
        fila("05001", entra="sí", nbi="10", pdet="no", plata="2"),
        fila("05002", entra="sí", nbi="30", pdet="sí", plata="0"),
        fila("08001", entra="sí", nbi="50", pdet="sí", plata="6"),
        fila("11001", entra="no", nbi="99", pdet="sí", plata="100"),
    ]
    criterios = [
        criterio("plata", "50"),
        criterio("pdet", "30", "partes iguales"),
        criterio("nbi", "20", "desde umbral", umbral="30"),
    ]
    # plata: 500 entre 2:0:6 = 125, 0, 375 · pdet: 300 entre dos = 150 c/u · nbi: 200 entre 30:50 =
    # 75 y 125 (el 10 no llega al umbral, el 30 sí).
    caso = formula(filas, [grupo("100", criterios)], "1.000")
    assert repartida(caso) == {"05001": "125", "05002": "225", "08001": "650"}
    (excluido,) = distribuir(caso).no_elegibles
    assert excluido.municipio.codigo == "11001"
    assert excluido.razones == ("No entra a «G»: «entra» es no.",)


def test_un_municipio_puede_estar_en_los_dos_grupos() -> None:
    filas = [
        fila("05001", participacion="0,02", puerto="no", nbi="1"),
        fila("05002", participacion="0,05", puerto="sí", nbi="2"),
        fila("08001", participacion="0,019", puerto="sí", nbi="2"),
        fila("11001", participacion="0", puerto="no", nbi="2"),
    ]
    elegibles = ({"columna": "Participación", "minimo": "0,02"}, {"columna": "PUERTO"})
    grupos = [
        grupo("90", [criterio("nbi", "100")], "Productores", elegible=elegibles[0]),
        grupo("10", [criterio("nbi", "100")], "Puertos", elegible=elegibles[1]),
    ]
    resultado = distribuir(formula(filas, grupos, "1.000"))
    # Productores: 900 entre 1:2 = 300 y 600. Puertos: 100 entre dos = 50 y 50.
    assert [int(b.valor) for b in resultado.beneficiarios] == [300, 650, 50]
    assert [(g.nombre, g.valor, g.elegibles) for g in resultado.grupos] == [
        ("Productores", Fraction(900), 2),
        ("Puertos", Fraction(100), 2),
    ]
    doble = resultado.beneficiarios[1]
    assert [(a.grupo, a.parte, a.valor) for a in doble.aportes] == [
        ("Productores", Fraction(2, 3), Fraction(600)),
        ("Puertos", Fraction(1, 2), Fraction(50)),
    ]
    assert resultado.no_elegibles[0].razones == (
        "No entra a «Productores»: «Participación» es 0 y el mínimo es 0,02.",
        "No entra a «Puertos»: «PUERTO» es no.",
    )


def test_el_que_entra_y_no_recibe_de_nadie_dice_por_que() -> None:
    filas = [fila("05001", entra="sí", nbi="0"), fila("05002", entra="sí", nbi="3")]
    (excluido,) = distribuir(formula(filas, UNO)).no_elegibles
    assert excluido.razones == ("Entra a «G», pero ninguno de sus criterios le da valor.",)


def test_el_residuo_queda_contado() -> None:
    filas = [fila(codigo, entra="sí", nbi="1") for codigo in ("05001", "05002", "08001")]
    resultado = distribuir(formula(filas, UNO))
    assert [(b.residuo, b.unidades_de_residuo) for b in resultado.beneficiarios] == [
        (Fraction(1, 3), 1),
        (Fraction(1, 3), 0),
        (Fraction(1, 3), 0),
    ]


def test_los_centavos_que_no_caben_son_saldo() -> None:
    resultado = distribuir(formula([fila("05001", entra="sí", nbi="1")], UNO, "921.529,56"))
    assert (resultado.repartido, resultado.saldo) == (Decimal(921529), Decimal("0.56"))


def test_un_criterio_sin_peso_no_da_ni_estorba() -> None:
    criterios = [criterio("nbi", "100"), criterio("plata", "0")]
    caso = formula([fila("05001", entra="sí", nbi="1", plata="0")], [grupo("100", criterios)])
    assert repartida(caso) == {"05001": "100"}
    assert revisar(caso, None) == []


numeros = st.decimals(min_value=0, max_value=1000, places=4).map(
    lambda d: f"{d:f}".replace(".", ",")
)


@st.composite
def porcentajes(draw: Any, cuantos: int) -> list[str]:
    """Partes de 100 con hasta tres decimales."""
    cortes = sorted(
        draw(st.lists(st.integers(0, 100_000), min_size=cuantos - 1, max_size=cuantos - 1))
    )
    limites = [0, *cortes, 100_000]
    partes = [b - a for a, b in pairwise(limites)]
    return [f"{Decimal(p) / 1000:f}".replace(".", ",") for p in partes]


@st.composite
def crudos(draw: Any) -> dict[str, Any]:
    codigos = draw(st.lists(st.sampled_from(TODOS), min_size=1, max_size=9, unique=True))
    filas = []
    for n, codigo in enumerate(codigos):
        datos = {c: draw(numeros) for c in ("a", "b", "c")}
        # El primero entra a todo y tiene de todo: así ningún criterio queda sin nadie.
        if n == 0:
            datos = dict.fromkeys(datos, "999,5")
        entra = {g: "sí" if n == 0 else draw(st.sampled_from(("sí", "no"))) for g in ("g1", "g2")}
        filas.append(fila(codigo, **datos, **entra))
    repartos = st.sampled_from(("proporcional", "partes iguales", "desde umbral"))
    grupos = []
    for nombre, porcentaje in zip(("g1", "g2"), draw(porcentajes(2)), strict=True):
        criterios = []
        for columna, peso in zip(("a", "b", "c"), draw(porcentajes(3)), strict=True):
            reparto = draw(repartos)
            umbral = {"umbral": draw(numeros)} if reparto == "desde umbral" else {}
            if umbral and Decimal(umbral["umbral"].replace(",", ".")) > 999:
                umbral = {"umbral": "999"}
            criterios.append(criterio(columna, peso, reparto, **umbral))
        grupos.append(grupo(porcentaje, criterios, nombre, elegible={"columna": nombre}))
    centavos = draw(st.integers(100, 10**14))
    bolsa = f"{centavos // 100},{centavos % 100:02d}"
    return crudo_formula(filas, grupos, bolsa, draw(st.sampled_from(("peso", "centavo"))))


@given(crudos(), st.randoms(use_true_random=False))
@settings(derandomize=True, deadline=None, max_examples=150)
def test_es_la_formula_y_suma_la_bolsa(crudo: dict[str, Any], azar: random.Random) -> None:
    caso = CasoFormula.model_validate(crudo)
    resultado = distribuir(caso)
    valores = {b.municipio.codigo: Fraction(b.valor) for b in resultado.beneficiarios}
    assert valores == lenta.distribuir(caso)
    assert sum(valores.values()) == Fraction(resultado.repartido)
    assert resultado.repartido + resultado.saldo == resultado.bolsa
    assert resultado.saldo < (1 if resultado.unidad == "peso" else Decimal("0.01"))
    assert sum(g.valor for g in resultado.grupos) == Fraction(resultado.repartido)
    unidad = Fraction(1) if resultado.unidad == "peso" else Fraction(1, 100)
    for b in resultado.beneficiarios:
        exacto = sum((a.valor for a in b.aportes), Fraction(0))
        assert Fraction(b.valor) == exacto + (b.unidades_de_residuo - b.residuo) * unidad
    vistos = [b.municipio.codigo for b in resultado.beneficiarios]
    assert vistos == sorted(vistos)
    assert len(vistos) + len(resultado.no_elegibles) == len(caso.municipios)
    azar.shuffle(crudo["municipios"])
    with decimal.localcontext(prec=3):  # nada depende de la precisión de quien llama
        assert distribuir(CasoFormula.model_validate(crudo)) == resultado


@given(crudos())
@settings(derandomize=True, deadline=None, max_examples=60)
def test_quien_tiene_mas_en_todo_no_recibe_menos(crudo: dict[str, Any]) -> None:
    caso = CasoFormula.model_validate(crudo)
    valores = {b.municipio.codigo: b.valor for b in distribuir(caso).beneficiarios}
    datos = {f.codigo: [lenta.leido(v) for v in f.indicadores.values()] for f in caso.municipios}
    for uno, suyos in datos.items():
        for otro, ajenos in datos.items():
            if all(a >= b for a, b in zip(suyos, ajenos, strict=True)) and suyos != ajenos:
                assert valores.get(uno, 0) >= valores.get(otro, 0) - 1
                exacto = valores.get(uno, 0) >= valores.get(otro, 0)
                assert exacto or uno > otro  # solo el desempate por código lo explica


@pytest.mark.parametrize("semilla", range(3))
def test_los_1104_municipios_suman_la_bolsa(semilla: int) -> None:
    azar = random.Random(semilla)  # noqa: S311 -- datos de prueba, no secretos
    filas = [
        fila(c, entra="sí", nbi=f"{azar.randrange(1, 10**9)},{azar.randrange(10**9):09d}")
        for c in TODOS
    ]
    caso = formula(filas, UNO, f"{azar.randrange(10**10, 10**12)},37")
    resultado = distribuir(caso)
    assert len(resultado.beneficiarios) == len(TODOS)
    assert sum(b.valor for b in resultado.beneficiarios) == resultado.repartido
    assert resultado.repartido + Decimal("0.37") == caso.bolsa.valor


@pytest.mark.parametrize(
    ("cambio", "codigo", "ruta", "dice"),
    [
        ({"entra": "2"}, "ASG015", "municipios[1].indicadores.entra", "no es sí ni no"),
        ({"nbi": "0"}, "ASG016", "grupos[1].criterios[1]", "ningún municipio elegible"),
        ({"entra": "no"}, "ASG016", "grupos[1].criterios[1]", "ningún municipio elegible"),
        ({"nbi": "x"}, "ASG012", "municipios[1].indicadores.nbi", "no es un número"),
        ({"nbi": "-3"}, "ASG012", "municipios[1].indicadores.nbi", "negativo"),
        ({"nbi": ""}, "ASG011", "municipios[1].indicadores.nbi", "vacío"),
    ],
)
def test_lo_que_no_se_puede_repartir_se_dice(
    cambio: dict[str, str], codigo: str, ruta: str, dice: str
) -> None:
    caso = formula([fila("05001", **{"entra": "sí", "nbi": "1", **cambio})], UNO)
    (hallazgo,) = revisar(caso, None)
    assert (hallazgo.codigo, hallazgo.ruta) == (codigo, ruta)
    assert dice in hallazgo.mensaje
    with pytest.raises(CasoRechazado) as rechazo:
        distribuir(caso)
    assert rechazo.value.hallazgos == (hallazgo,)


def test_a_quien_le_toca_menos_de_una_unidad_se_avisa() -> None:
    filas = [fila("05001", entra="sí", nbi="1"), fila("05002", entra="sí", nbi="999")]
    caso = formula(filas, UNO, "10")
    (hallazgo,) = revisar(caso, None)
    assert hallazgo.codigo == "ASG017"
    assert "Medellín (Antioquia)" in hallazgo.mensaje
    assert repartida(caso) == {"05001": "0", "05002": "10"}


def test_la_fila_sin_dato_del_no_elegible_no_molesta() -> None:
    filas = [fila("05001", entra="sí", nbi="1"), fila("05002", entra="no", nbi="")]
    assert revisar(formula(filas, UNO), None) == []


def test_en_un_borrador_se_dice_que_falta() -> None:
    crudo = crudo_formula([fila("05001", entra="sí", nbi="1")], UNO)
    crudo["bolsa"] = {**crudo["bolsa"], "valor": Falta("bolsa.valor")}
    caso = CasoFormula.model_validate(crudo)
    assert {(h.codigo, h.ruta) for h in revisar(caso, None)} == {("ASG098", "bolsa.valor")}
    with pytest.raises(DatoFaltante):
        distribuir(caso)
