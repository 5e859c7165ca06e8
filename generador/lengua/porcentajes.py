"""Porcentajes en cifras y en letras, con coma decimal y sin perder ni inventar decimales.

Fuente: RAE, *Diccionario panhispánico de dudas*, «porcentaje» (con uno o más dígitos, el signo
sigue a la cifra; los actos colombianos lo escriben pegado: «0,02%»).
"""

from __future__ import annotations

import re
from decimal import Decimal

from generador.errores import DatoInvalido
from generador.lengua._entrada import citar
from generador.lengua.numeros import cardinal

_PORCENTAJE = re.compile(r"(0|[1-9][0-9]*)(?:,([0-9]+))?[ \u00a0]?%?")
_CIENTO = 100
_CIFRAS_EN_LETRAS = 18  # las de un cardinal


def leer_porcentaje(texto: str) -> Decimal:
    """El porcentaje de un texto como «12,5», «12,5 %» o «100%»: de 0 a 100, con coma decimal.

    Conserva los decimales escritos. Con punto decimal, letras, signo u otro rango,
    `DatoInvalido`.

    >>> leer_porcentaje("12,5 %"), leer_porcentaje("100%")
    (Decimal('12.5'), Decimal('100'))
    >>> leer_porcentaje("12.5")  # el punto no es decimal
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: El porcentaje «12.5» ... ¿Quiso decir «12,5»?
    """
    limpio = texto.strip()
    escrito = _PORCENTAJE.fullmatch(limpio)
    if escrito is None:
        remedio = "Escríbalo con coma decimal, como «12,5» o «12,5%»."
        con_coma = limpio.replace(".", ",")
        if con_coma != limpio and _PORCENTAJE.fullmatch(con_coma):
            remedio += f" ¿Quiso decir {citar(con_coma)}?"
        raise DatoInvalido(f"El porcentaje {citar(texto)} no se puede leer.", remedio)
    entero, decimales = escrito.groups()
    porcentaje = Decimal(f"{entero}.{decimales}" if decimales else entero)
    if porcentaje > _CIENTO:
        raise DatoInvalido(f"El porcentaje {citar(texto)} pasa de 100.", "Va de 0 a 100.")
    return porcentaje


def cifra_porcentaje(porcentaje: Decimal, decimales: int | None = None) -> str:
    """El porcentaje en cifras, con todos sus decimales y sin ceros sobrantes al final.

    `decimales` pide un número fijo y completa con ceros; si el valor tiene más, es
    `DatoInvalido`: el redondeo lo decide quien calcula. Admite más de 100 (un cumplimiento del
    120%), pero no negativos.

    >>> cifra_porcentaje(Decimal("0.0200")), cifra_porcentaje(Decimal("10"), decimales=2)
    ('0,02%', '10,00%')
    >>> cifra_porcentaje(Decimal("0.025"), decimales=2)
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: El porcentaje 0,025 tiene más de 2 decimales. Redondéelo antes.
    """
    entero, fraccion = _partes(porcentaje)
    if decimales is not None:
        if len(fraccion) > decimales:
            raise DatoInvalido(
                f"El porcentaje {entero},{fraccion} tiene más de {decimales} decimales.",
                "Redondéelo antes.",
            )
        fraccion = fraccion.ljust(decimales, "0")
    miles = f"{Decimal(entero):,}".replace(",", ".")
    return f"{miles},{fraccion}%" if fraccion else f"{miles}%"


def porcentaje_en_letras(porcentaje: Decimal) -> str:
    """El porcentaje en letras y, entre paréntesis, en cifras; los ceros decimales se dicen.

    >>> porcentaje_en_letras(Decimal("0.02"))
    'cero coma cero dos por ciento (0,02%)'
    >>> porcentaje_en_letras(Decimal("10"))
    'diez por ciento (10%)'
    """
    entero, fraccion = _partes(porcentaje)
    if max(len(entero), len(fraccion)) > _CIFRAS_EN_LETRAS:
        raise DatoInvalido(
            f"El porcentaje {citar(str(porcentaje))} tiene demasiadas cifras para ir en letras.",
            f"Redondéelo a {_CIFRAS_EN_LETRAS} decimales o menos.",
        )
    letras = [cardinal(int(entero))]
    if fraccion:
        significativas = fraccion.lstrip("0")
        ceros = len(fraccion) - len(significativas)
        letras += ["coma", *["cero"] * ceros, cardinal(int(significativas))]
    return f"{' '.join(letras)} por ciento ({cifra_porcentaje(porcentaje)})"


def _partes(porcentaje: Decimal) -> tuple[str, str]:
    """Las cifras enteras y las decimales sin ceros finales, como texto y sin redondear."""
    if not isinstance(porcentaje, Decimal) or not porcentaje.is_finite() or porcentaje < 0:
        raise DatoInvalido(
            f"{porcentaje!r} no es un porcentaje.", "Use un Decimal de cero en adelante."
        )
    entero, _, fraccion = f"{porcentaje.copy_abs():f}".partition(".")
    return entero, fraccion.rstrip("0")
