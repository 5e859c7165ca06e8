"""Citar desde un documento lo que está en otro del mismo caso: la memoria, un artículo del acto.

Dentro de un documento la remisión queda viva: es un campo de Word. De uno a otro Word no tiene
cómo, y se escribe el número, que sale del acto ya numerado.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from generador.documento.cuerpo.titulos import partir_numero, texto_plano
from generador.marcado.bloques import (
    Articulo,
    ClaseDeRemision,
    Ecuacion,
    Encabezado,
    Figura,
    Paragrafo,
    Remision,
    Tabla,
    Texto,
)
from generador.redaccion.recorrido import hallar

T = TypeVar("T")
CON_NUMERO = (Articulo, Paragrafo, Encabezado, Tabla, Figura, Ecuacion)


def numeros(partes: Mapping[str, Sequence[Any]]) -> dict[str, str]:
    """El número de todo lo que tiene etiqueta en un documento, ya numerado y en su orden.

    Cuenta como lo hace el documento: los cuadros y figuras con título o etiqueta y las ecuaciones
    con etiqueta llevan número, cada clase su serie; un encabezado, el que trae escrito o él mismo.
    """
    hallados: dict[str, str] = {}
    series: Counter[type] = Counter()
    todos = tuple(map(tuple, partes.values()))
    for bloque in hallar(todos, *CON_NUMERO):
        if isinstance(bloque, Articulo | Paragrafo):
            numero = bloque.numero or ""
        elif isinstance(bloque, Encabezado):
            numero = _de_encabezado(bloque)
        else:
            con_numero = bloque.etiqueta or getattr(bloque, "titulo", None)
            series[type(bloque)] += bool(con_numero)
            numero = str(series[type(bloque)])
        if bloque.etiqueta and numero:
            hallados[bloque.etiqueta] = numero
    return hallados


def escribir_ajenas(
    partes: Mapping[str, Sequence[T]], ajenas: Mapping[str, str]
) -> dict[str, tuple[T, ...]]:
    """Las partes de un documento, con las remisiones a lo `ajeno` cambiadas por su número."""
    return {nombre: tuple(_sin(b, ajenas) for b in bloques) for nombre, bloques in partes.items()}


def _de_encabezado(bloque: Encabezado) -> str:
    escrito = texto_plano(bloque.contenido).strip()
    return partir_numero(escrito)[1] or escrito


def _sin(valor: Any, ajenas: Mapping[str, str]) -> Any:
    if isinstance(valor, Remision):
        es_ajena = valor.clase is ClaseDeRemision.NUMERO and valor.etiqueta in ajenas
        if not es_ajena:
            return valor
        return Texto(ajenas[valor.etiqueta], negrita=valor.negrita, cursiva=valor.cursiva)
    if isinstance(valor, tuple):
        return tuple(_sin(elemento, ajenas) for elemento in valor)
    if is_dataclass(valor) and not isinstance(valor, type):
        nuevos = {campo.name: _sin(getattr(valor, campo.name), ajenas) for campo in fields(valor)}
        return replace(valor, **nuevos)
    return valor
