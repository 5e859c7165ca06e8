"""Las vueltas sobre lo ya citado: «la citada ley», «el Acuerdo en mención», «ibidem»."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.citas.cita import Modo
from generador.citas.lectura.vocabulario import VOZ

if TYPE_CHECKING:
    from generador.citas.lectura.cabezas import LectorDeCabezas
    from generador.citas.lectura.piezas import Piezas
    from generador.citas.norma import Tipo

_CONECTORES = frozenset(("de", "del", "la", "el", "las", "los", "al", "a"))


@dataclass(frozen=True, slots=True)
class Vuelta:
    """Una vuelta entre las piezas `desde` y `hasta`: a qué clase de norma o a qué nivel."""

    modo: Modo
    desde: int
    hasta: int
    tipo: Tipo | None = None
    nivel: str | None = None


class LectorDeVueltas:
    """Lee vueltas en unas piezas."""

    def __init__(self, piezas: Piezas, cabezas: LectorDeCabezas) -> None:
        """Prepara la lectura sobre esas piezas."""
        self.p = piezas
        self.cabezas = cabezas

    def leer(self, i: int) -> Vuelta | None:
        """La vuelta que empieza en la pieza `i` (sin su «de la»), o `None`."""
        voz = self.p.voz[i]
        if voz in VOZ.ibidem or (voz == "ib" and self.p.voz[i + 1] == "."):
            return Vuelta(Modo.IBIDEM, i, i + 1)
        if voz in VOZ.presente and self.p.voz[i + 1] in {"ultimo", "ultima"}:
            return Vuelta(Modo.REMISION, i, i + 2)
        if voz in VOZ.presente:
            return self._con(Modo.PRESENTE, i, self._sujeto(i + 1))
        if voz in VOZ.antes:
            j = i + 1
            while self.p.voz[j] in VOZ.antes:
                j += 1
            if self.p.voz[j] in VOZ.calificativos:
                j += 1
            con_sujeto = self._con(Modo.REMISION, i, self._sujeto(j))
            if con_sujeto is None and voz in {"mismo", "misma"} and self._acaba(i + 1):
                return Vuelta(Modo.REMISION, i, i + 1)
            return con_sujeto
        if voz in VOZ.adverbios and self.p.voz[i + 1] in VOZ.antes:
            return self._con(Modo.REMISION, i, self._sujeto(i + 2))
        sujeto = self._sujeto(i)
        return self._detras(i, sujeto) if sujeto else None

    def _acaba(self, i: int) -> bool:
        """Si tras «del mismo» no viene el nombre de otra cosa («de la misma manera»)."""
        voz = self.p.voz[i]
        return not voz.isalpha() or voz in {"y", "e", "o", "que", "se", "por"}

    def _con(
        self, modo: Modo, i: int, sujeto: tuple[Tipo | None, str | None, int] | None
    ) -> Vuelta | None:
        if sujeto is None:
            return None
        tipo, nivel, j = sujeto
        if self.p.voz[j] in VOZ.ibidem:
            j += 1
        return Vuelta(modo, i, j, tipo, nivel)

    def _sujeto(self, i: int) -> tuple[Tipo | None, str | None, int] | None:
        """La clase de norma o el nivel que nombra la pieza `i`, en singular."""
        p = self.p
        nivel = VOZ.niveles.get(p.voz[i])
        if nivel and p.voz[i] == nivel:
            return None, nivel, i + 1
        cabeza = self.cabezas.cabeza(i)
        if cabeza is not None:
            return cabeza[0], None, cabeza[1]
        if p.voz[i] in VOZ.genericas:
            return None, None, i + 1
        if p.voz[i] == "parrafo":
            return None, "paragrafo", i + 1
        return None

    def _detras(self, i: int, sujeto: tuple[Tipo | None, str | None, int]) -> Vuelta | None:
        """«ley en comento», «Acuerdo previamente citado», «Ley ibidem»."""
        p = self.p
        tipo, nivel, j = sujeto
        if p.voz[j] in VOZ.calificativos:
            j += 1
        if p.voz[j] in VOZ.ibidem:
            return Vuelta(Modo.IBIDEM, i, j + 1, tipo, nivel)
        if p.voz[j] == "en" and p.voz[j + 1] in VOZ.en:
            return Vuelta(Modo.REMISION, i, j + 2, tipo, nivel)
        if p.voz[j] == "objeto" and p.voz[j + 1] == "de" and p.voz[j + 2] in VOZ.en:
            return Vuelta(Modo.REMISION, i, j + 3, tipo, nivel)
        k = j
        while p.voz[k] in VOZ.adverbios:
            k += 1
        if p.voz[k] in VOZ.despues:
            fin = k + 1
            while p.voz[fin] in VOZ.adverbios:
                fin += 1
            return Vuelta(Modo.REMISION, i, fin, tipo, nivel)
        return None


def saltar_conectores(p: Piezas, i: int) -> int:
    """La pieza tras «de la», «del», «al»; si hay coma antes, también se salta."""
    j = i + (p.voz[i] == ",")
    k = j
    while p.voz[k] in _CONECTORES and k < j + 3:
        k += 1
    return k
