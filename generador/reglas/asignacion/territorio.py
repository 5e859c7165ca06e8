"""Los municipios de las filas: que existan, que concuerden con su nombre y que no se repitan.

Fuente: DANE, Divipola. Un código al que la hoja de cálculo le quitó el cero inicial se completa, y
se dice; un área no municipalizada no puede ser beneficiaria.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generador.catalogos.divipola import (
    AREA_NO_MUNICIPALIZADA,
    Municipio,
    buscar,
    municipio,
    municipios,
    se_llama,
)
from generador.modelo.falta import Falta
from generador.reglas.asignacion.hallados import error, nota

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generador.hallazgos import Hallazgo
    from generador.modelo.asignacion_convocatoria import Proyecto
    from generador.modelo.asignacion_formula import FilaMunicipio

LARGO_DEL_CODIGO = 5


def completar(codigo: str) -> str:
    """El código con el cero inicial que una hoja de cálculo le quita a los de la 05 y la 08.

    >>> completar("5001"), completar("05001")
    ('05001', '05001')
    """
    return codigo.zfill(LARGO_DEL_CODIGO) if len(codigo) == LARGO_DEL_CODIGO - 1 else codigo


def de_fila(fila: FilaMunicipio) -> Municipio:
    """El municipio de una fila ya revisada."""
    return municipio(completar(fila.codigo))


def de_proyecto(proyecto: Proyecto) -> tuple[Municipio, ...]:
    """Los municipios de un proyecto ya revisado, en orden de código."""
    return tuple(municipio(codigo) for codigo in sorted(map(completar, proyecto.municipios)))


def revisar_filas(filas: Sequence[FilaMunicipio]) -> Iterator[Hallazgo]:
    """Cada fila: su código, su nombre, su departamento, y que no se repita."""
    vistos: dict[str, int] = {}
    for n, fila in enumerate(filas, 1):
        if isinstance(fila.codigo, Falta):
            continue
        codigo, ruta = completar(fila.codigo), f"municipios[{n}].codigo"
        if codigo in vistos:
            yield error(
                "ASG020",
                ruta,
                f"El municipio {codigo} está repetido: ya está en «municipios[{vistos[codigo]}]».",
                "Deje una sola fila.",
            )
        vistos.setdefault(codigo, n)
        yield from _revisar_codigo(fila.codigo, ruta, fila)
        yield from _revisar_nombre(fila, n)


def revisar_proyectos(proyectos: Sequence[Proyecto]) -> Iterator[Hallazgo]:
    """Los códigos de cada proyecto: que existan y no se repitan."""
    for n, proyecto in enumerate(proyectos, 1):
        if isinstance(proyecto.municipios, Falta):
            continue
        ruta = f"proyectos[{n}].municipios"
        completos = [completar(codigo) for codigo in proyecto.municipios]
        for codigo in proyecto.municipios:
            yield from _revisar_codigo(codigo, ruta, None)
        if len(set(completos)) < len(completos):
            yield error(
                "ASG020", ruta, "El proyecto repite un municipio.", "Escriba cada código una vez."
            )


def _revisar_codigo(codigo: str, ruta: str, fila: FilaMunicipio | None) -> Iterator[Hallazgo]:
    completo = completar(codigo)
    quien = municipios().get(completo)
    if quien is None:
        # Sin el nombre no se adivina: el código que más se le parezca sería de otro municipio.
        cinco = re.fullmatch(r"[0-9]{5}", codigo)
        que_pasa = "está en la DIVIPOLA" if cinco else "es un código DIVIPOLA: son cinco dígitos"
        remedio = (fila and _pista(fila)) or "Escriba el código del DANE, como 05001."
        yield error("ASG021", ruta, f"«{codigo}» no {que_pasa}.", remedio)
        return
    if quien.tipo == AREA_NO_MUNICIPALIZADA:
        yield error(
            "ASG023",
            ruta,
            f"{codigo}, {quien}, es un área no municipalizada y no puede recibir.",
            "Quítela, o corrija el código si quiso nombrar a un municipio.",
        )
    elif completo != codigo:
        yield nota(
            "ASG024",
            ruta,
            f"Al código «{codigo}» le falta el cero inicial: se lee {completo}, {quien}.",
            "En la hoja de cálculo, dele formato de texto a la columna.",
        )


def _revisar_nombre(fila: FilaMunicipio, n: int) -> Iterator[Hallazgo]:
    quien = municipios().get(completar(fila.codigo))
    if quien is None or isinstance(fila.municipio, Falta) or isinstance(fila.departamento, Falta):
        return
    if not se_llama(quien, fila.municipio, fila.departamento):
        yield error(
            "ASG022",
            f"municipios[{n}].municipio",
            f"El código {quien.codigo} es de {quien} y la fila dice {fila.municipio} "
            f"({fila.departamento}).",
            _pista(fila) or "Corrija el código o el nombre.",
        )


def _pista(fila: FilaMunicipio) -> str:
    """El código que le corresponde al nombre de la fila, si es uno solo."""
    if isinstance(fila.municipio, Falta) or isinstance(fila.departamento, Falta):
        return ""
    hallados = buscar(fila.municipio, fila.departamento)
    if len(hallados) != 1:
        return ""
    return f"¿Quiso decir {hallados[0].codigo}, {hallados[0]}?"
