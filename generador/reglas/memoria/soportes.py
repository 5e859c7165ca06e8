"""Que lo que el cuerpo anuncia como anexo o soporte se aporte, y que lo aportado se explique.

Fuente: Decreto 1081 de 2015, artículo 2.1.2.1.7 (anexos del régimen 2020); y 2.1.2.3.3 y siguientes
en el texto del Decreto 0385 de 2026 (soportes).
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.falta import Falta, exigir
from generador.reglas.memoria.parametros import parametros
from generador.reglas.memoria.secciones import contenido_de, ruta_del_contenido, secciones_de
from generador.reglas.textos import en_texto, textos_de

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.modelo.memoria import Memoria
    from generador.reglas.memoria.parametros import AnexoLegal

SOPORTES = "memoria.contenido_2026.soportes"
FRASE = re.compile(r"[^.;\n]+(?:\n(?!\s*\n)[^.;\n]*)*")
# Lo que la consulta ya dice: no hace falta que el asesor lo repita en el cuerpo.
DE_LA_CONSULTA = ("agenda_regulatoria", "informe_observaciones", "certificacion_consulta")


def revisar_de_la_consulta(memoria: Memoria) -> Iterator[Hallazgo]:
    """La memoria remite siempre al informe de observaciones, y la consulta se certifica (2026)."""
    if memoria.contenido_2026 is None:
        return
    soportes = memoria.contenido_2026.soportes
    if not exigir(soportes.informe_observaciones.aporta):
        yield Hallazgo(
            codigo="MEM034",
            gravedad=Gravedad.ERROR,
            ruta=f"{SOPORTES}.informe_observaciones",
            mensaje="La memoria dirá que lo que pasó en la consulta consta en el informe de "
            "observaciones y respuestas, y ese soporte no se aporta.",
            remedio="Apórtelo, aunque sea para decir que no llegaron comentarios.",
        )
    if not exigir(soportes.certificacion_consulta.aporta):
        yield Hallazgo(
            codigo="MEM035",
            gravedad=Gravedad.AVISO,
            ruta=f"{SOPORTES}.certificacion_consulta",
            mensaje="Hubo consulta pública y no se aporta la certificación de la consulta.",
            remedio="Apórtela, o confirme el motivo.",
        )


def revisar_anunciado(memoria: Memoria) -> Iterator[Hallazgo]:
    """Avisa si el cuerpo anuncia como anexo algo que la tabla dice que no se aporta."""
    textos = _cuerpo(memoria)
    for legal, ruta, aporta in _tabla(memoria):
        if aporta:
            continue
        for donde, texto in textos:
            posicion = _anunciado(legal, texto)
            if posicion is not None:
                aviso = Hallazgo(
                    codigo="MEM036",
                    gravedad=Gravedad.AVISO,
                    ruta=donde,
                    mensaje=f"El texto anuncia «{legal.nombre}» y en «{ruta}» no se aporta.",
                    remedio="Apórtelo, o corrija el texto.",
                )
                yield en_texto(aviso, texto, posicion)
                break


def revisar_explicado(memoria: Memoria) -> Iterator[Hallazgo]:
    """Avisa si se aporta un soporte del que el cuerpo no dice nada (2026)."""
    if memoria.contenido_2026 is None:
        return
    textos = _cuerpo(memoria)
    for legal, ruta, aporta in _tabla(memoria):
        nombrado = any(_nombre(legal).search(texto) for _, texto in textos)
        if aporta and not nombrado and legal.clave not in DE_LA_CONSULTA:
            yield Hallazgo(
                codigo="MEM037",
                gravedad=Gravedad.AVISO,
                ruta=ruta,
                mensaje=f"Se aporta «{legal.nombre}» y ninguna sección lo nombra.",
                remedio="Diga en la sección que corresponda para qué sirve, o no lo aporte.",
            )


def _cuerpo(memoria: Memoria) -> list[tuple[str, str]]:
    """Los textos de las secciones, con su ruta."""
    return [
        (ruta, texto)
        for raiz, _, seccion in secciones_de(memoria)
        for ruta, texto in textos_de(seccion, raiz)
    ]


def _tabla(memoria: Memoria) -> Iterator[tuple[AnexoLegal, str, bool]]:
    """Cada anexo o soporte de la ley, su ruta y si se aporta; los que faltan no se cuentan."""
    contenido, raiz = contenido_de(memoria), ruta_del_contenido(memoria)
    if contenido is None:
        return
    de_2020 = memoria.contenido_2020 is contenido
    nombre = "anexos" if de_2020 else "soportes"
    for legal in parametros().anexos if de_2020 else parametros().soportes:
        fila = getattr(getattr(contenido, nombre), legal.clave)
        aporta = fila if de_2020 else fila.aporta
        if not isinstance(aporta, Falta):
            yield legal, f"{raiz}.{nombre}.{legal.clave}", aporta


def _anunciado(legal: AnexoLegal, texto: str) -> int | None:
    """Dónde se anuncia, en una misma frase que no lo niegue; `None` si no se anuncia."""
    for frase in FRASE.finditer(texto):
        nombrado = _nombre(legal).search(frase[0])
        anuncio = _verbos().search(frase[0]) if nombrado else None
        if nombrado and anuncio and not _niega().search(frase[0][: anuncio.start()]):
            return frase.start() + nombrado.start()
    return None


@cache
def _nombre(legal: AnexoLegal) -> re.Pattern[str]:
    return re.compile(legal.se_nombra.replace(" ", r"\s+"), re.IGNORECASE)


@cache
def _verbos() -> re.Pattern[str]:
    return re.compile(parametros().anuncio.replace(" ", r"\s+"), re.IGNORECASE)


@cache
def _niega() -> re.Pattern[str]:
    return re.compile(parametros().niega, re.IGNORECASE)
