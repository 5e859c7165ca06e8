"""Artículos y parágrafos: «Artículo 3. Título.» en negrilla, y seguido lo que dice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.documento.cuerpo.en_linea import Letra, corrida, escribir
from generador.documento.cuerpo.parrafos import envolver
from generador.documento.cuerpo.titulos import marcar
from generador.marcado.bloques import Articulo, Parrafo

if TYPE_CHECKING:
    from generador.documento.cuerpo.donde import Donde
    from generador.documento.cuerpo.taller import Taller
    from generador.marcado.bloques import Paragrafo


def articulo(bloque: Articulo | Paragrafo, donde: Donde, taller: Taller) -> str:
    """El artículo o parágrafo con todo lo que lleva dentro; debe venir ya numerado."""
    if bloque.numero is None:
        raise ValueError("los artículos y parágrafos llegan ya numerados")
    estilo = "Articulo" if isinstance(bloque, Articulo) else "Paragrafo"
    letra = Letra(donde, negrita=True)
    titulo = escribir(bloque.titulo, letra, taller)
    # En negrilla todo menos el espacio que separa el título de lo que dice el artículo.
    cabeza = _rotulo(bloque, letra, taller) + (corrida(" ", "<w:b/>") + titulo if titulo else "")
    primero, resto = "", bloque.bloques
    if resto and isinstance(resto[0], Parrafo):
        primero = corrida(" ") + escribir(resto[0].contenido, Letra(donde), taller)
        resto = resto[1:]
    junto = isinstance(bloque, Articulo) and bloque.con_lo_que_sigue
    formato = ("<w:keepNext/><w:keepLines/>" if junto else "", "")
    parrafo = envolver(cabeza + primero, donde, taller, estilo, formato)
    return parrafo + taller.seguir(resto, donde)


def _rotulo(bloque: Articulo | Paragrafo, letra: Letra, taller: Taller) -> str:
    """La comilla, el rótulo, el número y su cierre, con el marcador en lo que se cita."""
    formato = letra.formato()
    comilla = corrida(bloque.comilla, formato) if bloque.comilla else ""
    rotulo = corrida(bloque.rotulo, formato)
    numero, cierre = bloque.numero or "", corrida(bloque.cierre, formato)
    if numero:
        citado = marcar(corrida(numero, formato), bloque, numero, taller)
        return f"{comilla}{rotulo}{corrida(' ', formato)}{citado}{cierre}"
    return f"{comilla}{marcar(rotulo, bloque, '', taller)}{cierre}"
