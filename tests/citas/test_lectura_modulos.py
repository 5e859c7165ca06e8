"""Las partes del lector que las tablas no alcanzan: piezas, rótulos, colas, números y comillas."""

from __future__ import annotations

from datetime import date

import pytest

from generador.citas.lectura import leer
from generador.citas.lectura.colas import anio_corto, anio_de, leer_cola, leer_fecha
from generador.citas.lectura.comillas import transcripciones
from generador.citas.lectura.numeros import leer_numero, saltar_marcas
from generador.citas.lectura.piezas import CORTE, Piezas
from generador.citas.lectura.rotulos import expandir, leer_rotulo
from generador.citas.norma import Tipo


def voces(texto: str) -> list[str]:
    """Las piezas del texto, sin los cortes del final."""
    piezas = Piezas.de(texto)
    return piezas.voz[: len(piezas)]


@pytest.mark.parametrize(
    ("texto", "esperadas"),
    [
        ("", []),
        ("Artículo 2º", ["articulo", "2", "°"]),
        ("ARTI\u0301CULO", ["articulo"]),
        ("reso-\nlución", ["resolucion"]),
        ("reso-\r\nlución", ["resolucion"]),
        ("reso\u00adlución", ["resolucion"]),
        ("el  \n artículo", ["el", "articulo"]),
        ("uno\n\ndos", ["uno", CORTE, "dos"]),
        ("uno\n \t\n\n dos", ["uno", CORTE, "dos"]),
        ("artículo 5 de la\n\nLey", ["articulo", "5", "de", "la", "ley"]),
        ("artículo 5\n\nde la Ley", ["articulo", "5", "de", "la", "ley"]),
        ("2020¹ y [2] más", ["2020", "y", "mas"]),
        ("dela Ley", ["dela", "ley"]),
        ("delaley", ["delaley"]),
        ("laley 80", ["la", "ley", "80"]),
        ("2.2.1.1. y 13/04/2012", ["2.2.1.1", ".", "y", "13/04/2012"]),
        ("**Ley** _80_ # | >", ["ley", "80"]),
        ("C–713", ["c", "-", "713"]),
        ("İzmir Ley", ["İzmir", "ley"]),
    ],
)
def test_piezas(texto: str, esperadas: list[str]) -> None:
    assert voces(texto) == esperadas


def test_las_piezas_guardan_su_lugar() -> None:
    texto = "La  LEY\n80\r\n de 1993…"
    piezas = Piezas.de(texto)
    for i in range(len(piezas)):
        assert piezas.escrito(i, i + 1).lower() == piezas.voz[i]
    assert [piezas.linea(piezas.ini[i]) for i in range(len(piezas))] == [1, 1, 2, 3, 3, 3]


def test_abre_renglon() -> None:
    piezas = Piezas.de("uno dos\n  > «tres cuatro\n" + " " * 40 + "cinco")
    assert [v for i, v in enumerate(piezas.voz[: len(piezas)]) if piezas.abre_renglon(i)] == [
        "uno",
        "«",
        "tres",
    ]


@pytest.mark.parametrize(
    ("nivel", "texto", "rotulo"),
    [
        ("articulo", "5", "5"),
        ("articulo", "5º", "5"),
        ("articulo", "5.º", "5"),
        ("articulo", "5o", "5"),
        ("articulo", "5a", "5"),
        ("articulo", "5A", "5A"),
        ("articulo", "5-A", "5-A"),
        ("articulo", "5 bis", "5 bis"),
        ("articulo", "240-1", "240-1"),
        ("articulo", "2.2.1.", "2.2.1"),
        ("articulo", "primero", "primero"),
        ("articulo", "5 %", None),
        ("articulo", "12345", None),
        ("articulo", "1/2", None),
        ("articulo", "II", None),
        ("articulo", "de", None),
        ("titulo", "II", "II"),
        ("titulo", "ii", None),
        ("titulo", "primero de", "primero"),
        ("titulo", "primero dijo", None),
        ("seccion", "A", "A"),
        ("seccion", "a", None),
        ("literal", "a)", "a"),
        ("literal", "«a»", "a"),
        ("literal", "«ab»", None),
        ("literal", "(a)", "a"),
        ("literal", "iii)", "iii"),
        ("literal", "a1", None),
        ("anexo", "A", "A"),
        ("paragrafo", "2", "2"),
        ("paragrafo", "", "único"),
        ("paragrafo", "único", "único"),
        ("paragrafo", "transitorio", "transitorio"),
        ("paragrafo", "transitorio 2", "transitorio 2"),
        ("paragrafo", "7 transitorio", "7 transitorio"),
    ],
)
def test_rotulos(nivel: str, texto: str, rotulo: str | None) -> None:
    hallado = leer_rotulo(Piezas.de(texto), 0, nivel)
    assert (hallado[0] if hallado else None) == rotulo


@pytest.mark.parametrize(
    ("desde", "hasta", "cuantos"),
    [("1", "3", 3), ("3", "1", None), ("1", "1", None), ("a", "c", 3), ("c", "a", None),
     ("2.2.1", "2.2.3", 3), ("2.2.1", "2.3.3", None), ("1", "501", 501), ("1", "502", None),
     ("240-1", "240-3", None), ("A", "9", None)],
)  # fmt: skip
def test_expandir(desde: str, hasta: str, cuantos: int | None) -> None:
    rango = expandir(desde, hasta)
    assert (len(rango) if rango else None) == cuantos
    assert rango is None or (rango[0], rango[-1]) == (desde, hasta)


@pytest.mark.parametrize(
    ("texto", "anio", "fecha"),
    [
        ("de 2020", 2020, None),
        ("/2020", 2020, None),
        ("/20", 2020, None),
        ("/93", 1993, None),
        ("del 13 de abril de 2012", 2012, date(2012, 4, 13)),
        ("del 13 (trece) de abril de 2012", 2012, date(2012, 4, 13)),
        ("de 13 de abril del año 2012", 2012, date(2012, 4, 13)),
        ("de abril 13 de 2012", 2012, date(2012, 4, 13)),
        (", abril 13 de 2012", 2012, date(2012, 4, 13)),
        ("del 2012-04-13", 2012, date(2012, 4, 13)),
        ("del 13.04.2012", 2012, date(2012, 4, 13)),
        ("(2012)", None, None),
        ("(abril 13) de 2012", 2012, None),
        ("(13 de abril de 2012)", 2012, date(2012, 4, 13)),
        ("de 2012 (abril 13)", 2012, None),
        (", expedida el 13 de abril de 2012", 2012, date(2012, 4, 13)),
        ("de 99/99/2012", None, None),
        ("de 1500", None, None),
        ("de 2100", None, None),
        ("2020", None, None),
        (", 2020", None, None),
        ("del 40 de abril de 2012", 2012, None),
        ("de 20.20", None, None),
    ],
)
def test_colas(texto: str, anio: int | None, fecha: date | None) -> None:
    cola = leer_cola(Piezas.de(texto), 0, tolerante=False)
    assert (cola.anio if cola else None, cola.fecha if cola else None) == (anio, fecha)


def test_la_cola_toma_la_fecha_entre_parentesis() -> None:
    piezas = Piezas.de("de 2012 (abril 13) y")
    cola = leer_cola(piezas, 0, tolerante=False)
    assert cola is not None
    assert piezas.voz[cola.fin] == "y"


def test_anios() -> None:
    assert [anio_de(x) for x in ("1993", "1809", "2100", "93", "x")] == [
        1993,
        None,
        None,
        None,
        None,
    ]
    assert anio_de("201719", tolerante=True) == 2017
    assert anio_de("2017199", tolerante=True) is None
    assert [anio_corto(x) for x in ("93", "08", "50", "49", "8", "xx")] == [
        1993, 2008, 1950, 2049, None, None,
    ]  # fmt: skip
    assert leer_fecha(Piezas.de("13 abril 2012"), 0, tolerante=False) is None
    tolerada = leer_fecha(Piezas.de("13 abril 2012"), 0, tolerante=True)
    assert tolerada is not None
    assert tolerada.fecha == date(2012, 4, 13)


@pytest.mark.parametrize(
    ("tipo", "texto", "llano"),
    [
        (Tipo.LEY, "80", "80"),
        (Tipo.LEY, "0080", "80"),
        (Tipo.LEY, "1.437", "1437"),
        (Tipo.LEY, "12345", None),
        (Tipo.LEY, "C-713", None),
        (Tipo.RESOLUCION, "4 0326 de", "40326"),
        (Tipo.RESOLUCION, "PCSJA20-11517", "PCSJA20-11517"),
        (Tipo.SENTENCIA, "C-713", "C-713"),
        (Tipo.SENTENCIA, "c-713", "C-713"),
        (Tipo.SENTENCIA, "SU214", "SU-214"),
        (Tipo.SENTENCIA, "T 406", "T-406"),
        (Tipo.SENTENCIA, "C-13", "C-013"),
        (Tipo.CONCEPTO, "220-123456", "220-123456"),
        (Tipo.DIARIO_OFICIAL, "51.453", "51.453"),
        (Tipo.DIARIO_OFICIAL, "51453", "51.453"),
        (Tipo.DECRETO, "de", None),
    ],
)
def test_numeros(tipo: Tipo, texto: str, llano: str | None) -> None:
    numero = leer_numero(Piezas.de(texto), 0, tipo)
    assert (numero.llano if numero else None) == llano


@pytest.mark.parametrize("marca", ["No.", "N°", "Nº", "número", "Nro.", "No. :", "radicado No."])
def test_saltar_marcas(marca: str) -> None:
    piezas = Piezas.de(f"{marca} 80")
    assert piezas.voz[saltar_marcas(piezas, 0)] == "80"


@pytest.mark.parametrize(
    ("texto", "trozos"),
    [
        ('«uno» y “dos” y "tres"', ["uno", "dos", "tres"]),
        ("«uno “dos” tres»", ["uno “dos” tres", "dos"]),
        ("«uno sin cerrar", []),
        ("uno» sin abrir", []),
        ("«uno\n\n»dos»", ["uno\n\n»dos"]),
        ("“uno\n\n“dos\n\n“tres”", ["uno\n\n“dos\n\n“tres"]),
        ('"uno\n\ndos"', []),
        ('5" de largo', []),
        ("«uno”", ["uno"]),
        ("«" + "x " * 30_001 + "uno» y «dos»", ["dos"]),
    ],
)
def test_comillas(texto: str, trozos: list[str]) -> None:
    piezas = Piezas.de(texto)
    pares = transcripciones(piezas)
    assert sorted(texto[piezas.fin[a] : piezas.ini[b]] for a, b in pares.items()) == sorted(trozos)


@pytest.mark.parametrize(
    "lugar",
    [
        "los numerales 1 a 400 del artículo 2, y los numerales 1 a 400 del artículo 3",
        "los numerales 1 a 100 de los artículos 1 a 100",
        "los artículos 1 a 900",
    ],
)
def test_lo_desmesurado_no_se_expande_pero_la_norma_se_lee(lugar: str) -> None:
    (hallada,) = leer(f"{lugar} de la Ley 80 de 1993")
    assert hallada.cita is not None
    assert hallada.cita.norma.canonica == "Ley 80 de 1993"
    assert len(hallada.cita.localizadores) <= 600


def test_los_rangos_de_balde_no_se_expanden_sin_fin() -> None:
    halladas = leer("los artículos 1 a 500 de la Ley 80 de 1993. " * 200)
    assert sum(len(h.cita.localizadores) for h in halladas if h.cita) < 60_000
    assert {h.cita.norma.canonica for h in halladas if h.cita} == {"Ley 80 de 1993"}
