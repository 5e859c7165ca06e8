"""El motor de PDF que viene con Minuta: dxpdf con sus propias fuentes, sin instalar nada más.

dxpdf busca las fuentes con fontconfig. Para que el PDF sea el mismo en cualquier equipo se le da
una configuración privada (`FONTCONFIG_FILE`) con solo las fuentes de `fuentes/` (Liberation 2.1.5,
licencia OFL: miden lo mismo que Arial y Times New Roman). dxpdf relee esa variable en cada
conversión, así que se fija mientras dura y luego se devuelve como estaba; un cerrojo evita que dos
hilos se la quiten el uno al otro. En Windows y macOS dxpdf no usa fontconfig sino las fuentes del
sistema: allá el resultado depende de ellas.

Lo que dxpdf perdería sin avisar se rechaza antes (`perdidas`), y lo que dibujaría encima de otra
cosa, después (`montado`).
"""

from __future__ import annotations

import atexit
import os
import shutil
import sys
import tempfile
import threading
from contextlib import contextmanager
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from generador.documento.apertura import abrir
from generador.documento.notas_seguidas import con_notas_seguidas
from generador.errores import ErrorDeDocumento, ErrorDePdf, FaltaComponente
from generador.pdf.comprobacion import comprobar
from generador.pdf.montado import exigir_sin_montar
from generador.pdf.perdidas import FUENTES, LETRAS, perdidas, perdidas_del_paquete

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generador.documento.apertura import Paquete
    from generador.pdf.documento import Documento

__all__ = ["Embebido", "perdidas"]

_AMBIENTE = threading.Lock()


class Embebido:
    """Motor embebido (dxpdf). No necesita ningún programa externo."""

    nombre = "embebido"
    advertencia: str | None = None

    @property
    def version(self) -> str:
        """La versión de dxpdf: `0.8.1`."""
        return version("dxpdf")

    def convertir(self, documentos: Sequence[Documento]) -> list[bytes]:
        """Un PDF por documento, en el mismo orden.

        Da `FaltaComponente` si algún documento tiene algo que dxpdf perdería (dice qué), y
        `ErrorDePdf` si el Word no sirve o el PDF no dice lo mismo que él.
        """
        return [_convertir_uno(documento) for documento in documentos]


def _convertir_uno(documento: Documento) -> bytes:
    import dxpdf

    try:
        paquete = abrir(documento.docx)
        _negarse_si_pierde(documento.nombre, paquete)
        with _solo_fuentes_propias():
            pdf: bytes = dxpdf.convert(con_notas_seguidas(paquete) or documento.docx)
        comprobar(paquete, pdf)
        if "footnotes" in paquete.clases.values():
            exigir_sin_montar(pdf)
            pdf = _con_filetes_apartados(pdf)
    except (ErrorDeDocumento, ErrorDePdf) as error:
        raise ErrorDePdf(f"«{documento.nombre}»: {error.mensaje}", error.remedio) from error
    except RuntimeError as error:
        raise ErrorDePdf(
            f"«{documento.nombre}»: el motor embebido no lo pudo convertir ({error}).",
            "Conviértalo con LibreOffice: --pdf libreoffice.",
        ) from error
    return pdf


def _con_filetes_apartados(pdf: bytes) -> bytes:
    # Aquí y no arriba: pypdf tarda en cargar, y elegir un motor no debe esperarlo.
    from generador.pdf.filete import apartar_filetes

    return apartar_filetes(pdf)


def _negarse_si_pierde(nombre: str, paquete: Paquete) -> None:
    lista = perdidas_del_paquete(paquete)
    if lista:
        raise FaltaComponente(
            f"«{nombre}»: el motor embebido perdería, sin avisar, " + "; ".join(lista) + ".",
            "Instale LibreOffice y use --pdf libreoffice, o quite eso del documento.",
        )


@contextmanager
def _solo_fuentes_propias() -> Iterator[None]:
    with _AMBIENTE, _sin_avisos_de_fontconfig():
        anterior = os.environ.get("FONTCONFIG_FILE")
        os.environ["FONTCONFIG_FILE"] = str(_configuracion())
        try:
            yield
        finally:
            if anterior is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = anterior


@contextmanager
def _sin_avisos_de_fontconfig() -> Iterator[None]:
    # En cada conversión fontconfig relee los ejemplos del sistema y se queja de ellos por el
    # canal de errores, sin manera de callarlo: mil actos serían mil avisos que no dicen nada.
    if sys.platform != "linux":
        yield
        return
    guardado = os.dup(2)
    nada = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nada, 2)
    try:
        yield
    finally:
        os.dup2(guardado, 2)
        os.close(nada)
        os.close(guardado)


@cache
def _configuracion() -> Path:
    """El archivo de fontconfig, en una carpeta temporal que se borra al terminar el proceso."""
    carpeta = Path(tempfile.mkdtemp(prefix="minuta-fuentes-"))
    atexit.register(shutil.rmtree, carpeta, ignore_errors=True)
    archivo = carpeta / "fonts.conf"
    archivo.write_text(_fontconfig(carpeta / "cache"), encoding="utf-8")
    return archivo


def _fontconfig(cache_propio: Path) -> str:
    genericas = {"Liberation Sans": ("sans-serif", "sans"), "Liberation Serif": ("serif",)}
    alias = "".join(
        f'<alias binding="same"><family>{otra}</family>'
        f"<prefer><family>{propia}</family></prefer></alias>\n"
        for propia, iguales in LETRAS.items()
        for otra in (*iguales, *genericas[propia])
    )
    # Sin esta última coincidencia para todo, dxpdf dice que el equipo no tiene fuentes. Tiene que
    # ser débil: con `strong`, Skia pone Sans donde el documento pidió Serif.
    return f"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
<dir>{escape(str(FUENTES))}</dir>
<cachedir>{escape(str(cache_propio))}</cachedir>
{alias}<match target="pattern"><edit name="family" mode="append_last" binding="weak">
<string>Liberation Sans</string></edit></match>
</fontconfig>
"""
