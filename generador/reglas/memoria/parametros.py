"""Los parámetros de la memoria, leídos de su archivo con fuente y fecha."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ARCHIVO = Path(__file__).resolve().parent.parent / "parametros" / "memoria.toml"


@dataclass(frozen=True, slots=True)
class AnexoLegal:
    """Una fila de la tabla de anexos: su clave en el caso y con qué bloque de 3.5 concuerda.

    `se_nombra` es la expresión con que el cuerpo lo nombra.
    """

    clave: str
    nombre: str
    se_nombra: str
    circunstancia: str = ""


@dataclass(frozen=True, slots=True)
class Parametros:
    """Lo que la ley fija de la memoria; los plazos de consulta van en días calendario."""

    epigrafes: dict[str, str]
    advertencias: dict[str, str]
    fuentes: dict[str, str]
    consulta_dias: int
    consulta_adicional_dias: int
    normas: dict[str, str]
    anuncio: str
    niega: str
    anexos: tuple[AnexoLegal, ...]
    soportes: tuple[AnexoLegal, ...]


@cache
def parametros() -> Parametros:
    """Lee los parámetros de la memoria."""
    datos = tomllib.loads(ARCHIVO.read_text(encoding="utf-8"))
    regimenes = datos["regimen"].items()
    return Parametros(
        epigrafes=datos["epigrafe"],
        advertencias={nombre: regimen["advertencia"] for nombre, regimen in regimenes},
        fuentes={nombre: regimen["fuente"] for nombre, regimen in regimenes},
        consulta_dias=datos["consulta"]["dias"],
        consulta_adicional_dias=datos["consulta"]["dias_por_cambio_sustancial"],
        normas=datos["normas"],
        anuncio=datos["anuncio"]["verbos"],
        niega=datos["anuncio"]["niega"],
        anexos=tuple(AnexoLegal(**anexo) for anexo in datos["anexos"]),
        soportes=tuple(AnexoLegal(**soporte) for soporte in datos["soportes"]),
    )
