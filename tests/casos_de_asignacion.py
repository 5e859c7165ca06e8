"""Casos de asignación pequeños y completos, para probar lo que se hace con su resultado."""

from __future__ import annotations

from pathlib import Path

COMUN = """
acto:
  entidad: MINISTERIO DE MINAS Y ENERGÍA
  epigrafe: Por la cual se asignan unos recursos
  autoridad: El Ministro de Minas y Energía
  competencia: En ejercicio de sus facultades legales
calculo: {responsable: Ana Pérez, cargo: Profesional, fecha: 2025-07-01}
considerandos: Que hay recursos.
dispositiva: "Artículo. **Condiciones.** Los recursos se ejecutan según la ley."
vigencia: {}
firmante: {nombre: Luis Ruiz, cargo: Ministro de Minas y Energía}
"""

FORMULA = f"""tipo: asignacion-formula
{COMUN}
bolsa: {{valor: "1.000,01", unidad: peso, fuente: apropiación del bienio}}
municipios: {{archivo: m.csv}}
grupos:
  - nombre: Todos
    porcentaje: 100
    elegible: {{columna: participacion, minimo: "0,02"}}
    criterios:
      - {{nombre: Participación, columna: participacion, peso: 100, reparto: proporcional}}
"""

MUNICIPIOS = """Código;Departamento;Municipio;Participación
05001;Antioquia;Medellín;1
11001;Bogotá, D. C.;Bogotá, D. C.;1
05615;Antioquia;Rionegro;1
68615;Santander;Rionegro;0,01
"""

CONVOCATORIA = f"""tipo: asignacion-convocatoria
{COMUN}
bolsa: {{valor: "500,50", unidad: centavo, fuente: apropiación del bienio}}
convocatoria: {{nombre: Convocatoria 1, apertura: 2025-08-11, dias: 60}}
proyectos: {{archivo: p.csv}}
lineas: [energía, minería]
tipos: [{{nombre: redes, tope: 400}}, {{nombre: centro, tope: 400}}]
criterios:
  - {{nombre: Técnico, maximo: 100, columna: puntaje, puntos: {{forma: directo}}}}
decimales_puntaje: 1
desempates: [{{columna: orden, gana: menor}}]
saldo_insuficiente: parcial
"""

PROYECTOS = """Código;Nombre;Línea;Tipo;Municipios;Costo;Solicitado;Elegible;Motivo;Puntaje;Orden
E-1;=2+5 redes;energía;redes;05001;300;300;sí;;80;1
E-2;-Redes;energía;redes;05615;150;150;sí;;80;2
M-1;@Centro;minería;centro;68615;100,50;100,50;sí;;60;3
M-2;Centro compartido;minería;centro;05001;90;90;sí;;50;4
M-3;Centro;minería;centro;05615;80;80;no;+Sin certificado;0;5
"""


def formula(carpeta: Path, municipios: str = MUNICIPIOS) -> Path:
    """Un caso de fórmula en `carpeta`, con su tabla al lado."""
    return _escribir(carpeta, FORMULA, "m.csv", municipios)


def convocatoria(carpeta: Path, proyectos: str = PROYECTOS) -> Path:
    """Un caso de convocatoria en `carpeta`, con su tabla al lado."""
    return _escribir(carpeta, CONVOCATORIA, "p.csv", proyectos)


def _escribir(carpeta: Path, caso: str, tabla: str, filas: str) -> Path:
    (carpeta / tabla).write_text(filas, encoding="utf-8")
    archivo = carpeta / "caso.yaml"
    archivo.write_text(caso, encoding="utf-8")
    return archivo
