"""Las hojas de `datos_ejemplo/tablas` se pueden rehacer, y traen lo que los ejemplos prometen."""

from __future__ import annotations

import io
from decimal import Decimal
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from generador.catalogos.divipola import municipio
from generador.recursos import datos_ejemplo
from tests.hojas_de_ejemplo import CASI, EN_EL_MINIMO, EXCLUIDOS, GEMELOS, HOJAS


def hojas(libro: bytes) -> dict[str, list[list[Any]]]:
    leido = CalamineWorkbook.from_filelike(io.BytesIO(libro))
    return {n: leido.get_sheet_by_name(n).to_python() for n in leido.sheet_names}


def guardada(nombre: str, hoja: str) -> list[dict[str, Any]]:
    encabezado, *filas = hojas((datos_ejemplo() / "tablas" / nombre).read_bytes())[hoja]
    return [dict(zip(map(str, encabezado), fila, strict=True)) for fila in filas]


@pytest.mark.parametrize("nombre", HOJAS)
def test_la_hoja_guardada_es_la_que_se_rehace(nombre: str) -> None:
    guardado = (datos_ejemplo() / "tablas" / nombre).read_bytes()
    assert hojas(guardado) == hojas(HOJAS[nombre]())
    assert "INVENTADO" in str(hojas(guardado)["Léame"])


def test_los_municipios_son_reales_y_hay_quien_queda_fuera_por_una_milesima() -> None:
    filas = guardada("asignacion_municipios.xlsx", "Municipios")
    codigos = [str(fila["Código"]) for fila in filas]
    assert codigos == sorted(set(codigos))
    for fila in filas:
        real = municipio(str(fila["Código"]))
        assert (real.nombre, real.departamento) == (fila["Municipio"], fila["Departamento"])
        assert real.tipo == "municipio"
    participacion = {str(f["Municipio"]): Decimal(repr(f["Participación"])) for f in filas}
    assert (participacion[EN_EL_MINIMO], participacion[CASI]) == (
        Decimal("0.02"),
        Decimal("0.0199"),
    )
    entran = {
        f["Código"]
        for f in filas
        if Decimal(repr(f["Participación"])) >= Decimal("0.02") or f["Puerto"] == "sí"
    }
    assert len(entran) == 209


def test_los_proyectos_traen_empates_escasez_compartidos_y_excluidos() -> None:
    filas = guardada("convocatoria_proyectos.xlsx", "Proyectos")
    assert len(filas) >= 250
    assert {fila["Línea"] for fila in filas} == {"energía", "minería"}
    pedido = sum(Decimal(repr(fila["Solicitado"])) for fila in filas)
    assert pedido > Decimal("921125209529.56")
    assert sum(";" in str(fila["Municipios"]) for fila in filas) == 3
    assert {fila["Código"] for fila in filas if fila["Elegible"] == "no"} == set(EXCLUIDOS)
    assert all(bool(fila["Motivo"]) == (fila["Elegible"] == "no") for fila in filas)
    assert sum(fila["Cofinanciación"] != 0 for fila in filas) > 50
    por_codigo = {str(fila["Código"]): fila for fila in filas}
    propias = {"Código", "Nombre", "Municipios", "Orden radicación"}
    for uno, otro in GEMELOS.items():
        assert all(
            valor == por_codigo[otro][columna]
            for columna, valor in por_codigo[uno].items()
            if columna not in propias
        )
