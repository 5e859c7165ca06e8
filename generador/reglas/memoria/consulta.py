"""La consulta pública: cuánto duró y si concuerda con sus fechas.

Los días se cuentan desde el siguiente a la publicación (Ley 4 de 1913, artículos 59 a 62); los
mínimos están en `parametros/memoria.toml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.fechas import fecha_larga
from generador.modelo.falta import exigir
from generador.reglas.memoria.parametros import parametros

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generador.modelo.memoria import Memoria
    from generador.modelo.memoria_2026 import Consulta, SegundaConsulta
    from generador.modelo.memoria_secciones import Publicacion

RUTA = "memoria.contenido_2026.consulta"
RUTA_2020 = "memoria.contenido_2020.circunstancias.publicacion"


def duracion(periodo: Consulta | SegundaConsulta | Publicacion) -> int:
    """Días calendario de la consulta, desde el siguiente a su publicación hasta el último."""
    return (exigir(periodo.hasta) - exigir(periodo.desde)).days


def revisar_consulta(memoria: Memoria) -> Iterator[Hallazgo]:
    """Comprueba los días de la consulta en el SUCOP y de la adicional (régimen 2026)."""
    if memoria.contenido_2026 is None:
        return
    consulta = memoria.contenido_2026.consulta
    yield from _corta(RUTA, "MEM050", consulta, parametros().consulta_dias)
    if exigir(consulta.cambios_sustanciales):
        dias = parametros().consulta_adicional_dias
        if consulta.adicional is None:
            yield Hallazgo(
                codigo="MEM051",
                gravedad=Gravedad.ERROR,
                ruta=RUTA,
                mensaje="El proyecto cambió en lo sustancial y no hubo consulta adicional.",
                remedio=f"Publíquelo {dias} días calendario más y escriba «adicional».",
            )
        else:
            yield from _corta(f"{RUTA}.adicional", "MEM051", consulta.adicional, dias)


def _corta(
    ruta: str, codigo: str, periodo: Consulta | SegundaConsulta, minimo: int
) -> Iterator[Hallazgo]:
    hay = duracion(periodo)
    if hay < minimo:
        yield Hallazgo(
            codigo=codigo,
            gravedad=Gravedad.ERROR,
            ruta=f"{ruta}.hasta",
            mensaje=f"La consulta duró {hay} días calendario, contados desde el siguiente al "
            f"{fecha_larga(periodo.desde)}, y son por lo menos {minimo}.",
            remedio="Amplíe la consulta, o corrija las fechas.",
        )


def revisar_publicacion(memoria: Memoria) -> Iterator[Hallazgo]:
    """Comprueba que la publicación del régimen 2020 no termine antes de empezar."""
    if memoria.contenido_2020 is None or memoria.contenido_2020.circunstancias.publicacion is None:
        return
    if duracion(memoria.contenido_2020.circunstancias.publicacion) < 0:
        yield Hallazgo(
            codigo="MEM052",
            gravedad=Gravedad.ERROR,
            ruta=f"{RUTA_2020}.hasta",
            mensaje="La publicación para comentarios termina antes de empezar.",
            remedio="Corrija «desde» o «hasta».",
        )
