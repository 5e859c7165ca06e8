"""Cómo se escribe una cita: corta, larga o ibidem; sola, con otras, o a lo largo de un texto.

La corta nombra la norma como `Norma.canonica`; la larga agrega fecha, entidad y epígrafe, los de la
norma o los del catálogo; ibidem remite a la norma que se acaba de citar. Los lugares se escriben
como dice `lugares`.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from generador.citas import lugares
from generador.citas.catalogo import catalogo
from generador.citas.cita import Cita
from generador.citas.gramatica import articulo_plural, de, determinar, plural, presente, unir
from generador.citas.norma import CON_ENTIDAD, ROTULOS, Norma, Tipo
from generador.citas.providencia import Providencia
from generador.errores import DatoInvalido
from generador.lengua.fechas import fecha_larga
from generador.lengua.listas import enumerar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Estilo(StrEnum):
    """Qué tanto se dice de la norma."""

    CORTA = "corta"
    LARGA = "larga"
    IBIDEM = "ibidem"


_POR_NOMBRE = frozenset((Tipo.CODIGO, Tipo.ESTATUTO, Tipo.TRATADO, Tipo.ACUERDO_UNICO))
"""Su nombre es como se llaman, no un epígrafe."""
_DE_CORPORACION = frozenset((Tipo.SENTENCIA, Tipo.AUTO))
_CON_EMISOR = CON_ENTIDAD | {Tipo.DIRECTIVA, Tipo.ORDENANZA, Tipo.OFICIO, Tipo.MEMORANDO}
"""De estas, la cita larga dice quién las expidió; una ley solo puede ser del Congreso."""
_SIN_CABEZA_COMUN = frozenset(
    (Tipo.DECISION, Tipo.DIARIO_OFICIAL, Tipo.GACETA, Tipo.DOCTRINA, Tipo.INTERNA)
)


def formatear(
    cita: Cita,
    *,
    estilo: Estilo = Estilo.CORTA,
    con_articulo: bool = False,
    acto: Tipo | None = None,
) -> str:
    """La cita en prosa; `con_articulo` la determina («los artículos…», «la Ley…»).

    Las citas al propio acto (`Tipo.INTERNA`) necesitan saber qué clase de `acto` es; si no,
    `DatoInvalido`. Ibidem sin lugares es la sola palabra.

    >>> from generador.citas.localizador import Localizador
    >>> ley = Norma(Tipo.LEY, "2056", 2020)
    >>> articulos = tuple(Localizador.de(articulo=str(n)) for n in (*range(28, 38), 83, 87))
    >>> formatear(Cita(ley, articulos))
    'artículos 28 a 37, 83 y 87 de la Ley 2056 de 2020'
    >>> formatear(Cita(ley), con_articulo=True)
    'la Ley 2056 de 2020'
    >>> formatear(Cita(ley, articulos[-1:]), estilo=Estilo.IBIDEM)
    'artículo 87 ibidem'
    >>> propia = Cita(Norma(Tipo.INTERNA), articulos[-1:])
    >>> formatear(propia, acto=Tipo.DECRETO)
    'artículo 87 del presente decreto'
    >>> formatear(propia)
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: La cita «artículo 87» es del propio acto, y no se dijo ...
    """
    lugar = ""
    if cita.localizadores:
        lugar = lugares.en_prosa(cita.localizadores, con_articulo=con_articulo)
    if estilo is Estilo.IBIDEM:
        return f"{lugar} ibidem".lstrip()
    if cita.norma.tipo is Tipo.INTERNA:
        referente = _propio(acto, lugar)
    else:
        determinada = bool(lugar) or con_articulo
        referente = nombrar(cita.norma, larga=estilo is Estilo.LARGA, determinada=determinada)
    if not lugar:
        return determinar(referente) if con_articulo else referente
    return f"{lugar} {de(referente)}"


def _propio(acto: Tipo | None, lugar: str) -> str:
    if acto is None or acto is Tipo.INTERNA:
        raise DatoInvalido(
            f"La cita «{lugar or 'este acto'}» es del propio acto, y no se dijo cuál es.",
            "Diga si el acto es un decreto, una resolución, un acuerdo…",
        )
    return presente(acto)


def nombrar(norma: Norma, *, larga: bool = False, determinada: bool = False) -> str:
    """La norma sin lugares; `determinada`, con la palabra que concuerda con su artículo.

    >>> from datetime import date
    >>> resolucion = Norma(
    ...     Tipo.RESOLUCION, "40326", 2025, date(2025, 7, 23), "Ministerio de Minas y Energía"
    ... )
    >>> nombrar(resolucion, larga=True)
    'Resolución 40326 del 23 de julio de 2025 del Ministerio de Minas y Energía'
    >>> nombrar(Norma(Tipo.SENTENCIA, "C-713", 2008), larga=True)
    'Corte Constitucional. Sentencia C-713 de 2008. M.P. Clara Inés Vargas Hernández'
    >>> de_estado = Norma(Tipo.SENTENCIA, "24715", entidad="Consejo de Estado")
    >>> nombrar(de_estado), nombrar(de_estado, determinada=True)
    ('Consejo de Estado, Rad. 24715', 'Sentencia del Consejo de Estado, Rad. 24715')
    """
    nombre = _extenso(norma, determinada=determinada) if larga else norma.canonica
    if not determinada:
        return nombre
    if norma.tipo is Tipo.DOCTRINA:
        return f"obra «{nombre}»"
    if _es_providencia(norma) and not nombre.startswith(ROTULOS[norma.tipo]):
        return f"{ROTULOS[norma.tipo]} {de(nombre)}"
    return nombre


def _es_providencia(norma: Norma) -> bool:
    """Sentencias y autos, y los conceptos que se nombran por su corporación."""
    por_corporacion = norma.entidad is not None and norma.canonica.startswith(norma.entidad)
    return norma.tipo in _DE_CORPORACION or por_corporacion


def _extenso(norma: Norma, *, determinada: bool) -> str:
    """El nombre con fecha, entidad y epígrafe, hasta donde consten en la norma o el catálogo."""
    conocida = catalogo().completar(norma)
    norma = replace(conocida, nombre=norma.nombre or conocida.nombre)
    nombre = norma.canonica
    numerada = norma.numero is not None and f"{norma.numero} de {norma.anio}" in nombre
    if _es_providencia(norma):
        providencia = Providencia.de_norma(norma)
        if providencia is None:
            return nombre
        # La mención completa son varias oraciones: tras «la» o «de la» cabe solo su nombre.
        completa = providencia.larga.removesuffix(".")
        corta = f"{nombre} {de(providencia.corporacion)}" if numerada else nombre
        return corta if determinada else completa
    if norma.fecha and numerada:
        sin_anio = nombre.removesuffix(f" de {norma.anio}")
        nombre = f"{sin_anio} del {fecha_larga(norma.fecha)}"
    nombre = _expedida(nombre, norma)
    if norma.nombre and numerada and norma.tipo not in _POR_NOMBRE:
        nombre = f"{nombre}, «{norma.nombre}»"
    return nombre


def con_emisor(norma: Norma) -> str:
    """El nombre corto y, en las resoluciones y lo que como ellas numera cada entidad, de quién es.

    >>> con_emisor(Norma(Tipo.RESOLUCION, "1", 2025, entidad="Ministerio de Minas y Energía"))
    'Resolución 1 de 2025 del Ministerio de Minas y Energía'
    >>> con_emisor(Norma(Tipo.LEY, "80", 1993, entidad="Congreso de la República"))
    'Ley 80 de 1993'
    """
    return _expedida(norma.canonica, norma)


def _expedida(nombre: str, norma: Norma) -> str:
    if norma.entidad is None or norma.tipo not in _CON_EMISOR or _es_providencia(norma):
        return nombre
    return f"{nombre} {de(norma.entidad)}"


def enlazar(citas: Sequence[Cita], *, con_articulo: bool = False, acto: Tipo | None = None) -> str:
    """Varias citas en una misma oración, cortas; las seguidas de una clase comparten su nombre.

    `con_articulo` y `acto`, como en `formatear`. Los lugares de una misma norma se juntan donde se
    la cita primero. Sin citas, `DatoInvalido`.

    >>> decretos = [Cita(Norma(Tipo.DECRETO, n, a)) for n, a in (("2147", 2016), ("659", 2018))]
    >>> leyes = [Cita(Norma(Tipo.LEY, n, 2011)) for n in ("1437", "1474")]
    >>> enlazar(decretos), enlazar(leyes, con_articulo=True)
    ('Decretos 2147 de 2016 y 659 de 2018', 'las Leyes 1437 de 2011 y 1474 de 2011')
    >>> enlazar([*leyes, decretos[0]])
    'Leyes 1437 de 2011 y 1474 de 2011, y Decreto 2147 de 2016'
    >>> enlazar([])
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: No hay citas que enlazar. Pase al menos una.
    """
    if not citas:
        raise DatoInvalido("No hay citas que enlazar.", "Pase al menos una.")
    partes: list[str] = []
    for cabeza, grupo in groupby(_por_norma(citas), key=_cabeza_comun):
        seguidas = list(grupo)
        if cabeza and len(seguidas) > 1:
            colas = [x.norma.canonica.removeprefix(f"{cabeza} ") for x in seguidas]
            frase = f"{plural(cabeza)} {enumerar(colas)}"
            partes.append(f"{articulo_plural(cabeza)} {frase}" if con_articulo else frase)
        else:
            partes.extend(formatear(x, con_articulo=con_articulo, acto=acto) for x in seguidas)
    return unir(partes)


def _por_norma(citas: Sequence[Cita]) -> list[Cita]:
    """Una cita por norma, con todos sus lugares; la que es de toda la norma queda aparte."""
    juntas: dict[tuple[Norma, bool], Cita] = {}
    for cita in citas:
        clave = (cita.norma, bool(cita.localizadores))
        antes = juntas.get(clave, Cita(cita.norma))
        juntas[clave] = Cita(antes.norma, antes.localizadores + cita.localizadores)
    return list(juntas.values())


def _cabeza_comun(cita: Cita) -> str:
    """El rótulo que puede decirse una sola vez, o cadena vacía si esta cita no lo comparte."""
    norma = cita.norma
    rotulo = ROTULOS[norma.tipo]
    if cita.localizadores or norma.tipo in _SIN_CABEZA_COMUN or norma.numero is None:
        return ""
    return rotulo if norma.canonica.startswith(f"{rotulo} ") else ""


def estilos_en_secuencia(secciones: Iterable[Sequence[Cita]]) -> list[list[Estilo]]:
    """El estilo de cada cita de un documento, dadas las de cada sección en su orden.

    Larga la primera vez que el documento cita la norma; después, corta; e ibidem solo si la cita
    anterior, en la misma sección, es de la misma norma. Una cita de toda la norma tras una de sus
    artículos va corta: «ibidem» a solas repetiría el artículo. Las del propio acto, siempre cortas.

    >>> ley, decreto = Cita(Norma(Tipo.LEY, "80", 1993)), Cita(Norma(Tipo.DECRETO, "19", 2012))
    >>> [[str(x) for x in s] for s in estilos_en_secuencia([[ley, ley, decreto, ley], [ley]])]
    [['larga', 'ibidem', 'larga', 'corta'], ['corta']]
    """
    vistas: set[Norma] = set()
    resultado = []
    for seccion in secciones:
        anterior: Cita | None = None
        estilos = []
        for cita in seccion:
            estilos.append(_estilo(cita, anterior, vista=cita.norma in vistas))
            vistas.add(cita.norma)
            anterior = cita
        resultado.append(estilos)
    return resultado


def _estilo(cita: Cita, anterior: Cita | None, *, vista: bool) -> Estilo:
    if cita.norma.tipo is Tipo.INTERNA:
        return Estilo.CORTA
    if anterior is not None and anterior.norma == cita.norma:
        repite = bool(cita.localizadores) or not anterior.localizadores
        return Estilo.IBIDEM if repite else Estilo.CORTA
    return Estilo.CORTA if vista else Estilo.LARGA
