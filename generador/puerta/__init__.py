"""Los verbos de la terminal: un módulo por verbo, o por los que van juntos. Nada de lógica.

Cada uno lee lo que se escribió, llama a quien sabe y muestra lo que resultó. Un verbo nuevo es una
función en su módulo y una línea en `cli.py`. Las importaciones pesadas van dentro de la función,
para que `minuta --help` responda al instante.
"""
