"""Cómo entra un valor al XML: se comprueba, se escapa y se parte en saltos y tabuladores."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from jinja2 import Undefined

from generador.documento.caracteres import escapar, legal
from generador.errores import DatoFaltante, ErrorDePlantilla
from generador.modelo.falta import Falta

# Un elemento propio, que ningún valor puede imitar porque todo valor sale escapado.
MINUTA = "urn:minuta"
FALTA = f"{{{MINUTA}}}falta"
MARCA_DE_FALTA = f'<m:falta xmlns:m="{MINUTA}">'
_CIERRA, _ABRE = "</w:t>", '<w:t xml:space="preserve">'
_SALTO = f"{_CIERRA}<w:br/>{_ABRE}"
_TABULADOR = f"{_CIERRA}<w:tab/>{_ABRE}"
_REMEDIOS = {
    Decimal: "Use un filtro: «| pesos», «| cifra» o «| porcentaje».",
    date: "Use un filtro: «| fecha» o «| fecha_cierre».",
    float: "Use un Decimal y un filtro.",
    bool: "Decida el texto con {% if … %}.",
    type(None): "El dato es opcional: escriba la etiqueta dentro de {% if … %}.",
}


def a_word(valor: object) -> str:
    r"""Devuelve el XML de un valor dentro de un `w:t`, sin perder ni cambiar un carácter.

    Solo se admiten texto y enteros: para lo demás la plantilla usa un filtro. Da
    `DatoInvalido` si el texto no cabe en Word.

    >>> a_word("Pérez & Cía <S.A.S.>")
    'Pérez &amp; Cía &lt;S.A.S.&gt;'
    >>> a_word("uno\ndos")
    'uno</w:t><w:br/><w:t xml:space="preserve">dos'
    >>> a_word(True)
    Traceback (most recent call last):
    ...
    generador.errores.ErrorDePlantilla: No se puede escribir un valor de tipo «bool» tal cual...
    """
    if type(valor) is str:
        texto = escapar(legal(valor))
        return texto.replace("\n", _SALTO).replace("\t", _TABULADOR)
    if type(valor) is int:
        return str(valor)
    if isinstance(valor, Falta):
        raise DatoFaltante(valor.ruta)
    if isinstance(valor, Undefined):
        # `str` de un ausente da el error que nombra su ruta.
        raise ErrorDePlantilla(str(valor))
    raise ErrorDePlantilla(
        f"No se puede escribir un valor de tipo «{type(valor).__name__}» tal cual.",
        _REMEDIOS.get(type(valor), "Nombre el dato que quiere, o recórralo con {% for … %}."),
    )


def a_word_en_borrador(valor: object) -> str:
    """Como `a_word`, pero un dato ausente deja una marca que luego se ve resaltada."""
    if isinstance(valor, Falta):
        marca = f"{MARCA_DE_FALTA}{escapar(legal(str(valor)))}</m:falta>"
        return f"{_CIERRA}{marca}{_ABRE}"
    return a_word(valor)
