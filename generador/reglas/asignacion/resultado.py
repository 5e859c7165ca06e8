"""Lo que da una asignación: quién recibe cuánto, por qué, y qué se decidió en cada paso.

Son datos, sin prosa salvo la `razon` de cada decisión. El dinero es `Decimal` exacto y lo que
todavía no se ha redondeado es `Fraction`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from generador.catalogos.divipola import Municipio
    from generador.modelo.asignacion_convocatoria import Proyecto


@dataclass(frozen=True, slots=True)
class Aporte:
    """Lo que un criterio le da a un municipio, antes de redondear.

    `indicador` es su dato; `parte`, su fracción de lo que reparte el criterio en el grupo; `valor`,
    en pesos, esa parte de la bolsa del grupo por el peso del criterio.
    """

    grupo: str
    criterio: str
    indicador: Decimal
    parte: Fraction
    valor: Fraction


@dataclass(frozen=True, slots=True)
class Beneficiario:
    """Un municipio que recibe: `valor` redondeado a la unidad de la bolsa.

    `residuo` es lo que le sobró, en unidades, antes del redondeo (de 0 a 1); las
    `unidades_de_residuo` son las que recibió por él (0 o 1).
    """

    municipio: Municipio
    valor: Decimal
    aportes: tuple[Aporte, ...]
    residuo: Fraction
    unidades_de_residuo: int


@dataclass(frozen=True, slots=True)
class NoElegible:
    """Un municipio de la lista que no recibe, y por qué en cada grupo."""

    municipio: Municipio
    razones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BolsaDeGrupo:
    """La parte de la bolsa que le toca a un grupo, en pesos y sin redondear."""

    nombre: str
    porcentaje: Decimal
    valor: Fraction
    elegibles: int


@dataclass(frozen=True, slots=True)
class Distribucion:
    """Una bolsa distribuida por fórmula: `bolsa == repartido + saldo`, siempre.

    `saldo` son los centavos que la unidad no deja repartir. Beneficiarios y no elegibles van en
    orden de código DIVIPOLA.
    """

    bolsa: Decimal
    unidad: str
    repartido: Decimal
    saldo: Decimal
    grupos: tuple[BolsaDeGrupo, ...]
    beneficiarios: tuple[Beneficiario, ...]
    no_elegibles: tuple[NoElegible, ...]


@dataclass(frozen=True, slots=True)
class PuntosDeCriterio:
    """El dato de un proyecto en un criterio (redondeado para mostrarlo) y sus puntos exactos."""

    criterio: str
    dato: Decimal
    puntos: Decimal


@dataclass(frozen=True, slots=True)
class Puesto:
    """El lugar de un proyecto en la lista de su línea, de mayor a menor puntaje.

    `desempate` dice cómo se decidió su lugar frente a los que tienen su mismo total; vacío si no
    hubo empate.
    """

    proyecto: Proyecto
    municipios: tuple[Municipio, ...]
    linea: str
    lugar: int
    total: Decimal
    puntos: tuple[PuntosDeCriterio, ...]
    desempate: str


class Desenlace(StrEnum):
    """Qué pasó con un proyecto en un paso."""

    ASIGNADO = "asignado"
    RECORTADO = "recortado"
    APLAZADO = "aplazado a otra ronda"
    SIN_SALDO = "sin saldo"
    TOPE_DE_TIPO = "pasa el tope de su tipo"
    TOPE_DE_MUNICIPIO = "pasa el tope del municipio"
    CUPO_DE_MUNICIPIO = "cupo del municipio completo"


@dataclass(frozen=True, slots=True)
class Paso:
    """Una decisión: `saldo_antes - asignado == saldo_despues`, siempre.

    Cada proyecto evaluado tiene un solo paso definitivo y, si esperó turno, uno antes que dice
    que se aplazó (el de la primera vez). `proyecto` es su código y `lugar` el de su línea.
    """

    orden: int
    ronda: int
    linea: str
    lugar: int
    proyecto: str
    solicitado: Decimal
    asignado: Decimal
    saldo_antes: Decimal
    saldo_despues: Decimal
    desenlace: Desenlace
    razon: str


@dataclass(frozen=True, slots=True)
class Excluido:
    """Un proyecto que no se evaluó, y por qué."""

    proyecto: Proyecto
    razones: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asignacion:
    """Una bolsa asignada por convocatoria: `bolsa == asignado + saldo`, siempre.

    Los puestos van por línea, en el orden de las líneas, y dentro de ella por lugar; los
    excluidos, por código.
    """

    bolsa: Decimal
    asignado: Decimal
    saldo: Decimal
    puestos: tuple[Puesto, ...]
    pasos: tuple[Paso, ...]
    excluidos: tuple[Excluido, ...]
