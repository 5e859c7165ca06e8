"""Los lugares de una norma en prosa: «numerales 4 y 8 del artículo 2», «artículos 28 a 37 y 83».

Cómo se escriben: sin repetidos y en orden natural; cuatro o más números seguidos se recogen
(«28 a 37»), nunca los que llevan puntos, guion o letras; lo que está en un mismo artículo se
junta. El artículo con puntos lleva el punto final de su rótulo («artículo 2.2.1.1.1.3.1.»), como
lo numeran los decretos únicos; el numeral no («numeral 5.2»).
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from generador.citas.gramatica import unir
from generador.citas.localizador import NIVELES, orden_natural
from generador.lengua.listas import enumerar
from generador.lengua.numeros import Genero, ordinal, romano

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generador.citas.localizador import Localizador

_Camino = tuple[tuple[str, str], ...]
_Bloque = tuple[_Camino, str]
_Clave = tuple[tuple[int, int, str], ...]

_MAYUSCULAS = frozenset(("libro", "parte", "titulo", "capitulo", "seccion", "subseccion", "anexo"))
"""Las divisiones de la norma: van con mayúscula y suelen numerarse en romanos."""
_FEMENINOS = frozenset(("parte", "seccion", "subseccion"))
_NOMBRES = MappingProxyType(
    {
        "libro": ("Libro", "Libros"),
        "parte": ("Parte", "Partes"),
        "titulo": ("Título", "Títulos"),
        "capitulo": ("Capítulo", "Capítulos"),
        "seccion": ("Sección", "Secciones"),
        "subseccion": ("Subsección", "Subsecciones"),
        "anexo": ("Anexo", "Anexos"),
        "articulo": ("artículo", "artículos"),
        "paragrafo": ("parágrafo", "parágrafos"),
        "inciso": ("inciso", "incisos"),
        "numeral": ("numeral", "numerales"),
        "literal": ("literal", "literales"),
    }
)
# El parágrafo cierra el artículo: «numeral 2 y parágrafo 1», porque «parágrafo 1 y numeral 2»
# parecería un numeral del parágrafo; y el anexo cierra la norma.
_AL_FINAL = ("paragrafo", "anexo")
_RANGO = MappingProxyType(
    {n: i for i, n in enumerate((*(n for n in NIVELES if n not in _AL_FINAL), *_AL_FINAL))}
)
_SEGUIDOS = 4
"""Desde cuántos números seguidos se escribe «a»."""
_LLANO = re.compile(r"[1-9][0-9]*")
_SIN_LISTA = re.compile(r"transitorio|único")
_ULTIMO_ROMANO = 99
_ULTIMO_ORDINAL = 99
_JUNTABLES = 2


def colapsar(rotulos: Iterable[str]) -> list[str]:
    """Los rótulos, en el orden en que vienen, con los números seguidos recogidos en rangos.

    >>> colapsar(["24", "25", "26"]), colapsar(["28", "29", "30", "31", "83"])
    (['24', '25', '26'], ['28 a 31', '83'])
    >>> colapsar(["5.1", "5.2", "5.3", "5.4"]), colapsar(["a", "b", "c", "d"])
    (['5.1', '5.2', '5.3', '5.4'], ['a', 'b', 'c', 'd'])
    """
    tramos: list[list[str]] = []
    for rotulo in rotulos:
        if tramos and _sigue(tramos[-1][-1], rotulo):
            tramos[-1].append(rotulo)
        else:
            tramos.append([rotulo])
    return [
        texto
        for tramo in tramos
        for texto in ([f"{tramo[0]} a {tramo[-1]}"] if len(tramo) >= _SEGUIDOS else tramo)
    ]


def _sigue(anterior: str, rotulo: str) -> bool:
    llanos = _LLANO.fullmatch(anterior) and _LLANO.fullmatch(rotulo)
    return bool(llanos) and int(rotulo) == int(anterior) + 1


def ordenar(localizadores: Iterable[Localizador]) -> tuple[Localizador, ...]:
    """Los localizadores sin repetir y en el orden en que `en_prosa` los nombra.

    >>> from generador.citas.localizador import Localizador
    >>> lugares = [Localizador.de(articulo=a) for a in ("10", "9", "10")]
    >>> [lugar.articulo for lugar in ordenar(lugares)]
    ['9', '10']
    """
    unicos = sorted(set(localizadores), key=lambda x: _orden(x.camino))
    bloques: dict[_Bloque, dict[str, list[Localizador]]] = {}
    for lugar in unicos:
        bloques.setdefault(_bloque_de(lugar), {}).setdefault(_clase(lugar), []).append(lugar)
    return tuple(x for clases in bloques.values() for clase in clases.values() for x in clase)


def _bloque_de(lugar: Localizador) -> _Bloque:
    """Lo que se escribe seguido: lo que está en un mismo lugar; lo suelto, con los de su clase."""
    prefijo = lugar.camino[:-1]
    return prefijo, "" if prefijo else _clase(lugar)


def _clase(lugar: Localizador) -> str:
    """Lo que puede ir en una misma lista: «parágrafos 1 y 2», pero «parágrafo transitorio» no."""
    nivel, rotulo = lugar.camino[-1]
    return f"{nivel} {rotulo}" if _SIN_LISTA.search(rotulo) else nivel


def _orden(camino: _Camino) -> tuple[tuple[int, _Clave, str], ...]:
    return tuple((_RANGO[nivel], _orden_del_rotulo(nivel, r), r) for nivel, r in camino)


def _orden_del_rotulo(nivel: str, rotulo: str) -> _Clave:
    valor = _ordinales().get(rotulo.casefold())
    if valor is None and nivel in _MAYUSCULAS:
        valor = _romanos().get(rotulo)
    return orden_natural(rotulo) if valor is None else ((0, valor, ""),)


@cache
def _romanos() -> Mapping[str, int]:
    return MappingProxyType({romano(n): n for n in range(1, _ULTIMO_ROMANO + 1)})


@cache
def _ordinales() -> Mapping[str, int]:
    return MappingProxyType(
        {
            ordinal(n, genero=genero): n
            for n in range(1, _ULTIMO_ORDINAL + 1)
            for genero in (Genero.MASCULINO, Genero.FEMENINO)
        }
    )


def en_prosa(localizadores: Iterable[Localizador], *, con_articulo: bool = False) -> str:
    """Los lugares en una frase, sin la norma; `con_articulo` antepone «el», «la», «los», «las».

    Dos lugares se unen con «y»; tres o más, con punto y coma: «artículo 1, Anexo 3» se leería como
    el artículo 1 del anexo.

    >>> from generador.citas.localizador import Localizador
    >>> en_prosa([Localizador.de(articulo=str(n)) for n in (*range(28, 38), 83, 87)])
    'artículos 28 a 37, 83 y 87'
    >>> cuatro, ocho = (Localizador.de(articulo="2", numeral=n) for n in "48")
    >>> siete = Localizador((("articulo", "7"), ("literal", "A"), ("numeral", "8")))
    >>> en_prosa([cuatro, ocho, siete])
    'numerales 4 y 8 del artículo 2 y numeral 8 del literal A del artículo 7'
    >>> en_prosa([siete, Localizador.de(articulo="5")], con_articulo=True)
    'el artículo 5 y el numeral 8 del literal A del artículo 7'
    """
    bloques: dict[_Bloque, dict[str, list[str]]] = {}
    for lugar in ordenar(localizadores):
        clases = bloques.setdefault(_bloque_de(lugar), {})
        clases.setdefault(_clase(lugar), []).append(lugar.camino[-1][1])
    solo = len(bloques) == 1
    partes = [
        parte
        for (prefijo, _), clases in bloques.items()
        for parte in _bloque(prefijo, clases, solo=solo, con_articulo=con_articulo)
    ]
    return unir(partes, separador=";")


def _bloque(
    prefijo: _Camino, clases: Mapping[str, list[str]], *, solo: bool, con_articulo: bool
) -> list[str]:
    """Lo que se cita de un mismo lugar.

    Dos clases van juntas, «inciso 2 y parágrafo 1 del artículo 6», si no se cita nada más; entre
    otros lugares no se sabría si el inciso es del artículo anterior, y cada una repite el suyo. Lo
    mismo en lo que no es un artículo: «Capítulo 1 y artículo 2 del Título 4» deja la duda.
    """
    listas = [
        _lista(clase.partition(" ")[0], rotulos, con_articulo=con_articulo)
        for clase, rotulos in clases.items()
    ]
    cola = "".join(f" {_de(nivel)}{_rotulado(nivel, r)}" for nivel, r in reversed(prefijo))
    de_articulo = solo and bool(prefijo) and prefijo[-1][0] == "articulo"
    juntas = [unir(listas)] if de_articulo and len(listas) == _JUNTABLES else listas
    return [f"{lista}{cola}" for lista in juntas]


def _lista(nivel: str, rotulos: Sequence[str], *, con_articulo: bool) -> str:
    varios = len(rotulos) > 1
    femenino = nivel in _FEMENINOS
    determinante = (("los", "las") if varios else ("el", "la"))[femenino]
    escritos = enumerar([_escrito(nivel, r) for r in colapsar(rotulos)])
    frase = f"{_NOMBRES[nivel][varios]} {escritos}"
    return f"{determinante} {frase}" if con_articulo else frase


def _de(nivel: str) -> str:
    return "de la " if nivel in _FEMENINOS else "del "


def _rotulado(nivel: str, rotulo: str) -> str:
    return f"{_NOMBRES[nivel][0]} {_escrito(nivel, rotulo)}"


def _escrito(nivel: str, rotulo: str) -> str:
    return f"{rotulo.rstrip('.')}." if nivel == "articulo" and "." in rotulo else rotulo
