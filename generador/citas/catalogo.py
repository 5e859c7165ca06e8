"""Las normas que Minuta conoce: cómo se llaman, de cuándo son y qué conviene advertir al citarlas.

Los datos están en `normas.toml`, cada uno con su fuente. Lo que no consta no se dice: que una
norma no esté aquí no significa que no exista, y que no tenga estado no significa que esté vigente.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from generador import recursos
from generador.citas.catalogo_toml import leer_fichas
from generador.citas.fichas import Estado, Ficha, Modificacion, nombres_de
from generador.citas.norma import Norma, Tipo, numero_de_providencia, numero_llano
from generador.citas.sugerencias import anio_imposible, anios_posibles, probables
from generador.lengua.fechas import fecha_larga
from generador.lengua.listas import enumerar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

# Su número no se repite y suelen citarse sin año: «Decisión 486 de la CAN», «CONPES 3950».
_SIN_ANIO = frozenset((Tipo.DECISION, Tipo.CONPES))

__all__ = ["Catalogo", "Estado", "Ficha", "Modificacion", "catalogo", "sugerir"]


class Catalogo:
    """Un conjunto de fichas, para buscar en él por clave, por número o por nombre.

    `fichas` son todas, en el orden del archivo; `nombres`, todo nombre y alias tal como se
    escribe («CPACA», «C.P.A.C.A.»), con la norma que nombra. Los epígrafes no son nombres.
    """

    def __init__(self, fichas: Iterable[Ficha]) -> None:
        self.fichas = tuple(fichas)
        self.normas = tuple(ficha.norma for ficha in self.fichas)
        self.nombres: Mapping[str, Norma] = MappingProxyType(
            {nombre: ficha.norma for ficha in self.fichas for nombre in nombres_de(ficha)}
        )
        self._por_clave = {ficha.norma.clave: ficha for ficha in self.fichas}
        self._por_numero: dict[str, list[Ficha]] = {}
        for ficha in self.fichas:
            if ficha.norma.numero is not None:
                clave = _clave_de_numero(ficha.norma.tipo, ficha.norma.numero)
                self._por_numero.setdefault(clave, []).append(ficha)

    def de_clave(self, clave: str) -> Ficha | None:
        """La ficha de la norma que tiene esa `clave`, o `None` si no está.

        >>> catalogo().de_clave("ley:2056:2020").diario_oficial
        '51.453'
        >>> catalogo().de_clave("ley:1430:2009") is None
        True
        """
        return self._por_clave.get(clave)

    def de_numero(self, tipo: Tipo, numero: str, anio: int | None = None) -> tuple[Ficha, ...]:
        """Las fichas de esa clase y ese número; con `anio`, solo las de ese año.

        Los decretos, decretos ley y decretos únicos se buscan juntos: comparten numeración.

        >>> [f.norma.canonica for f in catalogo().de_numero(Tipo.DECRETO, "019")]
        ['Decreto Ley 19 de 2012']
        >>> catalogo().de_numero(Tipo.LEY, "1430", 2009)
        ()
        """
        fichas = self._por_numero.get(_clave_de_numero(tipo, numero), [])
        return tuple(f for f in fichas if anio is None or f.norma.anio == anio)

    def ficha_de(self, norma: Norma) -> Ficha | None:
        """La ficha de `norma`, aunque no diga su entidad si hay una sola de ese número y año."""
        ficha = self.de_clave(norma.clave)
        if ficha is not None or norma.numero is None or norma.entidad:
            return ficha
        if norma.anio is None and norma.tipo not in _SIN_ANIO:
            return None
        fichas = self.de_numero(norma.tipo, norma.numero, norma.anio)
        return fichas[0] if len(fichas) == 1 else None

    def completar(self, norma: Norma) -> Norma:
        """`norma` con la fecha, la entidad y el nombre del catálogo; la misma si no está.

        Respeta la clase y la fecha con que se citó.

        >>> catalogo().completar(Norma(Tipo.RESOLUCION, "40326", 2025)).entidad
        'Ministerio de Minas y Energía'
        >>> catalogo().completar(Norma(Tipo.LEY, "1430", 2009)).nombre is None
        True
        """
        ficha = self.ficha_de(norma)
        if ficha is None:
            return norma
        return replace(ficha.norma, tipo=norma.tipo, fecha=norma.fecha or ficha.norma.fecha)

    def sugerir(self, norma: Norma, *, cuantas: int = 3) -> tuple[Norma, ...]:
        """Las normas del catálogo que se pudo querer citar; vacío si `norma` está en él."""
        return () if self.ficha_de(norma) else probables(norma, self.normas, cuantas)

    def advertencias(self, norma: Norma, hasta: date | None = None) -> tuple[str, ...]:
        """Lo que conviene que sepa quien cita `norma`, en frases; no estar en el catálogo no lo es.

        Con `hasta`, sin lo que le pasó después de ese día: quien escribía entonces no lo sabía.

        >>> catalogo().advertencias(Norma(Tipo.LEY, "1430", 2009))[0]
        'La Ley 1430 no puede ser de 2009: por su número es de 2010.'
        >>> catalogo().advertencias(Norma(Tipo.LEY, "1430", 2009))[1]
        '¿Quiso citar «Ley 1340 de 2009» o «Ley 1430 de 2010»?'
        >>> catalogo().advertencias(Norma(Tipo.ORDENANZA, "7", 2020))
        ()
        """
        ficha = self.ficha_de(norma)
        if ficha is None:
            return (*_sobre_fecha(norma, None), *self._sobre_desconocida(norma))
        equivalente = self._por_clave.get(ficha.equivale or "")
        return (
            *_sobre_fecha(norma, ficha.norma.fecha),
            *_sobre_ficha(ficha, hasta),
            *(_sobre_ficha(equivalente, hasta) if equivalente else ()),
        )

    def _sobre_desconocida(self, norma: Norma) -> list[str]:
        posibles = [f"«{otra.canonica}»" for otra in self.sugerir(norma)]
        pregunta = [f"¿Quiso citar {enumerar(posibles, 'o')}?"] if posibles else []
        if anio_imposible(norma, self.normas):
            desde, hasta = anios_posibles(norma.numero or "", self.normas) or (0, 0)
            cuando = f"de {desde}" if desde == hasta else f"de entre {desde} y {hasta}"
            nombre = norma.canonica.partition(" de ")[0]
            return [
                f"La {nombre} no puede ser de {norma.anio}: por su número es {cuando}.",
                *pregunta,
            ]
        if not pregunta:
            return []
        return [f"{norma.canonica} no está en el catálogo y se parece a otra que sí.", *pregunta]


def _clave_de_numero(tipo: Tipo, numero: str) -> str:
    """La clase y el número, como los une la clave de la norma: «decreto:1082»."""
    suelta = Norma(tipo, numero)
    como = numero_de_providencia if suelta.conserva_ceros else numero_llano
    return Norma(tipo, como(numero)).clave


def _sobre_fecha(norma: Norma, conocida: date | None) -> list[str]:
    if norma.fecha is None:
        return []
    if norma.anio is not None and norma.fecha.year != norma.anio:
        return [f"{norma.canonica}: se cita con fecha del {fecha_larga(norma.fecha)}, de otro año."]
    if conocida is not None and norma.fecha != conocida:
        return [
            f"{norma.canonica}: se cita con fecha del {fecha_larga(norma.fecha)}, "
            f"y el catálogo trae el {fecha_larga(conocida)}."
        ]
    return []


_COMO_ESTA = {
    Estado.DEROGADA: "no rige{desde}; derogatoria: {fuente}",
    Estado.INEXEQUIBLE: "no rige{desde}; inexequibilidad: {fuente}",
    Estado.MODIFICADA: "fue objeto de modificaciones: {fuente}",
}


def _sobre_ficha(ficha: Ficha, hasta: date | None) -> list[str]:
    """Su estado, si no es vigente, y las modificaciones que conviene advertir."""
    nombre = ficha.norma.canonica
    avisos = [
        f"{nombre}: {_como_se_cita(c)} {c.que}."
        for c in ficha.modificaciones
        if not _posterior(c.fecha, hasta)
    ]
    # Las modificaciones ya dicen que está modificada, y mejor.
    sabido = ficha.estado is Estado.MODIFICADA and ficha.modificaciones
    if ficha.estado in _COMO_ESTA and not sabido and not _posterior(ficha.estado_desde, hasta):
        desde = f" desde el {fecha_larga(ficha.estado_desde)}" if ficha.estado_desde else ""
        como = _COMO_ESTA[ficha.estado].format(desde=desde, fuente=ficha.estado_fuente)
        avisos.insert(0, f"{nombre} {como}.")
    return avisos


def _posterior(fecha: date | None, hasta: date | None) -> bool:
    return fecha is not None and hasta is not None and fecha > hasta


def _como_se_cita(cambio: Modificacion) -> str:
    """«Decreto 1317 del 5 de diciembre de 2025», o sin el día si no consta."""
    if cambio.fecha is None:
        return cambio.norma
    return (
        f"{cambio.norma.removesuffix(f' de {cambio.fecha.year}')} del {fecha_larga(cambio.fecha)}"
    )


@lru_cache(maxsize=1)
def catalogo() -> Catalogo:
    """El catálogo de `normas.toml`. Da `DatoInvalido` si el archivo tiene una errata."""
    archivo = recursos.PAQUETE / "citas" / "normas.toml"
    return Catalogo(leer_fichas(archivo.read_text(encoding="utf-8")))


def sugerir(norma: Norma, *, cuantas: int = 3) -> tuple[Norma, ...]:
    """Las normas del catálogo que se pudo querer citar con ese número y ese año.

    >>> [x.canonica for x in sugerir(Norma(Tipo.LEY, "1430", 2009))]
    ['Ley 1340 de 2009', 'Ley 1430 de 2010']
    >>> [x.canonica for x in sugerir(Norma(Tipo.LEY, "1150", 2017))]
    ['Ley 1150 de 2007']
    >>> sugerir(Norma(Tipo.LEY, "1340", 2009))
    ()
    """
    return catalogo().sugerir(norma, cuantas=cuantas)
