"""Lo que sigue al número de una norma: el año o la fecha («de 2020», «del 23 de julio de 2025»)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generador.citas.lectura.rotulos import es_numero
from generador.citas.lectura.vocabulario import VOZ

if TYPE_CHECKING:
    from generador.citas.lectura.piezas import Piezas

_PRIMER_ANIO, _ULTIMO_ANIO = 1810, 2099
_SIGLO = 50
_CIFRAS_DE_ANIO = 4
_DIAS = 31
_ANTE_FECHA = frozenset(("fecha", "fechado", "fechada", "calendado", "calendada", "dia", "expedida",
                         "expedido", "proferida", "proferido", "dictada"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cola:
    """El año, la fecha si está entera, y la pieza siguiente."""

    anio: int
    fecha: date | None
    fin: int
    defectos: tuple[str, ...] = ()


def anio_de(voz: str, *, tolerante: bool = False) -> int | None:
    """El año de cuatro cifras de una pieza; tolerante, con una llamada pegada (`201719`)."""
    if tolerante and len(voz) == 5 and voz[1] == ".":  # noqa: PLR2004  # «1.993»
        voz = voz.replace(".", "")
    if not voz.isdigit():
        return None
    if len(voz) == _CIFRAS_DE_ANIO or (tolerante and 4 < len(voz) <= 6):  # noqa: PLR2004  # cifras
        anio = int(voz[:4])
        return anio if _PRIMER_ANIO <= anio <= _ULTIMO_ANIO else None
    return None


def anio_corto(voz: str) -> int | None:
    """El año de dos cifras: `93` es 1993 y `08` es 2008."""
    if len(voz) == 2 and voz.isdigit():  # noqa: PLR2004  # dos cifras
        corto = int(voz)
        return 1900 + corto if corto >= _SIGLO else 2000 + corto
    return None


def leer_cola(p: Piezas, i: int, *, tolerante: bool) -> Cola | None:
    """El año o la fecha que empieza en `i`, con su «de», «del», «,» o «/»."""
    j = i
    if p.voz[j] == "/":
        return _desnudo(p, j + 1, corto=True, tolerante=tolerante)
    if p.voz[j] == "-" and p.pegada(j):
        return _desnudo(p, j + 1, corto=False, tolerante=tolerante)
    coma = p.voz[j] == ","
    j += coma
    if p.voz[j] == "(":
        return _entre_parentesis(p, j, tolerante=tolerante)
    if coma and p.voz[j] in VOZ.meses:
        return leer_fecha(p, j, tolerante=tolerante)
    if p.voz[j] in _ANTE_FECHA and (coma or not p.voz[j].startswith("d")):
        j += 1
    elif p.voz[j] not in {"de", "del"}:
        return None
    while p.voz[j] in {"de", "del", "el", "la", "año"} or p.voz[j] in _ANTE_FECHA:
        j += 1
    return (
        leer_fecha(p, j, tolerante=tolerante)
        or _desnudo(p, j, corto=tolerante, tolerante=tolerante)
        or _marcador(p, j)
    )


def _desnudo(p: Piezas, i: int, *, corto: bool, tolerante: bool) -> Cola | None:
    voz = p.voz[i]
    anio = anio_de(voz, tolerante=tolerante)
    if anio is not None:
        sobra = len(voz) > _CIFRAS_DE_ANIO
        defectos = (f"llamada de nota pegada al año: «{voz}»",) if sobra else ()
        return Cola(anio, None, _tras_parentesis(p, i + 1), defectos)
    anio = anio_corto(voz) if corto else None
    if anio is not None and p.voz[i + 1] not in {"de", "dias", "%", "meses"}:
        return Cola(anio, None, i + 1)
    return None


def _tras_parentesis(p: Piezas, i: int) -> int:
    """«de 2020 (septiembre 30)»: la fecha entre paréntesis es de la cita."""
    if p.voz[i] == "(" and (
        (p.voz[i + 1] in VOZ.meses and p.voz[i + 3] == ")")
        or (p.voz[i + 2] == "de" and p.voz[i + 3] in VOZ.meses and p.voz[i + 4] == ")")
    ):
        return i + (4 if p.voz[i + 3] == ")" else 5)
    return i


def _entre_parentesis(p: Piezas, i: int, *, tolerante: bool) -> Cola | None:
    """«(mayo 26) de 2015», «(26 de mayo de 2015)», «(2015)»."""
    fecha = leer_fecha(p, i + 1, tolerante=tolerante)
    if fecha and p.voz[fecha.fin] == ")":
        return Cola(fecha.anio, fecha.fecha, fecha.fin + 1)
    for largo in (3, 4):
        cierre = i + largo
        if p.voz[cierre] == ")" and any(p.voz[k] in VOZ.meses for k in range(i + 1, cierre)):
            return _desnudo(p, cierre + 2, corto=False, tolerante=tolerante)
        if p.voz[cierre] == "\n":
            break
    return None


def leer_fecha(p: Piezas, i: int, *, tolerante: bool) -> Cola | None:
    """Una fecha con día, mes y año que empieza en `i`."""
    voz = p.voz[i]
    if voz in VOZ.meses and es_numero(p.voz[i + 1]):
        return _armar(p, p.voz[i + 1], VOZ.meses[voz], i + 2, tolerante=tolerante)
    if voz == "primero":
        dia, j = "1", i + 1
    elif es_numero(voz) and len(voz) <= 2:  # noqa: PLR2004  # un día
        dia, j = voz, i + 1
    else:
        return _con_signos(p, i)
    if p.voz[j] == "(" and ")" in (p.voz[j + 2], p.voz[j + 3]):
        j += 3 + (p.voz[j + 2] == "°")
    if p.voz[j] == "." and p.voz[j + 1] == "°":
        j += 1
    if p.voz[j] in {"°", "o"}:
        j += 1
    if p.voz[j] == "de" and p.voz[j + 1] in VOZ.meses:
        return _armar(p, dia, VOZ.meses[p.voz[j + 1]], j + 2, tolerante=tolerante)
    if p.voz[j] in VOZ.meses and tolerante:
        return _armar(p, dia, VOZ.meses[p.voz[j]], j + 1, tolerante=tolerante)
    return None


def _armar(p: Piezas, dia: str, mes: int, i: int, *, tolerante: bool) -> Cola | None:
    j = i
    if p.voz[j] == "°":
        j += 1
    while p.voz[j] in {"de", "del", ",", "año"}:
        j += 1
    anio = anio_de(p.voz[j], tolerante=tolerante)
    if anio is None or not dia.isdigit():
        return None
    return Cola(anio, fecha_de(anio, mes, int(dia)), j + 1)


def _con_signos(p: Piezas, i: int) -> Cola | None:
    """«13/04/2012», «2012-04-13»."""
    partes = p.voz[i].replace("/", "-").replace(".", "-").split("-")
    if len(partes) != 3 or not all(x.isdigit() for x in partes):  # noqa: PLR2004  # día, mes y año
        return None
    if anio_de(partes[0]):
        partes.reverse()
    anio = anio_de(partes[2])
    fecha = fecha_de(anio, int(partes[1]), int(partes[0])) if anio else None
    return Cola(fecha.year, fecha, i + 1) if fecha else None


def fecha_de(anio: int, mes: int, dia: int) -> date | None:
    """La fecha, o `None` si ese día no existe."""
    try:
        return date(anio, mes, dia)
    except ValueError:
        return None


def dia_y_mes(p: Piezas, i: int) -> tuple[int, int, int] | None:
    """«del 3 de marzo», sin año: el día, el mes y la pieza siguiente."""
    if p.voz[i] not in {"de", "del"} or p.voz[i + 2] != "de" or p.voz[i + 3] not in VOZ.meses:
        return None
    if not p.voz[i + 1].isdigit() or not 1 <= int(p.voz[i + 1]) <= _DIAS:
        return None
    return int(p.voz[i + 1]), VOZ.meses[p.voz[i + 3]], i + 4


def _marcador(p: Piezas, i: int) -> Cola | None:
    """«del xx de abril de 2023»: un día sin llenar."""
    if set(p.voz[i]) <= {"x"} and p.voz[i + 1] == "de" and p.voz[i + 2] in VOZ.meses:
        anio = anio_de(p.voz[i + 4]) if p.voz[i + 3] in {"de", "del"} else None
        return Cola(anio, None, i + 5, ("marcador sin llenar",)) if anio else None
    return None
