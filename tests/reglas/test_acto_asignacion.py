from __future__ import annotations

from typing import Any

import pytest

from generador.modelo.llamados import GRAFICA
from generador.reglas import acto_asignacion
from generador.reglas.llamados import Codigos, Escritos, revisar_llamados
from generador.tipos import TIPOS
from tests.redaccion.asignacion import expediente

DATO = "datos: [{nombre: %s, monto: 5}]\n"
ANEXO = "anexos: [{titulo: Otro, texto: Algo.}]\n"
REGISTRO = "Artículo {registro}. **Registro.** Regístrense los valores del artículo 2."


def codigos(caso: Any) -> set[str]:
    return {h.codigo for h in TIPOS[caso.tipo].revisar(caso, None) if h.codigo != "ASG024"}


def test_el_caso_bueno_no_tiene_hallazgos() -> None:
    assert codigos(expediente.formula()) == set()
    assert codigos(expediente.convocatoria()) == set()


def test_la_clase_del_acto_no_se_cambia() -> None:
    caso = expediente.formula(cambios={"  epigrafe:": "  clase: particular\n  epigrafe:"})
    assert codigos(caso) == {"ASG801"}


@pytest.mark.parametrize("articulo", ["Artículo 1.", "ARTÍCULO 3.", "Artículo PRIMERO."])
def test_los_articulos_van_sin_numero(articulo: str) -> None:
    caso = expediente.formula(cambios={"Artículo {registro}.": articulo})
    assert "ASG802" in codigos(caso)


def test_una_resolucion_que_no_asigna_nada_no_sale() -> None:
    caso = expediente.convocatoria(cambios={"elegible: sí": "elegible: no, motivo: Falta"})
    assert codigos(caso) == {"ASG804"}


def test_si_el_reparto_no_se_puede_hacer_lo_dice_el_reparto() -> None:
    caso = expediente.convocatoria(cambios={"maximo: 100": "maximo: 90"})
    assert codigos(caso)
    assert "ASG804" not in codigos(caso)


def test_los_paragrafos_si_pueden_llevarlo() -> None:
    con_paragrafos = f"{REGISTRO}\n\n  Parágrafo 1. Uno.\n\n  Parágrafo 2. Dos."
    assert codigos(expediente.formula(cambios={REGISTRO: con_paragrafos})) == set()


@pytest.mark.parametrize(
    ("hacer", "nombre", "esperado"),
    [
        (expediente.formula, "asignado", {"ASG803"}),
        (expediente.formula, "proyectos", set()),
        (expediente.convocatoria, "proyectos", {"ASG803"}),
        (expediente.convocatoria, "tope", set()),
    ],
)
def test_los_datos_del_resultado_no_se_repiten(hacer: Any, nombre: str, esperado: set[str]) -> None:
    assert codigos(hacer(DATO % nombre)) == esperado


@pytest.mark.parametrize(
    ("hacer", "tabla", "numero", "esperado"),
    [
        # Los anexos del caso van después de los de Minuta: la tabla, la traza y los excluidos.
        (expediente.formula, "cuerpo", "el Anexo", set()),
        (expediente.formula, "anexo", "el Anexo 2", set()),
        (expediente.formula, "anexo", "el Anexo 1", {"GEN022"}),
        (expediente.formula, "anexo", "el Anexo 2 y el Anexo 3", {"GEN023"}),
        (expediente.convocatoria, "cuerpo", "el Anexo 3", set()),
        (expediente.convocatoria, "anexo", "el Anexo 4", set()),
        (expediente.convocatoria, "cuerpo", "los Anexos 3 y 4", {"GEN023"}),
    ],
)
def test_los_anexos_se_cuentan_con_los_de_minuta(
    hacer: Any, tabla: str, numero: str, esperado: set[str]
) -> None:
    texto = f"{REGISTRO} Es el de {numero}."
    caso = hacer(f"{ANEXO}tabla: {tabla}\n", cambios={REGISTRO: texto})
    assert codigos(caso) == esperado


def test_la_tabla_mal_escrita_no_impide_revisar_lo_demas() -> None:
    caso = expediente.formula("tabla: piso\n", cambios={"Artículo {registro}.": "Artículo 1."})
    hallados = acto_asignacion.revisar(caso, anexos=0, datos=(), graficas=())
    assert "ASG802" in {h.codigo for h in hallados}


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("Nada.", []),
        ("[[grafica: departamentos]]", []),
        ("[[grafica: departmentos]]", ["¿Quiso decir «departamentos»? Hay: departamentos."]),
        ("[[grafica: departamentos]]\n\n[[grafica: departamentos]]", ["Deje una sola."]),
    ],
)
def test_las_graficas_se_llaman_o_no_pero_existen(texto: str, esperado: list[str]) -> None:
    graficas = Escritos(GRAFICA, "memoria", frozenset({"departamentos"}), optativo=True)
    hallazgos = revisar_llamados([("memoria.texto", texto)], [graficas], Codigos("A", "B"))
    assert [h.remedio for h in hallazgos] == esperado
