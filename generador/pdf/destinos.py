"""La página en que quedó cada marcador del Word, leída de los destinos con nombre del PDF.

ISO 32000-1, 12.3.2.3. LibreOffice escribe ahí los marcadores cuando se le pide, con su propio
alfabeto (visto en la 7.4). Un destino que no se halla no se adivina.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from generador.documento.apertura import abrir
from generador.documento.paginas import con_paginas, marcadores_remitidos
from generador.pdf.carencias import leer

if TYPE_CHECKING:
    from collections.abc import Iterable


def con_paginas_de(docx: bytes, pdf: bytes) -> bytes:
    """El Word con los números de página que dice su PDF; el que el PDF no diga, queda pendiente.

    Da `ErrorDeDocumento` o `ErrorDePdf` si uno de los dos no se puede leer.
    """
    marcadores = marcadores_remitidos(abrir(docx))
    return con_paginas(docx, paginas_de(pdf, marcadores)) if marcadores else docx


def paginas_de(pdf: bytes, marcadores: Iterable[str]) -> dict[str, int]:
    """La página, contada desde 1, de cada marcador que el PDF trae como destino."""
    lector = leer(pdf)
    # En el diccionario «/Dests» el nombre es un nombre de PDF y trae su barra.
    destinos = {n.removeprefix("/"): d for n, d in lector.named_destinations.items()}
    paginas = {}
    for marcador in marcadores:
        destino = destinos.get(_nombre(marcador))
        pagina = None if destino is None else lector.get_destination_page_number(destino)
        if pagina is not None and pagina >= 0:
            paginas[marcador] = pagina + 1
    return paginas


def _nombre(marcador: str) -> str:
    """El marcador como LibreOffice lo escribe: como en una dirección («ñ», «%C3%B1») y sin signos.

    >>> _nombre("_Ref_plazo_0copias"), _nombre("_Ref_año")
    ('5FRef5Fplazo5F0copias', '5FRef5Fa25C325B1o')
    """
    return "".join(
        c if c.isalnum() or c == "-" else f"{ord(c):02X}" for c in quote(marcador, safe="")
    )
