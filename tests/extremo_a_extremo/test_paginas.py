"""Las remisiones a una página: el Word y su PDF dicen la misma."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generador.copiar import _avisar_cambios
from generador.documento.lectura import parrafos
from generador.documento.paginas import con_paginas
from generador.documento.paquete import leer_paquete
from generador.documento.rasgos import PAGINA_REMITIDA
from generador.errores import FaltaComponente
from generador.expedir import expedir, revisar
from generador.huella import sha256
from generador.obra import Obra, Pedido
from generador.pdf.lectura import textos
from generador.pdf.motores import elegir
from generador.pdf.perdidas import perdidas
from tests.conftest import RAIZ

EJEMPLOS = RAIZ / "datos_ejemplo"
CASO = EJEMPLOS / "resolucion_calidad_2026.yaml"
CONSIDERANDOS = "textos/calidad_considerandos.md"
PAGINAS = re.compile(r"\(págs\. (\S+), (\S+)\)")
CUADRO = "        Tabla {{{}}}. {}\n        | A | B |\n        |---|---|\n        | 1 | 2 |\n\n"
CAMBIOS = (
    ("  por empresa.\n", "  por empresa (págs. {página: comienzo}, {página: objeto}).\n"),
    ("no se postulen.\n", "no se postulen (págs. {página: inicial}, {página: final}).\n"),
    (
        "        La política de inter",
        CUADRO.format("inicial", "Lo primero") + "        La política de inter",
    ),
    ("        Acompaña el proy", CUADRO.format("final", "Lo último") + "        Acompaña el proy"),
)
# Qué dice, en cada documento, cada sitio al que se remite.
SITIOS = {
    "acto": ("DE LA COMPETENCIA", "Artículo 1. Objeto. Crear"),
    "anexos/memoria": ("Cuadro 1. Lo primero", "Lo último"),
}


@pytest.fixture
def caso(tmp_path: Path) -> Path:
    """La resolución de ejemplo, con remisiones a la página de algo del comienzo y de más allá."""
    shutil.copytree(EJEMPLOS / "textos", tmp_path / "textos")
    considerandos = tmp_path / CONSIDERANDOS
    escrito = considerandos.read_text(encoding="utf-8")
    considerandos.write_text(f"# DE LA COMPETENCIA {{comienzo}}\n\n{escrito}", encoding="utf-8")
    texto = CASO.read_text(encoding="utf-8")
    for antes, despues in CAMBIOS:
        assert texto.count(antes) == 1
        texto = texto.replace(antes, despues)
    archivo = tmp_path / "caso.yaml"
    archivo.write_text(texto, encoding="utf-8")
    return archivo


def _seguido(trozos: list[str]) -> str:
    return " ".join(" ".join(trozos).split())


def _remitidas(texto: str) -> tuple[str, ...]:
    hallada = PAGINAS.search(texto)
    assert hallada is not None
    return hallada.groups()


@pytest.mark.libreoffice
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice no está instalado")
def test_el_word_y_su_pdf_dicen_la_misma_pagina(caso: Path, tmp_path: Path) -> None:
    una, otra = (expedir(caso, tmp_path / n, Pedido(elegir("libreoffice"))).carpeta for n in "ab")
    for nombre, sitios in SITIOS.items():
        docx = (una / f"{nombre}.docx").read_bytes()
        hojas = [_seguido([hoja]) for hoja in textos((una / f"{nombre}.pdf").read_bytes())]
        donde = tuple(str(1 + [s in hoja for hoja in hojas].index(True)) for s in sitios)
        assert donde[0] == "1"
        assert int(donde[1]) >= 3
        assert _remitidas(_seguido(hojas)) == donde
        assert _remitidas(_seguido(parrafos(docx))) == donde
        assert b"w:dirty" not in leer_paquete(docx)["word/document.xml"]
    manifiesto = json.loads((una / "manifiesto.json").read_bytes())
    assert not any("falta para archivarse" in aviso for aviso in manifiesto["advertencias"])
    for archivo in manifiesto["archivos"]:
        hecho = (una / archivo["ruta"]).read_bytes()
        assert sha256(hecho) == archivo["sha256"]
        assert hecho == (otra / archivo["ruta"]).read_bytes()


def test_sin_pdf_el_numero_queda_para_word(caso: Path, tmp_path: Path) -> None:
    carpeta = expedir(caso, tmp_path, Pedido(None)).carpeta
    for nombre in SITIOS:
        docx = (carpeta / f"{nombre}.docx").read_bytes()
        assert _remitidas(_seguido(parrafos(docx))) == ("¿?", "¿?")
        assert leer_paquete(docx)["word/document.xml"].count(b'w:dirty="true"') == 2


def test_el_embebido_no_sabe_y_lo_dice(caso: Path, tmp_path: Path) -> None:
    with pytest.raises(FaltaComponente, match="números de página a los que se remite"):
        expedir(caso, tmp_path, Pedido(elegir("embebido")))


def test_las_copias_no_toman_la_pagina_por_un_cambio(caso: Path) -> None:
    revision = revisar(caso)
    obra = Obra(revision, Pedido(None))
    acto = revision.tipo.redactar(revision.caso, revision.regimen)
    firmado = con_paginas(obra.componer(acto), {"_Ref_comienzo": 1, "_Ref_objeto": 3})
    assert _remitidas(_seguido(parrafos(firmado))) == ("1", "3")
    _avisar_cambios(obra, acto, Path("acto.docx"), firmado)
    assert obra.avisos == []
    otro = replace(acto, contexto={**acto.contexto, "epigrafe": "Por la cual se hace otra cosa"})
    _avisar_cambios(obra, otro, Path("acto.docx"), firmado)
    assert {aviso.codigo for aviso in obra.avisos} == {"COP005"}


def test_el_embebido_tampoco_convierte_la_pagina_que_dijo_libreoffice(caso: Path) -> None:
    revision = revisar(caso)
    acto = revision.tipo.redactar(revision.caso, revision.regimen)
    docx = Obra(revision, Pedido(None)).componer(acto)
    for escrito in (docx, con_paginas(docx, {"_Ref_comienzo": 1, "_Ref_objeto": 3})):
        assert [p for p in perdidas(escrito) if "número" in p] == [PAGINA_REMITIDA]
