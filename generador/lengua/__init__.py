"""Español puro: números, pesos, porcentajes, fechas, cantidades y listas como los escribe un acto.

Aquí no hay actos ni normas: cada módulo convierte un valor en palabras y, casi siempre, las
palabras de vuelta en el valor. `leer_*` recibe texto y da un valor o un `DatoInvalido` que
explica cómo se escribe; las demás reciben un valor y dan texto. Nada redondea ni adivina.

>>> from generador.lengua import fechas, pesos
>>> pesos.en_letras_y_cifras(pesos.leer_monto("8.000.000.000,00"))
'OCHO MIL MILLONES DE PESOS MONEDA LEGAL ($8.000.000.000,00)'
>>> fechas.fecha_larga(fechas.leer_fecha("2025-07-24"))
'24 de julio de 2025'
"""
