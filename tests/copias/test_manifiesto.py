from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.copias.manifiesto import (
    Acto,
    Archivo,
    Caso,
    Copia,
    Manifiesto,
    Motor,
    leer,
    volcar,
)
from generador.errores import ErrorDeCopia

EJEMPLO = Manifiesto(
    herramienta="minuta",
    version="0.1.0",
    tipo="resolucion",
    caso=Caso("caso.yaml", "a" * 64),
    plantillas={"resolucion": "b" * 64, "oficio": "c" * 64},
    motor=Motor("embebido", "0.8.1"),
    calendario="2026-01",
    advertencias=("Fecha festiva.",),
    acto=Acto("0412", "2024-10-21", "Por la cual se decide", 4),
    archivos=(
        Archivo("copias/01-archivo.pdf", "d" * 64, 10),
        Archivo("acto.pdf", "e" * 64, 9),
    ),
    copias=(Copia(1, 1, "Archivo — Ministerio", "copias/01-archivo.pdf", ""),),
)


def test_ida_y_vuelta_en_orden() -> None:
    datos = volcar(EJEMPLO)
    leido = leer(datos)
    assert volcar(leido) == datos
    assert leido.copias == EJEMPLO.copias
    assert [a.ruta for a in leido.archivos] == ["acto.pdf", "copias/01-archivo.pdf"]
    assert list(leido.plantillas) == ["oficio", "resolucion"]


def test_se_lee_con_los_ojos() -> None:
    texto = volcar(EJEMPLO).decode("utf-8")
    assert '"destinatario": "Archivo — Ministerio"' in texto
    assert list(json.loads(texto))[-1] == "huella_del_manifiesto"
    assert texto.endswith("}\n")


@settings(derandomize=True, deadline=None)
@given(st.data())
def test_un_byte_tocado_se_nota(data: st.DataObject) -> None:
    datos = volcar(EJEMPLO)
    posicion = data.draw(st.integers(0, len(datos) - 1))
    tocado = bytearray(datos)
    tocado[posicion] ^= data.draw(st.integers(1, 255))
    with pytest.raises(ErrorDeCopia):
        leer(bytes(tocado))


@pytest.mark.parametrize(
    ("datos", "mensaje"),
    [
        (b"", "dañado"),
        (b"\xff\xfe", "dañado"),
        (b"[]", "no es un manifiesto"),
        (b"{}", "no es un manifiesto"),
        (b'{"formato": 9, "huella_del_manifiesto": ""}', "otro formato"),
        (volcar(EJEMPLO)[:-1], "alterado"),
        (volcar(EJEMPLO) + b" ", "alterado"),
        (volcar(EJEMPLO).replace(b"\n", b"\r\n"), "alterado"),
        (volcar(EJEMPLO).replace(b'"paginas": 4', b'"paginas": 5'), "alterado"),
    ],
)
def test_manifiesto_malo(datos: bytes, mensaje: str) -> None:
    with pytest.raises(ErrorDeCopia, match=mensaje):
        leer(datos)


@pytest.mark.parametrize(
    "ruta", ["/etc/passwd", "../acto.pdf", "copias/../../x", "C:/acto.pdf", "copias\\x.pdf", ""]
)
def test_rutas_de_afuera(ruta: str) -> None:
    malo = replace(EJEMPLO, archivos=(*EJEMPLO.archivos, Archivo(ruta, "f" * 64, 1)))
    with pytest.raises(ErrorDeCopia, match="fuera del caso"):
        volcar(malo)


def test_copia_que_no_esta_entre_los_archivos() -> None:
    with pytest.raises(ErrorDeCopia, match="sin huella"):
        volcar(replace(EJEMPLO, archivos=EJEMPLO.archivos[1:]))


def test_importarlo_no_arrastra_bibliotecas_pesadas() -> None:
    guion = (
        "import sys, generador.copias.manifiesto, generador.copias.verificacion;"
        "print([m for m in ('pypdf', 'fontTools', 'segno', 'pypdfium2') if m in sys.modules])"
    )
    hecho = subprocess.run(
        [sys.executable, "-c", guion], capture_output=True, text=True, check=True
    )
    assert hecho.stdout.strip() == "[]"
