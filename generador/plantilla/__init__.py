"""Plantillas de Word con etiquetas: prepararlas sin riesgo y componer el documento.

Decisión de diseño: el contexto son solo datos planos, `autoescape` siempre, y lo que falta
detiene el acto con el nombre del dato.
"""
