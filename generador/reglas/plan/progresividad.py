"""Progresividad: los ingresos en el territorio aduanero nacional (TAN) bajan plan tras plan.

Fuente: carácter de progresividad de las metas (artículo 90 del proyecto). Se compara con el plan
anterior tal como quedó si fue modificado, en valor y en porcentaje; si sube cualquiera de los dos,
el caso exige una justificación escrita del usuario y la valoración del Ministerio. Si queda igual,
es un aviso: el decreto no dice qué pasa entonces, y sin valoración el acto no afirma cumplimiento.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from generador.errores import DatoFaltante
from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.pesos import cifra
from generador.lengua.porcentajes import cifra_porcentaje
from generador.reglas.plan.cuadro import PRECISION, calcular, cierra, repartir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.modelo.suscripcion_plan import (
        CasoSuscripcionPlan,
        Metas,
        PlanAnterior,
        Proyeccion,
    )
    from generador.reglas.plan.tramite import Regimen

RUTA = "plan.plan_anterior"
RUTA_TAN = "plan.proyeccion.ventas_tan"
VERBOS = {1: ("sube", "suben"), 0: ("queda igual", "quedan iguales"), -1: ("baja", "bajan")}


@dataclass(frozen=True, slots=True)
class Comparacion:
    """Ingresos en el TAN antes y ahora: valor, porcentaje con dos decimales y hacia dónde van.

    `valor` y `porcentaje` valen -1 si bajan, 0 si quedan igual y 1 si suben.
    """

    anterior: Decimal
    actual: Decimal
    porcentaje_anterior: Decimal
    porcentaje_actual: Decimal
    valor: int
    porcentaje: int

    @property
    def sube(self) -> bool:
        """Si sube el valor o el porcentaje."""
        return self.valor > 0 or self.porcentaje > 0

    @property
    def disminuye(self) -> bool:
        """Si bajan el valor y el porcentaje."""
        return self.valor < 0 and self.porcentaje < 0


def _signo(diferencia: Decimal) -> int:
    return (diferencia > 0) - (diferencia < 0)


def _porcentaje(parte: Decimal, total: Decimal) -> Decimal:
    return repartir(Decimal(100), [parte, total - parte])[0]


def _porcentaje_del_cuadro(proyeccion: Proyeccion) -> Decimal:
    """El que trae el cuadro, para que el acto diga lo mismo en todas partes.

    Puede diferir en una centésima del directo, por el residuo; el directo se usa si el cuadro
    está incompleto o no cierra.
    """
    try:
        cuadro_cierra = cierra(proyeccion)
    except DatoFaltante:
        cuadro_cierra = False
    if cuadro_cierra:
        return calcular(proyeccion).ventas_tan
    return _porcentaje(proyeccion.ventas_tan, proyeccion.total)


def metas_anteriores(anterior: PlanAnterior) -> Metas:
    """Las metas del plan anterior tal como quedaron si fue modificado."""
    return anterior if anterior.modificacion is None else anterior.modificacion


def comparar(caso: CasoSuscripcionPlan) -> Comparacion | None:
    """Compara con el plan anterior; `None` si es el primer plan del usuario.

    El porcentaje se compara exacto (en cruz), no redondeado.
    """
    if caso.plan.plan_anterior is None:
        return None
    antes, ahora = metas_anteriores(caso.plan.plan_anterior), caso.plan.proyeccion
    with localcontext(prec=PRECISION):
        cruz = ahora.ventas_tan * antes.total - antes.ventas_tan * ahora.total
    return Comparacion(
        anterior=antes.ventas_tan,
        actual=ahora.ventas_tan,
        porcentaje_anterior=_porcentaje(antes.ventas_tan, antes.total),
        porcentaje_actual=_porcentaje_del_cuadro(ahora),
        valor=_signo(ahora.ventas_tan - antes.ventas_tan),
        porcentaje=_signo(cruz),
    )


def _hallazgo(codigo: str, gravedad: Gravedad, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    return Hallazgo(codigo=codigo, gravedad=gravedad, ruta=ruta, mensaje=mensaje, remedio=remedio)


def revisar_primer_plan(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que haya plan anterior si, y solo si, este no es el primero."""
    anterior = caso.plan.plan_anterior
    if caso.plan.primer_plan and anterior is not None:
        yield _hallazgo(
            "PLAN030",
            Gravedad.ERROR,
            "plan.primer_plan",
            "El caso dice que es el primer plan y trae un plan anterior.",
            "Deje «primer_plan: no», o borre «plan_anterior».",
        )
    if not caso.plan.primer_plan and anterior is None:
        yield _hallazgo(
            "PLAN031",
            Gravedad.ERROR,
            "plan.primer_plan",
            "No es el primer plan y falta el plan anterior: no se puede medir la progresividad.",
            "Añada «plan_anterior» con sus ingresos en el TAN y su total.",
        )


def revisar_anio_anterior(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que el plan anterior sea de un año gravable anterior."""
    anterior = caso.plan.plan_anterior
    if anterior is not None and anterior.anio_gravable >= caso.plan.anio_gravable:
        yield _hallazgo(
            "PLAN032",
            Gravedad.ERROR,
            f"{RUTA}.anio_gravable",
            f"El plan anterior es del año gravable {anterior.anio_gravable} y este, "
            f"de {caso.plan.anio_gravable}.",
            "Corrija el año gravable de uno de los dos planes.",
        )


def revisar_metas_anteriores(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba que en el plan anterior, y en su modificación, los ingresos quepan en el total."""
    anterior = caso.plan.plan_anterior
    if anterior is None:
        return
    partes: list[tuple[str, Metas]] = [(RUTA, anterior)]
    if anterior.modificacion is not None:
        partes.append((f"{RUTA}.modificacion", anterior.modificacion))
    for ruta, metas in partes:
        if not _posibles(metas):
            yield _hallazgo(
                "PLAN033",
                Gravedad.ERROR,
                f"{ruta}.total",
                f"Los ingresos en el TAN ({cifra(metas.ventas_tan)}) no caben en el total "
                f"({cifra(metas.total)})."
                if metas.total
                else "El total de ingresos del plan anterior es cero.",
                "Revise las dos cifras contra el acto que fijó esas metas.",
            )


def _posibles(metas: Metas) -> bool:
    return bool(metas.total) and metas.ventas_tan <= metas.total


def revisar(caso: CasoSuscripcionPlan, _regimen: Regimen) -> Iterator[Hallazgo]:
    """Comprueba la progresividad frente al plan anterior, si sus cifras son posibles."""
    anterior, comparacion = caso.plan.plan_anterior, comparar(caso)
    if anterior is None or comparacion is None or not _posibles(metas_anteriores(anterior)):
        return
    if comparacion.sube:
        yield _subida(caso, comparacion)
    elif not comparacion.disminuye:
        yield _hallazgo(
            "PLAN035",
            Gravedad.AVISO,
            RUTA_TAN,
            f"Los ingresos en el TAN no disminuyen frente al plan anterior: {cuenta(comparacion)}.",
            "Confirme que la meta es la acordada: la progresividad pide una disminución gradual. "
            "Si la acepta, diga por qué en «plan.valoracion_progresividad».",
        )


def cuenta(comparacion: Comparacion) -> str:
    """Qué pasa con el valor y con el porcentaje, primero lo que sube.

    «sube el porcentaje (de 20% a 21%), aunque baja el valor (de $5 a $4)».
    """
    c = comparacion
    valor = (c.valor, f"el valor (de {cifra(c.anterior)} a {cifra(c.actual)})")
    antes, ahora = cifra_porcentaje(c.porcentaje_anterior), cifra_porcentaje(c.porcentaje_actual)
    porcentaje = (c.porcentaje, f"el porcentaje (de {antes} a {ahora})")
    (uno, primero), (otro, segundo) = sorted(
        (valor, porcentaje), key=lambda parte: parte[0], reverse=True
    )
    if uno == otro:
        return f"{VERBOS[uno][1]} {primero} y {segundo}"
    enlace = ", aunque" if uno > 0 > otro else " y"
    return f"{VERBOS[uno][0]} {primero}{enlace} {VERBOS[otro][0]} {segundo}"


def _subida(caso: CasoSuscripcionPlan, comparacion: Comparacion) -> Hallazgo:
    que = f"Frente al plan anterior, de los ingresos en el TAN {cuenta(comparacion)}"
    if caso.plan.justificacion_progresividad is None:
        return _hallazgo(
            "PLAN034",
            Gravedad.ERROR,
            RUTA_TAN,
            f"{que}, sin justificación.",
            "Añada «plan.justificacion_progresividad», o pida al usuario ajustar la meta.",
        )
    if caso.plan.valoracion_progresividad is None:
        return _hallazgo(
            "PLAN037",
            Gravedad.ERROR,
            RUTA_TAN,
            f"{que}; el caso trae la justificación del usuario y no la valoración del Ministerio.",
            "Añada «plan.valoracion_progresividad»: por qué esa justificación es suficiente.",
        )
    return _hallazgo(
        "PLAN036",
        Gravedad.AVISO,
        RUTA_TAN,
        f"{que}; el caso trae justificación y valoración.",
        "Confirme que bastan: las dos irán en los considerandos.",
    )
