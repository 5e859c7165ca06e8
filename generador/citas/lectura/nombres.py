"""Las normas que se citan por su nombre: «Estatuto Tributario», «CPACA», «Carta Política»."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from generador.citas.catalogo import catalogo
from generador.citas.lectura.piezas import Piezas
from generador.citas.lectura.vocabulario import VOZ
from generador.citas.norma import Norma, Tipo

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_CONTRACCIONES = frozenset(("del", "el", "al"))
_LARGO_SIGLA = 12
_SIGLA_CORTA = 2
_ABREVIATURA = 5
_CONSTITUCION = Norma(Tipo.CONSTITUCION)


@dataclass(frozen=True, slots=True)
class Nombre:
    """Un nombre del catálogo en piezas; `sigla` si solo vale en mayúsculas."""

    voces: tuple[str, ...]
    norma: Norma
    sigla: bool
    corta: bool


@lru_cache(maxsize=1)
def nombres() -> Mapping[str, tuple[Nombre, ...]]:
    """Los nombres por su primera pieza, el más largo primero."""
    por_primera: dict[str, list[Nombre]] = {}
    for escrito, norma in catalogo().nombres.items():
        piezas = Piezas.de(escrito)
        voces = tuple(piezas.voz[: len(piezas)])
        letras = [c for c in escrito if c.isalpha()]
        sigla = len(escrito) <= _LARGO_SIGLA and all(c.isupper() for c in letras)
        if not voces or any("0" <= v[0] <= "9" for v in voces):
            continue
        nombre = Nombre(voces, norma, sigla, sigla and len(letras) <= _SIGLA_CORTA)
        por_primera.setdefault(voces[0], []).append(nombre)
    return {v: tuple(sorted(n, key=lambda x: -len(x.voces))) for v, n in por_primera.items()}


def _con_articulo(p: Piezas, i: int) -> bool:
    return p.voz[i + (p.voz[i] == ",")] in {"art", "arts", "articulo", "articulos"}


def leer_nombre(
    p: Piezas, i: int, *, con_lugar: bool, conocidas: Collection[str] = ()
) -> tuple[Norma, int] | None:
    """La norma que se nombra en `i` y la pieza siguiente.

    `con_lugar` dice si antes hay un artículo: solo así valen las siglas de dos letras y
    «constitucional», «superior», «la Carta». Las siglas de dos letras valen también si esa norma ya
    se citó por su nombre (`conocidas`) o si sigue el artículo: «CP art. 209».
    """
    voz = p.voz[i]
    for nombre in nombres().get(voz, ()):
        fin = i + len(nombre.voces)
        if not _coincide(p, i, nombre):
            continue
        suelta = nombre.corta and not (con_lugar or _con_articulo(p, fin))
        if suelta and not (nombre.norma.clave in conocidas and p.voz[i - 1] in _CONTRACCIONES):
            continue
        if nombre.sigla and p.voz[fin] == "." and "." in nombre.voces and p.pegada(fin):
            fin += 1
        # La fecha de una cita es la que dice el texto.
        return replace(nombre.norma, fecha=None), fin
    return _constitucion(p, i, con_lugar=con_lugar)


def _coincide(p: Piezas, i: int, nombre: Nombre) -> bool:
    fin = i + len(nombre.voces)
    if len(nombre.voces) > 1 and tuple(p.voz[i:fin]) != nombre.voces:
        return False
    return not nombre.sigla or all(p.mayuscula(k) for k in range(i, fin) if p.voz[k].isalpha())


def _constitucion(p: Piezas, i: int, *, con_lugar: bool) -> tuple[Norma, int] | None:
    """«constitucional», «superior», «la Carta», «Const. Pol.», tras un artículo."""
    voz = p.voz[i]
    for frase in VOZ.constitucion if len(voz) <= _ABREVIATURA else ():
        if tuple(p.voz[i : i + len(frase)]) == frase:
            fin = i + len(frase)
            fin += p.voz[fin] == "." and p.pegada(fin)
            return (_CONSTITUCION, fin) if con_lugar or _con_articulo(p, fin) else None
    if con_lugar and voz in VOZ.superior and p.voz[i + 1] != "circular":
        fin = i + 1
        while p.voz[fin] in {"politica", "nacional", "superior"}:
            fin += 1
        if p.voz[fin] == "de" and p.voz[fin + 1] == "colombia":
            fin += 2
        return _CONSTITUCION, fin
    return None
