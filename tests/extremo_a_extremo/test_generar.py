"""El trabajo principal: de un caso al acto, sus copias, sus oficios y su manifiesto."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from generador.documento.lectura import texto as texto_docx
from generador.pdf.lectura import textos
from tests.conftest import EJEMPLO, Minuta

Sembrar = Callable[..., Path]

SIN_FECHA = (
    ("  numero: 0412\n", ""),
    ("  fecha: 2024-10-18\n", ""),
)


@pytest.fixture(scope="session")
def generado(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """La carpeta del caso de ejemplo, generada una vez con el motor embebido."""
    from generador.expedir import expedir
    from generador.obra import Pedido
    from generador.pdf.motores import elegir

    salida = tmp_path_factory.mktemp("salida")
    return expedir(EJEMPLO, salida, Pedido(elegir("embebido"))).carpeta


def archivos(carpeta: Path) -> dict[str, bytes]:
    return {
        a.relative_to(carpeta).as_posix(): a.read_bytes() for a in carpeta.rglob("*") if a.is_file()
    }


def en_una_linea(paginas: list[str]) -> str:
    return " ".join(" ".join(paginas).split())


def test_la_carpeta_trae_todo_lo_prometido(generado: Path) -> None:
    nombres = sorted(archivos(generado))
    assert nombres[0:2] == ["acto.docx", "acto.pdf"]
    assert sum(n.startswith("copias/") for n in nombres) == 4
    assert sum(n.startswith("oficios/") and n.endswith(".docx") for n in nombres) == 4
    assert sum(n.startswith("oficios/") and n.endswith(".pdf") for n in nombres) == 4
    assert "manifiesto.json" in nombres
    assert len(nombres) == 15


@pytest.mark.parametrize(
    ("contenido", "frases"),
    [
        (
            "identificación y localización",
            ["con NIT 900.111.222-1", "Bodega 14, manzana C", "Rionegro (Antioquia)"],
        ),
        (
            "resumen ejecutivo",
            ["dos líneas de inyección en cuarto limpio", "Exportar al menos 412.000 unidades"],
        ),
        (
            "cumplimiento de los requisitos",
            ["Facultades del representante legal", "folios 29 a 74", "Cumple"],
        ),
        (
            "compromisos en letras y cifras",
            [
                "ONCE MIL DOSCIENTOS CUATRO MILLONES DE PESOS MONEDA LEGAL ($11.204.000.000,00)",
                "OCHENTA Y CUATRO PESOS CON SESENTA CENTAVOS MONEDA LEGAL ($315.679.884,60)",
            ],
        ),
        (
            "notificación y recurso",
            ["Notificar electrónicamente", "recurso de reposición", "diez (10) días"],
        ),
        (
            "remisión de copias",
            [
                "Dirección de Gestión de Aduanas",
                "Dirección Seccional de Impuestos de Medellín",
                "Dirección Seccional de Aduanas de Medellín",
                "Operadora Imaginaria S.A.S. Usuario Operador de Zona Franca.",
            ],
        ),
        (
            "forma",
            [
                "MINISTERIO DE COMERCIO, INDUSTRIA Y TURISMO",
                "RESOLUCIÓN NÚMERO 0412 DE 2024",
                "NOTIFÍQUESE Y CÚMPLASE",
                "a los dieciocho (18) días del mes de octubre de 2024.",
                "Proyectó: Zutano Modelo Borrador",
            ],
        ),
    ],
)
def test_el_acto_dice_los_contenidos_del_articulo_92(
    generado: Path, contenido: str, frases: list[str]
) -> None:
    del contenido
    word = " ".join(texto_docx((generado / "acto.docx").read_bytes()).split())
    pdf = en_una_linea(textos((generado / "acto.pdf").read_bytes()))
    for frase in frases:
        assert frase in word
        assert frase in pdf


def test_el_encabezado_va_desde_la_segunda_pagina_y_todas_se_numeran(generado: Path) -> None:
    paginas = textos((generado / "acto.pdf").read_bytes())
    for numero, pagina in enumerate(paginas, 1):
        assert ("Continuación de la Resolución “Por la cual" in pagina) is (numero > 1)
        assert f"Página {numero} de {len(paginas)}" in pagina


def test_no_queda_etiqueta_ni_parrafo_vacio(generado: Path) -> None:
    word = texto_docx((generado / "acto.docx").read_bytes())
    assert not any(marca in word for marca in ("{{", "{%", "[[", "None", "Falta("))


def test_cada_copia_empieza_con_el_acto_y_dice_para_quien_es(generado: Path) -> None:
    acto = (generado / "acto.pdf").read_bytes()
    huella = sha256(acto).hexdigest()
    for n, copia in enumerate(sorted((generado / "copias").iterdir()), 1):
        datos = copia.read_bytes()
        assert datos.startswith(acto)
        assert len(datos) > len(acto)
        for pagina in textos(datos):
            sello = " ".join(pagina.split())
            assert f"Copia {n} de 4" in sello
            assert huella in sello
            assert str(len(acto)) in sello


def test_cada_oficio_nombra_su_copia(generado: Path) -> None:
    huella = sha256((generado / "acto.pdf").read_bytes()).hexdigest()
    for n, oficio in enumerate(sorted((generado / "oficios").glob("*.docx")), 1):
        word = texto_docx(oficio.read_bytes())
        assert f"{n} de 4" in word
        assert huella in word
        assert "Resolución 0412 del 18 de octubre de 2024" in word
        assert len(textos(oficio.with_suffix(".pdf").read_bytes())) == 1


def test_el_manifiesto_da_la_huella_de_cada_archivo(generado: Path) -> None:
    manifiesto = json.loads((generado / "manifiesto.json").read_bytes())
    for ruta, datos in archivos(generado).items():
        if ruta != "manifiesto.json":
            (entrada,) = (a for a in manifiesto["archivos"] if a["ruta"] == ruta)
            assert entrada["sha256"] == sha256(datos).hexdigest()
    assert manifiesto["caso"]["sha256"] == sha256(EJEMPLO.read_bytes()).hexdigest()
    assert "holidays" in manifiesto["calendario"]


def test_verificar_acepta_la_carpeta_y_cada_copia(generado: Path, minuta: Minuta) -> None:
    assert minuta("verificar", generado).returncode == 0
    for copia in (generado / "copias").iterdir():
        assert minuta("verificar", copia).returncode == 0


def test_verificar_nombra_lo_alterado_tras_un_byte(
    generado: Path, tmp_path: Path, minuta: Minuta
) -> None:
    for ruta, datos in archivos(generado).items():
        copia = tmp_path / "caso"
        shutil.copytree(generado, copia)
        alterado = bytearray(datos)
        alterado[len(datos) // 2] ^= 1
        (copia / ruta).write_bytes(alterado)
        resultado = minuta("verificar", copia)
        assert resultado.returncode == 1
        assert ruta in resultado.stderr
        shutil.rmtree(copia)


def test_dos_corridas_dan_los_mismos_bytes(generado: Path, tmp_path: Path, minuta: Minuta) -> None:
    resultado = minuta("generar", EJEMPLO, "-o", tmp_path, "--pdf", "embebido")
    assert resultado.returncode == 0, resultado.stderr
    assert archivos(tmp_path / EJEMPLO.stem) == archivos(generado)
    otra = minuta("generar", EJEMPLO, "-o", tmp_path, "--pdf", "embebido")
    assert otra.returncode == 0, otra.stderr
    assert archivos(tmp_path / EJEMPLO.stem) == archivos(generado)


def test_un_proyecto_sin_numero_ni_fecha_no_tiene_copias(
    sembrar: Sembrar, tmp_path: Path, minuta: Minuta
) -> None:
    resultado = minuta("generar", sembrar(*SIN_FECHA), "-o", tmp_path, "--pdf", "embebido")
    assert resultado.returncode == 0, resultado.stderr
    assert sorted(archivos(tmp_path / "caso")) == ["acto.docx", "acto.pdf", "manifiesto.json"]
    assert "no se expiden copias" in resultado.stderr
    word = texto_docx((tmp_path / "caso" / "acto.docx").read_bytes())
    assert "RESOLUCIÓN NÚMERO ________ DE ________" in word


@pytest.mark.parametrize(
    ("cambio", "acto"),
    [
        (
            ("  facultades:\n    estado: cumple", "  facultades:\n    estado: no cumple"),
            "requerimiento-plan",
        ),
        (
            ("  fecha: 2024-09-27\n\nrequisitos", "  fecha: 2024-10-02\n\nrequisitos"),
            "negacion-plan",
        ),
    ],
)
def test_un_caso_que_no_se_puede_firmar_no_produce_acto(
    sembrar: Sembrar, tmp_path: Path, minuta: Minuta, cambio: tuple[str, str], acto: str
) -> None:
    resultado = minuta("generar", sembrar(cambio), "-o", tmp_path / "salida", "--pdf", "embebido")
    assert resultado.returncode == 1
    assert acto in resultado.stderr
    assert not (tmp_path / "salida").exists()


def test_un_dato_ausente_detiene_el_acto_por_su_nombre(
    sembrar: Sembrar, tmp_path: Path, minuta: Minuta
) -> None:
    caso = sembrar(("  radicado: 1-2024-000123\n", ""))
    resultado = minuta("generar", caso, "-o", tmp_path / "salida")
    assert resultado.returncode == 1
    assert "[solicitud.radicado]" in resultado.stderr
    assert not (tmp_path / "salida").exists()


HOSTILES = [
    "A & B <c> d > e",
    "Comillas \"dobles\", 'simples', «latinas» y “tipográficas”",
    "{{ 7*7 }} {% if x %} {{_ }} {_{ [[bloques: metas]] {# nada #}",
    "Renglón uno\nrenglón dos",
    "Doble  espacio,   triple y\ttabulador",
    "&amp; &lt;w:p/&gt; ]]> <!-- -->",
    "Ñandú, pingüino, 1° de enero, S.A.S. – raya — guion",
]


@pytest.mark.parametrize("valor", HOSTILES)
def test_los_valores_llegan_letra_por_letra(
    sembrar: Sembrar, tmp_path: Path, minuta: Minuta, valor: str
) -> None:
    caso = sembrar(
        (
            "razon_social: Ejemplar & Modelo Manufacturas Ficticias S.A.S.",
            f"razon_social: {json.dumps(valor, ensure_ascii=False)}",
        )
    )
    resultado = minuta("generar", caso, "-o", tmp_path, "--pdf", "embebido")
    assert resultado.returncode == 0, resultado.stderr
    word = texto_docx((tmp_path / "caso" / "acto.docx").read_bytes())
    assert f"Que {valor}, con NIT" in word
    pdf = en_una_linea(textos((tmp_path / "caso" / "acto.pdf").read_bytes()))
    assert " ".join(valor.split()) in pdf


def test_el_trabajo_del_asesor_no_se_pisa(generado: Path, tmp_path: Path, minuta: Minuta) -> None:
    carpeta = tmp_path / EJEMPLO.stem
    shutil.copytree(generado, carpeta)
    (carpeta / "acto.docx").write_bytes(b"lo que el asesor escribi\xc3\xb3")
    (carpeta / "notas del asesor.txt").write_text("no se borra", encoding="utf-8")
    resultado = minuta("generar", EJEMPLO, "-o", tmp_path, "--pdf", "embebido")
    assert resultado.returncode == 1
    assert "acto.docx" in resultado.stderr
    assert "--reemplazar" in resultado.stderr
    assert (carpeta / "acto.docx").read_bytes().startswith(b"lo que el asesor")
    otra = minuta("generar", EJEMPLO, "-o", tmp_path, "--pdf", "embebido", "--reemplazar")
    assert otra.returncode == 0, otra.stderr
    assert (carpeta / "acto.docx").read_bytes() == (generado / "acto.docx").read_bytes()
    assert (carpeta / "notas del asesor.txt").exists()


def test_unas_copias_expedidas_no_se_cambian_sin_pedirlo(
    sembrar: Sembrar, tmp_path: Path, minuta: Minuta
) -> None:
    ordenes = ("-o", tmp_path, "--pdf", "embebido")
    assert minuta("generar", sembrar(), *ordenes).returncode == 0
    antes = archivos(tmp_path / "caso")
    cambios = (("  acto_condicion: ", "  acto_condicion: Nuevo "),), SIN_FECHA
    for cambio in cambios:
        resultado = minuta("generar", sembrar(*cambio), *ordenes)
        assert resultado.returncode == 1
        assert "las 4 copias del acto 0412 del 2024-10-18" in resultado.stderr
        assert archivos(tmp_path / "caso") == antes


def test_lo_que_ya_no_se_hace_se_retira(sembrar: Sembrar, tmp_path: Path, minuta: Minuta) -> None:
    ordenes = ("-o", tmp_path, "--pdf", "embebido")
    assert minuta("generar", sembrar(), *ordenes).returncode == 0
    assert (tmp_path / "caso" / "copias").is_dir()
    caso = sembrar(*SIN_FECHA)
    assert minuta("generar", caso, *ordenes, "--reemplazar").returncode == 0
    assert sorted(archivos(tmp_path / "caso")) == ["acto.docx", "acto.pdf", "manifiesto.json"]
