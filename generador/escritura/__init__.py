"""Escribir en el disco sin dejar nada a medias, aunque se vaya la luz.

`carpeta` escribe la del caso entera o no la toca; `candado` impide que dos corridas escriban a la
vez en el mismo sitio; `disco` habla con el sistema de archivos; `problemas` explica sus errores.
"""

from generador.escritura.carpeta import completar, escribir_archivo, escribir_carpeta

__all__ = ["completar", "escribir_archivo", "escribir_carpeta"]
