"""A qué norma se refiere lo que sigue a un lugar, o lo que se nombra suelto."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generador.citas.catalogo import catalogo
from generador.citas.cita import Modo
from generador.citas.lectura.anaforas import saltar_conectores
from generador.citas.lectura.colas import anio_de
from generador.citas.lectura.completador import CORRIENTES, Completador
from generador.citas.lectura.destino import Destino
from generador.citas.lectura.nombres import leer_nombre
from generador.citas.lectura.numeros import leer_numero
from generador.citas.lectura.providencias import leer_providencia
from generador.citas.lectura.rotulos import es_numero
from generador.citas.lectura.vocabulario import VOZ
from generador.citas.lectura.vueltas import resolver
from generador.citas.norma import Norma, Tipo

if TYPE_CHECKING:
    from generador.citas.lectura.anaforas import LectorDeVueltas
    from generador.citas.lectura.cabezas import LectorDeCabezas
    from generador.citas.lectura.localizadores import Lugares
    from generador.citas.lectura.memoria import Memoria
    from generador.citas.lectura.piezas import Piezas

_LARGO_NOMBRE = 16
_DEBILES = frozenset(("mismo", "misma", "respectivo", "respectiva"))
_DE_CORTE = frozenset(("c", "t", "su"))


class LectorDeDestinos:
    """Resuelve normas sobre unas piezas y lo ya recordado."""

    def __init__(
        self,
        piezas: Piezas,
        memoria: Memoria,
        cabezas: LectorDeCabezas,
        vueltas: LectorDeVueltas,
        *,
        tolerante: bool,
    ) -> None:
        """Prepara la resolución."""
        self.p = piezas
        self.memoria = memoria
        self.cabezas = cabezas
        self.vueltas = vueltas
        self.tolerante = tolerante
        self.descartado = 0
        self.completador = Completador(piezas, memoria, tolerante)

    def de_lugar(self, lugares: Lugares) -> list[Destino] | None:
        """La norma que sigue a un lugar: «de la Ley…», «ibidem», «constitucional», «de este…»."""
        p, j = self.p, self._saltar_enlace(lugares.fin)
        k = saltar_conectores(p, j)
        hay_coma = p.voz[j] == ","
        if k > j + hay_coma or self.tolerante:
            nombrado = self.nombrado(k, con_lugar=True)
            if nombrado:
                return nombrado
        elif not hay_coma:
            nombre = self._nombre(k, con_lugar=True)
            if nombre is not None:
                return [nombre]
        vuelta = self.vueltas.leer(k)
        con_nombre = self._vuelta_con_nombre(k)
        if con_nombre is not None:
            return [con_nombre]
        if vuelta is None and k > j:
            return self._entre_parentesis(k) or self._capital(k)
        if vuelta is None or (hay_coma and k == j + 1 and vuelta.modo is not Modo.IBIDEM):
            return None
        return [resolver(p, self.memoria, vuelta, lugares.caminos)]

    def _saltar_enlace(self, i: int) -> int:
        """El punto de «1.2.8.1.1.», «ambos» y el guion de «Artículo 96 – Ley 489»."""
        p, j = self.p, i
        if (
            p.voz[j] == "."
            and es_numero(p.voz[j - 1])
            and (not p.mayuscula(j + 1) or p.voz[j + 1] in VOZ.enlaces)
        ):
            j += 1
        k = j + (p.voz[j] == ",")
        if p.voz[k] in {"ambos", "ambas", "todos", "todas", "respectivamente"}:
            j = k + 1
            j += p.voz[j] == "," and p.voz[k] == "respectivamente"
        return j + (p.voz[j] == "-" and not p.pegada(j))

    def nombrado(self, i: int, *, con_lugar: bool) -> list[Destino]:
        """Las normas que se nombran en `i`: con número, por su nombre o como providencia."""
        p = self.p
        if p.voz[i] in {"consejo", "corte"}:
            providencia = leer_providencia(p, i)
            if providencia is not None:
                return [providencia]
        nombradas = self.cabezas.leer(i)
        if nombradas:
            destinos = [
                d for n in nombradas if (d := self.completador.destino(n, con_lugar=con_lugar))
            ]
            if destinos:
                destinos[-1] = self._absorber(destinos[-1])
            return destinos
        if p.voz[i] in _DE_CORTE and (sueltas := self._sin_cabeza(i)):
            return sueltas
        nombre = self._nombre(i, con_lugar=con_lugar)
        return [nombre] if nombre is not None else []

    def nombra(self, i: int) -> bool:
        """Si en `i` se nombra una norma, sin darla por citada."""
        return bool(self.cabezas.leer(i)) or leer_nombre(self.p, i, con_lugar=True) is not None

    def _nombre(self, i: int, *, con_lugar: bool) -> Destino | None:
        hallado = leer_nombre(self.p, i, con_lugar=con_lugar, conocidas=self.memoria.siglas)
        if hallado is None:
            return None
        norma, fin = hallado
        self.memoria.siglas.add(norma.clave)
        return self._absorber(
            Destino(norma.tipo, norma, i, fin, fin, numero=norma.numero, anio=norma.anio)
        )

    # --- con número ------------------------------------------------------------------------

    def _sin_cabeza(self, i: int) -> list[Destino]:
        """«la C-713 de 2008»: sentencia o concepto, según lo que se venga citando."""
        p = self.p
        if i < self.descartado or not p.mayuscula(i):
            return []
        if p.voz[i + 1] != "-" or not p.pegada(i + 1):
            return []
        tipo = Tipo.SENTENCIA
        numero = leer_numero(p, i, Tipo.SENTENCIA)
        if numero is None:
            return []
        if p.voz[i] == "c":
            ya_concepto = self.memoria.vista(Tipo.CONCEPTO, numero.llano)
            ya_sentencia = self.memoria.vista(Tipo.SENTENCIA, numero.llano)
            ultima = next(
                (
                    t
                    for t in reversed(self.memoria.por_tipo)
                    if t in {Tipo.CONCEPTO, Tipo.SENTENCIA}
                ),
                Tipo.SENTENCIA,
            )
            if not ya_sentencia and (ya_concepto or ultima is Tipo.CONCEPTO):
                tipo = Tipo.CONCEPTO
        nombradas = self.cabezas.lista(i, tipo)
        if nombradas and nombradas[-1].anio is None:
            # La lista acaba sin año: no se vuelve a leer desde cada uno de los suyos.
            self.descartado = nombradas[-1].hasta
        return [
            d
            for n in nombradas
            if n.anio is not None or self.memoria.vista(tipo, n.llano or "")
            if (d := self.completador.destino(n, con_lugar=True)) is not None
        ]

    def _absorber(self, destino: Destino) -> Destino:
        """«Ley 1437 de 2011 (CPACA)»: el segundo nombre de la misma norma no es otra cita."""
        p, i = self.p, destino.hasta
        if p.voz[i] not in {",", "(", "-", "o"} or destino.norma is None:
            return destino
        k = saltar_conectores(p, i + 1)
        k += p.voz[k] == "o"
        nombradas = self.cabezas.leer(k)
        if len(nombradas) == 1:
            otra, fin = nombradas[0].norma, nombradas[0].hasta
        else:
            hallado = leer_nombre(p, k, con_lugar=True)
            if hallado is None or hallado[1] - k < 1:
                return destino
            otra, fin = hallado
        repetida = bool(nombradas) and destino.norma.numero is not None
        if repetida or not _misma(destino.norma, otra):
            return destino
        if p.voz[i] == "(":
            if p.voz[fin] != ")":
                return destino
            if nombradas and destino.norma.numero is None:
                return replace(destino, hasta=fin + 1, sigue=fin + 1)
            fin += 1
        return replace(destino, sigue=fin)

    # --- vueltas ---------------------------------------------------------------------------

    def _vuelta_con_nombre(self, i: int) -> Destino | None:
        """«la citada Ley 80», «la misma Carta Política»: vuelve, pero dice a cuál."""
        voz = self.p.voz
        if voz[i] not in VOZ.antes:
            return None
        j = i + 1
        while voz[j] in VOZ.antes:
            j += 1
        nombrado = self.nombrado(j, con_lugar=True)
        if len(nombrado) != 1:
            return None
        con_anio = nombrado[0].numero and any(anio_de(v) for v in voz[j : nombrado[0].hasta])
        modo = Modo.PLENA if con_anio else Modo.REMISION
        return replace(nombrado[0], desde=j if con_anio else i, modo=modo)

    def vuelta_suelta(self, i: int) -> Destino | None:
        """«el Acuerdo previamente citado», «dicho artículo», «Ibidem.», sin lugar delante."""
        con_nombre = self._vuelta_con_nombre(i)
        if con_nombre is not None:
            return con_nombre
        vuelta = self.vueltas.leer(i)
        if vuelta is None or vuelta.modo is Modo.PRESENTE:
            return None
        p = self.p
        if vuelta.modo is Modo.IBIDEM and vuelta.tipo is None:
            destino = resolver(p, self.memoria, vuelta, ())
            return destino if destino.norma is not None else None
        es_norma = "norma" in p.voz[i : vuelta.hasta]
        if p.voz[i] in _DEBILES or (
            vuelta.tipo is None and vuelta.nivel != "articulo" and not es_norma
        ):
            return None
        destino = resolver(p, self.memoria, vuelta, ())
        if vuelta.nivel is not None:
            return destino if destino.norma is not None and destino.base else None
        if destino.norma is None and vuelta.tipo in CORRIENTES | {Tipo.RESOLUCION}:
            return None
        return destino

    def _entre_parentesis(self, k: int) -> list[Destino] | None:
        """«del Reglamento Interno de la Corporación (Acuerdo 2 de 2015)»: el nombre y su norma."""
        p = self.p
        if not p.mayuscula(k) or p.voz[k] in VOZ.niveles:
            return None
        for j in range(k + 1, k + _LARGO_NOMBRE):
            voz = p.voz[j]
            if voz == "(":
                dentro = self.nombrado(j + 1, con_lugar=True)
                if len(dentro) == 1 and p.voz[dentro[0].hasta] == ")":
                    return [dentro[0].hasta_pieza(dentro[0].hasta + 1)]
                return None
            if not voz.isalpha() or not (p.mayuscula(j) or voz in VOZ.enlaces):
                return None
        return None

    def _capital(self, k: int) -> list[Destino] | None:
        """«artículo 5 del Decreto», con mayúscula: el decreto de que se viene hablando."""
        cabeza = self.cabezas.cabeza(k)
        if cabeza is None or cabeza[2] or not self.p.mayuscula(k):
            return None
        sigue = self.p.voz[cabeza[1]]
        if sigue in {"de", "del"} or sigue in VOZ.calificativos or es_numero(sigue):
            return None
        norma = self.memoria.de_tipo(cabeza[0], (), self.p.voz[k])
        if norma is None:
            return None
        fin = cabeza[1]
        return [Destino(norma.tipo, norma, k, fin, fin, Modo.REMISION, norma.numero, norma.anio)]


def _misma(una: Norma, otra: Norma) -> bool:
    if una == otra:
        return True
    fichas = [catalogo().de_clave(n.clave) for n in (una, otra)]
    equivalen = [f.equivale if f else None for f in fichas]
    return una.clave == equivalen[1] or otra.clave == equivalen[0]
