"""Con qué empieza el elemento de una lista: «1.», «a)», «(ii)», «-»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from generador.marcado.bloques import ClaseDeLista, FormaDeMarca
from generador.marcado.contexto import Linea

VINETA = re.compile(r"[-*+•–][ \u00a0]+(?=\S)")
# Hasta tres cifras: «2020. Texto» es un párrafo que empieza por un año.
NUMERADA = re.compile(r"(\(?)(\d{1,3}|[ivxlc]{2,7}|[IVXLC]{2,7}|[a-zA-ZñÑ])([.)])[ \u00a0]+(?=\S)")
ROMANO = re.compile(r"(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})\Z")
VALORES = {"c": 100, "xc": 90, "xl": 40, "l": 50, "x": 10, "ix": 9, "iv": 4, "v": 5, "i": 1}
DENTRO = 2  # espacios de más con que un renglón pertenece al elemento
VISTA = 40  # renglones que se miran para hallar la marca siguiente
LETRAS = "abcdefghijklmnopqrstuvwxyz"

Valor = tuple[ClaseDeLista, int]


class Marca(NamedTuple):
    """La marca de un elemento. Una letra como «i» puede ser la novena o el romano uno."""

    valores: tuple[Valor, ...]
    forma: FormaDeMarca
    largo: int

    @property
    def primera(self) -> bool:
        """Dice si con ella puede empezar una lista: 1, a, i o una viñeta."""
        return any(valor == 1 for _, valor in self.valores)

    def sigue_a(self, valor: Valor, forma: FormaDeMarca) -> bool:
        """Dice si es la que va después de `valor` en la misma lista."""
        clase, numero = valor
        siguiente = 1 if clase is ClaseDeLista.VINETA else numero + 1
        return self.forma is forma and (clase, siguiente) in self.valores

    def de_clase(self, clase: ClaseDeLista) -> bool:
        """Dice si puede leerse como de esa clase."""
        return any(una is clase for una, _ in self.valores)


def romano(texto: str) -> int | None:
    """El valor de un romano en minúsculas bien escrito, hasta 399.

    >>> romano("xiv"), romano("iiii"), romano("abc")
    (14, None, None)
    """
    hallado = ROMANO.match(texto)
    if not hallado or not texto:
        return None
    total = 0
    for grupo in hallado.groups():
        while grupo:
            cifra = grupo[:2] if grupo[:2] in VALORES else grupo[0]
            total += VALORES[cifra]
            grupo = grupo[len(cifra) :]  # noqa: PLW2901 (se va consumiendo)
    return total


def marca_de(texto: str) -> Marca | None:
    """La marca con que empieza el renglón, o `None` si no es de una lista.

    >>> [v for _, v in marca_de("i) texto").valores]
    [1, 9]
    >>> marca_de("2020. Texto") is None, marca_de("1.1. Texto") is None, marca_de("a)texto") is None
    (True, True, True)
    """
    hallado = VINETA.match(texto)
    if hallado:
        return Marca(((ClaseDeLista.VINETA, 1),), FormaDeMarca.PUNTO, hallado.end())
    hallado = NUMERADA.match(texto)
    if not hallado or (hallado[1] and hallado[3] == "."):
        return None
    forma = FormaDeMarca.DOS_PARENTESIS if hallado[1] else FormaDeMarca(hallado[3])
    valores = tuple(_valores(hallado[2]))
    return Marca(valores, forma, hallado.end()) if valores else None


def _valores(numero: str) -> list[Valor]:
    """Las lecturas posibles, la romana primero. La «ñ» vale 0: Word no la cuenta."""
    if numero.isdecimal():
        return [(ClaseDeLista.DECIMAL, int(numero))]
    minusculas = numero.islower()
    salida: list[Valor] = []
    valor = romano(numero.lower())
    if valor:
        clase = ClaseDeLista.ROMANO if minusculas else ClaseDeLista.ROMANO_MAYUSCULA
        salida.append((clase, valor))
    if len(numero) == 1:
        clase = ClaseDeLista.LETRA if minusculas else ClaseDeLista.LETRA_MAYUSCULA
        salida.append((clase, LETRAS.find(numero.lower()) + 1))
    return salida


def hermana(lineas: Sequence[Linea], i: int, marca: Marca) -> Valor | None:
    """La lectura de `marca`, del renglón `i`, que continúa una marca próxima a su altura."""
    sangria = lineas[i].sangria
    for linea in lineas[i + 1 : i + 1 + VISTA]:
        otra = marca_de(linea.texto) if abs(linea.sangria - sangria) < DENTRO else None
        if otra and otra.forma is marca.forma:
            for valor in marca.valores:
                if otra.sigue_a(valor, marca.forma):
                    return valor
    return None
