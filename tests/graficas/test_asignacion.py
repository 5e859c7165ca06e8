"""Las gráficas de una asignación: dicen lo que el resultado, en la imagen y en su descripción."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generador.asignar import calcular
from generador.graficas.asignacion import (
    DEPARTAMENTOS,
    MUNICIPIOS,
    PROYECTOS,
    VARIOS,
    de_convocatoria,
    de_formula,
)
from generador.graficas.barras import ANCHO, barras
from generador.graficas.dibujo import Grafica
from generador.graficas.posiciones import COLORES, posiciones
from generador.lengua.pesos import cifra
from generador.reglas.asignacion.resultado import Asignacion, Distribucion
from tests.casos_de_asignacion import PROYECTOS as TABLA
from tests.casos_de_asignacion import convocatoria, formula


def letreros(grafica: Grafica) -> list[str]:
    """Los textos del SVG, que también prueban que es XML bien formado."""
    raiz = ElementTree.fromstring(grafica.svg)  # noqa: S314 -- lo acaba de escribir el programa
    return [nodo.text or "" for nodo in raiz.iterfind("{*}text")]


def rectangulos(grafica: Grafica, color: str) -> list[tuple[float, ...]]:
    patron = (
        rf'<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.-]+)" height="([\d.-]+)" fill="{color}"'
    )
    return [tuple(map(float, medidas)) for medidas in re.findall(patron, grafica.svg.decode())]


def test_las_barras_van_de_mayor_a_menor_con_su_cifra_y_su_total() -> None:
    grafica = barras("Por departamento", {"Meta": Decimal(50), "Cesar": Decimal("200.50")})
    assert letreros(grafica) == [
        "Por departamento", "Cesar", "$200,50", "Meta", "$50", "Total: $250,50.",
    ]  # fmt: skip
    (_, _, mayor, _), (_, _, menor, _) = rectangulos(grafica, "#1F4E8C")
    assert menor / mayor == pytest.approx(50 / 200.5, abs=0.01)
    assert grafica.descripcion == (
        "Gráfica de barras. Por departamento. Cesar, $200,50; Meta, $50. Total: $250,50."
    )


def test_lo_que_no_cabe_se_suma_en_una_barra_gris_y_nada_se_pierde() -> None:
    montos = {f"Departamento {n:02}": Decimal(n) for n in range(1, 34)}
    grafica = barras("T", montos, tope=5)
    dichos = letreros(grafica)
    assert "Los otros 29" in dichos
    assert cifra(sum(range(1, 30))) in dichos
    assert len(rectangulos(grafica, "#8A94A3")) == 1


def test_un_nombre_muy_largo_se_corta_con_puntos_y_se_dice_entero_en_la_descripcion() -> None:
    largo = "Archipiélago de San Andrés, Providencia, Santa Catalina y los cayos de Bolívar"
    grafica = barras("T", {largo: Decimal(1)})
    assert any(letrero.endswith("…") for letrero in letreros(grafica))
    assert largo in grafica.descripcion


@pytest.mark.parametrize("montos", [{}, {"Meta": Decimal(0)}])
def test_unas_barras_vacias_no_fallan(montos: dict[str, Decimal]) -> None:
    assert "Total: $0." in letreros(barras("T", montos))


@settings(derandomize=True, deadline=None, max_examples=40)
@given(st.dictionaries(st.text(max_size=60), st.decimals(0, 10**12, places=2), max_size=40))
def test_nada_se_sale_de_la_hoja(montos: dict[str, Decimal]) -> None:
    legibles = {"".join(c for c in n if c.isprintable()): m for n, m in montos.items()}
    grafica = barras("Un título con <signos> & «comillas»", legibles)
    assert letreros(grafica)
    for x, _, ancho, _ in rectangulos(grafica, "#1F4E8C"):
        assert 0 <= x <= x + ancho <= ANCHO


def test_las_posiciones_tienen_el_color_de_su_clase_y_su_leyenda() -> None:
    puestos = [("asignado", Decimal(80)), ("sin saldo", Decimal(60)), ("asignado", Decimal(20))]
    grafica = posiciones("Puntajes", puestos, escala=str, cosas="proyectos")
    assert len(rectangulos(grafica, COLORES[0])) == 2 + 1  # dos barras y la muestra
    assert len(rectangulos(grafica, COLORES[1])) == 1 + 1
    assert {"asignado", "sin saldo", "Puesto 1", "Puesto 3"} <= set(letreros(grafica))
    assert grafica.descripcion == (
        "Gráfica de posiciones. Puntajes. 3 proyectos: 2 «asignado» y 1 «sin saldo». "
        "El mayor valor es 80 y el menor, 20."
    )


def test_una_leyenda_larga_pasa_de_renglon() -> None:
    puestos = [(f"una decisión bastante larga número {n}", Decimal(n)) for n in range(9)]
    svg = posiciones("T", puestos, escala=str, cosas="proyectos").svg.decode()
    alturas = re.findall(r'y="([\d.]+)" font-size="8" fill="#1F2937">una decisión', svg)
    assert len(alturas) == 9
    assert len(set(alturas)) > 1


def test_sin_puestos_hay_una_grafica_que_lo_dice() -> None:
    grafica = posiciones("T", [], escala=str, cosas="proyectos")
    assert grafica.descripcion.endswith("No hay proyectos.")


def test_las_de_la_formula(tmp_path: Path) -> None:
    hecho = calcular(formula(tmp_path)).resultado
    assert isinstance(hecho, Distribucion)
    graficas = de_formula(hecho)
    assert set(graficas) == {DEPARTAMENTOS, MUNICIPIOS}
    assert "Antioquia, $667; Bogotá, D. C., $333. Total: $1.000." in (
        graficas[DEPARTAMENTOS].descripcion
    )
    assert graficas == de_formula(hecho)
    for grafica in graficas.values():
        imagen = Image.open(io.BytesIO(grafica.png))
        assert imagen.width == round(ANCHO * 300 / 72)


def test_lo_compartido_entre_departamentos_no_se_divide(tmp_path: Path) -> None:
    caso = convocatoria(tmp_path, TABLA.replace(";05001;300", ";05001 68615;300"))
    hecho = calcular(caso).resultado
    assert isinstance(hecho, Asignacion)
    graficas = de_convocatoria(hecho)
    assert set(graficas) == {DEPARTAMENTOS, PROYECTOS}
    assert f"{VARIOS}, $300,00" in graficas[DEPARTAMENTOS].descripcion
    assert "1 «sin saldo»" in graficas[PROYECTOS].descripcion
