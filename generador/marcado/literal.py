r"""Volver literal un texto cualquiera, para ponerlo dentro de un Markdown."""

from __future__ import annotations

import re

# Todo lo que puede abrir o cerrar algo. «(» nunca abre sola, y con barra abriría una ecuación.
PELIGROSOS = re.compile(r"[\\`*_{}\]^!<>#+\-.)|~:=•–—¶]|(\[)")


def escapar(valor: str) -> str:
    r"""El texto que, leído como Markdown, da `valor` letra por letra.

    Los cambios de línea se conservan como cambios de renglón; los espacios de los bordes de cada
    línea y las líneas vacías del principio y del final se quitan, y una tabulación vale un espacio.
    Con varias líneas no sirve dentro de una tabla ni de un título, que son de un solo renglón.

    >>> print(escapar("1. *Ojo*: a_b@c.co"))
    1\. \*Ojo\*\: a\_b@c\.co
    """
    lineas = valor.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    literales = (PELIGROSOS.sub(_literal, linea.strip(" ")) for linea in lineas)
    return "\n".join(literales).strip("\n").replace("\n", "\\\n")


def _literal(hallado: re.Match[str]) -> str:
    # «\\[» al comienzo de un renglón sería una ecuación.
    return "{[}" if hallado[1] else f"\\{hallado[0]}"
