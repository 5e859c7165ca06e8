"""El texto de un .docx con su lugar: cuerpo, tablas, cuadros, notas, encabezados y pies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generador.documento.lectura import LLAMADAS, texto_visible, visibles
from generador.documento.ooxml import Elemento, W, leer_xml, recorrer
from generador.documento.paquete import leer_paquete
from generador.documento.relaciones import con_texto

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Parte(StrEnum):
    """En qué parte del documento está un texto, como se le dice a quien lo va a buscar."""

    CUERPO = "cuerpo"
    TABLA = "tabla"
    CUADRO = "cuadro de texto"
    NOTA = "nota"
    NOTA_FINAL = "nota al final"
    ENCABEZADO = "encabezado"
    PIE = "pie"


# El orden en que se lee: las notas siguen al cuerpo; lo que se repite en cada página, al final.
_CLASES = {
    "document": Parte.CUERPO,
    "footnotes": Parte.NOTA,
    "endnotes": Parte.NOTA_FINAL,
    "header": Parte.ENCABEZADO,
    "footer": Parte.PIE,
}
_EN_CUERPO = {W + "tbl": Parte.TABLA, W + "txbxContent": Parte.CUADRO}
_BORRADOS = {W + "del", W + "moveFrom"}


@dataclass(frozen=True, slots=True)
class Parrafo:
    """Un párrafo con texto.

    `numero` cuenta desde 1 los párrafos con texto de su parte (el cuerpo con sus tablas y
    cuadros, cada nota, cada encabezado). `nota` es el número que Word le pone a la nota; `None` si
    no es una nota, o si su llamada no lleva número.
    """

    texto: str
    parte: Parte
    numero: int
    nota: int | None = None


def contenido(docx: bytes) -> list[Parrafo]:
    """Los párrafos con texto: cuerpo, notas por orden de llamada, encabezados y pies.

    Un encabezado o un pie repetido en varias secciones sale una vez. Lo demás es como en
    `generador.documento.lectura`: lo insertado con control de cambios sí y lo borrado no. Da
    `ErrorDeDocumento` si el archivo no sirve.
    """
    partes = leer_paquete(docx)
    arboles = [(_CLASES[c], leer_xml(partes[n], n)) for n, c in con_texto(partes).items()]
    arboles.sort(key=lambda par: list(Parte).index(par[0]))
    cuerpo = arboles[0][1]
    hallados: list[Parrafo] = []
    repetibles: set[tuple[Parrafo, ...]] = set()
    for parte, raiz in arboles:
        if parte is Parte.CUERPO:
            hallados += _numerados(visibles(raiz), parte)
        elif parte in {Parte.NOTA, Parte.NOTA_FINAL}:
            hallados += _notas(raiz, parte, cuerpo)
        else:
            suyos = tuple(_numerados(visibles(raiz), parte))
            hallados += () if suyos in repetibles else suyos
            repetibles.add(suyos)
    return hallados


def _numerados(
    parrafos: Iterable[Elemento], parte: Parte, nota: int | None = None
) -> Iterator[Parrafo]:
    numero = 0
    for parrafo in parrafos:
        escrito = texto_visible(parrafo)
        if escrito.strip():
            numero += 1
            suya = _dentro_de(parrafo) if parte is Parte.CUERPO else parte
            yield Parrafo(escrito, suya, numero, nota)


def _dentro_de(parrafo: Elemento) -> Parte:
    """Tabla o cuadro de texto, lo que esté más cerca; o el cuerpo."""
    cajas = (_EN_CUERPO[a.tag] for a in parrafo.iterancestors() if a.tag in _EN_CUERPO)
    return next(cajas, Parte.CUERPO)


def _notas(raiz: Elemento, parte: Parte, cuerpo: Elemento) -> Iterator[Parrafo]:
    """Las notas por orden de llamada, que es como Word las numera; sin llamada, al final."""
    por_identificador = {nota.get(W + "id"): nota for nota in raiz}
    numero = 0
    for llamada in _llamadas(cuerpo, LLAMADAS[parte is Parte.NOTA_FINAL]):
        nota = por_identificador.pop(llamada.get(W + "id"), None)
        marcada = bool(llamada.get(W + "customMarkFollows"))
        numero += not marcada
        if nota is not None:
            yield from _numerados(visibles(nota), parte, None if marcada else numero)
    for nota in por_identificador.values():
        yield from _numerados(visibles(nota), parte)


def _llamadas(cuerpo: Elemento, etiqueta: str) -> Iterator[Elemento]:
    for nodo in recorrer(cuerpo):
        if nodo.tag == etiqueta and not any(a.tag in _BORRADOS for a in nodo.iterancestors()):
            yield nodo
