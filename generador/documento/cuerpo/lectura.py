"""Del .docx a los bloques de los que salió.

Vuelven en su orden todos los bloques, notas y remisiones, iguales salvo en lo que Word no guarda:
`linea` vuelve en 0; de una ecuación vuelve lo que dice y no su LaTeX; el título de un artículo, sin
la negrilla que todo él lleva; el ancho de una columna, en veinteavos de punto; una figura más alta
que la página, con el ancho que le quedó; una etiqueta de más de 35 caracteres, su huella; y la
comilla de seguir que el asesor escribió a mano con su propio formato, sin ella.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from generador.documento.cuerpo.armado import Armado
from generador.documento.cuerpo.citas import es_comilla_de_seguir
from generador.documento.cuerpo.dibujo import pagina_util
from generador.documento.cuerpo.lectura_en_linea import (
    Imagen,
    Lector,
    NumeroDeNota,
    Serie,
    juntar,
    sin_negrita,
    sin_prefijo,
)
from generador.documento.cuerpo.leido import Leido
from generador.documento.cuerpo.marcadores import DE_CITA, etiqueta
from generador.documento.cuerpo.recuadro import MARGEN, NOMBRE
from generador.documento.cuerpo.tablas import ALINEACIONES
from generador.documento.cuerpo.taller import SANGRIA_DE_CITA
from generador.documento.ooxml import WP, W, entero, valor
from generador.documento.paquete import leer_paquete
from generador.marcado import bloques as b

if TYPE_CHECKING:
    from generador.documento.ooxml import Elemento

_ENCABEZADO: Final = re.compile(r"heading ([1-6])")
_ARTICULO: Final = re.compile(
    r"(?P<comilla>[“”«»\"‘’']*)(?P<rotulo>[^\s.:]+?)(?: (?P<numero>\w.*?))?"
    r"(?P<cierre>\.[ \u00a0]?[–—-]|[.:]|[ \u00a0]?[–—-])(?: |$)"
)
_PARTES: Final = tuple(_ARTICULO.groupindex)
_ALINEACIONES: Final = {escrita: a for a, escrita in ALINEACIONES.items()}
_EMU: Final = 635


def leer_bloques(docx: bytes) -> tuple[b.Bloque, ...]:
    """Los bloques del cuerpo de un documento, con sus notas.

    Los párrafos de la plantilla que no son de bloque vuelven como párrafos. Da `ErrorDeDocumento`
    si el archivo no sirve.
    """
    partes = leer_paquete(docx)
    leido = Leido(partes)
    cuerpo = partes[leido.principal].decode()
    return _Lectura(leido, pagina_util(cuerpo).ancho).leer(leido.cuerpo)


class _Lectura:
    """La lectura de una historia: el cuerpo o una nota."""

    def __init__(self, leido: Leido, ancho: int, *, en_nota: bool = False) -> None:
        self._leido = leido
        self._ancho = ancho
        self._lector = Lector(leido, self._de_nota, en_nota)
        self._armado = Armado()
        self._citas: set[str] = set()
        self._abiertas = 0
        self._titulo: tuple[tuple[b.EnLinea, ...], str] = ((), "")
        self._figura: tuple[b.Figura, int] | None = None

    def leer(self, raiz: Elemento) -> tuple[b.Bloque, ...]:
        for nodo in raiz:
            if nodo.tag == W + "bookmarkStart" and nodo.get(W + "name", "").startswith(DE_CITA):
                self._abrir_cita(nodo)
            elif nodo.tag == W + "bookmarkEnd" and nodo.get(W + "id") in self._citas:
                self._soltar_figura()
                self._armado.cerrar_cita()
            elif nodo.tag == W + "p":
                self._parrafo(nodo)
            elif nodo.tag == W + "tbl":
                self._tabla(nodo)
        self._soltar_figura()
        return self._armado.terminar()

    def _de_nota(self, nota: Elemento) -> tuple[b.Bloque, ...]:
        return _Lectura(self._leido, self._ancho, en_nota=True).leer(nota)

    def _abrir_cita(self, inicio: Elemento) -> None:
        """Dónde está la cita se sabe por lo que entra lo primero que lleva."""
        self._soltar_figura()
        self._citas.add(inicio.get(W + "id"))
        hondura, primero = 1, inicio.getnext()
        while primero is not None and primero.tag == W + "bookmarkStart":
            hondura, primero = hondura + 1, primero.getnext()
        sangria = self._sangria_de_cita()
        entra = 0 if primero is None else self._izquierda(primero)
        self._armado.abrir_cita(max(entra - hondura * sangria, 0), sangria)

    def _sangria_de_cita(self) -> int:
        return self._leido.sangria_de_cita()[0] or SANGRIA_DE_CITA

    def _izquierda(self, nodo: Elemento) -> int:
        if nodo.tag == W + "tbl":
            sangria = nodo.find(f"{W}tblPr/{W}tblInd")
            return 0 if sangria is None else entero(sangria, "w")
        izquierda = self._leido.sangria(nodo)[0]
        return izquierda - _paso(nodo)

    def _parrafo(self, nodo: Elemento) -> None:
        estilo = self._leido.estilo(nodo)
        piezas = self._lector.piezas(nodo)
        marcador = etiqueta(self._lector.marcador) if self._lector.marcador else ""
        izquierda = self._leido.sangria(nodo)[0]
        if estilo == "titulo de figura" and self._figura is not None:
            figura, donde = self._figura
            titulo = _tras_la_serie(piezas)
            self._figura = (replace(figura, titulo=titulo, etiqueta=marcador), donde)
            self._soltar_figura()
            return
        self._soltar_figura()
        if estilo == "titulo de cuadro":
            self._titulo = (_tras_la_serie(piezas), marcador)
        elif estilo in {"articulo", "paragrafo"}:
            self._armado.articulo(_articulo(piezas, estilo, marcador), izquierda)
        elif any(isinstance(p, Imagen) for p in piezas):
            self._poner_figura(piezas, nodo)
        else:
            self._corriente(nodo, estilo, piezas, marcador)

    def _corriente(self, nodo: Elemento, estilo: str, piezas: list[object], marcador: str) -> None:
        izquierda = self._leido.sangria(nodo)[0]
        titulo = _ENCABEZADO.fullmatch(estilo)
        numero = nodo.find(f"{W}pPr/{W}numPr")
        if titulo:
            bloque = b.Encabezado(int(titulo.group(1)), juntar(piezas), marcador)
            self._armado.suelto(bloque, izquierda)
        elif estilo == "ecuacion":
            hallada = next((p for p in piezas if isinstance(p, b.EcuacionEnLinea)), None)
            if hallada is not None:
                self._armado.suelto(b.Ecuacion(hallada.latex, marcador), izquierda)
        elif any(isinstance(p, b.SaltoDePagina) for p in piezas):
            self._armado.suelto(b.SaltoDePagina(), izquierda)
        elif numero is not None:
            self._elemento(numero, piezas, izquierda)
        elif piezas and isinstance(piezas[0], NumeroDeNota):
            contenido = juntar(sin_prefijo(piezas[1:], 1))
            if contenido or len(piezas) > 1:
                self._armado.suelto(b.Parrafo(contenido), izquierda)
        elif piezas or estilo != "cuadro":
            seguir = es_comilla_de_seguir(piezas[0]) if piezas else False
            contenido = juntar(piezas[:1]) + juntar(piezas[1:]) if seguir else juntar(piezas)
            self._armado.suelto(b.Parrafo(contenido), izquierda)

    def _elemento(self, numero: Elemento, piezas: list[object], izquierda: int) -> None:
        lista = valor(numero.find(W + "numId")) or ""
        leida = self._leido.lista(lista, valor(numero.find(W + "ilvl")) or "0")
        parrafo = b.Parrafo(juntar(piezas))
        if leida is None:
            self._armado.suelto(parrafo, izquierda)
        else:
            self._armado.elemento(parrafo, izquierda, lista, leida)

    def _poner_figura(self, piezas: list[object], nodo: Elemento) -> None:
        dibujo = next(p.dibujo for p in piezas if isinstance(p, Imagen))
        datos, medida = next(dibujo.iter(WP + "docPr")), next(dibujo.iter(WP + "extent"))
        izquierda, derecha = self._leido.sangria(nodo)
        util = max(self._ancho - izquierda - derecha, 1)
        ancho = max(round(100 * int(medida.get("cx")) / (util * _EMU)), 1)
        figura = b.Figura(datos.get("name", ""), datos.get("descr", ""), ancho=ancho)
        self._figura = (figura, izquierda)

    def _soltar_figura(self) -> None:
        """La figura espera al párrafo siguiente, que puede ser su título."""
        if self._figura is not None:
            self._armado.suelto(*self._figura)
            self._figura = None

    def _tabla(self, nodo: Elemento) -> None:
        self._soltar_figura()
        marco = _marco(nodo)
        if marco is not None:
            ancho = entero(marco.find(f"{W}tcPr/{W}tcW"), "w") - 2 * MARGEN
            dentro = _Lectura(self._leido, ancho).leer(marco)
            self._armado.suelto(b.Recuadro(dentro), self._izquierda(nodo))
            return
        titulo, marcador = self._titulo
        self._titulo = ((), "")
        filas: dict[str, list[b.Fila]] = {"encabezado": [], "": [], "total": []}
        for fila in nodo.findall(W + "tr"):
            filas[self._clase_de_fila(fila)].append(
                tuple(self._celda(celda) for celda in fila.findall(W + "tc"))
            )
        encabezado = filas["encabezado"][0] if filas["encabezado"] else ()
        cuadro = b.Tabla(
            _columnas(nodo), encabezado, tuple(filas[""]), tuple(filas["total"]), titulo, marcador
        )
        self._armado.suelto(cuadro, self._izquierda(nodo))

    def _clase_de_fila(self, fila: Elemento) -> str:
        if fila.find(f"{W}trPr/{W}tblHeader") is not None:
            return "encabezado"
        estilos = {self._leido.estilo(p) for p in fila.iter(W + "p")}
        return "total" if estilos == {"encabezado de cuadro"} else ""

    def _celda(self, celda: Elemento) -> b.Celda:
        parrafos = [b.Parrafo(juntar(self._lector.piezas(p))) for p in celda.findall(W + "p")]
        return () if parrafos == [b.Parrafo(())] else tuple(parrafos)


def _marco(tabla: Elemento) -> Elemento | None:
    """La celda de un recuadro; `None` si la tabla es un cuadro."""
    nombre = tabla.find(f"{W}tblPr/{W}tblCaption")
    # Un cuadro que se titule así lleva, además, filas que no se parten.
    if valor(nombre) != NOMBRE or tabla.find(f"{W}tr/{W}trPr") is not None:
        return None
    return tabla.find(f"{W}tr/{W}tc")


def _paso(nodo: Elemento) -> int:
    sangria = nodo.find(f"{W}pPr/{W}ind")
    numerado = nodo.find(f"{W}pPr/{W}numPr") is not None
    colgante = sangria is not None and sangria.get(W + "hanging") is not None
    return entero(sangria, "hanging") if numerado and colgante else 0


def _columnas(tabla: Elemento) -> tuple[b.Columna, ...]:
    anchos = [entero(c, "w") for c in tabla.findall(f"{W}tblGrid/{W}gridCol")]
    iguales = max(anchos, default=0) - min(anchos, default=0) <= 1
    primera = tabla.find(W + "tr")
    alineaciones = [
        _ALINEACIONES.get(valor(celda.find(f"{W}p/{W}pPr/{W}jc")) or "", b.Alineacion.NORMAL)
        for celda in (() if primera is None else primera.findall(W + "tc"))
    ]
    return tuple(
        b.Columna(None if iguales else ancho, alineacion)
        for ancho, alineacion in zip(anchos, alineaciones, strict=False)
    )


def _tras_la_serie(piezas: list[object]) -> tuple[b.EnLinea, ...]:
    """El título, sin «Cuadro 3. »."""
    lugar = next((i for i, p in enumerate(piezas) if isinstance(p, Serie)), -1)
    return juntar(sin_prefijo(piezas[lugar + 1 :], len(". ")))


def _articulo(piezas: list[object], estilo: str, marcador: str) -> b.Articulo | b.Paragrafo:
    """Todo va en negrilla hasta el espacio que separa el título de lo que sigue."""
    corte = next(
        (i for i, p in enumerate(piezas) if isinstance(p, b.Texto) and not p.negrita), len(piezas)
    )
    cabeza, resto = piezas[:corte], piezas[corte:]
    escrito = ""
    for pieza in cabeza:
        if not isinstance(pieza, b.Texto):
            break
        escrito += pieza.texto
    hallado = _ARTICULO.match(escrito)
    datos = hallado.groupdict("") if hallado else dict.fromkeys(_PARTES, "")
    numero = datos["numero"]
    titulo = sin_negrita(juntar(sin_prefijo(cabeza, hallado.end() if hallado else 0)))
    interior = (b.Parrafo(juntar(sin_prefijo(resto, 1))),) if resto else ()
    escritos = marcador, datos["rotulo"], datos["comilla"], datos["cierre"]
    if estilo == "articulo":
        return b.Articulo(numero, interior, titulo, *escritos)
    transitorio = "transitori" in numero.casefold()
    return b.Paragrafo(numero, interior, titulo, transitorio, *escritos)
