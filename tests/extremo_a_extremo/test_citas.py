"""`minuta citas` como la usa el asesor: con su Word, su PDF, su texto y lo que le mandaron."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfWriter

from generador.pdf.embebido import Embebido
from tests.conftest import Minuta
from tests.pdf.documentos import (
    bytes_de,
    caja,
    con_nota_al_pie,
    documento,
    elemento,
    nuevo,
    reescrito,
)

LEIDO = "Que los artículos 28 y 29 de la Ley 2056 de\r\n2020 y la Ley 1430 de 2009 lo disponen.\r\n"
CONTRATO = [
    "tipo", "norma", "clave", "numero", "anio", "fecha", "articulos", "partes", "modo", "inicio",
    "fin", "linea", "texto",
]  # fmt: skip


def word() -> bytes:
    """Un Word con una cita en cada parte y, además, una borrada."""
    nuevo_documento = nuevo()
    seccion = nuevo_documento.sections[0]
    seccion.header.paragraphs[0].text = "Decreto 1082 de 2015"
    seccion.footer.paragraphs[0].text = "Ley 1437 de 2011"
    otra = nuevo_documento.add_section()
    otra.header.is_linked_to_previous = False
    otra.header.paragraphs[0].text = "Decreto 1082 de 2015"
    nuevo_documento.add_paragraph("Según la Ley 489 de 1998[nota]").add_run(", se procede.")
    tabla = nuevo_documento.add_table(rows=1, cols=2)
    tabla.rows[0].cells[1].text = "artículo 25 de la Ley 80 de 1993"
    parrafo = nuevo_documento.add_paragraph("Sello: ")
    parrafo.add_run()._r.append(elemento(caja("rect", "Ley 2056 de 2020")))
    borrada = (
        '<w:del w:id="1" w:author="x"><w:r><w:delText>Ley 99 de 1993</w:delText></w:r></w:del>'
    )
    parrafo._p.append(elemento(borrada))
    insertada = '<w:ins w:id="2" w:author="x"><w:r><w:t>Ley 1150 de 2007</w:t></w:r></w:ins>'
    parrafo._p.append(elemento(insertada))
    anotado = con_nota_al_pie(bytes_de(nuevo_documento))
    nota = {"word/footnotes.xml": lambda b: b.replace(b"C-355.", b"C-355 de 2006.")}
    return reescrito(anotado, nota)


def pdf(*, paginas_mudas: int = 0, clave: str = "") -> bytes:
    original = nuevo()
    original.sections[0].header.paragraphs[0].text = "ENTIDAD DE EJEMPLO"
    for relleno in ("uno ", "dos ", "tres ", "cuatro "):
        original.add_paragraph(relleno * 700)
    original.add_paragraph("Rige la Ley 2056 de 2020, y la Sentencia C-713 de 2008.")
    (hecho,) = Embebido().convertir([documento(bytes_de(original))])
    escritor = PdfWriter(clone_from=io.BytesIO(hecho))
    for _ in range(paginas_mudas):
        escritor.add_blank_page()
    if clave:
        escritor.encrypt(clave, algorithm="RC4-128")
    destino = io.BytesIO()
    escritor.write(destino)
    return destino.getvalue()


def escaneado() -> bytes:
    escritor = PdfWriter()
    escritor.add_blank_page(612, 792)
    destino = io.BytesIO()
    escritor.write(destino)
    return destino.getvalue()


def escribir(carpeta: Path, nombre: str, datos: bytes) -> Path:
    archivo = carpeta / nombre
    archivo.write_bytes(datos)
    return archivo


def citas_de(salida: str) -> list[dict[str, Any]]:
    return [json.loads(linea) for linea in salida.splitlines()]


def test_un_texto_da_sus_citas_con_posiciones_del_archivo_original(
    tmp_path: Path, minuta: Minuta
) -> None:
    archivo = escribir(tmp_path, "a.txt", LEIDO.encode())
    resultado = minuta("citas", archivo, "--formato", "jsonl")
    assert resultado.returncode == 0, resultado.stderr
    ley, mala = citas_de(resultado.stdout)
    assert [clave for clave in ley if clave in CONTRATO] == [c for c in CONTRATO if c in ley]
    assert (ley["norma"], ley["clave"]) == ("Ley 2056 de 2020", "ley:2056:2020")
    assert (ley["numero"], ley["anio"], ley["articulos"]) == ("2056", 2020, ["28", "29"])
    assert (ley["modo"], ley["linea"], ley["partes"]) == ("plena", 1, {})
    assert LEIDO[ley["inicio"] : ley["fin"]] == ley["texto"]
    assert LEIDO[mala["inicio"] : mala["fin"]] == mala["texto"] == "Ley 1430 de 2009"
    assert f"aviso: {archivo}:2:" in resultado.stderr
    assert "¿Quiso citar «Ley 1340 de 2009»" in resultado.stderr


def test_la_tabla_va_por_stdout_y_lo_demas_por_stderr(tmp_path: Path, minuta: Minuta) -> None:
    resultado = minuta("citas", escribir(tmp_path, "a.txt", LEIDO.encode()))
    assert resultado.returncode == 0
    assert "artículos 28 y 29" in resultado.stdout
    assert "línea 1" in resultado.stdout
    assert "aviso" not in resultado.stdout
    assert "2 citas" in resultado.stderr


def test_un_word_se_lee_entero_y_cada_cita_dice_donde(tmp_path: Path, minuta: Minuta) -> None:
    archivo = escribir(tmp_path, "a.docx", word())
    resultado = minuta("citas", archivo, "--formato", "jsonl")
    assert resultado.returncode == 0, resultado.stderr
    halladas = {(c["norma"], c["parte"]) for c in citas_de(resultado.stdout)}
    assert halladas == {
        ("Ley 489 de 1998", "cuerpo"),
        ("Ley 80 de 1993", "tabla"),
        ("Ley 2056 de 2020", "cuadro de texto"),
        ("Ley 1150 de 2007", "cuerpo"),
        ("Decreto 1082 de 2015", "encabezado"),
        ("Ley 1437 de 2011", "pie"),
        ("Sentencia C-355 de 2006", "nota"),
    }
    assert resultado.stdout.count("Decreto 1082 de 2015") == 2  # su norma y su texto, una vez


def test_la_llamada_de_nota_no_se_pega_al_anio(tmp_path: Path, minuta: Minuta) -> None:
    fin = b"1998</w:t></w:r>"
    volada = b'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>19</w:t></w:r>'
    partes = {"word/document.xml": lambda b: b.replace(fin, fin + volada)}
    docx = reescrito(word(), partes)
    assert docx != word()
    resultado = minuta("citas", escribir(tmp_path, "a.docx", docx), "--formato", "jsonl")
    ley, nota = (c for c in citas_de(resultado.stdout) if c["numero"] in {"489", "C-355"})
    assert (ley["anio"], ley["texto"]) == (1998, "Ley 489 de 1998")
    assert nota["nota"] == 1


def test_un_pdf_dice_la_pagina(tmp_path: Path, minuta: Minuta) -> None:
    archivo = escribir(tmp_path, "a.pdf", pdf(paginas_mudas=1))
    resultado = minuta("citas", archivo, "--formato", "jsonl")
    assert resultado.returncode == 0, resultado.stderr
    ley, sentencia = citas_de(resultado.stdout)
    assert (ley["norma"], sentencia["norma"]) == ("Ley 2056 de 2020", "Sentencia C-713 de 2008")
    assert ley["pagina"] == sentencia["pagina"] > 2
    assert "No hay texto en 1 de" in resultado.stderr


def test_las_referencias_juntan_todos_los_archivos(tmp_path: Path, minuta: Minuta) -> None:
    uno = escribir(tmp_path, "1.txt", "artículo 24 de la Ley 80 de 1993.".encode())
    dos = escribir(
        tmp_path, "2.md", "Decreto 1082 de 2015. El artículo 23 de la Ley 80 de 1993.".encode()
    )
    resultado = minuta("citas", uno, dos, "--referencias")
    assert resultado.returncode == 0, resultado.stderr
    assert "Ley 80 de 1993, artículos 23 y 24" in resultado.stdout
    assert resultado.stdout.index("Ley 80") < resultado.stdout.index("Decreto 1082")
    ley, decreto = citas_de(minuta("citas", uno, dos, "--referencias", "--formato", "jsonl").stdout)
    assert (ley["clave"], ley["articulos"]) == ("ley:80:1993", ["23", "24"])
    assert decreto["norma"] == "Decreto 1082 de 2015"


def test_con_estricto_no_se_perdonan_erratas(tmp_path: Path, minuta: Minuta) -> None:
    archivo = escribir(
        tmp_path, "a.txt", "El párrafo 6 del artículo 240-1 del Estatuto Tributario.".encode()
    )
    (tolerante,) = citas_de(minuta("citas", archivo, "--formato", "jsonl").stdout)
    (estricta,) = citas_de(minuta("citas", archivo, "--formato", "jsonl", "--estricto").stdout)
    assert tolerante["partes"] == {"paragrafo": ["6"]}
    assert "párrafo" in tolerante["defectos"][0]
    assert estricta["partes"] == {}
    assert "defectos" not in estricta


def test_un_archivo_malo_no_impide_los_buenos(tmp_path: Path, minuta: Minuta) -> None:
    bueno = escribir(tmp_path, "a.txt", LEIDO.encode())
    malo = escribir(tmp_path, "b.pdf", escaneado())
    resultado = minuta("citas", malo, bueno, "--formato", "jsonl")
    assert resultado.returncode == 1
    assert "«b.pdf»: El PDF no trae texto: parece escaneado." in resultado.stderr
    assert {c["archivo"] for c in citas_de(resultado.stdout)} == {str(bueno)}


def test_sin_citas_no_hay_tabla(tmp_path: Path, minuta: Minuta) -> None:
    resultado = minuta("citas", escribir(tmp_path, "a.txt", b"Nada que citar."))
    assert (resultado.returncode, resultado.stdout) == (0, "")
    assert "no se hallaron citas" in resultado.stderr


@pytest.mark.parametrize(
    ("nombre", "hacer", "codigo", "frase"),
    [
        ("a.txt", lambda: b"", 1, "está vacío"),
        ("a.txt", lambda: bytes(range(256)), 1, "no es texto"),
        ("a.docx", lambda: word()[:-40], 1, "no es un .docx"),
        ("a.docx", lambda: b"", 1, "no es un .docx"),
        ("a.pdf", lambda: b"hola", 1, "no se puede abrir"),
        ("a.pdf", lambda: pdf()[:900], 1, "no se puede abrir"),
        ("a.pdf", lambda: pdf(clave="x"), 1, "tiene contraseña"),
        ("a.pdf", escaneado, 1, "parece escaneado"),
        ("a.doc", lambda: b"hola", 2, "no termina en .docx, .pdf, .txt, .md"),
        ("carpeta.txt", None, 2, "es una carpeta"),
        ("nada.txt", None, 2, "no existe"),
    ],
)
def test_lo_que_no_se_puede_leer_se_explica(
    tmp_path: Path,
    minuta: Minuta,
    nombre: str,
    hacer: Callable[[], bytes] | None,
    codigo: int,
    frase: str,
) -> None:
    (tmp_path / "carpeta.txt").mkdir()
    archivo = escribir(tmp_path, nombre, hacer()) if hacer else tmp_path / nombre
    resultado = minuta("citas", archivo)
    assert (resultado.returncode, resultado.stdout) == (codigo, "")
    assert resultado.stderr.startswith("error: ")
    assert frase in resultado.stderr
    assert "Traceback" not in resultado.stderr
    assert "falló por dentro" not in resultado.stderr
