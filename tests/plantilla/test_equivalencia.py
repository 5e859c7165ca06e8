"""La plantilla compilada hace, parte por parte, el mismo documento que docxtpl."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from docxtpl import DocxTemplate
from lxml import etree

from generador.expedir import revisar
from generador.plantilla.catalogo import abrir
from generador.plantilla.compilada import Camino, compilar
from generador.plantilla.filtros import FILTROS
from generador.plantilla.valores_docxtpl import aislado
from tests.conftest import RAIZ
from tests.plantilla.peligros import PELIGROS, Peligro, normalizar_identificadores


def partes_de(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archivo:
        assert archivo.testzip() is None
        return {nombre: archivo.read(nombre) for nombre in archivo.namelist()}


def _canonica(nombre: str, datos: bytes) -> object:
    if not nombre.endswith((".xml", ".rels")):
        return datos
    raiz = etree.fromstring(datos)
    if nombre.endswith(".rels") or nombre == "[Content_Types].xml":
        return sorted(etree.tostring(e, method="c14n") for e in raiz)
    etree.cleanup_namespaces(raiz)
    return etree.tostring(raiz, method="c14n", exclusive=True)


def diferencias(uno: bytes, otro: bytes) -> list[str]:
    """Las partes que no son iguales."""
    primeras, segundas = partes_de(uno), partes_de(otro)
    sobran = set(primeras) ^ set(segundas)
    comunes = set(primeras) & set(segundas)
    return sorted(sobran) + sorted(
        n for n in comunes if _canonica(n, primeras[n]) != _canonica(n, segundas[n])
    )


def con_docxtpl(peligro: Peligro) -> bytes:
    plantilla = DocxTemplate(io.BytesIO(peligro.plantilla))
    plantilla.render(peligro.datos(plantilla), aislado(), autoescape=True)
    salida = io.BytesIO()
    plantilla.save(salida)
    return salida.getvalue()


@pytest.mark.parametrize("peligro", PELIGROS, ids=lambda p: normalizar_identificadores(p.nombre))
def test_es_el_mismo_documento(peligro: Peligro) -> None:
    hecho = compilar(peligro.plantilla).rendir_y_decir(
        peligro.datos(DocxTemplate(io.BytesIO(peligro.plantilla)))
    )
    assert diferencias(con_docxtpl(peligro), hecho.docx) == []
    assert hecho.camino is peligro.camino


@pytest.mark.parametrize(
    "ejemplo", sorted((RAIZ / "datos_ejemplo").glob("*.yaml")), ids=lambda e: e.stem
)
def test_los_actos_del_proyecto_tambien(ejemplo: Path) -> None:
    revision = revisar(ejemplo)
    acto = revision.tipo.redactar(revision.caso, revision.regimen)
    docx = abrir(acto.plantilla).docx
    entorno = aislado()
    entorno.filters.update(FILTROS)
    plantilla = DocxTemplate(io.BytesIO(docx))
    plantilla.render(acto.contexto, entorno, autoescape=True)
    salida = io.BytesIO()
    plantilla.save(salida)
    hecho = compilar(docx, entorno).rendir_y_decir(acto.contexto)
    assert diferencias(salida.getvalue(), hecho.docx) == []
    assert hecho.camino is Camino.RAPIDO


def test_casi_todo_va_por_el_camino_rapido() -> None:
    caminos = Counter(p.camino for p in PELIGROS)
    assert caminos[Camino.RAPIDO] > 2 * (caminos[Camino.REVISADO] + caminos[Camino.LENTO])
