"""De un caso de memoria a su Word y su PDF, en los dos regímenes y con los dos motores."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generador.documento.cuerpo.lectura import leer_bloques
from generador.documento.lectura import texto as texto_docx
from generador.marcado.bloques import Encabezado, Figura, Lista, LlamadaDeNota, Parrafo, Tabla
from generador.marcado.bloques import Texto as TextoDeBloque
from generador.pdf.lectura import textos
from generador.recursos import datos_ejemplo
from tests.conftest import Minuta

EJEMPLOS = {"2020": "memoria_convocatoria_2025", "2026": "memoria_copias_2026"}
Sembrar = Callable[..., Path]

TITULOS_2020 = [
    "1. ANTECEDENTES Y RAZONES DE OPORTUNIDAD Y CONVENIENCIA QUE JUSTIFICAN SU EXPEDICIÓN",
    "2. ÁMBITO DE APLICACIÓN Y SUJETOS A QUIENES VA DIRIGIDO",
    "3. VIABILIDAD JURÍDICA",
    "3.1. Análisis de las normas que otorgan la competencia",
    "3.2. Vigencia de la ley o norma reglamentada o desarrollada",
    "3.3. Disposiciones derogadas, subrogadas, modificadas, adicionadas o sustituidas",
    "3.4. Revisión y análisis de la jurisprudencia",
    "3.5. Circunstancias jurídicas adicionales",
    "4. IMPACTO ECONÓMICO",
    "5. VIABILIDAD O DISPONIBILIDAD PRESUPUESTAL",
    "6. IMPACTO MEDIOAMBIENTAL O SOBRE EL PATRIMONIO CULTURAL DE LA NACIÓN",
    "7. ESTUDIOS TÉCNICOS QUE SUSTENTEN EL PROYECTO NORMATIVO",
    "ANEXOS",
]


CON_LIBREOFFICE = pytest.param("libreoffice", marks=pytest.mark.libreoffice)


@pytest.fixture(scope="session", params=["embebido", CON_LIBREOFFICE])
def generadas(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """Las carpetas de los dos ejemplos, hechas una vez con cada motor."""
    from generador.expedir import expedir
    from generador.obra import Pedido
    from generador.pdf.motores import elegir

    if request.param == "libreoffice" and shutil.which("soffice") is None:
        pytest.skip("no está LibreOffice")
    salida = tmp_path_factory.mktemp("memorias")
    pedido = Pedido(elegir(request.param))
    return {
        regimen: expedir(datos_ejemplo() / f"{nombre}.yaml", salida, pedido).carpeta
        for regimen, nombre in EJEMPLOS.items()
    }


def paginas(carpeta: Path) -> list[str]:
    return [" ".join(pagina.split()) for pagina in textos((carpeta / "acto.pdf").read_bytes())]


def dicho(bloque: object) -> str:
    """Todo el texto de un bloque leído del Word."""
    if isinstance(bloque, TextoDeBloque):
        return bloque.texto
    if isinstance(bloque, tuple):
        return "".join(map(dicho, bloque))
    if isinstance(bloque, Parrafo | Encabezado):
        return dicho(bloque.contenido)
    return dicho(bloque.elementos) if isinstance(bloque, Lista) else ""


def notas(bloques: object) -> Iterator[str]:
    if isinstance(bloques, tuple):
        for bloque in bloques:
            yield from notas(bloque)
    elif isinstance(bloques, Parrafo):
        yield from notas(bloques.contenido)
    elif isinstance(bloques, LlamadaDeNota):
        yield dicho(bloques.nota.bloques)


def test_tienen_por_lo_menos_seis_paginas_y_encabezado_desde_la_segunda(
    generadas: dict[str, Path],
) -> None:
    for carpeta in generadas.values():
        hojas = paginas(carpeta)
        assert len(hojas) >= 6
        assert "Memoria justificativa. Proyecto de" not in hojas[0]
        assert all("Memoria justificativa. Proyecto de" in hoja for hoja in hojas[1:])
        ultima = f"Página {len(hojas)} de {len(hojas)}"
        assert ultima in hojas[-1]


def test_la_de_2020_trae_su_cabecera_y_sus_secciones_en_orden(generadas: dict[str, Path]) -> None:
    texto = " ".join(texto_docx((generadas["2020"] / "acto.docx").read_bytes()).split())
    assert "Entidad originadora: MINISTERIO DE MINAS Y ENERGÍA" in texto
    assert "Fecha (dd/mm/aaaa): 24/07/2025" in texto
    assert "Proyecto de Resolución: “Por la cual se aplica la metodología" in texto
    lugares = [texto.find(titulo) for titulo in TITULOS_2020]
    assert -1 not in lugares
    assert lugares == sorted(lugares)
    assert "FULANA EJEMPLO DE PRUEBA Jefe de la Oficina Asesora Jurídica (E)" in texto


def test_la_de_2026_trae_sus_dieciseis_contenidos(generadas: dict[str, Path]) -> None:
    bloques = leer_bloques((generadas["2026"] / "acto.docx").read_bytes())
    titulos = [dicho(b) for b in bloques if isinstance(b, Encabezado) and b.nivel == 1]
    assert [titulo.partition(".")[0] for titulo in titulos[:-1]] == [str(n) for n in range(1, 17)]
    assert titulos[-1] == "SOPORTES"


def test_cada_nota_esta_al_pie_de_la_pagina_que_la_llama(generadas: dict[str, Path]) -> None:
    for regimen, llamadas in (
        ("2020", ["y la Ley 2056 de 2020 lo desarrolló", "La cuenta es la siguiente"]),
        (
            "2026",
            ["da una idea del tamaño del problema", "la información se ha conservado íntegra"],
        ),
    ):
        carpeta = generadas[regimen]
        escritas = list(notas(leer_bloques((carpeta / "acto.docx").read_bytes())))
        assert len(escritas) >= 2
        hojas = paginas(carpeta)
        for llamada, nota in zip(llamadas, escritas, strict=False):
            (hoja,) = [h for h in hojas if llamada in h]
            assert " ".join(nota.split())[:40] in hoja


def test_el_flujograma_va_como_figura_y_como_lista(generadas: dict[str, Path]) -> None:
    for carpeta in generadas.values():
        bloques = leer_bloques((carpeta / "acto.docx").read_bytes())
        (donde,) = [i for i, b in enumerate(bloques) if isinstance(b, Figura)]
        figura, entrada, lista = bloques[donde : donde + 3]
        assert isinstance(figura, Figura)
        assert figura.alternativo.startswith("Flujograma. Pasos: (1)")
        assert dicho(entrada) == "El flujograma, paso por paso:"
        assert isinstance(lista, Lista)
        assert "(lleva al paso 5)" in dicho(lista)


def test_la_matriz_y_los_anexos_son_cuadros(generadas: dict[str, Path]) -> None:
    bloques = leer_bloques((generadas["2020"] / "acto.docx").read_bytes())
    cuadros = [b for b in bloques if isinstance(b, Tabla)]
    assert dicho(cuadros[1].titulo) == "Matriz de criterios de evaluación"
    assert dicho(cuadros[1].totales or cuadros[1].filas[-1:]) == "Total100"
    marcas = [dicho(fila[1]) for fila in cuadros[-1].filas]
    assert marcas == ["X", "N/A", "X", "N/A", "N/A", "X", "X"]


def test_una_memoria_no_tiene_copias_ni_oficios(generadas: dict[str, Path]) -> None:
    for carpeta in generadas.values():
        archivos = {a.name for a in carpeta.rglob("*") if a.is_file()}
        assert archivos == {"acto.docx", "acto.pdf", "manifiesto.json"}


def test_los_mismos_datos_dan_los_mismos_bytes(generadas: dict[str, Path], tmp_path: Path) -> None:
    from generador.expedir import expedir
    from generador.obra import Pedido

    caso = datos_ejemplo() / "memoria_copias_2026.yaml"
    otra = expedir(caso, tmp_path, Pedido(None)).carpeta / "acto.docx"
    assert otra.read_bytes() == (generadas["2026"] / "acto.docx").read_bytes()


CASO = datos_ejemplo() / "memoria_copias_2026.yaml"


@pytest.mark.parametrize(
    ("antes", "despues", "codigo", "dice"),
    [
        ("    hasta: 2026-08-20", "    hasta: 2026-08-10", "error", "duró 7 días calendario"),
        ("  clase: decreto", "  clase: resolución", "aviso", "«Proyecto de Resolución»"),
        ("papel: jefe de la oficina jurídica", "papel: otro", "error", "No firma el jefe"),
        ("[[flujograma: copia]]", "Y ya.", "error", "no dice dónde va [[flujograma: copia]]"),
        ("la Ley 1581 de 2012", "la Ley 1581 de 2011", "aviso", "no puede ser de 2011"),
        ("      diario_oficial: 47.956\n          ", "      ", "error", "en qué Diario Oficial"),
    ],
)
def test_validar_dice_lo_que_esta_mal_con_su_linea(
    minuta: Minuta, sembrar: Sembrar, antes: str, despues: str, codigo: str, dice: str
) -> None:
    archivo = sembrar((antes, despues), caso=CASO)
    resultado = minuta("validar", archivo)
    assert resultado.returncode == (1 if codigo == "error" else 0)
    (linea,) = [r for r in resultado.stdout.splitlines() if dice in r]
    assert linea.startswith(f"{codigo}: {archivo}:")


def test_nuevo_esquema_y_borrador_funcionan(minuta: Minuta, tmp_path: Path) -> None:
    caso = tmp_path / "mi_memoria.yaml"
    assert minuta("nuevo", "memoria", "-o", caso).returncode == 0
    assert minuta("esquema", "memoria").returncode == 0
    assert minuta("generar", caso, "-o", tmp_path, "--pdf", "no").returncode == 1
    borrador = minuta("generar", caso, "-o", tmp_path, "--pdf", "no", "--borrador")
    assert borrador.returncode == 1
    docx = (tmp_path / "mi_memoria-borrador" / "acto.docx").read_bytes()
    assert "[falta: memoria.contenido_2020.antecedentes]" in texto_docx(docx)
