"""Los cuadros de una asignación: beneficiarios, proyectos por línea, traza y excluidos."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from generador.lengua.listas import enumerar
from generador.lengua.pesos import cifra
from generador.lengua.porcentajes import cifra_porcentaje
from generador.marcado.bloques import Alineacion, Celda, Columna, Parrafo, Tabla, Texto
from generador.modelo.asignacion import PESO
from generador.reglas.asignacion.resultado import Desenlace
from generador.reglas.asignacion.territorio import de_proyecto

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generador.reglas.asignacion.resultado import Asignacion, Distribucion, Paso

TOTAL = "Total"
CODIGO, VALOR = "Código DIVIPOLA", "Valor ($)"
ASIGNADO = "Asignado ($)"
RECIBEN = (Desenlace.ASIGNADO, Desenlace.RECORTADO)
_CENTRO, _DERECHA, _NORMAL = Alineacion.CENTRO, Alineacion.DERECHA, Alineacion.IZQUIERDA


def beneficiarios(distribucion: Distribucion) -> Tabla:
    """Un municipio por fila, en el orden de la DIVIPOLA, y el total."""
    con_centavos = distribucion.unidad != PESO
    filas = [
        (
            b.municipio.codigo,
            b.municipio.departamento,
            b.municipio.nombre,
            valor(b.valor, con_centavos=con_centavos),
        )
        for b in distribucion.beneficiarios
    ]
    total = ("", "", TOTAL, valor(distribucion.repartido, con_centavos=con_centavos))
    return _cuadro(
        (CODIGO, "Departamento", "Municipio", VALOR),
        (16, 28, 34, 22),
        (_CENTRO, _NORMAL, _NORMAL, _DERECHA),
        filas,
        "Beneficiarios y valores asignados",
        total,
    )


def proyectos(asignacion: Asignacion, linea: str, decimales: int) -> Tabla | None:
    """Los proyectos de una línea que reciben recursos, por su lugar; nada si no recibe ninguno.

    `decimales` son los del puntaje.
    """
    reciben = que_reciben(asignacion)
    puestos = [p for p in asignacion.puestos if p.linea == linea and p.proyecto.codigo in reciben]
    if not puestos:
        return None
    filas = [
        (
            str(puesto.lugar),
            str(puesto.proyecto.codigo),
            str(puesto.proyecto.nombre),
            enumerar([str(m) for m in puesto.municipios]),
            cifra_porcentaje(puesto.total, decimales).removesuffix("%"),
            valor(reciben[puesto.proyecto.codigo].asignado),
        )
        for puesto in sorted(puestos, key=lambda p: p.lugar)
    ]
    suma = sum((reciben[p.proyecto.codigo].asignado for p in puestos), start=Decimal(0))
    return _cuadro(
        ("Lugar", "Código", "Proyecto", "Municipio(s)", "Puntaje", ASIGNADO),
        (8, 10, 29, 22, 10, 21),
        (_CENTRO, _NORMAL, _NORMAL, _NORMAL, _CENTRO, _DERECHA),
        filas,
        f"Proyectos de la línea de {linea} y valores asignados",
        ("", "", TOTAL, "", "", valor(suma)),
    )


def que_reciben(asignacion: Asignacion) -> dict[str, Paso]:
    """El paso en que cada proyecto recibió recursos, por su código."""
    return {p.proyecto: p for p in asignacion.pasos if p.desenlace in RECIBEN}


def traza(asignacion: Asignacion) -> Tabla:
    """Cada decisión, en el orden en que se tomó, con el saldo que queda y su razón."""
    filas = [
        (
            str(paso.orden),
            str(paso.ronda),
            paso.linea,
            str(paso.lugar),
            paso.proyecto,
            valor(paso.asignado),
            valor(paso.saldo_despues),
            paso.razon,
        )
        for paso in asignacion.pasos
    ]
    return _cuadro(
        (
            "N.º",
            "Ronda",
            "Línea",
            "Lugar",
            "Proyecto",
            ASIGNADO,
            "Saldo después ($)",
            "Razón",
        ),
        (5, 6, 8, 6, 8, 13, 15, 39),
        (_CENTRO, _CENTRO, _NORMAL, _CENTRO, _NORMAL, _DERECHA, _DERECHA, _NORMAL),
        filas,
        "Traza de la asignación",
    )


def excluidos(asignacion: Asignacion) -> Tabla | None:
    """Los proyectos que no cumplen los requisitos, con sus razones; nada si todos los cumplen."""
    filas = [
        (
            str(e.proyecto.codigo),
            str(e.proyecto.nombre),
            enumerar([str(m) for m in de_proyecto(e.proyecto)]),
            "; ".join(e.razones),
        )
        for e in asignacion.excluidos
    ]
    if not filas:
        return None
    return _cuadro(
        ("Código", "Proyecto", "Municipio(s)", "Razón"),
        (12, 34, 24, 30),
        (_NORMAL, _NORMAL, _NORMAL, _NORMAL),
        filas,
        "Proyectos que no cumplen los requisitos",
    )


def valor(monto: Decimal, *, con_centavos: bool = True) -> str:
    """El monto sin el signo `$`, que está en el encabezado de su columna.

    >>> valor(Decimal("1500")), valor(Decimal("1500"), con_centavos=False)
    ('1.500,00', '1.500')
    """
    exacto = monto.quantize(Decimal("0.01")) if con_centavos else monto
    return cifra(exacto).removeprefix("$")


def _cuadro(
    encabezado: Sequence[str],
    anchos: Sequence[int],
    alineaciones: Sequence[Alineacion],
    filas: Iterable[Sequence[str]],
    titulo: str,
    total: Sequence[str] = (),
) -> Tabla:
    return Tabla(
        columnas=tuple(map(Columna, anchos, alineaciones)),
        encabezado=tuple(map(_celda, encabezado)),
        filas=tuple(tuple(map(_celda, fila)) for fila in filas),
        totales=(tuple(map(_celda, total)),) if total else (),
        titulo=(Texto(titulo),),
    )


def _celda(texto: str) -> Celda:
    corrido = " ".join(texto.split())
    return (Parrafo((Texto(corrido),)),) if corrido else ()
