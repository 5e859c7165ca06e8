"""`minuta letras` y `minuta plazo`: las cuentas sueltas, sin caso."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import Annotated

import typer

from generador.terminal import decir, mostrar


def letras(
    montos: Annotated[
        list[str],
        typer.Argument(metavar="MONTO", help="Como 1.549.862,50; «-» lee la entrada."),
    ],
) -> None:
    """Escribe cada monto en letras y en cifra, una línea por monto."""
    from generador.errores import DatoInvalido
    from generador.lengua.pesos import en_letras_y_cifras, leer_monto

    entradas: Iterable[str] = montos
    if montos == ["-"]:
        entradas = (linea.rstrip("\r\n") for linea in sys.stdin)
    fallo = False
    for entrada in entradas:
        try:
            mostrar(en_letras_y_cifras(leer_monto(entrada)))
        except DatoInvalido as error:
            mostrar()
            decir(f"error: {error}")
            fallo = True
    if fallo:
        raise typer.Exit(1)


def plazo(
    fecha: Annotated[str, typer.Argument(metavar="FECHA", help="Desde cuándo, como 2024-06-28.")],
    cantidad: Annotated[str, typer.Argument(metavar="N", help="Cuántos días hábiles.")],
    calendario: Annotated[
        bool, typer.Option("--calendario", help="N son días calendario.")
    ] = False,
    meses: Annotated[bool, typer.Option("--meses", help="N son meses.")] = False,
) -> None:
    """Dice cuándo vence un término y qué días se saltó la cuenta."""
    from generador.catalogos.calendario import calendario as calendario_nacional
    from generador.errores import DatoInvalido, UsoIncorrecto
    from generador.lengua.fechas import leer_fecha
    from generador.modelo.comunes import leer_entero
    from generador.reglas import terminos

    if calendario and meses:
        raise UsoIncorrecto("--calendario y --meses no van juntas.", "Deje una de las dos.")
    contar = terminos.dias_habiles
    if calendario or meses:
        contar = terminos.meses if meses else terminos.dias_calendario
    try:
        vencimiento = contar(leer_fecha(fecha), leer_entero(cantidad), calendario_nacional())
    except DatoInvalido as error:
        raise UsoIncorrecto(error.mensaje, error.remedio) from error
    mostrar(terminos.descripcion(vencimiento))
