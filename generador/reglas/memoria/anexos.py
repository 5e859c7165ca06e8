"""Que la tabla de anexos diga lo mismo que el cuerpo, y que cada soporte ausente tenga motivo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.falta import exigir
from generador.modelo.memoria_secciones import Concepto
from generador.reglas.memoria.parametros import parametros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.modelo.memoria import Memoria
    from generador.modelo.memoria_secciones import Circunstancias
    from generador.reglas.memoria.parametros import AnexoLegal

CIRCUNSTANCIAS = "memoria.contenido_2020.circunstancias"
NOMBRES = {
    "publicacion": "la publicación para comentarios",
    "abogacia_competencia": "la abogacía de la competencia",
    "reglamento_tecnico": "si es reglamento técnico",
    "tramites": "los trámites",
}


def procede(circunstancias: Circunstancias, nombre: str) -> bool | None:
    """Si procede lo que ese bloque de 3.5 dice; `None` si no está escrito."""
    bloque = getattr(circunstancias, nombre)
    return exigir(bloque.procede) if isinstance(bloque, Concepto) else (True if bloque else None)


def revisar_circunstancias(memoria: Memoria) -> Iterator[Hallazgo]:
    """Avisa si 3.5 calla sobre algo, o si procede un concepto y no consta."""
    if memoria.contenido_2020 is None:
        return
    circunstancias = memoria.contenido_2020.circunstancias
    for nombre, como_se_dice in NOMBRES.items():
        bloque = getattr(circunstancias, nombre)
        if bloque is None:
            yield Hallazgo(
                codigo="MEM031",
                gravedad=Gravedad.AVISO,
                ruta=CIRCUNSTANCIAS,
                mensaje=f"La sección 3.5 no dice nada de {como_se_dice}.",
                remedio=f"Añada «{nombre}», aunque sea para decir que no procede y por qué.",
            )
        elif isinstance(bloque, Concepto) and exigir(bloque.procede) and bloque.concepto is None:
            yield Hallazgo(
                codigo="MEM033",
                gravedad=Gravedad.AVISO,
                ruta=f"{CIRCUNSTANCIAS}.{nombre}",
                mensaje=f"Procede el concepto sobre {como_se_dice} y no consta cuál es.",
                remedio="Añada en «concepto» el oficio con que se recibió.",
            )


def revisar_anexo(anexo: AnexoLegal, memoria: Memoria) -> Iterator[Hallazgo]:
    """Comprueba que la marca de un anexo concuerde con lo que dice 3.5."""
    contenido = memoria.contenido_2020
    if contenido is None or not anexo.circunstancia:
        return
    marcado = exigir(getattr(contenido.anexos, anexo.clave))
    debe = procede(contenido.circunstancias, anexo.circunstancia)
    if debe is None and not marcado:
        return
    if marcado != bool(debe):
        marca, contraria = ("X", "N/A") if marcado else ("N/A", "X")
        dice = {True: "procede", False: "no procede", None: "no se escribió"}[debe]
        yield Hallazgo(
            codigo="MEM030",
            gravedad=Gravedad.ERROR,
            ruta=f"memoria.contenido_2020.anexos.{anexo.clave}",
            mensaje=f"El anexo «{anexo.nombre}» está {marca} y según 3.5 "
            f"{NOMBRES[anexo.circunstancia]} {dice}.",
            remedio=f"Si 3.5 está bien, la marca es {contraria}; si no, corrija 3.5.",
        )


def revisar_soportes(memoria: Memoria) -> Iterator[Hallazgo]:
    """Exige motivo al soporte que no se aporta, y que los de la consulta concuerden con ella."""
    if memoria.contenido_2026 is None:
        return
    for legal in parametros().soportes:
        soporte = getattr(memoria.contenido_2026.soportes, legal.clave)
        if not exigir(soporte.aporta) and soporte.motivo is None:
            yield Hallazgo(
                codigo="MEM032",
                gravedad=Gravedad.ERROR,
                ruta=f"memoria.contenido_2026.soportes.{legal.clave}",
                mensaje=f"No se aporta «{legal.nombre}» y no se dice por qué.",
                remedio="Añada «motivo», o apórtelo.",
            )
