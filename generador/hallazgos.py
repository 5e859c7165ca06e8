"""El hallazgo: algo que se encontró en un caso o en un documento, con su lugar exacto.

Es un valor: quien lo produce no lo imprime, y la terminal, la página y el lote lo muestran
cada uno a su modo. La forma en `jsonl` es el contrato de `docs/terminal.md`.
"""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


MAXIMO_POR_COLUMNA = 20
"""Hallazgos de una misma clase que se muestran de una columna: más no ayudan a corregir."""


class Gravedad(StrEnum):
    """`error` impide el acto; `aviso` pide una decisión del asesor; `nota` informa."""

    ERROR = "error"
    AVISO = "aviso"
    NOTA = "nota"


@dataclass(frozen=True, slots=True)
class Lugar:
    """Dónde está algo en un archivo: línea y columna cuentan desde 1.

    En una tabla son la fila y la columna de la celda, y `hoja` es el nombre de la hoja del libro,
    o "" si el archivo no tiene hojas (.csv); en un archivo de texto es `None`.

    >>> print(Lugar("caso.yaml", 3, 8), Lugar("m.xlsx", 14, 3, "Municipios"), Lugar("m.csv", 2, 28, ""))
    caso.yaml:3:8 m.xlsx:Municipios!C14 m.csv:AB2
    """  # noqa: E501 - el ejemplo va entero en su línea

    archivo: str
    linea: int
    columna: int
    hoja: str | None = None

    @property
    def celda(self) -> str:
        """La celda, como la llama la hoja de cálculo: «C14»."""
        return f"{letras_de_columna(self.columna)}{self.linea}"

    def __str__(self) -> str:
        return ":".join((self.archivo, *_donde(self.linea, self.columna, self.hoja)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Hallazgo:
    """Qué se encontró, dónde, y qué puede hacer el asesor.

    `ruta` es el camino del campo en el caso (`usuario_industrial.nit`), para que la terminal,
    la página y el lote muestren el hallazgo junto a él. Lo que no aplica queda en `None`.
    """

    codigo: str
    gravedad: Gravedad
    mensaje: str
    remedio: str = ""
    ruta: str = ""
    archivo: str | None = None
    linea: int | None = None
    columna: int | None = None
    pagina: int | None = None
    parrafo: int | None = None
    inicio: int | None = None
    fin: int | None = None
    texto: str | None = None
    hoja: str | None = None

    def en(self, lugar: Lugar) -> Hallazgo:
        """Devuelve el mismo hallazgo puesto en `lugar`."""
        return replace(
            self,
            archivo=lugar.archivo,
            linea=lugar.linea,
            columna=lugar.columna,
            hoja=lugar.hoja,
        )

    @property
    def sitio(self) -> tuple[object, ...]:
        """Archivo, hoja, línea y columna: dos hallazgos del mismo sitio hablan del mismo dato."""
        return self.archivo, self.hoja, self.linea, self.columna

    def como_jsonl(self) -> str:
        """Devuelve el hallazgo como una línea JSON, con las tildes a la vista."""
        return json.dumps(asdict(self), ensure_ascii=False)

    def como_texto(self) -> str:
        """Devuelve el hallazgo en dos líneas legibles: qué y dónde; y cómo se arregla."""
        lugar = ":".join(
            p for p in (self.archivo, *_donde(self.linea, self.columna, self.hoja)) if p is not None
        )
        cabeza = " ".join(p for p in (lugar, self.ruta and f"[{self.ruta}]") if p)
        lineas = [
            f"{self.gravedad.value}: {cabeza}: {self.mensaje}"
            if cabeza
            else f"{self.gravedad.value}: {self.mensaje}"
        ]
        if self.remedio:
            lineas.append(f"       {self.remedio}")
        return "\n".join(lineas)


def letras_de_columna(numero: int) -> str:
    """Cómo llama una hoja de cálculo a la columna `numero`, contada desde 1.

    >>> letras_de_columna(1), letras_de_columna(26), letras_de_columna(27), letras_de_columna(703)
    ('A', 'Z', 'AA', 'AAA')
    """
    letras = ""
    while numero:
        numero, resto = divmod(numero - 1, 26)
        letras = chr(ord("A") + resto) + letras
    return letras


def _donde(linea: int | None, columna: int | None, hoja: str | None) -> tuple[str, ...]:
    """Línea y columna; en una tabla, la celda con su hoja."""
    if hoja is None or linea is None or columna is None:
        return tuple(str(parte) for parte in (linea, columna) if parte is not None)
    celda = f"{letras_de_columna(columna)}{linea}"
    return (f"{hoja}!{celda}" if hoja else celda,)


def hay_errores(hallazgos: Iterable[Hallazgo]) -> bool:
    """Dice si alguno de los hallazgos impide el acto."""
    return any(h.gravedad is Gravedad.ERROR for h in hallazgos)


def en_orden(hallazgos: Iterable[Hallazgo]) -> list[Hallazgo]:
    """Ordena los hallazgos como se leen: por archivo, línea y columna; sin lugar, al final."""
    return sorted(
        hallazgos,
        key=lambda h: (
            h.archivo or "",
            h.hoja or "",
            h.linea or 10**9,
            h.columna or 0,
            h.codigo,
            h.mensaje,
        ),
    )


def abreviar(hallazgos: Iterable[Hallazgo]) -> list[Hallazgo]:
    """Los mismos, pero de cada problema que se repite por una columna solo los primeros.

    Miles de celdas con el mismo defecto se corrigen de una vez: el último que se deja dice cuántos
    faltan. Lo que no está en una tabla no se toca.
    """
    todos = list(hallazgos)
    clases = Counter(map(_clase, todos))
    vistos: Counter[tuple[object, ...]] = Counter()
    dejados = []
    for hallazgo in todos:
        clase = _clase(hallazgo)
        vistos[clase] += 1
        if hallazgo.hoja is None or vistos[clase] < MAXIMO_POR_COLUMNA:
            dejados.append(hallazgo)
        elif vistos[clase] == MAXIMO_POR_COLUMNA:
            sobran = clases[clase] - MAXIMO_POR_COLUMNA
            faltan = f"Hay {sobran} más como este en la columna." if sobran else ""
            dejados.append(replace(hallazgo, remedio=f"{hallazgo.remedio} {faltan}".strip()))
    return dejados


def _clase(hallazgo: Hallazgo) -> tuple[object, ...]:
    return hallazgo.codigo, hallazgo.archivo, hallazgo.hoja, hallazgo.columna
