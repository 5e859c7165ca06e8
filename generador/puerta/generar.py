"""`minuta demo`, `validar`, `generar` y `copias`: del caso a sus documentos."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
from generador.terminal import decir, decir_error, mostrar, pasos

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generador.expedir import Entrega
    from generador.obra import Pedido


def demo(
    salida: Annotated[
        Path, typer.Option("-o", "--salida", metavar="DIR", help="Carpeta de salida.")
    ] = Path("salida/demo"),
    pdf: OpcionPdf = MotorPdf.AUTO,
    reemplazar: OpcionReemplazar = False,
) -> None:
    """Genera todos los casos de ejemplo, con sus copias, y dice qué abrir."""
    from generador.obra import Pedido
    from generador.pdf.motores import elegir
    from generador.recursos import datos_ejemplo

    casos = sorted(datos_ejemplo().glob("*.yaml"))
    pedido = Pedido(elegir(pdf.value), reemplazar=reemplazar)
    # Sin LibreOffice, un ejemplo con ecuaciones no tiene PDF: se ve su Word y se dice por qué. Si
    # está y no responde, no es eso: se dice como cualquier falla.
    sin_libreoffice = pedido.motor is not None and pedido.motor.nombre == MotorPdf.EMBEBIDO.value
    with pasos(detalle=False):
        _generar(casos, salida, pedido, word_si_falta=pdf is MotorPdf.AUTO and sin_libreoffice)


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
    from generador.nombres import exigir_distintos
    from generador.obra import Pedido
    from generador.pdf.motores import elegir

    exigir_distintos(casos)
    with pasos(detalle=detalle):
        _generar(casos, salida, Pedido(elegir(pdf.value), borrador, simular, reemplazar))


def _generar(
    casos: Sequence[Path], salida: Path, pedido: Pedido, *, word_si_falta: bool = False
) -> None:
    """Un caso tras otro: el que no se puede hacer se dice y no detiene a los demás."""
    from generador.errores import CasoRechazado, ErrorDePdf, FaltaComponente
    from generador.hallazgos import hay_errores

    codigo = 0
    for archivo in casos:
        try:
            entrega = _expedir(archivo, salida, pedido, word_si_falta=word_si_falta)
        except CasoRechazado as rechazo:
            decir_hallazgos(rechazo.hallazgos)
            decir(f"{archivo}: {cuenta(rechazo.hallazgos)}. No se generó ningún documento.")
            codigo = max(codigo, rechazo.codigo_salida)
            continue
        except (ErrorDePdf, FaltaComponente) as error:
            decir_error(error.mensaje, error.remedio)
            decir(f"{archivo}: no se generó ningún documento.")
            codigo = max(codigo, error.codigo_salida)
            continue
        decir_hallazgos(entrega.hallazgos)
        codigo = max(codigo, int(hay_errores(entrega.hallazgos)))
        decir(entrega.resumen)
        for linea in entrega.cambios if pedido.simular else (entrega.principal,):
            mostrar(str(linea))
    if codigo:
        raise typer.Exit(codigo)


def _expedir(archivo: Path, salida: Path, pedido: Pedido, *, word_si_falta: bool) -> Entrega:
    from generador.errores import FaltaComponente
    from generador.expedir import expedir

    try:
        return expedir(archivo, salida, pedido)
    except FaltaComponente as falta:
        if not word_si_falta:
            raise
        decir(f"aviso: {falta.mensaje}\n       {falta.remedio}\n       Aquí sale solo en Word.")
        return expedir(archivo, salida, replace(pedido, motor=None))


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
