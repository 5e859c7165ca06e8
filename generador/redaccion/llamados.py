"""Lo que un texto llama con `[[clase: nombre]]`, puesto donde lo llama."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generador.marcado.bloques import Bloque, Celda, Parrafo, Texto
from generador.modelo.llamados import LLAMADO

_LLAMADO = re.compile(LLAMADO)


@dataclass(frozen=True, slots=True)
class Piezas:
    """Los bloques de cada pieza, por su clase y su nombre, y las imágenes que usan."""

    por_nombre: dict[tuple[str, str], tuple[Bloque, ...]] = field(default_factory=dict)
    imagenes: dict[str, bytes] = field(default_factory=dict)

    def con(self, otras: Piezas) -> Piezas:
        """Estas piezas y otras."""
        return Piezas(self.por_nombre | otras.por_nombre, self.imagenes | otras.imagenes)

    def puestas(self, bloques: Sequence[Bloque]) -> tuple[Bloque, ...]:
        """Los mismos bloques, con cada llamado cambiado por su pieza; el desconocido queda."""
        return tuple(nuevo for bloque in bloques for nuevo in self._puesta(bloque))

    def _puesta(self, bloque: Bloque) -> tuple[Bloque, ...]:
        hallado = _LLAMADO.fullmatch(_texto_solo(bloque))
        if hallado is None:
            return (bloque,)
        return self.por_nombre.get((hallado[1], hallado[2]), (bloque,))


def _texto_solo(bloque: Bloque) -> str:
    """El texto de un párrafo que no es más que texto; vacío si es otra cosa."""
    if isinstance(bloque, Parrafo) and all(isinstance(t, Texto) for t in bloque.contenido):
        return "".join(t.texto for t in bloque.contenido if isinstance(t, Texto)).strip()
    return ""


def celda(valor: object) -> Celda:
    """La celda de un cuadro con un dato en un solo renglón; vacía si no dice nada."""
    texto = corrido(valor)
    return (Parrafo((Texto(texto),)),) if texto else ()


def corrido(valor: object) -> str:
    """Un dato en un solo renglón."""
    return " ".join(str(valor).split())
