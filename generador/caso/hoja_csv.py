"""Una tabla en CSV, con el separador y la codificación que haya usado quien la guardó.

Fuente: RFC 4180, con el punto y coma que Excel pone donde la coma es decimal, y Windows-1252, que
es en lo que Excel guarda el «CSV» a secas.
"""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

from generador.caso.rechazos import rechazo
from generador.caso.rejilla import TOPE_FILAS, Rejilla
from generador.errores import CasoRechazado
from generador.hallazgos import Gravedad, Lugar

if TYPE_CHECKING:
    from generador.hallazgos import Hallazgo

SEPARADORES = (";", "\t", ",")
_BINARIO = (b"\0", b"PK\x03\x04")


def leer_csv(datos: bytes, nombre: str) -> tuple[Rejilla, list[Hallazgo]]:
    """La rejilla de un CSV y lo que conviene advertir de cómo se leyó.

    Raises:
        CasoRechazado: no es texto, o las comillas de una fila están mal.
    """
    inicio = Lugar(nombre, 1, 1, "")
    texto, notas = _decodificar(datos, inicio)
    lector = csv.reader(io.StringIO(texto, newline=""), delimiter=_separador(texto), strict=True)
    filas: list[list[str]] = []
    try:
        for fila in lector:
            filas.append(fila)
            if len(filas) > TOPE_FILAS:  # quien la usa dirá que sobran; no hace falta leer más
                break
    except csv.Error:
        lugar = Lugar(nombre, len(filas) + 1, 1, "")
        motivo = "unas comillas se abren y no se cierran en su sitio"
        raise CasoRechazado([rechazo("CASO068", lugar, motivo=motivo)]) from None
    return Rejilla(nombre, "", filas), notas


def _decodificar(datos: bytes, inicio: Lugar) -> tuple[str, list[Hallazgo]]:
    if any(marca in datos[:4096] for marca in _BINARIO):
        motivo = "no es texto"
        remedio = "Guárdela como «CSV UTF-8 (delimitado por comas)», o como .xlsx."
        datos_del_texto = {"nombre": inicio.archivo, "motivo": motivo, "remedio": remedio}
        raise CasoRechazado([rechazo("CASO050", inicio, **datos_del_texto)])
    try:
        return datos.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        nota = replace(rechazo("CASO069", inicio), gravedad=Gravedad.NOTA)
        return datos.decode("cp1252", "replace"), [nota]


def _separador(texto: str) -> str:
    """El que parte en más columnas el primer renglón con algo escrito."""
    primero = next((renglon for renglon in texto.splitlines() if renglon.strip()), "")
    return max(SEPARADORES, key=lambda s: len(next(csv.reader([primero], delimiter=s), [])))
