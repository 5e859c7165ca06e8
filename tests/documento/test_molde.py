import io
import zipfile

import pytest

from generador.documento.molde import comprimir, crudos, en_orden, unir
from generador.documento.paquete import escribir_paquete, leer_paquete
from tests.plantilla.taller import hacer

PARTES = leer_paquete(hacer("hola"))


def _zip(metodo: int) -> bytes:
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", metodo) as archivo:
        for nombre, datos in PARTES.items():
            archivo.writestr(nombre, datos)
    return salida.getvalue()


def _leer(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archivo:
        assert archivo.testzip() is None
        return {n: archivo.read(n) for n in archivo.namelist()}


@pytest.mark.parametrize("metodo", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_copia_los_miembros_como_vienen(metodo: int) -> None:
    docx = _zip(metodo)
    copiados = crudos(docx, PARTES)
    copia = unir(copiados[n] for n in en_orden(copiados))
    assert leer_paquete(copia) == PARTES
    with zipfile.ZipFile(io.BytesIO(docx)) as a, zipfile.ZipFile(io.BytesIO(copia)) as b:
        for miembro in a.infolist():
            igual = b.getinfo(miembro.filename)
            assert (igual.compress_type, igual.CRC) == (metodo, miembro.CRC)
            assert igual.compress_size == miembro.compress_size


def test_lo_que_no_infla_exacto_se_comprime_de_nuevo() -> None:
    """El contenido que se copia es siempre el que se revisó, aunque el zip diga otra cosa."""
    otras = {**PARTES, "word/styles.xml": b"otro", "word/document.xml": b""}
    copiados = crudos(_zip(zipfile.ZIP_DEFLATED), otras)
    assert _leer(unir(copiados[n] for n in en_orden(copiados))) == otras


def test_una_cabecera_rota_no_se_copia() -> None:
    docx = bytearray(_zip(zipfile.ZIP_DEFLATED))
    with zipfile.ZipFile(io.BytesIO(docx)) as archivo:
        lugar = archivo.getinfo("word/styles.xml").header_offset
    docx[lugar + 28] = 7
    assert crudos(bytes(docx), PARTES)["word/styles.xml"] == comprimir(
        "word/styles.xml", PARTES["word/styles.xml"]
    )


def test_lo_leen_los_demas_y_siempre_igual() -> None:
    partes = {**PARTES, "word/media/ñandú.bin": bytes(range(256)) * 50, "word/vacia.xml": b""}
    docx = escribir_paquete(partes)
    assert escribir_paquete(dict(reversed(partes.items()))) == docx
    assert _leer(docx) == partes
    with zipfile.ZipFile(io.BytesIO(docx)) as archivo:
        assert archivo.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert {(m.date_time, m.create_system) for m in archivo.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), 0)
        }
