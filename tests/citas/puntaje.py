"""Puntúa al lector contra textos anotados a mano e imprime lo que falló.

Uso: `python -m tests.citas.puntaje CARPETA…`, donde cada carpeta trae los `.txt` y un `citas.jsonl`
con una anotación por línea: `seed` (archivo), `start`, `end`, `norm`, `articles`, `partes`, `modo`.
Una cita acierta si se cruza con la anotada y coinciden la norma y los artículos. Las anotadas como
`dudosa` no cuentan; `titulo` y `mencion` pueden leerse o no.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generador.citas.lectura import leer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generador.citas.cita import CitaHallada

Anotada = dict[str, Any]


@dataclass
class Puntaje:
    """Aciertos sobre lo anotado (cobertura) y sobre lo hallado (precisión)."""

    anotadas: int = 0
    recobradas: int = 0
    halladas: int = 0
    acertadas: int = 0
    faltan: list[str] = field(default_factory=list)
    sobran: list[str] = field(default_factory=list)

    @property
    def cobertura(self) -> float:
        """Fracción de lo anotado que se leyó bien."""
        return self.recobradas / self.anotadas if self.anotadas else 1.0

    @property
    def precision(self) -> float:
        """Fracción de lo hallado que está anotado así."""
        return self.acertadas / self.halladas if self.halladas else 1.0

    def sumar(self, otro: Puntaje) -> None:
        """Agrega las cuentas de otro texto."""
        self.anotadas += otro.anotadas
        self.recobradas += otro.recobradas
        self.halladas += otro.halladas
        self.acertadas += otro.acertadas
        self.faltan += otro.faltan
        self.sobran += otro.sobran


def nombre(hallada: CitaHallada) -> str | None:
    """El nombre canónico de lo hallado, o `None` si quedó sin resolver."""
    return hallada.cita.norma.canonica if hallada.cita else None


def coincide(hallada: CitaHallada, anotada: Anotada) -> bool:
    """Si la cita hallada es la anotada: se cruzan, y son la misma norma y los mismos artículos."""
    if hallada.fin <= anotada["start"] or anotada["end"] <= hallada.inicio:
        return False
    articulos = hallada.cita.articulos if hallada.cita else ()
    mismo = (nombre(hallada) or hallada.tipo.value.capitalize()) == anotada["norm"]
    return mismo and set(articulos) == set(anotada.get("articles") or ())


def puntuar(texto: str, anotadas: Iterable[Anotada], *, solo: str | None = None) -> Puntaje:
    """Compara lo leído en `texto` con lo anotado; `solo` limita a un modo («plena»)."""
    todas = list(anotadas)
    halladas = leer(texto, tolerante=True)
    puntaje = Puntaje()
    for anotada in todas:
        if anotada.get("dudosa") or (solo and anotada["modo"] != solo):
            continue
        ok = any(coincide(h, anotada) for h in halladas)
        if (anotada.get("titulo") or anotada.get("mencion")) and not ok:
            continue
        puntaje.anotadas += 1
        puntaje.recobradas += ok
        if not ok:
            cerca = [h for h in halladas if h.inicio < anotada["end"] and anotada["start"] < h.fin]
            puntaje.faltan.append(_renglon(anotada, cerca))
    for hallada in halladas:
        if solo and hallada.modo != solo:
            continue
        encima = [a for a in todas if a["start"] < hallada.fin and hallada.inicio < a["end"]]
        if any(a.get("dudosa") for a in encima):
            continue
        ok = any(coincide(hallada, a) for a in encima)
        puntaje.halladas += 1
        puntaje.acertadas += ok
        if not ok:
            corto = " ".join(hallada.texto.split())
            articulos = hallada.cita.articulos if hallada.cita else ()
            puntaje.sobran.append(
                f"  sobra L{hallada.linea} [{hallada.modo}] «{corto}» "
                f"→ {nombre(hallada)} {articulos}"
            )
    return puntaje


def _renglon(anotada: Anotada, cerca: list[CitaHallada]) -> str:
    corto = " ".join(anotada["text"].split())
    leidas = "; ".join(
        f"{nombre(h)} {h.cita.articulos if h.cita else ''} [{h.modo}]" for h in cerca
    )
    return (
        f"  falta L{anotada.get('line')} [{anotada['modo']}] «{corto}» = {anotada['norm']} "
        f"{anotada.get('articles') or ''} | leído: {leidas or 'nada'}"
    )


def cargar(carpeta: Path) -> dict[str, list[Anotada]]:
    """Las anotaciones de una carpeta, por archivo."""
    por_archivo: dict[str, list[Anotada]] = defaultdict(list)
    renglones = (carpeta / "citas.jsonl").read_text(encoding="utf-8").splitlines()
    for renglon in filter(str.strip, renglones):
        anotada = json.loads(renglon)
        por_archivo[anotada["seed"]].append(anotada)
    return por_archivo


def principal(carpetas: list[str]) -> None:
    """Imprime el puntaje de cada archivo y el total, con lo que falta y lo que sobra."""
    totales = {"plena": Puntaje(), None: Puntaje()}
    for carpeta in map(Path, carpetas):
        for archivo, anotadas in sorted(cargar(carpeta).items()):
            texto = (carpeta / archivo).read_text(encoding="utf-8")
            for solo, total in totales.items():
                puntaje = puntuar(texto, anotadas, solo=solo)
                total.sumar(puntaje)
                if solo is None:
                    sys.stdout.write(_resumen(archivo, puntaje) + "\n")
                    sys.stdout.writelines(f"{x}\n" for x in puntaje.faltan + puntaje.sobran)
    for solo, total in totales.items():
        sys.stdout.write(_resumen(f"TOTAL {solo or 'todos los modos'}", total) + "\n")


def _resumen(rotulo: str, p: Puntaje) -> str:
    return (
        f"{rotulo}: cobertura {p.cobertura:.3f} ({p.recobradas}/{p.anotadas}), "
        f"precisión {p.precision:.3f} ({p.acertadas}/{p.halladas})"
    )


if __name__ == "__main__":
    principal(sys.argv[1:])
