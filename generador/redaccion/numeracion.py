"""Los números de los artículos y de los parágrafos, que el asesor no tiene que llevar.

Los artículos van de corrido en todo el acto, sin volver a empezar en cada título o capítulo. Un
parágrafo solo es «Parágrafo.»; si el artículo tiene varios, «Parágrafo 1.», «Parágrafo 2.»; los
transitorios llevan su propia cuenta. Lo que el asesor numeró se respeta, y lo que está dentro de
una cita textual es de otra norma: no se toca.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generador.marcado.bloques import Articulo, Bloque, Paragrafo
from generador.reglas.ordinales import siguiente


def numerar(bloques: Iterable[Bloque]) -> tuple[Bloque, ...]:
    r"""Los mismos bloques, con `numero` puesto en todo artículo y parágrafo.

    >>> from generador.marcado.lectura import marcar
    >>> texto = "Artículo. Uno.\n\nParágrafo. Solo.\n\nArtículo. Dos."
    >>> uno, dos = numerar(marcar(texto, archivo="a.md").bloques)
    >>> uno.numero, uno.bloques[1].numero, dos.numero
    ('1', '', '2')
    """
    return tuple(_en_serie(bloques))


def _en_serie(bloques: Iterable[Bloque]) -> Iterator[Bloque]:
    proximo = "1"
    for bloque in _con_paragrafos(tuple(bloques)):
        if not isinstance(bloque, Articulo):
            yield bloque
            continue
        numero = proximo if bloque.numero is None else bloque.numero
        # El que se escribió «15» sigue en 16 y el «PRIMERO», en «SEGUNDO»; el «12A» no cuenta.
        proximo = siguiente(numero) or proximo
        yield replace(bloque, numero=numero, bloques=tuple(_con_paragrafos(bloque.bloques)))


def _con_paragrafos(bloques: Sequence[Bloque]) -> Iterator[Bloque]:
    """Los bloques de un artículo, con sus parágrafos numerados."""
    de_cada_clase = Counter(b.transitorio for b in bloques if isinstance(b, Paragrafo))
    cuenta: Counter[bool] = Counter()
    for bloque in bloques:
        if isinstance(bloque, Paragrafo) and bloque.numero is None:
            cuenta[bloque.transitorio] += 1
            varios = de_cada_clase[bloque.transitorio] > 1
            numero = str(cuenta[bloque.transitorio]) if varios else ""
            yield replace(bloque, numero=f"{_clase(bloque)} {numero}".strip())
        else:
            yield bloque


def _clase(paragrafo: Paragrafo) -> str:
    """«transitorio», si lo es, con las mayúsculas de su rótulo."""
    if not paragrafo.transitorio:
        return ""
    return "TRANSITORIO" if paragrafo.rotulo.isupper() else "transitorio"
