"""`minuta nuevo concepto --consulta`: la consulta, letra por letra, y lo que de ella se sabe."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.caso.arbol import Escalar, Lista, Mapa, crudo
from generador.caso.lectura import leer_bytes
from generador.consulta import Consulta, Pregunta, leer_consulta, puestos
from generador.empezar import caso_nuevo
from generador.errores import ErrorDeDocumento, UsoIncorrecto
from generador.marcado.transcripcion import transcribir
from generador.modelo.concepto import CasoConcepto
from generador.modelo.validacion import validar
from tests.conftest import Minuta
from tests.marcado.test_transcripcion import leido
from tests.modelo.como_editor import como_editor

CONSULTA = """\
Asunto: petición # 3: "urgente" & <otras> «normas» {del sector}

En desarrollo del Decreto 2474 de 2008 y de los artículos 5 y 11 de la Ley 1150 de 2007:

1. ¿Cómo se calcula el 'puntaje' del\tproponente?
2. ¿Puede la entidad exigir que el bien sea nacional, según el artículo 5 de la misma
ley 1150 de 2007?

¿Cómo se calcula el 'puntaje' del proponente?
"""


@pytest.fixture
def archivo(tmp_path: Path) -> Path:
    ruta = tmp_path / "consulta.txt"
    ruta.write_text(CONSULTA, encoding="utf-8")
    return ruta


def peticion(caso: str) -> str:
    raiz = leer_bytes(caso.encode(), "caso.yaml")
    escalar = raiz.campos["peticion"]
    assert isinstance(escalar, Escalar)
    return escalar.texto


def test_la_peticion_es_la_consulta(archivo: Path) -> None:
    escrita = peticion(caso_nuevo("concepto", leer_consulta(archivo)))
    assert leido(escrita) == [
        'Asunto: petición # 3: "urgente" & <otras> «normas» {del sector}',
        "En desarrollo del Decreto 2474 de 2008 y de los artículos 5 y 11 de la Ley 1150 de 2007:",
        "1. ¿Cómo se calcula el 'puntaje' del proponente?/2. ¿Puede la entidad exigir que el bien "
        "sea nacional, según el artículo 5 de la misma ley 1150 de 2007?",
        "¿Cómo se calcula el 'puntaje' del proponente?",
    ]


def test_lo_lee_igual_cualquier_lector_de_yaml(archivo: Path) -> None:
    caso = caso_nuevo("concepto", leer_consulta(archivo))
    otro = como_editor(caso)
    assert isinstance(otro, dict)
    assert otro["peticion"] == peticion(caso)
    assert [p["pregunta"] for p in otro["problemas"]] == [
        "¿Cómo se calcula el 'puntaje' del proponente?",
        "¿Puede la entidad exigir que el bien sea nacional, según el artículo 5 de la misma ley "
        "1150 de 2007?",
    ]
    assert [p["puntos"] for p in otro["problemas"]] == [["1"], ["2"]]


def test_de_la_consulta_y_los_problemas_no_falta_nada(archivo: Path) -> None:
    caso = caso_nuevo("concepto", leer_consulta(archivo))
    hallazgos = validar(leer_bytes(caso.encode(), "caso.yaml"), CasoConcepto).hallazgos
    assert {h.codigo for h in hallazgos} == {"MOD001"}
    assert not [h for h in hallazgos if h.ruta.startswith(("peticion", "problemas"))]


def test_las_normas_van_como_comentario_y_la_que_no_rige_se_senala(archivo: Path) -> None:
    lineas = caso_nuevo("concepto", leer_consulta(archivo)).splitlines()
    assert "# - Ley 1150 de 2007, artículos 5 y 11." in [
        f"{linea.rstrip('.')}." for linea in lineas
    ]
    (derogada,) = [linea for linea in lineas if "NO RIGE" in linea]
    assert derogada.startswith("# - NO RIGE: Decreto 2474 de 2008")


def test_sin_preguntas_ni_normas_los_problemas_quedan_en_blanco() -> None:
    consulta = Consulta("Hola.", (), (), ())
    assert set(puestos(consulta)) == {"peticion"}
    caso = caso_nuevo("concepto", consulta)
    assert "# Minuta no halló ninguna." in caso.splitlines()
    raiz = leer_bytes(caso.encode(), "caso.yaml")
    assert isinstance(raiz, Mapa)
    assert isinstance(raiz.campos["problemas"], Lista)


def test_lo_que_no_se_supo_cual_es_se_dice(tmp_path: Path) -> None:
    archivo = tmp_path / "c.txt"
    archivo.write_text("Según el artículo 5 de la citada ley, pregunto.", encoding="utf-8")
    (norma,) = leer_consulta(archivo).normas
    assert norma.endswith("no se supo a qué norma se refiere.")


def test_la_pregunta_suelta_y_la_norma_que_no_esta_en_el_catalogo(tmp_path: Path) -> None:
    archivo = tmp_path / "c.md"
    archivo.write_text("¿Rige la Ordenanza 9 de 2015\nde Caldas?", encoding="utf-8")
    consulta = leer_consulta(archivo)
    assert consulta.preguntas == (Pregunta("¿Rige la Ordenanza 9 de 2015 de Caldas?"),)
    assert len(consulta.normas) == 1
    assert "NO RIGE" not in consulta.normas[0]
    assert "puntos: [" not in caso_nuevo("concepto", consulta).partition("respuestas:")[0]


def test_de_word_va_el_cuerpo_y_no_el_membrete(tmp_path: Path) -> None:
    documento = Document()
    documento.sections[0].header.paragraphs[0].text = "Membrete"
    documento.add_paragraph("Primero: a & b.")
    documento.add_paragraph("¿Segundo?")
    documento.add_table(1, 2).rows[0].cells[1].text = "Celda"
    documento.save(str(tmp_path / "c.docx"))
    consulta = leer_consulta(tmp_path / "c.docx")
    assert leido(consulta.transcrita) == ["Primero: a & b.", "¿Segundo?", "Celda"]
    assert consulta.preguntas == (Pregunta("¿Segundo?"),)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cs"])
        | st.sampled_from("\n\t #:{}[]'\"&<>|-?!%@`\\"),
        max_size=80,
    ),
    st.text(st.sampled_from("¿?' :#\"\\{}[],&*!|>%@`-ñ"), min_size=1),
)
def test_cualquier_consulta_queda_en_el_caso(texto: str, pregunta: str) -> None:
    transcrita = transcribir(texto)
    caso = caso_nuevo("concepto", Consulta(transcrita or "x", (Pregunta(pregunta, "a"),), (), ()))
    assert peticion(caso).rstrip("\n") == (transcrita or "x")
    datos = crudo(leer_bytes(caso.encode(), "caso.yaml"))
    assert isinstance(datos, dict)
    assert datos["problemas"] == [{"pregunta": pregunta, "puntos": ["a"]}]


@pytest.mark.parametrize(
    ("nombre", "contenido", "clase", "frase"),
    [
        ("vacia.txt", b" \n", ErrorDeDocumento, "está vacío"),
        ("a.pdf", b"%PDF-1.7", UsoIncorrecto, "es un PDF"),
        ("a.odt", b"PK", UsoIncorrecto, "no termina en"),
        ("no.txt", None, UsoIncorrecto, "no existe"),
        ("malo.docx", b"PK\x03\x04", ErrorDeDocumento, "malo.docx"),
    ],
)
def test_lo_que_no_se_puede_leer_se_explica(
    tmp_path: Path, nombre: str, contenido: bytes | None, clase: type[Exception], frase: str
) -> None:
    if contenido is not None:
        (tmp_path / nombre).write_bytes(contenido)
    with pytest.raises(clase, match=frase):
        leer_consulta(tmp_path / nombre)


def test_en_la_terminal(minuta: Minuta, archivo: Path, tmp_path: Path) -> None:
    archivo.write_bytes(CONSULTA.encode("cp1252"))
    caso = tmp_path / "casos" / "c.yaml"
    resultado = minuta("nuevo", "concepto", "--consulta", str(archivo), "-o", str(caso))
    assert resultado.returncode == 0
    assert "aviso: El archivo no está en UTF-8" in resultado.stderr
    assert resultado.stdout.split() == [str(caso), str(caso.with_name("concepto.esquema.json"))]
    assert leido(peticion(caso.read_text(encoding="utf-8")))[0].startswith("Asunto: petición # 3")


def test_solo_el_concepto_responde_una_consulta(
    minuta: Minuta, archivo: Path, tmp_path: Path
) -> None:
    for salida in ((), ("-o", str(tmp_path / "m.yaml"))):
        resultado = minuta("nuevo", "memoria", "--consulta", str(archivo), *salida)
        assert resultado.returncode == 2
        assert "no responde una consulta" in resultado.stderr
    assert not (tmp_path / "m.yaml").exists()
