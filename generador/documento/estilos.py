"""Los estilos de la plantilla: cuáles hay, y los de nota al pie si faltan."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from generador.documento.ooxml import Elemento, W, escribir_xml, hijo, leer_xml
from generador.documento.relaciones import relacionada
from generador.errores import ErrorDePlantilla

if TYPE_CHECKING:
    from collections.abc import Mapping

_GUARDADOS = 32


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
