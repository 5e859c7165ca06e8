"""Fechas leídas sin adivinar, y escritas como van en un acto.

El día 1 se escribe «1°» en cifras y «primero» o «primer» en letras.
Fuente: RAE, *Diccionario panhispánico de dudas*, «fecha» (en América, el primer día del mes se
dice con el ordinal); ISO 8601 para la forma `AAAA-MM-DD`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from generador.errores import DatoInvalido
from generador.lengua._entrada import citar, en_una_linea
from generador.lengua.numeros import cardinal, ordinal
from generador.texto import sugerencia

MESES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
PRIMER_ANIO = 1886  # la Constitución de 1886: antes no hay norma que un acto de hoy cite
ULTIMO_ANIO = 2199

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_LARGA = re.compile(r"([0-9]{1,2})(\.?[°º])? de (\S+) del? ([0-9]{4})")
_NUMERICA = re.compile(r"([0-9]{1,4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,4})")
_COMO = "Escríbala como «2024-06-28» o «28 de junio de 2024»."
_CIFRAS_DEL_ANIO = 4


def leer_fecha(texto: str) -> date:
    """La fecha de un texto `2024-06-28`, «28 de junio de 2024» o «1° de enero de 2025».

    Las fechas imposibles, las de otro año que 1886–2199 y las formas ambiguas como 03/04/2024
    dan `DatoInvalido` con la explicación.

    >>> leer_fecha("1° de enero de 2025")
    datetime.date(2025, 1, 1)
    >>> leer_fecha("2023-02-29")
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: La fecha «2023-02-29» no existe: febrero ... 28 días. ...
    """
    plano = en_una_linea(texto).lower()
    if iso := _ISO.fullmatch(plano):
        anio, mes, dia = (int(parte) for parte in iso.groups())
        return _fecha(anio, mes, dia, texto)
    larga = _LARGA.fullmatch(plano)
    if larga is None:
        raise _mal_escrita(plano, texto)
    dia, grado, nombre, anio = int(larga[1]), larga[2], larga[3], int(larga[4])
    if nombre not in MESES:
        raise DatoInvalido(
            f"En la fecha {citar(texto)}, {citar(nombre)} no es un mes.",
            sugerencia(nombre, MESES) or _COMO,
        )
    if grado and dia != 1:
        raise DatoInvalido(
            f"En la fecha {citar(texto)} sobra el signo «{grado}».", "Solo lo lleva el día 1°."
        )
    return _fecha(anio, MESES.index(nombre) + 1, dia, texto)


def fecha_larga(fecha: date) -> str:
    """La fecha como se cita en un acto.

    >>> fecha_larga(date(2025, 7, 24)), fecha_larga(date(2025, 1, 1))
    ('24 de julio de 2025', '1° de enero de 2025')
    """
    return f"{dia_y_mes(fecha)} de {fecha.year}"


def dia_y_mes(fecha: date) -> str:
    """La fecha sin el año, como se escribe un vencimiento que se repite.

    >>> dia_y_mes(date(2026, 3, 31)), dia_y_mes(date(2026, 4, 1))
    ('31 de marzo', '1° de abril')
    """
    dia = "1°" if fecha.day == 1 else str(fecha.day)
    return f"{dia} de {MESES[fecha.month - 1]}"


def dia_en_letras(fecha: date) -> str:
    """La fecha con el día en letras y cifras.

    >>> dia_en_letras(date(2026, 3, 31))
    'treinta y uno (31) de marzo de 2026'
    >>> dia_en_letras(date(2026, 4, 1))
    'primero (1°) de abril de 2026'
    """
    dia = f"{ordinal(1)} (1°)" if fecha.day == 1 else f"{cardinal(fecha.day)} ({fecha.day})"
    return f"{dia} de {MESES[fecha.month - 1]} de {fecha.year}"


def fecha_de_cierre(fecha: date) -> str:
    """La fecha al pie del acto, tras «Dado en Bogotá, D. C.,».

    El día 1 se escribe en singular y con ordinal: «a los un (1) días» no es español.

    >>> fecha_de_cierre(date(2025, 7, 24))
    'a los veinticuatro (24) días del mes de julio de 2025'
    >>> fecha_de_cierre(date(2025, 8, 1))
    'al primer (1°) día del mes de agosto de 2025'
    """
    if fecha.day == 1:
        dia = f"al {ordinal(1, apocope=True)} (1°) día"
    else:
        dia = f"a los {cardinal(fecha.day, apocope=True)} ({fecha.day}) días"
    return f"{dia} del mes de {MESES[fecha.month - 1]} de {fecha.year}"


def _fecha(anio: int, mes: int, dia: int, texto: str) -> date:
    if not PRIMER_ANIO <= anio <= ULTIMO_ANIO:
        raise DatoInvalido(
            f"El año de la fecha {citar(texto)} no parece correcto.",
            f"Se aceptan los años {PRIMER_ANIO} a {ULTIMO_ANIO}.",
        )
    if not 1 <= mes <= len(MESES):
        raise DatoInvalido(f"La fecha {citar(texto)} no existe: no hay mes {mes}.", _COMO)
    dias = monthrange(anio, mes)[1]
    if not 1 <= dia <= dias:
        raise DatoInvalido(
            f"La fecha {citar(texto)} no existe: {MESES[mes - 1]} de {anio} tiene {dias} días.",
            "Revise el día.",
        )
    return date(anio, mes, dia)


def _mal_escrita(plano: str, texto: str) -> DatoInvalido:
    if not plano:
        return DatoInvalido("La fecha está vacía.", _COMO)
    lecturas = _lecturas(plano)
    if len(lecturas) > 1:
        posibles = " o ".join(f"«{fecha_larga(fecha)}»" for fecha in lecturas)
        return DatoInvalido(f"La fecha {citar(texto)} es ambigua: puede ser {posibles}.", _COMO)
    remedio = f"Escríbala como «{lecturas[0].isoformat()}»." if lecturas else _COMO
    return DatoInvalido(f"La fecha {citar(texto)} no se puede leer.", remedio)


def _lecturas(plano: str) -> list[date]:
    """Las fechas que podría ser una escrita solo con números: 03/04/2024 puede ser dos."""
    numerica = _NUMERICA.fullmatch(plano)
    if numerica is None:
        return []
    a, b, c = numerica.groups()
    ordenes = [(a, b, c)] if len(a) == _CIFRAS_DEL_ANIO else [(c, b, a), (c, a, b)]
    fechas = []
    for anio, mes, dia in ordenes:
        try:
            fecha = _fecha(int(anio), int(mes), int(dia), plano)
        except DatoInvalido:
            continue  # esa lectura no existe; interesan las que sí
        if fecha not in fechas:
            fechas.append(fecha)
    return fechas
