"""Las tablas que van al lado del caso: qué queda en el árbol, y qué se dice de cada celda."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generador.caso.al_lado import traer
from generador.caso.arbol import Lista, Mapa, crudo, lugar_de, lugar_de_clave
from generador.caso.lectura import leer_bytes
from generador.caso.rejilla import TOPE_FILAS, Rejilla
from generador.caso.tabla import TABLAS, construir
from generador.errores import CasoRechazado
from generador.hallazgos import Gravedad, Hallazgo, Lugar
from tests.caso.libros import ESTILOS, Fila, Xml, hoja, libro

Celda = str | float | bool
CASO = "municipios: {archivo: m.xlsx, hoja: Municipios}\n"
TITULOS = ("Código", "DEPARTAMENTO ", "Municipio", "NBI (%)")
MEDELLIN = ("05001", "Antioquia", "Medellín", 12.4)


def leer(carpeta: Path, caso: str = CASO) -> tuple[Mapa, list[Hallazgo]]:
    raiz, _, hallazgos = traer(leer_bytes(caso.encode(), "caso.yaml"), carpeta)
    return raiz, hallazgos


def con_libro(carpeta: Path, *filas: Fila, resto: str = "") -> tuple[Mapa, list[Hallazgo]]:
    (carpeta / "m.xlsx").write_bytes(libro({"Municipios": hoja(filas, resto)}))
    return leer(carpeta)


def filas_de(raiz: Mapa) -> Any:
    """Las filas de la tabla, en `dict` y `str`."""
    return crudo(raiz.campos["municipios"])


def dichos(hallazgos: list[Hallazgo]) -> list[tuple[str, str]]:
    """Código y celda de cada hallazgo."""
    return [
        (h.codigo, Lugar("", h.linea or 0, h.columna or 0).celda if h.hoja is not None else "")
        for h in hallazgos
    ]


def test_cada_fila_queda_con_sus_campos_sus_indicadores_y_el_lugar_de_cada_celda(
    tmp_path: Path,
) -> None:
    raiz, hallazgos = con_libro(
        tmp_path, (), TITULOS, MEDELLIN, (5002.0, "Antioquia", " Abejorral ", None)
    )
    assert hallazgos == []
    assert crudo(raiz) == {
        "municipios": [
            {
                "codigo": "05001",
                "departamento": "Antioquia",
                "municipio": "Medellín",
                "indicadores": {"nbi": "12,4"},
            },
            {
                "codigo": "5002",
                "departamento": "Antioquia",
                "municipio": "Abejorral",
                "indicadores": {"nbi": ""},
            },
        ]
    }
    nbi = lugar_de(raiz, ("municipios", 0, "indicadores", "nbi"))
    archivo = str(tmp_path / "m.xlsx")
    assert nbi == Lugar(archivo, 3, 4, "Municipios")
    assert str(nbi) == f"{archivo}:Municipios!D3"
    vacia = ("municipios", 1, "indicadores", "nbi")
    assert lugar_de_clave(raiz, vacia).celda == "D4"


def test_sin_mas_columnas_que_las_propias_no_hay_indicadores(tmp_path: Path) -> None:
    raiz, _ = con_libro(tmp_path, TITULOS[:3], MEDELLIN[:3])
    (fila,) = filas_de(raiz)
    assert set(fila) == {"codigo", "departamento", "municipio"}


ERROR = Xml('<c r="REF" t="e"><v>#N/A</v></c>')
SIN_NOMBRE = Xml('<c t="e" r="REF"></c>')
CON_RESULTADO = Xml('<c r="REF"><f>1+1</f><v>2</v></c>')
TEXTO_VACIO = Xml('<c r="REF" t="str"><f>IF(1,"")</f><v></v></c>')
SIN_RESULTADO = Xml('<c r="REF"><f>1+1</f></c>')
RESULTADO_VACIO = Xml('<c r="REF"><f t="shared" si="0"/><v/></c>')
PORCENTAJE = Xml('<c r="REF" s="1"><v>0.1428</v></c>')
PORCENTAJE_DECLARADO = Xml('<c r="REF" s="2"><v>0.1428</v></c>')
DE_MENTIRAS = Xml('<c r="REF" s="3"><v>14.28</v></c>')
TEXTO_EN_PORCENTAJE = Xml('<c r="REF" s="1" t="inlineStr"><is><t>14,28</t></is></c>')
FECHA = Xml('<c r="REF" s="4"><v>45000</v></c>')
DE_LOS_NUEVOS = Xml('<c r="REF" t="e"><v>#SPILL!</v></c>')
NO_NUMERO = Xml('<c r="REF"><v>NaN</v></c>')


@pytest.mark.parametrize(
    ("celda", "codigo"),
    [
        (12.0, ""),
        (True, ""),
        (CON_RESULTADO, ""),
        (TEXTO_VACIO, ""),
        (DE_MENTIRAS, ""),
        (TEXTO_EN_PORCENTAJE, ""),
        (Xml('<c r="REF" s="1"/>'), ""),
        (Xml('<c r="REF" s="1"></c>'), ""),
        (99999999999999.0, ""),
        (0.1 + 0.2, "CASO064"),
        (1.2345678901234567e19, "CASO064"),
        (ERROR, "CASO060"),
        (SIN_NOMBRE, "CASO060"),
        (DE_LOS_NUEVOS, "CASO060"),
        (SIN_RESULTADO, "CASO061"),
        (RESULTADO_VACIO, "CASO061"),
        (PORCENTAJE, "CASO062"),
        (PORCENTAJE_DECLARADO, "CASO062"),
        (FECHA, "CASO063"),
        (NO_NUMERO, "CASO060"),
        ("14,28\u200b", "CASO066"),
        ("\u202e14,28", "CASO066"),
    ],
)
def test_la_celda_que_no_dice_lo_que_muestra_se_rechaza_en_su_sitio(
    tmp_path: Path, celda: Celda, codigo: str
) -> None:
    _, hallazgos = con_libro(tmp_path, TITULOS, (*MEDELLIN[:3], celda))
    assert dichos(hallazgos) == ([(codigo, "D2")] if codigo else [])
    assert {h.ruta for h in hallazgos} <= {"municipios[1].indicadores.nbi", ""}


@pytest.mark.parametrize(
    ("celda", "texto"),
    [
        (True, "sí"),
        (False, "no"),
        (5001.0, "5001"),
        (-0.5, "-0,5"),
        (1e-7, "0,0000001"),
        (0.0, "0"),
        ("San\u00a0José  de\nCúcuta", "San José de Cúcuta"),
    ],
)
def test_lo_que_se_lee_es_lo_que_se_ve(tmp_path: Path, celda: Celda, texto: str) -> None:
    raiz, hallazgos = con_libro(tmp_path, TITULOS, (*MEDELLIN[:3], celda))
    assert hallazgos == []
    (fila,) = filas_de(raiz)
    assert fila["indicadores"]["nbi"] == texto


SOBRA, VACIA = (*MEDELLIN, "suelto"), (None, None, None, None)


@pytest.mark.parametrize(
    ("filas", "esperado"),
    [
        ([], [("CASO054", "A1")]),
        ([("  ",)], [("CASO054", "A1")]),
        ([TITULOS], [("CASO054", "A1")]),
        ([("Lista de municipios",), TITULOS, MEDELLIN], [("CASO057", "B2"), ("CASO057", "C2"),
            ("CASO057", "D2"), ("CASO055", "A1"), ("CASO055", "A1"), ("CASO055", "A1")]),
        ([TITULOS[1:], MEDELLIN[1:]], [("CASO055", "A1")]),
        ([(*TITULOS, "nbi %"), (*MEDELLIN, 3.0)], [("CASO056", "E1")]),
        ([(*TITULOS, "CODIGO"), (*MEDELLIN, 3.0)], [("CASO056", "E1")]),
        ([TITULOS, MEDELLIN, SOBRA], [("CASO057", "E3")]),
        ([(*TITULOS, "%"), SOBRA], [("CASO057", "E2")]),
        ([(*TITULOS, "  "), MEDELLIN], []),
        ([TITULOS, MEDELLIN, VACIA, MEDELLIN, VACIA], [("CASO058", "A3")]),
        ([TITULOS, MEDELLIN, (ERROR,)], [("CASO060", "A3")]),
    ],
)  # fmt: skip
def test_una_tabla_que_no_se_entiende_se_explica(
    tmp_path: Path, filas: list[Fila], esperado: list[tuple[str, str]]
) -> None:
    _, hallazgos = con_libro(tmp_path, *filas)
    assert dichos(hallazgos) == esperado


def test_las_celdas_combinadas_se_rechazan(tmp_path: Path) -> None:
    resto = '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'
    raiz, hallazgos = con_libro(tmp_path, TITULOS, MEDELLIN, MEDELLIN, resto=resto)
    assert dichos(hallazgos) == [("CASO067", "B2")]
    assert "(B2:B3)" in hallazgos[0].mensaje
    # Lo que queda en el árbol está donde el hallazgo: lo que el modelo diga de ahí es un eco.
    assert lugar_de(raiz, ("municipios",)).celda == "B2"


@pytest.mark.parametrize("lejos", ["A10000", "AAA2"])
def test_una_hoja_enorme_se_rechaza_antes_de_llenar_la_memoria(tmp_path: Path, lejos: str) -> None:
    lejana = Xml(f'<c r="{lejos}"><v>1</v></c>')
    _, hallazgos = con_libro(tmp_path, TITULOS, (*MEDELLIN, lejana))
    assert [h.codigo for h in hallazgos] == ["CASO059"]


def test_una_celda_lejana_con_formato_y_sin_dato_no_estorba(tmp_path: Path) -> None:
    vacias = Xml('<c r="A10000" s="1"/><c r="B10000" s="1"></c>')
    _, hallazgos = con_libro(tmp_path, TITULOS, (*MEDELLIN, vacias))
    assert hallazgos == []


def test_la_tabla_tiene_un_tope_de_filas_y_de_columnas() -> None:
    filas = [list(TITULOS), *([list(map(str, MEDELLIN))] * TOPE_FILAS)]
    for rejilla in (
        Rejilla("m.csv", "", filas),
        Rejilla("m.csv", "", [filas[0], filas[1] + ["1"] * 700]),
    ):
        with pytest.raises(CasoRechazado) as error:
            construir(rejilla, TABLAS["municipios"], "municipios")
        assert error.value.hallazgos[0].codigo == "CASO059"


@pytest.mark.parametrize(
    ("datos", "motivo"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "antiguo"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "contraseña"),
        (b"<html><table></table></html>", "no es un libro"),
        (b"", "no es un libro"),
        (b"PK\x03\x04 roto", "dañado"),
        (libro({"Municipios": hoja([TITULOS, MEDELLIN])})[:-400], "dañado"),
        (libro({"Municipios": hoja([TITULOS, MEDELLIN])}, raiz="otra/"), "dañado"),
        (libro({"Municipios": hoja([TITULOS, MEDELLIN])[:-40]}), "dañado"),
        (libro({"Municipios": hoja([TITULOS, MEDELLIN])}, estilos=ESTILOS[:-9]), "dañado"),
        (libro({"Municipios": hoja([TITULOS, (Xml('<c t="e"><v>#N/A</v></c>'),)])}), "dañado"),
    ],
)
def test_un_libro_que_no_se_puede_leer_dice_por_que(
    tmp_path: Path, datos: bytes, motivo: str
) -> None:
    (tmp_path / "m.xlsx").write_bytes(datos)
    raiz, hallazgos = leer(tmp_path)
    assert [(h.codigo, h.linea, h.columna, h.hoja) for h in hallazgos] == [("CASO050", 1, 23, None)]
    assert motivo in hallazgos[0].mensaje
    assert crudo(raiz) == {"municipios": "[falta: m.xlsx]"}


def test_un_libro_sin_estilos_o_con_su_indice_desde_la_raiz_se_lee(tmp_path: Path) -> None:
    hojas = {"Municipios": hoja([TITULOS, MEDELLIN])}
    for datos in (libro(hojas, estilos=None), libro(hojas, raiz="/xl/worksheets/")):
        (tmp_path / "m.xlsx").write_bytes(datos)
        assert leer(tmp_path)[1] == []


def test_un_libro_enorme_no_se_descomprime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generador.caso.hoja_xlsx.TOPE_DESCOMPRIMIDO", 100)
    _, hallazgos = con_libro(tmp_path, TITULOS, MEDELLIN)
    assert "enorme" in hallazgos[0].mensaje


def test_un_archivo_que_pesa_demasiado_no_se_lee(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generador.caso.al_lado.TOPE_AL_LADO", 100)
    _, hallazgos = con_libro(tmp_path, TITULOS, MEDELLIN)
    assert (hallazgos[0].codigo, "pesa más" in hallazgos[0].mensaje) == ("CASO050", True)


@pytest.mark.parametrize(
    ("campo", "codigo", "pista"),
    [
        ("{archivo: m.xlsx, hoja: municipios}", "", ""),
        ("{archivo: m.xlsx}", "CASO052", "Léame, Municipios"),
        ("{archivo: m.xlsx, hoja: Municipio}", "CASO051", "«Municipios»"),
        ("{archivo: m.xlsx, hojas: Municipios}", "CASO053", "«hoja»"),
        ("{archivo: m.xlsx, hoja: [Municipios]}", "CASO053", "nombre de la hoja"),
        ("{archivo: m.csv, hoja: Municipios}", "CASO053", "no tiene hojas"),
        ("{archivo: m.ods}", "CASO033", "«.xlsx» o «.csv»"),
        ("{archivo: ../m.xlsx}", "CASO034", ""),
        ("{archivo: n.xlsx}", "CASO035", "«m.xlsx»"),
    ],
)
def test_el_caso_dice_que_hoja_de_que_archivo(
    tmp_path: Path, campo: str, codigo: str, pista: str
) -> None:
    hojas = {"Léame": hoja([("Hola",)]), "Municipios": hoja([TITULOS, MEDELLIN])}
    (tmp_path / "m.xlsx").write_bytes(libro(hojas))
    (tmp_path / "m.csv").write_text("x", encoding="utf-8")
    _, hallazgos = leer(tmp_path, f"municipios: {campo}\n")
    assert [h.codigo for h in hallazgos] == ([codigo] if codigo else [])
    assert all(pista in h.remedio for h in hallazgos)


def test_un_libro_de_una_sola_hoja_no_necesita_que_se_la_nombre(tmp_path: Path) -> None:
    (tmp_path / "m.xlsx").write_bytes(libro({"Hoja 1": hoja([TITULOS, MEDELLIN])}))
    assert leer(tmp_path, "municipios: {archivo: m.xlsx}\n")[1] == []


@pytest.mark.parametrize(
    "caso",
    [
        "municipios:\n- {codigo: '05001', departamento: Antioquia, municipio: Medellín}\n",
        "municipios: {archivo: [m.xlsx]}\n",
        "municipios: {archivo: }\n",
        "municipios: {hoja: Municipios}\n",
        "otro: {municipios: {archivo: m.xlsx, hoja: Municipios}}\n",
    ],
)
def test_lo_que_no_es_una_tabla_al_lado_queda_como_estaba(tmp_path: Path, caso: str) -> None:
    escrito = leer_bytes(caso.encode(), "caso.yaml")
    raiz, _, hallazgos = traer(escrito, tmp_path)
    assert (crudo(raiz), hallazgos) == (crudo(escrito), [])


RENGLONES = "Código{0}Departamento{0}Municipio{0}NBI\n05001{0}Antioquia{0}Medellín{0}{1}\n"


@pytest.mark.parametrize(
    ("separador", "nbi", "codificacion", "notas"),
    [
        (";", "12,4", "utf-8", []),
        (";", "12,4", "utf-8-sig", []),
        ("\t", "12,4", "utf-8", []),
        (",", '"12,4"', "utf-8", []),
        (";", "12,4", "cp1252", ["CASO069"]),
    ],
)
def test_un_csv_se_lee_como_lo_haya_guardado_excel(
    tmp_path: Path, separador: str, nbi: str, codificacion: str, notas: list[str]
) -> None:
    texto = "\r\n" + RENGLONES.format(separador, nbi).replace("\n", "\r\n")
    (tmp_path / "m.csv").write_bytes(texto.encode(codificacion))
    raiz, hallazgos = leer(tmp_path, "municipios: {archivo: m.csv}\n")
    assert [h.codigo for h in hallazgos] == notas
    assert all(h.gravedad is Gravedad.NOTA for h in hallazgos)
    (fila,) = filas_de(raiz)
    assert fila == {
        "codigo": "05001",
        "departamento": "Antioquia",
        "municipio": "Medellín",
        "indicadores": {"nbi": "12,4"},
    }
    lugar = lugar_de(raiz, ("municipios", 0, "municipio"))
    assert str(lugar) == f"{tmp_path / 'm.csv'}:C3"


@pytest.mark.parametrize(
    ("datos", "codigo", "celda"),
    [
        (b"", "CASO054", "A1"),
        (b"PK\x03\x04", "CASO050", "A1"),
        ("Código;Departamento".encode("utf-16"), "CASO050", "A1"),
        (b'a;b\n"x;y\n', "CASO068", "A2"),
        (b"a;b\n" * 10_050, "CASO059", "A1"),
    ],
)
def test_un_csv_que_no_se_entiende_se_explica(
    tmp_path: Path, datos: bytes, codigo: str, celda: str
) -> None:
    (tmp_path / "m.csv").write_bytes(datos)
    _, hallazgos = leer(tmp_path, "municipios: {archivo: m.csv}\n")
    assert dichos(hallazgos) == [(codigo, celda)]


def test_el_dinero_no_admite_fracciones_de_centavo(tmp_path: Path) -> None:
    titulos = [*TABLAS["proyectos"].obligatorias]
    fila = ("E-1", "Redes", "energía", "energía", "05001", 921125209529.56, 10.125, "sí")
    (tmp_path / "p.xlsx").write_bytes(libro({"P": hoja([titulos, fila])}))
    raiz, hallazgos = leer(tmp_path, "proyectos: {archivo: p.xlsx}\n")
    assert dichos(hallazgos) == [("CASO065", "G2")]
    proyectos = raiz.campos["proyectos"]
    assert isinstance(proyectos, Lista)
    fila_leida: Any = crudo(proyectos.elementos[0])
    assert fila_leida["costo"] == "921125209529,56"


@settings(derandomize=True, deadline=None)
@given(
    st.lists(
        st.lists(
            st.one_of(
                st.text(max_size=8),
                st.floats(),
                st.integers(),
                st.booleans(),
                st.dates(),
                st.timedeltas(),
            ),
            max_size=6,
        ),
        max_size=6,
    )
)
def test_ninguna_rejilla_rompe_la_lectura(filas: list[list[str | float | bool]]) -> None:
    rejilla = Rejilla("m.xlsx", "H", [list(TITULOS), *filas])
    try:
        lista, hallazgos = construir(rejilla, TABLAS["municipios"], "municipios")
    except CasoRechazado:
        return  # ya dijo por qué
    assert len(lista.elementos) <= len(filas)
    assert all(h.hoja == "H" and h.linea and h.columna for h in hallazgos)
