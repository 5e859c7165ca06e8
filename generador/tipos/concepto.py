"""El concepto, en sus dos formatos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.catalogos.calendario import calendario
from generador.modelo import concepto as modelo
from generador.redaccion import concepto as redaccion
from generador.redaccion.concepto_textos import datos
from generador.reglas import concepto
from generador.tipos.tipo import Tipo

if TYPE_CHECKING:
    from generador.catalogos.calendario import Calendario
    from generador.hallazgos import Hallazgo


def _revisar(caso: modelo.CasoConcepto, habiles: Calendario) -> list[Hallazgo]:
    return [*concepto.revisar(caso, habiles), *redaccion.revisar_ajustes(caso)]


CONCEPTO = Tipo(
    nombre=modelo.TIPO,
    modelo=modelo.CasoConcepto,
    revisar=_revisar,
    redactar=redaccion.redactar,
    epigrafe=redaccion.epigrafe,
    numero_y_fecha=redaccion.numero_y_fecha,
    regimen=calendario,
    datos=datos,
)
