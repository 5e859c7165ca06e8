"""La frase de cada decisión: qué regla se aplicó y con qué cifras."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generador.catalogos.divipola import municipio
from generador.reglas.asignacion.cifras import pesos
from generador.reglas.asignacion.resultado import Desenlace

if TYPE_CHECKING:
    from generador.reglas.asignacion.ciclo import Decision
    from generador.reglas.asignacion.limites import Reglas


def razon(decision: Decision, reglas: Reglas) -> str:
    """La frase de una decisión."""
    if decision.asignado:
        return _recibe(decision)
    c = decision.candidato
    donde = str(municipio(decision.municipio)) if decision.municipio else ""
    if decision.desenlace is Desenlace.TOPE_DE_TIPO:
        return (
            f"No recibe: pidió {pesos(c.solicitado)} y el tope de su tipo es "
            f"{pesos(c.tope_de_tipo)}."
        )
    if decision.desenlace is Desenlace.CUPO_DE_MUNICIPIO:
        return f"No recibe: {donde} ya completó {_proyectos(reglas.cupo)}, su máximo."
    if decision.desenlace is Desenlace.APLAZADO:
        return (
            f"Espera otra ronda: {donde} ya recibió {_proyectos(reglas.por_ronda)} en la ronda "
            f"{decision.ronda}."
        )
    if decision.desenlace is Desenlace.TOPE_DE_MUNICIPIO:
        return (
            f"No recibe: le corresponden {pesos(c.pedido)} y en el tope conjunto de {donde} caben "
            f"{pesos(decision.cabida or 0)}."
        )
    return _sin_saldo(decision)


def _sin_saldo(decision: Decision) -> str:
    saldo = pesos(decision.saldo_antes)
    if decision.detenida:
        return f"No recibe: la asignación se detuvo con un saldo de {saldo}."
    if decision.cabida is None:
        pedido = pesos(decision.candidato.pedido)
        return f"No recibe: le corresponden {pedido} y el saldo es de {saldo}."
    return (
        f"No recibe: le corresponden {pesos(decision.cabida)}, lo que cabe en el tope conjunto de "
        f"{municipio(decision.municipio)}, y el saldo es de {saldo}."
    )


def _recibe(decision: Decision) -> str:
    c = decision.candidato
    partes = [
        f"Ronda {decision.ronda}, línea «{c.linea}», puesto {c.lugar}: recibe "
        f"{pesos(decision.asignado)}"
    ]
    if decision.asignado == c.solicitado:
        partes.append("lo que pidió")
    else:
        partes.append(f"de {pesos(c.solicitado)} que pidió")
    if c.pedido < c.solicitado:
        partes.append(f"el tope de su tipo es {pesos(c.tope_de_tipo)}")
    if decision.municipio:
        partes.append(f"es lo que cabe en el tope conjunto de {municipio(decision.municipio)}")
    if decision.por_saldo:
        partes.append("es lo que queda de la bolsa")
    queda = pesos(decision.saldo_antes - decision.asignado)
    partes.append(f"el saldo pasa de {pesos(decision.saldo_antes)} a {queda}")
    return f"{partes[0]}, {'; '.join(partes[1:])}."


def _proyectos(cuantos: int | None) -> str:
    return "1 proyecto" if cuantos == 1 else f"{cuantos} proyectos"
