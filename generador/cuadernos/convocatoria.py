"""El libro de una convocatoria: la lista, los puntajes, cada decisión del ciclo y los excluidos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.cuadernos.libro import Columna, Formato, Hoja, escribir
from generador.cuadernos.parametros import hoja_de_parametros
from generador.modelo.asignacion import CENTAVO

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generador.cuadernos.libro import Dato
    from generador.modelo.asignacion_convocatoria import CasoConvocatoria
    from generador.reglas.asignacion.resultado import Asignacion, Paso, Puesto

PARAMETROS = (
    "bolsa",
    "calculo",
    "convocatoria",
    "lineas",
    "por_ronda",
    "por_municipio",
    "tipos",
    "criterios",
    "decimales_puntaje",
    "desempates",
    "saldo_insuficiente",
)
LISTA = (Columna("Línea", 12), Columna("Lugar", 8, Formato.ENTERO), Columna("Código", 12))


def libro_de_convocatoria(caso: CasoConvocatoria, resultado: Asignacion) -> bytes:
    """El libro de Excel de una asignación por convocatoria.

    Hojas: Resultado (la lista de cada línea con lo asignado), Puntajes por criterio, Traza (todas
    las decisiones, en orden), Excluidos y Parámetros.
    """
    con_centavos = caso.bolsa.unidad == CENTAVO
    pesos = Formato.PESOS_Y_CENTAVOS if con_centavos else Formato.PESOS
    recibieron = sum(paso.asignado > 0 for paso in finales(resultado).values())
    hojas = [
        _resultado(resultado, pesos),
        _puntajes(resultado),
        _traza(resultado, pesos),
        _excluidos(resultado, pesos),
        hoja_de_parametros(
            caso,
            PARAMETROS,
            [
                ("Bolsa", resultado.bolsa),
                ("Asignado", resultado.asignado),
                ("Saldo", resultado.saldo),
                ("Proyectos evaluados", len(resultado.puestos)),
                ("Proyectos que reciben", recibieron),
            ],
        ),
    ]
    return escribir(hojas, "Asignación por convocatoria")


def finales(resultado: Asignacion) -> dict[str, Paso]:
    """La decisión definitiva de cada proyecto, por su código: la última que se tomó."""
    return {paso.proyecto: paso for paso in resultado.pasos}


def _resultado(resultado: Asignacion, pesos: Formato) -> Hoja:
    columnas = [
        *LISTA,
        Columna("Nombre", 42),
        Columna("Tipo", 20),
        Columna("Códigos DIVIPOLA", 12),
        Columna("Municipios", 26),
        Columna("Puntaje", 10, Formato.NUMERO),
        Columna("Solicitado ($)", 22, pesos),
        Columna("Asignado ($)", 22, pesos),
        Columna("Decisión", 16),
        Columna("Razón", 60),
    ]
    decisiones = finales(resultado)
    filas: list[Sequence[Dato]] = [
        (
            *_lugar(puesto),
            puesto.proyecto.nombre,
            puesto.proyecto.tipo,
            "; ".join(m.codigo for m in puesto.municipios),
            "; ".join(map(str, puesto.municipios)),
            puesto.total,
            decisiones[puesto.proyecto.codigo].solicitado,
            decisiones[puesto.proyecto.codigo].asignado,
            decisiones[puesto.proyecto.codigo].desenlace.value,
            decisiones[puesto.proyecto.codigo].razon,
        )
        for puesto in resultado.puestos
    ]
    en_blanco = [None] * 5
    total = ["TOTAL", len(filas), *en_blanco, None, None, resultado.asignado, None, None]
    return Hoja("Resultado", columnas, filas, total)


def _puntajes(resultado: Asignacion) -> Hoja:
    criterios = [p.criterio for p in resultado.puestos[0].puntos] if resultado.puestos else []
    por_criterio = [
        Columna(f"{criterio}: {que}", 16, Formato.NUMERO)
        for criterio in criterios
        for que in ("dato", "puntos")
    ]
    columnas = [
        *LISTA,
        *por_criterio,
        Columna("Total", 10, Formato.NUMERO),
        Columna("Desempate", 40),
    ]
    filas: list[Sequence[Dato]] = [
        (
            *_lugar(puesto),
            *(valor for p in puesto.puntos for valor in (p.dato, p.puntos)),
            puesto.total,
            puesto.desempate,
        )
        for puesto in resultado.puestos
    ]
    return Hoja("Puntajes por criterio", columnas, filas)


def _traza(resultado: Asignacion, pesos: Formato) -> Hoja:
    columnas = [
        Columna("Orden", 8, Formato.ENTERO),
        Columna("Ronda", 8, Formato.ENTERO),
        *LISTA,
        Columna("Solicitado ($)", 22, pesos),
        Columna("Saldo antes ($)", 24, pesos),
        Columna("Asignado ($)", 22, pesos),
        Columna("Saldo después ($)", 24, pesos),
        Columna("Decisión", 16),
        Columna("Razón", 60),
    ]
    filas = [
        (
            p.orden,
            p.ronda,
            p.linea,
            p.lugar,
            p.proyecto,
            p.solicitado,
            p.saldo_antes,
            p.asignado,
            p.saldo_despues,
            p.desenlace.value,
            p.razon,
        )
        for p in resultado.pasos
    ]
    return Hoja("Traza", columnas, filas)


def _excluidos(resultado: Asignacion, pesos: Formato) -> Hoja:
    columnas = [
        Columna("Código", 12),
        Columna("Nombre", 42),
        Columna("Línea", 12),
        Columna("Tipo", 20),
        Columna("Solicitado ($)", 22, pesos),
        Columna("Razón", 60),
    ]
    filas = [
        (
            e.proyecto.codigo,
            e.proyecto.nombre,
            e.proyecto.linea,
            e.proyecto.tipo,
            e.proyecto.solicitado,
            " ".join(e.razones),
        )
        for e in resultado.excluidos
    ]
    return Hoja("Excluidos", columnas, filas)


def _lugar(puesto: Puesto) -> tuple[str, int, str]:
    return puesto.linea, puesto.lugar, puesto.proyecto.codigo
