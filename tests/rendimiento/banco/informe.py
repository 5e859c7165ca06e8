"""Las tablas y las metas de una corrida."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from tests.rendimiento.banco.corrida import TAMANOS, Medida
from tests.rendimiento.banco.motores import MOTORES

Medidas = dict[tuple[str, int], Medida]

VECES_DOCXTPL = dict(zip(TAMANOS, (40, 15, 10), strict=True))
VECES_ACTO = 10
COMPILAR_MS, PICO_MB = 50, 80
_SIGNOS = {True: "✓", False: "✗", None: "–"}


def tabla(medidas: Medidas) -> Iterator[str]:
    """Un renglón por motor y tamaño, y al final los que no corrieron y por qué."""
    yield (
        f"{'renglones':>9}  {'motor':<16} {'ms':>9} {'n':>6}"
        f" {'docxtpl/él':>11} {'carbone/él':>11} {'pico MB':>8} {'compilar ms':>12}  texto"
    )
    fallas = {}
    for filas in TAMANOS:
        for motor in MOTORES:
            medida = medidas[motor, filas]
            if medida.falla:
                fallas[motor] = medida.falla
                continue
            contra = [_contra(medidas, base, motor, filas) for base in ("docxtpl", "carbone")]
            yield (
                f"{filas:>9}  {motor:<16} {medida.ms:>9.2f} {medida.n:>6}"
                f" {_numero(contra[0], '×'):>11} {_numero(contra[1], '×'):>11}"
                f" {_numero(medida.pico):>8} {_numero(medida.compilar):>12}"
                f"  {'igual' if medida.fiel else 'DISTINTO'}"
            )
    for motor, falla in fallas.items():
        yield f"no corrió {motor}: {falla}"


def acto(medidas: dict[str, Medida]) -> Iterator[str]:
    """El acto de ejemplo, en dos renglones."""
    for motor, medida in medidas.items():
        if medida.falla:
            yield f"acto de ejemplo  {motor:<16} no corrió: {medida.falla}"
        else:
            fiel = "igual" if medida.fiel else "DISTINTO"
            yield (
                f"acto de ejemplo  {motor:<10} {medida.ms:>9.2f} ms  (n = {medida.n};"
                f" pico {_numero(medida.pico)} MB; texto {fiel})"
            )


def metas(medidas: Medidas, del_acto: dict[str, Medida]) -> list[tuple[bool | None, str]]:
    """Cada meta, con si se cumplió (`None`: no se pudo medir)."""
    todas = [m for m in (*medidas.values(), *del_acto.values()) if not m.falla]
    fieles = all(m.fiel for m in todas)
    resultado: list[tuple[bool | None, str]] = [(fieles, "las salidas abren y dicen lo mismo")]
    for filas, veces in VECES_DOCXTPL.items():
        razon = _contra(medidas, "docxtpl", "minuta", filas)
        resultado.append(_meta(razon, veces, f"docxtpl, {filas} renglones"))
    for filas in TAMANOS:
        razon = _contra(medidas, "carbone", "minuta", filas)
        delante = None if razon is None else razon > 1
        numero = _numero(razon, "×")
        resultado.append((delante, f"delante de carbone, {filas} renglones: {numero}"))
    compilar = [m.compilar for f in TAMANOS if (m := medidas["minuta", f]).compilar is not None]
    resultado.append(
        _tope(statistics.median(compilar) if compilar else None, COMPILAR_MS, "ms de compilar")
    )
    picos = [m.pico for f in TAMANOS if (m := medidas["minuta", f]).pico is not None]
    resultado.append(_tope(max(picos, default=None), PICO_MB, "MB de pico"))
    acto_razon = _razon(del_acto["docxtpl"], del_acto["minuta"])
    resultado.append(_meta(acto_razon, VECES_ACTO, "docxtpl, acto de ejemplo"))
    return resultado


def renglon(cumplida: bool | None, meta: str) -> str:  # noqa: FBT001  # es el dato que se muestra
    """La meta con su signo."""
    return f"{_SIGNOS[cumplida]} {meta}"


def _meta(razon: float | None, veces: float, contra: str) -> tuple[bool | None, str]:
    logrado = None if razon is None else razon >= veces
    return logrado, f"≥ {veces}× {contra}: {_numero(razon, '×')}"


def _tope(medido: float | None, tope: float, de_que: str) -> tuple[bool | None, str]:
    logrado = None if medido is None else medido <= tope
    return logrado, f"≤ {tope} {de_que}: {_numero(medido)}"


def _contra(medidas: Medidas, base: str, motor: str, filas: int) -> float | None:
    return _razon(medidas[base, filas], medidas[motor, filas])


def _razon(base: Medida, motor: Medida) -> float | None:
    return None if base.falla or motor.falla else base.ms / motor.ms


def _numero(valor: float | None, unidad: str = "") -> str:
    return "–" if valor is None else f"{valor:.1f}{unidad}"
