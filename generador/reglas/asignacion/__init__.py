"""Las reglas de las dos asignaciones: la fórmula, la convocatoria y lo que se revisa en ellas.

Son datos y hallazgos; lo único escrito es la frase de cada decisión. Fuente: Ley 2056 de 2020,
artículo 7, literal A, numeral 8; los pesos, puntajes, topes y desempates son los del caso.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from generador.errores import CasoRechazado, DatoFaltante
from generador.hallazgos import Gravedad, Hallazgo, hay_errores
from generador.modelo.asignacion import CasoAsignacion
from generador.modelo.asignacion_formula import CasoFormula
from generador.modelo.comunes import Modelo
from generador.modelo.falta import exigir
from generador.reglas.asignacion import (
    convocatoria,
    formula,
    parametros,
    proyectos,
    territorio,
)
from generador.reglas.asignacion.hallados import aviso

if TYPE_CHECKING:
    from generador.modelo.asignacion_convocatoria import CasoConvocatoria
    from generador.reglas.asignacion.resultado import Asignacion, Distribucion

Regla = Callable[[Any], Iterable[Hallazgo]]

# Pequeñas, para que un dato que falta no esconda lo que se puede decir de los demás.
DE_FORMULA: tuple[Regla, ...] = (
    parametros.revisar_bolsa,
    parametros.revisar_grupos,
    lambda caso: territorio.revisar_filas(caso.municipios),
)
DE_CONVOCATORIA: tuple[Regla, ...] = (
    parametros.revisar_bolsa,
    parametros.revisar_convocatoria,
    parametros.revisar_criterios,
    proyectos.revisar_codigos,
    proyectos.revisar_pertenencia,
    proyectos.revisar_elegibilidad,
    proyectos.revisar_montos,
    proyectos.revisar_topes,
    proyectos.revisar_compartidos,
    lambda caso: territorio.revisar_proyectos(caso.proyectos),
)
# Con los decimales o la forma de los puntos mal descritos no hay puntaje que calcular.
SIN_PUNTAJE = frozenset({"ASG005", "ASG007"})


def distribuir(caso: CasoFormula) -> Distribucion:
    """Distribuye la bolsa de un caso de fórmula; no depende del orden de las filas.

    Raises:
        CasoRechazado: con todo lo que impide distribuirla.
        DatoFaltante: es un borrador y le falta un dato.
    """
    _exigir_completo(caso)
    _rechazar(_aplicar(DE_FORMULA, caso))
    preparada = formula.preparar(caso)
    _rechazar(preparada.hallazgos)
    return formula.distribuir(caso, preparada)


def asignar(caso: CasoConvocatoria) -> Asignacion:
    """Asigna la bolsa de una convocatoria; no depende del orden de las filas.

    Raises:
        CasoRechazado: con todo lo que impide asignarla.
        DatoFaltante: es un borrador y le falta un dato.
    """
    _exigir_completo(caso)
    _rechazar(_aplicar(DE_CONVOCATORIA, caso))
    competencia = convocatoria.competir(caso)
    _rechazar(competencia.hallazgos)
    corrida, hallazgos = convocatoria.recorrer(caso, competencia)
    _rechazar(hallazgos)
    return convocatoria.asignar(caso, competencia, corrida)


def revisar(caso: CasoFormula | CasoConvocatoria, _regimen: None) -> list[Hallazgo]:
    """Todo lo que se le puede decir a un caso de asignación, de los dos tipos.

    Si los parámetros y las filas están bien, calcula, y dice también lo que el cálculo descubre.
    """
    reglas = DE_FORMULA if isinstance(caso, CasoFormula) else DE_CONVOCATORIA
    hallazgos = _aplicar(reglas, caso)
    try:
        _exigir_completo(caso)
        calculo = _de_formula if isinstance(caso, CasoFormula) else _de_convocatoria
        hallazgos += calculo(caso, hallazgos)
    except DatoFaltante as falta:
        hallazgos.append(_no_comprobada(falta.ruta))
    return list(dict.fromkeys(hallazgos))


def _de_formula(caso: Any, previos: Sequence[Hallazgo]) -> list[Hallazgo]:
    """Lo que se descubre al leer las columnas y, si nada lo impide, al distribuir."""
    preparada = formula.preparar(caso)
    if hay_errores([*previos, *preparada.hallazgos]):
        return list(preparada.hallazgos)
    return [*preparada.hallazgos, *_sin_unidades(formula.distribuir(caso, preparada))]


def _de_convocatoria(caso: Any, previos: Sequence[Hallazgo]) -> list[Hallazgo]:
    """Lo que se descubre al puntuar y, si nada lo impide, al recorrer las listas."""
    if any(h.codigo in SIN_PUNTAJE for h in previos):
        return []
    competencia = convocatoria.competir(caso)
    if hay_errores([*previos, *competencia.hallazgos]):
        return list(competencia.hallazgos)
    return [*competencia.hallazgos, *convocatoria.recorrer(caso, competencia)[1]]


def _sin_unidades(distribucion: Distribucion) -> Iterable[Hallazgo]:
    for beneficiario in distribucion.beneficiarios:
        if not beneficiario.valor:
            yield aviso(
                "ASG017",
                "bolsa.unidad",
                f"A {beneficiario.municipio} le toca menos de una unidad y queda en cero.",
                "Decida si debe estar en el acto.",
            )


def _exigir_completo(caso: CasoFormula | CasoConvocatoria) -> None:
    """`DatoFaltante` si a lo que entra en el cálculo le falta un dato; lo demás no importa aquí."""
    _exigir((caso.bolsa.valor, caso.bolsa.unidad))
    for nombre in type(caso).model_fields:
        if nombre not in CasoAsignacion.model_fields:
            _exigir(getattr(caso, nombre))


def _exigir(valor: Any) -> None:
    if isinstance(valor, Modelo):
        for _, campo in valor:
            _exigir(campo)
    elif isinstance(valor, tuple | dict):
        for elemento in valor.values() if isinstance(valor, dict) else valor:
            _exigir(elemento)
    else:
        exigir(valor)


def _aplicar(reglas: Sequence[Regla], caso: Any) -> list[Hallazgo]:
    """Aplica cada regla; la que necesita un dato ausente lo dice y no se da por cumplida."""
    hallazgos: list[Hallazgo] = []
    for regla in reglas:
        try:
            hallazgos.extend(regla(caso))
        except DatoFaltante as falta:
            hallazgos.append(_no_comprobada(falta.ruta))
    return hallazgos


def _rechazar(hallazgos: Sequence[Hallazgo]) -> None:
    if hay_errores(hallazgos):
        raise CasoRechazado(hallazgos)


def _no_comprobada(ruta: str) -> Hallazgo:
    return Hallazgo(
        codigo="ASG098",
        gravedad=Gravedad.NOTA,
        ruta=ruta,
        mensaje=f"No se pudo comprobar una regla porque falta «{ruta}».",
    )
