"""La misma asignación, hecha despacio y a la vista: con qué se compara la del programa.

No comparte nada con ella: fracciones en vez de enteros escalados, listas en vez de contadores.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from generador.modelo.asignacion_convocatoria import CasoConvocatoria
from generador.modelo.asignacion_formula import CasoFormula


def leido(texto: str) -> Fraction:
    return Fraction({"sí": "1", "no": "0"}.get(texto, texto).replace(",", "."))


def distribuir(caso: CasoFormula) -> dict[str, Fraction]:
    """Lo que recibe cada código, en pesos, sin los que no reciben nada."""
    unidad = Fraction(1) if caso.bolsa.unidad == "peso" else Fraction(1, 100)
    unidades = Fraction(caso.bolsa.valor) // unidad
    valores = {fila.codigo: Fraction(0) for fila in caso.municipios}
    for grupo in caso.grupos:
        minimo = 1 if grupo.elegible.minimo is None else Fraction(grupo.elegible.minimo)
        dentro = [
            f for f in caso.municipios if leido(f.indicadores[grupo.elegible.columna]) >= minimo
        ]
        for criterio in grupo.criterios:
            s = {}
            for fila in dentro:
                dato = leido(fila.indicadores[criterio.columna])
                if criterio.reparto == "partes iguales":
                    dato = Fraction(1) if dato > 0 else Fraction(0)
                if criterio.umbral is not None and dato < Fraction(criterio.umbral):
                    dato = Fraction(0)
                s[fila.codigo] = dato
            parte = unidades * Fraction(grupo.porcentaje) / 100 * Fraction(criterio.peso) / 100
            for codigo, dato in s.items():
                if dato:
                    valores[codigo] += parte * dato / sum(s.values())
    enteros = {codigo: int(valor) for codigo, valor in valores.items() if valor}
    while sum(enteros.values()) < unidades:
        # Al que más le falta; entre iguales, el de código menor.
        mayor = max(sorted(enteros), key=lambda codigo: valores[codigo] - enteros[codigo])
        enteros[mayor] += 1
    return {codigo: entero * unidad for codigo, entero in enteros.items()}


def asignar(  # noqa: C901, PLR0912, PLR0915 -- de corrido, para leerla junto a la regla
    caso: CasoConvocatoria,
) -> dict[str, Decimal]:
    """Lo que recibe cada proyecto que recibe, sin empates por resolver ni reglas que falten."""
    unidad = Decimal(1) if caso.bolsa.unidad == "peso" else Decimal("0.01")
    limites: Any = caso.por_municipio
    saldo = caso.bolsa.valor
    recibidos: list[tuple[Any, Decimal]] = []
    resueltos: set[str] = set()
    elegibles = [p for p in caso.proyectos if p.elegible]

    def orden(proyecto: Any) -> list[Any]:
        llaves: list[Any] = [-leido(proyecto.indicadores["nota"])]
        for desempate in caso.desempates:
            dato = leido(proyecto.indicadores[desempate.columna])
            llaves.append(-dato if desempate.gana == "mayor" else dato)
        return [*llaves, proyecto.codigo]

    def de(municipio: str) -> list[tuple[Any, Decimal]]:
        return [(p, m) for p, m in recibidos if municipio in p.municipios]

    def cabe(proyecto: Any, *, cofinanciado: bool) -> Fraction:
        libres = []
        for municipio in proyecto.municipios:
            libre = Fraction(limites.tope)
            suyos = de(municipio)
            for otro, monto in suyos:
                entre = 1 if limites.reparto_compartidos == "completo" else len(otro.municipios)
                libre -= Fraction(monto) / entre
                libre += Fraction(otro.cofinanciacion) / entre if cofinanciado else 0
            entre = 1 if limites.reparto_compartidos == "completo" else len(proyecto.municipios)
            libre += Fraction(proyecto.cofinanciacion) / entre if cofinanciado else 0
            libres.append(libre * entre)
        return max(min(libres), Fraction(0))

    detenida = False
    while len(resueltos) < len(elegibles):
        en_ronda: list[str] = []
        for linea in caso.lineas:
            for proyecto in sorted((p for p in elegibles if p.linea == linea), key=orden):
                if proyecto.codigo in resueltos:
                    continue
                (tipo,) = [t for t in caso.tipos if t.nombre == proyecto.tipo]
                pedido = proyecto.solicitado
                if pedido > tipo.tope:
                    pedido = tipo.tope if tipo.sobre_tope == "recortar" else Decimal(0)
                cupo = limites.proyectos if limites else None
                if cupo is not None and any(len(de(m)) >= cupo for m in proyecto.municipios):
                    pedido = Decimal(0)
                if detenida or saldo < unidad:
                    pedido = Decimal(0)
                if pedido and any(en_ronda.count(m) >= caso.por_ronda for m in proyecto.municipios):
                    continue
                resueltos.add(proyecto.codigo)
                if pedido and limites and limites.tope is not None:
                    libre = cabe(proyecto, cofinanciado=False)
                    if libre < pedido and limites.superable_con_cofinanciacion:
                        if proyecto.cofinanciacion and limites.exceso == "sin límite":
                            libre = Fraction(pedido)
                        elif proyecto.cofinanciacion:
                            libre = cabe(proyecto, cofinanciado=True)
                    if libre < pedido:
                        rechazar = limites.sobre_tope == "rechazar"
                        pedido = Decimal(0) if rechazar else int(libre / Fraction(unidad)) * unidad
                if pedido > saldo:
                    if caso.saldo_insuficiente == "parcial":
                        pedido = saldo // unidad * unidad
                    else:
                        detenida = caso.saldo_insuficiente == "detener"
                        pedido = Decimal(0)
                if pedido:
                    saldo -= pedido
                    recibidos.append((proyecto, pedido))
                    en_ronda += proyecto.municipios
    return {p.codigo: monto for p, monto in recibidos}
