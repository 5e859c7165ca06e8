"""Los metadatos XMP (ISO 16684-1) de un PDF archivable.

PDF/A-2 (ISO 19005-2, 6.6) pide que digan lo mismo que Info, que identifiquen la norma y que toda
propiedad ajena a XMP venga descrita: por eso la de PDF/UA lleva su propio esquema.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    import datetime

    from generador.documento.metadatos import Metadatos

PROGRAMA = "Minuta"
IDIOMA = "es-CO"
MARCA_PDFA = "http://www.aiim.org/pdfa/ns/id/"
MARCA_PDFUA = "http://www.aiim.org/pdfua/ns/id/"

_PDFA = f"""<rdf:Description rdf:about="" xmlns:pdfaid="{MARCA_PDFA}">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
"""
_PDFUA = f"""<rdf:Description rdf:about="" xmlns:pdfuaid="{MARCA_PDFUA}">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{MARCA_PDFUA}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>part of ISO 14289 followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""


def momento_xmp(fecha: datetime.date) -> str:
    """La fecha como la escribe XMP: el comienzo del día en hora de Colombia (UTC−5).

    >>> import datetime
    >>> momento_xmp(datetime.date(2026, 1, 2))
    '2026-01-02T00:00:00-05:00'
    """
    return f"{fecha.isoformat()}T00:00:00-05:00"


def momento_info(fecha: datetime.date) -> str:
    """La misma fecha como la escribe Info (ISO 32000-1, 7.9.4).

    >>> import datetime
    >>> momento_info(datetime.date(2026, 1, 2))
    "D:20260102000000-05'00'"
    """
    return f"D:{fecha:%Y%m%d}000000-05'00'"


def xmp(metadatos: Metadatos, productor: str, *, pdfa: bool, pdfua: bool) -> bytes:
    """El paquete XMP en UTF-8; `pdfa` y `pdfua` ponen o no cada marca de conformidad."""
    momento = momento_xmp(metadatos.fecha)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{_PDFA if pdfa else ""}{_PDFUA if pdfua else ""}\
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(metadatos.titulo)}</rdf:li></rdf:Alt>\
</dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(metadatos.autor)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(metadatos.asunto)}</rdf:li></rdf:Alt>\
</dc:description>
<dc:language><rdf:Bag><rdf:li>{IDIOMA}</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>{PROGRAMA}</xmp:CreatorTool><xmp:CreateDate>{momento}</xmp:CreateDate>\
<xmp:ModifyDate>{momento}</xmp:ModifyDate></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>{escape(productor)}</pdf:Producer></rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>""".encode()
