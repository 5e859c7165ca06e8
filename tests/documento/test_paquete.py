import io
import struct
import tracemalloc
import zipfile

import pytest

from generador.documento import paquete
from generador.documento.paquete import escribir_paquete, leer_paquete
from generador.errores import ErrorDeDocumento
from tests.plantilla.taller import hacer

BASE = leer_paquete(hacer("hola"))
RELACIONES = "word/_rels/document.xml.rels"


def _zip(partes: dict[str, bytes], *repetidas: str) -> bytes:
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED) as archivo:
        for nombre, datos in partes.items():
            archivo.writestr(nombre, datos)
        for nombre in repetidas:
            archivo.writestr(nombre, b"x")
    return salida.getvalue()


def _con_relacion(
    tipo: str, destino: str, modo: str = ' TargetMode="External"'
) -> dict[str, bytes]:
    nueva = f'<Relationship Id="rX" Type="http://x/{tipo}" Target="{destino}"{modo}/>'
    rels = BASE[RELACIONES].replace(b"</Relationships>", nueva.encode() + b"</Relationships>")
    return {**BASE, RELACIONES: rels}


def _cambiar(viejo: bytes, nuevo: bytes) -> dict[str, bytes]:
    tipos = "[Content_Types].xml"
    return {**BASE, tipos: BASE[tipos].replace(viejo, nuevo)}


MALOS = [
    (b"", "no es un .docx"),
    (b"PK\x03\x04basura", "no es un .docx"),
    (_zip({"a.txt": b"x"}), "no es un .docx"),
    (_zip(BASE)[:-200], "no es un .docx"),
    (_zip({**BASE, "../fuera": b"x"}), "nombre peligroso"),
    (_zip({**BASE, "/raiz": b"x"}), "nombre peligroso"),
    (_zip({**BASE, "c:x": b"x"}), "nombre peligroso"),
    (_zip({**BASE, "WORD/document.xml": b"x"}), "repite la parte"),
    (_zip({**BASE, "word/vbaProject.bin": b"x"}), "macros"),
    (_zip({**BASE, "word/activeX/activeX1.bin": b"x"}), "ActiveX"),
    (_zip(_cambiar(b"openxmlformats-officedocument.wordprocessingml.document.main",
                   b"ms-word.document.macroEnabled.main")), "macros"),
    (_zip(_cambiar(b"document.main+xml", b"template.main+xml")), "no es un documento"),
    (_zip({**BASE, "word/media/b.bin": b"\0" * 5_000_000}), "comprimida sin medida"),
    (_zip(_con_relacion("image", "http://ejemplo.test/x.png")), "enlaza algo de fuera"),
    (_zip(_con_relacion("attachedTemplate", "file:///x.dotx")), "enlaza algo de fuera"),
    (_zip(_con_relacion("attachedTemplate", "a.dotx", "")), "enlaza algo de fuera"),
    (_zip(_con_relacion("image", "http://x/x.png", ' TargetMode="external"')), "de fuera"),
    (_zip({**BASE, "x/_rels/a.RELS": _con_relacion("image", "http://x")[RELACIONES]}), "de fuera"),
    (_zip(_con_relacion("aFChunk", "a.html", "")), "incrusta otro documento"),
    (_zip({**BASE, "_rels/.rels": b"<Relationships xmlns='x'/>"}), "no tiene un documento"),
    (_zip({**BASE, "_rels/.rels": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "DTD"),
    (_zip({**BASE, "_rels/.rels": b"<a>"}), "no es XML"),
]  # fmt: skip


@pytest.mark.parametrize(("datos", "que"), MALOS, ids=range(len(MALOS)))
def test_rechaza(datos: bytes, que: str) -> None:
    with pytest.raises(ErrorDeDocumento, match=que):
        leer_paquete(datos)


@pytest.mark.filterwarnings("ignore:Duplicate name")  # el archivo malo se hace a propósito
def test_rechaza_nombres_repetidos() -> None:
    with pytest.raises(ErrorDeDocumento, match="repite la parte"):
        leer_paquete(_zip(BASE, "word/document.xml"))


@pytest.mark.parametrize(
    ("tope", "valor"), [("TOPE_MIEMBROS", 3), ("TOPE_BYTES", 100), ("TOPE_XML", 100)]
)
def test_topes(tope: str, valor: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paquete, tope, valor)
    with pytest.raises(ErrorDeDocumento, match="más de"):
        leer_paquete(_zip(BASE))


def test_lo_que_dice_medir_menos_de_lo_que_mide_no_se_infla() -> None:
    bomba = bytearray(_zip({**BASE, "word/media/b.bin": b"\0" * 50_000_000}))
    medida = struct.pack("<L", 50_000_000)
    assert bomba.count(medida) == 2
    tracemalloc.start()
    try:
        with pytest.raises(ErrorDeDocumento, match=r"no es un \.docx"):
            leer_paquete(bytes(bomba.replace(medida, struct.pack("<L", 1_000))))
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_admite_hipervinculos() -> None:
    assert leer_paquete(_zip(_con_relacion("hyperlink", "https://ejemplo.test")))


def test_escribe_siempre_lo_mismo_en_cualquier_orden() -> None:
    al_reves = dict(reversed(BASE.items()))
    datos = escribir_paquete(BASE)
    assert escribir_paquete(al_reves) == datos
    assert leer_paquete(datos) == BASE
    with zipfile.ZipFile(io.BytesIO(datos)) as archivo:
        assert archivo.namelist()[0] == "[Content_Types].xml"
        assert {m.date_time for m in archivo.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_el_open_xml_estricto_se_rechaza_en_vez_de_leerse_vacio() -> None:
    cuerpo = "word/document.xml"
    estricto = BASE[cuerpo].replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    with pytest.raises(ErrorDeDocumento, match="Open XML estricto"):
        leer_paquete(_zip({**BASE, cuerpo: estricto}))
