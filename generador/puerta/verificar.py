"""`minuta verificar`: que una copia o una carpeta no se haya alterado."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generador.puerta.salida import decir_hallazgos
from generador.terminal import decir, mostrar


def verificar(
    ruta: Annotated[
        Path, typer.Argument(metavar="RUTA", help="Una copia o la carpeta de un caso.")
    ],
) -> None:
    """Comprueba una copia, o una carpeta contra su manifiesto, y nombra lo alterado."""
    from generador.copias.verificacion import verificar as comprobar
    from generador.hallazgos import hay_errores

    informe = comprobar(ruta)
    for linea in informe.comprobado:
        mostrar(linea)
    decir_hallazgos(informe.hallazgos)
    if hay_errores(informe.hallazgos):
        raise typer.Exit(1)
    decir("Esto prueba que nada cambió, no quién lo expidió: compare la huella con la del oficio.")
