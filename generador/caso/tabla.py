"""De una rejilla de celdas a las filas de un caso: encabezados, columnas conocidas e indicadores.

La primera fila con algo escrito son los encabezados. Los que nombran un campo de la fila van con
su clave; los demás son indicadores, cada uno por su nombre.

    codigo | departamento | municipio | NBI
    05001  | Antioquia    | Medellín  | 12,4

da `{codigo: 05001, departamento: Antioquia, municipio: Medellín, indicadores: {nbi: 12,4}}`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from generador.caso.arbol import Escalar, Lista, Mapa, extender
from generador.caso.rechazos import citar, rechazo
from generador.caso.rejilla import TOPE_COLUMNAS, TOPE_FILAS
from generador.caso.valor_de_celda import leer_valor
from generador.errores import CasoRechazado
from generador.hallazgos import letras_de_columna
from generador.texto import clave

if TYPE_CHECKING:
    from generador.caso.arbol import Nodo
    from generador.caso.rejilla import Rejilla, Valor
    from generador.hallazgos import Hallazgo, Lugar

HOJA, INDICADORES = "hoja", "indicadores"


@dataclass(frozen=True, slots=True)
class Clase:
    """Qué columnas conoce una tabla. `cosa` es lo que hay en cada fila, para decirlo."""

    cosa: str
    obligatorias: tuple[str, ...]
    optativas: tuple[str, ...] = ()
    dinero: frozenset[str] = frozenset()

    @property
    def conocidas(self) -> tuple[str, ...]:
        """Todas las que tienen su propio campo."""
        return (*self.obligatorias, *self.optativas)


TABLAS: Mapping[str, Clase] = MappingProxyType(
    {
        "municipios": Clase("municipio", ("codigo", "departamento", "municipio")),
        "proyectos": Clase(
            "proyecto",
            ("codigo", "nombre", "linea", "tipo", "municipios", "costo", "solicitado", "elegible"),
            ("cofinanciacion", "motivo"),
            frozenset({"costo", "solicitado", "cofinanciacion"}),
        ),
    }
)
"""Los campos del caso que pueden venir de una hoja."""


@dataclass(frozen=True, slots=True)
class _Columna:
    """Una columna con encabezado: su número desde 1, su clave, y si es un campo de la fila."""

    numero: int
    clave: str
    propia: bool
    dinero: bool


def normalizar(encabezado: str) -> str:
    """El nombre de una columna como lo escribe el caso.

    >>> normalizar("% Participación (SGR)"), normalizar("Línea")
    ('participacion_sgr', 'linea')
    """
    return clave(encabezado).replace(" ", "_")


def construir(rejilla: Rejilla, clase: Clase, ruta: str) -> tuple[Lista, list[Hallazgo]]:
    """Las filas de la tabla, cada celda con su lugar, y lo que se encontró en ellas.

    Args:
        rejilla: la hoja.
        clase: qué columnas conoce la tabla.
        ruta: la del campo que la trae; la de una celda es como `municipios[3].indicadores.nbi`.

    Raises:
        CasoRechazado: no se sabe qué es cada columna (faltan encabezados o están repetidos), o la
            tabla está vacía o es enorme.
    """
    fila = next((n for n, celdas in enumerate(rejilla.filas, 1) if any(map(_escrita, celdas))), 0)
    if not fila:
        raise _rechazada(rejilla, 1, "CASO054", que="nada escrito", cosa=clase.cosa)
    cuerpo = _cuerpo(rejilla, fila)
    if not cuerpo:
        raise _rechazada(rejilla, fila, "CASO054", que="filas", cosa=clase.cosa)
    ancho = max(map(len, rejilla.filas))
    if max(cuerpo) > TOPE_FILAS or ancho > TOPE_COLUMNAS:
        raise _rechazada(rejilla, fila, "CASO059", filas=TOPE_FILAS, columnas=TOPE_COLUMNAS)
    lector = _Lector(rejilla, _columnas(rejilla, fila, cuerpo, clase), ruta)
    filas = [lector.fila(numero, indice) for indice, numero in enumerate(cuerpo)]
    en_blanco = sorted(set(range(cuerpo[0], cuerpo[-1])) - set(cuerpo))
    huecos = [rechazo("CASO058", rejilla.lugar(n, 1), ruta) for n in en_blanco]
    return Lista(tuple(filas), rejilla.lugar(fila, 1), ruta), [*huecos, *lector.hallazgos]


def _escrita(valor: Valor) -> bool:
    return not isinstance(valor, str) or bool(valor.strip())


def _cuerpo(rejilla: Rejilla, encabezado: int) -> list[int]:
    """Los números de las filas de datos: debajo del encabezado y con algo escrito."""
    con_defecto = {fila for fila, _ in rejilla.defectos}
    return [
        numero
        for numero, celdas in enumerate(rejilla.filas[encabezado:], encabezado + 1)
        if numero in con_defecto or any(map(_escrita, celdas))
    ]


def _columnas(rejilla: Rejilla, fila: int, cuerpo: Sequence[int], clase: Clase) -> list[_Columna]:
    """Las columnas con encabezado, tras comprobar que se sabe qué es cada una."""
    propias = {clave(nombre): nombre for nombre in clase.conocidas}
    escritos = [leer_valor(valor)[0] for valor in rejilla.filas[fila - 1]]
    ancho = max(len(rejilla.filas[numero - 1]) for numero in cuerpo)
    escritos += [""] * (ancho - len(escritos))
    columnas: dict[str, _Columna] = {}
    hallazgos: list[Hallazgo] = []
    for numero, escrito in enumerate(escritos, 1):
        nombre = normalizar(escrito)
        nombre = propias.get(nombre.replace("_", ""), nombre)
        lugar = rejilla.lugar(fila, numero)
        if not nombre:
            hallazgos += _sin_encabezado(rejilla, fila, numero, cuerpo)
        elif nombre in columnas:
            celda = rejilla.lugar(fila, columnas[nombre].numero).celda
            hallazgos.append(rechazo("CASO056", lugar, encabezado=citar(escrito), celda=celda))
        else:
            propia = nombre in clase.conocidas
            columnas[nombre] = _Columna(numero, nombre, propia, nombre in clase.dinero)
    hay = ", ".join(citar(escrito) for escrito in escritos if escrito)
    hallazgos += [
        rechazo("CASO055", rejilla.lugar(fila, 1), columna=falta, hay=citar(hay))
        for falta in clase.obligatorias
        if falta not in columnas
    ]
    if hallazgos:
        raise CasoRechazado(hallazgos)
    return list(columnas.values())


def _sin_encabezado(
    rejilla: Rejilla, fila: int, columna: int, cuerpo: Sequence[int]
) -> list[Hallazgo]:
    """El hallazgo de una columna con datos y sin nombre; si está vacía, ninguno."""
    for numero in cuerpo:
        celdas = rejilla.filas[numero - 1]
        if columna <= len(celdas) and _escrita(celdas[columna - 1]):
            datos = {
                "columna": letras_de_columna(columna),
                "celda": rejilla.lugar(fila, columna).celda,
                "dato": rejilla.lugar(numero, columna).celda,
            }
            return [rechazo("CASO057", rejilla.lugar(numero, columna), **datos)]
    return []


class _Lector:
    """Convierte filas en mapas y anota los defectos de sus celdas."""

    def __init__(self, rejilla: Rejilla, columnas: Sequence[_Columna], ruta: str) -> None:
        self._rejilla = rejilla
        self._propias = [c for c in columnas if c.propia]
        self._indicadores = [c for c in columnas if not c.propia]
        self._ruta = ruta
        self.hallazgos: list[Hallazgo] = []

    def fila(self, numero: int, indice: int) -> Mapa:
        ruta = extender(self._ruta, indice)
        inicio = self._rejilla.lugar(numero, 1)
        campos: dict[str, Nodo] = {**self._celdas(numero, self._propias, ruta)}
        if self._indicadores:
            de_indicadores = extender(ruta, INDICADORES)
            celdas = self._celdas(numero, self._indicadores, de_indicadores)
            campos[INDICADORES] = _mapa(celdas, de_indicadores, inicio)
        return _mapa(campos, ruta, inicio)

    def _celdas(self, fila: int, columnas: Sequence[_Columna], ruta: str) -> dict[str, Escalar]:
        rejilla, escalares = self._rejilla, {}
        celdas, defectos, lugar_en = rejilla.filas[fila - 1], rejilla.defectos, rejilla.lugar
        for columna in columnas:
            numero, clave = columna.numero, columna.clave
            valor = celdas[numero - 1] if numero <= len(celdas) else ""
            texto, defecto = leer_valor(valor, dinero=columna.dinero)
            lugar, suya = lugar_en(fila, numero), f"{ruta}.{clave}"
            defecto = defectos.get((fila, numero), defecto)
            if defecto is not None:
                self.hallazgos.append(rechazo(defecto[0], lugar, suya, **defecto[1]))
            # El indicador vacío se queda: la columna existe, y quien la use dirá qué le falta.
            escalares[clave] = Escalar(texto, lugar, suya, columna.propia and not texto)
        return escalares


def _mapa(campos: Mapping[str, Nodo], ruta: str, inicio: Lugar) -> Mapa:
    # La clave de una celda está en el encabezado; lo que el asesor debe mirar es la celda.
    claves = {nombre: campo.lugar for nombre, campo in campos.items()}
    return Mapa(campos, claves, inicio, ruta)


def _rechazada(rejilla: Rejilla, fila: int, codigo: str, **datos: object) -> CasoRechazado:
    return CasoRechazado([rechazo(codigo, rejilla.lugar(fila, 1), "", **datos)])
