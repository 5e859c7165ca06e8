"""Las palabras del lector, de `vocabulario.toml`, en la forma en que se consultan."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from generador.citas.norma import Tipo

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Vocabulario:
    """Las tablas de `vocabulario.toml`, vueltas conjuntos y diccionarios."""

    niveles: Mapping[str, str]
    errados: Mapping[str, str]
    cabezas: Mapping[str, Tipo]
    largas: Mapping[str, tuple[tuple[tuple[str, ...], Tipo], ...]]
    calificativos: frozenset[str]
    marcas: frozenset[str]
    enlaces: frozenset[str]
    antes: frozenset[str]
    despues: frozenset[str]
    adverbios: frozenset[str]
    en: frozenset[str]
    presente: frozenset[str]
    ibidem: frozenset[str]
    genericas: frozenset[str]
    meses: Mapping[str, int]
    ordinales: frozenset[str]
    apocopados: frozenset[str]
    expedir: tuple[str, ...]
    entidades: frozenset[str]
    siglas: frozenset[str]
    superior: frozenset[str]
    constitucion: tuple[tuple[str, ...], ...]


def _invertir(tabla: Mapping[str, list[str]]) -> dict[str, str]:
    return {forma: nombre for nombre, formas in tabla.items() for forma in formas}


def _por_primera(
    tabla: Mapping[str, list[str]],
) -> dict[str, tuple[tuple[tuple[str, ...], Tipo], ...]]:
    formas: dict[str, list[tuple[tuple[str, ...], Tipo]]] = {}
    for tipo, frases in tabla.items():
        for frase in frases:
            voces = tuple(frase.split())
            formas.setdefault(voces[0], []).append((voces, Tipo(tipo)))
    return {v: tuple(sorted(f, key=lambda par: -len(par[0]))) for v, f in formas.items()}


def _cargar() -> Vocabulario:
    """Las palabras del lector."""
    datos = tomllib.loads((files(__package__) / "vocabulario.toml").read_text(encoding="utf-8"))
    anafora = datos["anafora"]
    meses = {mes: orden for orden, mes in enumerate(datos["meses"]["lista"], 1)}
    return Vocabulario(
        niveles=_invertir(datos["niveles"]),
        errados=_invertir(datos["niveles_errados"]),
        cabezas={forma: Tipo(tipo) for forma, tipo in _invertir(datos["cabezas"]).items()},
        largas=_por_primera(datos["cabezas_largas"]),
        calificativos=frozenset(datos["calificativos"]["todos"]),
        marcas=frozenset(datos["calificativos"]["numero"]),
        enlaces=frozenset(datos["calificativos"]["enlaces"]),
        antes=frozenset(anafora["antes"]),
        despues=frozenset(anafora["despues"]),
        adverbios=frozenset(anafora["adverbios"]),
        en=frozenset(anafora["en"]),
        presente=frozenset(anafora["presente"]),
        ibidem=frozenset(anafora["ibidem"]),
        genericas=frozenset(anafora["generica"]),
        meses=meses | datos["meses"]["otras"],
        ordinales=frozenset(datos["ordinales"]["lista"]),
        apocopados=frozenset(datos["ordinales"]["apocopados"]),
        expedir=tuple(datos["expedir"]["raices"]),
        entidades=frozenset(datos["entidades"]["cabezas"]),
        siglas=frozenset(datos["entidades"]["siglas"]),
        superior=frozenset(datos["constitucion"]["tras_lugar"]),
        constitucion=tuple(tuple(f.split()) for f in datos["constitucion"]["frases"]),
    )


VOZ = _cargar()
"""Las palabras del lector."""
