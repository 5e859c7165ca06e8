"""Encabezados y pies de un PDF: lo que se repite al borde de sus páginas.

Un PDF no los distingue del texto, y parten en dos la frase que sigue en la otra página. Aquí se
apartan sin perder nada: de cada uno queda la primera vez que aparece.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Repetido: TypeAlias = "tuple[int, str]"
"""La página (desde 1) en que aparece por primera vez, y su texto."""

RENGLONES = 6
"""Cuántos renglones de cada borde se miran."""
VECES = 3
"""Menos de tres veces puede ser casualidad."""
# El de la página, y no otro: un «Artículo 5» por página también sube de uno en uno.
_DE_PAGINA = re.compile(
    r"(?<=p[áa]gina )\d+|(?<=p[áa]g\. )\d+|(?<=hoja )\d+|(?<=folio )\d+"
    r"|(?<=^)\d+(?=$|(?: de | ?/ ?)\d+$)|(?<=^- )\d+(?= -$)",
    re.IGNORECASE,
)


def apartar(paginas: Sequence[str]) -> tuple[list[str], list[Repetido], list[Repetido]]:
    r"""Las páginas sin lo que se repite, y lo que se apartó de arriba y de abajo.

    Se repite un renglón que está en el mismo puesto en tres páginas o más (y en la tercera parte,
    por lo menos), igual salvo el número de la página.

    >>> apartar(["Ministerio\nuno\nPágina 1", "Ministerio\ndos\nPágina 2",
    ...          "Ministerio\ntres\nPágina 3"])
    (['uno', 'dos', 'tres'], [(1, 'Ministerio')], [(1, 'Página 1')])
    """
    renglones = [pagina.strip().split("\n") for pagina in paginas]
    encabezados = _quitar(renglones, desde_abajo=False)
    pies = _quitar(renglones, desde_abajo=True)
    return ["\n".join(r) for r in renglones], encabezados, pies


def _quitar(renglones: list[list[str]], *, desde_abajo: bool) -> list[Repetido]:
    """Quita de cada página, en el sitio, su borde repetido."""
    borde = -1 if desde_abajo else 0
    siguen = list(range(len(renglones)))
    quitados: list[Repetido] = []
    for _ in range(RENGLONES):
        grupos: dict[str, list[int]] = defaultdict(list)
        for indice in siguen:
            if renglones[indice]:
                grupos[_molde(renglones[indice][borde])].append(indice)
        siguen = []
        for grupo in grupos.values():
            if _se_repite([(i, renglones[i][borde]) for i in grupo], len(renglones)):
                quitados.append((grupo[0] + 1, renglones[grupo[0]][borde]))
                siguen += grupo
        for indice in siguen:
            renglones[indice].pop(borde)
    return [q for q in quitados if q[1].strip()][:: -1 if desde_abajo else 1]


def _molde(renglon: str) -> str:
    return _DE_PAGINA.sub("#", " ".join(renglon.split()))


def _se_repite(grupo: list[tuple[int, str]], paginas: int) -> bool:
    """Si son bastantes y el número de página, donde lo hay, sube con la página."""
    if len(grupo) < VECES or len(grupo) * 3 < paginas:
        return False
    numeros = [(i, _DE_PAGINA.search(" ".join(renglon.split()))) for i, renglon in grupo]
    return len({int(numero[0]) - i for i, numero in numeros if numero}) <= 1
