"""Los bloques del marcado, dibujados en Word con los estilos de la plantilla, y leídos de vuelta.

`dibujo` es la entrada: `abrir_taller` junta lo que el documento necesita, `dibujar` escribe los
bloques y `Taller.cerrar` resuelve las remisiones y guarda notas, listas, vínculos e imágenes.
`lectura` hace el camino contrario.
"""
