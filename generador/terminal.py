"""La terminal en español: ayuda, errores de uso y códigos de salida, sobre Typer.

Typer escribe en inglés y no admite otra lengua en todo lo que dice; aquí se redacta su ayuda y se
traducen sus errores de uso. Los verbos y sus textos están en `generador/puerta/`.
"""

from __future__ import annotations

import gc
import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup
from typer.exceptions import TyperException

from generador.errores import ErrorMinuta
from generador.sistema import motivo_de

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

INTERRUMPIDO = 130
ANCHO_SIN_TERMINAL = 120
# Una hoja de miles de filas son cientos de miles de objetos que viven hasta el final: buscar basura
# entre ellos tan a menudo como hace Python de suyo es la mitad del tiempo.
BASURA = (100_000, 20, 50)
AYUDA = ("--help", "Esta ayuda.")

# Lo que Typer dice de una orden mal escrita, y cómo se dice en español.
_ERRORES_DE_USO = (
    (r"No such command '(.*?)'.*Did you mean '(.*)'.*", "No existe la orden «{}». ¿Será «{}»?"),
    (r"No such command '(.*?)'.*", "No existe la orden «{}»."),
    (r"No such option: (\S+) .*: (.*)\)", "No existe la opción «{}». ¿Será «{}»?"),
    (r"No such option: (\S+).*", "No existe la opción «{}»."),
    (r"Missing argument '(.*?)'.*", "Falta el argumento {}."),
    (r"Missing option '(.*?)'.*", "Falta la opción {}."),
    (r"Missing command.*", "Falta la orden."),
    (r"Got unexpected extra argument(?:s|\(s\))? \((.*)\)", "Sobra: {}."),
    (r"Option '(.*?)' requires an argument.*", "La opción «{}» necesita un valor."),
    (r"Option '(.*?)' does not take a value.*", "La opción «{}» no lleva valor."),
    (r"Invalid value for (.*?): .*?'(.*?)' is not one of (.*)", "{} no admite «{}». Opciones: {}"),
    (r"Invalid value for (.*?): (.*)", "El valor de {} no sirve: {}"),
)


def _columnas(filas: list[tuple[str, str]]) -> list[str]:
    ancho = max((len(izquierda) for izquierda, _ in filas), default=0) + 2
    return [f"  {izquierda:<{ancho}}{derecha}".rstrip() for izquierda, derecha in filas]


def _nombre(parametro: Any) -> str:
    """`CASO...` para un argumento; `-o, --salida CARPETA` para una opción."""
    if isinstance(parametro, TyperArgument):
        varios = "..." if parametro.nargs == -1 else ""
        return f"{parametro.metavar or parametro.name.upper()}{varios}"
    nombres = ", ".join(parametro.opts)
    return nombres if parametro.is_flag else f"{nombres} {parametro.metavar or 'VALOR'}"


class _EnEspanol:
    """Redacta la ayuda de una orden o del grupo."""

    def format_help(self: Any, ctx: Any, formatter: Any) -> None:
        """Escribe uso, explicación, órdenes, argumentos y opciones."""
        argumentos = [p for p in self.params if isinstance(p, TyperArgument)]
        opciones = [p for p in self.params if not isinstance(p, TyperArgument) and not p.hidden]
        ordenes = getattr(self, "commands", {})
        uso = [ctx.command_path, "[OPCIONES]", *map(_nombre, argumentos)]
        if ordenes:
            uso.append("ORDEN ...")
        lineas = [f"Uso: {' '.join(uso)}", "", *(self.help or "").splitlines()]
        secciones = (
            (
                "Órdenes",
                [(nombre, orden.get_short_help_str(200)) for nombre, orden in ordenes.items()],
            ),
            ("Argumentos", [(_nombre(p), p.help or "") for p in argumentos]),
            (
                "Opciones",
                [(_nombre(p), p.help or "") for p in opciones] + [("--help", "Esta ayuda.")],
            ),
        )
        for titulo, filas in secciones:
            if filas:
                lineas += ["", f"{titulo}:", *_columnas(filas)]
        formatter.write("\n".join(lineas) + "\n")


class Orden(_EnEspanol, TyperCommand):
    """Una orden con la ayuda en español."""


class Grupo(_EnEspanol, TyperGroup):
    """El grupo de órdenes, en el orden en que se escribieron, con la ayuda en español."""


def _en_espanol(mensaje: str) -> str:
    """Traduce un error de uso de Typer; lo que no conoce lo deja como viene."""
    for patron, traduccion in _ERRORES_DE_USO:
        hallado = re.fullmatch(patron, mensaje, re.DOTALL)
        if hallado:
            return traduccion.format(*hallado.groups())
    return mensaje


def decir(texto: str = "") -> None:
    """Progreso y mensajes: por stderr, para que la salida útil quede sola en stdout."""
    print(texto, file=sys.stderr, flush=True)  # noqa: T201 -- es la salida del programa


def mostrar(texto: str = "") -> None:
    """Salida útil: por stdout."""
    print(texto)  # noqa: T201 -- es la salida del programa


def mostrar_tabla(
    encabezados: Sequence[str], filas: Iterable[Sequence[str]], a_la_derecha: Container[str] = ()
) -> None:
    """Salida útil en columnas, por stdout: al ancho de la terminal, o a uno fijo si no lo es.

    `a_la_derecha` son los encabezados de las columnas de cifras.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    tabla = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for encabezado in encabezados:
        tabla.add_column(encabezado, justify="right" if encabezado in a_la_derecha else "left")
    for fila in filas:
        tabla.add_row(*map(Text, fila))  # como texto llano: un corchete del documento no es color
    ancho = None if sys.stdout.isatty() else ANCHO_SIN_TERMINAL
    consola = Console(file=sys.stdout, width=ancho)
    with consola.capture() as dibujo:
        consola.print(tabla)
    mostrar(
        "\n".join(renglon.rstrip() for renglon in dibujo.get().strip("\n").split("\n")).strip("\n")
    )


class _Progreso(logging.Handler):
    """Muestra el paso que se hace esperar más de un segundo, y solo en una terminal."""

    ESPERA = 1.0

    def __init__(self) -> None:
        super().__init__()
        self._reloj: threading.Timer | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Pone el reloj para este paso; si el siguiente llega antes, no se dice nada."""
        self.close()
        if sys.stderr.isatty():
            self._reloj = threading.Timer(self.ESPERA, decir, [f"  … {record.getMessage()}"])
            self._reloj.daemon = True
            self._reloj.start()

    def close(self) -> None:
        """Quita el reloj: ya no hay paso en curso."""
        if self._reloj is not None:
            self._reloj.cancel()
        super().close()


class _Detalle(logging.Handler):
    """Escribe cada paso."""

    def emit(self, record: logging.LogRecord) -> None:
        """Escribe el paso, con su número."""
        decir(f"  {record.getMessage()}")


@contextmanager
def pasos(*, detalle: bool) -> Iterator[None]:
    """Cuenta los pasos de `generador.expedir`: todos con `detalle`, o los que se hacen esperar."""
    bitacora = logging.getLogger("minuta")
    oyente = _Detalle() if detalle else _Progreso()
    bitacora.addHandler(oyente)
    bitacora.setLevel(logging.INFO)
    try:
        yield
    finally:
        bitacora.removeHandler(oyente)
        oyente.close()


def utf8() -> None:
    """Pone la terminal en UTF-8: la consola de Windows no lo está por defecto.

    La entrada puede traer marca de orden de bytes, como la que pone el Bloc de notas.
    """
    flujos = (sys.stdin, "utf-8-sig"), (sys.stdout, "utf-8"), (sys.stderr, "utf-8")
    for flujo, codificacion in flujos:
        reconfigurar = getattr(flujo, "reconfigure", None)
        if reconfigurar is not None:
            reconfigurar(encoding=codificacion, errors="replace")


def correr(aplicacion: typer.Typer, nombre: str) -> int:
    """Ejecuta la aplicación y devuelve el código de salida del contrato de la terminal."""
    utf8()
    gc.set_threshold(*BASURA)
    ejecutar: Callable[..., Any] = typer.main.get_command(aplicacion).main
    try:
        resultado = ejecutar(prog_name=nombre, standalone_mode=False)
        sys.stdout.flush()
        if resultado == INTERRUMPIDO:  # Typer vuelve así de un KeyboardInterrupt, sin decir nada
            raise KeyboardInterrupt
    except ErrorMinuta as error:
        for hallazgo in getattr(error, "hallazgos", ()):
            decir(hallazgo.como_texto())
        decir_error(error.mensaje, error.remedio)
        return error.codigo_salida
    except TyperException as error:
        decir(f"error: {_en_espanol(error.format_message())}")
        decir(f"       Vea «{nombre} --help».")
        return 2
    except (KeyboardInterrupt, typer.Abort):
        decir("Interrumpido.")
        return INTERRUMPIDO
    except OSError as error:
        _soltar_stdout()
        motivo, remedio = motivo_de(error)
        decir_error(f"No se pudo usar «{error.filename or 'la salida'}»: {motivo}.", remedio)
        return 1
    except Exception as error:
        # La última red: el asesor nunca ve una traza.
        decir_error(*_defecto(error))
        return 1
    return resultado if isinstance(resultado, int) else 0


def decir_error(mensaje: str, remedio: str) -> None:
    """Qué pasó y cómo se arregla, por stderr."""
    decir(f"error: {mensaje}")
    if remedio:
        decir(f"       {remedio}")


def _defecto(error: Exception) -> tuple[str, str]:
    """Dónde falló el programa. El mensaje del error no se muestra: podría citar datos del caso."""
    pasos_dados = traceback.extract_tb(error.__traceback__)
    lugares = [f"{Path(p.filename).name}:{p.lineno}" for p in reversed(pasos_dados)]
    return (
        f"Minuta falló por dentro: {type(error).__name__} en {' ← '.join(lugares[:8])}.",
        "No es culpa del caso, y no quedó nada a medias. Envíe este mensaje a quien mantiene "
        "Minuta: no lleva datos del caso.",
    )


def _soltar_stdout() -> None:
    """Si la salida no recibe más (disco lleno), Python no debe volver a intentarlo al cerrar."""
    try:
        sys.stdout.flush()
    except OSError:
        nulo = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nulo, sys.stdout.fileno())
        os.close(nulo)
