import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from generador.errores import ErrorDePdf, FaltaComponente
from generador.pdf import comprobacion
from generador.pdf.embebido import Embebido, perdidas
from generador.pdf.lectura import paginas, textos
from generador.pdf.perdidas import FUENTES, LETRAS

from .documentos import (
    acto,
    bytes_de,
    caja,
    campo,
    con,
    con_xml,
    documento,
    elemento,
    nuevo,
    reescrito,
)

ACTO = acto()


def test_el_acto_de_prueba_no_pierde_nada() -> None:
    assert perdidas(ACTO) == []


def test_salen_encabezados_notas_tablas_listas_cuadros_y_paginas() -> None:
    (pdf,) = Embebido().convertir([documento(ACTO)])
    hojas = textos(pdf)
    total = paginas(pdf)
    assert total >= 3
    assert "ENCABEZADO PRIMERO" in hojas[0]
    assert all("ENCABEZADO PRIMERO" not in h for h in hojas[1:])
    assert all("ENCABEZADO CORRIENTE" in h for h in hojas[1:])
    assert all(f"Página {n} de {total}" in h for n, h in enumerate(hojas, start=1))
    assert all("Compromiso" in h for h in hojas)
    assert "Sentencia C-355." in hojas[0]
    assert "• Elemento a" in " ".join(hojas[0].split())
    assert "2. Elemento b" in " ".join(hojas[0].split())
    assert "BORRADOR EN CAJA" in hojas[0]
    assert "Véase el artículo 5" in hojas[-1]


def test_el_motor_dice_quien_es_y_no_habla_por_el_canal_de_errores(
    capfd: pytest.CaptureFixture[str],
) -> None:
    motor = Embebido()
    motor.convertir([documento(ACTO)])
    assert motor.nombre == "embebido"
    assert motor.version.count(".") == 2
    assert motor.advertencia is None
    assert capfd.readouterr().err == ""


def _estilo_con_mayusculas() -> bytes:
    original = nuevo()
    original.styles["Heading 1"].font.all_caps = True
    original.add_heading("Considerando", 1)
    return bytes_de(original)


def _letra_del_tema() -> bytes:
    original = nuevo()
    letras = original.styles["Normal"].element.rPr.rFonts
    for atributo in list(letras.attrib):
        del letras.attrib[atributo]
    original.add_paragraph("texto")
    return bytes_de(original)


def _imagen_emf() -> bytes:
    dibujo = '<w:drawing><a:blip r:embed="rIdE"/></w:drawing>'
    imagen = (
        '<Relationship Id="rIdE" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/image" Target="media/a.emf"/></Relationships>'
    )
    return reescrito(
        con_xml(dibujo),
        {
            "word/_rels/document.xml.rels": lambda b: b.replace(
                b"</Relationships>", imagen.encode()
            ),
            "word/media/a.emf": lambda _: b"x",
        },
    )


def _vineta_rara() -> bytes:
    original = nuevo()
    original.add_paragraph("Elemento", style="List Bullet")
    return reescrito(
        bytes_de(original),
        {"word/numbering.xml": lambda b: b.replace("\uf0b7".encode(), "\uf0fc".encode())},
    )


def _en_letra(letra: str) -> Callable[[Any], object]:
    return lambda parrafo: setattr(parrafo.add_run("x").font, "name", letra)


def _en_encabezado(parrafo: Any) -> None:
    encabezado = parrafo.part.document.sections[0].header.paragraphs[0]
    encabezado.add_run("tachado").font.strike = True


def _en_tabla() -> bytes:
    original = nuevo()
    tabla = original.add_table(rows=1, cols=1)
    original.styles["Table Grid"].font.small_caps = True
    tabla.style = "Table Grid"
    tabla.cell(0, 0).text = "celda"
    return bytes_de(original)


M = "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
SDT = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt>"
DEFORMADO = '<a:prstTxWarp prst="textWave1"/>'
DEGRADADO = "<a:gradFill><a:gsLst/></a:gradFill>"
GRAFICO = (
    "<w:drawing><a:graphicData "
    'uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing>'
)


@pytest.mark.parametrize(
    ("contenido", "dice"),
    [
        (con_xml(M, en="párrafo"), "ecuaciones"),
        (con_xml('<w:ins w:id="1" w:author="a"/>', en="párrafo"), "control de cambios"),
        (con_xml('<w:del w:id="1" w:author="a"/>', en="párrafo"), "control de cambios"),
        (con_xml('<w:rPrChange w:id="1" w:author="a"/>', en="formato"), "control de cambios"),
        (con_xml('<w:pict><v:shape><v:textpath string="B"/></v:shape></w:pict>'), "VML"),
        (con_xml(caja("rect", "x", deformacion=DEFORMADO)), "WordArt"),
        (con_xml(caja("ellipse", "x")), "no son rectángulos, con su texto: ellipse"),
        (con_xml(caja("rect", "x", relleno=DEGRADADO)), "rellenos degradados"),
        (con_xml("<w:object/>"), "objetos incrustados"),
        (con_xml(GRAFICO), "gráficos de Office o SmartArt"),
        (con_xml(SDT, en="párrafo"), "controles de contenido dentro de un párrafo"),
        (con_xml('<w:customXml w:element="a"/>', en="párrafo"), "XML personalizado"),
        (con_xml('<w:dir w:val="ltr"/>', en="párrafo"), "dirección forzada"),
        (con_xml("<w:noBreakHyphen/>"), "guion de no separación"),
        (con_xml('<w:sym w:font="Wingdings" w:char="F0FC"/>'), "símbolos insertados: Wingdings"),
        (con_xml('<w:sym w:font="Arial" w:char="4E2D"/>'), "símbolos insertados: Arial U+4E2D"),
        (con_xml("<w:strike/>", en="formato"), "texto tachado: «texto»"),
        (con_xml("<w:dstrike/>", en="formato"), "doble tachado"),
        (con_xml("<w:smallCaps/>", en="formato"), "versalitas"),
        (con_xml("<w:caps/>", en="formato"), "mayúsculas puestas por formato"),
        (con_xml("<w:shadow/>", en="formato"), "sombra"),
        (con_xml('<w:position w:val="12"/>', en="formato"), "subido o bajado"),
        (con_xml('<w:framePr w:w="2000"/>', en="propiedades"), "marcos de párrafo"),
        (con_xml('<w:pgBorders><w:top w:val="single"/></w:pgBorders>', en="sección"), "bordes"),
        (con_xml('<w:lnNumType w:countBy="1"/>', en="sección"), "numeración de renglones"),
        (con_xml('<w:pgNumType w:fmt="lowerRoman"/>', en="sección"), "no es arábigo"),
        (con_xml('<w:type w:val="oddPage"/>', en="sección"), "par o impar"),
        (con(lambda p: campo(p, r"PAGEREF a \h")), "valor guardado (actualícelos en Word con F9)"),
        (con(lambda p: campo(p, "TOC")), "sin su valor guardado"),
        (con(lambda p: campo(p, r"DATE \@ yyyy", "2026")), "cambian cada día: DATE"),
        (con(lambda p: p.add_run("中")), "fuentes incluidas no tienen: «中» U+4E2D"),
        (con(lambda p: p.add_run("\U0001f600")), "U+1F600"),
        (con(lambda p: p.add_run("ley\u2011decreto")), "U+2011"),
        (con(lambda p: p.add_run("co\u00adpia")), "U+00AD"),
        (con(_en_encabezado), "texto tachado: «tachado»"),
        (bytes_de(nuevo("Verdana")), ""),
        (con(_en_letra("Verdana")), "incluidos: Verdana"),
        (_estilo_con_mayusculas(), "mayúsculas puestas por formato: «Considerando»"),
        (_en_tabla(), "versalitas: «celda»"),
        (_letra_del_tema(), "tipos de letra que no están incluidos"),
        (_imagen_emf(), "imágenes EMF"),
        (_vineta_rara(), "viñetas que las fuentes incluidas no tienen: U+F0FC"),
    ],
)
def test_lo_que_perderia_se_dice_antes(contenido: bytes, dice: str) -> None:
    lista = perdidas(contenido)
    if not dice:
        assert lista == []
        return
    assert any(dice in renglon for renglon in lista), lista
    with pytest.raises(FaltaComponente, match="libreoffice") as error:
        Embebido().convertir([documento(contenido, "Resolución 1.docx")])
    assert "«Resolución 1.docx»" in error.value.mensaje
    assert error.value.codigo_salida == 3


@pytest.mark.parametrize(
    "contenido",
    [
        con_xml('<w:strike w:val="0"/>', en="formato"),
        con_xml('<w:position w:val="0"/>', en="formato"),
        con_xml('<w:pgNumType w:start="5"/>', en="sección"),
        con_xml('<w:type w:val="nextPage"/>', en="sección"),
        con_xml('<w:textDirection w:val="lrTb"/>', en="propiedades"),
        con_xml('<w:sym w:font="Arial" w:char="00A7"/>'),
        con_xml(
            f"<mc:AlternateContent><mc:Choice Requires='wps'>{caja('rect', 'x')}</mc:Choice>"
            "<mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent>"
        ),
        con(lambda p: campo(p, "REF a", "artículo 5")),
        con(lambda p: p.add_run("¿¡ü½ºª№€§«»“”‘’—–…≤≥×•\u00a0•")),
        *(
            con(_en_letra(letra))
            for propia, iguales in LETRAS.items()
            for letra in (propia, *iguales)
        ),
    ],
)
def test_lo_que_no_se_pierde_no_se_rechaza(contenido: bytes) -> None:
    assert perdidas(contenido) == []
    assert Embebido().convertir([documento(contenido)])[0].startswith(b"%PDF")


def test_un_estilo_que_se_hereda_a_si_mismo_no_cuelga() -> None:
    original = nuevo()
    estilo = original.styles["Normal"].element
    estilo.insert(1, elemento('<w:basedOn w:val="Normal"/>'))
    original.add_paragraph("texto")
    assert perdidas(bytes_de(original)) == []


def test_el_texto_que_falta_en_el_pdf_se_descubre(monkeypatch: pytest.MonkeyPatch) -> None:
    hojas = ["Que el acto"]
    monkeypatch.setattr(comprobacion, "textos", lambda _: hojas)
    with pytest.raises(ErrorDePdf, match=r"«a\.docx».*no aparecen «rige»"):
        Embebido().convertir([documento(con(lambda _: None), "a.docx")])


def test_un_documento_malo_se_nombra() -> None:
    with pytest.raises(ErrorDePdf, match=r"«malo\.docx»: El archivo no es un"):
        Embebido().convertir([documento(ACTO), documento(ACTO[:900], "malo.docx")])


def test_lo_que_dxpdf_no_entiende_se_dice(monkeypatch: pytest.MonkeyPatch) -> None:
    def romper(_: bytes) -> bytes:
        raise RuntimeError("Parse error")

    monkeypatch.setattr("dxpdf.convert", romper)
    with pytest.raises(ErrorDePdf, match=r"«acto\.docx»: el motor embebido no lo pudo"):
        Embebido().convertir([documento(ACTO)])


@pytest.mark.parametrize("anterior", [None, "/no/existe.conf"])
def test_la_configuracion_de_fuentes_del_equipo_queda_como_estaba(
    anterior: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    if anterior is None:
        monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
    else:
        monkeypatch.setenv("FONTCONFIG_FILE", anterior)
    Embebido().convertir([documento(ACTO)])
    assert os.environ.get("FONTCONFIG_FILE") == anterior


def test_las_fuentes_van_con_su_licencia() -> None:
    assert len(list(FUENTES.glob("*.ttf"))) == 8
    assert "SIL OPEN FONT LICENSE" in (FUENTES / "LICENCIA-OFL.txt").read_text(encoding="utf-8")


GUION = """
import hashlib, sys
from pathlib import Path
from pdf.documentos import METADATOS, documento
from generador.pdf.conformidad import archivar
from generador.pdf.embebido import Embebido
pdf = Embebido().convertir([documento(Path(sys.argv[1]).read_bytes())])[0]
print(hashlib.sha256(archivar(pdf, METADATOS)).hexdigest())
"""


def test_otro_proceso_otra_semilla_y_otra_zona_dan_los_mismos_bytes(tmp_path: Path) -> None:
    original = tmp_path / "acto.docx"
    original.write_bytes(ACTO)
    huellas = {
        subprocess.run(
            [sys.executable, "-c", GUION, str(original)],
            env={**os.environ, "PYTHONHASHSEED": semilla, "TZ": zona},
            cwd=Path(__file__).parents[1],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for semilla, zona in (("1", "UTC"), ("2", "America/Bogota"))
    }
    assert len(huellas) == 1
    assert len(huellas.pop().strip()) == 64


@pytest.mark.parametrize(
    ("letra", "propia"),
    [(letra, propia) for propia, iguales in LETRAS.items() for letra in (propia, *iguales)],
)
def test_la_letra_pedida_se_respeta_en_sus_cuatro_estilos(letra: str, propia: str) -> None:
    original = nuevo(letra)
    for negrita in (False, True):
        for cursiva in (False, True):
            corrida = original.add_paragraph().add_run("texto")
            corrida.bold, corrida.italic = negrita, cursiva
    (pdf,) = Embebido().convertir([documento(bytes_de(original))])
    recursos: Any = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]
    fuentes = {f.get_object()["/BaseFont"].split("+")[1] for f in recursos["/Font"].values()}
    base = propia.replace(" ", "")
    assert fuentes == {base, f"{base}-Bold", f"{base}-Italic", f"{base}-BoldItalic"}
