"""Las dos resoluciones que asignan recursos: por fórmula y por convocatoria."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.graficas import asignacion as dibujos
from generador.modelo import asignacion_convocatoria, asignacion_formula
from generador.redaccion import acto_general
from generador.redaccion.asignacion import convocatoria, formula, graficas, memoria, oficios
from generador.reglas import acto_asignacion, asignacion
from generador.tipos.tipo import Copias, Tipo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generador.graficas.dibujo import Grafica
    from generador.hallazgos import Hallazgo
    from generador.modelo.asignacion_convocatoria import CasoConvocatoria
    from generador.modelo.asignacion_formula import CasoFormula

HOJA_DE_CALCULO = "asignacion.xlsx"


def _revisar_formula(caso: CasoFormula, regimen: None) -> list[Hallazgo]:
    return asignacion.revisar(caso, regimen) + acto_asignacion.revisar(
        caso, anexos=0, datos=formula.DATOS, graficas=graficas.DE_FORMULA
    )


def _revisar_convocatoria(caso: CasoConvocatoria, regimen: None) -> list[Hallazgo]:
    return asignacion.revisar(caso, regimen) + acto_asignacion.revisar(
        caso,
        anexos=convocatoria.ANEXOS_PROPIOS,
        datos=convocatoria.DATOS,
        graficas=graficas.DE_CONVOCATORIA,
    )


def _hojas_de_formula(caso: CasoFormula) -> Mapping[str, bytes]:
    # Aquí y no arriba: para revisar no hace falta la biblioteca que escribe hojas de cálculo.
    from generador.cuadernos.formula import libro_de_formula

    hecho = asignacion.distribuir(caso)
    libro = libro_de_formula(caso, hecho)
    return {HOJA_DE_CALCULO: libro, **_sueltas(dibujos.de_formula(hecho))}


def _hojas_de_convocatoria(caso: CasoConvocatoria) -> Mapping[str, bytes]:
    from generador.cuadernos.convocatoria import libro_de_convocatoria

    hecho = asignacion.asignar(caso)
    libro = libro_de_convocatoria(caso, hecho)
    return {HOJA_DE_CALCULO: libro, **_sueltas(dibujos.de_convocatoria(hecho))}


def _sueltas(graficas: Mapping[str, Grafica]) -> dict[str, bytes]:
    """Cada gráfica en un archivo, para usarla en otra parte: imagen y dibujo vectorial."""
    archivos: dict[str, bytes] = {}
    for nombre, grafica in graficas.items():
        archivos[f"grafica-{nombre}.png"] = grafica.png
        archivos[f"grafica-{nombre}.svg"] = grafica.svg
    return archivos


FORMULA = Tipo(
    nombre=asignacion_formula.TIPO,
    modelo=asignacion_formula.CasoFormula,
    revisar=_revisar_formula,
    redactar=formula.redactar_formula,
    epigrafe=acto_general.epigrafe,
    datos=formula.datos,
    anexos=memoria.memoria_de_formula,
    hojas=_hojas_de_formula,
    oficios=oficios.oficios_de_formula,
    comprobar=formula.comprobar,
    copias=Copias(
        acto_general.nombre_del_acto,
        oficios.destinatarios,
        oficios.senas_de_formula,
        oficios.oficio_de_copia,
    ),
)
CONVOCATORIA = Tipo(
    nombre=asignacion_convocatoria.TIPO,
    modelo=asignacion_convocatoria.CasoConvocatoria,
    revisar=_revisar_convocatoria,
    redactar=convocatoria.redactar_convocatoria,
    epigrafe=acto_general.epigrafe,
    datos=convocatoria.datos,
    anexos=memoria.memoria_de_convocatoria,
    hojas=_hojas_de_convocatoria,
    oficios=oficios.oficios_de_convocatoria,
    comprobar=convocatoria.comprobar,
    copias=Copias(
        acto_general.nombre_del_acto,
        oficios.destinatarios,
        oficios.senas_de_convocatoria,
        oficios.oficio_de_copia,
    ),
)
