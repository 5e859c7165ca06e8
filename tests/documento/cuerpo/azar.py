"""Documentos al azar con todos los bloques, y en qué se espera que vuelvan de Word."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import Any

from hypothesis import strategies as st

from generador.documento.cuerpo.ecuaciones import a_omml
from generador.documento.ooxml import leer_xml
from generador.marcado import bloques as b
from tests.plantilla.fabrica import png

IMAGENES = {"a.png": png(80, 30).getvalue(), "figuras/b.png": png(50, 20).getvalue()}
LATEX = (r"x^2", r"\frac{a}{b}", r"\sqrt{\frac{a}{b}} < 5\%", r"\sum_{i=1}^{n} x_i", r"\hat{y}")
NUMEROS = ("1", "240-1", "PRIMERO", "2.1.2.1.6", "87 transitorio", "5°", "1.º", "36-A")
CIERRES = (".", ".-", ":", ". -", " –", "—")


def _unidos(piezas: list[Any]) -> tuple[Any, ...]:
    """Dos textos seguidos de igual formato son uno solo: Word no los distingue."""
    unidas: list[Any] = []
    for pieza in piezas:
        previa = unidas[-1] if unidas else None
        if isinstance(pieza, b.Texto) and isinstance(previa, b.Texto):
            unidas.append(replace(pieza, negrita=not previa.negrita))
        else:
            unidas.append(pieza)
    return tuple(unidas)


palabras = st.builds(
    str.__add__, st.sampled_from(["x", "“y", " ", "«z"]), st.text("ab “”«»ñ.<&\t", max_size=5)
)
textos = st.builds(b.Texto, palabras, st.booleans(), st.booleans())
remisiones = st.builds(
    lambda clase, negrita: b.Remision(
        "una-nota" if clase is b.ClaseDeRemision.NOTA else "destino", clase, negrita
    ),
    st.sampled_from(list(b.ClaseDeRemision)),
    st.booleans(),
)
sencillas = st.one_of(
    textos,
    st.just(b.SaltoDeLinea()),
    st.builds(b.EcuacionEnLinea, st.sampled_from(LATEX)),
    remisiones,
)
enlaces = st.builds(
    b.Enlace,
    st.sampled_from(["https://a.example/?x=1&y=2", "mailto:a@b.example"]),
    st.lists(sencillas, min_size=1, max_size=2).map(_unidos),
)
sin_notas = st.lists(sencillas | enlaces, min_size=1, max_size=3).map(_unidos)
parrafos_sin_notas = st.builds(b.Parrafo, sin_notas)
clases_de_lista = st.tuples(st.sampled_from(list(b.ClaseDeLista)), st.integers(1, 30)).map(
    lambda par: (par[0], 1 if par[0] is b.ClaseDeLista.VINETA else par[1])
)


def _lista(interior: Any, parrafo: Any) -> Any:
    elementos = st.lists(
        st.tuples(parrafo, st.lists(interior, max_size=2)).map(lambda e: (e[0], *e[1])),
        min_size=1,
        max_size=3,
    )
    return st.builds(
        lambda clase, elementos, forma: b.Lista(
            clase[0],
            tuple(elementos),
            clase[1],
            b.FormaDeMarca.PUNTO if clase[0] is b.ClaseDeLista.VINETA else forma,
        ),
        clases_de_lista,
        elementos,
        st.sampled_from(list(b.FormaDeMarca)),
    )


notas = st.builds(
    lambda primero, resto: b.LlamadaDeNota(b.Nota((primero, *resto))),
    parrafos_sin_notas,
    st.lists(parrafos_sin_notas | _lista(parrafos_sin_notas, parrafos_sin_notas), max_size=2),
)
contenidos = st.lists(sencillas | enlaces | notas, min_size=1, max_size=3).map(_unidos)
parrafos = st.builds(b.Parrafo, contenidos)
titulos = st.lists(st.builds(b.Texto, palabras, cursiva=st.booleans()) | notas, max_size=1).map(
    tuple
)


@st.composite
def tablas(dibujar: Any) -> b.Tabla:
    columnas = dibujar(
        st.lists(
            st.builds(b.Columna, st.integers(1, 9), st.sampled_from(list(b.Alineacion))),
            min_size=1,
            max_size=3,
        )
    )
    celdas = st.lists(parrafos, max_size=2).map(tuple)
    filas = st.lists(celdas, min_size=len(columnas), max_size=len(columnas)).map(tuple)
    varias = st.lists(filas, max_size=2).map(tuple)
    return b.Tabla(
        tuple(columnas), dibujar(filas), dibujar(varias), dibujar(varias), dibujar(titulos)
    )


figuras = st.builds(
    b.Figura,
    st.sampled_from(sorted(IMAGENES)),
    st.text('aé "<', max_size=4),
    titulos,
    st.integers(1, 100),
)
sueltos = st.one_of(
    parrafos, tablas(), figuras, st.builds(b.Ecuacion, st.sampled_from(LATEX)),
    st.just(b.SaltoDePagina()),
)  # fmt: skip


_SI = st.just(True)  # noqa: FBT003  # un valor, no una opción


def _articulos(interior: Any) -> Any:
    cuerpos = st.lists(interior, max_size=2).map(tuple)
    paragrafos = st.builds(
        b.Paragrafo,
        st.sampled_from(["", "1", "2"]),
        cuerpos,
        titulos,
        rotulo=st.sampled_from(["Parágrafo", "PARÁGRAFO"]),
        cierre=st.sampled_from(CIERRES),
    ) | st.builds(b.Paragrafo, st.just("transitorio"), cuerpos, transitorio=_SI)
    return st.builds(
        lambda numero, titulo, cuerpo, paragrafos, comilla, cierre: b.Articulo(
            numero, (*cuerpo, *paragrafos), titulo, comilla=comilla, cierre=cierre
        ),
        st.sampled_from(NUMEROS),
        titulos,
        cuerpos,
        st.lists(paragrafos, max_size=2),
        st.sampled_from(["", "“", "«"]),
        st.sampled_from(CIERRES),
    )


def _secuencia(interior: Any, encabezados: Any) -> Any:
    """Bloques y luego encabezados y artículos: tras un artículo, lo que sigue es suyo."""
    partes = st.lists(
        st.tuples(encabezados, st.lists(interior, max_size=1)).map(lambda e: (e[0], *e[1]))
        | _articulos(interior).map(lambda a: (a,)),
        max_size=3,
    )
    return st.tuples(st.lists(interior, min_size=1, max_size=3), partes).map(
        lambda par: (*par[0], *(bloque for parte in par[1] for bloque in parte))
    )


encabezados = st.builds(b.Encabezado, st.integers(1, 6), contenidos)
anidados = st.recursive(
    sueltos,
    lambda interior: (
        _lista(interior, parrafos)
        | st.builds(b.CitaTextual, _secuencia(interior, encabezados))
        | st.builds(b.Recuadro, _secuencia(interior, encabezados))
    ),
    max_leaves=5,
)
FINAL = (
    b.Encabezado(1, (b.Texto("Fin"),)),
    b.Articulo(
        "99",
        (b.Parrafo((b.LlamadaDeNota(b.Nota((b.Parrafo((b.Texto("n"),)),), "una-nota")),)),),
        etiqueta="destino",
    ),
)
documentos = _secuencia(anidados, encabezados).map(lambda d: (*etiquetados(d), *FINAL))


def etiquetados(valor: Any, cuenta: Any = None) -> Any:
    """El mismo árbol con una etiqueta distinta en todo lo que la admite, uno sí y uno no."""
    cuenta = cuenta or count(1)

    def una(objeto: Any) -> Any:
        if isinstance(objeto, b.Remision) or "etiqueta" not in _campos(objeto):
            return objeto
        numero = next(cuenta)
        return replace(objeto, etiqueta=f"cosa_{numero}-ñ" if numero % 2 else "")

    return transformar(valor, una)


def esperado(valor: Any) -> Any:
    """Lo que debe volver: de las ecuaciones, lo que dicen; de las columnas, sin ancho."""

    def uno(objeto: Any) -> Any:
        if isinstance(objeto, (b.Ecuacion, b.EcuacionEnLinea)) and "\\" in objeto.latex:
            return replace(objeto, latex=dicho(objeto.latex))
        if isinstance(objeto, (b.Ecuacion, b.EcuacionEnLinea)):
            return replace(objeto, latex=objeto.latex.replace("^", ""))
        return replace(objeto, ancho=None) if isinstance(objeto, b.Columna) else objeto

    return transformar(valor, uno)


def dicho(latex: str) -> str:
    """El texto de una ecuación."""
    return "".join(leer_xml(a_omml(latex).encode(), "").itertext())


def transformar(valor: Any, cambio: Any) -> Any:
    """El árbol con `cambio` aplicado a cada bloque, de adentro afuera."""
    if isinstance(valor, tuple):
        return tuple(transformar(v, cambio) for v in valor)
    if not is_dataclass(valor) or isinstance(valor, type):
        return valor
    nuevos = {n: transformar(getattr(valor, n), cambio) for n in _campos(valor)}
    return cambio(type(valor)(**nuevos))


def todos(valor: Any, clase: type) -> list[Any]:
    """Los de esa clase, en orden de lectura."""
    if isinstance(valor, tuple):
        return [x for v in valor for x in todos(v, clase)]
    if not is_dataclass(valor):
        return []
    propios = [valor] if isinstance(valor, clase) else []
    return propios + [x for n in _campos(valor) for x in todos(getattr(valor, n), clase)]


def _campos(objeto: Any) -> list[str]:
    return [f.name for f in fields(objeto)] if is_dataclass(objeto) else []
