"""Las fuentes que el texto cita, en notas al pie: completas la primera vez y cortas después.

Donde el texto dice `{fuente: clave}` va una nota nueva; si ya es una nota, la referencia se escribe
ahí mismo. La primera mención es la que primero se lee: una nota cuenta donde se la llama, no donde
se la escribió. Las siguientes remiten a la nota de la primera con un campo que se renumera solo.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from generador.marcado.bloques import (
    CitaDeFuente,
    ClaseDeRemision,
    LlamadaDeNota,
    Nota,
    Parrafo,
    Remision,
    Texto,
)
from generador.redaccion.fuentes_escritas import Referencia, ausente, sin_punto

if TYPE_CHECKING:
    from generador.marcado.bloques import EnLinea

T = TypeVar("T")
# Ninguna nota del asesor se llama así: sus nombres no llevan espacios.
ETIQUETA = "fuente {}"
VER_NOTA = ", ver nota "
ENTRE_FUENTES = "; "


def resolver(
    partes: Mapping[str, Sequence[T]], referencias: Mapping[str, Referencia]
) -> dict[str, tuple[T, ...]]:
    """Las partes de un documento con cada fuente citada en su nota.

    Las partes van en el orden en que se leen en el documento. La clave que no está definida queda
    a la vista: «[falta: fuentes.clave]».
    """
    paso = _Paso(referencias)
    return {nombre: paso.valor(tuple(bloques)) for nombre, bloques in partes.items()}


def _campos(valor: Any) -> list[str]:
    """Los campos de un bloque en el orden en que se leen: el título, primero."""
    nombres = [campo.name for campo in fields(valor)]
    return sorted(nombres, key=lambda nombre: nombre != "titulo")


@dataclass(slots=True)
class _NotaAbierta:
    """La nota donde se está escribiendo, y las fuentes que salen completas en ella."""

    etiqueta: str
    completas: set[str] = field(default_factory=set)


class _Paso:
    """Recorre el documento una vez, en su orden."""

    def __init__(self, referencias: Mapping[str, Referencia]) -> None:
        self._referencias = referencias
        # De la clave a la etiqueta de la nota donde salió completa.
        self._notas: dict[str, str] = {}
        self._abierta: _NotaAbierta | None = None

    def valor(self, valor: Any) -> Any:
        if isinstance(valor, LlamadaDeNota):
            return self._llamada(valor)
        if isinstance(valor, tuple):
            if any(isinstance(pieza, CitaDeFuente) for pieza in valor):
                return self._contenido(valor)
            return tuple(self.valor(elemento) for elemento in valor)
        if is_dataclass(valor) and not isinstance(valor, type):
            nuevos = {nombre: self.valor(getattr(valor, nombre)) for nombre in _campos(valor)}
            return replace(valor, **nuevos)
        return valor

    def _llamada(self, llamada: LlamadaDeNota) -> LlamadaDeNota:
        nota = llamada.nota
        self._abierta = abierta = _NotaAbierta(nota.etiqueta)
        bloques = self.valor(nota.bloques)
        self._abierta = None
        return LlamadaDeNota(replace(nota, bloques=bloques, etiqueta=abierta.etiqueta))

    def _contenido(self, contenido: tuple[EnLinea, ...]) -> tuple[EnLinea, ...]:
        """Un párrafo: las fuentes seguidas, o separadas solo por espacios, van juntas."""
        salida: list[EnLinea] = []
        resto = list(contenido)
        while resto:
            pieza = resto.pop(0)
            if not isinstance(pieza, CitaDeFuente):
                salida.append(self.valor(pieza))
                continue
            grupo = [pieza, *_seguidas(resto)]
            if self._abierta is None:
                _sin_espacio_final(salida)
                salida.append(self._nota_nueva(grupo))
            else:
                salida += _cerradas(self._menciones(grupo, self._abierta), resto)
        return tuple(_juntos(salida))

    def _nota_nueva(self, grupo: Sequence[CitaDeFuente]) -> LlamadaDeNota:
        abierta = _NotaAbierta("")
        texto = tuple(_juntos(_cerradas(self._menciones(grupo, abierta), [])))
        linea = grupo[0].linea
        return LlamadaDeNota(Nota((Parrafo(texto, linea=linea),), abierta.etiqueta, linea=linea))

    def _menciones(self, grupo: Sequence[CitaDeFuente], abierta: _NotaAbierta) -> list[EnLinea]:
        piezas: list[EnLinea] = []
        for cita in grupo:
            if piezas:
                piezas.append(Texto(ENTRE_FUENTES))
            piezas += self._mencion(cita, abierta)
        return piezas

    def _mencion(self, cita: CitaDeFuente, abierta: _NotaAbierta) -> Iterator[EnLinea]:
        fuente = self._referencias.get(cita.clave) or ausente(f"fuentes.{cita.clave}")
        lugar = cita.detalle or fuente.lugar
        if cita.clave not in self._notas:
            abierta.etiqueta = abierta.etiqueta or ETIQUETA.format(cita.clave)
            abierta.completas.add(cita.clave)
            self._notas[cita.clave] = abierta.etiqueta
            yield from fuente.completa
            if lugar:
                yield Texto(f"{fuente.antes_del_lugar}{lugar}")
            return
        yield from fuente.corta
        if cita.clave not in abierta.completas:
            yield Texto(VER_NOTA)
            etiqueta = self._notas[cita.clave]
            yield Remision(etiqueta, ClaseDeRemision.NOTA, linea=cita.linea, columna=cita.columna)
        if lugar:
            yield Texto(f", {lugar}")


def _seguidas(resto: list[EnLinea]) -> Iterator[CitaDeFuente]:
    """Saca de `resto` las menciones que siguen, con el espacio que las separa."""
    while resto:
        blanco = bool(_texto(resto[0])) and not _texto(resto[0]).strip()
        siguiente = resto[1] if blanco and len(resto) > 1 else resto[0]
        if not isinstance(siguiente, CitaDeFuente):
            return
        del resto[: 2 if blanco else 1]
        yield siguiente


def _sin_espacio_final(salida: list[EnLinea]) -> None:
    """La llamada de nota va pegada a lo que la antecede."""
    ultimo = salida[-1] if salida else None
    if isinstance(ultimo, Texto):
        texto = ultimo.texto.rstrip(" ")
        salida[-1:] = [replace(ultimo, texto=texto)] if texto else []


def _cerradas(menciones: list[EnLinea], resto: Sequence[EnLinea]) -> list[EnLinea]:
    """Las menciones con punto si con ellas termina el párrafo, y sin él si lo que sigue lo trae."""
    termina = not resto or (len(resto) == 1 and not _texto(resto[0]).strip() and _texto(resto[0]))
    con_punto = bool(resto) and _texto(resto[0]).startswith(".")
    if not termina and not con_punto:
        return menciones
    limpias = sin_punto(tuple(menciones))
    return [*limpias, Texto(".")] if termina else [*limpias]


def _texto(pieza: EnLinea) -> str:
    return pieza.texto if isinstance(pieza, Texto) else ""


def _juntos(piezas: Sequence[EnLinea]) -> Iterator[EnLinea]:
    """Las piezas, con los textos seguidos de la misma letra en uno solo."""
    previo: Texto | None = None
    for pieza in piezas:
        if previo is not None and isinstance(pieza, Texto) and _igual_letra(previo, pieza):
            previo = replace(previo, texto=previo.texto + pieza.texto)
            continue
        if previo is not None:
            yield previo
        previo = pieza if isinstance(pieza, Texto) else None
        if previo is None:
            yield pieza
    if previo is not None:
        yield previo


def _igual_letra(uno: Texto, otro: Texto) -> bool:
    return (uno.negrita, uno.cursiva) == (otro.negrita, otro.cursiva)
