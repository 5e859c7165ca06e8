"""La misma plantilla en la sintaxis de cada motor, hecha con python-docx y vestida como la de Word.

Un archivo de Word de verdad trae marcas de revisión (`rsid`), letra e idioma en cada corrida y
etiquetas partidas en dos: los motores trabajan también por eso.
"""

from __future__ import annotations

import io
import re
import struct
import zlib
from dataclasses import dataclass
from random import Random
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from tests.rendimiento.banco.resolucion import COLUMNAS, CUADRO, ENCABEZADO, PIE, PROSA, VARIABLE

_PARTIDAS_CADA = 3
_DE_LA_TABLA = ("TableNormal", "TableGrid")


@dataclass(frozen=True, slots=True)
class Sintaxis:
    """Cómo escribe un motor una variable (`%s` es el nombre) y cómo repite una fila del cuadro.

    `abre` y `cierra` van dentro de la fila; `fila_antes` y `fila_despues` son filas aparte. Sin
    `variable`, los datos son campos MERGEFIELD de Word.
    """

    variable: str = ""
    celda: str = ""
    abre: str = ""
    cierra: str = ""
    fila_antes: str = ""
    fila_despues: str = ""


_LLAVES = Sintaxis("{%s}", "{%s}", abre="{#municipios}", cierra="{/municipios}")
SINTAXIS = {
    "jinja": Sintaxis(
        "{{ %s }}",
        "{{ m.%s }}",
        fila_antes="{%tr for m in municipios %}",
        fila_despues="{%tr endfor %}",
    ),
    "docx-mailmerge2": Sintaxis(),
    "docxtemplater": _LLAVES,
    "easy-template-x": _LLAVES,
    "carbone": Sintaxis(
        "{d.%s}", "{d.municipios[i].%s}", fila_despues="{d.municipios[i+1].codigo}"
    ),
}


def construir(sintaxis: Sintaxis) -> bytes:
    """Devuelve la plantilla de la resolución como .docx."""
    documento = Document()
    seccion = documento.sections[0]
    seccion.page_width, seccion.page_height = Cm(21.59), Cm(33.02)
    _encabezado(seccion.header, sintaxis)
    _pie(seccion.footer.paragraphs[0])
    corridos = 0
    for linea in PROSA:
        if linea == CUADRO:
            _cuadro(documento, sintaxis)
            continue
        corridos += 1
        _parrafo(documento, linea, sintaxis, partida=corridos % _PARTIDAS_CADA == 0)
    _vestir(documento.element.body, seccion.header._element, seccion.footer._element)
    _aligerar(documento)
    salida = io.BytesIO()
    documento.save(salida)
    return salida.getvalue()


def _encabezado(encabezado: Any, sintaxis: Sintaxis) -> None:
    escudo = encabezado.paragraphs[0]
    escudo.add_run().add_picture(io.BytesIO(_imagen(150, 140)), width=Cm(2.5))
    titulo = encabezado.add_paragraph()
    for parrafo in (escudo, titulo):
        parrafo.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _escribir(titulo, ENCABEZADO, sintaxis)


def _pie(parrafo: Any) -> None:
    for pieza in PIE:
        if pieza.strip().isupper():
            _campo(parrafo, pieza)
        else:
            parrafo.add_run(pieza)


def _campo(parrafo: Any, instruccion: str) -> None:
    for clase in ("begin", "instruccion", "separate", "resultado", "end"):
        corrida = parrafo.add_run()
        if clase == "resultado":
            corrida.text = "1"
            continue
        elemento = OxmlElement("w:instrText" if clase == "instruccion" else "w:fldChar")
        if clase == "instruccion":
            elemento.text = instruccion
        else:
            elemento.set(qn("w:fldCharType"), clase)
        corrida._r.append(elemento)


def _parrafo(documento: Any, linea: str, sintaxis: Sintaxis, *, partida: bool) -> None:
    parrafo = documento.add_paragraph()
    titulo = linea.startswith("^ ")
    if titulo or linea.startswith("~ "):
        parrafo.alignment = WD_ALIGN_PARAGRAPH.CENTER
        linea = linea[2:]
    else:
        parrafo.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    # Los trozos impares de «a **b** c» son los que van en negrita.
    for n, trozo in enumerate(linea.split("**")):
        _escribir(parrafo, trozo, sintaxis, negrita=titulo or n % 2 == 1, partida=partida)


def _escribir(
    parrafo: Any, texto: str, sintaxis: Sintaxis, *, negrita: bool = False, partida: bool = False
) -> None:
    """Agrega el texto; cada `[[variable]]`, como la escribe el motor, en una corrida o en dos."""
    for n, trozo in enumerate(VARIABLE.split(texto)):
        if n % 2 == 0:
            piezas = [trozo]
        elif not sintaxis.variable:
            _combinar(parrafo, trozo)
            continue
        else:
            etiqueta = sintaxis.variable % trozo
            mitad = len(etiqueta) // 2 if partida else 0
            piezas = [etiqueta[:mitad], etiqueta[mitad:]]
        for pieza in filter(None, piezas):
            parrafo.add_run(pieza).bold = negrita or None


def _combinar(parrafo: Any, nombre: str) -> None:
    parrafo._p.append(
        parse_xml(
            f'<w:fldSimple {nsdecls("w")} w:instr=" MERGEFIELD {nombre} ">'
            f"<w:r><w:t>«{nombre}»</w:t></w:r></w:fldSimple>"
        )
    )


def _cuadro(documento: Any, sintaxis: Sintaxis) -> None:
    tabla = documento.add_table(rows=0, cols=len(COLUMNAS))
    tabla.style = "Table Grid"
    _fila(tabla, list(COLUMNAS.values()), negrita=True)
    if sintaxis.fila_antes:
        _fila(tabla, [sintaxis.fila_antes])
    if sintaxis.variable:
        celdas = [sintaxis.celda % columna for columna in COLUMNAS]
        celdas[0] = sintaxis.abre + celdas[0]
        celdas[-1] += sintaxis.cierra
        _fila(tabla, celdas)
    else:
        for celda, columna in zip(tabla.add_row().cells, COLUMNAS, strict=True):
            _combinar(celda.paragraphs[0], columna)
    if sintaxis.fila_despues:
        _fila(tabla, [sintaxis.fila_despues])


def _fila(tabla: Any, textos: list[str], *, negrita: bool = False) -> None:
    for n, (celda, texto) in enumerate(zip(tabla.add_row().cells, textos, strict=False)):
        parrafo = celda.paragraphs[0]
        parrafo.paragraph_format.space_after = Pt(0)
        if n > 2:
            parrafo.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        corrida = parrafo.add_run(texto)
        corrida.font.size = Pt(8)
        corrida.bold = negrita or None


def _vestir(*raices: Any) -> None:
    """Pone a cada párrafo y corrida lo que Word escribe siempre."""
    azar = Random(7)  # noqa: S311  # marcas de revisión, no claves

    def marca() -> str:
        return f"00{azar.randrange(1 << 24):06X}"

    for raiz in raices:
        for parrafo in raiz.iter(qn("w:p")):
            for nombre in ("rsidR", "rsidRPr", "rsidP", "rsidRDefault"):
                parrafo.set(qn(f"w:{nombre}"), marca())
        for corrida in raiz.iter(qn("w:r")):
            corrida.set(qn("w:rsidRPr"), marca())
            formato = corrida.get_or_add_rPr()
            letra = OxmlElement("w:rFonts")
            for uso in ("ascii", "hAnsi", "cs"):
                letra.set(qn(f"w:{uso}"), "Arial")
            formato.insert(0, letra)
            puntos = formato.find(qn("w:sz"))
            if puntos is None:
                puntos = _con_valor(formato, "sz", "22")
            _con_valor(formato, "szCs", puntos.get(qn("w:val")))
            _con_valor(formato, "lang", "es-CO")


def _con_valor(padre: Any, nombre: str, valor: str) -> Any:
    elemento = OxmlElement(f"w:{nombre}")
    elemento.set(qn("w:val"), valor)
    padre.append(elemento)
    return elemento


def _aligerar(documento: Any) -> None:
    """Deja los estilos de un archivo de Word corriente: python-docx trae veinte veces más."""
    estilos = documento.styles.element
    for estilo in estilos.findall(qn("w:style")):
        de_tabla = estilo.get(qn("w:type")) == "table"
        if de_tabla and estilo.get(qn("w:styleId")) not in _DE_LA_TABLA:
            estilos.remove(estilo)
    for relaciones in (documento.part.rels, documento.part.package.rels):
        for clave, relacion in list(relaciones.items()):
            if re.search("stylesWithEffects|thumbnail", relacion.reltype):
                del relaciones[clave]


def _imagen(ancho: int, alto: int) -> bytes:
    """Un PNG gris de puntos al azar: pesa como un escudo y no se deja comprimir más."""
    azar = Random(7)  # noqa: S311  # puntos de una imagen, no claves
    puntos = b"".join(b"\0" + azar.randbytes(ancho) for _ in range(alto))

    def trozo(clase: bytes, contenido: bytes) -> bytes:
        suma = zlib.crc32(clase + contenido)
        return struct.pack(">I", len(contenido)) + clase + contenido + struct.pack(">I", suma)

    cabeza = struct.pack(">IIBBBBB", ancho, alto, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        trozo(clase, contenido)
        for clase, contenido in (
            (b"IHDR", cabeza),
            (b"IDAT", zlib.compress(puntos)),
            (b"IEND", b""),
        )
    )
