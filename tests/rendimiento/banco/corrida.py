"""Lanza cada celda en su proceso, una tras otra, y comprueba lo que cada una produjo."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from docx import Document

from generador.documento.lectura import parrafos
from generador.errores import ErrorMinuta
from tests.rendimiento.banco.motores import MOTORES, Motor
from tests.rendimiento.banco.plantilla import SINTAXIS, construir
from tests.rendimiento.banco.resolucion import datos, esperado

RAIZ = Path(__file__).resolve().parents[3]
NPM = RAIZ / ".herramientas" / "banco" / "node_modules"
TAMANOS = (10, 209, 1100)
DOCUMENTOS = 3
TOPE_S = 300
ACTO = ("docxtpl", "minuta")


@dataclass(frozen=True, slots=True)
class Medida:
    """Lo que dio una celda: mediana de `n` en ms, ms de compilar, pico de MB, si su texto es fiel.

    Si la celda no corrió, `falla` dice por qué y lo demás está vacío.
    """

    ms: float = 0.0
    n: int = 0
    compilar: float | None = None
    pico: float | None = None
    falla: str = ""
    fiel: bool = True


def fijar_nucleo() -> int | None:
    """Deja este proceso, y los que lance, en el último núcleo; `None` si el sistema no deja."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    nucleo = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {nucleo})
    return nucleo


def correr(carpeta: Path) -> dict[tuple[str, int], Medida]:
    """Todas las celdas, tamaño por tamaño para que cada razón compare momentos vecinos."""
    plantillas = {}
    for nombre, sintaxis in SINTAXIS.items():
        plantillas[nombre] = carpeta / f"plantilla-{nombre}.docx"
        plantillas[nombre].write_bytes(construir(sintaxis))
    medidas = {}
    for filas in TAMANOS:
        documentos = [datos(n, filas) for n in range(DOCUMENTOS)]
        archivo = carpeta / f"datos-{filas}.json"
        archivo.write_text(json.dumps(documentos, ensure_ascii=False), encoding="utf-8")
        textos = [esperado(documento) for documento in documentos]
        for motor in MOTORES.values():
            _avisar(f"{motor.nombre}, {filas} renglones")
            salidas = carpeta / f"{motor.nombre}-{filas}"
            salidas.mkdir()
            orden = _orden(motor, plantillas[motor.sintaxis], archivo, salidas)
            medidas[motor.nombre, filas] = _medir(orden, salidas, textos)
    return medidas


def correr_acto(carpeta: Path) -> dict[str, Medida]:
    """Los actos de ejemplo con docxtpl y con Minuta; los textos deben ser los mismos."""
    medidas: dict[str, Medida] = {}
    textos: list[list[str]] = []
    for motor in ACTO:
        _avisar(f"acto de ejemplo, {motor}")
        salidas = carpeta / f"acto-{motor}"
        salidas.mkdir()
        modulo = "tests.rendimiento.banco.acto"
        orden = [sys.executable, "-m", modulo, motor, str(salidas)]
        medidas[motor] = _medir(orden, salidas, textos)
        if not medidas[motor].falla:
            textos = [_texto(docx) for docx in _producidos(salidas)]
    return medidas


def _avisar(que: str) -> None:
    print(f"midiendo {que}…", file=sys.stderr, flush=True)


def _orden(motor: Motor, *rutas: Path) -> list[str]:
    if motor.importar is not None:
        programa = [sys.executable, "-m", "tests.rendimiento.banco.celda"]
    else:
        programa = [shutil.which("node") or "", str(Path(__file__).with_name("banco.cjs"))]
    return [*programa, motor.nombre, *map(str, rutas)]


def _medir(orden: list[str], salidas: Path, textos: list[list[str]]) -> Medida:
    """Corre la orden; sin `textos`, solo se comprueba que lo producido abra."""
    if not orden[0]:
        return Medida(falla="no hay Node en este equipo")
    entorno = {**os.environ, "NODE_PATH": str(NPM)}
    try:
        hecho = subprocess.run(
            orden, cwd=RAIZ, env=entorno, capture_output=True, text=True, encoding="utf-8",
            timeout=TOPE_S, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return Medida(falla=f"no terminó en {TOPE_S} segundos")
    if hecho.returncode != 0:
        return Medida(falla=_razon_de(hecho.stderr))
    producidos = _producidos(salidas)
    fiel = bool(producidos) and all(_abre(docx) for docx in producidos)
    if fiel and textos:
        fiel = [_texto(docx) for docx in producidos] == textos
    return Medida(**json.loads(hecho.stdout), fiel=fiel)


def _producidos(salidas: Path) -> list[bytes]:
    return [archivo.read_bytes() for archivo in sorted(salidas.iterdir())]


def _razon_de(errores: str) -> str:
    """Por qué no corrió una celda, en una línea."""
    falta = re.search(r"(?:No module named|Cannot find module) '([^']+)'", errores)
    if falta:
        return f"falta instalar «{falta[1]}»"
    return (errores.strip() or "terminó sin decir por qué").split("\n")[-1]


def _abre(docx: bytes) -> bool:
    try:
        Document(io.BytesIO(docx))
    except Exception as error:  # un archivo dañado falla de muchas maneras
        _avisar(f"un documento que python-docx no abre: {error}")
        return False
    return True


def _texto(docx: bytes) -> list[str]:
    try:
        return parrafos(docx)
    except ErrorMinuta as error:
        return [str(error)]
