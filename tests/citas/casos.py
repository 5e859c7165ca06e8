"""Lee las tablas de citas: cómo un jurista escribe una norma y sus lugares, sin comillas.

Una cita es «norma | lugar | lugar…»; un lugar va de lo general a lo particular, «artículo 7 >
literal A > numeral 8», y el último nivel puede traer varios rótulos, «artículo 24, 25, 28..37».
"""

from __future__ import annotations

import re
from pathlib import Path

from generador.citas.catalogo import catalogo
from generador.citas.cita import Cita
from generador.citas.localizador import NIVELES, Localizador
from generador.citas.norma import ROTULOS, Norma, Tipo
from generador.texto import clave

_NUMERADA = re.compile(r"(.+?) ([\w.-]*\d[\w.-]*)(?: de (\d{4}))?(?: \((.+)\))?")
_TIPOS = {clave(rotulo): tipo for tipo, rotulo in ROTULOS.items() if tipo is not Tipo.DECRETO_UNICO}
_NIVELES = {clave(nivel): nivel for nivel in NIVELES}


def lineas(nombre: str) -> list[str]:
    """Las líneas útiles de una tabla de esta carpeta; `#` abre un comentario."""
    texto = (Path(__file__).parent / nombre).read_text(encoding="utf-8")
    return [x for x in texto.splitlines() if x.strip() and not x.startswith("#")]


def pares(nombre: str) -> list[tuple[str, str]]:
    """Los pares «entrada = esperado» de una tabla."""
    partidas = [linea.split(" = ", 1) for linea in lineas(nombre)]
    assert all(len(par) == 2 for par in partidas), f"{nombre}: cada línea es «entrada = esperado»"
    return [(entrada.strip(), esperado.strip()) for entrada, esperado in partidas]


def leer_cita(texto: str) -> Cita:
    """La cita escrita como en las tablas."""
    norma, *lugares = texto.split(" | ")
    return Cita(leer_norma(norma), tuple(x for lugar in lugares for x in leer_lugares(lugar)))


def leer_norma(texto: str) -> Norma:
    """La norma por su nombre en el catálogo o como «Clase número de año (entidad)»."""
    texto = texto.strip()
    if texto in catalogo().nombres:
        return catalogo().nombres[texto]
    if clave(texto) in _TIPOS:
        return Norma(_TIPOS[clave(texto)])
    partes = _NUMERADA.fullmatch(texto)
    assert partes, f"«{texto}» no es una norma de las tablas"
    tipo = _TIPOS[clave(partes[1])]
    anio = int(partes[3]) if partes[3] else None
    return Norma(tipo, partes[2], anio, entidad=partes[4])


def leer_lugares(texto: str) -> list[Localizador]:
    """Los localizadores de «artículo 7 > numeral 4, 8..10»."""
    *antes, ultimo = [_nivel(parte) for parte in texto.split(" > ")]
    return [Localizador((*antes, (ultimo[0], rotulo))) for rotulo in expandir(ultimo[1])]


def expandir(rotulos: str) -> list[str]:
    """Los rótulos de «24, 28..37» o «24, 28 a 37», uno por uno."""
    sueltos: list[str] = []
    for pieza in rotulos.split(", "):
        rango = re.fullmatch(r"(\d+)(?:\.\.| a )(\d+)", pieza)
        sueltos += map(str, range(int(rango[1]), int(rango[2]) + 1)) if rango else [pieza]
    return sueltos


def _nivel(texto: str) -> tuple[str, str]:
    nombre, _, rotulo = texto.strip().partition(" ")
    return _NIVELES[clave(nombre)], rotulo
