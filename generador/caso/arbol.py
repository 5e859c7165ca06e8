"""El árbol crudo de un caso: escalares de texto, listas y mapas, cada uno con su lugar y su ruta.

La ruta es para leerla: `usuario_industrial.nit`, `requisitos[1].evidencia`; `[1]` es el primer
elemento, como lo cuenta una persona. Las `partes` son para buscar y siguen a Python y a pydantic:
`("requisitos", 0, "evidencia")`, donde `0` es el primero.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import reduce
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generador.hallazgos import Lugar


@dataclass(frozen=True, slots=True)
class Escalar:
    """Un valor tal como se escribió, sin convertir.

    `vacio` dice que la clave está escrita y sin valor (`nit:` o `nit: |` en YAML, `null` en
    JSON). Unas comillas sin nada adentro no son vacío: son el texto "". En YAML, `null` y `~` son
    texto. `cuerpo` es donde empieza el primer renglón del texto, si los que siguen están uno bajo
    otro en el archivo (con «|», o en un archivo aparte); `None`, si se escribieron de otro modo.
    `plegado` dice que YAML juntó renglones y un cambio de párrafo quedó en un solo salto.
    """

    texto: str
    lugar: Lugar
    ruta: str
    vacio: bool
    cuerpo: Lugar | None = None
    plegado: bool = False


class TextoCrudo(str):
    """El texto de un escalar que recuerda de cuál salió; en lo demás es un `str` corriente."""

    escalar: Escalar | None = None

    def lugar(self, posicion: int) -> Lugar | None:
        """Dónde está en el archivo una posición del texto; `None` si no se sabe de qué archivo es.

        En una cadena de JSON los renglones no lo son del archivo: es donde ella empieza.
        """
        if self.escalar is None:
            return None
        cuerpo = self.escalar.cuerpo
        antes = self[:posicion]
        if cuerpo is None:
            return self.escalar.lugar
        en_renglon = len(antes) - antes.rfind("\n") - 1
        linea, columna = cuerpo.linea + antes.count("\n"), cuerpo.columna + en_renglon
        return replace(cuerpo, linea=linea, columna=columna)


@dataclass(frozen=True, slots=True)
class Lista:
    """Varios nodos en orden."""

    elementos: tuple[Nodo, ...]
    lugar: Lugar
    ruta: str


@dataclass(frozen=True, slots=True)
class Mapa:
    """Campos en el orden en que se escribieron; `claves` dice dónde está escrita cada clave.

    Guarda copias que no se pueden modificar de los diccionarios que recibe.
    """

    campos: Mapping[str, Nodo]
    claves: Mapping[str, Lugar]
    lugar: Lugar
    ruta: str

    def __post_init__(self) -> None:
        object.__setattr__(self, "campos", MappingProxyType(dict(self.campos)))
        object.__setattr__(self, "claves", MappingProxyType(dict(self.claves)))


Nodo: TypeAlias = Escalar | Lista | Mapa
Crudo: TypeAlias = "str | list[Crudo] | dict[str, Crudo]"


def extender(ruta: str, parte: str | int) -> str:
    """La ruta legible de un hijo; los índices entran desde 0 y se muestran desde 1.

    >>> extender("usuario_industrial", "nit")
    'usuario_industrial.nit'
    >>> extender("requisitos", 0)
    'requisitos[1]'
    >>> extender("", "tipo")
    'tipo'
    """
    if isinstance(parte, int):
        return f"{ruta}[{parte + 1}]"
    return f"{ruta}.{parte}" if ruta else parte


def _hijo(nodo: Nodo, parte: str | int) -> Nodo | None:
    if isinstance(nodo, Mapa) and isinstance(parte, str):
        return nodo.campos.get(parte)
    if isinstance(nodo, Lista) and isinstance(parte, int) and 0 <= parte < len(nodo.elementos):
        return nodo.elementos[parte]
    return None


def buscar(raiz: Nodo, partes: Sequence[str | int]) -> Nodo | None:
    """El nodo al que llevan las partes (índices desde 0), o `None` si no existe."""
    nodo: Nodo | None = raiz
    for parte in partes:
        if nodo is None:
            return None
        nodo = _hijo(nodo, parte)
    return nodo


def lugar_de(raiz: Nodo, partes: Sequence[str | int]) -> Lugar:
    """Dónde está el valor al que llevan las partes; si no existe, su antepasado más cercano."""
    nodo = raiz
    for parte in partes:
        hijo = _hijo(nodo, parte)
        if hijo is None:
            break
        nodo = hijo
    return nodo.lugar


def lugar_de_clave(raiz: Nodo, partes: Sequence[str | int]) -> Lugar:
    """Dónde está escrita la clave (no su valor): para señalar una clave desconocida.

    Si la última parte no es una clave escrita, responde lo mismo que `lugar_de`.
    """
    padre = buscar(raiz, partes[:-1])
    if partes and isinstance(padre, Mapa):
        escrita = padre.claves.get(str(partes[-1]))
        if escrita is not None:
            return escrita
    return lugar_de(raiz, partes)


def crudo(nodo: Nodo) -> Crudo:
    """Lo mismo en `dict`, `list` y `str`, para dárselo a pydantic; cada texto recuerda su escalar.

    Los campos vacíos se omiten del `dict`: para el modelo, una clave sin valor es un dato que
    falta. En las listas no se omite nada, para que el índice de pydantic siga llevando al nodo;
    `leer` ya rechazó los elementos vacíos, con su lugar.
    """
    if isinstance(nodo, Escalar):
        texto = TextoCrudo(nodo.texto)
        texto.escalar = nodo
        return texto
    if isinstance(nodo, Lista):
        return [crudo(elemento) for elemento in nodo.elementos]
    return {
        clave: crudo(campo)
        for clave, campo in nodo.campos.items()
        if not (isinstance(campo, Escalar) and campo.vacio)
    }


def ruta_de(partes: Sequence[str | int]) -> str:
    """La ruta legible de unas partes.

    >>> ruta_de(("requisitos", 0, "evidencia"))
    'requisitos[1].evidencia'
    """
    return reduce(extender, partes, "")


def partes_de(ruta: str) -> tuple[str | int, ...]:
    """Las partes de una ruta legible: la inversa de `ruta_de`.

    >>> partes_de("requisitos[1].evidencia")
    ('requisitos', 0, 'evidencia')
    """
    return tuple(
        int(trozo) - 1 if trozo.isdigit() else trozo for trozo in re.findall(r"[^.\[\]]+", ruta)
    )
