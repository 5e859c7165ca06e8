"""La puerta de terminal: verbos, textos y código de salida. Nada de lógica.

Aquí solo se arma la aplicación; cada verbo está en `generador/puerta/`.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Annotated


def _sin_traza(
    clase: type[BaseException], error: BaseException, traza: TracebackType | None
) -> None:
    """Interrumpir mientras se cargan las bibliotecas termina igual que después: con 130."""
    if not issubclass(clase, KeyboardInterrupt):
        sys.__excepthook__(clase, error, traza)
        return
    sys.stderr.write("Interrumpido.\n")
    sys.stderr.flush()
    os._exit(130)


sys.excepthook = _sin_traza

import typer  # noqa: E402 -- después del gancho

from generador import __version__  # noqa: E402 -- después del gancho
from generador.puerta.asignar import asignar  # noqa: E402 -- después del gancho
from generador.puerta.citas import citas  # noqa: E402 -- después del gancho
from generador.puerta.generar import (  # noqa: E402 -- después del gancho
    copias,
    demo,
    generar,
    validar,
)
from generador.puerta.letras import letras, plazo  # noqa: E402 -- después del gancho
from generador.puerta.nuevo import esquema, nuevo  # noqa: E402 -- después del gancho
from generador.puerta.verificar import verificar  # noqa: E402 -- después del gancho
from generador.terminal import Grupo, Orden, correr, mostrar  # noqa: E402 -- después del gancho

# En el orden en que los muestra la ayuda.
VERBOS: tuple[Callable[..., None], ...] = (
    demo,
    nuevo,
    esquema,
    validar,
    generar,
    copias,
    asignar,
    citas,
    letras,
    plazo,
    verificar,
)
# «-5» es un monto mal escrito, no una opción.
AJUSTES: dict[Callable[..., None], dict[str, bool]] = {letras: {"ignore_unknown_options": True}}

aplicacion = typer.Typer(
    cls=Grupo,
    help="Minuta: de los datos de un caso al acto administrativo, sus copias y sus oficios.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
)


@aplicacion.callback()
def _inicio(
    contexto: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Muestra la versión.")] = False,
) -> None:
    """Muestra la versión o, sin orden, la ayuda."""
    if version:
        mostrar(f"minuta {__version__}")
    elif contexto.invoked_subcommand is None:
        mostrar(contexto.get_help())


for _verbo in VERBOS:
    aplicacion.command(cls=Orden, context_settings=AJUSTES.get(_verbo))(_verbo)


def principal() -> None:
    """Entrada de `minuta` y de `python cli.py`."""
    codigo = correr(aplicacion, "minuta")
    # El trabajo ya terminó: interrumpir mientras Python cierra no debe mostrar una traza.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(codigo)


if __name__ == "__main__":
    principal()
