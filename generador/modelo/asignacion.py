"""Lo que tienen en común las dos asignaciones del incentivo a la producción: bolsa, filas y acto.

Fuente: Ley 2056 de 2020, artículo 7, literal A, numeral 8, y Decreto 1821 de 2020, artículos
1.2.8.1.1 y 1.2.8.1.2. Los pesos, los puntajes, los topes y las reglas de saldo son datos del caso:
el programa no trae ninguno.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from generador.errores import DatoInvalido
from generador.modelo import formas
from generador.modelo.acto_general import CasoGeneral, Firmante
from generador.modelo.comunes import (
    ConLetras,
    Dinero,
    Fecha,
    Lector,
    Modelo,
    Texto,
    leer_texto,
    opcion,
)
from generador.modelo.comunicacion import CUERPO, Comunicacion, DestinatarioDeCopia, DondeVaLaTabla

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import core_schema

PESO, CENTAVO = "peso", "centavo"

_NUMERO = re.compile(r"([-−]?)([1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?")
_PUNTO_DECIMAL = re.compile(r"([-−]?)([0-9]+)\.([0-9]+)")
_PUNTO_DUDOSO = re.compile(r"[-−]?[1-9][0-9]{0,2}\.[0-9]{3}")
_SI_NO = {"sí": Decimal(1), "si": Decimal(1), "no": Decimal(0)}
_SEPARADORES = re.compile(r"[;\s]+")
_CIFRAS_MAXIMAS = 30


def leer_indicador(crudo: str) -> Decimal:
    """El valor exacto de un indicador: un número, un porcentaje, o sí (1) y no (0).

    La coma es decimal y el punto separa miles; el punto también vale como decimal cuando no puede
    separar miles («0.034», «14.2»). El signo % se quita: «3,4 %» son 3,4 puntos. Lo que se pueda
    leer de dos maneras es `DatoInvalido`.

    >>> [str(leer_indicador(t)) for t in ("0,034", "0.034", "1.234,5", "14,28 %", "1.234.567")]
    ['0.034', '0.034', '1234.5', '14.28', '1234567']
    >>> leer_indicador("Sí"), leer_indicador("no")
    (Decimal('1'), Decimal('0'))
    >>> leer_indicador("1.234")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «1.234» se puede leer como 1234 o como 1,234. Escríbalo con ...
    >>> leer_indicador("alto")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «alto» no es un número, ni «sí», ni «no». Escriba solo ...
    """
    texto = leer_texto(crudo)
    if texto.casefold() in _SI_NO:
        return _SI_NO[texto.casefold()]
    numero = texto.removesuffix("%").rstrip()
    if _PUNTO_DUDOSO.fullmatch(numero):
        sin_punto, con_coma = numero.replace(".", ""), numero.replace(".", ",")
        raise DatoInvalido(
            f"«{texto}» se puede leer como {sin_punto} o como {con_coma}.",
            f"Escríbalo con coma decimal ({con_coma}) o sin el punto ({sin_punto}).",
        )
    escrito = _PUNTO_DECIMAL.fullmatch(numero) or _NUMERO.fullmatch(numero)
    if escrito is None or len(numero) > _CIFRAS_MAXIMAS:
        raise DatoInvalido(
            f"«{texto}» no es un número, ni «sí», ni «no».",
            "Escriba solo cifras, con coma decimal si hace falta: 0,034.",
        )
    signo, entero, decimales = escrito.groups(default="")
    cifras = entero.replace(".", "") + (f".{decimales}" if decimales else "")
    return Decimal(f"-{cifras}" if signo else cifras)


def leer_celda(crudo: str) -> str:
    """El texto de una celda como se escribió; vacía si no trae nada. La lee quien la necesita."""
    return str(crudo).strip()


def leer_codigos(crudo: str) -> tuple[str, ...]:
    """Los códigos DIVIPOLA de un texto, separados por punto y coma.

    >>> leer_codigos("05001; 5002")
    ('05001', '5002')
    >>> leer_codigos("Medellín")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «Medellín» no es un código DIVIPOLA. Escriba los códigos ...
    """
    codigos = tuple(c for c in _SEPARADORES.split(leer_texto(crudo)) if c)
    for codigo in codigos:
        if not re.fullmatch(r"[0-9]{4,5}", codigo):
            raise DatoInvalido(
                f"«{codigo}» no es un código DIVIPOLA.",
                "Escriba los códigos de cinco dígitos separados por punto y coma: 05001; 05002.",
            )
    if not codigos:
        raise DatoInvalido("No hay ningún código DIVIPOLA.", "Escriba al menos uno: 05001.")
    return codigos


_INDICADOR: formas.Forma = {"type": formas.NUMERO_O_TEXTO, "examples": ["0,034", "14,28 %"]}
_CODIGOS: formas.Forma = {"type": formas.NUMERO_O_TEXTO, "examples": ["05001", "05001; 05002"]}

Numero = Annotated[Decimal, Lector(leer_indicador, _INDICADOR)]
# `Sequence` y no `tuple`: para el modelo es un solo valor, no una lista de valores.
Codigos = Annotated[Sequence[str], Lector(leer_codigos, _CODIGOS)]
Indicadores = dict[str, Annotated[str, Lector(leer_celda, _INDICADOR)]]
Unidad = Annotated[str, opcion(PESO, CENTAVO)]


class DeHoja:
    """Marca una lista de filas que también puede venir de una hoja de cálculo al lado del caso.

    Quien lee el caso cambia `{archivo: x.xlsx, hoja: …}` por las filas antes de validar; aquí solo
    se le dice al editor que esa forma existe.
    """

    def __get_pydantic_json_schema__(
        self, esquema: core_schema.CoreSchema, manejador: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """La lista, o el grupo con el archivo y su hoja."""
        return formas.una_de(manejador(esquema), formas.hoja_al_lado())


class Bolsa(Modelo):
    """Lo que se reparte."""

    valor: Dinero = Field(description="Monto que se distribuye o se asigna.")
    unidad: Unidad = Field(
        description="Unidad del reparto: peso o centavo. En pesos, los centavos quedan como saldo."
    )
    fuente: ConLetras = Field(
        description="De dónde sale: la apropiación y su fuente (SPGR), como la cita el acto."
    )


class Certificacion(Modelo):
    """Una certificación en que se apoya la asignación (ANH, ANM…)."""

    entidad: Texto = Field(description="Entidad que certifica, con su artículo: «la Agencia …».")
    oficio: Texto = Field(description="Número o radicado del oficio.")
    fecha: Fecha = Field(description="Fecha del oficio.")
    objeto: Texto = Field(description="Qué certifica; sigue a «certificó».")


class Calculo(Modelo):
    """Quién responde por el cálculo."""

    responsable: Texto = Field(description="Nombre completo.")
    cargo: Texto = Field(description="Cargo y dependencia.")
    fecha: Fecha = Field(description="Fecha del cálculo.")


class CasoAsignacion(CasoGeneral):
    """Lo que las dos asignaciones tienen en común, además de lo de toda resolución."""

    bolsa: Bolsa = Field(description="Lo que se reparte.")
    certificaciones: tuple[Certificacion, ...] = Field(
        (), description="Certificaciones que el acto cita."
    )
    calculo: Calculo = Field(description="Quién responde por el cálculo.")
    firmante: Firmante = Field(description="La autoridad que firma.")
    tabla: DondeVaLaTabla = Field(
        CUERPO,
        description="Dónde va el cuadro de quienes reciben: cuerpo (en el artículo 2) o anexo.",
    )
    comunicacion: Comunicacion | None = Field(
        None, description="Los oficios a los municipios y los que remiten las copias."
    )
    copias: tuple[DestinatarioDeCopia, ...] = Field(
        (), description="A quién, además de los municipios, va una copia oficial del acto."
    )
