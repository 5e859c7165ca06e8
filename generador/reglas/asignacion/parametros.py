"""Los parámetros del caso: que sumen 100, que no se repitan y que estén los que hacen falta."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from generador.modelo.asignacion_convocatoria import DIRECTO, LINEAL, SI_NO, TRAMOS
from generador.modelo.asignacion_formula import DESDE_UMBRAL
from generador.modelo.falta import Falta, exigir
from generador.reglas.asignacion.cifras import centavos, numero, redondear, unidad_de
from generador.reglas.asignacion.hallados import error
from generador.texto import clave, sugerencia

if TYPE_CHECKING:
    from decimal import Decimal

    from generador.hallazgos import Hallazgo
    from generador.modelo.asignacion import CasoAsignacion
    from generador.modelo.asignacion_convocatoria import CasoConvocatoria, CriterioDePuntaje, Puntos
    from generador.modelo.asignacion_formula import CasoFormula, CriterioDeReparto

CIEN = 100
DECIMALES_MAXIMOS = 10


def revisar_bolsa(caso: CasoAsignacion) -> Iterator[Hallazgo]:
    """Que haya al menos una unidad para repartir."""
    if centavos(exigir(caso.bolsa.valor)) < unidad_de(caso.bolsa):
        yield error(
            "ASG001",
            "bolsa.valor",
            "La bolsa no alcanza para repartir ni una unidad.",
            "Revise el valor de la bolsa.",
        )


def _suma_cien(valores: Sequence[Decimal], ruta: str, que: str) -> Iterator[Hallazgo]:
    suma = sum((Fraction(exigir(valor)) for valor in valores), Fraction(0))
    if suma != CIEN:
        yield error(
            "ASG002",
            ruta,
            f"{que} suman {_visible(suma)} y deben sumar 100.",
            "Corríjalos: Minuta no completa ni reparte lo que falte o sobre.",
        )


def _visible(suma: Fraction) -> str:
    return numero(redondear(suma.numerator, suma.denominator, DECIMALES_MAXIMOS))


def repetidos(nombres: Iterable[str], ruta: str, que: str) -> Iterator[Hallazgo]:
    """Los nombres que ya estaban antes en la lista, sin mirar tildes ni mayúsculas."""
    vistos: set[str] = set()
    for n, nombre in enumerate(nombres, 1):
        if isinstance(nombre, Falta):
            continue
        if clave(nombre) in vistos:
            yield error("ASG003", f"{ruta}[{n}]", f"{que} «{nombre}» se repite.", "Deje uno solo.")
        vistos.add(clave(nombre))


def revisar_grupos(caso: CasoFormula) -> Iterator[Hallazgo]:
    """Los porcentajes de los grupos, los pesos de cada uno y los umbrales."""
    yield from _suma_cien(
        [g.porcentaje for g in caso.grupos], "grupos", "Los porcentajes de los grupos"
    )
    yield from repetidos((g.nombre for g in caso.grupos), "grupos", "El grupo")
    for n, grupo in enumerate(caso.grupos, 1):
        ruta = f"grupos[{n}].criterios"
        que = f"Los pesos de «{grupo.nombre}»"
        yield from _suma_cien([c.peso for c in grupo.criterios], ruta, que)
        yield from repetidos((c.nombre for c in grupo.criterios), ruta, "El criterio")
        for m, criterio in enumerate(grupo.criterios, 1):
            yield from _revisar_umbral(criterio, f"{ruta}[{m}].umbral")


def _revisar_umbral(criterio: CriterioDeReparto, ruta: str) -> Iterator[Hallazgo]:
    con_umbral = exigir(criterio.reparto) == DESDE_UMBRAL
    if con_umbral and criterio.umbral is None:
        yield error(
            "ASG004",
            ruta,
            f"El criterio «{criterio.nombre}» se reparte desde un umbral y no dice cuál.",
            "Añada «umbral».",
        )
    elif criterio.umbral is not None and not con_umbral:
        yield error(
            "ASG004",
            ruta,
            f"El criterio «{criterio.nombre}» tiene umbral y su reparto es {criterio.reparto}.",
            f"Quítelo, o ponga «reparto: {DESDE_UMBRAL}».",
        )


def revisar_convocatoria(caso: CasoConvocatoria) -> Iterator[Hallazgo]:
    """Las listas, los límites y los decimales de una convocatoria."""
    yield from repetidos(caso.lineas, "lineas", "La línea")
    yield from repetidos((t.nombre for t in caso.tipos), "tipos", "El tipo")
    yield from repetidos((c.nombre for c in caso.criterios), "criterios", "El criterio")
    if exigir(caso.decimales_puntaje) > DECIMALES_MAXIMOS:
        yield error(
            "ASG005",
            "decimales_puntaje",
            f"El puntaje no se redondea a {caso.decimales_puntaje} decimales.",
            f"Escriba de 0 a {DECIMALES_MAXIMOS}.",
        )
    limites = caso.por_municipio
    de_uno: list[tuple[str, int | None]] = [("por_ronda", caso.por_ronda)]
    if limites is not None:
        de_uno.append(("por_municipio.proyectos", limites.proyectos))
    for ruta, cuantos in de_uno:
        if cuantos is not None and exigir(cuantos) < 1:
            yield error("ASG005", ruta, "Con cero nadie recibe.", "Escriba de 1 en adelante.")


def revisar_desempates(caso: CasoConvocatoria) -> Iterator[Hallazgo]:
    """Que cada desempate salga de una columna o de un criterio de los que puntúan."""
    criterios = [exigir(criterio.nombre) for criterio in caso.criterios]
    for n, desempate in enumerate(caso.desempates, 1):
        ruta, criterio = f"desempates[{n}]", desempate.criterio
        if (desempate.columna is None) == (criterio is None):
            cuantas = "ninguna parte" if criterio is None else "dos partes"
            yield error(
                "ASG009",
                ruta,
                f"El desempate {n} toma su dato de {cuantas}.",
                "Deje una sola: «columna» o «criterio».",
            )
        elif criterio is not None and clave(exigir(criterio)) not in map(clave, criterios):
            yield error(
                "ASG009",
                f"{ruta}.criterio",
                f"No hay ningún criterio que se llame «{criterio}».",
                f"{sugerencia(criterio, criterios)} Hay: {', '.join(criterios)}.".strip(),
            )


def revisar_criterios(caso: CasoConvocatoria) -> Iterator[Hallazgo]:
    """Los máximos, de dónde sale el dato de cada criterio y cómo se vuelve puntos."""
    yield from _suma_cien(
        [c.maximo for c in caso.criterios], "criterios", "Los puntajes máximos de los criterios"
    )
    for n, criterio in enumerate(caso.criterios, 1):
        ruta = f"criterios[{n}]"
        if criterio.maximo <= 0:
            yield error(
                "ASG006", f"{ruta}.maximo", "El máximo no da puntos.", "Escriba más de cero."
            )
        fuentes = [f for f in (criterio.columna, criterio.razon, criterio.menor_costo) if f]
        if len(fuentes) != 1:
            yield error(
                "ASG006",
                ruta,
                f"El criterio «{criterio.nombre}» toma su dato de {len(fuentes)} partes.",
                "Deje una sola: «columna», «razon» o «menor_costo».",
            )
        yield from _revisar_puntos(criterio, f"{ruta}.puntos")


def _revisar_puntos(criterio: CriterioDePuntaje, ruta: str) -> Iterator[Hallazgo]:
    puntos = criterio.puntos
    forma = exigir(puntos.forma)
    tiene = {"desde": puntos.desde, "hasta": puntos.hasta, "tramos": puntos.tramos or None}
    lleva = {LINEAL: ("desde", "hasta"), TRAMOS: ("tramos",), SI_NO: (), DIRECTO: ()}[forma]
    for campo, valor in tiene.items():
        if (valor is not None) != (campo in lleva):
            falta = "Falta" if valor is None else "Sobra"
            remedio = "Añádalo." if valor is None else "Quítelo, o cambie la forma."
            yield error(
                "ASG007", f"{ruta}.{campo}", f"{falta} «{campo}» en la forma «{forma}».", remedio
            )
    if forma == LINEAL and puntos.desde is not None and puntos.desde == puntos.hasta:
        yield error(
            "ASG007", ruta, "«desde» y «hasta» son iguales.", "Escriba dos valores distintos."
        )
    yield from _revisar_tramos(puntos, exigir(criterio.maximo), ruta)


def _revisar_tramos(puntos: Puntos, maximo: Decimal, ruta: str) -> Iterator[Hallazgo]:
    vistos: set[Decimal] = set()
    for n, tramo in enumerate(puntos.tramos, 1):
        if not 0 <= tramo.puntos <= maximo:
            yield error(
                "ASG008",
                f"{ruta}.tramos[{n}].puntos",
                f"El tramo da {numero(tramo.puntos)} puntos y el máximo es {numero(maximo)}.",
                "Corrija los puntos del tramo o el máximo.",
            )
        if tramo.desde in vistos:
            yield error(
                "ASG008",
                f"{ruta}.tramos[{n}].desde",
                f"Hay dos tramos desde {numero(tramo.desde)}.",
                "Deje uno solo.",
            )
        vistos.add(tramo.desde)
    if puntos.tramos and all(tramo.puntos != maximo for tramo in puntos.tramos):
        yield error(
            "ASG008",
            f"{ruta}.tramos",
            f"Ningún tramo da el máximo del criterio, {numero(maximo)}.",
            "Añada el que falta, o corrija el máximo.",
        )
