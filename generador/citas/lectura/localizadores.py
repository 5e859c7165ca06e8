"""El lugar citado: «numerales 4 y 8 del artículo 2», «artículo 4, numeral 2°», «Título II»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.citas.lectura.caminos import Camino, anidan, emparejar, heredar, rango_con_guion
from generador.citas.lectura.glosas import saltar_acotacion, saltar_nombre
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
_TOPE = 600
_ENTEROS = {"primer": "primero", "tercer": "tercero"}
_RANGOS_DE_BALDE = 20_000
_ABREVIATURAS = frozenset(
    ("art", "arts", "num", "nums", "lit", "lits", "inc", "par", "parag", "cap")
)
# «el tenor literal a pretexto de…» no es el literal a).
_NO_ES_LITERAL = frozenset(("tenor", "sentido", "texto", "interpretacion", "manera", "forma"))
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
        while (
            len(cadenas) < _TOPE
            and (otra := self._hermana(fin, cadenas[-1][-1][-1][0])) is not None
        ):
            cadenas.append(otra[0])
            fin = otra[1]
        caminos = heredar(cadenas)
        if self.p.voz[fin + (self.p.voz[fin] == ",")] == "respectivamente":
            caminos = emparejar(caminos)
        fin = saltar_nombre(self.p, fin, caminos[0][-1][0])
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
        if nombre is None or (nombre == "literal" and self.p.voz[i - 1] in _NO_ES_LITERAL):
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

    def _cadena(
        self, i: int, grupo: tuple[list[Camino], int] | None = None
    ) -> tuple[list[Camino], int] | None:
        grupo = grupo or self._grupo(i)
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
        j = saltar_nombre(p, i, caminos[0][-1][0])
        if p.voz[j] == "." and es_numero(p.voz[j - 1]):
            j += 1
        coma = p.voz[j] == ","
        j += coma
        if p.voz[j] in {"del", "al"}:
            # «inciso segundo del mismo artículo 2 de la Ley 816»: el artículo dice su número.
            return j + 1 + (p.voz[j + 1] in VOZ.antes and self.nivel(j + 2) is not None)
        if p.voz[j] in {"de", "a"}:
            j += 1
            return j + 1 if p.voz[j] in {"la", "los", "las", "su", "sus"} else j
        # «numeral 8, artículo 7», «num. 3 art. 5»: de lo particular a lo general, sin «del».
        siguiente = self.nivel(j)
        if siguiente and _RANGO[siguiente[0]] < _RANGO[caminos[0][0][0]]:
            return j
        return None

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
                sigue = self._hasta(j, nombre)
            if sigue is None:
                break
            rotulo = leer_rotulo(p, sigue[1], nombre)
            if sigue[0] == "a" and rotulo is not None and self.presupuesto > 0:
                rango = expandir(texto, rotulo[0])
                if rango is not None:
                    self.presupuesto -= len(rango)
                    caminos.extend(((nombre, x),) for x in rango[1:-1])
        if plural and len(caminos) == 1:
            caminos = rango_con_guion(caminos[0])
        return caminos, j

    def _hasta(self, i: int, nombre: str) -> tuple[str, int] | None:
        """«del artículo 15 al artículo 20», «desde el artículo 15 hasta el 20»: un rango."""
        p = self.p
        if p.voz[i] not in {"al", "hasta"} or not es_numero(p.voz[i - 1]):
            return None
        j = i + 1 + (p.voz[i + 1] == "el")
        otro = self.nivel(j)
        if otro is not None and otro[0] == nombre and es_numero(p.voz[otro[1]]):
            return "a", otro[1]
        return None

    def _bajo(self, camino: Camino, i: int) -> tuple[list[Camino], int]:
        """Lo que sigue tras coma y es más particular: «artículo 4, numeral 2°, literal b»."""
        p, fin, caminos = self.p, saltar_acotacion(self.p, i), [camino]
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
            fin = rotulo[1]
            propios = [rotulo[0]]
            if not self._cerrado(j, fin):
                mas, fin = self._otros(nivel, rotulo)
                propios += mas
            fin = saltar_acotacion(self.p, fin)
            caminos = [(*c, (nivel[0], r)) for c in caminos for r in propios]
            if p.voz[fin] == ")" and p.voz[j - 1] == "(":
                fin += 1
        return caminos, fin

    def _cerrado(self, i: int, fin: int) -> bool:
        """Si el paréntesis que abre antes de `i` ya cerró: «2 (literales g y h), 5 y 12»."""
        return self.p.voz[i - 1] == "(" and self.p.voz[fin - 1] == ")"

    def _otros(
        self, nivel: tuple[str, int, bool], primero: tuple[str, int]
    ) -> tuple[list[str], int]:
        """Los demás rótulos de un nivel que va bajo otro; las letras no siguen en números."""
        p, fin = self.p, primero[1]
        rotulos: list[str] = []
        abierto = p.voz[nivel[1] - 2] == "("
        while (sigue := sigue_lista(p, fin, nivel[0], plural=nivel[2])) and sigue[0] == ",":
            otro = leer_rotulo(p, sigue[1], nivel[0])
            if otro is None or (nivel[0] != "literal" and not nivel[2]):
                break
            if otro[0].isalpha() != primero[0].isalpha():
                break
            rotulos.append(otro[0])
            fin = otro[1]
            if abierto and p.voz[fin - 1] == ")":
                break
        return rotulos, fin

    def _hermana(self, i: int, nivel: str) -> tuple[list[Camino], int] | None:
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
        if es_numero(p.voz[j]) and p.voz[j - 1] in {"el", "los"} and nivel != "articulo":
            return self._con_nivel_elidido(j, nivel)
        return self._cadena(j)

    def _con_nivel_elidido(self, i: int, nivel: str) -> tuple[list[Camino], int] | None:
        """«numerales 10 y 15 del artículo 2 y el 6 del artículo 6»: el 6 es otro numeral."""
        rotulo = leer_rotulo(self.p, i, nivel)
        if rotulo is None or self.p.voz[rotulo[1]] != "del":
            return None
        if self.nivel(rotulo[1] + 1) is None:
            return None
        return self._cadena(i, ([((nivel, rotulo[0]),)], rotulo[1]))
