"""Dónde queda cada error, cómo se dice, y la lectura de varias partes de un documento."""

from __future__ import annotations

import pytest

from generador.hallazgos import Gravedad
from generador.marcado.bloques import CitaTextual, Lista, LlamadaDeNota, Nota, Parrafo, Texto
from generador.marcado.contexto import Fuente
from generador.marcado.en_linea import texto_de
from generador.marcado.invisibles import NOMBRES
from generador.marcado.lectura import marcar, marcar_juntas


def test_el_error_dice_donde_esta_y_como_se_arregla() -> None:
    texto = "Uno.\n\n> - dos [^x] tres"
    (hallazgo,) = marcar(texto, archivo="memoria.md").hallazgos
    assert hallazgo.gravedad is Gravedad.ERROR
    assert (hallazgo.archivo, hallazgo.linea, hallazgo.columna) == ("memoria.md", 3, 9)
    assert "[^x]: texto de la nota" in hallazgo.remedio


def test_el_texto_de_un_caso_cuenta_desde_su_lugar() -> None:
    fuente = Fuente("Uno.\n**dos", "caso.yaml", 10, 5, ruta="antecedentes")
    (hallazgo,) = marcar_juntas([fuente])[0].hallazgos
    assert (hallazgo.linea, hallazgo.columna, hallazgo.ruta) == (11, 5, "antecedentes")
    assert (
        marcar("a\n**b", archivo="c.yaml", linea_base=10, columna_base=5).hallazgos[0].linea == 11
    )


def test_todos_los_errores_salen_de_una_vez_y_en_orden() -> None:
    leido = marcar("**a\n\n<b>\n\n[^1]\n\n{ref: x}", archivo="a.md")
    assert [h.linea for h in leido.hallazgos] == [1, 3, 5, 7]


def test_cada_bloque_sabe_su_linea() -> None:
    leido = marcar("# T\n\nUno[^1].\n\n> dos\n>\n> 1. tres\n\n[^1]: nota", archivo="a.md")
    titulo, parrafo, cita = leido.bloques
    assert isinstance(parrafo, Parrafo)
    assert isinstance(cita, CitaTextual)
    (dos, lista) = cita.bloques
    assert isinstance(lista, Lista)
    (_, llamada, _) = parrafo.contenido
    assert isinstance(llamada, LlamadaDeNota)
    lineas = [b.linea for b in (titulo, parrafo, cita, dos, lista, llamada.nota)]
    assert lineas == [1, 3, 5, 5, 7, 9]
    assert llamada.nota == Nota((Parrafo((Texto("nota"),)),), etiqueta="1")


def test_una_parte_puede_remitir_a_otra() -> None:
    uno = Fuente("Ver {ref: copias} y {página: nada}.", "uno.md")
    dos = Fuente("Artículo {copias}. **Copias.** Envíese.", "dos.md")
    leido, otro = marcar_juntas([uno, dos])
    assert [h.mensaje for h in leido.hallazgos] == ["No hay ninguna etiqueta «nada»."]
    assert otro.hallazgos == ()
    assert otro.etiquetas == {"copias": 1}


def test_dos_partes_no_usan_la_misma_etiqueta() -> None:
    partes = [Fuente("# Uno {a}", "uno.md"), Fuente("\n# Dos {a}", "dos.md")]
    leido, otro = marcar_juntas(partes)
    assert leido.hallazgos == ()
    assert (
        otro.hallazgos[0]
        .como_texto()
        .startswith("error: dos.md:2:1: La etiqueta «a» ya se usó en uno.md, línea 1.")
    )


def test_la_etiqueta_mal_tecleada_se_adivina() -> None:
    (hallazgo,) = marcar("# Copias {copias}\n\n{ref: copia}", archivo="a.md").hallazgos
    assert hallazgo.remedio.startswith("¿Quiso decir «copias»?")


@pytest.mark.parametrize("caracter", ["\x00", "\x0b", "\ud800", "\uffff", *NOMBRES])
def test_un_caracter_que_no_se_ve_es_un_error(caracter: str) -> None:
    (hallazgo,) = marcar(f"Uno\ndos{caracter}tres", archivo="a.md").hallazgos
    assert (hallazgo.codigo, hallazgo.linea, hallazgo.columna) == ("MAR009", 2, 4)
    assert f"U+{ord(caracter):04X}" in hallazgo.mensaje


def test_una_tabla_pegada_de_word_no_se_funde() -> None:
    (hallazgo, _) = marcar("Concepto\tValor\nIngresos\t100", archivo="a.md").hallazgos
    assert "tabulación" in hallazgo.mensaje


def test_una_lista_pegada_de_word_se_lee() -> None:
    leido = marcar("1.\tUno\n2.\tDos", archivo="a.md")
    assert leido.hallazgos == ()
    assert isinstance(leido.bloques[0], Lista)


def test_los_cambios_de_linea_de_windows_valen_igual() -> None:
    texto = "# Uno\r\n\r\n- a\r\n- b\r\n"
    assert marcar(texto, archivo="a.md") == marcar(texto.replace("\r\n", "\n"), archivo="a.md")


@pytest.mark.parametrize("marca", ["> ", ">", "- "])
def test_lo_que_se_anida_de_mas_es_un_error_y_se_ve(marca: str) -> None:
    leido = marcar(marca * 40 + "texto", archivo="a.md")
    assert [h.codigo for h in leido.hallazgos] == ["MAR009"]


def test_texto_de_no_cuenta_notas_ni_ecuaciones() -> None:
    (parrafo,) = marcar(r"Uno^[nota] [dos](https://a.co)\(x\)", archivo="a.md").bloques
    assert isinstance(parrafo, Parrafo)
    assert texto_de(parrafo.contenido) == "Uno dos"
