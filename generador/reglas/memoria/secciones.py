"""Que cada sección diga algo, y que un «No aplica» lleve motivo.

Fuente: Decreto 1081 de 2015, artículos 2.1.2.1.6 y 2.1.2.1.7; y 2.1.2.3.3 y siguientes en el texto
del Decreto 0385 de 2026.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.memoria import REGIMEN_2020, REGIMEN_2026, Memoria
from generador.modelo.memoria_2026 import Contenido2026, Inventario
from generador.modelo.memoria_secciones import (
    Afectaciones,
    Contenido2020,
    Jurisprudencia,
    Seccion,
)
from generador.reglas.memoria.parametros import parametros

if TYPE_CHECKING:
    from collections.abc import Iterator

Contenido = Contenido2020 | Contenido2026

SOLO_NO_APLICA = re.compile(r"(?:no\s+aplica|n\s*/\s*a)\W*", re.IGNORECASE)
PARRAFO_QUE = re.compile(r"^(?:[-*>]\s*)?Que\s", re.MULTILINE)
PARRAFO = re.compile(r"^\S", re.MULTILINE)
MUCHOS = 4  # párrafos «Que …» desde los que se avisa, si son la mitad o más


def contenido_de(memoria: Memoria) -> Contenido | None:
    """El contenido del régimen escrito, o `None` si falta."""
    return memoria.contenido_2020 if memoria.regimen == REGIMEN_2020 else memoria.contenido_2026


def ruta_del_contenido(memoria: Memoria) -> str:
    """La ruta del contenido que corresponde al régimen: `memoria.contenido_2020`."""
    return f"memoria.contenido_{memoria.regimen}"


def revisar_regimen(memoria: Memoria) -> Iterator[Hallazgo]:
    """Comprueba que esté el contenido del régimen escrito, y solo ese."""
    advertencia = parametros().advertencias[memoria.regimen]
    if advertencia:
        yield Hallazgo(
            codigo="MEM001",
            gravedad=Gravedad.AVISO,
            ruta="memoria.regimen",
            mensaje=advertencia,
            remedio="Confirme que el proyecto se rige por él; si no, use el régimen 2020.",
        )
    if contenido_de(memoria) is None:
        yield Hallazgo(
            codigo="MEM002",
            gravedad=Gravedad.ERROR,
            ruta="memoria",
            mensaje=f"El régimen es {memoria.regimen} y no está «contenido_{memoria.regimen}».",
            remedio="Escriba las secciones de ese régimen, o corrija «regimen».",
        )
    otro = REGIMEN_2026 if memoria.regimen == REGIMEN_2020 else REGIMEN_2020
    if getattr(memoria, f"contenido_{otro}") is not None:
        yield Hallazgo(
            codigo="MEM003",
            gravedad=Gravedad.ERROR,
            ruta=f"memoria.contenido_{otro}",
            mensaje=f"El régimen es {memoria.regimen} y también está «contenido_{otro}».",
            remedio="Una memoria tiene un solo régimen: quite el contenido que no corresponde.",
        )


def secciones_de(memoria: Memoria) -> Iterator[tuple[str, str, Seccion]]:
    """La ruta, el título y el contenido de cada sección, en el orden del régimen."""
    contenido = contenido_de(memoria)
    if contenido is None:
        return
    for nombre, campo in type(contenido).model_fields.items():
        valor = getattr(contenido, nombre)
        if isinstance(valor, Seccion):
            titulo = (campo.description or "").partition(". No basta")[0].rstrip(".")
            yield f"{ruta_del_contenido(memoria)}.{nombre}", titulo, valor


def revisar_secciones(memoria: Memoria) -> Iterator[Hallazgo]:
    """Comprueba, sección por sección, que diga algo o que diga por qué no aplica."""
    for ruta, titulo, seccion in secciones_de(memoria):
        yield from _revisar(ruta, titulo, seccion)


def _revisar(ruta: str, titulo: str, seccion: Seccion) -> Iterator[Hallazgo]:
    dice = seccion.texto is not None or bool(_datos(seccion))
    if not dice and seccion.no_aplica is None:
        yield _error("MEM010", ruta, f"La sección «{titulo}» no dice nada.", _LO_UNO_O_LO_OTRO)
    elif dice and seccion.no_aplica is not None:
        mensaje = f"La sección «{titulo}» dice que no aplica y también trae contenido."
        yield _error("MEM011", ruta, mensaje, _LO_UNO_O_LO_OTRO)
    for campo in ("texto", "no_aplica"):
        valor = getattr(seccion, campo)
        if valor is not None and SOLO_NO_APLICA.fullmatch(str(valor).strip()):
            mensaje = f"La sección «{titulo}» dice «No aplica» sin motivo."
            yield _error("MEM012", f"{ruta}.{campo}", mensaje, "Escriba por qué en «no_aplica».")


_LO_UNO_O_LO_OTRO = "Escriba «texto» o, si no aplica, «no_aplica» con el motivo."


def _datos(seccion: Seccion) -> tuple[object, ...]:
    """Lo que la sección trae como datos, además de su texto."""
    if isinstance(seccion, Inventario):
        return (*seccion.normas, *seccion.afectaciones)
    if isinstance(seccion, Afectaciones):
        return seccion.afectaciones
    return seccion.decisiones if isinstance(seccion, Jurisprudencia) else ()


def _error(codigo: str, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    return Hallazgo(
        codigo=codigo, gravedad=Gravedad.ERROR, ruta=ruta, mensaje=mensaje, remedio=remedio
    )


def revisar_antecedentes(memoria: Memoria) -> Iterator[Hallazgo]:
    """Avisa si los antecedentes parecen los considerandos del proyecto, transcritos."""
    contenido = memoria.contenido_2020
    if contenido is None or contenido.antecedentes.texto is None:
        return
    texto = str(contenido.antecedentes.texto)
    considerandos = len(PARRAFO_QUE.findall(texto))
    if considerandos >= MUCHOS and considerandos * 2 >= len(PARRAFO.findall(texto)):
        yield Hallazgo(
            codigo="MEM013",
            gravedad=Gravedad.AVISO,
            ruta="memoria.contenido_2020.antecedentes.texto",
            mensaje=f"Los antecedentes traen {considerandos} párrafos que empiezan por «Que»: "
            "parecen los considerandos del proyecto.",
            remedio="La sección 1 explica la oportunidad y la conveniencia; no se suple "
            "transcribiendo considerandos.",
        )
