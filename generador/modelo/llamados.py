"""Lo que un texto trae con una línea sola, `[[clase: nombre]]`, y se escribe aparte como datos."""

from __future__ import annotations

FLUJOGRAMA, MATRIZ, PUNTAJE, GRAFICA = "flujograma", "matriz", "puntaje", "grafica"
LLAMADO = rf"\[\[\s*({FLUJOGRAMA}|{MATRIZ}|{PUNTAJE}|{GRAFICA})\s*:\s*([^\]\n]+?)\s*\]\]"
"""Cómo se llama desde el texto: su clase y su nombre. Va solo en su párrafo."""
