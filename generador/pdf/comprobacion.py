"""Comprobar que el PDF dice lo que decía el Word.

Ningún motor avisa bien de lo que pierde (LibreOffice sale con 0 hasta con un archivo roto), así
que se compara el texto: cada palabra del cuerpo y de las notas debe estar en el PDF.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generador.documento.palabras import comparable, palabras
from generador.errores import ErrorDePdf
from generador.pdf.lectura import paginas, textos

if TYPE_CHECKING:
    from generador.documento.apertura import Paquete

_MUESTRA = 5


def comprobar(paquete: Paquete, pdf: bytes) -> None:
    """Da `ErrorDePdf` si el PDF no abre, no tiene páginas o le faltan palabras del Word.

    El mensaje no nombra el documento: eso lo hace quien lo tiene.
    """
    if paginas(pdf) < 1:
        raise ErrorDePdf("dio un PDF sin páginas.", "Ábralo en Word y revise que no esté vacío.")
    faltan = _faltantes(paquete, textos(pdf))
    if faltan:
        muestra = ", ".join(f"«{p}»" for p in faltan[:_MUESTRA])
        resto = f" y {len(faltan) - _MUESTRA} más" if len(faltan) > _MUESTRA else ""
        raise ErrorDePdf(
            f"perdió texto al convertirse: en el PDF no aparecen {muestra}{resto}.",
            "Revise esa parte en Word (cuadros de texto que no caben, texto oculto) "
            "o cambie de motor con --pdf.",
        )


def _faltantes(paquete: Paquete, hojas: list[str]) -> list[str]:
    # Se busca en el texto corrido y sin espacios: un renglón o una página parten las palabras
    # donde quieren, y la comparación no puede depender de eso.
    corrido = comparable("\n".join(hojas)).replace(" ", "")
    textos_del_word = paquete.impresos("document", "footnotes", "endnotes")
    esperadas = Counter(p for arbol in textos_del_word for p in palabras(arbol))
    return [p for p, veces in esperadas.items() if corrido.count(p) < veces]
