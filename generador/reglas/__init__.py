"""Lo que manda la ley, calculado: reciben datos y devuelven datos y hallazgos, nunca prosa.

Los números y nombres de la ley que pueden cambiar viven en `parametros/*.toml`, con su fuente y
su vigencia.
"""
