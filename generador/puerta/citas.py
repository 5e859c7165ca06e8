"""`minuta citas`: las normas que cita un documento."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from generador.puerta.opciones import Formato
from generador.puerta.salida import decir_hallazgos
from generador.terminal import decir, mostrar, mostrar_tabla

if TYPE_CHECKING:
    from generador.citar import Citado


def citas(
    archivos: Annotated[
        list[Path],
        typer.Argument(metavar="ARCHIVO", help="Documentos: .docx, .pdf, .txt o .md."),
    ],
    formato: Annotated[
        Formato, typer.Option("--formato", metavar="texto|jsonl", help="Forma de la salida.")
    ] = Formato.TEXTO,
    referencias: Annotated[
        bool, typer.Option("--referencias", help="La lista de normas, sin repetir, por clases.")
    ] = False,
    estricto: Annotated[
        bool, typer.Option("--estricto", help="Para borradores propios: no perdona erratas.")
    ] = False,
) -> None:
    """Halla las normas que cita un documento, dónde, y qué conviene advertir de cada una."""
    from generador import citar
    from generador.errores import ErrorMinuta

    leidos, codigo = [], 0
    for archivo in archivos:
        try:
            citado = citar.citar(archivo, estricto=estricto)
        except ErrorMinuta as error:
            decir(f"error: {error}")
            codigo = max(codigo, error.codigo_salida)
            continue
        leidos.append(citado)
        if not referencias:
            _mostrar_citas(citado, formato, varios=len(archivos) > 1)
        decir_hallazgos(citado.hallazgos)
        decir(citado.resumen)
    if referencias:
        lineas, fuera = citar.referencias(leidos, jsonl=formato is Formato.JSONL)
        for linea in lineas:
            mostrar(linea)
        decir_hallazgos(fuera)
    if codigo:
        raise typer.Exit(codigo)


def _mostrar_citas(citado: Citado, formato: Formato, *, varios: bool) -> None:
    from generador.citar import ENCABEZADOS, como_jsonl, fila

    if formato is Formato.JSONL:
        for hallada in citado.citas:
            mostrar(como_jsonl(citado, hallada, con_archivo=varios))
        return
    if varios:
        mostrar(f"{citado.archivo}:")
    if citado.citas:
        mostrar_tabla(ENCABEZADOS, [fila(citado, hallada) for hallada in citado.citas])
