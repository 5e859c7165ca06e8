"""Sopa de palabras clave: voces con que se cita, números y signos, en cualquier orden."""

from __future__ import annotations

import tomllib
from pathlib import Path
from random import Random

from generador.citas import lectura

VOCABULARIO = tomllib.loads(
    (Path(lectura.__file__).parent / "vocabulario.toml").read_text(encoding="utf-8")
)
NUMEROS = [
    "1", "2", "28", "80", "93", "1993", "2020", "201719", "0326", "C-713", "C-713/08",
    "SU-", "T-", "240-1", "1.2.8.1.1.", "2.2.1", "a)", "b)", "II", "2º", "1°", "13/04/2012",
    "xxxx", "[2]",
]  # fmt: skip
SIGNOS = [*"$%(),.;:/-–“”«»\"'¹_*#", "\n", "\n\n", "\r\n"]
NUMEROS_Y_SIGNOS = [*NUMEROS, *SIGNOS]
NOMBRES = """
Constitución Política
CPACA
ET
E.T.
C.P.
Estatuto Tributario
Consejo de Estado
Corte Suprema de Justicia
Corte Constitucional
Rad.
M.P.
Sección Tercera
ib.
INVENTADO, Ana. Título. Cali: Imaginaria, 2004.
""".strip().splitlines()


def _voces(valor: object) -> list[str]:
    """Todas las palabras de una tabla del vocabulario."""
    if isinstance(valor, dict):
        return [voz for v in valor.values() for voz in _voces(v)]
    return [str(x) for x in valor] if isinstance(valor, list) else []


VOCES = sorted(set(_voces(VOCABULARIO)))
PALABRAS = {palabra for voz in VOCES for palabra in voz.split()}
SOPA = [*VOCES, *(voz.capitalize() for voz in VOCES), *NUMEROS_Y_SIGNOS, *NOMBRES]


def sopa(largo: int, semilla: int = 5) -> str:
    """Un texto de `largo` caracteres con las palabras revueltas; siempre el mismo."""
    azar, trozos, llevo = Random(semilla), [], 0  # noqa: S311 - no es un secreto
    while llevo < largo:
        # Mitad palabras de la ley, mitad números y signos: si no, casi nada llega a ser cita.
        lista = SOPA if azar.random() < 0.5 else NUMEROS_Y_SIGNOS
        trozo = azar.choice(lista) + " "
        trozos.append(trozo)
        llevo += len(trozo)
    return "".join(trozos)[:largo]
