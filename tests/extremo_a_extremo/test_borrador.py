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
