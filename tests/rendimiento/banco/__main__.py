"""Minuta frente a otros motores, en una corrida: `make banco`. Se lee en docs/rendimiento.md."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.rendimiento.banco import informe
from tests.rendimiento.banco.corrida import correr, correr_acto, fijar_nucleo


def principal() -> int:
    """Mide, imprime y devuelve 1 si alguna meta no se cumplió."""
    nucleo = fijar_nucleo()
    with tempfile.TemporaryDirectory() as carpeta:
        medidas = correr(Path(carpeta))
        del_acto = correr_acto(Path(carpeta))
    donde = "sin fijar a un núcleo" if nucleo is None else f"en el núcleo {nucleo}"
    print(f"Una corrida, {donde}; cada celda en su proceso, ya caliente y en memoria.\n")
    print(*informe.tabla(medidas), "", *informe.acto(del_acto), "", sep="\n")
    metas = informe.metas(medidas, del_acto)
    print(*(informe.renglon(*meta) for meta in metas), sep="\n")
    return int(any(cumplida is False for cumplida, _ in metas))


if __name__ == "__main__":
    sys.exit(principal())
