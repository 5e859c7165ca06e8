"""La resolución y el decreto generales, de punta a punta: del caso al Word y al PDF."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path

import pytest
from docx import Document

from generador.documento.lectura import parrafos
from generador.pdf.lectura import textos
from tests.conftest import RAIZ, Minuta

EJEMPLOS = RAIZ / "datos_ejemplo"
RESOLUCION = "resolucion_calidad_2026"
DECRETO = "decreto_red_2026"


@pytest.fixture(scope="module")
def generados(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Los dos ejemplos, hechos una vez con el motor que siempre está."""
    from generador.expedir import expedir
    from generador.obra import Pedido
    from generador.pdf.motores import elegir

    salida = tmp_path_factory.mktemp("actos")
    for nombre in (RESOLUCION, DECRETO):
        expedir(EJEMPLOS / f"{nombre}.yaml", salida, Pedido(elegir("embebido")))
    return salida


def leido(carpeta: Path, archivo: str = "acto.docx") -> list[str]:
    return parrafos((carpeta / archivo).read_bytes())


def test_la_resolucion_trae_su_memoria_y_todo_consta_en_el_manifiesto(generados: Path) -> None:
    carpeta = generados / RESOLUCION
    manifiesto = json.loads((carpeta / "manifiesto.json").read_text(encoding="utf-8"))
    esperados = ["acto.docx", "acto.pdf", "anexos/memoria.docx", "anexos/memoria.pdf"]
    assert [a["ruta"] for a in manifiesto["archivos"]] == esperados
    assert list(manifiesto["textos"]) == ["textos/calidad_considerandos.md"]
    assert manifiesto["plantillas"].keys() == {"resolucion", "memoria_2020"}
    assert (manifiesto["acto"]["numero"], manifiesto["acto"]["fecha"]) == ("0826", "2026-08-14")
    assert manifiesto["acto"]["paginas"] >= 5
    assert manifiesto["copias"] == []


def test_la_memoria_dice_lo_mismo_que_la_resolucion(generados: Path) -> None:
    acto = "\n".join(leido(generados / RESOLUCION))
    memoria = "\n".join(leido(generados / RESOLUCION, "anexos/memoria.docx"))
    for dato in (
        "Por la cual se crea el Programa Sello Listo",
        "VEINTICINCO MILLONES DE PESOS MONEDA LEGAL ($25.000.000)",
        "CUATRO MIL QUINIENTOS MILLONES DE PESOS MONEDA LEGAL ($4.500.000.000)",
        "30 de octubre de 2026",
    ):
        assert dato in acto
        assert dato in memoria
    # El artículo que la memoria cita por su etiqueta lleva el número que le tocó en el acto.
    assert "Artículo 5. Cuantía del apoyo." in acto
    assert "como lo dispone el artículo 5 del proyecto" in memoria


def test_la_resolucion_numera_cita_y_cierra(generados: Path) -> None:
    lineas = leido(generados / RESOLUCION)
    articulos = [m[1] for m in (re.match(r"Artículo (\d+)\.", x) for x in lineas) if m]
    assert articulos == [str(n) for n in range(1, 18)]
    assert "Parágrafo 1. Las empresas no tendrán" in "\n".join(lineas)
    assert any(x.startswith("Parágrafo transitorio. El primer informe") for x in lineas)
    assert any("incumple las obligaciones del artículo 12, la Dirección" in x for x in lineas)
    corridas = [
        "LA MINISTRA DE COMERCIO, INDUSTRIA Y TURISMO",
        "CONSIDERANDO:",
        "En mérito de lo expuesto,",
        "RESUELVE:",
        "Artículo 17. Vigencia. La presente resolución rige a partir de la fecha de su publicación"
        " en el Diario Oficial.",
        "PUBLÍQUESE Y CÚMPLASE",
        "Dada en Bogotá, D. C., a los catorce (14) días del mes de agosto de 2026.",
        "MARINA EJEMPLO QUINDÍO",
        "Ministra de Comercio, Industria y Turismo",
        "ANEXO",
        "Formulario de postulación al Programa Sello Listo",
    ]
    assert [x for x in lineas if x in corridas] == corridas


def test_los_considerandos_llevan_que_y_punto_una_sola_vez(generados: Path) -> None:
    for nombre, cuantos in ((RESOLUCION, 13), (DECRETO, 13)):
        lineas = leido(generados / nombre)
        desde, hasta = lineas.index("CONSIDERANDO:"), lineas.index("En mérito de lo expuesto,")
        dichos = [x for x in lineas[desde + 1 : hasta] if x.startswith("Que")]
        assert len(dichos) == cuantos
        assert not any(x.casefold().startswith("que que") or x.endswith("..") for x in dichos)
        assert all(x.endswith((".", ":")) for x in dichos)


def test_el_decreto_adiciona_con_la_numeracion_de_la_norma(generados: Path) -> None:
    lineas = leido(generados / DECRETO)
    texto = "\n".join(lineas)
    desde = next(i for i, x in enumerate(lineas) if x.endswith("el cual quedará así:"))
    hasta = next(i for i, x in enumerate(lineas) if x.startswith("Artículo 2. Inscripción"))
    nuevo = "\n".join(lineas[desde + 1 : hasta])
    assert nuevo.startswith("“CAPÍTULO 22")
    assert nuevo.endswith("funcionamiento de la Red”.")
    assert (nuevo.count("“"), nuevo.count("”")) == (1, 1)
    assert "Artículo 2.2.1.22.1.1. Objeto." in nuevo
    assert "Parágrafo transitorio. El primer informe" in nuevo
    propios = re.findall(r"^Artículo (\d+)\. ", texto, re.MULTILINE)
    assert propios == ["1", "2", "3", "4", "5"]


def test_el_decreto_es_proyecto_y_lo_firman_en_orden(generados: Path) -> None:
    lineas = leido(generados / DECRETO)
    firmas = [
        "PUBLÍQUESE Y CÚMPLASE",
        "Dado en Bogotá, D. C., a los",
        "AURELIO EJEMPLO BUENDÍA",
        "LA MINISTRA DE HACIENDA Y CRÉDITO PÚBLICO,",
        "LEONOR MUESTRA ARANGO",
        "EL MINISTRO DE COMERCIO, INDUSTRIA Y TURISMO,",
        "FERMÍN PRUEBA DAZA",
        "LA MINISTRA DE EDUCACIÓN NACIONAL,",
        "ROSA FICTICIA IGUARÁN",
        "ANEXO 1",
        "ANEXO 2",
    ]
    assert [x for x in map(str.strip, lineas) if x in firmas] == firmas
    assert "DECRETO NÚMERO ________ DE ________" in lineas


@pytest.mark.parametrize(
    ("nombre", "encabezado"),
    [(RESOLUCION, "Continuación de la Resolución “"), (DECRETO, "Continuación del Decreto “")],
)
def test_el_encabezado_repite_el_epigrafe_desde_la_segunda_pagina(
    generados: Path, nombre: str, encabezado: str
) -> None:
    carpeta = generados / nombre
    epigrafe = json.loads((carpeta / "manifiesto.json").read_text(encoding="utf-8"))["acto"][
        "epigrafe"
    ]
    documento = Document(io.BytesIO((carpeta / "acto.docx").read_bytes()))
    seccion = documento.sections[0]
    assert seccion.different_first_page_header_footer
    assert seccion.first_page_header.paragraphs[0].text == ""
    assert seccion.header.paragraphs[0].text == f"{encabezado}{epigrafe}”"
    primera, *demas = textos((carpeta / "acto.pdf").read_bytes())
    assert "Continuación" not in primera
    assert len(demas) >= 4
    assert all("Continuación" in pagina for pagina in demas)
    assert f"Página 1 de {len(demas) + 1}" in primera


def test_todos_los_errores_salen_juntos_cada_uno_en_su_archivo(
    tmp_path: Path, minuta: Minuta
) -> None:
    shutil.copytree(EJEMPLOS / "textos", tmp_path / "textos")
    considerandos = tmp_path / "textos" / "calidad_considerandos.md"
    texto = considerandos.read_text(encoding="utf-8")
    considerandos.write_text(texto.replace("{dato: bolsa}", "{dato: bolza}"), encoding="utf-8")
    caso = (EJEMPLOS / f"{RESOLUCION}.yaml").read_text(encoding="utf-8")
    for antes, despues in (
        ("    Por la cual se crea", "    Por el cual se crea"),
        ("{ref: requisitos}", "{ref: requizitos}"),
        ("monto: 25.000.000", "monto: veinte"),
        ("del Anexo de esta", "del formato de esta"),
        ("  nombre: Marina Ejemplo Quindío\n", ""),
    ):
        assert caso.count(antes) == 1
        caso = caso.replace(antes, despues)
    archivo = tmp_path / "caso.yaml"
    archivo.write_text(caso, encoding="utf-8")
    corrida = minuta("validar", archivo, "--formato", "jsonl")
    assert corrida.returncode == 1
    hallados = [json.loads(linea) for linea in corrida.stdout.splitlines()]
    errores = [(h["codigo"], Path(h["archivo"]).name) for h in hallados if h["gravedad"] == "error"]
    assert sorted(errores) == [
        ("GEN001", "caso.yaml"),
        ("GEN022", "caso.yaml"),
        ("MAR003", "caso.yaml"),
        ("MOD001", "caso.yaml"),
        ("MOD003", "caso.yaml"),
        ("TEX001", "calidad_considerandos.md"),
    ]
    rota = next(h for h in hallados if h["codigo"] == "MAR003")
    renglon = caso.splitlines()[rota["linea"] - 1]
    assert "{ref: requizitos}" in renglon
    assert renglon[rota["columna"] - 1 :].startswith("{ref: requizitos}")


def test_el_borrador_se_genera_con_lo_que_falta_a_la_vista(tmp_path: Path, minuta: Minuta) -> None:
    archivo = tmp_path / "caso.yaml"
    archivo.write_text(
        "tipo: decreto\nacto:\n  epigrafe: Por el cual se prueba\n"
        "dispositiva: |\n  Artículo. Hola.\nconsiderandos:\n  archivo: nada.md\n",
        encoding="utf-8",
    )
    corrida = minuta("generar", archivo, "-o", tmp_path / "s", "--borrador", "--pdf", "no")
    assert corrida.returncode == 1
    texto = "\n".join(leido(tmp_path / "s" / "caso-borrador"))
    for visto in ("[falta: nada.md]", "[falta: acto.entidad]", "Artículo 1. Hola.", "Artículo 2."):
        assert visto in texto


@pytest.mark.parametrize("tipo", ["resolucion", "decreto"])
def test_un_caso_nuevo_solo_le_falta_lo_obligatorio(
    tmp_path: Path, minuta: Minuta, tipo: str
) -> None:
    archivo = tmp_path / "nuevo.yaml"
    assert minuta("nuevo", tipo, "-o", archivo).returncode == 0
    corrida = minuta("validar", archivo, "--formato", "jsonl")
    hallados = [json.loads(linea) for linea in corrida.stdout.splitlines()]
    assert {h["codigo"] for h in hallados if h["gravedad"] == "error"} == {"MOD001"}
    assert json.loads(minuta("esquema", tipo).stdout)["title"] == tipo


def test_sin_copias_oficiales_se_dice_quien_las_lleva(
    tmp_path: Path, generados: Path, minuta: Minuta
) -> None:
    acto = generados / RESOLUCION / "acto.docx"
    corrida = minuta("copias", acto, "--caso", EJEMPLOS / f"{RESOLUCION}.yaml", "-o", tmp_path)
    assert corrida.returncode == 2
    assert "no lleva copias oficiales" in corrida.stderr


def test_la_figura_va_junto_al_caso_o_se_dice(tmp_path: Path, minuta: Minuta) -> None:
    import struct
    import zlib

    def trozo(tipo: bytes, datos: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(tipo + datos))
        return struct.pack(">I", len(datos)) + tipo + datos + crc

    punto = b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            trozo(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
            trozo(b"IDAT", zlib.compress(b"\0\0")),
            trozo(b"IEND", b""),
        ]
    )
    shutil.copytree(EJEMPLOS / "textos", tmp_path / "textos")
    caso = (EJEMPLOS / f"{DECRETO}.yaml").read_text(encoding="utf-8")
    archivo = tmp_path / "caso.yaml"
    archivo.write_text(caso + "\n      ![Un mapa](mapa.png)\n", encoding="utf-8")
    corrida = minuta("validar", archivo)
    assert corrida.returncode == 1
    assert "No existe el archivo «mapa.png» junto al caso." in corrida.stdout
    (tmp_path / "mapa.png").write_bytes(punto)
    corrida = minuta("generar", archivo, "-o", tmp_path / "s", "--pdf", "no")
    assert corrida.returncode == 0, corrida.stderr
    manifiesto = json.loads((tmp_path / "s/caso/manifiesto.json").read_text(encoding="utf-8"))
    assert list(manifiesto["textos"]) == ["mapa.png"]
    documento = Document(io.BytesIO((tmp_path / "s/caso/acto.docx").read_bytes()))
    assert len(documento.inline_shapes) == 1
