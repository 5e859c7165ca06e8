"""Las palabras que un Word imprime, en la forma en que se comparan con las del PDF."""

from __future__ import annotations

import unicodedata

from generador.documento.ooxml import Elemento, W, recorrer
from generador.texto import clave

_MARCA, _SIMPLE, _TEXTO = W + "fldChar", W + "fldSimple", W + "t"
_SEPARAN = frozenset(
    W + nombre
    for nombre in ("p", "tab", "br", "cr", "drawing", "pict", "sym", "footnoteReference", "object")
)
_OCULTO = f"{W}rPr/{W}vanish"
_HONDURA = {"begin": 1, "end": -1}


def palabras(raiz: Elemento) -> list[str]:
    """Las palabras impresas de una parte, en orden y en forma de comparación.

    Quedan fuera los resultados de campos (cada motor los recalcula) y el texto oculto.
    """
    trozos: list[str] = []
    hondura = 0
    for nodo in recorrer(raiz):
        if nodo.tag == _MARCA:
            hondura += _HONDURA.get(nodo.get(W + "fldCharType", ""), 0)
            trozos.append(" ")
        elif nodo.tag in _SEPARAN:
            trozos.append(" ")
        elif nodo.tag == _TEXTO and hondura == 0 and not _fuera(nodo):
            trozos.append(nodo.text or "")
    return comparable("".join(trozos)).split()


def _fuera(texto: Elemento) -> bool:
    """Dice si ese texto es el resultado de un campo simple o está oculto."""
    oculto = texto.getparent().find(_OCULTO)
    if oculto is not None and oculto.get(W + "val") not in {"0", "false"}:
        return True
    return next(texto.iterancestors(_SIMPLE), None) is not None


def comparable(texto: str) -> str:
    r"""El texto sin lo que cambia de un programa a otro: ligaduras, guiones opcionales, signos.

    >>> comparable("Certi\ufb01cación, co\u00adpia")
    'certificacion copia'
    """
    visible = "".join(c for c in texto if unicodedata.category(c) != "Cf")
    # NFKC deshace las ligaduras («fi») que algunas fuentes ponen en el PDF.
    return clave(unicodedata.normalize("NFKC", visible))
