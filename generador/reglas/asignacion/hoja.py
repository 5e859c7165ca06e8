"""Las filas de un caso vistas por columnas, con cada dato que no sirve señalado en su fila."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from generador.errores import DatoInvalido
from generador.hallazgos import Hallazgo
from generador.modelo.asignacion import leer_indicador
from generador.reglas.asignacion.hallados import error
from generador.texto import clave, sugerencia

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from decimal import Decimal

PORCENTAJE, LOGICO, NUMERO = "porcentaje", "sí o no", "número"


class Hoja:
    """Las filas de `lista` (la ruta en el caso), por columnas.

    `filas` son los indicadores de cada una, tal como se escribieron; `propias`, las columnas que
    ya son números (el costo de un proyecto). Los nombres se comparan sin tildes ni mayúsculas. Lo
    que esté mal queda en `hallazgos`, una sola vez aunque varias reglas pidan la columna.
    """

    def __init__(
        self,
        lista: str,
        filas: Sequence[Mapping[str, str]],
        propias: Mapping[str, Sequence[Decimal]] | None = None,
    ) -> None:
        self.hallazgos: list[Hallazgo] = []
        self._lista = lista
        self._filas = filas
        self._propias = propias or {}
        self._nombres: dict[str, list[str]] = defaultdict(list)
        for nombre in dict.fromkeys(n for fila in self._filas for n in fila):
            self._nombres[clave(nombre)].append(nombre)
        self._leidas: dict[tuple[str, int], Decimal | None] = {}
        self._clases: dict[str, str] = {}

    def columna(self, nombre: str, ruta: str, filas: Iterable[int]) -> dict[int, Decimal] | None:
        """El valor de la columna en cada una de las `filas` (desde 0) que lo tiene bien.

        `ruta` es el parámetro que la pide. `None` si no existe.
        """
        buscada = clave(nombre)
        if buscada in self._propias:
            propia = self._propias[buscada]
            return {n: propia[n] for n in filas}
        if buscada not in self._nombres:
            self._no_existe(nombre, ruta)
            return None
        valores = {}
        for n in filas:
            valor = self._valor(buscada, n, ruta)
            if valor is not None:
                valores[n] = valor
        return valores

    def ruta(self, fila: int, campo: str) -> str:
        """La ruta de un campo de una fila (desde 0), como la lee una persona."""
        return f"{self._lista}[{fila + 1}].{campo}"

    def ruta_del_dato(self, nombre: str, fila: int) -> str:
        """La ruta del dato de una columna en una fila."""
        buscada = clave(nombre)
        if buscada in self._propias:
            return self.ruta(fila, buscada)
        escrito = next((e for e in self._nombres[buscada] if e in self._filas[fila]), nombre)
        return self.ruta(fila, f"indicadores.{escrito}")

    def _no_existe(self, nombre: str, ruta: str) -> None:
        conocidas = [*(n for varios in self._nombres.values() for n in varios), *self._propias]
        hay = f"Hay: {', '.join(conocidas)}." if conocidas else "Las filas no traen indicadores."
        self.hallazgos.append(
            error(
                "ASG010",
                ruta,
                f"No hay ninguna columna «{nombre}» en «{self._lista}».",
                f"{sugerencia(nombre, conocidas)} {hay}".strip(),
            )
        )

    def _valor(self, buscada: str, n: int, ruta: str) -> Decimal | None:
        if (buscada, n) not in self._leidas:
            leido = self._leer(buscada, n, ruta)
            if isinstance(leido, Hallazgo):
                self.hallazgos.append(leido)
            self._leidas[buscada, n] = None if isinstance(leido, Hallazgo) else leido
        return self._leidas[buscada, n]

    def _leer(self, buscada: str, n: int, ruta: str) -> Decimal | Hallazgo:
        fila = self._filas[n]
        escritos = [nombre for nombre in self._nombres[buscada] if nombre in fila]
        nombre = escritos[0] if escritos else self._nombres[buscada][0]
        lugar = self.ruta(n, f"indicadores.{nombre}")
        if len(escritos) > 1:
            juntos = " y ".join(f"«{e}»" for e in escritos)
            problema = f"Hay dos columnas con el mismo nombre: {juntos}."
            return error("ASG013", lugar, problema, "Deje una sola.")
        texto = fila[nombre] if escritos else ""
        if not texto:
            problema = f"«{nombre}» está vacío."
            return error("ASG011", lugar, problema, "Escriba el dato; si es cero, 0.")
        try:
            valor = leer_indicador(texto)
        except DatoInvalido as malo:
            return error("ASG012", lugar, malo.mensaje, malo.remedio)
        if valor < 0:
            problema = f"«{nombre}» es negativo: {texto}."
            return error("ASG012", lugar, problema, "Los indicadores van de cero en adelante.")
        self._comprobar_clase(buscada, texto, valor, lugar, ruta)
        return valor

    def _comprobar_clase(
        self, buscada: str, texto: str, valor: Decimal, lugar: str, ruta: str
    ) -> None:
        """Una columna no mezcla porcentajes con números, ni «sí» con números que no sean 0 y 1."""
        clase = _clase(texto, valor)
        if clase is None:
            return
        primera = self._clases.setdefault(buscada, clase)
        if clase != primera:
            self.hallazgos.append(
                error(
                    "ASG014",
                    lugar,
                    f"«{texto}» es {clase} y antes la columna trae {primera}: no se sabe si están "
                    "en la misma unidad.",
                    f"Escriba toda la columna igual (la pide «{ruta}»).",
                )
            )


def _clase(texto: str, valor: Decimal) -> str | None:
    """Qué clase de dato es; `None` si un cero o un uno, que caben en cualquiera."""
    if texto.endswith("%"):
        return PORCENTAJE
    if texto[0].isalpha():
        return LOGICO
    return None if valor in (0, 1) else NUMERO
