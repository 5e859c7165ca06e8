"""Que el rótulo del proyecto, su epígrafe y quienes firman concuerden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.memoria import (
    JEFE_JURIDICO,
    REGIMEN_2026,
    RESPONSABLE,
    TITULAR,
    Memoria,
    ProyectoNormativo,
)
from generador.reglas.memoria.parametros import parametros
from generador.texto import clave

if TYPE_CHECKING:
    from collections.abc import Iterator

COMILLAS = "“”\"«»'"


def revisar_epigrafe(proyecto: ProyectoNormativo) -> Iterator[Hallazgo]:
    """Avisa si el epígrafe no empieza como su clase pide, o si trae sus propias comillas."""
    epigrafe = str(proyecto.epigrafe)
    esperado = parametros().epigrafes[proyecto.clase]
    if not clave(epigrafe).startswith(f"{clave(esperado)} "):
        yield Hallazgo(
            codigo="MEM020",
            gravedad=Gravedad.AVISO,
            ruta="proyecto.epigrafe",
            mensaje=f"El rótulo dirá «Proyecto de {str(proyecto.clase).capitalize()}» y el "
            f"epígrafe no empieza por «{esperado}».",
            remedio="Corrija «clase» o el epígrafe: «Por el cual …» es de decreto y «Por la cual "
            "…», de resolución.",
        )
    if epigrafe[0] in COMILLAS and epigrafe[-1] in COMILLAS:
        yield Hallazgo(
            codigo="MEM021",
            gravedad=Gravedad.ERROR,
            ruta="proyecto.epigrafe",
            mensaje="El epígrafe trae comillas y la memoria ya las pone: saldrían dobles.",
            remedio="Quite las comillas de los extremos.",
        )


def revisar_firmas(memoria: Memoria) -> Iterator[Hallazgo]:
    """Comprueba que firme quien debe y que el encargado o delegado diga con qué acto."""
    papeles = {firma.papel for firma in memoria.firmas}
    if JEFE_JURIDICO not in papeles:
        yield Hallazgo(
            codigo="MEM040",
            gravedad=Gravedad.ERROR,
            ruta="memoria.firmas",
            mensaje="No firma el jefe de la oficina jurídica.",
            remedio=f"Añada su firma, con «papel: {JEFE_JURIDICO}».",
        )
    if memoria.regimen == REGIMEN_2026 and RESPONSABLE not in papeles:
        yield Hallazgo(
            codigo="MEM042",
            gravedad=Gravedad.ERROR,
            ruta="memoria.firmas",
            mensaje="En el régimen 2026 firman también los responsables, y no hay ninguno.",
            remedio=f"Añada su firma, con «papel: {RESPONSABLE}».",
        )
    for i, firma in enumerate(memoria.firmas, 1):
        if firma.calidad != TITULAR and firma.acto is None:
            yield Hallazgo(
                codigo="MEM041",
                gravedad=Gravedad.ERROR,
                ruta=f"memoria.firmas[{i}]",
                mensaje=f"{firma.nombre} firma como {firma.calidad} y no consta el acto.",
                remedio="Añada en «acto» la resolución o el decreto, con su número y fecha.",
            )
