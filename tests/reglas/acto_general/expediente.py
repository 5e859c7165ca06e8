"""Arma una resolución o un decreto mínimo, con unos campos cambiados."""

from __future__ import annotations

from typing import Any

from generador.caso.arbol import lugar_de, partes_de
from generador.caso.lectura import leer_bytes
from generador.hallazgos import Hallazgo
from generador.modelo.acto_general import CasoDecreto, CasoGeneral, CasoResolucion
from generador.modelo.validacion import validar
from generador.reglas import acto_general

ACTO = """\
acto:
  entidad: Ministerio de Pruebas
  epigrafe: {epigrafe}
  autoridad: La Ministra de Pruebas
  competencia: {competencia}
considerandos: |
  Que el artículo 8 de la Ley 1437 de 2011 lo ordena.
dispositiva: |
{dispositiva}
vigencia:
  desde: desde hoy
  deroga: [{deroga}]
{mas}
"""
FIRMAS = {
    "resolucion": "firmante: {nombre: Ana Ejemplo, cargo: Ministra}",
    "decreto": "presidente: Aurelio Ejemplo\nministros: [{nombre: Ana, cargo: La Ministra}]",
}
MODELOS: dict[str, type[CasoGeneral]] = {"resolucion": CasoResolucion, "decreto": CasoDecreto}
NORMAL = {
    "epigrafe": "Por la cual se prueba",
    "competencia": "En ejercicio de sus facultades, en especial la Ley 489 de 1998",
    "dispositiva": "Artículo. **Objeto.** Probar.",
    "deroga": "la Ley 80 de 1993",
    "mas": "",
}


def caso(tipo: str = "resolucion", firmas: str | None = None, **cambios: str) -> CasoGeneral:
    """El caso validado, con `Falta` en lo que no se entienda."""
    return leer(tipo, firmas, **cambios)[0]


def leer(
    tipo: str = "resolucion", firmas: str | None = None, **cambios: str
) -> tuple[CasoGeneral, Any]:
    campos = {**NORMAL, **cambios}
    if tipo == "decreto":
        campos["epigrafe"] = cambios.get("epigrafe", "Por el cual se prueba")
    campos["dispositiva"] = "\n".join(f"  {r}" for r in campos["dispositiva"].split("\n"))
    texto = f"tipo: {tipo}\n{ACTO.format(**campos)}{firmas or FIRMAS[tipo]}\n"
    raiz = leer_bytes(texto.encode(), "caso.yaml")
    return validar(raiz, MODELOS[tipo]).caso, raiz


def hallazgos(
    tipo: str = "resolucion", firmas: str | None = None, **cambios: str
) -> list[Hallazgo]:
    expediente, raiz = leer(tipo, firmas, **cambios)
    return [
        h if h.linea else h.en(lugar_de(raiz, partes_de(h.ruta)))
        for h in acto_general.revisar(expediente, None)
    ]


def codigos(tipo: str = "resolucion", firmas: str | None = None, **cambios: str) -> list[str]:
    """Los códigos hallados, sin las notas de normas modificadas."""
    hallados = hallazgos(tipo, firmas, **cambios)
    return [h.codigo for h in hallados if h.gravedad != "nota" or h.codigo == "GEN098"]
