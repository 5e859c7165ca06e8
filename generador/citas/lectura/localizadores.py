"""El lugar citado: «numerales 4 y 8 del artículo 2», «artículo 4, numeral 2°», «Título II»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.citas.lectura.caminos import Camino, anidan, emparejar, heredar
from generador.citas.lectura.rotulos import (
    es_numero,
    expandir,
    leer_marca,
    leer_rotulo,
    sigue_lista,
)
from generador.citas.lectura.vocabulario import VOZ
from generador.citas.localizador import NIVELES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generador.citas.lectura.piezas import Piezas

_RANGO = {nivel: orden for orden, nivel in enumerate(NIVELES)}
_CON_NOMBRE = frozenset(("libro", "parte", "titulo", "capitulo", "seccion", "anexo"))
_TOPE = 600
_ENTEROS = {"primer": "primero", "tercer": "tercero"}
_RANGOS_DE_BALDE = 20_000
_LARGO_GLOSA = 8
_LARGO_NOMBRE = 14
_ABREVIATURAS = frozenset(
    ("art", "arts", "num", "nums", "lit", "lits", "inc", "par", "parag", "cap")
)
_PLURALES = frozenset(("arts", "nums", "lits", "ordinales"))


@dataclass(frozen=True, slots=True)
class Lugares:
    """Los caminos leídos, la pieza siguiente y lo que se toleró al leerlos."""

    caminos: tuple[Camino, ...]
    fin: int
    defectos: tuple[str, ...] = ()

    @property
    def superior(self) -> str:
        """El nivel más general del primer camino."""
        return self.caminos[0][0][0]


class LectorDeLugares:
    """Lee frases de lugar en unas piezas; tolerante, admite niveles mal escritos."""

    def __init__(self, piezas: Piezas, *, tolerante: bool) -> None:
        """Prepara la lectura sobre esas piezas."""
        self.p = piezas
        # Expandir rangos no puede costar más que lo que el texto es de largo.
        self.presupuesto = _RANGOS_DE_BALDE + len(piezas) // 4
        self.niveles: Mapping[str, str] = (
            {**VOZ.errados, **VOZ.niveles} if tolerante else VOZ.niveles
        )

    def leer(self, i: int) -> Lugares | None:
        """La frase de lugar que empieza en `i`: cadenas unidas por «y», «,» o «así como»."""
        primera = self._cadena(i)
        if primera is None:
            return None
        cadenas = [primera[0]]
        fin = primera[1]
        while len(cadenas) < _TOPE and (otra := self._hermana(fin)) is not None:
            cadenas.append(otra[0])
            fin = otra[1]
        caminos = heredar(cadenas)
        if self.p.voz[fin + (self.p.voz[fin] == ",")] == "respectivamente":
            caminos = emparejar(caminos)
        fin = self._saltar_nombre(fin, list(caminos))
        if len(caminos) > _TOPE:
            return None
        errado = next(
            (f"«{self.p.escrito(k, k + 1)}»" for k in range(i, fin) if self._es_errado(k)), None
        )
        return Lugares(caminos, fin, (f"nivel mal escrito: {errado}",) if errado else ())

    def _es_errado(self, k: int) -> bool:
        voz = self.p.voz[k]
        return voz in VOZ.errados and voz not in VOZ.niveles

    def nivel(self, i: int) -> tuple[str, int, bool] | None:
        """El nivel que nombra la pieza `i`: nombre, pieza siguiente y si es plural."""
        voz = self.p.voz[i]
        nombre = self.niveles.get(voz)
        if nombre is None:
            return None
        j = i + 1
        if voz in _ABREVIATURAS:
            if self.p.voz[j] == ".":
                j += 1
            elif voz in {"par", "num", "lit", "inc", "cap"}:
                return None
        elif voz == "ordinal" and not es_numero(self.p.voz[j]) and self.p.voz[j + 1] != ")":
            return None
        return nombre, j, voz in _PLURALES or (voz.endswith("s") and voz not in _ABREVIATURAS)

    def _cadena(self, i: int) -> tuple[list[Camino], int] | None:
        grupo = self._grupo(i)
        if grupo is None:
            return None
        caminos, fin = grupo
        while True:
            j = self._hacia_contenedor(fin, caminos)
            mayor = self._grupo(j) if j is not None else None
            if mayor is None or not anidan(mayor[0], caminos):
                return caminos, fin
            if len(mayor[0]) * len(caminos) > _TOPE:
                return caminos, fin
            caminos = [arriba + abajo for arriba in mayor[0] for abajo in caminos]
            fin = mayor[1]

    def _hacia_contenedor(self, i: int, caminos: list[Camino]) -> int | None:
        """La pieza del nivel que contiene a lo leído: «, del artículo», «al artículo»."""
        p = self.p
        j = self._saltar_nombre(i, caminos)
        if p.voz[j] == "." and es_numero(p.voz[j - 1]):
            j += 1
        coma = p.voz[j] == ","
        j += coma
        if p.voz[j] in {"del", "al"}:
            return j + 1
        if p.voz[j] in {"de", "a"}:
            j += 1
            return j + 1 if p.voz[j] in {"la", "los", "las", "su", "sus"} else j
        # «numeral 8, artículo 7», «num. 3 art. 5»: de lo particular a lo general, sin «del».
        siguiente = self.nivel(j)
        if siguiente and _RANGO[siguiente[0]] < _RANGO[caminos[0][0][0]]:
            return j
        return None

    def _saltar_nombre(self, i: int, caminos: list[Camino]) -> int:
        """«Capítulo 30, Abogacía de la Competencia, del Decreto»: salta el nombre entre comas."""
        p = self.p
        if caminos[0][-1][0] not in _CON_NOMBRE or p.voz[i] != "," or not p.mayuscula(i + 1):
            return i
        for j in range(i + 2, i + _LARGO_NOMBRE):
            voz = p.voz[j]
            if voz == ",":
                return j if p.voz[j + 1] in {"del", "de"} else i
            if not voz.isalpha() or voz in self.niveles or voz in VOZ.cabezas:
                return i
        return i

    def _grupo(self, i: int) -> tuple[list[Camino], int] | None:
        """Un nivel con sus rótulos; cada uno puede traer «, numeral 2°»."""
        p = self.p
        if p.voz[i] in VOZ.apocopados and self.niveles.get(p.voz[i + 1]) in {"inciso", "paragrafo"}:
            nombre = self.niveles[p.voz[i + 1]]
            ordinal = _ENTEROS.get(p.voz[i]) or p.escrito(i, i + 1).lower()
            return [((nombre, ordinal),)], i + 2
        nivel = self.nivel(i)
        if nivel is None:
            return None
        nombre, j, plural = nivel
        rotulo = leer_rotulo(p, leer_marca(p, j), nombre)
        if rotulo is None or (rotulo[1] == j and (plural or p.voz[i] in VOZ.errados)):
            return None
        return self.rotulos(nombre, rotulo, plural=plural)

    def rotulos(
        self, nombre: str, rotulo: tuple[str, int] | None, *, plural: bool
    ) -> tuple[list[Camino], int]:
        """La lista de rótulos de un nivel que sigue al primero, ya leído."""
        p, j = self.p, 0
        caminos: list[Camino] = []
        while rotulo is not None and len(caminos) <= _TOPE:
            texto, j = rotulo
            propios, j = self._bajo(((nombre, texto),), j)
            caminos.extend(propios)
            sigue = sigue_lista(p, j, nombre, plural=plural)
            if sigue is None:
                break
            rotulo = leer_rotulo(p, sigue[1], nombre)
            if sigue[0] == "a" and rotulo is not None and self.presupuesto > 0:
                rango = expandir(texto, rotulo[0])
                if rango is not None:
                    self.presupuesto -= len(rango)
                    caminos.extend(((nombre, x),) for x in rango[1:-1])
        return caminos, j

    def _bajo(self, camino: Camino, i: int) -> tuple[list[Camino], int]:
        """Lo que sigue tras coma y es más particular: «artículo 4, numeral 2°, literal b»."""
        p, fin, caminos = self.p, self._saltar_parcial(i), [camino]
        while True:
            j = fin + (p.voz[fin] in {",", "("})
            if p.voz[j] in {"en", "su", "sus"}:
                j += 1
            nivel = self.nivel(j)
            if nivel is None or _RANGO[nivel[0]] <= _RANGO[caminos[0][-1][0]]:
                break
            if nivel[0] == "articulo":
                break
            rotulo = leer_rotulo(p, leer_marca(p, nivel[1]), nivel[0])
            if rotulo is None:
                break
            propios = [rotulo[0]]
            fin = rotulo[1]
            while (sigue := sigue_lista(p, fin, nivel[0], plural=nivel[2])) and sigue[0] == ",":
                otro = leer_rotulo(p, sigue[1], nivel[0])
                if otro is None or (nivel[0] != "literal" and not nivel[2]):
                    break
                propios.append(otro[0])
                fin = otro[1]
            fin = self._saltar_parcial(fin)
            caminos = [(*c, (nivel[0], r)) for c in caminos for r in propios]
            if p.voz[fin] == ")" and p.voz[j - 1] == "(":
                fin += 1
        return caminos, fin

    def _saltar_parcial(self, i: int) -> int:
        """«artículo 2 (parcial)», «artículos 13 y siguientes»: lo que no cambia el lugar."""
        p = self.p
        if p.voz[i] == "(":
            i = self._saltar_glosa(i)
        if p.voz[i] in {"y", "e"} and p.voz[i + 1] in {"ss", "siguientes", "sgtes", "concordantes"}:
            i += 2
            if p.voz[i] == "." and p.voz[i + 1] in {"de", "del"}:
                i += 1
            if p.voz[i] == "y" and p.voz[i + 1] == "concordantes":
                i += 2
        return i

    def _saltar_glosa(self, i: int) -> int:
        """«artículo 2 (parcial)», «29 (debido proceso)»: palabras que explican el lugar."""
        p = self.p
        for j in range(i + 1, i + _LARGO_GLOSA):
            voz = p.voz[j]
            if voz == ")" and j > i + 1:
                return j + 1
            if not voz.isalpha() or voz in self.niveles or voz in VOZ.cabezas:
                return i
        return i

    def _hermana(self, i: int) -> tuple[list[Camino], int] | None:
        """Otra cadena de la misma norma: «, y el numeral 8…», «; los artículos…»."""
        p, j, unida = self.p, i, False
        if p.voz[j] == "." and es_numero(p.voz[j - 1]) and p.voz[j + 1] in {"y", "e", ",", ";"}:
            j += 1
        if p.voz[j] in {",", ";"}:
            unida, j = True, j + 1
        if p.voz[j] in {"y", "e", "o"}:
            unida, j = True, j + 1
        elif p.voz[j] == "asi" and p.voz[j + 1] == "como":
            unida, j = True, j + 2
        if not unida:
            return None
        while p.voz[j] in {
            "el",
            "la",
            "los",
            "las",
            "su",
            "sus",
            "en",
            "al",
            "del",
            "a",
            "de",
            "con",
        }:
            j += 1
        return self._cadena(j)
