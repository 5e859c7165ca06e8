"""La resolución y el decreto de carácter general: del caso a lo que cada parte dice.

La forma y el orden viven en `plantillas/resolucion` y `plantillas/decreto`, que el asesor edita en
Word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from generador.documento.metadatos import Metadatos
from generador.lengua.fechas import fecha_de_cierre, fecha_larga
from generador.lengua.listas import enumerar
from generador.lengua.pesos import en_letras_y_cifras
from generador.marcado.bloques import (
    Articulo,
    Bloque,
    Encabezado,
    Parrafo,
    SaltoDePagina,
    Texto,
)
from generador.modelo.acto_general import (
    COMUNICACION,
    GENERAL,
    PARTICULAR,
    CasoDecreto,
    CasoResolucion,
)
from generador.modelo.falta import Falta
from generador.redaccion.considerandos import puestos
from generador.redaccion.documento import Redaccion, o_espacio, si_hay
from generador.redaccion.memoria import redactar_memoria
from generador.redaccion.numeracion import numerar
from generador.redaccion.remisiones import escribir_ajenas, numeros
from generador.redaccion.textos import Textos, leer_textos
from generador.reglas.acto_general.proyecto import proyecto_normativo

if TYPE_CHECKING:
    from generador.modelo.acto_general import CasoGeneral, Dato

CIERRES = {
    GENERAL: "PUBLÍQUESE Y CÚMPLASE",
    PARTICULAR: "NOTIFÍQUESE Y CÚMPLASE",
    COMUNICACION: "COMUNÍQUESE Y CÚMPLASE",
}
MEMORIA = "memoria"
# Los espacios de ley mientras el acto es proyecto.
ESPACIO_NUMERO, ESPACIO_ANIO, ESPACIO_FECHA = "________", "________", " " * 24
ESPACIO_DADO = "a los"


def epigrafe(caso: CasoGeneral) -> str:
    """El epígrafe, escrito una sola vez para la carátula, los encabezados y la memoria."""
    return str(caso.acto.epigrafe)


def datos(caso: CasoGeneral) -> dict[str, str]:
    """Los datos que los textos citan por su nombre, ya escritos."""
    return {str(dato.nombre): str(_escrito(dato)) for dato in caso.datos}


def _escrito(dato: Dato) -> object:
    if dato.monto is not None:
        return si_hay(en_letras_y_cifras, dato.monto)
    if dato.fecha is not None:
        return si_hay(fecha_larga, dato.fecha)
    return dato.texto


def redactar_resolucion(caso: CasoResolucion, _regimen: None) -> Redaccion:
    """Reúne lo que dice la resolución. El caso puede traer `Falta` si es borrador."""
    firmas = {"firmante": {"nombre": caso.firmante.nombre, "cargo": caso.firmante.cargo}}
    return _redactar("resolucion", caso, firmas)


def redactar_decreto(caso: CasoDecreto, _regimen: None) -> Redaccion:
    """Reúne lo que dice el decreto. El caso puede traer `Falta` si es borrador."""
    firmas = {
        "presidente": "" if caso.presidente is None else caso.presidente,
        "ministros": [{"nombre": m.nombre, "cargo": m.cargo} for m in caso.ministros],
    }
    return _redactar("decreto", caso, firmas)


def redactar_anexos(caso: CasoGeneral, _regimen: None) -> Mapping[str, Redaccion]:
    """La memoria justificativa, si el caso la trae: con los mismos datos y números del acto."""
    if caso.memoria is None:
        return {}
    textos = leer_textos(caso, datos(caso))
    memoria = redactar_memoria(proyecto_normativo(caso), caso.memoria, textos)
    partes = escribir_ajenas(memoria.bloques, numeros(_partes(caso, textos)))
    return {MEMORIA: replace(memoria, bloques=partes)}


def _redactar(plantilla: str, caso: CasoGeneral, firmas: Mapping[str, object]) -> Redaccion:
    textos = leer_textos(caso, datos(caso))
    contexto = {**contexto_comun(caso), **firmas}
    return Redaccion(plantilla, contexto, metadatos(caso), _partes(caso, textos))


def contexto_comun(caso: CasoGeneral) -> dict[str, Any]:
    """Lo que toda plantilla de acto pide: el epígrafe, la identificación y los responsables."""
    return {
        "epigrafe": caso.acto.epigrafe,
        "acto": _acto(caso),
        "responsables": [
            {"papel": r.papel, "nombre": r.nombre, "cargo": r.cargo} for r in caso.responsables
        ],
    }


def _partes(caso: CasoGeneral, textos: Textos) -> dict[str, tuple[Bloque, ...]]:
    """Los textos del acto, en su orden, ya numerados."""
    return {
        "considerandos": puestos(textos.bloques(caso.considerandos)),
        "dispositiva": numerar(con_vigencia(caso, textos.bloques(caso.dispositiva))),
        "anexos": tuple(_anexos(caso, textos)),
    }


def _acto(caso: CasoGeneral) -> dict[str, object]:
    acto = caso.acto
    return {
        "entidad": acto.entidad,
        "numero_o_espacio": o_espacio(str, acto.numero, ESPACIO_NUMERO),
        "anio_o_espacio": o_espacio(lambda f: str(f.year), acto.fecha, ESPACIO_ANIO),
        "fecha_o_espacio": o_espacio(fecha_larga, acto.fecha, ESPACIO_FECHA),
        "dado": o_espacio(lambda f: f"{fecha_de_cierre(f)}.", acto.fecha, ESPACIO_DADO),
        "autoridad": acto.autoridad,
        "competencia": si_hay(_sin_cierre, acto.competencia),
        "ciudad": acto.ciudad,
        "cierre": si_hay(CIERRES.__getitem__, acto.clase),
    }


def _sin_cierre(competencia: str) -> str:
    """La competencia sin la coma ni el «, y» finales, que ya están en la plantilla."""
    return re.sub(r"(?:[\s,;]+y)?[\s,;.]*$", "", competencia)


def con_vigencia(caso: CasoGeneral, escritos: Sequence[Bloque]) -> tuple[Bloque, ...]:
    """Los artículos y el de vigencia, con su rótulo como lo escribieron los demás: «ARTÍCULO»."""
    rotulos = [bloque.rotulo for bloque in escritos if isinstance(bloque, Articulo)]
    vigencia = _vigencia(caso)
    if rotulos:
        vigencia = replace(vigencia, rotulo=rotulos[-1])
    # Es el último: la firma no queda sola en otra página.
    return (*escritos, replace(vigencia, con_lo_que_sigue=True))


def _vigencia(caso: CasoGeneral) -> Articulo:
    """El último artículo: desde cuándo rige y qué deroga, expresamente."""
    vigencia = caso.vigencia
    este = "El presente decreto" if isinstance(caso, CasoDecreto) else "La presente resolución"
    rige = f"{este} rige {vigencia.desde}"
    if not vigencia.deroga:
        return articulo("Vigencia.", f"{rige}.")
    deroga = enumerar([str(texto) for texto in vigencia.deroga])
    return articulo("Vigencia y derogatorias.", f"{rige} y deroga {deroga}.")


def articulo(titulo: str, texto: str) -> Articulo:
    """Un artículo que Minuta escribe, sin número: se lo pone `numerar`."""
    # Sin el punto que el asesor haya dejado al final de lo suyo.
    limpio = re.sub(r"\.+$", ".", texto)
    return Articulo(None, (Parrafo((Texto(limpio),)),), (Texto(titulo, negrita=True),))


def _anexos(caso: CasoGeneral, textos: Textos) -> Iterator[Bloque]:
    """Cada anexo en página nueva, con su número si hay varios."""
    for n, anexo in enumerate(caso.anexos, 1):
        yield SaltoDePagina()
        yield titulo_de_anexo("ANEXO" if len(caso.anexos) == 1 else f"ANEXO {n}")
        yield titulo_de_anexo(str(anexo.titulo))
        # Sus artículos llevan su propia cuenta.
        yield from numerar(textos.bloques(anexo.texto))


def titulo_de_anexo(texto: str) -> Encabezado:
    """El rótulo o el título de un anexo."""
    return Encabezado(1, (Texto(texto),))


def metadatos(caso: CasoGeneral) -> Metadatos:
    """Título, autor y fecha del archivo; sin fecha todavía, una fija que no diga nada."""
    fecha = caso.acto.fecha
    return Metadatos(
        titulo=f"{nombre_del_acto(caso)}: {epigrafe(caso)}",
        autor=str(caso.acto.entidad),
        asunto=epigrafe(caso),
        fecha=fecha if isinstance(fecha, date) else date(2000, 1, 1),
    )


def nombre_del_acto(caso: CasoGeneral) -> str:
    """«Decreto 100 del 3 de febrero de 2026», o «Proyecto de decreto» si no es oficial."""
    clase = "Decreto" if isinstance(caso, CasoDecreto) else "Resolución"
    numero, fecha = caso.acto.numero, caso.acto.fecha
    if numero is None or fecha is None or isinstance(fecha, Falta):
        return f"Proyecto de {clase.lower()}"
    return f"{clase} {numero} del {fecha_larga(fecha)}"
