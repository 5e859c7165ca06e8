"""Casos mínimos de asignación: tres municipios, o tres proyectos en dos líneas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generador.caso.lectura import leer_bytes
from generador.modelo.validacion import validar
from generador.tipos import TIPOS

if TYPE_CHECKING:
    from generador.modelo.asignacion_convocatoria import CasoConvocatoria
    from generador.modelo.asignacion_formula import CasoFormula

COMUN = """\
acto:
  entidad: Ministerio de Pruebas
  numero: "7"
  fecha: 2025-07-30
  epigrafe: Por la cual se prueba
  autoridad: La Ministra de Pruebas
  competencia: En ejercicio de sus facultades, en especial la Ley 489 de 1998
bolsa: {valor: "1.000,50", unidad: %s, fuente: la consulta del sistema}
certificaciones:
  - {entidad: la Agencia, oficio: el oficio 1, fecha: 2025-07-01, objeto: los municipios}
calculo: {responsable: Ana Ejemplo, cargo: Profesional, fecha: 2025-07-02}
considerandos: |
  Que la ley lo ordena.
dispositiva: |
  Artículo {registro}. **Registro.** Regístrense los valores del artículo 2.
vigencia: {desde: desde hoy}
firmante: {nombre: Rosa Ejemplo, cargo: Ministra}
"""
FORMULA = """\
tipo: asignacion-formula
municipios:
  - {codigo: "05001", departamento: Antioquia, municipio: Medellín, indicadores: {p: 5, s: sí}}
  - {codigo: "13468", departamento: Bolívar, municipio: Mompox, indicadores: {p: 2, s: no}}
  - {codigo: "54001", departamento: Norte de Santander, municipio: Cúcuta,
     indicadores: {p: 0, s: no}}
grupos:
  - nombre: Productores
    porcentaje: 100
    elegible: {columna: p, minimo: 1}
    criterios:
      - {nombre: participación, columna: p, peso: 70, reparto: proporcional}
      - {nombre: prioridad, columna: s, peso: 20, reparto: partes iguales}
      - {nombre: pobreza, columna: p, peso: 10, reparto: desde umbral, umbral: "1,5"}
"""
PROYECTO = """\
  - {codigo: %s, nombre: Obra %s, linea: %s, tipo: obra, municipios: "%s", costo: 600, \
solicitado: 600, elegible: %s, indicadores: {p: %d}%s}
"""
CONVOCATORIA = f"""\
tipo: asignacion-convocatoria
convocatoria: {{nombre: La de prueba, apertura: 2025-08-11, dias: 60}}
lineas: [energía, minería]
tipos: [{{nombre: obra, tope: 8.000}}]
criterios: [{{nombre: puntos, maximo: 100, columna: p, puntos: {{forma: directo}}}}]
decimales_puntaje: 1
saldo_insuficiente: parcial
proyectos:
{PROYECTO % ("E1", "uno", "energía", "05001; 13468", "sí", 70, "")}\
{PROYECTO % ("M1", "dos", "minería", "54001", "sí", 60, "")}\
{PROYECTO % ("M2", "tres", "minería", "54001", "sí", 50, "")}\
{PROYECTO % ("M3", "cuatro", "minería", "5001", "no", 90, ", motivo: Llegó tarde")}\
"""


def formula(mas: str = "", *, unidad: str = "peso", cambios: dict[str, str] | None = None) -> Any:
    """El caso de fórmula, con lo que se agregue o cambie de su texto."""
    caso: CasoFormula = _caso(FORMULA + COMUN % unidad + mas, cambios)
    return caso


def convocatoria(mas: str = "", cambios: dict[str, str] | None = None) -> Any:
    """El caso de convocatoria, con lo que se agregue o cambie de su texto."""
    caso: CasoConvocatoria = _caso(CONVOCATORIA + COMUN % "centavo" + mas, cambios)
    return caso


def _caso(texto: str, cambios: dict[str, str] | None) -> Any:
    for antes, despues in (cambios or {}).items():
        assert texto.count(antes) >= 1, antes
        texto = texto.replace(antes, despues)
    raiz = leer_bytes(texto.encode(), "caso.yaml")
    tipo = texto.split("\n", 1)[0].removeprefix("tipo: ")
    return validar(raiz, TIPOS[tipo].modelo).caso
