"""Qué puntos de la petición se responden y cuáles se trasladaron: todos, y cada uno una vez."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad
from generador.modelo.falta import exigir
from generador.reglas.acto_general.hallados import en_texto, hallado
from generador.texto import clave, sugerencia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.hallazgos import Hallazgo
    from generador.modelo.concepto import CasoConcepto

# Un punto es un elemento numerado, sin sangría, de la petición: «1.», «1)» o «(1)». Con una barra
# no es una lista, y así los transcribe `nuevo --consulta`: es un punto si trae una pregunta.
PUNTO = re.compile(
    r"^\(?(\d{1,2})(?:[.)][ \t]|\\[.)][ \t][^\n¿]*(?:\n(?!\s*\n|\(?\d{1,2}\\?[.)])[^\n¿]*)*¿)",
    re.MULTILINE,
)
# Una transcripción puede ir en una nota al pie, que no lleva notas, y es de quien preguntó.
NOTA = re.compile(r"\[\^[^\]\n]*\]|\^\[|\{ *fuente\b")


def puntos_de(peticion: str) -> tuple[str, ...]:
    r"""Los puntos numerados de la petición, sin repetir, en su orden.

    >>> puntos_de("Pregunto:\n\n1. ¿Uno?\n2) ¿Dos?")
    ('1', '2')
    >>> puntos_de("1\\. Un hecho.\n\n1\\. ¿Uno?\\\n2\\. De otro,\\\n¿dos?\n\n3\\. Otro hecho.")
    ('1', '2')
    """
    hallados = tuple(dict.fromkeys(PUNTO.findall(peticion)))
    return hallados if len(hallados) > 1 else ()


def revisar_puntos(caso: CasoConcepto) -> Iterator[Hallazgo]:
    """Exige que ningún punto quede sin decir, ni se responda y se traslade a la vez."""
    respondidos = {
        clave(exigir(punto)): f"problemas[{i}].puntos[{j}]"
        for i, problema in enumerate(caso.problemas, 1)
        for j, punto in enumerate(problema.puntos, 1)
    }
    trasladados = {
        clave(exigir(p.punto)): f"puntos_trasladados[{i}].punto"
        for i, p in enumerate(caso.puntos_trasladados, 1)
    }
    for punto in sorted(respondidos.keys() & trasladados.keys()):
        yield hallado(
            "CON020",
            Gravedad.ERROR,
            trasladados[punto],
            f"El punto {punto} de la petición se responde y también se trasladó.",
            "Déjelo en «puntos» del problema, o en «puntos_trasladados».",
        )
    puntos = puntos_de(exigir(caso.peticion))
    dichos = respondidos | trasladados
    if puntos:
        yield from _inexistentes(dichos, puntos)
        yield from _sin_decir(dichos, puntos)


def _inexistentes(dichos: dict[str, str], puntos: tuple[str, ...]) -> Iterator[Hallazgo]:
    for punto, ruta in dichos.items():
        if punto not in puntos:
            remedio = f"{sugerencia(punto, puntos)} La petición trae: {', '.join(puntos)}."
            yield hallado(
                "CON021",
                Gravedad.ERROR,
                ruta,
                f"La petición no tiene un punto «{punto}».",
                remedio.strip(),
            )


def _sin_decir(dichos: dict[str, str], puntos: tuple[str, ...]) -> Iterator[Hallazgo]:
    """Si algún punto se dice, deben decirse todos; si ninguno, puede que no sean preguntas."""
    faltan = [punto for punto in puntos if punto not in dichos]
    if faltan:
        yield hallado(
            "CON022",
            Gravedad.ERROR if dichos else Gravedad.AVISO,
            "peticion",
            f"No se dice si se responde o se trasladó: punto {', '.join(faltan)} de la petición.",
            "Póngalo en «puntos» del problema que lo recoge, o en «puntos_trasladados». Si no es "
            "una pregunta de la petición, escriba el número con una barra: «1\\.».",
        )


def revisar_sin_notas(caso: CasoConcepto) -> Iterator[Hallazgo]:
    """Exige que no traiga notas ni fuentes lo que se transcribe, ni lo que sale dos veces."""
    textos = {"peticion": caso.peticion} | {
        f"puntos_trasladados[{i}].transcripcion": p.transcripcion
        for i, p in enumerate(caso.puntos_trasladados, 1)
    }
    fijos = caso.textos_fijos
    if fijos is not None and fijos.advertencia is not None:
        textos["textos_fijos.advertencia"] = fijos.advertencia
    for ruta, texto in textos.items():
        for hallada in NOTA.finditer(exigir(texto)):
            error = hallado(
                "CON023",
                Gravedad.ERROR,
                ruta,
                f"«{hallada[0]}» no puede ir aquí: el texto se transcribe, o sale dos veces.",
                "Quítelo, o llévelo al texto de la respuesta.",
            )
            yield en_texto(error, texto, hallada.start())
