"""La distribución por fórmula: cada criterio reparte su parte de la bolsa entre los elegibles.

    valor_i = Σ_c  bolsa_del_grupo × peso_c × s(i, c) / Σ_j s(j, c)

`s` es el indicador (proporcional), 1 si lo tiene (partes iguales) o el indicador si llega al
umbral. Todo se lleva en enteros sobre un denominador común y se redondea una sola vez, sobre el
total de cada municipio.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from generador.modelo.asignacion_formula import DESDE_UMBRAL, PARTES_IGUALES
from generador.reglas.asignacion.cifras import (
    CENTAVOS_POR_PESO,
    centavos,
    dinero,
    escalados,
    numero,
    unidad_de,
)
from generador.reglas.asignacion.hallados import error
from generador.reglas.asignacion.hoja import Hoja
from generador.reglas.asignacion.redondeo import mayor_residuo
from generador.reglas.asignacion.resultado import (
    Aporte,
    Beneficiario,
    BolsaDeGrupo,
    Distribucion,
    NoElegible,
)
from generador.reglas.asignacion.territorio import de_fila

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from decimal import Decimal

    from generador.hallazgos import Hallazgo
    from generador.modelo.asignacion_formula import CasoFormula, CriterioDeReparto, Grupo

POR_CIENTO_DE_POR_CIENTO = 10_000


@dataclass(frozen=True, slots=True)
class Reparto:
    """Lo que un criterio reparte en su grupo: indicador y `s`, por fila (desde 0).

    A cada unidad de `s` le tocan `bolsa / entre` unidades de la bolsa.
    """

    grupo: str
    criterio: str
    indicadores: Mapping[int, Decimal]
    s: Mapping[int, int]
    suma: int
    bolsa: int
    entre: int


@dataclass(frozen=True, slots=True)
class Formula:
    """Una fórmula lista para repartir, y por qué no entró cada fila que no entró."""

    unidades: int
    repartos: tuple[Reparto, ...]
    elegibles: tuple[tuple[int, ...], ...]
    razones: Mapping[int, tuple[str, ...]]
    hallazgos: tuple[Hallazgo, ...]


def preparar(caso: CasoFormula) -> Formula:
    """Lee las columnas y arma los repartos; lo que lo impide queda en `hallazgos`."""
    hoja = Hoja("municipios", [fila.indicadores for fila in caso.municipios])
    unidades = centavos(caso.bolsa.valor) // unidad_de(caso.bolsa)
    malos: list[Hallazgo] = []
    desiertos: list[Hallazgo] = []
    repartos: list[Reparto] = []
    elegibles: list[tuple[int, ...]] = []
    razones: dict[int, list[str]] = {n: [] for n in range(len(caso.municipios))}
    for g, grupo in enumerate(caso.grupos):
        ruta = f"grupos[{g + 1}]"
        entran = _elegibles(grupo, ruta, hoja, razones, malos)
        elegibles.append(entran)
        for c, criterio in enumerate(grupo.criterios):
            donde = f"{ruta}.criterios[{c + 1}]"
            indicadores = hoja.columna(criterio.columna, f"{donde}.columna", entran)
            if indicadores is not None and len(indicadores) == len(entran):
                reparto = _repartir(grupo, criterio, indicadores, unidades)
                repartos.append(reparto)
                desiertos += _sin_nadie(reparto, donde)
    return Formula(
        unidades,
        tuple(repartos),
        tuple(elegibles),
        {n: tuple(varias) for n, varias in razones.items()},
        # Con un dato malo no se sabe si el criterio se queda de veras sin nadie.
        (*hoja.hallazgos, *malos) or tuple(desiertos),
    )


def _elegibles(
    grupo: Grupo,
    ruta: str,
    hoja: Hoja,
    razones: dict[int, list[str]],
    malos: list[Hallazgo],
) -> tuple[int, ...]:
    """Las filas que entran al grupo; de las demás, por qué no."""
    columna, minimo = grupo.elegible.columna, grupo.elegible.minimo
    datos = hoja.columna(columna, f"{ruta}.elegible.columna", razones) or {}
    entran = []
    for n, dato in datos.items():
        if minimo is None and dato not in (0, 1):
            malos.append(
                error(
                    "ASG015",
                    hoja.ruta_del_dato(columna, n),
                    f"«{columna}» decide quién entra a «{grupo.nombre}» y dice {numero(dato)}, que "
                    "no es sí ni no.",
                    f"Escriba sí o no, o ponga el mínimo en «{ruta}.elegible.minimo».",
                )
            )
        elif dato >= (1 if minimo is None else minimo):
            entran.append(n)
        else:
            razones[n].append(_por_que_no(grupo, dato))
    return tuple(entran)


def _por_que_no(grupo: Grupo, dato: Decimal) -> str:
    columna, minimo = grupo.elegible.columna, grupo.elegible.minimo
    if minimo is None:
        return f"No entra a «{grupo.nombre}»: «{columna}» es no."
    falta = f"es {numero(dato)} y el mínimo es {numero(minimo)}"
    return f"No entra a «{grupo.nombre}»: «{columna}» {falta}."


def _repartir(
    grupo: Grupo, criterio: CriterioDeReparto, indicadores: Mapping[int, Decimal], unidades: int
) -> Reparto:
    filas = list(indicadores)
    if criterio.reparto == PARTES_IGUALES:
        enteros = [int(indicadores[n] > 0) for n in filas]
    else:
        umbral = criterio.umbral if criterio.reparto == DESDE_UMBRAL else None
        enteros, _ = escalados([indicadores[n] for n in filas])
        if umbral is not None:
            enteros = [
                entero if indicadores[n] >= umbral else 0
                for n, entero in zip(filas, enteros, strict=True)
            ]
    (porcentaje, peso), escala = escalados([grupo.porcentaje, criterio.peso])
    suma = sum(enteros)
    return Reparto(
        grupo.nombre,
        criterio.nombre,
        indicadores,
        dict(zip(filas, enteros, strict=True)),
        suma,
        unidades * porcentaje * peso,
        POR_CIENTO_DE_POR_CIENTO * escala * escala * suma,
    )


def _sin_nadie(reparto: Reparto, ruta: str) -> Iterator[Hallazgo]:
    if not reparto.suma and reparto.bolsa:
        yield error(
            "ASG016",
            ruta,
            f"En «{reparto.grupo}» ningún municipio elegible suma en «{reparto.criterio}»: su "
            "parte de la bolsa no tendría a quién ir.",
            "Revise los indicadores, el umbral o el peso del criterio.",
        )


def distribuir(caso: CasoFormula, formula: Formula) -> Distribucion:
    """Reparte la bolsa según una fórmula sin hallazgos de error."""
    quienes = [de_fila(fila) for fila in caso.municipios]
    repartos = [r for r in formula.repartos if r.suma]
    comun = lcm(*(r.entre for r in repartos))
    partes: dict[int, int] = {}
    for reparto in repartos:
        por_unidad = reparto.bolsa * (comun // reparto.entre)
        for n, s in reparto.s.items():
            partes[n] = partes.get(n, 0) + por_unidad * s
    reciben = {quienes[n].codigo: n for n, parte in partes.items() if parte}
    redondeadas = mayor_residuo({codigo: partes[n] for codigo, n in reciben.items()}, comun)
    unidad = unidad_de(caso.bolsa)
    repartido = sum(r.unidades for r in redondeadas.values()) * unidad
    beneficiarios = [
        Beneficiario(
            quienes[reciben[codigo]],
            dinero(redondeadas[codigo].unidades * unidad, unidad),
            _aportes(reciben[codigo], repartos, unidad),
            Fraction(redondeadas[codigo].residuo, comun),
            redondeadas[codigo].por_residuo,
        )
        for codigo in sorted(redondeadas)
    ]
    sin_nada = [n for n in range(len(quienes)) if not partes.get(n)]
    no_elegibles = [NoElegible(quienes[n], _razones(n, formula, caso.grupos)) for n in sin_nada]
    return Distribucion(
        caso.bolsa.valor,
        caso.bolsa.unidad,
        dinero(repartido, unidad),
        dinero(centavos(caso.bolsa.valor) - repartido, unidad),
        tuple(_de_grupo(caso, formula, g) for g in range(len(caso.grupos))),
        tuple(beneficiarios),
        tuple(sorted(no_elegibles, key=lambda quien: quien.municipio.codigo)),
    )


def _aportes(n: int, repartos: Sequence[Reparto], unidad: int) -> tuple[Aporte, ...]:
    """Lo que cada criterio le da a una fila, en pesos."""
    return tuple(
        Aporte(
            r.grupo,
            r.criterio,
            r.indicadores[n],
            Fraction(r.s[n], r.suma),
            Fraction(r.bolsa * r.s[n] * unidad, r.entre * CENTAVOS_POR_PESO),
        )
        for r in repartos
        if n in r.s
    )


def _razones(n: int, formula: Formula, grupos: Sequence[Grupo]) -> tuple[str, ...]:
    """Por qué no recibe: no entró a un grupo, o entró y ningún criterio le da."""
    entro = [g.nombre for g, filas in zip(grupos, formula.elegibles, strict=True) if n in filas]
    sin_criterio = (f"Entra a «{g}», pero ninguno de sus criterios le da valor." for g in entro)
    return (*formula.razones[n], *sin_criterio)


def _de_grupo(caso: CasoFormula, formula: Formula, g: int) -> BolsaDeGrupo:
    grupo = caso.grupos[g]
    en_centavos = Fraction(formula.unidades * unidad_de(caso.bolsa)) * Fraction(grupo.porcentaje)
    valor = en_centavos / (100 * CENTAVOS_POR_PESO)
    return BolsaDeGrupo(grupo.nombre, grupo.porcentaje, valor, len(formula.elegibles[g]))
