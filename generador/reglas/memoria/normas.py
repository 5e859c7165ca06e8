"""Las normas que la memoria cita: su publicación, su vigencia y lo que advierte el catálogo."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generador.citas.catalogo import catalogo
from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.fechas import fecha_larga
from generador.reglas.memoria.secciones import contenido_de, ruta_del_contenido
from generador.reglas.normas import SIN_VIGOR, advertir_todas, citadas
from generador.reglas.textos import textos_de

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.citas.fichas import Ficha
    from generador.modelo.memoria import Memoria, ProyectoNormativo
    from generador.modelo.memoria_secciones import NormaVigente

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
        yield from _publicada_despues(ruta, norma, memoria)
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
    nombradas = [norma for _, norma in citadas(texto)]
    return catalogo().ficha_de(nombradas[0]) if nombradas else None


def _publicada_despues(ruta: str, norma: NormaVigente, memoria: Memoria) -> Iterator[Hallazgo]:
    """Avisa si el Diario Oficial es posterior a la memoria que lo cita."""
    publicada, fecha = norma.fecha_diario, memoria.fecha
    if not isinstance(publicada, date) or not isinstance(fecha, date) or publicada <= fecha:
        return
    yield Hallazgo(
        codigo="MEM064",
        gravedad=Gravedad.AVISO,
        ruta=f"{ruta}.fecha_diario",
        mensaje=f"El Diario Oficial de «{norma.norma}» es del {fecha_larga(publicada)}, después de "
        f"la memoria, que es del {fecha_larga(fecha)}.",
        remedio="Corrija la fecha que esté mal.",
    )


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
    yield from advertir_todas(_textos_del_caso(proyecto, memoria), "MEM063")


def _textos_del_caso(proyecto: ProyectoNormativo, memoria: Memoria) -> Iterator[tuple[str, str]]:
    yield from textos_de(proyecto, "proyecto")
    contenido = contenido_de(memoria)
    if contenido is not None:
        yield from textos_de(contenido, ruta_del_contenido(memoria))
