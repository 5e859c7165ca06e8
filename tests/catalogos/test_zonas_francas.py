from __future__ import annotations

import pytest

from generador.catalogos.zonas_francas import Operador, buscar_operador, operadores

COLA = "USUARIO OPERADOR DE ZONA FRANCA"


def test_estan_los_119_operadores() -> None:
    assert len(operadores()) == 119
    assert {o.tipo for o in operadores()} == {
        "Usuario Operador de Zona Franca Permanente",
        "Usuario Operador de Zona Franca Permanente Especial",
    }


def test_codigo_y_registro_van_con_su_nombre() -> None:
    assert operadores()[0] == Operador(
        nombre="ZONA FRANCA DE RIONEGRO S.A. USUARIO OPERADOR DE ZONA FRANCA",
        tipo="Usuario Operador de Zona Franca Permanente Especial",
        codigo="131",
        registro="3899",
        seccionales=("Medellín",),
    )


def test_los_registros_son_de_cuatro_cifras_y_ningun_numero_se_repite() -> None:
    assert all(len(o.registro) == 4 for o in operadores())
    assert len({o.registro for o in operadores()}) == 119
    assert len({o.codigo for o in operadores()}) == 119


def test_un_operador_puede_tener_dos_seccionales() -> None:
    assert [o.seccionales for o in operadores() if len(o.seccionales) > 1] == [("Cali", "Pereira")]


def test_no_quedan_espacios_repetidos() -> None:
    textos = [t for o in operadores() for t in (o.nombre, o.tipo, *o.seccionales)]
    assert [t for t in textos if t != " ".join(t.split())] == []


@pytest.mark.parametrize(
    ("razon_social", "cuantas"),
    [
        (f"ZFB ELDORADO S A S {COLA}", 9),
        ("ZFB Eldorado S.A.S.", 9),
        ("ZFB Eldorado SAS", 9),
        ("zfb eldorado s. a. s. usuario operador", 9),
        (f"Zona Franca de Rionegro S.A. - {COLA}.", 5),
        ("Zona Franca Parque Central SAS", 9),
        ("Zona Franca Tayrona S.A.S.", 2),  # «de zona franca» y «de zonas francas»
        ("Zona Franca del Caribe S. A.", 1),  # «operador de zona franca»
        ("Centro Logístico del Pacífico S.A.", 1),  # «operadorde zona franca»
        ("Quindío Zona Franca S.A.", 2),  # «en reorganización»
        ("Corporación de Ferias y Exposiciones S.A.", 1),
        ("Zona Franca Permanente de Urabá S.A.S.", 1),  # «sociedad por acciones simplificada»
        ("PALERMO USUARIO OPERADOR DE ZONA FRANCA SAS", 1),
        ("Cervecería del Valle S.A.S.", 1),
        ("Zona Franca Internacional de Pereira S.A.", 1),
        ("Zona Franca Internacional de Pereira S.A.S.", 1),  # otra forma social, otra fila
        ("Zona Franca de Macondo S.A.S.", 0),
        (COLA, 0),
        ("", 0),
    ],
)
def test_buscar_operador(razon_social: str, cuantas: int) -> None:
    assert len(buscar_operador(razon_social)) == cuantas


def test_cada_operador_se_encuentra_por_su_nombre() -> None:
    assert [o for o in operadores() if o not in buscar_operador(o.nombre)] == []
