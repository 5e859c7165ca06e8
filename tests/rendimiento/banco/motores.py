"""Los motores de Python, como los usaría quien los conoce. Los de npm están en `banco.cjs`.

Un motor importa lo suyo (eso no se mide) y da `preparar(plantilla)`, que da `rendir(datos)`.
"""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.rendimiento.banco.resolucion import Datos

Rendir = Callable[["Datos"], bytes]
Preparar = Callable[[bytes], Rendir]


@dataclass(frozen=True, slots=True)
class Motor:
    """Un motor, la sintaxis de su plantilla y cómo se importa (`None`: corre en Node)."""

    nombre: str
    sintaxis: str
    importar: Callable[[], Preparar] | None = None


def _docxtpl() -> Preparar:
    from docxtpl import DocxTemplate

    def preparar(plantilla: bytes) -> Rendir:
        def rendir(datos: Datos) -> bytes:
            # Un objeto por documento, como dice su manual; guardarlo no ahorra: todo lo rehace.
            documento = DocxTemplate(io.BytesIO(plantilla))
            documento.render(datos, autoescape=True)
            salida = io.BytesIO()
            documento.save(salida)
            return salida.getvalue()

        return rendir

    return preparar


def _minuta() -> Preparar:
    from generador.plantilla.compilada import compilar

    return lambda plantilla: compilar(plantilla).rendir


def _mailmerge() -> Preparar:
    # No es dependencia de Minuta: solo `make banco` la instala.
    combinacion = importlib.import_module("mailmerge").MailMerge

    def preparar(plantilla: bytes) -> Rendir:
        def rendir(datos: Datos) -> bytes:
            with combinacion(io.BytesIO(plantilla)) as documento:
                # Primero las filas: «departamento» es columna del cuadro y también variable.
                documento.merge_rows("codigo", datos["municipios"])
                documento.merge(**{k: v for k, v in datos.items() if isinstance(v, str)})
                salida = io.BytesIO()
                documento.write(salida)
            return salida.getvalue()

        return rendir

    return preparar


MOTORES = {
    motor.nombre: motor
    for motor in (
        Motor("minuta", "jinja", _minuta),
        Motor("docxtpl", "jinja", _docxtpl),
        Motor("docx-mailmerge2", "docx-mailmerge2", _mailmerge),
        Motor("docxtemplater", "docxtemplater"),
        Motor("easy-template-x", "easy-template-x"),
        Motor("carbone", "carbone"),
    )
}
