"""Las fuentes en sus notas: completas la primera vez, cortas y con remisión después."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from generador.caso.lectura import leer_bytes
from generador.marcado.bloques import (
    CitaDeFuente,
    LlamadaDeNota,
    Nota,
    Parrafo,
    Recuadro,
    Remision,
    Texto,
)
from generador.marcado.lectura import marcar
from generador.modelo.comunes import Modelo, TextoMarcado
from generador.modelo.comunes import Texto as Llano
from generador.modelo.falta import Falta
from generador.modelo.fuentes import Fuente
from generador.modelo.validacion import validar
from generador.redaccion.fuentes import resolver
from generador.redaccion.fuentes_escritas import Referencia, referencias
from generador.redaccion.recorrido import hallar
from generador.redaccion.textos import leer_textos
from tests.marcado.esquema import bloques as escritos

REFERENCIAS = {
    "a": Referencia((Texto("Corte. Sentencia A"),), (Texto("Sentencia A"),)),
    "b": Referencia((Texto("Corte. Sentencia B"),), (Texto("Sentencia B"),)),
    "libro": Referencia((Texto("AUTORA. Libro. 2004"),), (Texto("Libro"),), None, "p. 5", ". "),
    "guia": Referencia((Texto("Guía", cursiva=True), Texto(" (2)")), (Texto("Guía"),)),
}


def resuelto(*markdown: str) -> list[str]:
    partes = {str(n): marcar(texto, archivo="a.md").bloques for n, texto in enumerate(markdown)}
    hechas = resolver(partes, REFERENCIAS)
    assert list(hechas) == list(partes)
    return [renglon for parte in hechas.values() for renglon in escritos(parte)]


CASOS = [
    # La primera, completa y con punto; las demás, cortas y con la nota.
    (
        "Uno {fuente: a}. Dos{fuente: a, pp. 2-3} y tres.",
        "Uno⁽Corte. Sentencia A.⁾. Dos⁽Sentencia A, ver nota ⟶nota:fuente a, pp. 2-3.⁾ y tres.",
    ),
    ("Uno {fuente: a, f. 4.2}.", "Uno⁽Corte. Sentencia A, f. 4.2.⁾."),
    # Una clave que no está queda a la vista.
    ("Uno{fuente: x}.", "Uno⁽[falta: fuentes.x].⁾."),
    # Las páginas de la obra son las de la mención que no dice las suyas.
    ("Uno{fuente: libro}.", "Uno⁽AUTORA. Libro. 2004. p. 5.⁾."),
    ("Uno{fuente: libro, pp. 7-8}.", "Uno⁽AUTORA. Libro. 2004. pp. 7-8.⁾."),
    (
        "Uno{fuente: libro} dos{fuente: libro}.",
        "Uno⁽AUTORA. Libro. 2004. p. 5.⁾ dos⁽Libro, ver nota ⟶nota:fuente libro, p. 5.⁾.",
    ),
    # Con letra, y sin punto doble si el lugar es una abreviatura.
    ("Uno{fuente: guia, p. 3 y ss.}", "Uno⁽_Guía_ (2), p. 3 y ss.⁾"),
    # Varias seguidas van en una sola nota.
    (
        "Uno {fuente: a}{fuente: b, p. 1} {fuente: a, p. 2} dos{fuente: b}.",
        "Uno⁽Corte. Sentencia A; Corte. Sentencia B, p. 1; Sentencia A, p. 2.⁾ "
        "dos⁽Sentencia B, ver nota ⟶nota:fuente a.⁾.",
    ),
    # Dentro de una nota se escribe ahí mismo, y las siguientes remiten a esa.
    (
        "Uno[^n] dos{fuente: a}.\n\n[^n]: Así {fuente: a}, y otra vez {fuente: a, p. 2}.",
        "Uno⁽Así Corte. Sentencia A, y otra vez Sentencia A, p. 2.⁾ "
        "dos⁽Sentencia A, ver nota ⟶nota:n.⁾.",
    ),
    # La nota sola lleva su punto; la que sigue con punto no lo repite.
    ("Uno^[Ver {fuente: a}] dos.", "Uno⁽Ver Corte. Sentencia A.⁾ dos."),
    ("Uno^[Ver {fuente: a, p. 3 ss.}. Más.]", "Uno⁽Ver Corte. Sentencia A, p. 3 ss. Más.⁾"),
    ("Uno^[{fuente: a} *y* {fuente: b}]", "Uno⁽Corte. Sentencia A _y_ Corte. Sentencia B.⁾"),
    # La de una nota en línea también se puede citar después.
    (
        "Uno^[Ver {fuente: a}.] dos{fuente: a}.",
        "Uno⁽Ver Corte. Sentencia A.⁾ dos⁽Sentencia A, ver nota ⟶nota:fuente a.⁾.",
    ),
    # Manda el orden de las llamadas, no el de las definiciones.
    (
        "[^2]: Dos {fuente: a}.\n\n[^1]: Uno {fuente: a}.\n\nVa[^1] y va[^2].",
        "Va⁽Uno Corte. Sentencia A.⁾ y va⁽Dos Sentencia A, ver nota ⟶nota:1.⁾.",
    ),
    # Al comienzo del párrafo y pegada a otra letra.
    ("{fuente: a} **uno** {fuente: b}", "⁽Corte. Sentencia A.⁾ **uno**⁽Corte. Sentencia B.⁾"),
]  # fmt: skip


@pytest.mark.parametrize(("markdown", "esperado"), CASOS)
def test_mencion(markdown: str, esperado: str) -> None:
    assert resuelto(markdown) == [esperado]


def test_la_primera_mencion_es_la_que_primero_se_lee() -> None:
    tabla = "Tabla. Uno^[Ver {fuente: a}.]\n| x |\n|---|\n| y {fuente: a} |"
    assert resuelto("> cita {fuente: b}", "- uno {fuente: b}\n\n" + tabla) == [
        "cita",
        "    cita⁽Corte. Sentencia B.⁾",
        "lista viñeta. desde 1",
        "  · uno⁽Sentencia B, ver nota ⟶nota:fuente b.⁾",
        "tabla (= normal): Uno⁽Ver Corte. Sentencia A.⁾",
        "  # x",
        "  | y⁽Sentencia A, ver nota ⟶nota:fuente a.⁾",
    ]


def test_entra_en_lo_que_pone_quien_redacta() -> None:
    recuadro: Any = Recuadro((Parrafo((Texto("Sí "), CitaDeFuente("a"))),))
    hechas = resolver({"r": [recuadro]}, REFERENCIAS)
    assert not list(hallar(hechas["r"], CitaDeFuente))
    assert len(list(hallar(hechas["r"], Nota))) == 1


claves = st.sampled_from(["a", "b", "libro", "x"])
citas = st.builds(CitaDeFuente, claves, st.sampled_from(["", "p. 2"]))
corridos = st.lists(
    st.one_of(citas, st.builds(Texto, st.sampled_from([" ", "y", ". "]))), max_size=5
)
notas = st.builds(
    lambda n, dentro: LlamadaDeNota(Nota((Parrafo(tuple(dentro)),), n)),
    st.sampled_from(["", "n"]),
    corridos,
)
parrafos = st.builds(
    lambda a, b, c: Parrafo((*a, *b, *c)), corridos, st.lists(notas, max_size=2), corridos
)


@settings(derandomize=True, deadline=None)
@given(st.lists(parrafos, max_size=4))
def test_toda_cita_queda_en_una_nota_y_toda_remision_lleva_a_una_anterior(
    todos: list[Parrafo],
) -> None:
    (hechos,) = resolver({"": todos}, REFERENCIAS).values()
    assert not list(hallar(hechos, CitaDeFuente))
    vistas: set[str] = set()
    for nota in hallar(hechos, Nota):
        assert not list(hallar(nota.bloques, Nota)), "una nota dentro de otra"
        for remision in hallar(nota.bloques, Remision):
            assert remision.etiqueta in vistas
        vistas.add(nota.etiqueta)
    fuera = [pieza for p in hechos for pieza in p.contenido]
    assert not [pieza for pieza in fuera if isinstance(pieza, Remision)]
    completas = "".join(t.texto for t in hallar(hechos, Texto)).count("Corte. Sentencia A")
    assert completas == (
        1 if any(c.clave == "a" for c in hallar(tuple(todos), CitaDeFuente)) else 0
    )


class Muestra(Modelo):
    """Una muestra."""

    entidad: Llano = Field(description="Entidad.")
    texto: TextoMarcado = Field(description="Texto.")
    otro: TextoMarcado | None = Field(None, description="Otro.")
    fuentes: tuple[Fuente, ...] = Field((), description="Fuentes.")


class SinFuentes(Modelo):
    """Otra muestra."""

    texto: TextoMarcado = Field(description="Texto.")


CABEZA = "entidad: Agencia Inventada – Compra –\n"
FUENTES = """
  - clave: c713
    providencia:
      corporacion: Corte Constitucional
      numero: C-713
      anio: 2008
      ponentes: [Clara Inés Vargas Hernández]
  - clave: manual
    obra: {apellidos: Inventado, nombre: Ana, titulo: Los actos, ciudad: Bogotá,
      editorial: Imaginaria, anio: 1904, paginas: 45-47}
  - clave: c204
    concepto: {numero: C-204, fecha: 2022-04-22}
  - clave: guia
    otra: {completa: "Agencia. *Guía de actos*. 2020.", corta: "*Guía*"}
"""


def leer(escrito: str, modelo: type[Modelo] = Muestra) -> tuple[Any, Any]:
    caso = validar(leer_bytes(escrito.encode(), "caso.yaml"), modelo).caso
    return caso, leer_textos(caso)


def hechas(escrito: str) -> dict[str, Referencia]:
    caso, textos = leer(escrito)
    return referencias(caso.fuentes, caso.entidad, textos)


def test_cada_clase_se_escribe_como_se_cita() -> None:
    texto = "texto: |\n  Va {fuente: c713} y {fuente: manual} y {fuente: c204} y {fuente: guia}.\n"
    caso, textos = leer(CABEZA + texto + "fuentes:" + FUENTES)
    assert textos.hallazgos == ()
    todas = referencias(caso.fuentes, caso.entidad, textos)
    dichas = {
        clave: list(escritos([Parrafo(r.completa), Parrafo(r.corta)])) for clave, r in todas.items()
    }
    assert dichas == {
        "c713": [
            "Corte Constitucional. Sentencia C-713 de 2008. M.P. Clara Inés Vargas Hernández",
            "Sentencia C-713 de 2008",
        ],
        "manual": ["INVENTADO, Ana. Los actos. Bogotá: Imaginaria, 1904", "INVENTADO, Los actos"],
        "c204": [
            "Agencia Inventada – Compra. Concepto C-204 del 22 de abril de 2022",
            "Concepto C-204 de 2022",
        ],
        "guia": ["Agencia. _Guía de actos_. 2020", "_Guía_"],
    }
    assert (todas["manual"].lugar, todas["manual"].antes_del_lugar) == ("pp. 45-47", ". ")
    normas = [r.norma.clave if r.norma else None for r in todas.values()]
    assert normas[0] == "sentencia:c-713:2008"
    assert normas[3] is None


@pytest.mark.parametrize(
    ("fuente", "ruta"),
    [
        (
            "{clave: x, providencia: {numero: C-1, anio: 2008}}",
            "fuentes[1].providencia.corporacion",
        ),
        ("{clave: x, providencia: {corporacion: Corte, anio: 2008}}", "fuentes[1]"),
        ("{clave: x, obra: {titulo: T, anio: 2008}}", "fuentes[1].obra.apellidos"),
        ("{clave: x, concepto: {numero: C-204}}", "fuentes[1].concepto.fecha"),
        ("{clave: x, otra: {corta: Guía}}", "fuentes[1].otra.completa"),
        ("{clave: x}", "fuentes.x"),
    ],
)
def test_en_borrador_lo_que_falta_se_ve(fuente: str, ruta: str) -> None:
    todas = hechas(f"{CABEZA}texto: |\n  Va {{fuente: x}}.\nfuentes: [{fuente}]\n")
    assert todas["x"].completa == (Texto(f"[falta: {ruta}]"),)


def test_la_fuente_sin_clave_no_se_puede_citar() -> None:
    assert hechas(f"{CABEZA}texto: Va.\nfuentes: [{{concepto: {{numero: C-204}}}}]\n") == {}


def test_de_una_clave_repetida_vale_la_primera() -> None:
    dos = "[{clave: x, otra: {completa: A., corta: A}}, {clave: x, otra: {completa: B., corta: B}}]"
    assert hechas(f"{CABEZA}texto: Va.\nfuentes: {dos}\n")["x"].completa == (Texto("A"),)


def dichos(textos: Any) -> list[tuple[str, int | None, int | None, str, str]]:
    return [(h.codigo, h.linea, h.columna, h.ruta, h.remedio) for h in textos.hallazgos]


DEFINALA = "Defínala en «fuentes», con esa clave."
UNA = "fuentes: [{clave: c713, otra: {completa: A., corta: A}}]\n"


@pytest.mark.parametrize(
    ("escrito", "esperado"),
    [
        (
            "texto: |\n  Uno {fuente: c713}.\n\n  Dos {fuente: c71}.\n" + UNA,
            [("FUE001", 5, 7, "texto", f"¿Quiso decir «c713»? {DEFINALA}")],
        ),
        (
            'texto: "Uno {fuente: zzz} y {fuente: c713}."\n' + UNA,
            [("FUE001", 2, 13, "texto", DEFINALA)],
        ),
        (
            "texto: >\n  Uno\n  {fuente: zzz} y {fuente: c713}.\n" + UNA,
            [("FUE001", 2, 8, "texto", DEFINALA)],
        ),
        (
            "texto: Uno.\n" + UNA,
            [("FUE002", None, None, "fuentes[1].clave", "Cítela con {fuente: c713}, o bórrela.")],
        ),
        ("texto: |\n  Uno {fuente: c713}.\n" + UNA, []),
    ],
)  # fmt: skip
def test_lo_que_se_cita_y_lo_que_se_define(escrito: str, esperado: list[Any]) -> None:
    assert dichos(leer(CABEZA + escrito)[1]) == esperado


def test_donde_no_hay_fuentes_no_se_citan() -> None:
    (hallazgo,) = leer("texto: |\n  Uno {fuente: c713}.\n", SinFuentes)[1].hallazgos
    assert (hallazgo.codigo, hallazgo.linea, hallazgo.columna) == ("FUE001", 2, 7)
    assert "no lleva «fuentes»" in hallazgo.mensaje


def test_un_texto_sin_lugar_no_lo_inventa() -> None:
    caso = SinFuentes.model_validate({"texto": "Uno {fuente: x}."})
    (hallazgo,) = leer_textos(caso).hallazgos
    assert (hallazgo.codigo, hallazgo.linea, hallazgo.archivo) == ("FUE001", None, None)


@pytest.mark.parametrize(
    ("otra", "campos"),
    [
        ('{completa: "# A", corta: "A^[b]"}', ["completa", "corta"]),
        ('{completa: "- A", corta: A}', ["completa"]),
        ('{completa: "Ver {fuente: x}", corta: A}', ["completa"]),
        ('{completa: "*A* [b](https://a.co)", corta: A}', []),
        ("{corta: A}", []),
    ],
)
def test_la_referencia_escrita_es_un_parrafo_llano(otra: str, campos: list[str]) -> None:
    _, textos = leer(
        f"{CABEZA}texto: |\n  Va {{fuente: x}}.\nfuentes: [{{clave: x, otra: {otra}}}]\n"
    )
    rutas = [h.ruta for h in textos.hallazgos if h.codigo == "FUE008"]
    assert rutas == [f"fuentes[1].otra.{campo}" for campo in campos]


def test_dos_textos_pueden_tener_una_nota_con_el_mismo_nombre() -> None:
    nota = "  Va[^N] y ver nota {{nota: N}} y {{ref: t}}.\n\n  [^N]: {}.\n\n  # T {{t}}\n"
    uno = nota.format("Una").replace("[^N]", "[^n]").replace("nota: N", "nota: n")
    otro = nota.format("Otra").replace("  # T {t}\n", "")
    caso, textos = leer(f"{CABEZA}texto: |\n{uno}otro: |\n{otro}")
    assert textos.hallazgos == ()
    bloques = (*textos.bloques(caso.texto), *textos.bloques(caso.otro))
    assert [n.etiqueta for n in hallar(bloques, Nota)] == ["n", "N 2"]
    assert [r.etiqueta for r in hallar(bloques, Remision)] == ["n", "t", "N 2", "t"]


def test_la_falta_de_la_entidad_se_propaga() -> None:
    caso, textos = leer(f"{CABEZA}texto: |\n  Va {{fuente: c204}}.\nfuentes:{FUENTES}")
    assert referencias(caso.fuentes, Falta("entidad"), textos)["c204"].completa == (
        Texto("[falta: entidad]"),
    )
