"""De la sucesión de párrafos de Word al árbol de bloques: qué va dentro de qué.

Una cita está entre los dos extremos de su marcador; un elemento de lista, en todo lo que entra
tanto como él; un artículo o parágrafo llega hasta el siguiente o hasta un encabezado.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generador.documento.cuerpo.citas import sin_comillas_de_seguir
from generador.documento.cuerpo.lectura_en_linea import juntar
from generador.documento.cuerpo.numeracion import PASO
from generador.marcado.bloques import (
    Articulo,
    CitaTextual,
    Encabezado,
    Lista,
    Paragrafo,
    Parrafo,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from generador.documento.cuerpo.leido import ListaLeida
    from generador.marcado.bloques import Bloque


@dataclass(slots=True)
class _Abierto:
    """Algo que puede recibir bloques; `izquierda` es la sangría de lo que va dentro."""

    izquierda: int
    cerrar: Callable[[tuple[Bloque, ...]], Bloque | None]
    clase: str
    lista: str = ""
    bloques: list[Bloque] = field(default_factory=list)
    elementos: list[tuple[Bloque, ...]] = field(default_factory=list)


class Armado:
    """Recibe los bloques sueltos en orden y arma el árbol."""

    def __init__(self) -> None:
        self._pila = [_Abierto(0, lambda _: None, "raiz")]

    def suelto(self, bloque: Bloque, izquierda: int) -> None:
        """Un bloque que no contiene a otros."""
        self._salir(izquierda)
        if isinstance(bloque, Encabezado):
            self._salir_de({"articulo", "paragrafo"})
        en_cita = self._pila[-1].clase == "cita"
        self._pila[-1].bloques.append(bloque if en_cita else _entero(bloque))

    def articulo(self, bloque: Articulo | Paragrafo, izquierda: int) -> None:
        """Un artículo o parágrafo, con lo que ya trae dentro."""
        self._salir(izquierda)
        de_articulo = isinstance(bloque, Articulo)
        self._salir_de({"articulo", "paragrafo"} if de_articulo else {"paragrafo"})
        clase = "articulo" if de_articulo else "paragrafo"
        abierto = _Abierto(izquierda, lambda b: replace(bloque, bloques=b), clase)
        abierto.bloques.extend(bloque.bloques)
        self._pila.append(abierto)

    def elemento(self, bloque: Bloque, izquierda: int, numero: str, leida: ListaLeida) -> None:
        """El primer párrafo de un elemento de la lista `numero`."""
        afuera = izquierda - PASO
        while self._pila[-1].clase != "cita" and not self._es_lista(numero):
            if self._pila[-1].izquierda <= afuera and self._pila[-1].clase != "lista":
                break
            self._cerrar()
        if not self._es_lista(numero):
            lista = _Abierto(afuera, lambda _: None, "lista", numero)
            lista.cerrar = lambda _: Lista(
                leida.clase, tuple(lista.elementos), leida.inicio, leida.forma
            )
            self._pila.append(lista)
        self._pila.append(_Abierto(izquierda, lambda _: None, "elemento"))
        self._pila[-1].bloques.append(bloque)

    def abrir_cita(self, afuera: int, sangria: int) -> None:
        """Empieza una cita, en un lugar con esa sangría."""
        self._salir(afuera)
        self._pila.append(
            _Abierto(
                afuera + sangria,
                lambda b: CitaTextual(tuple(map(_entero, sin_comillas_de_seguir(b)))),
                "cita",
            )
        )

    def cerrar_cita(self) -> None:
        """Termina la última cita abierta."""
        while self._pila[-1].clase != "cita":
            self._cerrar()
        self._cerrar()

    def terminar(self) -> tuple[Bloque, ...]:
        """Los bloques, ya anidados."""
        while len(self._pila) > 1:
            self._cerrar()
        return tuple(self._pila[0].bloques)

    def _es_lista(self, numero: str) -> bool:
        return self._pila[-1].clase == "lista" and self._pila[-1].lista == numero

    def _salir(self, izquierda: int) -> None:
        """Cierra lo que entra más que `izquierda`, y las listas que quedaron sin elemento."""
        while self._pila[-1].clase not in {"raiz", "cita"} and (
            self._pila[-1].clase == "lista" or self._pila[-1].izquierda > izquierda
        ):
            self._cerrar()

    def _salir_de(self, clases: set[str]) -> None:
        while self._pila[-1].clase in clases:
            self._cerrar()

    def _cerrar(self) -> None:
        cerrado = self._pila.pop()
        if cerrado.clase == "elemento":
            self._pila[-1].elementos.append(tuple(cerrado.bloques))
            return
        bloque = cerrado.cerrar(tuple(cerrado.bloques))
        if bloque is not None:
            self._pila[-1].bloques.append(bloque)


def _entero(bloque: Bloque) -> Bloque:
    """El párrafo, con la comilla que se leyó aparte unida a lo suyo."""
    if isinstance(bloque, Parrafo):
        return replace(bloque, contenido=juntar(bloque.contenido))
    return bloque
