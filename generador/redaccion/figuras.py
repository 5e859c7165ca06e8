"""Los flujogramas y las matrices de un caso, puestos en el texto donde él los llama.

Un flujograma sale como figura y, debajo, como lista: quien no ve la figura lee lo mismo.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generador.graficas.flujograma import descripcion, dibujar
from generador.lengua.listas import enumerar
from generador.marcado.bloques import (
    Alineacion,
    Bloque,
    ClaseDeLista,
    Columna,
    Figura,
    FormaDeMarca,
    Lista,
    Parrafo,
    Tabla,
    Texto,
)
from generador.modelo.llamados import FLUJOGRAMA, MATRIZ
from generador.redaccion.llamados import Piezas, celda, corrido

if TYPE_CHECKING:
    from generador.modelo.flujograma import Flujograma, Matriz, Paso

_ENCABEZADO = ("N.º", "Criterio", "Definición", "Puntaje máximo")
_ANCHOS = (7, 26, 50, 17)


def reunir(flujogramas: Sequence[Flujograma], matrices: Sequence[Matriz]) -> Piezas:
    """Dibuja las figuras de un caso."""
    figuras = Piezas()
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
            (Texto(f"{corrido(flujograma.titulo)}{parte}"),),
        )


def equivalente(flujograma: Flujograma) -> tuple[Bloque, ...]:
    """El flujograma con palabras: una lista con sus pasos y, en cada uno, sus ramas."""
    pasos = tuple(_paso(paso) for paso in flujograma.pasos)
    entrada = Texto("El flujograma, paso por paso:")
    return (Parrafo((entrada,)), Lista(ClaseDeLista.DECIMAL, pasos))


def _paso(paso: Paso) -> tuple[Bloque, ...]:
    titulo = Texto(f"{_titulo(paso)}.", negrita=True)
    texto = () if paso.texto is None else (Texto(f" {corrido(paso.texto)}"),)
    parrafo = Parrafo((titulo, *texto))
    if not paso.ramas:
        return (parrafo,)
    ramas = tuple((Parrafo((Texto(corrido(descripcion(rama))),)),) for rama in paso.ramas)
    return (parrafo, Lista(ClaseDeLista.LETRA, ramas, forma=FormaDeMarca.PARENTESIS))


def _titulo(paso: Paso) -> str:
    return corrido(paso.titulo).rstrip(".")


def cuadro(matriz: Matriz) -> Tabla:
    """La matriz de criterios como tabla, con el total de los puntajes."""
    filas = tuple(
        (celda(i), celda(c.nombre), celda(c.definicion), celda(c.puntaje))
        for i, c in enumerate(matriz.criterios, 1)
    )
    total = sum((c.puntaje for c in matriz.criterios), start=0)
    centro, normal = Alineacion.CENTRO, Alineacion.NORMAL
    return Tabla(
        columnas=tuple(
            Columna(ancho, alineacion)
            for ancho, alineacion in zip(_ANCHOS, (centro, normal, normal, centro), strict=True)
        ),
        encabezado=tuple(celda(titulo) for titulo in _ENCABEZADO),
        filas=filas,
        totales=((celda(""), celda("Total"), celda(""), celda(total)),),
        titulo=(Texto(corrido(matriz.titulo)),),
    )
