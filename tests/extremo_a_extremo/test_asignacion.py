"""La asignación por fórmula y por convocatoria, de la hoja de cálculo a los oficios."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT

from generador.copias.verificacion import verificar
from generador.documento.cuerpo.lectura import leer_bloques
from generador.documento.lectura import parrafos
from generador.errores import CasoRechazado, ErrorDeDocumento
from generador.expedir import expedir
from generador.hallazgos import hay_errores
from generador.lengua.pesos import en_letras_y_cifras, leer_monto
from generador.marcado.bloques import Articulo, Bloque, Figura, Parrafo, Tabla, Texto
from generador.obra import Pedido
from generador.pdf.documento import Documento
from generador.pdf.lectura import textos
from generador.pdf.motores import elegir
from generador.tipos import TIPOS
from tests.conftest import RAIZ, Minuta
from tests.redaccion.asignacion import expediente, taller

EJEMPLOS = RAIZ / "datos_ejemplo"
FORMULA, CONVOCATORIA = "asignacion_formula_2025", "asignacion_convocatoria_2025"
BOLSA = Decimal(774931346822)
BENEFICIARIOS = 209


@pytest.fixture(scope="module")
def generados(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """La fórmula con sus PDF y la convocatoria solo en Word, que tiene cincuenta páginas."""
    salida = tmp_path_factory.mktemp("asignacion")
    expedir(EJEMPLOS / f"{FORMULA}.yaml", salida, Pedido(elegir("embebido")))
    expedir(EJEMPLOS / f"{CONVOCATORIA}.yaml", salida, Pedido(None))
    return salida


@pytest.fixture(scope="module")
def formula(generados: Path) -> Path:
    return generados / FORMULA


@pytest.fixture(scope="module")
def convocatoria(generados: Path) -> Path:
    return generados / CONVOCATORIA


def leido(archivo: Path) -> str:
    return "\n".join(parrafos(archivo.read_bytes()))


def cuadros(archivo: Path) -> list[Tabla]:
    def dentro(bloques: tuple[Bloque, ...]) -> Iterator[Tabla]:
        for bloque in bloques:
            if isinstance(bloque, Tabla):
                yield bloque
            elif isinstance(bloque, Articulo):
                yield from dentro(bloque.bloques)

    return list(dentro(leer_bloques(archivo.read_bytes())))


def celdas(fila: tuple[tuple[Parrafo, ...], ...]) -> list[str]:
    return [
        "".join(t.texto for p in celda for t in p.contenido if isinstance(t, Texto))
        for celda in fila
    ]


def test_la_carpeta_trae_todo_y_consta_en_el_manifiesto(formula: Path) -> None:
    manifiesto = json.loads((formula / "manifiesto.json").read_text(encoding="utf-8"))
    rutas = {archivo["ruta"] for archivo in manifiesto["archivos"]}
    assert {"acto.docx", "acto.pdf", "anexos/asignacion.xlsx", "anexos/memoria.docx"} <= rutas
    assert {f"anexos/grafica-departamentos.{clase}" for clase in ("png", "svg")} <= rutas
    municipios = [r for r in rutas if re.fullmatch(r"oficios/\d{5}-.+\.docx", r)]
    assert len(municipios) == BENEFICIARIOS
    assert all(f"{r.removesuffix('.docx')}.pdf" in rutas for r in municipios)
    assert len(manifiesto["copias"]) == 2
    assert manifiesto["plantillas"].keys() == {
        "asignacion_formula",
        "memoria_2020",
        "oficio_asignacion",
        "oficio_copia_asignacion",
    }
    assert "tablas/asignacion_municipios.xlsx" in manifiesto["textos"]
    assert not hay_errores(verificar(formula).hallazgos)


def test_el_cuadro_suma_la_bolsa_y_cada_oficio_dice_lo_suyo(formula: Path) -> None:
    (cuadro,) = cuadros(formula / "acto.docx")
    filas = [celdas(fila) for fila in cuadro.filas]
    assert len({codigo for codigo, *_ in filas}) == len(filas) == BENEFICIARIOS
    assert sum((leer_monto(f[-1]) for f in filas), start=Decimal(0)) == BOLSA
    assert [celdas(f)[-1] for f in cuadro.totales] == ["774.931.346.822"]
    for codigo, _, municipio, valor in filas[:: BENEFICIARIOS // 10]:
        (oficio,) = (formula / "oficios").glob(f"{codigo}-*.docx")
        texto = leido(oficio)
        assert f"asignó a {municipio} (código DIVIPOLA {codigo})" in texto
        assert f"la suma de {en_letras_y_cifras(leer_monto(valor))}." in texto
        assert f"Alcalde o alcaldesa de {municipio}" in texto
        assert "según el artículo 5 de la resolución" in texto


def test_el_articulo_dice_el_monto_y_cuantos(formula: Path) -> None:
    texto = leido(formula / "acto.docx")
    assert (
        f"Artículo 1. Objeto y monto. Distribuir y asignar la suma de {en_letras_y_cifras(BOLSA)} "
        "entre doscientos nueve (209) municipios"
    ) in texto
    numeros = re.findall(r"^Artículo (\d+)\. ", texto, re.MULTILINE)
    assert numeros == [str(n) for n in range(1, 9)]
    assert "PUBLÍQUESE, COMUNÍQUESE Y CÚMPLASE" in texto
    assert "numeral 5.1 del Anexo 05" in texto
    assert "Que la Agencia Nacional de Minería, mediante el oficio de ejemplo" in texto


def test_el_encabezado_del_cuadro_se_repite_y_las_filas_no_se_parten(formula: Path) -> None:
    documento = Document(io.BytesIO((formula / "acto.docx").read_bytes()))
    cuadro = documento.tables[0]._tbl
    filas = cuadro.tr_lst
    assert len(filas) == BENEFICIARIOS + 2
    assert "tblHeader" in filas[0].xml
    assert all("cantSplit" in fila.xml for fila in filas)
    paginas = textos((formula / "acto.pdf").read_bytes())
    con_filas = [p for p in paginas if re.search(r"^\d{5}\b", p, re.MULTILINE)]
    assert len(con_filas) >= 5
    assert all("Valor ($)" in pagina for pagina in con_filas)


def test_la_memoria_dice_lo_mismo_y_trae_la_grafica(formula: Path) -> None:
    memoria = formula / "anexos/memoria.docx"
    texto = leido(memoria)
    assert en_letras_y_cifras(BOLSA) in texto
    assert "doscientos nueve (209) municipios" in texto
    (figura,) = (b for b in leer_bloques(memoria.read_bytes()) if isinstance(b, Figura))
    assert figura.alternativo.startswith("Gráfica de barras. Valor distribuido por departamento.")


def test_la_convocatoria_asigna_toda_la_bolsa_y_da_razon(convocatoria: Path) -> None:
    energia, mineria, traza, excluidos = cuadros(convocatoria / "acto.docx")
    filas = [celdas(fila) for cuadro in (energia, mineria) for fila in cuadro.filas]
    totales = [leer_monto(celdas(c.totales[0])[-1]) for c in (energia, mineria)]
    assert sum(totales, start=Decimal(0)) == Decimal("921125209529.56")
    assert sum((leer_monto(f[-1]) for f in filas), start=Decimal(0)) == sum(totales)
    decisiones = [celdas(fila) for fila in traza.filas]
    assert [d[0] for d in decisiones] == [str(n) for n in range(1, len(decisiones) + 1)]
    assert all(d[-1] for d in decisiones)
    asignados = {d[4]: d[5] for d in decisiones if d[5] != "0,00"}
    assert asignados == {f[1]: f[-1] for f in filas}
    assert [celdas(f)[0] for f in excluidos.filas] == ["E-014", "E-077", "E-131", "M-009", "M-058"]


def test_el_oficio_de_un_proyecto_compartido_dice_con_quienes(convocatoria: Path) -> None:
    energia, *_ = cuadros(convocatoria / "acto.docx")
    compartido = next(f for f in map(celdas, energia.filas) if f[1] == "E-003")
    assert compartido[3].count("(") == 3
    (oficio,) = (convocatoria / "oficios").glob("27787-*.docx")
    texto = leido(oficio)
    assert "E-003" in texto
    assert "que comparte con" in texto
    assert "Segovia (Antioquia)" in texto


def test_la_convocatoria_pone_sus_anexos_apaisados(convocatoria: Path) -> None:
    documento = Document(io.BytesIO((convocatoria / "acto.docx").read_bytes()))
    orientaciones = [seccion.orientation for seccion in documento.sections]
    assert orientaciones == [WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE]
    titulos = [x for x in parrafos((convocatoria / "acto.docx").read_bytes()) if "ANEXO" in x]
    assert titulos == ["ANEXO 1", "ANEXO 2"]


def sin_numero(carpeta: Path, nombre: str, *cambios: tuple[str, str]) -> Path:
    """Una copia del ejemplo, con unos cambios, y sus textos y tablas al lado."""
    for otra in ("textos", "tablas"):
        shutil.copytree(EJEMPLOS / otra, carpeta / otra)
    caso = (EJEMPLOS / f"{nombre}.yaml").read_text(encoding="utf-8")
    for antes, despues in cambios:
        assert antes in caso
        caso = caso.replace(antes, despues, 1)
    archivo = carpeta / "caso.yaml"
    archivo.write_text(caso, encoding="utf-8")
    return archivo


def test_sin_numero_no_se_comunica(tmp_path: Path, minuta: Minuta) -> None:
    archivo = sin_numero(tmp_path, FORMULA, ("  numero: 4 9926\n", ""))
    corrida = minuta("generar", archivo, "-o", tmp_path / "s", "--pdf", "no")
    assert corrida.returncode == 0, corrida.stderr
    assert "sin número y fecha no se expiden copias oficiales" in corrida.stderr
    assert not (tmp_path / "s/caso/oficios").exists()
    assert (tmp_path / "s/caso/anexos/asignacion.xlsx").is_file()


def test_el_borrador_sin_la_hoja_muestra_lo_que_falta(tmp_path: Path, minuta: Minuta) -> None:
    archivo = sin_numero(tmp_path, FORMULA)
    (tmp_path / "tablas/asignacion_municipios.xlsx").unlink()
    corrida = minuta("generar", archivo, "-o", tmp_path / "s", "--borrador", "--pdf", "no")
    assert corrida.returncode == 1
    texto = leido(tmp_path / "s/caso-borrador/acto.docx")
    assert "Distribuir y asignar la suma de [falta: " in texto


def test_la_plantilla_que_repite_el_cuadro_no_deja_escribir(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plantillas = tmp_path / "plantillas"
    shutil.copytree(RAIZ / "plantillas", plantillas)
    plantilla = plantillas / "asignacion_formula/plantilla.docx"
    _repetir(plantilla, "[[bloques: dispositiva]]")
    monkeypatch.setattr("generador.recursos.plantillas", lambda: plantillas)
    caso = (expediente.FORMULA + expediente.COMUN % "peso").replace(" {registro}", "")
    archivo = tmp_path / "caso.yaml"
    archivo.write_text(caso, encoding="utf-8")
    with pytest.raises(ErrorDeDocumento, match=r"no cuadra: .*códigos repetidos"):
        expedir(archivo, tmp_path / "s", Pedido(None))
    assert not (tmp_path / "s").exists()


def _repetir(plantilla: Path, marcador: str) -> None:
    """Repite el párrafo del marcador, como quien lo pega dos veces en Word."""
    partes = {}
    with zipfile.ZipFile(plantilla) as paquete:
        partes = {nombre: paquete.read(nombre) for nombre in paquete.namelist()}
    xml = partes["word/document.xml"].decode()
    donde = xml.index(marcador)
    desde, hasta = xml.rindex("<w:p>", 0, donde), xml.index("</w:p>", donde) + len("</w:p>")
    partes["word/document.xml"] = f"{xml[:hasta]}{xml[desde:hasta]}{xml[hasta:]}".encode()
    with zipfile.ZipFile(plantilla, "w") as paquete:
        for nombre, datos in partes.items():
            paquete.writestr(nombre, datos)


def test_un_peso_que_falta_detiene_y_no_escribe(tmp_path: Path) -> None:
    archivo = sin_numero(tmp_path, FORMULA, ("peso: 40,", "peso: 39,"))
    with pytest.raises(CasoRechazado):
        expedir(archivo, tmp_path / "s", Pedido(None))
    assert not (tmp_path / "s").exists()


def test_las_copias_del_acto_firmado_conservan_anexos_y_oficios(
    formula: Path, tmp_path: Path, minuta: Minuta
) -> None:
    carpeta = tmp_path / FORMULA
    shutil.copytree(formula, carpeta)
    caso = EJEMPLOS / f"{FORMULA}.yaml"
    corrida = minuta("copias", carpeta / "acto.pdf", "--caso", caso, "--pdf", "embebido")
    assert corrida.returncode == 0, corrida.stderr
    assert (carpeta / "anexos/asignacion.xlsx").is_file()
    assert len(list((carpeta / "oficios").glob("*.pdf"))) == BENEFICIARIOS + 2
    assert not hay_errores(verificar(carpeta).hallazgos)


def test_ninguna_pagina_sale_en_blanco_antes_de_los_anexos_apaisados() -> None:
    """El cambio de sección va en un renglón que no ocupa: antes abría una página vacía."""
    documentos = []
    for cuantas in range(26):
        razones = "".join(f"\n\n  Que la razón {n} también." for n in range(cuantas))
        firma = "responsables: [{papel: Proyectó, nombre: Ana Ejemplo, cargo: Profesional}]\n"
        caso = expediente.convocatoria(
            f"tabla: anexo\n{firma}",
            cambios={"1.000,50": "9.000,33", "la ley lo ordena.": f"la ley lo ordena.{razones}"},
        )
        metadatos = TIPOS[caso.tipo].redactar(caso, None).metadatos
        documentos.append(Documento(f"con {cuantas}", taller.acto(caso), metadatos))
    motor = elegir("embebido")
    assert motor is not None
    propio = re.compile(r"Continuación de la Resolución.*|Página \d+ de \d+")
    for documento, pdf in zip(documentos, motor.convertir(documentos), strict=True):
        assert all(propio.sub("", pagina).strip() for pagina in textos(pdf)), documento.nombre
