"""Lo que vale para cualquier texto del acto: sin figuras de memoria y con sus montos de acuerdo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.caso.arbol import TextoCrudo
from generador.hallazgos import Gravedad
from generador.modelo.falta import exigir
from generador.modelo.llamados import LLAMADO
from generador.reglas.acto_general.hallados import en_texto, hallado
from generador.reglas.textos import revisar_llanos, revisar_montos, textos_de

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.hallazgos import Hallazgo
    from generador.modelo.acto_general import CasoGeneral

FIGURA = re.compile(LLAMADO)
COMA_FINAL = re.compile(r",[”»\"’)\]]*[ \t]*(?=\n[ \t]*\n[ \t]*(?![\s>|*-]|\d+[.)]|[a-z]\))|\s*\Z)")


def _sin_memoria(caso: CasoGeneral) -> CasoGeneral:
    """El caso sin su memoria, que tiene sus propias reglas."""
    return caso.model_copy(update={"memoria": None})


def revisar_campos_llanos(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Exige que los campos cortos no traigan instrucciones de los textos largos."""
    yield from revisar_llanos(_sin_memoria(caso), "", "GEN040")


def revisar_los_montos(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Compara los montos en letras con su cifra."""
    yield from revisar_montos(_sin_memoria(caso), "", "GEN041")


def revisar_figuras(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Rechaza lo que se llama con [[…]]: el acto no lo trae; la memoria y el concepto, sí."""
    for ruta, texto in textos_de(_sin_memoria(caso), ""):
        if not isinstance(texto, TextoCrudo):
            continue
        for hallada in FIGURA.finditer(texto):
            error = hallado(
                "GEN042",
                Gravedad.ERROR,
                ruta,
                f"«{hallada[0]}» no va en el acto: saldría escrito tal cual.",
                "Quítelo; si el acto lleva una figura, póngala con «![Descripción](archivo.png)».",
            )
            yield en_texto(error, texto, hallada.start())


def revisar_comas(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Avisa si un considerando termina en coma: la frase quedó sin terminar."""
    texto = exigir(caso.considerandos)
    for hallada in COMA_FINAL.finditer(texto):
        aviso = hallado(
            "GEN043",
            Gravedad.AVISO,
            "considerandos",
            "El considerando termina en coma.",
            "Termine la frase, o quite la coma: Minuta pone el punto.",
        )
        yield en_texto(aviso, texto, hallada.start())
