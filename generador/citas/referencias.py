"""La lista de referencias de un documento, sacada de sus citas.

Una norma, un renglón, con sus artículos unidos; el código va con la ley que lo adoptó, y su nombre
entre paréntesis si el texto lo usa. Lo que solo aparece en un texto transcrito no es una
referencia de quien escribe. El orden es el de `referencias.toml` y, dentro de cada puesto, el del
año y el número.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.citas import lugares
from generador.citas.formato import con_emisor, formatear
from generador.citas.identidad import CODIGOS, Identidades
from generador.citas.jerarquia import jerarquia
from generador.citas.localizador import Localizador, orden_natural
from generador.citas.norma import Norma, Tipo
from generador.errores import DatoInvalido
from generador.hallazgos import Gravedad, Hallazgo

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generador.citas.cita import Cita, CitaHallada

_OrdenNatural = tuple[tuple[int, int, str], ...]
_TRANSCRITA = "Solo aparece dentro de un texto transcrito."


@dataclass(frozen=True, slots=True)
class Agregada:
    """Una referencia que el asesor pone a mano, con su `motivo`; vacío, `DatoInvalido`."""

    cita: Cita
    motivo: str

    def __post_init__(self) -> None:
        _exigir_motivo(self.cita.norma, self.motivo, "se agrega a")
        if not _cuenta(self.cita.norma):
            raise DatoInvalido(
                f"{self.cita.norma.canonica} no es una referencia.", "Agregue la norma misma."
            )


@dataclass(frozen=True, slots=True)
class Excluida:
    """Una norma citada que el asesor saca de la lista, con su `motivo`.

    >>> from generador.citas.norma import Tipo
    >>> Excluida(Norma(Tipo.LEY, "80", 1993), " ")
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: Ley 80 de 1993 se excluye de las referencias sin decir por ...
    """

    norma: Norma
    motivo: str

    def __post_init__(self) -> None:
        _exigir_motivo(self.norma, self.motivo, "se excluye de")


def _exigir_motivo(norma: Norma, motivo: str, que: str) -> None:
    if not motivo.strip():
        raise DatoInvalido(
            f"{norma.canonica} {que} las referencias sin decir por qué.", "Escriba el motivo."
        )


@dataclass(frozen=True, slots=True)
class Referencia:
    """Un renglón: la norma, lo que de ella se cita y cómo se escribe.

    `veces` cuenta las citas propias; `primera` es la primera de ellas, o `None` si se agregó a
    mano. `motivo` dice por qué se agregó o por qué quedó fuera; vacío si no hace falta.
    """

    norma: Norma
    grupo: str
    localizadores: tuple[Localizador, ...]
    texto: str
    veces: int
    primera: CitaHallada | None
    motivo: str = ""


@dataclass(frozen=True, slots=True)
class Referencias:
    """`renglones` en orden; `fuera`, lo citado que no entra, con su motivo; y lo no resuelto.

    Cada renglón dice su grupo («normas», «providencias», «conceptos», «doctrina»,
    «documentos»), y los de un mismo grupo van seguidos.
    """

    renglones: tuple[Referencia, ...]
    fuera: tuple[Referencia, ...]
    sin_resolver: tuple[CitaHallada, ...]
    avisos: tuple[Hallazgo, ...]


def consolidar(
    citas: Iterable[CitaHallada],
    *,
    agregadas: Iterable[Agregada] = (),
    excluidas: Iterable[Excluida] = (),
) -> Referencias:
    """Las referencias de un documento, dadas sus citas en orden de lectura.

    >>> from generador.citas.cita import Cita, CitaHallada, Modo
    >>> from generador.citas.norma import Tipo
    >>> ley = Norma(Tipo.LEY, "80", 1993)
    >>> def hallada(*articulos: str) -> CitaHallada:
    ...     cita = Cita(ley, tuple(Localizador.de(articulo=a) for a in articulos))
    ...     return CitaHallada(Tipo.LEY, Modo.PLENA, 0, 1, 1, "x", cita)
    >>> referencias = consolidar([hallada("28", "24", "29"), hallada("23"), hallada("30", "31")])
    >>> [(r.texto, r.veces) for r in referencias.renglones]
    [('Ley 80 de 1993, artículos 23, 24 y 28 a 31', 3)]
    """
    halladas, a_mano, sacadas = list(citas), list(agregadas), list(excluidas)
    resueltas = [(x, x.cita) for x in halladas if x.cita is not None and _cuenta(x.cita.norma)]
    identidades = Identidades(
        [
            *(cita.norma for _, cita in resueltas),
            *(x.cita.norma for x in a_mano),
            *(x.norma for x in sacadas),
        ]
    )
    propias = _agrupar([p for p in resueltas if not p[0].transcrita], identidades)
    transcritas = _agrupar([p for p in resueltas if p[0].transcrita], identidades)
    avisos = [
        *_sin_citar(sacadas, propias, identidades),
        *_ya_citadas(a_mano, propias, identidades),
    ]
    motivos = {identidades.de(x.norma): x.motivo.strip() for x in sacadas}
    fuera = [_renglon(n, g, motivos[n]) for n, g in propias.items() if n in motivos]
    fuera += [
        _renglon(norma, grupo, _TRANSCRITA)
        for norma, grupo in transcritas.items()
        if norma not in propias
    ]
    dentro = {norma: grupo for norma, grupo in propias.items() if norma not in motivos}
    return Referencias(
        renglones=_en_orden(_con_agregadas(dentro, a_mano, identidades)),
        fuera=_en_orden(fuera),
        sin_resolver=tuple(x for x in halladas if x.cita is None or _en_blanco(x.cita.norma)),
        avisos=tuple(avisos),
    )


@dataclass(frozen=True, slots=True)
class _Grupo:
    """Lo que se cita de una norma: dónde, las citas que lo dicen y con qué nombre de código."""

    citas: tuple[CitaHallada, ...] = ()
    caminos: tuple[Localizador, ...] = ()
    codigo: str = ""

    @classmethod
    def de(cls, pares: Sequence[tuple[CitaHallada | None, Cita]]) -> _Grupo:
        codigos = [x.norma.canonica for _, x in pares if x.norma.tipo in CODIGOS]
        return cls(
            tuple(hallada for hallada, _ in pares if hallada is not None),
            _absorber(lugar for _, cita in pares for lugar in cita.localizadores),
            codigos[0] if codigos else "",
        )

    def mas(self, cita: Cita) -> _Grupo:
        otro = _Grupo.de([(None, cita)])
        caminos = _absorber([*self.caminos, *otro.caminos])
        return _Grupo(self.citas, caminos, self.codigo or otro.codigo)


def _cuenta(norma: Norma) -> bool:
    return norma.tipo in jerarquia().puestos and not _en_blanco(norma)


def _en_blanco(norma: Norma) -> bool:
    """«concepto xxxxxx»: un marcador sin llenar no dice qué se cita."""
    if norma.numero is not None or norma.nombre is not None:
        return False
    return norma.tipo in {Tipo.CONCEPTO, Tipo.RESOLUCION, Tipo.LEY, Tipo.DECRETO, Tipo.CIRCULAR}


def _agrupar(
    resueltas: Sequence[tuple[CitaHallada, Cita]], identidades: Identidades
) -> dict[Norma, _Grupo]:
    pares: dict[Norma, list[tuple[CitaHallada | None, Cita]]] = {}
    for hallada, cita in resueltas:
        pares.setdefault(identidades.de(cita.norma), []).append((hallada, cita))
    return {norma: _Grupo.de(suyos) for norma, suyos in pares.items()}


def _absorber(localizadores: Iterable[Localizador]) -> tuple[Localizador, ...]:
    """Sin las partes de lo que ya se cita entero, y sin el capítulo al que pertenece el artículo.

    El artículo se numera una vez en toda la norma: el 5.2.1 del Capítulo 2 es el 5.2.1. Los
    anexos, en cambio, numeran los suyos.
    """
    caminos = {_desde_el_articulo(x.camino) for x in localizadores}
    enteros = [
        camino
        for camino in caminos
        if not any(camino[:n] in caminos for n in range(1, len(camino)))
    ]
    return lugares.ordenar(Localizador(camino) for camino in enteros)


def _desde_el_articulo(camino: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    niveles = [nivel for nivel, _ in camino]
    if "articulo" not in niveles or "anexo" in niveles:
        return camino
    return camino[niveles.index("articulo") :]


def _renglon(norma: Norma, grupo: _Grupo, motivo: str = "") -> Referencia:
    nombre = con_emisor(norma)
    if grupo.codigo and grupo.codigo != nombre:
        nombre = f"{nombre} ({grupo.codigo})"
    prosa = lugares.en_prosa(grupo.caminos) if grupo.caminos else ""
    return Referencia(
        norma=norma,
        grupo=jerarquia().puesto(norma)[0],
        localizadores=grupo.caminos,
        texto=f"{nombre}, {prosa}" if prosa else nombre,
        veces=len(grupo.citas),
        primera=grupo.citas[0] if grupo.citas else None,
        motivo=motivo,
    )


def _con_agregadas(
    dentro: dict[Norma, _Grupo], agregadas: Iterable[Agregada], identidades: Identidades
) -> list[Referencia]:
    grupos, motivos = dict(dentro), dict[Norma, str]()
    for agregada in agregadas:
        norma = identidades.de(agregada.cita.norma)
        grupos[norma] = grupos.get(norma, _Grupo()).mas(agregada.cita)
        motivos[norma] = "; ".join(filter(None, (motivos.get(norma), agregada.motivo.strip())))
    return [_renglon(n, grupo, motivos.get(n, "")) for n, grupo in grupos.items()]


def _sin_citar(
    excluidas: Iterable[Excluida], propias: dict[Norma, _Grupo], identidades: Identidades
) -> list[Hallazgo]:
    return [
        Hallazgo(
            codigo="REF001",
            gravedad=Gravedad.AVISO,
            mensaje=f"Se excluye de las referencias {x.norma.canonica}, que el texto no cita.",
            remedio="Quite la exclusión, o revise el número y el año.",
        )
        for x in excluidas
        if identidades.de(x.norma) not in propias
    ]


def _ya_citadas(
    agregadas: Iterable[Agregada], propias: dict[Norma, _Grupo], identidades: Identidades
) -> list[Hallazgo]:
    avisos = []
    for agregada in agregadas:
        grupo = propias.get(identidades.de(agregada.cita.norma))
        if grupo is not None and grupo.mas(agregada.cita).caminos == grupo.caminos:
            avisos.append(
                Hallazgo(
                    codigo="REF002",
                    gravedad=Gravedad.AVISO,
                    mensaje=f"Se agrega a las referencias {formatear(agregada.cita)}, "
                    "que el texto ya cita.",
                    remedio="Quítela de las agregadas: sale sola.",
                )
            )
    return avisos


def _en_orden(renglones: Iterable[Referencia]) -> tuple[Referencia, ...]:
    grupos = list(jerarquia().titulos)

    def puesto(renglon: Referencia) -> tuple[int, int, int, _OrdenNatural, str]:
        norma = renglon.norma
        nombre, lugar = jerarquia().puesto(norma)
        # Lo que no tiene año, al final de su puesto.
        anio = norma.anio or (norma.fecha.year if norma.fecha else 10**4)
        return (grupos.index(nombre), lugar, anio, orden_natural(norma.numero or ""), renglon.texto)

    return tuple(sorted(renglones, key=puesto))
