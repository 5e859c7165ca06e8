"""El epígrafe, la competencia, quién firma y los datos que los textos citan.

Fuente: Decreto 1081 de 2015 (técnica normativa) y artículo 115 de la Constitución Política: los
actos del Presidente requieren la firma del ministro, y el decreto lo firman los dos.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.acto_general import CasoDecreto, Dato
from generador.modelo.falta import Falta, exigir
from generador.reglas.acto_general.hallados import hallado
from generador.texto import clave

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.modelo.acto_general import CasoGeneral

EPIGRAFE = "acto.epigrafe"
RESOLUCION = re.compile(r"Por (?:medio de )?la cual ")
DECRETO = re.compile(r"Por (?:el|medio del) cual ")
COMPETENCIA = ("en ejercicio de", "en uso de")
COMILLAS = "“”\"«»'"


def revisar_epigrafe(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Comprueba que el epígrafe concuerde con la clase de acto: «la cual», «el cual»."""
    decreto = isinstance(caso, CasoDecreto)
    forma, debe = (DECRETO, "Por el cual") if decreto else (RESOLUCION, "Por la cual")
    if not forma.match(exigir(caso.acto.epigrafe)):
        acto = "un decreto" if decreto else "una resolución"
        yield hallado(
            "GEN001",
            Gravedad.ERROR,
            EPIGRAFE,
            f"El epígrafe de {acto} empieza por «{debe}».",
            f"Escríbalo así: «{debe} se …».",
        )


def revisar_puntuacion(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Las comillas y el punto del epígrafe los pone la plantilla donde van."""
    epigrafe = exigir(caso.acto.epigrafe)
    if epigrafe[0] in COMILLAS or epigrafe[-1] in f"{COMILLAS}.":
        yield hallado(
            "GEN002",
            Gravedad.ERROR,
            EPIGRAFE,
            "El epígrafe va sin comillas en los extremos y sin punto final.",
            "Quítelos: el acto, sus encabezados y la memoria ponen las comillas.",
        )


def revisar_competencia(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Avisa si las facultades no empiezan por la fórmula acostumbrada."""
    if not clave(exigir(caso.acto.competencia)).startswith(COMPETENCIA):
        yield hallado(
            "GEN003",
            Gravedad.AVISO,
            "acto.competencia",
            "La competencia no empieza por «En ejercicio de» ni «En uso de».",
            "Por ejemplo: «En ejercicio de sus facultades legales, en especial las conferidas por "
            "el artículo … de la Ley …».",
        )


def revisar_presidente(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Avisa si en un decreto no firma el Presidente."""
    if isinstance(caso, CasoDecreto) and caso.presidente is None:
        yield hallado(
            "GEN004",
            Gravedad.AVISO,
            "ministros",
            "El decreto no dice quién lo firma como Presidente de la República.",
            "Añada «presidente» con su nombre, o confirme que lo firma quien ejerce la delegación.",
        )


def revisar_datos(caso: CasoGeneral) -> Iterator[Hallazgo]:
    """Comprueba que cada dato tenga un solo valor y un nombre que no se repita."""
    veces = Counter(exigir(dato.nombre) for dato in caso.datos)
    for i, dato in enumerate(caso.datos, 1):
        ruta = f"datos[{i}]"
        if veces[dato.nombre] > 1:
            yield hallado(
                "GEN005",
                Gravedad.ERROR,
                f"{ruta}.nombre",
                f"Hay {veces[dato.nombre]} datos llamados «{dato.nombre}».",
                "Deje uno, o cámbiele el nombre al otro.",
            )
        if _valores(dato) != 1:
            yield hallado(
                "GEN006",
                Gravedad.ERROR,
                ruta,
                f"El dato «{dato.nombre}» lleva un valor, y solo uno.",
                "Escriba «monto», «fecha» o «texto».",
            )


def _valores(dato: Dato) -> int:
    posibles = (dato.monto, dato.fecha, dato.texto)
    return sum(isinstance(valor, Falta) or valor is not None for valor in posibles)
