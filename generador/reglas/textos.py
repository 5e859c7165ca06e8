"""Los textos de un caso, con su ruta, y lo que en cualquiera de ellos está mal.

Lo usan las reglas del acto general y las de la memoria, cada una con sus códigos.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.caso.arbol import TextoCrudo
from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.comunes import Modelo
from generador.reglas.letras_y_cifras import discordias

if TYPE_CHECKING:
    from collections.abc import Iterator

# Las instrucciones de los textos largos; en un campo corto saldrían escritas tal cual.
INSTRUCCION = re.compile(
    r"\*\*|\*\w[^*\n]*\*|\{ *(?:dato|ref|fuente)\b[^{}\n]*\}?|\[\[[^\]\n]*(?:\]\])?"
    r"|</?[a-zA-Z][^<>\n]*>"
)


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


def en_texto(hallazgo: Hallazgo, texto: str, posicion: int) -> Hallazgo:
    """El mismo hallazgo, en su línea y columna si el texto sabe de qué archivo salió."""
    lugar = texto.lugar(posicion) if isinstance(texto, TextoCrudo) else None
    return hallazgo if lugar is None else hallazgo.en(lugar)


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
    """Compara cada número en letras con su cifra: un monto es un error; los demás, un aviso."""
    for donde, texto in textos_de(valor, ruta):
        for discordia in discordias(texto):
            que = "monto" if discordia.es_monto else "número"
            remedio = "Corrija el que esté mal."
            if discordia.es_monto:
                remedio = (
                    "Corrija el que esté mal; o póngalo en «datos» y cítelo con {dato: nombre}, "
                    "que escribe los dos."
                )
            hallazgo = Hallazgo(
                codigo=codigo,
                gravedad=Gravedad.ERROR if discordia.es_monto else Gravedad.AVISO,
                ruta=donde,
                mensaje=f"El {que} en letras es {discordia.letras} y la cifra dice "
                f"{discordia.cifra}.",
                remedio=remedio,
            )
            yield en_texto(hallazgo, texto, discordia.posicion)
