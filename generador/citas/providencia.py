"""Lo que se cita con más datos que una norma: providencias de las altas cortes y obras.

La primera mención va completa, como en una nota al pie; las demás, cortas.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generador.citas.catalogo import catalogo
from generador.citas.norma import ROTULOS, Norma, Tipo, numero_de_providencia
from generador.errores import DatoInvalido
from generador.lengua.fechas import fecha_larga
from generador.lengua.listas import enumerar

if TYPE_CHECKING:
    from datetime import date

_CLASES = (Tipo.SENTENCIA, Tipo.AUTO, Tipo.CONCEPTO)
# En el Consejo de Estado hay consejeros; en las demás corporaciones, magistrados.
_PONENTES = {"Consejo de Estado": ("C.P.", "CC.PP.")}
_MAGISTRADOS = ("M.P.", "MM.PP.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Providencia:
    """Una sentencia, un auto o un concepto de una corporación judicial.

    Se identifica por `numero` («C-713»), por `radicado` o, las más antiguas, por `expediente`.
    `seccion` es la sala o la sección. Da `DatoInvalido` si falta con qué identificarla o cuándo
    se dictó, o si la fecha y el año no concuerdan.

    >>> from datetime import date
    >>> Providencia(
    ...     corporacion="Corte Constitucional",
    ...     numero="C-713",
    ...     anio=2008,
    ...     ponentes=("Clara Inés Vargas Hernández",),
    ... ).larga
    'Corte Constitucional. Sentencia C-713 de 2008. M.P. Clara Inés Vargas Hernández.'
    >>> Providencia(
    ...     corporacion="Consejo de Estado",
    ...     seccion="Sección Tercera",
    ...     fecha=date(2007, 12, 3),
    ...     radicado="11001-03-26-000-2003-00014-01",
    ...     expediente="24.715",
    ... ).larga  # doctest: +NORMALIZE_WHITESPACE
    'Consejo de Estado. Sección Tercera. Sentencia del 3 de diciembre de 2007.
    Rad. 11001-03-26-000-2003-00014-01 (24.715).'
    >>> Providencia(corporacion="Consejo de Estado", anio=2007)
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: La providencia de Consejo de Estado no tiene número, ...
    """

    corporacion: str
    clase: Tipo = Tipo.SENTENCIA
    seccion: str | None = None
    numero: str | None = None
    anio: int | None = None
    fecha: date | None = None
    radicado: str | None = None
    expediente: str | None = None
    ponentes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        quien = f"La providencia de {self.corporacion}"
        if self.clase not in _CLASES:
            raise DatoInvalido(
                f"{quien} no puede ser «{ROTULOS[self.clase]}».",
                "Las providencias son sentencias, autos o conceptos.",
            )
        if not (self.numero or self.radicado or self.expediente):
            raise DatoInvalido(f"{quien} no tiene número, radicado ni expediente.", "Escriba uno.")
        if self.fecha is None and self.anio is None:
            raise DatoInvalido(f"{quien} no tiene fecha.", "Escriba la fecha o, al menos, el año.")
        if self.fecha and self.anio and self.fecha.year != self.anio:
            raise DatoInvalido(
                f"{quien} es del {fecha_larga(self.fecha)}, y su año dice {self.anio}.",
                "Corrija el que esté mal.",
            )

    @classmethod
    def de_norma(cls, norma: Norma) -> Providencia | None:
        """La providencia que es `norma`, con lo que sepa el catálogo; `None` si no basta."""
        completa, ficha = catalogo().completar(norma), catalogo().ficha_de(norma)
        if not (completa.entidad and completa.numero and (completa.fecha or completa.anio)):
            return None
        por_radicado = completa.canonica.startswith(completa.entidad)
        return cls(
            corporacion=completa.entidad,
            clase=completa.tipo,
            seccion=ficha.seccion if ficha else None,
            anio=completa.anio,
            fecha=completa.fecha,
            ponentes=ficha.ponentes if ficha else (),
            **{"radicado" if por_radicado else "numero": completa.numero},
        )

    @property
    def norma(self) -> Norma:
        """La providencia como se cita y se busca: clase, número o radicado, y año."""
        numero = self.numero and numero_de_providencia(self.numero)
        return Norma(
            self.clase,
            numero or self.radicado or self.expediente,
            self.anio or (self.fecha.year if self.fecha else None),
            self.fecha,
            self.corporacion,
        )

    @property
    def corta(self) -> str:
        """El nombre de las menciones siguientes: «Sentencia C-713 de 2008»."""
        return self._numerada() if self.numero else self.norma.canonica

    @property
    def larga(self) -> str:
        """La mención completa, con corporación, sección, fecha, radicado y ponentes."""
        partes = [self.corporacion, self.seccion, self._dictada(), self._proceso(), self._autores()]
        return "".join(f"{parte.rstrip('.')}. " for parte in partes if parte).rstrip()

    def _dictada(self) -> str:
        if self.numero:
            return self._numerada()
        rotulo = ROTULOS[self.clase]
        return (
            f"{rotulo} del {fecha_larga(self.fecha)}" if self.fecha else f"{rotulo} de {self.anio}"
        )

    def _numerada(self) -> str:
        return f"{ROTULOS[self.clase]} {self.norma.numero} de {self.norma.anio}"

    def _proceso(self) -> str:
        if not self.radicado:
            return f"Exp. {self.expediente}" if self.expediente else ""
        return f"Rad. {self.radicado}" + (f" ({self.expediente})" if self.expediente else "")

    def _autores(self) -> str:
        if not self.ponentes:
            return ""
        uno, varios = _PONENTES.get(self.corporacion, _MAGISTRADOS)
        return f"{uno if len(self.ponentes) == 1 else varios} {enumerar(self.ponentes)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Obra:
    """Un libro o un artículo de doctrina. Da `DatoInvalido` si falta el autor o el título.

    `nombre` queda vacío si el autor es una entidad. `paginas` va en cifras: «45» o «45-47».

    >>> obra = Obra(
    ...     apellidos="Inventado Ejemplo",
    ...     nombre="Ana",
    ...     titulo="Los actos",
    ...     ciudad="Bogotá",
    ...     editorial="Imaginaria",
    ...     anio=2004,
    ...     paginas="45-47",
    ... )
    >>> obra.larga
    'INVENTADO EJEMPLO, Ana. Los actos. Bogotá: Imaginaria, 2004. pp. 45-47.'
    >>> obra.corta
    'INVENTADO EJEMPLO, Los actos, pp. 45-47'
    >>> Obra(apellidos="", titulo="Los actos", anio=2004)
    Traceback (most recent call last):
    ...
    generador.errores.DatoInvalido: La obra «Los actos» no tiene autor o título. Complételos.
    """

    apellidos: str
    titulo: str
    anio: int
    nombre: str = ""
    ciudad: str | None = None
    editorial: str | None = None
    paginas: str | None = None

    def __post_init__(self) -> None:
        if not self.apellidos.strip() or not self.titulo.strip():
            raise DatoInvalido(f"La obra «{self.titulo}» no tiene autor o título.", "Complételos.")

    @property
    def norma(self) -> Norma:
        """La obra como se cita y se busca: por su título y su año."""
        return Norma(Tipo.DOCTRINA, anio=self.anio, entidad=self._autor, nombre=self.titulo)

    @property
    def corta(self) -> str:
        """El nombre de las menciones siguientes, con la página."""
        return ", ".join(p for p in (self.apellidos.upper(), self.titulo, self._paginas) if p)

    @property
    def larga(self) -> str:
        """La referencia completa."""
        donde = ": ".join(p for p in (self.ciudad, self.editorial) if p)
        partes = [self._autor, self.titulo, ", ".join(filter(None, (donde, str(self.anio))))]
        return "".join(f"{p.rstrip('.')}. " for p in (*partes, self._paginas) if p).rstrip()

    @property
    def _autor(self) -> str:
        return ", ".join(p for p in (self.apellidos.upper(), self.nombre) if p)

    @property
    def _paginas(self) -> str:
        if not self.paginas:
            return ""
        varias = any(signo in self.paginas for signo in "-–, ")
        return f"{'pp.' if varias else 'p.'} {self.paginas}"
