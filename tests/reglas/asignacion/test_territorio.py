"""Los municipios de las filas: su código, su nombre, su departamento, y que no se repitan."""

from __future__ import annotations

from typing import Any

import pytest

from generador.hallazgos import Gravedad
from generador.modelo.falta import Falta
from generador.reglas.asignacion import asignar, distribuir, revisar
from tests.reglas.asignacion.casos import convocatoria, criterio, formula, grupo, proyecto

GRUPOS = [grupo("100", [criterio("nbi", "100")])]


def renglon(codigo: str, departamento: str, municipio: str) -> dict[str, Any]:
    datos = {"codigo": codigo, "departamento": departamento, "municipio": municipio}
    return {**datos, "indicadores": {"nbi": "1", "entra": "sí"}}


BUENAS = """
05001|Antioquia|Medellín
05001|ANTIOQUIA|MEDELLIN
11001|Bogotá, D. C.|Bogotá, D.C.
11001|BOGOTÁ D.C.|Bogotá
13468|Bolívar|Santa Cruz de Mompox
13468|Bolívar|MOMPÓS
54001|Norte de Santander|Cúcuta
54001|Norte de Santander|San José de Cúcuta
70823|Sucre|Toluviejo
70823|Sucre|Tolú Viejo
70823|Sucre|SAN JOSÉ DE TOLUVIEJO
94343|Guainía|Barranco Minas
94343|GUAINIA|BARRANCOMINAS
13001|Bolívar|Cartagena
76001|Valle|Cali
88001|San Andrés, Providencia y Santa Catalina|San Andrés
44001|Guajira|Riohacha
"""


@pytest.mark.parametrize("linea", BUENAS.split("\n")[1:-1])
def test_el_nombre_de_hoy_y_el_anterior_concuerdan(linea: str) -> None:
    assert revisar(formula([renglon(*linea.split("|"))], GRUPOS), None) == []


MALAS = [
    ("05999", "Antioquia", "Medellín", "ASG021", "codigo", "¿Quiso decir 05001, Medellín"),
    ("05999", "Antioquia", "Macondo", "ASG021", "codigo", "Escriba el código del DANE"),
    ("medellín", "Antioquia", "Medellín", "ASG021", "codigo", "¿Quiso decir 05001, Medellín"),
    ("68615", "Antioquia", "Rionegro", "ASG022", "municipio", "¿Quiso decir 05615, Rionegro"),
    ("05001", "Antioquia", "Bello", "ASG022", "municipio", "¿Quiso decir 05088, Bello"),
    ("13688", "Bolívar", "Santa Rosa", "ASG022", "municipio", "¿Quiso decir 13683, Santa Rosa"),
    ("54001", "Santander", "Cúcuta", "ASG022", "municipio", "Corrija el código o el nombre."),
    ("05001", "Antioquia", "San Pedro", "ASG022", "municipio", "Corrija el código o el nombre."),
    ("94885", "Guainía", "La Guadalupe", "ASG023", "codigo", "Quítela"),
]


@pytest.mark.parametrize(("codigo", "dep", "nombre", "hallado", "campo", "remedio"), MALAS)
def test_la_fila_que_no_concuerda_se_senala(
    codigo: str, dep: str, nombre: str, hallado: str, campo: str, remedio: str
) -> None:
    filas = [renglon("05002", "Antioquia", "Abejorral"), renglon(codigo, dep, nombre)]
    (hallazgo,) = revisar(formula(filas, GRUPOS), None)
    assert (hallazgo.codigo, hallazgo.ruta) == (hallado, f"municipios[2].{campo}")
    assert hallazgo.remedio.startswith(remedio)


def test_el_cero_perdido_se_completa_y_se_dice() -> None:
    caso = formula([renglon("5001", "Antioquia", "Medellín")], GRUPOS)
    (hallazgo,) = revisar(caso, None)
    assert (hallazgo.codigo, hallazgo.gravedad) == ("ASG024", Gravedad.NOTA)
    assert "se lee 05001, Medellín (Antioquia)" in hallazgo.mensaje
    assert distribuir(caso).beneficiarios[0].municipio.codigo == "05001"


def test_el_repetido_se_dice_aunque_haya_perdido_el_cero() -> None:
    filas = [renglon("05001", "Antioquia", "Medellín"), renglon("5001", "Antioquia", "Medellín")]
    hallazgos = revisar(formula(filas, GRUPOS), None)
    assert [(h.codigo, h.ruta) for h in hallazgos] == [
        ("ASG020", "municipios[2].codigo"),
        ("ASG024", "municipios[2].codigo"),
    ]
    assert "«municipios[1]»" in hallazgos[0].mensaje


@pytest.mark.parametrize("campo", ["codigo", "departamento", "municipio"])
@pytest.mark.parametrize("codigo", ["05002", "99999"])
def test_la_fila_a_medias_se_revisa_hasta_donde_se_puede(campo: str, codigo: str) -> None:
    fila = renglon(codigo, "Antioquia", "Abejorral")
    caso = formula([{**fila, campo: Falta(f"municipios[1].{campo}")}], GRUPOS)
    hallados = {h.codigo for h in revisar(caso, None)}
    desconocido = {"ASG021"} if codigo == "99999" and campo != "codigo" else set()
    assert hallados == {"ASG098"} | desconocido


@pytest.mark.parametrize(
    ("municipios", "codigo"),
    [
        ("05001; 99999", "ASG021"),
        ("05001; 94885", "ASG023"),
        ("05001; 5001", "ASG020"),
    ],
)
def test_los_municipios_de_un_proyecto_tambien(municipios: str, codigo: str) -> None:
    caso = convocatoria([proyecto("A", "1", municipios=municipios)])
    hallazgos = [h for h in revisar(caso, None) if h.gravedad is Gravedad.ERROR]
    assert [(h.codigo, h.ruta) for h in hallazgos] == [(codigo, "proyectos[1].municipios")]


def test_el_cero_perdido_de_un_proyecto_se_completa() -> None:
    caso = convocatoria([proyecto("A", "1", municipios="8001")])
    assert [h.codigo for h in revisar(caso, None)] == ["ASG024"]
    assert asignar(caso).puestos[0].municipios[0].nombre == "Barranquilla"


def test_un_proyecto_sin_municipios_legibles_ya_se_dijo() -> None:
    caso = convocatoria([proyecto("A", "1", municipios=Falta("proyectos[1].municipios"))])
    assert {h.codigo for h in revisar(caso, None)} == {"ASG098"}
