"""Tablas: las de GitHub, con anchos, totales y celdas de varios párrafos."""

from __future__ import annotations

import re
from functools import partial

from generador.marcado.anuncio import Anuncio, como_parrafos
from generador.marcado.bloques import Alineacion, Celda, Columna, Fila, Parrafo, Tabla
from generador.marcado.contexto import Contexto, Linea
from generador.marcado.cuerpo import Cuerpo
from generador.marcado.en_linea import leer_en_linea

PIEZA = re.compile(r"\\\(.*?\\\)|\\.|\||[^\\|]+|\\")
SEPARADOR = re.compile(r" *(:?)-+(:?) *\Z")
ALINEACIONES = {
    ("", ""): Alineacion.NORMAL,
    (":", ""): Alineacion.IZQUIERDA,
    (":", ":"): Alineacion.CENTRO,
    ("", ":"): Alineacion.DERECHA,
}


def leer_tabla(cuerpo: Cuerpo, i: int, donde: int) -> int:
    """Lee la tabla del renglón `donde`, anunciada desde el renglón `i`."""
    anuncio = Anuncio(cuerpo, "tabla", list(cuerpo.lineas[i:donde]))
    fin = donde
    while fin < len(cuerpo.lineas) and cuerpo.lineas[fin].texto.startswith("|"):
        fin += 1
    filas = [_celdas(linea) for linea in cuerpo.lineas[donde:fin]]
    columnas = _columnas(anuncio, filas, cuerpo.lineas[donde])
    if columnas is None:
        return como_parrafos(cuerpo, i, fin)
    if fin < len(cuerpo.lineas) and cuerpo.lineas[fin].texto:
        mensaje = "Este renglón está pegado a una tabla y no empieza por «|»."
        remedio = "Si es otra fila, póngale «|» al principio; si no, deje un renglón en blanco."
        cuerpo.ctx.error("MAR007", cuerpo.lineas[fin], mensaje, remedio)
    for celdas, linea in zip(filas, cuerpo.lineas[donde:fin], strict=True):
        if len(celdas) != len(columnas):
            mensaje = f"La fila tiene {len(celdas)} celdas y la tabla, {len(columnas)} columnas."
            remedio = "Complete con celdas vacías («| |»); si un «|» es literal, escriba «\\|»."
            cuerpo.ctx.error("MAR004", linea, mensaje, remedio)
            return como_parrafos(cuerpo, i, fin)
    numero = cuerpo.lineas[i].numero
    cuerpo.pendientes.append(partial(_armar_tabla, anuncio, columnas, filas, numero))
    return fin


def _celdas(linea: Linea) -> list[Linea]:
    r"""Las celdas de una fila; `\|` y el `|` de una ecuación no separan."""
    celdas: list[Linea] = []
    desde = 1
    posicion = 1
    for pieza in PIEZA.finditer(linea.texto, 1):
        if pieza[0] == "|":
            celdas.append(linea._replace(texto=linea.texto[: pieza.start()]).desde(desde))
            desde = pieza.end()
        posicion = pieza.end()
    if desde < posicion:
        celdas.append(linea.desde(desde))
    return celdas


def _columnas(anuncio: Anuncio, filas: list[list[Linea]], linea: Linea) -> list[Columna] | None:
    separadores = [SEPARADOR.match(x.texto) for x in filas[1]] if len(filas) > 1 else []
    if not separadores or not all(separadores):
        mensaje = "A la tabla le falta el renglón que separa el encabezado."
        remedio = "Debajo del encabezado escriba «|---|---|»; «--:» alinea a la derecha."
        anuncio.ctx.error("MAR004", linea, mensaje, remedio)
        return None
    alineaciones = [ALINEACIONES[s[1], s[2]] for s in separadores if s]
    anchos = anuncio.enteros("anchos", "anchos: 20 60 20")
    if anchos and (len(anchos) != len(alineaciones) or 0 in anchos):
        mensaje = f"Los anchos son {len(anchos)} y las columnas {len(alineaciones)}."
        remedio = "Dé un número mayor que cero por columna."
        anuncio.ctx.error("MAR004", anuncio.medidas["anchos"][1], mensaje, remedio)
        anchos = []
    return [Columna(anchos[k] if anchos else None, a) for k, a in enumerate(alineaciones)]


def _armar_tabla(
    anuncio: Anuncio, columnas: list[Columna], filas: list[list[Linea]], numero: int
) -> Tabla:
    ctx = anuncio.ctx
    encabezado, cuerpo = _fila(ctx, filas[0]), [_fila(ctx, fila) for fila in filas[2:]]
    totales = 0
    if "totales" in anuncio.medidas:
        valor, linea = anuncio.medidas["totales"]
        totales = next(iter(anuncio.enteros("totales", "totales: 1") if valor else [1]), 0)
        if totales > len(cuerpo):
            mensaje = f"La tabla tiene {len(cuerpo)} filas y se piden {totales} de totales."
            ctx.error("MAR004", linea, mensaje, "Corrija «totales».")
            totales = 0
    corte = len(cuerpo) - totales
    return Tabla(
        tuple(columnas),
        encabezado,
        tuple(cuerpo[:corte]),
        tuple(cuerpo[corte:]),
        leer_en_linea(ctx, anuncio.titulo, en_titulo=True),
        anuncio.etiqueta,
        linea=numero,
    )


def _fila(ctx: Contexto, celdas: list[Linea]) -> Fila:
    return tuple(_celda(ctx, celda) for celda in celdas)


def _celda(ctx: Contexto, celda: Linea) -> Celda:
    """Los párrafos de una celda, que separa la marca «¶»."""
    parrafos = []
    desde = 0
    for hallado in re.finditer(r"\\.|¶|\Z", celda.texto):
        if not hallado[0].startswith("\\"):
            parte = celda._replace(texto=celda.texto[: hallado.start()]).desde(desde)
            desde = hallado.end()
            if parte.texto:
                parrafos.append(Parrafo(leer_en_linea(ctx, [parte]), linea=parte.numero))
    return tuple(parrafos)
