"""Las reglas del concepto: datos y hallazgos, nunca prosa."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from generador.caso.arbol import TextoCrudo
from generador.errores import DatoFaltante
from generador.hallazgos import Gravedad, Hallazgo
from generador.reglas import puntaje
from generador.reglas.concepto import (
    citas,
    doctrina,
    fechas,
    formato,
    peticion,
    problemas,
    referencias,
)
from generador.reglas.fuentes import revisar_fuentes
from generador.reglas.textos import revisar_llanos, revisar_montos, textos_de

if TYPE_CHECKING:
    from generador.catalogos.calendario import Calendario
    from generador.modelo.concepto import CasoConcepto

Regla = Callable[["CasoConcepto"], Iterable[Hallazgo]]

# Pequeñas, para que un dato que falta no esconda lo que se puede decir de los demás.
REGLAS: tuple[Regla, ...] = (
    formato.revisar_partes,
    formato.revisar_textos_ajenos,
    formato.revisar_textos_sin_uso,
    formato.revisar_vigencia,
    formato.revisar_responsables,
    problemas.revisar_respuestas,
    problemas.revisar_problemas,
    peticion.revisar_puntos,
    peticion.revisar_sin_notas,
    doctrina.revisar_doctrina,
    referencias.revisar_referencias,
    lambda caso: revisar_fuentes(caso, caso.fuentes),
    lambda caso: revisar_llanos(caso, "", "CON070"),
    lambda caso: revisar_montos(caso, "", "CON071"),
)
CON_CALENDARIO = (fechas.revisar_orden, fechas.revisar_respuesta, fechas.revisar_traslados)
CON_CITAS = (doctrina.revisar_citados, citas.revisar_normas, citas.revisar_sin_resolver)


def revisar(caso: CasoConcepto, calendario: Calendario) -> list[Hallazgo]:
    """Aplica todas las reglas; la que necesita un dato ausente lo dice y no se da por cumplida."""
    citadas = citas.citadas(caso)
    reglas: list[Callable[[], Iterable[Hallazgo]]] = [
        *(partial(regla, caso) for regla in REGLAS),
        *(partial(regla, caso, calendario) for regla in CON_CALENDARIO),
        *(partial(regla, caso, citadas) for regla in CON_CITAS),
    ]
    hallados = [hallazgo for regla in reglas for hallazgo in _aplicar(regla)]
    largos = [(r, texto) for r, texto in textos_de(caso, "") if isinstance(texto, TextoCrudo)]
    return list(dict.fromkeys([*hallados, *puntaje.revisar(caso.puntajes, largos)]))


def _aplicar(regla: Callable[[], Iterable[Hallazgo]]) -> Iterator[Hallazgo]:
    try:
        yield from regla()
    except DatoFaltante as falta:
        yield Hallazgo(
            codigo="CON098",
            gravedad=Gravedad.NOTA,
            ruta=falta.ruta,
            mensaje=f"No se pudo comprobar una regla porque falta «{falta.ruta}».",
        )
