"""Los flujogramas y las matrices: que el texto los llame, que existan y que cuadren."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.falta import exigir
from generador.modelo.llamados import FLUJOGRAMA, GRAFICA, MATRIZ
from generador.reglas import llamados
from generador.reglas.llamados import Codigos, Escritos
from generador.reglas.memoria.secciones import secciones_de

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generador.modelo.flujograma import Flujograma, Matriz
    from generador.modelo.memoria import Memoria

LISTAS = {FLUJOGRAMA: "flujogramas", MATRIZ: "matrices"}
CODIGOS = Codigos(no_existe="MEM070", no_cuadra="MEM071")


def revisar_llamados(memoria: Memoria, graficas: Sequence[str]) -> Iterator[Hallazgo]:
    """Comprueba que cada `[[flujograma: …]]` exista, y que cada figura escrita salga una vez.

    `graficas` son los nombres de las que salen del resultado del caso, si tiene uno.
    """
    textos = ((f"{ruta}.texto", s.texto) for ruta, _, s in secciones_de(memoria) if s.texto)
    escritos = [
        Escritos(
            clase,
            f"memoria.{lista}",
            frozenset(str(figura.nombre) for figura in getattr(memoria, lista)),
        )
        for clase, lista in LISTAS.items()
    ]
    if graficas:
        escritos.append(Escritos(GRAFICA, "memoria", frozenset(graficas), optativo=True))
    return llamados.revisar_llamados(textos, escritos, CODIGOS)


def revisar_nombres(memoria: Memoria) -> Iterator[Hallazgo]:
    """Comprueba que no haya dos figuras de la misma clase con el mismo nombre."""
    for lista in LISTAS.values():
        cuenta = Counter(str(figura.nombre) for figura in getattr(memoria, lista))
        for nombre, veces in cuenta.items():
            if veces > 1:
                mensaje = f"Hay {veces} con el nombre «{nombre}»."
                yield _error("MEM075", f"memoria.{lista}", mensaje, "Cambie el nombre de una.")


def revisar_flujograma(flujograma: Flujograma, ruta: str) -> Iterator[Hallazgo]:
    """Comprueba que los pasos vayan numerados de corrido y que cada rama lleve a uno que existe."""
    numeros = [exigir(paso.numero) for paso in flujograma.pasos]
    if numeros != list(range(1, len(numeros) + 1)):
        mensaje = f"Los pasos van del 1 al {len(numeros)}, en orden, y dicen {numeros}."
        yield _error("MEM073", f"{ruta}.pasos", mensaje, "Numérelos de corrido desde 1.")
    for i, paso in enumerate(flujograma.pasos, 1):
        for j, rama in enumerate(paso.ramas, 1):
            lugar = f"{ruta}.pasos[{i}].ramas[{j}]"
            if rama.lleva_a is not None and exigir(rama.lleva_a) not in numeros:
                mensaje = f"La rama «{rama.texto}» lleva al paso {rama.lleva_a}, que no existe."
                yield _error("MEM072", f"{lugar}.lleva_a", mensaje, "Corrija el número del paso.")
            if rama.lleva_a is not None and exigir(rama.termina):
                mensaje = f"La rama «{rama.texto}» termina y también lleva a otro paso."
                yield _error("MEM072", lugar, mensaje, "Deje «lleva_a» o «termina», no los dos.")


def revisar_matriz(matriz: Matriz, ruta: str) -> Iterator[Hallazgo]:
    """Comprueba el puntaje total declarado contra la suma de los criterios."""
    if matriz.total is None:
        return
    suma = sum(exigir(criterio.puntaje) for criterio in matriz.criterios)
    if suma != matriz.total:
        mensaje = f"Los puntajes suman {suma} y la matriz declara {matriz.total}."
        yield _error("MEM074", f"{ruta}.total", mensaje, "Corrija el total o los puntajes.")


def _error(codigo: str, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    return Hallazgo(
        codigo=codigo, gravedad=Gravedad.ERROR, ruta=ruta, mensaje=mensaje, remedio=remedio
    )
