"""El documento de Word por dentro: paquete, bloques a XML, notas, metadatos, lectura e inspección.

Los nombres de OOXML (ISO/IEC 29500) no salen de aquí y de `generador.plantilla`.
"""
