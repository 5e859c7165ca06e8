"""Lo que vale para cualquier texto del acto: sin figuras de memoria y con sus montos de acuerdo."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.caso.arbol import TextoCrudo
from generador.hallazgos import Gravedad
from generador.modelo.falta import Falta, exigir
from generador.modelo.llamados import LLAMADO
from generador.reglas.acto_general.hallados import en_texto, hallado
from generador.reglas.textos import revisar_llanos, revisar_montos, textos_de

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.hallazgos import Hallazgo
    from generador.modelo.acto_general import CasoGeneral

FIGURA = re.compile(LLAMADO)
# Un párrafo que no es más que eso: en medio de una frase, o transcrito con «>», es otra cosa.
FORMULA = re.compile(
    r"(?:\A|\n[ \t]*\n)[ \t#*]*"
    r"(?P<formula>considerandos?|(?:que )?en mérito de lo expuesto|resuelve|decreta"
    r"|(?:publ|notif|comun)[íi]quese[\w, ]*? y c[úu]mplase|dad[oa] en [^\n]+)"
    r"[ \t:.,*]*(?=\n[ \t]*\n|\s*\Z)",
    re.IGNORECASE,
)
# Un párrafo todo en negrilla que no dice «Que»: sin punto, o de pocas palabras, es un título.
EN_NEGRILLA = re.compile(
    r"(?:\A|\n[ \t]*\n)[ \t]*\*\*(?!Que\b)(?P<titulo>[^*\n]+?)(?P<cierre>[.:;,]?\*\*[.:;,]?)[ \t]*"
    r"(?=\n[ \t]*\n|\s*\Z)",
    re.IGNORECASE,
)
POCAS_PALABRAS = 3
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


def revisar_formulas(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Rechaza las fórmulas que la plantilla ya trae y el asesor copió: saldrían dos veces."""
    for ruta in ("considerandos", "dispositiva"):
        texto = getattr(caso, ruta)
        if isinstance(texto, Falta):
            continue
        for hallada in FORMULA.finditer(texto):
            error = hallado(
                "GEN044",
                Gravedad.ERROR,
                ruta,
                f"«{hallada['formula'].strip()}» ya lo trae la plantilla: saldría dos veces.",
                "Quítelo del texto.",
            )
            yield en_texto(error, texto, hallada.start("formula"))


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


def revisar_titulos(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Rechaza el título en negrilla entre los considerandos: saldría como uno, con «Que»."""
    texto = exigir(caso.considerandos)
    for hallada in EN_NEGRILLA.finditer(texto):
        titulo = hallada["titulo"].strip()
        if "." in hallada["cierre"] and len(titulo.split()) > POCAS_PALABRAS:
            continue
        error = hallado(
            "GEN045",
            Gravedad.ERROR,
            "considerandos",
            f"«{titulo}» parece un título, y saldría como un considerando: «Que {titulo}».",
            f"Escríbalo «# {titulo}»; si es un considerando, empiécelo por «Que».",
        )
        yield en_texto(error, texto, hallada.start("titulo"))
