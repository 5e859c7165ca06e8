"""Los estilos de la plantilla: cuáles hay, y los de nota al pie si faltan."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from generador.documento.ooxml import Elemento, W, entero, escribir_xml, hijo, leer_xml, valor
from generador.documento.relaciones import relacionada
from generador.errores import ErrorDePlantilla

if TYPE_CHECKING:
    from collections.abc import Mapping

_GUARDADOS = 32
# Los nombres de siempre y los de «Open XML» transicional posterior.
_LADOS = {"izquierda": ("left", "start"), "derecha": ("right", "end")}


def parte_de_estilos(partes: dict[str, bytes]) -> str:
    """Nombre de la parte de estilos; `ErrorDePlantilla` si el documento no trae."""
    nombre = relacionada(partes, "styles")
    if nombre is None:
        raise ErrorDePlantilla(
            "La plantilla no tiene estilos.", "Ábrala en Word y guárdela de nuevo como .docx."
        )
    return nombre


def de_parrafo(partes: dict[str, bytes]) -> Mapping[str, str]:
    """Estilos de párrafo: de su nombre en Word, y de su identificador, al identificador."""
    return _de_parrafo(partes[parte_de_estilos(partes)])


# Los estilos de Word pesan más que el acto y son los mismos en todos los de una plantilla: lo que
# se calcula de ellos depende solo de sus bytes, y se guarda.
@lru_cache(maxsize=_GUARDADOS)
def _de_parrafo(estilos: bytes) -> Mapping[str, str]:
    hallados = _por_nombre(leer_xml(estilos, "estilos"), "paragraph")
    return MappingProxyType(hallados | {i: i for i in hallados.values()})


def _por_nombre(raiz: Elemento, clase: str) -> dict[str, str]:
    hallados = {}
    for estilo in raiz.iter(W + "style"):
        nombre = estilo.find(W + "name")
        if estilo.get(W + "type", "paragraph") == clase and nombre is not None:
            hallados[nombre.get(W + "val")] = estilo.get(W + "styleId")
    return hallados


def por_nombre(partes: dict[str, bytes], clase: str) -> Mapping[str, str]:
    """Estilos de una clase (`paragraph`, `character`, `table`): de su nombre al identificador.

    El nombre va en minúsculas: Word escribe «heading 1» y muestra «Heading 1».
    """
    return _de_clase(partes[parte_de_estilos(partes)], clase)


@lru_cache(maxsize=_GUARDADOS)
def _de_clase(estilos: bytes, clase: str) -> Mapping[str, str]:
    hallados = _por_nombre(leer_xml(estilos, "estilos"), clase)
    return MappingProxyType({nombre.casefold(): i for nombre, i in hallados.items()})


def sangria(partes: dict[str, bytes], estilo: str) -> tuple[int, int]:
    """La sangría izquierda y derecha de un estilo, suya o heredada, en veinteavos de punto."""
    return _sangria(partes[parte_de_estilos(partes)], estilo)


@lru_cache(maxsize=_GUARDADOS)
def _sangria(estilos: bytes, estilo: str) -> tuple[int, int]:
    por_id = {e.get(W + "styleId"): e for e in leer_xml(estilos, "estilos").iter(W + "style")}
    lados: dict[str, int] = {}
    actual: str | None = estilo
    while actual is not None and (definido := por_id.pop(actual, None)) is not None:
        hallada = definido.find(f"{W}pPr/{W}ind")
        for lado, nombres in _LADOS.items():
            for nombre in nombres:
                if hallada is not None and hallada.get(W + nombre):
                    lados.setdefault(lado, entero(hallada, nombre))
        actual = valor(definido.find(W + "basedOn"))
    return lados.get("izquierda", 0), lados.get("derecha", 0)


def de_notas(partes: dict[str, bytes]) -> tuple[str, str]:
    """Identificadores de los estilos de texto y de llamada de nota; los crea si faltan.

    Word guarda los estilos integrados con su nombre inglés, en cualquier idioma.
    """
    nombre = parte_de_estilos(partes)
    partes[nombre], texto, llamada = _con_notas(partes[nombre])
    return texto, llamada


@lru_cache(maxsize=_GUARDADOS)
def _con_notas(estilos: bytes) -> tuple[bytes, str, str]:
    raiz = leer_xml(estilos, "estilos")
    texto = _por_nombre(raiz, "paragraph").get("footnote text")
    llamada = _por_nombre(raiz, "character").get("footnote reference")
    if texto and llamada:
        return estilos, texto, llamada
    if not texto:
        texto = "MinutaTextoNota"
        _crear_texto(raiz, texto)
    if not llamada:
        llamada = "MinutaLlamadaNota"
        _crear_llamada(raiz, llamada)
    return escribir_xml(raiz), texto, llamada


def poner_idioma(partes: dict[str, bytes], idioma: str) -> None:
    """Fija el idioma de todo el documento (`es-CO`): corrector de Word y etiqueta del PDF."""
    nombre = parte_de_estilos(partes)
    partes[nombre] = _con_idioma(partes[nombre], idioma)


@lru_cache(maxsize=_GUARDADOS)
def _con_idioma(estilos: bytes, idioma: str) -> bytes:
    raiz = leer_xml(estilos, "estilos")
    defectos = _asegurar(raiz, "docDefaults", 0)
    letra = _asegurar(_asegurar(defectos, "rPrDefault", 0), "rPr", 0)
    _asegurar(letra, "lang", len(letra)).set(W + "val", idioma)
    return escribir_xml(raiz)


def _asegurar(padre: Elemento, etiqueta: str, lugar: int) -> Elemento:
    hallado = padre.find(W + etiqueta)
    if hallado is None:
        hallado = etree.Element(W + etiqueta)
        padre.insert(lugar, hallado)
    return hallado


def _crear_texto(raiz: Elemento, identificador: str) -> None:
    estilo = hijo(raiz, "style", type="paragraph", styleId=identificador)
    hijo(estilo, "name", val="footnote text")
    formato = hijo(estilo, "pPr")
    hijo(formato, "spacing", after="0", line="240", lineRule="auto")
    letra = hijo(estilo, "rPr")
    # Tamaño en medios puntos: 10 puntos, el que pone Word.
    hijo(letra, "sz", val="20")
    hijo(letra, "szCs", val="20")


def _crear_llamada(raiz: Elemento, identificador: str) -> None:
    estilo = hijo(raiz, "style", type="character", styleId=identificador)
    hijo(estilo, "name", val="footnote reference")
    hijo(hijo(estilo, "rPr"), "vertAlign", val="superscript")
