"""La marca BORRADOR: un cuadro de texto en el encabezado de cada página.

Es un dibujo (DrawingML) y no un WordArt de VML: Word, LibreOffice y el motor embebido lo muestran.
"""

from __future__ import annotations

from typing import Final

from generador.documento.ooxml import Elemento, W, escribir_xml, leer_xml

# En EMU (360.000 por centímetro). Cabe entre el borde y el texto del encabezado.
ANCHO, ALTO = 1440000, 288000
IZQUIERDA, ARRIBA = 360000, 108000
_CUADRO: Final = f"""
<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><w:r>
<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="251659264"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="page"><wp:posOffset>{IZQUIERDA}</wp:posOffset></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>{ARRIBA}</wp:posOffset></wp:positionV>
<wp:extent cx="{ANCHO}" cy="{ALTO}"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="9001" name="Borrador" descr="Este documento es un borrador"/>
<wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>
<a:ext cx="{ANCHO}" cy="{ALTO}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>
<a:ln w="19050"><a:solidFill><a:srgbClr val="B00020"/></a:solidFill></a:ln></wps:spPr>
<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:jc w:val="center"/>
</w:pPr><w:r><w:rPr><w:b/><w:color w:val="B00020"/><w:sz w:val="26"/></w:rPr>
<w:t>BORRADOR</w:t></w:r></w:p></w:txbxContent></wps:txbx>
<wps:bodyPr lIns="18000" tIns="18000" rIns="18000" bIns="18000" anchor="ctr"/></wps:wsp>
</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p>
"""


def marcar_borrador(partes: dict[str, bytes]) -> None:
    """Pone el cuadro BORRADOR en todos los encabezados del documento."""
    for nombre in sorted(partes):
        if nombre.startswith("word/header") and nombre.endswith(".xml"):
            raiz = leer_xml(partes[nombre], nombre)
            _primer_parrafo(raiz).append(_cuadro()[0])
            partes[nombre] = escribir_xml(raiz)


def _cuadro() -> Elemento:
    compacto = "".join(_CUADRO.splitlines())
    return leer_xml(compacto.encode(), "borrador")


def _primer_parrafo(encabezado: Elemento) -> Elemento:
    parrafo = encabezado.find(W + "p")
    if parrafo is None:
        parrafo = encabezado.makeelement(W + "p")
        encabezado.append(parrafo)
    return parrafo
