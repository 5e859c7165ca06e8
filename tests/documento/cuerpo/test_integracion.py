"""El cuerpo en la plantilla: marcadores en celdas, secciones, validador y motores de PDF."""

from __future__ import annotations

import io
import json
import re
import statistics
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT

from generador.documento.cuerpo.lectura import leer_bloques
from generador.documento.ooxml import W
from generador.documento.paquete import escribir_paquete, leer_paquete
from generador.errores import FaltaComponente
from generador.marcado import bloques as b
from generador.pdf.documento import Documento
from generador.pdf.lectura import textos
from generador.pdf.motores import elegir
from generador.pdf.perdidas import perdidas
from generador.plantilla.componer import componer
from tests.conftest import RAIZ
from tests.documento.cuerpo import muestra
from tests.documento.cuerpo.taller import documento_con_estilos, hacer, p, plantilla, raiz
from tests.plantilla.fabrica import png
from tests.plantilla.taller import METADATOS, guardar

VALIDADOR = RAIZ / ".herramientas" / "node_modules" / ".bin" / "ooxml-validator"
LISTA = b.Lista(b.ClaseDeLista.DECIMAL, ((p("a"),),))
ENLACE = b.Enlace("https://otro.example", (b.Texto("v"),))
FIGURA = b.Figura("f.png", "x")
CUADRO = b.Tabla((b.Columna(),), ((p("A"),),), ())


def nota(*bloques: Any) -> b.Parrafo:
    return p("x", b.LlamadaDeNota(b.Nota(bloques)))


def en_celda(*bloques: Any) -> Any:
    documento = documento_con_estilos()
    documento.add_table(1, 1).rows[0].cells[0].text = "[[bloques: texto]]"
    docx = componer(guardar(documento), {}, {"texto": bloques}, metadatos=METADATOS)
    return next(raiz(docx).iter(W + "tc"))


@pytest.mark.parametrize("bloques", [(), (CUADRO,), (p("a"),)])
def test_la_celda_con_el_marcador_acaba_siempre_en_parrafo(bloques: Any) -> None:
    assert en_celda(*bloques)[-1].tag == W + "p"


def test_el_cuadro_mide_lo_que_su_seccion() -> None:
    documento = documento_con_estilos()
    documento.add_paragraph("[[bloques: uno]]")
    seccion = documento.add_section()
    seccion.orientation = WD_ORIENT.LANDSCAPE
    seccion.page_width, seccion.page_height = seccion.page_height, seccion.page_width
    documento.add_paragraph("[[bloques: dos]]")
    docx = componer(guardar(documento), {}, {"uno": [CUADRO], "dos": [CUADRO]}, metadatos=METADATOS)
    assert [t.get(W + "w") for t in raiz(docx).iter(W + "tblW")] == ["8640", "12240"]


def test_un_documento_hecho_aqui_sirve_de_plantilla() -> None:
    """Sus vínculos, citas, listas, notas e imágenes conviven con los nuevos."""
    documento = Document(io.BytesIO(muestra.documento()))
    documento.add_paragraph("[[bloques: texto]]")
    nuevos: list[b.Bloque] = [
        b.Encabezado(1, (b.Texto("Más"),)),
        b.CitaTextual((nota(p(ENLACE), LISTA), LISTA)),
        FIGURA,
    ]
    docx = componer(
        guardar(documento),
        {},
        {"texto": nuevos},
        metadatos=METADATOS,
        imagenes={"f.png": png(9, 9).getvalue()},
    )
    previos = leer_bloques(muestra.documento())
    assert leer_bloques(docx) == (*previos, *nuevos)
    assert len([n for n in leer_paquete(docx) if n.startswith("word/media/minuta")]) == 2
    for etiqueta in ("bookmarkStart", "footnoteReference"):
        ids = [e.get(W + "id") for e in raiz(docx).iter(W + etiqueta)]
        assert len(ids) == len(set(ids))


def test_una_plantilla_sin_listas_las_recibe() -> None:
    partes = leer_paquete(plantilla())
    del partes["word/numbering.xml"]
    for nombre in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        partes[nombre] = re.sub(rb"<[^<>]*numbering[^<>]*/>", b"", partes[nombre])
    docx = componer(escribir_paquete(partes), {}, {"texto": [LISTA]}, metadatos=METADATOS)
    assert leer_bloques(docx) == (LISTA,)


@pytest.mark.skipif(not VALIDADOR.exists(), reason="falta el validador: make validadores")
def test_el_open_xml_sdk_no_le_halla_nada(tmp_path: Path) -> None:
    archivo = tmp_path / "todo.docx"
    archivo.write_bytes(muestra.documento())
    salida = subprocess.run([VALIDADOR, archivo], capture_output=True, text=True, check=False)
    assert json.loads(salida.stdout)["errors"] == []


@pytest.mark.parametrize(
    ("bloques", "perdida"),
    [
        ((b.Ecuacion("x"),), "ecuaciones"),
        ((nota(p("a"), LISTA),), "listas que van en notas"),
        (
            (b.Tabla((b.Columna(),), ((nota(p("a")),),), ()),),
            "notas al pie que se llaman desde un cuadro",
        ),
        (
            (p(b.Remision("x", b.ClaseDeRemision.PAGINA)), b.Articulo("1", (), etiqueta="x")),
            "números de página a los que se remite",
        ),
    ],
)
def test_el_embebido_se_niega_a_lo_que_perderia(bloques: Any, perdida: str) -> None:
    docx = hacer(*bloques)
    assert any(perdida in hallada for hallada in perdidas(docx))
    motor = elegir("embebido")
    assert motor is not None
    with pytest.raises(FaltaComponente, match=perdida):
        motor.convertir([Documento("acto", docx, METADATOS)])


@pytest.mark.parametrize(
    "motor", ["embebido", pytest.param("libreoffice", marks=pytest.mark.libreoffice)]
)
def test_cada_nota_sale_al_pie_de_su_pagina(motor: str) -> None:
    parrafos = [
        p(f"Párrafo {n}. " + "Palabras que ocupan renglones. " * 12,
          b.LlamadaDeNota(b.Nota((p(f"Nota de {n}."), p(f"Sigue la de {n}."))))
        )
        for n in range(20)
    ]  # fmt: skip
    elegido = elegir(motor)
    assert elegido is not None
    (pdf,) = elegido.convertir([Documento("acto", hacer(*parrafos), METADATOS)])
    hojas = textos(pdf)
    assert len(hojas) > 2
    for n in range(20):
        (hoja,) = [h for h in hojas if f"Nota de {n}." in h]
        assert f"Sigue la de {n}." in hoja
        # La llamada va al final de su párrafo, que puede empezar en la hoja anterior.
        assert f"Párrafo {n}. " in hoja or f"Párrafo {n + 1}. " in hoja


@pytest.mark.libreoffice
def test_libreoffice_dibuja_las_ecuaciones_y_calcula_las_paginas() -> None:
    elegido = elegir("libreoffice")
    assert elegido is not None
    (pdf,) = elegido.convertir([Documento("todo", muestra.documento(), METADATOS)])
    texto = "\n".join(textos(pdf))
    assert "¿?" not in texto
    assert "∑" in texto


def test_el_tiempo_crece_como_el_texto() -> None:
    def segundos(parrafos: int) -> float:
        bloques = muestra.largo(parrafos)
        inicio = time.perf_counter()
        hacer(*bloques)
        return time.perf_counter() - inicio

    segundos(100)
    corto, largo = (
        statistics.median(tiempos)
        for tiempos in zip(*((segundos(400), segundos(1600)) for _ in range(5)), strict=True)
    )
    # Cuatro veces más texto; el doble de esa razón ya no sería ruido.
    assert largo < 8 * corto
