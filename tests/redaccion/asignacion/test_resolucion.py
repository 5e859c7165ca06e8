from __future__ import annotations

from typing import Any

import pytest

from generador.documento.lectura import parrafos, texto
from tests.redaccion.asignacion import expediente
from tests.redaccion.asignacion.taller import acto


def test_los_articulos_siguen_el_rotulo_del_caso() -> None:
    caso = expediente.formula(cambios={"Artículo {registro}.": "ARTÍCULO {registro}."})
    rotulos = [p.split(".")[0] for p in parrafos(acto(caso)) if p.upper().startswith("ARTÍCULO")]
    assert rotulos == [f"ARTÍCULO {n}" for n in range(1, 5)]


@pytest.mark.parametrize(
    ("hacer", "mas", "titulos", "dice"),
    [
        (expediente.formula, "", [], "son los siguientes:"),
        (expediente.formula, "tabla: anexo\n", ["ANEXO"], "son los del Anexo, que hace parte"),
        (
            expediente.convocatoria,
            "",
            ["ANEXO 1", "ANEXO 2"],
            "consta, con su razón, en el Anexo 1.",
        ),
        (
            expediente.convocatoria,
            "tabla: anexo\n",
            ["ANEXO 1", "ANEXO 2", "ANEXO 3"],
            "consta, con su razón, en el Anexo 2.",
        ),
    ],
)
def test_la_tabla_va_en_el_cuerpo_o_en_el_primer_anexo(
    hacer: Any, mas: str, titulos: list[str], dice: str
) -> None:
    lineas = parrafos(acto(hacer(mas)))
    assert [x for x in lineas if x.startswith("ANEXO")] == titulos
    assert dice in "\n".join(lineas)


def test_los_considerandos_salen_de_los_datos() -> None:
    dicho = texto(acto(expediente.formula()))
    for frase in (
        "Que, según la consulta del sistema, la apropiación disponible para esta distribución es "
        "de MIL PESOS CON",
        "Que la Agencia, mediante el oficio 1 del 1° de julio de 2025, certificó los municipios.",
        "Que las condiciones de elegibilidad se cumplen en dos (2) municipios.",
        "Que la distribución no comprende a un (1) municipio del listado",
        "participación (70%); prioridad, en partes iguales (20%); y pobreza, desde 1,5 (10%).",
        "Que, por expresarse los valores en pesos enteros, queda un saldo sin distribuir de CERO "
        "PESOS CON CINCUENTA CENTAVOS MONEDA LEGAL ($0,50).",
    ):
        assert frase in dicho


def test_sin_saldo_ni_excluidos_no_se_habla_de_ellos() -> None:
    dicho = texto(acto(expediente.formula(unidad="centavo", cambios={"p: 0": "p: 1"})))
    assert "saldo" not in dicho
    assert "no comprende" not in dicho
    todos = {"elegible: no": "elegible: sí", ", motivo: Llegó tarde": ""}
    assert "Todos los proyectos presentados cumplen" in texto(
        acto(expediente.convocatoria(cambios=todos))
    )


def test_a_uno_solo_se_le_habla_en_singular() -> None:
    solo = {"p: 2": "p: 0"}
    dicho = texto(acto(expediente.formula(cambios=solo)))
    assert "($1.000) a un (1) municipio, según la metodología" in dicho
    assert "El beneficiario y el valor que se le asigna son los siguientes:" in dicho
    dicho = texto(acto(expediente.convocatoria(cambios={"1.000,50": "600"})))
    assert "a un (1) proyecto de dos (2) municipios, presentado en la convocatoria" in dicho
    assert "El proyecto que recibe recursos y el valor que se le asigna son" in dicho


def test_los_desempates_se_dicen_sin_rayas() -> None:
    desempates = "desempates: [{columna: orden_radicacion, gana: menor}]\n"
    columna = {"indicadores: {p:": "indicadores: {orden_radicacion: 1, p:"}
    dicho = texto(acto(expediente.convocatoria(desempates, columna)))
    assert "se resolvieron, en este orden, por el menor valor de «orden radicacion»." in dicho


def test_el_plazo_se_cuenta_desde_el_dia_siguiente_al_de_la_apertura() -> None:
    dicho = texto(acto(expediente.convocatoria()))
    assert "se abrió el 11 de agosto de 2025 y se cerró el 10 de octubre de 2025, vencido" in dicho
    assert "sesenta (60) días calendario que se contó desde el día siguiente al de la" in dicho
