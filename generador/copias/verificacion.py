"""Verificar una copia suelta o la carpeta de un caso contra su manifiesto.

Códigos: VER01 sin manifiesto o generación interrumpida · VER02 manifiesto dañado o alterado ·
VER03 falta un archivo · VER04 archivo alterado · VER05 archivo que sobra · VER06 archivo ajeno
(nota) · VER07 a VER11 una copia (véase `generador.copias.autenticidad`) · VER12 copia de otro
acto · VER13 copia cambiada por otra.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generador.copias import constancia, manifiesto
from generador.copias.autenticidad import revisar_copia
from generador.errores import ErrorDeCopia
from generador.hallazgos import Gravedad, Hallazgo
from generador.huella import huella_de, sha256
from generador.sistema import motivo_de

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generador.copias.manifiesto import Archivo, Copia, Manifiesto

ACTO: Final = "acto.pdf"
_CERRADAS: Final = ("copias/", "oficios/")
_DEL_SISTEMA: Final = (".DS_Store", "Thumbs.db", "desktop.ini")
_GENERAR: Final = "Vuelva a generar el caso, o recupere el archivo de donde lo guardó."


@dataclass(frozen=True, slots=True)
class Informe:
    """Lo que se halló y, en frases para mostrar, lo que se comprobó y está bien."""

    hallazgos: tuple[Hallazgo, ...]
    comprobado: tuple[str, ...]


def verificar(ruta: Path) -> Informe:
    """Verifica una copia (.pdf) o la carpeta de un caso; no escribe nada.

    Da `ErrorDeCopia` si `ruta` no existe o no se puede leer.
    """
    try:
        return _carpeta(ruta) if ruta.is_dir() else _suelta(ruta)
    except OSError as error:
        raise ErrorDeCopia(
            f"No se puede leer «{error.filename}»: {motivo_de(error)[0]}.",
            "Revise la ruta y que el archivo no esté abierto o protegido.",
        ) from error


def _suelta(ruta: Path) -> Informe:
    datos = ruta.read_bytes()
    hallazgos = tuple(revisar_copia(datos, ruta.name))
    leida = constancia.leer(datos)
    if hallazgos or leida is None:
        return Informe(hallazgos, ())
    c = leida.constancia
    return Informe(
        (),
        (
            f"Copia {c.numero} de {c.total} · {c.acto} · {c.destinatario}",
            f"La parte original ({c.original.longitud} bytes) da su sha256 {c.original.sha256}.",
            "El sello y el resto del archivo dan su huella.",
        ),
    )


def _carpeta(raiz: Path) -> Informe:
    if not (raiz / manifiesto.NOMBRE).is_file():
        return Informe((_sin_manifiesto(raiz),), ())
    try:
        esperado = manifiesto.leer((raiz / manifiesto.NOMBRE).read_bytes())
    except ErrorDeCopia as error:
        hallazgo = _error("VER02", manifiesto.NOMBRE, error.mensaje, error.remedio)
        return Informe((hallazgo,), ())
    hallazgos = (*_archivos(esperado, raiz), *_sobrantes(esperado, raiz))
    return Informe(hallazgos, tuple(_resumen(esperado, hallazgos)))


def _sin_manifiesto(raiz: Path) -> Hallazgo:
    # El manifiesto se escribe de último: si hay acto y no hay manifiesto, algo se cortó.
    if any((raiz / n).exists() for n in ("acto.docx", ACTO, "copias", "oficios")):
        return _error(
            "VER01",
            raiz.name,
            "La generación quedó interrumpida: hay documentos, pero no manifiesto.json.",
            "Vuelva a generar el caso.",
        )
    return _error(
        "VER01",
        raiz.name,
        "La carpeta no es de un caso generado por Minuta: no tiene manifiesto.json.",
        "Verifique la carpeta del caso, o una copia suelta.",
    )


def _archivos(esperado: Manifiesto, raiz: Path) -> Iterator[Hallazgo]:
    copias = {c.copia: c for c in esperado.copias}
    acto = _acto_intacto(esperado, raiz)
    for archivo in esperado.archivos:
        ruta = raiz / archivo.ruta
        if not ruta.is_file():
            yield _error("VER03", archivo.ruta, "Falta: el manifiesto lo nombra y no está.")
            continue
        datos = ruta.read_bytes()
        intacto = sha256(datos) == archivo.sha256
        partes: list[Hallazgo] = []
        # Sin sello e intacto es un PDF con firma digital, que se envía como está.
        if archivo.ruta in copias and not (intacto and constancia.leer(datos) is None):
            partes = list(_copia(copias[archivo.ruta], datos, acto))
        yield from partes
        if not (intacto or partes):
            yield _alterado(archivo, datos)


def _acto_intacto(esperado: Manifiesto, raiz: Path) -> bytes | None:
    """El acto.pdf, si es el que dice el manifiesto: uno alterado no sirve para acusar copias."""
    for archivo in esperado.archivos:
        if archivo.ruta == ACTO and (raiz / ACTO).is_file():
            datos = (raiz / ACTO).read_bytes()
            return datos if sha256(datos) == archivo.sha256 else None
    return None


def _alterado(archivo: Archivo, datos: bytes) -> Hallazgo:
    detalle = (
        f"tiene {len(datos)} bytes y debía tener {archivo.bytes}"
        if len(datos) != archivo.bytes
        else "cambió su contenido"
    )
    return _error("VER04", archivo.ruta, f"Se alteró desde que se generó: {detalle}.")


def _copia(copia: Copia, datos: bytes, acto: bytes | None) -> Iterator[Hallazgo]:
    fallas = revisar_copia(datos, copia.copia)
    yield from fallas
    leida = constancia.leer(datos)
    if leida is None or fallas:
        return
    if acto is not None and leida.constancia.original != huella_de(acto):
        yield _error("VER12", copia.copia, "Es copia de otro acto: su original no es acto.pdf.")
    yield from _cambiada(copia, leida.constancia)


def _cambiada(copia: Copia, dice: constancia.Constancia) -> Iterator[Hallazgo]:
    if (dice.numero, dice.total, dice.destinatario) != (copia.n, copia.N, copia.destinatario):
        yield _error(
            "VER13",
            copia.copia,
            f"Contiene la copia {dice.numero} de {dice.total} ({dice.destinatario}); debía ser "
            f"la {copia.n} de {copia.N} ({copia.destinatario}).",
            "Devuelva cada copia a su nombre.",
        )


def _sobrantes(esperado: Manifiesto, raiz: Path) -> Iterator[Hallazgo]:
    propios = {a.ruta for a in esperado.archivos} | {manifiesto.NOMBRE}
    presentes = (r.relative_to(raiz).as_posix() for r in raiz.rglob("*") if r.is_file())
    for ruta in sorted(presentes):
        if ruta in propios or ruta.endswith(_DEL_SISTEMA):
            continue
        if ruta.startswith(_CERRADAS):
            yield _error(
                "VER05",
                ruta,
                "Sobra: el manifiesto no lo nombra.",
                "Si es suyo, guárdelo fuera de copias/ y oficios/.",
            )
        else:
            yield Hallazgo(
                codigo="VER06",
                gravedad=Gravedad.NOTA,
                mensaje="No es de Minuta; no se comprobó.",
                archivo=ruta,
            )


def _resumen(esperado: Manifiesto, hallazgos: tuple[Hallazgo, ...]) -> Iterator[str]:
    malos = {h.archivo for h in hallazgos if h.gravedad is Gravedad.ERROR}
    archivos = [a.ruta for a in esperado.archivos]
    copias = [c.copia for c in esperado.copias]
    yield "El manifiesto coincide con su huella."
    yield f"{_buenos(archivos, malos)} archivos coinciden con el manifiesto."
    if copias:
        yield f"{_buenos(copias, malos)} copias están intactas y son las que el manifiesto dice."


def _buenos(rutas: list[str], malos: set[str | None]) -> str:
    return f"{sum(r not in malos for r in rutas)} de {len(rutas)}"


def _error(codigo: str, archivo: str, mensaje: str, remedio: str = _GENERAR) -> Hallazgo:
    return Hallazgo(
        codigo=codigo, gravedad=Gravedad.ERROR, mensaje=mensaje, remedio=remedio, archivo=archivo
    )
