"""Enumeraciones en prosa: comas, conjunción que cambia por el sonido, y punto y coma.

Fuente: RAE, *Diccionario panhispánico de dudas*, «y» § 2 (e ante /i/), «o» § 1 (u ante /o/);
*Ortografía de la lengua española* (2010), III, 3.4.3 (punto y coma entre elementos con comas).
"""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from generador.errores import DatoInvalido
from generador.lengua.numeros import CARDINAL_MAXIMO, ORDINAL_MAXIMO, cardinal, ordinal, romano

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# La i es vocal plena: «e hijos», «e ICBF», «e Ybarra»; no «y hierro» ni «y yeso».
_SUENA_I = re.compile(r"h?[ií](?![aeouáéóú])|y(?![aeiouáéíóú])", re.IGNORECASE)
_SUENA_O = re.compile(r"h?[oó]", re.IGNORECASE)
_COMA_O_PUNTO_Y_COMA = re.compile(r",(?![0-9])|;")  # la coma de «12,5» no separa nada
_NUMERO = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+(?![.0-9])|[0-9]+)(\.?[°ºª])?")
_INICIO = re.compile(r"[^\W_]")
_PALABRA = re.compile(r"\w+")
_CAMBIOS = MappingProxyType({"y": (_SUENA_I, "e"), "o": (_SUENA_O, "u")})
_ROMANO_MAXIMO = 99


def enumerar(elementos: Iterable[str], conjuncion: Literal["y", "o"] = "y") -> str:
    """Los elementos en una frase: «a», «a y b», «a, b y c».

    Cambia «y» por «e» ante /i/ y «o» por «u» ante /o/, leyendo las cifras y los romanos como se
    dicen («7 u 8», «I y II»). Si un elemento trae comas, separa con punto y coma. Sin elementos,
    con uno vacío o con otra conjunción, `DatoInvalido`.

    >>> enumerar(["usuarios", "padres", "hijos"]), enumerar(["cobre", "hierro"])
    ('usuarios, padres e hijos', 'cobre y hierro')
    >>> enumerar(["7", "8"], "o"), enumerar(["10", "110"], "o")
    ('7 u 8', '10 o 110')
    >>> enumerar(["Bogotá, D. C.", "Cali", "Ibagué"])
    'Bogotá, D. C.; Cali; e Ibagué'
    >>> enumerar([])
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: La enumeración está vacía o trae un elemento en blanco. ...
    """
    if conjuncion not in _CAMBIOS:
        raise DatoInvalido(f"«{conjuncion}» no es una conjunción de lista.", "Use «y» u «o».")
    if isinstance(elementos, str):
        raise DatoInvalido(
            f"Se pidió enumerar un texto suelto, «{elementos}».", "Use una lista de textos."
        )
    *primeros, ultimo = [elemento.strip() for elemento in elementos] or [""]
    if not all((*primeros, ultimo)):
        raise DatoInvalido(
            "La enumeración está vacía o trae un elemento en blanco.", "Complete la lista."
        )
    if not primeros:
        return ultimo
    con_comas = any(_COMA_O_PUNTO_Y_COMA.search(elemento) for elemento in (*primeros, ultimo))
    separador, antes = ("; ", "; ") if con_comas else (", ", " ")
    return f"{separador.join(primeros)}{antes}{_segun_sonido(conjuncion, ultimo)} {ultimo}"


def _segun_sonido(conjuncion: str, siguiente: str) -> str:
    sonido, cambiada = _CAMBIOS[conjuncion]
    return cambiada if sonido.match(_como_suena(siguiente)) else conjuncion


def _como_suena(elemento: str) -> str:
    """El comienzo del elemento como se pronuncia: sin comillas ni «$», los números en palabras."""
    inicio = _INICIO.search(elemento)
    if inicio is None:
        return elemento
    dicho = elemento[inicio.start() :]
    if numero := _NUMERO.match(dicho):
        return _numero_dicho(numero[1].replace(".", ""), con_grado=bool(numero[2]))
    palabra = _PALABRA.match(dicho)
    return _romanos().get(palabra[0], dicho) if palabra else dicho


def _numero_dicho(cifras: str, *, con_grado: bool) -> str:
    if len(cifras) > len(str(CARDINAL_MAXIMO)):
        return cifras  # nadie lo dice: un código, no una cantidad
    n = int(cifras)
    return ordinal(n) if con_grado and 1 <= n <= ORDINAL_MAXIMO else cardinal(n)


@cache
def _romanos() -> Mapping[str, str]:
    return MappingProxyType({romano(n): cardinal(n) for n in range(1, _ROMANO_MAXIMO + 1)})
