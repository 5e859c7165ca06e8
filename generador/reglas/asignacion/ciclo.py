"""El ciclo: por rondas, las líneas en su orden y cada lista de arriba abajo, hasta agotar la bolsa.

En cada ronda un municipio recibe a lo sumo los proyectos que dice el caso, entre todas las líneas;
el que no alcanza turno se aplaza a la ronda siguiente. El ciclo termina cuando todos los proyectos
tienen una decisión.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generador.modelo.asignacion_convocatoria import DETENER, PARCIAL, RECORTAR
from generador.reglas.asignacion.limites import Candidato, Municipios, Reglas
from generador.reglas.asignacion.resultado import Desenlace

if TYPE_CHECKING:
    from collections.abc import Sequence

Bloque = tuple[Candidato, ...]

SOBRE_TOPE, EXCESO = "por_municipio.sobre_tope", "por_municipio.exceso"
SALDO = "saldo_insuficiente"


@dataclass(frozen=True, slots=True)
class Decision:
    """Lo que se decidió de un candidato, en centavos.

    `cabida` es lo que cabía en el tope de `municipio`, el que lo detuvo o lo recortó; `por_saldo`
    dice si lo recortó el saldo, y `detenida` si la asignación ya se había detenido.
    """

    candidato: Candidato
    ronda: int
    asignado: int
    saldo_antes: int
    desenlace: Desenlace
    municipio: str = ""
    cabida: int | None = None
    por_saldo: bool = False
    detenida: bool = False


@dataclass(slots=True)
class Corrida:
    """Un ciclo completo: sus decisiones, los parámetros que le faltaron y los empates en disputa.

    `faltas` va de la ruta del parámetro que falta al código del primer proyecto que lo necesita;
    `disputas` son los bloques cuyo orden puede cambiar el resultado.
    """

    decisiones: list[Decision] = field(default_factory=list)
    faltas: dict[str, str] = field(default_factory=dict)
    disputas: set[Bloque] = field(default_factory=set)

    @property
    def asignado(self) -> dict[str, int]:
        """Lo que recibió cada proyecto que recibió."""
        return {d.candidato.codigo: d.asignado for d in self.decisiones if d.asignado}


def correr(listas: Sequence[Sequence[Bloque]], reglas: Reglas, bolsa: int) -> Corrida:
    """Asigna `bolsa` (en centavos) entre las listas de las líneas, en su orden.

    Cada lista es de bloques: los candidatos que comparten un mismo orden, en el que se escriban.
    """
    return _Ciclo(listas, reglas, bolsa).hacer()


class _Ciclo:
    def __init__(self, listas: Sequence[Sequence[Bloque]], reglas: Reglas, bolsa: int) -> None:
        todos = [c for lista in listas for bloque in lista for c in bloque]
        self._listas = listas
        self._reglas = reglas
        self._saldo = bolsa
        self._municipios = Municipios(reglas, todos)
        self._corrida = Corrida()
        self._aplazados: set[str] = set()
        # De cada línea, los municipios de los que aún no tienen decisión, y en cuántos están.
        self._esperan: dict[str, Counter[str]] = defaultdict(Counter)
        for candidato in todos:
            self._esperan[candidato.linea].update(candidato.municipios)
        self._detenida = False
        self._agotada = self._repartible() == 0
        sobra_saldo = sum(c.pedido for c in todos) <= bolsa
        # Si nada limita a nadie, ningún orden cambia lo que recibe cada uno.
        self._da_igual = sobra_saldo and self._municipios.todo_cabe(todos)

    def hacer(self) -> Corrida:
        pendientes = [list(lista) for lista in self._listas]
        ronda = 0
        while any(pendientes):
            ronda += 1
            self._municipios.nueva_ronda()
            pendientes = [self._recorrer(lista, ronda) for lista in pendientes]
        return self._corrida

    def _recorrer(self, lista: list[Bloque], ronda: int) -> list[Bloque]:
        """Recorre y gasta la lista de una línea; devuelve lo que queda para la otra ronda."""
        quedan: list[Bloque] = []
        for n, bloque in enumerate(lista):
            if ronda > 1 and self._todos_esperan(bloque[0].linea):
                lista[:n] = quedan
                return lista
            if len(bloque) == 1 and self._sigue_esperando(bloque[0]):
                quedan.append(bloque)
                continue
            if len(bloque) > 1 and self._en_disputa(bloque):
                self._corrida.disputas.add(bloque)
            sin_decidir = self._decidir_bloque(bloque, ronda)
            if sin_decidir:
                quedan.append(sin_decidir)
        return quedan

    def _decidir_bloque(self, bloque: Bloque, ronda: int) -> Bloque:
        """Decide sobre los de un mismo orden; devuelve los que se aplazaron."""
        aplazados: list[Candidato] = []
        for n, candidato in enumerate(bloque):
            if ronda > 1 and self._todos_esperan(candidato.linea):
                return (*aplazados, *bloque[n:])
            if not self._decidir(candidato, ronda):
                aplazados.append(candidato)
        return tuple(aplazados)

    def _todos_esperan(self, linea: str) -> bool:
        """Si a nadie de la línea le queda turno en esta ronda, que no es la primera.

        De todos se dijo ya que esperan: con miles de proyectos de unos pocos municipios, en
        repetirlo de cada uno se iría el tiempo.
        """
        return not self._agotada and self._municipios.esperan_todos(self._esperan[linea].keys())

    def _sigue_esperando(self, candidato: Candidato) -> bool:
        """Si ya se dijo que espera y nada cambió: con miles de aplazados, aquí se va el tiempo."""
        esperaba = candidato.codigo in self._aplazados and not self._agotada
        return esperaba and self._municipios.espera(candidato)

    def _decidir(self, candidato: Candidato, ronda: int) -> bool:
        """Decide sobre un candidato; `False` si se aplazó."""
        municipios = self._municipios
        if candidato.pedido == 0:
            return self._negar(candidato, ronda, Desenlace.TOPE_DE_TIPO)
        if lleno := municipios.sin_cupo(candidato):
            return self._negar(candidato, ronda, Desenlace.CUPO_DE_MUNICIPIO, lleno)
        if self._agotada:
            return self._negar(candidato, ronda, Desenlace.SIN_SALDO)
        if servido := municipios.sin_turno(candidato):
            if candidato.codigo not in self._aplazados:
                self._aplazados.add(candidato.codigo)
                self._negar(candidato, ronda, Desenlace.APLAZADO, servido)
            return False
        cabida, estrecho = self._cabida(candidato)
        if cabida is None or cabida >= candidato.pedido:
            return self._pagar(candidato, ronda, candidato.pedido, "")
        regla = self._exigir(SOBRE_TOPE, self._reglas.sobre_tope, candidato)
        if regla == RECORTAR and cabida:
            return self._pagar(candidato, ronda, cabida, estrecho)
        return self._negar(candidato, ronda, Desenlace.TOPE_DE_MUNICIPIO, estrecho, cabida)

    def _cabida(self, candidato: Candidato) -> tuple[int | None, str]:
        """Lo que cabe en el tope, en unidades enteras; el exceso solo si hace falta y se puede."""
        cabida, estrecho = self._municipios.cabe(candidato, None)
        pasa = cabida is not None and cabida < candidato.pedido
        if pasa and self._reglas.superable and candidato.cofinanciacion:
            exceso = self._exigir(EXCESO, self._reglas.exceso, candidato)
            cabida, estrecho = self._municipios.cabe(candidato, exceso)
        return (cabida if cabida is None else self._enteras(cabida)), estrecho

    def _pagar(self, candidato: Candidato, ronda: int, monto: int, estrecho: str) -> bool:
        """Le asigna `monto`, o lo que la regla de saldo permita."""
        saldo = self._repartible()
        por_saldo = monto > saldo
        if por_saldo:
            regla = self._exigir(SALDO, self._reglas.saldo_insuficiente, candidato)
            if regla != PARCIAL:
                cabida = monto if estrecho else None
                self._negar(candidato, ronda, Desenlace.SIN_SALDO, estrecho, cabida)
                self._detenida = regla == DETENER
                self._agotada = self._detenida
                return True
            monto = saldo
        recortado = monto < candidato.solicitado
        desenlace = Desenlace.RECORTADO if recortado else Desenlace.ASIGNADO
        self._anotar(
            Decision(candidato, ronda, monto, self._saldo, desenlace, estrecho, None, por_saldo)
        )
        self._saldo -= monto
        self._agotada = self._repartible() == 0
        self._municipios.asignar(candidato, monto)
        return True

    def _negar(
        self,
        candidato: Candidato,
        ronda: int,
        desenlace: Desenlace,
        municipio: str = "",
        cabida: int | None = None,
    ) -> bool:
        detenida = self._detenida and desenlace is Desenlace.SIN_SALDO
        self._anotar(
            Decision(
                candidato, ronda, 0, self._saldo, desenlace, municipio, cabida, detenida=detenida
            )
        )
        return True

    def _anotar(self, decision: Decision) -> None:
        self._corrida.decisiones.append(decision)
        if decision.desenlace is not Desenlace.APLAZADO:
            de_su_linea = self._esperan[decision.candidato.linea]
            for municipio in decision.candidato.municipios:
                de_su_linea[municipio] -= 1
                if not de_su_linea[municipio]:
                    del de_su_linea[municipio]

    def _exigir(self, ruta: str, regla: str | None, candidato: Candidato) -> str | None:
        """La regla del caso; si falta, se anota quién la necesitó y se sigue sin ella."""
        if regla is None:
            self._corrida.faltas.setdefault(ruta, candidato.codigo)
        return regla

    def _repartible(self) -> int:
        """Lo que queda de la bolsa, en unidades enteras; nada, si la asignación se detuvo."""
        return 0 if self._detenida else self._enteras(self._saldo)

    def _enteras(self, en_centavos: int) -> int:
        """Los centavos que hacen unidades enteras."""
        return en_centavos - en_centavos % self._reglas.unidad

    def _en_disputa(self, bloque: Bloque) -> bool:
        """Si el orden de los que siguen en el bloque podría cambiar el resultado.

        Es una cuenta segura: cuando dice que no, no lo cambia; cuando dice que sí, quien la pide
        prueba los órdenes (`empates`).
        """
        saldo = self._repartible()
        if self._da_igual or saldo == 0:
            return False
        en_juego = [c for c in bloque if c.pedido and not self._municipios.sin_cupo(c)]
        en_juego = [c for c in en_juego if not self._municipios.sin_turno(c)]
        if len(en_juego) <= 1:
            return False
        if self._municipios.se_estorban(en_juego):
            return True
        montos = [self._posible(c) for c in en_juego]
        reciben = [monto for monto in montos if monto]
        if sum(reciben) <= saldo:
            return False
        ninguno_cabe = min(reciben) > saldo
        return not ninguno_cabe or self._reglas.saldo_insuficiente == PARCIAL

    def _posible(self, candidato: Candidato) -> int:
        """Lo que recibiría si el saldo alcanzara."""
        cabida, _ = self._cabida(candidato)
        if cabida is None or cabida >= candidato.pedido:
            return candidato.pedido
        return cabida if self._reglas.sobre_tope == RECORTAR else 0
