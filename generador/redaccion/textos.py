"""Los textos largos de un caso: de Markdown a bloques, con sus hallazgos en su lugar.

Todos los textos de un caso se leen juntos: uno puede remitir a la etiqueta que puso otro. Donde
dicen `{dato: nombre}` va el dato de ese nombre, el mismo en todos los documentos del caso.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generador.caso.arbol import TextoCrudo
from generador.hallazgos import Gravedad, Hallazgo, Lugar
from generador.marcado.bloques import Figura, Parrafo, Texto
from generador.marcado.contexto import Fuente
from generador.marcado.lectura import Marcado, marcar_juntas
from generador.marcado.literal import escapar
from generador.modelo.comunes import Modelo
from generador.modelo.falta import Falta
from generador.redaccion.comillas import revisar_comillas
from generador.redaccion.fuentes_citadas import revisar_citas
from generador.redaccion.notas import con_notas_propias
from generador.redaccion.recorrido import hallar
from generador.texto import sugerencia

if TYPE_CHECKING:
    from generador.marcado.bloques import Bloque

# Con una barra delante es texto; con dos, la barra es el texto y el dato sí va.
DATO = re.compile(r"(?:(?<!\\)|(?<=(?<!\\)\\\\))\{dato: *([^{}\n]*?) *\}")
SIN_DATOS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class FiguraHallada:
    """El archivo de una figura, y el lugar y el campo del texto que la pide."""

    archivo: str
    lugar: Lugar
    ruta: str


@dataclass(frozen=True, slots=True)
class Textos:
    """Los textos de un caso, ya leídos."""

    por_texto: Mapping[int, Marcado]
    hallazgos: tuple[Hallazgo, ...]
    figuras: tuple[FiguraHallada, ...]

    def bloques(self, texto: TextoCrudo | Falta | None) -> tuple[Bloque, ...]:
        """Los bloques de un campo del caso; ninguno si es opcional y no está."""
        if texto is None:
            return ()
        if isinstance(texto, Falta):
            return (Parrafo((Texto(str(texto)),)),)
        return self.por_texto[id(texto)].bloques

    def de(self, valor: object) -> Iterator[TextoCrudo]:
        """Los textos largos que hay en un modelo, o en parte de él, en su orden."""
        return (texto for texto in _textos(valor) if id(texto) in self.por_texto)


def leer_textos(caso: Modelo, datos: Mapping[str, str] = SIN_DATOS) -> Textos:
    """Lee todos los campos `TextoMarcado` de un caso, con los `datos` en su sitio."""
    textos = list(_textos(caso))
    hallazgos: list[Hallazgo] = []
    fuentes = [_con_datos(_fuente(texto), datos, hallazgos) for texto in textos]
    leidos = marcar_juntas(fuentes)
    for texto, leido in zip(textos, leidos, strict=True):
        hallazgos += _en_su_sitio(texto, leido)
    leidos = con_notas_propias(leidos)
    pares = list(zip(textos, leidos, strict=True))
    hallazgos += [*revisar_citas(caso, pares), *revisar_comillas(caso, pares)]
    por_texto = {id(texto): leido for texto, leido in zip(textos, leidos, strict=True)}
    figuras = [
        FiguraHallada(figura.ruta, Lugar(fuente.archivo, figura.linea, fuente.columna), fuente.ruta)
        for fuente, leido in zip(fuentes, leidos, strict=True)
        for figura in hallar(leido.bloques, Figura)
    ]
    return Textos(por_texto, tuple(hallazgos), tuple(figuras))


def _textos(valor: Any) -> Iterator[TextoCrudo]:
    if isinstance(valor, TextoCrudo):
        yield valor
    elif isinstance(valor, Modelo):
        for nombre in type(valor).model_fields:
            yield from _textos(getattr(valor, nombre))
    elif isinstance(valor, tuple):
        for elemento in valor:
            yield from _textos(elemento)


def _fuente(texto: TextoCrudo) -> Fuente:
    escalar = texto.escalar
    if escalar is None:
        return Fuente(texto, "")
    lugar = escalar.cuerpo or escalar.lugar
    return Fuente(texto, lugar.archivo, lugar.linea, lugar.columna, escalar.ruta)


def _con_datos(fuente: Fuente, datos: Mapping[str, str], hallazgos: list[Hallazgo]) -> Fuente:
    """La fuente con cada `{dato: …}` cambiado por su valor; el desconocido queda a la vista."""

    def poner(hallado: re.Match[str]) -> str:
        nombre = hallado[1]
        if nombre in datos:
            return escapar(datos[nombre])
        antes = fuente.texto[: hallado.start()]
        renglon = antes.rpartition("\n")[2]
        lugar = Lugar(
            fuente.archivo, fuente.linea + antes.count("\n"), fuente.columna + len(renglon)
        )
        remedio = sugerencia(nombre, datos) or "Añádalo a «datos», con su nombre y su valor."
        hallazgos.append(
            Hallazgo(
                codigo="TEX001",
                gravedad=Gravedad.ERROR,
                ruta=fuente.ruta,
                mensaje=f"No hay ningún dato llamado «{nombre}».",
                remedio=remedio,
            ).en(lugar)
        )
        return f"[falta: {escapar(nombre)}]"

    return replace(fuente, texto=DATO.sub(poner, fuente.texto))


def _en_su_sitio(texto: TextoCrudo, leido: Marcado) -> list[Hallazgo]:
    """Si sus renglones no lo son del archivo (en JSON, o con «>»), se señala donde empieza."""
    escalar = texto.escalar
    if escalar is None or escalar.cuerpo is not None:
        return list(leido.hallazgos)
    return [h.en(escalar.lugar) for h in leido.hallazgos]
