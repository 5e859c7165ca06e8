from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from generador.hallazgos import Gravedad
from generador.modelo.falta import Falta
from generador.modelo.memoria import CasoMemoria
from generador.recursos import datos_ejemplo
from generador.reglas import memoria
from generador.reglas.memoria.parametros import parametros
from tests.reglas.memoria.expediente import caso, revisar

Cambios = Mapping[str, Any]


@pytest.mark.parametrize("regimen", ["2020", "2026"])
def test_el_ejemplo_no_tiene_nada_que_corregir(regimen: str) -> None:
    assert revisar(caso(regimen)) == []


SOBRE_2020: list[tuple[str, str, Cambios, Iterable[str]]] = [
    # secciones
    ("MEM010", "@.ambito", {}, ["@.ambito.texto"]),
    ("MEM010", "@.derogatorias", {}, ["@.derogatorias.no_aplica"]),
    ("MEM011", "@.ambito", {"@.ambito.no_aplica": "porque no"}, []),
    ("MEM012", "@.presupuesto.texto", {"@.presupuesto.texto": "No aplica."}, []),
    ("MEM012", "@.derogatorias.no_aplica", {"@.derogatorias.no_aplica": "N/A"}, []),
    ("MEM013", "@.antecedentes.texto", {"@.antecedentes.texto": "Que uno.\n\n" * 4}, []),
    ("MEM080", "proyecto.epigrafe", {"proyecto.epigrafe": "Por la cual se **abre**"}, []),
    (
        "MEM081",
        "@.ambito.texto",
        {"@.ambito.texto": "Por VEINTE MILLONES DE PESOS ($25.000.000)."},
        [],
    ),
    # régimen
    ("MEM002", "memoria", {"memoria.regimen": "2026"}, []),
    ("MEM003", "memoria.contenido_2020", {"memoria.regimen": "2026"}, []),
    # epígrafe y firmas
    ("MEM020", "proyecto.epigrafe", {"proyecto.clase": "decreto"}, []),
    ("MEM020", "proyecto.epigrafe", {"proyecto.epigrafe": "Sobre convocatorias"}, []),
    ("MEM021", "proyecto.epigrafe", {"proyecto.epigrafe": "“Por la cual se abre”"}, []),
    ("MEM040", "memoria.firmas", {"memoria.firmas[1].papel": "otro"}, []),
    ("MEM041", "memoria.firmas[1]", {}, ["memoria.firmas[1].acto"]),
    # anexos y 3.5
    ("MEM030", "@.anexos.concepto_abogacia", {"@.anexos.concepto_abogacia": "sí"}, []),
    ("MEM030", "@.anexos.certificacion", {"@.anexos.certificacion": "no"}, []),
    ("MEM030", "@.anexos.informe_observaciones", {}, ["@.circunstancias.publicacion"]),
    (
        "MEM030",
        "@.anexos.concepto_mincit",
        {"@.circunstancias.reglamento_tecnico.procede": "sí"},
        [],
    ),
    ("MEM031", "@.circunstancias", {}, ["@.circunstancias.tramites"]),
    ("MEM033", "@.circunstancias.tramites", {"@.circunstancias.tramites.procede": "sí"}, []),
    (
        "MEM052",
        "@.circunstancias.publicacion.hasta",
        {"@.circunstancias.publicacion.hasta": "2025-07-03"},
        [],
    ),
    # vigencia
    ("MEM060", "@.vigencia.normas[1]", {}, ["@.vigencia.normas[1].diario_oficial"]),
    ("MEM060", "@.vigencia.normas[2]", {}, ["@.vigencia.normas[2].fecha_diario"]),
    (
        "MEM061",
        "@.vigencia.normas[1].diario_oficial",
        {"@.vigencia.normas[1].diario_oficial": "51.454"},
        [],
    ),
    (
        "MEM062",
        "@.vigencia.normas[1].estado",
        {"@.vigencia.normas[1].norma": "Ley 1530 de 2012"},
        [],
    ),
    # anexos que el cuerpo anuncia
    (
        "MEM036",
        "@.ambito.texto",
        {"@.ambito.texto": "Como anexo va el concepto de la Función Pública."},
        [],
    ),
    # figuras
    ("MEM070", "@.ambito.texto", {"@.ambito.texto": "[[matriz: critrios]]"}, []),
    ("MEM071", "memoria.flujogramas", {"@.antecedentes.texto": "[[matriz: criterios]]"}, []),
    ("MEM071", "memoria.matrices", {"@.ambito.texto": "[[matriz: criterios]]"}, []),
    (
        "MEM072",
        "memoria.flujogramas[1].pasos[4].ramas[1].lleva_a",
        {"memoria.flujogramas[1].pasos[4].ramas[1].lleva_a": "9"},
        [],
    ),
    (
        "MEM072",
        "memoria.flujogramas[1].pasos[4].ramas[1]",
        {"memoria.flujogramas[1].pasos[4].ramas[1].termina": "sí"},
        [],
    ),
    ("MEM073", "memoria.flujogramas[1].pasos", {"memoria.flujogramas[1].pasos[6].numero": "7"}, []),
    ("MEM074", "memoria.matrices[1].total", {"memoria.matrices[1].total": "99"}, []),
]
SOBRE_2026: list[tuple[str, str, Cambios, Iterable[str]]] = [
    (
        "MEM010",
        "@.inventario",
        {},
        ["@.inventario.texto", "@.inventario.normas", "@.inventario.afectaciones"],
    ),
    ("MEM010", "@.jurisprudencia", {}, ["@.jurisprudencia.texto", "@.jurisprudencia.decisiones"]),
    (
        "MEM011",
        "@.jurisprudencia",
        {"@.jurisprudencia.no_aplica": "no hay"},
        ["@.jurisprudencia.texto"],
    ),
    ("MEM032", "@.soportes.concepto_mincit", {}, ["@.soportes.concepto_mincit.motivo"]),
    (
        "MEM034",
        "@.soportes.informe_observaciones",
        {"@.soportes.informe_observaciones": {"aporta": "no", "motivo": "no hubo"}},
        [],
    ),
    (
        "MEM035",
        "@.soportes.certificacion_consulta",
        {"@.soportes.certificacion_consulta": {"aporta": "no", "motivo": "no está"}},
        [],
    ),
    (
        "MEM036",
        "@.ambito.texto",
        {"@.ambito.texto": "Uno.\n\nSe anexa el concepto del\nMinisterio de Comercio."},
        [],
    ),
    (
        "MEM037",
        "@.soportes.otras_consultas",
        {"@.soportes.otras_consultas": {"aporta": "sí"}},
        [],
    ),
    ("MEM042", "memoria.firmas", {}, ["memoria.firmas[2]"]),
    ("MEM050", "@.consulta.hasta", {"@.consulta.hasta": "2026-08-17"}, []),
    ("MEM051", "@.consulta", {}, ["@.consulta.adicional"]),
    ("MEM051", "@.consulta.adicional.hasta", {"@.consulta.adicional.hasta": "2026-09-13"}, []),
    ("MEM060", "@.inventario.normas[3]", {}, ["@.inventario.normas[3].diario_oficial"]),
    (
        "MEM064",
        "@.inventario.normas[1].fecha_diario",
        {"@.inventario.normas[1].fecha_diario": "2030-01-01"},
        [],
    ),
]


@pytest.mark.parametrize(
    ("regimen", "codigo", "ruta", "cambios", "quitar"),
    [("2020", *fila) for fila in SOBRE_2020] + [("2026", *fila) for fila in SOBRE_2026],
    ids=lambda valor: valor if isinstance(valor, str) else "",
)
def test_lo_que_esta_mal_se_dice_en_su_campo(
    regimen: str, codigo: str, ruta: str, cambios: Cambios, quitar: Iterable[str]
) -> None:
    entera = ruta.replace("@", f"memoria.contenido_{regimen}")
    hallazgos = revisar(caso(regimen, cambios, quitar))
    assert (codigo, entera) in {(h.codigo, h.ruta) for h in hallazgos}


EN_REGLA: list[tuple[str, Cambios, Iterable[str]]] = [
    # Quince días exactos, y siete más.
    ("2026", {"@.consulta.hasta": "2026-08-18", "@.consulta.adicional.hasta": "2026-09-14"}, []),
    ("2026", {"@.consulta.cambios_sustanciales": "no"}, ["@.consulta.adicional"]),
    # Lo que no se publica en el Diario Oficial dice dónde se publicó.
    (
        "2020",
        {"@.vigencia.normas[1].otra_publicacion": "la página web de la entidad"},
        ["@.vigencia.normas[1].diario_oficial"],
    ),
    # Una norma que no está en el catálogo no se puede cotejar.
    ("2020", {"@.vigencia.normas[1].norma": "Ordenanza 7 de 2020"}, []),
    ("2020", {"@.vigencia.normas[1].norma": "el reglamento interno"}, []),
    ("2020", {}, ["memoria.matrices[1].total"]),
    (
        "2020",
        {
            "@.circunstancias.tramites": {
                "procede": "sí",
                "motivo": "crea uno",
                "concepto": "el oficio 1",
            },
            "@.anexos.concepto_funcion_publica": "sí",
        },
        [],
    ),
    (
        "2020",
        {
            "@.derogatorias": {
                "afectaciones": [{"verbo": "deroga", "disposicion": "la Ordenanza 7 de 2020"}]
            }
        },
        [],
    ),
    # Lo que no se anexa, o se nombra sin anunciarlo, no se anuncia.
    ("2020", {"@.ambito.texto": "No se anexa el concepto de la Función Pública."}, []),
    (
        "2020",
        {"@.ambito.texto": "El concepto de la Función Pública lo dirá. Se anexa el mapa."},
        [],
    ),
    # Una rama que no termina ni salta.
    ("2020", {}, ["memoria.flujogramas[1].pasos[4].ramas[3].termina"]),
]


@pytest.mark.parametrize(("regimen", "cambios", "quitar"), EN_REGLA)
def test_lo_que_esta_bien_no_se_dice(regimen: str, cambios: Cambios, quitar: Iterable[str]) -> None:
    assert revisar(caso(regimen, cambios, quitar)) == []


def test_el_regimen_2026_avisa_que_su_vigencia_no_esta_verificada() -> None:
    hallazgos = memoria.revisar(caso("2026").proyecto, caso("2026").memoria)
    (aviso,) = [h for h in hallazgos if h.codigo == "MEM001"]
    assert aviso.gravedad is Gravedad.AVISO
    assert "Decreto 0385 de 2026" in aviso.mensaje


@pytest.mark.parametrize(
    ("texto", "gravedad", "mensaje", "remedio"),
    [
        (
            "la Ley 1430 de 2009",
            Gravedad.AVISO,
            "no puede ser de 2009",
            "¿Quiso citar «Ley 1340 de",
        ),
        ("la Ley 1530 de 2012", Gravedad.AVISO, "no rige", ""),
        ("la Ley 2056 del 1 de enero de 2020", Gravedad.AVISO, "30 de septiembre", ""),
        ("la Ley 1437 de 2011", Gravedad.NOTA, "Ley 2080", ""),
    ],
)
def test_las_normas_que_cita_se_cotejan_con_el_catalogo(
    texto: str, gravedad: Gravedad, mensaje: str, remedio: str
) -> None:
    cambiado = caso("2020", {"@.ambito.texto": f"Según {texto}, y otra vez {texto}."})
    todos = memoria.revisar(cambiado.proyecto, cambiado.memoria)
    ruta = "memoria.contenido_2020.ambito.texto"
    (hallazgo,) = [h for h in todos if h.codigo == "MEM063" and h.ruta == ruta]
    assert hallazgo.gravedad is gravedad
    assert mensaje in hallazgo.mensaje
    assert hallazgo.remedio.startswith(remedio)


def test_la_advertencia_de_una_norma_se_pone_en_su_renglon() -> None:
    todos = memoria.revisar(caso().proyecto, caso().memoria)
    resolucion = next(h for h in todos if "Resolución 40775" in h.mensaje)
    texto = datos_ejemplo() / "textos" / "convocatoria_antecedentes.md"
    assert resolucion.archivo == str(texto)
    renglon = texto.read_text(encoding="utf-8").splitlines()[(resolucion.linea or 0) - 1]
    assert renglon[(resolucion.columna or 0) - 1 :].startswith("Resolución 40043 de 2021")


def test_dos_figuras_no_se_llaman_igual() -> None:
    original = caso()
    repetida = original.memoria.model_copy(
        update={"matrices": (*original.memoria.matrices, *original.memoria.matrices)}
    )
    codigos = [h.codigo for h in memoria.revisar(original.proyecto, repetida)]
    assert "MEM075" in codigos


def sin(expediente: CasoMemoria, ruta: str) -> CasoMemoria:
    """El mismo caso con una `Falta` en un campo, como en un borrador."""
    primero, *resto = ruta.split(".")
    valor = getattr(expediente, primero)
    nuevo = sin(valor, ".".join(resto)) if resto else Falta(ruta)
    return expediente.model_copy(update={primero: nuevo})


@pytest.mark.parametrize(
    ("regimen", "ruta"),
    [
        ("2020", "memoria.regimen"),
        ("2020", "proyecto.clase"),
        ("2020", "memoria.contenido_2020.anexos.certificacion"),
        ("2020", "memoria.contenido_2020.circunstancias.tramites.procede"),
        ("2020", "memoria.contenido_2020.circunstancias.publicacion.hasta"),
        ("2026", "memoria.contenido_2026.soportes.estudios_tecnicos.aporta"),
        ("2026", "memoria.contenido_2026.consulta.desde"),
        ("2026", "memoria.contenido_2026.consulta.cambios_sustanciales"),
    ],
)
def test_lo_que_no_se_puede_comprobar_se_dice(regimen: str, ruta: str) -> None:
    codigos = {h.codigo for h in revisar(sin(caso(regimen), ruta))}
    assert "MEM098" in codigos


def test_sin_contenido_no_se_revisa_lo_que_no_esta() -> None:
    vacio = caso().memoria.model_copy(update={"contenido_2020": None, "flujogramas": ()})
    codigos = {h.codigo for h in memoria.revisar(caso().proyecto, vacio)}
    assert codigos == {"MEM002", "MEM071"}


def test_cada_dato_legal_tiene_fuente_y_las_claves_son_las_del_modelo() -> None:
    legales = parametros()
    assert all(legales.fuentes.values())
    anexos = caso().memoria.contenido_2020
    soportes = caso("2026").memoria.contenido_2026
    assert anexos is not None
    assert soportes is not None
    assert [a.clave for a in legales.anexos] == [*type(anexos.anexos).model_fields][:-1]
    assert [s.clave for s in legales.soportes] == [*type(soportes.soportes).model_fields]
