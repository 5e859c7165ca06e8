"""Los flujogramas y las matrices de un caso, puestos en el texto donde él los llama.

Un flujograma sale como figura y, debajo, como lista: quien no ve la figura lee lo mismo.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generador.graficas.flujograma import descripcion, dibujar
from generador.lengua.listas import enumerar
from generador.marcado.bloques import (
    Alineacion,
    Bloque,
    Celda,
    ClaseDeLista,
    Columna,
    Figura,
    FormaDeMarca,
    Lista,
    Parrafo,
    Tabla,
    Texto,
)
from generador.modelo.flujograma import FLUJOGRAMA, LLAMADO, MATRIZ

if TYPE_CHECKING:
    from generador.modelo.flujograma import Flujograma, Matriz, Paso

_LLAMADO = re.compile(LLAMADO)
_ENCABEZADO = ("N.º", "Criterio", "Definición", "Puntaje máximo")
_ANCHOS = (7, 26, 50, 17)


@dataclass(frozen=True, slots=True)
class Figuras:
    """Los bloques de cada figura, por su clase y su nombre, y las imágenes que usan."""

    por_nombre: dict[tuple[str, str], tuple[Bloque, ...]] = field(default_factory=dict)
    imagenes: dict[str, bytes] = field(default_factory=dict)

    def puestas(self, bloques: Sequence[Bloque]) -> tuple[Bloque, ...]:
        """Los mismos bloques, con cada llamado cambiado por su figura; el desconocido queda."""
        return tuple(nuevo for bloque in bloques for nuevo in self._puesta(bloque))

    def _puesta(self, bloque: Bloque) -> tuple[Bloque, ...]:
        hallado = _LLAMADO.fullmatch(_texto_solo(bloque))
        if hallado is None:
            return (bloque,)
        return self.por_nombre.get((hallado[1], hallado[2]), (bloque,))


def _texto_solo(bloque: Bloque) -> str:
    """El texto de un párrafo que no es más que texto; vacío si es otra cosa."""
    if isinstance(bloque, Parrafo) and all(isinstance(t, Texto) for t in bloque.contenido):
        return "".join(t.texto for t in bloque.contenido if isinstance(t, Texto)).strip()
    return ""


def reunir(flujogramas: Sequence[Flujograma], matrices: Sequence[Matriz]) -> Figuras:
    """Dibuja las figuras de un caso."""
    figuras = Figuras()
    for n, flujograma in enumerate(flujogramas, 1):
        partes = enumerate(dibujar(flujograma), 1)
        dibujos = {f"flujograma-{n}-{parte}.png": png for parte, png in partes}
        figuras.imagenes.update(dibujos)
        bloques = (*_figuras(flujograma, list(dibujos)), *equivalente(flujograma))
        figuras.por_nombre[FLUJOGRAMA, str(flujograma.nombre)] = bloques
    for matriz in matrices:
        figuras.por_nombre[MATRIZ, str(matriz.nombre)] = (cuadro(matriz),)
    return figuras


def _figuras(flujograma: Flujograma, rutas: list[str]) -> Iterator[Figura]:
    pasos = enumerar([f"({p.numero}) {_titulo(p)}" for p in flujograma.pasos])
    for i, ruta in enumerate(rutas, 1):
        parte = f", parte {i} de {len(rutas)}" if len(rutas) > 1 else ""
        yield Figura(
            ruta,
            f"Flujograma{parte}. Pasos: {pasos}. La lista que sigue dice lo mismo con palabras.",
            (Texto(f"{_corrido(flujograma.titulo)}{parte}"),),
        )


def equivalente(flujograma: Flujograma) -> tuple[Bloque, ...]:
    """El flujograma con palabras: una lista con sus pasos y, en cada uno, sus ramas."""
    pasos = tuple(_paso(paso) for paso in flujograma.pasos)
    entrada = Texto("El flujograma, paso por paso:")
    return (Parrafo((entrada,)), Lista(ClaseDeLista.DECIMAL, pasos))


def _paso(paso: Paso) -> tuple[Bloque, ...]:
    titulo = Texto(f"{_titulo(paso)}.", negrita=True)
    texto = () if paso.texto is None else (Texto(f" {_corrido(paso.texto)}"),)
    parrafo = Parrafo((titulo, *texto))
    if not paso.ramas:
        return (parrafo,)
    ramas = tuple((Parrafo((Texto(_corrido(descripcion(rama))),)),) for rama in paso.ramas)
    return (parrafo, Lista(ClaseDeLista.LETRA, ramas, forma=FormaDeMarca.PARENTESIS))


def _titulo(paso: Paso) -> str:
    return _corrido(paso.titulo).rstrip(".")


def cuadro(matriz: Matriz) -> Tabla:
    """La matriz de criterios como tabla, con el total de los puntajes."""
    filas = tuple(
        (_celda(i), _celda(c.nombre), _celda(c.definicion), _celda(c.puntaje))
        for i, c in enumerate(matriz.criterios, 1)
    )
    total = sum((c.puntaje for c in matriz.criterios), start=0)
    centro, normal = Alineacion.CENTRO, Alineacion.NORMAL
    return Tabla(
        columnas=tuple(
            Columna(ancho, alineacion)
            for ancho, alineacion in zip(_ANCHOS, (centro, normal, normal, centro), strict=True)
        ),
        encabezado=tuple(_celda(titulo) for titulo in _ENCABEZADO),
        filas=filas,
        totales=((_celda(""), _celda("Total"), _celda(""), _celda(total)),),
        titulo=(Texto(_corrido(matriz.titulo)),),
    )


def _celda(valor: object) -> Celda:
    texto = _corrido(valor)
    return (Parrafo((Texto(texto),)),) if texto else ()


def _corrido(valor: object) -> str:
    """Un dato en un solo renglón."""
    return " ".join(str(valor).split())
