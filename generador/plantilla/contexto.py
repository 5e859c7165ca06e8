"""El contexto de una plantilla: solo datos planos, congelados y sabiendo su ruta.

Nada que sepa hacer algo (abrir, guardar, importar) llega a la plantilla; por eso ninguna
etiqueta puede tocar el disco ni ejecutar código, aunque la escriba un extraño.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from generador.caso.arbol import extender
from generador.modelo.falta import Falta

Plano: TypeAlias = "str | int | Decimal | date | bool | Falta | Datos | tuple[Plano, ...] | None"

# Se compara el tipo exacto: una subclase (un Enum, un Markup) puede traer métodos propios.
_ESCALARES = (str, int, Decimal, date, bool, type(None), Falta)
_PROFUNDIDAD = 40


class Datos(Mapping[str, Plano]):
    """Un grupo de datos de solo lectura que conoce su ruta en el contexto."""

    __slots__ = ("_ruta", "_valores")

    def __init__(self, valores: dict[str, Plano], ruta: str) -> None:
        self._valores = valores
        self._ruta = ruta

    def __getitem__(self, clave: str) -> Plano:
        return self._valores[clave]

    def __iter__(self) -> Iterator[str]:
        return iter(self._valores)

    def __len__(self) -> int:
        return len(self._valores)

    @property
    def ruta(self) -> str:
        """Camino desde la raíz del contexto (`usuario.direccion`); la raíz es `""`."""
        return self._ruta


def plano(contexto: Mapping[str, object]) -> Datos:
    """Devuelve el contexto congelado.

    Da `TypeError` (es un error de programación, no del asesor) si algo no es dato plano: dict
    con claves de texto, lista o tupla, str, int, Decimal, date, bool, None o Falta. El `float`
    no entra: el dinero y los porcentajes son `Decimal`.

    >>> datos = plano({"usuario": {"nombre": "Ana"}, "anios": [2026]})
    >>> datos["usuario"]["nombre"], datos["usuario"].ruta, datos["anios"]
    ('Ana', 'usuario', (2026,))
    >>> plano({"plan": {"total": 1.5}})
    Traceback (most recent call last):
    ...
    TypeError: el contexto no admite float en «plan.total»
    """
    return _grupo(contexto, "", 0)


def _grupo(valor: Mapping[object, object] | Mapping[str, object], ruta: str, nivel: int) -> Datos:
    valores: dict[str, Plano] = {}
    for clave, hijo in valor.items():
        if type(clave) is not str or not clave or clave.startswith("_"):
            raise TypeError(f"el contexto no admite la clave {clave!r} en «{ruta}»")
        valores[clave] = _congelar(hijo, extender(ruta, clave), nivel + 1)
    return Datos(valores, ruta)


def _congelar(valor: object, ruta: str, nivel: int) -> Plano:
    if nivel > _PROFUNDIDAD:
        raise TypeError(f"el contexto es demasiado profundo en «{ruta}»")
    tipo = type(valor)
    if tipo in _ESCALARES and tipo is not datetime:
        return valor  # type: ignore[return-value]  # mypy no sigue `type(x) in tupla`
    if isinstance(valor, Datos):
        return _grupo(valor, ruta, nivel)
    if tipo is dict:
        return _grupo(valor, ruta, nivel)  # type: ignore[arg-type]  # `tipo is dict` lo asegura
    if isinstance(valor, (list, tuple)) and tipo in (list, tuple):
        return tuple(_congelar(v, extender(ruta, i), nivel + 1) for i, v in enumerate(valor))
    raise TypeError(f"el contexto no admite {tipo.__name__} en «{ruta}»")
