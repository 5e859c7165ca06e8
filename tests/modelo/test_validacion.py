from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import pytest
from pydantic import BeforeValidator, Field

from generador.caso.lectura import leer_bytes
from generador.errores import DatoInvalido
from generador.hallazgos import Gravedad, Hallazgo
from generador.modelo.comunes import Entero, Fecha, Modelo, Nit, Texto, opcion
from generador.modelo.falta import Falta
from generador.modelo.validacion import Validado, validar


class Prueba(Modelo):
    """Un documento que prueba algo."""

    documento: Texto = Field(description="Qué documento es.")
    fecha: Fecha | None = Field(None, description="De cuándo.")


class Parte(Modelo):
    """Una parte."""

    razon_social: Texto = Field(description="Como en el registro.")
    nit: Nit = Field(description="Con dígito de verificación.")
    pruebas: tuple[Prueba, ...] = Field((), description="Documentos que lo prueban.")


class Caso(Modelo):
    """Un caso pequeño con todas las formas."""

    tipo: Annotated[str, opcion("uno", "dos")] = Field(description="Cuál.")
    dias: Entero = Field(description="Cuántos.")
    parte: Parte = Field(description="Quién.")
    otra: Parte | None = Field(None, description="Otra parte, si la hay.")
    nombres: Annotated[tuple[Texto, ...], Field(min_length=1, max_length=2)] = Field(
        description="Uno o dos nombres."
    )


BUENO = """\
tipo: uno
dias: 15
parte:
  razon_social: Ejemplo S.A.S.
  nit: 900.111.222-1
  pruebas:
    - documento: Certificado
      fecha: 2024-06-28
nombres: [Uno, Dos]
"""


def validar_texto(texto: str, modelo: type[Modelo] = Caso) -> Validado[Modelo]:
    return validar(leer_bytes(texto.encode(), "caso.yaml"), modelo)


def resumen(hallazgos: Sequence[Hallazgo]) -> list[str]:
    return [f"{h.linea}:{h.columna} {h.codigo} {h.ruta}" for h in hallazgos]


def test_el_caso_bueno_no_tiene_hallazgos() -> None:
    validado = validar_texto(BUENO)
    assert validado.hallazgos == ()
    assert isinstance(validado.caso, Caso)
    assert validado.caso.parte.pruebas[0].documento == "Certificado"
    assert validado.caso.nombres == ("Uno", "Dos")


# Qué se cambia, dónde se dice, y fragmentos del mensaje y del remedio.
@pytest.mark.parametrize(
    ("antes", "despues", "esperado", "mensaje", "remedio"),
    [
        # Claves desconocidas: con sugerencia y sin decir además que falta la buena.
        (
            "  nit:",
            "  nitt:",
            "5:3 MOD002 parte.nitt",
            "No se conoce la clave «nitt».",
            "¿Quiso decir «nit»? Aquí van: razon_social, nit, pruebas.",
        ),
        (
            "  razon_social:",
            "  razón_socal:",
            "4:3 MOD002 parte.razón_socal",
            "«razón_socal»",
            "¿Quiso decir «razon_social»?",
        ),
        (
            "dias: 15\n",
            "dias: 15\nzzz: 1\n",
            "3:1 MOD002 zzz",
            "«zzz»",
            "Aquí van: tipo, dias, parte, otra, nombres.",
        ),
        (
            "dias: 15\n",
            "dias: 15\n5: 1\n",
            "3:1 MOD002 5",
            "«5»",
            "Si son los decimales de un número, póngalo entre comillas. Aquí van: tipo",
        ),
        (
            "      fecha:",
            "      fehca:",
            "8:7 MOD002 parte.pruebas[1].fehca",
            "«fehca»",
            "¿Quiso decir «fecha»? Aquí van: documento, fecha.",
        ),
        # Faltantes: en el grupo donde van.
        ("dias: 15\n", "", "1:1 MOD001 dias", "Falta «dias».", "Añada la clave «dias». Cuántos."),
        (
            "  nit: 900.111.222-1\n",
            "",
            "3:1 MOD001 parte.nit",
            "Falta «nit».",
            "Añada la clave «nit». Con dígito de verificación.",
        ),
        (
            "documento: Certificado\n      fecha",
            "fecha",
            "7:7 MOD001 parte.pruebas[1].documento",
            "Falta «documento».",
            "Qué documento es.",
        ),
        (
            BUENO[BUENO.index("parte:") : BUENO.index("nombres:")],
            "",
            "1:1 MOD001 parte",
            "Falta «parte».",
            "Quién. Lleva debajo, con sangría: razon_social, nit, pruebas.",
        ),
        (
            "nombres: [Uno, Dos]\n",
            "",
            "1:1 MOD001 nombres",
            "Falta «nombres».",
            "Uno o dos nombres",
        ),
        # Sin valor: en la clave.
        (
            "dias: 15",
            "dias:",
            "2:1 MOD001 dias",
            "«dias» está sin valor.",
            "Escríbalo. Cuántos.",
        ),
        (
            "  nit: 900.111.222-1",
            "  nit:",
            "5:3 MOD001 parte.nit",
            "«nit» está sin valor.",
            "Con dígito de verificación.",
        ),
        (
            BUENO[BUENO.index("parte:") : BUENO.index("nombres:")],
            "parte:\n",
            "3:1 MOD001 parte",
            "«parte» está sin valor.",
            "Lleva debajo, con sangría: razon_social",
        ),
        # Valores que no se entienden: en el valor.
        ("dias: 15", "dias: quince", "2:7 MOD003 dias", "«quince»", "solo cifras"),
        ("dias: 15", 'dias: ""', "2:7 MOD003 dias", "El valor está vacío.", "Escríbalo"),
        ("tipo: uno", "tipo: un", "1:7 MOD003 tipo", "«un»", "¿Quiso decir «uno»?"),
        (
            "fecha: 2024-06-28",
            "fecha: 2024-06-31",
            "8:14 MOD003 parte.pruebas[1].fecha",
            "2024-06-31",
            "Revise el día",
        ),
        # Otra forma.
        (
            "dias: 15",
            "dias: [15]",
            "2:7 MOD003 dias",
            "Se esperaba un solo valor y hay una lista.",
            "misma línea de la clave",
        ),
        (
            "dias: 15",
            "dias: {a: 15}",
            "2:7 MOD003 dias",
            "hay un grupo de campos",
            "sin guiones ni sangría",
        ),
        (
            BUENO[BUENO.index("parte:") : BUENO.index("nombres:")],
            "parte: Ejemplo S.A.S.\n",
            "3:8 MOD004 parte",
            "«parte» debe ser un grupo de campos.",
            "Escríbalos debajo, con sangría: razon_social, nit, pruebas.",
        ),
        (
            BUENO[BUENO.index("parte:") : BUENO.index("nombres:")],
            "parte: [uno]\n",
            "3:8 MOD004 parte",
            "debe ser un grupo de campos",
            "con sangría",
        ),
        (
            "nombres: [Uno, Dos]",
            "nombres: Uno",
            "9:10 MOD004 nombres",
            "«nombres» debe ser una lista.",
            "con un guion delante",
        ),
        (
            "nombres: [Uno, Dos]",
            "nombres: {Uno: Dos}",
            "9:10 MOD004 nombres",
            "debe ser una lista",
            "Escriba cada elemento en su línea",
        ),
        (
            "    - documento: Certificado\n      fecha: 2024-06-28",
            "    - Certificado",
            "7:7 MOD004 parte.pruebas[1]",
            "El elemento 1 debe ser un grupo de campos.",
            "documento, fecha",
        ),
        (
            "nombres: [Uno, Dos]",
            "nombres: [Uno, [Dos]]",
            "9:16 MOD003 nombres[2]",
            "hay una lista",
            "misma línea",
        ),
        # Listas cortas y largas.
        (
            "nombres: [Uno, Dos]",
            "nombres: []",
            "9:10 MOD005 nombres",
            "«nombres» tiene 0 elementos y van al menos 1.",
            "Añada los que faltan.",
        ),
        (
            "nombres: [Uno, Dos]",
            "nombres: [Uno, Dos, Tres, Cuatro, Cinco]",
            "9:10 MOD005 nombres",
            "«nombres» tiene 5 elementos y van como máximo 2.",
            "Quite los que sobran.",
        ),
    ],
)
def test_se_dice_que_paso_donde_y_como_se_arregla(
    antes: str, despues: str, esperado: str, mensaje: str, remedio: str
) -> None:
    assert BUENO.count(antes) == 1
    hallazgos = validar_texto(BUENO.replace(antes, despues)).hallazgos
    assert resumen(hallazgos) == [esperado]
    (hallazgo,) = hallazgos
    assert hallazgo.gravedad is Gravedad.ERROR
    assert hallazgo.archivo == "caso.yaml"
    assert mensaje in hallazgo.mensaje
    assert remedio in hallazgo.remedio


def test_una_lista_de_tres_se_queda_corta_de_uno() -> None:
    class DeTres(Modelo):
        """Una lista."""

        partes: Annotated[tuple[Texto, ...], Field(min_length=3)] = Field(description="Tres.")

    (hallazgo,) = validar_texto("partes: [a]\n", DeTres).hallazgos
    assert hallazgo.mensaje == "«partes» tiene 1 elemento y van al menos 3."


def test_todo_a_la_vez_en_una_pasada() -> None:
    texto = """\
tipo: tres
dais: 15
parte:
  razon_social:
  nit: 900.111.222-2
  pruebas:
    - documento: [Certificado]
      fecha: mañana
    - fecha: 2024-02-30
      folio: 3
    - suelto
otra: Otro
nombres: [Uno, {a: b}, Tres]
sobra: 1
"""
    hallazgos = validar_texto(texto).hallazgos
    assert sorted(resumen(hallazgos)) == sorted(
        [
            "1:7 MOD003 tipo",
            "2:1 MOD002 dais",
            "4:3 MOD001 parte.razon_social",
            "5:8 MOD003 parte.nit",
            "7:18 MOD003 parte.pruebas[1].documento",
            "8:14 MOD003 parte.pruebas[1].fecha",
            "9:7 MOD001 parte.pruebas[2].documento",
            "9:14 MOD003 parte.pruebas[2].fecha",
            "10:7 MOD002 parte.pruebas[2].folio",
            "11:7 MOD004 parte.pruebas[3]",
            "12:7 MOD004 otra",
            "13:10 MOD005 nombres",
            "13:16 MOD003 nombres[2]",
            "14:1 MOD002 sobra",
        ]
    )


def test_donde_no_se_pudo_leer_queda_una_falta() -> None:
    caso = validar_texto("tipo: tres\nparte: x\nnombres: x\n").caso
    assert isinstance(caso, Caso)
    rutas = {"tipo": caso.tipo, "dias": caso.dias, "parte.nit": caso.parte.nit}
    rutas["nombres[1]"] = caso.nombres[0]
    assert rutas == {ruta: Falta(ruta) for ruta in rutas}
    assert caso.otra is None
    assert caso.parte.pruebas == ()


def test_lo_que_le_falta_a_un_relleno_no_se_informa() -> None:
    class DeTres(Modelo):
        """Una lista obligatoria de tres, que el caso no trae."""

        partes: Annotated[tuple[Texto, ...], Field(min_length=3)] = Field(description="Tres.")

    validado = validar_texto("partes:\n", DeTres)
    assert resumen(validado.hallazgos) == ["1:1 MOD001 partes"]
    assert isinstance(validado.caso, DeTres)
    assert len(validado.caso.partes) == 3


def test_un_tipo_que_rechaza_hasta_la_falta_es_un_defecto_y_se_dice() -> None:
    def rechazar(_crudo: object) -> str:
        raise DatoInvalido("No.", "Nunca.")

    class Imposible(Modelo):
        """Un modelo que nada satisface."""

        a: Annotated[str, BeforeValidator(rechazar)] = Field(description="Nada sirve.")

    with pytest.raises(AssertionError, match="no converge"):
        validar_texto("a: 1\n", Imposible)
