"""El puntaje de los proyectos: el dato de cada criterio y los puntos que da.

Los puntos de cada criterio se redondean a los decimales del caso (la mitad exacta sube) y el total
es la suma de los redondeados, para que la tabla sume. El menor costo se busca entre los proyectos
elegibles, que son los que se evalúan.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from generador.modelo.asignacion_convocatoria import (
    DIRECTO,
    LINEAL,
    POR_LINEA,
    POR_TIPO,
    SI_NO,
    TRAMOS,
)
from generador.reglas.asignacion.cifras import numero, redondear, sumar
from generador.reglas.asignacion.hallados import error
from generador.reglas.asignacion.resultado import PuntosDeCriterio
from generador.texto import clave

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generador.hallazgos import Hallazgo
    from generador.modelo.asignacion_convocatoria import (
        CasoConvocatoria,
        CriterioDePuntaje,
        MenorCosto,
        Proyecto,
    )
    from generador.reglas.asignacion.hoja import Hoja

DECIMALES_DEL_DATO = 6


class Dato(NamedTuple):
    """El dato exacto de un proyecto, como cociente de enteros sin simplificar, y para mostrarlo."""

    numerador: int
    denominador: int
    visto: Decimal


def puntuar(
    caso: CasoConvocatoria, hoja: Hoja, filas: Sequence[int], hallazgos: list[Hallazgo]
) -> dict[int, tuple[PuntosDeCriterio, ...]]:
    """Los puntos de cada una de las `filas` (desde 0), por criterio, en el orden del caso.

    Lo que impide puntuar queda en `hallazgos` y en los de la hoja, y esos puntos no salen.
    """
    puntos: dict[int, list[PuntosDeCriterio]] = {n: [] for n in filas}
    decimales = caso.decimales_puntaje
    for c, criterio in enumerate(caso.criterios, 1):
        datos = _Datos(caso.proyectos, criterio, f"criterios[{c}]", hoja, hallazgos)
        escala = _escala(criterio)
        for n, dato in datos.leer(filas).items():
            exactos = escala(dato)
            if isinstance(exactos, str):
                ruta = hoja.ruta_del_dato(datos.columna, n)
                remedio = "Corrija el dato, o la forma de los puntos."
                hallazgos.append(error("ASG030", ruta, exactos, remedio))
            else:
                dados = redondear(*exactos, decimales)
                puntos[n].append(PuntosDeCriterio(criterio.nombre, dato.visto, dados))
    return {n: tuple(varios) for n, varios in puntos.items()}


def total(puntos: Sequence[PuntosDeCriterio]) -> Decimal:
    """La suma de los puntos."""
    return sumar(p.puntos for p in puntos)


class _Datos:
    """De dónde sale el dato de un criterio; `columna` es la que se señala si no sirve."""

    def __init__(
        self,
        proyectos: Sequence[Proyecto],
        criterio: CriterioDePuntaje,
        ruta: str,
        hoja: Hoja,
        hallazgos: list[Hallazgo],
    ) -> None:
        self._proyectos = proyectos
        self._criterio = criterio
        self._ruta = ruta
        self._hoja = hoja
        self._hallazgos = hallazgos
        self.columna = ""

    def leer(self, filas: Sequence[int]) -> dict[int, Dato]:
        """El dato exacto de cada fila que lo tiene."""
        criterio = self._criterio
        if criterio.columna is not None:
            self.columna = criterio.columna
            leidos = self._hoja.columna(criterio.columna, f"{self._ruta}.columna", filas)
            return {n: Dato(*v.as_integer_ratio(), v) for n, v in (leidos or {}).items()}
        if criterio.menor_costo is not None:
            return self._menor_costo(criterio.menor_costo, filas)
        if criterio.razon is None:
            return {}
        razones = self._dividir((criterio.razon.de, "de"), criterio.razon.entre, "razon", filas)
        return {n: _razon(r) for n, r in razones.items()}

    def _dividir(
        self, arriba: tuple[str, str], entre: str, clave_del_caso: str, filas: Sequence[int]
    ) -> dict[int, Fraction]:
        """Una columna (con su clave en el caso) entre otra; el divisor en cero es un hallazgo."""
        self.columna, clave_de = arriba
        ruta = f"{self._ruta}.{clave_del_caso}"
        dividendos = self._hoja.columna(self.columna, f"{ruta}.{clave_de}", filas)
        divisores = self._hoja.columna(entre, f"{ruta}.entre", filas)
        razones = {}
        for n, divisor in (divisores or {}).items():
            if not divisor:
                self._anotar(n, entre, f"«{entre}» es cero y se divide entre él.")
            elif dividendos is not None and n in dividendos:
                (a, b), (c, d) = dividendos[n].as_integer_ratio(), divisor.as_integer_ratio()
                razones[n] = Fraction(a * d, b * c)
        return razones

    def _menor_costo(self, menor: MenorCosto, filas: Sequence[int]) -> dict[int, Dato]:
        costos = self._dividir((menor.costo, "costo"), menor.entre, "menor_costo", filas)
        for n in [n for n, costo in costos.items() if not costo]:
            self._anotar(n, menor.costo, f"«{menor.costo}» es cero: no hay costo que comparar.")
            del costos[n]
        menores: dict[str, Fraction] = {}
        quienes = {n: self._con_quienes(menor, n) for n in costos}
        for n, costo in costos.items():
            menores[quienes[n]] = min(costo, menores.get(quienes[n], costo))
        return {n: _razon(menores[quienes[n]] / costo) for n, costo in costos.items()}

    def _con_quienes(self, menor: MenorCosto, n: int) -> str:
        proyecto = self._proyectos[n]
        if menor.por == POR_TIPO:
            return clave(proyecto.tipo)
        return clave(proyecto.linea) if menor.por == POR_LINEA else ""

    def _anotar(self, n: int, columna: str, mensaje: str) -> None:
        ruta = self._hoja.ruta_del_dato(columna, n)
        self._hallazgos.append(error("ASG030", ruta, mensaje, "Corrija el dato."))


def _razon(valor: Fraction) -> Dato:
    visto = redondear(valor.numerator, valor.denominator, DECIMALES_DEL_DATO)
    sin_ceros = Decimal(numero(visto).replace(",", "."))
    return Dato(valor.numerator, valor.denominator, sin_ceros)


def _escala(criterio: CriterioDePuntaje) -> Callable[[Dato], tuple[int, int] | str]:
    """La función que vuelve puntos un dato: un cociente de enteros, o por qué no se puede."""
    return {LINEAL: _lineal, TRAMOS: _tramos, SI_NO: _si_no, DIRECTO: _directo}[
        criterio.puntos.forma
    ](criterio)


def _lineal(criterio: CriterioDePuntaje) -> Callable[[Dato], tuple[int, int]]:
    """De cero en «desde» al máximo en «hasta», que puede ser menor; fuera de ellos no cambia."""
    desde, hasta = Fraction(criterio.puntos.desde or 0), Fraction(criterio.puntos.hasta or 0)
    tope = Fraction(criterio.maximo).as_integer_ratio()
    pendiente = Fraction(criterio.maximo) / (hasta - desde)
    p, q = pendiente.numerator, pendiente.denominator
    a, b = desde.numerator, desde.denominator

    def puntos(dato: Dato) -> tuple[int, int]:
        exactos = p * (dato.numerador * b - a * dato.denominador), q * b * dato.denominador
        if exactos[0] <= 0:
            return 0, 1
        return tope if exactos[0] * tope[1] > exactos[1] * tope[0] else exactos

    return puntos


def _tramos(criterio: CriterioDePuntaje) -> Callable[[Dato], tuple[int, int]]:
    """Los puntos del tramo más alto que alcanza; ninguno, si no alcanza ni el primero."""
    de_arriba = sorted(criterio.puntos.tramos, key=lambda t: t.desde, reverse=True)
    tramos = [(*t.desde.as_integer_ratio(), t.puntos.as_integer_ratio()) for t in de_arriba]

    def puntos(dato: Dato) -> tuple[int, int]:
        n, d = dato.numerador, dato.denominador
        return next((dados for a, b, dados in tramos if n * b >= a * d), (0, 1))

    return puntos


def _si_no(criterio: CriterioDePuntaje) -> Callable[[Dato], tuple[int, int] | str]:
    maximo, entre = criterio.maximo.as_integer_ratio()

    def puntos(dato: Dato) -> tuple[int, int] | str:
        if dato.numerador in (0, dato.denominador):
            return maximo * dato.numerador, entre * dato.denominador
        return f"«{criterio.nombre}» es {numero(dato.visto)}, que no es sí ni no."

    return puntos


def _directo(criterio: CriterioDePuntaje) -> Callable[[Dato], tuple[int, int] | str]:
    maximo, entre = criterio.maximo.as_integer_ratio()

    def puntos(dato: Dato) -> tuple[int, int] | str:
        if dato.numerador * entre <= maximo * dato.denominador:
            return dato.numerador, dato.denominador
        pasa = f"{numero(dato.visto)} pasa del máximo, {numero(criterio.maximo)}"
        return f"En «{criterio.nombre}», {pasa}."

    return puntos
