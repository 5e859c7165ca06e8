"""La puerta de terminal: verbos, textos y código de salida. Nada de lógica.

Las importaciones pesadas van dentro de cada orden, para que `minuta --help` responda al instante.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Annotated


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
from generador.terminal import (  # noqa: E402 -- después del gancho
    Grupo,
    Orden,
    correr,
    decir,
    mostrar,
    mostrar_tabla,
    pasos,
)

if TYPE_CHECKING:
    from generador.citar import Citado
    from generador.hallazgos import Hallazgo

aplicacion = typer.Typer(
    cls=Grupo,
    help="Minuta: de los datos de un caso al acto administrativo, sus copias y sus oficios.",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    invoke_without_command=True,
)


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


@aplicacion.command(cls=Orden)
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


TipoDeDocumento = Annotated[
    str, typer.Argument(metavar="TIPO", help="Tipo de documento, como suscripcion-plan.")
]


@aplicacion.command(cls=Orden)
def nuevo(
    tipo: TipoDeDocumento,
    salida: Annotated[
        Path | None,
        typer.Option("-o", "--salida", metavar="ARCHIVO", help="Dónde guardar el caso."),
    ] = None,
) -> None:
    """Empieza un caso comentado; con -o deja al lado el esquema que usa el editor."""
    from generador.empezar import caso_nuevo, empezar

    if salida is None:
        mostrar(caso_nuevo(tipo).rstrip("\n"))
        return
    for archivo in empezar(tipo, salida):
        mostrar(str(archivo))


@aplicacion.command(cls=Orden)
def esquema(tipo: TipoDeDocumento) -> None:
    """El esquema JSON (draft-07) con que el editor completa y explica los campos."""
    from generador.modelo.esquema import volcar
    from generador.tipos import tipo_llamado

    elegido = tipo_llamado(tipo)
    mostrar(volcar(elegido.modelo, elegido.nombre).rstrip("\n"))


@aplicacion.command(cls=Orden)
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
        _mostrar_hallazgos(hallazgos, formato)
        fallo = fallo or hay_errores(hallazgos)
        if formato is Formato.TEXTO:
            decir(f"{archivo}: {_cuenta(hallazgos)}")
    if fallo:
        raise typer.Exit(1)


@aplicacion.command(cls=Orden)
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
                _decir_hallazgos(rechazo.hallazgos)
                decir(f"{archivo}: {_cuenta(rechazo.hallazgos)}. No se generó ningún documento.")
                fallo = True
                continue
            _decir_hallazgos(entrega.hallazgos)
            fallo = fallo or hay_errores(entrega.hallazgos)
            decir(entrega.resumen)
            for linea in entrega.cambios if simular else (entrega.principal,):
                mostrar(str(linea))
    if fallo:
        raise typer.Exit(1)


@aplicacion.command(cls=Orden)
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
    _decir_hallazgos(entrega.hallazgos)
    decir(entrega.resumen)
    mostrar(str(entrega.carpeta))


@aplicacion.command(cls=Orden)
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
        _decir_hallazgos(citado.hallazgos)
        decir(citado.resumen)
    if referencias:
        lineas, fuera = citar.referencias(leidos, jsonl=formato is Formato.JSONL)
        for linea in lineas:
            mostrar(linea)
        _decir_hallazgos(fuera)
    if codigo:
        raise typer.Exit(codigo)


@aplicacion.command(cls=Orden, context_settings={"ignore_unknown_options": True})
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


@aplicacion.command(cls=Orden)
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


@aplicacion.command(cls=Orden)
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
    _decir_hallazgos(informe.hallazgos)
    if hay_errores(informe.hallazgos):
        raise typer.Exit(1)
    decir("Esto prueba que nada cambió, no quién lo expidió: compare la huella con la del oficio.")


def _cuenta(hallazgos: Iterable[Hallazgo]) -> str:
    """«2 errores, 1 aviso», o «sin hallazgos»."""
    from generador.hallazgos import Gravedad

    nombres = {Gravedad.ERROR: "error(es)", Gravedad.AVISO: "aviso(s)", Gravedad.NOTA: "nota(s)"}
    lista = list(hallazgos)
    partes = [
        f"{sum(h.gravedad is gravedad for h in lista)} {nombre}"
        for gravedad, nombre in nombres.items()
        if any(h.gravedad is gravedad for h in lista)
    ]
    return ", ".join(partes) or "sin hallazgos"


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


def _mostrar_hallazgos(hallazgos: Iterable[Hallazgo], formato: Formato) -> None:
    for hallazgo in hallazgos:
        mostrar(hallazgo.como_jsonl() if formato is Formato.JSONL else hallazgo.como_texto())


def _decir_hallazgos(hallazgos: Iterable[Hallazgo]) -> None:
    for hallazgo in hallazgos:
        decir(hallazgo.como_texto())


def principal() -> None:
    """Entrada de `minuta` y de `python cli.py`."""
    codigo = correr(aplicacion, "minuta")
    # El trabajo ya terminó: interrumpir mientras Python cierra no debe mostrar una traza.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.exit(codigo)


if __name__ == "__main__":
    principal()
