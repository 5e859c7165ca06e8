"""La parte dispositiva: que tenga artículos, que no repita la vigencia y que cite los anexos."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.falta import exigir
from generador.reglas.acto_general.hallados import en_texto, hallado
from generador.reglas.acto_general.numeracion import ROTULO, es_articulo

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.modelo.acto_general import CasoGeneral

DISPOSITIVA = "dispositiva"
RIGE = re.compile(r"\brig(?:e|en|irá|irán) (?:a partir|desde)\b", re.IGNORECASE)
TRANSCRITO = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
ANEXO = re.compile(r"\banexos?\b(?P<numeros>(?:(?:,| y| o| a|) *(?:n\.º *)?\d+\b)*)", re.IGNORECASE)


def revisar_articulos(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Exige al menos un artículo."""
    if not any(map(es_articulo, ROTULO.finditer(exigir(caso.dispositiva)))):
        yield hallado(
            "GEN020",
            Gravedad.ERROR,
            DISPOSITIVA,
            "La parte dispositiva no tiene artículos.",
            "Empiece cada uno así: «Artículo. **Objeto.** …»; Minuta pone el número.",
        )


def revisar_vigencia(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Avisa si la vigencia se escribió también en los artículos: saldría dos veces."""
    # Lo transcrito dice su propia vigencia: no es la del acto.
    dispositiva = exigir(caso.dispositiva)
    hallada = RIGE.search(TRANSCRITO.sub(lambda m: " " * len(m[0]), dispositiva))
    if hallada:
        aviso = hallado(
            "GEN021",
            Gravedad.AVISO,
            DISPOSITIVA,
            "Un artículo dice desde cuándo rige, y Minuta escribe el de vigencia al final.",
            "Quite el artículo y diga la vigencia y las derogatorias en «vigencia».",
        )
        yield en_texto(aviso, dispositiva, hallada.start())


def revisar_anexos(caso: CasoGeneral, antes: int = 0) -> Iterator[Hallazgo]:
    """Exige que los artículos se refieran a cada anexo, por su número si hay varios.

    `antes` son los anexos que Minuta pone delante de los del caso.
    """
    citados = {numero for numero, _ in _citados(caso)}
    unico = antes + len(caso.anexos) == 1
    for i, anexo in enumerate(caso.anexos, 1):
        if antes + i not in citados and not (unico and 0 in citados):
            como = "el Anexo" if unico else f"el Anexo {antes + i}"
            yield hallado(
                "GEN022",
                Gravedad.ERROR,
                f"anexos[{i}]",
                f"La parte dispositiva no se refiere al anexo «{anexo.titulo}».",
                f"Nómbrelo en el artículo que lo adopta («{como} de este acto»), o quítelo.",
            )


def revisar_anexos_citados(caso: CasoGeneral, antes: int = 0) -> Iterator[Hallazgo]:
    """Exige que exista todo anexo al que se refieren los artículos, con los que pone Minuta."""
    total = antes + len(caso.anexos)
    for numero, posicion in _citados(caso):
        if numero > total:
            error = hallado(
                "GEN023",
                Gravedad.ERROR,
                DISPOSITIVA,
                f"Se nombra el Anexo {numero} y el acto tiene {total}.",
                "Añádalo a «anexos», o corrija el número.",
            )
            yield en_texto(error, caso.dispositiva, posicion)


def _citados(caso: CasoGeneral) -> Iterator[tuple[int, int]]:
    """El número de cada anexo que se nombra (0, si va sin número) y su posición."""
    for hallado_en in ANEXO.finditer(exigir(caso.dispositiva)):
        numeros = [int(n) for n in re.findall(r"\d+", hallado_en["numeros"])] or [0]
        for numero in numeros:
            yield numero, hallado_en.start()
