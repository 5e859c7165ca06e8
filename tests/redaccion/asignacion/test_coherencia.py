from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generador.errores import ErrorDeDocumento
from generador.redaccion.asignacion import convocatoria, formula
from tests.redaccion.asignacion import expediente
from tests.redaccion.asignacion.taller import acto, con_cambio, sin_fila

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.fixture(scope="module")
def caso() -> Any:
    return expediente.formula()


@pytest.fixture(scope="module")
def docx(caso: Any) -> bytes:
    return acto(caso)


@pytest.mark.parametrize("tabla", ["cuerpo", "anexo"])
@pytest.mark.parametrize(
    ("hacer", "revisa"),
    [
        (expediente.formula, formula.comprobar),
        (expediente.convocatoria, convocatoria.comprobar),
    ],
)
def test_la_resolucion_recien_hecha_cuadra(
    hacer: Callable[[str], Any], revisa: Callable[[bytes, Any], None], tabla: str
) -> None:
    hecho = hacer(f"tabla: {tabla}\n")
    revisa(acto(hecho), hecho)


def test_con_centavos_tambien_cuadra() -> None:
    hecho = expediente.formula(unidad="centavo")
    formula.comprobar(acto(hecho), hecho)


@pytest.mark.parametrize(
    ("antes", "despues", "queja"),
    [
        (">1.000<", ">1.001<", r"suma \$1\.000 y su total dice \$1\.001"),
        (">1.000<", ">mil<", "un valor que no se entiende"),
        ("de MIL PESOS MONEDA LEGAL ($1.000)", "de MIL PESOS ($1.001)", r"dice en cifra \$1\.001"),
        ("suma de MIL", "suma de DOS MIL", r"dice en letras \$2\.000 y es \$1\.000"),
        ("suma de MIL", "suma de MUCHOS", "monto en letras del artículo 1 no se entiende"),
        ("la suma de", "un total de", "no dice «la suma de MIL PESOS"),
        ("0) entre dos (2)", "0) entre treinta y dos (2)", r"no dice «entre dos \(2\) municipios»"),
        (">13468<", ">05001<", "códigos repetidos: 05001"),
        (">13468<", ">13001<", "códigos que no reciben: 13001"),
        (">Valor ($)<", ">Valor<", r"suman \$0 y se asignan \$1\.000.*tienen 0 filas y son 2"),
    ],
)
def test_un_texto_cambiado_se_nota(
    docx: bytes, caso: Any, antes: str, despues: str, queja: str
) -> None:
    with pytest.raises(ErrorDeDocumento, match=queja):
        formula.comprobar(con_cambio(docx, antes, despues), caso)


def test_dos_valores_cambiados_entre_si_se_notan(docx: bytes, caso: Any) -> None:
    cruzado = con_cambio(docx, ">771<", ">valor<")
    for antes, despues in ((">229<", ">771<"), (">valor<", ">229<")):
        cruzado = con_cambio(cruzado, antes, despues)
    with pytest.raises(ErrorDeDocumento, match=r"fila de 05001 dice \$229 y es \$771\."):
        formula.comprobar(cruzado, caso)


def test_los_municipios_de_la_convocatoria_tambien_se_comprueban() -> None:
    hecho = expediente.convocatoria()
    cambiado = con_cambio(acto(hecho), "tres (3) municipios, presentados", "tres municipios")
    with pytest.raises(ErrorDeDocumento, match=r"no dice «a dos \(2\) proyectos de tres \(3\) m"):
        convocatoria.comprobar(cambiado, hecho)


def test_una_fila_que_falta_se_nota(docx: bytes, caso: Any) -> None:
    with pytest.raises(ErrorDeDocumento, match="tienen 1 filas y son 2"):
        formula.comprobar(sin_fila(docx, "13468"), caso)


def test_el_error_dice_que_no_se_escribio_nada(docx: bytes, caso: Any) -> None:
    with pytest.raises(ErrorDeDocumento) as error:
        formula.comprobar(sin_fila(docx, "05001"), caso)
    assert "Revise la plantilla" in error.value.remedio
