"""Una barra delgada por cada puesto de una lista, de la primera a la última, con su color."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from generador.graficas.dibujo import Dibujo, Figura, Grafica, Letrero, Mancha, Trazo
from generador.graficas.lienzo import INTERLINEA, ancho_de, renglones
from generador.lengua.listas import enumerar

ANCHO, ALTO_DEL_CAMPO = 453.0, 170.0  # 16 cm: el ancho útil de la página
TITULO, CUERPO = 10.0, 8.0
MARGEN, SEPARACION, MUESTRA = 6.0, 6.0, 8.0
DIVISIONES = 4
# Los que divididos en cuatro siguen siendo redondos.
REDONDOS = ("1", "1.2", "1.6", "2", "3", "4", "6", "8", "10")
# Distinguibles también en gris y por quien no distingue el rojo del verde (Okabe e Ito, 2008).
COLORES = ("#0B4F8A", "#E69F00", "#B4BAC4", "#CC79A7", "#009E73", "#56B4E9", "#5B3A29")


def posiciones(
    titulo: str,
    puestos: Sequence[tuple[str, Decimal]],
    *,
    escala: Callable[[Decimal], str],
    cosas: str,
) -> Grafica:
    """La gráfica de una lista ordenada.

    Args:
        titulo: va encima y en la descripción.
        puestos: en su orden, cada uno con su clase (que da el color) y su valor, cero o más.
        escala: cómo se escribe un valor.
        cosas: qué hay en cada puesto, en plural: «proyectos».
    """
    colores = _colores(puestos)
    techo = _techo(max((valor for _, valor in puestos), default=Decimal(0)))
    marcas = [techo * i / DIVISIONES for i in range(DIVISIONES + 1)]
    inicio = MARGEN + max(ancho_de(escala(m), CUERPO) for m in marcas) + SEPARACION
    y = MARGEN
    figuras: list[Figura] = []
    for titular in renglones(titulo, ANCHO - 2 * MARGEN, TITULO, negrita=True):
        figuras.append(Letrero((MARGEN, y), titular, TITULO, negrita=True))
        y += TITULO * INTERLINEA
    if len(colores) > 1:
        leyenda, y = _leyenda(colores, y + SEPARACION / 2)
        figuras += leyenda
    arriba = y + SEPARACION + CUERPO / 2
    suelo = arriba + ALTO_DEL_CAMPO
    for marca in marcas:
        altura = suelo - ALTO_DEL_CAMPO * float(marca / techo)
        figuras.append(Mancha((inicio, altura - 0.25, ANCHO - MARGEN, altura + 0.25), "#D5DAE1"))
        lugar = (inicio - SEPARACION / 2, altura - CUERPO * INTERLINEA / 2)
        figuras.append(Letrero(lugar, escala(marca), CUERPO, al_final=True))
    figuras += _barras(puestos, colores, techo, inicio, suelo)
    figuras.append(Trazo((inicio, suelo), (ANCHO - MARGEN, suelo)))
    figuras.append(Letrero((inicio, suelo + 3), "Puesto 1", CUERPO))
    ultimo = f"Puesto {len(puestos)}"
    figuras.append(Letrero((ANCHO - MARGEN, suelo + 3), ultimo, CUERPO, al_final=True))
    alto = suelo + 3 + CUERPO * INTERLINEA + MARGEN
    descripcion = _descripcion(titulo, puestos, escala, cosas)
    return Dibujo(ANCHO, alto, tuple(figuras)).grafica(titulo, descripcion)


def _barras(
    puestos: Sequence[tuple[str, Decimal]],
    colores: Mapping[str, str],
    techo: Decimal,
    inicio: float,
    suelo: float,
) -> Iterator[Figura]:
    """Una por puesto, con un resquicio entre ellas mientras se alcance a ver."""
    paso = (ANCHO - MARGEN - inicio) / max(1, len(puestos))
    ancho = paso * (0.85 if paso > 1 else 1)
    for i, (clase, valor) in enumerate(puestos):
        izquierda = inicio + i * paso
        altura = ALTO_DEL_CAMPO * float(valor / techo)
        yield Mancha((izquierda, suelo - altura, izquierda + ancho, suelo), colores[clase])


def _colores(puestos: Sequence[tuple[str, Decimal]]) -> dict[str, str]:
    """Un color por clase, en el orden en que aparecen; si faltan colores, se repiten."""
    clases = dict.fromkeys(clase for clase, _ in puestos)
    return {clase: COLORES[i % len(COLORES)] for i, clase in enumerate(clases)}


def _techo(mayor: Decimal) -> Decimal:
    """El valor redondo en que termina la escala.

    >>> [f"{_techo(Decimal(v)):f}" for v in ("26759890409", "81.4", "0")]
    ['30000000000', '100', '1']
    """
    if not mayor:
        return Decimal(1)
    potencia = Decimal(1).scaleb(mayor.adjusted())
    return next(n * potencia for n in map(Decimal, REDONDOS) if n * potencia >= mayor)


def _leyenda(colores: Mapping[str, str], y: float) -> tuple[list[Figura], float]:
    """Un cuadro de color y el nombre de cada clase; pasa de renglón si no caben."""
    figuras: list[Figura] = []
    x = MARGEN
    for clase, color in colores.items():
        ancho = MUESTRA + 3 + ancho_de(clase, CUERPO)
        if x > MARGEN and x + ancho > ANCHO - MARGEN:
            x, y = MARGEN, y + CUERPO * INTERLINEA + 2
        figuras.append(Mancha((x, y + 1, x + MUESTRA, y + 1 + MUESTRA), color))
        figuras.append(Letrero((x + MUESTRA + 3, y), clase, CUERPO))
        x += ancho + 2 * SEPARACION
    return figuras, y + CUERPO * INTERLINEA


def _descripcion(
    titulo: str,
    puestos: Sequence[tuple[str, Decimal]],
    escala: Callable[[Decimal], str],
    cosas: str,
) -> str:
    if not puestos:
        return f"Gráfica de posiciones. {titulo}. No hay {cosas}."
    cuentas = [
        f"{sum(suya == clase for suya, _ in puestos)} «{clase}»" for clase in _colores(puestos)
    ]
    valores = [valor for _, valor in puestos]
    return (
        f"Gráfica de posiciones. {titulo}. {len(puestos)} {cosas}: {enumerar(cuentas)}. "
        f"El mayor valor es {escala(max(valores))} y el menor, {escala(min(valores))}."
    )
