"""Las reglas de la resolución de asignación: las del reparto y las de todo acto, con lo propio.

Minuta escribe los artículos 1 y 2, la vigencia y los anexos del reparto; por eso los del caso van
sin número y sus anexos, después. Códigos ASG8xx.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from generador.errores import CasoRechazado
from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.acto_general import GENERAL
from generador.modelo.asignacion_convocatoria import CasoConvocatoria
from generador.modelo.comunicacion import ANEXO
from generador.modelo.falta import Falta, exigir
from generador.reglas import acto_general
from generador.reglas.acto_general import articulos, numeracion
from generador.reglas.acto_general.hallados import en_texto, hallado
from generador.reglas.asignacion import asignar

if TYPE_CHECKING:
    from generador.modelo.asignacion import CasoAsignacion

Regla = Callable[[Any], Iterable[Hallazgo]]
# Los anexos se cuentan con los de Minuta, y los artículos no se numeran a mano.
APARTE = (
    articulos.revisar_anexos,
    articulos.revisar_anexos_citados,
    numeracion.revisar_numeros,
)


def revisar(
    caso: CasoAsignacion, *, anexos: int, datos: Sequence[str], graficas: Sequence[str]
) -> list[Hallazgo]:
    """Los hallazgos del acto, sin los del reparto.

    `anexos` son los que Minuta pone siempre; `datos`, los nombres de los que da el resultado;
    `graficas`, las que la memoria puede llamar.
    """
    antes = anexos + (not isinstance(caso.tabla, Falta) and caso.tabla == ANEXO)
    reglas: list[Regla] = [regla for regla in acto_general.REGLAS if regla not in APARTE]
    reglas += [
        partial(articulos.revisar_anexos, antes=antes),
        partial(articulos.revisar_anexos_citados, antes=antes),
        revisar_clase,
        revisar_sin_numero,
        partial(revisar_nombres, reservados=datos),
        revisar_que_alguien_reciba,
    ]
    return acto_general.aplicar(reglas, caso, graficas)


def revisar_clase(caso: CasoAsignacion) -> Iterator[Hallazgo]:
    """El cierre de esta resolución es siempre el mismo: se publica y se comunica."""
    if exigir(caso.acto.clase) != GENERAL:
        yield hallado(
            "ASG801",
            Gravedad.ERROR,
            "acto.clase",
            "La resolución de asignación se publica y se comunica: su cierre no cambia.",
            "Quite «clase».",
        )


def revisar_sin_numero(caso: CasoAsignacion) -> Iterator[Hallazgo]:
    """Los artículos del caso van sin número: antes de ellos están los dos de Minuta."""
    texto = exigir(caso.dispositiva)
    for rotulo in numeracion.ROTULO.finditer(texto):
        if rotulo["rotulo"][0] == "A" and rotulo["numero"].strip():
            error = hallado(
                "ASG802",
                Gravedad.ERROR,
                "dispositiva",
                f"«{rotulo['rotulo']} {rotulo['numero'].strip()}» lleva número, y Minuta escribe "
                "antes los artículos 1 y 2 (objeto y monto; quiénes reciben).",
                "Quite los números: los artículos se numeran solos desde el 3.",
            )
            yield en_texto(error, texto, rotulo.start("rotulo"))
            return


def revisar_nombres(caso: CasoAsignacion, reservados: Sequence[str]) -> Iterator[Hallazgo]:
    """Un dato del caso no puede llamarse como los que da el resultado."""
    for i, dato in enumerate(caso.datos, 1):
        if exigir(dato.nombre) in reservados:
            yield hallado(
                "ASG803",
                Gravedad.ERROR,
                f"datos[{i}].nombre",
                f"El dato «{dato.nombre}» lo da Minuta, del resultado.",
                "Bórrelo y cítelo igual, o cámbiele el nombre.",
            )


def revisar_que_alguien_reciba(caso: CasoAsignacion) -> Iterator[Hallazgo]:
    """Una resolución que asigna cero pesos no asigna nada: eso lo declara otro acto.

    Con la fórmula no puede pasar: las reglas del reparto piden con qué y a quién.
    """
    if not isinstance(caso, CasoConvocatoria):
        return
    try:
        asignado = asignar(caso).asignado
    except CasoRechazado:  # las reglas del reparto ya dicen por qué no lo hay
        return
    if not asignado:
        yield hallado(
            "ASG804",
            Gravedad.ERROR,
            "proyectos",
            "Nadie recibe recursos: la resolución asignaría cero pesos.",
            "Revise los requisitos y los topes; si de verdad nadie recibe, dígalo en un "
            "acto de tipo resolucion.",
        )
