"""El cuadro de ingresos del plan: sumas al centavo y porcentajes que dan 100 % exacto.

Fuente: requisito de proyección de ingresos del plan (artículo 89, numeral 6, del proyecto).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.pesos import cifra
from generador.lengua.porcentajes import cifra_porcentaje
from generador.modelo.falta import exigir

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generador.modelo.suscripcion_plan import CasoSuscripcionPlan, Proyeccion
    from generador.reglas.plan.tramite import Regimen

CIEN = Decimal(100)
CENTESIMA = Decimal("0.01")
RUTA = "plan.proyeccion"
# Dos montos de diecisiete cifras, multiplicados, caben de sobra: ninguna cuenta se redondea antes.
PRECISION = 60


@dataclass(frozen=True, slots=True)
class Cuadro:
    """Los porcentajes de cada fila, con dos decimales; las dos filas principales suman 100."""

    exportacion: Decimal
    diferentes: Decimal
    ventas_tan: Decimal
    ajenos_actividad: Decimal


def repartir(total: Decimal, partes: Sequence[Decimal]) -> list[Decimal]:
    """Reparte `total` en proporción a `partes`, con dos decimales y suma exacta.

    El residuo del redondeo va a la parte mayor (la primera, si empatan).

    >>> repartir(Decimal(100), [Decimal(1), Decimal(1), Decimal(1)])
    [Decimal('33.34'), Decimal('33.33'), Decimal('33.33')]
    """
    suma = sum(partes, Decimal(0))
    if not suma:
        return [Decimal("0.00") for _ in partes]
    with localcontext(prec=PRECISION):
        cuotas = [(total * p / suma).quantize(CENTESIMA, ROUND_HALF_UP) for p in partes]
        mayor = max(range(len(partes)), key=lambda i: (partes[i], -i))
        cuotas[mayor] += total - sum(cuotas, Decimal(0))
    return cuotas


def calcular(proyeccion: Proyeccion) -> Cuadro:
    """Calcula los porcentajes del cuadro; las subfilas suman el porcentaje de su fila."""
    exportacion, diferentes = repartir(CIEN, [proyeccion.exportacion, proyeccion.diferentes])
    tan, ajenos = repartir(diferentes, [proyeccion.ventas_tan, proyeccion.ajenos_actividad])
    return Cuadro(exportacion, diferentes, tan, ajenos)


def cierra(proyeccion: Proyeccion) -> bool:
    """Si las filas suman lo que dicen las totales, al centavo."""
    p = proyeccion
    filas, total = p.ventas_tan + p.ajenos_actividad, p.exportacion + p.diferentes
    return bool(p.diferentes == filas and p.total == total)


def _suma_distinta(campo: str, nombre: str, declarado: Decimal, suma: Decimal) -> Hallazgo:
    return Hallazgo(
        codigo="PLAN020",
        gravedad=Gravedad.ERROR,
        ruta=f"{RUTA}.{campo}",
        mensaje=f"{nombre} dice {cifra(declarado)} y las filas suman {cifra(suma)}: "
        f"diferencia de {cifra(abs(declarado - suma))}.",
        remedio="Revise las filas y el total contra el cuadro del plan.",
    )


def revisar_diferentes(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que las dos subfilas sumen los ingresos diferentes de la exportación."""
    p = caso.plan.proyeccion
    suma = exigir(p.ventas_tan) + exigir(p.ajenos_actividad)
    if exigir(p.diferentes) != suma:
        nombre = "El total de ingresos diferentes de la exportación"
        yield _suma_distinta("diferentes", nombre, p.diferentes, suma)


def revisar_total(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que las dos filas sumen la totalidad de los ingresos, y que no sea cero."""
    p = caso.plan.proyeccion
    if not exigir(p.total):
        yield Hallazgo(
            codigo="PLAN021",
            gravedad=Gravedad.ERROR,
            ruta=f"{RUTA}.total",
            mensaje="La totalidad de los ingresos es cero: no hay plan que suscribir.",
            remedio="Escriba los ingresos proyectados del año gravable.",
        )
    suma = exigir(p.exportacion) + exigir(p.diferentes)
    if p.total != suma:
        yield _suma_distinta("total", "La totalidad de los ingresos", p.total, suma)


def revisar_porcentajes(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que los porcentajes declarados sean los de esos valores, que suman 100 %."""
    proyeccion = caso.plan.proyeccion
    if proyeccion.porcentajes is None or not cierra(proyeccion):
        return
    calculado = calcular(proyeccion)
    for campo in ("exportacion", "diferentes"):
        declarado: Decimal = getattr(proyeccion.porcentajes, campo)
        exacto: Decimal = getattr(calculado, campo)
        if declarado != exacto:
            yield Hallazgo(
                codigo="PLAN022",
                gravedad=Gravedad.ERROR,
                ruta=f"{RUTA}.porcentajes.{campo}",
                mensaje=f"El porcentaje declarado es {cifra_porcentaje(declarado)} y con esos "
                f"valores es {cifra_porcentaje(exacto)}.",
                remedio="Corríjalo (va con dos decimales), o bórrelo: Minuta lo calcula.",
            )
