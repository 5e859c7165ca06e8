"""Barras horizontales con su cifra: cuánto le toca a cada departamento."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from generador.graficas.dibujo import Dibujo, Figura, Grafica, Letrero, Mancha, Trazo
from generador.graficas.lienzo import INTERLINEA, ancho_de, renglones
from generador.lengua.pesos import cifra

ANCHO = 453.0  # 16 cm: el ancho útil de la página
TITULO, CUERPO = 10.0, 8.0
MARGEN, ALTO_DE_BARRA, SEPARACION = 6.0, 10.0, 6.0
ROTULO = 112.0  # ancho de los nombres
RENGLONES = 2
AZUL, GRIS = "#1F4E8C", "#8A94A3"


def barras(titulo: str, montos: Mapping[str, Decimal], *, tope: int = 20) -> Grafica:
    """La gráfica de unos montos en pesos, de mayor a menor.

    Args:
        titulo: va encima y en la descripción.
        montos: cada uno con su nombre; los que no caben en las `tope` barras se suman en una.
        tope: cuántas barras, como máximo, con la de los demás.
    """
    filas = _filas(montos, tope)
    mayor = max((monto for _, monto in filas), default=Decimal(0))
    cifras = [cifra(monto) for _, monto in filas]
    ancho_cifras = max((ancho_de(c, CUERPO) for c in cifras), default=0.0)
    inicio = MARGEN + ROTULO + SEPARACION
    largo = ANCHO - MARGEN - ancho_cifras - SEPARACION - inicio
    titulares = renglones(titulo, ANCHO - 2 * MARGEN, TITULO, negrita=True)
    y = MARGEN
    figuras: list[Figura] = []
    for titular in titulares:
        figuras.append(Letrero((MARGEN, y), titular, TITULO, negrita=True))
        y += TITULO * INTERLINEA
    arriba = y = y + SEPARACION
    for (nombre, monto), escrita in zip(filas, cifras, strict=True):
        rotulo = _rotulo(nombre)
        alto = max(ALTO_DE_BARRA, len(rotulo) * CUERPO * INTERLINEA)
        centro = y + alto / 2
        figuras += _letreros(rotulo, centro)
        fin = inicio + (largo * float(monto / mayor) if mayor else 0.0)
        caja = (inicio, centro - ALTO_DE_BARRA / 2, fin, centro + ALTO_DE_BARRA / 2)
        figuras.append(Mancha(caja, AZUL if nombre in montos else GRIS))
        lugar = (fin + SEPARACION / 2, centro - CUERPO * INTERLINEA / 2)
        figuras.append(Letrero(lugar, escrita, CUERPO))
        y += alto + SEPARACION
    figuras.append(Trazo((inicio, arriba - SEPARACION / 2), (inicio, y - SEPARACION / 2)))
    total = f"Total: {cifra(sum(montos.values(), Decimal(0)))}."
    figuras.append(Letrero((MARGEN, y), total, CUERPO))
    alto_total = y + CUERPO * INTERLINEA + MARGEN
    descripcion = _descripcion(titulo, filas, total)
    return Dibujo(ANCHO, alto_total, tuple(figuras)).grafica(titulo, descripcion)


def _filas(montos: Mapping[str, Decimal], tope: int) -> list[tuple[str, Decimal]]:
    """De mayor a menor; a igual monto, por nombre. Las que sobran van juntas al final."""
    filas = sorted(montos.items(), key=lambda fila: (-fila[1], fila[0]))
    if len(filas) <= tope:
        return filas
    sobran = filas[tope - 1 :]
    resto = sum((monto for _, monto in sobran), Decimal(0))
    return [*filas[: tope - 1], (f"Los otros {len(sobran)}", resto)]


def _rotulo(nombre: str) -> list[str]:
    """El nombre en uno o dos renglones; si ni así cabe, con puntos suspensivos."""
    escrito = renglones(nombre, ROTULO, CUERPO)
    if len(escrito) <= RENGLONES:
        return escrito
    return [*escrito[: RENGLONES - 1], f"{escrito[RENGLONES - 1].rstrip(',')}…"]


def _letreros(rotulo: list[str], centro: float) -> list[Figura]:
    interlinea = CUERPO * INTERLINEA
    arriba = centro - interlinea * len(rotulo) / 2
    return [
        Letrero((MARGEN + ROTULO, arriba + i * interlinea), renglon, CUERPO, al_final=True)
        for i, renglon in enumerate(rotulo)
    ]


def _descripcion(titulo: str, filas: list[tuple[str, Decimal]], total: str) -> str:
    partes = "; ".join(f"{nombre}, {cifra(monto)}" for nombre, monto in filas)
    return f"Gráfica de barras. {titulo}. {partes}. {total}"
