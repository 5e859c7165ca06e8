"""La parte dispositiva: que tenga artículos, que no repita la vigencia y que cite los anexos."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.falta import exigir
from generador.reglas.acto_general.hallados import en_texto, hallado

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.modelo.acto_general import CasoGeneral

DISPOSITIVA = "dispositiva"
ARTICULO = re.compile(r"^[ \t]*\**art[íi]culo\b", re.IGNORECASE | re.MULTILINE)
RIGE = re.compile(r"\brig(?:e|en|irá|irán) (?:a partir|desde)\b", re.IGNORECASE)
TRANSCRITO = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
ANEXO = re.compile(r"\banexos?\b(?P<numeros>(?:(?:,| y| o| a|) *(?:n\.º *)?\d+\b)*)", re.IGNORECASE)


def revisar_articulos(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Exige al menos un artículo."""
    if not ARTICULO.search(exigir(caso.dispositiva)):
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


def revisar_anexos(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Exige que los artículos se refieran a cada anexo, por su número si hay varios."""
    citados = {numero for numero, _ in _citados(caso)}
    for i, anexo in enumerate(caso.anexos, 1):
        if i not in citados and not (len(caso.anexos) == 1 and 0 in citados):
            como = "el Anexo" if len(caso.anexos) == 1 else f"el Anexo {i}"
            yield hallado(
                "GEN022",
                Gravedad.ERROR,
                f"anexos[{i}]",
                f"La parte dispositiva no se refiere al anexo «{anexo.titulo}».",
                f"Nómbrelo en el artículo que lo adopta («{como} de este acto»), o quítelo.",
            )


def revisar_anexos_citados(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Exige que exista todo anexo al que se refieren los artículos."""
    for numero, posicion in _citados(caso):
        if numero > len(caso.anexos):
            error = hallado(
                "GEN023",
                Gravedad.ERROR,
                DISPOSITIVA,
                f"Se nombra el Anexo {numero} y el caso trae {len(caso.anexos)}.",
                "Añádalo a «anexos», o corrija el número.",
            )
            yield en_texto(error, caso.dispositiva, posicion)


def _citados(caso: CasoGeneral) -> Iterator[tuple[int, int]]:
    """El número de cada anexo que se nombra (0, si va sin número) y su posición."""
    for hallado_en in ANEXO.finditer(exigir(caso.dispositiva)):
        numeros = [int(n) for n in re.findall(r"\d+", hallado_en["numeros"])] or [0]
        for numero in numeros:
            yield numero, hallado_en.start()
