"""La memoria justificativa de una asignación: los mismos datos y números de la resolución."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generador.redaccion.acto_general import MEMORIA
from generador.redaccion.asignacion import convocatoria, formula, graficas
from generador.redaccion.asignacion.partes import bloques
from generador.redaccion.memoria import redactar_memoria
from generador.redaccion.remisiones import escribir_ajenas, numeros
from generador.redaccion.textos import leer_textos
from generador.reglas.acto_general.proyecto import proyecto_normativo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generador.modelo.asignacion import CasoAsignacion
    from generador.modelo.asignacion_convocatoria import CasoConvocatoria
    from generador.modelo.asignacion_formula import CasoFormula
    from generador.redaccion.asignacion.partes import Propias
    from generador.redaccion.documento import Redaccion
    from generador.redaccion.llamados import Piezas


def memoria_de_formula(caso: CasoFormula, _regimen: None) -> Mapping[str, Redaccion]:
    """La memoria de una distribución por fórmula, si el caso la trae."""
    hecho = formula.resultado(caso)
    return _memoria(caso, formula.datos(caso), formula.propias(hecho), graficas.de_formula(hecho))


def memoria_de_convocatoria(caso: CasoConvocatoria, _regimen: None) -> Mapping[str, Redaccion]:
    """La memoria de una asignación por convocatoria, si el caso la trae."""
    hecho = convocatoria.resultado(caso)
    return _memoria(
        caso,
        convocatoria.datos(caso),
        convocatoria.propias(caso, hecho),
        graficas.de_convocatoria(hecho),
    )


def _memoria(
    caso: CasoAsignacion, datos: Mapping[str, str], propias: Propias, dibujos: Piezas
) -> Mapping[str, Redaccion]:
    if caso.memoria is None:
        return {}
    textos = leer_textos(caso, datos)
    memoria = redactar_memoria(proyecto_normativo(caso), caso.memoria, textos, dibujos)
    partes = escribir_ajenas(memoria.bloques, numeros(bloques(caso, textos, propias)))
    return {MEMORIA: replace(memoria, bloques=partes)}
