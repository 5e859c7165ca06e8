"""Arma una memoria a partir de un ejemplo y unos cambios, por la ruta de cada campo."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from generador.caso.al_lado import traer
from generador.caso.arbol import crudo, partes_de
from generador.caso.lectura import leer
from generador.hallazgos import Hallazgo
from generador.modelo.memoria import CasoMemoria
from generador.recursos import datos_ejemplo
from generador.reglas import memoria

EJEMPLOS = {"2020": "memoria_convocatoria_2025.yaml", "2026": "memoria_copias_2026.yaml"}
# Lo que los ejemplos dicen siempre: normas que se modificaron y un régimen sin verificar.
SIEMPRE = {"MEM001", "MEM063"}


@cache
def _ejemplo(regimen: str) -> Any:
    raiz, _, _ = traer(leer(datos_ejemplo() / EJEMPLOS[regimen]), datos_ejemplo())
    return crudo(raiz)


def caso(
    regimen: str = "2020", cambios: Mapping[str, Any] | None = None, quitar: Iterable[str] = ()
) -> CasoMemoria:
    """El ejemplo, con unas rutas cambiadas y otras quitadas; `@` es `memoria.contenido_AAAA`."""
    datos: dict[str, Any] = copy.deepcopy(_ejemplo(regimen))
    for ruta, valor in (cambios or {}).items():
        *padre, ultima = partes_de(_entera(ruta, regimen))
        _bajar(datos, padre)[ultima] = copy.deepcopy(valor)
    for ruta in quitar:
        *padre, ultima = partes_de(_entera(ruta, regimen))
        del _bajar(datos, padre)[ultima]
    return CasoMemoria.model_validate(datos)


def _entera(ruta: str, regimen: str) -> str:
    return ruta.replace("@", f"memoria.contenido_{regimen}", 1)


def _bajar(datos: Any, partes: Iterable[str | int]) -> Any:
    for parte in partes:
        datos = datos[parte] if isinstance(parte, int) else datos.setdefault(parte, {})
    return datos


def revisar(expediente: CasoMemoria) -> list[Hallazgo]:
    """Los hallazgos de las reglas, sin los que los ejemplos traen siempre."""
    hallazgos = memoria.revisar(expediente.proyecto, expediente.memoria)
    return [h for h in hallazgos if h.codigo not in SIEMPRE]
