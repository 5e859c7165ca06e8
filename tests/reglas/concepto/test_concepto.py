from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pytest

from generador.hallazgos import Gravedad
from generador.modelo.falta import Falta
from generador.reglas.concepto import parametros as modulo
from generador.reglas.concepto.parametros import parametros
from generador.reglas.concepto.romanos import problema_llamado, romano
from tests.reglas.concepto.expediente import caso, revisar

Cambios = Mapping[str, Any]
ERROR, AVISO = Gravedad.ERROR, Gravedad.AVISO
TRASLADO = {"de": "Ministerio de Ejemplo", "oficio": "O-1", "fecha": "2023-10-05"}
RESPUESTA = "respuestas[1].texto"
C_204 = {"clave": "c", "concepto": {"numero": "C-204", "fecha": "2022-04-22"}}


@pytest.mark.parametrize("formato", ["2022", "2025"])
def test_el_caso_pequeno_no_tiene_nada_que_corregir(formato: str) -> None:
    assert revisar(caso(formato)) == []


CASOS: list[tuple[str, Gravedad, str, str, Cambios, Iterable[str]]] = [
    # formato
    ("CON001", ERROR, "formato", "2025", {"razones": []}, []),
    ("CON001", ERROR, "formato", "2022", {}, ["consideraciones"]),
    (
        "CON002",
        ERROR,
        "consideraciones",
        "2025",
        {"consideraciones": [{"titulo": "t", "texto": "x"}]},
        [],
    ),
    ("CON002", ERROR, "razones", "2022", {"razones": [{"texto": "x"}]}, []),
    ("CON002", ERROR, "referencias", "2022", {"referencias": {}}, []),
    ("CON002", ERROR, "textos_fijos.acotacion", "2022", {"textos_fijos": {"acotacion": "x"}}, []),
    (
        "CON003",
        AVISO,
        "concepto.fecha",
        "2025",
        {
            "concepto.fecha": "2022-12-01",
            "radicacion.fecha": "2022-11-01",
            "puntos_trasladados": [],
            "peticion": "¿Uno?",
        },
        [],
    ),
    ("CON005", ERROR, "textos_fijos.traslado", "2022", {"textos_fijos": {"traslado": "x"}}, []),
    (
        "CON005",
        ERROR,
        "textos_fijos.cierre_doctrina",
        "2025",
        {"textos_fijos": {"cierre_doctrina": "x"}, "doctrina": []},
        [],
    ),
    ("CON004", ERROR, "responsables", "2025", {}, ["responsables[2]"]),
    # problemas
    (
        "CON010",
        ERROR,
        "respuestas[1].responde[2]",
        "2025",
        {"respuestas[1].responde": ["i", "iv"]},
        [],
    ),
    ("CON011", ERROR, "problemas[2]", "2025", {"respuestas[2].responde": ["i"]}, []),
    ("CON012", AVISO, "problemas[1].pregunta", "2025", {"problemas[1].pregunta": "Uno"}, []),
    # petición
    (
        "CON020",
        ERROR,
        "puntos_trasladados[1].punto",
        "2025",
        {"problemas[2].puntos": ["2", "3"]},
        [],
    ),
    ("CON021", ERROR, "problemas[2].puntos[2]", "2025", {"problemas[2].puntos": ["2", "9"]}, []),
    ("CON022", ERROR, "peticion", "2025", {"puntos_trasladados": []}, []),
    (
        "CON022",
        AVISO,
        "peticion",
        "2025",
        {
            "puntos_trasladados": [],
            "problemas": [{"pregunta": "¿a?"}, {"pregunta": "¿b?"}],
        },
        [],
    ),
    ("CON023", ERROR, "peticion", "2025", {"peticion": "1. a{fuente: x}\n2. b\n3. c"}, []),
    (
        "CON023",
        ERROR,
        "puntos_trasladados[1].transcripcion",
        "2022",
        {"puntos_trasladados[1].transcripcion": "a^[n]"},
        [],
    ),
    (
        "CON023",
        ERROR,
        "textos_fijos.advertencia",
        "2025",
        {"textos_fijos": {"advertencia": "Uno.[^1]\n\n[^1]: Nota."}},
        [],
    ),
    # fechas
    ("CON030", ERROR, "concepto.fecha", "2025", {"concepto.fecha": "2023-10-02"}, []),
    (
        "CON030",
        ERROR,
        "radicacion.fecha",
        "2025",
        {"traslado": {**TRASLADO, "fecha": "2023-10-10"}},
        [],
    ),
    (
        "CON030",
        ERROR,
        "puntos_trasladados[1].fecha",
        "2025",
        {"puntos_trasladados[1].fecha": "2023-10-06"},
        [],
    ),
    ("CON031", AVISO, "concepto.fecha", "2025", {"concepto.fecha": "2023-12-26"}, []),
    (
        "CON031",
        AVISO,
        "puntos_trasladados[1].fecha",
        "2025",
        {"puntos_trasladados[1].fecha": "2023-10-20"},
        [],
    ),
    # doctrina
    ("CON040", ERROR, "doctrina[1]", "2025", {"fuentes": [C_204]}, []),
    ("CON041", ERROR, "doctrina[1].fecha", "2025", {"doctrina[1].fecha": "2024-04-22"}, []),
    ("CON042", ERROR, RESPUESTA, "2025", {"doctrina": []}, []),
    (
        "CON042",
        ERROR,
        "problemas[1].pregunta",
        "2025",
        {"problemas[1].pregunta": "¿C-204? ¿Y el Concepto C-999 de 2020?"},
        [],
    ),
    ("CON043", ERROR, RESPUESTA, "2025", {"doctrina[1].fecha": "2021-04-22"}, []),
    ("CON044", ERROR, RESPUESTA, "2025", {RESPUESTA: "Según el Concepto 204 de 2022."}, []),
    # referencias
    (
        "CON050",
        ERROR,
        "referencias.agregar[1].norma",
        "2025",
        {"referencias": {"agregar": [{"norma": "la ley", "motivo": "porque sí"}]}},
        [],
    ),
    (
        "CON050",
        ERROR,
        "referencias.excluir[1].norma",
        "2025",
        {
            "referencias": {
                "excluir": [{"norma": "Ley 80 de 1993 y Ley 1150 de 2007", "motivo": "m"}]
            }
        },
        [],
    ),
    (
        "CON050",
        ERROR,
        "referencias.excluir[1].norma",
        "2025",
        {"referencias": {"excluir": [{"norma": "Sentencia C-713 de 2008", "motivo": "m"}]}},
        [],
    ),
    # textos
    (
        "CON060",
        AVISO,
        RESPUESTA,
        "2025",
        {RESPUESTA: "Rige la Ley 9999 de 2020 y la Ley 9999 de 2020."},
        [],
    ),
    ("CON070", ERROR, "temas[1]", "2025", {"temas": ["**Plazos**"]}, []),
    ("CON071", ERROR, RESPUESTA, "2025", {RESPUESTA: "Son VEINTE PESOS ($25)."}, []),
]


@pytest.mark.parametrize(("codigo", "gravedad", "ruta", "formato", "cambios", "quitar"), CASOS)
def test_cada_regla_senala_su_campo(
    codigo: str,
    gravedad: Gravedad,
    ruta: str,
    formato: str,
    cambios: Cambios,
    quitar: Iterable[str],
) -> None:
    hallazgos = revisar(caso(formato, cambios, quitar))
    hallados = [(h.codigo, h.gravedad, h.ruta) for h in hallazgos]
    assert (codigo, gravedad, ruta) in hallados
    assert all(h.mensaje and h.remedio for h in hallazgos if h.codigo == codigo)


PASAN: list[tuple[str, Cambios, Iterable[str]]] = [
    ("2025", {"traslado": TRASLADO}, []),
    ("2025", {"traslado": TRASLADO, "textos_fijos": {"traslado": "x"}}, []),
    ("2025", {}, ["concepto.fecha"]),
    ("2025", {"peticion": "¿Uno? ¿Dos?", "puntos_trasladados": []}, []),
    ("2025", {"peticion": "1\\. Un hecho.\n\n1. ¿Uno?\n2. ¿Dos?\n3. ¿Tres?"}, []),
    ("2025", {"textos_fijos": {"alcance": "Otro alcance."}}, []),
    # el propio concepto, uno de otra entidad, otra serie y lo que solo se transcribe
    (
        "2025",
        {RESPUESTA: "Este es el Concepto C-815 de 2023 y aquel, el Concepto CU-12 de 2020."},
        [],
    ),
    (
        "2025",
        {RESPUESTA: "Lo dijo “el Concepto C-300 de 2020”.\n\n> El Concepto C-301 de 2020."},
        [],
    ),
    ("2025", {RESPUESTA: "El Concepto C-204 lo dice."}, []),
    ("2025", {"referencias": {"agregar": [{"norma": "Ley 80 de 1993", "motivo": "marco"}]}}, []),
    (
        "2025",
        {"fuentes": [{"clave": "guia", "otra": {"completa": "La guía", "corta": "Guía"}}]},
        [],
    ),
    # radicada cuando el término estaba ampliado a 35 días
    (
        "2022",
        {
            "radicacion.fecha": "2021-10-04",
            "concepto.fecha": "2021-11-22",
            "puntos_trasladados": [],
            "peticion": "¿Uno?",
            "doctrina[1].fecha": "2021-01-04",
            RESPUESTA: "Sí.",
        },
        [],
    ),
]


@pytest.mark.parametrize(("formato", "cambios", "quitar"), PASAN)
def test_lo_que_esta_bien_pasa(formato: str, cambios: Cambios, quitar: Iterable[str]) -> None:
    assert revisar(caso(formato, cambios, quitar)) == []


def test_un_texto_cambiado_no_se_mide_con_la_vigencia_del_fijo() -> None:
    cambios = {
        "concepto.fecha": "2022-12-01",
        "radicacion.fecha": "2022-11-01",
        "puntos_trasladados": [],
        "textos_fijos": {"competencia": "Con la competencia de ley."},
    }
    (aviso,) = (h for h in revisar(caso("2025", cambios)) if h.codigo == "CON003")
    assert "competencia" not in aviso.mensaje
    assert "alcance" in aviso.mensaje


def test_una_fecha_que_el_calendario_no_conoce_se_dice() -> None:
    cambios = {"radicacion.fecha": "1960-01-04", "concepto.fecha": "1960-02-04"}
    codigos = {h.codigo for h in revisar(caso("2025", cambios))}
    assert "CON032" in codigos


@pytest.mark.parametrize("ruta", ["formato", "concepto.fecha", "peticion", "radicacion.fecha"])
def test_lo_que_falta_no_se_da_por_cumplido(ruta: str) -> None:
    cambios = {"responsables": [], ruta: Falta(ruta)}
    hallazgos = revisar(caso("2025", cambios))
    assert ("CON098", ruta) in {(h.codigo, h.ruta) for h in hallazgos}
    assert "CON004" in {h.codigo for h in hallazgos}


def test_sugiere_el_problema_y_el_concepto() -> None:
    cambios = {"respuestas[2].responde": ["iii"], RESPUESTA: "Lo dijo el Concepto C-205 de 2022."}
    remedios = {h.codigo: h.remedio for h in revisar(caso("2025", cambios))}
    assert "«ii»" in remedios["CON010"]
    assert "«C-204»" in remedios["CON042"]


def test_los_romanos_van_y_vuelven() -> None:
    assert all(problema_llamado(romano(n), 60) == n for n in range(1, 61))
    assert problema_llamado("(IV).", 5) == 4


def test_cada_texto_fijo_dice_su_fuente_y_no_se_repite() -> None:
    textos = [t for formato in parametros().textos.values() for t in formato.values()]
    assert all(t.fuente and t.texto.strip() for t in textos)
    assert modulo.ARCHIVO.is_file()


def test_de_la_norma_no_se_dice_lo_que_le_paso_despues() -> None:
    cambios = {RESPUESTA: "Lo dice el Decreto 1082 de 2015."}
    (al_dia,) = (h for h in revisar(caso("2025", cambios)) if h.codigo == "CON060")
    antes = {
        **cambios,
        "concepto.fecha": "2022-11-10",
        "radicacion.fecha": "2022-10-10",
        "puntos_trasladados": [],
        "peticion": "¿Uno?",
    }
    (entonces,) = (h for h in revisar(caso("2022", antes)) if h.codigo == "CON060")
    assert "de 2023 modificó" in al_dia.mensaje
    assert "de 2023" not in entonces.mensaje
    assert "de 2021" in entonces.mensaje


def test_un_codigo_y_su_ley_se_advierten_una_vez() -> None:
    cambios = {RESPUESTA: "El Estatuto General de Contratación y la Ley 80 de 1993."}
    assert [h.codigo for h in revisar(caso("2025", cambios))] == ["CON060"]


@pytest.mark.parametrize(
    ("texto", "dichas"),
    [
        ("Lo dicen la Resolución 1234 y el Decreto 9999.", ["Resolución 1234", "Decreto 9999"]),
        ("Lo dice la misma ley.", []),
        ("Se transcribe «la Resolución 1234».", []),
        ("Dice:\n\n> La Resolución 1234 rige.", []),
    ],
)
def test_de_lo_que_no_se_sabe_que_es_se_avisa(texto: str, dichas: list[str]) -> None:
    """«La misma ley» es la que nombró el texto anterior."""
    cambios = {
        "problemas[1].pregunta": "¿Rige la Ley 816 de 2003?",
        RESPUESTA: texto,
    }
    avisos = [h for h in revisar(caso("2025", cambios)) if h.codigo == "CON061"]
    assert [h.mensaje.partition("«")[2].partition("»")[0] for h in avisos] == dichas
    assert all(h.ruta == RESPUESTA and h.gravedad is AVISO for h in avisos)


def test_una_consulta_transcrita_por_minuta_tiene_sus_puntos() -> None:
    cambios = {"peticion": "Pregunto:\n\n1\\. ¿Uno?\\\n2\\. ¿Dos?\\\n3\\. ¿Tres?\\\n4\\. ¿Cuatro?"}
    (falta,) = revisar(caso("2025", cambios))
    assert (falta.codigo, falta.gravedad) == ("CON022", ERROR)
    assert "punto 4 de la petición" in falta.mensaje


def test_dice_que_falta_por_verificar() -> None:
    assert "por verificar" in parametros().textos["2025"]["cierre_doctrina"].fuente
