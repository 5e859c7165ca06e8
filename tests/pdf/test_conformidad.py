import dataclasses
import io
from collections.abc import Callable
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    Fit,
    NameObject,
    NumberObject,
    TextStringObject,
)

from generador.errores import ErrorDePdf
from generador.pdf.conformidad import PERFIL, archivar, carencias
from generador.pdf.embebido import Embebido
from generador.pdf.lectura import textos

from .documentos import METADATOS, acto, documento
from .perfil_srgb import perfil


@pytest.fixture(scope="module")
def crudo() -> bytes:
    return Embebido().convertir([documento(acto())])[0]


@pytest.fixture(scope="module")
def archivado(crudo: bytes) -> bytes:
    return archivar(crudo, METADATOS)


def _con(pdf: bytes, cambiar: Callable[[PdfWriter], object]) -> bytes:
    escritor = PdfWriter(clone_from=io.BytesIO(pdf))
    escritor.pdf_header = "%PDF-1.7"
    cambiar(escritor)
    destino = io.BytesIO()
    escritor.write(destino)
    return destino.getvalue()


def test_queda_con_titulo_autor_idioma_fecha_y_cabecera(archivado: bytes) -> None:
    lector: Any = PdfReader(io.BytesIO(archivado))
    raiz = lector.root_object
    assert archivado.startswith(b"%PDF-1.7\n%")
    assert lector.metadata.title == METADATOS.titulo
    assert lector.metadata.author == METADATOS.autor
    assert lector.metadata.subject == METADATOS.asunto
    assert lector.metadata["/CreationDate"] == "D:20260102000000-05'00'"
    assert lector.metadata["/ModDate"] == "D:20260102000000-05'00'"
    assert raiz["/Lang"] == "es-CO"
    assert raiz["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert raiz["/MarkInfo"]["/Marked"].value is True
    assert raiz["/OutputIntents"][0]["/DestOutputProfile"].get_data() == PERFIL.read_bytes()


def test_el_xmp_dice_lo_mismo_que_info(archivado: bytes) -> None:
    lector: Any = PdfReader(io.BytesIO(archivado))
    xmp = lector.xmp_metadata
    assert xmp.dc_title == {"x-default": METADATOS.titulo}
    assert xmp.dc_creator == [METADATOS.autor]
    assert xmp.dc_description == {"x-default": METADATOS.asunto}
    assert xmp.pdfaid_part == "2"
    assert xmp.pdfaid_conformance == "B"
    assert xmp.xmp_create_date == xmp.xmp_modify_date
    assert xmp.pdf_producer == lector.metadata.producer


def test_lo_unico_que_le_falta_al_embebido_son_etiquetas(crudo: bytes, archivado: bytes) -> None:
    assert "no tiene metadatos XMP" in carencias(crudo)
    (queja,) = carencias(archivado)
    assert queja.startswith("hay texto sin etiquetas en las páginas 1, 2")


def test_archivar_otra_vez_no_cambia_nada_ni_crece(crudo: bytes, archivado: bytes) -> None:
    assert archivar(archivado, METADATOS) == archivado
    assert len(archivado) < len(crudo) + 6000
    assert textos(archivado) == textos(crudo)


def test_el_identificador_sale_del_contenido(crudo: bytes, archivado: bytes) -> None:
    otros = archivar(crudo, dataclasses.replace(METADATOS, titulo="Otro"))
    identificadores: list[Any] = [
        PdfReader(io.BytesIO(p)).trailer["/ID"] for p in (archivado, otros)
    ]
    primero, segundo = identificadores
    assert primero[0] == primero[1]
    assert len(primero[0].original_bytes) == 16
    assert primero[0] != segundo[0]


def test_lo_que_identifica_la_corrida_desaparece(crudo: bytes, archivado: bytes) -> None:
    def ensuciar(escritor: PdfWriter) -> None:
        escritor.add_metadata({"/CreationDate": "D:20300101120000Z", "/Keywords": "secreto"})
        escritor.generate_file_identifiers()
        basura = DecodedStreamObject()
        basura.set_data(b"<x>secreto</x>")
        escritor.root_object[NameObject("/Metadata")] = escritor._add_object(basura)

    sucio = _con(crudo, ensuciar)
    limpio = archivar(sucio, METADATOS)
    assert b"secreto" in sucio
    assert b"secreto" not in limpio
    assert b"20300101" not in limpio
    assert len(limpio) == len(archivado)


def test_la_marca_de_accesibilidad_se_conserva_solo_si_venia(crudo: bytes) -> None:
    def marcar(escritor: PdfWriter) -> None:
        xmp = DecodedStreamObject()
        xmp.set_data(b'<a xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"/>')
        escritor.root_object[NameObject("/Metadata")] = escritor._add_object(xmp)

    assert b"pdfuaid:part" in archivar(_con(crudo, marcar), METADATOS)
    assert b"pdfuaid:part" not in archivar(crudo, METADATOS)


def test_los_enlaces_se_imprimen_y_siguen_el_orden_de_las_etiquetas(crudo: bytes) -> None:
    def enlazar(escritor: PdfWriter) -> None:
        escritor.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://www.dian.gov.co"))
        escritor.add_annotation(0, Link(rect=(0, 0, 9, 9), target_page_index=1, fit=Fit.fit()))

    con_enlaces = _con(crudo, enlazar)
    assert "tiene anotaciones que no se imprimen" in carencias(con_enlaces)
    pagina: Any = PdfReader(io.BytesIO(archivar(con_enlaces, METADATOS))).pages[0]
    assert [n.get_object()["/F"] for n in pagina["/Annots"]] == [4, 4]
    assert pagina["/Tabs"] == "/S"


def _primera_fuente(escritor: PdfWriter) -> Any:
    recursos: Any = escritor.pages[0]["/Resources"]
    return next(iter(recursos["/Font"].values())).get_object()


def _sin_incrustar(escritor: PdfWriter) -> None:
    descriptor = _primera_fuente(escritor)["/DescendantFonts"][0]["/FontDescriptor"]
    del descriptor["/FontFile2"]


def _sin_mapa(escritor: PdfWriter) -> None:
    del _primera_fuente(escritor)["/DescendantFonts"][0].get_object()["/CIDToGIDMap"]


def _con_objeto(**entradas: Any) -> Callable[[PdfWriter], None]:
    def cambiar(escritor: PdfWriter) -> None:
        objeto = DecodedStreamObject()
        objeto.set_data(b"")
        objeto.update({NameObject(f"/{k}"): v for k, v in entradas.items()})
        recursos: Any = escritor.pages[0]["/Resources"]
        referencia = escritor._add_object(objeto)
        # Dos nombres para el mismo objeto: la queja sale una vez.
        recursos[NameObject("/XObject")] = DictionaryObject(
            {NameObject("/X0"): referencia, NameObject("/X1"): referencia}
        )

    return cambiar


def _con_accion(clase: str) -> Callable[[PdfWriter], None]:
    def cambiar(escritor: PdfWriter) -> None:
        escritor.root_object[NameObject("/OpenAction")] = DictionaryObject(
            {NameObject("/S"): NameObject(clase)}
        )

    return cambiar


def _en_el_catalogo(llave: str, valor: Any) -> Callable[[PdfWriter], None]:
    def cambiar(escritor: PdfWriter) -> None:
        escritor.root_object[NameObject(llave)] = valor

    return cambiar


def _en_los_nombres(llave: str) -> Callable[[PdfWriter], None]:
    return _en_el_catalogo("/Names", DictionaryObject({NameObject(llave): DictionaryObject()}))


def _fuente_sencilla(escritor: PdfWriter) -> None:
    """Una fuente Type3 (se dibuja sola) y una TrueType sin incrustar."""
    recursos: Any = escritor.pages[0]["/Resources"]
    for nombre in ("/Type3", "/TrueType"):
        recursos["/Font"][NameObject(nombre)] = DictionaryObject(
            {NameObject("/Subtype"): NameObject(nombre)}
        )


def _pagina_con_acciones(escritor: PdfWriter) -> None:
    escritor.pages[0][NameObject("/AA")] = DictionaryObject()


def _simbolo(nombre: str) -> NameObject:
    return NameObject(nombre)


@pytest.mark.parametrize(
    ("cambiar", "dice"),
    [
        (_sin_incrustar, "no está incrustada"),
        (_sin_mapa, "no tiene CIDToGIDMap"),
        (_fuente_sencilla, "la fuente sin nombre no está incrustada"),
        (_en_los_nombres("/JavaScript"), "contiene JavaScript"),
        (_con_accion("/JavaScript"), "contiene JavaScript"),
        (_con_accion("/Launch"), "tiene una acción Launch"),
        (lambda e: e.add_attachment("a.txt", b"hola"), "lleva archivos adjuntos"),
        (_en_el_catalogo("/AA", DictionaryObject()), "tiene acciones automáticas"),
        (_pagina_con_acciones, "tiene acciones automáticas"),
        (
            _en_el_catalogo("/AcroForm", DictionaryObject({_simbolo("/XFA"): ArrayObject()})),
            "tiene un formulario dinámico",
        ),
        (_con_objeto(Filter=_simbolo("/LZWDecode")), "usa compresión LZW"),
        (_con_objeto(ColorSpace=_simbolo("/DeviceCMYK")), "tiene imágenes CMYK"),
        (_con_objeto(Interpolate=NumberObject(1)), "tiene imágenes interpoladas"),
        (_con_objeto(Subtype=_simbolo("/PS")), "tiene objetos PostScript"),
    ],
)
def test_lo_que_pdfa_prohibe_se_dice_y_quita_la_marca(
    archivado: bytes, cambiar: Callable[[PdfWriter], object], dice: str
) -> None:
    malo = _con(archivado, cambiar)
    assert sum(dice in queja for queja in carencias(malo)) == 1
    assert b"pdfaid:part" not in archivar(malo, METADATOS)


@pytest.mark.parametrize(
    ("llave", "dice"),
    [
        ("/Metadata", "no tiene metadatos XMP"),
        ("/OutputIntents", "no tiene perfil de color de salida (OutputIntent)"),
        ("/Lang", "no dice en qué idioma está (/Lang)"),
        ("/ViewerPreferences", "no pide mostrar el título en la ventana (DisplayDocTitle)"),
        ("/MarkInfo", "no se declara etiquetado (MarkInfo)"),
        ("/StructTreeRoot", "no tiene etiquetas de estructura"),
    ],
)
def test_lo_que_se_quita_se_echa_de_menos(archivado: bytes, llave: str, dice: str) -> None:
    def quitar(escritor: PdfWriter) -> None:
        del escritor.root_object[llave]

    assert dice in carencias(_con(archivado, quitar))


def _sin_titulo(escritor: PdfWriter) -> None:
    escritor.metadata = {"/Author": "x"}


def _xmp_ajeno(escritor: PdfWriter) -> None:
    xmp = DecodedStreamObject()
    xmp.set_data(b"<a/>")
    escritor.root_object[NameObject("/Metadata")] = escritor._add_object(xmp)


def _figura(escritor: PdfWriter) -> None:
    mudo = DictionaryObject({_simbolo("/S"): _simbolo("/Figure")})
    con_texto = DictionaryObject(
        {_simbolo("/S"): _simbolo("/Figure"), _simbolo("/Alt"): TextStringObject("Firma")}
    )
    arbol: Any = escritor.root_object["/StructTreeRoot"]
    arbol[NameObject("/K")] = ArrayObject([mudo, con_texto])


def _sin_texto(escritor: PdfWriter) -> None:
    for pagina in escritor.pages:
        pagina.pop("/Contents", None)


@pytest.mark.parametrize(
    ("cambiar", "dice"),
    [
        (_sin_titulo, "no tiene título"),
        (_xmp_ajeno, "los metadatos XMP no llevan la marca PDF/A"),
        (_figura, "figuras sin texto alternativo: 1"),
    ],
)
def test_otras_carencias(
    archivado: bytes, cambiar: Callable[[PdfWriter], object], dice: str
) -> None:
    assert dice in carencias(_con(archivado, cambiar))


def test_una_pagina_sin_texto_no_tiene_texto_sin_etiquetas(archivado: bytes) -> None:
    assert carencias(_con(archivado, _sin_texto)) == []


def test_la_cabecera_y_el_cifrado_se_miran(archivado: bytes) -> None:
    assert "la cabecera no es de PDF 1.0 a 1.7 con su marca binaria" in carencias(
        archivado.replace(b"%PDF-1.7", b"%PDF-2.0", 1)
    )
    cifrado = _con(archivado, lambda e: e.encrypt("clave", algorithm="RC4-128"))
    assert carencias(cifrado) == ["está cifrado"]
    with pytest.raises(ErrorDePdf, match="contraseña"):
        archivar(cifrado, METADATOS)


@pytest.mark.parametrize("malo", [b"", b"hola", b"%PDF-1.7\n%%EOF"])
def test_un_pdf_roto_se_dice(malo: bytes) -> None:
    with pytest.raises(ErrorDePdf, match="dañado"):
        archivar(malo, METADATOS)


def test_un_pdf_sin_paginas_se_dice() -> None:
    destino = io.BytesIO()
    PdfWriter().write(destino)
    with pytest.raises(ErrorDePdf, match="no tiene páginas"):
        carencias(destino.getvalue())


def test_un_pdf_sin_info_se_archiva(crudo: bytes) -> None:
    def quitar(escritor: PdfWriter) -> None:
        escritor.metadata = None

    assert b"desconocido" in archivar(_con(crudo, quitar), METADATOS)


def test_el_perfil_de_color_es_el_que_sale_de_la_norma() -> None:
    assert PERFIL.read_bytes() == perfil()
    assert perfil()[:4] == len(perfil()).to_bytes(4, "big")
    assert perfil()[36:40] == b"acsp"
