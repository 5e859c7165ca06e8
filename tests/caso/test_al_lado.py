"""Los textos que van en un .md al lado del caso: se traen con su lugar, o se dice por qué no."""

from __future__ import annotations

from pathlib import Path

import pytest

from generador.caso.al_lado import FIGURAS, leer_al_lado, traer
from generador.caso.arbol import Escalar, Lista, Mapa, TextoCrudo, crudo
from generador.caso.lectura import leer_bytes
from generador.errores import CasoRechazado
from generador.hallazgos import Lugar


def caso(texto: str) -> Mapa:
    return leer_bytes(texto.encode(), "caso.yaml")


def test_el_texto_de_al_lado_queda_en_su_sitio_con_su_lugar(tmp_path: Path) -> None:
    (tmp_path / "textos").mkdir()
    (tmp_path / "textos" / "uno.md").write_text("Hola.\n\nMundo.", encoding="utf-8")
    raiz, leidos, hallazgos = traer(
        caso("a:\n  b:\n    - archivo: textos/uno.md\n    - suelto\nc: igual\n"), tmp_path
    )
    assert hallazgos == []
    assert leidos == {"textos/uno.md": b"Hola.\n\nMundo."}
    a = raiz.campos["a"]
    assert isinstance(a, Mapa)
    lista = a.campos["b"]
    assert isinstance(lista, Lista)
    traido = lista.elementos[0]
    assert isinstance(traido, Escalar)
    inicio = Lugar(str(tmp_path / "textos/uno.md"), 1, 1)
    assert (traido.lugar, traido.cuerpo, traido.ruta) == (inicio, inicio, "a.b[1]")
    assert crudo(raiz) == {"a": {"b": ["Hola.\n\nMundo.", "suelto"]}, "c": "igual"}


@pytest.mark.parametrize(
    ("nombre", "codigo"),
    [
        ("uno.txt", "CASO033"),
        ("../uno.md", "CASO034"),
        ("/etc/uno.md", "CASO034"),
        (r"textos\uno.md", "CASO034"),
        ("C:uno.md", "CASO034"),
        ("enlace/uno.md", "CASO034"),
        ("no_esta.md", "CASO035"),
        ("nada/uno.md", "CASO035"),
        ("carpeta.md", "CASO036"),
        ("latino.md", "CASO006"),
    ],
)
def test_lo_que_no_se_puede_traer_se_dice_en_su_linea(
    tmp_path: Path, nombre: str, codigo: str
) -> None:
    junto = tmp_path / "caso"
    (junto / "carpeta.md").mkdir(parents=True)
    (junto / "enlace").symlink_to(tmp_path)
    (junto / "latino.md").write_bytes("Año".encode("latin-1"))
    (tmp_path / "uno.md").write_text("fuera", encoding="utf-8")
    raiz, leidos, (hallazgo,) = traer(caso(f"otro: 1\na:\n  archivo: '{nombre}'\n"), junto)
    assert (hallazgo.codigo, leidos) == (codigo, {})
    assert hallazgo.linea == (1 if codigo == "CASO006" else 3)
    assert crudo(raiz) == {"otro": "1", "a": f"[falta: {nombre}]"}


def test_el_nombre_parecido_se_sugiere(tmp_path: Path) -> None:
    (tmp_path / "antecedentes.md").write_text("Hola.", encoding="utf-8")
    _, _, (hallazgo,) = traer(caso("a:\n  archivo: antecedente.md\n"), tmp_path)
    assert hallazgo.remedio == "¿Quiso decir «antecedentes.md»?"


def test_un_caracter_imposible_se_dice_en_el_md(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Uno\nDo\x01s", encoding="utf-8")
    raiz, _, (hallazgo,) = traer(caso("a:\n  archivo: a.md\n"), tmp_path)
    assert (hallazgo.codigo, hallazgo.linea, hallazgo.columna) == ("CASO007", 2, 3)
    assert crudo(raiz) == {"a": "Uno\nDo\ufffds"}


def test_un_archivo_vacio_es_un_dato_que_falta(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(" \n", encoding="utf-8")
    raiz, _, _ = traer(caso("a:\n  archivo: a.md\n"), tmp_path)
    assert crudo(raiz) == {}


@pytest.mark.parametrize("texto", ["a:\n  archivo:\n", "a:\n  archivo: x.md\n  otra: 1\n"])
def test_lo_demas_queda_como_estaba(tmp_path: Path, texto: str) -> None:
    raiz = caso(texto)
    assert traer(raiz, tmp_path) == (raiz, {}, [])


def test_una_figura_no_es_un_texto(tmp_path: Path) -> None:
    lugar = Lugar("a.md", 3, 1)
    with pytest.raises(CasoRechazado) as rechazo:
        leer_al_lado(tmp_path, "a.gif", lugar, "texto", FIGURAS)
    (hallazgo,) = rechazo.value.hallazgos
    assert hallazgo.mensaje == "«a.gif» no termina en .png, .jpg o .jpeg."


@pytest.mark.parametrize(
    ("escrito", "texto", "linea", "columna"),
    [
        ("a: |\n  uno\n  dos\n", "dos", 3, 3),
        ("x: 1\na: |\n\n\n    uno\n      dos\n", "dos", 6, 7),
        ("a: |2-\n     uno\n", "uno", 2, 6),
        ("a: uno dos\n", "dos", 1, 8),
    ],
)
def test_una_posicion_del_texto_da_su_lugar(
    escrito: str, texto: str, linea: int, columna: int
) -> None:
    datos = crudo(caso(escrito))
    assert isinstance(datos, dict)
    valor = datos["a"]
    assert isinstance(valor, TextoCrudo)
    lugar = valor.lugar(valor.index(texto))
    assert lugar == Lugar("caso.yaml", linea, columna)


def test_un_texto_sin_escalar_no_tiene_lugar() -> None:
    assert TextoCrudo("hola").lugar(1) is None


@pytest.mark.parametrize("escrito", ["a: |\n", "a: >\n\n\nb: 1\n", "a: |+\n\n\n"])
def test_un_bloque_sin_nada_es_una_clave_sin_valor(escrito: str) -> None:
    datos = crudo(caso(escrito))
    assert isinstance(datos, dict)
    assert "a" not in datos


def test_en_json_toda_posicion_esta_donde_empieza_la_cadena() -> None:
    datos = crudo(leer_bytes(b'{"a": "uno\\ndos"}', "caso.json"))
    assert isinstance(datos, dict)
    valor = datos["a"]
    assert isinstance(valor, TextoCrudo)
    assert valor.lugar(5) == Lugar("caso.json", 1, 7)
