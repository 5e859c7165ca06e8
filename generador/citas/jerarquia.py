"""En qué lista y en qué puesto va cada clase de norma entre las referencias.

Los datos están en `referencias.toml`, para que un abogado los cambie.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from generador import recursos
from generador.citas.norma import Norma, Tipo
from generador.errores import DatoInvalido
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Jerarquia:
    """`titulos` de cada grupo, en su orden; `puestos` de cada clase: grupo y renglón.

    La clase que no está en `puestos` no es una referencia. Los decretos de `fuerza_de_ley`, por su
    clave, van donde los decretos ley.
    """

    titulos: Mapping[str, str]
    puestos: Mapping[Tipo, tuple[str, int]]
    fuerza_de_ley: frozenset[str] = frozenset()

    def puesto(self, norma: Norma) -> tuple[str, int]:
        """El grupo de una norma y su renglón dentro de él.

        >>> jerarquia().puesto(Norma(Tipo.DECRETO, "410", 1971))
        ('normas', 4)
        >>> jerarquia().puesto(Norma(Tipo.DECRETO, "1082", 2015))
        ('normas', 5)
        """
        con_fuerza = norma.tipo is Tipo.DECRETO and norma.clave in self.fuerza_de_ley
        return self.puestos[Tipo.DECRETO_LEY if con_fuerza else norma.tipo]


@lru_cache(maxsize=1)
def jerarquia() -> Jerarquia:
    """La jerarquía de `referencias.toml`. Da `DatoInvalido` si el archivo tiene una errata.

    >>> jerarquia().puestos[Tipo.CONSTITUCION], Tipo.GACETA in jerarquia().puestos
    (('normas', 0), False)
    """
    archivo = recursos.PAQUETE / "citas" / "referencias.toml"
    return leer_jerarquia(tomllib.loads(archivo.read_text(encoding="utf-8")))


def leer_jerarquia(datos: Mapping[str, Any]) -> Jerarquia:
    """La jerarquía que describen los `datos` de un archivo como `referencias.toml`.

    >>> leer_jerarquia({"grupo": [{"nombre": "n", "titulo": "N", "orden": [["lei"]]}]})
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: En las referencias, «lei» no es una clase ... «ley»?
    """
    puestos: dict[Tipo, tuple[str, int]] = {}
    titulos: dict[str, str] = {}
    for grupo in datos["grupo"]:
        titulos[grupo["nombre"]] = grupo["titulo"]
        for puesto, clases in enumerate(grupo["orden"]):
            for clase in clases:
                _poner(puestos, clase, (grupo["nombre"], puesto))
    fuera = {_tipo(clase) for clase in datos.get("fuera", {}).get("clases", ())}
    sin_puesto = [tipo.value for tipo in Tipo if tipo not in puestos and tipo not in fuera]
    if sin_puesto or fuera & puestos.keys():
        raise DatoInvalido(
            f"En las referencias no se sabe dónde van: {', '.join(sin_puesto) or 'lo de fuera'}.",
            "Ponga cada clase en un solo grupo, o en «fuera».",
        )
    con_fuerza = frozenset(datos.get("fuerza_de_ley", {}).get("claves", ()))
    return Jerarquia(MappingProxyType(titulos), MappingProxyType(puestos), con_fuerza)


def _poner(puestos: dict[Tipo, tuple[str, int]], clase: str, puesto: tuple[str, int]) -> None:
    tipo = _tipo(clase)
    if tipo in puestos:
        raise DatoInvalido(f"En las referencias, «{clase}» está dos veces.", "Deje una sola.")
    puestos[tipo] = puesto


def _tipo(clase: str) -> Tipo:
    try:
        return Tipo(clase)
    except ValueError:
        raise DatoInvalido(
            f"En las referencias, «{clase}» no es una clase de norma.", sugerencia(clase, Tipo)
        ) from None
