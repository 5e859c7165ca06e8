"""De bloques a párrafos de Word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generador.documento.bloques import Fragmento, Nota
from generador.documento.caracteres import escapar, legal
from generador.errores import ErrorDePlantilla
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generador.documento.bloques import Bloque
    from generador.documento.notas import Notas

_ABRE, _CIERRA = '<w:t xml:space="preserve">', "</w:t>"
_VACIO: Final = _ABRE + _CIERRA


def a_xml(bloques: Iterable[Bloque], estilos: Mapping[str, str], notas: Notas) -> str:
    """Devuelve los `w:p` de los bloques; sus notas quedan en `notas`.

    `estilos` es lo que da `estilos.de_parrafo`. Da `ErrorDePlantilla` si un bloque pide un
    estilo que la plantilla no tiene, y `DatoInvalido` si un texto no cabe en Word.
    """
    return "".join(_parrafo(bloque, estilos, notas) for bloque in bloques)


def _parrafo(bloque: Bloque, estilos: Mapping[str, str], notas: Notas) -> str:
    if bloque.estilo not in estilos:
        raise ErrorDePlantilla(
            f"La plantilla no tiene el estilo de párrafo «{bloque.estilo}».",
            f"Créelo en Word. {sugerencia(bloque.estilo, estilos)}".strip(),
        )
    piezas = [
        _nota(pieza, notas) if isinstance(pieza, Nota) else fragmento_a_xml(pieza)
        for pieza in bloque.contenido
    ]
    return _con_estilo(estilos[bloque.estilo], piezas)


def _con_estilo(estilo: str, piezas: Iterable[str]) -> str:
    formato = f'<w:pPr><w:pStyle w:val="{escapar(estilo)}"/></w:pPr>'
    return f"<w:p>{formato}{''.join(piezas)}</w:p>"


def fragmento_a_xml(fragmento: Fragmento) -> str:
    r"""Devuelve el fragmento como un `w:r`, con sus saltos y tabuladores.

    >>> fragmento_a_xml(Fragmento("a & b\n", negrita=True))
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">a &amp; b</w:t><w:br/></w:r>'
    """
    formato = f"{'<w:b/>' * fragmento.negrita}{'<w:i/>' * fragmento.cursiva}"
    formato = formato and f"<w:rPr>{formato}</w:rPr>"
    texto = escapar(legal(fragmento.texto))
    texto = texto.replace("\n", f"{_CIERRA}<w:br/>{_ABRE}")
    texto = texto.replace("\t", f"{_CIERRA}<w:tab/>{_ABRE}")
    corrida = f"{_ABRE}{texto}{_CIERRA}".replace(_VACIO, "")
    return f"<w:r>{formato}{corrida}</w:r>"


def _nota(nota: Nota, notas: Notas) -> str:
    llamada = f'<w:rPr><w:rStyle w:val="{escapar(notas.estilo_llamada)}"/></w:rPr>'
    numero = f"<w:r>{llamada}<w:footnoteRef/></w:r>{fragmento_a_xml(Fragmento(' '))}"
    parrafos = (
        _con_estilo(notas.estilo_texto, ["" if i else numero, *map(fragmento_a_xml, fragmentos)])
        for i, fragmentos in enumerate(nota.parrafos)
    )
    identificador = notas.agregar("".join(parrafos))
    return f'<w:r>{llamada}<w:footnoteReference w:id="{identificador}"/></w:r>'
