"""De la plantilla, el contexto y los bloques al .docx terminado."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from lxml import etree

from generador.documento.arreglos import hay_vacios, poner_en_regla
from generador.documento.borrador import marcar_borrador
from generador.documento.cuerpo.dibujo import abrir_taller, dibujar, pagina_util
from generador.documento.metadatos import Metadatos, poner_metadatos
from generador.documento.molde import comprimir, en_orden, unir
from generador.documento.notas import Notas
from generador.documento.ooxml import DECLARACION, leer_xml
from generador.errores import ErrorDePlantilla
from generador.plantilla.contexto import plano
from generador.plantilla.faltas import resaltar
from generador.plantilla.inspeccion import MARCA_DE_BLOQUES
from generador.plantilla.preparada import preparar
from generador.plantilla.valores import MARCA_DE_FALTA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generador.documento.cuerpo.dibujo import Dibujable
    from generador.plantilla.contexto import Datos
    from generador.plantilla.preparada import ParteViva, Preparada
    from generador.plantilla.riesgos import Riesgos

_SIN_IMAGENES: Final[Mapping[str, bytes]] = MappingProxyType({})


def componer(
    plantilla: bytes,
    contexto: Mapping[str, object],
    bloques: Mapping[str, Sequence[Dibujable]],
    *,
    metadatos: Metadatos,
    imagenes: Mapping[str, bytes] = _SIN_IMAGENES,
    borrador: bool = False,
) -> bytes:
    """Devuelve el .docx: mismos argumentos, mismos bytes.

    `imagenes` va de la ruta que dice cada figura a su contenido.

    Da `ErrorDeDocumento` si el .docx de la plantilla está dañado o trae algo peligroso;
    `ErrorDePlantilla` si la plantilla está mal, pide un dato o un bloque que no se le da, o
    no pide uno que sí; `DatoFaltante` si un dato es `Falta` y no es borrador; `DatoInvalido` si
    un texto no cabe en Word o un bloque no se puede dibujar; `TypeError` si el
    contexto no es de datos planos.
    """
    preparada = preparar(plantilla, borrador=borrador)
    _exigir_bloques(preparada.bloques, frozenset(bloques))
    datos = plano(contexto)
    partes = dict(preparada.partes)
    textos = {viva.archivo: _rendir(viva, datos) for viva in preparada.vivas}
    cuerpo = textos.pop(preparada.principal)
    partes.update((archivo, DECLARACION + xml.encode()) for archivo, xml in textos.items())
    # De último: para numerar las notas en orden hay que tenerlas todas.
    cuerpo = _insertar(cuerpo, bloques, imagenes, partes)
    partes[preparada.principal] = DECLARACION + cuerpo.encode()
    poner_metadatos(partes, metadatos)
    if borrador:
        marcar_borrador(partes)
    return _empacar(preparada, partes)


def _rendir(viva: ParteViva, datos: Datos) -> str:
    """El XML de la parte; solo pasa por su árbol si hay algo que arreglar."""
    xml = viva.compilada.rendir(datos)
    if not _en_duda(viva.riesgos, xml):
        return xml
    raiz = leer_xml(xml.encode(), viva.archivo)
    resaltar(raiz)
    poner_en_regla(raiz)
    return str(etree.tostring(raiz, encoding="unicode"))


def _en_duda(riesgos: Riesgos, xml: str) -> bool:
    en_duda = riesgos.cortes or riesgos.repetidos or MARCA_DE_FALTA in xml
    return en_duda or (riesgos.vacios and hay_vacios(xml))


def _empacar(preparada: Preparada, partes: Mapping[str, bytes]) -> bytes:
    """El zip del documento: las partes que no cambiaron se copian ya comprimidas."""
    return unir(
        preparada.fijos[nombre]
        if partes[nombre] is preparada.partes.get(nombre)
        else comprimir(nombre, partes[nombre])
        for nombre in en_orden(partes)
    )


def _exigir_bloques(pedidos: frozenset[str], dados: frozenset[str]) -> None:
    if pedidos - dados:
        raise ErrorDePlantilla(
            f"La plantilla pide bloques que no se le dan: {_nombrar(pedidos - dados)}.",
            "Redáctelos en el caso o quite su marcador de la plantilla.",
        )
    if dados - pedidos:
        nombres = _nombrar(dados - pedidos)
        raise ErrorDePlantilla(
            f"La plantilla no tiene dónde poner estos bloques: {nombres}.",
            "Agregue en Word un párrafo con el marcador [[bloques: nombre]].",
        )


def _nombrar(nombres: frozenset[str]) -> str:
    return ", ".join(f"«{n}»" for n in sorted(nombres))


def _insertar(
    cuerpo: str,
    bloques: Mapping[str, Sequence[Dibujable]],
    imagenes: Mapping[str, bytes],
    partes: dict[str, bytes],
) -> str:
    notas = Notas(partes)
    if not bloques:
        return notas.cerrar(cuerpo)
    taller = abrir_taller(partes, notas, cuerpo, imagenes)
    con_bloques = MARCA_DE_BLOQUES.sub(
        lambda m: dibujar(bloques[m.group(1)], taller, pagina_util(cuerpo, m.end())), cuerpo
    )
    cuerpo = taller.cerrar(con_bloques)
    # Un marcador sin bloques, solo en su celda, la dejaría sin párrafo.
    if not all(bloques.values()) and hay_vacios(cuerpo):
        raiz = leer_xml(cuerpo.encode(), "cuerpo")
        poner_en_regla(raiz)
        cuerpo = str(etree.tostring(raiz, encoding="unicode"))
    return cuerpo
