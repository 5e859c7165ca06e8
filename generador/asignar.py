"""Solo el cálculo de una asignación: el resultado, para verlo, procesarlo o llevarlo a Excel.

La forma en `jsonl` es el contrato de `docs/terminal.md`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any

from generador.cuadernos.convocatoria import finales, libro_de_convocatoria
from generador.cuadernos.formula import libro_de_formula
from generador.errores import CasoRechazado, UsoIncorrecto
from generador.expedir import revisar
from generador.hallazgos import hay_errores
from generador.lengua.pesos import cifra
from generador.modelo import asignacion_convocatoria, asignacion_formula
from generador.reglas import asignacion
from generador.reglas.asignacion.resultado import Asignacion, Distribucion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from generador.hallazgos import Hallazgo

TIPOS = (asignacion_formula.TIPO, asignacion_convocatoria.TIPO)
DE_FORMULA = ("Código", "Departamento", "Municipio", "Valor")
DE_CONVOCATORIA = ("Línea", "Lugar", "Código", "Municipios", "Puntaje", "Asignado", "Decisión")
DE_CIFRAS = frozenset({"Lugar", "Puntaje", "Asignado", "Valor"})


@dataclass(frozen=True)
class Calculo:
    """El resultado de un caso de asignación, con lo que se encontró al revisarlo."""

    archivo: Path
    caso: Any
    resultado: Distribucion | Asignacion
    hallazgos: tuple[Hallazgo, ...]

    @property
    def encabezados(self) -> Sequence[str]:
        """Los de `filas`."""
        return DE_FORMULA if isinstance(self.resultado, Distribucion) else DE_CONVOCATORIA

    @property
    def filas(self) -> Iterator[tuple[str, ...]]:
        """El resultado como tabla: los beneficiarios, o la lista de cada línea."""
        if isinstance(self.resultado, Distribucion):
            for b in self.resultado.beneficiarios:
                municipio = b.municipio
                yield municipio.codigo, municipio.departamento, municipio.nombre, cifra(b.valor)
            return
        decisiones = finales(self.resultado)
        for p in self.resultado.puestos:
            paso = decisiones[p.proyecto.codigo]
            yield (
                p.linea,
                str(p.lugar),
                p.proyecto.codigo,
                "; ".join(map(str, p.municipios)),
                f"{p.total:f}".replace(".", ","),
                cifra(paso.asignado),
                paso.desenlace.value,
            )

    @cached_property
    def resumen(self) -> tuple[str, ...]:
        """Los totales, en pocos renglones."""
        hecho = self.resultado
        if isinstance(hecho, Distribucion):
            cuantos = _contar(len(hecho.beneficiarios), "beneficiario")
            fuera = f"{_contar(len(hecho.no_elegibles), 'municipio')} sin recursos"
            usado = f"repartido {cifra(hecho.repartido)}"
        else:
            reciben = sum(paso.asignado > 0 for paso in finales(hecho).values())
            evaluados = _contar(len(hecho.puestos), "proyecto")
            cuantos = f"reciben recursos {reciben} de {evaluados} en competencia"
            fuera = _contar(len(hecho.excluidos), "excluido")
            usado = f"asignado {cifra(hecho.asignado)}"
        return (
            f"{self.archivo}: {cuantos}; {fuera}",
            f"  bolsa {cifra(hecho.bolsa)} = {usado} + saldo {cifra(hecho.saldo)}",
        )

    def libro(self) -> bytes:
        """El resultado en un libro de Excel, con los puntajes o el cálculo, la traza y lo demás."""
        if isinstance(self.resultado, Distribucion):
            return libro_de_formula(self.caso, self.resultado)
        return libro_de_convocatoria(self.caso, self.resultado)


def _contar(cuantos: int, cosa: str) -> str:
    return f"{cuantos} {cosa}" if cuantos == 1 else f"{cuantos} {cosa}s"


def calcular(archivo: Path) -> Calculo:
    """Lee y revisa un caso de asignación, y calcula su resultado.

    Raises:
        CasoRechazado: el caso tiene errores.
        UsoIncorrecto: el caso es de otro tipo.
    """
    revision = revisar(archivo)
    if revision.tipo.nombre not in TIPOS:
        raise UsoIncorrecto(
            f"«{archivo}» es un caso de {revision.tipo.nombre}, y no hay nada que asignar.",
            f"Esta orden es para: {' y '.join(TIPOS)}.",
        )
    if hay_errores(revision.hallazgos):
        raise CasoRechazado(revision.hallazgos)
    de_formula = revision.tipo.nombre == asignacion_formula.TIPO
    resultado = (asignacion.distribuir if de_formula else asignacion.asignar)(revision.caso)
    return Calculo(archivo, revision.caso, resultado, revision.hallazgos)


def como_jsonl(calculo: Calculo) -> Iterator[str]:
    """Una línea por beneficiario o no elegible; o por puesto, paso o excluido; y los totales."""
    hecho = calculo.resultado
    objetos = _de_formula(hecho) if isinstance(hecho, Distribucion) else _de_convocatoria(hecho)
    for objeto in objetos:
        yield json.dumps(objeto, ensure_ascii=False)


def _de_formula(hecho: Distribucion) -> Iterator[dict[str, Any]]:
    yield {
        "clase": "totales",
        "bolsa": _exacto(hecho.bolsa),
        "repartido": _exacto(hecho.repartido),
        "saldo": _exacto(hecho.saldo),
        "beneficiarios": len(hecho.beneficiarios),
    }
    for b in hecho.beneficiarios:
        yield {
            "clase": "beneficiario",
            "codigo": b.municipio.codigo,
            "departamento": b.municipio.departamento,
            "municipio": b.municipio.nombre,
            "valor": _exacto(b.valor),
            "aportes": [
                {
                    "grupo": a.grupo,
                    "criterio": a.criterio,
                    "indicador": _exacto(a.indicador),
                    "parte": str(a.parte),
                    "valor": str(a.valor),
                }
                for a in b.aportes
            ],
            "residuo": str(b.residuo),
            "unidades_de_residuo": b.unidades_de_residuo,
        }
    for n in hecho.no_elegibles:
        yield {
            "clase": "no_elegible",
            "codigo": n.municipio.codigo,
            "departamento": n.municipio.departamento,
            "municipio": n.municipio.nombre,
            "razones": list(n.razones),
        }


def _de_convocatoria(hecho: Asignacion) -> Iterator[dict[str, Any]]:
    yield {
        "clase": "totales",
        "bolsa": _exacto(hecho.bolsa),
        "asignado": _exacto(hecho.asignado),
        "saldo": _exacto(hecho.saldo),
        "proyectos": len(hecho.puestos),
    }
    for p in hecho.puestos:
        yield {
            "clase": "puesto",
            "linea": p.linea,
            "lugar": p.lugar,
            "proyecto": p.proyecto.codigo,
            "municipios": [m.codigo for m in p.municipios],
            "total": _exacto(p.total),
            "puntos": [
                {"criterio": d.criterio, "dato": _exacto(d.dato), "puntos": _exacto(d.puntos)}
                for d in p.puntos
            ],
            "desempate": p.desempate,
        }
    for paso in hecho.pasos:
        yield {
            "clase": "paso",
            "orden": paso.orden,
            "ronda": paso.ronda,
            "linea": paso.linea,
            "lugar": paso.lugar,
            "proyecto": paso.proyecto,
            "solicitado": _exacto(paso.solicitado),
            "saldo_antes": _exacto(paso.saldo_antes),
            "asignado": _exacto(paso.asignado),
            "saldo_despues": _exacto(paso.saldo_despues),
            "desenlace": paso.desenlace.value,
            "razon": paso.razon,
        }
    for e in hecho.excluidos:
        yield {"clase": "excluido", "proyecto": e.proyecto.codigo, "razones": list(e.razones)}


def _exacto(valor: Decimal) -> str:
    """Como texto, con punto decimal: un número de JSON suele leerse como flotante y perdería."""
    return f"{valor:f}"
