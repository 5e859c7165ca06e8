"""El recorrido: de las piezas a las citas, recordando lo ya citado."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generador.citas.cita import Cita, CitaHallada, Modo
from generador.citas.lectura.anaforas import LectorDeVueltas
from generador.citas.lectura.cabezas import LectorDeCabezas
from generador.citas.lectura.caminos import a_localizadores
from generador.citas.lectura.comillas import transcripciones
from generador.citas.lectura.destino import Destino
from generador.citas.lectura.destinos import LectorDeDestinos
from generador.citas.lectura.localizadores import LectorDeLugares, Lugares
from generador.citas.lectura.marcos import abrir_marco, cerrar_marcos
from generador.citas.lectura.memoria import Memoria, completar, partir_articulos
from generador.citas.lectura.nombres import nombres
from generador.citas.lectura.obras import con_obras
from generador.citas.lectura.oraciones import acaba_oracion
from generador.citas.lectura.piezas import CORTE, Piezas
from generador.citas.lectura.ponentes import leer_ponentes, leer_seccion
from generador.citas.lectura.providencias import leer_providencia
from generador.citas.lectura.rotulos import es_numero, leer_rotulo
from generador.citas.lectura.sueltos import es_de_otra_cosa, lugar_suelto
from generador.citas.lectura.vocabulario import VOZ
from generador.citas.norma import Tipo

if TYPE_CHECKING:
    from generador.citas.lectura.caminos import Camino

_PROVIDENCIAS = frozenset((Tipo.SENTENCIA, Tipo.AUTO))
_COMILLAS = frozenset('“«"')
_INDEFINIDOS = frozenset(
    ("un", "una", "nuevo", "nueva", "unos", "unas", "otro", "otra", "siguiente")
)
_UNEN = frozenset(("de", "del", ",", "-", ".", "ibidem", "ambos", "ambas"))
_DIVISIONES = frozenset(("libro", "parte", "titulo", "capitulo", "seccion", "anexo", "articulo",
                         "paragrafo"))  # fmt: skip


class Lector:
    """Una lectura de un texto, de principio a fin."""

    def __init__(self, texto: str, *, tolerante: bool) -> None:
        """Parte el texto en piezas y prepara los lectores de cada cosa."""
        self.p = Piezas.de(texto)
        self.tolerante = tolerante
        self.lugares = LectorDeLugares(self.p, tolerante=tolerante)
        cabezas = LectorDeCabezas(self.p, tolerante=tolerante)
        self.memoria = Memoria()
        self.destinos = LectorDeDestinos(
            self.p, self.memoria, cabezas, LectorDeVueltas(self.p, cabezas), tolerante=tolerante
        )
        self.pares = transcripciones(self.p)
        self.halladas: list[CitaHallada] = []
        self.leido = 0
        self.interes = frozenset(
            (CORTE, ".", *_COMILLAS, "consejo", "corte", "ib", "c", "t", "su", "const",
             *self.lugares.niveles, *VOZ.apocopados, *VOZ.cabezas, *VOZ.largas, *nombres(),
             *VOZ.antes, *VOZ.ibidem, *VOZ.adverbios, *VOZ.genericas)
        )  # fmt: skip

    def leer(self) -> list[CitaHallada]:
        """Las citas del texto, en orden."""
        voces, interes, i, n = self.p.voz, self.interes, 0, len(self.p)
        while i < n:
            if voces[i] in interes:
                i = self._paso(i)
            else:
                i += 1
        return con_obras(self.p, self.halladas)

    def _paso(self, i: int) -> int:
        """Lee lo que empiece en `i` y devuelve la pieza en que se sigue."""
        voz, memoria = self.p.voz[i], self.memoria
        if memoria.marcos:
            cerrar_marcos(memoria, i)
        if voz == CORTE:
            memoria.parrafo += 1
            memoria.oracion += 1
            return i + 1
        if voz == ".":
            memoria.oracion += acaba_oracion(self.p, i)
            return i + 1
        if voz in _COMILLAS:
            if i in self.pares:
                abrir_marco(self.p, memoria, i, self.pares[i])
            return i + 1
        if voz in self.lugares.niveles or voz in VOZ.apocopados:
            fin = self._desde_lugar(i)
            if fin is not None:
                return fin
        if voz in {"consejo", "corte"}:
            providencia = leer_providencia(self.p, i)
            if providencia is not None:
                return self._emitir((), [providencia], max(providencia.desde, self.leido))
            return i + 1
        return self._desde_norma(i)

    # --- lugares ---------------------------------------------------------------------------

    def _desde_lugar(self, i: int) -> int | None:
        encabezado = self._encabezado(i)
        if encabezado is not None:
            return encabezado
        lugares = self.lugares.leer(i)
        if lugares is None:
            return None
        destino = self.destinos.de_lugar(lugares)
        if destino is None:
            return self._sin_norma(i, lugares)
        if destino[0].tipo in _PROVIDENCIAS and lugares.superior in {"seccion", "subseccion"}:
            # «la Sección Tercera del Consejo de Estado»: es quien la dictó, no un lugar de ella.
            return self._emitir((), destino, destino[0].desde)
        fin = self._emitir(lugares.caminos, destino, i, lugares.defectos)
        return self._continuar(fin, lugares)

    def _continuar(self, i: int, lugares: Lugares) -> int:
        """«artículos 13 de la Ley 1150 de 2007 y 32 de la Ley 80 de 1993»: sigue la lista."""
        p = self.p
        nivel = lugares.superior if lugares.superior == "articulo" else lugares.caminos[0][-1][0]
        while True:
            j = i + (p.voz[i] in {",", ";"})
            j += p.voz[j] in {"y", "e"}
            j += p.voz[j] in {"el", "los"}
            if j == i or not es_numero(p.voz[j]):
                return i
            rotulo = leer_rotulo(p, j, nivel)
            if rotulo is None:
                return i
            caminos, fin = self.lugares.rotulos(nivel, rotulo, plural=True)
            destino = self.destinos.de_lugar(Lugares(tuple(caminos), fin))
            if not destino or p.voz[fin] not in {"de", "del", ",", "ibidem"}:
                return i
            i = self._emitir(tuple(caminos), destino, j)

    def _encabezado(self, i: int) -> int | None:
        """«ARTÍCULO 240-1. TARIFA…» al comienzo del renglón no es una cita: es el texto mismo."""
        p = self.p
        nivel = self.lugares.nivel(i)
        if nivel is None or nivel[0] not in _DIVISIONES or not p.mayuscula(i):
            return None
        if not p.abre_renglon(i):
            return None
        rotulo = leer_rotulo(p, nivel[1], nivel[0])
        if rotulo is None:
            return None
        fin = rotulo[1]
        sigue = p.voz[fin]
        signo = sigue in {".", ":", CORTE, ")"}
        signo = signo or (sigue == "-" and not self.destinos.nombra(fin + 1))
        titulo = p.mayuscula(fin) and sigue not in VOZ.enlaces and not self.destinos.nombra(fin)
        if not (signo or titulo or p.abre_renglon(fin)):
            return None
        if sigue == "." and p.voz[fin + 1] in {"del", "de", "y"}:
            return None
        self._situar(nivel[0], rotulo[0])
        return fin

    def _situar(self, nivel: str, rotulo: str) -> None:
        if nivel != "articulo":
            return
        camino: Camino = (("articulo", rotulo),)
        marco = self.memoria.marco
        if marco is None:
            self.memoria.propio = camino
            return
        marco.camino = camino
        if not marco.propia:
            marco.norma = self.memoria.lugares.get(("articulo", rotulo), marco.norma)

    def _sin_norma(self, i: int, lugares: Lugares) -> int:
        """Un lugar sin su norma: de lo que se viene citando, si se puede saber."""
        p, memoria = self.p, self.memoria
        fin = lugares.fin
        if p.voz[i - 1] in _INDEFINIDOS or fin == i + 1:
            return fin
        if p.mayuscula(i) and p.voz[fin] == "." and p.mayuscula(fin + 1):
            # «… Artículo 2. Vigencia.» en medio del renglón: también es el texto mismo.
            self._situar(lugares.superior, lugares.caminos[0][0][1])
            return fin
        if es_de_otra_cosa(p, fin):
            return fin
        base = memoria.base()
        if base is None or base.norma.tipo in {Tipo.DIARIO_OFICIAL, Tipo.DOCTRINA}:
            return fin
        misma = base.oracion in (memoria.oracion, -1)
        suyo = p.voz[i - 1] in {"su", "sus"}
        mayor = (lugares.superior == "articulo" or suyo) and base.parrafo == memoria.parrafo
        if not (misma or mayor):
            return fin
        caminos = completar(lugares.caminos, base.camino)
        norma = base.norma
        elidido = Destino(
            norma.tipo, norma, i, fin, fin, Modo.ELIDIDA, norma.numero, norma.anio,
            defectos=lugares.defectos,
        )  # fmt: skip
        self._anotar(elidido, caminos)
        return fin

    # --- normas ----------------------------------------------------------------------------

    def _desde_norma(self, i: int) -> int:
        desde, caminos = lugar_suelto(self.p, i, self._libre())
        destino = self.destinos.nombrado(i, con_lugar=bool(caminos))
        if destino:
            if not caminos:
                return self._con_lugar_detras(i, destino)
            return self._emitir(caminos, destino, desde)
        vuelta = self.destinos.vuelta_suelta(i)
        if vuelta is not None:
            desde, caminos = (
                lugar_suelto(self.p, i, self._libre()) if vuelta.modo is Modo.IBIDEM else (i, ())
            )
            if vuelta.modo is Modo.IBIDEM and not caminos:
                return self._con_lugar_detras(i, [vuelta])
            return self._emitir(caminos, [vuelta], desde)
        return i + 1

    def _libre(self) -> int:
        """Desde qué pieza se puede mirar atrás sin pisar la cita anterior."""
        return max(1, self.leido) if self.tolerante else len(self.p)

    def _con_lugar_detras(self, i: int, destino: list[Destino]) -> int:
        """«Ley 80 de 1993, artículo 25, numeral 4», «CP art. 209»."""
        p = self.p
        fin = destino[-1].hasta
        j = fin + (p.voz[fin] in {",", "(", "-"})
        abierto = p.voz[fin] == "("
        if len(destino) > 1 or destino[0].norma is None or self.lugares.nivel(j) is None:
            return self._emitir((), destino, i)
        lugares = self.lugares.leer(j)
        if lugares is None or self._encabezado(j) is not None:
            return self._emitir((), destino, i)
        # «Ley 80, artículo 25 de la Ley 1150» es de la segunda; sin «de», es de la primera.
        de_otra = p.voz[lugares.fin] in _UNEN and self.destinos.de_lugar(lugares) is not None
        if de_otra or (abierto and p.voz[lugares.fin] != ")"):
            return self._emitir((), destino, i)
        hasta = lugares.fin + abierto
        extendido = [destino[0].hasta_pieza(hasta)]
        return self._emitir(lugares.caminos, extendido, i, lugares.defectos)

    # --- anotar ----------------------------------------------------------------------------

    def _emitir(
        self,
        caminos: tuple[Camino, ...],
        destinos: list[Destino],
        desde: int,
        defectos: tuple[str, ...] = (),
    ) -> int:
        """Anota los destinos; los lugares son del primero. Devuelve la pieza siguiente."""
        for n, destino in enumerate(destinos):
            suyos = caminos if n == 0 else ()
            if suyos or destino.base:
                suyos = completar(suyos, destino.base) if suyos else (destino.base,)
            inicio = desde if n == 0 else destino.desde
            anotado = replace(destino, desde=inicio, defectos=(*defectos, *destino.defectos))
            self._anotar(anotado, suyos)
        return max(d.sigue for d in destinos)

    def _anotar(self, destino: Destino, caminos: tuple[Camino, ...]) -> None:
        """Agrega la cita y la recuerda."""
        p, norma = self.p, destino.norma
        self.leido = destino.hasta
        inicio, fin = p.ini[destino.desde], p.fin[destino.hasta - 1]
        cita = None
        if norma is not None:
            caminos = partir_articulos(norma, caminos)
            cita = Cita(norma, a_localizadores(caminos))
        judicial = destino.tipo in _PROVIDENCIAS
        lugar = (p, destino.desde, destino.hasta)
        self.halladas.append(
            CitaHallada(
                tipo=destino.tipo,
                modo=destino.modo,
                inicio=inicio,
                fin=fin,
                linea=p.linea(inicio),
                texto=p.texto[inicio:fin],
                cita=cita,
                numero=destino.numero,
                anio=destino.anio,
                transcrita=bool(self.memoria.marcos),
                ponentes=leer_ponentes(*lugar) if judicial else (),
                seccion=leer_seccion(*lugar) if judicial else None,
                defectos=destino.defectos,
            )
        )
        if norma is not None:
            self.memoria.recordar(norma, caminos, destino.desde)
