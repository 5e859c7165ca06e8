"""Qué días son hábiles para la Rama Ejecutiva nacional, y por qué no lo son los demás.

No son hábiles los sábados, los domingos, los festivos (Ley 51 de 1983 y sus reformas, entre ellas
la Ley 2578 de 2026) ni los días cívicos, que no son festivos pero no cuentan en los términos
(Concepto DIAN 761 de 2024). Tampoco los días en que la entidad suspendió los términos. Los
festivos vienen de la biblioteca `holidays`; lo demás, de `calendario.toml`, con su norma.

>>> calendario().motivo(date(2024, 7, 15))
'día cívico (Decreto 880 de 2024)'
>>> calendario().siguiente_habil(date(2024, 6, 28))
datetime.date(2024, 7, 2)
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generador.errores import DatoInvalido
from generador.texto import clave

# Desde que rige el traslado de festivos al lunes y hasta donde los calcula la biblioteca.
PRIMER_ANIO, ULTIMO_ANIO = 1984, 2100

DIAS = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_SABADO = 5
_UN_DIA = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Calendario:
    """Los días inhábiles de una entidad.

    `version` dice con qué festivos y con qué datos se contó, para dejarlo en el manifiesto;
    `especiales` son los días cívicos y las suspensiones de términos, con su motivo.
    """

    version: str
    especiales: Mapping[date, str]

    def motivo(self, fecha: date) -> str | None:
        """Por qué `fecha` no es hábil, o `None` si lo es.

        Un festivo en sábado se explica como festivo. Da `DatoInvalido` fuera de 1984–2100.

        >>> calendario().motivo(date(2024, 6, 3))
        'festivo: Corpus Christi'
        >>> calendario().motivo(date(2024, 6, 4)) is None
        True
        """
        festivo = _festivos_de(fecha).get(fecha)
        if festivo:
            return f"festivo: {festivo}"
        dia = fecha.weekday()
        return DIAS[dia] if dia >= _SABADO else self.especiales.get(fecha)

    def es_habil(self, fecha: date) -> bool:
        """Dice si `fecha` cuenta en los términos. Da `DatoInvalido` fuera de 1984–2100."""
        return self.motivo(fecha) is None

    def siguiente_habil(self, fecha: date) -> date:
        """Devuelve el primer día hábil posterior a `fecha`, que nunca es la misma `fecha`."""
        dia = fecha + _UN_DIA
        while not self.es_habil(dia):
            dia += _UN_DIA
        return dia


@cache
def calendario(entidad: str | None = None) -> Calendario:
    """Devuelve el calendario de la Rama Ejecutiva nacional, con las suspensiones de `entidad`.

    Una entidad sin suspensiones registradas tiene el calendario general.
    """
    from holidays.version import __version__

    datos = _datos()
    version = f"holidays {__version__}; calendario.toml {datos['meta']['version']}"
    return Calendario(version, especiales(datos, entidad))


def especiales(datos: Mapping[str, Any], entidad: str | None) -> Mapping[date, str]:
    """Días cívicos, y suspensiones de `entidad`, de los `datos` de un `calendario.toml`."""
    dias: dict[date, str] = {}
    for suspension in datos.get("suspensiones", ()):
        if entidad and clave(suspension["entidad"]) == clave(entidad):
            for dia in _entre(suspension["desde"], suspension["hasta"]):
                dias[dia] = f"suspensión de términos ({suspension['norma']})"
    for civico in datos["civicos_anuales"]:
        for anio in range(civico["desde"], ULTIMO_ANIO + 1):
            dias[_enesimo(anio, civico)] = f"día cívico ({civico['norma']})"
    for civico in datos["civicos"]:
        dias[civico["fecha"]] = f"día cívico ({civico['norma']})"
    return MappingProxyType(dias)


def _entre(desde: date, hasta: date) -> Iterator[date]:
    for n in range((hasta - desde).days + 1):
        yield desde + n * _UN_DIA


def _enesimo(anio: int, regla: Mapping[str, Any]) -> date:
    """El enésimo viernes (o el día que diga la regla) de su mes, en `anio`."""
    primero = date(anio, regla["mes"], 1)
    hasta_el_dia = (DIAS.index(regla["dia"]) - primero.weekday()) % 7
    return primero + timedelta(days=hasta_el_dia, weeks=regla["semana"] - 1)


def _festivos_de(fecha: date) -> Mapping[date, str]:
    if isinstance(fecha, datetime):
        # Con hora nunca sería igual a un festivo, y pasaría por hábil sin que nadie lo note.
        raise DatoInvalido(f"«{fecha}» trae hora.", "Use solo la fecha.")
    if not PRIMER_ANIO <= fecha.year <= ULTIMO_ANIO:
        raise DatoInvalido(
            f"No se conocen los festivos de {fecha.year}.",
            f"Se cuentan términos entre {PRIMER_ANIO} y {ULTIMO_ANIO}; revise la fecha y el plazo.",
        )
    return _festivos(fecha.year)


@cache
def _festivos(anio: int) -> Mapping[date, str]:
    """Festivos de un año con su nombre; dos que caen el mismo día se juntan con coma."""
    import holidays

    correcciones = _datos()["nombres_de_festivos"]
    del_anio = holidays.country_holidays("CO", years=anio, language="es")

    def nombre(crudo: str) -> str:
        limpio = crudo.removesuffix(" (observado)")
        return str(correcciones.get(limpio, limpio))

    return MappingProxyType(
        {dia: ", ".join(nombre(n) for n in del_anio.get_list(dia)) for dia in del_anio}
    )


@cache
def _datos() -> Mapping[str, Any]:
    texto = Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(texto))
