from collections.abc import Sequence

import pytest

from generador.caso.arbol import Escalar, Mapa, buscar, crudo, lugar_de, lugar_de_clave
from generador.caso.lectura import leer_bytes

YAML = b"""\
tipo: negacion-plan
usuario:
  nit: 0123
  correo:
requisitos:
  - numero: 1
    evidencia: "si"
  - [a, 'b']
fin: # pendiente
"""
JSON = b"""\
{"tipo": "x",
 "usuario": {"nit": 0.10, "correo": null},
 "requisitos": [{"numero": "1"}, ["a"]]}
"""


def _raiz() -> Mapa:
    return leer_bytes(YAML, "caso.yaml")


@pytest.mark.parametrize(
    ("partes", "ruta"),
    [
        ([], ""),
        (["tipo"], "tipo"),
        (["usuario", "nit"], "usuario.nit"),
        (["requisitos", 0, "evidencia"], "requisitos[1].evidencia"),
        (["requisitos", 1, 1], "requisitos[2][2]"),
    ],
)
def test_buscar_lleva_al_nodo_y_su_ruta_cuenta_desde_uno(
    partes: Sequence[str | int], ruta: str
) -> None:
    nodo = buscar(_raiz(), partes)
    assert nodo is not None
    assert nodo.ruta == ruta


@pytest.mark.parametrize(
    "partes",
    [["no"], ["no", "hay"], ["tipo", "x"], ["requisitos", 2], ["requisitos", -1], ["usuario", 0]],
)
def test_lo_que_no_existe_no_se_encuentra(partes: Sequence[str | int]) -> None:
    assert buscar(_raiz(), partes) is None


@pytest.mark.parametrize(
    ("partes", "lugar"),
    [
        ([], "caso.yaml:1:1"),
        (["tipo"], "caso.yaml:1:7"),
        (["usuario"], "caso.yaml:3:3"),
        (["usuario", "nit"], "caso.yaml:3:8"),
        (["usuario", "correo"], "caso.yaml:4:10"),
        (["usuario", "no_esta"], "caso.yaml:3:3"),
        (["usuario", "nit", "x"], "caso.yaml:3:8"),
        (["requisitos", 0, "evidencia"], "caso.yaml:7:16"),
        (["requisitos", 1], "caso.yaml:8:5"),
        (["requisitos", 1, 1], "caso.yaml:8:9"),
        (["requisitos", 7], "caso.yaml:6:3"),
        (["fin"], "caso.yaml:9:5"),
    ],
)
def test_lugar_del_valor_o_de_su_antepasado(partes: Sequence[str | int], lugar: str) -> None:
    assert str(lugar_de(_raiz(), partes)) == lugar


@pytest.mark.parametrize(
    ("partes", "lugar"),
    [
        (["tipo"], "caso.yaml:1:1"),
        (["usuario", "correo"], "caso.yaml:4:3"),
        (["usuario", "no_esta"], "caso.yaml:3:3"),
        (["requisitos", 1], "caso.yaml:8:5"),
        ([], "caso.yaml:1:1"),
    ],
)
def test_lugar_de_la_clave(partes: Sequence[str | int], lugar: str) -> None:
    assert str(lugar_de_clave(_raiz(), partes)) == lugar


def test_lugares_de_json() -> None:
    raiz = leer_bytes(JSON, "caso.json")
    assert str(lugar_de(raiz, ["usuario", "nit"])) == "caso.json:2:21"
    assert str(lugar_de(raiz, ["usuario", "correo"])) == "caso.json:2:37"
    assert str(lugar_de_clave(raiz, ["requisitos"])) == "caso.json:3:2"
    assert str(lugar_de(raiz, ["requisitos", 1])) == "caso.json:3:34"


def test_crudo_omite_los_campos_vacios_y_solo_tiene_texto() -> None:
    assert crudo(_raiz()) == {
        "tipo": "negacion-plan",
        "usuario": {"nit": "0123"},
        "requisitos": [{"numero": "1", "evidencia": "si"}, ["a", "b"]],
    }
    assert crudo(leer_bytes(JSON, "caso.json")) == {
        "tipo": "x",
        "usuario": {"nit": "0.10"},
        "requisitos": [{"numero": "1"}, ["a"]],
    }


@pytest.mark.parametrize(
    ("escrito", "vacio"),
    [("", [True]), ("''", [False]), ("null", [False]), ("~", [False]), ("[]", [])],
)
def test_vacio_es_la_clave_sin_valor(escrito: str, vacio: list[bool]) -> None:
    nodo = leer_bytes(f"a: {escrito}\nb: 1".encode(), "caso.yml").campos["a"]
    assert [n.vacio for n in (nodo,) if isinstance(n, Escalar)] == vacio


def test_el_arbol_no_se_puede_modificar() -> None:
    campos = {"a": _raiz().campos["tipo"]}
    mapa = Mapa(campos, {}, _raiz().lugar, "")
    campos.clear()
    assert list(mapa.campos) == ["a"]
    with pytest.raises(TypeError):
        mapa.campos["b"] = mapa  # type: ignore[index]  # se prueba que no se deja
