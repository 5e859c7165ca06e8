"""Lee `equivocaciones.txt` y siembra cada equivocación en su caso de ejemplo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generador.errores import CasoRechazado
from generador.expedir import revisar
from generador.hallazgos import Hallazgo
from generador.recursos import datos_ejemplo

ARCHIVO = Path(__file__).with_name("equivocaciones.txt")
CASOS = {"bienes": "plan_bienes_2025.yaml", "servicios": "plan_servicios_2026.yaml"}


@dataclass
class Equivocacion:
    titulo: str
    junta: bool
    caso: str = "bienes"
    antes: list[str] = field(default_factory=list)
    despues: list[str] = field(default_factory=list)
    esperado: list[str] = field(default_factory=list)

    @property
    def de_lectura(self) -> bool:
        return all(" CASO" in linea or " TIPO" in linea for linea in self.esperado)

    def sembrar(self, texto: str) -> str:
        antes, despues = "\n".join(self.antes), "\n".join(self.despues).replace("→", "\t")
        if not self.despues:
            antes += "\n"
        assert texto.count(antes) == 1, f"«{antes}» está {texto.count(antes)} veces"
        return texto.replace(antes, despues)


def equivocaciones() -> list[Equivocacion]:
    leidas: list[Equivocacion] = []
    for linea in ARCHIVO.read_text("utf-8").splitlines():
        marca, _, resto = linea.partition(" ")
        if marca == "===":
            leidas.append(Equivocacion(resto.removeprefix("* "), resto.startswith("* ")))
        elif marca in ("en", "-", "+", "!") and leidas:
            actual = leidas[-1]
            if marca == "en":
                actual.caso = resto
            else:
                {"-": actual.antes, "+": actual.despues, "!": actual.esperado}[marca].append(resto)
    return leidas


def ejemplo(caso: str) -> str:
    return (datos_ejemplo() / CASOS[caso]).read_text("utf-8")


def hallazgos(archivo: Path) -> Sequence[Hallazgo]:
    """Lo que Minuta dice del caso, lo pueda leer o no."""
    try:
        return revisar(archivo).hallazgos
    except CasoRechazado as rechazado:
        return rechazado.hallazgos


def lugar(hallazgo: Hallazgo) -> str:
    """`línea:columna CÓDIGO campo`, como se escribe en el archivo."""
    return f"{hallazgo.linea}:{hallazgo.columna} {hallazgo.codigo} {hallazgo.ruta or '(caso)'}"
