"""Las reglas de las fuentes: claves, datos y lo que el catálogo sabe de otro modo."""

from __future__ import annotations

import pytest
from pydantic import Field

from generador.caso.lectura import leer_bytes
from generador.hallazgos import Hallazgo
from generador.modelo.comunes import Modelo, TextoMarcado
from generador.modelo.fuentes import Fuente
from generador.modelo.validacion import validar
from generador.reglas.fuentes import revisar_fuentes


class Muestra(Modelo):
    """Una muestra."""

    fuentes: tuple[Fuente, ...] = Field((), description="Fuentes.")
    texto: TextoMarcado | None = Field(None, description="Texto.")


def revisar(escrito: str) -> list[Hallazgo]:
    caso = validar(leer_bytes(escrito.encode(), "caso.yaml"), Muestra).caso
    return list(revisar_fuentes(caso, caso.fuentes))


def hallados(*fuentes: str, texto: str = "") -> list[tuple[str, str]]:
    lineas = "".join(f"  - {{{fuente}}}\n" for fuente in fuentes)
    return [(h.codigo, h.ruta) for h in revisar(f"fuentes:\n{lineas}{texto}")]


def providencia(clave: str, datos: str) -> str:
    return f"clave: {clave}, providencia: {{{datos}}}"


CORTE = "corporacion: Corte Constitucional"
C713 = f"{CORTE}, numero: C-713, anio: 2008"
VARGAS = "ponentes: [Clara Inés Vargas Hernández]"
CONSEJO = "corporacion: Consejo de Estado, radicado: 11001-03-26-000-2003-00014-01"
OTRA = "otra: {completa: A., corta: A}"
OBRA = "obra: {apellidos: Inventado, titulo: Los actos, anio: 2004}"


@pytest.mark.parametrize(
    ("fuentes", "esperado"),
    [
        ([providencia("a", f"{C713}, {VARGAS}"), f"clave: b, {OTRA}", f"clave: c, {OBRA}"], []),
        (["clave: a, concepto: {numero: C-204, fecha: 2022-04-22}"], []),
        # Claves repetidas.
        (
            [f"clave: a, {OTRA}", f"clave: b, {OTRA}", f"clave: a, {OBRA}"],
            [("FUE003", "fuentes[3].clave")],
        ),
        ([OTRA, OTRA], []),
        # La misma fuente con dos claves, aunque se escriba de otro modo.
        (
            [
                providencia("a", C713),
                providencia("b", f"{CORTE}, numero: c-713, fecha: 2008-07-15"),
            ],
            [("FUE004", "fuentes[2]")],
        ),
        ([f"clave: a, {OBRA}", f"clave: b, {OBRA}"], [("FUE004", "fuentes[2]")]),
        ([providencia("a", C713), providencia("b", f"{CORTE}, numero: C-713, anio: 2009")], []),
        # El número de la Corte Constitucional lleva letra; el de otra corporación, no siempre.
        (
            [providencia("a", f'{CORTE}, numero: "713", anio: 2008')],
            [("FUE005", "fuentes[1].providencia.numero")],
        ),
        ([providencia("a", f"{CORTE}, numero: SU-070, anio: 2013")], []),
        ([providencia("a", f'{CORTE}, clase: auto, numero: "12", anio: 2013')], []),
        ([providencia("a", "corporacion: Corte Suprema, numero: SC123-2019, anio: 2019")], []),
        # Lo que el catálogo sabe de otro modo.
        (
            [providencia("a", f"{C713}, ponentes: [Otro Inventado]")],
            [("FUE007", "fuentes[1].providencia.ponentes")],
        ),
        (
            [providencia("a", f"{CORTE}, numero: C-713, fecha: 2008-07-16")],
            [("FUE007", "fuentes[1].providencia.fecha")],
        ),
        (
            [providencia("a", f"{CORTE}, numero: C-713, anio: 2009, {VARGAS}")],
            [("FUE007", "fuentes[1].providencia")],
        ),
        ([providencia("a", f"{CORTE}, numero: C-713, anio: 2009, ponentes: [Otro Inventado]")], []),
        ([providencia("a", f"{CONSEJO}, anio: 2008")], [("FUE007", "fuentes[1].providencia")]),
        (
            [providencia("a", f"{CONSEJO}, anio: 2007, seccion: Sección Quinta")],
            [("FUE007", "fuentes[1].providencia.seccion")],
        ),
        ([providencia("a", f"{CONSEJO}, anio: 2007, seccion: 'Sala X, Sección Tercera'")], []),
        # Una clase, y solo una.
        ([f"clave: a, {OTRA}, {OBRA}"], [("FUE009", "fuentes[1]")]),
        (["clave: a"], [("FUE009", "fuentes[1]")]),
        # Los datos que no bastan o no concuerdan.
        ([providencia("a", f"{CORTE}, anio: 2008")], [("FUE010", "fuentes[1]")]),
        ([providencia("a", f"{C713}, fecha: 2009-01-02")], [("FUE010", "fuentes[1]")]),
        # Lo que falta lo dice la validación.
        ([providencia("a", "numero: C-713, anio: 2008")], []),
    ],
)
def test_fuentes(fuentes: list[str], esperado: list[tuple[str, str]]) -> None:
    assert hallados(*fuentes) == esperado


NOMBRADA = "la Sentencia C-713 de 2008"


@pytest.mark.parametrize(
    ("texto", "lugar"),
    [
        (f"Uno[^n].\n\n[^n]: Ver {NOMBRADA}.", (7, 16)),
        (f"Uno[^n].\n\n[^n]: Ver.\n\n    Y {NOMBRADA}.", (9, 12)),
        (f"Uno^[Ver [esto](https://a.co) y {NOMBRADA}.]", (5, 38)),
        # En el texto corrido se nombra sin citarla.
        (f"Según {NOMBRADA}.", None),
        (f"[^n]: Nota.\n\nSegún {NOMBRADA}[^n].", None),
        # Ya está citada en la nota, o es lo que otro dijo.
        (f"Uno^[Ver {NOMBRADA} {{fuente: a, p. 2}}.]", None),
        (f"Uno^[Dijo: «según {NOMBRADA}, es así».]", None),
        ("Uno^[Ver la Sentencia C-540 de 2023.]", None),
        ("Uno^[Ver la Ley 80 de 1993.]", None),
    ],
)
def test_la_que_se_escribe_a_mano(texto: str, lugar: tuple[int, int] | None) -> None:
    renglones = "".join(f"  {renglon}\n" for renglon in texto.split("\n"))
    escrito = f"fuentes:\n  - {{{providencia('a', C713)}}}\n\ntexto: |\n{renglones}"
    hallazgos = revisar(escrito)
    if lugar is None:
        assert hallazgos == []
        return
    (aviso,) = hallazgos
    assert (aviso.codigo, aviso.ruta, (aviso.linea, aviso.columna)) == ("FUE006", "texto", lugar)
    assert aviso.remedio.startswith("Escriba {fuente: a}")


def test_los_mensajes_nombran_la_fuente() -> None:
    otro = providencia("b", f"{C713}, ponentes: [Otro]")
    lineas = f"  - {{clave: a, {OTRA}, {OBRA}}}\n  - {{{otro}}}\n"
    dos, ponente = revisar(f"fuentes:\n{lineas}")
    assert dos.mensaje == "La fuente «a» es a la vez obra y otra."
    assert ponente.mensaje.startswith("Sentencia C-713 de 2008: según el catálogo, la ponencia es")
