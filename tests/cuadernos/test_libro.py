"""El libro de Excel: lo que se escribe es lo que se vuelve a leer, y ningún dato es fórmula."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from generador.cuadernos.libro import LARGO_DE_CELDA, Columna, Formato, Hoja, escribir
from generador.errores import DatoInvalido

HOSTILES = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("http://x","y")',
    "=cmd|' /C calc'!A0",
    "#N/A",
    "#REF!",
    "TRUE",
    "1E5",
    "05001",
    "2024-01-01",
    "'=1",
    " =1",
    "<c/>&amp;]]>",
]


def reabrir(libro: bytes) -> dict[str, list[list[Any]]]:
    leido = CalamineWorkbook.from_filelike(io.BytesIO(libro))
    return {n: leido.get_sheet_by_name(n).to_python() for n in leido.sheet_names}


def xml(libro: bytes, parte: str = "xl/worksheets/sheet1.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(libro)) as abierto:
        return abierto.read(parte).decode()


def una(
    *filas: tuple[str | int | Decimal | None, ...], total: tuple[str, int] | None = None
) -> Hoja:
    columnas = [Columna("Código"), Columna("Valor", 20, Formato.PESOS)]
    return Hoja("Datos", columnas, filas, total or ())


def test_ningun_dato_se_vuelve_formula_ni_error_ni_numero() -> None:
    libro = escribir([una(*((texto, 1) for texto in HOSTILES))], "=1+1")
    assert [fila[0] for fila in reabrir(libro)["Datos"][1:]] == HOSTILES
    hoja = xml(libro)
    assert "<f" not in hoja
    assert set(re.findall(r' t="(\w+)"', hoja)) == {"inlineStr", "n"}
    # Editar la celda en Excel tampoco la vuelve fórmula.
    celdas = [fila[0] for fila in load_workbook(io.BytesIO(libro))["Datos"].iter_rows(min_row=2)]
    marcadas = {celda.value for celda in celdas if celda.quotePrefix}
    assert marcadas == {texto for texto in HOSTILES if texto[0] in "=+-@"}


@pytest.mark.parametrize(
    ("monto", "escrito"),
    [
        (Decimal("921125209529.56"), "921125209529.56"),
        (Decimal("9007199254740.99"), "9007199254740.99"),
        (999_999_999_999_999, "999999999999999"),
        (Decimal("0.01"), "0.01"),
        (0, "0"),
    ],
)
def test_un_monto_es_un_numero_sin_perder_un_centavo(monto: Decimal | int, escrito: str) -> None:
    libro = escribir([una(("a", monto))], "T")
    assert f't="n"><v>{escrito}</v>' in xml(libro)
    assert reabrir(libro)["Datos"][1][1] == float(escrito)
    celda = load_workbook(io.BytesIO(libro))["Datos"]["B2"]
    assert celda.number_format == Formato.PESOS.value


def test_el_monto_que_no_cabe_exacto_va_como_texto() -> None:
    assert reabrir(escribir([una(("a", Decimal("9999999999999999.99")))], "T"))["Datos"][1] == [
        "a",
        "9999999999999999.99",
    ]


def test_el_encabezado_queda_fijo_con_filtro_y_el_total_fuera_de_el() -> None:
    libro = escribir([una(("a", 1), ("b", 2), total=("TOTAL", 3))], "T")
    hoja = load_workbook(io.BytesIO(libro))["Datos"]
    assert (hoja.freeze_panes, hoja.auto_filter.ref) == ("A2", "A1:B3")
    assert hoja.column_dimensions["B"].width == 20
    assert hoja["A4"].value == "TOTAL"
    assert hoja["A4"].font.bold
    assert hoja.print_title_rows == "$1:$1"


def test_mismo_libro_mismos_bytes_sin_la_hora() -> None:
    uno = escribir([una(("a", 1))], "T")
    assert uno == escribir([una(("a", 1))], "T")
    assert xml(uno, "docProps/core.xml").count("2000-01-01T00:00:00Z") == 2
    with zipfile.ZipFile(io.BytesIO(uno)) as abierto:
        assert {parte.date_time[0] for parte in abierto.infolist()} == {1980}


def test_un_texto_que_no_cabe_en_la_celda_se_dice() -> None:
    with pytest.raises(DatoInvalido, match="no cabe"):
        escribir([una(("x" * (LARGO_DE_CELDA + 1), 1))], "T")


def test_un_caracter_que_no_cabe_en_xml_no_dana_el_libro() -> None:
    leido = reabrir(escribir([una(("a\x01b\ufffe", 1), ("c\rd\ne", 2))], "T"))["Datos"]
    assert [fila[0] for fila in leido[1:]] == ["a\ufffdb\ufffd", "c\rd\ne"]


def test_la_fila_tiene_el_alto_de_su_texto() -> None:
    hecho = escribir([una(("corto", 1), ("largo " * 10, 2), ("x" * 9999, 3))], "T")
    altos = [float(alto) for alto in re.findall(r' ht="([0-9.]+)"', xml(hecho))]
    assert altos[0] == altos[1] < altos[2] < altos[3] <= 409  # Excel no admite filas más altas


LETRAS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=["Cc", "Cs"]),
    min_size=1,
    max_size=20,
)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(st.lists(st.tuples(LETRAS, st.decimals(0, 10**12, places=2)), min_size=1, max_size=8))
def test_lo_escrito_es_lo_leido(filas: list[tuple[str, Decimal]]) -> None:
    leidas = reabrir(escribir([una(*filas)], "T"))["Datos"][1:]
    assert leidas == [[texto, float(monto)] for texto, monto in filas]
