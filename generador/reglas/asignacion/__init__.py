"""Las reglas de las dos asignaciones: la fórmula, la convocatoria y lo que se revisa en ellas.

Son datos y hallazgos; lo único escrito es la frase de cada decisión. Fuente: Ley 2056 de 2020,
artículo 7, literal A, numeral 8; los pesos, puntajes, topes y desempates son los del caso.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
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
    parametros.revisar_desempates,
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


@dataclass(frozen=True, slots=True)
class _Calculo:
    """Lo que da un caso: todo lo que se le puede decir y, si nada lo impide, su resultado.

    `falta` es la ruta del dato sin el que no se puede calcular.
    """

    hallazgos: tuple[Hallazgo, ...]
    resultado: Any = None
    falta: str = ""


class _Este:
    """Un caso como llave: él mismo y no otro igual, que compararlos cuesta más que calcular."""

    __slots__ = ("caso",)

    def __init__(self, caso: CasoFormula | CasoConvocatoria) -> None:
        self.caso = caso

    def __eq__(self, otro: object) -> bool:
        return isinstance(otro, _Este) and otro.caso is self.caso

    def __hash__(self) -> int:
        return id(self.caso)


def distribuir(caso: CasoFormula) -> Distribucion:
    """Distribuye la bolsa de un caso de fórmula; no depende del orden de las filas.

    Raises:
        CasoRechazado: con todo lo que impide distribuirla.
        DatoFaltante: es un borrador y le falta un dato.
    """
    distribucion: Distribucion = _resultado(caso)
    return distribucion


def asignar(caso: CasoConvocatoria) -> Asignacion:
    """Asigna la bolsa de una convocatoria; no depende del orden de las filas.

    Raises:
        CasoRechazado: con todo lo que impide asignarla.
        DatoFaltante: es un borrador y le falta un dato.
    """
    asignacion: Asignacion = _resultado(caso)
    return asignacion


def revisar(caso: CasoFormula | CasoConvocatoria, _regimen: None) -> list[Hallazgo]:
    """Todo lo que se le puede decir a un caso de asignación, de los dos tipos.

    Si los parámetros y las filas están bien, calcula, y dice también lo que el cálculo descubre.
    """
    return list(dict.fromkeys(_calcular(_Este(caso)).hallazgos))


def _resultado(caso: CasoFormula | CasoConvocatoria) -> Any:
    calculo = _calcular(_Este(caso))
    if calculo.falta:
        raise DatoFaltante(calculo.falta)
    if calculo.resultado is None:
        raise CasoRechazado(calculo.hallazgos)
    return calculo.resultado


# Lo piden la revisión, los textos, el acto, los anexos y los oficios: se hace una sola vez. Un caso
# no cambia, y aquí solo se guarda el último.
@lru_cache(maxsize=1)
def _calcular(este: _Este) -> _Calculo:
    caso = este.caso
    de_formula = isinstance(caso, CasoFormula)
    previos = _aplicar(DE_FORMULA if de_formula else DE_CONVOCATORIA, caso)
    try:
        _exigir_completo(caso)
    except DatoFaltante as falta:
        return _Calculo((*previos, _no_comprobada(falta.ruta)), falta=falta.ruta)
    return (_de_formula if de_formula else _de_convocatoria)(caso, previos)


def _de_formula(caso: Any, previos: Sequence[Hallazgo]) -> _Calculo:
    """Lo que se descubre al leer las columnas y, si nada lo impide, al distribuir."""
    preparada = formula.preparar(caso)
    hallazgos = (*previos, *preparada.hallazgos)
    if hay_errores(hallazgos):
        return _Calculo(hallazgos)
    distribucion = formula.distribuir(caso, preparada)
    return _Calculo((*hallazgos, *_sin_unidades(distribucion)), distribucion)


def _de_convocatoria(caso: Any, previos: Sequence[Hallazgo]) -> _Calculo:
    """Lo que se descubre al puntuar y, si nada lo impide, al recorrer las listas."""
    if any(h.codigo in SIN_PUNTAJE for h in previos):
        return _Calculo(tuple(previos))
    competencia = convocatoria.competir(caso)
    hallazgos = (*previos, *competencia.hallazgos)
    if hay_errores(hallazgos):
        return _Calculo(hallazgos)
    corrida, sin_regla = convocatoria.recorrer(caso, competencia)
    if sin_regla:
        return _Calculo((*hallazgos, *sin_regla))
    return _Calculo(hallazgos, convocatoria.asignar(caso, competencia, corrida))


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


def _no_comprobada(ruta: str) -> Hallazgo:
    return Hallazgo(
        codigo="ASG098",
        gravedad=Gravedad.NOTA,
        ruta=ruta,
        mensaje=f"No se pudo comprobar una regla porque falta «{ruta}».",
    )
