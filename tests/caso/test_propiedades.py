import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generador.caso.arbol import Escalar, Mapa, crudo
from generador.caso.fuente import ILEGAL
from generador.caso.lectura import leer_bytes
from generador.errores import CasoRechazado

# Todo lo que XML 1.0 admite, con las letras que más confunden a YAML y a JSON.
LEGAL = st.text(
    st.one_of(
        st.sampled_from(
            " \t\n\r:#'\"\\-?,[]{}&*!|>%@`~<é\x7f\x85\x96\xa0\u2028\u2029\ufeff\ufffd😀"
        ),
        st.characters(exclude_categories=["Cs"]).filter(lambda c: not ILEGAL.match(c)),
    )
)
# YAML normaliza el retorno de carro y no imprime los controles: esos van escapados.
CRUDO = LEGAL.filter(lambda t: not any(c == "\r" or "\x7f" <= c <= "\x84" for c in t)).filter(
    lambda t: not any("\x86" <= c <= "\x9f" for c in t)
)
RUIDO = st.text(
    st.sampled_from("ab: \n\t-#'\"[]{},&*!|>%@`\\?x1~<.=\r\x85\u2028\ufeffé0U\x00\x01"), max_size=60
)
COMUN = settings(derandomize=True, deadline=None, max_examples=300)


def _valor(datos: str, nombre: str) -> str:
    nodo = leer_bytes(datos.encode(), nombre).campos["a"]
    assert isinstance(nodo, Escalar)
    assert not nodo.vacio
    return nodo.texto


def _escapar(texto: str) -> str:
    return "".join(
        c if c.isalnum() or c == " " else f"\\x{ord(c):02x}" if c < "\xff" else f"\\U{ord(c):08x}"
        for c in texto
    )


@COMUN
@given(LEGAL)
@example("\U0010fffd\u2028")
def test_entre_comillas_dobles_vuelve_identico(texto: str) -> None:
    assert _valor(f'a: "{_escapar(texto)}"', "caso.yaml") == texto


@COMUN
@given(CRUDO)
@example("\u2028 \u2029 \x85")
def test_entre_comillas_sencillas_vuelve_identico(texto: str) -> None:
    # Un salto dentro de comillas se vuelve espacio (YAML 1.2, 7.3.2): no se escribe así.
    una_linea = texto.replace("\n", " ")
    escrito = una_linea.replace("'", "''")
    assert _valor(f"a: '{escrito}'", "caso.yaml") == una_linea


@COMUN
@given(CRUDO)
@example("\n\n x \n\n")
@example("# x\n---\n")
def test_en_bloque_vuelve_identico(texto: str) -> None:
    bloque = "\n".join(f"  {linea}" for linea in f".{texto}.".split("\n"))
    assert _valor(f"a: |-2\n{bloque}\nb: 1", "caso.yaml") == f".{texto}."


@COMUN
@given(LEGAL, st.booleans())
def test_en_json_vuelve_identico(texto: str, escapado: bool) -> None:  # noqa: FBT001 - lo da Hypothesis
    escrito = json.dumps({"a": texto}, ensure_ascii=escapado, indent="\t")
    assert _valor(escrito, "caso.json") == texto


@COMUN
@given(
    st.recursive(
        LEGAL,
        lambda hijos: st.lists(hijos) | st.dictionaries(LEGAL.filter(bool), hijos),
        max_leaves=12,
    )
)
def test_un_json_cualquiera_vuelve_entero(valor: object) -> None:
    assert crudo(leer_bytes(json.dumps({"a": valor}).encode(), "caso.json")) == {"a": valor}


@COMUN
@given(st.binary(max_size=200) | RUIDO.map(str.encode), st.sampled_from(["c.yaml", "c.json"]))
def test_bytes_cualesquiera_dan_un_mapa_o_un_rechazo_explicado(datos: bytes, nombre: str) -> None:
    resultado: Mapa | CasoRechazado
    try:
        resultado = leer_bytes(datos, nombre)
    except CasoRechazado as rechazado:
        resultado = rechazado
    if isinstance(resultado, CasoRechazado):
        assert resultado.hallazgos
        assert all(h.linea and h.columna and h.remedio for h in resultado.hallazgos)
    else:
        assert isinstance(resultado, Mapa)
