"""Casos de asignación para las pruebas: lo que no importa va fijo y cada prueba dice lo demás."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generador.catalogos.divipola import MUNICIPIO, municipio, municipios
from generador.modelo.asignacion_convocatoria import CasoConvocatoria
from generador.modelo.asignacion_formula import CasoFormula

TODOS = tuple(c for c, m in municipios().items() if m.tipo == MUNICIPIO)

COMUN = {
    "acto": {
        "entidad": "Ministerio de Minas y Energía",
        "epigrafe": "Por la cual se asignan unos recursos",
        "autoridad": "El Ministro de Minas y Energía",
        "competencia": "En ejercicio de sus facultades legales",
    },
    "considerandos": "Que sí.",
    "dispositiva": "Artículo. **Condiciones.** Las de ley.",
    "vigencia": {},
    "firmante": {"nombre": "Nombre Apellido", "cargo": "Ministro"},
    "calculo": {"responsable": "Nombre Apellido", "cargo": "Director", "fecha": "2025-07-01"},
}


def bolsa(valor: str, unidad: str = "peso") -> dict[str, str]:
    return {"valor": valor, "unidad": unidad, "fuente": "la apropiación del bienio"}


def fila(codigo: str, **indicadores: str) -> dict[str, Any]:
    quien = municipio(codigo)
    return {
        "codigo": codigo,
        "departamento": quien.departamento,
        "municipio": quien.nombre,
        "indicadores": indicadores,
    }


def criterio(columna: str, peso: str, reparto: str = "proporcional", **mas: str) -> dict[str, Any]:
    return {"nombre": columna, "columna": columna, "peso": peso, "reparto": reparto, **mas}


def grupo(
    porcentaje: str, criterios: Sequence[Mapping[str, Any]], nombre: str = "G", **mas: Any
) -> dict[str, Any]:
    elegible = {"elegible": {"columna": "entra"}, **mas}
    return {"nombre": nombre, "porcentaje": porcentaje, "criterios": criterios, **elegible}


def crudo_formula(
    filas: Sequence[Mapping[str, Any]],
    grupos: Sequence[Mapping[str, Any]],
    valor: str = "100",
    unidad: str = "peso",
) -> dict[str, Any]:
    propio = {"bolsa": bolsa(valor, unidad), "municipios": list(filas), "grupos": list(grupos)}
    return {"tipo": "asignacion-formula", **COMUN, **propio}


def formula(*datos: Any, **mas: Any) -> CasoFormula:
    return CasoFormula.model_validate(crudo_formula(*datos, **mas))


def proyecto(codigo: str, puntos: str, **mas: Any) -> dict[str, Any]:
    """Un proyecto que pide 100 y cuyo puntaje es `puntos` (columna «nota», en forma directa)."""
    indicadores = {"nota": puntos, **mas.pop("indicadores", {})}
    return {
        "codigo": codigo,
        "nombre": f"Proyecto {codigo}",
        "linea": "energía",
        "tipo": "solar",
        "municipios": "05001",
        "costo": "1.000",
        "solicitado": "100",
        "elegible": "sí",
        **mas,
        "indicadores": indicadores,
    }


NOTA = {"nombre": "Nota", "maximo": "100", "columna": "nota", "puntos": {"forma": "directo"}}


def crudo_convocatoria(
    proyectos: Sequence[Mapping[str, Any]], valor: str = "1.000", unidad: str = "peso", **mas: Any
) -> dict[str, Any]:
    propio = {
        "bolsa": bolsa(valor, unidad),
        "convocatoria": {"nombre": "la convocatoria", "apertura": "2025-08-11", "dias": "60"},
        "proyectos": list(proyectos),
        "lineas": ["energía", "minería"],
        "tipos": [{"nombre": "solar", "tope": "1.000"}],
        "criterios": [NOTA],
        "decimales_puntaje": "2",
        **mas,
    }
    return {"tipo": "asignacion-convocatoria", **COMUN, **propio}


def convocatoria(*datos: Any, **mas: Any) -> CasoConvocatoria:
    return CasoConvocatoria.model_validate(crudo_convocatoria(*datos, **mas))
