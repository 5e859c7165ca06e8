"""Un concepto pequeño en cada formato, con los cambios que pida la prueba, por su ruta."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from generador.caso.arbol import partes_de
from generador.catalogos.calendario import calendario
from generador.hallazgos import Hallazgo
from generador.modelo.concepto import CasoConcepto
from generador.modelo.falta import Falta
from generador.reglas import concepto

COMUN: dict[str, Any] = {
    "tipo": "concepto",
    "entidad": "Agencia Nacional de Contratación Pública – Colombia Compra Eficiente –",
    "concepto": {"numero": "C-815", "fecha": "2023-11-10"},
    "descriptores": [
        {"tema": "Plazos", "subtemas": ["Cómputo"], "extracto": "El plazo se cuenta en días."}
    ],
    "destinatario": {
        "tratamiento": "Señora",
        "nombre": "Catalina Inventada",
        "ciudad": "Manizales (Caldas)",
        "saludo": "Estimada señora",
    },
    "temas": ["Plazos"],
    "radicacion": {"numero": "P1", "fecha": "2023-10-09"},
    "peticion": "Pregunto:\n\n1. ¿Uno?\n2. ¿Dos?\n3. ¿Tres?",
    "puntos_trasladados": [
        {
            "punto": "3",
            "transcripcion": "¿Tres?",
            "a": "Ministerio de Ejemplo",
            "oficio": "O-1",
            "fecha": "2023-10-12",
        }
    ],
    "problemas": [
        {"pregunta": "¿Uno?", "puntos": ["1"]},
        {"pregunta": "¿Dos?", "puntos": ["2"]},
    ],
    "respuestas": [
        {"responde": ["i"], "texto": "Sí, según el Concepto C-204 de 2022."},
        {"responde": ["II)"], "texto": "No."},
    ],
    "doctrina": [{"numero": "C-204", "fecha": "2022-04-22"}],
    "firmante": {"nombre": "Ana Inventada", "cargo": "Subdirectora"},
    "responsables": [
        {"papel": papel, "nombre": "Uno Inventado", "cargo": "Contratista"}
        for papel in ("Elaboró", "Revisó", "Aprobó")
    ],
}
PROPIO = {
    "2022": {"consideraciones": [{"titulo": "El plazo", "texto": "Es de días."}]},
    "2025": {"razones": [{"titulo": "El plazo", "texto": "Es de días."}]},
}


def caso(
    formato: str = "2025", cambios: Mapping[str, Any] | None = None, quitar: Iterable[str] = ()
) -> CasoConcepto:
    """El concepto de ese formato, con unas rutas cambiadas y otras quitadas."""
    datos: dict[str, Any] = copy.deepcopy({**COMUN, "formato": formato, **PROPIO[formato]})
    for ruta, valor in (cambios or {}).items():
        padre, ultima = _donde(datos, ruta)
        padre[ultima] = valor if isinstance(valor, Falta) else copy.deepcopy(valor)
    for ruta in quitar:
        padre, ultima = _donde(datos, ruta)
        del padre[ultima]
    return CasoConcepto.model_validate(datos)


def _donde(datos: Any, ruta: str) -> tuple[Any, Any]:
    *partes, ultima = partes_de(ruta)
    for parte in partes:
        datos = datos[parte]
    return datos, ultima


def revisar(expediente: CasoConcepto) -> list[Hallazgo]:
    """Los hallazgos de las reglas."""
    return concepto.revisar(expediente, calendario())
