"""De un caso de concepto a su Word y su PDF, en los dos formatos."""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from generador.documento.cuerpo.lectura import leer_bloques
from generador.hallazgos import Gravedad
from generador.marcado.bloques import (
    CitaTextual,
    Encabezado,
    Lista,
    LlamadaDeNota,
    Parrafo,
    Recuadro,
    Texto,
)
from generador.pdf.lectura import textos
from generador.recursos import datos_ejemplo
from tests.conftest import Minuta

Sembrar = Callable[..., Path]
MINIMO_DE_NOTAS = 15
EJEMPLOS = {"2022": "concepto_adicion_2022", "2025": "concepto_bienes_nacionales_2025"}
TITULOS = {
    "2022": ["1. Problema planteado", "2. Consideraciones", "3. Respuesta"],
    "2025": [
        "I. Problemas planteados",
        "II. Respuestas",
        "III. Razones de las respuestas",
        "IV. Referencias normativas",
        "V. Doctrina de la Agencia Nacional de Contratación Pública",
    ],
}
PEQUENO = """\
tipo: concepto
formato: 2025
entidad: Entidad de Ejemplo
concepto: {numero: C-1514, fecha: 2025-11-24}
descriptores:
  - tema: Plazos
    subtemas: [Cómputo]
    extracto: |
      El plazo se cuenta como dice la Ley 4 de 1913{fuente: c713}.
destinatario:
  tratamiento: Señora
  nombre: Catalina Inventada Ejemplo
  ciudad: Manizales (Caldas)
  saludo: Estimada señora Inventada
temas: [Plazos]
radicacion: {numero: P1, fecha: 2025-10-15}
traslado: {de: Contraloría de Ejemplo, oficio: "7", fecha: 2025-10-10}
peticion: |
  Dice la Ley 57 de 1887 que "basta":

  1. ¿Uno?
  2. ¿Dos?
puntos_trasladados:
  - {punto: "2", transcripcion: '¿Dos, según el "pliego"?', a: Ministerio de Ejemplo, oficio: O-2, fecha: 2025-10-17}
problemas:
  - {pregunta: '¿Cómo se cuenta el "plazo"?', puntos: ["1"]}
  - pregunta: ¿Y el término?
respuestas:
  - responde: [II, i]
    texto: |
      Según el artículo 62 de la Ley 4 de 1913^[Ver {fuente: c713}.]:

      1. en días hábiles;
      2. salvo que se diga otra cosa.
razones:
  - titulo: El plazo
    texto: |
      La Ley 80 de 1993, artículo 3, y los artículos 1, 2, 3 y 4 de la Ley 816 de 2003.

      > "Uno de la Ley 57 de 1887.
      >
      > Dos de 'ella'".
  - texto: |
      Lo reitera el Concepto C-204 de 2022{fuente: c204}.
fuentes:
  - clave: c713
    providencia: {corporacion: Corte Constitucional, numero: C-713, anio: 2008}
  - clave: c204
    concepto: {numero: C-204, fecha: 2022-04-22}
doctrina: [{numero: C-101, fecha: 2023-05-10}]
referencias:
  agregar: [{norma: Ley 2069 de 2020, motivo: marco}]
  excluir: [{norma: Ley 80 de 1993, motivo: no hace falta}]
avisos_institucionales: [Un aviso de la entidad.]
firmante: {nombre: Ana Inventada, cargo: Subdirectora de Gestión Contractual}
responsables:
  - {papel: Elaboró, nombre: Uno Inventado, cargo: Contratista}
  - {papel: Revisó, nombre: Dos Inventado, cargo: Gestor}
  - {papel: Aprobó, nombre: Ana Inventada, cargo: Subdirectora}
"""  # noqa: E501 - el caso se lee como lo escribe el asesor


def hallar(valor: Any, clase: type) -> Iterator[Any]:
    if isinstance(valor, clase):
        yield valor
    if isinstance(valor, tuple):
        for elemento in valor:
            yield from hallar(elemento, clase)
    elif is_dataclass(valor):
        for campo in fields(valor):
            yield from hallar(getattr(valor, campo.name), clase)


def dicho(valor: Any) -> str:
    """Todo el texto de un bloque, sin el de sus notas."""
    if isinstance(valor, Texto):
        return valor.texto
    if isinstance(valor, tuple):
        return "".join(map(dicho, valor))
    if isinstance(valor, LlamadaDeNota) or not is_dataclass(valor):
        return ""
    return "".join(dicho(getattr(valor, campo.name)) for campo in fields(valor))


@pytest.fixture(scope="module")
def pequeno(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, ...]:
    """Los bloques del caso pequeño, leídos de su Word."""
    from generador.expedir import expedir
    from generador.obra import Pedido

    carpeta = tmp_path_factory.mktemp("concepto")
    (carpeta / "c.yaml").write_text(PEQUENO, encoding="utf-8")
    hecha = expedir(carpeta / "c.yaml", carpeta / "salida", Pedido(None))
    assert not [h for h in hecha.hallazgos if h.codigo.startswith("CON") and h.codigo != "CON060"]
    return leer_bloques((hecha.carpeta / "acto.docx").read_bytes())


def entre(bloques: tuple[Any, ...], desde: str, hasta: str = "") -> tuple[Any, ...]:
    titulos = [dicho(b) if isinstance(b, Encabezado) else "" for b in bloques]
    inicio = titulos.index(desde) + 1
    return bloques[inicio : titulos.index(hasta) if hasta else None]


def test_el_encabezado_dice_de_que_y_para_quien(pequeno: tuple[Any, ...]) -> None:
    lineas = [dicho(b) for b in pequeno[:20]]
    assert lineas[:2] == ["ENTIDAD DE EJEMPLO", "PLAZOS – Cómputo"]
    assert lineas[3:8] == [
        "Bogotá, D. C., 24 de noviembre de 2025",
        "Señora",
        "Catalina Inventada Ejemplo",
        "Manizales (Caldas)",
        "Concepto C-1514 de 2025",
    ]
    corrido = "\n".join(lineas)
    assert "por traslado que hizo la Contraloría de Ejemplo con el oficio 7 del 10 de" in corrido


def test_las_respuestas_van_en_un_recuadro_con_su_advertencia(pequeno: tuple[Any, ...]) -> None:
    (recuadro,) = hallar(pequeno, Recuadro)
    primero, *_, advertencia = recuadro.bloques
    assert dicho(primero) == "Problemas i) y ii):"
    razones = entre(pequeno, TITULOS["2025"][2], TITULOS["2025"][3])
    assert isinstance(razones[1], Lista)
    titulo, reitera, ultima = razones[1].elementos
    assert dicho(titulo[0]).startswith("El plazo. La Ley 80")
    assert dicho(reitera[0]) == "Lo reitera el Concepto C-204 de 2022."
    assert dicho(ultima) == dicho(advertencia)


def test_las_comillas_son_las_del_formato(pequeno: tuple[Any, ...]) -> None:
    todo = dicho(pequeno) + "".join(dicho(n.nota.bloques) for n in hallar(pequeno, LlamadaDeNota))
    assert '"' not in todo
    assert "¿Cómo se cuenta el “plazo”?" in todo
    assert "“Dice la Ley 57 de 1887 que ‘basta’:" in todo
    assert "Punto 2 de la petición: “¿Dos, según el ‘pliego’?”" in todo
    (cita,) = hallar(entre(pequeno, TITULOS["2025"][2]), CitaTextual)
    assert [dicho(b) for b in cita.bloques] == ["“Uno de la Ley 57 de 1887.", "Dos de ‘ella’”."]


def test_los_puntos_se_responden_o_se_trasladan(pequeno: tuple[Any, ...]) -> None:
    problemas = [dicho(b) for b in entre(pequeno, *TITULOS["2025"][:2])]
    assert "el punto 1 de su petición" in problemas[2]
    assert problemas[3].startswith("El punto 2 no es de competencia de esta entidad y se trasladó")
    assert "al Ministerio de Ejemplo, con el oficio O-2 del 17 de octubre de 2025" in problemas[3]


def test_las_referencias_salen_del_texto(pequeno: tuple[Any, ...]) -> None:
    """Sin lo transcrito ni lo excluido, con lo agregado y lo de las notas y textos fijos."""
    (lista,) = hallar(entre(pequeno, *TITULOS["2025"][3:5]), Lista)
    normas = [dicho(elemento) for elemento in lista.elementos]
    assert "Ley 4 de 1913, artículo 62." in normas or "Ley 4 de 1913." in normas
    assert "Ley 816 de 2003, artículos 1 a 4." in normas
    assert "Ley 2069 de 2020." in normas
    assert (
        "Decreto Ley 4170 de 2011, numeral 5 del artículo 3 y numeral 8 del artículo 11." in normas
    )
    assert not [n for n in normas if "57 de 1887" in n or "80 de 1993" in n or "Sentencia" in n]


def test_la_doctrina_va_por_fecha_y_cierra_con_la_relatoria(pequeno: tuple[Any, ...]) -> None:
    doctrina = entre(pequeno, TITULOS["2025"][4])
    assert [dicho(e) for e in doctrina[0].elementos] == [
        "Concepto C-204 del 22 de abril de 2022.",
        "Concepto C-101 del 10 de mayo de 2023.",
    ]
    assert "https://relatoria.colombiacompra.gov.co" in dicho(doctrina[1])
    assert dicho(doctrina[2]) == "Un aviso de la entidad."
    assert [dicho(b) for b in doctrina[-6:-4]] == [
        "Ana Inventada",
        "Subdirectora de Gestión Contractual",
    ]
    assert dicho(doctrina[-2]) == "Aprobó: Ana Inventada, Subdirectora."


def test_sin_doctrina_no_hay_quinta_parte(sembrar: Sembrar, tmp_path: Path, minuta: Minuta) -> None:
    caso = tmp_path / "base.yaml"
    sin_doctrina = PEQUENO.replace("doctrina: [{numero: C-101, fecha: 2023-05-10}]\n", "")
    sin_doctrina = sin_doctrina.replace(
        "  - clave: c204\n    concepto: {numero: C-204, fecha: 2022-04-22}\n", ""
    ).replace("  - texto: |\n      Lo reitera el Concepto C-204 de 2022{fuente: c204}.\n", "")
    caso.write_text(sin_doctrina, encoding="utf-8")
    hecho = minuta("generar", sembrar(caso=caso), "-o", tmp_path / "o", "--pdf", "no")
    assert hecho.returncode == 0, hecho.stderr
    bloques = leer_bloques((tmp_path / "o" / "caso" / "acto.docx").read_bytes())
    titulos = [dicho(b) for b in bloques if isinstance(b, Encabezado)]
    assert titulos == TITULOS["2025"][:4]


def test_un_ajuste_que_no_sirve_se_avisa(sembrar: Sembrar, tmp_path: Path, minuta: Minuta) -> None:
    caso = tmp_path / "base.yaml"
    caso.write_text(PEQUENO, encoding="utf-8")
    sembrado = sembrar(
        ("norma: Ley 80 de 1993, motivo: no", "norma: Ley 100 de 1993, motivo: no"),
        ("norma: Ley 2069 de 2020, motivo", "norma: Ley 816 de 2003, motivo"),
        caso=caso,
    )
    dicho_por = minuta("validar", sembrado).stdout + minuta("validar", sembrado).stderr
    assert "Se excluye de las referencias Ley 100 de 1993, que el texto no cita." in dicho_por


BORRADOR = """\
tipo: concepto
formato: 2022
peticion: ¿Uno?
consideraciones: [{titulo: Uno., texto: "## Dentro"}]
respuestas: [{responde: [i, ix], texto: Sí.}]
"""


@pytest.mark.parametrize(
    "texto",
    [BORRADOR, "tipo: concepto\n", "tipo: concepto\nformato: 2025\nrazones: [{texto: a}]\n"],
)
def test_un_borrador_dice_lo_que_falta(texto: str, tmp_path: Path, minuta: Minuta) -> None:
    (tmp_path / "b.yaml").write_text(texto, encoding="utf-8")
    hecho = minuta("generar", tmp_path / "b.yaml", "-o", tmp_path, "--pdf", "no", "--borrador")
    assert hecho.returncode == 1
    bloques = leer_bloques((tmp_path / "b-borrador" / "acto.docx").read_bytes())
    assert "[falta: radicacion.fecha]" in dicho(bloques)
    assert "Concepto C-______ de ______" in dicho(bloques)


CON_LIBREOFFICE = [
    pytest.param((formato, "libreoffice"), marks=pytest.mark.libreoffice) for formato in EJEMPLOS
]


@pytest.fixture(scope="session", params=[("2022", "embebido"), *CON_LIBREOFFICE])
def ejemplo(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    """Un ejemplo completo con su PDF; el embebido no sabe de ecuaciones, que el de 2025 trae."""
    from generador.expedir import expedir
    from generador.obra import Pedido
    from generador.pdf.motores import elegir

    formato, motor = request.param
    if motor == "libreoffice" and shutil.which("soffice") is None:
        pytest.skip("no está LibreOffice")
    salida = tmp_path_factory.mktemp("conceptos")
    caso = datos_ejemplo() / f"{EJEMPLOS[formato]}.yaml"
    return formato, expedir(caso, salida, Pedido(elegir(motor))).carpeta


def test_el_ejemplo_tiene_sus_partes_sus_notas_y_su_encabezado(ejemplo: tuple[str, Path]) -> None:
    formato, carpeta = ejemplo
    bloques = leer_bloques((carpeta / "acto.docx").read_bytes())
    titulos = [dicho(b) for b in bloques if isinstance(b, Encabezado) and b.nivel == 1]
    assert titulos == TITULOS[formato]
    assert len(list(hallar(bloques, LlamadaDeNota))) >= MINIMO_DE_NOTAS
    hojas = [" ".join(hoja.split()) for hoja in textos((carpeta / "acto.pdf").read_bytes())]
    assert len(hojas) >= 10
    assert all(re.match(r"Concepto C-\d+ de 20\d\d ", hoja) for hoja in hojas[1:])
    assert not hojas[0].startswith("Concepto")


def test_cada_nota_esta_en_la_pagina_que_la_llama(ejemplo: tuple[str, Path]) -> None:
    _, carpeta = ejemplo
    pie = arbol(carpeta / "acto.docx", "footnotes")
    notas = {e.get(f"{W}id"): "".join(e.itertext(f"{W}t")) for e in pie.iter(f"{W}footnote")}
    hojas = ["".join(h.split()) for h in textos((carpeta / "acto.pdf").read_bytes())]
    numero, antes = 0, ""
    fuera: list[int] = []
    for e in arbol(carpeta / "acto.docx", "document").iter(f"{W}t", f"{W}footnoteReference"):
        if e.tag == f"{W}t":
            antes += "".join(e.text.split())
            continue
        numero += 1
        # Lo que antecede a la llamada puede estar en la página anterior.
        hoja = next(h for n in (20, 10, 4) for h in hojas if f"{antes[-n:]}{numero}" in h)
        if f"{numero}{''.join(notas[e.get(f'{W}id')].split())[:25]}" not in hoja:
            fuera.append(numero)
    assert numero >= MINIMO_DE_NOTAS
    assert fuera == []


def test_el_ejemplo_2022_numera_sus_consideraciones(ejemplo: tuple[str, Path]) -> None:
    formato, carpeta = ejemplo
    bloques = leer_bloques((carpeta / "acto.docx").read_bytes())
    if formato == "2025":
        assert next(hallar(bloques, Recuadro)).bloques
        return
    numeros = [dicho(b).split()[0] for b in bloques if isinstance(b, Encabezado) and b.nivel > 1]
    assert numeros[:2] == ["2.1.", "2.1.1."]
    assert sorted(numeros) == numeros
    peticion = next(hallar(entre(bloques, *TITULOS["2022"][:2]), CitaTextual))
    escrita = dicho(peticion.bloques)
    assert (escrita[0], escrita[-1]) == ("«", "»")
    respuesta = next(hallar(entre(bloques, TITULOS["2022"][2]), CitaTextual))
    assert isinstance(respuesta.bloques[0], Parrafo)
    assert dicho(respuesta).startswith("«¿")


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def arbol(docx: Path, parte: str) -> Any:
    from lxml import etree

    with zipfile.ZipFile(docx) as paquete:
        return etree.fromstring(paquete.read(f"word/{parte}.xml"))


def test_ver_nota_remite_a_la_nota_de_la_fuente(ejemplo: tuple[str, Path]) -> None:
    """El número guardado en el campo, el orden de las llamadas y lo que dice el PDF concuerdan."""
    _, carpeta = ejemplo
    documento, pie = (arbol(carpeta / "acto.docx", p) for p in ("document", "footnotes"))
    ids = [e.get(f"{W}id") for e in documento.iter(f"{W}footnoteReference")]
    notas = {e.get(f"{W}id"): "".join(e.itertext(f"{W}t")) for e in pie.iter(f"{W}footnote")}
    assert [i for i in notas if i in ids] == ids
    marcados: dict[str, int] = {}
    nombre, llamadas = "", 0
    for e in documento.iter(f"{W}bookmarkStart", f"{W}footnoteReference"):
        if e.tag == f"{W}bookmarkStart":
            nombre = e.get(f"{W}name")
            continue
        llamadas += 1
        marcados[nombre] = llamadas
    campos = [e.text.split()[1] for e in pie.iter(f"{W}instrText") if "NOTEREF" in e.text]
    escritos = [n for nota in notas.values() for n in re.findall(r"ver nota (\d+)", nota)]
    assert campos
    assert [str(marcados[campo]) for campo in campos] == escritos
    pdf = " ".join(" ".join(textos((carpeta / "acto.pdf").read_bytes())).split())
    for nota in notas.values():
        for corta, numero in re.findall(r"((?:Sentencia|Rad\.) [\w.-]+).*?, ver nota (\d+)", nota):
            completa = " ".join(notas[ids[int(numero) - 1]].split())
            assert corta in completa
            assert f"{corta}" in pdf
            assert f"ver nota {numero}" in pdf


def test_la_firma_va_en_una_sola_pagina(ejemplo: tuple[str, Path]) -> None:
    """«Atentamente,», la firma y los responsables: cada párrafo va con el que sigue."""
    _, carpeta = ejemplo
    hojas = textos((carpeta / "acto.pdf").read_bytes())
    (ultima,) = (hoja for hoja in hojas if "Atentamente," in hoja)
    assert all(papel in ultima for papel in ("Elaboró:", "Revisó:", "Aprobó:"))
    estilos = arbol(carpeta / "acto.docx", "styles")
    unidos = {
        e.find(f"{W}name").get(f"{W}val")
        for e in estilos.iter(f"{W}style")
        if e.find(f"{W}pPr/{W}keepNext") is not None
    }
    assert {"Despedida", "Firma", "Cargo de la firma", "Responsables"} <= unidos
    *_, ultimo = arbol(carpeta / "acto.docx", "document").iter(f"{W}p")
    assert not "".join(ultimo.itertext())


def test_lo_anunciado_no_se_separa_y_el_titulo_va_en_dos_renglones(
    ejemplo: tuple[str, Path],
) -> None:
    _, carpeta = ejemplo
    documento = arbol(carpeta / "acto.docx", "document")
    primero = next(documento.iter(f"{W}p"))
    assert [e.text for e in primero.iter(f"{W}t")] == [
        "AGENCIA NACIONAL DE CONTRATACIÓN PÚBLICA",
        "– COLOMBIA COMPRA EFICIENTE –",
    ]
    anuncian = [e for e in documento.iter(f"{W}p") if "".join(e.itertext()).endswith("temas:")]
    anuncian += [e for e in documento.iter(f"{W}p") if "".join(e.itertext()) == "Donde:"]
    assert anuncian
    assert all(e.find(f"{W}pPr/{W}keepNext") is not None for e in anuncian)


def test_las_referencias_del_ejemplo_estan_completas() -> None:
    """Cotejadas a mano con cada cita del texto, de las notas y de los textos fijos."""
    from generador.expedir import revisar

    revision = revisar(datos_ejemplo() / f"{EJEMPLOS['2025']}.yaml")
    assert not [h for h in revision.hallazgos if h.gravedad is not Gravedad.NOTA]
    partes = revision.tipo.redactar(revision.caso, None).bloques
    (lista,) = hallar(tuple(partes["referencias"]), Lista)
    assert [dicho(elemento) for elemento in lista.elementos] == REFERENCIAS


REFERENCIAS = [
    "Constitución Política, artículos 13, 83, 226, 333 y 334.",
    "Ley 84 de 1873 (Código Civil), artículo 1603.",
    "Ley 80 de 1993 (Estatuto General de Contratación de la Administración Pública), numeral 1 del "
    "artículo 4; numeral 4 del artículo 5; artículos 13, 20, 21, 29 y 66; literal b del numeral 5 "
    "del artículo 24; numeral 12 del artículo 25; y numeral 1 del artículo 26.",
    "Ley 816 de 2003, artículos 1 y 2.",
    "Ley 850 de 2003.",
    "Ley 1150 de 2007, artículos 5 y 17.",
    "Ley 1437 de 2011 (Código de Procedimiento Administrativo y de lo Contencioso Administrativo), "
    "artículos 21 y 28.",
    "Ley 1474 de 2011, artículos 83, 84 y 86.",
    "Ley 1882 de 2018, artículo 5.",
    "Ley 2022 de 2020.",
    "Ley 2069 de 2020, artículo 35.",
    "Decreto 410 de 1971 (Código de Comercio), artículo 846.",
    "Decreto Ley 4170 de 2011, numeral 5 del artículo 3 y numeral 8 del artículo 11.",
    "Decreto Ley 19 de 2012, artículos 9 y 51.",
    "Decreto 2680 de 2009, artículo 1.",
    "Decreto 1082 de 2015, Sección 4 del Capítulo 2 del Título 1 de la Parte 2 del Libro 2 y "
    "artículos 2.2.1.1.1.3.1., 2.2.1.1.1.6.1., 2.2.1.1.2.1.1., 2.2.1.1.2.2.1., 2.2.1.2.4.1.3., "
    "2.2.1.2.4.2.1. y 2.2.1.2.4.2.9.",
    "Decreto 680 de 2021.",
    "Resolución 1707 de 2018 de la Agencia Nacional de Contratación Pública – Colombia Compra "
    "Eficiente, artículo 4.",
]
