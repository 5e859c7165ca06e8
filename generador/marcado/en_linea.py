"""De los renglones de un párrafo a su contenido: texto con formato, notas, ecuaciones, vínculos."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from generador.marcado.bloques import (
    CitaDeFuente,
    ClaseDeRemision,
    EcuacionEnLinea,
    Enlace,
    EnLinea,
    LlamadaDeNota,
    Nota,
    Parrafo,
    Remision,
    SaltoDeLinea,
    Texto,
)
from generador.marcado.contexto import Contexto, Linea
from generador.marcado.notas import llamar

if TYPE_CHECKING:
    from markdown_it.token import Token

CON_MARCAS = re.compile(r"[\\*_`~{\[^<]|://")
CLASES = {
    "ref": ClaseDeRemision.NUMERO,
    "página": ClaseDeRemision.PAGINA,
    "pagina": ClaseDeRemision.PAGINA,
    "nota": ClaseDeRemision.NOTA,
}


def leer_en_linea(
    ctx: Contexto, lineas: Sequence[Linea], *, en_titulo: bool = False
) -> tuple[EnLinea, ...]:
    """El contenido de los renglones de un párrafo. Un cambio de renglón vale un espacio.

    En un título no se citan fuentes: su nota saldría también en la tabla de contenido.
    """
    texto = "\n".join(linea.texto for linea in lineas)
    if not CON_MARCAS.search(texto):
        return (Texto(texto.replace("\n", " ")),) if texto else ()
    from generador.marcado.motor import fichas

    puestas, sucesos = fichas(texto)
    lugares = _Lugares(lineas)
    for posicion, codigo, mensaje, remedio in sucesos:
        ctx.error(codigo, lugares.de(posicion), mensaje, remedio)
    armado = _Armado(ctx, lugares, en_titulo=en_titulo)
    for ficha in puestas:
        armado.recibir(ficha)
    return armado.contenido()


def texto_de(contenido: Sequence[EnLinea]) -> str:
    """El texto que se lee, sin formato; una nota o una ecuación no pone nada."""
    partes = []
    for parte in contenido:
        if isinstance(parte, Texto):
            partes.append(parte.texto)
        elif isinstance(parte, SaltoDeLinea):
            partes.append("\n")
        elif isinstance(parte, Enlace):
            partes.append(texto_de(parte.contenido))
    return "".join(partes)


class _Lugares:
    """De la posición en el texto unido al renglón y la columna del archivo."""

    def __init__(self, lineas: Sequence[Linea]) -> None:
        self._lineas = lineas
        self._inicios = list(accumulate((len(x.texto) + 1 for x in lineas), initial=0))[:-1]

    def de(self, posicion: int) -> Linea:
        cual = bisect_right(self._inicios, posicion) - 1
        linea = self._lineas[cual]
        return linea._replace(columna=linea.columna + posicion - self._inicios[cual])


@dataclass(slots=True)
class _Nivel:
    """Lo que se lleva armado de un párrafo, de un vínculo o de una nota en línea."""

    partes: list[EnLinea] = field(default_factory=list)
    negritas: int = 0
    cursivas: int = 0


class _Armado:
    """Recibe las fichas en orden y devuelve el contenido."""

    def __init__(self, ctx: Contexto, lugares: _Lugares, *, en_titulo: bool) -> None:
        self._ctx = ctx
        self._en_titulo = en_titulo
        self._lugares = lugares
        self._pila = [_Nivel()]
        self._abiertas: list[dict[str, str | int]] = []
        self._notas_abiertas = 0

    def contenido(self) -> tuple[EnLinea, ...]:
        return tuple(self._pila[0].partes)

    def recibir(self, ficha: Token) -> None:
        nivel = self._pila[-1]
        if ficha.type == "text":
            self._texto(ficha.content.replace("\n", " "))
        elif ficha.type in ("strong_open", "strong_close"):
            nivel.negritas += ficha.nesting
        elif ficha.type in ("em_open", "em_close"):
            nivel.cursivas += ficha.nesting
        elif ficha.type == "hardbreak":
            nivel.partes.append(SaltoDeLinea())
        elif ficha.nesting > 0:
            self._abrir(ficha)
        elif ficha.nesting < 0:
            self._cerrar(ficha)
        else:
            self._suelta(ficha)

    def _texto(self, texto: str) -> None:
        nivel = self._pila[-1]
        negrita, cursiva = nivel.negritas > 0, nivel.cursivas > 0
        ultima = nivel.partes[-1] if nivel.partes else None
        if not texto:
            return
        if isinstance(ultima, Texto) and (ultima.negrita, ultima.cursiva) == (negrita, cursiva):
            nivel.partes[-1] = Texto(ultima.texto + texto, negrita, cursiva)
        else:
            nivel.partes.append(Texto(texto, negrita, cursiva))

    def _abrir(self, ficha: Token) -> None:
        nivel = self._pila[-1]
        self._abiertas.append(ficha.meta)
        if ficha.type == "nota_abre":
            self._notas_abiertas += 1
            self._pila.append(_Nivel())
        else:
            self._pila.append(_Nivel([], nivel.negritas, nivel.cursivas))

    def _cerrar(self, ficha: Token) -> None:
        abierta = self._abiertas.pop()
        partes = tuple(self._pila.pop().partes)
        if ficha.type == "vinculo_cierra":
            self._vinculo(str(abierta["destino"]), partes, int(abierta["pos"]))
            return
        self._notas_abiertas -= 1
        lugar = self._lugares.de(int(abierta["pos"]))
        if self._notas_abiertas or self._ctx.en_nota:
            self._ctx.error(
                "MAR002", lugar, "Una nota no puede llevar otra nota.", "Pásela al texto."
            )
        parrafo = Parrafo(partes, linea=lugar.numero)
        self._pila[-1].partes.append(LlamadaDeNota(Nota((parrafo,), linea=lugar.numero)))

    def _vinculo(self, destino: str, partes: tuple[EnLinea, ...], posicion: int) -> None:
        admitidas = tuple(
            p for p in partes if not isinstance(p, LlamadaDeNota | CitaDeFuente | Enlace)
        )
        self._pila[-1].partes.append(Enlace(destino, admitidas))
        if len(admitidas) < len(partes):
            # La nota no se pierde: queda junto al vínculo, y el asesor se entera.
            sueltas = (p for p in partes if isinstance(p, LlamadaDeNota | CitaDeFuente))
            self._pila[-1].partes.extend(sueltas)
            lugar = self._lugares.de(posicion)
            mensaje = "La nota va dentro del texto de un vínculo."
            self._ctx.error("MAR002", lugar, mensaje, "Póngala después del paréntesis que cierra.")

    def _suelta(self, ficha: Token) -> None:
        nivel = self._pila[-1]
        lugar = self._lugares.de(ficha.meta["pos"])
        if ficha.type == "ecuacion":
            nivel.partes.append(EcuacionEnLinea(ficha.meta["latex"], *_donde(lugar)))
        elif ficha.type == "remision":
            clase, etiqueta = CLASES[ficha.meta["que"]], ficha.meta["etiqueta"]
            self._ctx.remitir(etiqueta, clase, lugar)
            formato = nivel.negritas > 0, nivel.cursivas > 0
            nivel.partes.append(Remision(etiqueta, clase, *formato, *_donde(lugar)))
        elif ficha.type == "fuente":
            clave, detalle = ficha.meta["clave"], ficha.meta["detalle"]
            cita = CitaDeFuente(clave, detalle, linea=lugar.numero, columna=lugar.columna)
            nivel.partes.append(cita)
            if self._en_titulo and not self._notas_abiertas:
                remedio = "Cítela en el texto que sigue al título."
                self._ctx.error("MAR002", lugar, "Un título no cita fuentes.", remedio)
        else:
            nota = llamar(self._ctx, ficha.meta["nombre"], lugar)
            if nota is None or self._notas_abiertas:
                self._texto(f"[^{ficha.meta['nombre']}]")
            else:
                nivel.partes.append(LlamadaDeNota(nota))


def _donde(lugar: Linea) -> tuple[int, int]:
    return lugar.numero, lugar.columna
