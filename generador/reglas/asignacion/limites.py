"""Lo que le queda a cada municipio: cupo de proyectos, turno en la ronda y tope conjunto.

Un proyecto de varios municipios cuenta en el cupo y en la ronda de cada uno; en el tope, su parte
igual o completo, según el caso. El dinero va en centavos; los topes, en partes de centavo, para que
una tercera parte también sea exacta.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import lcm
from typing import TYPE_CHECKING

from generador.modelo.asignacion_convocatoria import COMPLETO, HASTA_LO_COFINANCIADO, SIN_LIMITE

if TYPE_CHECKING:
    from collections.abc import Sequence, Set


@dataclass(frozen=True, slots=True)
class Candidato:
    """Un proyecto en la lista, en centavos: lo que pidió y lo que puede recibir por su tipo."""

    fila: int
    codigo: str
    linea: str
    lugar: int
    municipios: tuple[str, ...]
    solicitado: int
    pedido: int
    cofinanciacion: int
    tope_de_tipo: int


@dataclass(frozen=True, slots=True)
class Reglas:
    """Las reglas del caso para el ciclo, en centavos; `None`, la que el caso no trae."""

    por_ronda: int
    unidad: int
    saldo_insuficiente: str | None
    cupo: int | None = None
    tope: int | None = None
    sobre_tope: str | None = None
    superable: bool = False
    exceso: str | None = None
    compartidos: str | None = None


class Municipios:
    """La cuenta de cada municipio a medida que se asigna."""

    def __init__(self, reglas: Reglas, candidatos: Sequence[Candidato]) -> None:
        self._reglas = reglas
        # Con esta escala, la parte de cada municipio es siempre un entero.
        self._escala = lcm(*(len(c.municipios) for c in candidatos))
        # Los que ya no reciben: más en toda la convocatoria, y más en esta ronda.
        self._completos: set[str] = set()
        self._servidos: set[str] = set()
        self._proyectos: Counter[str] = Counter()
        self._en_ronda: Counter[str] = Counter()
        self._usado: Counter[str] = Counter()
        self._cofinanciado: Counter[str] = Counter()

    def nueva_ronda(self) -> None:
        """Todos los municipios recuperan su turno."""
        self._en_ronda.clear()
        self._servidos.clear()

    def parte(self, candidato: Candidato) -> int:
        """Cuánto cuenta en el tope de cada municipio un centavo del proyecto, en la escala."""
        if self._reglas.compartidos == COMPLETO:
            return self._escala
        return self._escala // len(candidato.municipios)

    def sin_cupo(self, candidato: Candidato) -> str | None:
        """El municipio que ya completó sus proyectos."""
        return next((m for m in candidato.municipios if m in self._completos), None)

    def sin_turno(self, candidato: Candidato) -> str | None:
        """El municipio que ya recibió en esta ronda lo que le tocaba."""
        return next((m for m in candidato.municipios if m in self._servidos), None)

    def espera(self, candidato: Candidato) -> bool:
        """Si solo le falta el turno; lo mismo que las dos anteriores, sin decir qué municipio."""
        de_el = candidato.municipios
        return not self._servidos.isdisjoint(de_el) and self._completos.isdisjoint(de_el)

    def esperan_todos(self, municipios: Set[str]) -> bool:
        """Si a todos esos municipios solo les falta el turno."""
        return municipios <= self._servidos and self._completos.isdisjoint(municipios)

    def cabe(self, candidato: Candidato, exceso: str | None) -> tuple[int | None, str]:
        """Cuántos centavos caben en el tope del municipio más estrecho, y cuál es.

        `None`, si no hay tope o se puede superar sin límite.
        """
        estrecho = candidato.municipios[0]
        tope = self._reglas.tope
        if tope is None or exceso == SIN_LIMITE:
            return None, estrecho
        parte = self.parte(candidato)
        propio = candidato.cofinanciacion * parte
        cabida: dict[str, int] = {}
        for m in candidato.municipios:
            libre = tope * self._escala - self._usado[m]
            if exceso == HASTA_LO_COFINANCIADO:
                libre += self._cofinanciado[m] + propio
            cabida[m] = libre // parte
        estrecho = min(cabida, key=lambda m: (cabida[m], m))
        return max(cabida[estrecho], 0), estrecho

    def asignar(self, candidato: Candidato, monto: int) -> None:
        """Cuenta un proyecto que recibe."""
        parte = self.parte(candidato)
        for m in candidato.municipios:
            self._proyectos[m] += 1
            self._en_ronda[m] += 1
            if self._proyectos[m] == self._reglas.cupo:
                self._completos.add(m)
            if self._en_ronda[m] == self._reglas.por_ronda:
                self._servidos.add(m)
            self._usado[m] += monto * parte
            self._cofinanciado[m] += candidato.cofinanciacion * parte

    def se_estorban(self, candidatos: Sequence[Candidato]) -> bool:
        """Si algún municipio que comparten no tiene cupo, turno o tope para todos los suyos."""
        reglas = self._reglas
        de_cada_uno: dict[str, list[Candidato]] = defaultdict(list)
        for candidato in candidatos:
            for m in candidato.municipios:
                de_cada_uno[m].append(candidato)
        for m, suyos in de_cada_uno.items():
            if len(suyos) == 1:
                continue
            pedido = sum(c.pedido * self.parte(c) for c in suyos)
            if reglas.cupo is not None and self._proyectos[m] + len(suyos) > reglas.cupo:
                return True
            if self._en_ronda[m] + len(suyos) > reglas.por_ronda:
                return True
            if reglas.tope is not None and self._usado[m] + pedido > reglas.tope * self._escala:
                return True
        return False

    def todo_cabe(self, candidatos: Sequence[Candidato]) -> bool:
        """Si ningún municipio llegaría a su cupo ni a su tope aunque recibieran todos."""
        prueba = Municipios(self._reglas, candidatos)
        for candidato in candidatos:
            prueba.asignar(candidato, candidato.pedido)
        reglas = self._reglas
        con_cupo = reglas.cupo is None or all(v <= reglas.cupo for v in prueba._proyectos.values())
        if reglas.tope is None:
            return con_cupo
        tope = reglas.tope * prueba._escala
        return con_cupo and all(usado <= tope for usado in prueba._usado.values())
