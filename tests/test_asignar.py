"""`minuta asignar`: lo que se ve, lo que se procesa y el libro que queda, de un mismo cálculo."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from generador.asignar import calcular, como_jsonl
from generador.errores import CasoRechazado, UsoIncorrecto
from generador.modelo.asignacion_convocatoria import CasoConvocatoria
from generador.recursos import datos_ejemplo
from generador.reglas.asignacion import convocatoria as reparto
from generador.reglas.asignacion.convocatoria import Competencia
from tests.caso.libros import Xml, hoja, libro
from tests.casos_de_asignacion import MUNICIPIOS, PROYECTOS, convocatoria, formula
from tests.conftest import EJEMPLO, Minuta


def test_la_formula_en_tabla(tmp_path: Path) -> None:
    calculo = calcular(formula(tmp_path))
    assert list(calculo.filas) == [
        ("05001", "Antioquia", "Medellín", "$334"),
        ("05615", "Antioquia", "Rionegro", "$333"),
        ("11001", "Bogotá, D. C.", "Bogotá, D. C.", "$333"),
    ]
    assert calculo.resumen == (
        f"{tmp_path / 'caso.yaml'}: 3 beneficiarios; 1 municipio sin recursos",
        "  bolsa $1.000,01 = repartido $1.000 + saldo $0,01",
    )


def test_la_convocatoria_en_tabla(tmp_path: Path) -> None:
    calculo = calcular(convocatoria(tmp_path))
    assert [fila[:3] + fila[4:] for fila in calculo.filas] == [
        ("energía", "1", "E-1", "80,0", "$300,00", "asignado"),
        ("energía", "2", "E-2", "80,0", "$150,00", "asignado"),
        ("minería", "1", "M-1", "60,0", "$50,50", "recortado"),
        ("minería", "2", "M-2", "50,0", "$0,00", "sin saldo"),
    ]
    assert calculo.resumen == (
        f"{tmp_path / 'caso.yaml'}: reciben recursos 3 de 4 proyectos en competencia; 1 excluido",
        "  bolsa $500,50 = asignado $500,50 + saldo $0,00",
    )


def test_la_formula_en_jsonl_no_pierde_nada(tmp_path: Path) -> None:
    totales, *demas = map(json.loads, como_jsonl(calcular(formula(tmp_path))))
    assert totales == {
        "clase": "totales",
        "bolsa": "1000.01",
        "repartido": "1000",
        "saldo": "0.01",
        "beneficiarios": 3,
    }
    beneficiarios = [d for d in demas if d["clase"] == "beneficiario"]
    assert sum(Decimal(b["valor"]) for b in beneficiarios) == Decimal(totales["repartido"])
    assert beneficiarios[0] == {
        "clase": "beneficiario",
        "codigo": "05001",
        "departamento": "Antioquia",
        "municipio": "Medellín",
        "valor": "334",
        "aportes": [
            {
                "grupo": "Todos",
                "criterio": "Participación",
                "indicador": "1",
                "parte": "1/3",
                "valor": beneficiarios[0]["aportes"][0]["valor"],
            }
        ],
        "residuo": "1/3",
        "unidades_de_residuo": 1,
    }
    (fuera,) = [d for d in demas if d["clase"] == "no_elegible"]
    assert (fuera["codigo"], len(fuera["razones"])) == ("68615", 1)


def test_la_convocatoria_en_jsonl_trae_la_lista_y_cada_decision(tmp_path: Path) -> None:
    totales, *demas = map(json.loads, como_jsonl(calcular(convocatoria(tmp_path))))
    assert (totales["bolsa"], totales["asignado"], totales["saldo"]) == ("500.50", "500.50", "0.00")
    pasos = [d for d in demas if d["clase"] == "paso"]
    assert [(p["proyecto"], p["asignado"], p["desenlace"]) for p in pasos] == [
        ("E-1", "300.00", "asignado"),
        ("E-2", "150.00", "asignado"),
        ("M-1", "50.50", "recortado"),
        ("M-2", "0.00", "sin saldo"),
    ]
    for paso in pasos:
        antes, dado = Decimal(paso["saldo_antes"]), Decimal(paso["asignado"])
        assert antes - dado == Decimal(paso["saldo_despues"])
        assert paso["razon"]
    puesto = next(d for d in demas if d["clase"] == "puesto")
    assert puesto["municipios"] == ["05001"]
    assert puesto["puntos"] == [{"criterio": "Técnico", "dato": "80", "puntos": "80.0"}]
    assert [d["proyecto"] for d in demas if d["clase"] == "excluido"] == ["M-3"]


def test_un_caso_de_otro_tipo_no_tiene_que_asignar() -> None:
    with pytest.raises(UsoIncorrecto, match="asignacion-formula"):
        calcular(EJEMPLO)


def test_una_celda_mala_se_nombra_y_no_hay_calculo(tmp_path: Path) -> None:
    with pytest.raises(CasoRechazado) as error:
        calcular(formula(tmp_path, MUNICIPIOS.replace("Medellín", "Medallo")))
    (hallazgo,) = error.value.hallazgos
    assert "m.csv:C2 [municipios[1].municipio]: El código 05001" in hallazgo.como_texto()


def test_de_una_celda_que_no_se_pudo_leer_se_habla_una_sola_vez(tmp_path: Path) -> None:
    caso = convocatoria(tmp_path)
    texto = caso.read_text(encoding="utf-8").replace("p.csv", "p.xlsx")
    caso.write_text(texto, encoding="utf-8")
    encabezado, *filas = (renglon.split(";") for renglon in PROYECTOS.splitlines())
    filas[0][5] = Xml('<c r="REF" t="e"><v>#N/A</v></c>')  # el costo, que es obligatorio
    (tmp_path / "p.xlsx").write_bytes(libro({"P": hoja([encabezado, *filas])}))
    with pytest.raises(CasoRechazado) as error:
        calcular(caso)
    assert [h.codigo for h in error.value.hallazgos] == ["CASO060"]
    assert "p.xlsx:P!F2 [proyectos[1].costo]" in error.value.hallazgos[0].como_texto()
    assert json.loads(error.value.hallazgos[0].como_jsonl())["hoja"] == "P"


@pytest.mark.parametrize("mala", ["=2+2", "", "Medellín"])
def test_una_lista_de_codigos_que_no_se_entiende_no_rompe_nada(tmp_path: Path, mala: str) -> None:
    with pytest.raises(CasoRechazado) as error:
        calcular(convocatoria(tmp_path, PROYECTOS.replace(";05615;150", f";{mala};150")))
    (hallazgo,) = error.value.hallazgos
    assert (hallazgo.linea, hallazgo.columna) == (3, 5)


def test_sin_la_tabla_se_dice_que_falta_y_nada_mas(tmp_path: Path) -> None:
    for caso in (formula(tmp_path), convocatoria(tmp_path)):
        for tabla in tmp_path.glob("*.csv"):
            tabla.unlink()
        with pytest.raises(CasoRechazado) as error:
            calcular(caso)
        assert [h.codigo for h in error.value.hallazgos] == ["CASO035"]


def test_miles_de_celdas_malas_se_cuentan_y_no_se_listan(tmp_path: Path) -> None:
    malas = "".join(f"E-{n};X;energía;redes;05001;1;x;sí;;1;{n}\n" for n in range(10, 60))
    with pytest.raises(CasoRechazado) as error:
        calcular(convocatoria(tmp_path, PROYECTOS + malas))
    de_monto = [h for h in error.value.hallazgos if h.codigo == "MOD003"]
    assert len(de_monto) == 20
    assert de_monto[-1].remedio.endswith("Hay 30 más como este en la columna.")


def test_la_terminal_muestra_la_tabla_y_escribe_el_libro(minuta: Minuta, tmp_path: Path) -> None:
    caso, destino = formula(tmp_path), tmp_path / "r.xlsx"
    hecho = minuta("asignar", caso, "-o", destino)
    assert hecho.returncode == 0, hecho.stderr
    assert "05001    Antioquia       Medellín         $334" in hecho.stdout
    assert str(destino) in hecho.stderr
    primero = destino.read_bytes()
    assert primero.startswith(b"PK")
    assert minuta("asignar", caso, "-o", destino, "--formato", "jsonl").returncode == 0
    assert destino.read_bytes() == primero


def test_con_errores_la_terminal_sale_con_1_y_no_escribe(minuta: Minuta, tmp_path: Path) -> None:
    caso = formula(tmp_path, MUNICIPIOS.replace("05001", "5001x"))
    hecho = minuta("asignar", caso, "-o", tmp_path / "r.xlsx")
    assert (hecho.returncode, hecho.stdout) == (1, "")
    assert "m.csv:A2" in hecho.stderr
    assert not (tmp_path / "r.xlsx").exists()


def test_el_resultado_es_un_libro_y_no_otra_cosa(minuta: Minuta, tmp_path: Path) -> None:
    hecho = minuta("asignar", formula(tmp_path), "-o", tmp_path / "r.csv")
    assert (hecho.returncode, ".xlsx" in hecho.stderr) == (2, True)


def test_se_calcula_una_sola_vez(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    veces = []

    def contado(caso: CasoConvocatoria) -> Competencia:
        veces.append(caso)
        return competir(caso)

    competir = reparto.competir
    monkeypatch.setattr(reparto, "competir", contado)
    primero, segundo = calcular(convocatoria(tmp_path)), calcular(convocatoria(tmp_path))
    # Lo piden los textos, la revisión y el resultado; otra lectura del caso es otro caso.
    assert len(veces) == 2
    assert primero.resultado == segundo.resultado


def test_de_una_celda_mala_se_dice_una_sola_cosa(tmp_path: Path) -> None:
    caso = formula(tmp_path)
    caso.write_text(caso.read_text("utf-8").replace("m.csv", "m.xlsx"), "utf-8")
    titulos = ("Código", "Departamento", "Municipio", "Participación")
    error = Xml('<c r="REF" t="e"><v>#N/A</v></c>')
    filas = [titulos, ("05001", "Antioquia", "Medellín", error)]
    (tmp_path / "m.xlsx").write_bytes(libro({"Hoja": hoja(filas)}))
    with pytest.raises(CasoRechazado) as rechazo:
        calcular(caso)
    (hallazgo,) = rechazo.value.hallazgos
    assert (hallazgo.codigo, hallazgo.hoja, hallazgo.linea, hallazgo.columna) == (
        "CASO060",
        "Hoja",
        2,
        4,
    )


@pytest.mark.parametrize(
    ("caso", "cuantos", "bolsa"),
    [
        ("asignacion_formula_2025.yaml", 209, "774931346822"),
        ("asignacion_convocatoria_2025.yaml", 305, "921125209529.56"),
    ],
)
def test_los_ejemplos_reparten_la_bolsa_entera(caso: str, cuantos: int, bolsa: str) -> None:
    calculo = calcular(datos_ejemplo() / caso)
    assert len(list(calculo.filas)) == cuantos
    assert calculo.resultado.bolsa == Decimal(bolsa)
    assert not calculo.resultado.saldo
