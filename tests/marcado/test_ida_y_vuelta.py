"""Un documento cualquiera, escrito en Markdown y vuelto a leer, es el mismo."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generador.marcado.bloques import (
    Bloque,
    CitaTextual,
    ClaseDeLista,
    Columna,
    EcuacionEnLinea,
    Encabezado,
    Enlace,
    EnLinea,
    FormaDeMarca,
    Lista,
    LlamadaDeNota,
    Nota,
    Parrafo,
    SaltoDeLinea,
    SaltoDePagina,
    Tabla,
    Texto,
)
from generador.marcado.lectura import marcar
from generador.marcado.literal import escapar
from tests.marcado.visible import LETRAS, ROMANOS

palabras = st.text("abcñ á15.,;:()[]{}*_#<>$%&-«»“”|\\^~", min_size=1, max_size=12).map(
    lambda t: f"p{t}p"
)
textos = st.builds(Texto, palabras)
notas = st.builds(Nota, st.tuples(st.builds(Parrafo, st.tuples(textos))))
PARTES: list[st.SearchStrategy[EnLinea]] = [
    palabras.map(lambda t: Texto(t, negrita=True)),
    palabras.map(lambda t: Texto(t, cursiva=True)),
    palabras.map(lambda t: Texto(t, negrita=True, cursiva=True)),
    st.builds(EcuacionEnLinea, st.sampled_from(["x", "P_i", r"\frac{a}{b}"])),
    st.builds(Enlace, st.just("https://a.co/x_y_z"), st.tuples(textos)),
    st.builds(LlamadaDeNota, notas),
]


def entre_textos(partes: list[EnLinea], ultimo: Texto) -> tuple[EnLinea, ...]:
    """Texto corriente entre cada dos: así ninguna negrilla toca a otra."""
    intercaladas = (x for parte in partes for x in (Texto(" y "), parte))
    _, *resto = [*intercaladas, Texto(f" {ultimo.texto}")]
    return _sin_sangria((Texto("que "), *resto)) if partes else (ultimo,)


def _sin_sangria(contenido: tuple[EnLinea, ...]) -> tuple[EnLinea, ...]:
    """Los espacios del comienzo de un renglón no cuentan."""
    return tuple(
        Texto(parte.texto.lstrip())
        if isinstance(parte, Texto) and k and isinstance(contenido[k - 1], SaltoDeLinea)
        else parte
        for k, parte in enumerate(contenido)
    )


de_un_renglon = st.builds(entre_textos, st.lists(st.one_of(PARTES), max_size=4), textos)
contenidos = st.builds(
    entre_textos, st.lists(st.one_of(*PARTES, st.just(SaltoDeLinea())), max_size=4), textos
)
parrafos = st.builds(Parrafo, contenidos)
celdas = st.one_of(st.just(()), st.tuples(st.builds(Parrafo, de_un_renglon)))


@st.composite
def tablas(draw: st.DrawFn) -> Tabla:
    ancho = draw(st.integers(1, 3))
    fila = st.tuples(*[celdas] * ancho)
    filas = draw(st.lists(fila, max_size=3))
    return Tabla((Columna(),) * ancho, draw(fila), tuple(filas))


def separados(todos: list[Bloque]) -> tuple[Bloque, ...]:
    """Un párrafo entre bloques: dos listas seguidas podrían ser la misma."""
    return tuple(x for bloque in todos for x in (Parrafo((Texto("sigue"),)), bloque))


def compuestos(hijos: st.SearchStrategy[Bloque]) -> st.SearchStrategy[Bloque]:
    elemento = st.tuples(parrafos, hijos)
    return st.one_of(
        st.builds(CitaTextual, st.lists(hijos, min_size=1, max_size=3).map(separados)),
        st.builds(
            Lista,
            st.sampled_from([ClaseDeLista.DECIMAL, ClaseDeLista.LETRA, ClaseDeLista.ROMANO]),
            st.lists(elemento, min_size=2, max_size=3).map(tuple),
            st.integers(1, 3),
            st.sampled_from([FormaDeMarca.PARENTESIS, FormaDeMarca.DOS_PARENTESIS]),
        ),
        st.builds(
            Lista,
            st.just(ClaseDeLista.VINETA),
            st.lists(elemento, min_size=1, max_size=3).map(tuple),
        ),
    )


simples = st.one_of(
    parrafos,
    st.builds(Encabezado, st.integers(1, 6), de_un_renglon),
    tablas(),
    st.just(SaltoDePagina()),
)
bloques = st.recursive(simples, compuestos, max_leaves=4)


documentos = st.lists(bloques, max_size=4).map(separados)


def escribir(todos: tuple[Bloque, ...]) -> str:
    return "\n\n".join(map(_bloque, todos))


def _bloque(bloque: Bloque) -> str:
    match bloque:
        case Parrafo():
            return _en_linea(bloque.contenido)
        case Encabezado():
            return f"{'#' * bloque.nivel} {_en_linea(bloque.contenido)}"
        case CitaTextual():
            return "\n".join(f"> {x}" for x in escribir(bloque.bloques).split("\n"))
        case Lista():
            return "\n\n".join(
                f"{_marca(bloque, k)} {_sangrado(escribir(elemento))}"
                for k, elemento in enumerate(bloque.elementos)
            )
        case Tabla():
            filas = [_fila(f) for f in (bloque.encabezado, *bloque.filas)]
            return "\n".join([filas[0], "|" + "---|" * len(bloque.columnas), *filas[1:]])
        case _:
            return "{salto de página}"


def _sangrado(texto: str) -> str:
    return "\n".join(f"  {x}" if x else x for x in texto.split("\n")).strip()


def _marca(lista: Lista, k: int) -> str:
    numero = lista.inicio + k
    nombres = {
        ClaseDeLista.VINETA: "-",
        ClaseDeLista.DECIMAL: str(numero),
        ClaseDeLista.LETRA: LETRAS[numero - 1],
        ClaseDeLista.ROMANO: ROMANOS[numero - 1],
    }
    abre = "(" if lista.forma is FormaDeMarca.DOS_PARENTESIS else ""
    cierra = "" if lista.clase is ClaseDeLista.VINETA else ")"
    return f"{abre}{nombres[lista.clase]}{cierra}"


def _fila(fila: tuple[tuple[Parrafo, ...], ...]) -> str:
    return "|" + "".join(f" {'¶'.join(_en_linea(p.contenido) for p in c)} |" for c in fila)


def _en_linea(contenido: tuple[EnLinea, ...]) -> str:
    return "".join(map(_parte, contenido))


def _parte(parte: EnLinea) -> str:
    match parte:
        case Texto(texto, negrita, cursiva):
            antes, despues = " " * texto.startswith(" "), " " * texto.endswith(" ")
            marca = "*" * (2 * negrita + cursiva)
            return f"{marca}{antes}{escapar(texto)}{despues}{marca}"
        case EcuacionEnLinea(latex):
            return rf"\({latex}\)"
        case Enlace(destino, dentro):
            return f"[{_en_linea(dentro)}]({destino})"
        case LlamadaDeNota(nota):
            (parrafo,) = nota.bloques
            assert isinstance(parrafo, Parrafo)
            return f"^[{_en_linea(parrafo.contenido)}]"
        case _:
            return "\\\n"


@settings(derandomize=True, deadline=None, max_examples=200)
@given(documentos)
def test_lo_escrito_se_vuelve_a_leer_igual(documento: tuple[Bloque, ...]) -> None:
    leido = marcar(escribir(documento), archivo="a.md")
    assert leido.hallazgos == ()
    assert leido.bloques == documento
