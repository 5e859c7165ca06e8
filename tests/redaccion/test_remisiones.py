"""Citar desde un documento lo que otro numeró."""

from __future__ import annotations

from generador.marcado.bloques import Articulo, Bloque, Parrafo, Remision, Texto
from generador.marcado.contexto import Fuente
from generador.marcado.lectura import marcar_juntas
from generador.redaccion.numeracion import numerar
from generador.redaccion.remisiones import escribir_ajenas, numeros

ACTO = r"""# TÍTULO II {titulo}

# Objeto {sin_numero}

Artículo {uno}. Hola.

Artículo {dos}. Hola.

Parágrafo {solo}. Uno.

| a |
|---|
| sin título |

Tabla {cuadro}. Título
| a |
|---|
| b |

Figura {mapa}. Mapa
![Mapa](mapa.png)

\[ x = 1 \] {formula}

> # “Título {adentro}
>
> Artículo 7 {otro}. Hola.”
"""


def leidos(*textos: str) -> list[tuple[Bloque, ...]]:
    return [m.bloques for m in marcar_juntas([Fuente(t, f"{n}.md") for n, t in enumerate(textos)])]


def test_se_sabe_el_numero_de_todo_lo_que_tiene_etiqueta() -> None:
    (acto,) = leidos(ACTO)
    hallados = numeros({"dispositiva": numerar(acto)})
    assert {k: v for k, v in hallados.items() if k not in ("adentro", "otro")} == {
        "uno": "1",
        "dos": "2",
        "cuadro": "1",
        "mapa": "1",
        "formula": "1",
        "titulo": "II",
        "sin_numero": "Objeto",
    }


def test_lo_ajeno_se_escribe_y_lo_propio_sigue_vivo() -> None:
    acto, memoria = leidos(
        "Artículo {tope}. Hola.",
        "> 1. Como dice el **artículo {ref: tope}** y el {ref: propio}.\n\nArtículo {propio}. Sí.",
    )
    (partes,) = escribir_ajenas({"texto": memoria}, numeros({"a": numerar(acto)})).values()
    escrito = repr(partes)
    assert "Texto(texto='1', negrita=True" in escrito
    assert "Remision(etiqueta='propio'" in escrito
    assert "Remision(etiqueta='tope'" not in escrito


def test_la_pagina_de_otro_documento_no_se_escribe() -> None:
    parrafo = Parrafo((Texto("Ver "), Remision("tope")))
    assert escribir_ajenas({"a": [parrafo, Articulo("1", ())]}, {}) == {
        "a": (parrafo, Articulo("1", ()))
    }
