"""Del acto en Word al PDF archivable: motores, conformidad y lectura.

`motores.elegir(…).convertir(documentos)` da los PDF; `conformidad.archivar(pdf, metadatos)` les
da su forma final; `lectura` los mira. Los nombres de pypdf, PDFium y dxpdf no salen de aquí.
"""
