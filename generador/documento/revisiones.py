"""El control de cambios de Word (ISO/IEC 29500-1, 17.13.5): si queda algo por aceptar.

Un acto con cambios sin aceptar dice dos cosas a la vez, y cada programa imprime una.
"""

from __future__ import annotations

from typing import Final

from generador.documento.ooxml import W, leer_xml
from generador.documento.paquete import leer_paquete
from generador.documento.relaciones import con_texto

# `tblGridChange` no está: no lleva autor ni fecha, y solo recuerda anchos de columna.
CAMBIOS: Final = frozenset(
    W + nombre
    for nombre in (
        *("ins", "del", "moveFrom", "moveTo"),
        *("cellIns", "cellDel", "cellMerge", "numberingChange"),
        *("rPrChange", "pPrChange", "sectPrChange"),
        *("tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange"),
    )
)
"""Los elementos que deja en el texto un cambio que nadie ha aceptado ni rechazado."""


def cambios_sin_aceptar(docx: bytes) -> bool:
    """Dice si el documento tiene control de cambios pendiente, de texto o de formato.

    Mira el cuerpo, los encabezados, los pies y las notas. Que el control de cambios esté
    encendido no cuenta. Da `ErrorDeDocumento` si el archivo no es un .docx entero y sin peligro.
    """
    partes = leer_paquete(docx)
    arboles = (leer_xml(partes[nombre], nombre) for nombre in con_texto(partes))
    return any(next(arbol.iter(*CAMBIOS), None) is not None for arbol in arboles)
