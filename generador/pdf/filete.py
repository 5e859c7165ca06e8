"""Apartar del texto el filete que separa las notas al pie.

dxpdf 0.8.1 guarda sitio en la página para las notas, pero no para el filete que va sobre ellas: en
una página llena lo dibuja a través del último renglón, que se ve subrayado o tachado.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from generador.pdf.lectura import cajas_de_texto, tamanos

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generador.pdf.lectura import Caja

# Un trazo horizontal, como lo escribe dxpdf, con la ordenada contada desde arriba.
_TRAZO = re.compile(rb"([0-9.]+) ([0-9.]+) m\n([0-9.]+) \2 l\nS")
# El filete de dxpdf es un tercio del ancho del texto; el subrayado y los bordes miden otra cosa.
_LARGO = (90.0, 240.0)
_AL_MARGEN = 1.0  # puntos


def apartar_filetes(pdf: bytes) -> bytes:
    """El mismo PDF con cada filete entre el último renglón y la primera nota, si pisaba texto.

    Las demás páginas no cambian; si ninguna lo pisaba, devuelve los mismos bytes.
    """
    escritor = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    tocado = False
    for i, (_, alto) in enumerate(tamanos(pdf)):
        contenido = escritor.pages[i].get_contents()
        if contenido is None:
            continue
        cajas = cajas_de_texto(pdf, i)
        antes = contenido.get_data()
        despues = _TRAZO.sub(lambda h, c=cajas, a=alto: _apartado(h, c, a), antes)  # type: ignore[misc]  # mypy no deduce los valores por omisión de una lambda
        if despues != antes:
            tocado = True
            flujo = DecodedStreamObject()
            flujo.set_data(despues)
            escritor.pages[i][NameObject("/Contents")] = escritor._add_object(flujo.flate_encode())
    if not tocado:
        return pdf
    destino = io.BytesIO()
    escritor.write(destino)
    return destino.getvalue()


def _apartado(trazo: re.Match[bytes], cajas: Sequence[Caja], alto: float) -> bytes:
    x, desde_arriba, hasta = (float(v) for v in trazo.groups())
    y = altura_libre((x, hasta, alto - desde_arriba), cajas)
    if y is None:
        return trazo[0]
    nueva = f"{alto - y:.3f}".encode()
    return b"%s %s m\n%s %s l\nS" % (trazo[1], nueva, trazo[3], nueva)


def altura_libre(trazo: tuple[float, float, float], cajas: Sequence[Caja]) -> float | None:
    """Adónde va un filete (desde, hasta, altura), a media distancia entre el texto y la nota.

    `None` si el trazo no es el filete, si no pisa ningún texto o si no hay hueco donde ponerlo.

    >>> texto, nota = (80.0, 95.0, 530.0, 105.0), (80.0, 84.0, 530.0, 92.0)
    >>> altura_libre((80.0, 230.0, 98.0), [texto, nota])
    93.5
    >>> altura_libre((80.0, 230.0, 94.0), [texto, nota]) is None
    True
    >>> altura_libre((80.0, 230.0, 98.0), [texto, (80.0, 90.0, 530.0, 97.0)]) is None
    True
    """
    desde, hasta, altura = trazo
    margen = min((caja[0] for caja in cajas), default=desde)
    if not _LARGO[0] < hasta - desde < _LARGO[1] or abs(desde - margen) > _AL_MARGEN:
        return None
    pisadas = [c for c in cajas if c[1] < altura < c[3] and c[0] < hasta and c[2] > desde]
    if not pisadas:
        return None
    piso = min(caja[1] for caja in pisadas)
    techo = max((c[3] for c in cajas if c[3] <= piso), default=None)
    tapadas = any(c[1] < piso < c[3] for c in cajas if c not in pisadas)
    return None if techo is None or tapadas else (piso + techo) / 2
