"""El proyecto que la memoria del mismo caso justifica: los mismos datos, no otros."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.modelo.acto_general import CasoDecreto
from generador.modelo.memoria import DECRETO, RESOLUCION, ProyectoNormativo

if TYPE_CHECKING:
    from generador.modelo.acto_general import CasoGeneral


def proyecto_normativo(caso: CasoGeneral) -> ProyectoNormativo:
    """Lo que la memoria necesita saber del acto: su clase, su epígrafe y su entidad."""
    return ProyectoNormativo(
        clase=DECRETO if isinstance(caso, CasoDecreto) else RESOLUCION,
        epigrafe=caso.acto.epigrafe,
        entidad=caso.acto.entidad,
    )
