"""Lo que se hace con las citas halladas; la lectura misma es aquí un doble."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generador import citar as modulo
from generador.citar import Citado, citar, como_jsonl, fila, referencias
from generador.citas.catalogo import catalogo
from generador.citas.cita import Cita, CitaHallada, Modo
from generador.citas.localizador import Localizador
from generador.citas.norma import Norma, Tipo
from generador.hallazgos import Gravedad
from tests.plantilla.taller import con_notas, hacer_con_xml, llamada, trozo

LEY = Norma(Tipo.LEY, "2056", 2020)
MAL_FECHADA = Norma(Tipo.LEY, "1430", 2009)
CONTRATO = (
    "tipo", "norma", "clave", "numero", "anio", "articulos", "partes", "modo", "inicio", "fin",
    "linea", "texto",
)  # fmt: skip


def hallada(
    texto: str, dice: str, norma: Norma | None, *lugares: Localizador, modo: Modo = Modo.PLENA
) -> CitaHallada:
    inicio = texto.index(dice)
    return CitaHallada(
        tipo=norma.tipo if norma else Tipo.LEY,
        modo=modo,
        inicio=inicio,
        fin=inicio + len(dice),
        linea=texto.count("\n", 0, inicio) + 1,
        texto=dice,
        cita=Cita(norma, lugares) if norma else None,
    )


def leido(
    monkeypatch: pytest.MonkeyPatch, archivo: Path, *citas: tuple[str, Norma | None]
) -> Citado:
    """Lo que daría `citar` si en el archivo se hallaran esas citas."""

    def doble(texto: str, *, tolerante: bool) -> list[CitaHallada]:
        assert tolerante
        return [hallada(texto, dice, norma) for dice, norma in citas]

    monkeypatch.setattr(modulo, "leer", doble)
    return citar(archivo)


@pytest.fixture
def texto(tmp_path: Path) -> Path:
    archivo = tmp_path / "a.txt"
    archivo.write_bytes(b"Primero.\r\n  La Ley 1430 de 2009 y la Ley 2056 de 2020.")
    return archivo


def test_la_linea_json_cumple_el_contrato(monkeypatch: pytest.MonkeyPatch, texto: Path) -> None:
    citado = leido(monkeypatch, texto, ("Ley 2056 de 2020", LEY))
    numerales = [Localizador.de(articulo=a, numeral="8") for a in ("28", "29")]
    suya = replace(citado.citas[0], cita=Cita(LEY, tuple(numerales)), numero="2056", anio=2020)
    datos = json.loads(como_jsonl(citado, suya, con_archivo=False))
    assert tuple(datos)[:12] == CONTRATO
    assert datos == {
        "tipo": "ley", "norma": "Ley 2056 de 2020", "clave": "ley:2056:2020", "numero": "2056",
        "anio": 2020, "articulos": ["28", "29"], "partes": {"numeral": ["8"]}, "modo": "plena",
        "inicio": 37, "fin": 53, "linea": 2, "texto": "Ley 2056 de 2020",
        "iri": "/akn/co/act/ley/2020-09-30/2056",
    }  # fmt: skip
    assert texto.read_bytes().decode()[37:53] == "Ley 2056 de 2020"


@pytest.mark.parametrize(
    ("cambio", "esperado"),
    [
        ({"cita": None}, {"norma": None, "clave": None, "numero": None, "anio": None}),
        ({"cita": None, "numero": "05", "anio": 2019}, {"numero": "05", "anio": 2019}),
        ({"cita": None, "tipo": Tipo.ACUERDO}, {"tipo": "acuerdo", "articulos": [], "partes": {}}),
        ({"numero": "2.056"}, {"numero": "2.056", "anio": 2020, "tipo": "ley"}),
        ({"cita": Cita(replace(LEY, fecha=date(2020, 9, 30)))}, {"fecha": "2020-09-30"}),
        ({"transcrita": True}, {"transcrita": True}),
        ({"defectos": ("a", "b")}, {"defectos": ["a", "b"]}),
        ({"modo": Modo.REMISION}, {"modo": "remision"}),
    ],
)
def test_lo_que_no_consta_es_nulo_y_lo_nuestro_va_solo_si_aplica(
    monkeypatch: pytest.MonkeyPatch,
    texto: Path,
    cambio: dict[str, object],
    esperado: dict[str, object],
) -> None:
    citado = leido(monkeypatch, texto, ("Ley 2056 de 2020", LEY))
    base = set(json.loads(como_jsonl(citado, citado.citas[0], con_archivo=False)))
    suya = replace(citado.citas[0], **cambio)  # type: ignore[arg-type]  # la tabla dice el tipo
    datos = json.loads(como_jsonl(citado, suya, con_archivo=False))
    assert esperado.items() <= datos.items()
    assert set(CONTRATO) <= set(datos)
    assert set(datos) - base <= set(esperado)


def test_con_varios_archivos_cada_linea_dice_el_suyo(
    monkeypatch: pytest.MonkeyPatch, texto: Path
) -> None:
    citado = leido(monkeypatch, texto, ("Ley 2056 de 2020", LEY))
    datos = json.loads(como_jsonl(citado, citado.citas[0], con_archivo=True))
    assert datos["archivo"] == str(texto)


def test_en_un_word_dice_el_parrafo_y_la_nota(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    cuerpo = hacer_con_xml(trozo("Véase la nota.") + llamada(2))
    archivo = tmp_path / "a.docx"
    archivo.write_bytes(con_notas(cuerpo, {2: "Ley 1430 de 2009"}))
    citado = leido(monkeypatch, archivo, ("Ley 1430 de 2009", MAL_FECHADA))
    datos = json.loads(como_jsonl(citado, citado.citas[0], con_archivo=False))
    assert (datos["parte"], datos["parrafo"], datos["nota"]) == ("nota", 1, 1)
    assert "pagina" not in datos
    assert fila(citado, citado.citas[0])[0] == "nota 1"
    (hallazgo,) = citado.hallazgos
    assert hallazgo.mensaje.startswith("nota 1: ")
    assert (hallazgo.linea, hallazgo.parrafo) == (None, 1)


def test_la_tabla_dice_donde_que_y_de_que_norma(
    monkeypatch: pytest.MonkeyPatch, texto: Path
) -> None:
    citado = leido(monkeypatch, texto, ("Ley 2056 de 2020", LEY))
    lugares = tuple(Localizador.de(articulo=str(n)) for n in (28, 29))
    suya = replace(citado.citas[0], cita=Cita(LEY, lugares), transcrita=True)
    esperada = ("línea 2", "Ley 2056 de 2020", LEY.canonica, "artículos 28 y 29")
    assert fila(citado, suya) == (*esperada, "plena, transcrita")
    suelta = replace(suya, cita=None, texto="la\r\ncitada \x1b[31mley", transcrita=False)
    assert fila(citado, suelta) == ("línea 2", "la citada [31mley", "sin resolver", "", "plena")


def test_un_aviso_por_norma_en_su_primera_cita(
    monkeypatch: pytest.MonkeyPatch, texto: Path
) -> None:
    mala = ("Ley 1430 de 2009", MAL_FECHADA)
    citado = leido(monkeypatch, texto, mala, ("1430", MAL_FECHADA), ("Primero", None))
    (hallazgo,) = citado.hallazgos
    assert (hallazgo.codigo, hallazgo.gravedad) == ("CIT002", Gravedad.AVISO)
    assert (hallazgo.linea, hallazgo.columna, hallazgo.inicio) == (2, 6, 15)
    assert "no puede ser de 2009" in hallazgo.mensaje
    assert hallazgo.mensaje.endswith("Se cita 2 veces.")
    assert hallazgo.remedio == "¿Quiso citar «Ley 1340 de 2009» o «Ley 1430 de 2010»?"


@pytest.mark.parametrize(
    ("norma", "gravedad"),
    [
        (Norma(Tipo.DECRETO, "222", 1983), Gravedad.AVISO),
        (Norma(Tipo.LEY, "1943", 2018), Gravedad.AVISO),
        # El código no rige porque no rige la ley que lo adoptó.
        (Norma(Tipo.CODIGO, nombre="Código Disciplinario Único"), Gravedad.AVISO),
        (Norma(Tipo.LEY, "2056", 2020, date(2020, 9, 29)), Gravedad.AVISO),
        (Norma(Tipo.DECRETO, "1510", 2013), Gravedad.NOTA),
        # El catálogo no sabe su fecha: la del texto no la contradice, si es del mismo año.
        (Norma(Tipo.RESOLUCION, "40043", 2021, date(2021, 2, 16)), Gravedad.NOTA),
        (Norma(Tipo.RESOLUCION, "40043", 2021, date(2020, 2, 16)), Gravedad.AVISO),
    ],
)
def test_que_no_rija_o_sea_de_otra_fecha_es_aviso_y_que_haya_cambiado_es_nota(
    monkeypatch: pytest.MonkeyPatch, texto: Path, norma: Norma, gravedad: Gravedad
) -> None:
    citado = leido(monkeypatch, texto, ("Ley 2056", norma))
    assert [h.gravedad for h in citado.hallazgos] == [gravedad]


def test_el_codigo_y_su_ley_se_advierten_juntos(
    monkeypatch: pytest.MonkeyPatch, texto: Path
) -> None:
    codigo = catalogo().nombres["CPACA"]
    ley = Norma(Tipo.LEY, "1437", 2011)
    (hallazgo,) = leido(monkeypatch, texto, ("Ley 1430", codigo), ("Ley 2056", ley)).hallazgos
    assert hallazgo.mensaje.endswith("Se cita 2 veces.")


def test_las_referencias_van_por_clases_y_dicen_lo_que_queda_fuera(
    monkeypatch: pytest.MonkeyPatch, texto: Path
) -> None:
    sentencia = Norma(Tipo.SENTENCIA, "C-713", 2008, entidad="Corte Constitucional")
    citado = leido(monkeypatch, texto, ("Ley 2056", LEY), ("la Ley", sentencia), ("Ley 1430", LEY))
    otro = replace(
        citado, citas=(replace(citado.citas[0], cita=Cita(MAL_FECHADA), transcrita=True),)
    )
    lineas, fuera = referencias([citado, otro], jsonl=False)
    assert lineas[0].startswith("Ley 2056 de 2020")
    assert lineas[1] == ""
    assert "C-713" in lineas[2]
    assert [h.codigo for h in fuera] == ["CIT004"]
    assert "Ley 1430 de 2009" in fuera[0].mensaje
    ley, providencia = map(json.loads, referencias([citado, otro], jsonl=True)[0])
    assert (ley["clave"], ley["veces"], ley["clase"]) == ("ley:2056:2020", 2, "normas")
    assert providencia["clase"] == "providencias"


def test_lo_leido_con_tolerancia_se_dice(monkeypatch: pytest.MonkeyPatch, texto: Path) -> None:
    def doble(texto: str, *, tolerante: bool) -> list[CitaHallada]:
        suya = hallada(texto, "Ley 2056 de 2020", None)
        return [replace(suya, defectos=("párrafo por parágrafo",) if tolerante else ())]

    monkeypatch.setattr(modulo, "leer", doble)
    (hallazgo,) = citar(texto).hallazgos
    assert (hallazgo.codigo, hallazgo.gravedad) == ("CIT003", Gravedad.NOTA)
    assert hallazgo.mensaje == "«Ley 2056 de 2020»: párrafo por parágrafo"
    assert citar(texto, estricto=True).hallazgos == ()


def test_lo_que_aviso_el_lector_llega(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    archivo = tmp_path / "a.txt"
    archivo.write_bytes("Resolución".encode("cp1252"))
    (hallazgo,) = leido(monkeypatch, archivo).hallazgos
    assert (hallazgo.codigo, hallazgo.archivo) == ("CIT001", str(archivo))
    assert "Windows-1252" in hallazgo.mensaje


@pytest.mark.parametrize(
    ("citas", "dice"),
    [
        ([], "no se hallaron citas."),
        ([("Ley 2056", LEY)], "1 cita"),
        ([("Ley 2056", LEY), ("la Ley", None)], "2 citas, 1 sin resolver"),
    ],
)
def test_el_resumen(
    monkeypatch: pytest.MonkeyPatch, texto: Path, citas: list[tuple[str, Norma | None]], dice: str
) -> None:
    assert leido(monkeypatch, texto, *citas).resumen == f"{texto}: {dice}"
