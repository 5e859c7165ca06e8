"""Lo que las dos resoluciones de asignación comparten: sus artículos, sus anexos y su plantilla.

Los artículos 1 y 2 (objeto y monto; quiénes reciben) los escribe Minuta; siguen los del caso y, al
final, el de vigencia. Los anexos de Minuta van antes que los del caso.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from generador.errores import CasoRechazado
from generador.lengua.fechas import fecha_larga
from generador.lengua.pesos import en_letras_y_cifras
from generador.marcado.bloques import Articulo, Bloque, Parrafo, SaltoDePagina, Texto
from generador.modelo.comunicacion import ANEXO
from generador.modelo.falta import Falta
from generador.redaccion import acto_general
from generador.redaccion.considerandos import puestos
from generador.redaccion.documento import Redaccion, si_hay, si_se_puede
from generador.redaccion.numeracion import numerar
from generador.redaccion.textos import leer_textos

if TYPE_CHECKING:
    from generador.marcado.bloques import Tabla
    from generador.modelo.asignacion import CasoAsignacion, Certificacion
    from generador.redaccion.textos import Textos

CIERRE = "PUBLÍQUESE, COMUNÍQUESE Y CÚMPLASE"
ACUERDO = "del Anexo 05 del Acuerdo Único del Sistema General de Regalías"
RESULTADO = "resultado"
T = TypeVar("T")
R = TypeVar("R")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Propias:
    """Lo que Minuta escribe: el texto de sus dos artículos, los cuadros del segundo y sus anexos.

    `cuadros` van en el artículo 2 o, si el caso lo pide, en el primer anexo (`titulo`). Con
    `en_otra_seccion` la plantilla ya abre página nueva, apaisada, para los anexos.
    """

    objeto: str
    titulo: str
    presentacion: str
    cuadros: tuple[Tabla, ...]
    anexos: tuple[tuple[str, tuple[Bloque, ...]], ...] = ()
    en_otra_seccion: bool = False


def redactar(
    plantilla: str,
    caso: CasoAsignacion,
    datos: Mapping[str, str],
    contexto: Mapping[str, object],
    propias: Propias,
) -> Redaccion:
    """La resolución: la plantilla, sus datos y sus textos ya numerados."""
    comun = acto_general.contexto_comun(caso)
    textos = leer_textos(caso, datos)
    return Redaccion(
        plantilla,
        {
            **comun,
            "acto": {**comun["acto"], "cierre": CIERRE},
            "firmante": {"nombre": caso.firmante.nombre, "cargo": caso.firmante.cargo},
            "bolsa": _bolsa(caso),
            "certificaciones": [_certificacion(c) for c in caso.certificaciones],
            "calculo": {
                "responsable": caso.calculo.responsable,
                "cargo": caso.calculo.cargo,
                "fecha": si_hay(fecha_larga, caso.calculo.fecha),
            },
            **contexto,
        },
        acto_general.metadatos(caso),
        bloques(caso, textos, propias),
    )


def bloques(
    caso: CasoAsignacion, textos: Textos, propias: Propias
) -> dict[str, tuple[Bloque, ...]]:
    """Los textos de la resolución, en su orden, ya numerados."""
    escritos = textos.bloques(caso.dispositiva)
    primeros = _con_rotulo(_articulos(caso, propias), escritos)
    dispositiva = acto_general.con_vigencia(caso, (*primeros, *escritos))
    return {
        "considerandos": puestos(textos.bloques(caso.considerandos)),
        "dispositiva": numerar(dispositiva),
        "anexos": tuple(_anexos(caso, textos, propias)),
    }


def nombre_del_anexo(numero: int, total: int) -> str:
    """«Anexo», si es el único, o «Anexo 2».

    >>> nombre_del_anexo(1, 1), nombre_del_anexo(2, 3)
    ('Anexo', 'Anexo 2')
    """
    return "Anexo" if total == 1 else f"Anexo {numero}"


def total_de_anexos(caso: CasoAsignacion, propios: int) -> int:
    """Los anexos de la resolución: los `propios` de Minuta, el de la tabla y los del caso."""
    return en_anexo(caso) + propios + len(caso.anexos)


def en_anexo(caso: CasoAsignacion) -> bool:
    """Si el cuadro de quienes reciben va en un anexo y no en el artículo 2."""
    return not isinstance(caso.tabla, Falta) and caso.tabla == ANEXO


def bloques_de(formar: Callable[[T], tuple[B, ...]], resultado: T | Falta) -> tuple[B, ...]:
    """Los bloques de un resultado; ninguno en un borrador que no lo tiene."""
    return () if isinstance(resultado, Falta) else formar(resultado)


def si_da(calcular: Callable[[], R]) -> R | Falta:
    """El resultado del reparto, o una `Falta` si los datos del caso no dejan hacerlo.

    Las reglas ya dicen por qué; aquí solo hace falta que el borrador lo muestre.
    """
    try:
        return si_se_puede(calcular)
    except CasoRechazado:
        return Falta(RESULTADO)


def si_lo_hay(formar: Callable[[T], str], resultado: T | Falta) -> str:
    """Lo que la plantilla solo dice si lo hay; en un borrador que no lo sabe, no lo dice."""
    return "" if isinstance(resultado, Falta) else formar(resultado)


def escrito(formar: Callable[[T], str], resultado: T | Falta) -> str:
    """Lo que se dice de un resultado; en un borrador que no lo tiene, el dato que falta."""
    return str(si_hay(formar, resultado))


def _articulos(caso: CasoAsignacion, propias: Propias) -> tuple[Articulo, Articulo]:
    objeto = acto_general.articulo("Objeto y monto.", propias.objeto)
    if not en_anexo(caso):
        entrada = Parrafo((Texto(f"{propias.presentacion} son los siguientes:"),))
        titulo = (Texto(f"{propias.titulo}.", negrita=True),)
        return objeto, Articulo(None, (entrada, *propias.cuadros), titulo)
    anexo = nombre_del_anexo(1, total_de_anexos(caso, len(propias.anexos)))
    texto = f"{propias.presentacion} son los del {anexo}, que hace parte de esta resolución."
    return objeto, acto_general.articulo(f"{propias.titulo}.", texto)


def _con_rotulo(articulos: Sequence[Articulo], escritos: Sequence[Bloque]) -> tuple[Articulo, ...]:
    """Los artículos de Minuta, con el rótulo como el caso escribió los suyos: «ARTÍCULO»."""
    rotulo = next((b.rotulo for b in escritos if isinstance(b, Articulo)), "Artículo")
    return tuple(replace(articulo, rotulo=rotulo) for articulo in articulos)


def _anexos(caso: CasoAsignacion, textos: Textos, propias: Propias) -> Iterator[Bloque]:
    """Cada anexo en página nueva: los de Minuta y, después, los del caso."""
    anexos: list[tuple[str, tuple[Bloque, ...]]] = list(propias.anexos)
    if en_anexo(caso):
        anexos.insert(0, (propias.titulo, propias.cuadros))
    anexos += [(str(a.titulo), numerar(textos.bloques(a.texto))) for a in caso.anexos]
    for n, (titulo, contenido) in enumerate(anexos, 1):
        if n > 1 or not propias.en_otra_seccion:
            yield SaltoDePagina()
        yield acto_general.titulo_de_anexo(nombre_del_anexo(n, len(anexos)).upper())
        yield acto_general.titulo_de_anexo(titulo)
        yield from contenido


def _bolsa(caso: CasoAsignacion) -> dict[str, object]:
    return {
        "fuente": caso.bolsa.fuente,
        "monto": si_hay(en_letras_y_cifras, caso.bolsa.valor),
    }


def _certificacion(certificacion: Certificacion) -> dict[str, object]:
    return {
        "entidad": certificacion.entidad,
        "oficio": certificacion.oficio,
        "fecha": si_hay(fecha_larga, certificacion.fecha),
        "objeto": certificacion.objeto,
    }
