"""Los parámetros legales del plan, leídos de su archivo con fuente y fecha."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generador.modelo.suscripcion_plan import Articulado, CasoSuscripcionPlan

ARCHIVO = Path(__file__).resolve().parent.parent / "parametros" / "plan_internacionalizacion.toml"


@dataclass(frozen=True, slots=True)
class RequisitoLegal:
    """Un requisito de la solicitud: su clave en el caso y cómo lo llama el decreto."""

    clave: str
    numeral: str
    nombre: str
    bloquea: bool


@dataclass(frozen=True, slots=True)
class Terminos:
    """Los plazos del trámite, en días hábiles o en meses según su nombre."""

    decision_dias_habiles: int
    respuesta_dias_habiles: int
    prorroga_maxima_dias_habiles: int
    decision_tras_respuesta_meses: int


@dataclass(frozen=True, slots=True)
class Parametros:
    """El régimen del plan en una versión fechada."""

    version: str
    fuente: str
    advertencia: str
    normas: dict[str, str]
    articulado: dict[str, str]
    requisitos: tuple[RequisitoLegal, ...]
    plazos_solicitud: tuple[dict[str, int], ...]
    terminos: Terminos
    reporte: dict[str, Any]
    reposicion_dias: int
    exigible_desde: date
    fuente_exigible: str

    def limite_de_solicitud(self, anio_gravable: int) -> date | None:
        """La fecha fija hasta la cual se pide la suscripción; `None` si el año no está previsto."""
        for plazo in self.plazos_solicitud:
            if plazo["desde"] <= anio_gravable <= plazo.get("hasta", anio_gravable):
                return date(anio_gravable - plazo["anios_antes"], plazo["mes"], plazo["dia"])
        return None

    def fecha_del_reporte(self, anio_gravable: int, *, gran_contribuyente: bool) -> date:
        """Hasta cuándo se presenta el reporte de cumplimiento de `anio_gravable`."""
        dia = self.reporte["grandes_contribuyentes" if gran_contribuyente else "demas"]
        return date(anio_gravable + self.reporte["anios_despues"], dia["mes"], dia["dia"])


@cache
def parametros() -> Parametros:
    """Lee los parámetros vigentes."""
    datos = tomllib.loads(ARCHIVO.read_text(encoding="utf-8"))
    return Parametros(
        version=datos["meta"]["version"],
        fuente=datos["meta"]["fuente"],
        advertencia=datos["meta"]["advertencia"],
        normas=datos["normas"],
        articulado=datos["articulado"],
        requisitos=tuple(RequisitoLegal(**r) for r in datos["requisitos"]),
        plazos_solicitud=tuple(datos["plazos_solicitud"]),
        terminos=Terminos(**datos["terminos"]),
        reporte=datos["reporte"],
        reposicion_dias=datos["reposicion"]["dias"],
        exigible_desde=datos["exigibilidad"]["calificados_desde"],
        fuente_exigible=datos["exigibilidad"]["fuente"],
    )


def articulado_de(caso: CasoSuscripcionPlan, regimen: Parametros) -> dict[str, str]:
    """La numeración que el acto cita: la verificada en el caso o, si no la trae, la del régimen."""
    verificado: Articulado | None = caso.articulado
    if verificado is None:
        return dict(regimen.articulado)
    return {nombre: getattr(verificado, nombre) for nombre in regimen.articulado}


def normas_de(caso: CasoSuscripcionPlan, regimen: Parametros) -> dict[str, str]:
    """Las normas que el acto cita, con la sustitución verificada en el caso si la trae."""
    verificado = caso.articulado
    if verificado is None or verificado.sustitucion is None:
        return dict(regimen.normas)
    return {**regimen.normas, "sustitucion": verificado.sustitucion}
