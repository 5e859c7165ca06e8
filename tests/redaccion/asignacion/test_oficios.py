from __future__ import annotations

from typing import Any

import pytest

from generador.documento.lectura import texto
from generador.redaccion.asignacion.oficios import (
    destinatarios,
    oficios_de_convocatoria,
    oficios_de_formula,
)
from tests.redaccion.asignacion import expediente
from tests.redaccion.asignacion.taller import documento

SIGUE = """\
comunicacion:
  fecha: 2025-08-01
  firmante: {nombre: Luis Ejemplo, cargo: Coordinador}
  sigue: "Recibe {dato: asignado} entre todos; vea el artículo {ref: registro}."
"""


def test_uno_por_beneficiario_con_su_codigo() -> None:
    assert list(oficios_de_formula(expediente.formula(), None)) == [
        "05001 Medellín",
        "13468 Santa Cruz de Mompox",
    ]


@pytest.mark.parametrize(
    ("mas", "donde"),
    [("", "el artículo 2 de la resolución"), ("tabla: anexo\n", "el Anexo de la resolución")],
)
def test_dice_el_monto_el_acto_y_donde_consta(mas: str, donde: str) -> None:
    oficios = oficios_de_formula(expediente.formula(mas), None)
    dicho = texto(documento(oficios["13468 Santa Cruz de Mompox"]))
    assert "Mediante la Resolución 7 del 30 de julio de 2025, “Por la cual se prueba”" in dicho
    assert "Alcalde o alcaldesa de Santa Cruz de Mompox" in dicho
    # Ni «municipal» ni «al municipio de»: puede ser un distrito.
    assert "asignó a Santa Cruz de Mompox (código DIVIPOLA 13468) la suma" in dicho
    assert "la suma de DOSCIENTOS VEINTINUEVE PESOS MONEDA LEGAL ($229)." in dicho
    assert f"Así consta en {donde}." in dicho
    assert "Bogotá, D. C., ____ de" in dicho


def test_lo_que_sigue_lleva_los_datos_y_los_numeros_del_acto() -> None:
    oficios = oficios_de_formula(expediente.formula(SIGUE), None)
    dicho = texto(documento(oficios["05001 Medellín"]))
    assert "Recibe MIL PESOS MONEDA LEGAL ($1.000) entre todos; vea el artículo 3." in dicho
    assert "Bogotá, D. C., 1° de agosto de 2025" in dicho
    assert "LUIS EJEMPLO" in dicho


def test_el_proyecto_de_varios_municipios_va_en_el_oficio_de_cada_uno() -> None:
    oficios = oficios_de_convocatoria(expediente.convocatoria(), None)
    assert list(oficios) == [
        "05001 Medellín",
        "13468 Santa Cruz de Mompox",
        "54001 San José de Cúcuta",
    ]
    dichos = [texto(documento(oficio)) for oficio in oficios.values()]
    todo = "y cuyo valor es el de todo el proyecto: SEISCIENTOS PESOS"
    assert f"que comparte con Santa Cruz de Mompox (Bolívar) {todo}" in dichos[0]
    assert f"que comparte con Medellín (Antioquia) {todo}" in dichos[1]
    assert "comparte" not in dichos[2]


def test_el_proyecto_recortado_dice_que_solicito() -> None:
    oficios = oficios_de_convocatoria(expediente.convocatoria(), None)
    entero, _, recortado = (texto(documento(oficio)) for oficio in oficios.values())
    pedido = "M1, «Obra dos», lugar 1 de la línea de minería, que solicitó $600,00: "
    assert pedido in recortado
    assert "asignó recursos al siguiente proyecto de San José de Cúcuta" in recortado
    assert "solicitó" not in entero


def test_el_municipio_de_dos_proyectos_recibe_un_oficio_con_los_dos() -> None:
    oficios = oficios_de_convocatoria(expediente.convocatoria(cambios={"1.000,50": "1.900"}), None)
    dicho = texto(documento(oficios["54001 San José de Cúcuta"]))
    assert "asignó recursos a los siguientes proyectos de San José de Cúcuta" in dicho
    assert "M1, «Obra dos»" in dicho
    assert "M2, «Obra tres»" in dicho


def test_las_copias_van_a_quien_el_caso_dice() -> None:
    copias = "copias: [{cargo: Dirección General, entidad: Departamento Nacional}]\n"
    caso: Any = expediente.formula(copias)
    assert destinatarios(caso) == [("Dirección General, Departamento Nacional", ["Bogotá, D. C."])]
    assert destinatarios(expediente.formula()) == []
