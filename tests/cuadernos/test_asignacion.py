"""Los libros de las dos asignaciones, reabiertos y comparados con su resultado celda por celda."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from generador.asignar import calcular
from generador.cuadernos.convocatoria import libro_de_convocatoria
from generador.cuadernos.formula import decimal
from generador.reglas.asignacion.resultado import Aporte, Asignacion, Distribucion
from tests.casos_de_asignacion import convocatoria, formula
from tests.cuadernos.test_libro import reabrir, xml


def _partes(aporte: Aporte) -> tuple[float, float]:
    return float(decimal(aporte.parte, 12)), float(decimal(aporte.valor, 4))


def test_el_libro_de_la_formula_dice_lo_que_el_resultado(tmp_path: Path) -> None:
    calculo = calcular(formula(tmp_path))
    hecho = calculo.resultado
    assert isinstance(hecho, Distribucion)
    libro = calculo.libro()
    hojas = reabrir(libro)
    assert list(hojas) == ["Resultado", "Cálculo", "Redondeo", "Excluidos", "Parámetros"]
    _, *filas, total = hojas["Resultado"]
    assert filas == [
        [b.municipio.codigo, b.municipio.departamento, b.municipio.nombre, float(b.valor)]
        for b in hecho.beneficiarios
    ]
    assert total == ["TOTAL", "", "3 municipios", float(hecho.repartido)]
    assert [fila[0] for fila in hojas["Cálculo"][1:]] == ["05001", "05615", "11001"]
    assert [fila[2:] for fila in hojas["Cálculo"][1:]] == [
        [a.grupo, a.criterio, float(a.indicador), *_partes(a)]
        for b in hecho.beneficiarios
        for a in b.aportes
    ]  # fmt: skip
    assert [fila[3:] for fila in hojas["Redondeo"][1:-1]] == [
        [float(decimal(b.residuo, 12)), float(b.unidades_de_residuo), float(b.valor)]
        for b in hecho.beneficiarios
    ]
    assert hojas["Redondeo"][-1][-1] == float(hecho.repartido)
    (excluido,) = hojas["Excluidos"][1:]
    assert excluido == ["68615", "Santander", "Rionegro", " ".join(hecho.no_elegibles[0].razones)]
    parametros = {fila[0]: fila[1] for fila in hojas["Parámetros"][1:]}
    assert parametros["Saldo"] == 0.01
    assert parametros["bolsa.valor"] == 1000.01
    assert parametros["calculo.fecha"] == "2025-07-01"
    assert parametros["grupos[1].criterios[1].reparto"] == "proporcional"
    assert parametros["grupos[1].elegible.minimo"] == 0.02
    assert "$" in xml(libro, "xl/styles.xml")


def test_el_libro_de_la_convocatoria_dice_lo_que_el_resultado(tmp_path: Path) -> None:
    calculo = calcular(convocatoria(tmp_path))
    hecho = calculo.resultado
    assert isinstance(hecho, Asignacion)
    libro = calculo.libro()
    hojas = reabrir(libro)
    assert list(hojas) == ["Resultado", "Puntajes por criterio", "Traza", "Excluidos", "Parámetros"]
    _, *filas, total = hojas["Resultado"]
    finales = {paso.proyecto: paso for paso in hecho.pasos}
    assert [fila[:4] + fila[7:11] for fila in filas] == [
        [
            p.linea,
            float(p.lugar),
            p.proyecto.codigo,
            p.proyecto.nombre,
            float(p.total),
            float(p.proyecto.solicitado),
            float(finales[p.proyecto.codigo].asignado),
            finales[p.proyecto.codigo].desenlace.value,
        ]
        for p in hecho.puestos
    ]
    assert total[9] == float(hecho.asignado) == sum(fila[9] for fila in filas)
    assert [fila[:6] for fila in hojas["Puntajes por criterio"][1:]] == [
        [
            p.linea,
            float(p.lugar),
            p.proyecto.codigo,
            float(p.puntos[0].dato),
            float(p.puntos[0].puntos),
            float(p.total),
        ]
        for p in hecho.puestos
    ]
    assert [[fila[0], fila[4], *fila[6:9], fila[10]] for fila in hojas["Traza"][1:]] == [
        [
            float(p.orden),
            p.proyecto,
            float(p.saldo_antes),
            float(p.asignado),
            float(p.saldo_despues),
            p.razon,
        ]
        for p in hecho.pasos
    ]
    assert [fila[:2] for fila in hojas["Excluidos"][1:]] == [["M-3", "Centro"]]
    parametros = {fila[0]: fila[1] for fila in hojas["Parámetros"][1:]}
    assert (parametros["Asignado"], parametros["Proyectos que reciben"]) == (500.5, 3)
    assert parametros["desempates[1].gana"] == "menor"
    assert "<f" not in xml(libro)  # «=2+5 redes» y «@Centro» son nombres


def test_un_libro_sin_proyectos_evaluados_no_falla(tmp_path: Path) -> None:
    calculo = calcular(convocatoria(tmp_path))
    hecho = calculo.resultado
    assert isinstance(hecho, Asignacion)
    vacio = Asignacion(hecho.bolsa, Decimal(0), hecho.bolsa, (), (), hecho.excluidos)
    hojas = reabrir(libro_de_convocatoria(calculo.caso, vacio))
    assert len(hojas["Resultado"]) == 2
