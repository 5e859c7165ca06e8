"""Las comillas de los bloques de un documento, en el juego de su formato.

Se convierten párrafo por párrafo. En una transcripción (`CitaTextual`) y en una nota, la que abre
un párrafo puede cerrarla otro. El texto de los vínculos, las ecuaciones y los números de las
remisiones no se tocan. La comilla de seguir que falte la pone `documento` al dibujar la cita, si
el juego la lleva.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.comillas import ANGULARES, SIMPLES, Juego, Suelta, convertir, en_texto
from generador.marcado.bloques import (
    CitaDeFuente,
    CitaTextual,
    EcuacionEnLinea,
    Enlace,
    LlamadaDeNota,
    Nota,
    Remision,
    SaltoDeLinea,
    Texto,
)

if TYPE_CHECKING:
    from generador.caso.arbol import TextoCrudo
    from generador.marcado.lectura import Marcado
    from generador.modelo.comunes import Modelo

T = TypeVar("T")
_EN_LINEA = (
    Texto, SaltoDeLinea, EcuacionEnLinea, Remision, Enlace, LlamadaDeNota, CitaDeFuente,
)  # fmt: skip
# Lo que ocupa el lugar de algo que no es texto y se lee como una palabra.
_OBJETO = "\ufffc"
_CONTEXTO = 20
CODIGO = "COM001"


def en_bloques(partes: Mapping[str, Sequence[T]], juego: Juego) -> dict[str, tuple[T, ...]]:
    """Las partes de un documento con las comillas de `juego`.

    El párrafo donde alguna queda sin pareja sale como está: eso lo dice `revisar_comillas`.
    """
    return {
        nombre: tuple(_Conversor(juego).convertir(bloque) for bloque in bloques)
        for nombre, bloques in partes.items()
    }


def en_datos(valor: T, juego: Juego) -> T:
    """Lo mismo con los textos fijos y los datos del caso: textos sueltos, listas y grupos."""
    nuevo: Any = valor
    if isinstance(valor, str):
        nuevo = en_texto(valor, juego)
    elif isinstance(valor, Mapping):
        nuevo = {clave: en_datos(dentro, juego) for clave, dentro in valor.items()}
    elif isinstance(valor, list | tuple):
        nuevo = type(valor)(en_datos(dentro, juego) for dentro in valor)
    return nuevo  # type: ignore[no-any-return]  # es de la misma clase que `valor`


def revisar_comillas(
    caso: Modelo, leidos: Sequence[tuple[TextoCrudo, Marcado]]
) -> Iterator[Hallazgo]:
    """Las comillas sin pareja de los textos de un caso, que son los `leidos`.

    El documento que en `comillas` dice su juego las convierte; las de los demás salen como se
    escribieron, y ahí no se duda de los apóstrofos.
    """
    juego: Juego | None = getattr(caso, "comillas", None)
    for texto, leido in leidos:
        for linea, parrafo, suelta in sueltas(leido.bloques, juego or ANGULARES):
            if juego is None and suelta.signo in SIMPLES:
                continue
            escalar = texto.escalar
            hallazgo = _hallazgo(parrafo, suelta, "" if escalar is None else escalar.ruta)
            if escalar is None:
                yield hallazgo
            elif escalar.cuerpo is None or not linea:
                yield hallazgo.en(escalar.lugar)
            else:
                yield hallazgo.en(replace(escalar.cuerpo, linea=linea))


def sueltas(bloques: Sequence[object], juego: Juego) -> list[tuple[int, str, Suelta]]:
    """Las comillas sin pareja de unos bloques: la línea y el texto de su párrafo, y ella."""
    conversor = _Conversor(juego)
    for bloque in bloques:
        conversor.convertir(bloque)
    return conversor.sueltas


def _hallazgo(parrafo: str, suelta: Suelta, ruta: str) -> Hallazgo:
    desde = max(0, suelta.posicion - _CONTEXTO)
    cerca = parrafo[desde : suelta.posicion + _CONTEXTO].replace(_OBJETO, "…")
    return Hallazgo(
        codigo=CODIGO,
        # No impide el acto: lo que otro escribió se transcribe aunque le falte una.
        gravedad=Gravedad.AVISO,
        ruta=ruta,
        mensaje=f"La comilla {suelta.signo} de [{cerca}] no tiene pareja, o no se sabe cuál es.",
        remedio="Así, el párrafo sale con las que tiene. Escriba la otra; si transcribe varios "
        "párrafos, póngale «>» a cada renglón; si es una medida, escriba ″ o ′.",
    )


@dataclass(slots=True)
class _Unidad:
    """Párrafos cuyas comillas se leen juntas, con la línea de cada uno."""

    textos: list[str] = field(default_factory=list)
    lineas: list[int] = field(default_factory=list)


class _Conversor:
    """Convierte un bloque: primero junta lo que se lee junto y después pone lo convertido."""

    def __init__(self, juego: Juego) -> None:
        self._juego = juego
        self.sueltas: list[tuple[int, str, Suelta]] = []

    def convertir(self, valor: Any, linea: int = 0) -> Any:
        """El bloque con sus comillas; el que no es una transcripción, párrafo por párrafo."""
        linea = getattr(valor, "linea", 0) or linea
        comilla = getattr(valor, "comilla", "")
        if comilla or isinstance(valor, CitaTextual) or _es_contenido(valor):
            return self._junto(valor, linea)
        return _con_hijos(valor, lambda hijo: self.convertir(hijo, linea))

    def _junto(self, valor: Any, linea: int = 0) -> Any:
        """Todo lo que hay en `valor` como una sola transcripción."""
        unidad = _Unidad()
        _reunir(valor, linea, unidad)
        hecha = convertir(unidad.textos, self._juego)
        self.sueltas += [
            (unidad.lineas[s.parrafo], unidad.textos[s.parrafo], s) for s in hecha.sueltas
        ]
        return self._reponer(valor, iter(hecha.parrafos))

    def _reponer(self, valor: Any, hechos: Iterator[str]) -> Any:
        if _es_contenido(valor):
            return self._contenido(valor, next(hechos))
        if isinstance(valor, CitaTextual):
            valor = replace(valor, de_seguir=self._juego.de_seguir)
        if getattr(valor, "comilla", ""):
            valor = replace(valor, comilla=next(hechos)[: len(valor.comilla)])
        return _con_hijos(valor, lambda hijo: self._reponer(hijo, hechos))

    def _contenido(self, contenido: tuple[Any, ...], hecho: str) -> tuple[Any, ...]:
        salida: list[Any] = []
        lugar = 0
        for pieza in contenido:
            if isinstance(pieza, LlamadaDeNota):
                salida.append(LlamadaDeNota(self._nota(pieza.nota)))
                continue
            largo = len(_letras(pieza))
            if isinstance(pieza, Texto):
                salida.append(replace(pieza, texto=hecho[lugar : lugar + largo]))
            else:
                salida.append(pieza)
            lugar += largo
        return tuple(salida)

    def _nota(self, nota: Nota) -> Nota:
        return replace(nota, bloques=self._junto(nota.bloques, nota.linea))


def _es_contenido(valor: object) -> bool:
    return isinstance(valor, tuple) and bool(valor) and isinstance(valor[0], _EN_LINEA)


def _reunir(valor: Any, linea: int, unidad: _Unidad) -> None:
    """Los párrafos de `valor`, en el mismo orden en que los repone el conversor."""
    linea = getattr(valor, "linea", 0) or linea
    if _es_contenido(valor):
        unidad.textos.append("".join(map(_letras, valor)))
        unidad.lineas.append(linea)
        return
    if getattr(valor, "comilla", ""):
        # Va pegada al rótulo del artículo.
        unidad.textos.append(valor.comilla + _OBJETO)
        unidad.lineas.append(linea)
    for hijo in _hijos(valor):
        _reunir(hijo, linea, unidad)


def _letras(pieza: object) -> str:
    """Lo que se lee de una pieza; la llamada de una nota no separa lo que tiene a los lados."""
    if isinstance(pieza, Texto):
        return pieza.texto
    if isinstance(pieza, LlamadaDeNota | CitaDeFuente):
        return ""
    return "\n" if isinstance(pieza, SaltoDeLinea) else _OBJETO


def _hijos(valor: Any) -> Iterator[Any]:
    if isinstance(valor, tuple):
        yield from valor
    elif is_dataclass(valor):
        yield from (getattr(valor, nombre) for nombre in _campos(valor))


def _con_hijos(valor: Any, cambio: Any) -> Any:
    """El valor con cada cosa que contiene cambiada, en el orden en que se lee."""
    if isinstance(valor, tuple):
        return tuple(cambio(hijo) for hijo in valor)
    if is_dataclass(valor) and not isinstance(valor, type):
        return replace(valor, **{n: cambio(getattr(valor, n)) for n in _campos(valor)})
    return valor


def _campos(valor: Any) -> list[str]:
    """Los campos en el orden en que se leen: el título, primero."""
    nombres = [campo.name for campo in fields(valor)]
    return sorted(nombres, key=lambda nombre: nombre != "titulo")
