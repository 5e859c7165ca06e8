"""Completar una norma nombrada: el año y la entidad que el texto da en otra parte."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generador.citas.catalogo import catalogo
from generador.citas.lectura.colas import leer_fecha
from generador.citas.lectura.destino import Destino
from generador.citas.lectura.oraciones import TRECHO, empieza_oracion, expide
from generador.citas.lectura.vocabulario import VOZ
from generador.citas.norma import CON_ENTIDAD, Norma, Tipo

if TYPE_CHECKING:
    from datetime import date

    from generador.citas.lectura.cabezas import Nombrada
    from generador.citas.lectura.colas import Cola
    from generador.citas.lectura.memoria import Memoria
    from generador.citas.lectura.piezas import Piezas

# Se citan sin año: les basta el número.
_SIN_ANIO = frozenset((Tipo.DECISION, Tipo.CONPES, Tipo.DIARIO_OFICIAL, Tipo.GACETA))
# Palabras corrientes: sin año ni recuerdo, «el acuerdo 2» no es una cita.
CORRIENTES = frozenset((Tipo.ACUERDO, Tipo.AUTO, Tipo.CONCEPTO, Tipo.OFICIO, Tipo.MEMORANDO,
                        Tipo.CIRCULAR, Tipo.SENTENCIA, Tipo.ORDENANZA, Tipo.DIRECTIVA,
                        Tipo.DECISION))  # fmt: skip
_CON_RADICADO = frozenset((Tipo.OFICIO, Tipo.MEMORANDO, Tipo.CONCEPTO))
_CIFRAS_DE_RADICADO = 5


@dataclass(frozen=True, slots=True)
class Completador:
    """Completa normas con lo ya leído, la fecha de la oración y el catálogo."""

    p: Piezas
    memoria: Memoria
    tolerante: bool

    def destino(self, n: Nombrada, *, con_lugar: bool) -> Destino | None:
        """El destino de la norma nombrada, o `None` si no es una cita.

        Una ley sin año que no se conoce por otro lado queda sin resolver.
        """
        anio, fecha, entidad = n.anio, n.fecha, n.entidad
        falta = anio is None and n.llano is not None and n.tipo is not Tipo.DECISION
        if falta:
            anio, fecha, entidad = self._de_otra_parte(n)
        norma: Norma | None = Norma(n.tipo, n.llano, anio, fecha, entidad)
        if falta and anio is None and n.tipo not in _SIN_ANIO:
            if not self._vale_sin_anio(n, con_lugar=con_lugar):
                return None
            norma = norma if n.tipo in _CON_RADICADO else None
        if norma is not None:
            norma = self._con_entidad(norma)
        return Destino(
            n.tipo, norma, n.desde, n.hasta, n.hasta,
            numero=n.numero, anio=anio, defectos=n.defectos,
        )  # fmt: skip

    def _de_otra_parte(self, n: Nombrada) -> tuple[int | None, date | None, str | None]:
        """El año, la fecha y la entidad que no están junto al número."""
        numero = n.llano or ""
        vista = self.memoria.vista(n.tipo, numero)
        if vista is not None:
            return vista.anio, None, n.entidad or vista.entidad
        antepuesta = None if n.tipo in _SIN_ANIO else self._fecha_antes(n.desde)
        if antepuesta is not None:
            return antepuesta.anio, antepuesta.fecha, n.entidad
        fichas = catalogo().de_numero(n.tipo, numero)
        return (fichas[0].norma.anio if len(fichas) == 1 else None), None, n.entidad

    def _vale_sin_anio(self, n: Nombrada, *, con_lugar: bool) -> bool:
        if n.tipo in _CON_RADICADO:
            return len(n.llano or "") >= _CIFRAS_DE_RADICADO
        if n.tipo in {Tipo.SENTENCIA, Tipo.AUTO}:
            return not (n.llano or "")[:1].isdigit()
        if n.tipo in CORRIENTES:
            return con_lugar and self.p.mayuscula(n.desde)
        return con_lugar or self.p.mayuscula(n.desde)

    def _con_entidad(self, norma: Norma) -> Norma:
        """La entidad que conste de la misma norma: en el texto ya leído o en el catálogo."""
        if norma.numero is None:
            return norma
        if norma.entidad is not None:
            return self._entidad_conocida(norma)
        vista = self.memoria.vista(norma.tipo, norma.numero)
        if vista is not None and vista.anio == norma.anio and vista.entidad:
            return replace(norma, entidad=vista.entidad)
        if norma.tipo in CON_ENTIDAD:
            return replace(norma, entidad=catalogo().completar(norma).entidad)
        return norma

    def _entidad_conocida(self, norma: Norma) -> Norma:
        """«de la Comisión Rectora del SGR»: con el nombre entero que trae el catálogo."""
        if norma.tipo not in CON_ENTIDAD:
            return norma
        fichas = catalogo().de_numero(norma.tipo, norma.numero or "", norma.anio)
        entidad = fichas[0].norma.entidad if len(fichas) == 1 else None
        if entidad and entidad.split()[0] == (norma.entidad or "").split()[0]:
            return replace(norma, entidad=entidad)
        return norma

    def _fecha_antes(self, i: int) -> Cola | None:
        """«El 26 de diciembre de 2019 fue sancionado el Acto Legislativo 05»: su fecha."""
        p = self.p
        meses = [k for k in range(max(0, i - TRECHO), i) if p.voz[k] in VOZ.meses]
        if not meses:
            return None
        inicio = empieza_oracion(p, i)
        if not any(expide(p.voz[k]) for k in range(inicio, i)):
            return None
        for mes in meses:
            cola = leer_fecha(p, mes - 2, tolerante=self.tolerante) if mes >= inicio + 2 else None
            if cola is not None and cola.fecha is not None and cola.fin <= i:
                return cola
        return None
