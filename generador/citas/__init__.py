"""Citas de normas y providencias: el modelo, cómo se escriben, cómo se leen y cuáles existen."""
