from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generador.caso.arbol import crudo
from generador.caso.lectura import leer_bytes
from generador.errores import DatoInvalido
from generador.hallazgos import Lugar
from generador.modelo import comunes
from generador.modelo.comunes import (
    frase,
    leer_anio,
    leer_correo,
    leer_entero,
    leer_marcado,
    leer_municipio,
    leer_nit,
    leer_seccional,
    leer_si_no,
    leer_texto,
    opcion,
)
from generador.modelo.falta import Falta

ESTADO = opcion("cumple", "no cumple", "requerido").leer
MEDIO = opcion("electrónica", "personal", "publicación").leer

BUENOS: list[tuple[Any, str, Any]] = [
    (leer_texto, "  Ejemplar & Modelo S.A.S. \n", "Ejemplar & Modelo S.A.S."),
    (leer_texto, "no", "no"),
    (leer_texto, "0412", "0412"),
    (leer_texto, "1.0", "1.0"),
    (leer_texto, "uno\ndos", "uno\ndos"),
    (leer_entero, "0", 0),
    (leer_entero, " 15 ", 15),
    (leer_entero, "999999999", 999999999),
    (leer_anio, "1991", 1991),
    (leer_anio, "2025", 2025),
    (leer_anio, "2199", 2199),
    (leer_si_no, "sí", True),
    (leer_si_no, "si", True),
    (leer_si_no, "SÍ", True),
    (leer_si_no, "s\u0069\u0301", True),
    (leer_si_no, "No", False),
    (leer_si_no, "true", True),
    (leer_si_no, "false", False),
    (leer_nit, "900.111.222-1", "900.111.222-1"),
    (leer_nit, "900111222-1", "900.111.222-1"),
    (leer_nit, "900111222 - 1", "900.111.222-1"),
    (leer_nit, "900111222–1", "900.111.222-1"),
    (leer_nit, "899.999.061-9", "899.999.061-9"),
    (leer_nit, "12345678-8", "12.345.678-8"),
    (leer_nit, "1.234.567.890-2", "1.234.567.890-2"),
    (leer_correo, "notificaciones@entidad.gov.co", "notificaciones@entidad.gov.co"),
    (leer_correo, " a.b+c_d@sub.dominio.com ", "a.b+c_d@sub.dominio.com"),
    (leer_correo, "operador@cafetal-inexistente.example", "operador@cafetal-inexistente.example"),
    (ESTADO, "cumple", "cumple"),
    (ESTADO, "NO CUMPLE", "no cumple"),
    (ESTADO, " no  cumple ", "no cumple"),
    (MEDIO, "Electronica", "electrónica"),
    (MEDIO, "publicacion", "publicación"),
    (lambda t: str(leer_municipio(t)), "05615", "Rionegro (Antioquia)"),
    (lambda t: str(leer_municipio(t)), "rionegro (santander)", "Rionegro (Santander)"),
    (lambda t: leer_seccional(t).ciudad, "11", "Medellín"),
    (lambda t: leer_seccional(t).codigo, "direccion seccional de aduanas de bogota", "3"),
]

MALOS: list[tuple[Any, str, str, str]] = [
    (leer_texto, "", "El valor está vacío", "borre la clave si es opcional"),
    (leer_texto, " \t\n", "está vacío", "Escríbalo"),
    (leer_entero, "", "está vacío", "Escríbalo"),
    (leer_entero, "1.5", "«1.5» no es un número entero", "solo cifras"),
    (leer_entero, "10.000", "«10.000» no es un número entero", "solo cifras"),
    (leer_entero, "-1", "no es un número entero", "solo cifras"),
    (leer_entero, "+5", "no es un número entero", "solo cifras"),
    (leer_entero, "1e3", "no es un número entero", "solo cifras"),
    (leer_entero, "cinco", "«cinco»", "como 15"),
    (leer_entero, "5 días", "«5 días»", "solo cifras"),
    (leer_entero, "٣", "no es un número entero", "solo cifras"),
    (leer_entero, "1234567890", "no es un número entero", "solo cifras"),
    (leer_anio, "25", "«25» no es un año", "cuatro cifras"),
    (leer_anio, "1990", "no es un año", "entre 1991 y 2199"),
    (leer_anio, "2200", "no es un año", "entre 1991 y 2199"),
    (leer_anio, "2.025", "«2.025» no es un año", "cuatro cifras"),
    (leer_anio, "20250", "no es un año", "cuatro cifras"),
    (leer_anio, "٢٠٢٥", "no es un año", "cuatro cifras"),
    (leer_anio, "2025-01-01", "no es un año", "cuatro cifras"),
    (leer_si_no, "tal vez", "«tal vez» no es «sí» ni «no»", "Escriba sí o no"),
    (leer_si_no, "s", "no es «sí» ni «no»", "Escriba sí o no"),
    (leer_si_no, "1", "no es «sí» ni «no»", "Escriba sí o no"),
    (leer_si_no, "yes", "no es «sí» ni «no»", "Escriba sí o no"),
    (leer_si_no, "X", "no es «sí» ni «no»", "Escriba sí o no"),
    (leer_si_no, "", "está vacío", "Escríbalo"),
    (leer_nit, "900111222", "no es un NIT con dígito de verificación", "900.123.456-8"),
    (leer_nit, "900.111.222-2", "no concuerda: con ese número sería 1", "contra el RUT"),
    (leer_nit, "900.111.223-1", "no concuerda", "contra el RUT"),
    (leer_nit, "90.0111.222-1", "no es un NIT", "número, guion y dígito"),
    (leer_nit, "900111222-11", "no es un NIT", "número, guion y dígito"),
    (leer_nit, "900-111-222-1", "no es un NIT", "número, guion y dígito"),
    (leer_nit, "000.000.000-0", "no es un NIT", "número, guion y dígito"),
    (leer_nit, "NIT 900.111.222-1", "no es un NIT", "número, guion y dígito"),
    (leer_nit, "1234567-1", "no es un NIT", "número, guion y dígito"),
    (leer_nit, "900111222,1", "no es un NIT", "número, guion y dígito"),
    (leer_correo, "sin arroba", "«sin arroba» no es un correo", "nombre@entidad.gov.co"),
    (leer_correo, "a@b", "no es un correo", "nombre@"),
    (leer_correo, "a@b.c", "no es un correo", "nombre@"),
    (leer_correo, "a@b..co", "no es un correo", "nombre@"),
    (leer_correo, "a b@c.co", "no es un correo", "nombre@"),
    (leer_correo, "a@b.co; c@d.co", "no es un correo", "nombre@"),
    (leer_correo, "a@b.co,", "no es un correo", "nombre@"),
    (leer_correo, "a@b.co.", "no es un correo", "nombre@"),
    (leer_correo, "<a@b.co>", "no es un correo", "nombre@"),
    (leer_correo, "mailto:a@b.co", "no es un correo", "nombre@"),
    (ESTADO, "cumpe", "«cumpe» no es una opción", "¿Quiso decir «cumple»?"),
    (ESTADO, "xyz", "no es una opción", "Opciones: cumple, no cumple, requerido."),
    (MEDIO, "correo certificado", "no es una opción", "Opciones: electrónica"),
    (leer_municipio, "5615", "cinco dígitos", "«05615»"),
    (leer_municipio, "Rionegro", "Rionegro (Antioquia) o", "05615 o 68615"),
    (leer_seccional, "Medellín", "No hay ninguna seccional", "Escriba el nombre completo"),
]


@pytest.mark.parametrize(("leer", "texto", "valor"), BUENOS)
def test_se_lee(leer: Any, texto: str, valor: Any) -> None:
    leido = leer(texto)
    assert (type(leido), leido) == (type(valor), valor)


@pytest.mark.parametrize(("leer", "texto", "mensaje", "remedio"), MALOS)
def test_se_rechaza_y_se_explica(leer: Any, texto: str, mensaje: str, remedio: str) -> None:
    with pytest.raises(DatoInvalido) as error:
        leer(texto)
    assert mensaje in error.value.mensaje
    assert remedio in error.value.remedio


@pytest.mark.parametrize(
    ("tipo", "texto", "valor"),
    [
        (comunes.Texto, "10.000", "10.000"),
        (comunes.Entero, "5", 5),
        (comunes.Anio, "2025", 2025),
        (comunes.SiNo, "sí", True),
        (comunes.Dinero, "$ 921.125.209,56", Decimal("921125209.56")),
        (comunes.Dinero, "10.000", Decimal("10000")),
        (comunes.Porcentaje, "83,97", Decimal("83.97")),
        (comunes.Fecha, "30 de junio de 2024", date(2024, 6, 30)),
        (comunes.Nit, "899999061-9", "899.999.061-9"),
        (comunes.Correo, "a@b.co", "a@b.co"),
    ],
)
def test_cada_tipo_lee_con_lo_suyo(tipo: Any, texto: str, valor: Any) -> None:
    leido = TypeAdapter(tipo).validate_python(texto)
    assert (type(leido), leido) == (type(valor), valor)


TIPOS: list[Any] = [
    comunes.Texto,
    comunes.Entero,
    comunes.Anio,
    comunes.SiNo,
    comunes.Dinero,
    comunes.Porcentaje,
    comunes.Fecha,
    comunes.Nit,
    comunes.Correo,
    comunes.Municipio,
    comunes.Seccional,
]


@pytest.mark.parametrize("tipo", TIPOS)
@pytest.mark.parametrize(
    ("crudo", "hay"),
    [([], "hay una lista"), (["1"], "hay una lista"), ({"a": "1"}, "hay un grupo de campos")],
)
def test_donde_va_un_valor_no_va_un_grupo(tipo: Any, crudo: object, hay: str) -> None:
    with pytest.raises(ValidationError) as error:
        TypeAdapter(tipo).validate_python(crudo)
    (detalle,) = error.value.errors()
    dato = detalle["ctx"]["error"]
    assert isinstance(dato, DatoInvalido)
    assert hay in dato.mensaje
    assert "misma línea" in dato.remedio


@pytest.mark.parametrize("tipo", TIPOS)
def test_la_falta_pasa_entera(tipo: Any) -> None:
    falta = Falta("x")
    assert TypeAdapter(tipo).validate_python(falta) is falta


@given(st.text(max_size=40), st.sampled_from(TIPOS))
@settings(derandomize=True, deadline=None, max_examples=600)
def test_ningun_texto_da_otra_cosa_que_un_dato_o_su_explicacion(texto: str, tipo: Any) -> None:
    try:
        TypeAdapter(tipo).validate_python(texto)
    except ValidationError as error:
        (detalle,) = error.errors()
        dato = detalle["ctx"]["error"]
        assert isinstance(dato, DatoInvalido)
        assert dato.mensaje
        assert dato.remedio


@given(st.integers(10**7, 10**10 - 1), st.integers(0, 9))
@settings(derandomize=True, deadline=None, max_examples=300)
def test_un_solo_digito_de_verificacion_sirve(numero: int, digito: int) -> None:
    def sirve(dv: int) -> bool:
        try:
            leer_nit(f"{numero}-{dv}")
        except DatoInvalido:
            return False
        return True

    assert [dv for dv in range(10) if sirve(dv)] != []
    assert sum(sirve(dv) for dv in range(10)) == 1
    if sirve(digito):
        assert leer_nit(leer_nit(f"{numero}-{digito}")) == leer_nit(f"{numero}-{digito}")


@pytest.mark.parametrize("escrito", ["a: >\n  uno\n\n  dos\n", "a: uno\n\n  dos\n"])
def test_un_texto_marcado_no_se_pliega(escrito: str) -> None:
    datos = crudo(leer_bytes(escrito.encode(), "caso.yaml"))
    assert isinstance(datos, dict)
    with pytest.raises(DatoInvalido, match="YAML los junta"):
        leer_marcado(str_de(datos["a"]))


def test_un_texto_marcado_conserva_su_lugar() -> None:
    datos = crudo(leer_bytes(b"a: |\n\n  uno\n", "caso.yaml"))
    assert isinstance(datos, dict)
    leido = leer_marcado(str_de(datos["a"]))
    assert leido == "\nuno\n"
    assert leido.lugar(1) == Lugar("caso.yaml", 3, 3)


def str_de(valor: object) -> str:
    assert isinstance(valor, str)
    return valor


@pytest.mark.parametrize(
    ("tras", "texto", "esperado"),
    [
        ("", "el artículo 5", None),
        ("", "Bogotá, D. C.", None),
        ("porque", "por que no", None),
        ("", ".", "no dice nada"),
        ("", "123", "no dice nada"),
        ("", "la ley.", "termina en «.»"),
        ("", "la ley,", "termina en «,»"),
        ("", "la ley;", "termina en «;»"),
        ("porque", "Porque no", "repite «porque»"),
    ],
)
def test_lo_que_se_incrusta_en_una_frase(tras: str, texto: str, esperado: str | None) -> None:
    if esperado is None:
        assert frase(tras).leer(texto) == texto
    else:
        with pytest.raises(DatoInvalido, match=esperado):
            frase(tras).leer(texto)
