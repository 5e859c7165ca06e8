"""Las gráficas de una asignación, hechas de su resultado."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from generador.graficas.barras import barras
from generador.graficas.posiciones import posiciones
from generador.lengua.pesos import cifra

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generador.catalogos.divipola import Municipio
    from generador.graficas.dibujo import Grafica
    from generador.reglas.asignacion.resultado import Asignacion, Distribucion

DEPARTAMENTOS, MUNICIPIOS, PROYECTOS = "departamentos", "municipios", "proyectos"
VARIOS = "Varios departamentos"
MILLON = 1_000_000


def de_formula(resultado: Distribucion) -> dict[str, Grafica]:
    """Lo distribuido por departamento, y cuánto recibe cada municipio, de mayor a menor."""
    valores = sorted((b.valor for b in resultado.beneficiarios), reverse=True)
    por_departamento = _sumar((b.valor, [b.municipio]) for b in resultado.beneficiarios)
    return {
        DEPARTAMENTOS: barras("Valor distribuido por departamento", por_departamento),
        MUNICIPIOS: posiciones(
            "Valor de cada municipio, de mayor a menor",
            [("municipio", valor) for valor in valores],
            escala=millones,
            cosas=MUNICIPIOS,
        ),
    }


def de_convocatoria(resultado: Asignacion) -> dict[str, Grafica]:
    """Lo asignado por departamento, y el puntaje de cada proyecto con lo que se decidió de él.

    Un proyecto de municipios de varios departamentos no se divide entre ellos: va aparte.
    """
    finales = {paso.proyecto: paso for paso in resultado.pasos}
    asignados = [
        (finales[p.proyecto.codigo].asignado, p.municipios)
        for p in resultado.puestos
        if finales[p.proyecto.codigo].asignado
    ]
    ordenados = sorted(resultado.puestos, key=lambda p: (-p.total, p.proyecto.codigo))
    return {
        DEPARTAMENTOS: barras("Valor asignado por departamento", _sumar(asignados)),
        PROYECTOS: posiciones(
            "Puntaje de cada proyecto, de mayor a menor, y decisión",
            [(finales[p.proyecto.codigo].desenlace.value, p.total) for p in ordenados],
            escala=_puntos,
            cosas=PROYECTOS,
        ),
    }


def _sumar(montos: Iterable[tuple[Decimal, Iterable[Municipio]]]) -> dict[str, Decimal]:
    sumas: dict[str, Decimal] = defaultdict(Decimal)
    for monto, municipios in montos:
        donde = {municipio.departamento for municipio in municipios}
        sumas[donde.pop() if len(donde) == 1 else VARIOS] += monto
    return dict(sumas)


def millones(monto: Decimal) -> str:
    """El monto en millones de pesos, sin decimales: para una escala.

    >>> millones(Decimal("26759890409"))
    '$26.760 millones'
    """
    return f"{cifra(round(monto / MILLON))} millones"


def _puntos(puntaje: Decimal) -> str:
    return f"{puntaje.normalize():f}".replace(".", ",")
