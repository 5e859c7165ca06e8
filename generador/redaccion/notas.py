"""Las notas de los textos de un caso, cada una con su nombre en el documento.

El asesor nombra sus notas texto por texto: dos pueden tener una nota «1». En el documento que los
junta, la segunda necesita otro nombre para que se pueda remitir a ella.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from generador.marcado.bloques import ClaseDeRemision, Nota, Remision
from generador.redaccion.recorrido import hallar

if TYPE_CHECKING:
    from generador.marcado.lectura import Marcado


def con_notas_propias(leidos: Sequence[Marcado]) -> tuple[Marcado, ...]:
    """Los mismos textos, con otro nombre en las notas que se llaman como las de uno anterior."""
    vistas: set[str] = set()
    salida = []
    for turno, leido in enumerate(leidos, 1):
        propias = {nota.etiqueta for nota in hallar(leido.bloques, Nota) if nota.etiqueta}
        # Word no distingue las mayúsculas; los nombres del asesor no llevan espacios.
        nuevas = {e: f"{e} {turno}" for e in propias if e.casefold() in vistas}
        vistas |= {e.casefold() for e in propias}
        bloques = _con_nombres(leido.bloques, nuevas) if nuevas else leido.bloques
        salida.append(replace(leido, bloques=bloques))
    return tuple(salida)


def _con_nombres(valor: Any, nuevas: Mapping[str, str]) -> Any:
    if isinstance(valor, Remision) and valor.clase is not ClaseDeRemision.NOTA:
        return valor
    if isinstance(valor, tuple):
        return tuple(_con_nombres(elemento, nuevas) for elemento in valor)
    if is_dataclass(valor) and not isinstance(valor, type):
        nuevos = {c.name: _con_nombres(getattr(valor, c.name), nuevas) for c in fields(valor)}
        if isinstance(valor, Nota | Remision):
            nuevos["etiqueta"] = nuevas.get(valor.etiqueta, valor.etiqueta)
        return replace(valor, **nuevos)
    return valor
