"""Las fuentes de un caso: sus claves, sus datos, y lo que el catálogo sabe de ellas.

Que se citen todas, y que no se cite otra, lo comprueba `redaccion.fuentes_citadas`, que ya tiene
los textos leídos (FUE001, FUE002 y FUE008).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generador.citas.catalogo import catalogo
from generador.citas.identidad import Identidades
from generador.citas.lectura import leer
from generador.citas.norma import Tipo, numero_de_providencia
from generador.citas.providencia import Obra, Providencia
from generador.errores import DatoFaltante, DatoInvalido
from generador.hallazgos import Gravedad, Hallazgo
from generador.lengua.fechas import fecha_larga
from generador.lengua.listas import enumerar
from generador.modelo.falta import Falta
from generador.modelo.fuentes import Fuente, definidas
from generador.reglas.acto_general.hallados import en_texto, hallado
from generador.reglas.textos import textos_de
from generador.texto import clave as clave_de

if TYPE_CHECKING:
    from generador.citas.fichas import Ficha
    from generador.modelo.comunes import Modelo

CONSTITUCIONAL = "corte constitucional"
# Las sentencias de la Corte: de constitucionalidad, de tutela y de unificación.
CON_LETRA = re.compile(r"(?:C|T|SU)-\d+A?")
# Una nota: definida con sus párrafos sangrados, o escrita en el renglón.
NOTA = re.compile(
    r"^[ \t]*\[\^[^\]\s]+\]:.*(?:\n(?:[ \t]*\n)*[ \t]{2,}\S.*)*"
    r"|\^\[(?:[^\[\]]|\[[^\[\]]*\])*\]",
    re.MULTILINE,
)
CITADA = re.compile(r"\{\s*fuente:\s*([^\s,{}]+)")


def revisar_fuentes(caso: Modelo, fuentes: Sequence[Fuente]) -> Iterator[Hallazgo]:
    """Lo que está mal en las `fuentes` de un caso, o conviene mirar.

    Lo que en el borrador falta ya se dijo al validar: aquí no se repite.
    """
    yield from _claves(fuentes)
    citas: dict[int, Providencia | Obra] = {}
    for puesto, fuente in enumerate(fuentes):
        yield from _clases(fuente, puesto)
        try:
            cita = _cita(fuente)
        except DatoFaltante:
            continue
        except DatoInvalido as malo:
            yield _error("FUE010", f"fuentes[{puesto + 1}]", malo.mensaje, malo.remedio)
            continue
        if cita is not None:
            citas[puesto] = cita
        if isinstance(cita, Providencia):
            yield from _numero(cita, puesto)
            yield from _contra_el_catalogo(cita, puesto)
    yield from _repetidas(fuentes, citas)
    yield from _a_mano(caso, fuentes, citas)


def _cita(fuente: Fuente) -> Providencia | Obra | None:
    if fuente.providencia is not None:
        return fuente.providencia.cita()
    return fuente.obra.cita() if fuente.obra is not None else None


def _claves(fuentes: Sequence[Fuente]) -> Iterator[Hallazgo]:
    primeras = definidas(tuple(fuentes))
    for puesto, fuente in enumerate(fuentes):
        if not isinstance(fuente.clave, Falta) and primeras[fuente.clave] != puesto:
            otra = primeras[fuente.clave] + 1
            yield _error(
                "FUE003",
                f"fuentes[{puesto + 1}].clave",
                f"La clave «{fuente.clave}» ya es de la fuente {otra}.",
                "Cambie una de las dos, o deje una sola si son la misma fuente.",
            )


def _clases(fuente: Fuente, puesto: int) -> Iterator[Hallazgo]:
    if len(fuente.clases) == 1:
        return
    hay = f"es a la vez {enumerar(fuente.clases)}" if fuente.clases else "no dice qué es"
    yield _error(
        "FUE009",
        f"fuentes[{puesto + 1}]",
        f"La fuente «{fuente.clave}» {hay}.",
        "Escriba una sola de estas: providencia, obra, concepto u otra.",
    )


def _numero(cita: Providencia, puesto: int) -> Iterator[Hallazgo]:
    """El número de una sentencia de la Corte Constitucional empieza por su letra."""
    constitucional = clave_de(cita.corporacion) == CONSTITUCIONAL
    if not (constitucional and cita.clase is Tipo.SENTENCIA and cita.numero):
        return
    if not CON_LETRA.fullmatch(numero_de_providencia(cita.numero)):
        yield _error(
            "FUE005",
            f"fuentes[{puesto + 1}].providencia.numero",
            f"«{cita.numero}» no es el número de una sentencia de la Corte Constitucional.",
            "Escríbalo con su letra y su guion: C-713, T-025 o SU-070.",
        )


def _contra_el_catalogo(cita: Providencia, puesto: int) -> Iterator[Hallazgo]:
    """Lo que el catálogo sabe de otro modo; que no conozca la providencia no dice nada."""
    ruta = f"fuentes[{puesto + 1}].providencia"
    ficha = catalogo().ficha_de(cita.norma)
    if ficha is None:
        yield from _de_otro_anio(cita, ruta)
        return
    sabido = ficha.norma.fecha
    if sabido and cita.fecha and cita.fecha != sabido:
        yield _aviso(f"{ruta}.fecha", cita, f"su fecha es el {fecha_larga(sabido)}")
    elif ficha.norma.anio and cita.norma.anio != ficha.norma.anio:
        yield _aviso(ruta, cita, f"es de {ficha.norma.anio}")
    if ficha.ponentes and cita.ponentes and not _mismos(cita, ficha):
        yield _aviso(f"{ruta}.ponentes", cita, f"la ponencia es de {enumerar(ficha.ponentes)}")
    if ficha.seccion and cita.seccion and clave_de(ficha.seccion) not in clave_de(cita.seccion):
        yield _aviso(f"{ruta}.seccion", cita, f"es de la {ficha.seccion}")


def _de_otro_anio(cita: Providencia, ruta: str) -> Iterator[Hallazgo]:
    """El número se repite cada año: con el mismo ponente, lo probable es que el año esté mal."""
    for ficha in catalogo().de_numero(cita.clase, cita.norma.numero or ""):
        if ficha.ponentes and _mismos(cita, ficha):
            yield _aviso(ruta, cita, f"la de ese número y ese ponente es de {ficha.norma.anio}")


def _mismos(cita: Providencia, ficha: Ficha) -> bool:
    return set(map(clave_de, cita.ponentes)) == set(map(clave_de, ficha.ponentes))


def _repetidas(
    fuentes: Sequence[Fuente], citas: dict[int, Providencia | Obra]
) -> Iterator[Hallazgo]:
    identidades = Identidades(cita.norma for cita in citas.values())
    vistas: dict[str, int] = {}
    for puesto, cita in citas.items():
        primera = vistas.setdefault(identidades.de(cita.norma).clave, puesto)
        if fuentes[primera].clave != fuentes[puesto].clave:
            yield _error(
                "FUE004",
                f"fuentes[{puesto + 1}]",
                f"«{cita.corta}» ya está definida con la clave «{fuentes[primera].clave}».",
                "Deje una sola y cítela siempre con la misma clave: así remite a su nota.",
            )


def _a_mano(
    caso: Modelo, fuentes: Sequence[Fuente], citas: dict[int, Providencia | Obra]
) -> Iterator[Hallazgo]:
    """Las providencias y obras escritas en una nota que ya son una fuente del caso."""
    identidades = Identidades(cita.norma for cita in citas.values())
    claves = {identidades.de(c.norma).clave: str(fuentes[n].clave) for n, c in citas.items()}
    for ruta, texto in textos_de(caso, ""):
        for nota in NOTA.finditer(texto) if claves else ():
            citadas = set(CITADA.findall(nota[0]))
            for hallada in leer(nota[0]):
                es = hallada.cita and claves.get(identidades.de(hallada.cita.norma).clave)
                if es and es not in citadas and not hallada.transcrita:
                    aviso = hallado(
                        "FUE006",
                        Gravedad.AVISO,
                        ruta,
                        f"La nota nombra «{hallada.texto}», que es la fuente «{es}».",
                        f"Escriba {{fuente: {es}}}: sale completa la primera vez y después remite.",
                    )
                    yield en_texto(aviso, texto, nota.start() + hallada.inicio)


def _aviso(ruta: str, cita: Providencia, que: str) -> Hallazgo:
    mensaje = f"{cita.corta}: según el catálogo, {que}."
    return hallado("FUE007", Gravedad.AVISO, ruta, mensaje, "Confírmelo en la relatoría.")


def _error(codigo: str, ruta: str, mensaje: str, remedio: str) -> Hallazgo:
    return hallado(codigo, Gravedad.ERROR, ruta, mensaje, remedio)
