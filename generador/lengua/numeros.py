"""Números en palabras y de vuelta: cardinales, ordinales y romanos.

La escala es la larga del español: millón (10^6), mil millones (10^9), billón (10^12).
Fuente: RAE y ASALE, *Diccionario panhispánico de dudas*, «cardinales», «ordinales» y «uno»;
*Ortografía de la lengua española* (2010), capítulo VIII.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from num2words import num2words

from generador.errores import DatoInvalido
from generador.lengua._entrada import citar, en_una_linea
from generador.texto import parecido, sin_tildes, sugerencia

if TYPE_CHECKING:
    from collections.abc import Mapping

MIL = 1000
MILLON = 10**6
BILLON = 10**12
CARDINAL_MAXIMO = 10**18 - 1
ORDINAL_MAXIMO = 999
ROMANO_MAXIMO = 3999


class Genero(StrEnum):
    """Género gramatical del sustantivo que se cuenta."""

    MASCULINO = "masculino"
    FEMENINO = "femenino"


# --- Cardinales -------------------------------------------------------------------------------

# Cómo acaba un grupo de tres cifras terminado en 1: a solas, ante sustantivo, o en femenino.
_Uno = Literal["uno", "un", "una"]
_TERMINADOS_EN_UNO: Mapping[tuple[str, _Uno], str] = MappingProxyType(
    {
        ("uno", "un"): "un",
        ("uno", "una"): "una",
        ("veintiuno", "un"): "veintiún",
        ("veintiuno", "una"): "veintiuna",
    }
)


def cardinal(n: int, *, genero: Genero = Genero.MASCULINO, apocope: bool = False) -> str:
    """El entero en palabras, en minúsculas y con tildes; exacto de 0 a 10^18 - 1.

    `apocope` es la forma que va ante un sustantivo masculino («veintiún pesos»); el femenino
    no se apocopa. Ante «mil» se prefiere siempre «un» («veintiún mil hectáreas»), y los
    millones son masculinos aunque se cuenten hectáreas («doscientos millones»).
    Fuera del rango, o si no es un entero, `DatoInvalido`.

    >>> cardinal(1_549_862)
    'un millón quinientos cuarenta y nueve mil ochocientos sesenta y dos'
    >>> cardinal(101_021, apocope=True)
    'ciento un mil veintiún'
    >>> cardinal(200_201, genero=Genero.FEMENINO)
    'doscientas mil doscientas una'
    >>> cardinal(-1)
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: El número «-1» no se puede escribir en palabras. Debe ser ...
    """
    _exigir_entero(n, 0, CARDINAL_MAXIMO)
    if n == 0:
        return "cero"
    billones, resto = divmod(n, BILLON)
    millones, unidades = divmod(resto, MILLON)
    uno: _Uno = "una" if genero == Genero.FEMENINO else "un" if apocope else "uno"
    partes = (
        _contados(billones, "billón", "billones"),
        _contados(millones, "millón", "millones"),
        _bajo_un_millon(unidades, genero, uno),
    )
    return " ".join(parte for parte in partes if parte)


def leer_cardinal(texto: str) -> int:
    """El entero de un cardinal bien escrito; acepta mayúsculas, apócope y los dos géneros.

    Es la inversa exacta de `cardinal`: una tilde que falta, «un mil» o una «y» de más dan
    `DatoInvalido` con la forma correcta.

    >>> leer_cardinal("CIENTO UN MIL VEINTIÚN")
    101021
    >>> leer_cardinal("veintidos")
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: El número «veintidos» está mal escrito. Se escribe «veintidós».
    """
    escrito = en_una_linea(texto).lower()
    if not escrito:
        raise DatoInvalido("El número está vacío.", "Escríbalo en palabras, como «veintiuno».")
    n = _sumar(escrito.split())
    formas = (
        cardinal(n),
        cardinal(n, apocope=True),
        cardinal(n, genero=Genero.FEMENINO),
    )
    if escrito not in formas:
        correcta = parecido(escrito, formas) or formas[0]
        raise DatoInvalido(
            f"El número {citar(texto)} está mal escrito.", f"Se escribe «{correcta}»."
        )
    return n


def _exigir_entero(n: int, minimo: int, maximo: int) -> None:
    # bool es un int para Python: cardinal(True) sería «uno» sin que nadie lo hubiera pedido.
    if isinstance(n, bool) or not isinstance(n, int) or not minimo <= n <= maximo:
        # Python se niega a escribir en cifras un entero desmedido: no se cita.
        desmedido = isinstance(n, int) and abs(n) > CARDINAL_MAXIMO
        citado = "de más de 18 cifras" if desmedido else citar(repr(n))
        cifras = f"{maximo:,}".replace(",", ".")
        raise DatoInvalido(
            f"El número {citado} no se puede escribir en palabras.",
            f"Debe ser un entero de {minimo} a {cifras}.",
        )


def _contados(n: int, singular: str, plural: str) -> str:
    if n == 0:
        return ""
    if n == 1:
        return f"un {singular}"
    return f"{_bajo_un_millon(n, Genero.MASCULINO, 'un')} {plural}"


def _bajo_un_millon(n: int, genero: Genero, uno: _Uno) -> str:
    miles, unidades = divmod(n, MIL)
    partes = []
    if miles > 1:
        partes.append(_grupo(miles, genero, "un"))
    if miles:
        partes.append("mil")
    if unidades:
        partes.append(_grupo(unidades, genero, uno))
    return " ".join(partes)


def _grupo(n: int, genero: Genero, uno: _Uno) -> str:
    """De 1 a 999: lo único que num2words escribe siempre bien; género y apócope se ponen aquí."""
    palabras = str(num2words(n, lang="es")).split()
    if genero == Genero.FEMENINO:
        palabras = [f"{p[:-2]}as" if p.endswith("ientos") else p for p in palabras]
    palabras[-1] = _TERMINADOS_EN_UNO.get((palabras[-1], uno), palabras[-1])
    return " ".join(palabras)


def _sumar(palabras: list[str]) -> int:
    """El valor de las palabras sin juzgar su orden: quien llama compara con la forma exacta."""
    escalas = {"millon": MILLON, "millones": MILLON, "billon": BILLON, "billones": BILLON}
    vocabulario = _vocabulario()
    total = miles = grupo = 0
    for palabra in palabras:
        plana = sin_tildes(palabra)
        if plana == "mil":
            miles, grupo = miles + (grupo or 1) * MIL, 0
        elif plana in escalas:
            total, miles, grupo = total + (miles + grupo) * escalas[plana], 0, 0
        elif plana in vocabulario:
            grupo += vocabulario[plana]
        elif plana != "y":
            raise DatoInvalido(
                f"{citar(palabra)} no es una palabra de un número.",
                sugerencia(palabra, (*vocabulario, "mil", *escalas)),
            )
    return total + miles + grupo


@cache
def _vocabulario() -> Mapping[str, int]:
    sueltos = (*range(30), *range(30, 100, 10), *range(100, 1000, 100))
    formas = [
        (cardinal(n, genero=genero, apocope=apocope), n)
        for n in sueltos
        for genero in Genero
        for apocope in (False, True)
    ]
    return MappingProxyType({sin_tildes(forma): n for forma, n in formas} | {"ciento": 100})


# --- Ordinales --------------------------------------------------------------------------------

_UNIDADES = (
    "",
    "primero",
    "segundo",
    "tercero",
    "cuarto",
    "quinto",
    "sexto",
    "séptimo",
    "octavo",
    "noveno",
)
_DECENAS = (
    "",
    "décimo",
    "vigésimo",
    "trigésimo",
    "cuadragésimo",
    "quincuagésimo",
    "sexagésimo",
    "septuagésimo",
    "octogésimo",
    "nonagésimo",
)
_CENTENAS = (
    "",
    "centésimo",
    "ducentésimo",
    "tricentésimo",
    "cuadringentésimo",
    "quingentésimo",
    "sexcentésimo",
    "septingentésimo",
    "octingentésimo",
    "noningentésimo",
)
_PROPIOS = MappingProxyType({11: "undécimo", 12: "duodécimo"})
_TREINTA = 30


def ordinal(n: int, *, genero: Genero = Genero.MASCULINO, apocope: bool = False) -> str:
    """El ordinal en palabras, de 1 a 999, en minúsculas.

    De las formas que admite la RAE se usan la etimológica (undécimo, duodécimo; también serían
    correctas decimoprimero, decimosegundo) y, hasta la veintena, la de una palabra
    (vigesimoprimero). `apocope` da «primer» y «tercer», solo en masculino.

    >>> ordinal(11), ordinal(18), ordinal(21, genero=Genero.FEMENINO), ordinal(103, apocope=True)
    ('undécimo', 'decimoctavo', 'vigesimoprimera', 'centésimo tercer')
    >>> ordinal(0)
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: El número «0» no se puede escribir en palabras. Debe ser ...
    """
    _exigir_entero(n, 1, ORDINAL_MAXIMO)
    centena, resto = divmod(n, 100)
    palabras = [_CENTENAS[centena], *_ordinal_bajo_cien(resto)]
    palabras = [palabra for palabra in palabras if palabra]
    if genero == Genero.FEMENINO:
        palabras = [f"{palabra[:-1]}a" for palabra in palabras]
    elif apocope and palabras[-1].endswith(("primero", "tercero")):
        palabras[-1] = palabras[-1][:-1]
    return " ".join(palabras)


def _ordinal_bajo_cien(n: int) -> list[str]:
    decena, unidad = divmod(n, 10)
    if n in _PROPIOS:
        return [_PROPIOS[n]]
    if n > _TREINTA or decena == 0 or unidad == 0:
        return [_DECENAS[decena], _UNIDADES[unidad]]
    prefijo = sin_tildes(_DECENAS[decena])  # en una palabra el primer elemento pierde la tilde
    if _UNIDADES[unidad].startswith("o"):
        prefijo = prefijo[:-1]  # decimoctavo, no «decimooctavo»
    return [prefijo + _UNIDADES[unidad]]


# --- Romanos ----------------------------------------------------------------------------------

_ROMANOS = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def romano(n: int) -> str:
    """El número en romanos, en mayúsculas, de 1 a 3999.

    >>> romano(1994), romano(4)
    ('MCMXCIV', 'IV')
    """
    _exigir_entero(n, 1, ROMANO_MAXIMO)
    letras = []
    for valor, signo in _ROMANOS:
        veces, n = divmod(n, valor)
        letras.append(signo * veces)
    return "".join(letras)
