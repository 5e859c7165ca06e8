"""La forma de un valor para el editor: lo que completa, lo que explica y lo que señala.

Son esquemas JSON draft-07. El editor no puede ofrecer lo que Minuta entendería de otro modo
(`null` escrito es el texto «null»), ni señalar como error lo que Minuta acepta («Electronica»,
«SI»). `errorMessage` es una extensión que leen los editores; los demás programas la ignoran.

Fuente: JSON Schema draft-07, «Validation», y las extensiones del servicio JSON de VS Code.
"""

from __future__ import annotations

import unicodedata
from typing import Any, TypeAlias

from generador.texto import clave

Forma: TypeAlias = dict[str, Any]

TIPOS = ("array", "boolean", "null", "number", "object", "string")
TILDES = "\u0301\u0308"  # los signos que `clave` no distingue
NUMERO_O_TEXTO = ["string", "number"]
CON_TEXTO = r"\S"  # para el editor, un bloque «|» sin nada debajo es un texto vacío


def solo(tipo: str) -> Forma:
    """Admite solo `tipo` sin nombrarlo, para que el editor no lo ofrezca al completar.

    >>> solo("null")
    {'not': {'type': ['array', 'boolean', 'number', 'object', 'string']}}
    """
    return {"not": {"type": [t for t in TIPOS if t != tipo]}}


def una_de(*ramas: Forma) -> Forma:
    """Cualquiera de las ramas. El `properties` vacío no exige nada: distingue a cada una.

    Sin él, el editor toma por iguales las ramas que no son grupos y, al explicar la clave, repite
    el título tantas veces como ramas hay.
    """
    return {"anyOf": [{"properties": {}, **rama} for rama in ramas]}


def opciones(*admitidas: str) -> Forma:
    """Una lista cerrada: ofrece la grafía de la lista y admite otras mayúsculas y tildes."""
    toleradas = "|".join(_tolerante(o) for o in admitidas)
    return una_de(
        {"enum": list(admitidas), "errorMessage": f"Opciones: {', '.join(admitidas)}."},
        # Sin las exactas: si un valor cumple dos ramas, el editor revuelve sus textos.
        {
            "type": "string",
            "pattern": rf"^[\W_]*(?:{toleradas})[\W_]*$",
            "not": {"enum": list(admitidas)},
        },
    )


def si_no() -> Forma:
    """`sí` o `no`; también el `true` y el `false` de JSON, que no se ofrecen."""
    return una_de(*opciones("sí", "no")["anyOf"], solo("boolean"))


def al_lado() -> Forma:
    """Un grupo con la sola clave `archivo`: el texto está en un .md junto al caso."""
    archivo = {
        "type": "string",
        "pattern": r"\.[mM][dD]$",
        "description": "Archivo .md junto al caso, con el texto.",
    }
    propiedades = {"archivo": archivo}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["archivo"],
        "properties": propiedades,
    }


def hoja_al_lado() -> Forma:
    """Un grupo con `archivo` y `hoja`: las filas están en un libro o en un .csv junto al caso."""
    archivo = {
        "type": "string",
        "pattern": r"\.([xX][lL][sS][xX]|[cC][sS][vV])$",
        "description": "Archivo .xlsx o .csv junto al caso, con las filas.",
    }
    hoja = {"type": NUMERO_O_TEXTO, "description": "Nombre de la hoja, si es un libro."}
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["archivo"],
        "properties": {"archivo": archivo, "hoja": hoja},
    }


def es_marcado(forma: Forma) -> bool:
    """Si es un texto largo, que se escribe debajo de su clave o en un archivo al lado."""
    return any([*rama.get("properties", ())] == ["archivo"] for rama in forma.get("anyOf", ()))


def listado(forma: Forma) -> list[str]:
    """Las opciones que ofrece una forma, o ninguna si no es una lista cerrada."""
    return [o for rama in forma.get("anyOf", ()) for o in rama.get("enum", ())]


def opcional(forma: Forma) -> Forma:
    """La misma forma, que además admite la clave escrita sin valor."""
    resto = {nombre: valor for nombre, valor in forma.items() if nombre not in ("type", "anyOf")}
    ramas = forma.get("anyOf") or [{"type": forma["type"]}]
    ramas = [{k: v for k, v in rama.items() if v != CON_TEXTO} for rama in ramas]
    return {**resto, **una_de(*ramas, solo("null"))}


def _tolerante(opcion: str) -> str:
    """Patrón de lo que `clave` considera igual a la opción."""
    return r"[\W_]+".join("".join(map(_letra, palabra)) for palabra in clave(opcion).split())


def _letra(letra: str) -> str:
    variantes = {unicodedata.normalize("NFC", letra + tilde) for tilde in ("", *TILDES)}
    simples = sorted(v for v in variantes if len(v) == 1)
    return rf"[{''.join(v + v.upper() for v in simples)}][\u0301\u0308]*"
