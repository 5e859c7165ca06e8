"""Las secciones de la memoria como bloques, una por marcador de la plantilla."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generador.marcado.bloques import Bloque, Encabezado, Parrafo, Texto
from generador.modelo.falta import Falta
from generador.modelo.memoria_2026 import Contenido2026, Inventario
from generador.modelo.memoria_secciones import (
    Afectaciones,
    Circunstancias,
    Contenido2020,
    Jurisprudencia,
    Normas,
    Seccion,
)
from generador.redaccion import memoria_formulas as formulas

if TYPE_CHECKING:
    from generador.caso.arbol import TextoCrudo
    from generador.redaccion.llamados import Piezas
    from generador.redaccion.textos import Textos

# Cuánto bajan los títulos que el asesor puso en el texto, para quedar bajo el de su sección.
BAJO_SECCION, BAJO_SUBSECCION = 1, 2
SUBSECCIONES = frozenset(
    ("competencia", "vigencia", "derogatorias", "jurisprudencia", "circunstancias")
)
NIVEL_MAXIMO = 6
# El motivo que ya empieza por lo que Minuta escribe delante.
NO_APLICA = re.compile(r"\Ano aplica\b[\s.,:;–—-]*(?=\w)", re.IGNORECASE)
NORMAS_VIGENTES = "Normas que hoy rigen la materia"
COMO_LAS_AFECTA = "Cómo las afecta el proyecto"


@dataclass(frozen=True, slots=True)
class Cuerpo:
    """Con qué se redactan las secciones: los textos ya leídos y las figuras del caso."""

    textos: Textos
    figuras: Piezas

    def texto(self, escrito: TextoCrudo | None, bajar: int) -> Iterable[Bloque]:
        """Los bloques de un texto, con sus figuras puestas y sus títulos en su nivel."""
        for bloque in self.figuras.puestas(self.textos.bloques(escrito)):
            if isinstance(bloque, Encabezado):
                yield replace(bloque, nivel=min(bloque.nivel + bajar, NIVEL_MAXIMO))
            else:
                yield bloque

    def seccion(self, seccion: Seccion, ruta: str, bajar: int) -> tuple[Bloque, ...]:
        """Lo que dice una sección; si no dice nada, el dato que falta."""
        if seccion.no_aplica is not None:
            motivo = NO_APLICA.sub("", formulas.frase(seccion.no_aplica))
            return (_parrafo(f"No aplica. {motivo[:1].upper()}{motivo[1:]}."),)
        datos = tuple(_datos(seccion))
        return (*self.texto(seccion.texto, bajar), *datos) or (_parrafo(str(Falta(ruta))),)

    def normas(self, normas: Normas, bajar: int) -> tuple[Bloque, ...]:
        """La vigencia de cada norma y lo que se haya agregado."""
        parrafos = map(formulas.norma_vigente, normas.normas)
        return (*parrafos, *self.texto(normas.texto, bajar))

    def circunstancias(self, escritas: Circunstancias, ruta: str) -> tuple[Bloque, ...]:
        """Los bloques de 3.5 que se eligieron y las demás circunstancias."""
        otras = self.texto(escritas.otras, BAJO_SUBSECCION)
        dichas = (*formulas.circunstancias(escritas), *otras)
        return dichas or (_parrafo(str(Falta(ruta))),)


def secciones_2020(contenido: Contenido2020, cuerpo: Cuerpo) -> Mapping[str, tuple[Bloque, ...]]:
    """Los bloques de cada sección del régimen 2020, por su nombre en la plantilla."""
    bloques: dict[str, tuple[Bloque, ...]] = {}
    for nombre in Contenido2020.model_fields:
        valor, ruta = getattr(contenido, nombre), f"memoria.contenido_2020.{nombre}"
        bajar = BAJO_SUBSECCION if nombre in SUBSECCIONES else BAJO_SECCION
        if isinstance(valor, Seccion):
            bloques[nombre] = cuerpo.seccion(valor, ruta, bajar)
        elif isinstance(valor, Normas):
            bloques[nombre] = cuerpo.normas(valor, bajar)
        elif isinstance(valor, Circunstancias):
            bloques[nombre] = cuerpo.circunstancias(valor, ruta)
    return bloques


def secciones_2026(contenido: Contenido2026, cuerpo: Cuerpo) -> Mapping[str, tuple[Bloque, ...]]:
    """Los bloques de cada contenido del régimen 2026; la consulta va en el último."""
    bloques = {
        nombre: cuerpo.seccion(valor, f"memoria.contenido_2026.{nombre}", BAJO_SECCION)
        for nombre in Contenido2026.model_fields
        if isinstance(valor := getattr(contenido, nombre), Seccion)
    }
    bloques["otros"] = (*bloques["otros"], *formulas.consulta(contenido.consulta))
    return bloques


def ausentes(contenido: type[Contenido2020 | Contenido2026], ruta: str) -> dict[str, list[Bloque]]:
    """Los bloques de un borrador que todavía no tiene el contenido de su régimen."""
    aparte = ("anexos", "consulta", "soportes")
    return {
        nombre: [_parrafo(str(Falta(f"{ruta}.{nombre}")))]
        for nombre in contenido.model_fields
        if nombre not in aparte
    }


def _datos(seccion: Seccion) -> Iterable[Bloque]:
    """Lo que la sección trae como datos, después de su texto."""
    if isinstance(seccion, Jurisprudencia):
        yield from map(formulas.decision, seccion.decisiones)
    elif isinstance(seccion, Inventario):
        yield from _con_titulo(NORMAS_VIGENTES, map(formulas.norma_vigente, seccion.normas))
        yield from _con_titulo(COMO_LAS_AFECTA, map(formulas.afectacion, seccion.afectaciones))
    elif isinstance(seccion, Afectaciones):
        yield from map(formulas.afectacion, seccion.afectaciones)


def _con_titulo(titulo: str, parrafos: Iterable[Parrafo]) -> Iterable[Bloque]:
    """Un título y sus párrafos, si los hay."""
    hechos = list(parrafos)
    if hechos:
        yield Encabezado(1 + BAJO_SECCION, (Texto(titulo),))
        yield from hechos


def _parrafo(texto: str) -> Parrafo:
    return Parrafo((Texto(texto),))
