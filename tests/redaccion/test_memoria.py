from __future__ import annotations

from typing import Any

import pytest

from generador.marcado.bloques import Encabezado, Figura, Parrafo, Texto
from generador.modelo.falta import Falta
from generador.plantilla.catalogo import abrir
from generador.redaccion.memoria import epigrafe, numero_y_fecha, redactar
from generador.redaccion.memoria_formulas import frase
from tests.reglas.memoria.expediente import caso


def dicho(bloques: Any) -> str:
    """Los párrafos de una sección, uno por renglón."""
    return "\n".join(
        "".join(t.texto for t in b.contenido if isinstance(t, Texto))
        for b in bloques
        if isinstance(b, Parrafo | Encabezado)
    )


def seccion(regimen: str, nombre: str, cambios: dict[str, Any] | None = None) -> str:
    return dicho(redactar(caso(regimen, cambios)).bloques[nombre])


@pytest.mark.parametrize("regimen", ["2020", "2026"])
def test_da_todo_lo_que_su_plantilla_pide_y_nada_mas(regimen: str) -> None:
    redaccion = redactar(caso(regimen))
    ficha = abrir(redaccion.plantilla).ficha
    assert set(redaccion.bloques) == set(ficha.bloques)
    assert {raiz.partition(".")[0].partition("[")[0] for raiz in ficha.obligatorias} == set(
        redaccion.contexto
    )


@pytest.mark.parametrize(
    ("formato", "fecha"),
    [("dd/mm/aaaa", "24/07/2025"), ("dd/mm/aa", "24/07/25"), ("mes y año", "julio de 2025")],
)
def test_la_fecha_va_como_dice_su_rotulo(formato: str, fecha: str) -> None:
    redaccion = redactar(caso("2020", {"memoria.formato_fecha": formato}))
    assert redaccion.contexto["fecha"] == {"rotulo": f"Fecha ({formato})", "valor": fecha}


def test_sin_fecha_queda_el_espacio() -> None:
    redaccion = redactar(caso("2020", quitar=["memoria.fecha"]))
    assert redaccion.contexto["fecha"]["valor"] == "_" * 16  # type: ignore[index]  # es un grupo
    assert redaccion.metadatos.fecha.year == 2000


def test_el_rotulo_sale_de_la_clase_y_el_epigrafe_se_escribe_una_vez() -> None:
    redaccion = redactar(caso("2026"))
    proyecto = redaccion.contexto["proyecto"]
    assert proyecto["rotulo"] == "Proyecto de Decreto"  # type: ignore[index]  # es un grupo
    assert proyecto["epigrafe"] == epigrafe(caso("2026"))  # type: ignore[index]  # es un grupo
    assert numero_y_fecha(caso("2026"))[0] is None


def test_el_encargado_y_el_delegado_dicen_con_que_acto() -> None:
    firmas: Any = redactar(caso("2020")).contexto["firmas"]
    assert firmas[0]["cargo"].endswith(" (E)")
    assert firmas[0]["acto"] == "Encargo: Resolución de ejemplo 0000 del 1° de julio de 2025"
    assert firmas[1]["acto"] == ""
    delegado: Any = redactar(caso("2026")).contexto["firmas"]
    assert delegado[1]["acto"].startswith("Delegación: ")
    otra: Any = redactar(caso("2026", {"memoria.firmas[1].entidad": "DNP"})).contexto["firmas"]
    assert [f["entidad"] for f in otra] == ["DNP", "Ministerio de Comercio, Industria y Turismo"]


def test_los_anexos_llevan_x_o_na_y_el_otro_se_nombra() -> None:
    anexos: Any = redactar(caso("2020")).contexto["anexos"]
    assert [a["marca"] for a in anexos] == ["X", "N/A", "X", "N/A", "N/A", "X", "X"]
    assert anexos[-1]["nombre"] == "Otro: concepto técnico del Grupo de Regalías"
    sin_otro: Any = redactar(caso("2020", quitar=["@.anexos.otro"])).contexto["anexos"]
    assert len(sin_otro) == 6


def test_el_soporte_que_no_se_aporta_dice_por_que() -> None:
    soportes: Any = redactar(caso("2026")).contexto["soportes"]
    ausentes = [(s["marca"], s["motivo"]) for s in soportes if s["marca"] == "N/A"]
    assert ausentes[0] == ("N/A", "No es un reglamento técnico de producto")
    assert all(s["motivo"] == "" for s in soportes if s["marca"] == "X")


DICHOS: list[tuple[str, str, dict[str, Any], str]] = [
    (
        "2020",
        "derogatorias",
        {"@.derogatorias": {"no_aplica": "no toca otras normas."}},
        "No aplica. No toca otras normas.",
    ),
    (
        "2020",
        "derogatorias",
        {"@.derogatorias": {"no_aplica": "No aplica, porque no toca otras normas."}},
        "No aplica. Porque no toca otras normas.",
    ),
    (
        "2020",
        "derogatorias",
        {"@.derogatorias": {"no_aplica": "la ley vigente no aplica a las pymes."}},
        "No aplica. La ley vigente no aplica a las pymes.",
    ),
    (
        "2020",
        "derogatorias",
        {
            "@.derogatorias": {
                "afectaciones": [
                    {"verbo": "deroga", "disposicion": "el artículo 1", "razon": "sobra"},
                    {"verbo": "sustituye", "disposicion": "el artículo 2"},
                ]
            }
        },
        "El proyecto deroga el artículo 1, porque sobra.\nEl proyecto sustituye el artículo 2.",
    ),
    (
        "2020",
        "vigencia",
        {
            "@.vigencia.normas": [
                {
                    "norma": "Acuerdo 1 de 2020",
                    "otra_publicacion": "la Gaceta 2",
                    "estado": "derogada",
                },
            ],
            "@.vigencia.texto": "Y esto.",
        },
        "Acuerdo 1 de 2020. Se publicó en la Gaceta 2 y no rige, porque fue objeto de derogatoria."
        "\nY esto.",
    ),
    (
        "2020",
        "circunstancias",
        {
            "@.circunstancias": {
                "tramites": {"procede": "sí", "motivo": "crea uno", "concepto": "el oficio 5"},
                "otras": "# Título\n\nAlgo más.",
            }
        },
        "3.5.1. Trámites. Según el numeral 2 del artículo 1 de la Ley 962 de 2005, modificado por "
        "el artículo 39 del Decreto Ley 019 de 2012, y el artículo 3 del Decreto 2106 de 2019, "
        "procede solicitar el concepto del Departamento Administrativo de la Función Pública sobre "
        "trámites nuevos, porque crea uno. El concepto consta en el oficio 5.\nTítulo\nAlgo más.",
    ),
    (
        "2026",
        "jurisprudencia",
        {
            "@.jurisprudencia": {
                "decisiones": [{"providencia": "la Sentencia C-1", "relevancia": "Decide algo."}]
            }
        },
        "La Sentencia C-1. Decide algo.",
    ),
]


@pytest.mark.parametrize(("regimen", "nombre", "cambios", "texto"), DICHOS)
def test_cada_formula_se_lee_como_una_frase(
    regimen: str, nombre: str, cambios: dict[str, Any], texto: str
) -> None:
    assert seccion(regimen, nombre, cambios) == texto


def test_la_publicacion_dice_si_llegaron_comentarios() -> None:
    assert "se responden en el informe" in seccion("2020", "circunstancias")
    sin_comentarios = {"@.circunstancias.publicacion.comentarios": "no"}
    texto = seccion("2020", "circunstancias", sin_comentarios)
    assert "No se recibieron comentarios" in texto


def test_la_consulta_va_al_final_y_cuenta_la_adicional() -> None:
    texto = seccion("2026", "otros").splitlines()[-1]
    assert texto.startswith("Consulta pública. El proyecto se publicó")
    assert texto.endswith(
        "el 7 de septiembre de 2026, con comentarios hasta el 15 de septiembre de 2026."
    )
    sola = caso("2026", {"@.consulta.cambios_sustanciales": "no"}, ["@.consulta.adicional"])
    assert "sustanciales" not in dicho(redactar(sola).bloques["otros"])


@pytest.mark.parametrize(("nombre", "nivel"), [("antecedentes", 2), ("competencia", 3)])
def test_los_titulos_del_texto_quedan_bajo_el_de_su_seccion(nombre: str, nivel: int) -> None:
    cambios = {f"@.{nombre}.texto": "# Uno\n\nTexto.\n\n###### Hondo\n\nMás."}
    encabezados = [
        bloque.nivel
        for bloque in redactar(caso("2020", cambios)).bloques[nombre]
        if isinstance(bloque, Encabezado)
    ]
    assert encabezados == [nivel, 6]


def test_el_flujograma_sale_donde_el_texto_lo_llama() -> None:
    redaccion = redactar(caso("2020"))
    figuras = [b for b in redaccion.bloques["antecedentes"] if isinstance(b, Figura)]
    assert [f.ruta for f in figuras] == list(redaccion.imagenes)


@pytest.mark.parametrize(
    ("regimen", "seccion_ausente"), [("2020", "contenido_2020"), ("2026", "contenido_2026")]
)
def test_un_borrador_sin_contenido_muestra_lo_que_falta(regimen: str, seccion_ausente: str) -> None:
    original = caso(regimen)
    memoria = original.memoria.model_copy(update={seccion_ausente: None})
    redaccion = redactar(original.model_copy(update={"memoria": memoria}))
    assert set(redaccion.bloques) == set(abrir(redaccion.plantilla).ficha.bloques)
    assert all("[falta: memoria.contenido_" in dicho(b) for b in redaccion.bloques.values())


@pytest.mark.parametrize(
    ("otro", "plantilla"), [("2020", "memoria_2020"), ("2026", "memoria_2026")]
)
def test_un_borrador_sin_regimen_usa_el_del_contenido_que_trae(otro: str, plantilla: str) -> None:
    original = caso(otro)
    memoria = original.memoria.model_copy(update={"regimen": Falta("memoria.regimen")})
    assert redactar(original.model_copy(update={"memoria": memoria})).plantilla == plantilla


def con(modelo: Any, ruta: str, valor: object) -> Any:
    """El mismo modelo con otro valor en un campo."""
    primero, _, resto = ruta.partition(".")
    return modelo.model_copy(
        update={primero: con(getattr(modelo, primero), resto, valor) if resto else valor}
    )


@pytest.mark.parametrize(
    ("regimen", "ruta", "nombre"),
    [
        ("2020", "memoria.contenido_2020.circunstancias.tramites.procede", "circunstancias"),
        ("2020", "memoria.contenido_2020.circunstancias.publicacion.comentarios", "circunstancias"),
        ("2020", "memoria.contenido_2020.ambito.texto", "ambito"),
        ("2026", "memoria.contenido_2026.consulta.desde", "otros"),
    ],
)
def test_lo_que_un_borrador_no_tiene_se_ve(regimen: str, ruta: str, nombre: str) -> None:
    borrador = con(caso(regimen), ruta, Falta(ruta))
    assert f"[falta: {ruta}]" in dicho(redactar(borrador).bloques[nombre])


def test_un_borrador_sin_formato_de_fecha_lo_dice() -> None:
    borrador = con(caso("2020"), "memoria.formato_fecha", Falta("memoria.formato_fecha"))
    fecha: Any = redactar(borrador).contexto["fecha"]
    assert str(fecha["valor"]) == "[falta: memoria.formato_fecha]"


def test_un_inventario_sin_normas_no_lleva_su_titulo() -> None:
    texto = seccion("2026", "inventario", {"@.inventario.normas": []})
    assert "Normas que hoy rigen" not in texto
    assert "Cómo las afecta el proyecto" in texto


@pytest.mark.parametrize("nombre", ["ambito", "circunstancias"])
def test_una_seccion_que_no_dice_nada_se_ve_en_el_borrador(nombre: str) -> None:
    vacia = caso("2020", {f"@.{nombre}": {}})
    assert dicho(redactar(vacia).bloques[nombre]) == f"[falta: memoria.contenido_2020.{nombre}]"


def test_en_un_borrador_la_norma_muestra_el_dato_que_le_falta() -> None:
    sin_diario = caso("2020", quitar=["@.vigencia.normas[1].diario_oficial"])
    norma = sin_diario.memoria.contenido_2020
    assert norma is not None
    estado = norma.vigencia.normas[0].model_copy(update={"estado": Falta("estado")})
    vigencia = norma.vigencia.model_copy(update={"normas": (estado,)})
    borrador = con(sin_diario, "memoria.contenido_2020.vigencia", vigencia)
    texto = dicho(redactar(borrador).bloques["vigencia"])
    assert "[falta: diario_oficial]" in texto
    assert "[falta: estado]" in texto


def test_la_frase_no_dobla_su_punto() -> None:
    assert frase(" una\n  razón. ") == "una razón"
