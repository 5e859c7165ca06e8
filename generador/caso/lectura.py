"""Leer un caso: del archivo al árbol crudo, o a todos los hallazgos que lo rechazan."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from generador.caso.arbol import Escalar, Mapa
from generador.caso.eventos_yaml import leer_yaml
from generador.caso.fuente import ILEGAL, TOPE_BYTES, Fuente, desde_bytes, ilegales
from generador.caso.rechazos import rechazo
from generador.caso.texto_json import leer_json
from generador.errores import CasoRechazado
from generador.hallazgos import Lugar, en_orden
from generador.sistema import motivo_de
from generador.texto import sugerencia

if TYPE_CHECKING:
    from pathlib import Path

    from generador.caso.arbol import Nodo

_LECTORES = {".yaml": leer_yaml, ".yml": leer_yaml, ".json": leer_json}
_REMEDIOS = {
    ".xlsx": "Un libro de Excel se procesa por lotes con «minuta lote».",
    ".docx": "Esto es un documento de Word: escriba sus datos en un caso nuevo (minuta nuevo).",
    ".pdf": "Esto es un PDF: escriba sus datos en un caso nuevo (minuta nuevo).",
    ".txt": "Si adentro está escrito como YAML, cámbiele el nombre para que termine en «.yaml».",
}
_REMEDIO_CORRIENTE = "Revise que sea el archivo correcto."
# DEL y los controles C1 caben en XML, pero YAML 1.2 (5.1) solo los admite escapados.
_NO_IMPRIMIBLE = re.compile("[\x7f-\x84\x86-\x9f]")


def leer(archivo: Path) -> Mapa:
    """Lee un caso de un archivo .yaml, .yml o .json.

    Devuelve el mapa raíz; los lugares llevan el nombre del archivo como se recibió. Lanza
    `CasoRechazado` con todos los hallazgos que se puedan juntar: si el archivo no se puede abrir,
    no es texto UTF-8, está mal escrito o trae algo que un caso no usa.
    """
    inicio = Lugar(str(archivo), 1, 1)
    if archivo.is_dir():
        raise _no_se_abre(inicio, "Esto es una carpeta, no un caso.", "Indique el archivo.")
    try:
        if not archivo.exists():
            raise CasoRechazado([rechazo("CASO001", inicio, sugerencia=_vecino(archivo))])
        if not archivo.is_file():
            raise _no_se_abre(inicio, "Esto no es un archivo corriente.", _REMEDIO_CORRIENTE)
        with archivo.open("rb") as abierto:
            datos = abierto.read(TOPE_BYTES + 1)
    except PermissionError:
        remedio = "Ciérrelo si está abierto en otro programa, o pida permiso para leerlo."
        raise _no_se_abre(inicio, "No hay permiso para leer el archivo.", remedio) from None
    except OSError as error:
        motivo = f"El sistema no pudo leer el archivo ({motivo_de(error)[0]})."
        raise _no_se_abre(inicio, motivo, "Cópielo a este equipo y reintente.") from None
    return leer_bytes(datos, str(archivo))


def leer_bytes(datos: bytes, nombre: str) -> Mapa:
    """Lee un caso de sus bytes; `nombre` dice el formato por su extensión y sale en los lugares.

    Devuelve y lanza lo mismo que `leer`.
    """
    extension = PurePath(nombre).suffix.lower()
    lector = _LECTORES.get(extension)
    if lector is None:
        remedio = _REMEDIOS.get(extension, _REMEDIO_CORRIENTE)
        inicio = Lugar(nombre, 1, 1)
        raise CasoRechazado([rechazo("CASO003", inicio, extension=extension, remedio=remedio)])
    fuente = desde_bytes(datos, nombre)
    malos = ilegales(fuente, ILEGAL, "CASO007")
    legible = ILEGAL.sub("\ufffd", fuente.texto)
    if lector is leer_yaml:
        malos += ilegales(fuente, _NO_IMPRIMIBLE, "CASO031")
        legible = _NO_IMPRIMIBLE.sub("\ufffd", legible)
    try:
        raiz = lector(Fuente(nombre, legible))
    except CasoRechazado as rechazado:
        raise CasoRechazado(en_orden([*malos, *rechazado.hallazgos])) from None
    if malos:
        raise CasoRechazado(malos)
    return _solo_mapa(raiz, fuente)


def _solo_mapa(raiz: Nodo | None, fuente: Fuente) -> Mapa:
    if isinstance(raiz, Mapa):
        return raiz
    if raiz is None or (isinstance(raiz, Escalar) and raiz.vacio):
        raise CasoRechazado([rechazo("CASO008", fuente.lugar(0))])
    forma = "un texto seguido" if isinstance(raiz, Escalar) else "una lista de elementos"
    raise CasoRechazado([rechazo("CASO009", raiz.lugar, forma=forma)])


def _no_se_abre(inicio: Lugar, problema: str, remedio: str) -> CasoRechazado:
    return CasoRechazado([rechazo("CASO002", inicio, problema=problema, remedio=remedio)])


def _vecino(archivo: Path) -> str:
    """Sugiere el caso de la misma carpeta cuyo nombre se parece más."""
    carpeta = archivo.parent
    vecinos = carpeta.iterdir() if carpeta.is_dir() else ()
    return sugerencia(archivo.name, (v.name for v in vecinos if v.suffix.lower() in _LECTORES))
