"""Los números que el asesor escribió: de corrido, y que se sepa cuál le toca a la vigencia."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.rotulos import ESPACIO, rotulo
from generador.modelo.falta import exigir
from generador.reglas.acto_general.hallados import en_texto, hallado
from generador.reglas.ordinales import leer_numero

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.modelo.acto_general import CasoGeneral

DISPOSITIVA = "dispositiva"
ETIQUETA = rf"(?:{ESPACIO}\{{[^{{}}\n]*\}})?"
# Lo que está detrás de «>» es de otra norma y no empieza así.
ROTULO = re.compile(rf"^ {{0,3}}{rotulo(ETIQUETA)}", re.MULTILINE)
TRANSITORIO = re.compile(r"\s*\btransitori[oa]\b\s*", re.IGNORECASE)


def revisar_numeros(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Exige que los artículos numerados a mano vayan de corrido desde 1, y se entiendan."""
    texto = exigir(caso.dispositiva)
    anterior = 0
    for hallada in ROTULO.finditer(texto):
        escrito = hallada["numero"].strip()
        if not escrito or not es_articulo(hallada):
            continue
        n = leer_numero(escrito)
        if n is None:
            error = hallado(
                "GEN025",
                Gravedad.ERROR,
                DISPOSITIVA,
                f"No se entiende el número de «{hallada['rotulo']} {escrito}», y Minuta no sabe "
                "cuál le toca al artículo de vigencia.",
                "Escríbalo en cifra o con un ordinal («3», «3º», «Tercero»), o quite todos los "
                "números: sin ellos, los artículos se numeran solos.",
            )
            yield en_texto(error, texto, hallada.start("rotulo"))
            continue
        if n != anterior + 1:
            error = hallado(
                "GEN024",
                Gravedad.ERROR,
                DISPOSITIVA,
                _salto(f"{hallada['rotulo']} {escrito}", n, anterior, "artículo"),
                "Corrija el número, o quítelos todos: sin ellos, los artículos se numeran solos.",
            )
            yield en_texto(error, texto, hallada.start("rotulo"))
        anterior = n


def _salto(escrito: str, n: int, anterior: int, clase: str) -> str:
    if n == anterior:
        return f"«{escrito}» repite el número del {clase} anterior."
    return f"«{escrito}» no sigue la numeración: aquí va el {clase} {anterior + 1}."


def revisar_paragrafos(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Exige que los parágrafos numerados a mano vayan de corrido dentro de su artículo."""
    texto = exigir(caso.dispositiva)
    grupo: list[re.Match[str]] = []
    for hallada in ROTULO.finditer(texto):
        if es_articulo(hallada):
            yield from _paragrafos(grupo, texto)
            grupo = []
        else:
            grupo.append(hallada)
    yield from _paragrafos(grupo, texto)


def es_articulo(hallada: re.Match[str]) -> bool:
    """Si el rótulo es de un artículo y no de un parágrafo."""
    return hallada["rotulo"][0] == "A"


def _paragrafos(grupo: list[re.Match[str]], texto: str) -> Iterator[Hallazgo]:
    """Los de un artículo. Un transitorio lleva su cuenta o la de todos: no se le exige ninguna."""
    propios = [r for r in grupo if not TRANSITORIO.search(r["numero"])]
    anterior = de_todos = 0
    for hallada in grupo:
        escrito = TRANSITORIO.sub("", hallada["numero"]).strip()
        n = leer_numero(escrito)
        if n is None:
            continue
        if hallada in propios:
            if n not in (anterior + 1, de_todos + 1):
                dicho = _salto(f"{hallada['rotulo']} {escrito}", n, anterior, "parágrafo")
                remedio = "Corrija el número, o quítelos: sin ellos, se numeran solos."
                error = hallado("GEN026", Gravedad.ERROR, DISPOSITIVA, dicho, remedio)
                yield en_texto(error, texto, hallada.start("rotulo"))
            elif len(grupo) == 1:
                dicho = f"«{hallada['rotulo']} {escrito}» es el único de su artículo."
                remedio = f"Escriba «{hallada['rotulo']}.»: el que va solo no lleva número."
                aviso = hallado("GEN027", Gravedad.AVISO, DISPOSITIVA, dicho, remedio)
                yield en_texto(aviso, texto, hallada.start("rotulo"))
            anterior = n
        de_todos = n
