"""El editor de verdad: completa, explica y señala con el esquema de Minuta."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generador import recursos
from generador.modelo import suscripcion_plan
from generador.modelo.esquema import volcar
from generador.modelo.nuevo import nuevo
from tests.modelo.servidor_yaml import ServidorYaml, instalar

pytestmark = pytest.mark.lenta

TIPO = suscripcion_plan.TIPO
MODELO = suscripcion_plan.CasoSuscripcionPlan
EJEMPLOS = sorted(recursos.datos_ejemplo().glob("*.yaml"))
BIENES = (recursos.datos_ejemplo() / "plan_bienes_2025.yaml").read_text(encoding="utf-8")

Escribir = Callable[[str], Path]


@pytest.fixture(scope="module")
def servidor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServidorYaml]:
    try:
        programa = instalar(tmp_path_factory.mktemp("servidor_yaml"))
    except (OSError, subprocess.TimeoutExpired) as error:
        pytest.skip(f"no se pudo instalar yaml-language-server: {error}")
    with ServidorYaml(programa) as en_marcha:
        yield en_marcha


@pytest.fixture
def escribir(tmp_path: Path) -> Escribir:
    """Deja el caso y su esquema en la misma carpeta; devuelve el caso."""
    forma = tmp_path / f"{TIPO}.json"
    forma.write_text(volcar(MODELO, TIPO), encoding="utf-8")

    def dejar(texto: str) -> Path:
        caso = tmp_path / "caso.yaml"
        modelinea = f"# yaml-language-server: $schema={forma.as_uri()}\n"
        caso.write_text(modelinea + texto, encoding="utf-8")
        return caso

    return dejar


def posicion(caso: Path, texto: str) -> tuple[int, int]:
    """Línea y columna (desde 0) donde empieza un texto que está una sola vez."""
    todo = caso.read_text(encoding="utf-8")
    assert todo.count(texto) == 1
    antes = todo[: todo.index(texto)]
    return antes.count("\n"), len(antes) - antes.rfind("\n") - 1


def etiquetas(opciones: list[dict[str, Any]]) -> list[str]:
    return [opcion["label"] for opcion in opciones]


@pytest.mark.parametrize("archivo", EJEMPLOS, ids=lambda a: a.stem)
def test_los_casos_de_ejemplo_no_dan_ningun_diagnostico(
    archivo: Path, servidor: ServidorYaml, escribir: Escribir
) -> None:
    assert servidor.abrir(escribir(archivo.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("antes", "despues", "mensaje"),
    [
        ("  clase: bienes", "  clas: bienes\n  clase: bienes", "clas"),
        ("  clase: bienes\n", "", "clase"),
        ("  clase: bienes", "  clase: mixta", "Opciones: bienes, servicios, bienes y servicios."),
        ("medio: electrónica", "medio: correo", "Opciones: electrónica, personal, publicación."),
        ("gran_contribuyente: no", "gran_contribuyente: tal vez", "Opciones: sí, no."),
    ],
)
def test_senala_el_error_y_solo_ese(
    antes: str, despues: str, mensaje: str, servidor: ServidorYaml, escribir: Escribir
) -> None:
    assert BIENES.count(antes) == 1
    (diagnostico,) = servidor.abrir(escribir(BIENES.replace(antes, despues)))
    assert mensaje in diagnostico["message"]


@pytest.mark.parametrize(
    ("antes", "despues"),
    [
        ("gran_contribuyente: no", "gran_contribuyente: SI"),
        ("gran_contribuyente: no", "gran_contribuyente: true"),
        ("medio: electrónica", "medio: Electronica"),
        ("exportacion: 48.750.320.115,40", "exportacion: 10.000"),
        ("numero: 0412", "numero:"),
        ("remision:\n  fecha: 2024-10-21", "remision:"),
    ],
)
def test_no_senala_lo_que_minuta_acepta(
    antes: str, despues: str, servidor: ServidorYaml, escribir: Escribir
) -> None:
    assert BIENES.count(antes) == 1
    assert servidor.abrir(escribir(BIENES.replace(antes, despues))) == []


def test_completa_las_claves_de_un_grupo(servidor: ServidorYaml, escribir: Escribir) -> None:
    caso = escribir("tipo: suscripcion-plan\nusuario_industrial:\n  nit: 900.111.222-1\n  \n")
    servidor.abrir(caso)
    opciones = servidor.completar(caso, 4, 2)
    campos = MODELO.model_fields["usuario_industrial"].annotation
    assert campos is not None
    esperadas = set(campos.model_fields) - {"nit"}
    assert esperadas <= set(etiquetas(opciones))
    por_clave = {opcion["label"]: opcion for opcion in opciones}
    assert por_clave["razon_social"]["insertText"] == "razon_social: "
    assert "registro mercantil" in por_clave["razon_social"]["documentation"]


@pytest.mark.parametrize(
    ("caso", "columna", "ofrece"),
    [
        ("notificacion:\n  medio: \n", 9, ["electrónica", "personal", "publicación"]),
        ("notificacion:\n  correo: \n", 10, ["nombre@entidad.gov.co", "tramites@empresa.com.co"]),
        ("acto:\n  numero: \n", 10, []),
        ("plan:\n  primer_plan: \n", 15, ["sí", '"no"']),
    ],
)
def test_completa_los_valores_y_no_ofrece_null(
    caso: str, columna: int, ofrece: list[str], servidor: ServidorYaml, escribir: Escribir
) -> None:
    archivo = escribir(caso)
    servidor.abrir(archivo)
    assert sorted(etiquetas(servidor.completar(archivo, 2, columna))) == sorted(ofrece)


@pytest.mark.parametrize(
    ("texto", "explica"),
    [
        ("nit: 900.111.222-1", "NIT con dígito de verificación"),
        ("firmante:", "Quien firma el acto."),
        ("remision:", "Datos de los oficios remisorios."),
        ("medio: electrónica", "si la aceptó"),
        ("notificacion:", "Ley 1437 de 2011"),
        ("gran_contribuyente: no", "decide la fecha del reporte"),
        ("corte: 2024", "último día del mes anterior"),
    ],
)
def test_explica_en_espanol(
    texto: str, explica: str, servidor: ServidorYaml, escribir: Escribir
) -> None:
    caso = escribir(BIENES)
    servidor.abrir(caso)
    explicacion = servidor.explicar(caso, *posicion(caso, texto)).replace("\\", "")
    assert explica in explicacion
    assert "||" not in explicacion  # así revuelve el editor las ramas que toma por iguales


def test_en_un_caso_nuevo_solo_senala_los_vacios(servidor: ServidorYaml, tmp_path: Path) -> None:
    # El esquema va al lado del caso y se nombra sin carpeta: la pareja se puede mover.
    (tmp_path / "esquema.json").write_text(volcar(MODELO, TIPO), encoding="utf-8")
    caso = tmp_path / "nuevo.yaml"
    caso.write_text(nuevo(MODELO, TIPO, "esquema.json"), encoding="utf-8")
    diagnosticos = servidor.abrir(caso)
    lineas = caso.read_text(encoding="utf-8").splitlines()
    senaladas = [lineas[d["range"]["start"]["line"]] for d in diagnosticos]
    assert len(senaladas) > 40
    assert all(linea.rstrip().endswith(":") and "#" not in linea for linea in senaladas)
