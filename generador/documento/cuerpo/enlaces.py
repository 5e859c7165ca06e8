"""Los vínculos a la red: cada parte del archivo guarda los suyos (ISO/IEC 29500-2, 9.3)."""

from __future__ import annotations

from itertools import count

from generador.documento.caracteres import legal
from generador.documento.ooxml import R
from generador.documento.relaciones import enlazar_afuera, relaciones


class Enlaces:
    """Los vínculos de una parte: la misma dirección es la misma relación."""

    def __init__(self, partes: dict[str, bytes], parte: str) -> None:
        usados = {r.identificador for r in relaciones(partes, parte)}
        self._partes, self._parte = partes, parte
        self._libres = (i for i in map("rIdEnlace{}".format, count(1)) if i not in usados)
        self._destinos: dict[str, str] = {}

    def abrir(self, destino: str) -> str:
        """La etiqueta que abre un vínculo a esa dirección; la cierra `</w:hyperlink>`."""
        if destino not in self._destinos:
            self._destinos[legal(destino)] = next(self._libres)
        cual = self._destinos[destino]
        return f'<w:hyperlink xmlns:r="{R[1:-1]}" r:id="{cual}" w:history="1">'

    def cerrar(self) -> None:
        """Guarda las relaciones de la parte; si no hubo vínculos, no toca nada."""
        if self._destinos:
            enlazar_afuera(self._partes, self._parte, {c: d for d, c in self._destinos.items()})
