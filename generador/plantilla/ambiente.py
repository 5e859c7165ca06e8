"""El ambiente Jinja de las plantillas: aislado, estricto y sin nada que ejecutar.

El ambiente aislado de Jinja no basta (sus fugas tienen nombre: CVE-2016-10745, CVE-2019-10906,
CVE-2024-56326, CVE-2024-56201, CVE-2025-27516): aquí además no hay llamadas, ni funciones
globales, ni filtros ajenos, ni atributos de objetos. Un punto solo busca una clave.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, NoReturn

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS

from generador.caso.arbol import extender
from generador.modelo.falta import Falta
from generador.plantilla.contexto import Datos
from generador.plantilla.escape import Generador
from generador.plantilla.valores import a_word, a_word_en_borrador
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_DEL_CICLO = frozenset(("index", "index0", "revindex", "revindex0", "first", "last", "length"))
_PRUEBAS = ("defined", "none", "odd", "even")


class Ausente(StrictUndefined):
    """Un dato que el contexto no tiene: usarlo es un error que nombra su ruta completa."""

    __slots__ = ()

    @property
    def ruta(self) -> str:
        """Camino del dato (`usuario.nombre`)."""
        return self._undefined_name or "?"

    @property
    def _undefined_message(self) -> str:
        cola = f" {self._undefined_hint}" if self._undefined_hint else ""
        return f"La plantilla pide «{self.ruta}», que el caso no tiene.{cola}"


class Ambiente(ImmutableSandboxedEnvironment):
    """Jinja sin llamadas ni objetos: solo datos planos, condiciones, ciclos y filtros."""

    code_generator_class = Generador
    intercepted_binops = frozenset(("+", "-"))
    intercepted_unops = frozenset(("-",))

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Lo que sigue al punto: una clave de los datos o una cuenta del ciclo (`loop.first`)."""
        if isinstance(obj, Datos):
            return self._clave(obj, attribute)
        if isinstance(obj, Ausente):
            return Ausente(name=extender(obj.ruta, attribute))
        if isinstance(obj, Falta):
            return Falta(extender(obj.ruta, attribute))
        if isinstance(obj, LoopContext) and attribute in _DEL_CICLO:
            return getattr(obj, attribute)
        raise SecurityError(f"«.{attribute}» no se admite: solo se pueden pedir datos del caso")

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Lo que va entre corchetes: una clave de los datos o un número de orden desde 0."""
        if type(argument) is str:
            return self.getattr(obj, argument)
        if type(obj) is tuple and type(argument) is int:
            return obj[argument]
        raise SecurityError("los corchetes solo admiten el nombre de un dato o su número de orden")

    def _clave(self, datos: Datos, clave: str) -> Any:
        if clave in datos:
            return datos[clave]
        return Ausente(hint=sugerencia(clave, datos), name=extender(datos.ruta, clave))

    def call(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Ninguna llamada se admite."""
        raise SecurityError("una plantilla no puede llamar funciones")

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ARG002  # firma de Jinja
        """Ningún atributo de Python es un dato."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:  # noqa: ARG002  # firma de Jinja
        """Nada se puede llamar."""
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Suma y resta solo de enteros: sumar textos en cadena llenaría la memoria."""
        if type(left) is not int or type(right) is not int:
            raise SecurityError(f"«{operator}» solo se admite entre números enteros")
        return super().call_binop(context, operator, left, right)

    def call_unop(self, context: Any, operator: str, arg: Any) -> Any:
        """El signo menos, solo de enteros."""
        if type(arg) is not int:
            raise SecurityError(f"«{operator}» solo se admite con un número entero")
        return super().call_unop(context, operator, arg)


def ambiente(filtros: Mapping[str, Callable[..., object]], *, borrador: bool = False) -> Ambiente:
    """Devuelve el ambiente con esos filtros; en borrador, lo que falta se ve y no detiene.

    >>> str(ambiente({"voz": str.upper}).from_string("{{ x | voz }}").render(x="a & b"))
    'A &amp; B'
    """
    nuevo = Ambiente(
        autoescape=True,
        undefined=Ausente,
        finalize=a_word_en_borrador if borrador else a_word,
        keep_trailing_newline=True,
        cache_size=0,
    )
    nuevo.globals = {}
    permitidos = {**filtros, "length": FILTERS["length"]}
    nuevo.filters = {nombre: _propagar(filtro) for nombre, filtro in permitidos.items()}
    nuevo.tests = {nombre: TESTS[nombre] for nombre in _PRUEBAS}
    return nuevo


def _propagar(filtro: Callable[..., object]) -> Callable[..., object]:
    """Hace que el filtro deje pasar un dato faltante, solo o dentro de una lista."""

    @wraps(filtro)
    def con_faltas(valor: object, *args: object) -> object:
        if isinstance(valor, Undefined):
            str(valor)  # un ausente no se deja leer: da el error que nombra su ruta
        piezas = valor if isinstance(valor, tuple) else (valor,)
        falta = next((p for p in piezas if isinstance(p, Falta)), None)
        return filtro(valor, *args) if falta is None else falta

    return con_faltas
