"""Qué puede descomponer una plantilla al rendirse, decidido una vez al compilarla.

Se recorre la fuente ya parchada como una sucesión de etiquetas de XML y de Jinja. Lo que aquí no
se puede asegurar se corrige documento por documento, con su árbol; lo que sí, no cuesta nada.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

_PIEZAS: Final = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]*>", re.DOTALL)
_PALABRA: Final = re.compile(r"\w*")
_NOMBRE: Final = re.compile(r"[^\s/>]+")
_RAMAS: Final = frozenset(("else", "elif"))
# Las que aquí se entienden; con otras (macro, call, filter…) no se asegura nada.
_CONOCIDAS: Final = frozenset(("if", "for", "set", "endif", "endfor", *_RAMAS))
_IDENTIFICADOS: Final = ("<wp:docPr", "<w:bookmarkStart")
_CON_PARRAFO: Final = frozenset(
    ("w:tc", "w:hdr", "w:ftr", "w:footnote", "w:endnote", "w:txbxContent")
)
_DE_TABLA: Final = frozenset(("w:tbl", "w:tr", "w:tc"))
_ANCHO: Final = re.compile(r'w:val="(\d+)"')


@dataclass(frozen=True, slots=True)
class Riesgos:
    """Lo que no se puede asegurar de una parte.

    `cortes`: quitar o repetir una rama puede dejar etiquetas de XML sin pareja; `cuadricula`: una
    tabla puede salir con más o menos columnas que las que declara; `repetidos`: un ciclo repite
    identificadores; `vacios`: una tabla puede quedar sin filas o una celda sin párrafo final;
    `palabras`: las órdenes de Jinja que usa.
    """

    cortes: bool
    cuadricula: bool
    repetidos: bool
    vacios: bool
    palabras: frozenset[str]


@dataclass(slots=True, eq=False)
class _Abierto:
    """Un elemento abierto y cuántas órdenes de Jinja lo rodean.

    De una celda o fila, `ancho` son las columnas que ocupa; de una tabla, `columnas` son las que
    declara, `mayor` las de su fila más ancha y `fijas` las de cada fila que siempre está.
    """

    nombre: str
    nivel: int
    columnas: int = 0
    ancho: int = 0
    mayor: int = 0
    fijas: list[int] = field(default_factory=list)
    acaba_en_parrafo: bool = False


@dataclass(slots=True)
class _Lector:
    ordenes: list[str] = field(default_factory=list)
    ramas: list[list[_Abierto]] = field(default_factory=list)
    abiertos: list[_Abierto] = field(default_factory=list)
    palabras: set[str] = field(default_factory=set)
    cortes: bool = False
    cuadricula: bool = False
    repetidos: bool = False
    vacios: bool = False

    def pasar(self, pieza: str) -> None:
        if pieza.startswith("{%"):
            self._orden(pieza)
        elif pieza.startswith("{"):
            self._suelto()
        elif pieza.startswith("</"):
            self._cerrar(pieza[2:-1].strip())
        elif pieza[1] not in "?!":
            self._abrir(pieza)

    def _orden(self, pieza: str) -> None:
        hallada = _PALABRA.match(pieza[2:-2].strip(" \n\t-+"))
        palabra = hallada.group() if hallada else ""
        self.palabras.add(palabra)
        self._suelto()
        if palabra in {"if", "for"}:
            self.ordenes.append(palabra)
            self.ramas.append(list(self.abiertos))
        elif palabra in _RAMAS or palabra in {"endif", "endfor"}:
            self._acabar_rama(ultima=palabra not in _RAMAS)
        elif palabra == "set":
            self.cortes |= "=" not in pieza

    def _acabar_rama(self, *, ultima: bool) -> None:
        """Una rama se puede quitar o repetir si deja abiertos los mismos elementos que halló."""
        if not self.ramas:
            self.cortes = True
            return
        antes = self.ramas[-1]
        if [a.nombre for a in antes] != [a.nombre for a in self.abiertos]:
            self.cortes = True
        elif any(a.nombre in _DE_TABLA for a in self.abiertos if a not in antes):
            self.cuadricula = self.vacios = True
        self.abiertos = list(antes)
        if ultima:
            self.ordenes.pop()
            self.ramas.pop()

    def _suelto(self) -> None:
        """Algo que Jinja pone o quita donde va un elemento."""
        if self.abiertos:
            padre = self.abiertos[-1]
            self.cuadricula |= padre.nombre in {"w:tr", "w:tblGrid", "w:tcPr"}
            padre.acaba_en_parrafo = False

    def _abrir(self, pieza: str) -> None:
        hallado = _NOMBRE.match(pieza, 1)
        nombre = hallado.group() if hallado else ""
        if "for" in self.ordenes:
            self.repetidos |= pieza.startswith(_IDENTIFICADOS) or "w14:paraId=" in pieza
        abierto = _Abierto(nombre, len(self.ordenes))
        if nombre == "w:gridSpan":
            self._ensanchar(pieza)
        self.abiertos.append(abierto)
        if pieza.endswith("/>"):
            self._cerrar(nombre)

    def _ensanchar(self, pieza: str) -> None:
        celda = self._contenedor("w:tc")
        ancho = _ANCHO.search(pieza)
        if celda is None or ancho is None:
            self.cuadricula = True
        else:
            celda.ancho = int(ancho.group(1))

    def _contenedor(self, nombre: str) -> _Abierto | None:
        return next((a for a in reversed(self.abiertos) if a.nombre == nombre), None)

    def _cerrar(self, nombre: str) -> None:
        if not self.abiertos or self.abiertos[-1].nombre != nombre:
            self.cortes = True
            return
        cerrado = self.abiertos.pop()
        padre = self.abiertos[-1] if self.abiertos else _Abierto("", 0)
        if nombre == "w:tbl":
            self._cerrar_tabla(cerrado)
        elif nombre == "w:gridCol" and (tabla := self._contenedor("w:tbl")):
            tabla.columnas += 1
        elif nombre == "w:tr" and (tabla := self._contenedor("w:tbl")):
            tabla.mayor = max(tabla.mayor, cerrado.ancho)
            if cerrado.nivel == tabla.nivel:
                tabla.fijas.append(cerrado.ancho)
        elif nombre == "w:tc":
            padre.ancho += cerrado.ancho or 1
        if nombre in _CON_PARRAFO:
            self.vacios |= not cerrado.acaba_en_parrafo
        padre.acaba_en_parrafo = nombre == "w:p" and cerrado.nivel == padre.nivel

    def _cerrar_tabla(self, tabla: _Abierto) -> None:
        """La cuadrícula es firme si la llena una fila que siempre está y ninguna la pasa."""
        self.vacios |= not tabla.fijas
        self.cuadricula |= tabla.columnas not in tabla.fijas or tabla.mayor > tabla.columnas
        afuera = self._contenedor("w:tbl")
        if afuera is not None:
            # docxtpl cuenta también las filas de las tablas de adentro.
            afuera.mayor = max(afuera.mayor, tabla.mayor)


def analizar(fuente: str) -> Riesgos:
    """Devuelve los riesgos de una fuente de Jinja ya parchada.

    >>> analizar("<w:p>{% if a %}<w:r/>{% endif %}</w:p>").cortes
    False
    >>> analizar("<w:p>{% if a %}<w:r>{% endif %}</w:r></w:p>").cortes
    True
    >>> analizar("<w:r>{% if a %}</w:r><w:r>{% endif %}</w:r>").cortes
    False
    >>> analizar("<w:tbl>{% for f in l %}<w:tr><w:tc><w:p/></w:tc></w:tr>{% endfor %}</w:tbl>")
    Riesgos(cortes=False, cuadricula=True, repetidos=False, vacios=True, palabras=...)
    """
    lector = _Lector()
    for hallada in _PIEZAS.finditer(fuente):
        lector.pasar(hallada.group())
    cortes = lector.cortes or bool(lector.abiertos) or bool(lector.ordenes)
    cortes |= not lector.palabras <= _CONOCIDAS
    return Riesgos(
        cortes,
        cortes or lector.cuadricula,
        cortes or lector.repetidos,
        cortes or lector.vacios,
        frozenset(lector.palabras),
    )
