"""Lo que los textos llaman con `[[clase: nombre]]`: que exista y que salga una vez, en su párrafo.

Lo usan la memoria, con sus figuras, y el concepto, con sus puntajes; cada uno con sus códigos.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generador.caso.arbol import TextoCrudo
from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.llamados import LLAMADO
from generador.texto import sugerencia

_LLAMADO = re.compile(LLAMADO)


@dataclass(frozen=True, slots=True)
class Escritos:
    """Los nombres de lo que el caso trae de una clase, y el campo donde se escriben.

    Lo `optativo` (las gráficas, que salen del resultado) puede no llamarse.
    """

    clase: str
    ruta: str
    nombres: frozenset[str]
    optativo: bool = False


@dataclass(frozen=True, slots=True)
class Codigos:
    """Con qué código se dice que un llamado no existe, y con cuál que falta, sobra o no va solo."""

    no_existe: str
    no_cuadra: str


def revisar_llamados(
    textos: Iterable[tuple[str, str]], escritos: Iterable[Escritos], codigos: Codigos
) -> Iterator[Hallazgo]:
    """Comprueba que cada llamado exista y vaya solo, y que todo lo escrito salga una vez.

    `textos` son los textos largos del caso, con la ruta de su campo.
    """
    por_clase = {escrito.clase: escrito for escrito in escritos}
    veces: Counter[tuple[str, str]] = Counter()
    for ruta, texto in textos:
        for hallado in _LLAMADO.finditer(texto):
            clase, nombre = hallado.groups()
            veces[clase, nombre] += 1
            error = _mal_llamado(por_clase.get(clase), texto, hallado, codigos)
            if error is not None:
                lugar = texto.lugar(hallado.start()) if isinstance(texto, TextoCrudo) else None
                error = replace(error, ruta=ruta)
                yield error if lugar is None else error.en(lugar)
    for escrito in por_clase.values():
        for nombre in sorted(escrito.nombres):
            yield from _salidas(escrito, nombre, veces[escrito.clase, nombre], codigos.no_cuadra)


def _mal_llamado(
    escrito: Escritos | None, texto: str, hallado: re.Match[str], codigos: Codigos
) -> Hallazgo | None:
    llamado = f"[[{hallado[1]}: {hallado[2]}]]"
    if escrito is None:
        mensaje = f"«{llamado}» no va en este documento: saldría escrito tal cual."
        return _error(codigos.no_existe, mensaje, "Quítelo.")
    if hallado[2] not in escrito.nombres:
        mensaje = f"El texto llama {llamado} y no está escrito."
        remedio = f"{sugerencia(hallado[2], escrito.nombres)} {_como_se_escribe(escrito)}"
        return _error(codigos.no_existe, mensaje, remedio.strip())
    if not _va_solo(texto, hallado):
        remedio = "Déjele un renglón vacío antes y otro después, sin sangría, viñeta ni «>»."
        return _error(codigos.no_cuadra, f"{llamado} no va solo en su párrafo.", remedio)
    return None


def _como_se_escribe(escrito: Escritos) -> str:
    if escrito.optativo:
        return f"Hay: {', '.join(sorted(escrito.nombres))}."
    lista = escrito.ruta.rpartition(".")[2]
    return f"Escríbalo en «{lista}»."


def _va_solo(texto: str, hallado: re.Match[str]) -> bool:
    """Si está entre renglones vacíos y sin sangría: en una lista o en una cita no se pone nada."""
    *anteriores, delante = texto[: hallado.start()].rsplit("\n", 2)
    detras, *siguientes = texto[hallado.end() :].split("\n", 2)
    return not (delante or "".join((*anteriores[-1:], detras, *siguientes[:1])).strip())


def _salidas(escrito: Escritos, nombre: str, veces: int, codigo: str) -> Iterator[Hallazgo]:
    llamado = f"[[{escrito.clase}: {nombre}]]"
    if not veces and not escrito.optativo:
        remedio = "Escriba esa línea, sola, en el texto donde va."
        mensaje = f"El texto no dice dónde va {llamado}."
        yield replace(_error(codigo, mensaje, remedio), ruta=escrito.ruta)
    elif veces > 1:
        mensaje = f"El texto llama {veces} veces {llamado}."
        yield replace(_error(codigo, mensaje, "Deje una sola."), ruta=escrito.ruta)


def _error(codigo: str, mensaje: str, remedio: str) -> Hallazgo:
    return Hallazgo(codigo=codigo, gravedad=Gravedad.ERROR, mensaje=mensaje, remedio=remedio)
