"""Las fuentes de un caso: sus claves, sus años y cómo pasan a citas."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import Field

from generador.caso.lectura import leer_bytes
from generador.citas.norma import Tipo
from generador.citas.providencia import Obra, Providencia
from generador.errores import DatoFaltante, DatoInvalido
from generador.modelo.comunes import Modelo
from generador.modelo.falta import Falta
from generador.modelo.fuentes import Fuente, definidas, leer_clave, leer_en_linea
from generador.modelo.validacion import Validado, validar


class Muestra(Modelo):
    """Una muestra."""

    fuentes: tuple[Fuente, ...] = Field((), description="Fuentes.")


def validado(fuente: str) -> Validado[Muestra]:
    return validar(leer_bytes(f"fuentes:\n  - {{{fuente}}}\n".encode(), "caso.yaml"), Muestra)


def fuente(escrita: str) -> Any:
    hecho = validado(escrita)
    assert hecho.hallazgos == ()
    return hecho.caso.fuentes[0]


@pytest.mark.parametrize("clave", ["c713", "C-713", "se_juridicos", "1", "a-b_c2"])
def test_clave_buena(clave: str) -> None:
    assert leer_clave(f" {clave} ") == clave


@pytest.mark.parametrize("clave", ["c 713", "año", "c,713", "-c", "c_", "{c}", "ñ", ""])
def test_clave_mala(clave: str) -> None:
    with pytest.raises(DatoInvalido):
        leer_clave(clave)


def test_la_providencia_pasa_entera() -> None:
    escrita = (
        "clave: se, providencia: {corporacion: Consejo de Estado, clase: Auto, "
        "seccion: Sección Tercera, fecha: 2007-12-03, radicado: 11001-03, expediente: '24.715', "
        "ponentes: [Ruth Inventada, Ana Inventada]}"
    )
    assert fuente(escrita).providencia.cita() == Providencia(
        corporacion="Consejo de Estado",
        clase=Tipo.AUTO,
        seccion="Sección Tercera",
        fecha=date(2007, 12, 3),
        radicado="11001-03",
        expediente="24.715",
        ponentes=("Ruth Inventada", "Ana Inventada"),
    )


@pytest.mark.parametrize("anio", [1450, 1887, 2004])
def test_la_obra_puede_ser_antigua(anio: int) -> None:
    hecha = fuente(f"clave: m, obra: {{apellidos: Inventado, titulo: Los actos, anio: {anio}}}")
    assert hecha.obra.cita() == Obra(apellidos="Inventado", titulo="Los actos", anio=anio)


@pytest.mark.parametrize(
    ("escrita", "rutas"),
    [
        ("clave: c 713, otra: {completa: A, corta: A}", ["fuentes[1].clave"]),
        ("otra: {completa: A, corta: A}", ["fuentes[1].clave"]),
        ("clave: a, otra: {completa: A}", ["fuentes[1].otra.corta"]),
        ("clave: a, otra: {completa: A, corta: {archivo: a.md}}", ["fuentes[1].otra.corta"]),
        (r'clave: a, otra: {completa: "A\n\nB", corta: A}', ["fuentes[1].otra.completa"]),
        ("clave: a, obra: {apellidos: A, titulo: T, anio: 1449}", ["fuentes[1].obra.anio"]),
        ("clave: a, providencia: {corporacion: C, numero: C-1, anio: 1885}",
         ["fuentes[1].providencia.anio"]),
        ("clave: a, providencia: {corporacion: C, clase: fallo}", ["fuentes[1].providencia.clase"]),
        ('clave: a, concepto: {numero: "204", fecha: 2022-04-22}', ["fuentes[1].concepto.numero"]),
    ],
)  # fmt: skip
def test_lo_que_no_se_entiende_se_dice_en_su_campo(escrita: str, rutas: list[str]) -> None:
    assert [h.ruta for h in validado(escrita).hallazgos] == rutas


def test_en_borrador_falta_el_dato() -> None:
    hecha = validado("clave: a, providencia: {numero: C-1, anio: 2008}").caso.fuentes[0]
    assert hecha.providencia is not None
    with pytest.raises(DatoFaltante, match="corporacion"):
        hecha.providencia.cita()


def test_un_parrafo_con_renglones_vacios_en_los_bordes() -> None:
    assert leer_en_linea("\nUno\ndos\n\n") == "\nUno\ndos\n\n"


def test_varios_parrafos_no_son_una_referencia() -> None:
    with pytest.raises(DatoInvalido, match="varios párrafos"):
        leer_en_linea("Uno\n \ndos")


def test_de_cada_clave_la_primera() -> None:
    fuentes = tuple(Fuente.model_construct(clave=c) for c in ("a", Falta("x"), "b", "a"))
    assert definidas(fuentes) == {"a": 0, "b": 2}
    assert [
        f.clases for f in (fuente("clave: a"), fuente("clave: a, otra: {completa: A, corta: A}"))
    ] == [(), ("otra",)]
