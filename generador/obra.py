"""La obra: lo que se va haciendo con un caso, en memoria, hasta entregarlo.

La usan `expedir` (del caso al acto y sus copias) y `copiar` (del acto firmado a sus copias).
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from generador import __version__
from generador.catalogos.calendario import calendario
from generador.copias import manifiesto as registro
from generador.errores import ErrorDeDocumento, ErrorDePlantilla
from generador.huella import huella_de, sha256
from generador.nombres import nombre_de_archivo
from generador.redaccion.oficio_remisorio import CopiaRemitida

if TYPE_CHECKING:
    from pathlib import Path

    from generador.hallazgos import Hallazgo
    from generador.pdf.motores import Motor
    from generador.redaccion.documento import Redaccion
    from generador.tipos.tipo import Copias, Tipo

BITACORA = logging.getLogger("minuta")
ACTO_DOCX, ACTO_PDF, ANEXOS, OFICIOS = "acto.docx", "acto.pdf", "anexos/", "oficios/"


@dataclass(frozen=True, slots=True)
class Revision:
    """Un caso leído y revisado, con sus hallazgos, aunque no pueda expedirse.

    `textos` va del nombre de cada archivo que el caso trae al lado (un texto, una figura) a su
    sha256; `imagenes`, de la ruta de cada figura a su contenido.
    """

    archivo: Path
    sha256: str
    tipo: Tipo
    caso: Any
    regimen: Any
    hallazgos: tuple[Hallazgo, ...]
    textos: Mapping[str, str] = field(default_factory=dict)
    imagenes: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def es_oficial(self) -> bool:
        """Si el acto ya tiene número y fecha."""
        return None not in self.tipo.numero_y_fecha(self.caso)


@dataclass(frozen=True, slots=True)
class Pedido:
    """Qué pidió el asesor.

    `motor` es con qué se hace el PDF (`None`: solo Word); `borrador` acepta datos ausentes y
    reglas incumplidas, sin copias; `simular` no escribe; `reemplazar` sobrescribe lo que se haya
    cambiado a mano en la carpeta.
    """

    motor: Motor | None
    borrador: bool = False
    simular: bool = False
    reemplazar: bool = False


@dataclass(slots=True)
class Obra:
    """Los archivos de la carpeta del caso, por su ruta dentro de ella, y lo que dirá el manifiesto.

    `advertencias` son las que debe conocer quien reciba la carpeta; `avisos`, los que debe
    conocer el asesor al hacerla, además de los hallazgos del caso. `del_asesor` son las rutas de
    los archivos que él dio.
    """

    revision: Revision
    pedido: Pedido
    archivos: dict[str, bytes] = field(default_factory=dict)
    plantillas: dict[str, str] = field(default_factory=dict)
    copias: list[registro.Copia] = field(default_factory=list)
    advertencias: list[str] = field(default_factory=list)
    avisos: list[Hallazgo] = field(default_factory=list)
    del_asesor: set[str] = field(default_factory=set)
    paginas: int = 0
    comunicados: int = 0

    def componer(self, redaccion: Redaccion) -> bytes:
        """El Word de una redacción; anota la plantilla que usó."""
        # Aquí y no arriba: `minuta validar` no compone nada y no debe esperar por docxtpl.
        from generador.plantilla.catalogo import abrir
        from generador.plantilla.componer import componer
        from generador.plantilla.comprobar import exigir_obligatorias

        plantilla = abrir(redaccion.plantilla)
        try:
            if plantilla.nombre not in self.plantillas:
                exigir_obligatorias(plantilla)
                self.plantillas[plantilla.nombre] = plantilla.sha256
            return componer(
                plantilla.docx,
                redaccion.contexto,
                redaccion.bloques,
                metadatos=redaccion.metadatos,
                imagenes={**self.revision.imagenes, **redaccion.imagenes},
                borrador=self.pedido.borrador,
            )
        except (ErrorDeDocumento, ErrorDePlantilla) as error:
            raise ErrorDePlantilla(
                f"En la plantilla «{plantilla.nombre}»: {error.mensaje}", error.remedio
            ) from error

    def poner_acto_pdf(self, pdf: bytes) -> None:
        """Guarda el PDF del acto, cuenta sus páginas y anota lo que le falta para archivarse."""
        from generador.pdf.lectura import paginas

        self.archivos[ACTO_PDF] = pdf
        self.paginas = paginas(pdf)
        self._anotar_carencias("PDF del acto", pdf)

    def _anotar_carencias(self, cual: str, pdf: bytes) -> None:
        from generador.pdf.conformidad import carencias

        for carencia in carencias(pdf):
            self.advertencias.append(f"Al {cual} le falta para archivarse: {carencia}.")

    def poner_acto(self, acto: Redaccion, motor: Motor) -> None:
        """Convierte el acto compuesto; el Word queda con las páginas que dice su PDF."""
        from generador.pdf.destinos import con_paginas_de

        docx = self.archivos[ACTO_DOCX]
        (pdf,) = convertir(motor, [(acto, docx)])
        self.archivos[ACTO_DOCX] = con_paginas_de(docx, pdf)
        self.poner_acto_pdf(pdf)

    def poner_anexos(self, anexos: Mapping[str, Redaccion]) -> None:
        """Compone los demás documentos del caso y los deja en `anexos/`."""
        pdfs = self._poner_documentos([f"{ANEXOS}{nombre}" for nombre in anexos], anexos.values())
        for nombre, pdf in zip(anexos, pdfs, strict=False):
            self._anotar_carencias(f"PDF de «{nombre}»", pdf)

    def _poner_documentos(
        self, rutas: Sequence[str], redacciones: Collection[Redaccion]
    ) -> list[bytes]:
        """Deja cada documento en su ruta, en Word y PDF, y devuelve los PDF que haya hecho."""
        from generador.pdf.destinos import con_paginas_de

        compuestos = [(r, self.componer(r)) for r in redacciones]
        for ruta, (_, docx) in zip(rutas, compuestos, strict=True):
            self.archivos[f"{ruta}.docx"] = docx
        motor = self.pedido.motor
        if motor is None or not compuestos:
            return []
        pdfs = convertir(motor, compuestos)
        for ruta, (_, docx), pdf in zip(rutas, compuestos, pdfs, strict=True):
            self.archivos[f"{ruta}.docx"] = con_paginas_de(docx, pdf)
            self.archivos[f"{ruta}.pdf"] = pdf
        return pdfs

    def poner_hojas(self, hojas: Mapping[str, bytes]) -> None:
        """Deja en `anexos/` lo que no es un documento: las hojas de cálculo, ya escritas."""
        self.archivos |= {f"{ANEXOS}{nombre}": datos for nombre, datos in hojas.items()}

    def comunicar(self, oficios: Mapping[str, Redaccion]) -> None:
        """Compone los oficios que no remiten copia, en Word y PDF, y los deja en `oficios/`."""
        if not oficios:
            return
        BITACORA.info("8. comunicar: %d oficios", len(oficios))
        rutas = [f"{OFICIOS}{nombre_de_archivo(nombre)}" for nombre in oficios]
        self._poner_documentos(rutas, oficios.values())
        self.comunicados = len(rutas)

    def remitir(
        self, acto: Redaccion, motor: Motor, copias: Copias, *, sellar: bool = True
    ) -> None:
        """Pasos 7 y 8: una copia y un oficio por destinatario del acto que ya está en la obra.

        Con `sellar=False` (el acto trae firma digital y tocarlo la invalidaría) la copia es el
        mismo archivo.
        """
        caso = self.revision.caso
        huella = huella_de(self.archivos[ACTO_PDF])
        destinatarios = copias.destinatarios(caso)
        remitidas = [
            CopiaRemitida(
                numero=n,
                total=len(destinatarios),
                destinatario=nombre,
                lineas=tuple(lineas),
                paginas=self.paginas,
                longitud=huella.longitud,
                sha256=huella.sha256,
                sellada=sellar,
            )
            for n, (nombre, lineas) in enumerate(destinatarios, 1)
        ]
        BITACORA.info("7. hacer %d copias", len(remitidas))
        nombre = copias.nombre_del_acto(caso)
        pdf = self.archivos[ACTO_PDF]
        hechas = self._sellar(nombre, remitidas) if sellar else [pdf] * len(remitidas)
        BITACORA.info("8. oficios")
        redacciones = [copias.oficio(acto, caso, copia) for copia in remitidas]
        oficios = [self.componer(redaccion) for redaccion in redacciones]
        pdfs = convertir(motor, list(zip(redacciones, oficios, strict=True)))
        for copia, archivo, docx, oficio in zip(remitidas, hechas, oficios, pdfs, strict=True):
            self._guardar_copia(copia, archivo, docx, oficio)

    def _sellar(self, acto: str, remitidas: Sequence[CopiaRemitida]) -> list[bytes]:
        from generador.copias.sello import DatosSello, sellar

        sellos = [DatosSello(c.destinatario, c.numero, c.total, acto) for c in remitidas]
        return list(sellar(self.archivos[ACTO_PDF], sellos))

    def _guardar_copia(self, copia: CopiaRemitida, archivo: bytes, docx: bytes, pdf: bytes) -> None:
        nombre = f"{copia.numero:02d}-{nombre_de_archivo(copia.destinatario)}"
        ruta_copia, ruta_oficio = f"copias/{nombre}.pdf", f"{OFICIOS}{nombre}.pdf"
        self.archivos[ruta_copia] = archivo
        self.archivos[f"{OFICIOS}{nombre}.docx"] = docx
        self.archivos[ruta_oficio] = pdf
        self.copias.append(
            registro.Copia(copia.numero, copia.total, copia.destinatario, ruta_copia, ruta_oficio)
        )

    def cerrar(self) -> None:
        """Paso 9: agrega el manifiesto, con la huella de todo lo anterior."""
        BITACORA.info("9. manifiesto")
        self.archivos[registro.NOMBRE] = registro.volcar(self._manifiesto())

    def _manifiesto(self) -> registro.Manifiesto:
        revision, motor = self.revision, self.pedido.motor
        numero, fecha = revision.tipo.numero_y_fecha(revision.caso)
        return registro.Manifiesto(
            herramienta="minuta",
            version=__version__,
            tipo=revision.tipo.nombre,
            caso=registro.Caso(revision.archivo.name, revision.sha256),
            plantillas=self.plantillas,
            motor=registro.Motor(*((motor.nombre, motor.version) if motor else ("", ""))),
            textos=revision.textos,
            calendario=calendario().version,
            advertencias=tuple(self._todas_las_advertencias()),
            acto=registro.Acto(
                numero if isinstance(numero, str) else "",
                fecha.isoformat() if isinstance(fecha, date) else "",
                revision.tipo.epigrafe(revision.caso),
                self.paginas,
            ),
            archivos=tuple(
                registro.Archivo(ruta, sha256(datos), len(datos), self._origen(ruta))
                for ruta, datos in self.archivos.items()
            ),
            copias=tuple(self.copias),
        )

    def _origen(self, ruta: str) -> str:
        return registro.ASESOR if ruta in self.del_asesor else registro.MINUTA

    def _todas_las_advertencias(self) -> list[str]:
        motor = self.pedido.motor
        regimen = [h.mensaje for h in self.revision.hallazgos if h.codigo == "PLAN001"]
        borrador = ["Es un borrador: no tiene valor y no se expiden copias."]
        return [
            *regimen,
            *(borrador if self.pedido.borrador else []),
            *([motor.advertencia] if motor is not None and motor.advertencia else []),
            *self.advertencias,
        ]


def convertir(motor: Motor, documentos: Sequence[tuple[Redaccion, bytes]]) -> list[bytes]:
    """Los PDF archivables de unas redacciones ya compuestas, en el mismo orden."""
    from generador.pdf.conformidad import archivar
    from generador.pdf.documento import Documento

    pdfs = motor.convertir(
        [Documento(r.metadatos.titulo, docx, r.metadatos) for r, docx in documentos]
    )
    return [archivar(pdf, r.metadatos) for pdf, (r, _) in zip(pdfs, documentos, strict=True)]
