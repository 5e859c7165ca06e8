"""El flujograma de un procedimiento, dibujado para leerse en una página carta vertical.

Los pasos van uno debajo de otro; las ramas de un paso cuelgan de él, y la que lleva a otro paso
sale por la derecha hasta él. Si no cabe en una página, sale en varias figuras.

Fuente de la forma: NTC-ISO 5807 usa el recuadro para el proceso y la flecha para el sentido; aquí
no hay más símbolos porque cada recuadro dice con palabras lo que es.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.graficas.lienzo import INTERLINEA, Lienzo, ancho_de, renglones
from generador.modelo.falta import Falta

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generador.modelo.flujograma import Flujograma, Paso, Rama

ANCHO = 453.0  # 16 cm: el ancho útil de la página
ALTO_MAXIMO = 500.0  # 17,6 cm: deja lugar al título de la figura
TITULO, CUERPO, MENUDO = 9.5, 8.5, 8.0  # letra, en puntos
RELLENO, SEPARACION, ENTRE_RAMAS = 6.0, 16.0, 5.0
COLUMNA_DEL_NUMERO, SANGRIA_DE_RAMA = 28.0, 44.0
CARRIL, BORDE = 9.0, 1.0
FONDO_PASO, FONDO_RAMA = "#E7ECF3", "#FFFFFF"


@dataclass(frozen=True, slots=True)
class _Recuadro:
    """Un recuadro ya medido: sus renglones y su alto en puntos."""

    titulo: list[str]
    texto: list[str]
    alto: float
    lleva_a: str = ""
    sigue: bool = True


@dataclass(frozen=True, slots=True)
class _Tramo:
    """Un paso con sus ramas, ya medidos."""

    numero: str
    paso: _Recuadro
    ramas: tuple[_Recuadro, ...]
    sigue: bool

    @property
    def alto(self) -> float:
        return self.paso.alto + sum(ENTRE_RAMAS + rama.alto for rama in self.ramas)


def dibujar(flujograma: Flujograma) -> tuple[bytes, ...]:
    """Las figuras PNG del flujograma, en orden; casi siempre, una."""
    saltos = sum(rama.lleva_a is not None for paso in flujograma.pasos for rama in paso.ramas)
    derecha = ANCHO - BORDE - (CARRIL * (saltos + 1) if saltos else 0)
    tramos = [_medir(paso, derecha) for paso in flujograma.pasos]
    return tuple(_Dibujo(parte, derecha).png() for parte in _repartir(tramos))


def _medir(paso: Paso, derecha: float) -> _Tramo:
    ancho = derecha - BORDE - COLUMNA_DEL_NUMERO - 2 * RELLENO
    titulo = renglones(str(paso.titulo), ancho, TITULO, negrita=True)
    texto = renglones(str(paso.texto or ""), ancho, CUERPO)
    alto = (len(titulo) * TITULO + len(texto) * CUERPO) * INTERLINEA + 2 * RELLENO
    ramas = tuple(_medir_rama(rama, derecha) for rama in paso.ramas)
    sigue = not ramas or any(rama.sigue for rama in ramas)
    return _Tramo(str(paso.numero), _Recuadro(titulo, texto, alto), ramas, sigue)


def _medir_rama(rama: Rama, derecha: float) -> _Recuadro:
    destino = "" if rama.lleva_a is None else str(rama.lleva_a)
    texto = renglones(descripcion(rama), derecha - SANGRIA_DE_RAMA - 2 * RELLENO, MENUDO)
    alto = len(texto) * MENUDO * INTERLINEA + RELLENO
    return _Recuadro([], texto, alto, destino, sigue=not destino and not termina(rama))


def termina(rama: Rama) -> bool:
    """Si el procedimiento termina en la rama; lo que el borrador no sabe, no termina."""
    return not isinstance(rama.termina, Falta) and rama.termina


def descripcion(rama: Rama) -> str:
    """Lo que dice la rama y a dónde lleva, con palabras: lo mismo en la figura y en la lista."""
    if rama.lleva_a is not None:
        return f"{rama.texto} (lleva al paso {rama.lleva_a})"
    return f"{rama.texto} (termina)" if termina(rama) else str(rama.texto)


def _repartir(tramos: Sequence[_Tramo]) -> Iterator[list[_Tramo]]:
    """Los tramos en grupos que caben en una página; ninguno se parte."""
    grupo: list[_Tramo] = []
    for tramo in tramos:
        if grupo and _alto([*grupo, tramo]) > ALTO_MAXIMO:
            yield grupo
            grupo = []
        grupo.append(tramo)
    yield grupo


def _alto(tramos: Sequence[_Tramo]) -> float:
    return sum(t.alto for t in tramos) + SEPARACION * (len(tramos) - 1) + 2 * BORDE


class _Dibujo:
    """Una página del flujograma; `derecha` es donde terminan los recuadros."""

    def __init__(self, tramos: Sequence[_Tramo], derecha: float) -> None:
        self._tramos = tramos
        self._derecha = derecha
        self._lienzo = Lienzo(ANCHO, _alto(tramos))
        self._llegadas: dict[str, float] = {}
        self._salidas: list[tuple[float, str]] = []

    def png(self) -> bytes:
        """Dibuja los pasos de arriba abajo y, al final, los saltos de un paso a otro."""
        y = BORDE
        for i, tramo in enumerate(self._tramos):
            abajo = self._tramo(tramo, y)
            y += tramo.alto + SEPARACION
            if tramo.sigue and i < len(self._tramos) - 1:
                self._lienzo.flecha((self._tronco, abajo), (self._tronco, y))
        for carril, (desde, destino) in enumerate(self._salidas, 1):
            self._salto(desde, destino, self._derecha + carril * CARRIL)
        return self._lienzo.png()

    @property
    def _tronco(self) -> float:
        return BORDE + COLUMNA_DEL_NUMERO / 2

    def _tramo(self, tramo: _Tramo, y: float) -> float:
        """Dibuja el paso y sus ramas; devuelve dónde termina el recuadro del paso."""
        abajo = y + tramo.paso.alto
        self._llegadas[tramo.numero] = y + tramo.paso.alto / 2
        self._paso(tramo, y)
        altura = abajo
        for rama in tramo.ramas:
            altura += ENTRE_RAMAS
            self._rama(rama, altura, desde=abajo)
            altura += rama.alto
        return abajo

    def _paso(self, tramo: _Tramo, y: float) -> None:
        abajo, x = y + tramo.paso.alto, BORDE + COLUMNA_DEL_NUMERO
        self._lienzo.recuadro((BORDE, y, self._derecha, abajo), FONDO_PASO, redondez=4)
        self._lienzo.linea((x, y + BORDE), (x, abajo - BORDE))
        ancho = ancho_de(tramo.numero, TITULO, negrita=True)
        arriba = y + (tramo.paso.alto - TITULO * INTERLINEA) / 2
        self._lienzo.texto((self._tronco - ancho / 2, arriba), [tramo.numero], TITULO, negrita=True)
        self._lienzo.texto((x + RELLENO, y + RELLENO), tramo.paso.titulo, TITULO, negrita=True)
        arriba = y + RELLENO + len(tramo.paso.titulo) * TITULO * INTERLINEA
        self._lienzo.texto((x + RELLENO, arriba), tramo.paso.texto, CUERPO, negrita=False)

    def _rama(self, rama: _Recuadro, y: float, *, desde: float) -> None:
        medio = y + rama.alto / 2
        self._lienzo.flecha((self._tronco, desde), (self._tronco, medio), (SANGRIA_DE_RAMA, medio))
        caja = (SANGRIA_DE_RAMA, y, self._derecha, y + rama.alto)
        self._lienzo.recuadro(caja, FONDO_RAMA, redondez=3)
        esquina = (SANGRIA_DE_RAMA + RELLENO, y + RELLENO / 2)
        self._lienzo.texto(esquina, rama.texto, MENUDO, negrita=False)
        if rama.lleva_a:
            self._salidas.append((medio, rama.lleva_a))

    def _salto(self, desde: float, destino: str, carril: float) -> None:
        # El paso puede estar en otra página: el recuadro ya dice con palabras a cuál lleva.
        llegada = self._llegadas.get(destino)
        if llegada is not None:
            puntos = ((self._derecha, desde), (carril, desde), (carril, llegada))
            self._lienzo.flecha(*puntos, (self._derecha, llegada))
