"""Lo que el lector recuerda: las normas ya citadas, la oración, el párrafo y la transcripción."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generador.citas.localizador import NIVELES
from generador.citas.norma import Norma, Tipo

if TYPE_CHECKING:
    from generador.citas.lectura.caminos import Camino

_RANGO = {nivel: orden for orden, nivel in enumerate(NIVELES)}
# «el citado decreto» puede ser un decreto ley; «el acuerdo», un acuerdo único.
_PARIENTES = {
    Tipo.DECRETO: (Tipo.DECRETO, Tipo.DECRETO_UNICO, Tipo.DECRETO_LEY),
    Tipo.DECRETO_LEY: (Tipo.DECRETO_LEY, Tipo.DECRETO),
    Tipo.LEY: (Tipo.LEY,),
    Tipo.ACUERDO: (Tipo.ACUERDO, Tipo.ACUERDO_UNICO, Tipo.TRATADO),
    Tipo.SENTENCIA: (Tipo.SENTENCIA, Tipo.AUTO),
}
_SIGNOS_DE_NUMERAL = {Tipo.CONSTITUCION: ".-", Tipo.LEY: "."}
ESTE_ACTO = Norma(Tipo.INTERNA)
_NOMBRADAS_ASI = {"codigo": (Tipo.CODIGO,), "estatuto": (Tipo.ESTATUTO, Tipo.CODIGO)}


@dataclass(frozen=True, slots=True)
class Recuerdo:
    """La última cita: su norma, sus caminos y dónde estaba."""

    norma: Norma
    caminos: tuple[Camino, ...]
    oracion: int
    parrafo: int
    pieza: int

    @property
    def camino(self) -> Camino:
        """El último camino citado, o vacío."""
        return self.caminos[-1] if self.caminos else ()


@dataclass(slots=True)
class Marco:
    """Una transcripción abierta: de qué norma es el texto entre comillas."""

    cierre: int
    norma: Norma | None
    camino: Camino
    propia: bool
    titulo: bool
    antes: Recuerdo | None


@dataclass(slots=True)
class Memoria:
    """El estado de la lectura; solo el lector lo cambia."""

    oracion: int = 0
    parrafo: int = 0
    ultima: Recuerdo | None = None
    con_articulo: Recuerdo | None = None
    marcos: list[Marco] = field(default_factory=list)
    propio: Camino = ()
    por_tipo: dict[Tipo, Norma] = field(default_factory=dict)
    vistas: dict[tuple[Tipo, str], Norma] = field(default_factory=dict)
    siglas: set[str] = field(default_factory=set)
    lugares: dict[tuple[str, str], Norma] = field(default_factory=dict)

    @property
    def marco(self) -> Marco | None:
        """La transcripción más cercana que no sea el título de una norma."""
        return next((m for m in reversed(self.marcos) if not m.titulo), None)

    def recordar(self, norma: Norma, caminos: tuple[Camino, ...], pieza: int) -> None:
        """Anota una cita resuelta."""
        if norma.tipo in {Tipo.DIARIO_OFICIAL, Tipo.GACETA}:
            return
        if self.marcos and self.marcos[-1].titulo:
            # Se sabe que existe, pero no es de lo que se viene hablando.
            if norma.numero:
                self.vistas[self._llave(norma.tipo, norma.numero)] = norma
            return
        self.ultima = Recuerdo(norma, caminos, self.oracion, self.parrafo, pieza)
        if any(nivel == "articulo" for camino in caminos for nivel, _ in camino):
            self.con_articulo = self.ultima
        if norma.tipo is Tipo.INTERNA:
            return
        self.por_tipo.pop(norma.tipo, None)
        self.por_tipo[norma.tipo] = norma
        if norma.numero:
            self.vistas[self._llave(norma.tipo, norma.numero)] = norma
        for camino in caminos:
            for par in camino:
                if _RANGO[par[0]] <= _RANGO["articulo"]:
                    self.lugares[par] = norma

    @staticmethod
    def _llave(tipo: Tipo, numero: str) -> tuple[Tipo, str]:
        familia = Tipo.DECRETO if tipo in {Tipo.DECRETO_LEY, Tipo.DECRETO_UNICO} else tipo
        return familia, numero

    def vista(self, tipo: Tipo, numero: str) -> Norma | None:
        """La norma de esa clase y ese número que ya se citó con su año."""
        return self.vistas.get(self._llave(tipo, numero))

    def de_tipo(self, tipo: Tipo | None, caminos: tuple[Camino, ...], voz: str) -> Norma | None:
        """A qué norma vuelve «el citado decreto»: la última de su clase; sin clase, la última.

        Si el lugar citado («Anexo 05») ya se citó de una norma de esa clase, es esa.
        """
        if tipo is None:
            clases = _NOMBRADAS_ASI.get(voz)
            if clases is None:
                return self.ultima.norma if self.ultima else None
        else:
            clases = _PARIENTES.get(tipo, (tipo,))
        for camino in caminos:
            for par in camino:
                conocida = self.lugares.get(par)
                if par[0] == "anexo" and conocida is not None and conocida.tipo in clases:
                    return conocida
        if tipo is Tipo.ACUERDO:
            return next((self.por_tipo[c] for c in clases if c in self.por_tipo), None)
        return next((self.por_tipo[c] for c in reversed(self.por_tipo) if c in clases), None)

    @staticmethod
    def es_de(norma: Norma, tipo: Tipo) -> bool:
        """Si la norma es de esa clase o de una pariente."""
        return norma.tipo in _PARIENTES.get(tipo, (tipo,))

    def base(self) -> Recuerdo | None:
        """Sobre qué se lee un lugar sin norma: la transcripción abierta o la última cita."""
        marco = self.marco
        if self.ultima and self.ultima.oracion == self.oracion:
            return self.ultima
        if marco and marco.norma is not None:
            return Recuerdo(marco.norma, (marco.camino,) if marco.camino else (), -1, -1, 0)
        return self.ultima


def completar(caminos: tuple[Camino, ...], base: Camino) -> tuple[Camino, ...]:
    """Da a los caminos lo que les falta por arriba, desde el camino que venía citándose.

    «en los incisos 1 y 2», después de «parágrafo 7 transitorio del artículo 361».
    """
    return tuple(_bajo(camino, base) for camino in caminos)


def _bajo(camino: Camino, base: Camino) -> Camino:
    alto = min(_RANGO[nivel] for nivel, _ in camino)
    niveles = {nivel for nivel, _ in camino}
    if alto <= _RANGO["articulo"]:
        return camino
    heredado: list[tuple[str, str]] = []
    for nivel, rotulo in base:
        if _RANGO[nivel] >= alto or nivel in niveles:
            break
        heredado.append((nivel, rotulo))
    return (*heredado, *camino)


def partir_articulos(norma: Norma, caminos: tuple[Camino, ...]) -> tuple[Camino, ...]:
    """«241-4 de la Constitución» y «26.1 de la Ley 80»: artículo y numeral en un solo rótulo.

    En las demás normas el guion y los puntos son del artículo («240-1», «2.2.1.1»).
    """
    signos = _SIGNOS_DE_NUMERAL.get(norma.tipo)
    return tuple(_partir(c, signos) for c in caminos) if signos else caminos


def _partir(camino: Camino, signos: str) -> Camino:
    nuevo: list[tuple[str, str]] = []
    for nivel, rotulo in camino:
        partes = [x for signo in signos if len(x := rotulo.split(signo)) == 2]  # noqa: PLR2004  # artículo y numeral
        suelto = nivel == "articulo" and partes and all(x.isdigit() for x in partes[0])
        if suelto and not any(n == "numeral" for n, _ in camino):
            nuevo += [("articulo", partes[0][0]), ("numeral", partes[0][1])]
        else:
            nuevo.append((nivel, rotulo))
    return tuple(nuevo)
