"""Las direcciones seccionales de la DIAN y cuáles reciben copia de un acto.

Fuente: tabla oficial de la DIAN, que está incompleta. Las seccionales de Aduanas de cinco
ciudades y las de Ipiales y Urabá se completaron con su nombre regular, y van sin código: la
columna `fuente` lo dice. En Bogotá, Medellín, Cali, Barranquilla, Cartagena y Cúcuta, Impuestos y
Aduanas están separadas.

>>> [s.nombre for s in que_deben_ir("Cúcuta")]
['Dirección Seccional de Impuestos de Cúcuta', 'Dirección Seccional de Aduanas de Cúcuta']
>>> seccional("32").nombre
'Dirección Seccional de Impuestos de Bogotá'
>>> seccional("Dirección Seccional de Impuestos y Aduanas de Cúcuta")
Traceback (most recent call last):
    ...
generador.errores.DatoInvalido: No hay ninguna ... Allí están separadas: escriba «Dirección \
Seccional de Impuestos de Cúcuta» y «Dirección Seccional de Aduanas de Cúcuta».
>>> que_deben_ir("Ibage")
Traceback (most recent call last):
    ...
generador.errores.DatoInvalido: No hay seccional de la DIAN en «Ibage». ¿Quiso decir «Ibagué»?
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generador.catalogos import tabla
from generador.errores import DatoInvalido
from generador.texto import clave, sugerencia

GRANDES_CONTRIBUYENTES = "grandes contribuyentes"


@dataclass(frozen=True, slots=True)
class Seccional:
    """Una dirección seccional: `codigo` vacío y `fuente` dicen que falta verificarla.

    `ciudad_oficial` es el nombre del municipio en la DIVIPOLA cuando no es el de la seccional.
    """

    codigo: str
    nombre: str
    ciudad: str
    competencia: str
    fuente: str
    ciudad_oficial: str = ""


def seccional(texto: str) -> Seccional:
    """Seccional de ese nombre completo o ese código, o `DatoInvalido` con la más parecida.

    No importan las tildes, las mayúsculas ni el cero inicial del código («05» es «5»).
    """
    buscado = _junto(texto).lstrip("0")
    for s in seccionales():
        if buscado and buscado in (s.codigo, _junto(s.nombre)):
            return s
    raise DatoInvalido(
        f"No hay ninguna seccional de la DIAN «{texto}».",
        _separadas(texto)
        or sugerencia(texto, (s.nombre for s in seccionales()))
        or "Escriba el nombre completo de la seccional o su código.",
    )


def _separadas(texto: str) -> str:
    """Las dos que hay, si `texto` junta Impuestos y Aduanas donde están separadas."""
    nombre = clave(texto)
    if "impuestos y aduanas de " not in nombre:
        return ""
    hay = de_ciudad(nombre.rpartition("impuestos y aduanas de ")[2])
    dos = [f"«{s.nombre}»" for s in hay if s.competencia in ("impuestos", "aduanas")]
    return f"Allí están separadas: escriba {' y '.join(sorted(dos, reverse=True))}." if dos else ""


def de_ciudad(ciudad: str) -> tuple[Seccional, ...]:
    """Dependencias de la DIAN en la tabla con sede en `ciudad`; vacía si no hay ninguna.

    >>> [s.codigo for s in de_ciudad("bogota, d.c.")]
    ['3', '31', '32']
    """
    buscada = _junto(ciudad)
    return tuple(
        s
        for s in seccionales()
        if buscada and buscada in (_junto(s.ciudad), _junto(s.ciudad_oficial))
    )


def que_deben_ir(ciudad: str) -> tuple[Seccional, ...]:
    """Seccionales a las que se envía copia por la zona franca de `ciudad`: Impuestos y Aduanas.

    `ciudad` es la sede de la seccional con jurisdicción sobre la zona franca, que no siempre es
    el municipio donde está. La Dirección Operativa de Grandes Contribuyentes no tiene zona y no
    se incluye. Da `DatoInvalido` si en la ciudad no hay seccional.
    Fuente: parágrafo del artículo 92 del proyecto de decreto del plan de internacionalización.
    """
    hay = [s for s in de_ciudad(ciudad) if s.competencia != GRANDES_CONTRIBUYENTES]
    if not hay:
        raise DatoInvalido(
            f"No hay seccional de la DIAN en «{ciudad}».",
            sugerencia(ciudad, (s.ciudad for s in seccionales()))
            or "Escriba la ciudad sede de la seccional con jurisdicción sobre la zona franca.",
        )
    return tuple(sorted(hay, key=lambda s: s.competencia, reverse=True))  # impuestos, aduanas


@cache
def seccionales() -> tuple[Seccional, ...]:
    """Toda la tabla, primero lo oficial y después lo completado."""
    return tuple(Seccional(**fila) for fila in tabla.leer("seccionales_dian.csv"))


def _junto(texto: str) -> str:
    """Clave sin espacios, para que «D.C.» y «D. C.» y «DC» sean lo mismo."""
    return clave(texto).replace(" ", "")
