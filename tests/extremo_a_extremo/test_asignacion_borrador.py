"""El borrador de una asignación a medio escribir: nunca se cae, y dice lo que falta."""

from __future__ import annotations

from pathlib import Path

import pytest

from generador.expedir import expedir
from generador.obra import Pedido
from tests.casos_de_asignacion import (
    CONVOCATORIA,
    FORMULA,
    MUNICIPIOS,
    PROYECTOS,
    convocatoria,
    formula,
)


@pytest.mark.parametrize(
    ("caso", "tabla"), [(FORMULA, MUNICIPIOS), (CONVOCATORIA, PROYECTOS)], ids=["fórmula", "otra"]
)
def test_el_caso_cortado_en_cualquier_renglon_da_un_borrador(
    caso: str, tabla: str, tmp_path: Path
) -> None:
    armar = formula if caso == FORMULA else convocatoria
    archivo = armar(tmp_path, tabla)
    renglones = caso.splitlines()
    for n, renglon in enumerate(renglones):
        if renglon.startswith(" ") or not renglon:
            continue  # a media lista o a medio grupo: se corta en la clave
        archivo.write_text("\n".join(renglones[: max(n, 1)]), encoding="utf-8")
        entrega = expedir(archivo, tmp_path, Pedido(None, borrador=True, simular=True))
        assert entrega.hallazgos
