"""El motor oficial: LibreOffice Writer, sin ventana, con perfil propio y tiempo límite.

LibreOffice sale con 0 aunque no haya escrito nada, y convierte en PDF hasta un texto plano
llamado .docx. Por eso aquí se revisa el Word antes (`documento.apertura`) y el PDF
después (`comprobacion`), y el código de salida no se mira. Si un lote falla, lo que quedó sin PDF
se reintenta de a uno: así se sabe cuál documento es el malo.
"""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
import sys
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generador.documento.apertura import abrir
from generador.documento.paginas import marcadores_remitidos
from generador.documento.rasgos import tiene_ecuaciones
from generador.errores import ErrorDeDocumento, ErrorDePdf, FaltaComponente
from generador.pdf import perfil
from generador.pdf.comprobacion import comprobar
from generador.pdf.proceso import correr
from generador.sistema import motivo_de

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from generador.documento.apertura import Paquete
    from generador.pdf.documento import Documento

# Cada arranque cuesta más de un segundo, y si uno se cuelga se espera por todo su grupo.
GRUPO = 70
_ULTIMA_SERIE_VIEJA = (7, 4)

# SelectPdfVersion=2 es PDF/A-2b; las demás piden etiquetas, accesibilidad y marcadores.
_OPCIONES = {
    "SelectPdfVersion": {"type": "long", "value": "2"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}
# Además, cada marcador del Word como destino con nombre: así se sabe en qué página quedó.
_CON_DESTINOS = {"ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"}}
_EN_WINDOWS = ("LibreOffice*/program/soffice.com",)
_EN_OTROS = (
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice*/program/soffice",
    "/Applications/LibreOffice*.app/Contents/MacOS/soffice",
)


def buscar() -> Path | None:
    """La ruta de `soffice`: en el PATH o donde suele instalarse; `None` si no está."""
    # En Windows, soffice.exe no espera ni escribe en la consola; soffice.com sí.
    for orden in ("soffice.com",) if sys.platform == "win32" else ("soffice", "libreoffice"):
        hallado = shutil.which(orden)
        if hallado:
            return Path(hallado)
    raices = [os.environ.get(v) for v in ("PROGRAMFILES", "PROGRAMFILES(X86)", "PROGRAMW6432")]
    patrones = [(Path(r), p) for r in raices if r for p in _EN_WINDOWS]
    patrones += [(Path("/"), p.lstrip("/")) for p in _EN_OTROS]
    hallados = [ruta for raiz, patron in patrones for ruta in sorted(raiz.glob(patron))]
    return hallados[-1] if hallados else None


_REPETIR = "Repita; si vuelve a pasar, use --pdf embebido o reinstale LibreOffice."
BITACORA = logging.getLogger("minuta")


@dataclass(frozen=True)
class LibreOffice:
    """Motor LibreOffice. El tiempo límite de un lote es `espera` + n × `espera_por_documento`.

    Ambos van en segundos. Un acto de 12 páginas tarda unos 0,4 s; el arranque, menos de 2.
    """

    ejecutable: Path
    espera: float = 60.0
    espera_por_documento: float = 15.0

    nombre = "libreoffice"

    @cached_property
    def version(self) -> str:
        """La versión instalada: `7.4.7.2`. Da `FaltaComponente` si el programa no responde."""
        with tempfile.TemporaryDirectory(prefix="minuta-", ignore_cleanup_errors=True) as temporal:
            carpeta = Path(temporal)
            dijo, _ = self._correr(carpeta, perfil.escribir(carpeta / "perfil"), ["--version"], 0)
        hallada = re.search(r"LibreOffice\D*(\d+(?:\.\d+)+)", dijo)
        if hallada is None:
            raise FaltaComponente(
                f"El programa {self.ejecutable} no responde como LibreOffice.",
                "Reinstale LibreOffice, o use --pdf embebido.",
            )
        return hallada.group(1)

    @cached_property
    def advertencia(self) -> str | None:
        """Aviso si la versión es de una serie que ya no recibe correcciones de seguridad."""
        serie = tuple(int(n) for n in self.version.split(".")[:2])
        if serie > _ULTIMA_SERIE_VIEJA:
            return None
        return (
            f"LibreOffice {self.version} es de una serie sin correcciones de seguridad: "
            "actualícelo, sobre todo si convierte documentos de otros."
        )

    def convertir(self, documentos: Sequence[Documento]) -> list[bytes]:
        """Un PDF por documento, en el mismo orden; un arranque por cada `GRUPO`.

        Si alguno falla da `ErrorDePdf`, que nombra todos los malos y dice qué le pasó a cada uno
        (los demás sí se convirtieron, y se pueden pedir sin ellos).
        """
        malos: dict[int, ErrorDeDocumento | ErrorDePdf] = {}
        paquetes: dict[int, Paquete] = {}
        for i, documento in enumerate(documentos):
            try:
                paquetes[i] = abrir(documento.docx)
            except ErrorDeDocumento as error:
                malos[i] = error
        self._exigir_ecuaciones(documentos, paquetes)
        pdfs: dict[int, bytes] = {}
        remiten = {i for i, paquete in paquetes.items() if marcadores_remitidos(paquete)}
        for grupo in _grupos(paquetes, remiten):
            hechos, a_tiempo = self._convertir_grupo(
                {i: documentos[i].docx for i in grupo}, destinos=grupo[0] in remiten
            )
            if not (hechos or a_tiempo):
                raise FaltaComponente(self._colgado(len(grupo)), _REPETIR)
            pdfs.update(hechos)
        for i, paquete in paquetes.items():
            try:
                pdfs[i] = pdfs.get(i) or self._de_a_uno(documentos[i].docx, destinos=i in remiten)
                comprobar(paquete, pdfs[i])
            except ErrorDePdf as error:
                malos[i] = error
        _avisar(malos, documentos)
        return [pdfs[i] for i in range(len(documentos))]

    def _convertir_grupo(
        self, entradas: dict[int, bytes], *, destinos: bool
    ) -> tuple[dict[int, bytes], bool]:
        """Los PDF que LibreOffice alcanzó a escribir enteros, y si terminó a tiempo."""
        with tempfile.TemporaryDirectory(prefix="minuta-", ignore_cleanup_errors=True) as temporal:
            carpeta = Path(temporal)
            salida = carpeta / "pdf"
            salida.mkdir()
            # Nombres propios: el del asesor puede traer un «-» inicial, comas o barras.
            nombres = {i: f"{n:04d}" for n, i in enumerate(entradas, start=1)}
            for i, docx in entradas.items():
                (carpeta / f"{nombres[i]}.docx").write_bytes(docx)
            direccion = perfil.escribir(carpeta / "perfil")
            orden = ["--infilter=MS Word 2007 XML", "--convert-to", _filtro(destinos=destinos)]
            orden += ["--outdir", str(salida)]
            orden += (str(carpeta / f"{n}.docx") for n in nombres.values())
            _, a_tiempo = self._correr(carpeta, direccion, orden, len(entradas))
            hechos = {i: salida / f"{n}.pdf" for i, n in nombres.items()}
            leidos = {i: ruta.read_bytes() for i, ruta in hechos.items() if ruta.is_file()}
        return {i: pdf for i, pdf in leidos.items() if _entero(pdf)}, a_tiempo

    def _de_a_uno(self, docx: bytes, *, destinos: bool) -> bytes:
        hecho, a_tiempo = self._convertir_grupo({0: docx}, destinos=destinos)
        if hecho:
            return hecho[0]
        if not a_tiempo:
            raise ErrorDePdf(self._colgado(1), _REPETIR)
        # Antes de culpar al documento: un programa roto no sabe ni decir su versión.
        BITACORA.info("comprobar LibreOffice %s", self.version)
        raise ErrorDePdf(
            "LibreOffice no dio un PDF completo, ni en el lote ni solo.",
            "Ábralo en LibreOffice o en Word y guárdelo de nuevo, y revise que haya espacio en "
            "la carpeta temporal; si ahí abre bien, pruebe --pdf embebido.",
        )

    def _colgado(self, cuantos: int) -> str:
        segundos = self.espera + cuantos * self.espera_por_documento
        return f"LibreOffice no terminó en {segundos:.0f} segundos y se detuvo."

    def _correr(
        self, carpeta: Path, direccion: str, orden: list[str], cuantos: int
    ) -> tuple[str, bool]:
        fijas = ["--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck"]
        try:
            return correr(
                [str(self.ejecutable), f"-env:UserInstallation={direccion}", *fijas, *orden],
                perfil.ambiente(carpeta),
                carpeta,
                self.espera + cuantos * self.espera_por_documento,
            )
        except OSError as error:
            raise FaltaComponente(
                f"No se pudo arrancar LibreOffice ({self.ejecutable}: {motivo_de(error)[0]}).",
                "Reinstálelo, o use --pdf embebido.",
            ) from error

    def _exigir_ecuaciones(
        self, documentos: Sequence[Documento], paquetes: dict[int, Paquete]
    ) -> None:
        """En Debian las ecuaciones son un paquete aparte; sin él desaparecen sin aviso."""
        programa = self.ejecutable.resolve().parent
        writer, matematicas = ((programa / f"lib{m}lo.so").exists() for m in ("sw", "sm"))
        if matematicas or not writer:
            return
        for i, paquete in paquetes.items():
            if tiene_ecuaciones(paquete):
                raise FaltaComponente(
                    f"«{documentos[i].nombre}» tiene ecuaciones y este LibreOffice no las dibuja.",
                    "Instale el módulo: sudo apt-get install libreoffice-math-nogui.",
                )


def _grupos(todos: Iterable[int], remiten: Collection[int]) -> Iterator[list[int]]:
    """Los documentos de a `GRUPO`, sin mezclar los que llevan destinos con los que no.

    Lo que sale de un documento no depende de los que van con él.
    """
    for destinos in (False, True):
        iguales = [i for i in todos if (i in remiten) is destinos]
        for inicio in range(0, len(iguales), GRUPO):
            yield iguales[inicio : inicio + GRUPO]


def _filtro(*, destinos: bool) -> str:
    opciones = {**_OPCIONES, **(_CON_DESTINOS if destinos else {})}
    return "pdf:writer_pdf_Export:" + json.dumps(opciones, separators=(",", ":"))


def _entero(pdf: bytes) -> bool:
    """Dice si el PDF llegó hasta el final: LibreOffice muerto a la mitad deja un pedazo."""
    return pdf.startswith(b"%PDF-") and b"%%EOF" in pdf[-1024:]


def _avisar(
    malos: dict[int, ErrorDeDocumento | ErrorDePdf], documentos: Sequence[Documento]
) -> None:
    if malos:
        quejas = [f"«{documentos[i].nombre}»: {malos[i].mensaje}" for i in sorted(malos)]
        raise ErrorDePdf(
            " ".join(quejas), " ".join(dict.fromkeys(malos[i].remedio for i in sorted(malos)))
        )
