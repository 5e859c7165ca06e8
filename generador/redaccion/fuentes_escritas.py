"""Cómo se escribe cada fuente de un caso: la referencia completa y la corta."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generador.citas.norma import Norma, Tipo
from generador.errores import DatoFaltante, DatoInvalido
from generador.lengua.fechas import fecha_larga
from generador.marcado.bloques import Parrafo, Texto
from generador.modelo.falta import Falta, exigir

if TYPE_CHECKING:
    from generador.marcado.bloques import EnLinea
    from generador.modelo.concepto_previo import ConceptoPrevio
    from generador.modelo.fuentes import Fuente, FuenteObra, FuenteOtra
    from generador.redaccion.textos import Textos


@dataclass(frozen=True, slots=True)
class Referencia:
    """Cómo se escribe una fuente, sin punto final.

    `lugar` es el que se dice si la mención no trae el suyo («pp. 45-47»), y `antes_del_lugar`, lo
    que lo separa de la referencia completa. `norma` es la que cita, o `None` si no se sabe.
    """

    completa: tuple[EnLinea, ...]
    corta: tuple[EnLinea, ...]
    norma: Norma | None = None
    lugar: str = ""
    antes_del_lugar: str = ", "


def referencias(
    fuentes: Sequence[Fuente], entidad: str | Falta, textos: Textos
) -> dict[str, Referencia]:
    """Las referencias de un caso por su clave; la que está incompleta se ve «[falta: …]».

    `entidad` es la del documento: de ella son los conceptos previos.
    """
    hechas: dict[str, Referencia] = {}
    for puesto, fuente in enumerate(fuentes, 1):
        if isinstance(fuente.clave, Falta) or fuente.clave in hechas:
            continue
        try:
            hechas[fuente.clave] = _referencia(fuente, entidad, textos)
        except DatoFaltante as falta:
            hechas[fuente.clave] = ausente(falta.ruta)
        except DatoInvalido:
            hechas[fuente.clave] = ausente(f"fuentes[{puesto}]")
    return hechas


def _referencia(fuente: Fuente, entidad: str | Falta, textos: Textos) -> Referencia:
    if fuente.providencia is not None:
        cita = fuente.providencia.cita()
        return Referencia(_llano(cita.larga.removesuffix(".")), _llano(cita.corta), cita.norma)
    if fuente.obra is not None:
        return _de_obra(fuente.obra)
    if fuente.concepto is not None:
        return _de_concepto(fuente.concepto, exigir(entidad))
    if fuente.otra is not None:
        return _de_otra(fuente.otra, textos)
    raise DatoFaltante(f"fuentes.{fuente.clave}")


def _de_obra(fuente: FuenteObra) -> Referencia:
    """Con las páginas aparte: si la mención trae las suyas, las reemplazan."""
    obra = fuente.cita()
    entera = replace(obra, paginas=None)
    lugar = obra.corta.removeprefix(entera.corta).removeprefix(", ")
    completa = _llano(entera.larga.removesuffix("."))
    return Referencia(completa, _llano(entera.corta), obra.norma, lugar, ". ")


def _de_concepto(concepto: ConceptoPrevio, entidad: str) -> Referencia:
    numero, fecha = exigir(concepto.numero), exigir(concepto.fecha)
    # El nombre de la Agencia termina en una raya que aquí no abre nada.
    propia = re.sub(r"[\s–-]+$", "", entidad)
    norma = Norma(Tipo.CONCEPTO, numero, fecha.year, fecha, propia)
    completa = _llano(f"{propia}. Concepto {numero} del {fecha_larga(fecha)}")
    return Referencia(completa, _llano(norma.canonica), norma)


def _de_otra(otra: FuenteOtra, textos: Textos) -> Referencia:
    return Referencia(_escrita(otra.completa, textos), _escrita(otra.corta, textos))


def _escrita(escrito: Any, textos: Textos) -> tuple[EnLinea, ...]:
    """Lo que escribió el asesor, sin el punto final."""
    contenido: tuple[EnLinea, ...] = ()
    for bloque in textos.bloques(exigir(escrito)):
        contenido += bloque.contenido if isinstance(bloque, Parrafo) else ()
    return sin_punto(contenido)


def ausente(ruta: str) -> Referencia:
    """La de una fuente que no se puede escribir: «[falta: ruta]»."""
    return Referencia(_llano(str(Falta(ruta))), _llano(str(Falta(ruta))))


def _llano(texto: str) -> tuple[Texto, ...]:
    return (Texto(texto),)


def sin_punto(contenido: tuple[EnLinea, ...]) -> tuple[EnLinea, ...]:
    """El contenido sin su punto final ni los espacios que lo sigan."""
    if not contenido or not isinstance(contenido[-1], Texto):
        return contenido
    texto = contenido[-1].texto.rstrip().removesuffix(".")
    final = (replace(contenido[-1], texto=texto),) if texto else ()
    return (*contenido[:-1], *final)
