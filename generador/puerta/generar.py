"""`minuta demo`, `validar`, `generar` y `copias`: del caso a sus documentos."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from generador.puerta.opciones import (
    Casos,
    Formato,
    MotorPdf,
    OpcionDetalle,
    OpcionFormato,
    OpcionPdf,
    OpcionReemplazar,
)
from generador.puerta.salida import cuenta, decir_hallazgos, mostrar_hallazgos
from generador.terminal import decir, mostrar, pasos


def demo(
    salida: Annotated[
        Path, typer.Option("-o", "--salida", metavar="DIR", help="Carpeta de salida.")
    ] = Path("salida/demo"),
    pdf: OpcionPdf = MotorPdf.AUTO,
    reemplazar: OpcionReemplazar = False,
) -> None:
    """Genera todos los casos de ejemplo, con sus copias, y dice qué abrir."""
    from generador.recursos import datos_ejemplo

    casos = sorted(datos_ejemplo().glob("*.yaml"))
    generar(casos, salida, pdf, reemplazar=reemplazar)


def validar(casos: Casos, formato: OpcionFormato = Formato.TEXTO) -> None:
    """Lee el caso, lo valida y aplica las reglas, sin generar nada."""
    from generador.errores import CasoRechazado
    from generador.expedir import revisar
    from generador.hallazgos import hay_errores

    fallo = False
    for archivo in casos:
        try:
            hallazgos = revisar(archivo).hallazgos
        except CasoRechazado as rechazo:
            hallazgos = rechazo.hallazgos
        mostrar_hallazgos(hallazgos, formato)
        fallo = fallo or hay_errores(hallazgos)
        if formato is Formato.TEXTO:
            decir(f"{archivo}: {cuenta(hallazgos)}")
    if fallo:
        raise typer.Exit(1)


def generar(
    casos: Casos,
    salida: Annotated[
        Path, typer.Option("-o", "--salida", metavar="DIR", help="Carpeta de salida.")
    ],
    pdf: OpcionPdf = MotorPdf.AUTO,
    borrador: Annotated[
        bool, typer.Option("--borrador", help="Marca lo que falta y no hace copias.")
    ] = False,
    simular: Annotated[
        bool, typer.Option("--simular", help="Dice qué haría y por qué, sin escribir.")
    ] = False,
    reemplazar: OpcionReemplazar = False,
    detalle: OpcionDetalle = False,
) -> None:
    """Genera el acto, sus copias, sus oficios y el manifiesto en DIR/<caso>/."""
    from generador.errores import CasoRechazado
    from generador.expedir import expedir
    from generador.hallazgos import hay_errores
    from generador.nombres import exigir_distintos
    from generador.obra import Pedido
    from generador.pdf.motores import elegir

    exigir_distintos(casos)
    pedido = Pedido(elegir(pdf.value), borrador, simular, reemplazar)
    fallo = False
    with pasos(detalle=detalle):
        for archivo in casos:
            try:
                entrega = expedir(archivo, salida, pedido)
            except CasoRechazado as rechazo:
                decir_hallazgos(rechazo.hallazgos)
                decir(f"{archivo}: {cuenta(rechazo.hallazgos)}. No se generó ningún documento.")
                fallo = True
                continue
            decir_hallazgos(entrega.hallazgos)
            fallo = fallo or hay_errores(entrega.hallazgos)
            decir(entrega.resumen)
            for linea in entrega.cambios if simular else (entrega.principal,):
                mostrar(str(linea))
    if fallo:
        raise typer.Exit(1)


def copias(
    archivo: Annotated[
        Path, typer.Argument(metavar="ARCHIVO", help="El acto firmado o editado: .docx o .pdf.")
    ],
    caso: Annotated[Path, typer.Option("--caso", metavar="CASO", help="El caso de ese acto.")],
    salida: Annotated[
        Path | None,
        typer.Option("-o", "--salida", metavar="DIR", help="Carpeta de salida, si es otra."),
    ] = None,
    pdf: OpcionPdf = MotorPdf.AUTO,
    reemplazar: OpcionReemplazar = False,
    detalle: OpcionDetalle = False,
) -> None:
    """Hace las copias y los oficios del acto que se firmó, no de una regeneración."""
    from generador.copiar import copiar
    from generador.obra import Pedido
    from generador.pdf.motores import elegir

    pedido = Pedido(elegir(pdf.value), reemplazar=reemplazar)
    with pasos(detalle=detalle):
        entrega = copiar(archivo, caso, salida, pedido)
    decir_hallazgos(entrega.hallazgos)
    decir(entrega.resumen)
    mostrar(str(entrega.carpeta))
