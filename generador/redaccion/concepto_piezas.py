"""Las piezas con que se arma un concepto: listas de preguntas, traslados y doctrina."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.citas.gramatica import determinar
from generador.lengua.fechas import fecha_larga
from generador.lengua.listas import enumerar
from generador.marcado.bloques import (
    ClaseDeLista,
    FormaDeMarca,
    Lista,
    Parrafo,
    Texto,
)
from generador.modelo.falta import Falta
from generador.redaccion.concepto_transcripciones import nota_transcrita
from generador.redaccion.documento import si_hay
from generador.reglas.concepto.doctrina import conceptos_previos
from generador.reglas.concepto.romanos import problema_llamado, romano

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generador.marcado.bloques import Bloque, EnLinea
    from generador.modelo.concepto import CasoConcepto
    from generador.modelo.concepto_partes import PuntoTrasladado, Respuesta


def parrafo(*trozos: str | EnLinea) -> Parrafo:
    """Un párrafo de esos trozos; los que son texto, sin formato."""
    return Parrafo(tuple(Texto(t) if isinstance(t, str) else t for t in trozos))


def romanos(elementos: Sequence[tuple[Bloque, ...]], forma: FormaDeMarca) -> Lista:
    """Una lista i, ii, iii…"""
    return Lista(ClaseDeLista.ROMANO, tuple(elementos), forma=forma)


def sobre_los_puntos(
    caso: CasoConcepto, formato: str, transcritos: Sequence[tuple[Bloque, ...]]
) -> tuple[Bloque, ...]:
    """Qué puntos de la petición se responden y cuáles se trasladaron; nada si no se dice."""
    puntos = dict.fromkeys(str(punto) for p in caso.problemas for punto in p.puntos)
    bloques: list[Bloque] = []
    if puntos:
        cuales = enumerar(list(puntos))
        frase = f"los puntos {cuales}" if len(puntos) > 1 else f"el punto {cuales}"
        bloques.append(
            parrafo(f"En este concepto se responde lo que plantea en {frase} de su petición.")
        )
    for punto, texto in zip(caso.puntos_trasladados, transcritos, strict=True):
        nota = nota_transcrita(f"Punto {punto.punto} de la petición", texto, formato)
        bloques.append(parrafo(f"El punto {punto.punto}", nota, f" {_trasladado(punto)}"))
    return tuple(bloques)


def _trasladado(punto: PuntoTrasladado) -> str:
    entidad = si_hay(lambda nombre: _a(determinar(nombre)), punto.a)
    fecha = si_hay(fecha_larga, punto.fecha)
    return (
        f"no es de competencia de esta entidad y se trasladó {entidad}, con el oficio "
        f"{punto.oficio} del {fecha}, de acuerdo con el artículo 21 del Código de Procedimiento "
        "Administrativo y de lo Contencioso Administrativo."
    )


def _a(nombre: str) -> str:
    """El nombre tras «a».

    >>> _a("el Ministerio"), _a("la Contraloría")
    ('al Ministerio', 'a la Contraloría')
    """
    return f"al {nombre[3:]}" if nombre.startswith("el ") else f"a {nombre}"


def respondidos(respuesta: Respuesta, cuantos: int) -> tuple[int, ...]:
    """Los problemas que cubre una respuesta, sin repetir, en su orden."""
    hallados = {
        problema_llamado(nombre, cuantos)
        for nombre in respuesta.responde
        if not isinstance(nombre, Falta)
    }
    return tuple(sorted(n for n in hallados if n is not None))


def rotulo_de_problemas(numeros: Sequence[int]) -> str:
    """Cómo se llama a unos problemas. «ii» se lee «dos»: lleva «y» y no «e».

    >>> rotulo_de_problemas([1]), rotulo_de_problemas([1, 2, 3])
    ('Problema i)', 'Problemas i), ii) y iii)')
    """
    *primeros, ultimo = [f"{romano(n)})" for n in numeros]
    return f"Problemas {', '.join(primeros)} y {ultimo}" if primeros else f"Problema {ultimo}"


def doctrina(caso: CasoConcepto) -> list[str]:
    """Los conceptos anteriores por fecha: «Concepto C-204 del 22 de abril de 2022»."""
    previos = [previo for _, previo in conceptos_previos(caso)]
    completos = [p for p in previos if not isinstance(p.fecha, Falta)]
    en_orden = sorted(completos, key=lambda p: (p.fecha, str(p.numero)))
    en_orden += [p for p in previos if isinstance(p.fecha, Falta)]
    return [f"Concepto {p.numero} del {si_hay(fecha_larga, p.fecha)}" for p in en_orden]
