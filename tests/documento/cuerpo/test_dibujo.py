"""Cada bloque, con su estilo y lo que Word necesita de él."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from generador.documento import bloques as viejos
from generador.documento.lectura import parrafos
from generador.documento.ooxml import WP, W
from generador.documento.paquete import leer_paquete
from generador.documento.relaciones import relaciones
from generador.errores import DatoInvalido, ErrorDePlantilla
from generador.marcado import bloques as b
from generador.plantilla.componer import componer
from tests.documento.cuerpo.taller import estilos_de, hacer, p, plantilla, raiz
from tests.plantilla.fabrica import png
from tests.plantilla.taller import METADATOS

D = b.ClaseDeLista.DECIMAL
T = (b.Texto("Título"),)
CUADRO = b.Tabla((b.Columna(), b.Columna()), ((p("A"),), (p("B"),)), (((p("1"),), ()),))
FOTO = {"f.png": png(80, 40).getvalue()}


def dice(*bloques: Any, **opciones: Any) -> list[str]:
    return parrafos(hacer(*bloques, **opciones))


@pytest.mark.parametrize(
    ("bloque", "estilos"),
    [
        (p("a"), ["Cuerpo"]),
        (b.Encabezado(4, T), ["Heading4"]),
        (b.CitaTextual((p("a"), b.Encabezado(2, T))), ["Citatextual", "Heading2"]),
        (b.Lista(D, ((p("a"), p("b")),)), ["Lista", "Lista"]),
        (CUADRO, ["Encabezadodecuadro"] * 2 + ["Cuadro"] * 3),
        (replace(CUADRO, filas=(), titulo=T), ["Titulodecuadro", "Encabezadodecuadro"]),
        (b.Figura("f.png", "x", T), ["Figura", "Titulodefigura"]),
        (b.Figura("f.png", "x"), ["Figura"]),
        (b.Ecuacion("x"), ["Ecuacion"]),
        (b.Articulo("1", (p("a"), p("b"))), ["Articulo", "Cuerpo"]),
        (b.Articulo("1", (b.Paragrafo("", (p("a"),)),)), ["Articulo", "Paragrafo"]),
        (b.SaltoDePagina(), ["Cuerpo"]),
        (viejos.Parrafo((viejos.Fragmento("a"),), "Articulo"), ["Articulo"]),
    ],
)
def test_cada_bloque_lleva_los_estilos_de_la_plantilla(bloque: Any, estilos: list[str]) -> None:
    assert estilos_de(hacer(bloque, imagenes=FOTO))[: len(estilos)] == estilos


@pytest.mark.parametrize(
    ("bloque", "lineas"),
    [
        (b.Articulo("3", (p("Dice."),), T), ["Artículo 3. Título Dice."]),
        (b.Articulo("3", (p("Dice."),)), ["Artículo 3. Dice."]),
        (b.Articulo("PRIMERO", (), T, rotulo="ART", comilla="“"), ["“ART PRIMERO. Título"]),
        (b.Paragrafo("", (p("Dice."),)), ["Parágrafo. Dice."]),
        (b.Paragrafo("2 transitorio", (p("a"),), transitorio=True), ["Parágrafo 2 transitorio. a"]),
        (b.Figura("f.png", "x", T), ["", "Figura 1. Título"]),
        (replace(CUADRO, titulo=T), ["Cuadro 1. Título", "A", "B", "1", "", ""]),
        (replace(CUADRO, etiqueta="c"), ["Cuadro 1", "A", "B", "1", "", ""]),
        (b.Ecuacion("x", "e"), ["\tx\t(1)"]),
        (p("a", b.SaltoDeLinea(), "b\tc & <d>"), ["a\nb\tc & <d>"]),
    ],
)  # fmt: skip
def test_lo_que_se_lee(bloque: Any, lineas: list[str]) -> None:
    assert dice(bloque, imagenes=FOTO) == lineas


@pytest.mark.parametrize(
    ("textos", "leidos"),
    [
        (("“a", "b", "c”"), ["“a", "”b", "”c”"]),
        (("«a", "b»"), ["«a", "»b»"]),
        (("“a”", "b"), ["“a”", "b"]),
        (("a “b", "c”"), ["a “b", "”c”"]),
        (("“a", "“b”", "c”"), ["“a", "“b”", "”c”"]),
        (("“a", "”b”"), ["“a", "”b”"]),
        (("a", "b"), ["a", "b"]),
    ],
)
def test_comillas_de_seguir(textos: tuple[str, ...], leidos: list[str]) -> None:
    assert dice(b.CitaTextual(tuple(map(p, textos)))) == leidos


def test_la_cita_que_empieza_por_un_articulo_lleva_una_sola_comilla() -> None:
    cita = b.CitaTextual((b.Articulo("8", (p("a"), p("b”")), comilla="“"),))
    assert dice(cita) == ["“Artículo 8. a", "b”"]


def test_lo_de_dentro_de_la_cita_entra_lo_mismo_que_ella() -> None:
    arbol = raiz(hacer(b.CitaTextual((p("a"), b.Lista(D, ((p("b"),),)), CUADRO, p("c")))))
    entra = [s.get(W + "left") for s in arbol.iter(W + "ind")]
    assert entra == ["1077", "567"]  # la lista y el aire del cuadro; los párrafos, por su estilo
    assert [s.get(W + "right") for s in arbol.iter(W + "ind")] == ["567", "567"]
    assert next(arbol.iter(W + "tblInd")).get(W + "w") == "567"
    assert next(arbol.iter(W + "tblW")).get(W + "w") == str(8640 - 2 * 567)


def test_cada_lista_reinicia_con_su_numero() -> None:
    otra = b.Lista(b.ClaseDeLista.ROMANO, ((p("c"),),), 5, b.FormaDeMarca.DOS_PARENTESIS)
    docx = hacer(b.Lista(D, ((p("a"), otra),)), b.Lista(D, ((p("b"),),), 3), p("x"), otra)
    usados = [n.get(W + "val") for n in raiz(docx).iter(W + "numId")]
    niveles = [n.get(W + "val") for n in raiz(docx).iter(W + "ilvl")]
    assert len(set(usados)) == 4
    assert niveles == ["0", "1", "0", "0"]
    listas = {n.get(W + "numId"): n for n in raiz(docx, "numbering").findall(W + "num")}
    inicios = [next(listas[u].iter(W + "startOverride")).get(W + "val") for u in usados]
    assert inicios == ["1", "5", "3", "5"]
    moldes = {u: listas[u].find(W + "abstractNumId").get(W + "val") for u in usados}
    assert moldes[usados[0]] == moldes[usados[2]] != moldes[usados[1]] == moldes[usados[3]]


@pytest.mark.parametrize(
    ("clase", "forma", "formato", "marca"),
    [
        (b.ClaseDeLista.DECIMAL, b.FormaDeMarca.PUNTO, "decimal", "%1."),
        (b.ClaseDeLista.DECIMAL, b.FormaDeMarca.PARENTESIS, "decimal", "%1)"),
        (b.ClaseDeLista.LETRA, b.FormaDeMarca.PARENTESIS, "lowerLetter", "%1)"),
        (b.ClaseDeLista.LETRA_MAYUSCULA, b.FormaDeMarca.PUNTO, "upperLetter", "%1."),
        (b.ClaseDeLista.ROMANO, b.FormaDeMarca.DOS_PARENTESIS, "lowerRoman", "(%1)"),
        (b.ClaseDeLista.ROMANO_MAYUSCULA, b.FormaDeMarca.PUNTO, "upperRoman", "%1."),
        (b.ClaseDeLista.VINETA, b.FormaDeMarca.PARENTESIS, "bullet", "•"),
    ],
)
def test_formatos_de_lista(
    clase: b.ClaseDeLista, forma: b.FormaDeMarca, formato: str, marca: str
) -> None:
    numeracion = raiz(hacer(b.Lista(clase, ((p("a"),),), forma=forma)), "numbering")
    nivel = numeracion.findall(W + "abstractNum")[-1].find(W + "lvl")
    assert nivel.find(W + "numFmt").get(W + "val") == formato
    assert nivel.find(W + "lvlText").get(W + "val") == marca


def test_sin_listas_la_numeracion_de_la_plantilla_no_se_toca() -> None:
    sin_nada = leer_paquete(plantilla())["word/numbering.xml"]
    assert leer_paquete(hacer(p("a")))["word/numbering.xml"] == sin_nada


def test_el_cuadro_repite_encabezado_y_no_parte_filas() -> None:
    arbol = raiz(hacer(replace(CUADRO, totales=(((p("T"),), (p("9"),)),), titulo=T)))
    filas = list(arbol.iter(W + "tr"))
    assert [f.find(f"{W}trPr/{W}tblHeader") is not None for f in filas] == [True, False, False]
    assert all(f.find(f"{W}trPr/{W}cantSplit") is not None for f in filas)
    assert next(arbol.iter(W + "tblCaption")).get(W + "val") == "Título"
    assert next(arbol.iter(W + "tblDescription")).get(W + "val") == "Columnas: A; B."
    anchos = [int(c.get(W + "w")) for c in arbol.iter(W + "gridCol")]
    assert sum(anchos) == 8640


def test_la_alineacion_es_la_de_la_columna() -> None:
    columnas = (b.Columna(1, b.Alineacion.DERECHA), b.Columna(3, b.Alineacion.CENTRO))
    arbol = raiz(hacer(replace(CUADRO, columnas=columnas)))
    assert [j.get(W + "val") for j in arbol.iter(W + "jc")] == ["right", "center"] * 2


def test_la_imagen_guarda_su_proporcion_y_va_una_vez() -> None:
    docx = hacer(b.Figura("f.png", 'un "dibujo"', T, 50), b.Figura("f.png", "otro"), imagenes=FOTO)
    arbol = raiz(docx)
    medidas = [(int(e.get("cx")), int(e.get("cy"))) for e in arbol.iter(WP + "extent")]
    assert medidas[0] == (8640 * 635 // 2, 8640 * 635 // 4)
    datos = list(arbol.iter(WP + "docPr"))
    assert [d.get("descr") for d in datos] == ['un "dibujo"', "otro"]
    assert [d.get("id") for d in datos] == ["1", "2"]
    assert sum(n.startswith("word/media/minuta") for n in leer_paquete(docx)) == 1


def test_la_imagen_mas_alta_que_la_pagina_cabe_en_ella() -> None:
    docx = hacer(b.Figura("f.png", "x"), imagenes={"f.png": png(10, 400).getvalue()})
    medida = next(raiz(docx).iter(WP + "extent"))
    alto = 15840 - 2 * 1440
    assert int(medida.get("cy")) == int(alto * 0.85) * 635
    assert int(medida.get("cx")) == pytest.approx(int(medida.get("cy")) / 40, rel=1e-3)


def test_cada_parte_guarda_sus_vinculos() -> None:
    enlace = b.Enlace("https://a.example/?x=1&y=2", (b.Texto("a"),))
    docx = hacer(p(enlace, b.LlamadaDeNota(b.Nota((p(enlace, "b"),))), enlace))
    partes = leer_paquete(docx)
    for parte, cuantos in (("word/document.xml", 2), ("word/footnotes.xml", 1)):
        hallados = {
            r.identificador: r.destino for r in relaciones(partes, parte) if r.tipo == "hyperlink"
        }
        assert list(hallados.values()) == ["https://a.example/?x=1&y=2"]
        assert partes[parte].count(f'r:id="{next(iter(hallados))}"'.encode()) == cuantos


TAPADO = b.Lista(D, ((p("a"),),))
for _ in range(9):
    TAPADO = b.Lista(D, ((p("a"), TAPADO),))


@pytest.mark.parametrize(
    ("bloque", "mensaje"),
    [
        (b.Figura("no.png", "x", linea=4), r"Línea 4: No está la imagen «no\.png»"),
        (b.Figura("f.pnj", "x"), "¿Quiso decir «f.png»"),
        (b.Figura("mala.png", "x", linea=2), r"Línea 2: «mala\.png» no es una imagen PNG ni JPEG"),
        (b.Ecuacion(r"\raro{x}", linea=9), r"Línea 9: La ecuación .* no existe «\\raro»"),
        (p(b.EcuacionEnLinea(r"\frac{a}", 3)), "Línea 3: La ecuación"),
        (p("a\x07"), "carácter que Word no admite"),
        (TAPADO, "dentro de otras 9"),
        (
            p(b.LlamadaDeNota(b.Nota((p(b.LlamadaDeNota(b.Nota((p("x"),), linea=5))),)))),
            "Línea 5: Una nota al pie llama a otra",
        ),
        (replace(CUADRO, filas=(((),),), linea=6), "línea 6 no tiene filas parejas"),
    ],
)
def test_lo_que_no_se_puede_dibujar_se_explica(bloque: Any, mensaje: str) -> None:
    with pytest.raises(DatoInvalido, match=mensaje):
        hacer(bloque, imagenes=FOTO | {"mala.png": b"\x89PNG\r\n\x1a\nroto"})


def test_un_articulo_sin_numerar_es_un_error_del_programa() -> None:
    with pytest.raises(ValueError, match="ya numerados"):
        hacer(b.Articulo(None, ()))


@pytest.mark.parametrize(
    ("sin", "bloque"),
    [
        ("Articulo", b.Articulo("1", ())),
        ("Cita textual", b.CitaTextual((p("a"),))),
        ("Heading 3", b.Encabezado(3, T)),
        ("Hyperlink", p(b.Enlace("https://a.example", T))),
        ("Cuadro Minuta", CUADRO),
    ],
)
def test_el_estilo_que_falta_se_nombra(sin: str, bloque: Any) -> None:
    with pytest.raises(ErrorDePlantilla, match=f"no tiene el estilo .* «{sin}»"):
        componer(plantilla(sin=sin), {}, {"texto": [bloque]}, metadatos=METADATOS)


def test_el_estilo_que_no_se_usa_no_hace_falta() -> None:
    docx = componer(plantilla(sin="Articulo"), {}, {"texto": [p("a")]}, metadatos=METADATOS)
    assert parrafos(docx) == ["a"]


def test_mismos_bloques_mismos_bytes() -> None:
    bloques = (CUADRO, b.Figura("f.png", "x", T), b.Lista(D, ((p("a"),),)))
    assert hacer(*bloques, imagenes=FOTO) == hacer(*bloques, imagenes=FOTO)


def test_el_documento_sin_bloques_del_marcado_no_cambia_de_partes() -> None:
    antes = leer_paquete(plantilla())
    despues = leer_paquete(hacer(p("a")))
    assert {n for n in despues if antes.get(n) != despues[n]} == {
        "docProps/core.xml",
        "word/document.xml",
        "word/styles.xml",
    }


def test_lo_que_falta_sale_resaltado() -> None:
    falta = "[falta: vigencia.normas[1].norma]"
    resaltadas = raiz(hacer(p(f"Según {falta} y [falta: b], [falta:c]."))).iter(W + "highlight")
    corridas = [r.getparent().getparent() for r in resaltadas]
    assert ["".join(c.itertext()) for c in corridas] == [falta, "[falta: b]"]


@pytest.mark.parametrize(
    ("cierre", "linea"), [(".-", "Artículo 5°.- Dice."), (":", "Artículo 5°: Dice.")]
)
def test_el_cierre_transcrito_se_conserva(cierre: str, linea: str) -> None:
    assert dice(b.Articulo("5°", (p("Dice."),), cierre=cierre)) == [linea]


def test_el_ultimo_articulo_va_con_lo_que_sigue() -> None:
    documento = raiz(
        hacer(b.Articulo("1", (p("a"),)), b.Articulo("2", (), T, con_lo_que_sigue=True))
    )
    juntos = [
        parrafo
        for parrafo in documento.iter(W + "p")
        if parrafo.find(f"{W}pPr/{W}keepNext") is not None
    ]
    assert ["".join(parrafo.itertext()) for parrafo in juntos] == ["Artículo 2. Título"]


def test_lo_que_redacta_decide_si_se_separa_y_si_sigue_la_comilla() -> None:
    junto = replace(p("a:"), con_lo_que_sigue=True)
    arbol = raiz(hacer(junto, b.Lista(D, ((junto, p("b")),)), p("c")))
    unidos = [e.find(f"{W}pPr/{W}keepNext") is not None for e in arbol.iter(f"{W}p")]
    assert unidos[:4] == [True, True, False, False]
    cita = b.CitaTextual((p("“uno"), p("dos”")))
    assert dice(cita)[:2] == ["“uno", "”dos”"]
    assert dice(replace(cita, de_seguir=False))[:2] == ["“uno", "dos”"]
