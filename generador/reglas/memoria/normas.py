"""Las normas que la memoria cita: su publicación, su vigencia y lo que advierte el catálogo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.caso.arbol import TextoCrudo
from generador.citas.catalogo import Estado, catalogo
from generador.citas.lectura import leer
from generador.hallazgos import Gravedad, Hallazgo, Lugar
from generador.reglas.memoria.secciones import contenido_de, ruta_del_contenido
from generador.reglas.textos import textos_de

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.citas.cita import CitaHallada
    from generador.citas.fichas import Ficha
    from generador.citas.norma import Norma
    from generador.modelo.memoria import Memoria, ProyectoNormativo
    from generador.modelo.memoria_secciones import NormaVigente

SIN_VIGOR = (Estado.DEROGADA, Estado.INEXEQUIBLE)
RIGEN = ("vigente", "vigente con modificaciones")


def revisar_vigencia(memoria: Memoria) -> Iterator[Hallazgo]:
    """Exige la publicación de cada norma de 3.2 (o del inventario) y la coteja con el catálogo."""
    for ruta, norma in _normas(memoria):
        if norma.otra_publicacion is None and not (norma.diario_oficial and norma.fecha_diario):
            yield Hallazgo(
                codigo="MEM060",
                gravedad=Gravedad.ERROR,
                ruta=ruta,
                mensaje=f"De «{norma.norma}» no consta en qué Diario Oficial se publicó.",
                remedio="Añada «diario_oficial» y «fecha_diario»; si no se publicó allí, "
                "«otra_publicacion».",
            )
        ficha = _ficha(str(norma.norma))
        if ficha is not None:
            yield from _cotejar(ruta, norma, ficha)


def _normas(memoria: Memoria) -> Iterator[tuple[str, NormaVigente]]:
    if memoria.contenido_2020 is not None:
        for i, norma in enumerate(memoria.contenido_2020.vigencia.normas, 1):
            yield f"memoria.contenido_2020.vigencia.normas[{i}]", norma
    if memoria.contenido_2026 is not None:
        for i, norma in enumerate(memoria.contenido_2026.inventario.normas, 1):
            yield f"memoria.contenido_2026.inventario.normas[{i}]", norma


def _ficha(texto: str) -> Ficha | None:
    """La ficha de la primera norma que nombra el texto, si está en el catálogo."""
    citadas = [hallada.cita.norma for hallada in leer(texto) if hallada.cita]
    return catalogo().ficha_de(citadas[0]) if citadas else None


def _cotejar(ruta: str, norma: NormaVigente, ficha: Ficha) -> Iterator[Hallazgo]:
    publicada = ficha.diario_oficial
    if norma.diario_oficial and publicada and norma.diario_oficial != publicada:
        yield Hallazgo(
            codigo="MEM061",
            gravedad=Gravedad.AVISO,
            ruta=f"{ruta}.diario_oficial",
            mensaje=f"«{norma.norma}» se publicó en el Diario Oficial {publicada}, según el "
            f"catálogo, y el caso dice {norma.diario_oficial}.",
            remedio="Confírmelo en el Diario Oficial.",
        )
    if ficha.estado in SIN_VIGOR and norma.estado in RIGEN:
        yield Hallazgo(
            codigo="MEM062",
            gravedad=Gravedad.ERROR,
            ruta=f"{ruta}.estado",
            mensaje=f"El caso dice que «{norma.norma}» está {norma.estado} y el catálogo, que está "
            f"{ficha.estado} ({ficha.estado_fuente}).",
            remedio="Corrija el estado, o la norma.",
        )


def revisar_citas(proyecto: ProyectoNormativo, memoria: Memoria) -> Iterator[Hallazgo]:
    """Lo que el catálogo advierte de cada norma, una vez, donde primero se cita."""
    dichas: set[tuple[str, ...]] = {()}
    for ruta, texto in _textos_del_caso(proyecto, memoria):
        for hallada in leer(texto):
            frases = catalogo().advertencias(hallada.cita.norma) if hallada.cita else ()
            if hallada.cita and frases not in dichas:
                dichas.add(frases)
                yield _en_su_linea(_advertir(ruta, hallada.cita.norma, frases), texto, hallada)


def _en_su_linea(hallazgo: Hallazgo, texto: str, hallada: CitaHallada) -> Hallazgo:
    """El hallazgo en el renglón de la cita, si se sabe dónde está; si no, queda en su campo."""
    escalar = texto.escalar if isinstance(texto, TextoCrudo) else None
    if escalar is None or escalar.cuerpo is None:
        return hallazgo
    inicio = texto.rfind("\n", 0, hallada.inicio) + 1
    cuerpo = escalar.cuerpo
    linea, columna = cuerpo.linea + hallada.linea - 1, cuerpo.columna + hallada.inicio - inicio
    return hallazgo.en(Lugar(cuerpo.archivo, linea, columna))


def _textos_del_caso(proyecto: ProyectoNormativo, memoria: Memoria) -> Iterator[tuple[str, str]]:
    yield from textos_de(proyecto, "proyecto")
    contenido = contenido_de(memoria)
    if contenido is not None:
        yield from textos_de(contenido, ruta_del_contenido(memoria))


def _advertir(ruta: str, norma: Norma, frases: tuple[str, ...]) -> Hallazgo:
    preguntas = [frase for frase in frases if frase.startswith("¿")]
    return Hallazgo(
        codigo="MEM063",
        gravedad=Gravedad.AVISO if _pide_decision(norma) else Gravedad.NOTA,
        ruta=ruta,
        mensaje=" ".join(frase for frase in frases if frase not in preguntas),
        remedio=" ".join(preguntas),
    )


def _pide_decision(norma: Norma) -> bool:
    """Si no se conoce, no rige o se cita con otra fecha; que se haya modificado solo informa."""
    ficha = catalogo().ficha_de(norma)
    if ficha is None or ficha.estado in SIN_VIGOR:
        return True
    return norma.fecha is not None and norma.fecha != (ficha.norma.fecha or norma.fecha)
