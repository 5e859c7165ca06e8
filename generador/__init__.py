"""Minuta: de los datos de un caso al acto administrativo, sus copias y sus oficios.

El orden de los paquetes es el camino del dato y cada uno importa solo lo que está antes;
`tests/test_capas.py` lo hace cumplir. El recorrido entero se lee en `generador.expedir`.
"""

__version__ = "0.1.0"
