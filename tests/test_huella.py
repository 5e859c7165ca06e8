from __future__ import annotations

import pytest

from generador.huella import huella_de, sha256


# Vectores de FIPS 180-4 publicados por el NIST.
@pytest.mark.parametrize(
    ("datos", "esperado"),
    [
        (b"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (b"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ],
)
def test_sha256(datos: bytes, esperado: str) -> None:
    assert sha256(datos) == esperado
    assert huella_de(datos).longitud == len(datos)
