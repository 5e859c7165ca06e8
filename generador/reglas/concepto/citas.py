"""Lo que el concepto cita en sus textos, leído una vez para todas las reglas."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from generador.caso.arbol import TextoCrudo
from generador.citas.lectura import leer
from generador.citas.norma import Tipo
from generador.hallazgos import Gravedad
from generador.modelo.falta import Falta
from generador.reglas.acto_general.hallados import en_texto, hallado
from generador.reglas.normas import advertir
from generador.reglas.textos import textos_de

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.citas.norma import Norma
    from generador.hallazgos import Hallazgo
    from generador.modelo.concepto import CasoConcepto

# Lo que escribe quien responde. La petición es de otro, y las fuentes no son prosa.
# En el orden en que sale: en el formato 2022 las respuestas van después de las consideraciones.
CAMPOS = ("descriptores", "problemas", "consideraciones", "respuestas", "razones", "textos_fijos")


_CORTE = "\n\n"


@dataclass(frozen=True, slots=True)
class Citada:
    """Lo que un texto cita por su cuenta, y dónde; `escrita` es la cita como está escrita.

    `norma` es `None` si no se supo cuál es.
    """

    ruta: str
    texto: str
    posicion: int
    norma: Norma | None
    escrita: str


def citadas(caso: CasoConcepto) -> tuple[Citada, ...]:
    """Lo que citan los textos del caso, en su orden, sin lo que solo transcriben.

    Se leen de corrido: «la citada ley» puede ser la que nombró el texto anterior.
    """
    textos = list(_textos(caso))
    inicios = list(accumulate((len(t) + len(_CORTE) for _, t in textos), initial=0))
    salida = []
    for hallada in leer(_CORTE.join(texto for _, texto in textos)):
        cual = bisect_right(inicios, hallada.inicio) - 1
        ruta, texto = textos[cual]
        lugar = hallada.inicio - inicios[cual]
        norma = None if hallada.cita is None else hallada.cita.norma
        interna = norma is not None and norma.tipo is Tipo.INTERNA
        if not (interna or hallada.transcrita or _en_cita(texto, lugar)):
            salida.append(Citada(ruta, texto, lugar, norma, hallada.texto))
    return tuple(salida)


def _textos(caso: CasoConcepto) -> Iterator[tuple[str, str]]:
    for campo in CAMPOS:
        for ruta, texto in textos_de(getattr(caso, campo), campo):
            if isinstance(texto, TextoCrudo) or ruta.endswith((".pregunta", ".titulo")):
                yield ruta, texto


def _en_cita(texto: str, posicion: int) -> bool:
    """Si el renglón es de una transcripción («>»)."""
    return texto[texto.rfind("\n", 0, posicion) + 1 :].lstrip().startswith(">")


def revisar_sin_resolver(_caso: CasoConcepto, citadas: tuple[Citada, ...]) -> Iterator[Hallazgo]:
    """Avisa de lo que parece una cita y no se supo de qué: no saldría en las referencias."""
    for citada in citadas:
        if citada.norma is None:
            escrita = " ".join(citada.escrita.split())
            aviso = hallado(
                "CON061",
                Gravedad.AVISO,
                citada.ruta,
                f"No se supo qué norma o providencia es «{escrita}»: no cuenta en las referencias.",
                "Nómbrela con su clase, número y año, o diga cuál es cerca de ahí.",
            )
            yield en_texto(aviso, citada.texto, citada.posicion)


def revisar_normas(caso: CasoConcepto, citadas: tuple[Citada, ...]) -> Iterator[Hallazgo]:
    """Lo que el catálogo advierte de cada norma, una vez, donde primero se cita.

    No cuenta lo que le pasó a la norma después de la fecha del concepto.
    """
    fecha = caso.concepto.fecha
    hasta = None if isinstance(fecha, Falta) else fecha
    vistas: set[str] = set()
    for citada in citadas:
        if citada.norma is None or citada.norma.clave in vistas:
            continue
        vistas.add(citada.norma.clave)
        advertencia = advertir(citada.norma, "CON060", citada.ruta, hasta)
        # Un código y la ley que lo adoptó dicen lo mismo.
        if advertencia is not None and advertencia.mensaje not in vistas:
            vistas.add(advertencia.mensaje)
            yield en_texto(advertencia, citada.texto, citada.posicion)
