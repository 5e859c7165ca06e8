"""El dato que el borrador todavía no tiene, como un valor que se ve y que nadie confunde.

En un borrador, el dato ausente llega hasta la página como «[falta: ruta.del.campo]». Las cuentas
lo propagan; decidir con él (comparar, preguntar si es verdadero, recorrerlo) es un error, para
que ninguna regla se dé por cumplida sobre un dato que no está.
"""

from __future__ import annotations

from typing import Any, NoReturn, TypeVar

from generador.errores import DatoFaltante

T = TypeVar("T")


class Falta:
    """Dato ausente en `ruta`.

    >>> f = Falta("plan.proyeccion.total")
    >>> str(f)
    '[falta: plan.proyeccion.total]'
    >>> str(f + 1)
    '[falta: plan.proyeccion.total]'
    >>> str(f.moneda)
    '[falta: plan.proyeccion.total.moneda]'
    >>> f > 0
    Traceback (most recent call last):
        ...
    generador.errores.DatoFaltante: Falta el dato «plan.proyeccion.total». Escríbalo en el caso.
    """

    __slots__ = ("ruta",)

    ruta: str

    def __init__(self, ruta: str) -> None:
        object.__setattr__(self, "ruta", ruta)

    def __setattr__(self, nombre: str, valor: object) -> NoReturn:
        raise AttributeError(f"Falta({self.ruta!r}) no se modifica")

    def __str__(self) -> str:
        return f"[falta: {self.ruta}]"

    def __repr__(self) -> str:
        return f"Falta({self.ruta!r})"

    def __getattr__(self, nombre: str) -> Falta:
        if nombre.startswith("_"):
            raise AttributeError(nombre)
        return Falta(f"{self.ruta}.{nombre}")

    def _propagar(self, _otro: Any) -> Falta:
        return self

    __add__ = __radd__ = __sub__ = __rsub__ = _propagar
    __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _propagar

    def __eq__(self, otro: object) -> bool:
        if isinstance(otro, Falta):
            return self.ruta == otro.ruta
        raise DatoFaltante(self.ruta)

    def _indecidible(self, *_otro: object) -> NoReturn:
        raise DatoFaltante(self.ruta)

    __lt__ = __le__ = __gt__ = __ge__ = _indecidible
    __bool__ = __iter__ = __len__ = __int__ = __index__ = __contains__ = _indecidible
    # Buscarla en un diccionario o en un conjunto también es decidir: diría «no está».
    __hash__ = _indecidible


def exigir(valor: T | Falta) -> T:
    """El mismo dato, o `DatoFaltante` si el borrador no lo tiene.

    Para entregar el dato a quien no sabe de faltas (una búsqueda, una fecha que se descompone).

    >>> exigir("900.123.456-8")
    '900.123.456-8'
    >>> exigir(Falta("usuario_industrial.nit"))
    Traceback (most recent call last):
        ...
    generador.errores.DatoFaltante: Falta el dato «usuario_industrial.nit». Escríbalo en el caso.
    """
    if isinstance(valor, Falta):
        raise DatoFaltante(valor.ruta)
    return valor
