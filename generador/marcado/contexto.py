"""Lo que se sabe mientras se lee un texto: sus líneas, sus hallazgos, sus notas y etiquetas."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generador.hallazgos import Gravedad, Hallazgo, Lugar
from generador.marcado.bloques import Bloque, ClaseDeRemision
from generador.marcado.invisibles import INVISIBLE, nombre_de

# «1.<tabulación>Texto» es como Word copia una lista; cualquier otra es una tabla, o un descuido.
MARCA_TABULADA = re.compile(r"\A\s*(?:\(?\w{1,4}[.)]|[-*+•–])\t")
# De un PDF o de un Mac llegan la letra y su tilde por separado: no se reconocería «Artículo».
TILDE_SUELTA = re.compile("[A-Za-z][\u0301\u0303\u0308]")
AVISOS = frozenset({"MAR011", "MAR012"})  # los únicos códigos que no impiden el acto
NOMBRE = r"[^\W_](?:[\w-]*[^\W_])?"  # el nombre de una etiqueta o de una nota


@dataclass(frozen=True, slots=True)
class Fuente:
    """Un texto y dónde está: `linea` es la del primer renglón en `archivo` y `columna` la de todos.

    `ruta` es el campo del caso donde se escribió, si no tiene archivo propio.
    """

    texto: str
    archivo: str
    linea: int = 1
    columna: int = 1
    ruta: str = ""


class Linea(NamedTuple):
    """Un renglón sin los espacios de sus bordes.

    `sangria` cuenta los que tenía delante (una tabulación vale cuatro) dentro de la cita o lista
    que lo contiene; `columna` es la de su primera letra en el archivo.
    """

    texto: str
    sangria: int
    numero: int
    columna: int

    def desde(self, caracteres: int) -> Linea:
        """El mismo renglón sin sus primeros `caracteres`; lo que sigue trae su propia sangría."""
        return renglon(self.texto[caracteres:], self.numero, self.columna + caracteres)

    def menos(self, sangria: int) -> Linea:
        """El mismo renglón visto desde un elemento de lista con esa sangría."""
        return self._replace(sangria=max(0, self.sangria - sangria))


def renglon(crudo: str, numero: int, columna: int) -> Linea:
    r"""El renglón con la sangría medida y las tabulaciones de adentro vueltas un espacio.

    >>> renglon("  a)\tuno ", 3, 1)
    Linea(texto='a) uno', sangria=2, numero=3, columna=3)
    """
    texto = crudo.lstrip(" \t")
    delante = crudo[: len(crudo) - len(texto)]
    texto = texto.rstrip(" \t").replace("\t", " ")
    return Linea(texto, len(delante.replace("\t", "    ")), numero, columna + len(delante))


@dataclass(frozen=True, slots=True)
class Definida:
    """La definición de una nota al pie: los renglones de su texto."""

    lineas: tuple[Linea, ...]
    lugar: Linea


@dataclass(slots=True)
class Contexto:
    """Lo que se va hallando en una fuente. Nace con la lectura y muere con ella."""

    fuente: Fuente
    leer: Callable[[Sequence[Linea]], tuple[Bloque, ...]]  # los bloques de una nota
    hallazgos: list[Hallazgo] = field(default_factory=list)
    notas: dict[str, Definida] = field(default_factory=dict)
    citadas: dict[str, int] = field(default_factory=dict)
    etiquetas: dict[str, Linea] = field(default_factory=dict)
    remisiones: list[tuple[str, ClaseDeRemision, Linea]] = field(default_factory=list)
    en_nota: bool = False

    def error(self, codigo: str, lugar: Linea, mensaje: str, remedio: str) -> None:
        """Anota un error (o un aviso, si el código es de aviso) al comienzo de `lugar`."""
        fuente = self.fuente
        hallazgo = Hallazgo(
            codigo=codigo,
            gravedad=Gravedad.AVISO if codigo in AVISOS else Gravedad.ERROR,
            mensaje=mensaje,
            remedio=remedio,
            ruta=fuente.ruta,
        )
        self.hallazgos.append(hallazgo.en(Lugar(fuente.archivo, lugar.numero, lugar.columna)))

    def etiquetar(self, etiqueta: str, lugar: Linea) -> None:
        """Registra una etiqueta; la repetida es un error."""
        if not etiqueta:
            return
        # Word no distingue en ellas las mayúsculas.
        iguales = [otra for otra in self.etiquetas if otra.casefold() == etiqueta.casefold()]
        otra = self.etiquetas.setdefault(iguales[0] if iguales else etiqueta, lugar)
        if otra is not lugar:
            mensaje = f"La etiqueta «{etiqueta}» ya se usó en la línea {otra.numero}."
            self.error("MAR003", lugar, mensaje, "Ponga otro nombre en una de las dos.")

    def remitir(self, etiqueta: str, clase: ClaseDeRemision, lugar: Linea) -> None:
        """Registra una remisión; se comprueba cuando se conocen todas las etiquetas."""
        self.remisiones.append((etiqueta, clase, lugar))

    def renglones(self) -> list[Linea]:
        """Los renglones de la fuente, con los caracteres imposibles anotados."""
        texto = self.fuente.texto.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        texto = TILDE_SUELTA.sub(lambda m: unicodedata.normalize("NFC", m[0]), texto)
        lineas = []
        for i, crudo in enumerate(texto.split("\n")):
            linea = renglon(crudo, self.fuente.linea + i, self.fuente.columna)
            lineas.append(linea)
            self._sin_tabulaciones(crudo, linea)
            for raro in INVISIBLE.finditer(linea.texto):
                mensaje = f"Hay un carácter que no se puede ver: {nombre_de(raro[0])}."
                lugar = linea._replace(columna=linea.columna + raro.start())
                self.error("MAR009", lugar, mensaje, "Bórrelo: suele venir de copiar y pegar.")
        return lineas

    def _sin_tabulaciones(self, crudo: str, linea: Linea) -> None:
        if "\t" in crudo.strip() and "\t" in MARCA_TABULADA.sub("", crudo, count=1).strip():
            mensaje = "Hay una tabulación dentro del renglón, como si fuera una tabla pegada."
            remedio = "Si es una tabla, escríbala con «|»; si no, ponga un espacio."
            self.error("MAR007", linea, mensaje, remedio)
