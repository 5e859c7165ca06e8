from __future__ import annotations

import re

import pytest

from generador.catalogos.divipola import (
    AREA_NO_MUNICIPALIZADA,
    Municipio,
    buscar,
    municipio,
    municipios,
    resolver,
)
from generador.errores import DatoInvalido

TODOS = tuple(municipios().values())
PARTICULAS = {"de", "del", "la", "las", "los", "el", "y"}


@pytest.mark.parametrize(
    ("codigo", "nombre", "departamento"),
    [
        ("05001", "Medellín", "Antioquia"),
        ("05148", "El Carmen de Viboral", "Antioquia"),
        ("05360", "Itagüí", "Antioquia"),
        ("05400", "La Unión", "Antioquia"),
        ("05615", "Rionegro", "Antioquia"),
        ("05658", "San José de la Montaña", "Antioquia"),
        ("11001", "Bogotá, D. C.", "Bogotá, D. C."),
        ("13001", "Cartagena de Indias", "Bolívar"),
        ("13442", "María la Baja", "Bolívar"),
        ("13468", "Santa Cruz de Mompox", "Bolívar"),
        ("18094", "Belén de los Andaquíes", "Caquetá"),
        ("19548", "Piendamó - Tunía", "Cauca"),
        ("23419", "Los Córdobas", "Córdoba"),
        ("44001", "Riohacha", "La Guajira"),
        ("47001", "Santa Marta", "Magdalena"),
        ("50150", "Castilla la Nueva", "Meta"),
        ("54001", "San José de Cúcuta", "Norte de Santander"),
        ("70823", "San José de Toluviejo", "Sucre"),
        ("76001", "Cali", "Valle del Cauca"),
        ("76243", "El Águila", "Valle del Cauca"),
        ("88001", "San Andrés", "Archipiélago de San Andrés, Providencia y Santa Catalina"),
        ("94343", "Barrancominas", "Guainía"),
    ],
)
def test_el_nombre_se_escribe_como_en_una_frase(
    codigo: str, nombre: str, departamento: str
) -> None:
    assert municipio(codigo) == Municipio(codigo, nombre, departamento)


def test_la_tabla_esta_completa() -> None:
    assert len(TODOS) == 1122
    assert len({m.departamento for m in TODOS}) == 33
    assert list(municipios()) == sorted(municipios())
    assert {m.tipo for m in TODOS} == {"municipio", "área no municipalizada"}


def test_las_areas_no_municipalizadas_son_dieciocho() -> None:
    areas = [m for m in TODOS if m.tipo == AREA_NO_MUNICIPALIZADA]
    assert len(areas) == 18
    assert {m.departamento for m in areas} == {"Amazonas", "Guainía", "Vaupés"}


def test_los_dos_primeros_digitos_son_el_departamento() -> None:
    assert len({(m.codigo[:2], m.departamento) for m in TODOS}) == 33
    assert all(re.fullmatch(r"[0-9]{5}", m.codigo) for m in TODOS)


def test_ningun_nombre_conserva_la_grafia_de_la_tabla_oficial() -> None:
    malos = []
    for m in TODOS:
        for nombre in (m.nombre, m.departamento):
            primera, *otras = re.findall(r"\w+", nombre.removesuffix(", D. C."))
            bien = primera.istitle() and all(
                p in PARTICULAS or (p.istitle() and p.lower() not in PARTICULAS) for p in otras
            )
            if not bien or nombre != " ".join(nombre.split()):
                malos.append(nombre)
    assert malos == []


@pytest.mark.parametrize(
    ("codigo", "dice"),
    [
        ("5615", "son cinco dígitos. ¿Quiso decir «05615», Rionegro (Antioquia)?"),
        ("05616", "no está en la DIVIPOLA. ¿Quiso decir «"),
        ("", "son cinco dígitos. Escriba el código"),
        ("Rionegro", "son cinco dígitos. Escriba el código"),
        ("٠٥٦١٥", "son cinco dígitos."),
        ("05615 ", "son cinco dígitos."),
        ("005615", "son cinco dígitos."),
    ],
)
def test_codigo_que_no_existe(codigo: str, dice: str) -> None:
    with pytest.raises(DatoInvalido, match=re.escape(dice)):
        municipio(codigo)


@pytest.mark.parametrize(
    ("nombre", "departamento", "codigos"),
    [
        ("Rionegro", None, ["05615", "68615"]),
        ("rionegro", "antioquia", ["05615"]),
        ("RIONEGRO", "Boyacá", []),
        ("medellin", None, ["05001"]),
        ("  Bogota D.C. ", None, ["11001"]),
        ("Bogotá DC", None, ["11001"]),
        ("Bogotá", None, ["11001"]),
        ("Cartagena", None, ["13001", "18150"]),
        ("Mompox", None, ["13468"]),
        ("Tolú", None, ["70820"]),
        ("Barranco Minas", None, ["94343"]),
        ("Santa Rosa", None, ["13683", "19701"]),  # y no Santa Rosa de Osos
        ("Belén", "Nariño", ["52083"]),
        ("San Andrés", "Archipiélago", ["88001"]),
        ("Argelia", "Cauca", ["19050"]),  # y no la del Valle del Cauca
        ("Argelia", "Valle", ["76054"]),
        ("Villa", "Chocó", []),
        ("", None, []),
        ("--", None, []),
    ],
)
def test_buscar(nombre: str, departamento: str | None, codigos: list[str]) -> None:
    assert [m.codigo for m in buscar(nombre, departamento)] == codigos


@pytest.mark.parametrize(
    ("texto", "codigo"),
    [
        ("05615", "05615"),
        (" 05615 ", "05615"),
        ("Rionegro (Antioquia)", "05615"),
        ("RIONEGRO(SANTANDER)", "68615"),
        ("Cúcuta", "54001"),
        ("Bogotá, D. C.", "11001"),
        ("San Andrés (Archipiélago de San Andrés, Providencia y Santa Catalina)", "88001"),
    ],
)
def test_resolver(texto: str, codigo: str) -> None:
    assert resolver(texto).codigo == codigo


def test_lo_que_se_escribe_se_vuelve_a_leer() -> None:
    assert [m for m in TODOS if resolver(str(m)) != m or resolver(m.codigo) != m] == []


@pytest.mark.parametrize(
    ("texto", "dice"),
    [
        ("Rionegro", "puede ser Rionegro (Antioquia) o Rionegro (Santander)."),
        ("Cartagena", "Cartagena de Indias (Bolívar) o Cartagena del Chairá (Caquetá)."),
        ("Cartagena", "o el código: 13001 o 18150."),
        ("Bolívar", "(Cauca), Bolívar (Santander) o Bolívar (Valle del Cauca)."),
        ("Nariño", "(Cundinamarca) o Nariño (Nariño)."),
        ("Medelin", "¿Quiso decir «Medellín»?"),
        ("Rionegro (Antioqia)", "¿Quiso decir «Rionegro (Antioquia)»?"),
        ("Xyzw", "Escriba el nombre oficial o el código."),
        ("", "No hay ningún municipio «»"),
        ("5615", "¿Quiso decir «05615»"),
        ("99999", "no está en la DIVIPOLA."),
    ],
)
def test_resolver_explica_lo_que_no_entiende(texto: str, dice: str) -> None:
    with pytest.raises(DatoInvalido, match=re.escape(dice)):
        resolver(texto)


def test_el_catalogo_no_se_puede_cambiar() -> None:
    with pytest.raises(TypeError):
        municipios()["00000"] = TODOS[0]  # type: ignore[index]  # es lo que se prueba
