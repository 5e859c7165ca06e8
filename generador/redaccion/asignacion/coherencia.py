"""La resolución terminada se vuelve a leer, y lo que dice tiene que cuadrar consigo mismo.

No se mira el resultado del que salió sino el Word: una plantilla que omite una fila, repite un
cuadro o cambia una cifra se nota aquí y no en el municipio que la recibe.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from generador.documento.cuerpo.lectura import leer_bloques
from generador.errores import DatoInvalido, ErrorDeDocumento
from generador.lengua.pesos import cifra, en_letras_y_cifras, leer_letras, leer_monto
from generador.marcado.bloques import Articulo, Parrafo, Tabla, Texto
from generador.redaccion.asignacion.cuadros import ASIGNADO, VALOR

if TYPE_CHECKING:
    from generador.marcado.bloques import Bloque, Celda, Fila

COLUMNAS = (VALOR, ASIGNADO)
SUMA = re.compile(r"la suma de (?P<letras>[^(]+?) \(\$(?P<cifra>[\d.,]*\d)\)")
REMEDIO = (
    "Revise la plantilla: no debe cambiar, repetir ni quitar nada de los artículos ni de los "
    "cuadros que Minuta escribe. No se escribió ningún archivo."
)


@dataclass(frozen=True, slots=True)
class Enunciado:
    """Lo que el artículo de objeto y monto debe decir: cuánto y entre cuántos.

    `cuantos` va como se escribe, con la palabra que lo precede («entre dos (2) municipios»);
    `valores`, lo de cada uno, por su código.
    """

    monto: Decimal
    cuantos: str
    valores: Mapping[str, Decimal]


def comprobar(docx: bytes, enunciado: Enunciado) -> None:
    """Comprueba que los cuadros del Word sumen lo que dice su artículo, en letras y en cifra.

    Raises:
        ErrorDeDocumento: algo no cuadra; el mensaje dice todo lo que no.
    """
    bloques = leer_bloques(docx)
    cuadros = [t for t in _cuadros(bloques) if _es_de_valores(t)]
    quejas = [*_del_articulo(bloques, enunciado), *_de_los_cuadros(cuadros, enunciado)]
    if quejas:
        raise ErrorDeDocumento(f"La resolución no cuadra: {' '.join(quejas)}", REMEDIO)


def _cuadros(bloques: Sequence[Bloque]) -> Iterator[Tabla]:
    for bloque in bloques:
        if isinstance(bloque, Tabla):
            yield bloque
        elif hasattr(bloque, "bloques"):
            yield from _cuadros(bloque.bloques)


def _es_de_valores(cuadro: Tabla) -> bool:
    titulos = [_texto(celda) for celda in cuadro.encabezado]
    return bool(titulos) and titulos[-1] in COLUMNAS


def _del_articulo(bloques: Sequence[Bloque], enunciado: Enunciado) -> Iterator[str]:
    """El artículo 1 dice el monto en letras y en cifra, y cuántos lo reciben."""
    articulos = [b for b in bloques if isinstance(b, Articulo)]
    dicho = _texto(_parrafos(articulos[0].bloques)) if articulos else ""
    if enunciado.cuantos not in dicho:
        yield f"El artículo 1 no dice «{enunciado.cuantos}»."
    hallado = SUMA.search(dicho)
    if hallado is None:
        yield f"El artículo 1 no dice «la suma de {en_letras_y_cifras(enunciado.monto)}»."
        return
    for forma, leer in (("letras", leer_letras), ("cifra", leer_monto)):
        try:
            monto = leer(hallado[forma])
        except DatoInvalido as error:
            yield f"El monto en {forma} del artículo 1 no se entiende: {error.mensaje}"
            continue
        if monto != enunciado.monto:
            yield f"El artículo 1 dice en {forma} {cifra(monto)} y es {cifra(enunciado.monto)}."


def _de_los_cuadros(cuadros: Sequence[Tabla], enunciado: Enunciado) -> Iterator[str]:
    """Cada cuadro suma su total; entre todos, el monto; y tienen las filas que se enuncian."""
    suma, codigos, valores = Decimal(0), Counter[str](), dict[str, Decimal]()
    for cuadro in cuadros:
        titulo = _texto((Parrafo(cuadro.titulo),)) if cuadro.titulo else "sin título"
        try:
            parcial = sum((_monto(fila) for fila in cuadro.filas), start=Decimal(0))
            totales = [_monto(fila) for fila in cuadro.totales]
        except DatoInvalido as error:
            yield f"En el cuadro «{titulo}» hay un valor que no se entiende: {error.mensaje}"
            continue
        if totales != [parcial]:
            dichos = " y ".join(map(cifra, totales)) or "nada"
            yield f"El cuadro «{titulo}» suma {cifra(parcial)} y su total dice {dichos}."
        suma += parcial
        codigos.update(_codigo(cuadro, fila) for fila in cuadro.filas)
        valores |= {_codigo(cuadro, fila): _monto(fila) for fila in cuadro.filas}
    if suma != enunciado.monto:
        yield f"Los cuadros suman {cifra(suma)} y se asignan {cifra(enunciado.monto)}."
    if codigos.total() != len(enunciado.valores):
        yield f"Los cuadros tienen {codigos.total()} filas y son {len(enunciado.valores)}."
    repetidos = [codigo for codigo, veces in codigos.items() if veces > 1]
    if repetidos:
        yield f"Hay códigos repetidos: {', '.join(repetidos)}."
    yield from _de_cada_uno(valores, enunciado.valores)


def _de_cada_uno(dichos: Mapping[str, Decimal], ciertos: Mapping[str, Decimal]) -> Iterator[str]:
    """Cada fila dice el valor de su código: sumar bien no basta si dos se cambiaron."""
    for codigo, monto in ciertos.items():
        if codigo in dichos and dichos[codigo] != monto:
            yield f"La fila de {codigo} dice {cifra(dichos[codigo])} y es {cifra(monto)}."
    ajenos = [codigo for codigo in dichos if codigo not in ciertos]
    if ajenos:
        yield f"Hay filas de códigos que no reciben: {', '.join(ajenos)}."


def _monto(fila: Fila) -> Decimal:
    return leer_monto(_texto(fila[-1]))


def _codigo(cuadro: Tabla, fila: Fila) -> str:
    """El código de la fila: la primera columna cuyo encabezado empieza así."""
    titulos = [_texto(celda) for celda in cuadro.encabezado]
    return _texto(fila[next(i for i, t in enumerate(titulos) if t.startswith("Código"))])


def _parrafos(bloques: Sequence[Bloque]) -> tuple[Parrafo, ...]:
    return tuple(b for b in bloques if isinstance(b, Parrafo))


def _texto(celda: Celda) -> str:
    piezas = (t.texto for p in celda for t in p.contenido if isinstance(t, Texto))
    return "".join(piezas).strip()
