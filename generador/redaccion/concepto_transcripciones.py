"""Lo que un concepto transcribe de la petición: entre comillas, en cita o en nota al pie."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any

from generador.marcado.bloques import (
    CitaTextual,
    ClaseDeLista,
    FormaDeMarca,
    Lista,
    LlamadaDeNota,
    Nota,
    Parrafo,
    Texto,
)
from generador.modelo.concepto import COMILLAS
from generador.reglas.concepto.romanos import romano

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generador.marcado.bloques import Bloque, EnLinea

_ABREN, _CIERRAN = "«“\"‘'", "»”\"’'"


def entrecomillar(bloques: Sequence[Bloque], formato: str) -> tuple[Bloque, ...]:
    """Los bloques con una comilla al comienzo y otra al final, si no las traen."""
    abre, cierra = COMILLAS[formato].de(0)
    parrafos = [p for p in _parrafos(tuple(bloques)) if p.contenido]
    if not parrafos:
        return tuple(bloques)
    if _ya_va_entre_comillas(parrafos[0].contenido[0], parrafos[-1].contenido[-1]):
        return tuple(bloques)
    puesto = _cambiar(tuple(bloques), parrafos[0], lambda c: (Texto(abre), *c))
    ultimo_parrafo = [p for p in _parrafos(puesto) if p.contenido][-1]
    cerrado: tuple[Bloque, ...] = _cambiar(puesto, ultimo_parrafo, lambda c: (*c, Texto(cierra)))
    return cerrado


def _ya_va_entre_comillas(primero: EnLinea, ultimo: EnLinea) -> bool:
    if not (isinstance(primero, Texto) and isinstance(ultimo, Texto)):
        return False
    return primero.texto[0] in _ABREN and ultimo.texto[-1] in _CIERRAN


def _parrafos(valor: Any) -> list[Parrafo]:
    """Los párrafos de unos bloques, también los de adentro, en su orden."""
    if isinstance(valor, Parrafo):
        return [valor]
    if isinstance(valor, tuple):
        return [p for elemento in valor for p in _parrafos(elemento)]
    if is_dataclass(valor):
        return [p for campo in fields(valor) for p in _parrafos(getattr(valor, campo.name))]
    return []


def _cambiar(valor: Any, cual: Parrafo, cambio: Any) -> Any:
    """Lo mismo, con el contenido de ese párrafo cambiado."""
    if valor is cual:
        return replace(valor, contenido=cambio(valor.contenido))
    if isinstance(valor, tuple):
        return tuple(_cambiar(elemento, cual, cambio) for elemento in valor)
    if isinstance(valor, Parrafo) or not is_dataclass(valor) or isinstance(valor, type):
        return valor
    return replace(
        valor, **{c.name: _cambiar(getattr(valor, c.name), cual, cambio) for c in fields(valor)}
    )


def transcripcion(bloques: Sequence[Bloque], formato: str) -> CitaTextual:
    """Una cita textual entre comillas."""
    return CitaTextual(entrecomillar(bloques, formato))


def nota_transcrita(rotulo: str, bloques: Sequence[Bloque], formato: str) -> LlamadaDeNota:
    """La llamada a una nota que transcribe algo: de corrido si es un párrafo."""
    dichos = entrecomillar(tuple(_sin_listas(bloques)), formato)
    entrada = Texto(f"{rotulo}: ")
    if len(dichos) == 1 and isinstance(dichos[0], Parrafo):
        return LlamadaDeNota(Nota((Parrafo((entrada, *dichos[0].contenido)),)))
    return LlamadaDeNota(Nota((Parrafo((Texto(f"{rotulo}:"),)), CitaTextual(dichos))))


def _sin_listas(bloques: Sequence[Bloque]) -> Iterator[Bloque]:
    """Los bloques con los elementos de sus listas vueltos párrafos, con su número escrito.

    En una nota al pie no todos los motores de PDF ponen los números de las listas.
    """
    for bloque in bloques:
        if not isinstance(bloque, Lista):
            yield bloque
            continue
        for n, elemento in enumerate(bloque.elementos, bloque.inicio):
            primero, *resto = elemento
            marca = Texto(f"{_marca(bloque, n)} ")
            if isinstance(primero, Parrafo):
                yield replace(primero, contenido=(marca, *primero.contenido))
            yield from _sin_listas(resto)


def _marca(lista: Lista, numero: int) -> str:
    """La marca de un elemento: «1.», «b)», «(iii)»."""
    letra = chr(ord("a") + (numero - 1) % 26)
    marcas = {
        ClaseDeLista.VINETA: "–",
        ClaseDeLista.LETRA: letra,
        ClaseDeLista.LETRA_MAYUSCULA: letra.upper(),
        ClaseDeLista.ROMANO: romano(numero),
        ClaseDeLista.ROMANO_MAYUSCULA: romano(numero).upper(),
    }
    marca = marcas.get(lista.clase, str(numero))
    if lista.clase is ClaseDeLista.VINETA:
        return marca
    return f"({marca})" if lista.forma is FormaDeMarca.DOS_PARENTESIS else f"{marca}{lista.forma}"
