"""Los datos personales se quedan en el caso y en el acto (Ley 1581 de 2012, artículo 4, g y h).

Cada dato del caso lleva un canario: una marca que no existe en ninguna otra parte. Se busca en el
manifiesto, en la bitácora, en los metadatos y en los errores.
"""

from __future__ import annotations

import logging
import re
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from generador.documento.lectura import texto as texto_docx
from generador.nombres import nombre_de_archivo
from generador.pdf.lectura import textos
from tests.conftest import Minuta

Sembrar = Callable[..., Path]

# Lo que identifica a una persona. Ninguno puede salir del caso y del acto.
PERSONAS = {
    "firmante": ("Fulana Ejemplo de Prueba", "Canaria Uno Qxfirma"),
    "proyecto": ("Zutano Modelo Borrador", "Canario Dos Qxproyecta"),
    "reviso": ("Mengana Muestra Ficticia", "Canaria Tres Qxrevisa"),
    "aprobo": ("Perencejo Supuesto Inventado", "Canario Cuatro Qxaprueba"),
    "representante": ("Primo Inventado Caso", "Canario Cinco Qxrepresenta"),
    "cédula": ("cédula de ciudadanía 00.123.456", "cédula de ciudadanía 98.765.431"),
    "correo del operador": ("operador@imaginaria.example", "qxoperador@canario.example"),
    "dirección": ("Bodega 14, manzana C", "Qxbodega 14, manzana C"),
    "autorización": (
        "autorizacion: la solicitud con radicado 1-2024-000123",
        "autorizacion: el escrito de Canaria Seis Qxautoriza",
    ),
    "observación": ("Los indicadores de liquidez", "Qxobservado que los indicadores de liquidez"),
}
CORREO = ("notificaciones@ejemplar-modelo.example", "qxnotifica@canario.example")
CANARIOS = [nuevo.removeprefix("autorizacion: ") for _, nuevo in PERSONAS.values()] + [CORREO[1]]
MARCAS = re.compile(r"qx[a-z]+|98\.?765\.?431", re.IGNORECASE)


def caso_con_canarios(sembrar: Sembrar) -> Path:
    caso = sembrar(*PERSONAS.values())
    texto = caso.read_text(encoding="utf-8")
    assert texto.count(CORREO[0]) == 2
    caso.write_text(texto.replace(*CORREO), encoding="utf-8")
    return caso


@pytest.fixture
def generado(
    sembrar: Sembrar, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> tuple[Path, str]:
    """La carpeta del caso con canarios y todo lo que dijo la bitácora al hacerla."""
    from generador.expedir import expedir
    from generador.obra import Pedido
    from generador.pdf.motores import elegir

    with caplog.at_level(logging.DEBUG):
        entrega = expedir(
            caso_con_canarios(sembrar), tmp_path / "salida", Pedido(elegir("embebido"))
        )
    return entrega.carpeta, caplog.text


def test_los_canarios_llegan_al_acto(generado: tuple[Path, str]) -> None:
    """Si no llegaran, no encontrarlos en otra parte no probaría nada."""
    carpeta, _ = generado
    word = " ".join(texto_docx((carpeta / "acto.docx").read_bytes()).split()).casefold()
    for canario in ("canaria uno qxfirma", "98.765.431", CORREO[1], "qxobservado"):
        assert canario in word


def test_el_manifiesto_y_los_nombres_no_llevan_datos_personales(
    generado: tuple[Path, str],
) -> None:
    carpeta, _ = generado
    assert not MARCAS.findall((carpeta / "manifiesto.json").read_text(encoding="utf-8"))
    assert not [p.name for p in carpeta.rglob("*") if MARCAS.search(p.name)]


def test_la_bitacora_no_lleva_datos_personales(generado: tuple[Path, str]) -> None:
    _, bitacora = generado
    assert "componer" in bitacora
    assert not MARCAS.findall(bitacora)


def test_el_detalle_de_la_terminal_no_lleva_datos_personales(
    sembrar: Sembrar, tmp_path: Path, minuta: Minuta
) -> None:
    resultado = minuta(
        "generar", caso_con_canarios(sembrar), "-o", tmp_path / "s", "--pdf", "no", "--detalle"
    )
    assert resultado.returncode == 0, resultado.stderr
    assert "componer" in resultado.stderr
    assert not MARCAS.findall(resultado.stderr + resultado.stdout)


def test_los_metadatos_de_word_no_llevan_datos_personales(generado: tuple[Path, str]) -> None:
    carpeta, _ = generado
    for archivo in carpeta.rglob("*.docx"):
        with zipfile.ZipFile(archivo) as paquete:
            for parte in paquete.namelist():
                if parte.startswith(("docProps/", "customXml/")) and parte.endswith(".xml"):
                    assert not MARCAS.findall(paquete.read(parte).decode()), f"{archivo}: {parte}"


def test_los_metadatos_del_pdf_no_llevan_datos_personales(generado: tuple[Path, str]) -> None:
    carpeta, _ = generado
    for archivo in carpeta.rglob("*.pdf"):
        lector = PdfReader(archivo)
        assert not MARCAS.findall(str(lector.metadata)), archivo
        if lector.xmp_metadata is not None:
            assert not MARCAS.findall(lector.xmp_metadata.stream.get_data().decode()), archivo


def test_cada_destinatario_ve_solo_su_oficio(generado: tuple[Path, str]) -> None:
    """El oficio remite la copia; no repite la cédula ni el correo de quien pidió el plan."""
    carpeta, _ = generado
    for oficio in (carpeta / "oficios").glob("*.pdf"):
        dicho = " ".join(textos(oficio.read_bytes()))
        assert "98.765.431" not in dicho
        assert CORREO[1] not in dicho


# --- Errores de programación -------------------------------------------------------------------


@pytest.mark.parametrize("canario", CANARIOS)
def test_un_defecto_del_programa_no_cita_el_caso(
    canario: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import typer

    from generador.terminal import correr

    aplicacion = typer.Typer()

    @aplicacion.command()
    def fallar() -> None:
        try:
            raise KeyError(canario)
        except KeyError as error:
            raise ValueError(f"no sirve «{canario}»") from error

    monkeypatch.setattr(sys, "argv", ["minuta"])
    assert correr(aplicacion, "minuta") == 1
    dicho = capsys.readouterr()
    assert "falló por dentro: ValueError" in dicho.err
    assert canario not in dicho.err + dicho.out


def test_un_error_del_modelo_no_muestra_el_valor() -> None:
    """Pydantic cita el valor recibido salvo que se le prohíba."""
    from pydantic import ValidationError

    from generador.modelo.suscripcion_plan import CasoSuscripcionPlan

    with pytest.raises(ValidationError) as fallo:
        CasoSuscripcionPlan.model_validate(
            {"tipo": "suscripcion-plan", "representante": {"nombre": ["Canaria Siete Qxvalor"]}}
        )
    assert not MARCAS.findall(str(fallo.value))


# --- Nombres de archivo ------------------------------------------------------------------------

RESERVADOS = {"con", "prn", "aux", "nul", *(f"{p}{n}" for p in ("com", "lpt") for n in range(10))}
destinatarios = st.one_of(
    st.text(max_size=120),
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Z"]), max_size=120),
    st.sampled_from(
        ["../../etc/passwd", "C:\\Windows", "CON", "nul.txt", "a" * 300, "Ñ", "🏛", "", ". ."]
    ),
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(destinatarios, min_size=20, max_size=20))
def test_dos_mil_nombres_validos_en_windows_unicos_y_dentro_de_la_carpeta(
    nombres: list[str],
) -> None:
    archivos = [f"{n:02d}-{nombre_de_archivo(texto)}.pdf" for n, texto in enumerate(nombres, 1)]
    assert len({a.casefold() for a in archivos}) == len(archivos)
    for archivo in archivos:
        assert re.fullmatch(r"[0-9]+-[a-z0-9]+(-[a-z0-9]+)*\.pdf", archivo)
        assert len(archivo) <= 48
        assert archivo.split(".")[0] not in RESERVADOS
        assert (Path("caso/copias") / archivo).parent == Path("caso/copias")
