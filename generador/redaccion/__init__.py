"""Del caso y sus reglas a lo que cada plantilla dice: datos planos y bloques, con su documento.

Aquí se decide qué palabras y cifras van; el orden y la forma los decide la plantilla de Word.
"""
