"""Las reglas de la resolución y del decreto generales: datos y hallazgos, nunca prosa."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from generador.errores import DatoFaltante
from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.acto_general import CasoDecreto
from generador.reglas import memoria
from generador.reglas.acto_general import (
    articulos,
    cita_textual,
    citas,
    identidad,
    numeracion,
    textos,
)
from generador.reglas.acto_general.proyecto import proyecto_normativo

if TYPE_CHECKING:
    from generador.modelo.acto_general import CasoGeneral

Regla = Callable[["CasoGeneral"], Iterable[Hallazgo]]

# Pequeñas, para que un dato que falta no esconda lo que se puede decir de los demás.
REGLAS: tuple[Regla, ...] = (
    identidad.revisar_epigrafe,
    identidad.revisar_puntuacion,
    identidad.revisar_competencia,
    identidad.revisar_datos,
    citas.revisar_orden,
    citas.revisar_normas,
    citas.revisar_derogatorias,
    articulos.revisar_articulos,
    articulos.revisar_vigencia,
    articulos.revisar_anexos,
    articulos.revisar_anexos_citados,
    numeracion.revisar_numeros,
    numeracion.revisar_paragrafos,
    cita_textual.revisar_textos_nuevos,
    cita_textual.revisar_numero_nuevo,
    textos.revisar_campos_llanos,
    textos.revisar_los_montos,
    textos.revisar_figuras,
    textos.revisar_comas,
    textos.revisar_formulas,
    textos.revisar_titulos,
)


def revisar(caso: CasoGeneral, _regimen: None) -> list[Hallazgo]:
    """Aplica todas las reglas; la que necesita un dato ausente lo dice y no se da por cumplida."""
    reglas = list(REGLAS)
    if isinstance(caso, CasoDecreto):
        reglas.append(identidad.revisar_presidente)
    return aplicar(reglas, caso)


def aplicar(
    reglas: Iterable[Regla], caso: CasoGeneral, graficas: Sequence[str] = ()
) -> list[Hallazgo]:
    """Lo que dan unas reglas y las de la memoria, que puede llamar esas `graficas`."""
    hallazgos: list[Hallazgo] = []
    for regla in reglas:
        try:
            hallazgos.extend(regla(caso))
        except DatoFaltante as falta:
            hallazgos.append(_no_comprobada(falta.ruta))
    if caso.memoria is not None:
        hallazgos += memoria.revisar(proyecto_normativo(caso), caso.memoria, graficas)
    return list(dict.fromkeys(hallazgos))


def _no_comprobada(ruta: str) -> Hallazgo:
    return Hallazgo(
        codigo="GEN098",
        gravedad=Gravedad.NOTA,
        ruta=ruta,
        mensaje=f"No se pudo comprobar una regla porque falta «{ruta}».",
    )
