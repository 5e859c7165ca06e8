"""Las providencias que se citan por su corporación: Consejo de Estado y Corte Suprema."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.citas.lectura.colas import leer_fecha
from generador.citas.lectura.destino import Destino
from generador.citas.lectura.numeros import leer_numero
from generador.citas.lectura.piezas import CORTE
from generador.citas.lectura.rotulos import es_numero
from generador.citas.norma import Norma, Tipo

if TYPE_CHECKING:
    from datetime import date

    from generador.citas.lectura.piezas import Piezas

_CONSEJO = "Consejo de Estado"
_TOPE = 70
_CLASES = {"sentencia": Tipo.SENTENCIA, "fallo": Tipo.SENTENCIA, "providencia": Tipo.SENTENCIA,
           "auto": Tipo.AUTO, "concepto": Tipo.CONCEPTO}  # fmt: skip
_RADICADO = frozenset(("rad", "radicado", "radicacion", "exp", "expediente", "radicados"))
_ENTRE = frozenset((".", ":", "°", "no", "n", "numero", "nro", "interno", "interna", "num", "unico",
                    "-", ","))  # fmt: skip
_LETRAS = re.compile(r"[a-z]{1,3}")


def leer_providencia(p: Piezas, i: int) -> Destino | None:
    """La providencia que empieza en «Consejo de Estado» o «Corte Suprema de Justicia»."""
    if p.voz[i : i + 3] == ["consejo", "de", "estado"]:
        # «Sentencia del Consejo de Estado del 3 de mayo…»: la clase puede ir delante.
        antes = _CLASES.get(p.voz[i - 2]) if i > 1 and p.voz[i - 1] == "del" else None
        return _de_radicado(p, i, antes)
    if p.voz[i : i + 2] == ["corte", "suprema"]:
        return _de_corte_suprema(p, i)
    return None


def _de_radicado(p: Piezas, i: int, tipo: Tipo | None) -> Destino | None:
    desde = i if tipo is None else i - 2
    fecha: date | None = None
    hasta_fecha = i
    for j in range(i + 3, min(i + _TOPE, len(p.voz) - 4)):
        voz = p.voz[j]
        if voz == CORTE or (voz == "consejo" and p.voz[j + 1] == "de"):
            break
        if voz == "corte" and p.voz[j + 1] == "constitucional":
            break
        if tipo is None and voz in _CLASES:
            tipo = _CLASES[voz]
        elif tipo is not None and fecha is None and es_numero(voz):
            cola = leer_fecha(p, j, tolerante=True)
            if cola is not None:
                fecha, hasta_fecha = cola.fecha, cola.fin
        elif voz in _RADICADO and (tipo is not None or j <= i + 4):
            radicado = _leer_radicado(p, j + 1)
            if radicado is not None:
                numero, fin = radicado
                tipo = tipo or Tipo.SENTENCIA
                norma = Norma(tipo, numero, fecha.year if fecha else None, fecha, _CONSEJO)
                return Destino(tipo, norma, desde, fin, fin, numero=numero, anio=norma.anio)
    if tipo is None or fecha is None:
        return None
    return Destino(tipo, None, desde, hasta_fecha, hasta_fecha, anio=fecha.year)


def _leer_radicado(p: Piezas, i: int) -> tuple[str, int] | None:
    """«11001-03-26-000-2003-00014-01(24.715)»: el número y la pieza siguiente."""
    j = i
    while p.voz[j] in _ENTRE and j < i + 6:
        j += 1
    if not es_numero(p.voz[j]):
        return None
    fin = j + 1
    while (p.pegada(fin) and p.voz[fin] == "-") or (
        es_numero(p.voz[fin]) and (p.pegada(fin) or p.voz[fin - 1] == "-")
    ):
        fin += 1
    numero = re.sub(r"\s", "", p.escrito(j, fin)).rstrip("-").replace("–", "-")
    if "-" not in numero:
        numero = numero.replace(".", "")
    if p.voz[fin] == "(" and p.voz[fin + 2] == ")":
        fin += 3
    return numero, fin


def _de_corte_suprema(p: Piezas, i: int) -> Destino | None:
    """«Corte Suprema de Justicia, Sala de Casación Civil, Sentencia SC1234-2019»."""
    tipo: Tipo | None = None
    for j in range(i + 2, min(i + _TOPE, len(p.voz) - 4)):
        voz = p.voz[j]
        if voz in {CORTE, "corte"}:
            return None
        if voz in _CLASES:
            tipo = _CLASES[voz]
        elif tipo is not None and _LETRAS.fullmatch(voz) and p.mayuscula(j):
            numero = leer_numero(p, j, tipo)
            if numero is not None and numero.anio is not None:
                norma = Norma(tipo, numero.llano, numero.anio, None, "Corte Suprema de Justicia")
                return Destino(tipo, norma, i, numero.fin, numero.fin,
                               numero=numero.escrito, anio=numero.anio)  # fmt: skip
        elif tipo is not None and voz in _RADICADO:
            radicado = _leer_radicado(p, j + 1)
            if radicado is not None:
                norma = Norma(tipo, radicado[0], None, None, "Corte Suprema de Justicia")
                return Destino(tipo, norma, i, radicado[1], radicado[1], numero=radicado[0])
    return None
