import json
from pathlib import Path

import pytest

from generador.caso.arbol import Escalar, Lista, buscar
from generador.caso.lectura import leer_bytes

ESCALARES = [
    linea
    for linea in (Path(__file__).parent / "escalares.txt").read_text("utf-8").splitlines()
    if linea and not linea.startswith("# ")
]


def test_la_tabla_es_amplia() -> None:
    assert len(set(ESCALARES)) == len(ESCALARES) >= 100


@pytest.mark.parametrize("texto", ESCALARES)
def test_sale_como_se_escribio(texto: str) -> None:
    sencillas = texto.replace("'", "''")
    yaml = f"simple: {texto}\nlista:\n  - {texto}\ncomillas: '{sencillas}'\nbloque: |-\n  {texto}\n"
    raiz = leer_bytes(yaml.encode(), "caso.yaml")
    lista = raiz.campos["lista"]
    assert isinstance(lista, Lista)
    nodos = [
        raiz.campos["simple"],
        *lista.elementos,
        raiz.campos["comillas"],
        raiz.campos["bloque"],
    ]
    assert [n.texto for n in nodos if isinstance(n, Escalar)] == [texto] * 4
    assert not any(n.vacio for n in nodos if isinstance(n, Escalar))
    desde_json = leer_bytes(json.dumps({"a": texto}).encode(), "caso.json")
    nodo = buscar(desde_json, ["a"])
    assert isinstance(nodo, Escalar)
    assert nodo.texto == texto


@pytest.mark.parametrize(
    "numero",
    ["0", "-0", "1.50", "0.10", "1e3", "1E+3", "-2.5e-10", "100000000000000000000000001", "true"],
)
def test_los_numeros_de_json_no_cambian(numero: str) -> None:
    nodo = leer_bytes(f'{{"a":{numero}}}'.encode(), "caso.json").campos["a"]
    assert isinstance(nodo, Escalar)
    assert (nodo.texto, nodo.vacio) == (numero, False)


@pytest.mark.parametrize(
    ("yaml", "texto"),
    [
        ("|\n  uno\n  dos\n", "uno\ndos\n"),
        ("|-\n  uno\n  dos\n", "uno\ndos"),
        ("|+\n  uno\n\n", "uno\n\n"),
        (">\n  uno\n  dos\n\n  tres\n", "uno dos\ntres\n"),
        (">-\n  uno\n  dos\n", "uno dos"),
        ("|\n  uno: # 2 no es comentario\n  \tdos\n", "uno: # 2 no es comentario\n\tdos\n"),
        ("uno\n  dos\n", "uno dos"),
        ('"uno\\ttab \\u00e1 \\U0001F600 \\uD83D\\uDE00"', "uno\ttab á 😀 😀"),
        ("''", ""),
        ('""', ""),
        ("a\x85b\u2028c\u2029d", "a\x85b\u2028c\u2029d"),
        ("|-\n  a\x85b\u2028c\n", "a\x85b\u2028c"),
        ("'10' # 20 es comentario", "10"),
        ("10 # comentario", "10"),
        ("05615   # Rionegro (Antioquia), código DIVIPOLA", "05615"),
        ("10 #comentario", "10"),
        ("10 # el 2 de julio", "10"),
        ('"Calle 1 # 2-3" # 4 cuadras', "Calle 1 # 2-3"),
        ("|-\n  Calle 1 # 2-3", "Calle 1 # 2-3"),
        ("http://a.co/#2", "http://a.co/#2"),
    ],
)
def test_formas_de_escribir_en_yaml(yaml: str, texto: str) -> None:
    nodo = leer_bytes(f"a: {yaml}".encode(), "caso.yaml").campos["a"]
    assert isinstance(nodo, Escalar)
    assert (nodo.texto, nodo.vacio) == (texto, False)
