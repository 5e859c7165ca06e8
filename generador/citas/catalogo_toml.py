"""Leer `normas.toml` sin dejar pasar erratas: cada error dice en qué norma y cómo se arregla."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar

from generador.citas.fichas import CON_NOMBRE, Estado, Ficha, Modificacion, nombres_de
from generador.citas.norma import (
    CON_ENTIDAD,
    ROTULOS,
    Norma,
    Tipo,
    numero_de_providencia,
    numero_llano,
)
from generador.errores import DatoInvalido
from generador.texto import clave as clave_de_texto
from generador.texto import sugerencia

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_Opcion = TypeVar("_Opcion", bound=StrEnum)
_DE_NORMA = tuple(campo.name for campo in fields(Norma))
_CON_AUTOR = CON_ENTIDAD | {Tipo.SENTENCIA, Tipo.AUTO}
_CLAVES: dict[str, type] = {
    "tipo": str,
    "numero": str,
    "anio": int,
    "fecha": date,
    "nombre": str,
    "entidad": str,
    "diario_oficial": str,
    "alias": list,
    "estado": str,
    "estado_desde": date,
    "estado_fuente": str,
    "modificaciones": list,
    "equivale": str,
    "ponentes": list,
    "seccion": str,
    "fuente": str,
}
_CLAVES_DE_MODIFICACION: dict[str, type] = {"norma": str, "fecha": date, "que": str}
_COMO_SE_ESCRIBE = {
    str: "un texto entre comillas",
    int: "un número sin comillas",
    date: "una fecha AAAA-MM-DD sin comillas",
    list: "una lista entre corchetes",
}


def leer_fichas(texto: str) -> tuple[Ficha, ...]:
    r"""Las fichas de un archivo como `normas.toml`, en su orden.

    Da `DatoInvalido`, con el nombre de la norma, si el archivo tiene una clave desconocida o
    repetida, un dato mal escrito, una fecha que no concuerda con el año, dos normas iguales, un
    alias de dos normas o un `equivale` a una norma que no está.

    >>> leer_fichas('''
    ... [[norma]]
    ... tipo = "ley"
    ... numero = "2056"
    ... anio = 2020
    ... fuente = "Diario Oficial 51.453"
    ... ''')[0].norma.canonica
    'Ley 2056 de 2020'
    >>> leer_fichas('[[norma]]\ntipo = "ley"\nnumero = "2056"\nano = 2020')
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: Ley 2056: la clave «ano» no existe. ¿Quiso decir «anio»?
    """
    try:
        datos = tomllib.loads(texto)
    except tomllib.TOMLDecodeError as error:
        raise _de_sintaxis(texto, str(error)) from error
    tablas = datos.pop("norma", [])
    if datos or not isinstance(tablas, list) or not all(isinstance(t, dict) for t in tablas):
        raise DatoInvalido(
            "El catálogo solo puede tener normas.", "Empiece cada una con la línea «[[norma]]»."
        )
    fichas = tuple(_ficha(tabla) for tabla in tablas)
    _comprobar_conjunto(fichas)
    return fichas


def _de_sintaxis(texto: str, detalle: str) -> DatoInvalido:
    """El error de un archivo que no se puede leer, con la norma y la línea donde se detuvo."""
    hallada = re.search(r"line (\d+)", detalle)
    numero = int(hallada[1]) if hallada else len(texto.splitlines())
    bloque = "\n".join(texto.splitlines()[:numero]).rpartition("[[norma]]")[2]
    pares = dict(re.findall(r"^(tipo|numero|anio|nombre) *= *[\"']?([^\"'\n]*)", bloque, re.M))
    que = (
        "hay una clave repetida"
        if "overwrite" in detalle
        else "la línea no está bien escrita (falta una comilla, un corchete o el signo «=»)"
    )
    return DatoInvalido(f"{_como_se_llama(pares)}, línea {numero}: {que}.")


def _como_se_llama(tabla: Mapping[str, object]) -> str:
    """El nombre de la norma para un mensaje, aunque la ficha esté mal."""
    tipo = str(tabla.get("tipo", "Norma sin tipo"))
    rotulo = next((r for t, r in ROTULOS.items() if t == tipo), tipo)
    if not tabla.get("numero"):
        return str(tabla.get("nombre") or rotulo)
    anio = f" de {tabla['anio']}" if tabla.get("anio") else ""
    return f"{rotulo} {tabla['numero']}{anio}"


def _ficha(tabla: Mapping[str, Any]) -> Ficha:
    nombre = _como_se_llama(tabla)
    _comprobar_claves(tabla, _CLAVES, nombre)
    if not tabla.get("fuente"):
        raise DatoInvalido(f"{nombre}: falta «fuente».", "Diga de dónde salieron los datos.")
    norma = _norma(tabla, nombre)
    return Ficha(
        norma=norma,
        fuente=tabla["fuente"],
        alias=_textos(tabla, "alias", nombre),
        estado=_estado(tabla, nombre),
        estado_desde=tabla.get("estado_desde"),
        estado_fuente=tabla.get("estado_fuente", ""),
        diario_oficial=_diario_oficial(tabla, nombre),
        modificaciones=tuple(
            _modificacion(cambio, nombre) for cambio in tabla.get("modificaciones", ())
        ),
        equivale=tabla.get("equivale"),
        ponentes=_textos(tabla, "ponentes", nombre),
        seccion=tabla.get("seccion"),
    )


def _comprobar_claves(tabla: Mapping[str, Any], claves: Mapping[str, type], nombre: str) -> None:
    for clave, valor in tabla.items():
        if clave not in claves:
            raise DatoInvalido(
                f"{nombre}: la clave «{clave}» no existe.", sugerencia(clave, claves)
            )
        clase = claves[clave]
        # Una fecha con hora es `date` para Python, y `true` es `int`: aquí no valen.
        bien = isinstance(valor, clase) and not isinstance(valor, bool | datetime)
        if not bien or (isinstance(valor, str) and valor != valor.strip()):
            raise DatoInvalido(
                f"{nombre}: «{clave}» está mal escrito.",
                f"Debe ser {_COMO_SE_ESCRIBE[clase]}, sin espacios al comienzo ni al final.",
            )


def _norma(tabla: Mapping[str, Any], nombre: str) -> Norma:
    tipo = _de_lista(Tipo, tabla.get("tipo", ""), f"{nombre}: el tipo")
    if tipo in CON_NOMBRE:
        if not tabla.get("nombre") or "numero" in tabla or "anio" in tabla:
            raise DatoInvalido(f"{nombre}: va con «nombre», sin «numero» ni «anio».")
    elif not tabla.get("numero") or "anio" not in tabla:
        raise DatoInvalido(f"{nombre}: faltan «numero» o «anio».")
    if tipo in _CON_AUTOR and not tabla.get("entidad"):
        raise DatoInvalido(f"{nombre}: falta «entidad».", "Su número solo no la identifica.")
    norma = Norma(**{c: tabla[c] for c in _DE_NORMA if c in tabla and c != "tipo"}, tipo=tipo)
    _comprobar_numero(norma, nombre)
    if norma.fecha and norma.anio and norma.fecha.year != norma.anio:
        raise DatoInvalido(
            f"{nombre}: la fecha {norma.fecha} no concuerda con el año {norma.anio}.",
            "Corrija la que esté mal.",
        )
    return norma


def _comprobar_numero(norma: Norma, nombre: str) -> None:
    if norma.numero is None:
        return
    como = numero_de_providencia if norma.conserva_ceros else numero_llano
    bien = como(norma.numero)
    if norma.numero != bien:
        raise DatoInvalido(f"{nombre}: el número va sin puntos ni ceros.", f"Escriba «{bien}».")


def _de_lista(clase: type[_Opcion], valor: str, que: str) -> _Opcion:
    try:
        return clase(valor)
    except ValueError:
        pista = sugerencia(valor, clase) or f"Use {', '.join(clase)}."
        raise DatoInvalido(f"{que} «{valor}» no existe.", pista) from None


def _estado(tabla: Mapping[str, Any], nombre: str) -> Estado | None:
    if "estado" not in tabla:
        if "estado_desde" in tabla or "estado_fuente" in tabla:
            raise DatoInvalido(f"{nombre}: dice desde cuándo o quién lo dice, pero no el estado.")
        return None
    estado = _de_lista(Estado, tabla["estado"], f"{nombre}: el estado")
    if not tabla.get("estado_fuente"):
        raise DatoInvalido(f"{nombre}: falta «estado_fuente».", "Diga quién dice que está así.")
    return estado


def _diario_oficial(tabla: Mapping[str, Any], nombre: str) -> str | None:
    diario: str | None = tabla.get("diario_oficial")
    if diario is not None and not re.fullmatch(r"\d{1,2}\.\d{3}", diario):
        raise DatoInvalido(
            f"{nombre}: el Diario Oficial «{diario}» está mal escrito.", "Escríbalo como «51.453»."
        )
    return diario


def _textos(tabla: Mapping[str, Any], clave: str, nombre: str) -> tuple[str, ...]:
    textos = tabla.get(clave, [])
    if not all(isinstance(t, str) and t and t == t.strip() for t in textos):
        raise DatoInvalido(f"{nombre}: «{clave}» es una lista de textos entre comillas.")
    return tuple(textos)


def _modificacion(cambio: object, nombre: str) -> Modificacion:
    if not isinstance(cambio, dict) or not cambio.get("norma") or not cambio.get("que"):
        raise DatoInvalido(
            f"{nombre}: cada modificación lleva «norma» y «que».",
            'Escríbala así: { norma = "Ley 1 de 2021", que = "…" }.',
        )
    _comprobar_claves(cambio, _CLAVES_DE_MODIFICACION, nombre)
    return Modificacion(**cambio)


def _comprobar_conjunto(fichas: Iterable[Ficha]) -> None:
    """Que ninguna norma ni nombre esté dos veces, y que lo que equivale esté."""
    por_clave: dict[str, Ficha] = {}
    por_nombre: dict[str, Ficha] = {}
    for ficha in fichas:
        repetida = por_clave.setdefault(ficha.norma.clave, ficha)
        if repetida is not ficha:
            raise DatoInvalido(f"{ficha.norma.canonica}: está dos veces.", "Deje una sola.")
        for nombre in nombres_de(ficha):
            duena = por_nombre.setdefault(clave_de_texto(nombre), ficha)
            if duena is not ficha:
                raise DatoInvalido(
                    f"{ficha.norma.canonica}: «{nombre}» ya nombra a {duena.norma.canonica}.",
                    "Un alias es de una sola norma.",
                )
    for ficha in por_clave.values():
        if ficha.equivale is not None and ficha.equivale not in por_clave:
            raise DatoInvalido(
                f"{ficha.norma.canonica}: equivale a «{ficha.equivale}», que no está.",
                "Agregue esa norma o corrija la clave.",
            )
