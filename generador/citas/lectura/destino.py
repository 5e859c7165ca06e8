"""A qué norma lleva una cita, ya resuelto o por resolver."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generador.citas.cita import Modo

if TYPE_CHECKING:
    from generador.citas.lectura.caminos import Camino
    from generador.citas.norma import Norma, Tipo


@dataclass(frozen=True, slots=True)
class Destino:
    """La norma nombrada entre las piezas `desde` y `hasta` (excluida).

    `norma` es `None` si no se supo cuál es. `base` es el camino que la cita hereda («el artículo
    en mención»). La lectura continúa en la pieza `sigue`, que pasa de `hasta` si detrás se repite
    la misma norma con otro nombre.
    """

    tipo: Tipo
    norma: Norma | None
    desde: int
    hasta: int
    sigue: int
    modo: Modo = Modo.PLENA
    numero: str | None = None
    anio: int | None = None
    base: Camino = ()
    defectos: tuple[str, ...] = ()

    def hasta_pieza(self, hasta: int) -> Destino:
        """El mismo, con su final corrido hasta esa pieza."""
        return replace(self, hasta=hasta, sigue=max(hasta, self.sigue))
