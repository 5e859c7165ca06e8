"""La asignación por convocatoria: puntaje, listas por línea, ciclo y traza."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.modelo.asignacion_convocatoria import RECHAZAR
from generador.reglas.asignacion.ciclo import EXCESO, SALDO, SOBRE_TOPE, Bloque, Corrida, correr
from generador.reglas.asignacion.cifras import centavos, dinero, unidad_de
from generador.reglas.asignacion.empates import sin_resolver
from generador.reglas.asignacion.hallados import error
from generador.reglas.asignacion.hoja import Hoja
from generador.reglas.asignacion.limites import Candidato, Reglas
from generador.reglas.asignacion.lista import Escalon, listar, nombrar
from generador.reglas.asignacion.puntajes import puntuar, total
from generador.reglas.asignacion.resultado import (
    Asignacion,
    Excluido,
    Paso,
    Puesto,
    PuntosDeCriterio,
)
from generador.reglas.asignacion.territorio import de_proyecto
from generador.reglas.asignacion.traza import razon
from generador.texto import clave

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generador.hallazgos import Hallazgo
    from generador.modelo.asignacion_convocatoria import CasoConvocatoria

PROPIAS = ("costo", "solicitado", "cofinanciacion")
PARA_QUE = {
    SOBRE_TOPE: "no cabe en el tope conjunto de su municipio: recortar o rechazar",
    EXCESO: "es cofinanciado y pasa del tope conjunto de su municipio: hasta lo cofinanciado "
    "o sin límite",
    SALDO: "pide más que el saldo: parcial, saltar o detener",
}


@dataclass(frozen=True, slots=True)
class Competencia:
    """Los puntos de cada proyecto evaluado (fila desde 0) y las listas de las líneas."""

    puntos: Mapping[int, tuple[PuntosDeCriterio, ...]]
    listas: tuple[tuple[Escalon, ...], ...]
    hallazgos: tuple[Hallazgo, ...]


def competir(caso: CasoConvocatoria) -> Competencia:
    """Puntúa y ordena los proyectos elegibles; lo que lo impide queda en `hallazgos`."""
    propias = {c: [getattr(p, c) for p in caso.proyectos] for c in PROPIAS}
    hoja = Hoja("proyectos", [p.indicadores for p in caso.proyectos], propias)
    hallazgos: list[Hallazgo] = []
    evaluados = [n for n, proyecto in enumerate(caso.proyectos) if proyecto.elegible]
    puntos = puntuar(caso, hoja, evaluados, hallazgos)
    listas = tuple(tuple(escalones) for escalones in listar(caso, hoja, puntos))
    return Competencia(puntos, listas, (*hoja.hallazgos, *hallazgos))


def recorrer(caso: CasoConvocatoria, competencia: Competencia) -> tuple[Corrida, list[Hallazgo]]:
    """Corre el ciclo y dice qué le faltó al caso para decidir: una regla o un desempate."""
    listas, bolsa = _bloques(caso, competencia), centavos(caso.bolsa.valor)
    corrida = correr(listas, _reglas(caso), bolsa)
    faltas = [
        error(
            "ASG040",
            ruta,
            f"El proyecto {codigo} {PARA_QUE[ruta].partition(':')[0]} y el caso no dice qué hacer.",
            f"Añada «{ruta}»:{PARA_QUE[ruta].partition(':')[2]}.",
        )
        for ruta, codigo in corrida.faltas.items()
    ]
    if faltas:  # sin la regla no se sabe cuál es el resultado que un empate cambiaría
        return corrida, faltas
    dudosos = sin_resolver(listas, _reglas(caso), bolsa, corrida)
    return corrida, [_empate(bloque) for bloque in dudosos]


def _empate(bloque: Bloque) -> Hallazgo:
    codigos = nombrar([c.codigo for c in bloque])
    return error(
        "ASG041",
        "desempates",
        f"En «{bloque[0].linea}» empatan {codigos}, y su orden puede cambiar quién recibe.",
        "Añada a «desempates» un criterio que los separe.",
    )


def asignar(caso: CasoConvocatoria, competencia: Competencia, corrida: Corrida) -> Asignacion:
    """El resultado de una corrida sin hallazgos de error."""
    unidad, bolsa = unidad_de(caso.bolsa), centavos(caso.bolsa.valor)
    reglas = _reglas(caso)
    pasos = []
    for orden, d in enumerate(corrida.decisiones, 1):
        c = d.candidato
        paso = Paso(
            orden,
            d.ronda,
            c.linea,
            c.lugar,
            c.codigo,
            dinero(c.solicitado, unidad),
            dinero(d.asignado, unidad),
            dinero(d.saldo_antes, unidad),
            dinero(d.saldo_antes - d.asignado, unidad),
            d.desenlace,
            razon(d, reglas),
        )
        pasos.append(paso)
    asignado = sum(d.asignado for d in corrida.decisiones)
    return Asignacion(
        caso.bolsa.valor,
        dinero(asignado, unidad),
        dinero(bolsa - asignado, unidad),
        tuple(_puestos(caso, competencia)),
        tuple(pasos),
        tuple(_excluidos(caso)),
    )


def _puestos(caso: CasoConvocatoria, competencia: Competencia) -> Iterator[Puesto]:
    for linea, escalones in zip(caso.lineas, competencia.listas, strict=True):
        lugar = 0
        for escalon in escalones:
            for n, desempate in zip(escalon.filas, escalon.desempates, strict=True):
                lugar += 1
                proyecto, puntos = caso.proyectos[n], competencia.puntos[n]
                donde = de_proyecto(proyecto)
                yield Puesto(proyecto, donde, linea, lugar, total(puntos), puntos, desempate)


def _excluidos(caso: CasoConvocatoria) -> Iterator[Excluido]:
    for proyecto in sorted(caso.proyectos, key=lambda p: p.codigo):
        if not proyecto.elegible:
            yield Excluido(proyecto, (proyecto.motivo or "",))


def _bloques(caso: CasoConvocatoria, competencia: Competencia) -> list[list[Bloque]]:
    """Las listas como las recorre el ciclo."""
    topes = {clave(t.nombre): (centavos(t.tope), t.sobre_tope) for t in caso.tipos}
    unidad = unidad_de(caso.bolsa)
    listas = []
    for linea, escalones in zip(caso.lineas, competencia.listas, strict=True):
        bloques, lugar = [], 0
        for escalon in escalones:
            bloque = []
            for n in escalon.filas:
                lugar += 1
                proyecto = caso.proyectos[n]
                tope, sobre_tope = topes[clave(proyecto.tipo)]
                solicitado = centavos(proyecto.solicitado)
                rechazado = solicitado > tope and sobre_tope == RECHAZAR
                bloque.append(
                    Candidato(
                        n,
                        proyecto.codigo,
                        linea,
                        lugar,
                        tuple(m.codigo for m in de_proyecto(proyecto)),
                        solicitado,
                        0 if rechazado else min(solicitado, tope - tope % unidad),
                        centavos(proyecto.cofinanciacion),
                        tope,
                    )
                )
            bloques.append(tuple(bloque))
        listas.append(bloques)
    return listas


def _reglas(caso: CasoConvocatoria) -> Reglas:
    de_municipio, unidad = caso.por_municipio, unidad_de(caso.bolsa)
    saldo = caso.saldo_insuficiente
    if de_municipio is None:
        return Reglas(caso.por_ronda, unidad, saldo)
    return Reglas(
        caso.por_ronda,
        unidad,
        saldo,
        de_municipio.proyectos,
        None if de_municipio.tope is None else centavos(de_municipio.tope),
        de_municipio.sobre_tope,
        de_municipio.superable_con_cofinanciacion,
        de_municipio.exceso,
        de_municipio.reparto_compartidos,
    )
