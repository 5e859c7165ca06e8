"""Los caminos leídos: cómo se anidan, qué heredan unos de otros y cómo se emparejan."""

from __future__ import annotations

from generador.citas.localizador import NIVELES, Localizador

Camino = tuple[tuple[str, str], ...]
"""Pares (nivel, rótulo), de lo general a lo particular."""
_LARGO_RANGO = 100
_RANGO = {nivel: orden for orden, nivel in enumerate(NIVELES)}


def emparejar(caminos: tuple[Camino, ...]) -> tuple[Camino, ...]:
    """«numerales 5 y 8 de los artículos 3 y 11, respectivamente»: el 5 del 3 y el 8 del 11.

    >>> cruz = [(("articulo", a), ("numeral", n)) for a in ("3", "11") for n in ("5", "8")]
    >>> [(c[0][1], c[1][1]) for c in emparejar(tuple(cruz))]
    [('3', '5'), ('11', '8')]
    """
    arriba = list(dict.fromkeys(c[:1] for c in caminos))
    abajo = list(dict.fromkeys(c[1:] for c in caminos))
    if len(arriba) != len(abajo) or len(caminos) != len(arriba) * len(abajo):
        return caminos
    return tuple(a + b for a, b in zip(arriba, abajo, strict=True))


def rango_con_guion(camino: Camino) -> list[Camino]:
    """«artículos 28-30», en plural y de menor a mayor, es un rango; «240-1» es un artículo.

    >>> len(rango_con_guion((("articulo", "28-30"),))), rango_con_guion((("articulo", "240-1"),))
    (3, [(('articulo', '240-1'),)])
    """
    desde, _, hasta = camino[-1][1].partition("-")
    if len(camino) > 1 or not (desde.isdigit() and hasta.isdigit()):
        return [camino]
    a, b = int(desde), int(hasta)
    if not a < b <= a + _LARGO_RANGO:
        return [camino]
    return [((camino[0][0], str(n)),) for n in range(a, b + 1)]


def anidan(arriba: list[Camino], abajo: list[Camino]) -> bool:
    """Si ningún nivel se repite al poner `abajo` dentro de `arriba`."""
    niveles = {nivel for camino in arriba for nivel, _ in camino}
    return not any(nivel in niveles for camino in abajo for nivel, _ in camino)


def heredar(cadenas: list[list[Camino]]) -> tuple[Camino, ...]:
    """Da su artículo a las cadenas que no lo traen.

    «artículo 22 y su parágrafo»: del anterior. «inciso 2 y parágrafo 1 del artículo 5»: del que
    sigue, si antes no hubo ninguno.
    """
    contenedores = [_contenedor(cadena[-1]) for cadena in cadenas]
    listas: list[Camino] = []
    for n, cadena in enumerate(cadenas):
        propio = contenedores[n]
        antes = next((c for c in reversed(contenedores[:n]) if c), ())
        despues = next((c for c in contenedores[n + 1 :] if c), ())
        ajeno = () if propio else antes or despues
        for camino in cadena:
            niveles = {nivel for nivel, _ in camino}
            alto = _RANGO[camino[0][0]]
            heredado = tuple(
                par for par in ajeno if par[0] not in niveles and _RANGO[par[0]] < alto
            )
            listas.append(heredado + camino)
    return tuple(dict.fromkeys(listas))


def _contenedor(camino: Camino) -> Camino:
    """La parte del camino que llega hasta el artículo, o vacío si no lo trae o es un capítulo."""
    niveles = [nivel for nivel, _ in camino]
    if "articulo" in niveles:
        return camino[: niveles.index("articulo") + 1]
    return camino if _RANGO[niveles[0]] < _RANGO["articulo"] else ()


def a_localizadores(caminos: tuple[Camino, ...]) -> tuple[Localizador, ...]:
    """Los caminos leídos, como valores del modelo."""
    return tuple(Localizador(camino) for camino in caminos)
