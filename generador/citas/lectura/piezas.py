"""El texto en piezas (palabras, números y signos), cada una con su lugar en el original."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

# Del mismo largo que el original: los desplazamientos no cambian.
_LLANO = str.maketrans("áéíóúüàèìòùâêôºª˚–—‑−\u00a0\u202f\u2007", "aeiouuaeiouaeo°°°----   ")
_PIEZA = re.compile(
    r"""
      \n[^\S\n]*(?:\n[^\S\n]*)+                                        # corte de párrafo
    | \[\^?[0-9]{1,3}\] | [\u00b9\u00b2\u00b3\u2070-\u2079]+             # llamada de nota: sobra
    | (?:del|el|la|al)(?=(?:ley|decreto|resolucion|acuerdo|circular|articulo)\b)  # «delDecreto»
    | (?:[^\W\d_]|[\u0300-\u0308\u00ad])+(?:-\r?\n[^\S\n]*[^\W\d_]+)?  # palabra, o partida en dos
    | [0-9]+(?:[.\-/][0-9]+)*                                          # número, con sus puntos
    | [^\s\w*_\#|\\>]                                                  # signo
    """,
    re.VERBOSE,
)
_PARTIDA = re.compile(r"-\s*|[\u0300-\u0308\u00ad]")
_DE_NOTA = frozenset("]¹²³⁰⁴⁵⁶⁷⁸⁹")
# Un párrafo no acaba en «de la» ni empieza en «y»: ahí el corte es de la página.
_NO_ACABAN = frozenset(
    ("de", "del", "la", "el", "los", "las", "y", "e", "o", "al", "a", "en", "por", "con",
     "articulo", "articulos", "numeral", "numerales", "literal", "inciso", "ley",
     "decreto", "resolucion", "no")
)  # fmt: skip
_SIGUEN = frozenset(("y", "e", "de", "del"))
# Cuánto se mira adelante sin preguntar si el texto se acabó.
_RELLENO = 40
CORTE = "\n"
"""Lo que vale la pieza de un corte de párrafo."""


@dataclass(frozen=True, slots=True)
class Piezas:
    r"""Las piezas de un texto: `voz` (en minúscula y sin tildes), y su `ini` y `fin`.

    Termina en cortes, para que mirar la pieza siguiente nunca se salga.

    >>> Piezas.de("Artículo 2º").voz[:4]
    ['articulo', '2', '°', '\n']
    """

    texto: str
    voz: list[str]
    ini: list[int]
    fin: list[int]
    renglones: list[int]

    @classmethod
    def de(cls, texto: str) -> Piezas:
        """Parte el texto: lineal en su largo."""
        bajo = texto.lower()
        if len(bajo) != len(texto):
            # «İ» crece al pasar a minúscula: esas letras se dejan como están.
            bajo = "".join(b if len(b := c.lower()) == 1 else c for c in texto)
        voz: list[str] = []
        ini: list[int] = []
        fin: list[int] = []
        bajo = bajo.translate(_LLANO)
        for hallada in _PIEZA.finditer(bajo):
            pieza = hallada.group()
            if pieza[0] == "\n":
                pieza = CORTE
            elif (
                len(pieza) > 1
                and pieza[0] != "["
                and not pieza.isalnum()
                and not pieza[0].isdigit()
            ):
                pieza = _PARTIDA.sub("", pieza)
            if not pieza or pieza[-1] in _DE_NOTA:
                continue
            if voz and voz[-1] == CORTE and pieza in _SIGUEN:
                for lista in (voz, ini, fin):
                    lista.pop()
            elif voz and pieza == CORTE and voz[-1] in _NO_ACABAN:
                continue
            voz.append(pieza)
            ini.append(hallada.start())
            fin.append(hallada.end())
        largo = len(texto)
        for _ in range(_RELLENO):
            voz.append(CORTE)
            ini.append(largo)
            fin.append(largo)
        renglones = [m.start() for m in re.finditer("\n", texto)]
        return cls(texto, voz, ini, fin, renglones)

    def __len__(self) -> int:
        """Cuántas piezas hay, sin los cortes del final."""
        return len(self.voz) - _RELLENO

    def linea(self, posicion: int) -> int:
        """Número de línea, desde 1, de un desplazamiento."""
        return bisect_right(self.renglones, posicion - 1) + 1

    def escrito(self, desde: int, hasta: int) -> str:
        """El original de las piezas `desde` (incluida) a `hasta` (excluida)."""
        return self.texto[self.ini[desde] : self.fin[hasta - 1]]

    def pegada(self, i: int) -> bool:
        """Si la pieza `i` va pegada a la anterior, sin espacio."""
        return i > 0 and self.fin[i - 1] == self.ini[i]

    def mayuscula(self, i: int) -> bool:
        """Si la pieza empieza por mayúscula en el original."""
        return self.texto[self.ini[i] : self.ini[i] + 1].isupper()

    def abre_renglon(self, i: int) -> bool:
        """Si la pieza es lo primero de su renglón (salvo marcas y comillas)."""
        inicio = self.ini[i]
        salto = self.texto.rfind("\n", max(0, inicio - 24), inicio)
        if salto < 0 and inicio > 24:  # noqa: PLR2004  # el trecho que se mira atrás
            return False
        return not self.texto[salto + 1 : inicio].strip(' \t\r*_#>“"«-')
