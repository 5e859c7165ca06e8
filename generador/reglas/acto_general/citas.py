"""Las normas que el acto cita: el orden de los fundamentos, su estado y lo que se deroga."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.jerarquia import jerarquia
from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.falta import Falta, exigir
from generador.reglas.acto_general.hallados import hallado
from generador.reglas.normas import advertir_todas, citadas
from generador.texto import clave

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.citas.norma import Norma
    from generador.modelo.acto_general import CasoGeneral

GENERICAS = ("que le sean contrarias", "que le sea contraria", "disposiciones contrarias")


def revisar_orden(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Avisa si en la competencia una norma va después de otra de menor jerarquía."""
    anterior: Norma | None = None
    for _, norma in citadas(exigir(caso.acto.competencia)):
        if anterior is not None and _rango(norma) < _rango(anterior):
            yield hallado(
                "GEN010",
                Gravedad.AVISO,
                "acto.competencia",
                f"«{norma.canonica}» es de mayor jerarquía que «{anterior.canonica}» y va después.",
                "Ordene los fundamentos: Constitución, leyes, decretos con fuerza de ley, decretos "
                "reglamentarios, resoluciones.",
            )
        anterior = norma


def _rango(norma: Norma) -> int:
    """El puesto de la norma; la que no tiene uno va al final."""
    grupo, puesto = jerarquia().puestos.get(norma.tipo, ("", 0))
    return puesto if grupo == "normas" else len(jerarquia().puestos)


def revisar_normas(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Lo que el catálogo advierte de cada norma, una vez, donde primero se cita."""
    yield from advertir_todas(_textos(caso), "GEN011")


def _textos(caso: CasoGeneral) -> Iterator[tuple[str, str]]:
    textos = {
        "acto.competencia": caso.acto.competencia,
        "considerandos": caso.considerandos,
        "dispositiva": caso.dispositiva,
    }
    for ruta, texto in textos.items():
        if not isinstance(texto, Falta):
            yield ruta, texto


def revisar_derogatorias(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Avisa si una derogatoria no nombra su norma, o es de las que no derogan nada en concreto."""
    for i, texto in enumerate(caso.vigencia.deroga, 1):
        ruta = f"vigencia.deroga[{i}]"
        if any(generica in clave(exigir(texto)) for generica in GENERICAS):
            yield hallado(
                "GEN012",
                Gravedad.AVISO,
                ruta,
                "La derogatoria es genérica: no dice qué deroga.",
                "Nombre cada norma que se deroga, con sus artículos.",
            )
        elif not list(citadas(texto)):
            yield hallado(
                "GEN013",
                Gravedad.AVISO,
                ruta,
                f"No se reconoce qué norma deroga «{texto}».",
                "Nómbrela con su clase, número y año: «la Resolución 100 de 2020».",
            )
