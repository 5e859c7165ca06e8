"""De la plantilla, el contexto y los bloques al .docx terminado."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.documento import estilos
from generador.documento.arreglos import poner_en_regla
from generador.documento.borrador import marcar_borrador
from generador.documento.escritura import a_xml
from generador.documento.metadatos import Metadatos, poner_metadatos
from generador.documento.notas import Notas
from generador.documento.ooxml import Elemento, escribir_xml, leer_xml
from generador.documento.paquete import escribir_paquete
from generador.errores import ErrorDePlantilla
from generador.plantilla.contexto import plano
from generador.plantilla.faltas import resaltar
from generador.plantilla.inspeccion import BLOQUES
from generador.plantilla.preparada import preparar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generador.documento.bloques import Bloque


def componer(
    plantilla: bytes,
    contexto: Mapping[str, object],
    bloques: Mapping[str, Sequence[Bloque]],
    *,
    metadatos: Metadatos,
    borrador: bool = False,
) -> bytes:
    """Devuelve el .docx: mismos argumentos, mismos bytes.

    Da `ErrorDeDocumento` si el .docx de la plantilla está dañado o trae algo peligroso;
    `ErrorDePlantilla` si la plantilla está mal, pide un dato o un bloque que no se le da, o
    no pide uno que sí; `DatoFaltante` si un dato es `Falta` y no es borrador; `DatoInvalido` si
    un texto no cabe en Word; `TypeError` si el contexto no es de datos planos.
    """
    preparada = preparar(plantilla, borrador=borrador)
    _exigir_bloques(preparada.bloques, frozenset(bloques))
    datos = plano(contexto)
    partes = dict(preparada.partes)
    for parte in preparada.compiladas:
        raiz = leer_xml(parte.rendir(datos), parte.archivo)
        resaltar(raiz)
        if parte.archivo == preparada.principal:
            cuerpo = raiz
            continue
        poner_en_regla(raiz)
        partes[parte.archivo] = escribir_xml(raiz)
    # De último: para numerar las notas en orden hay que tenerlas todas.
    _insertar(cuerpo, bloques, partes)
    poner_en_regla(cuerpo)
    partes[preparada.principal] = escribir_xml(cuerpo)
    poner_metadatos(partes, metadatos)
    if borrador:
        marcar_borrador(partes)
    return escribir_paquete(partes)


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
    cuerpo: Elemento, bloques: Mapping[str, Sequence[Bloque]], partes: dict[str, bytes]
) -> None:
    notas = Notas(partes)
    conocidos = estilos.de_parrafo(partes) if bloques else {}
    for marca in list(cuerpo.iter(BLOQUES)):
        padre = marca.getparent()
        lugar = padre.index(marca)
        padre[lugar : lugar + 1] = a_xml(bloques[marca.get("nombre")], conocidos, notas)
    notas.cerrar(cuerpo)
