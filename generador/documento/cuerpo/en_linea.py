"""Lo que va dentro de un renglón: texto, saltos, vínculos, ecuaciones, remisiones y notas."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from generador.documento.caracteres import escapar, legal
from generador.documento.cuerpo.donde import Donde
from generador.documento.cuerpo.ecuaciones import a_omml
from generador.documento.cuerpo.marcadores import DE_NOTA, en_linea, nombre
from generador.errores import DatoInvalido
from generador.marcado.bloques import (
    CitaDeFuente,
    EcuacionEnLinea,
    Enlace,
    LlamadaDeNota,
    Parrafo,
    Remision,
    SaltoDeLinea,
    Texto,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generador.documento.cuerpo.taller import Taller
    from generador.marcado.bloques import EnLinea

ABRE: Final = '<w:t xml:space="preserve">'
CIERRA: Final = "</w:t>"
FALTA: Final = "[falta: "  # como se escribe un `modelo.falta.Falta`
_FALTAS: Final = re.compile(r"(\[falta: [^\[\]]+(?:\[\d+\][^\[\]]*)*\])")
_RESALTADO: Final = '<w:highlight w:val="yellow"/>'


@dataclass(frozen=True, slots=True)
class Letra:
    """Con qué se escribe: `negrita` es la de todo el renglón (el título de un artículo)."""

    donde: Donde
    negrita: bool = False
    estilo: str = ""

    def formato(self, *, negrita: bool = False, cursiva: bool = False) -> str:
        """Las propiedades de letra de una corrida."""
        estilo = f'<w:rStyle w:val="{escapar(self.estilo)}"/>' if self.estilo else ""
        return f"{estilo}{'<w:b/>' * (negrita or self.negrita)}{'<w:i/>' * cursiva}"


def corrida(texto: str, formato: str = "") -> str:
    """Un `w:r` con ese texto y formato.

    >>> corrida("a & b", "<w:b/>")
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a &amp; b</w:t></w:r>'
    """
    escrito = escapar(legal(texto))
    if "\t" in escrito:
        escrito = escrito.replace("\t", f"{CIERRA}<w:tab/>{ABRE}")
    letra = f"<w:rPr>{formato}</w:rPr>" if formato else ""
    return f"<w:r>{letra}{ABRE}{escrito}{CIERRA}</w:r>"


def escribir(contenido: Sequence[EnLinea], letra: Letra, taller: Taller) -> str:
    """Devuelve las corridas de un contenido; sus notas y vínculos quedan en el taller."""
    return "".join([_pieza(pieza, letra, taller) for pieza in contenido])


def _pieza(pieza: EnLinea, letra: Letra, taller: Taller) -> str:
    if isinstance(pieza, Texto):
        return _texto(pieza, letra)
    if isinstance(pieza, LlamadaDeNota):
        return _nota(pieza, letra, taller)
    if isinstance(pieza, SaltoDeLinea):
        return "<w:r><w:br/></w:r>"
    if isinstance(pieza, EcuacionEnLinea):
        return a_omml(pieza.latex, pieza.linea)
    if isinstance(pieza, Remision):
        formato = letra.formato(negrita=pieza.negrita, cursiva=pieza.cursiva)
        return taller.remisiones.pedir(pieza, formato)
    if isinstance(pieza, CitaDeFuente):
        raise DatoInvalido(
            f"{en_linea(pieza.linea)}La fuente «{pieza.clave}» se cita donde no se puede escribir.",
            "Este documento no lleva «fuentes»: escriba la referencia en una nota al pie.",
        )
    return _enlace(pieza, letra, taller)


def _texto(pieza: Texto, letra: Letra) -> str:
    """El texto; lo que le falta a un borrador sale resaltado, como en la plantilla."""
    formato = letra.formato(negrita=pieza.negrita, cursiva=pieza.cursiva)
    if FALTA not in pieza.texto:
        return corrida(pieza.texto, formato)
    partes = _FALTAS.split(pieza.texto)
    return "".join(
        corrida(parte, f"{formato}{_RESALTADO}" if i % 2 else formato)
        for i, parte in enumerate(partes)
        if parte
    )


def _enlace(enlace: Enlace, letra: Letra, taller: Taller) -> str:
    con_estilo = replace(letra, estilo=taller.estilo("Hyperlink", "character"))
    abre = taller.enlaces(letra.donde).abrir(enlace.destino)
    return f"{abre}{escribir(enlace.contenido, con_estilo, taller)}</w:hyperlink>"


def _nota(llamada: LlamadaDeNota, letra: Letra, taller: Taller) -> str:
    nota = llamada.nota
    if letra.donde.en_nota:
        raise DatoInvalido(
            f"{en_linea(nota.linea)}Una nota al pie llama a otra nota.",
            "Ponga el texto de la segunda dentro de la primera.",
        )
    donde = Donde(letra.donde.ancho, letra.donde.alto, "footnote text", en_nota=True)
    volada = f'<w:rStyle w:val="{escapar(taller.notas.estilo_llamada)}"/>'
    numero = f"<w:r><w:rPr>{volada}</w:rPr><w:footnoteRef/></w:r>"
    parrafos = taller.seguir(nota.bloques, donde)
    if not (nota.bloques and isinstance(nota.bloques[0], Parrafo)):
        formato = f'<w:pPr><w:pStyle w:val="{escapar(taller.notas.estilo_texto)}"/></w:pPr>'
        parrafos = f"<w:p>{formato}{numero}</w:p>{parrafos}"
    else:
        parrafos = parrafos.replace("</w:pPr>", f"</w:pPr>{numero}{corrida(' ')}", 1)
    identificador = taller.notas.agregar(parrafos)
    marca = f'<w:r><w:rPr>{volada}</w:rPr><w:footnoteReference w:id="{identificador}"/></w:r>'
    if not nota.etiqueta:
        return marca
    marcador = nombre(nota.etiqueta, DE_NOTA)
    abre, cierra = taller.marcadores.abrir(marcador, nota.etiqueta, nota.linea)
    taller.remisiones.anotar_nota(nota.etiqueta, marcador, identificador)
    return f"{abre}{marca}{cierra}"
