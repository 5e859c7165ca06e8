"""Los tipos de documento que Minuta sabe hacer, cada uno en su módulo.

Un tipo se carga cuando se pide: quien valida un plan no espera por lo que usan los conceptos.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from generador.caso.arbol import Escalar, Mapa
from generador.errores import CasoRechazado, UsoIncorrecto
from generador.hallazgos import Gravedad, Hallazgo
from generador.texto import clave, sugerencia

if TYPE_CHECKING:
    from generador.tipos.tipo import Tipo


def _suscripcion_plan() -> Tipo:
    from generador.tipos.plan import SUSCRIPCION_PLAN

    return SUSCRIPCION_PLAN


def _resolucion() -> Tipo:
    from generador.tipos.general import RESOLUCION

    return RESOLUCION


def _decreto() -> Tipo:
    from generador.tipos.general import DECRETO

    return DECRETO


def _formula() -> Tipo:
    from generador.tipos.asignacion import FORMULA

    return FORMULA


def _convocatoria() -> Tipo:
    from generador.tipos.asignacion import CONVOCATORIA

    return CONVOCATORIA


def _memoria() -> Tipo:
    from generador.tipos.memoria import MEMORIA

    return MEMORIA


def _concepto() -> Tipo:
    from generador.tipos.concepto import CONCEPTO

    return CONCEPTO


_CARGAR: Mapping[str, Callable[[], Tipo]] = {
    "suscripcion-plan": _suscripcion_plan,
    "resolucion": _resolucion,
    "decreto": _decreto,
    "asignacion-formula": _formula,
    "asignacion-convocatoria": _convocatoria,
    "memoria": _memoria,
    "concepto": _concepto,
}


class _Tipos(Mapping[str, "Tipo"]):
    """Cada tipo por su nombre; los nombres se conocen sin cargar ninguno."""

    def __getitem__(self, nombre: str) -> Tipo:
        return _CARGAR[nombre]()

    def __iter__(self) -> Iterator[str]:
        return iter(_CARGAR)

    def __len__(self) -> int:
        return len(_CARGAR)


TIPOS: Mapping[str, Tipo] = _Tipos()


def tipo_llamado(nombre: str) -> Tipo:
    """El tipo de ese nombre, tolerante a mayúsculas y guiones.

    Raises:
        UsoIncorrecto: no existe; sugiere el parecido y lista los que hay.

    >>> tipo_llamado("Suscripcion_Plan").nombre
    'suscripcion-plan'
    """
    for conocido in TIPOS:
        if clave(conocido) == clave(nombre):
            return TIPOS[conocido]
    raise UsoIncorrecto(f"No se conoce el tipo «{nombre}».", _cuales(nombre))


def _cuales(nombre: str) -> str:
    return f"{sugerencia(nombre, TIPOS)} Tipos: {', '.join(TIPOS)}.".strip()


def tipo_de(raiz: Mapa) -> Tipo:
    """El tipo que el caso declara en su clave `tipo`.

    Raises:
        CasoRechazado: la clave falta o nombra un documento que no se conoce.
    """
    nodo = raiz.campos.get("tipo")
    if not isinstance(nodo, Escalar) or nodo.vacio:
        lugar = raiz.lugar if nodo is None else nodo.lugar
        mensaje = "El caso no dice qué documento es."
        remedio = f"Empiece el archivo con «tipo: {next(iter(TIPOS))}»."
    else:
        try:
            return tipo_llamado(nodo.texto)
        except UsoIncorrecto as error:
            lugar, mensaje, remedio = nodo.lugar, error.mensaje, error.remedio
    hallazgo = Hallazgo(
        codigo="TIPO001", gravedad=Gravedad.ERROR, ruta="tipo", mensaje=mensaje, remedio=remedio
    )
    raise CasoRechazado([hallazgo.en(lugar)])
