"""Las letras que un documento guarda: las que se leerán y las de sus etiquetas, rutas y marcas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generador.marcado.bloques import (
    Articulo,
    Bloque,
    CitaDeFuente,
    CitaTextual,
    ClaseDeLista,
    Ecuacion,
    EcuacionEnLinea,
    Encabezado,
    Enlace,
    EnLinea,
    Figura,
    Lista,
    Paragrafo,
    Parrafo,
    Remision,
    SaltoDeLinea,
    Tabla,
    Texto,
)

LETRAS = "abcdefghijklmnopqrstuvwxyz"
ROMANOS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]


def letras_de(bloques: Iterable[Bloque]) -> Iterator[str]:
    for bloque in bloques:
        yield from _bloque(bloque)


def _bloque(bloque: Bloque) -> Iterator[str]:
    match bloque:
        case Parrafo():
            yield from _en_linea(bloque.contenido)
        case Encabezado():
            yield bloque.etiqueta
            yield from _en_linea(bloque.contenido)
        case CitaTextual():
            yield from letras_de(bloque.bloques)
        case Lista():
            yield from _lista(bloque)
        case Tabla():
            yield from _tabla(bloque)
        case Figura():
            yield from (bloque.etiqueta, bloque.ruta, bloque.alternativo)
            yield from _en_linea(bloque.titulo)
        case Ecuacion():
            yield from (bloque.etiqueta, bloque.latex)
        case Articulo() | Paragrafo():
            yield from (bloque.comilla, bloque.rotulo, bloque.numero or "", bloque.etiqueta)
            yield bloque.cierre
            yield from _en_linea(bloque.titulo)
            yield from letras_de(bloque.bloques)


def _lista(lista: Lista) -> Iterator[str]:
    for k, elemento in enumerate(lista.elementos):
        yield _marca(lista.clase, lista.inicio + k)
        yield from letras_de(elemento)


def _tabla(tabla: Tabla) -> Iterator[str]:
    yield tabla.etiqueta
    yield from _en_linea(tabla.titulo)
    for fila in (tabla.encabezado, *tabla.filas, *tabla.totales):
        for celda in fila:
            yield from letras_de(celda)


def _marca(clase: ClaseDeLista, numero: int) -> str:
    if clase is ClaseDeLista.LETRA:
        return LETRAS[numero - 1]
    return ROMANOS[numero - 1] if clase is ClaseDeLista.ROMANO else str(numero)


def _en_linea(contenido: Iterable[EnLinea]) -> Iterator[str]:
    for parte in contenido:
        match parte:
            case Texto(texto):
                yield texto
            case Remision(etiqueta):
                yield etiqueta
            case EcuacionEnLinea(latex):
                yield latex
            case CitaDeFuente(clave, detalle):
                yield from (clave, detalle)
            case Enlace(destino, dentro):
                texto = "".join(_en_linea(dentro))
                yield texto if texto == destino else texto + destino
            case SaltoDeLinea():
                pass
            case _:
                yield parte.nota.etiqueta * 2
                yield from letras_de(parte.nota.bloques)
