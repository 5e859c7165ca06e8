import hashlib
import io
import os
import subprocess
import sys
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from generador.documento.bloques import Fragmento, Nota, Parrafo
from generador.documento.lectura import parrafos
from generador.documento.paquete import escribir_paquete, leer_paquete
from generador.errores import ErrorDePlantilla
from generador.expedir import revisar
from generador.modelo.falta import Falta
from generador.plantilla.catalogo import abrir
from generador.plantilla.componer import componer
from tests.conftest import RAIZ
from tests.plantilla.taller import (
    METADATOS,
    con_notas,
    hacer,
    hacer_con_xml,
    hacer_tabla,
    llamada,
    rendir,
    trozo,
)
from tests.plantilla.test_equivalencia import diferencias

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EJEMPLOS = sorted((RAIZ / "datos_ejemplo").glob("*.yaml"))
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def _nota(texto: str) -> Nota:
    return Nota(((Fragmento(texto),),))


def _cuerpo(docx: bytes) -> etree._Element:
    return etree.fromstring(leer_paquete(docx)["word/document.xml"])


@pytest.mark.parametrize(
    ("plantilla", "contexto", "esperado"),
    [
        (("a", "{%p if si %}", "b", "{%p endif %}", "c"), {"si": False}, ["a", "c"]),
        (("a", "{%p if si %}", "b", "{%p endif %}", "c"), {"si": True}, ["a", "b", "c"]),
        (("{%p if si %}", "b", "{%p else %}", "c", "{%p endif %}"), {"si": False}, ["c"]),
        (("{%p for i in l %}", "{{ loop.index }}. {{ i }}", "{%p endfor %}"), {"l": ["x", "y"]},
         ["1. x", "2. y"]),
        (("{% if a == “x” %}sí{% else %}no{% endif %}",), {"a": "x"}, ["sí"]),
        (("{{ “A & <b>” }}",), {}, ["A & <b>"]),
        (("{{ m | pesos }}",), {"m": Decimal(1)}, ["UN PESO MONEDA LEGAL ($1)"]),
        (("{{ f | fecha }}",), {"f": date(2026, 3, 2)}, ["2 de marzo de 2026"]),
        (("{{ l | lista }}",), {"l": ["a", "b", "c"]}, ["a, b y c"]),
        (("{{ l | length }}",), {"l": ["a", "b"]}, ["2"]),
        (("{{ d.items }} {{ d['values'] }}",), {"d": {"items": "i", "values": "v"}}, ["i v"]),
        (("{% if x is defined %}a{% else %}b{% endif %}",), {}, ["b"]),
        (("{# comentario #}x", "{#p otro #}", "y"), {}, ["x", "y"]),
        (("{%p set v = a %}", "{{ v }}"), {"a": "z"}, ["z"]),
        (("sin llaves { x } y 100 %",), {}, ["sin llaves { x } y 100 %"]),
        (("abre {", "% va", "{{ a }}", "} fin"), {"a": "v"}, ["abre {", "% va", "v", "} fin"]),
    ],
)  # fmt: skip
def test_lo_que_sale(
    plantilla: tuple[str, ...], contexto: dict[str, object], esperado: list[str]
) -> None:
    assert parrafos(rendir(hacer(*plantilla), contexto)) == esperado


def test_filas_por_ciclo() -> None:
    tabla = hacer_tabla(
        ("Año", "Valor"), ("{%tr for f in filas %}", ""), ("{{ f.a }}", "{{ f.v }}"),
        ("{%tr endfor %}", ""),
    )  # fmt: skip
    filas = [{"a": "1", "v": "x"}, {"a": "2", "v": "y"}]
    assert parrafos(rendir(tabla, {"filas": filas})) == ["Año", "Valor", "1", "x", "2", "y"]


def test_la_tabla_sin_filas_se_quita_y_la_celda_vacia_queda_con_parrafo() -> None:
    sin_filas = hacer_tabla(("{%tr for f in l %}",), ("{{ f }}",), ("{%tr endfor %}",))
    assert next(_cuerpo(rendir(sin_filas, {"l": []})).iter(W + "tbl"), None) is None
    celda = hacer_tabla(("{%p if si %}\nx",))
    partes = leer_paquete(celda)
    partido = partes["word/document.xml"].replace(
        b"<w:br/><w:t>x</w:t></w:r></w:p>",
        b"</w:r></w:p><w:p><w:r><w:t>x</w:t></w:r></w:p>"
        b"<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>",
    )
    partes["word/document.xml"] = partido
    cuerpo = _cuerpo(rendir(escribir_paquete(partes), {"si": False}))
    assert len(list(next(cuerpo.iter(W + "tc")).iter(W + "p"))) == 1


def test_bloques_en_su_sitio_con_su_estilo() -> None:
    bloque = Parrafo((Fragmento("negra", negrita=True), Fragmento(" y a & b\n")), "heading 1")
    salida = rendir(hacer("antes", "[[bloques: cuerpo]]", "después"), {}, cuerpo=[bloque])
    assert parrafos(salida) == ["antes", "negra y a & b\n", "después"]
    segundo = list(_cuerpo(salida).iter(W + "p"))[1]
    assert segundo.find(f"{W}pPr/{W}pStyle").get(W + "val") == "Heading1"


def test_un_valor_no_puede_imitar_el_marcador() -> None:
    salida = rendir(hacer("{{ x }}"), {"x": "[[bloques: cuerpo]]"})
    assert parrafos(salida) == ["[[bloques: cuerpo]]"]


@pytest.mark.parametrize(
    ("bloques", "que"),
    [
        ({}, "pide bloques que no se le dan: «cuerpo»"),
        ({"cuerpo": [], "otro": []}, "no tiene dónde poner estos bloques: «otro»"),
        ({"cuerpo": [Parrafo((), "Hedaing 1")]}, "no tiene el estilo.*«Hedaing 1».*Quiso decir"),
    ],
)
def test_bloques_que_no_cuadran(bloques: dict[str, list[Parrafo]], que: str) -> None:
    with pytest.raises(ErrorDePlantilla, match=que):
        rendir(hacer("[[bloques: cuerpo]]"), {}, **bloques)


def test_notas_de_la_plantilla_y_de_los_bloques_en_orden() -> None:
    plantilla = con_notas(
        hacer_con_xml(
            trozo("uno") + llamada(9), trozo("[[bloques: cuerpo]]"), trozo("fin") + llamada(3)
        ),
        {3: "de la plantilla, última", 9: "de la plantilla, primera", 4: "que nadie llama"},
    )
    bloques = [Parrafo((Fragmento("b"), _nota("del bloque, 1"), _nota("del bloque, 2")), "Normal")]
    salida = rendir(plantilla, {}, cuerpo=bloques)
    llamadas = [n.get(W + "id") for n in _cuerpo(salida).iter(W + "footnoteReference")]
    notas = etree.fromstring(leer_paquete(salida)["word/footnotes.xml"])
    con_texto = {n.get(W + "id"): "".join(n.itertext()).strip() for n in notas}
    assert llamadas == ["1", "2", "3", "4"]
    assert list(con_texto) == ["-1", "0", "1", "2", "3", "4"]
    assert [con_texto[i] for i in llamadas] == [
        "de la plantilla, primera", "del bloque, 1", "del bloque, 2", "de la plantilla, última",
    ]  # fmt: skip


def test_una_nota_dentro_de_un_ciclo_se_repite() -> None:
    plantilla = con_notas(
        hacer_con_xml(
            trozo("{%p for i in l %}"), trozo("{{ i }}") + llamada(5), trozo("{%p endfor %}")
        ),
        {5: "la misma"},
    )
    salida = rendir(plantilla, {"l": ["a", "b"]})
    assert parrafos(salida) == ["a", "b", "la misma", "la misma"]


def test_los_identificadores_no_se_repiten_en_un_ciclo() -> None:
    marcador = (
        '<w:bookmarkStart w:id="7" w:name="m"/>' + trozo("{{ i }}") + '<w:bookmarkEnd w:id="7"/>'
        '<w:r><w:drawing><wp:inline><wp:docPr id="3" name="x"/></wp:inline></w:drawing></w:r>'
    )
    plantilla = hacer_con_xml(trozo("{%p for i in l %}"), marcador, trozo("{%p endfor %}"))
    cuerpo = _cuerpo(rendir(plantilla, {"l": ["a", "b", "c"]}))
    abren = [m.get(W + "id") for m in cuerpo.iter(W + "bookmarkStart")]
    assert len(set(abren)) == 3
    assert [m.get(W + "id") for m in cuerpo.iter(W + "bookmarkEnd")] == abren
    assert len({m.get(W + "name") for m in cuerpo.iter(W + "bookmarkStart")}) == 3
    assert len({d.get("id") for d in cuerpo.iter(WP + "docPr")}) == 3


def test_el_borrador_resalta_lo_que_falta_y_conserva_el_formato() -> None:
    plantilla = hacer_con_xml(trozo("Señor {{ n }}, {{ m | pesos }}.", "<w:b/>"))
    contexto = {"n": Falta("usuario.nombre"), "m": Falta("plan.total")}
    salida = componer(plantilla, contexto, {}, metadatos=METADATOS, borrador=True)
    assert parrafos(salida) == ["Señor [falta: usuario.nombre], [falta: plan.total]."]
    resaltados = [
        r for r in _cuerpo(salida).iter(W + "r") if r.find(f"{W}rPr/{W}highlight") is not None
    ]
    assert ["".join(r.itertext()) for r in resaltados] == [
        "[falta: usuario.nombre]", "[falta: plan.total]",
    ]  # fmt: skip
    assert all(r.find(f"{W}rPr/{W}b") is not None for r in _cuerpo(salida).iter(W + "r"))


@pytest.mark.parametrize("ejemplo", EJEMPLOS, ids=lambda e: e.stem)
def test_por_texto_sale_lo_mismo_que_por_el_arbol(
    ejemplo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    revision = revisar(ejemplo)
    acto = revision.tipo.redactar(revision.caso, revision.regimen)
    plantilla = abrir(acto.plantilla).docx

    def hacer_acto() -> bytes:
        imagenes = {**revision.imagenes, **acto.imagenes}
        return componer(
            plantilla, acto.contexto, acto.bloques, metadatos=acto.metadatos, imagenes=imagenes
        )

    por_texto = hacer_acto()
    monkeypatch.setattr("generador.plantilla.componer._en_duda", lambda *_: True)
    assert diferencias(por_texto, hacer_acto()) == []


def test_lo_que_ya_venia_mal_sin_etiquetas_tambien_se_arregla() -> None:
    partes = leer_paquete(hacer("{{ x }}", encabezado="fijo"))
    vacia = (
        b"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/></w:tc></w:tr>"
        b"</w:tbl><w:p/></w:hdr>"
    )
    encabezado = next(n for n in partes if n.startswith("word/header"))
    partes[encabezado] = partes[encabezado].replace(b"</w:hdr>", vacia)
    partes["word/document.xml"] = partes["word/document.xml"].replace(
        b"<w:sectPr", vacia.replace(b"</w:hdr>", b"") + b"<w:sectPr"
    )
    hecho = leer_paquete(rendir(escribir_paquete(partes), {"x": "a"}))
    for nombre in (encabezado, "word/document.xml"):
        celda = next(etree.fromstring(hecho[nombre]).iter(W + "tc"))
        assert [h.tag for h in celda] == [W + "tcPr", W + "p"], nombre


def test_lo_que_no_cambia_se_copia_como_viene() -> None:
    acto = revisar(RAIZ / "datos_ejemplo" / "plan_bienes_2025.yaml")
    redaccion = acto.tipo.redactar(acto.caso, acto.regimen)
    plantilla = abrir(redaccion.plantilla).docx
    hecho = componer(
        plantilla, redaccion.contexto, redaccion.bloques, metadatos=redaccion.metadatos
    )
    with zipfile.ZipFile(io.BytesIO(plantilla)) as a, zipfile.ZipFile(io.BytesIO(hecho)) as b:
        medidas = [{m.filename: (m.CRC, m.compress_size) for m in z.infolist()} for z in (a, b)]
    cambian = {n for n in medidas[0] if medidas[0][n] != medidas[1][n]}
    assert cambian <= {
        "docProps/core.xml", "word/document.xml", "word/header1.xml", "word/header2.xml",
        "word/footer1.xml", "word/footer2.xml", "word/styles.xml",
    }  # fmt: skip


_OTRO_PROCESO = """
import sys, hashlib
from tests.plantilla.test_componer import acto
print(hashlib.sha256(acto()).hexdigest())
"""


def acto() -> bytes:
    plantilla = hacer(
        "{{ d.a }}", "{%p for i in l %}", "{{ i }}", "{%p endfor %}", "[[bloques: b]]"
    )
    contexto: dict[str, object] = {"d": {"a": "x", "b": "y"}, "l": ["1", "2"]}
    return rendir(plantilla, contexto, b=[Parrafo((Fragmento("z"), _nota("n")), "Normal")])


def test_los_mismos_bytes_en_otro_proceso() -> None:
    huellas = set()
    for semilla in ("0", "12345"):
        entorno = {**os.environ, "PYTHONHASHSEED": semilla}
        orden = [sys.executable, "-c", _OTRO_PROCESO]
        hecho = subprocess.run(orden, env=entorno, capture_output=True, text=True, check=True)
        huellas.add(hecho.stdout.strip())
    assert huellas == {hashlib.sha256(acto()).hexdigest()}
