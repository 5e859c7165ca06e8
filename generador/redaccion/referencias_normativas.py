"""Las referencias normativas de un documento: salen de lo que sus bloques citan.

Lo que solo aparece en una transcripción (una cita textual, o entre comillas) no es referencia de
quien escribe.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generador.citas.lectura import leer
from generador.citas.referencias import Agregada, Excluida, consolidar
from generador.errores import DatoInvalido
from generador.marcado.bloques import (
    CitaTextual,
    ClaseDeLista,
    Encabezado,
    Lista,
    LlamadaDeNota,
    Parrafo,
    SaltoDeLinea,
    Texto,
)
from generador.modelo.falta import Falta
from generador.reglas.concepto.referencias import NORMAS, leer_norma

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generador.citas.cita import Cita, CitaHallada
    from generador.citas.referencias import Referencias
    from generador.marcado.bloques import Bloque
    from generador.modelo.concepto_partes import AjustesDeReferencias

_CORTE = "\n\n"


@dataclass(slots=True)
class _Escrito:
    """El texto de unos bloques, párrafo por párrafo, y los tramos que son transcripción."""

    trozos: list[str] = field(default_factory=list)
    largo: int = 0
    transcritos: list[tuple[int, int]] = field(default_factory=list)

    def poner(self, texto: str) -> None:
        self.trozos.append(texto)
        self.largo += len(texto)

    def leer(self, valor: Any) -> None:
        """Agrega el texto de un bloque y, al terminar cada párrafo, el de sus notas."""
        if isinstance(valor, Parrafo | Encabezado):
            self._parrafo(valor.contenido)
        elif isinstance(valor, CitaTextual):
            desde = self.largo
            self.leer(valor.bloques)
            self.transcritos.append((desde, self.largo))
        elif isinstance(valor, tuple):
            for elemento in valor:
                self.leer(elemento)
        elif is_dataclass(valor):
            for campo in fields(valor):
                self.leer(getattr(valor, campo.name))

    def _parrafo(self, contenido: Any) -> None:
        notas = []
        for pieza in _piezas(contenido):
            if isinstance(pieza, LlamadaDeNota):
                notas.append(pieza.nota)
            else:
                self.poner(pieza)
        self.poner(_CORTE)
        for nota in notas:
            self.leer(nota.bloques)


def _piezas(valor: Any) -> Iterator[str | LlamadaDeNota]:
    """Lo que dice el contenido de un párrafo, en orden; las notas, aparte."""
    if isinstance(valor, LlamadaDeNota):
        yield valor
    elif isinstance(valor, SaltoDeLinea):
        yield " "
    elif isinstance(valor, Texto):
        yield valor.texto
    elif isinstance(valor, tuple):
        for elemento in valor:
            yield from _piezas(elemento)
    elif is_dataclass(valor):
        yield from _piezas(getattr(valor, "contenido", ()))


def citas_de(partes: Mapping[str, Sequence[Any]]) -> list[CitaHallada]:
    """Las citas de un documento, en el orden de sus partes."""
    escrito = _Escrito()
    escrito.leer(tuple(tuple(bloques) for bloques in partes.values()))
    return [
        replace(hallada, transcrita=True)
        if any(desde <= hallada.inicio < hasta for desde, hasta in escrito.transcritos)
        else hallada
        for hallada in _leidas("".join(escrito.trozos))
    ]


@lru_cache(maxsize=1)
def _leidas(texto: str) -> tuple[CitaHallada, ...]:
    """Las citas de un texto: el de un concepto se lee al revisarlo y otra vez al redactarlo."""
    return tuple(leer(texto))


def reunir_referencias(
    partes: Mapping[str, Sequence[Any]], ajustes: AjustesDeReferencias | None
) -> Referencias:
    """Las referencias de un documento, con lo que el asesor agrega y saca.

    Lo que no se entiende de los ajustes no cuenta: las reglas ya lo dicen.
    """
    agregadas = () if ajustes is None else ajustes.agregar
    excluidas = () if ajustes is None else ajustes.excluir
    return consolidar(
        citas_de(partes),
        agregadas=[Agregada(c, str(a.motivo)) for a in agregadas if (c := _norma(a.norma))],
        excluidas=[Excluida(c.norma, str(e.motivo)) for e in excluidas if (c := _norma(e.norma))],
    )


def _norma(texto: str | Falta) -> Cita | None:
    try:
        return None if isinstance(texto, Falta) else leer_norma(texto)
    except DatoInvalido:
        return None


def lista_de_normas(referencias: Referencias) -> tuple[Bloque, ...]:
    """Las normas, una por viñeta; ningún bloque si no hay."""
    normas = [r.texto for r in referencias.renglones if r.grupo == NORMAS]
    return (vinetas(normas),) if normas else ()


def vinetas(renglones: Sequence[str]) -> Lista:
    """Una lista de renglones que terminan en punto."""
    return Lista(
        ClaseDeLista.VINETA,
        # Un artículo compilado («2.2.1.1.1.3.1.») ya trae el punto.
        tuple((Parrafo((Texto(f"{r.removesuffix('.')}."),)),) for r in renglones),
    )
