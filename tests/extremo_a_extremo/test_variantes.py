"""El acto en sus variantes: cada una dice lo suyo, sin blancos de sobra y con Word válido."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from generador.documento.lectura import texto as texto_docx
from generador.expedir import expedir
from generador.obra import Pedido
from generador.pdf.lectura import paginas, textos
from generador.pdf.motores import elegir
from tests.conftest import EJEMPLO, RAIZ

Sembrar = Callable[..., Path]
SERVICIOS = RAIZ / "datos_ejemplo" / "plan_servicios_2026.yaml"
VALIDADOR = RAIZ / ".herramientas" / "node_modules" / ".bin" / "ooxml-validator"

NOTIFICACION = """notificacion:
  medio: electrónica
  correo: notificaciones@ejemplar-modelo.example
  autorizacion: la solicitud con radicado 1-2024-000123
"""
LARGO = "Compañía " + "Internacional de Manufacturas y Servicios Especializados " * 4 + "S.A.S."
RESUMEN = "\n".join(f"      Renglón {n} del resumen ejecutivo." for n in range(1, 41))

# nombre: (caso, cambios, frases que dice, frases que no dice)
VARIANTES: dict[str, tuple[Path, list[tuple[str, str]], list[str], list[str]]] = {
    "electrónica": (
        EJEMPLO,
        [],
        ["Notificar electrónicamente", "acceda al acto"],
        ["citación", "No conocerse", "requirió"],
    ),
    "personal": (
        EJEMPLO,
        [(NOTIFICACION, "notificacion:\n  medio: personal\n  direccion: Bodega 14\n")],
        ["Notificar personalmente", "se enviará citación a Bodega 14", "por aviso"],
        ["electrónicamente"],
    ),
    "publicación": (
        EJEMPLO,
        [
            (NOTIFICACION, "notificacion:\n  medio: publicación\n"),
            ("  correo: notificaciones@ejemplar-modelo.example\n  gran", "  gran"),
        ],
        ["Por no conocerse dirección", "retiro del aviso"],
        ["electrónicamente", "citación"],
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
            "en calidad de apoderado",
            "prorrogó el término en cinco (5) días hábiles",
            "modificado mediante Resolución 0120 del 4 de abril de 2025",
            "pasan de $4.600.000.000, equivalentes al 20,44%",
            "disminuyen en valor y en porcentaje",
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
                "  justificacion_progresividad: Terminó un contrato en el exterior.",
            ),
        ],
        ["justificó ese comportamiento así: Terminó un contrato en el exterior."],
        ["disminuyen", "exterior.."],
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
                + "".join(
                    f"  {c}: {n}\n"
                    for n, c in enumerate(
                        (
                            "definicion",
                            "suscripcion",
                            "requisitos",
                            "progresividad",
                            "revision",
                            "contenido",
                            "recursos",
                            "modificacion",
                            "reporte",
                        ),
                        187,
                    )
                )
                + "remision:\n",
            )
        ],
        ["artículo 188 del Decreto 2147 de 2016", "parágrafo del artículo 192"],
        ["artículo 88"],
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
