"""La resolución que distribuye una bolsa por fórmula (numeral 5.1 del Anexo 05)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.lengua.cantidades import cantidad
from generador.lengua.listas import enumerar
from generador.lengua.pesos import en_letras_y_cifras
from generador.lengua.porcentajes import cifra_porcentaje, porcentaje_en_letras
from generador.modelo.asignacion import PESO
from generador.modelo.asignacion_formula import DESDE_UMBRAL, PARTES_IGUALES
from generador.modelo.falta import Falta
from generador.redaccion import acto_general
from generador.redaccion.asignacion import cuadros
from generador.redaccion.asignacion.coherencia import Enunciado
from generador.redaccion.asignacion.coherencia import comprobar as _comprobar
from generador.redaccion.asignacion.partes import (
    ACUERDO,
    Propias,
    bloques_de,
    escrito,
    redactar,
    si_da,
    si_lo_hay,
)
from generador.redaccion.documento import si_hay, si_se_puede
from generador.reglas.asignacion import distribuir

if TYPE_CHECKING:
    from generador.modelo.asignacion_formula import CasoFormula, CriterioDeReparto
    from generador.redaccion.documento import Redaccion
    from generador.reglas.asignacion.resultado import Distribucion

PLANTILLA = "asignacion_formula"
# Los nombres de los datos que da el resultado.
DATOS = ("bolsa", "asignado", "saldo", "beneficiarios", "no elegibles")
UNIDADES = {True: "pesos enteros", False: "pesos con centavos"}


def resultado(caso: CasoFormula) -> Distribucion | Falta:
    """La distribución, o el dato que falta para hacerla en un borrador."""
    return si_da(lambda: distribuir(caso))


def datos(caso: CasoFormula) -> dict[str, str]:
    """Los datos que los textos citan por su nombre: los del caso y los del resultado."""
    hecho = resultado(caso)
    dichos = (
        escrito(en_letras_y_cifras, caso.bolsa.valor),
        escrito(lambda d: en_letras_y_cifras(d.repartido), hecho),
        escrito(lambda d: en_letras_y_cifras(d.saldo), hecho),
        escrito(_beneficiarios, hecho),
        escrito(lambda d: _municipios(len(d.no_elegibles)), hecho),
    )
    return {**acto_general.datos(caso), **dict(zip(DATOS, dichos, strict=True))}


def redactar_formula(caso: CasoFormula, _regimen: None) -> Redaccion:
    """Reúne lo que dice la resolución. El caso puede traer `Falta` si es borrador."""
    hecho = resultado(caso)
    contexto = {
        "distribucion": {
            "elegibles": si_hay(_beneficiarios, hecho),
            "no_elegibles": si_lo_hay(_no_elegibles, hecho),
            "unidad": si_hay(lambda u: UNIDADES[u == PESO], caso.bolsa.unidad),
            "saldo": si_lo_hay(lambda d: en_letras_y_cifras(d.saldo) if d.saldo else "", hecho),
        },
        "grupos": [_grupo(caso, i, hecho) for i in range(len(caso.grupos))],
    }
    return redactar(PLANTILLA, caso, datos(caso), contexto, propias(hecho))


def propias(hecho: Distribucion | Falta) -> Propias:
    """Los dos artículos que Minuta escribe, con el cuadro de beneficiarios."""
    monto = escrito(lambda d: en_letras_y_cifras(d.repartido), hecho)
    uno = not isinstance(hecho, Falta) and len(hecho.beneficiarios) == 1
    return Propias(
        objeto=f"Distribuir y asignar la suma de {monto} {escrito(_entre_cuantos, hecho)}, "
        f"según la metodología de fórmula del numeral 5.1 {ACUERDO}.",
        titulo="Beneficiarios y valores",
        presentacion="El beneficiario y el valor que se le asigna"
        if uno
        else "Los beneficiarios y el valor asignado a cada uno",
        cuadros=bloques_de(lambda d: (cuadros.beneficiarios(d),), hecho),
    )


def comprobar(docx: bytes, caso: CasoFormula) -> None:
    """Comprueba la resolución terminada. Da `ErrorDeDocumento` si algo no cuadra."""
    hecho = distribuir(caso)
    valores = {b.municipio.codigo: b.valor for b in hecho.beneficiarios}
    _comprobar(docx, Enunciado(hecho.repartido, _entre_cuantos(hecho), valores))


def _entre_cuantos(hecho: Distribucion) -> str:
    """«entre dos (2) municipios», pero «a un (1) municipio»."""
    return f"{'a' if len(hecho.beneficiarios) == 1 else 'entre'} {_beneficiarios(hecho)}"


def _beneficiarios(hecho: Distribucion) -> str:
    return _municipios(len(hecho.beneficiarios))


def _no_elegibles(hecho: Distribucion) -> str:
    return _municipios(len(hecho.no_elegibles)) if hecho.no_elegibles else ""


def _municipios(cuantos: int) -> str:
    return cantidad(cuantos, "municipio", "municipios")


def _grupo(caso: CasoFormula, i: int, hecho: Distribucion | Falta) -> dict[str, object]:
    grupo = caso.grupos[i]
    return {
        "nombre": grupo.nombre,
        "porcentaje": si_hay(porcentaje_en_letras, grupo.porcentaje),
        "elegibles": si_hay(lambda d: _municipios(d.grupos[i].elegibles), hecho),
        "criterios": si_se_puede(lambda: enumerar([_criterio(c) for c in grupo.criterios])),
    }


def _criterio(criterio: CriterioDeReparto) -> str:
    """«conflicto armado, en partes iguales (20%)»."""
    como = {
        PARTES_IGUALES: ", en partes iguales",
        DESDE_UMBRAL: f", desde {_numero(criterio)}",
    }.get(criterio.reparto, "")
    return f"{criterio.nombre}{como} ({cifra_porcentaje(criterio.peso)})"


def _numero(criterio: CriterioDeReparto) -> str:
    return "" if criterio.umbral is None else str(criterio.umbral).replace(".", ",")
