"""Los textos de un caso, con su ruta, y lo que en cualquiera de ellos está mal.

Lo usan las reglas del acto general y las de la memoria, cada una con sus códigos.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.caso.arbol import TextoCrudo
from generador.errores import DatoInvalido
from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.numeros import leer_cardinal
from generador.lengua.pesos import cifra, leer_monto
from generador.modelo.comunes import Modelo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

# Las instrucciones de los textos largos; en un campo corto saldrían escritas tal cual.
INSTRUCCION = re.compile(
    r"\*\*|\*\w[^*\n]*\*|\{ *(?:dato|ref)\b[^{}\n]*\}?|\[\[[^\]\n]*(?:\]\])?|</?[a-zA-Z][^<>\n]*>"
)
# «… PESOS CON … CENTAVOS MONEDA LEGAL ($1.000,00)»: lo que va desde la moneda.
MONEDA = re.compile(
    r"\bpesos?\b(?:\s+con\s+(?P<centavos>\w+(?:\s+\w+){0,4}?)\s+centavos?\b)?"
    r"(?:\s+(?:moneda\s+(?:legal|corriente)|colombian[oa]s?|m\s*/?\s*cte|m\s*/?\s*l)\b\.?)*"
    r"[\s*,]*\([\s*]*\$?\s*(?P<cifra>\d[\d.,]*)",
    re.IGNORECASE,
)
PALABRAS_DE_UN_MONTO, ANTES = 30, 400


def textos_de(valor: object, ruta: str) -> Iterator[tuple[str, str]]:
    """Todo texto que hay en un modelo, con su ruta, en el orden en que se lee."""
    if isinstance(valor, Modelo):
        for nombre in type(valor).model_fields:
            yield from textos_de(getattr(valor, nombre), f"{ruta}.{nombre}" if ruta else nombre)
    elif isinstance(valor, tuple):
        for i, elemento in enumerate(valor, 1):
            yield from textos_de(elemento, f"{ruta}[{i}]")
    elif isinstance(valor, str):
        yield ruta, valor


def revisar_llanos(valor: object, ruta: str, codigo: str) -> Iterator[Hallazgo]:
    """Exige que un campo corto no traiga instrucciones de los textos largos."""
    for donde, texto in textos_de(valor, ruta):
        hallada = None if isinstance(texto, TextoCrudo) else INSTRUCCION.search(texto)
        if hallada:
            yield Hallazgo(
                codigo=codigo,
                gravedad=Gravedad.ERROR,
                ruta=donde,
                mensaje=f"«{hallada[0]}» saldría escrito tal cual: este campo es texto llano.",
                remedio="Escríbalo sin negrillas, datos, remisiones ni figuras; solo van en los "
                "textos largos.",
            )


def revisar_montos(valor: object, ruta: str, codigo: str) -> Iterator[Hallazgo]:
    """Compara cada monto en letras con la cifra que lleva entre paréntesis."""
    for donde, texto in textos_de(valor, ruta):
        for posicion, letras, en_cifra in _discordantes(texto):
            hallazgo = Hallazgo(
                codigo=codigo,
                gravedad=Gravedad.ERROR,
                ruta=donde,
                mensaje=f"El monto en letras es {cifra(letras)} y la cifra dice {cifra(en_cifra)}.",
                remedio="Corrija el que esté mal; o póngalo en «datos» y cítelo con "
                "{dato: nombre}, que escribe los dos.",
            )
            lugar = texto.lugar(posicion) if isinstance(texto, TextoCrudo) else None
            yield hallazgo if lugar is None else hallazgo.en(lugar)


def _discordantes(texto: str) -> Iterator[tuple[int, Decimal, Decimal]]:
    for hallada in MONEDA.finditer(texto):
        letras = _enteros(texto[max(0, hallada.start() - ANTES) : hallada.start()])
        try:
            en_cifra = leer_monto(hallada["cifra"].rstrip(".,"))
            centavos = leer_cardinal(hallada["centavos"]) if hallada["centavos"] else 0
        except DatoInvalido:
            continue  # no se entiende como monto: no hay con qué comparar
        if letras is None:
            continue
        en_letras = leer_monto(f"{letras},{centavos:02d}")
        if en_letras != en_cifra:
            yield hallada.start(), en_letras if centavos else leer_monto(str(letras)), en_cifra


def _enteros(antes: str) -> int | None:
    """El número con que termina un texto; `None` si no termina en uno bien escrito.

    >>> _enteros("hasta por VEINTE MILLONES DE "), _enteros("trenta y dos mil "), _enteros("los ")
    (20000000, None, None)
    """
    palabras = re.split(r"[^\w\s*]", antes)[-1].replace("*", " ").split()[-PALABRAS_DE_UN_MONTO:]
    if palabras[-1:] and palabras[-1].lower() == "de":
        palabras.pop()
    for i in range(len(palabras)):
        try:
            n = leer_cardinal(" ".join(palabras[i:]))
        except DatoInvalido:
            continue
        # Tras una «y» es el final de un número que no se entendió: no se sabe cuál es.
        return None if i and palabras[i - 1].lower() == "y" else n
    return None
