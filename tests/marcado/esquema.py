"""Los bloques como texto que se lee: lo que un jurista compara con lo que esperaba."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generador.marcado.bloques import (
    Articulo,
    Bloque,
    CitaDeFuente,
    CitaTextual,
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
    SaltoDePagina,
    Tabla,
    Texto,
)
from generador.marcado.lectura import Marcado


def esquema(leido: Marcado) -> str:
    """Los bloques, cada uno en su renglón, y debajo los hallazgos con su línea y columna."""
    errores = [f"! {h.linea}:{h.columna} {h.codigo} {h.mensaje}" for h in leido.hallazgos]
    return "\n".join([*bloques(leido.bloques), *errores])


def bloques(todos: Sequence[Bloque]) -> Iterator[str]:
    for bloque in todos:
        yield from _bloque(bloque)


def en_linea(contenido: Sequence[EnLinea]) -> str:
    return "".join(map(_parte, contenido))


def _parte(parte: EnLinea) -> str:
    match parte:
        case Texto(texto, negrita, cursiva):
            texto = f"_{texto}_" if cursiva else texto
            return f"**{texto}**" if negrita else texto
        case SaltoDeLinea():
            return "⏎"
        case EcuacionEnLinea(latex):
            return f"⟦{latex}⟧"
        case Remision(etiqueta, clase):
            return f"⟶{clase}:{etiqueta}"
        case CitaDeFuente(clave, detalle):
            return f"⟶fuente:{clave}({detalle})" if detalle else f"⟶fuente:{clave}"
        case Enlace(destino, contenido):
            return f"⟨{en_linea(contenido)}⟩({destino})"
        case _:
            return f"⁽{' / '.join(x.strip() for x in bloques(parte.nota.bloques))}⁾"


def _dentro(todos: Sequence[Bloque]) -> Iterator[str]:
    return (f"    {renglon}" for renglon in bloques(todos))


def _cabeza(*partes: str) -> str:
    return " ".join(p for p in partes if p)


def _con_etiqueta(etiqueta: str) -> str:
    return f"{{{etiqueta}}}" if etiqueta else ""


def _bloque(bloque: Bloque) -> Iterator[str]:
    match bloque:
        case Parrafo():
            yield en_linea(bloque.contenido)
        case Encabezado():
            titulo = en_linea(bloque.contenido)
            yield _cabeza(f"título {bloque.nivel}:", titulo, _con_etiqueta(bloque.etiqueta))
        case CitaTextual():
            yield "cita"
            yield from _dentro(bloque.bloques)
        case Lista():
            yield from _lista(bloque)
        case Tabla():
            yield from _tabla(bloque)
        case Figura():
            ruta = f"figura {bloque.ruta} [{bloque.alternativo}] {bloque.ancho}%:"
            yield _cabeza(ruta, en_linea(bloque.titulo), _con_etiqueta(bloque.etiqueta))
        case Ecuacion():
            yield _cabeza("ecuación", bloque.latex, _con_etiqueta(bloque.etiqueta))
        case Articulo() | Paragrafo():
            yield from _articulo(bloque)
        case SaltoDePagina():
            yield "página nueva"


def _lista(lista: Lista) -> Iterator[str]:
    yield f"lista {lista.clase}{lista.forma} desde {lista.inicio}"
    for elemento in lista.elementos:
        primero, *demas = list(bloques(elemento)) or [""]
        yield f"  · {primero}"
        yield from (f"    {renglon}" for renglon in demas)


def _tabla(tabla: Tabla) -> Iterator[str]:
    columnas = ", ".join(f"{c.ancho or '='} {c.alineacion}" for c in tabla.columnas)
    yield _cabeza(f"tabla ({columnas}):", en_linea(tabla.titulo), _con_etiqueta(tabla.etiqueta))
    for clase, filas in (
        ("#", [tabla.encabezado]),
        ("|", tabla.filas),
        ("=", tabla.totales),
    ):
        yield from (f"  {clase} {_fila(fila)}" for fila in filas)


def _fila(fila: Iterable[tuple[Parrafo, ...]]) -> str:
    return " | ".join(" ¶ ".join(en_linea(p.contenido) for p in celda) for celda in fila)


def _articulo(bloque: Articulo | Paragrafo) -> Iterator[str]:
    numero = "automático" if bloque.numero is None else f"«{bloque.numero}»"
    transitorio = "transitorio" if isinstance(bloque, Paragrafo) and bloque.transitorio else ""
    rotulo = f"{bloque.comilla}{bloque.rotulo}"
    numero += f" «{bloque.cierre}»" if bloque.cierre != "." else ""
    titulo = f"[{en_linea(bloque.titulo)}]" if bloque.titulo else ""
    yield _cabeza(rotulo, numero, transitorio, titulo, _con_etiqueta(bloque.etiqueta))
    yield from _dentro(bloque.bloques)
