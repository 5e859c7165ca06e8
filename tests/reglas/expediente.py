"""Arma un caso a partir de un ejemplo y unos cambios escritos como los diría un abogado."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from generador.caso.arbol import crudo, partes_de
from generador.caso.lectura import leer
from generador.catalogos.calendario import calendario
from generador.hallazgos import Hallazgo
from generador.modelo.suscripcion_plan import CasoSuscripcionPlan
from generador.recursos import datos_ejemplo
from generador.reglas import plan
from generador.reglas.plan.parametros import parametros
from generador.reglas.plan.tramite import Regimen

REGIMEN = Regimen(parametros(), calendario())
EJEMPLOS = {"bienes": "plan_bienes_2025.yaml", "servicios": "plan_servicios_2026.yaml"}
# Lo que los ejemplos dicen siempre: numeración del proyecto, operador inventado y, el de servicios,
# que presentó la solicitud una apoderada.
SIEMPRE = {"PLAN001", "PLAN053", "PLAN044"}

# En «quitar»: para mover las fechas del expediente sin que las evidencias queden después del acto.
FECHAS = "fechas de las evidencias"


@cache
def _ejemplo(nombre: str) -> Any:
    return crudo(leer(datos_ejemplo() / EJEMPLOS[nombre]))


def datos(
    nombre: str = "bienes", cambios: Mapping[str, Any] | None = None, quitar: Iterable[str] = ()
) -> dict[str, Any]:
    """El ejemplo en texto puro, con unas rutas cambiadas y otras quitadas."""
    caso: dict[str, Any] = copy.deepcopy(_ejemplo(nombre))
    for ruta, valor in (cambios or {}).items():
        *padre, ultima = partes_de(ruta)
        _bajar(caso, padre)[ultima] = copy.deepcopy(valor)
    for ruta in quitar:
        if ruta == FECHAS:
            for requisito in caso["requisitos"].values():
                for evidencia in requisito.get("evidencia", ()):
                    evidencia.pop("fecha", None)
            continue
        *padre, ultima = partes_de(ruta)
        del _bajar(caso, padre)[ultima]
    return caso


def caso(
    nombre: str = "bienes", cambios: Mapping[str, Any] | None = None, quitar: Iterable[str] = ()
) -> CasoSuscripcionPlan:
    return CasoSuscripcionPlan.model_validate(datos(nombre, cambios, quitar))


def revisar(expediente: CasoSuscripcionPlan) -> list[Hallazgo]:
    """Los hallazgos de las reglas, sin los que los ejemplos traen siempre."""
    return [h for h in plan.revisar(expediente, REGIMEN) if h.codigo not in SIEMPRE]


def _bajar(caso: Any, partes: Iterable[str | int]) -> Any:
    for parte in partes:
        caso = caso[parte] if isinstance(parte, int) else caso.setdefault(parte, {})
    return caso
