"""Los textos de un caso: sus datos, sus figuras y sus errores, en la línea de donde salieron."""

from __future__ import annotations

import json

import pytest
from pydantic import Field

from generador.caso.arbol import TextoCrudo
from generador.caso.lectura import leer_bytes
from generador.hallazgos import Gravedad, Lugar
from generador.marcado.bloques import Parrafo, Texto
from generador.modelo.comunes import Modelo, TextoMarcado
from generador.modelo.falta import Falta
from generador.modelo.validacion import validar
from generador.redaccion.textos import Textos, leer_textos


class Parte(Modelo):
    """Una parte."""

    texto: TextoMarcado = Field(description="Texto.")


class Muestra(Modelo):
    """Una muestra."""

    uno: TextoMarcado = Field(description="Uno.")
    dos: TextoMarcado | None = Field(None, description="Dos.")
    partes: tuple[Parte, ...] = Field((), description="Partes.")


def leer(escrito: str, nombre: str = "caso.yaml", **datos: str) -> tuple[Muestra, Textos]:
    caso = validar(leer_bytes(escrito.encode(), nombre), Muestra).caso
    return caso, leer_textos(caso, datos)


def donde(textos: Textos) -> list[tuple[str, int | None, int | None, str]]:
    return [(h.codigo, h.linea, h.columna, h.ruta) for h in textos.hallazgos]


def test_cada_campo_da_sus_bloques() -> None:
    caso, textos = leer("uno: Hola.\npartes:\n  - texto: Mundo.\n")
    assert textos.bloques(caso.uno) == (Parrafo((Texto("Hola."),)),)
    assert textos.bloques(caso.partes[0].texto) == (Parrafo((Texto("Mundo."),)),)
    assert textos.bloques(caso.dos) == ()
    assert textos.bloques(Falta("uno")) == (Parrafo((Texto("[falta: uno]"),)),)


@pytest.mark.parametrize(
    ("escrito", "linea", "columna"),
    [
        ("uno: |\n  Bien.\n\n  Mal {ref: nada}.\n", 4, 7),
        ("dos: Bien.\nuno: |\n\n      Mal {ref: nada}.\n", 4, 11),
        ('uno: "Mal {ref: nada}."\n', 1, 11),
        ("uno: >\n  Mal\n  {ref: nada}.\n", 1, 6),
    ],
)
def test_el_error_va_en_su_linea_y_su_columna(escrito: str, linea: int, columna: int) -> None:
    _, textos = leer(escrito)
    assert donde(textos) == [("MAR003", linea, columna, "uno")]


def test_en_json_el_error_va_donde_empieza_la_cadena() -> None:
    _, textos = leer(json.dumps({"uno": "Bien.\n\nMal {ref: nada}."}), "caso.json")
    assert donde(textos) == [("MAR003", 1, 9, "uno")]


def test_un_texto_remite_a_la_etiqueta_de_otro() -> None:
    _, textos = leer("uno: |\n  Según el artículo {ref: x}.\ndos: |\n  Artículo {x}. Hola.\n")
    assert textos.hallazgos == ()


def test_el_dato_va_en_su_sitio_letra_por_letra() -> None:
    caso, textos = leer("uno: |\n  Vale {dato: tope}.\n", tope="*1* {x}")
    assert textos.hallazgos == ()
    assert textos.bloques(caso.uno) == (Parrafo((Texto("Vale *1* {x}."),)),)


@pytest.mark.parametrize(
    ("escrito", "dice"),
    [
        (r"Se escribe \{dato: tope}.", "Se escribe {dato: tope}."),
        (r"Va \\{dato: tope}.", "Va \\7."),
        (r"\{dato: nada} y {dato: tope}{dato: tope}.", "{dato: nada} y 77."),
    ],
)
def test_el_dato_con_barra_es_texto(escrito: str, dice: str) -> None:
    caso, textos = leer(f"uno: |\n  {escrito}\n", tope="7")
    assert textos.hallazgos == ()
    assert textos.bloques(caso.uno) == (Parrafo((Texto(dice),)),)


@pytest.mark.parametrize(
    ("parrafo", "signo"),
    [
        ("Dijo “así.", "“"),
        ("Dijo «así.", "«"),
        ("Dijo así».", "»"),
        ('Dijo "así.', '"'),
        ('Dijo “así”, «otro» y "más".', None),
        ("Los '60 de O'Higgins: 5\" y 6', 'tal.", None),
    ],
)
def test_una_comilla_sin_pareja_se_avisa_en_su_linea(parrafo: str, signo: str | None) -> None:
    _, textos = leer(f"uno: |\n  Bien.\n\n  {parrafo}\n")
    assert donde(textos) == ([("COM001", 4, 3, "uno")] if signo else [])
    assert all(f"La comilla {signo} de" in h.mensaje for h in textos.hallazgos)
    assert all(h.gravedad is Gravedad.AVISO for h in textos.hallazgos)


def test_el_dato_desconocido_se_dice_y_queda_a_la_vista() -> None:
    caso, textos = leer("uno: |\n  Uno.\n\n  Vale {dato: topes}.\n", tope="1")
    assert donde(textos) == [("TEX001", 4, 8, "uno")]
    assert textos.hallazgos[0].remedio == "¿Quiso decir «tope»?"
    assert textos.bloques(caso.uno)[1] == Parrafo((Texto("Vale [falta: topes]."),))


def test_las_figuras_se_piden_con_su_lugar_aunque_esten_adentro() -> None:
    escrito = "uno: |\n  Artículo. Uno:\n\n  > ![Un mapa](mapa.png)\n"
    _, textos = leer(escrito)
    (figura,) = textos.figuras
    assert (figura.archivo, figura.ruta) == ("mapa.png", "uno")
    assert figura.lugar == Lugar("caso.yaml", 4, 3)


def test_un_texto_que_no_viene_de_un_archivo_tambien_se_lee() -> None:
    caso = Muestra(uno=TextoCrudo("Hola."), dos=None, partes=())
    assert leer_textos(caso).bloques(caso.uno) == (Parrafo((Texto("Hola."),)),)
