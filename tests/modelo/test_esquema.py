from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generador import recursos
from generador.errores import DatoInvalido
from generador.modelo import comunes, formas
from generador.modelo.comunes import Lector, Modelo, leer_si_no, opcion
from generador.modelo.esquema import BORRADOR, esquema, volcar
from generador.tipos import TIPOS
from tests.modelo.como_editor import como_editor
from tests.modelo.muestra import Muestra

EJEMPLOS = sorted(recursos.datos_ejemplo().glob("*.yaml"))
BIENES = (recursos.datos_ejemplo() / "plan_bienes_2025.yaml").read_text(encoding="utf-8")
MODELOS = [*(t.modelo for t in TIPOS.values()), Muestra]
LECTORES = {
    nombre: parte
    for nombre, alias in vars(comunes).items()
    if get_origin(alias) is Annotated
    for parte in get_args(alias)
    if isinstance(parte, Lector)
}


def errores(modelo: type[Modelo], texto: str) -> list[str]:
    """Las rutas que el esquema señala en un caso, con los tipos que ve el editor."""
    validador = Draft7Validator(esquema(modelo, "prueba"))
    return [e.json_path for e in validador.iter_errors(como_editor(texto))]


def nodos(valor: Any) -> Iterator[dict[str, Any]]:
    if isinstance(valor, dict):
        yield valor
        valor = list(valor.values())
    if isinstance(valor, list):
        for hijo in valor:
            yield from nodos(hijo)


@pytest.mark.parametrize("modelo", MODELOS)
def test_es_un_esquema_draft_07_valido(modelo: type[Modelo]) -> None:
    forma = esquema(modelo, "plan")
    Draft7Validator.check_schema(forma)
    assert (forma["$schema"], forma["title"]) == (BORRADOR, "plan")
    assert not any("$defs" in nodo or "title" in nodo for nodo in nodos(forma["definitions"]))
    assert all(len(nodo) == 1 for nodo in nodos(forma) if "$ref" in nodo)


@pytest.mark.parametrize("modelo", MODELOS)
def test_toda_propiedad_tiene_descripcion(modelo: type[Modelo]) -> None:
    forma = esquema(modelo, "plan")
    grupos = {"": forma, **forma["definitions"]}
    mudas = [
        f"{grupo}.{nombre}"
        for grupo, contenido in grupos.items()
        for nombre, propiedad in contenido["properties"].items()
        if not propiedad.get("description")
    ]
    assert mudas == []
    assert all(g["additionalProperties"] is False for g in grupos.values())


@pytest.mark.parametrize("modelo", MODELOS)
def test_conserva_el_orden_y_lo_obligatorio_del_modelo(modelo: type[Modelo]) -> None:
    forma = esquema(modelo, "plan")
    campos = modelo.model_fields
    assert list(forma["properties"]) == list(campos)
    assert forma["required"] == [n for n, campo in campos.items() if campo.is_required()]


def test_conserva_la_descripcion_de_cada_uso_de_un_grupo() -> None:
    acto = esquema(TIPOS["suscripcion-plan"].modelo, "plan")["definitions"]["Acto"]["properties"]
    assert acto["firmante"]["description"] == "Quien firma el acto."
    assert (
        acto["firmante"]["allOf"] == acto["reviso"]["allOf"] == [{"$ref": "#/definitions/Persona"}]
    )


@pytest.mark.parametrize("archivo", EJEMPLOS, ids=lambda a: a.stem)
def test_los_casos_de_ejemplo_cumplen(archivo: Path) -> None:
    texto = archivo.read_text(encoding="utf-8")
    tipo = TIPOS[como_editor(texto)["tipo"]]
    assert errores(tipo.modelo, texto) == []


@pytest.mark.parametrize(
    ("antes", "despues"),
    [
        ("gran_contribuyente: no", "gran_contribuyente: SI"),
        ("gran_contribuyente: no", "gran_contribuyente: Si"),
        ("gran_contribuyente: no", "gran_contribuyente: true"),
        ("medio: electrónica", "medio: Electronica"),
        ("medio: electrónica", "medio: ELECTRÓNICA"),
        ("calidad: representante legal", "calidad: Representante  Legal"),
        ("tipo: suscripcion-plan", "tipo: Suscripción plan"),
        ("exportacion: 48.750.320.115,40", "exportacion: 10.000"),
        ("exportacion: 48.750.320.115,40", "exportacion: 0"),
        ("anio_gravable: 2025", 'anio_gravable: "2025"'),
        ("numero: 0412", "numero: 0412-A"),
        ("numero: 0412", "numero:"),
        ("  correo: notificaciones@ejemplar-modelo.example\n  gran", "  correo:\n  gran"),
        ("fecha: 2024-10-18", "fecha: 18 de octubre de 2024"),
        ("municipio: 05615 ", "municipio: 5615 "),
        ("remision:\n  fecha: 2024-10-21", "remision:"),
        ("radicado: 1-2024-000123\n  fecha", "radicado: 12024000123\n  fecha"),
    ],
)
def test_admite_lo_que_el_asesor_escribe(antes: str, despues: str) -> None:
    assert BIENES.count(antes) == 1
    caso = BIENES.replace(antes, despues)
    assert errores(TIPOS["suscripcion-plan"].modelo, caso) == []


@pytest.mark.parametrize(
    ("antes", "despues", "ruta"),
    [
        ("  clase: bienes", "  clas: bienes", "$.usuario_industrial"),
        ("  clase: bienes", "  clase: mixta", "$.usuario_industrial.clase"),
        ("nit: 900.111.222-1", "nit: 900111222", "$.usuario_industrial.nit"),
        ("nit: 900.111.222-1", "nit:", "$.usuario_industrial.nit"),
        ("nit: 900.111.222-1", "nit: [900.111.222-1]", "$.usuario_industrial.nit"),
        (
            "gran_contribuyente: no",
            "gran_contribuyente: 1",
            "$.usuario_industrial.gran_contribuyente",
        ),
        (
            "gran_contribuyente: no",
            "gran_contribuyente: quizá",
            "$.usuario_industrial.gran_contribuyente",
        ),
        ("solicitud:\n  radicado", "solicitudes:\n  radicado", "$"),
        ("remision:\n  fecha: 2024-10-21", "remision: 2024-10-21", "$.remision"),
        ("remision:\n  fecha: 2024-10-21", "remision: []", "$.remision"),
        ("firmante:\n    nombre: Fulana", "firmante:\n    apodo: Fulana", "$.acto.firmante"),
    ],
)
def test_senala_lo_que_minuta_rechaza(antes: str, despues: str, ruta: str) -> None:
    assert BIENES.count(antes) == 1
    hallados = errores(TIPOS["suscripcion-plan"].modelo, BIENES.replace(antes, despues))
    assert set(hallados) == {ruta}


@pytest.mark.parametrize("cuantas", [0, 3])
def test_senala_una_lista_demasiado_corta_o_larga(cuantas: int) -> None:
    caso = como_editor(BIENES)
    caso["zona_franca"]["seccionales"] = ["Dirección"] * cuantas
    validador = Draft7Validator(esquema(TIPOS["suscripcion-plan"].modelo, "plan"))
    (error,) = validador.iter_errors(caso)
    assert error.json_path == "$.zona_franca.seccionales"


@pytest.mark.parametrize("modelo", MODELOS)
def test_no_ofrece_lo_que_el_archivo_no_debe_decir(modelo: type[Modelo]) -> None:
    # Un «null» escrito es texto para Minuta; un ejemplo único, el editor lo escribe como dato.
    forma = esquema(modelo, "plan")
    negadas = [nodo["not"] for nodo in nodos(forma) if "not" in nodo]
    for nodo in nodos(forma):
        assert isinstance(nodo.get("default", ""), str)
        assert len(nodo.get("examples", ["", ""])) > 1
        assert nodo in negadas or not {"null", "boolean"} & set(nodo.get("type", ()))


def test_los_valores_por_defecto_van_como_se_escriben() -> None:
    forma = esquema(Muestra, "muestra")
    propiedades = {**forma["properties"], **forma["definitions"]["Rama"]["properties"]}
    por_defecto = {n: p["default"] for n, p in propiedades.items() if "default" in p}
    assert por_defecto == {"medio": "electrónica", "visible": "sí", "oculta": "no"}


@pytest.mark.parametrize(("nombre", "lector"), LECTORES.items(), ids=list(LECTORES))
def test_los_ejemplos_se_pueden_leer_y_cumplen(nombre: str, lector: Lector) -> None:
    ejemplos = [*lector.esquema.get("examples", ()), *formas.listado(lector.esquema)]
    assert ejemplos or nombre in ("Texto", "TextoMarcado", "Oracion", "ConLetras", "Frase")
    for ejemplo in ejemplos:
        lector.leer(str(ejemplo))
        Draft7Validator(lector.esquema).validate(ejemplo)


def acepta(leer: Any, texto: str) -> bool:
    try:
        leer(texto)
    except DatoInvalido:
        return False
    return True


@settings(derandomize=True, deadline=None)
@given(st.text("sSíÍiI\u0301\u0308nNoOóöt.- ", max_size=6))
def test_un_si_o_no_cumple_si_y_solo_si_minuta_lo_lee(texto: str) -> None:
    assert Draft7Validator(formas.si_no()).is_valid(texto) == acepta(leer_si_no, texto)


@settings(derandomize=True, deadline=None)
@given(st.data())
def test_una_opcion_cumple_si_y_solo_si_minuta_la_lee(datos: st.DataObject) -> None:
    lector = opcion("no cumple", "única", "b2")
    base = datos.draw(st.sampled_from(["no cumple", "única", "unica", "B2", "nó  cúmple", "otra"]))
    adorno = st.text(".-_ «»\u0301xX", max_size=2)
    letras = [datos.draw(st.sampled_from([c, c.upper()])) for c in base]
    texto = datos.draw(adorno) + "".join(letras) + datos.draw(adorno)
    assert Draft7Validator(lector.esquema).is_valid(texto) == acepta(lector.leer, texto)


def test_volcado_se_lee_con_tildes_y_termina_en_salto() -> None:
    texto = volcar(Muestra, "muestra")
    assert json.loads(texto) == esquema(Muestra, "muestra")
    assert "electrónica" in texto
    assert texto.endswith("}\n")
