"""El rótulo con que se abre un artículo o un parágrafo: «Artículo 1.-», «PARÁGRAFO TRANSITORIO.».

Lo comparten quien lee el texto y quien revisa su numeración: los dos deben ver los mismos
artículos. Son trozos de expresión regular; cada cual agrega lo que admite entre el número y el
cierre.
"""

from __future__ import annotations

ESPACIO = r"[ \u00a0]{1,3}"
COMILLA = '“«"»”'
PALABRA = r"Art[íi]culo|ART[ÍI]CULO|Par[áa]grafo|PAR[ÁA]GRAFO"
_UNIDADES = "primer|segund|tercer|cuart|quint|sext|s[eé]ptim|octav|noven"
_DECENAS = (
    "d[eé]cim|vig[eé]sim|trig[eé]sim|cuadrag[eé]sim|quincuag[eé]sim|sexag[eé]sim|"
    "septuag[eé]sim|octog[eé]sim|nonag[eé]sim|cent[eé]sim"
)
# «primero», «décimo primero», «decimoprimero», «undécimo», «único».
ORDINAL = (
    rf"(?i:(?:(?:{_DECENAS})[oa][ \u00a0-]?)?(?:{_UNIDADES})[oa]"
    rf"|(?:{_DECENAS}|und[eé]cim|duod[eé]cim|[uú]nic)[oa])\b"
)
# «87», «240-1», «2.2.1.1», «12A», «36-A», «1°», «1.º», «1o», «1ro», «5 bis», «IV».
NUMERO = (
    r"(?:\d+(?:[.-]\d+)*(?:-?[A-Z]\b)?(?:\.?[°º]|(?:r|d|t)?o\b|er\b)?"
    r"(?i:[ -](?:bis|ter|qu[áa]ter|quinquies)\b)?"
    rf"|[IVXLC]+\b|{ORDINAL})"
)
APELLIDO = r"(?i:(?:transitori|nuev)[oa]\b)"
CIERRE = r"(?P<cierre>\.[ \u00a0]?[–—-]|[.:]|[ \u00a0]?[–—-])(?=[\s*]|\Z)"


def rotulo(etiqueta: str) -> str:
    """La expresión de un rótulo entero, con `etiqueta` entre el número y el cierre.

    Sus grupos: `marca` y `marca2` (la letra que lo abre, antes y después de la comilla),
    `comilla`, `rotulo`, `numero` (con su espacio delante), `fin` (la letra, si la cierra antes del
    signo) y `cierre`.

    >>> import re
    >>> hallado = re.match(rotulo(""), "**ARTÍCULO 5°.-** Texto")
    >>> hallado["rotulo"], hallado["numero"], hallado["cierre"]
    ('ARTÍCULO', ' 5°', '.-')
    >>> re.match(rotulo(""), "Artículo 5 de la Ley 80.") is None
    True
    """
    return (
        rf"(?P<marca>\*{{0,3}})(?P<comilla>[{COMILLA}]?)(?P<marca2>\*{{0,3}})"
        rf"(?P<rotulo>{PALABRA})"
        rf"(?P<numero>(?:{ESPACIO}(?:{NUMERO}|{APELLIDO})){{0,3}})"
        rf"{etiqueta}(?P<fin>(?P=marca2)|(?P=marca)){CIERRE}"
    )
