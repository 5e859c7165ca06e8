import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generador.caso.lectura import leer_bytes
from generador.errores import CasoRechazado


@dataclass
class Malo:
    titulo: str
    lineas: list[str] = field(default_factory=list)
    esperado: list[str] = field(default_factory=list)

    @property
    def datos(self) -> bytes:
        texto = "".join(f"{linea}\n" for linea in self.lineas).replace("→", "\t")
        return re.sub("‹([0-9A-F]+)›", lambda m: chr(int(m[1], 16)), texto).encode()


def _malos() -> list[Malo]:
    malos: list[Malo] = []
    for linea in (Path(__file__).parent / "malos.txt").read_text("utf-8").splitlines():
        marca, _, resto = linea.partition(" ")
        if marca == "===":
            malos.append(Malo(resto))
        elif marca == "|":
            malos[-1].lineas.append(resto)
        elif marca == "!":
            malos[-1].esperado.append(resto)
    return malos


MALOS = _malos()


def test_la_tabla_es_amplia() -> None:
    assert len(MALOS) >= 80
    assert all(malo.esperado for malo in MALOS)


@pytest.mark.parametrize("malo", MALOS, ids=lambda malo: malo.titulo)
def test_se_dice_que_paso_y_donde(malo: Malo) -> None:
    formato = malo.titulo.partition(":")[0]
    with pytest.raises(CasoRechazado) as rechazado:
        leer_bytes(malo.datos, f"caso.{formato}")
    hallazgos = rechazado.value.hallazgos
    lugares = [f"{h.linea}:{h.columna} {h.codigo}" for h in hallazgos]
    assert lugares == [" ".join(e.split(" ")[:2]) for e in malo.esperado], hallazgos
    for hallazgo, esperado in zip(hallazgos, malo.esperado, strict=True):
        assert esperado.split(" ", 2)[2] in f"{hallazgo.mensaje} {hallazgo.remedio}"
        assert hallazgo.remedio
        assert hallazgo.archivo == f"caso.{formato}"
