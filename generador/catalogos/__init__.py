"""Datos públicos con su fuente y su fecha: municipios, seccionales, operadores y calendario.

Cada módulo lee una vez el archivo que tiene al lado y entrega valores que no cambian. Aquí no hay
reglas: un catálogo dice qué existe y cómo se llama; qué se hace con eso lo dicen las reglas.
"""
