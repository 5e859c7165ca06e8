"""La resolución que asigna los recursos de una convocatoria (numeral 5.2 del Anexo 05)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from generador.lengua.cantidades import cantidad
from generador.lengua.fechas import fecha_larga
from generador.lengua.listas import enumerar
from generador.lengua.pesos import cifra, en_letras_y_cifras
from generador.marcado.bloques import Bloque, Parrafo, Tabla, Texto
from generador.modelo.asignacion_convocatoria import DETENER, PARCIAL, SALTAR
from generador.modelo.falta import Falta, exigir
from generador.redaccion import acto_general
from generador.redaccion.asignacion import cuadros
from generador.redaccion.asignacion.coherencia import Enunciado
from generador.redaccion.asignacion.coherencia import comprobar as _comprobar
from generador.redaccion.asignacion.partes import (
    ACUERDO,
    Propias,
    bloques_de,
    en_anexo,
    escrito,
    nombre_del_anexo,
    redactar,
    si_da,
    si_lo_hay,
    total_de_anexos,
)
from generador.redaccion.documento import si_hay, si_se_puede
from generador.reglas.asignacion import asignar

if TYPE_CHECKING:
    from generador.modelo.asignacion_convocatoria import (
        CasoConvocatoria,
        Convocatoria,
    )
    from generador.redaccion.documento import Redaccion
    from generador.reglas.asignacion.resultado import Asignacion

PLANTILLA = "asignacion_convocatoria"
ANEXOS_PROPIOS = 2  # la traza y los excluidos; el de la tabla, si el caso la pide aparte
# Los nombres de los datos que da el resultado.
DATOS = (
    "bolsa",
    "asignado",
    "saldo",
    "beneficiarios",
    "proyectos",
    "presentados",
    "elegibles",
    "excluidos",
)
NINGUNO = "Todos los proyectos presentados cumplen los requisitos."
SALDOS = {
    PARCIAL: "el proyecto que pide más que el saldo recibe lo que queda",
    SALTAR: "el proyecto que pide más que el saldo no recibe recursos y se sigue con los demás",
    DETENER: "la asignación termina en el proyecto que pide más que el saldo",
}


def resultado(caso: CasoConvocatoria) -> Asignacion | Falta:
    """La asignación, o el dato que falta para hacerla en un borrador."""
    return si_da(lambda: asignar(caso))


def datos(caso: CasoConvocatoria) -> dict[str, str]:
    """Los datos que los textos citan por su nombre: los del caso y los del resultado."""
    hecho = resultado(caso)
    dichos = (
        escrito(en_letras_y_cifras, caso.bolsa.valor),
        escrito(lambda a: en_letras_y_cifras(a.asignado), hecho),
        escrito(lambda a: en_letras_y_cifras(a.saldo), hecho),
        escrito(_beneficiarios, hecho),
        escrito(_asignados, hecho),
        escrito(_presentados, hecho),
        escrito(lambda a: _proyectos(len(a.puestos)), hecho),
        escrito(lambda a: _proyectos(len(a.excluidos)), hecho),
    )
    return {**acto_general.datos(caso), **dict(zip(DATOS, dichos, strict=True))}


def redactar_convocatoria(caso: CasoConvocatoria, _regimen: None) -> Redaccion:
    """Reúne lo que dice la resolución. El caso puede traer `Falta` si es borrador."""
    hecho = resultado(caso)
    contexto = {"convocatoria": _convocatoria(caso), "asignacion": _asignacion(caso, hecho)}
    return redactar(PLANTILLA, caso, datos(caso), contexto, propias(caso, hecho))


def propias(caso: CasoConvocatoria, hecho: Asignacion | Falta) -> Propias:
    """Los dos artículos que Minuta escribe, los cuadros por línea, la traza y los excluidos."""
    monto = escrito(lambda a: en_letras_y_cifras(a.asignado), hecho)
    uno = not isinstance(hecho, Falta) and len(cuadros.que_reciben(hecho)) == 1
    return Propias(
        objeto=f"Asignar la suma de {monto} a {escrito(_asignados, hecho)} de "
        f"{escrito(_beneficiarios, hecho)}, {'presentado' if uno else 'presentados'} en la "
        "convocatoria "
        f"«{caso.convocatoria.nombre}», según la metodología de convocatoria pública y competitiva "
        f"del numeral 5.2 {ACUERDO}.",
        titulo="Proyectos y valores",
        presentacion="El proyecto que recibe recursos y el valor que se le asigna"
        if uno
        else "Los proyectos que reciben recursos y el valor asignado a cada uno",
        cuadros=bloques_de(lambda a: _por_linea(caso, a), hecho),
        anexos=(
            ("Traza de la asignación", bloques_de(_traza, hecho)),
            ("Proyectos que no cumplen los requisitos", bloques_de(_excluidos, hecho)),
        ),
        en_otra_seccion=True,
    )


def comprobar(docx: bytes, caso: CasoConvocatoria) -> None:
    """Comprueba la resolución terminada. Da `ErrorDeDocumento` si algo no cuadra."""
    hecho = asignar(caso)
    valores = {codigo: p.asignado for codigo, p in cuadros.que_reciben(hecho).items()}
    cuantos = f"a {_asignados(hecho)} de {_beneficiarios(hecho)}"
    _comprobar(docx, Enunciado(hecho.asignado, cuantos, valores))


def _por_linea(caso: CasoConvocatoria, hecho: Asignacion) -> tuple[Tabla, ...]:
    hechos = (cuadros.proyectos(hecho, str(linea), caso.decimales_puntaje) for linea in caso.lineas)
    return tuple(cuadro for cuadro in hechos if cuadro is not None)


def _traza(hecho: Asignacion) -> tuple[Bloque, ...]:
    entrada = (
        "Cada renglón es una decisión, en el orden en que se tomó. El saldo antes de cada una es "
        "el que quedó después de la anterior; el primero es la bolsa."
    )
    return (Parrafo((Texto(entrada),)), cuadros.traza(hecho))


def _excluidos(hecho: Asignacion) -> tuple[Bloque, ...]:
    cuadro = cuadros.excluidos(hecho)
    return (Parrafo((Texto(NINGUNO),)),) if cuadro is None else (cuadro,)


def _proyectos(cuantos: int) -> str:
    return cantidad(cuantos, "proyecto", "proyectos")


def _asignados(hecho: Asignacion) -> str:
    return _proyectos(len(cuadros.que_reciben(hecho)))


def _presentados(hecho: Asignacion) -> str:
    return _proyectos(len(hecho.puestos) + len(hecho.excluidos))


def _excluidos_si_hay(hecho: Asignacion) -> str:
    return _proyectos(len(hecho.excluidos)) if hecho.excluidos else ""


def _beneficiarios(hecho: Asignacion) -> str:
    reciben = cuadros.que_reciben(hecho)
    distintos = {m for p in hecho.puestos if p.proyecto.codigo in reciben for m in p.municipios}
    return cantidad(len(distintos), "municipio", "municipios")


def _convocatoria(caso: CasoConvocatoria) -> dict[str, object]:
    convocatoria = caso.convocatoria
    lineas = enumerar([str(linea) for linea in caso.lineas])
    por_ronda = si_hay(_proyectos, caso.por_ronda)
    return {
        "nombre": convocatoria.nombre,
        "dias": si_hay(
            lambda n: cantidad(n, "día calendario", "días calendario"), convocatoria.dias
        ),
        "apertura": si_hay(fecha_larga, convocatoria.apertura),
        "cierre": si_se_puede(lambda: _cierre(convocatoria)),
        "criterios": si_se_puede(lambda: _criterios(caso)),
        "desempates": enumerar([d.regla for d in caso.desempates]) if caso.desempates else "",
        "ciclo": f"recorriendo en cada ronda las líneas en este orden: {lineas}, con un máximo de "
        f"{por_ronda} por municipio y ronda",
        "limites": si_lo_hay(str, si_se_puede(lambda: "; ".join(_limites(caso)))),
    }


def _cierre(convocatoria: Convocatoria) -> str:
    """El último día: los días calendario se cuentan desde el siguiente al de la apertura."""
    return fecha_larga(convocatoria.apertura + timedelta(days=exigir(convocatoria.dias)))


def _criterios(caso: CasoConvocatoria) -> str:
    return enumerar([f"{c.nombre} ({str(c.maximo).replace('.', ',')})" for c in caso.criterios])


def _limites(caso: CasoConvocatoria) -> Iterator[str]:
    for tipo in caso.tipos:
        yield f"hasta {cifra(exigir(tipo.tope))} por proyecto del tipo «{tipo.nombre}»"
    por = caso.por_municipio
    if por is not None and por.proyectos is not None:
        yield f"hasta {_proyectos(por.proyectos)} por municipio"
    if por is not None and por.tope is not None:
        supera = ", que la cofinanciación permite superar" * por.superable_con_cofinanciacion
        yield f"hasta {cifra(exigir(por.tope))} por municipio, en conjunto{supera}"
    if caso.saldo_insuficiente is not None:
        yield SALDOS[caso.saldo_insuficiente]


def _asignacion(caso: CasoConvocatoria, hecho: Asignacion | Falta) -> dict[str, object]:
    total = total_de_anexos(caso, ANEXOS_PROPIOS)
    primero = 1 + en_anexo(caso)
    return {
        "presentados": si_hay(_presentados, hecho),
        "elegibles": si_hay(lambda a: _proyectos(len(a.puestos)), hecho),
        "excluidos": si_lo_hay(_excluidos_si_hay, hecho),
        "asignados": si_hay(_asignados, hecho),
        "municipios": si_hay(_beneficiarios, hecho),
        "asignado": si_hay(lambda a: en_letras_y_cifras(a.asignado), hecho),
        "saldo": si_lo_hay(lambda a: en_letras_y_cifras(a.saldo) if a.saldo else "", hecho),
        "anexo_de_traza": nombre_del_anexo(primero, total),
        "anexo_de_excluidos": nombre_del_anexo(primero + 1, total),
    }
