"""Las reglas de la memoria justificativa: datos y hallazgos, nunca prosa."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from generador.errores import DatoFaltante
from generador.hallazgos import Gravedad, Hallazgo
from generador.reglas.memoria import (
    anexos,
    consulta,
    figuras,
    normas,
    proyecto,
    secciones,
    soportes,
)
from generador.reglas.memoria.parametros import parametros
from generador.reglas.textos import revisar_llanos, revisar_montos

if TYPE_CHECKING:
    from generador.modelo.memoria import Memoria, ProyectoNormativo

Regla = Callable[[], Iterable[Hallazgo]]


def revisar(
    proyecto_normativo: ProyectoNormativo, memoria: Memoria, graficas: Sequence[str] = ()
) -> list[Hallazgo]:
    """Aplica todas las reglas; la que necesita un dato ausente lo dice y no se da por cumplida.

    `graficas` son los nombres de las que el texto puede llamar, si el caso da un resultado.
    """
    hallazgos: list[Hallazgo] = []
    for regla in _reglas(proyecto_normativo, memoria, graficas):
        try:
            hallazgos.extend(regla())
        except DatoFaltante as falta:
            hallazgos.append(_no_comprobada(falta.ruta))
    return list(dict.fromkeys(hallazgos))


def _reglas(
    normativo: ProyectoNormativo, memoria: Memoria, graficas: Sequence[str]
) -> Iterator[Regla]:
    """Pequeñas, para que un dato que falta no esconda lo que se puede decir de los demás."""
    yield partial(proyecto.revisar_epigrafe, normativo)
    yield partial(normas.revisar_citas, normativo, memoria)
    for ruta, valor in (("proyecto", normativo), ("memoria", memoria)):
        yield partial(revisar_llanos, valor, ruta, "MEM080")
        yield partial(revisar_montos, valor, ruta, "MEM081")
    for regla in (
        secciones.revisar_regimen,
        secciones.revisar_secciones,
        secciones.revisar_antecedentes,
        proyecto.revisar_firmas,
        anexos.revisar_circunstancias,
        anexos.revisar_soportes,
        soportes.revisar_de_la_consulta,
        soportes.revisar_anunciado,
        soportes.revisar_explicado,
        consulta.revisar_consulta,
        consulta.revisar_publicacion,
        normas.revisar_vigencia,
        figuras.revisar_nombres,
    ):
        yield partial(regla, memoria)
    yield partial(figuras.revisar_llamados, memoria, graficas)
    for anexo in parametros().anexos:
        yield partial(anexos.revisar_anexo, anexo, memoria)
    for i, flujograma in enumerate(memoria.flujogramas, 1):
        ruta = f"memoria.flujogramas[{i}]"
        yield partial(figuras.revisar_flujograma, flujograma, ruta)
    for i, matriz in enumerate(memoria.matrices, 1):
        yield partial(figuras.revisar_matriz, matriz, f"memoria.matrices[{i}]")


def _no_comprobada(ruta: str) -> Hallazgo:
    return Hallazgo(
        codigo="MEM098",
        gravedad=Gravedad.NOTA,
        ruta=ruta,
        mensaje=f"No se pudo comprobar una regla porque falta «{ruta}».",
    )
