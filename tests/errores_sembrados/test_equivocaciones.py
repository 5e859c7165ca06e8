"""Cada equivocación sembrada se dice en su línea, con su campo, su porqué y su remedio."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from generador.hallazgos import Hallazgo
from tests.errores_sembrados.siembra import (
    CASOS,
    Equivocacion,
    ejemplo,
    equivocaciones,
    hallazgos,
    lugar,
)

TODAS = equivocaciones()
JUNTAS = [e for e in TODAS if e.junta]


@cache
def _de_siempre(carpeta: Path, caso: str) -> frozenset[tuple[str, str, str]]:
    """Lo que el ejemplo ya trae sin equivocaciones."""
    archivo = carpeta / CASOS[caso]
    archivo.write_text(ejemplo(caso), encoding="utf-8")
    return frozenset((h.codigo, h.ruta, h.mensaje) for h in hallazgos(archivo))


def _nuevos(archivo: Path, caso: str) -> list[Hallazgo]:
    siempre = _de_siempre(archivo.parent, caso)
    return [h for h in hallazgos(archivo) if (h.codigo, h.ruta, h.mensaje) not in siempre]


def _comprobar(dicho: list[Hallazgo], esperado: list[str]) -> None:
    partes = [linea.split(" | ") for linea in esperado]
    assert sorted(map(lugar, dicho)) == sorted(p[0] for p in partes)
    for sitio, *fragmentos in partes:
        textos = [f"{h.mensaje} {h.remedio}" for h in dicho if lugar(h) == sitio]
        for fragmento in fragmentos:
            assert any(fragmento in texto for texto in textos), (fragmento, textos)


def _sembrar(carpeta: Path, sembradas: list[Equivocacion]) -> Path:
    (caso,) = {e.caso for e in sembradas}
    texto = ejemplo(caso)
    for equivocacion in sembradas:
        texto = equivocacion.sembrar(texto)
    archivo = carpeta / "caso.yaml"
    archivo.write_text(texto, encoding="utf-8")
    return archivo


def test_la_siembra_es_amplia() -> None:
    assert len(TODAS) >= 100
    assert len({e.titulo for e in TODAS}) == len(TODAS)
    assert all(e.esperado and e.antes for e in TODAS)


@pytest.mark.parametrize("equivocacion", TODAS, ids=lambda e: e.titulo)
def test_equivocacion(equivocacion: Equivocacion, tmp_path: Path) -> None:
    archivo = _sembrar(tmp_path, [equivocacion])
    dicho = _nuevos(archivo, equivocacion.caso)
    _comprobar(dicho, equivocacion.esperado)
    for hallazgo in dicho:
        assert hallazgo.archivo == str(archivo)
        assert hallazgo.remedio


def test_cuarenta_a_la_vez_salen_todas_en_una_pasada(tmp_path: Path) -> None:
    sembradas = [e for e in JUNTAS if not e.de_lectura]
    assert len(sembradas) >= 40
    dicho = _nuevos(_sembrar(tmp_path, sembradas), "bienes")
    sitios = {lugar(h) for h in dicho}
    faltan = [
        f"{e.titulo}: {linea}"
        for e in sembradas
        for linea in e.esperado
        if linea.split(" | ")[0] not in sitios
    ]
    assert not faltan, "\n".join([*faltan, "", *sorted(sitios)])


def test_las_de_escritura_yaml_tambien_salen_juntas(tmp_path: Path) -> None:
    sembradas = [e for e in JUNTAS if e.de_lectura]
    assert len(sembradas) >= 6
    dicho = _nuevos(_sembrar(tmp_path, sembradas), "bienes")
    _comprobar(dicho, [linea for e in sembradas for linea in e.esperado])
