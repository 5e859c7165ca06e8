"""Lo que el concepto cita en sus textos, leído una vez para todas las reglas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.caso.arbol import TextoCrudo
from generador.citas.lectura import leer
from generador.citas.norma import Tipo
from generador.reglas.acto_general.hallados import en_texto
from generador.reglas.normas import advertir
from generador.reglas.textos import textos_de

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.citas.norma import Norma
    from generador.hallazgos import Hallazgo
    from generador.modelo.concepto import CasoConcepto

# Lo que escribe quien responde. La petición es de otro, y las fuentes no son prosa.
CAMPOS = ("descriptores", "problemas", "respuestas", "consideraciones", "razones", "textos_fijos")


@dataclass(frozen=True, slots=True)
class Citada:
    """Lo que un texto cita por su cuenta, y dónde; `escrita` es la cita como está escrita."""

    ruta: str
    texto: str
    posicion: int
    norma: Norma
    escrita: str


def citadas(caso: CasoConcepto) -> tuple[Citada, ...]:
    """Lo que citan los textos del caso, en su orden, sin lo que solo transcriben."""
    return tuple(
        Citada(ruta, texto, hallada.inicio, hallada.cita.norma, hallada.texto)
        for ruta, texto in _textos(caso)
        for hallada in leer(texto)
        if hallada.cita is not None
        and hallada.cita.norma.tipo is not Tipo.INTERNA
        and not hallada.transcrita
        and not _en_cita(texto, hallada.inicio)
    )


def _textos(caso: CasoConcepto) -> Iterator[tuple[str, str]]:
    for campo in CAMPOS:
        for ruta, texto in textos_de(getattr(caso, campo), campo):
            if isinstance(texto, TextoCrudo) or ruta.endswith((".pregunta", ".titulo")):
                yield ruta, texto


def _en_cita(texto: str, posicion: int) -> bool:
    """Si el renglón es de una transcripción («>»)."""
    return texto[texto.rfind("\n", 0, posicion) + 1 :].lstrip().startswith(">")


def revisar_normas(_caso: CasoConcepto, citadas: tuple[Citada, ...]) -> Iterator[Hallazgo]:
    """Lo que el catálogo advierte de cada norma, una vez, donde primero se cita."""
    vistas: set[str] = set()
    for citada in citadas:
        if citada.norma.clave in vistas:
            continue
        vistas.add(citada.norma.clave)
        advertencia = advertir(citada.norma, "CON060", citada.ruta)
        if advertencia is not None:
            yield en_texto(advertencia, citada.texto, citada.posicion)
