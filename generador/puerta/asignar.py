"""`minuta asignar`: solo el cálculo de una asignación, con su traza."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generador.puerta.opciones import Formato
from generador.puerta.salida import decir_hallazgos
from generador.terminal import decir, mostrar, mostrar_tabla


def asignar(
    caso: Annotated[Path, typer.Argument(metavar="CASO", help="Un caso de asignación.")],
    salida: Annotated[
        Path | None,
        typer.Option(
            "-o", "--salida", metavar="ARCHIVO.xlsx", help="El libro de Excel, si se pide."
        ),
    ] = None,
    formato: Annotated[
        Formato, typer.Option("--formato", metavar="texto|jsonl", help="Forma de la salida.")
    ] = Formato.TEXTO,
) -> None:
    """Calcula una asignación y dice quién recibe cuánto; con -o, el libro con el cálculo."""
    from generador.asignar import DE_CIFRAS, calcular, como_jsonl
    from generador.errores import UsoIncorrecto
    from generador.escritura import escribir_archivo

    if salida is not None and salida.suffix.lower() != ".xlsx":
        raise UsoIncorrecto(
            f"«{salida}» no termina en .xlsx.", "El resultado es un libro de Excel."
        )
    calculo = calcular(caso)
    if formato is Formato.JSONL:
        for linea in como_jsonl(calculo):
            mostrar(linea)
    else:
        mostrar_tabla(calculo.encabezados, calculo.filas, DE_CIFRAS)
    decir_hallazgos(calculo.hallazgos)
    for renglon in calculo.resumen:
        (decir if formato is Formato.JSONL else mostrar)(renglon)
    if salida is not None:
        escribir_archivo(salida, calculo.libro())
        decir(f"{salida}: el libro con el resultado, el cálculo y los parámetros")
