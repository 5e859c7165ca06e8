"""Markdown jurídico: del texto que escribe el asesor a bloques con su línea de origen."""
