"""Cómo se leen las citas de un texto: la tabla que mantiene el jurista, y los demás campos."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

import pytest

from generador.citas.cita import CitaHallada, Modo
from generador.citas.lectura import leer
from generador.citas.localizador import Localizador
from generador.citas.norma import CON_ENTIDAD, Norma, Tipo

from .casos import leer_lugares, lineas

TOLERANTE = "tolerante: "


class Caso(NamedTuple):
    """Un texto, lo que de él se lee y, si todavía no se lee así, por qué."""

    texto: str
    esperadas: tuple[str, ...]
    motivo: str


class Esperada(NamedTuple):
    """Una cita como se compara con la tabla."""

    norma: str
    lugares: tuple[Localizador, ...]
    modo: str
    fragmento: str


def casos(nombre: str) -> list[Caso]:
    """Los casos de la tabla."""
    hallados: list[Caso] = []
    motivo = ""
    for linea in lineas(nombre):
        signo, _, resto = linea.partition(" ")
        if signo == "?":
            motivo = resto
        elif signo == ">":
            hallados.append(Caso(resto, (), motivo))
        else:
            ultimo = hallados[-1]
            hallados[-1] = ultimo._replace(esperadas=(*ultimo.esperadas, linea))
    assert all(caso.esperadas for caso in hallados), f"{nombre}: hay un texto sin sus citas"
    return hallados


def esperada(linea: str) -> Esperada:
    """La cita de «norma | lugar = modo = fragmento»."""
    cita, modo, fragmento = linea.split(" = ")
    norma, *lugares = cita.split(" | ")
    return Esperada(
        norma, tuple(x for lugar in lugares for x in leer_lugares(lugar)), modo, fragmento
    )


def como_en_la_tabla(hallada: CitaHallada, patron: Esperada) -> Esperada:
    """Lo hallado, escrito como se escribe en la tabla."""
    modo = f"{hallada.modo} transcrita" if hallada.transcrita else str(hallada.modo)
    fragmento = hallada.texto.replace("\n", "⏎")
    if hallada.cita is None:
        clase = "¿?" if patron.norma == "¿?" else f"¿{hallada.tipo}?"
        return Esperada(clase, (), modo, fragmento)
    return Esperada(nombre(hallada.cita.norma), tuple(hallada.cita.localizadores), modo, fragmento)


def nombre(norma: Norma) -> str:
    """El nombre canónico y, donde identifica, quién la expidió."""
    con_entidad = norma.entidad and norma.numero and norma.tipo in CON_ENTIDAD
    if con_entidad and not norma.canonica.startswith(norma.entidad or ""):
        return f"{norma.canonica} ({norma.entidad})"
    return norma.canonica


def comprobar(caso: Caso) -> None:
    """Lee el texto del caso y lo compara, cita por cita."""
    crudo = caso.texto.removeprefix(TOLERANTE).replace("⏎", "\n").replace("¶", "\n\n")
    halladas = leer(crudo, tolerante=caso.texto.startswith(TOLERANTE))
    patrones = [] if caso.esperadas == ("nada",) else [esperada(x) for x in caso.esperadas]
    assert len(halladas) == len(patrones), [h.texto for h in halladas]
    assert [como_en_la_tabla(*par) for par in zip(halladas, patrones, strict=True)] == patrones


@pytest.mark.parametrize("caso", casos("lectura.txt"), ids=lambda caso: caso.texto)
def test_tabla_de_lectura(caso: Caso) -> None:
    comprobar(caso)


@pytest.mark.parametrize(
    "caso",
    [
        pytest.param(caso, marks=pytest.mark.xfail(strict=True, reason=caso.motivo))
        for caso in casos("lectura_pendiente.txt")
    ],
    ids=lambda caso: caso.texto,
)
def test_tabla_de_lo_pendiente(caso: Caso) -> None:
    comprobar(caso)


def test_la_tabla_no_repite_textos() -> None:
    textos = [caso.texto for caso in (*casos("lectura.txt"), *casos("lectura_pendiente.txt"))]
    assert sorted(textos) == sorted(set(textos))


# --- los demás campos ---------------------------------------------------------------------------


def una(texto: str, *, tolerante: bool = False) -> CitaHallada:
    """La única cita del texto."""
    (hallada,) = leer(texto, tolerante=tolerante)
    return hallada


@pytest.mark.parametrize(
    ("texto", "ponentes"),
    [
        ("Sentencia C-013 de 2008, M.P. Ana Inventada", ("Ana Inventada",)),
        ("Sentencia C-013 de 2008 (M. P. Ana de la Inventada Ficticia)",
         ("Ana de la Inventada Ficticia",)),
        ("Sentencia C-013 de 2008, MM.PP. Ana Inventada, Beto Supuesto y Caro Ficticia",
         ("Ana Inventada", "Beto Supuesto", "Caro Ficticia")),
        ("sentencia C-013 de 2008, con ponencia de la mayoría", ()),
        ("sentencia C-013 de 2008. Magistrada ponente: Dra. Ana Inventada", ("Ana Inventada",)),
        ("sentencia C-013 de 2008. Magistrados ponentes: Ana Inventada e Irene Supuesta.",
         ("Ana Inventada", "Irene Supuesta")),
        ("Sentencia C-013 de 2008.\n\nM.P. Ana Inventada", ()),
        ("la Ley 80 de 1993, M.P. Ana Inventada", ()),
        ("Consejo de Estado, Sección Tercera, C.P. Ana Inventada, sentencia del 3 de diciembre de "
         "2007, Rad. 11001-99-99-000-2003-00014-01", ("Ana Inventada",)),
        ("Consejo de Estado, Sección Tercera, auto del 3 de diciembre de 2007, Rad. 99.715, "
         "Consejera ponente: Ana Inventada", ("Ana Inventada",)),
    ],
)  # fmt: skip
def test_ponentes(texto: str, ponentes: tuple[str, ...]) -> None:
    assert una(texto).ponentes == ponentes


def test_cada_sentencia_con_su_ponente() -> None:
    primera, segunda = leer(
        "sentencias C-013 de 2008 (M.P. Ana Inventada) y Sentencia T-014 de 2009 (M.P. Beto Falso)"
    )
    assert (primera.ponentes, segunda.ponentes) == (("Ana Inventada",), ("Beto Falso",))


@pytest.mark.parametrize(
    ("texto", "seccion"),
    [
        ("Consejo de Estado, Sección Tercera, sentencia del 3 de diciembre de 2007, Rad. 99.715",
         "Sección Tercera"),
        ("Consejo de Estado, Sección Tercera, Subsección C, sentencia del 3 de diciembre de 2007, "
         "Rad. 99.715", "Sección Tercera, Subsección C"),
        ("Consejo de Estado. Sala de Consulta y Servicio Civil. Auto del 3 de diciembre de 2007. "
         "Rad. 99.715", "Sala de Consulta y Servicio Civil"),
        ("Corte Suprema de Justicia, Sala de Casación Civil, Sentencia SC1234-2019",
         "Sala de Casación Civil"),
        ("Consejo de Estado, sentencia del 3 de diciembre de 2007, Rad. 99.715", None),
        ("Sentencia C-013 de 2008", None),
    ],
)  # fmt: skip
def test_seccion(texto: str, seccion: str | None) -> None:
    assert una(texto).seccion == seccion


@pytest.mark.parametrize(
    ("texto", "fecha"),
    [
        ("Ley 2056 del 30 de septiembre de 2020", date(2020, 9, 30)),
        ("Decreto 734 de 13 de abril de 2012", date(2012, 4, 13)),
        ("Decreto 734 del 13/04/2012", date(2012, 4, 13)),
        ("Decreto 734 del 1º de abril de 2012", date(2012, 4, 1)),
        ("Decreto 734 del primero de abril de 2012", date(2012, 4, 1)),
        ("Decreto 734 (13 de abril de 2012)", date(2012, 4, 13)),
        ("Decreto 734 del primero (1°) de abril de 2012", date(2012, 4, 1)),
        ("Resolución 9990 de fecha 3 de setiembre de 2021", date(2021, 9, 3)),
        ("Decreto 734 del 31 de abril de 2012", None),
        ("Consejo de Estado, auto del 3 de diciembre de 2007, Rad. 99.715", date(2007, 12, 3)),
    ],
)
def test_fecha(texto: str, fecha: date | None) -> None:
    cita = una(texto).cita
    assert cita is not None
    assert cita.norma.fecha == fecha


def test_la_fecha_de_las_listas() -> None:
    fechas = [h.cita.norma.fecha for h in leer(
        "las Resoluciones 214 del 3 de marzo y 388 del 22 de mayo, ambas de 2014"
    ) if h.cita]  # fmt: skip
    assert fechas == [date(2014, 3, 3), date(2014, 5, 22)]


@pytest.mark.parametrize(
    ("texto", "defecto"),
    [
        ("el párrafo 2 del artículo 5 de la Ley 80 de 1993", r"nivel mal escrito: «párrafo»"),
        ("la Ley 1340 de 20092", r"llamada de nota pegada al año: «20092»"),
        ("el concepto xxxxxx del xx de abril de 2023", "marcador sin llenar"),
        ("el Decreto 734 5 del 13 de abril de 2012", "sobra «5» tras el número"),
    ],
)
def test_defectos(texto: str, defecto: str) -> None:
    assert re.search(defecto, " ".join(una(texto, tolerante=True).defectos))
    assert not any(hallada.defectos for hallada in leer(texto))


@pytest.mark.parametrize(
    ("texto", "tipo", "numero", "anio"),
    [
        ("la Ley 0080 de 1993", Tipo.LEY, "0080", 1993),
        ("la Resolución 4 0326 de 2025", Tipo.RESOLUCION, "4 0326", 2025),
        ("la sentencia C-713/08", Tipo.SENTENCIA, "C-713", 2008),
        ("la Ley 9876", Tipo.LEY, "9876", None),
        ("la citada ley", Tipo.LEY, None, None),
        ("la citada resolución 9999", Tipo.RESOLUCION, "9999", None),
        ("el Diario Oficial 51.453", Tipo.DIARIO_OFICIAL, "51.453", None),
        ("Consejo de Estado, sentencia del 3 de diciembre de 2007", Tipo.SENTENCIA, None, 2007),
    ],
)
def test_numero_como_esta_escrito(
    texto: str, tipo: Tipo, numero: str | None, anio: int | None
) -> None:
    hallada = una(texto)
    assert (hallada.tipo, hallada.numero, hallada.anio) == (tipo, numero, anio)


def test_numeral_con_literal_en_cualquier_orden() -> None:
    cita = una("el numeral 8, literal A del artículo 7 de la Ley 2056 de 2020").cita
    assert cita is not None
    assert (cita.articulos, cita.partes) == (("7",), {"numeral": ("8",), "literal": ("A",)})


def test_c_es_sentencia_o_concepto_segun_lo_que_se_venga_citando() -> None:
    def tipos(texto: str) -> list[Tipo]:
        return [hallada.tipo for hallada in leer(texto)]

    assert tipos("la sentencia C-713 de 2008 y la C-481 de 2019") == [Tipo.SENTENCIA] * 2
    assert tipos("el concepto C-204 de 2021. También el C-211 de 2021") == [Tipo.CONCEPTO] * 2


def test_obra() -> None:
    hallada = una(
        "Así lo enseña SUPUESTO ROJAS, Ana. Tratado imaginario. Bogotá: Inventada, 2004. p. 45."
    )
    assert hallada.cita is not None
    norma = hallada.cita.norma
    assert (hallada.tipo, hallada.modo, hallada.anio) == (Tipo.DOCTRINA, Modo.PLENA, 2004)
    assert (norma.nombre, norma.entidad) == ("Tratado imaginario", "SUPUESTO ROJAS, Ana")
