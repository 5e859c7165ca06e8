"""Lee las tablas de casos: una línea por caso, `entrada = esperado`; `#` abre un comentario."""

from __future__ import annotations

from pathlib import Path


def leer_tabla(nombre: str) -> list[tuple[str, str]]:
    """Los pares de `nombre`. Lo que va entre «» conserva sus espacios del borde."""
    lineas = (Path(__file__).parent / nombre).read_text(encoding="utf-8").splitlines()
    utiles = [linea for linea in lineas if linea.strip() and not linea.startswith("#")]
    pares = [linea.split(" = ", 1) for linea in utiles]
    assert all(len(par) == 2 for par in pares), f"{nombre}: cada línea es «entrada = esperado»"
    return [(_limpiar(entrada), _limpiar(esperado)) for entrada, esperado in pares]


def _limpiar(texto: str) -> str:
    return texto.strip().removeprefix("«").removesuffix("»")
