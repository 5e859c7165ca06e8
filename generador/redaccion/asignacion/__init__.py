"""Los documentos de una asignación: resolución, memoria, oficios y la comprobación de lo rendido.

Todos salen del mismo resultado (`reglas.asignacion`), que no se copia: se vuelve a calcular.
"""
