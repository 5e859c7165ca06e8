"""Los puntajes de un caso: sus cuadros, donde el texto los llama, y sus cifras, donde las cita."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from generador.errores import DatoFaltante, DatoInvalido
from generador.lengua.listas import enumerar
from generador.lengua.porcentajes import cifra_porcentaje
from generador.marcado.bloques import Alineacion, Bloque, Columna, Parrafo, Tabla, Texto
from generador.modelo.falta import Falta
from generador.modelo.llamados import PUNTAJE
from generador.redaccion.llamados import Piezas, celda, corrido
from generador.reglas.puntaje import TOTAL
from generador.reglas.puntaje.reparto import calcular

if TYPE_CHECKING:
    from generador.modelo.puntaje import Puntaje
    from generador.reglas.puntaje.reparto import Calculado

_BIENES = ("N.º", "Bien", "Participación (%)", "Puntaje")
_PROPONENTES = ("Proponente", "Bienes ofrecidos", "Puntaje")
_CENTRO, _NORMAL, _DERECHA = Alineacion.CENTRO, Alineacion.NORMAL, Alineacion.DERECHA
_COLUMNAS_DE_BIENES = (
    Columna(8, _CENTRO),
    Columna(50, _NORMAL),
    Columna(23, _DERECHA),
    Columna(19, _DERECHA),
)
_COLUMNAS_DE_PROPONENTES = (Columna(30, _NORMAL), Columna(51, _NORMAL), Columna(19, _DERECHA))


def reunir_puntajes(puntajes: Sequence[Puntaje]) -> Piezas:
    """Los cuadros de los puntajes de un caso, para ponerlos donde el texto los llama.

    El que un borrador todavía no permite calcular sale como «[falta: …]».
    """
    return Piezas({(PUNTAJE, str(p.nombre)): tuple(_cuadros(p)) for p in puntajes})


def datos_de_puntajes(puntajes: Sequence[Puntaje]) -> dict[str, str]:
    """Los puntajes que los textos citan, ya escritos y con los mismos decimales del cuadro.

    Las claves son «nombre: total», «nombre: bien» y «nombre: proponente».
    """
    datos: dict[str, str] = {}
    for puntaje in puntajes:
        calculado = _calculado(puntaje)
        nombres = [TOTAL, *_nombres(puntaje.bienes), *_nombres(puntaje.proponentes)]
        if isinstance(calculado, Falta):
            escritos = [str(calculado)] * len(nombres)
        else:
            puntos = (puntaje.maximo, *calculado.bienes.puntos, *calculado.proponentes)
            escritos = [_cifra(p, puntaje.decimales) for p in puntos]
        for nombre, escrito in zip(nombres, escritos, strict=True):
            datos[f"{puntaje.nombre}: {nombre}"] = escrito
    return datos


def _nombres(cosas: object) -> list[str]:
    return [str(cosa.nombre) for cosa in cosas] if isinstance(cosas, tuple) else []


def _calculado(puntaje: Puntaje) -> Calculado | Falta:
    """Los puntos, o el dato que falta o que no deja calcularlos."""
    try:
        return calcular(puntaje)
    except DatoFaltante as falta:
        return Falta(falta.ruta)
    except DatoInvalido:
        return Falta(f"puntajes.{puntaje.nombre}")


def _cuadros(puntaje: Puntaje) -> Iterator[Bloque]:
    calculado = _calculado(puntaje)
    if isinstance(calculado, Falta):
        yield Parrafo((Texto(str(calculado)),))
        return
    yield _de_bienes(puntaje, calculado)
    ajuste = _ajuste(puntaje, calculado)
    if ajuste:
        yield Parrafo((Texto(ajuste),))
    if puntaje.proponentes:
        yield _de_proponentes(puntaje, calculado)


def _de_bienes(puntaje: Puntaje, calculado: Calculado) -> Tabla:
    participaciones = [bien.participacion for bien in puntaje.bienes]
    decimales = max(_decimales(p) for p in participaciones)
    filas = tuple(
        (
            celda(i),
            celda(bien.nombre),
            celda(_cifra(bien.participacion, decimales)),
            celda(_cifra(puntos, puntaje.decimales)),
        )
        for i, (bien, puntos) in enumerate(
            zip(puntaje.bienes, calculado.bienes.puntos, strict=True), 1
        )
    )
    suma = _cifra(sum(participaciones, start=Decimal(0)), decimales)
    maximo = _cifra(puntaje.maximo, puntaje.decimales)
    return Tabla(
        columnas=_COLUMNAS_DE_BIENES,
        encabezado=tuple(map(celda, _BIENES)),
        filas=filas,
        totales=((celda(""), celda("Total"), celda(suma), celda(maximo)),),
        titulo=(Texto(corrido(puntaje.titulo)),),
    )


def _de_proponentes(puntaje: Puntaje, calculado: Calculado) -> Tabla:
    filas = tuple(
        (
            celda(proponente.nombre),
            celda(enumerar(map(str, proponente.ofrece)) if proponente.ofrece else "Ninguno"),
            celda(_cifra(puntos, puntaje.decimales)),
        )
        for proponente, puntos in zip(puntaje.proponentes, calculado.proponentes, strict=True)
    )
    return Tabla(
        columnas=_COLUMNAS_DE_PROPONENTES,
        encabezado=tuple(map(celda, _PROPONENTES)),
        filas=filas,
        titulo=(Texto(f"{corrido(puntaje.titulo)}, por proponente"),),
    )


def _ajuste(puntaje: Puntaje, calculado: Calculado) -> str:
    """Qué puntajes no son los del redondeo corriente, y por qué; vacío si lo son todos.

    Sin comillas: cada formato del concepto tiene las suyas.
    """
    reparto = calculado.bienes
    cambiados = [
        f"{corrido(bien.nombre)}, {_cifra(puntos, puntaje.decimales)} en vez de "
        f"{_cifra(usual, puntaje.decimales)}"
        for bien, puntos, usual in zip(puntaje.bienes, reparto.puntos, reparto.usuales, strict=True)
        if puntos != usual
    ]
    if not cambiados:
        return ""
    maximo = _cifra(puntaje.maximo, puntaje.decimales)
    return (
        f"Para que los puntajes sumen exactamente {maximo}, se ajustan por mayor residuo y, a "
        f"igual residuo, en el orden del cuadro: {'; '.join(cambiados)}."
    )


def _decimales(numero: Decimal) -> int:
    """Cuántos decimales tiene un número escrito, sin los ceros del final."""
    _, _, decimales = f"{numero:f}".partition(".")
    return len(decimales.rstrip("0"))


def _cifra(numero: Decimal, decimales: int) -> str:
    return cifra_porcentaje(numero, decimales).removesuffix("%")
