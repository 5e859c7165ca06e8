"""Las reglas del puntaje proporcional: que se pueda repartir y que cada cosa se llame distinto."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from generador.errores import DatoFaltante
from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.porcentajes import cifra_porcentaje
from generador.modelo.falta import exigir
from generador.modelo.llamados import PUNTAJE
from generador.reglas.llamados import Codigos, Escritos, revisar_llamados
from generador.reglas.puntaje.reparto import impedimentos
from generador.texto import clave, sugerencia

if TYPE_CHECKING:
    from generador.modelo.puntaje import Proponente, Puntaje

TOTAL = "total"
CODIGOS = Codigos(no_existe="PUN008", no_cuadra="PUN009")
SIN_COMO_REPARTIR = {"bienes": "PUN001", "maximo": "PUN002"}
CIEN = 100


def revisar(puntajes: Sequence[Puntaje], textos: Iterable[tuple[str, str]]) -> list[Hallazgo]:
    """Lo que está mal en los puntajes de un caso y en cómo los llaman sus textos.

    `textos` son los textos largos del caso, con la ruta de su campo.
    """
    hallazgos: list[Hallazgo] = []
    for regla in _reglas(puntajes, textos):
        try:
            hallazgos.extend(regla())
        except DatoFaltante as falta:
            mensaje = f"No se pudo comprobar una regla porque falta «{falta.ruta}»."
            hallazgos.append(
                Hallazgo(codigo="PUN098", gravedad=Gravedad.NOTA, ruta=falta.ruta, mensaje=mensaje)
            )
    return list(dict.fromkeys(hallazgos))


def _reglas(
    puntajes: Sequence[Puntaje], textos: Iterable[tuple[str, str]]
) -> Iterator[Callable[[], Iterable[Hallazgo]]]:
    yield partial(_nombres_de_puntajes, puntajes)
    yield partial(_llamados, puntajes, textos)
    for i, puntaje in enumerate(puntajes, 1):
        ruta = f"puntajes[{i}]"
        yield partial(_cuentas, puntaje, ruta)
        yield partial(_nombres, puntaje, ruta)
        for j, proponente in enumerate(puntaje.proponentes, 1):
            yield partial(_oferta, puntaje, proponente, f"{ruta}.proponentes[{j}]")


def _llamados(puntajes: Sequence[Puntaje], textos: Iterable[tuple[str, str]]) -> Iterable[Hallazgo]:
    nombres = frozenset(exigir(puntaje.nombre) for puntaje in puntajes)
    return revisar_llamados(textos, [Escritos(PUNTAJE, "puntajes", nombres)], CODIGOS)


def _nombres_de_puntajes(puntajes: Sequence[Puntaje]) -> Iterator[Hallazgo]:
    nombres = [exigir(puntaje.nombre) for puntaje in puntajes]
    for i in _repetidos(nombres):
        mensaje = f"Ya hay un puntaje con el nombre «{nombres[i]}»."
        yield _error("PUN007", f"puntajes[{i + 1}].nombre", mensaje, "Cambie el de uno.")


def _cuentas(puntaje: Puntaje, ruta: str) -> Iterator[Hallazgo]:
    participaciones = [exigir(bien.participacion) for bien in exigir(puntaje.bienes)]
    maximo, decimales = exigir(puntaje.maximo), exigir(puntaje.decimales)
    for campo, mensaje, remedio in impedimentos(participaciones, maximo, decimales):
        yield _error(SIN_COMO_REPARTIR[campo], f"{ruta}.{campo}", mensaje, remedio)
    suma = sum(participaciones)
    if suma > CIEN:
        yield Hallazgo(
            codigo="PUN010",
            gravedad=Gravedad.AVISO,
            ruta=f"{ruta}.bienes",
            mensaje=f"Las participaciones suman {cifra_porcentaje(Decimal(suma))}.",
            remedio="Confirme que sean partes de un mismo total.",
        )


def _nombres(puntaje: Puntaje, ruta: str) -> Iterator[Hallazgo]:
    """Los textos citan por su nombre tanto un bien como un proponente: no pueden confundirse."""
    bienes = [exigir(bien.nombre) for bien in exigir(puntaje.bienes)]
    proponentes = [exigir(proponente.nombre) for proponente in puntaje.proponentes]
    for i in _repetidos(bienes):
        mensaje = f"El bien «{bienes[i]}» está repetido."
        yield _error("PUN003", f"{ruta}.bienes[{i + 1}].nombre", mensaje, "Deje uno.")
    for i in _repetidos(proponentes):
        mensaje = f"El proponente «{proponentes[i]}» está repetido."
        yield _error("PUN004", f"{ruta}.proponentes[{i + 1}].nombre", mensaje, "Deje uno.")
    ocupados = {clave(nombre) for nombre in (TOTAL, *bienes)}
    for i, nombre in enumerate(proponentes, 1):
        if clave(nombre) in ocupados:
            mensaje = f"«{nombre}» es un proponente y también un bien o el total."
            remedio = "Cambie el nombre: los textos no sabrían cuál citan."
            yield _error("PUN004", f"{ruta}.proponentes[{i}].nombre", mensaje, remedio)
    for i, nombre in enumerate(bienes, 1):
        if clave(nombre) == TOTAL:
            mensaje = f"Un bien no se puede llamar «{nombre}»."
            remedio = "Cambie el nombre: {dato: …: total} da el total."
            yield _error("PUN003", f"{ruta}.bienes[{i}].nombre", mensaje, remedio)


def _oferta(puntaje: Puntaje, proponente: Proponente, ruta: str) -> Iterator[Hallazgo]:
    bienes = [exigir(bien.nombre) for bien in exigir(puntaje.bienes)]
    ofrece = [exigir(nombre) for nombre in proponente.ofrece]
    for i, nombre in enumerate(ofrece, 1):
        if nombre not in bienes:
            mensaje = f"«{nombre}» no está en «bienes»."
            remedio = f"{sugerencia(nombre, bienes)} Escríbalo igual que allí.".strip()
            yield _error("PUN005", f"{ruta}.ofrece[{i}]", mensaje, remedio)
    for i in _repetidos(ofrece):
        mensaje = f"«{ofrece[i]}» está repetido."
        yield _error("PUN006", f"{ruta}.ofrece[{i + 1}]", mensaje, "Deje uno: cuenta una sola vez.")


def _repetidos(nombres: Sequence[str]) -> Iterator[int]:
    """Las posiciones de los que ya salieron, sin mirar mayúsculas ni tildes."""
    vistos: set[str] = set()
    for i, nombre in enumerate(nombres):
        if clave(nombre) in vistos:
            yield i
        vistos.add(clave(nombre))


def _error(codigo: str, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    return Hallazgo(
        codigo=codigo, gravedad=Gravedad.ERROR, ruta=ruta, mensaje=mensaje, remedio=remedio
    )
