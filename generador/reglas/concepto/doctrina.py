"""Los conceptos anteriores: que los que el texto cita consten, con su número y su año."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generador.citas.norma import Tipo
from generador.hallazgos import Gravedad
from generador.lengua.fechas import fecha_larga
from generador.modelo.falta import Falta, exigir
from generador.reglas.acto_general.hallados import en_texto, hallado
from generador.texto import clave, sugerencia

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.citas.norma import Norma
    from generador.hallazgos import Hallazgo
    from generador.modelo.concepto import CasoConcepto
    from generador.modelo.concepto_previo import ConceptoPrevio
    from generador.reglas.concepto.citas import Citada


def conceptos_previos(caso: CasoConcepto) -> Iterator[tuple[str, ConceptoPrevio]]:
    """Los conceptos anteriores que el caso trae, como fuente o como doctrina, con su ruta."""
    for i, fuente in enumerate(caso.fuentes, 1):
        if fuente.concepto is not None:
            yield f"fuentes[{i}].concepto", fuente.concepto
    for i, previo in enumerate(caso.doctrina, 1):
        yield f"doctrina[{i}]", previo


def revisar_doctrina(caso: CasoConcepto) -> Iterator[Hallazgo]:
    """Rechaza el concepto anterior que se repite o que no es anterior."""
    previos = [(ruta, exigir(p.numero), exigir(p.fecha)) for ruta, p in conceptos_previos(caso)]
    veces = Counter((numero, fecha.year) for _, numero, fecha in previos)
    for ruta, numero, fecha in previos:
        if veces[numero, fecha.year] > 1:
            yield hallado(
                "CON040",
                Gravedad.ERROR,
                ruta,
                f"El Concepto {numero} de {fecha.year} está {veces[numero, fecha.year]} veces.",
                "Déjelo una sola: en «fuentes», si el texto lo cita con {fuente: …}, o en "
                "«doctrina».",
            )
        if caso.concepto.fecha is not None and fecha > exigir(caso.concepto.fecha):
            yield hallado(
                "CON041",
                Gravedad.ERROR,
                f"{ruta}.fecha",
                f"El Concepto {numero} es del {fecha_larga(fecha)}, posterior a este.",
                "Corrija la fecha que esté mal.",
            )


def revisar_citados(caso: CasoConcepto, citadas: tuple[Citada, ...]) -> Iterator[Hallazgo]:
    """Exige que cada concepto que el texto nombra conste en «fuentes» o en «doctrina»."""
    propio = caso.concepto.numero
    anios: dict[str, list[int]] = {}
    for _, previo in conceptos_previos(caso):
        anios.setdefault(exigir(previo.numero), []).append(exigir(previo.fecha).year)
    for citada in citadas:
        norma = citada.norma
        if norma is None:
            continue
        numero = norma.numero
        de_la_casa = norma.tipo is Tipo.CONCEPTO and _de_la_entidad(norma, caso)
        if not de_la_casa or numero is None or (not isinstance(propio, Falta) and numero == propio):
            continue
        hallazgo = _mal_citado(citada, numero, norma.anio, anios)
        if hallazgo is not None:
            yield en_texto(hallazgo, citada.texto, citada.posicion)


def _de_la_entidad(norma: Norma, caso: CasoConcepto) -> bool:
    """Si el concepto no dice de quién es, es de quien escribe."""
    return norma.entidad is None or clave(norma.entidad) == clave(exigir(caso.entidad))


def _mal_citado(
    citada: Citada, numero: str, sabido: int | None, anios: dict[str, list[int]]
) -> Hallazgo | None:
    # El que el lector supo por el catálogo puede ser el de otro concepto de ese número.
    anio = sabido if str(sabido) in citada.escrita else None
    if numero in anios:
        if anio is None or anio in anios[numero]:
            return None
        return hallado(
            "CON043",
            Gravedad.ERROR,
            citada.ruta,
            f"El texto dice Concepto {numero} de {anio} y el caso, de {anios[numero][0]}.",
            "Corrija el año donde esté mal.",
        )
    if f"C-{numero}" in anios:
        return hallado(
            "CON044",
            Gravedad.ERROR,
            citada.ruta,
            f"Al Concepto {numero} le falta la letra.",
            f"Escríbalo «C-{numero}».",
        )
    if not numero.startswith("C-"):
        return None  # de otra serie: no es de la doctrina de la entidad
    fecha = f", fecha: {anio}-…" if anio else ", fecha: …"
    return hallado(
        "CON042",
        Gravedad.ERROR,
        citada.ruta,
        f"El texto cita el Concepto {numero} y no está en «fuentes» ni en «doctrina».",
        f"{sugerencia(numero, anios)} Añádalo a «doctrina»: {{numero: {numero}{fecha}}}.".strip(),
    )
