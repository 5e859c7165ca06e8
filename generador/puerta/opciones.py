"""Los argumentos y las opciones que varios verbos comparten."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Formato(StrEnum):
    """Cómo se muestran los hallazgos."""

    TEXTO = "texto"
    JSONL = "jsonl"


class MotorPdf(StrEnum):
    """Con qué se hace el PDF."""

    AUTO = "auto"
    LIBREOFFICE = "libreoffice"
    EMBEBIDO = "embebido"
    NO = "no"


Casos = Annotated[list[Path], typer.Argument(metavar="CASO", help="Casos: .yaml o .json.")]
TipoDeDocumento = Annotated[
    str, typer.Argument(metavar="TIPO", help="Tipo de documento, como suscripcion-plan.")
]
OpcionFormato = Annotated[
    Formato, typer.Option("--formato", metavar="texto|jsonl", help="Forma de los hallazgos.")
]
OpcionPdf = Annotated[
    MotorPdf,
    typer.Option(
        "--pdf",
        metavar="auto|libreoffice|embebido|no",
        help="Motor del PDF: auto usa LibreOffice si está instalado y, si no, el embebido.",
    ),
]
OpcionDetalle = Annotated[
    bool, typer.Option("--detalle", help="Cuenta los pasos, con los números de la guía.")
]
OpcionReemplazar = Annotated[
    bool,
    typer.Option("--reemplazar", help="Sobrescribe lo que se haya cambiado a mano en la carpeta."),
]
