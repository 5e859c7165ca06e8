"""Los tipos se conocen por su nombre y se cargan cuando se piden."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generador.errores import UsoIncorrecto
from generador.tipos import TIPOS, tipo_llamado

# Lo que solo usan otros tipos o los pasos que siguen: revisar un plan no debe esperar por ello.
AJENOS_AL_PLAN = ("openpyxl", "python_calamine", "latex2mathml", "generador.modelo.concepto")


@pytest.mark.parametrize("nombre", TIPOS)
def test_cada_uno_se_llama_como_se_le_llama(nombre: str) -> None:
    assert TIPOS[nombre].nombre == nombre
    assert tipo_llamado(nombre.upper().replace("-", "_")) is TIPOS[nombre]


def test_el_que_no_existe_se_dice_con_los_que_hay() -> None:
    assert len(TIPOS) == len(list(TIPOS))
    with pytest.raises(UsoIncorrecto, match=r"«concpto».*¿Quiso decir «concepto»\?.*decreto"):
        tipo_llamado("concpto")


def test_revisar_un_plan_no_carga_lo_de_los_demas() -> None:
    codigo = (
        "import sys; from generador.tipos import TIPOS; TIPOS['suscripcion-plan'].regimen();"
        f"print([m for m in {AJENOS_AL_PLAN!r} if m in sys.modules])"
    )
    corrida = subprocess.run(
        [sys.executable, "-c", codigo], capture_output=True, text=True, check=True
    )
    assert corrida.stdout == "[]\n"
