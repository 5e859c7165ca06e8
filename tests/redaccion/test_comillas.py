"""Las comillas de los bloques: repartidas entre letras, notas y párrafos, sin perder ninguna."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from generador.caso.lectura import leer_bytes
from generador.lengua.comillas import ANGULARES, COMILLAS, INGLESAS, Juego
from generador.marcado.bloques import Articulo, CitaTextual, Parrafo, Texto
from generador.marcado.lectura import marcar
from generador.modelo.comunes import Modelo, TextoMarcado
from generador.modelo.validacion import validar
from generador.redaccion.comillas import en_bloques, en_datos, sueltas
from generador.redaccion.textos import leer_textos
from tests.marcado.esquema import bloques as escritos


def convertido(markdown: str) -> list[str]:
    leido = marcar(markdown, archivo="a.md")
    assert not sueltas(leido.bloques, ANGULARES)
    return list(escritos(en_bloques({"": leido.bloques}, ANGULARES)[""]))


@pytest.mark.parametrize(
    ("markdown", "esperado"),
    [
        ('Dijo "**uno** *y "dos"* tres".', ["Dijo «**uno** _y “dos”_ tres»."]),
        # La nota no separa, y lo suyo se lee aparte.
        ('Dijo "uno^[Ver "dos".]" y "tres".', ["Dijo «uno⁽Ver «dos».⁾» y «tres»."]),
        ('Dijo "{fuente: a}uno".', ["Dijo «⟶fuente:auno»."]),
        # Ecuaciones, remisiones y vínculos ocupan un lugar y no se tocan.
        ('"\\(x\'\\)" y "\\(y\\)"', ["«⟦x'⟧» y «⟦y⟧»"]),
        ('"[la "Guía"](https://a.co)"', ["«⟨la \"Guía\"⟩(https://a.co)»"]),
        ('# T {t}\n\nVer "{ref: t}"', ["título 1: T {t}", "Ver «⟶numero:t»"]),
        ('Ver "uno\\\ndos".', ["Ver «uno⏎dos»."]),
        # Título, lista y cuadro, cada uno por su cuenta.
        (
            '# Un "título"\n\n1. "uno"\n\nTabla. "T"\n| "a" |\n|---|\n| "b" |',
            ["título 1: Un «título»", "lista 1. desde 1", "  · «uno»",
             "tabla (= normal): «T»", "  # «a»", "  | «b»"],
        ),
        # Una transcripción se lee entera: párrafos, listas, títulos y artículos.
        (
            '> "Uno:\n>\n> 1. dos "tres";\n>\n> "y cuatro"',
            ["cita", "    «Uno:", "    lista 1. desde 1", "      · dos “tres”;", "    »y cuatro»"],
        ),
        (
            '> “Artículo 5. **"Objeto".** Uno.\n>\n> Dos.”',
            ["cita", "    «Artículo «5» [“Objeto”.]", "        Uno.", "        Dos.»"],
        ),
        ('> # “TÍTULO\n>\n> Dos”', ["cita", "    título 1: «TÍTULO", "    Dos»"]),
        ('“Artículo 5. Uno”', ["«Artículo «5»", "    Uno»"]),
        # Y una nota de varios párrafos, también.
        ('Va[^n].\n\n[^n]: Dijo: "uno\n\n    dos".', ["Va⁽Dijo: «uno / dos».⁾."]),
    ],
)  # fmt: skip
def test_en_su_sitio(markdown: str, esperado: list[str]) -> None:
    assert convertido(markdown) == esperado


def test_la_comilla_de_cada_parrafo_es_la_suya() -> None:
    leido = marcar('Uno "dos.\n\nTres".\n\nCuatro "cinco".', archivo="a.md")
    assert [(linea, s.signo) for linea, _, s in sueltas(leido.bloques, ANGULARES)] == [
        (1, '"'),
        (3, '"'),
    ]
    ultimo = en_bloques({"": leido.bloques}, ANGULARES)[""][-1]
    assert list(escritos([ultimo])) == ["Cuatro «cinco»."]


def test_los_datos_y_los_textos_fijos() -> None:
    datos: dict[str, Any] = {"a": 'la "Guía"', "b": ['"x"', 3], "c": {"d": ("«y»", None)}}
    assert en_datos(datos, INGLESAS) == {
        "a": "la “Guía”",
        "b": ["“x”", 3],
        "c": {"d": ("“y”", None)},
    }


class ConComillas(Modelo):
    """Un documento que las convierte."""

    texto: TextoMarcado = Field(description="Texto.")

    @property
    def comillas(self) -> Juego:
        """Las suyas."""
        return ANGULARES


class SinComillas(Modelo):
    """Uno que no."""

    texto: TextoMarcado = Field(description="Texto.")


MALO = "texto: |\n  Uno.\n\n  Dijo «así.\n"


@pytest.mark.parametrize(
    ("escrito", "lugar"),
    [
        (MALO, (4, 3)),
        ("texto: >\n  Dijo\n  «así.\n", (1, 8)),
        ("texto: |\n  Dijo «así».\n", None),
    ],
)
def test_la_que_no_tiene_pareja_se_dice_con_su_linea(
    escrito: str, lugar: tuple[int, int] | None
) -> None:
    caso = validar(leer_bytes(escrito.encode(), "caso.yaml"), ConComillas).caso
    hallazgos = leer_textos(caso).hallazgos
    assert [(h.codigo, h.ruta, (h.linea, h.columna)) for h in hallazgos] == (
        [] if lugar is None else [("COM001", "texto", lugar)]
    )
    assert all("La comilla « de [" in h.mensaje for h in hallazgos)


@pytest.mark.parametrize(
    ("escrito", "signos"),
    [(MALO, ["«"]), ("texto: |\n  Dijo “así” y ‘más.\n", []), ("texto: Los “‘60’.\n", ["“"])],
)
def test_donde_no_se_convierten_solo_se_avisa_de_las_dobles(
    escrito: str, signos: list[str]
) -> None:
    caso = validar(leer_bytes(escrito.encode(), "caso.yaml"), SinComillas).caso
    hallados = [(h.codigo, h.mensaje.split()[2]) for h in leer_textos(caso).hallazgos]
    assert hallados == [("COM001", signo) for signo in signos]


def test_un_texto_sin_lugar_no_lo_inventa() -> None:
    (hallazgo,) = leer_textos(ConComillas.model_validate({"texto": "Dijo «así."})).hallazgos
    assert (hallazgo.codigo, hallazgo.linea, hallazgo.ruta) == ("COM001", None, "")


textos = st.builds(
    Texto, st.text(st.sampled_from([*COMILLAS, *"a b.5("]), min_size=1, max_size=5), st.booleans()
)
parrafos = st.lists(textos, max_size=4).map(lambda t: Parrafo(tuple(t)))
bloques = st.one_of(
    parrafos,
    st.lists(parrafos, max_size=3).map(lambda p: CitaTextual(tuple(p))),
    st.builds(
        lambda p, c: Articulo("5", (p,), comilla=c), parrafos, st.sampled_from(["", *'“«"»'])
    ),
)  # fmt: skip


def leido(valor: object) -> list[str]:
    sin = str.maketrans(dict.fromkeys(COMILLAS, "|"))
    return [renglon.translate(sin) for renglon in escritos(valor)]  # type: ignore[arg-type]  # bloques


@settings(derandomize=True, deadline=None, max_examples=400)
@given(st.lists(bloques, max_size=3), st.sampled_from([ANGULARES, INGLESAS]))
def test_solo_cambian_las_comillas_y_una_sola_vez(todos: list[Any], juego: Juego) -> None:
    (hechos,) = en_bloques({"": todos}, juego).values()
    assert leido(hechos) == leido(todos)
    assert en_bloques({"": hechos}, juego) == {"": hechos}


@pytest.mark.parametrize(("juego", "de_seguir"), [(ANGULARES, True), (INGLESAS, False)])
def test_la_comilla_de_seguir_es_de_las_angulares(juego: Juego, *, de_seguir: bool) -> None:
    leido = marcar('> "Uno.\n>\n> Dos".\n\n- lista\n\n  > "a"', archivo="a.md")
    hecho = en_bloques({"": leido.bloques}, juego)[""]
    citas = [b for b in hecho if isinstance(b, CitaTextual)]
    citas += [b for b in hecho[1].elementos[0] if isinstance(b, CitaTextual)]  # type: ignore[union-attr]  # la lista
    assert [cita.de_seguir for cita in citas] == [de_seguir, de_seguir]
