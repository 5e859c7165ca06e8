"""Las normas que el asesor agrega a las referencias o saca de ellas: que se entiendan y sirvan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.jerarquia import jerarquia
from generador.citas.lectura import leer
from generador.errores import DatoInvalido
from generador.hallazgos import Gravedad
from generador.modelo.falta import exigir
from generador.reglas.acto_general.hallados import hallado

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.citas.cita import Cita
    from generador.hallazgos import Hallazgo
    from generador.modelo.concepto import CasoConcepto

NORMAS = "normas"


def leer_norma(texto: str) -> Cita:
    """La única norma que nombra un texto, con lo que de ella se cita.

    Da `DatoInvalido` si no nombra ninguna, si nombra varias o si no es una norma.

    >>> leer_norma("artículo 28 de la Ley 80 de 1993").articulos
    ('28',)
    >>> leer_norma("Sentencia C-713 de 2008")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «Sentencia C-713 de 2008» no es una norma: en las ...
    >>> leer_norma("la ley de contratación")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: No se reconoce qué norma es «la ley de contratación». ...
    """
    citas = [hallada.cita for hallada in leer(texto) if hallada.cita is not None]
    if len(citas) != 1:
        raise DatoInvalido(
            f"«{texto}» nombra varias normas."
            if citas
            else f"No se reconoce qué norma es «{texto}».",
            "Escriba una sola, con su clase, número y año: «artículo 28 de la Ley 80 de 1993».",
        )
    if jerarquia().puestos.get(citas[0].norma.tipo, ("",))[0] != NORMAS:
        raise DatoInvalido(
            f"«{texto}» no es una norma: en las referencias normativas no va.",
            "Quítela; si es un concepto, va en «doctrina».",
        )
    return citas[0]


def revisar_referencias(caso: CasoConcepto) -> Iterator[Hallazgo]:
    """Exige que se entienda cada norma que se agrega o se excluye."""
    if caso.referencias is None:
        return
    listas = {
        "agregar": [agregada.norma for agregada in caso.referencias.agregar],
        "excluir": [excluida.norma for excluida in caso.referencias.excluir],
    }
    for nombre, normas in listas.items():
        for i, norma in enumerate(normas, 1):
            try:
                leer_norma(exigir(norma))
            except DatoInvalido as error:
                ruta = f"referencias.{nombre}[{i}].norma"
                yield hallado("CON050", Gravedad.ERROR, ruta, error.mensaje, error.remedio)
