"""Del archivo que escribió el asesor (YAML o JSON) al árbol crudo: texto con su lugar.

Aquí nada se convierte: `0123456`, `10.000` o `NO` salen letra por letra, con la línea y la
columna donde están y la ruta del campo. Los únicos que convierten son los tipos de
`generador.modelo`. Se entra por `generador.caso.lectura.leer`.
"""
