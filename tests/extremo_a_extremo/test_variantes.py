"""El acto en sus variantes: cada una dice lo suyo, sin blancos de sobra y con Word válido."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from generador.documento.lectura import texto as texto_docx
from generador.documento.paquete import escribir_paquete, leer_paquete
from generador.errores import ErrorDePlantilla
from generador.expedir import expedir, revisar
from generador.obra import Pedido
from generador.pdf.lectura import paginas, textos
from generador.pdf.motores import elegir
from generador.plantilla.catalogo import abrir
from generador.plantilla.componer import componer
from tests.conftest import EJEMPLO, RAIZ

Sembrar = Callable[..., Path]
SERVICIOS = RAIZ / "datos_ejemplo" / "plan_servicios_2026.yaml"
VALIDADOR = RAIZ / ".herramientas" / "node_modules" / ".bin" / "ooxml-validator"

NOTIFICACION = """notificacion:
  medio: electrónica
  correo: notificaciones@ejemplar-modelo.example
  autorizacion: la solicitud con radicado 1-2024-000123
"""
MOTIVO = "ni el registro mercantil ni el expediente la traen"
LARGO = "Compañía " + "Internacional de Manufacturas y Servicios Especializados " * 4 + "S.A.S."
RESUMEN = "\n".join(f"      Renglón {n} del resumen ejecutivo." for n in range(1, 41))

# nombre: (caso, cambios, frases que dice, frases que no dice)
VARIANTES: dict[str, tuple[Path, list[tuple[str, str]], list[str], list[str]]] = {
    "electrónica": (
        EJEMPLO,
        [],
        [
            "Notificar electrónicamente",
            "acceda al acto",
            "dentro de los diez (10) días siguientes a la notificación electrónica, como lo",
            "año gravable 2025, dentro del término, que vencía el 30 de septiembre de 2024.",
            "Estados financieros dictaminados, con corte al 31 de agosto de 2024.",
            "verificado el cumplimiento de los requisitos, procede suscribir el plan",
            "en la redacción que le dio el artículo 11 de la Ley 2277 de 2022",
            "según el Acta de calificación 017 del usuario operador, del 14 de marzo de 2023; "
            "tiene por actividad la fabricación",
            "está localizado en la Bodega 14",
            "100,00%",
        ],
        ["citación", "desconocerse", "requirió", "diligencia", "inhábil", "voluntad", "C-384"],
    ),
    "personal": (
        EJEMPLO,
        [(NOTIFICACION, "notificacion:\n  medio: personal\n  direccion: Bodega 14\n")],
        [
            "Notificar personalmente",
            "artículos 67 y 68",
            "se enviará citación a Bodega 14, dentro",
            "por aviso",
            "en la diligencia de notificación personal o dentro de los diez (10) días siguientes a "
            "ella o a la notificación por aviso, según el caso, como",
        ],
        ["electrónica", "publicación"],
    ),
    "publicación": (
        EJEMPLO,
        [
            (
                NOTIFICACION,
                f"notificacion:\n  medio: publicación\n  motivo_sin_direccion: {MOTIVO}.\n",
            ),
            ("  correo: notificaciones@ejemplar-modelo.example\n  gran", "  gran"),
        ],
        [
            "Por desconocerse la información para citar a Ejemplar & Modelo Manufacturas Ficticias "
            f"S.A.S., pues {MOTIVO}, publicar la citación por cinco (5) días, según el artículo 68",
            "el aviso con copia íntegra del acto en la página electrónica y en un lugar de acceso "
            "al público de este Ministerio por cinco (5) días, según el artículo 69. La "
            "notificación se entiende surtida al finalizar el día siguiente al retiro del aviso.",
            "al vencimiento del término de publicación del aviso",
        ],
        ["electrónicamente", "se enviará citación"],
    ),
    "bienes y servicios, autorizado": (
        EJEMPLO,
        [
            ("  clase: bienes\n", "  clase: bienes y servicios\n"),
            ("  condicion: calificado\n", "  condicion: autorizado\n"),
        ],
        ["usuario industrial de bienes y servicios autorizado", "para la cual fue autorizado"],
        ["calificado"],
    ),
    "reconocido": (
        EJEMPLO,
        [("  condicion: calificado\n", "  condicion: reconocido\n")],
        ["para la cual fue reconocido"],
        [],
    ),
    "gran contribuyente": (
        EJEMPLO,
        [("gran_contribuyente: no", "gran_contribuyente: sí")],
        ["a más tardar el 31 de enero de 2026"],
        ["31 de marzo"],
    ),
    "sin subfilas": (
        EJEMPLO,
        [
            (
                "    total: 60.270.000.000,00",
                "    total: 60.270.000.000,00\n    mostrar_subfilas: no",
            )
        ],
        ["Totalidad de los ingresos percibidos"],
        ["Ventas al territorio aduanero nacional\t", "18,59%"],
    ),
    "apoderado, requerimiento y plan anterior modificado": (
        SERVICIOS,
        [],
        [
            "en calidad de apoderada",
            "según el artículo 91 del Decreto 2147 de 2016, requirió al solicitante lo siguiente: "
            "“el dictamen de los estados financieros y la aclaración de las ventas nacionales”. "
            "Prorrogó el término en cinco (5) días hábiles",
            "modificado mediante Resolución 0120 del 4 de abril de 2025",
            "pasan de $4.600.000.000, equivalentes al 20,44%",
            "disminuyen en valor y en porcentaje",
            "La respuesta completa se radicó con el número 1-2025-001122 el 6 de noviembre de "
            "2025, dentro del término, que vencía el 7 de noviembre de 2025.",
            "CERO PESOS MONEDA LEGAL ($0)",
        ],
        ["primer plan"],
    ),
    "progresividad justificada": (
        SERVICIOS,
        [
            ("      ventas_tan: 4.600.000.000", "      ventas_tan: 3.600.000.000"),
            (
                "  primer_plan: no",
                "  primer_plan: no\n"
                "  justificacion_progresividad: terminó un contrato en el exterior.\n"
                "  valoracion_progresividad: la terminación está probada.",
            ),
        ],
        [
            "El usuario industrial lo justificó en que terminó un contrato en el exterior. Este "
            "Ministerio encuentra suficiente esa justificación frente al artículo 90 del Decreto "
            "2147 de 2016 porque la terminación está probada. Que"
        ],
        ["disminuyen", "exterior..", "probada.."],
    ),
    "progresividad igual y valorada": (
        SERVICIOS,
        [
            ("      ventas_tan: 4.600.000.000", "      ventas_tan: 4.100.000.000"),
            (
                "  primer_plan: no",
                "  primer_plan: no\n  valoracion_progresividad: crece la exportación",
            ),
        ],
        [
            "equivalentes al 16,03%, sin disminución en el valor. Este Ministerio suscribe el "
            "plan, pese al carácter de progresividad del artículo 90 del Decreto 2147 de "
            "2016, porque "
            "crece la exportación."
        ],
        ["disminuyen", "suficiente"],
    ),
    "progresividad igual y sin valorar": (
        SERVICIOS,
        [
            ("      ventas_tan: 4.600.000.000", "      ventas_tan: 4.100.000.000"),
            ("      total: 22.500.000.000", "      total: 25.580.500.000"),
        ],
        ["equivalentes al 16,03%, sin disminución. Que"],
        ["disminuyen", "suficiente", "pese"],
    ),
    "estados financieros por decisión": (
        EJEMPLO,
        [
            (
                "    estado: cumple\n    corte: 2024-08-31",
                "    estado: no cumple\n    decision: el balance a junio prueba la solvencia.\n"
                "    corte: 2024-08-31",
            )
        ],
        [
            "No cumple",
            "Que el requisito del numeral 5 no se tiene por cumplido; este Ministerio suscribe el "
            "plan porque el balance a junio prueba la solvencia. Verificado el cumplimiento de los "
            "demás, procede suscribirlo.",
        ],
        ["verificado el cumplimiento de los requisitos", "solvencia.."],
    ),
    "solicitud del día hábil siguiente, usuario anterior y demora": (
        EJEMPLO,
        [
            ("  anio_gravable: 2025", "  anio_gravable: 2029"),
            ("  fecha: 2024-09-27\n\nrequisitos", "  fecha: 2028-10-02\n\nrequisitos"),
            (
                "  fecha: 2024-10-18",
                "  fecha: 2028-12-01\n  constancia_demora: hubo que cotejar los folios.",
            ),
            ("  fecha: 2024-10-21", "  fecha: 2028-12-04"),
            ("  fecha_condicion: 2023-03-14", "  fecha_condicion: 2021-03-14"),
        ],
        [
            "dentro del término, que vencía el 30 de septiembre de 2028, día inhábil, por lo cual "
            "se atiende hasta el 2 de octubre de 2028.",
            "Que, según la Sentencia C-384 de 2023 (MM.PP. Diana Fajardo Rivera y Alejandro "
            "Linares Cantillo), el plan solo es exigible a los usuarios industriales "
            "calificados desde el "
            "13 de diciembre de 2022; Ejemplar & Modelo Manufacturas Ficticias S.A.S. solicitó "
            "suscribir el plan por su voluntad.",
            "Que el término para decidir la solicitud venció el 24 de octubre de 2028 y esta "
            "resolución se expide después porque hubo que cotejar los folios. Que",
        ],
        [],
    ),
    "textos con su puntuación": (
        SERVICIOS,
        [
            ("  oficio: 2-2025", "  oficio: Oficio 2-2025"),
            ("de las ventas nacionales\n", "de las ventas nacionales.\n"),
            ("y de soporte tecnológico remoto\n", "y de soporte tecnológico remoto.\n"),
            ("Edificio 3, pisos 1 y 2\n", "Edificio 3, pisos 1 y 2.\n"),
            ("y el Decreto 2147 de 2016\n  firm", "y el Decreto 2147 de 2016, y\n  firm"),
        ],
        [
            "Que mediante oficio 2-2025-004321 del",
            "ventas nacionales”. Prorrogó",
            "soporte tecnológico remoto, y está localizado en el Edificio 3, pisos 1 y 2, dentro",
            "y el Decreto 2147 de 2016, y CONSIDERANDO",
        ],
        ["remoto.,", "2.,", "..", "y, y CONSIDERANDO"],
    ),
    "usuario plural": (
        EJEMPLO,
        [
            (
                "  clase: bienes\n",
                "  integrantes:\n"
                "    - {razon_social: Primera Ficticia S.A.S., nit: 900.555.666-1}\n"
                "    - {razon_social: Industrias Inventadas Ltda., nit: 901.777.888-6}\n"
                "  clase: bienes\n",
            )
        ],
        [
            "integrado por Primera Ficticia S.A.S. (NIT 900.555.666-1) e Industrias Inventadas "
            "Ltda. (NIT 901.777.888-6), es usuario industrial"
        ],
        [],
    ),
    "nombres larguísimos": (
        EJEMPLO,
        [
            (
                "razon_social: Ejemplar & Modelo Manufacturas Ficticias S.A.S.",
                f"razon_social: {LARGO}",
            ),
            (
                "razon_social: Operadora Imaginaria S.A.S. Usuario Operador de Zona Franca",
                f"razon_social: {LARGO} Usuario Operador",
            ),
        ],
        [LARGO],
        [],
    ),
    "resumen de cuarenta renglones": (
        EJEMPLO,
        [("    objetivos: >\n", f"    objetivos: |\n{RESUMEN}\n")],
        ["Renglón 1 del resumen", "Renglón 40 del resumen"],
        [],
    ),
    "articulado verificado": (
        EJEMPLO,
        [
            (
                "remision:\n",
                "articulado:\n  fuente: Diario Oficial inventado\n"
                "  sustitucion: Decreto 9999 del 1 de enero de 2025\n"
                + "".join(
                    f"  {c}: 2.2.1.{n}\n"
                    for n, c in enumerate(
                        (
                            "suscripcion",
                            "requisitos",
                            "progresividad",
                            "revision",
                            "contenido",
                            "recursos",
                            "reporte",
                        ),
                        187,
                    )
                )
                + "remision:\n",
            )
        ],
        [
            "artículo 2.2.1.187 del Decreto 2147 de 2016, en el texto que le dio el Decreto 9999 "
            "del 1 de enero de 2025",
            "parágrafo del artículo 2.2.1.191",
        ],
        ["artículo 88", "0047"],
    ),
}


@pytest.fixture(params=VARIANTES, ids=lambda v: v.replace(" ", "-"))
def variante(
    request: pytest.FixtureRequest, sembrar: Sembrar, tmp_path: Path
) -> tuple[Path, list[str], list[str]]:
    caso, cambios, dice, calla = VARIANTES[request.param]
    archivo = sembrar(*cambios, caso=caso)
    return expedir(archivo, tmp_path, Pedido(elegir("embebido"))).carpeta, dice, calla


def test_cada_variante_dice_lo_suyo_sin_blancos_y_en_word_valido(
    variante: tuple[Path, list[str], list[str]],
) -> None:
    carpeta, dice, calla = variante
    word = " ".join(texto_docx((carpeta / "acto.docx").read_bytes()).split(" "))
    plano = " ".join(word.split())
    for frase in dice:
        assert " ".join(frase.split()) in plano
    for frase in calla:
        assert frase not in word
    pdf = (carpeta / "acto.pdf").read_bytes()
    assert all(pagina.strip() for pagina in textos(pdf))
    assert paginas(pdf) <= 7
    for docx in carpeta.rglob("*.docx"):
        vacios = [p for p in Document(str(docx)).paragraphs if not p.text.strip()]
        assert not vacios, docx.name
    for oficio in (carpeta / "oficios").glob("*.pdf"):
        assert paginas(oficio.read_bytes()) == (2 if LARGO in plano and "04-" in oficio.name else 1)


def test_el_word_es_valido_para_el_sdk_de_open_xml(
    variante: tuple[Path, list[str], list[str]],
) -> None:
    if not VALIDADOR.exists():
        pytest.skip("falta el validador de Open XML: .ci/run lo instala con npm")
    for docx in variante[0].rglob("*.docx"):
        informe = subprocess.run(
            ["node", VALIDADOR, docx],
            capture_output=True,
            check=False,
            env={"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "PATH": "/usr/bin:/usr/local/bin"},
        )
        assert json.loads(informe.stdout)["errors"] == [], docx.name


@pytest.mark.parametrize(
    ("bandera", "medio"),
    [
        ("es_electronica", "electrónica"),
        ("es_personal", "personal\n  direccion: Bodega 14"),
        ("cumplimiento.es_pleno", "electrónica"),
        ("progresividad.es_primero", "electrónica"),
    ],
)
def test_una_bandera_mal_escrita_en_la_plantilla_no_deja_salir_el_acto(
    sembrar: Sembrar, bandera: str, medio: str
) -> None:
    revision = revisar(sembrar(("  medio: electrónica", f"  medio: {medio}")))
    partes = leer_paquete(abrir("suscripcion_plan").docx)
    cuerpo = partes["word/document.xml"]
    assert bandera.encode() in cuerpo
    partes["word/document.xml"] = cuerpo.replace(bandera.encode(), f"{bandera}x".encode())
    acto = revision.tipo.redactar(revision.caso, revision.regimen)
    with pytest.raises(ErrorDePlantilla, match=f"{bandera}x"):
        componer(escribir_paquete(partes), acto.contexto, acto.bloques, metadatos=acto.metadatos)
