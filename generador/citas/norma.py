"""La norma citada: qué es, cómo se llama y cuándo dos nombres son la misma."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generador.texto import clave as clave_de_texto

if TYPE_CHECKING:
    from datetime import date


class Tipo(StrEnum):
    """La clase de lo citado."""

    CONSTITUCION = "constitucion"
    ACTO_LEGISLATIVO = "acto_legislativo"
    TRATADO = "tratado"
    LEY = "ley"
    DECRETO_LEY = "decreto_ley"
    CODIGO = "codigo"
    ESTATUTO = "estatuto"
    DECISION = "decision"
    DECRETO = "decreto"
    DECRETO_UNICO = "decreto_unico"
    CONPES = "conpes"
    DIRECTIVA = "directiva"
    RESOLUCION = "resolucion"
    ACUERDO = "acuerdo"
    ACUERDO_UNICO = "acuerdo_unico"
    ORDENANZA = "ordenanza"
    CIRCULAR = "circular"
    SENTENCIA = "sentencia"
    AUTO = "auto"
    CONCEPTO = "concepto"
    OFICIO = "oficio"
    MEMORANDO = "memorando"
    PROYECTO_LEY = "proyecto_ley"
    GACETA = "gaceta"
    DIARIO_OFICIAL = "diario_oficial"
    DOCTRINA = "doctrina"
    INTERNA = "interna"


ROTULOS = {
    Tipo.CONSTITUCION: "Constitución Política",
    Tipo.ACTO_LEGISLATIVO: "Acto Legislativo",
    Tipo.TRATADO: "Tratado",
    Tipo.LEY: "Ley",
    Tipo.DECRETO_LEY: "Decreto Ley",
    Tipo.CODIGO: "Código",
    Tipo.ESTATUTO: "Estatuto",
    Tipo.DECISION: "Decisión",
    Tipo.DECRETO: "Decreto",
    Tipo.DECRETO_UNICO: "Decreto",
    Tipo.CONPES: "CONPES",
    Tipo.DIRECTIVA: "Directiva",
    Tipo.RESOLUCION: "Resolución",
    Tipo.ACUERDO: "Acuerdo",
    Tipo.ACUERDO_UNICO: "Acuerdo Único",
    Tipo.ORDENANZA: "Ordenanza",
    Tipo.CIRCULAR: "Circular",
    Tipo.SENTENCIA: "Sentencia",
    Tipo.AUTO: "Auto",
    Tipo.CONCEPTO: "Concepto",
    Tipo.OFICIO: "Oficio",
    Tipo.MEMORANDO: "Memorando",
    Tipo.PROYECTO_LEY: "Proyecto de Ley",
    Tipo.GACETA: "Gaceta del Congreso",
    Tipo.DIARIO_OFICIAL: "Diario Oficial",
    Tipo.DOCTRINA: "Doctrina",
    Tipo.INTERNA: "este acto",
}
"""Cómo se nombra cada clase delante de su número."""

# Las tres comparten una sola numeración por año: «Decreto 19 de 2012» es el Decreto Ley 19.
_FAMILIAS = {Tipo.DECRETO_LEY: Tipo.DECRETO, Tipo.DECRETO_UNICO: Tipo.DECRETO}
# Sin su entidad, el número no basta: hay una Resolución 1 de cada ministerio.
CON_ENTIDAD = frozenset((Tipo.RESOLUCION, Tipo.ACUERDO, Tipo.CIRCULAR, Tipo.CONCEPTO))
_CONSERVAN = frozenset((Tipo.SENTENCIA, Tipo.AUTO, Tipo.CONCEPTO, Tipo.OFICIO, Tipo.MEMORANDO))
# La numeración del Diario Oficial y la de la Comunidad Andina no vuelven a empezar cada año.
_SIN_ANIO = frozenset((Tipo.DIARIO_OFICIAL, Tipo.DECISION))
_CONSEJO_DE_ESTADO = "Consejo de Estado"
_PROVIDENCIAS = frozenset((Tipo.SENTENCIA, Tipo.AUTO, Tipo.CONCEPTO))


def numero_llano(numero: str) -> str:
    """El número sin espacios, sin puntos de miles y sin ceros a la izquierda.

    >>> numero_llano("4 0326"), numero_llano("019"), numero_llano("1.437")
    ('40326', '19', '1437')
    >>> numero_llano("PCSJA20-11517")
    'PCSJA20-11517'
    """
    pegado = re.sub(r"[\s.]", "", numero)
    return pegado.lstrip("0") or pegado if pegado.isdigit() else pegado.upper()


def numero_de_providencia(numero: str) -> str:
    """El número de una providencia o de un concepto, con tres cifras por lo menos.

    >>> numero_de_providencia("c-13"), numero_de_providencia("C-1514"), numero_de_providencia("4")
    ('C-013', 'C-1514', '004')
    """
    pegado = re.sub(r"\s", "", numero).upper().replace("–", "-").replace("‑", "-")
    partes = re.fullmatch(r"([A-Z]{1,3}-?)?0*(\d+)(A)?", pegado)
    if not partes:
        return pegado
    letras = (partes[1] or "").rstrip("-")
    return (
        f"{letras}-{partes[2]:0>3}{partes[3] or ''}"
        if letras
        else f"{partes[2]:0>3}{partes[3] or ''}"
    )


@dataclass(frozen=True, slots=True, eq=False)
class Norma:
    """Una norma, una providencia o un documento que se cita.

    `numero` va sin ceros a la izquierda, espacios ni puntos (`40326`), salvo providencias y
    conceptos (`C-713`), el Diario Oficial (`51.453`) y los radicados. `anio` es de cuatro cifras.
    `entidad` es quien la expidió; `nombre`, su epígrafe o, en códigos y tratados, como se llama.
    Dos normas son iguales si tienen la misma `clave`: fecha y nombre no las distinguen.

    >>> Norma(Tipo.LEY, "2056", 2020).canonica
    'Ley 2056 de 2020'
    >>> Norma(Tipo.DECRETO_UNICO, "1821", 2020) == Norma(Tipo.DECRETO, "1821", 2020)
    True
    >>> Norma(Tipo.SENTENCIA, "C-713", 2008).clave
    'sentencia:c-713:2008'
    """

    tipo: Tipo
    numero: str | None = None
    anio: int | None = None
    fecha: date | None = None
    entidad: str | None = None
    nombre: str | None = None

    @property
    def clave(self) -> str:
        """Lo que la identifica: clase, número llano, año y, donde hace falta, la entidad."""
        familia = _FAMILIAS.get(self.tipo, self.tipo).value
        if self.tipo is Tipo.CONSTITUCION or self.tipo is Tipo.INTERNA:
            return familia
        if self.numero is None:
            return ":".join(
                [familia, *clave_de_texto(self.nombre or self.entidad or "").split()]
            ) + (f":{self.anio}" if self.anio else "")
        llano = re.sub(r"[\s.]", "", self.numero).casefold()
        partes = [familia, llano.lstrip("0") or llano]
        por_radicado = self.entidad == _CONSEJO_DE_ESTADO and self.tipo in _PROVIDENCIAS
        if self.anio and self.tipo not in _SIN_ANIO and not por_radicado:
            partes.append(str(self.anio))
        if self.entidad and self.tipo in CON_ENTIDAD:
            partes.append("-".join(clave_de_texto(self.entidad).split()))
        return ":".join(partes)

    @property
    def canonica(self) -> str:
        """El nombre corto, uno solo por norma."""
        if self.tipo in (Tipo.CONSTITUCION, Tipo.INTERNA):
            return ROTULOS[self.tipo]
        if self.numero is None:
            return self._sin_numero()
        if self.tipo in _PROVIDENCIAS and self.entidad == _CONSEJO_DE_ESTADO:
            return f"{self.entidad}, Rad. {self.numero}"
        if self.tipo is Tipo.DECISION:
            return f"Decisión {self.numero} CAN"
        # «SC1234-2019» ya trae su año.
        con_anio = self.anio is not None and not self.numero.endswith(f"-{self.anio}")
        if self.tipo is Tipo.DIARIO_OFICIAL or not con_anio:
            return f"{ROTULOS[self.tipo]} {self.numero}"
        return f"{ROTULOS[self.tipo]} {self.numero} de {self.anio}"

    def _sin_numero(self) -> str:
        if self.tipo is Tipo.ACUERDO_UNICO or self.nombre is None:
            return self.nombre or ROTULOS[self.tipo]
        return self.nombre

    @property
    def conserva_ceros(self) -> bool:
        """Si su número se escribe con sus ceros: providencias, conceptos y radicados."""
        return self.tipo in _CONSERVAN

    def __eq__(self, otra: object) -> bool:
        return isinstance(otra, Norma) and self.clave == otra.clave

    def __hash__(self) -> int:
        return hash(self.clave)
