"""`minuta nuevo` y `minuta esquema`: lo que hace falta para escribir un caso."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generador.puerta.opciones import TipoDeDocumento
from generador.terminal import decir, mostrar


def nuevo(
    tipo: TipoDeDocumento,
    salida: Annotated[
        Path | None,
        typer.Option("-o", "--salida", metavar="ARCHIVO", help="Dónde guardar el caso."),
    ] = None,
    consulta: Annotated[
        Path | None,
        typer.Option(
            "--consulta",
            metavar="ARCHIVO",
            help="La consulta que el concepto responde: .docx, .txt o .md.",
        ),
    ] = None,
) -> None:
    """Empieza un caso comentado; con -o deja al lado el esquema que usa el editor."""
    from generador.consulta import leer_consulta
    from generador.empezar import caso_nuevo, empezar

    leida = leer_consulta(consulta) if consulta else None
    if salida is None:
        mostrar(caso_nuevo(tipo, leida).rstrip("\n"))
    else:
        for archivo in empezar(tipo, salida, leida):
            mostrar(str(archivo))
    for aviso in leida.avisos if leida else ():
        decir(f"aviso: {aviso}")


def esquema(tipo: TipoDeDocumento) -> None:
    """El esquema JSON (draft-07) con que el editor completa y explica los campos."""
    from generador.modelo.esquema import volcar
    from generador.tipos import tipo_llamado

    elegido = tipo_llamado(tipo)
    mostrar(volcar(elegido.modelo, elegido.nombre).rstrip("\n"))
