"""Que ningún problema quede sin respuesta, ni una respuesta sin problema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad
from generador.modelo.falta import exigir
from generador.reglas.acto_general.hallados import hallado
from generador.reglas.concepto.romanos import problema_llamado, romano
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.hallazgos import Hallazgo
    from generador.modelo.concepto import CasoConcepto


def revisar_respuestas(caso: CasoConcepto) -> Iterator[Hallazgo]:
    """Exige que cada respuesta diga a qué problemas responde, y que existan."""
    cuantos = len(caso.problemas)
    nombres = [romano(n) for n in range(1, cuantos + 1)]
    for i, respuesta in enumerate(caso.respuestas, 1):
        for j, nombre in enumerate(respuesta.responde, 1):
            if problema_llamado(exigir(nombre), cuantos) is None:
                remedio = f"{sugerencia(nombre, nombres)} Los problemas son: {', '.join(nombres)}."
                yield hallado(
                    "CON010",
                    Gravedad.ERROR,
                    f"respuestas[{i}].responde[{j}]",
                    f"No hay ningún problema «{nombre}».",
                    remedio.strip(),
                )


def revisar_problemas(caso: CasoConcepto) -> Iterator[Hallazgo]:
    """Exige que cada problema tenga respuesta y sea una pregunta."""
    cuantos = len(caso.problemas)
    respondidos = {
        problema_llamado(exigir(nombre), cuantos)
        for respuesta in caso.respuestas
        for nombre in respuesta.responde
    }
    for n, problema in enumerate(caso.problemas, 1):
        if n not in respondidos:
            yield hallado(
                "CON011",
                Gravedad.ERROR,
                f"problemas[{n}]",
                f"El problema {romano(n)}) no tiene respuesta.",
                f"Añada «{romano(n)}» a «responde» en la respuesta que lo cubre, o escríbale una.",
            )
        pregunta = exigir(problema.pregunta)
        if not ("¿" in pregunta and "?" in pregunta):
            yield hallado(
                "CON012",
                Gravedad.AVISO,
                f"problemas[{n}].pregunta",
                f"El problema {romano(n)}) no está escrito como pregunta.",
                "Póngale sus signos: «¿…?».",
            )
