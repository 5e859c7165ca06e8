"""Propiedades: el reparto siempre suma exacto y ninguna regla falla con un borrador."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generador.caso.arbol import Mapa, partes_de
from generador.caso.lectura import leer_bytes
from generador.hallazgos import Gravedad
from generador.modelo.suscripcion_plan import CasoSuscripcionPlan
from generador.modelo.validacion import Validado, validar
from generador.reglas import plan
from generador.reglas.plan.cuadro import repartir
from tests.reglas.expediente import REGIMEN, datos

CIEN = Decimal(100)
CENTESIMA = Decimal("0.01")
centavos = st.integers(0, 10**17 - 1)
montos = centavos.map(lambda n: Decimal(n).scaleb(-2))
partes = st.lists(montos, min_size=1, max_size=12)
totales = st.one_of(st.just(CIEN), st.integers(0, 10**4).map(lambda n: Decimal(n).scaleb(-2)))


@given(totales, partes)
@settings(derandomize=True, deadline=None, max_examples=300)
def test_el_reparto_suma_exacto(total: Decimal, montos: list[Decimal]) -> None:
    cuotas = repartir(total, montos)
    assert sum(cuotas) == (total if sum(montos) else 0)
    assert all(cuota.as_tuple().exponent == -2 for cuota in cuotas)


@given(totales, partes)
@settings(derandomize=True, deadline=None, max_examples=300)
def test_el_residuo_va_a_la_mayor(total: Decimal, montos: list[Decimal]) -> None:
    """Las demás distan de su cuota exacta, a lo sumo, media centésima."""
    suma = int(sum(montos) * 100)
    cuotas = repartir(total, montos)
    mayor = montos.index(max(montos))
    for i, (cuota, monto) in enumerate(zip(cuotas, montos, strict=True)):
        if i != mayor and suma:
            # En enteros: |cuota·suma − total·monto| ≤ suma/2 centésimas.
            error = int(cuota * 100) * suma - int(total * 100) * int(monto * 100)
            assert 2 * abs(error) <= suma


@given(partes)
@settings(derandomize=True, deadline=None)
def test_el_reparto_no_depende_del_orden_de_las_menores(montos: list[Decimal]) -> None:
    ordenadas = sorted(montos, reverse=True)
    al_reves = [ordenadas[0], *reversed(ordenadas[1:])]
    cuotas = dict(zip(map(str, ordenadas), repartir(CIEN, ordenadas), strict=True))
    otras = dict(zip(map(str, al_reves), repartir(CIEN, al_reves), strict=True))
    if len(set(ordenadas)) == len(ordenadas):
        assert cuotas == otras


def _rutas(nodo: Any, partes: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Las rutas de todo lo que el caso trae, de grupos y de hojas."""
    hijos = nodo.items() if isinstance(nodo, dict) else enumerate(nodo)
    for parte, hijo in hijos if isinstance(nodo, dict | list) else ():
        ruta = (*partes, parte)
        yield ruta
        yield from _rutas(hijo, ruta)


def _yaml(nodo: Any, margen: int = 0) -> str:
    """El caso en YAML, cada escalar entre comillas y nada resuelto."""
    sangria = " " * margen
    if isinstance(nodo, dict):
        if not nodo:
            return " {}\n"
        return "\n" + "".join(f"{sangria}{k}:{_yaml(v, margen + 2)}" for k, v in nodo.items())
    if isinstance(nodo, list):
        if not nodo:
            return " []\n"
        return "\n" + "".join(f"{sangria}-{_yaml(v, margen + 2)}" for v in nodo)
    return " '" + str(nodo).replace("'", "''").replace("\n", " ") + "'\n"


EJEMPLOS = {nombre: datos(nombre) for nombre in ("bienes", "servicios")}
RUTAS = {
    nombre: sorted((r for r in _rutas(caso) if r != ("tipo",)), key=str)
    for nombre, caso in EJEMPLOS.items()
}
# Valores que un asesor puede escribir mal en cualquier parte.
MALOS = ["", "x", "0", "-1", "2024-02-30", "1900-01-01", "2199-12-31", "no", [], {}, ["x"], "1.0"]


@st.composite
def estropeados(draw: st.DrawFn) -> tuple[dict[str, Any], list[str]]:
    """Un ejemplo al que se le quitan unas claves y se le dañan otras."""
    nombre = draw(st.sampled_from(sorted(EJEMPLOS)))
    caso = datos(nombre)
    tocadas = draw(st.lists(st.sampled_from(RUTAS[nombre]), min_size=1, max_size=12, unique=True))
    hechas = []
    for *padre, ultima in sorted(tocadas, key=len, reverse=True):
        nodo: Any = caso
        for parte in padre:
            nodo = nodo[parte]
        if isinstance(nodo, dict) and draw(st.booleans()):
            del nodo[ultima]
        else:
            nodo[ultima] = draw(st.sampled_from(MALOS))
        hechas.append(str([*padre, ultima]))
    return caso, hechas


def _validar(caso: dict[str, Any]) -> tuple[Mapa, Validado[CasoSuscripcionPlan]]:
    raiz = leer_bytes(_yaml(caso).encode(), "caso.yaml")
    return raiz, validar(raiz, CasoSuscripcionPlan)


@given(estropeados())
@settings(derandomize=True, deadline=None, max_examples=250)
def test_revisar_nunca_falla_con_un_borrador(estropeado: tuple[dict[str, Any], list[str]]) -> None:
    raiz, validado = _validar(estropeado[0])
    hallazgos = [*validado.hallazgos, *plan.revisar(validado.caso, REGIMEN)]
    assert any(h.codigo == "PLAN001" for h in hallazgos) or "articulado" in raiz.campos
    assert len(set(hallazgos)) == len(hallazgos)
    for h in hallazgos:
        assert h.mensaje.endswith("."), h
        assert h.remedio or h.gravedad is Gravedad.NOTA, h
        assert "None" not in h.mensaje + h.remedio, h
        assert "[falta" not in h.mensaje + h.remedio, h
        assert h.linea is None or h.linea >= 1
        partes_de(h.ruta)


@given(estropeados())
@settings(derandomize=True, deadline=None, max_examples=100)
def test_lo_que_falta_no_cambia_entre_dos_lecturas(
    estropeado: tuple[dict[str, Any], list[str]],
) -> None:
    _, uno = _validar(estropeado[0])
    _, otro = _validar(estropeado[0])
    assert uno.hallazgos == otro.hallazgos
    assert plan.revisar(uno.caso, REGIMEN) == plan.revisar(otro.caso, REGIMEN)
