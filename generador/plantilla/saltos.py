r"""Los saltos que trae un valor, resueltos solo en el párrafo donde cayeron.

docxtpl vuelve «\n», «\t», «\a» y «\f» renglón, tabulador, párrafo y página con expresiones que
recorren el documento entero; aquí recorren el párrafo que los tiene, y lo demás no se toca.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_SIGNOS: Final = "\n\t\a\f"
# Como lo busca docxtpl: también abre un párrafo vacío con atributos (`<w:p w:rsidR="…"/>`).
_ABRE: Final = re.compile(r"<w:p(?: [^>]*)?>")
_CIERRA: Final = "</w:p>"
_RENGLON: Final = '</w:t><w:br/><w:t xml:space="preserve">'


def resolver(xml: str, en_parrafo: Callable[[str], str]) -> str:
    r"""Devuelve el XML con sus saltos resueltos; `en_parrafo` es lo que haría docxtpl.

    Solo se le dan los párrafos con algo más que cambios de renglón en su texto.

    >>> resolver("<w:p>a</w:p><w:p>b\t</w:p>\n<w:p>c</w:p>", str.upper)
    '<w:p>a</w:p><W:P>B\t</W:P>\n<w:p>c</w:p>'
    >>> resolver("<w:p><w:r><w:t>a\nb</w:t></w:r></w:p>", str.upper)
    '<w:p><w:r><w:t>a</w:t><w:br/><w:t xml:space="preserve">b</w:t></w:r></w:p>'
    """
    # Por signo y no con una expresión: buscar un carácter en un texto largo casi no cuesta.
    lugares = {signo: xml.find(signo) for signo in _SIGNOS}
    piezas: list[str] = []
    hecho = sigue = 0
    while pendientes := [lugar for lugar in lugares.values() if lugar >= 0]:
        lugar = min(pendientes)
        sigue = lugar + 1
        parrafo = _parrafo(xml, hecho, lugar)
        if parrafo:
            inicio, sigue = parrafo
            entero = xml[inicio:sigue]
            piezas += (xml[hecho:inicio], _con_renglones(entero) or en_parrafo(entero))
            hecho = sigue
        for signo, lugar in lugares.items():
            if 0 <= lugar < sigue:
                lugares[signo] = xml.find(signo, sigue)
    return "".join((*piezas, xml[hecho:])) if piezas else xml


def _parrafo(xml: str, desde: int, lugar: int) -> tuple[int, int] | None:
    """Comienzo y fin del párrafo que contiene ese lugar, si está en alguno."""
    previo = xml.rfind(_CIERRA, desde, lugar)
    abre = _ABRE.search(xml, desde if previo < 0 else previo + len(_CIERRA), lugar)
    cierra = xml.find(_CIERRA, lugar)
    return (abre.start(), cierra + len(_CIERRA)) if abre and cierra >= 0 else None


def _con_renglones(parrafo: str) -> str | None:
    """El párrafo resuelto, si todos sus saltos son de renglón y están en el texto de una corrida.

    Es el caso de casi todos, y el único que no depende del formato que lo rodea.
    """
    if any(signo in parrafo for signo in "\t\a\f"):
        return None
    lugar = parrafo.find("\n")
    while lugar >= 0:
        texto = parrafo.rfind("<", 0, lugar)
        abre = max(parrafo.rfind("<w:r>", 0, texto), parrafo.rfind("<w:r ", 0, texto))
        en_texto = parrafo.startswith(("<w:t>", "<w:t "), texto)
        en_corrida = abre >= 0 and abre > parrafo.rfind("</w:r>", 0, texto)
        cierra = 0 <= parrafo.find("</w:t>", lugar) < parrafo.find("</w:r>", lugar)
        if not (en_texto and en_corrida and cierra):
            return None
        lugar = parrafo.find("\n", lugar + 1)
    return parrafo.replace("\n", _RENGLON)
