from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from generador.documento.cuerpo.titulos import texto_plano
from generador.marcado.bloques import (
    Bloque,
    CitaTextual,
    Encabezado,
    Parrafo,
    Recuadro,
    Texto,
)
from generador.marcado.lectura import marcar
from generador.modelo.falta import Falta
from generador.redaccion.concepto import epigrafe, nombre_del_concepto, redactar, revisar_ajustes
from generador.redaccion.concepto_piezas import doctrina
from generador.redaccion.concepto_textos import texto_fijo
from generador.redaccion.concepto_transcripciones import entrecomillar, nota_transcrita
from generador.redaccion.textos import leer_textos
from generador.reglas.concepto.parametros import parametros
from tests.reglas.concepto.expediente import caso


def bloques(texto: str) -> tuple[Bloque, ...]:
    return marcar(texto, archivo="a.md").bloques


def dicho(valor: Any) -> str:
    """El texto de unos bloques, un renglón por párrafo."""
    if isinstance(valor, Parrafo):
        return "".join(p.texto for p in valor.contenido if isinstance(p, Texto)) + "\n"
    if isinstance(valor, tuple | list):
        return "".join(map(dicho, valor))
    return "".join(dicho(getattr(valor, n, ())) for n in ("bloques", "elementos"))


@pytest.mark.parametrize(
    ("texto", "formato", "esperado"),
    [
        ("Uno.", "2022", "«Uno.»\n"),
        ("Uno.\n\nDos.", "2025", "“Uno.\nDos.”\n"),
        ("“Uno.”", "2022", "“Uno.”\n"),
        ("1. Uno\n2. Dos", "2025", "“Uno\nDos”\n"),
        (r"\(x\) es uno", "2025", "“ es uno”\n"),
    ],
)
def test_lo_transcrito_va_entre_comillas(texto: str, formato: str, esperado: str) -> None:
    assert dicho(entrecomillar(bloques(texto), formato)) == esperado


def test_entre_comillas_no_va_nada_si_no_hay_nada() -> None:
    assert entrecomillar((), "2022") == ()


@pytest.mark.parametrize(
    ("texto", "esperado"),
    [
        ("Uno.", "Dice: «Uno.»\n"),
        ("Uno:\n\n2. dos\n3. tres", "Dice:\n«Uno:\n2. dos\n3. tres»\n"),
        ("a:\n\n(b) dos\n\n   - tres", "Dice:\n«a:\n(b) dos\n– tres»\n"),
        ("a:\n\ni) uno\nii) dos", "Dice:\n«a:\ni) uno\nii) dos»\n"),
    ],
)
def test_en_la_nota_las_listas_van_con_su_numero_escrito(texto: str, esperado: str) -> None:
    nota = nota_transcrita("Dice", bloques(texto), "2022").nota
    assert dicho(nota.bloques) == esperado


def test_los_textos_fijos_se_leen_sin_errores() -> None:
    for formato in ("2022", "2025"):
        expediente = caso(
            formato,
            {"traslado": {"de": "Ministerio de Ejemplo", "oficio": "1", "fecha": "2023-10-05"}},
        )
        textos = leer_textos(expediente)
        for nombre in parametros().textos[formato]:
            escrito = dicho(texto_fijo(nombre, expediente, textos))
            assert len(escrito) > 20
            assert "{" not in escrito


def test_la_oficina_cambia_un_texto_fijo() -> None:
    expediente = caso("2025", {"textos_fijos": {"alcance": "Otro, del {dato: radicacion: fecha}."}})
    cierre = redactar(expediente, None).bloques["cierre"]
    assert dicho(tuple(cierre)) == "Otro, del 9 de octubre de 2023.\n"


@pytest.mark.parametrize(
    ("quitar", "nombre"),
    [
        ((), "Concepto C-815 de 2023"),
        (("concepto.numero",), "Concepto C-______ de 2023"),
        (("concepto.fecha",), "Concepto C-815 de ______"),
    ],
)
def test_el_nombre_deja_el_espacio_de_lo_que_falta(quitar: Sequence[str], nombre: str) -> None:
    expediente = caso("2025", quitar=quitar)
    assert nombre_del_concepto(expediente) == nombre
    titulo = redactar(expediente, None).metadatos.titulo
    assert titulo.startswith("Proyecto de concepto" if quitar else nombre)
    assert epigrafe(expediente) == "Plazos"


def test_con_un_solo_problema_las_respuestas_no_llevan_rotulo() -> None:
    cambios = {
        "problemas": [{"pregunta": "¿Uno?", "puntos": ["1", "2"]}],
        "respuestas": [{"responde": ["i"], "texto": "Sí."}],
    }
    redaccion = redactar(caso("2025", cambios), None)
    (recuadro,) = redaccion.bloques["respuestas"]
    assert isinstance(recuadro, Recuadro)
    assert dicho(recuadro).startswith("Sí.\n")
    problemas = dicho(tuple(redaccion.bloques["problemas"]))
    assert "se responde el siguiente problema:" in problemas
    assert "los puntos 1 y 2 de su petición" in problemas


def test_una_razon_que_empieza_por_una_cita_lleva_su_titulo_aparte() -> None:
    cambios = {"razones": [{"titulo": "El plazo", "texto": "> Transcrito."}]}
    lista = redactar(caso("2025", cambios), None).bloques["razones"][-1]
    primera = lista.elementos[0]  # type: ignore[union-attr]  # es la lista de las razones
    assert dicho(primera[0]) == "El plazo.\n"
    assert isinstance(primera[1], CitaTextual)


def test_los_titulos_de_adentro_se_numeran_por_su_nivel() -> None:
    texto = "## A\n\nx\n\n### B\n\nx\n\n## C\n\n# D\n\n###### E"
    cambios = {"consideraciones[1].texto": texto}
    escritos = redactar(caso("2022", cambios), None).bloques["consideraciones"]
    titulos = [(b.nivel, texto_plano(b.contenido)) for b in escritos if isinstance(b, Encabezado)]
    assert titulos == [
        (2, "2.1. El plazo"),
        (3, "2.1.1. A"),
        (4, "2.1.1.1. B"),
        (3, "2.1.2. C"),
        (3, "2.1.3. D"),
        (4, "2.1.3.1. E"),
    ]


def test_varias_consideraciones_se_anuncian() -> None:
    temas = [{"titulo": "Uno.", "texto": "a"}, {"titulo": "Dos", "texto": "b"}]
    escrito = redactar(caso("2022", {"consideraciones": temas}), None).bloques["consideraciones"]
    assert "se analizarán los siguientes temas:\nUno.\nDos.\n" in dicho(tuple(escrito))
    assert [b.contenido for b in escrito if isinstance(b, Encabezado)] == [
        (Texto("2.1. Uno"),),
        (Texto("2.2. Dos"),),
    ]


def test_los_conceptos_anteriores_se_nombran_en_2022() -> None:
    uno = dicho(tuple(redactar(caso("2022"), None).bloques["consideraciones"]))
    assert "relacionados, en el Concepto C-204 del 22 de abril de 2022." in uno
    varios = caso("2022", {"doctrina": [{"numero": "C-300", "fecha": "2023-05-10"}, *DOCTRINA]})
    dos = dicho(tuple(redactar(varios, None).bloques["consideraciones"]))
    assert "conceptos: C-204 del 22 de abril de 2022 y C-300 del 10 de mayo de 2023." in dos
    ninguno = dicho(
        tuple(redactar(caso("2022", {"doctrina": []}), None).bloques["consideraciones"])
    )
    assert "Concepto" not in ninguno


DOCTRINA = [{"numero": "C-204", "fecha": "2022-04-22"}]


def test_la_doctrina_sin_fecha_va_al_final() -> None:
    expediente = caso("2025", {"doctrina": DOCTRINA})
    (previo,) = expediente.doctrina
    sin_fecha = previo.model_copy(update={"numero": "C-300", "fecha": Falta("la fecha")})
    incompleto = expediente.model_copy(update={"doctrina": (sin_fecha, previo)})
    assert doctrina(incompleto) == [
        "Concepto C-204 del 22 de abril de 2022",
        "Concepto C-300 del [falta: la fecha]",
    ]


def test_los_ajustes_se_comparan_con_el_texto() -> None:
    ajustes = {"referencias": {"excluir": [{"norma": "Ley 80 de 1993", "motivo": "sobra"}]}}
    (aviso,) = revisar_ajustes(caso("2025", ajustes))
    assert (aviso.codigo, aviso.ruta) == ("REF001", "referencias")
    assert revisar_ajustes(caso("2025")) == []
    assert revisar_ajustes(caso("2022", ajustes)) == []


def test_en_borrador_sin_formato_se_sabe_por_las_partes() -> None:
    for formato in ("2022", "2025"):
        sin_formato = caso(formato).model_copy(update={"formato": Falta("formato")})
        assert redactar(sin_formato, None).plantilla == f"concepto_{formato}"
