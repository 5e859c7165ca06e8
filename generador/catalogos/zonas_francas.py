"""Los usuarios operadores de zonas francas registrados ante la DIAN.

Fuente: listado de usuarios operadores de la DIAN. El listado trae intercambiados los títulos de
dos columnas: bajo «registro» vienen los códigos y bajo «código» los números de registro; aquí
cada dato está con su nombre. También se quitaron los espacios repetidos y el punto final del
tipo. Una sociedad opera varias zonas francas y tiene una fila por cada una, a veces en seccionales
distintas: por eso la seccional de un acto se busca por la localización de la zona franca y no
por su operador.

>>> [o.seccionales for o in buscar_operador("Zona Franca Santander SA")]
[('Bucaramanga',)]
>>> buscar_operador("Zona Franca de Macondo S.A.S.")
()
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from generador.catalogos import tabla
from generador.texto import clave

# Se escribe de muchas formas, incluso pegado («OPERADORDE»), y a veces le sigue el estado social.
_COLA = re.compile(
    r"(?<=.)(usuario)?operador(dezonas?francas?)?(enreorganizacion|beneficioeinterescolectivo)?$"
)


@dataclass(frozen=True, slots=True)
class Operador:
    """Un usuario operador en una de sus zonas francas.

    `seccionales` son las ciudades de las seccionales con jurisdicción, casi siempre una.
    """

    nombre: str
    tipo: str
    codigo: str
    registro: str
    seccionales: tuple[str, ...]


@cache
def operadores() -> tuple[Operador, ...]:
    """Todas las filas del listado, en su orden."""
    return tuple(
        Operador(
            nombre=f["nombre"],
            tipo=f["tipo"],
            codigo=f["codigo"],
            registro=f["registro"],
            seccionales=tuple(s.strip() for s in f["seccionales"].split(";")),
        )
        for f in tabla.leer("operadores_zonas_francas.csv")
    )


def buscar_operador(razon_social: str) -> tuple[Operador, ...]:
    """Filas del operador de esa razón social, una por zona franca; vacía si no está.

    No importan las tildes, la puntuación, si dice «S.A.S.», «SAS» o «S A S», ni si lleva al final
    «USUARIO OPERADOR DE ZONA FRANCA».
    """
    return _por_esencia().get(_esencia(razon_social), ())


@cache
def _por_esencia() -> Mapping[str, tuple[Operador, ...]]:
    indice: dict[str, tuple[Operador, ...]] = {}
    for o in operadores():
        indice[_esencia(o.nombre)] = (*indice.get(_esencia(o.nombre), ()), o)
    return MappingProxyType(indice)


def _esencia(razon_social: str) -> str:
    """La razón social sin espacios ni la cola: lo que no cambia entre formas de escribirla."""
    junto = clave(razon_social).replace(" ", "")
    return _COLA.sub("", junto).replace("sociedadporaccionessimplificada", "sas")
