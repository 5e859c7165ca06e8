"""Lo que es igual en YAML y en JSON al armar el árbol: escalares legales, claves únicas, tope."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.caso.arbol import Escalar, Lista, Mapa, extender
from generador.caso.fuente import ILEGAL, nombrar
from generador.caso.rechazos import citar, rechazo

if TYPE_CHECKING:
    from generador.caso.arbol import Nodo
    from generador.caso.fuente import Fuente
    from generador.hallazgos import Hallazgo, Lugar

NIVELES = 32
"""Los casos llegan a unos ocho niveles; más allá es un archivo dañado o mal intencionado."""

NODOS = 100_000
"""Datos de un caso, con holgura: más allá, leerlos haría esperar y no son un caso."""

HALLAZGOS = 100
"""Hallazgos que se juntan antes de parar: nadie corrige más de una vez."""

_PAR = re.compile("[\ud800-\udbff][\udc00-\udfff]")


class Alto(Exception):
    """La lectura no puede seguir; lo que se encontró ya está anotado en los hallazgos."""


class Obra:
    """Arma los nodos de un caso y anota en `hallazgos` lo que no se puede admitir."""

    def __init__(self, fuente: Fuente) -> None:
        self.fuente = fuente
        self.hallazgos: list[Hallazgo] = []
        self._nodos = 0

    def anotar(self, codigo: str, posicion: int, ruta: str = "", **datos: object) -> None:
        """Anota un hallazgo del catálogo en una posición del texto."""
        self._guardar(rechazo(codigo, self.fuente.lugar(posicion), ruta, **datos))

    def _guardar(self, hallazgo: Hallazgo) -> None:
        self.hallazgos.append(hallazgo)
        if len(self.hallazgos) >= HALLAZGOS:
            raise Alto

    def _contar(self, posicion: int) -> None:
        self._nodos += 1
        if self._nodos > NODOS:
            self.anotar("CASO032", posicion, tope=NODOS)
            raise Alto

    def escalar(
        self,
        texto: str,
        posicion: int,
        ruta: str,
        *,
        vacio: bool = False,
        cuerpo: Lugar | None = None,
        plegado: bool = False,
    ) -> Escalar:
        """Un escalar; anota los caracteres que las secuencias de escape metieron y no caben."""
        self._contar(posicion)
        texto = _PAR.sub(lambda par: _unir_par(par.group()), texto)
        malo = ILEGAL.search(texto)
        if malo is not None:
            self.anotar("CASO007", posicion, ruta, caracter=nombrar(malo.group()))
        return Escalar(texto, self.fuente.lugar(posicion), ruta, vacio, cuerpo, plegado)

    def lista(self, elementos: list[Nodo], posicion: int, ruta: str) -> Lista:
        """Una lista; anota los elementos vacíos."""
        for elemento in elementos:
            if isinstance(elemento, Escalar) and elemento.vacio:
                self._guardar(rechazo("CASO017", elemento.lugar, elemento.ruta))
        return Lista(tuple(elementos), self.fuente.lugar(posicion), ruta)

    def bajar(self, nivel: int, posicion: int, ruta: str) -> None:
        """Cuenta un grupo y corta la lectura si está más adentro de lo que llega un caso."""
        self._contar(posicion)
        if nivel > NIVELES:
            self.anotar("CASO016", posicion, ruta, tope=NIVELES)
            raise Alto


class Campos:
    """Los campos de un mapa mientras se lee."""

    def __init__(self, obra: Obra, ruta: str) -> None:
        self._obra = obra
        self._ruta = ruta
        self._campos: dict[str, Nodo] = {}
        self._claves: dict[str, Lugar] = {}

    def clave(self, clave: str, posicion: int) -> str:
        """Anota la clave si es vacía o está repetida; devuelve la ruta de su valor."""
        ruta = extender(self._ruta, clave)
        previa = self._claves.get(clave)
        if previa is not None:
            lugar = {"linea": previa.linea, "columna": previa.columna}
            self._obra.anotar("CASO011", posicion, ruta, clave=citar(clave), **lugar)
        elif not clave:
            self._obra.anotar("CASO015", posicion, self._ruta, forma="vacía")
        self._claves.setdefault(clave, self._obra.fuente.lugar(posicion))
        return ruta

    def valor(self, clave: str, nodo: Nodo) -> None:
        """Guarda el valor de una clave ya anotada."""
        self._campos[clave] = nodo

    def mapa(self, posicion: int) -> Mapa:
        """El mapa terminado."""
        return Mapa(self._campos, self._claves, self._obra.fuente.lugar(posicion), self._ruta)


def _unir_par(par: str) -> str:
    return par.encode("utf-16", "surrogatepass").decode("utf-16")
