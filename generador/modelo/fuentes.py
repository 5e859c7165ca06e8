"""Las fuentes de un caso: cada una se define una vez y el texto la cita con {fuente: clave}.

Lo que aquí se escribe pasa a `citas.providencia`, que sabe cómo se cita completa y corta.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

from generador.caso.arbol import TextoCrudo
from generador.citas.norma import Tipo
from generador.citas.providencia import Obra, Providencia
from generador.errores import DatoInvalido
from generador.lengua.fechas import PRIMER_ANIO, ULTIMO_ANIO
from generador.modelo import formas
from generador.modelo.comunes import (
    Fecha,
    Lector,
    Modelo,
    Texto,
    leer_marcado,
    leer_texto,
    opcion,
)
from generador.modelo.concepto_previo import ConceptoPrevio
from generador.modelo.falta import Falta, exigir

CLASES = {"sentencia": Tipo.SENTENCIA, "auto": Tipo.AUTO, "concepto": Tipo.CONCEPTO}
# La imprenta: antes no hay obra que citar.
PRIMERA_OBRA = 1450


def leer_clave(crudo: str) -> str:
    """La clave de una fuente: letras sin tilde, cifras, guiones y rayas bajas, sin espacios.

    >>> leer_clave("se_juridicos")
    'se_juridicos'
    >>> leer_clave("c 713")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: «c 713» no sirve de clave. Use letras sin tilde, cifras, ...
    """
    texto = leer_texto(crudo)
    if not re.fullmatch(r"[A-Za-z0-9](?:[\w-]*[A-Za-z0-9])?", texto, re.ASCII):
        raise DatoInvalido(
            f"«{texto}» no sirve de clave.",
            "Use letras sin tilde, cifras, «-» y «_», sin espacios: «c713», «manual_2024».",
        )
    return texto


def _anio_desde(primero: int) -> Lector:
    def leer(crudo: str) -> int:
        texto = leer_texto(crudo)
        if not re.fullmatch(r"[0-9]{4}", texto) or not primero <= int(texto) <= ULTIMO_ANIO:
            raise DatoInvalido(
                f"«{texto}» no es un año.",
                f"Escriba cuatro cifras entre {primero} y {ULTIMO_ANIO}.",
            )
        return int(texto)

    return Lector(leer, {"type": ["string", "integer"], "examples": [2004, 2024]})


def leer_en_linea(crudo: str) -> TextoCrudo:
    r"""Markdown de un solo párrafo: sin renglones vacíos.

    >>> leer_en_linea("*Guía* de la Agencia")
    '*Guía* de la Agencia'
    >>> leer_en_linea("Uno\n\nDos")
    Traceback (most recent call last):
        ...
    generador.errores.DatoInvalido: La referencia tiene varios párrafos. Escríbala en uno solo.
    """
    texto = leer_marcado(crudo)
    if re.search(r"\n[ \t]*\n", texto.strip()):
        raise DatoInvalido("La referencia tiene varios párrafos.", "Escríbala en uno solo.")
    return texto


Clave = Annotated[str, Lector(leer_clave, {"type": formas.NUMERO_O_TEXTO})]
ClaseDeProvidencia = Annotated[str, opcion(*CLASES)]
AnioDeProvidencia = Annotated[int, _anio_desde(PRIMER_ANIO)]
AnioDeObra = Annotated[int, _anio_desde(PRIMERA_OBRA)]
EnLinea = Annotated[TextoCrudo, Lector(leer_en_linea, {"type": formas.NUMERO_O_TEXTO})]


class FuenteProvidencia(Modelo):
    """Una sentencia, un auto o un concepto de una corporación judicial."""

    corporacion: Texto = Field(
        description="La corporación: Corte Constitucional, Consejo de Estado."
    )
    clase: ClaseDeProvidencia = Field("sentencia", description="Sentencia, auto o concepto.")
    seccion: Texto | None = Field(None, description="Sala o sección: Sección Tercera.")
    numero: Texto | None = Field(None, description="Número, si lo tiene: C-713.")
    anio: AnioDeProvidencia | None = Field(None, description="Año, si no se escribe la fecha.")
    fecha: Fecha | None = Field(None, description="Fecha (AAAA-MM-DD).")
    radicado: Texto | None = Field(None, description="Radicado: 11001-03-26-000-2003-00014-01.")
    expediente: Texto | None = Field(None, description="Número interno o expediente: 24.715.")
    ponentes: tuple[Texto, ...] = Field((), description="Nombre completo de cada ponente.")

    def cita(self) -> Providencia:
        """La providencia, como se cita.

        Da `DatoInvalido` si sus datos no bastan o no concuerdan, y `DatoFaltante` si en el
        borrador falta uno.
        """
        return Providencia(
            corporacion=exigir(self.corporacion),
            clase=CLASES[exigir(self.clase)],
            seccion=exigir(self.seccion),
            numero=exigir(self.numero),
            anio=exigir(self.anio),
            fecha=exigir(self.fecha),
            radicado=exigir(self.radicado),
            expediente=exigir(self.expediente),
            ponentes=tuple(map(exigir, self.ponentes)),
        )


class FuenteObra(Modelo):
    """Un libro o un artículo de doctrina."""

    apellidos: Texto = Field(description="Apellidos del autor, o la entidad que es su autora.")
    nombre: Texto | None = Field(None, description="Nombre del autor.")
    titulo: Texto = Field(description="Título, sin comillas.")
    ciudad: Texto | None = Field(None, description="Ciudad de la editorial.")
    editorial: Texto | None = Field(None, description="Editorial.")
    anio: AnioDeObra = Field(description="Año de publicación.")
    paginas: Texto | None = Field(None, description="Páginas, en cifras: 45 o 45-47.")

    def cita(self) -> Obra:
        """La obra, como se cita; `DatoFaltante` si en el borrador falta un dato."""
        return Obra(
            apellidos=exigir(self.apellidos),
            nombre=exigir(self.nombre) or "",
            titulo=exigir(self.titulo),
            ciudad=exigir(self.ciudad),
            editorial=exigir(self.editorial),
            anio=exigir(self.anio),
            paginas=exigir(self.paginas),
        )


class FuenteOtra(Modelo):
    """Una referencia que no es nada de lo anterior, escrita por el asesor."""

    completa: EnLinea = Field(
        description="La referencia completa, en Markdown, como debe leerse la primera vez."
    )
    corta: EnLinea = Field(description="Cómo se nombra después, en Markdown.")


class Fuente(Modelo):
    """Una fuente que el texto cita con {fuente: clave}: lleva solo una de las clases."""

    clave: Clave = Field(description="Cómo la llama el texto: «c713» se cita {fuente: c713}.")
    providencia: FuenteProvidencia | None = Field(
        None, description="Si es una sentencia, un auto o un concepto de una corporación judicial."
    )
    obra: FuenteObra | None = Field(None, description="Si es un libro o un artículo.")
    concepto: ConceptoPrevio | None = Field(
        None, description="Si es un concepto previo de la misma entidad."
    )
    otra: FuenteOtra | None = Field(None, description="Si es otra cosa: se escribe como sale.")

    @property
    def clases(self) -> tuple[str, ...]:
        """Las clases que trae escritas: debe ser una."""
        nombres = ("providencia", "obra", "concepto", "otra")
        return tuple(nombre for nombre in nombres if getattr(self, nombre) is not None)


def definidas(fuentes: tuple[Fuente, ...]) -> dict[str, int]:
    """Las claves que se pueden citar, con el puesto (desde 0) de la primera de cada una."""
    puestos: dict[str, int] = {}
    for puesto, fuente in enumerate(fuentes):
        if not isinstance(fuente.clave, Falta):
            puestos.setdefault(fuente.clave, puesto)
    return puestos
