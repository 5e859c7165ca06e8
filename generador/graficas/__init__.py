"""Figuras que salen de los datos: entran valores y sale una imagen PNG, sin tocar el disco."""
