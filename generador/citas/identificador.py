"""El identificador público de una norma: su IRI de Akoma Ntoso, derivado de lo que se sabe de ella.

Fuente: OASIS, *Akoma Ntoso Naming Convention Version 1.0* (21 de febrero de 2019), § 4 (IRI de
la obra: `/akn`, país, clase de documento, subclase, quien la expide si hace falta, fecha o año,
número), § 5 (fragmento tras `~`, con el `eId` de la división: los signos que separan las
cifras se escriben con guion). No se consulta ningún registro: el país no publica uno.
"""

from __future__ import annotations

import re
from types import MappingProxyType

from generador.citas.catalogo import catalogo
from generador.citas.cita import Cita
from generador.citas.norma import Norma, Tipo
from generador.texto import clave

_SUBCLASES = MappingProxyType(
    {
        Tipo.ACTO_LEGISLATIVO: "acto-legislativo",
        Tipo.LEY: "ley",
        Tipo.DECRETO: "decreto",
        Tipo.DECRETO_LEY: "decreto",
        Tipo.DECRETO_UNICO: "decreto",
        Tipo.RESOLUCION: "resolucion",
    }
)
"""Los decretos van juntos porque comparten numeración: un decreto, un identificador."""


def iri(citado: Norma | Cita) -> str | None:
    """El IRI de la norma o, si la cita es de un solo artículo, el del artículo; o `None`.

    Tienen IRI la Constitución, los actos legislativos, las leyes, los decretos, las resoluciones
    de las que se sabe quién las expidió y los códigos, con el de la norma que los adoptó. Lleva
    la fecha de la norma o la del catálogo; si no consta, el año.

    >>> from generador.citas.localizador import Localizador
    >>> iri(Norma(Tipo.LEY, "2056", 2020))
    '/akn/co/act/ley/2020-09-30/2056'
    >>> iri(Cita(Norma(Tipo.LEY, "99999", 2020), (Localizador.de(articulo="240-1"),)))
    '/akn/co/act/ley/2020/99999/~art_240-1'
    >>> iri(Norma(Tipo.SENTENCIA, "C-713", 2008)), iri(Norma(Tipo.RESOLUCION, "1", 1900))
    (None, None)
    """
    if isinstance(citado, Norma):
        return _de_norma(citado)
    obra = _de_norma(citado.norma)
    if obra is None or len(citado.localizadores) != 1:
        return obra
    camino = citado.localizadores[0].camino
    nivel, rotulo = camino[-1]
    if nivel != "articulo" or any(n == "anexo" for n, _ in camino):
        return obra  # los anexos numeran sus propios artículos
    return f"{obra}/~art_{_con_guiones(rotulo)}"


def _de_norma(citada: Norma) -> str | None:
    norma = _adoptada(catalogo().completar(citada))
    cuando = norma.fecha.isoformat() if norma.fecha else str(norma.anio or "")
    if not cuando:
        return None
    if norma.tipo is Tipo.CONSTITUCION:
        return f"/akn/co/act/constitucion/{cuando}"
    subclase = _SUBCLASES.get(norma.tipo)
    if subclase is None or norma.numero is None:
        return None
    partes = ["/akn/co/act", subclase]
    if norma.tipo is Tipo.RESOLUCION:
        if not norma.entidad:
            return None
        partes.append(clave(norma.entidad).replace(" ", "-"))
    return "/".join([*partes, cuando, _con_guiones(norma.numero)])


def _adoptada(norma: Norma) -> Norma:
    """La ley o el decreto que adoptó el código, con sus datos; la misma norma si no es uno."""
    ficha = catalogo().ficha_de(norma)
    if norma.tipo not in (Tipo.CODIGO, Tipo.ESTATUTO) or ficha is None or ficha.equivale is None:
        return norma
    adoptante = catalogo().de_clave(ficha.equivale)
    return adoptante.norma if adoptante else norma


def _con_guiones(rotulo: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", clave(rotulo)).strip("-")
