"""Cómo se escribe un monto en cifras, y qué decir de cada modo de escribirlo mal.

Fuente: formato numérico de Colombia (CLDR, `es_CO`): punto de miles, coma decimal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.errores import DatoInvalido
from generador.lengua._entrada import citar

if TYPE_CHECKING:
    from collections.abc import Callable

MONTO = re.compile(
    r"(?:\$[ \u00a0]?)?"  # el espacio tras $, también el duro que pone Word
    r"(?P<entero>0|[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[1-9][0-9]*)"
    r"(?:,(?P<centavos>[0-9]{1,2}))?"
)


@dataclass(frozen=True, slots=True)
class _Falla:
    """Un modo de escribir mal: cómo se reconoce, qué se dice y, si se puede, cómo se corrige."""

    patron: str
    mensaje: str
    remedio: str
    corregir: Callable[[str], str] | None = None


def _agrupar(texto: str) -> str:
    entero, coma, centavos = texto.lstrip("$").partition(",")
    cifras = re.sub(r"[^0-9]", "", entero).lstrip("0") or "0"
    # Se agrupa como texto: int() de una entrada desmedida sería un error de Python, no nuestro.
    al_reves = cifras[::-1]
    grupos = [al_reves[i : i + 3][::-1] for i in range(0, len(cifras), 3)]
    return ".".join(reversed(grupos)) + coma + centavos


def _trocar(texto: str) -> str:
    return texto.translate(str.maketrans(",.", ".,"))


_FALLAS = (
    _Falla(r"^\$?\s*$", "está vacío", "Escriba la cifra, por ejemplo «1.000.000»."),
    _Falla(
        r"[0-9][eE][+-]?[0-9]",
        "está en notación científica",
        "Escriba todas sus cifras, por ejemplo «921.125.209.529,56».",
    ),
    _Falla(r"[-−–—()]", "es negativo o trae un guion", "Escriba un monto de cero en adelante."),
    _Falla(r"\+", "trae el signo «+»", "Quítelo.", lambda t: t.replace("+", "")),
    _Falla(r"\$.*\$", "trae varios signos «$»", "Deje uno solo, al comienzo."),
    _Falla(r".\$", "trae el signo «$» fuera del comienzo", "Escríbalo al comienzo, o quítelo."),
    _Falla(
        r"(?![0-9])\d|[²³¹⁰-⁹₀-₉¼-¾]",
        "trae dígitos distintos de 0 a 9",
        "Escríbalo con los del teclado, sin superíndices ni fracciones.",
    ),
    _Falla(r"[^\W\d_]", "trae letras", "Escriba solo las cifras, por ejemplo «1.000.000,50»."),
    _Falla(r"\s", "trae espacios entre las cifras", "Quítelos.", lambda t: re.sub(r"\s", "", t)),
    _Falla(
        r"['’‘´`]",
        "trae un apóstrofo",
        "Los miles y los millones se separan con punto.",
        _agrupar,
    ),
    _Falla(r"[^0-9.,$]", "trae un signo que no es de un monto", "Use solo cifras, «.» y «,»."),
    _Falla(
        r"^\$?[0-9]{1,3}(,[0-9]{3})+\.[0-9]*$",
        "está en el formato de los Estados Unidos",
        "En Colombia el punto separa los miles y la coma los centavos.",
        _trocar,
    ),
    _Falla(
        r",.*,",
        "repite la coma",
        "La coma va una sola vez, antes de los centavos; los miles se separan con punto.",
        _trocar,
    ),
    _Falla(r",.*\.", "trae un punto después de la coma", "Tras la coma solo van los centavos."),
    _Falla(r"^\$?,", "no trae pesos antes de la coma", "Escriba el cero.", lambda t: f"0{t}"),
    _Falla(r",$", "no trae centavos después de la coma", "Quite la coma.", lambda t: t[:-1]),
    _Falla(
        r",[0-9]{3,}$",
        "trae más de dos decimales",
        "Los centavos son dos; si la coma separaba miles, use el punto.",
        _trocar,
    ),
    _Falla(
        r"^[^,]*\.[0-9]{1,2}$",
        "usa el punto como coma decimal",
        "El punto solo separa miles; los centavos van tras una coma.",
        lambda t: ",".join(t.rsplit(".", 1)),
    ),
    _Falla(
        r"^(?!\$?[0-9]{1,3}(\.[0-9]{3})+(,[0-9]*)?$).*\.",
        "trae los puntos de miles mal puestos",
        "Va un punto cada tres cifras, contando desde la derecha.",
        _agrupar,
    ),
)
_CEROS = _Falla("", "trae ceros a la izquierda", "Quítelos, o complete la cifra.", _agrupar)


def explicar(texto: str) -> DatoInvalido:
    """El error de un texto que no cumple `MONTO`: qué tiene y, si se puede saber, cómo se escribe.

    >>> explicar("1,234.56").remedio[-30:]
    'avos. ¿Quiso decir «1.234,56»?'
    """
    limpio = texto.strip()
    # Lo único que no cumple MONTO y no aparece en la tabla son los ceros a la izquierda.
    falla = next((f for f in _FALLAS if re.search(f.patron, limpio)), _CEROS)
    remedio = falla.remedio
    if falla.corregir and MONTO.fullmatch(corregido := falla.corregir(limpio)):
        remedio += f" ¿Quiso decir {citar(corregido)}?"
    return DatoInvalido(f"El monto {citar(limpio)} {falla.mensaje}.", remedio)
