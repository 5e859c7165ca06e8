"""El borrador y la simulación: ver antes de hacer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generador.documento.lectura import texto as texto_docx
from generador.pdf.lectura import textos
from tests.conftest import EJEMPLO, RAIZ, Minuta

Sembrar = Callable[..., Path]
SERVICIOS = RAIZ / "datos_ejemplo" / "plan_servicios_2026.yaml"


def test_el_borrador_marca_lo_que_falta_en_su_sitio(
    sembrar: Sembrar, tmp_path: Path, minuta: Minuta
) -> None:
    caso = sembrar(
        ("  radicado: 1-2024-000123\n", ""),
        ("    exportacion: 48.750.320.115,40", "    exportacion:"),
        ("  medio: electrónica", "  medio:"),
    )
    resultado = minuta("generar", caso, "-o", tmp_path, "--pdf", "embebido", "--borrador")
    assert resultado.returncode == 1
    assert "[solicitud.radicado]" in resultado.stderr
    carpeta = tmp_path / "caso-borrador"
    assert sorted(a.name for a in carpeta.iterdir()) == [
        "acto.docx",
        "acto.pdf",
        "manifiesto.json",
    ]
    word = texto_docx((carpeta / "acto.docx").read_bytes())
    assert "radicado con el número [falta: solicitud.radicado] el 27 de septiembre" in word
    assert "[falta: plan.proyeccion.exportacion]" in word
    assert "Notificación. [falta: notificacion.medio]" in word
    for pagina in textos((carpeta / "acto.pdf").read_bytes()):
        assert "BORRADOR" in pagina


def test_un_borrador_sin_errores_sale_bien_y_sin_copias(tmp_path: Path, minuta: Minuta) -> None:
    resultado = minuta("generar", EJEMPLO, "-o", tmp_path, "--pdf", "embebido", "--borrador")
    assert resultado.returncode == 0, resultado.stderr
    assert [a.name for a in tmp_path.iterdir()] == [f"{EJEMPLO.stem}-borrador"]
    assert "borrador" in resultado.stderr


def test_un_borrador_con_reglas_incumplidas_se_genera_y_sale_con_1(
    sembrar: Sembrar, tmp_path: Path, minuta: Minuta
) -> None:
    caso = sembrar(("    total: 60.270.000.000,00", "    total: 60.270.000.001,00"))
    resultado = minuta("generar", caso, "-o", tmp_path, "--pdf", "no", "--borrador")
    assert resultado.returncode == 1
    assert (tmp_path / "caso-borrador" / "acto.docx").is_file()


# Lo que cambia en el caso, lo que el borrador dice y lo que no puede afirmar.
NADA_FALSO = {
    "no se sabe si es el primer plan": (
        EJEMPLO,
        [("  primer_plan: sí\n", "")],
        "Que, sobre la progresividad de que trata el artículo 90 del Decreto 2147 de 2016, "
        "[falta: plan.primer_plan].",
        "por ser el primer plan",
    ),
    "falta el plan anterior": (
        EJEMPLO,
        [("  primer_plan: sí", "  primer_plan: no")],
        "[falta: plan.plan_anterior]",
        "por ser el primer plan",
    ),
    "sube sin justificación": (
        SERVICIOS,
        [("      ventas_tan: 4.600.000.000", "      ventas_tan: 3.600.000.000")],
        "lo justificó en que [falta: plan.justificacion_progresividad]. Este Ministerio encuentra "
        "suficiente esa justificación frente al artículo 90 del Decreto 2147 de 2016 porque "
        "[falta: plan.valoracion_progresividad]",
        "disminuyen",
    ),
    "no se puede comparar": (
        SERVICIOS,
        [("      total: 22.500.000.000\n", "")],
        "[falta: plan.plan_anterior.modificacion.total].",
        "disminu",
    ),
    "un requisito no se cumple": (
        EJEMPLO,
        [("  facultades:\n    estado: cumple", "  facultades:\n    estado: no cumple")],
        "no está verificado: [falta: requisitos.facultades.estado].",
        "verificado el cumplimiento de los requisitos, procede",
    ),
    "no se sabe si cumple los estados financieros": (
        EJEMPLO,
        [("    estado: cumple\n    corte", "    corte")],
        "no está verificado: [falta: requisitos.estados_financieros.estado].",
        "procede suscribir",
    ),
    "los estados financieros no cumplen y nadie ha decidido": (
        EJEMPLO,
        [("    estado: cumple\n    corte", "    estado: requerido\n    corte")],
        "porque [falta: requisitos.estados_financieros.decision]",
        "verificado el cumplimiento de los requisitos, procede",
    ),
    "la solicitud es extemporánea": (
        EJEMPLO,
        [("  fecha: 2024-09-27\n\nrequisitos", "  fecha: 2024-10-02\n\nrequisitos")],
        "para el año gravable 2025. Que",
        "dentro del término",
    ),
    "no hubo respuesta al requerimiento": (
        SERVICIOS,
        [("  respuesta: {radicado: 1-2025-001122, fecha: 2025-11-06, completa: sí}\n", "")],
        "La respuesta se radicó con el número [falta: requerimiento.respuesta.radicado]",
        "que vencía el 7 de noviembre",
    ),
    "la respuesta no está completa": (
        SERVICIOS,
        [("completa: sí", "completa: no")],
        "La respuesta se radicó con el número 1-2025-001122 el 6 de noviembre de 2025.",
        "La respuesta completa",
    ),
    "el acto tiene constancia de demora y está en término": (
        EJEMPLO,
        [("  fecha: 2024-10-18", "  fecha: 2024-10-18\n  constancia_demora: hubo paro")],
        "procede suscribir el plan",
        "hubo paro",
    ),
    "falta el motivo de la publicación": (
        EJEMPLO,
        [("  medio: electrónica", "  medio: publicación")],
        "pues [falta: notificacion.motivo_sin_direccion], publicar",
        "electrónicamente",
    ),
}


@pytest.mark.parametrize("nombre", NADA_FALSO, ids=lambda n: n.replace(" ", "-"))
def test_el_borrador_no_afirma_lo_que_no_consta(
    nombre: str, sembrar: Sembrar, tmp_path: Path
) -> None:
    from generador.expedir import expedir
    from generador.obra import Pedido

    caso, cambios, dice, calla = NADA_FALSO[nombre]
    entrega = expedir(sembrar(*cambios, caso=caso), tmp_path, Pedido(None, borrador=True))
    word = " ".join(texto_docx((entrega.carpeta / "acto.docx").read_bytes()).split())
    assert dice in word
    assert calla not in word


@pytest.mark.parametrize("origen", [EJEMPLO, SERVICIOS], ids=lambda r: r.stem)
def test_cualquier_renglon_puede_faltar_en_un_borrador(origen: Path, tmp_path: Path) -> None:
    """Se quita cada renglón con valor, uno por uno: siempre sale un Word que lo dice."""
    from generador.errores import CasoRechazado
    from generador.expedir import expedir
    from generador.obra import Pedido

    lineas = origen.read_text(encoding="utf-8").splitlines(keepends=True)
    pedido = Pedido(None, borrador=True, simular=True)
    archivo = tmp_path / "caso.yaml"
    for n, linea in enumerate(lineas):
        clave, _, valor = linea.partition(":")
        if linea.lstrip().startswith(("#", "-")) or not valor.strip() or valor.strip() in "|>->-":
            continue
        if clave.strip() == "tipo":
            continue
        archivo.write_text("".join([*lineas[:n], *lineas[n + 1 :]]), encoding="utf-8")
        try:
            entrega = expedir(archivo, tmp_path, pedido)
        except CasoRechazado as rechazo:  # pragma: no cover - solo si la prueba falla
            pytest.fail(f"línea {n + 1} ({linea.strip()}): {rechazo.hallazgos}")
        assert entrega.cambios


def test_simular_dice_que_haria_y_no_escribe(tmp_path: Path, minuta: Minuta) -> None:
    ordenes = ("generar", EJEMPLO, "-o", tmp_path, "--pdf", "embebido")
    antes = minuta(*ordenes, "--simular")
    assert antes.returncode == 0, antes.stderr
    assert list(tmp_path.iterdir()) == []
    prometidos = {linea.split()[1].rstrip(":") for linea in antes.stdout.splitlines()}
    assert minuta(*ordenes).returncode == 0
    carpeta = tmp_path / EJEMPLO.stem
    hechos = {a.relative_to(carpeta).as_posix() for a in carpeta.rglob("*") if a.is_file()}
    assert prometidos == hechos
    despues = minuta(*ordenes, "--simular")
    assert all(linea.startswith("igual") for linea in despues.stdout.splitlines())


def test_detalle_cuenta_los_pasos_de_la_guia(tmp_path: Path, minuta: Minuta) -> None:
    resultado = minuta("generar", EJEMPLO, "-o", tmp_path, "--pdf", "embebido", "--detalle")
    for paso in (
        "1. leer",
        "2. validar",
        "3. aplicar",
        "4. redactar",
        "5. componer",
        "6. convertir",
        "7. hacer 4 copias",
        "8. oficios",
        "9. manifiesto",
        "10. escribir",
    ):
        assert f"  {paso}" in resultado.stderr
