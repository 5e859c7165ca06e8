"""Cuándo vence un plazo, y qué días no contaron.

Ley 4 de 1913, artículo 62: los plazos en días son hábiles, salvo que se diga otra cosa; los de
meses y años van según el calendario y, si su último día es inhábil, se extienden hasta el primer
hábil. Se cuenta desde el día siguiente, y un mes vence en el mismo número de día o, si no lo hay,
en el último del mes.

El artículo no dice qué pasa con los «días calendario» que terminan en un día inhábil. Aquí corren
al primer hábil, como los meses, porque ese día la entidad no puede recibir nada; el vencimiento
guarda los días saltados y la descripción los nombra, para que el asesor decida si los acepta.

Una suspensión de términos no se cuenta en los días hábiles; en los meses y los días calendario
solo corre el último día.

>>> from generador.catalogos.calendario import calendario
>>> dias_habiles(date(2024, 6, 28), 15, calendario()).vence
datetime.date(2024, 7, 23)
>>> meses(date(2024, 1, 31), 1, calendario()).vence
datetime.date(2024, 2, 29)
>>> dias_habiles(date(2024, 6, 28), 0, calendario())
Traceback (most recent call last):
    ...
generador.errores.DatoInvalido: «0» no sirve como plazo. Escriba un número entero entre 1 y 1000.
"""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from generador.catalogos.calendario import DIAS, Calendario
from generador.errores import DatoInvalido
from generador.lengua.fechas import fecha_larga

MAXIMO = 1000
MESES_DEL_ANIO = 12


class Unidad(Enum):
    """En qué se mide un plazo: su nombre para uno y para varios."""

    HABILES = ("día hábil", "días hábiles")
    CALENDARIO = ("día calendario", "días calendario")
    MESES = ("mes", "meses")

    def cuantos(self, cantidad: int) -> str:
        """Devuelve la cantidad con su unidad.

        >>> Unidad.MESES.cuantos(1), Unidad.HABILES.cuantos(15)
        ('1 mes', '15 días hábiles')
        """
        return f"{cantidad} {self.value[cantidad != 1]}"


@dataclass(frozen=True, slots=True)
class Vencimiento:
    """Un plazo contado: `saltados` son los días que no contaron, cada uno con su motivo."""

    desde: date
    cantidad: int
    unidad: Unidad
    vence: date
    saltados: tuple[tuple[date, str], ...]


@dataclass(frozen=True, slots=True)
class FechaFija:
    """Una fecha que fija la ley («a más tardar el 30 de junio») y el día hábil en que cae."""

    fecha: date
    efectiva: date


def dias_habiles(desde: date, n: int, calendario: Calendario) -> Vencimiento:
    """Vencimiento de `n` días hábiles (1 a 1000) contados desde el día siguiente a `desde`."""
    _comprobar(desde, n, calendario)
    vence = desde
    for _ in range(n):
        vence = calendario.siguiente_habil(vence)
    saltados = _inhabiles(desde + timedelta(days=1), vence, calendario)
    return Vencimiento(desde, n, Unidad.HABILES, vence, saltados)


def dias_calendario(desde: date, n: int, calendario: Calendario) -> Vencimiento:
    """Vencimiento de `n` días corridos (1 a 1000); si el último es inhábil, el primer hábil."""
    _comprobar(desde, n, calendario)
    return _corrido(desde, n, Unidad.CALENDARIO, desde + timedelta(days=n), calendario)


def meses(desde: date, n: int, calendario: Calendario) -> Vencimiento:
    """Vencimiento de `n` meses (1 a 1000; un año son doce); si cae en inhábil, el primer hábil."""
    _comprobar(desde, n, calendario)
    anio, mes = divmod(desde.year * MESES_DEL_ANIO + desde.month - 1 + n, MESES_DEL_ANIO)
    ultimo_del_mes = monthrange(anio, mes + 1)[1]
    nominal = date(anio, mes + 1, min(desde.day, ultimo_del_mes))
    return _corrido(desde, n, Unidad.MESES, nominal, calendario)


def fecha_fija(fecha: date, calendario: Calendario) -> FechaFija:
    """La fecha de la ley y el día hábil en que todavía se puede cumplir, que suele ser el mismo.

    >>> from generador.catalogos.calendario import calendario
    >>> fecha_fija(date(2024, 6, 30), calendario()).efectiva
    datetime.date(2024, 7, 2)
    """
    return FechaFija(fecha, _primer_habil(fecha, calendario))


def descripcion(vencimiento: Vencimiento) -> str:
    """Devuelve una línea: la fecha ISO del vencimiento y la cuenta, con lo que no contó.

    Los festivos y días cívicos van por su nombre; los sábados y domingos, solo contados.

    >>> from generador.catalogos.calendario import calendario
    >>> print(descripcion(dias_habiles(date(2026, 7, 10), 2, calendario())))
    2026-07-15: 2 días hábiles desde el día siguiente al 10 de julio de 2026; \
no cuentan: 1 sábado; 1 domingo; 13 de julio de 2026, festivo: Día de Nuestra Señora del Rosario \
de Chiquinquirá.
    """
    v = vencimiento
    desde = "desde el día siguiente al" if v.unidad is Unidad.HABILES else "desde el"
    partes = [f"{v.vence}: {v.unidad.cuantos(v.cantidad)} {desde} {fecha_larga(v.desde)}"]
    if v.saltados and v.unidad is not Unidad.HABILES:
        ultimo = fecha_larga(v.saltados[0][0])
        partes.append(f"el último día, {ultimo}, no es hábil y el plazo corre al primer día hábil")
    if v.saltados:
        partes.append(f"no cuentan: {'; '.join(_no_cuentan(v.saltados))}")
    return "; ".join(partes) + "."


def _comprobar(desde: date, n: int, calendario: Calendario) -> None:
    if isinstance(n, bool) or not 1 <= n <= MAXIMO:
        raise DatoInvalido(
            f"«{n}» no sirve como plazo.", f"Escriba un número entero entre 1 y {MAXIMO}."
        )
    calendario.motivo(desde)  # da DatoInvalido si la fecha está fuera de los años conocidos


def _corrido(desde: date, n: int, unidad: Unidad, nominal: date, cal: Calendario) -> Vencimiento:
    vence = _primer_habil(nominal, cal)
    return Vencimiento(desde, n, unidad, vence, _inhabiles(nominal, vence, cal))


def _primer_habil(fecha: date, calendario: Calendario) -> date:
    return fecha if calendario.es_habil(fecha) else calendario.siguiente_habil(fecha)


def _inhabiles(desde: date, vence: date, calendario: Calendario) -> tuple[tuple[date, str], ...]:
    """Los días inhábiles desde `desde` (inclusive) hasta `vence`, con su motivo."""
    dias = (desde + timedelta(days=i) for i in range((vence - desde).days))
    return tuple((dia, motivo) for dia in dias if (motivo := calendario.motivo(dia)))


def _no_cuentan(saltados: tuple[tuple[date, str], ...]) -> list[str]:
    """Primero lo que solo se cuenta (fines de semana, suspensiones) y después lo que se nombra."""
    con_nombre = ("festivo", "día cívico")
    cuentas = Counter(m for _, m in saltados if not m.startswith(con_nombre))
    contados = [
        f"{n} {m}{'s' * (n > 1)}" if m in DIAS else f"{n} {'días' if n > 1 else 'día'} de {m}"
        for m, n in cuentas.items()
    ]
    return contados + [f"{fecha_larga(d)}, {m}" for d, m in saltados if m.startswith(con_nombre)]
