"""El caso con sus tipos: del árbol crudo de texto al modelo validado.

Solo `comunes` convierte texto en montos, fechas o números; cada documento tiene su archivo.
"""
