import io
from datetime import UTC, date, datetime

from docx import Document
from lxml import etree

from generador.documento.metadatos import Metadatos, poner_metadatos
from generador.documento.paquete import escribir_paquete, leer_paquete
from tests.plantilla.taller import hacer

DATOS = Metadatos("Plan & <otro>", "Secretaría", "Términos", date(2026, 3, 2))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _propiedades(partes: dict[str, bytes]) -> object:
    return Document(io.BytesIO(escribir_paquete(partes))).core_properties


def test_propiedades_escapadas_una_vez_y_con_la_fecha_del_acto() -> None:
    partes = leer_paquete(hacer("x"))
    poner_metadatos(partes, DATOS)
    leidas = Document(io.BytesIO(escribir_paquete(partes))).core_properties
    assert (leidas.title, leidas.author, leidas.subject) == (
        DATOS.titulo,
        DATOS.autor,
        DATOS.asunto,
    )
    assert leidas.created == leidas.modified == datetime(2026, 3, 2, tzinfo=UTC)
    assert b"python-docx" not in partes["docProps/core.xml"]


def test_el_idioma_es_el_de_colombia() -> None:
    partes = leer_paquete(hacer("x"))
    poner_metadatos(partes, DATOS)
    estilos = etree.fromstring(partes["word/styles.xml"])
    lengua = estilos.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lengua.get(W + "val") == "es-CO"


def test_crea_las_propiedades_si_faltan() -> None:
    partes = leer_paquete(hacer("x"))
    del partes["docProps/core.xml"]
    partes["_rels/.rels"] = partes["_rels/.rels"].replace(b"core-properties", b"ninguna")
    poner_metadatos(partes, DATOS)
    assert Document(io.BytesIO(escribir_paquete(partes))).core_properties.title == DATOS.titulo
